//! The legend: what is whose, in rows above the picture.

use super::svg::FINE;
use super::text_width;

/// Type size of the names.
pub(super) const TYPE: i32 = 12 * FINE;
/// Height of a row.
pub(super) const ROW: i32 = 19 * FINE;
/// Length of the piece of line before a name: three dashes of a target, of which the marker hides one.
pub(super) const SAMPLE: i32 = 26 * FINE;
/// Between the piece of line and its name.
pub(super) const GAP: i32 = 6 * FINE;
/// Between one entry and the next.
const BETWEEN: i32 = 18 * FINE;
/// Rows beyond these would take the room of the picture; a "+n" then counts the names left out.
const MOST_ROWS: usize = 3;

/// One name with its place: `x` of its left end, `row` counted from above. Without a sample it is a word on its own,
/// or the count of those left out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub sample: Option<usize>,
    pub text: String,
    pub x: i32,
    pub row: usize,
}

/// All entries, in rows of at most `room`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Legend {
    pub entries: Vec<Entry>,
    pub rows: usize,
    /// Width of the widest row.
    pub width: i32,
}

/// Fills rows from left to right, in the order of the names.
pub(super) fn lay_out(names: Vec<(Option<usize>, String)>, room: i32) -> Legend {
    let mut legend = Legend::default();
    let (mut x, mut row) = (0, 0);
    let all = names.len();
    let longest = room - SAMPLE - GAP - if all > 1 { BETWEEN + count_width(all) } else { 0 };
    for (place, (sample, name)) in names.into_iter().enumerate() {
        let text = text_width::shorten(&name, TYPE, longest);
        let sample_wide = if sample.is_none() { 0 } else { SAMPLE + GAP };
        let wide = sample_wide + text_width::width(&text, TYPE);
        let left = all - place;
        // On the last row the count of those left out must still fit behind.
        let count_room = if row + 1 == MOST_ROWS && left > 1 { BETWEEN + count_width(left) } else { 0 };
        if x > 0 && x + wide + count_room > room {
            if row + 1 == MOST_ROWS {
                legend.entries.push(Entry { sample: None, text: count(left), x, row });
                x += count_width(left) + BETWEEN;
                legend.width = legend.width.max(x - BETWEEN);
                break;
            }
            (x, row) = (0, row + 1);
        }
        legend.entries.push(Entry { sample, text, x, row });
        x += wide + BETWEEN;
        legend.width = legend.width.max(x - BETWEEN);
    }
    legend.rows = legend.entries.last().map_or(0, |entry| entry.row + 1);
    legend
}

fn count(left: usize) -> String {
    format!("+{left}")
}

fn count_width(left: usize) -> i32 {
    text_width::width(&count(left), TYPE)
}
