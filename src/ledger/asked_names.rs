//! The names under which it is kept what a rubric asks, and the words of answers.

use crate::rubric::{Measured, Rubric};

/// What is typed for an item or prerequisite that does not apply.
pub const NOT_APPLICABLE: &str = "na";

/// What is kept for a prerequisite that holds, and for one that does not.
pub const MET: &str = "met";
/// See [`MET`].
pub const MISSED: &str = "missed";

/// What is typed where no option of a list holds.
pub const NONE_HOLDS: &str = "none";

/// What stands before so many points where an item is answered by points that are expected: `points 3.5`.
pub const EXPECTED_POINTS: &str = "points ";

/// The state of a piece of evidence that is there.
pub const READY: &str = "ready";

/// A name under which what a rubric measures is kept: its metric's, with the rubric's own words where it has some, so that two
/// items that measure the same ask once; else the item's.
pub fn measured_name(item: &str, place: usize, measured: &Measured) -> String {
    let level = measured.level.as_ref().map(|level| format!("@{level}")).unwrap_or_default();
    match (&measured.id, &measured.label) {
        (Some(id), None) => format!("{id}{level}"),
        (Some(id), Some(_)) if !level.is_empty() => format!("{id}{level}"),
        (Some(id), Some(label)) => format!("{id}#{}", label.zh),
        (None, _) => format!("{item}.{place}"),
    }
}

/// The name under which what was typed for a measured number is kept: what has no metric is known in its rubric alone.
pub fn indicator_row_name(rubric: &Rubric, item: &str, place: usize, measured: &Measured) -> String {
    let name = measured_name(item, place, measured);
    if measured.id.is_some() { name } else { answer_name(&rubric.id, &name) }
}

/// The name under which the answer to something a rubric asks is kept, by the id of both. Editions of a rubric have one id
/// and share answers; what another rubric happens to call the same is another thing.
pub fn answer_name(rubric: &str, asked: &str) -> String {
    format!("{rubric}:{asked}")
}

/// What the name of an answer is about, without the rubric.
pub fn asked_in(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, asked)| asked)
}
