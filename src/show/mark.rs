//! The marks that tell what a reader should know beside a figure. One list, for page, paper and landing page.

use crate::evaluate::Severity;
use crate::metric::Flag;
use crate::text::Key;

/// A mark: no two of them share shape, colour or word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// What it means in a word, for styles.
    pub code: &'static str,
    /// What the eye sees first.
    pub shape: &'static str,
    /// What it says.
    pub name: Key,
}

/// How a flag of a figure is told.
pub struct FlagMark {
    /// The flag.
    pub flag: Flag,
    /// The mark on a page.
    pub mark: Mark,
    /// What stands for it in a cell of a paper.
    pub sign: &'static str,
    /// What a note below says of the sign.
    pub note: Key,
}

/// What was not compared with its source.
pub const UNVERIFIED: Mark = Mark { code: "unverified", shape: "◌", name: Key::MarkUnverified };

/// A coefficient below the limit that the standard sets for planning: a hint and no fault.
pub const BELOW_LIMIT: Mark = Mark { code: "caution", shape: "◇", name: Key::MarkBelowLimit };

/// Every flag, in the order in which notes stand below a table.
pub static FLAG_MARKS: [FlagMark; 3] = [
    FlagMark { flag: Flag::Unverified, mark: UNVERIFIED, sign: "*", note: Key::ReportNoteUnverified },
    FlagMark {
        flag: Flag::Implausible,
        mark: Mark { code: "implausible", shape: "◇", name: Key::MarkImplausible },
        sign: "†",
        note: Key::ReportNoteImplausible,
    },
    FlagMark {
        flag: Flag::Incomplete,
        mark: Mark { code: "incomplete", shape: "◐", name: Key::MarkIncomplete },
        sign: "‡",
        note: Key::ReportNoteIncomplete,
    },
];

/// How flags are told.
pub fn flag_marks(flags: &[Flag]) -> impl Iterator<Item = &'static FlagMark> + '_ {
    FLAG_MARKS.iter().filter(|one| flags.contains(&one.flag))
}

/// The mark of a problem, at its cell and wherever it is listed.
pub fn problem_mark(severity: Severity) -> Mark {
    match severity {
        Severity::Wrong => Mark { code: "wrong", shape: "▲", name: Key::ProblemWrong },
        Severity::Caution => Mark { code: "caution", shape: "◇", name: Key::ProblemCaution },
    }
}

/// The mark of what is asked, by a figure that is whole or one that lacks something.
pub fn limit_mark(is_reached: bool, is_incomplete: bool) -> Mark {
    let (code, shape, name) = match (is_reached, is_incomplete) {
        (true, false) => ("good", "●", Key::MarkReached),
        (true, true) => ("good", "○", Key::MarkReachedSoFar),
        (false, false) => ("wrong", "■", Key::MarkMissed),
        (false, true) => ("wrong", "□", Key::MarkMissedSoFar),
    };
    Mark { code, shape, name }
}
