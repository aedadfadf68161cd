//! Reading what several tables of a plant have in common.

use crate::evaluate::cells::{Allowed, Cells};
use crate::evaluate::entry::{EntryRange, read_entry};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{Entry, PeriodSheet, PlantEntry, TypedRow};
use crate::metric::Figure;
use crate::quantity::{TypedError, Unit};

/// Larger than all the water on Earth, 1.4e18 m³, and than all money. Beyond it a slip of the finger in one cell would
/// leave no sum of the plant a number.
const LARGEST: f64 = 1e20;

/// An amount of water or of money, or what one is multiplied with; its ± may not be beyond all measure either.
pub(super) fn amount<R: TypedRow>(cells: &mut Cells<'_, R>, column: usize) -> Option<Figure> {
    let figure = cells.number(column, Allowed::NotNegative)?;
    if figure.value() <= LARGEST && figure.u() <= LARGEST {
        return Some(figure);
    }
    cells.report(column, ProblemKind::Typed(TypedError::TooLarge));
    None
}

/// An entry of the sheet as a figure.
pub(super) fn entry(
    sheet: &PeriodSheet,
    entry: PlantEntry,
    unit: Unit,
    range: EntryRange,
    problems: &mut Vec<Problem>,
) -> Option<Figure> {
    let named = (String::new(), entry.name().words());
    read_entry(Entry::Plant(sheet.id, entry), sheet.entry(entry), named, unit, range, problems)
}
