//! Reading what several tables of a unit's year have in common.

use crate::evaluate::entry::{EntryRange, read_entry};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{Entry, Place, ReviewEntry, ReviewSheet};
use crate::metric::Figure;
use crate::quantity::{Unit, read_number};
use crate::rubric::Points;

/// The place of an entry.
pub(super) fn place(sheet: &ReviewSheet, entry: ReviewEntry) -> Place {
    Place::Entry(Entry::Review(sheet.id, entry))
}

/// An entry of the sheet as a figure.
pub(super) fn entry(
    sheet: &ReviewSheet,
    entry: ReviewEntry,
    unit: Unit,
    range: EntryRange,
    problems: &mut Vec<Problem>,
) -> Option<Figure> {
    let named = (sheet.unit.trim().to_string(), entry.name().words());
    read_entry(Entry::Review(sheet.id, entry), sheet.entry(entry), named, unit, range, problems)
}

/// Points as typed, from zero to a maximum.
pub(super) fn points(text: &str, max: Points) -> Result<Option<Points>, ProblemKind> {
    let range = ProblemKind::AboveMax { max };
    match read_number(text) {
        Ok(None) => Ok(None),
        Ok(Some(number)) if number < 0.0 => Err(ProblemKind::Negative),
        Ok(Some(number)) => match Points::exactly(number) {
            Some(points) if points <= max => Ok(Some(points)),
            _ => Err(range),
        },
        Err(error) => Err(ProblemKind::Typed(error)),
    }
}
