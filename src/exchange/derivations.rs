//! Which derivations a printed report has. The choice stands in the address of the paper, so a link or a reload keeps it.

use crate::text::coded;

coded! {
    /// Which derivations stand on a paper; the usual ones are those of the main figures.
    pub enum Derivations {
        None "none" "不附" "None";
        Main "main" "主要指标" "Main figures";
        All "all" "全部" "All";
    }
}

#[allow(clippy::derivable_impls, reason = "the list is written by a macro")]
impl Default for Derivations {
    fn default() -> Derivations {
        Derivations::Main
    }
}
