//! The cycles of concentration of cooling water as measures change them: what the unit of the system takes follows its make-up.

use super::served::moved;
use super::target::Target;
use crate::evaluate::cells::typed_number;
use crate::evaluate::plant::{INTAKES, cooled_unit, cooling_of};
use crate::evaluate::problem::ProblemKind;
use crate::industry::{CoolingMakeupSaving, CyclesBeforeAndAfter};
use crate::ledger::{COOLING, Column, CoolingColumn, Place, Row, WATER_UNITS, WaterUnitColumn};
use crate::metric::Figure;
use crate::numeric::significant;
use crate::plant::CoolingFigures;
use crate::quantity::{Quantity, Unit};

/// The digits of what a unit takes less.
const DIGITS: u32 = 6;

/// The cycles of every system that has some, typed or known from the salts, by the name of the system.
pub(super) fn cycles(sheet: &Row, found: &[CoolingFigures]) -> Vec<Target> {
    let target = |system: &CoolingFigures| {
        let row = sheet.rows(&COOLING).iter().find(|row| row.id.0 == system.key)?;
        let (name, typed) = (row[CoolingColumn::Name].trim(), row[CoolingColumn::Cycles].trim());
        let cycles = system.cycles.as_ref()?;
        // What is typed is a target as every number is.
        (!name.is_empty() && typed.is_empty()).then(|| Target {
            place: COOLING.at(&[sheet.id]).cell(row.id, CoolingColumn::Cycles),
            column: CoolingColumn::Cycles.spec(),
            row: name.to_string(),
            called: &[],
            title: None,
            unit: Unit::One,
            while_blank: Some((cycles.quantity(), cycles.u())),
        })
    };
    found.iter().filter_map(target).collect()
}

/// Lets the unit of a cooling system take and discharge less where the cycles at a place are other ones than before, and gives what it
/// takes less at which places.
///
/// # Errors
/// What is missing for that.
pub(super) fn makeup_follows(
    before: &Row,
    sheet: &mut Row,
    place: Place,
) -> Result<Vec<(Place, f64)>, ProblemKind> {
    if place.table.spec != &COOLING || !place.is_under(CoolingColumn::Cycles) {
        return Ok(Vec::new());
    }
    let share = share_left(before, sheet, place).ok_or(ProblemKind::NoMakeup)?;
    let unit = cooled_unit(sheet, place.row).ok_or(ProblemKind::NoMakeup)?;
    let units = WATER_UNITS.at(&[sheet.id]);
    let row = sheet.row(&WATER_UNITS, unit).cloned().ok_or(ProblemKind::NoMakeup)?;
    // What cannot be read is not known, and stays as it is.
    let typed = |column: WaterUnitColumn| {
        column.spec().unit().and_then(|unit| typed_number(&row[column], unit).ok().flatten())
    };
    let has_discharge = typed(WaterUnitColumn::Discharge).is_some();
    let mut all = Vec::new();
    for (column, _) in INTAKES {
        if let Some((amount, _)) = typed(column).filter(|(amount, _)| amount.value > 0.0) {
            // As exact as anybody would write it.
            let by = Quantity::new(significant(amount.value * (share - 1.0), DIGITS), amount.unit);
            let place = units.cell(unit, column);
            all.push((place, moved(sheet, place, by)));
            // It evaporates what it did: what it takes less it discharges less.
            if has_discharge {
                moved(sheet, units.cell(unit, WaterUnitColumn::Discharge), by);
            }
        }
    }
    if all.is_empty() { Err(ProblemKind::NoMakeup) } else { Ok(all) }
}

/// The share of its make-up that a system still takes: by its evaporation and drift where they are known, else by its cycles alone.
fn share_left(before: &Row, after: &Row, place: Place) -> Option<f64> {
    let (before, after) = (cooling_of(before, place.row)?, cooling_of(after, place.row)?);
    let share = match (before.makeup, after.makeup) {
        (Some(before), Some(after)) => after.value() / before.value(),
        _ => {
            let cycles = CyclesBeforeAndAfter { cycles_before: before.cycles?, cycles_after: after.cycles? };
            1.0 - Figure::computed(&CoolingMakeupSaving, cycles).ok()?.value() / 100.0
        }
    };
    (share.is_finite() && share >= 0.0).then_some(share)
}
