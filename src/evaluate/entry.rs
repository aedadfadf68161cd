//! Reading an entry beside the tables.

use super::cells::typed_number;
use super::problem::{Problem, ProblemKind};
use crate::ledger::{Entry, Place};
use crate::metric::{Figure, Leaf};
use crate::quantity::Unit;
use crate::text::Words;

/// Between which numbers an entry lies; both are allowed.
#[derive(Clone, Copy, Debug)]
pub(super) struct EntryRange {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl EntryRange {
    /// A coefficient: above zero in any case of practice.
    pub(super) const COEFFICIENT: EntryRange = EntryRange { low: 0.01, high: 1.0 };
}

/// A number within a range, as a figure that knows the entry; `named` is whose it is and what it is called.
pub(super) fn read_entry(
    entry: Entry,
    text: &str,
    named: (String, Words),
    unit: Unit,
    range: EntryRange,
    problems: &mut Vec<Problem>,
) -> Option<Figure> {
    let place = Place::Entry(entry);
    let kind = match typed_number(text, unit) {
        Ok(Some((quantity, _))) if !(range.low..=range.high).contains(&quantity.value) => {
            ProblemKind::Outside { low: range.low, high: range.high }
        }
        Ok(number) => {
            let (label, name) = named;
            let leaf = Leaf { id: place.leaf(), label, name };
            return number.map(|(quantity, u)| Figure::typed(quantity, u, leaf));
        }
        Err(error) => ProblemKind::Typed(error),
    };
    problems.push(Problem { place, kind });
    None
}
