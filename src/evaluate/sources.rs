//! The sheets that a sheet takes numbers from, for whoever takes it out of its ledger.

use super::unit_waters::named_units;
use super::{IndicatorOrigin, everything};
use crate::ledger::{Ledger, PERIODS, PLAN_PLACES, PlanPlaceColumn, REGIONS, REVIEWS, RowId, TableSpec};

/// A sheet of the ledger with those that its numbers were taken from: the plant and the region of a self-assessment, the units that the plan
/// of a region names. Alone it would come to less than it does.
pub fn with_sources(ledger: &Ledger, list: &'static TableSpec, id: RowId) -> Ledger {
    let mut kept = vec![(list, id)];
    if list == &REVIEWS
        && let Some(found) = everything(ledger).certification.review(id)
    {
        let takes = |origin| found.indicators.iter().any(|one| one.origin == Some(origin));
        let plant = found.plant.as_ref().filter(|_| takes(IndicatorOrigin::Plant));
        kept.extend(plant.map(|plant| (&PERIODS, plant.id)));
        let region = found.region.as_ref().filter(|_| takes(IndicatorOrigin::Region));
        kept.extend(region.map(|region| (&REGIONS, region.id)));
    }
    let regions: Vec<RowId> = kept.iter().filter(|(list, _)| *list == &REGIONS).map(|(_, id)| *id).collect();
    let sheets = regions.iter().filter_map(|id| ledger.sheet(&REGIONS, *id));
    let rows = sheets.flat_map(|sheet| sheet.rows(&PLAN_PLACES));
    let names: Vec<&str> = rows.map(|row| row[PlanPlaceColumn::TakenFrom].trim()).collect();
    for (list, id, name) in named_units(ledger) {
        if names.contains(&name) && !kept.contains(&(list, id)) {
            kept.push((list, id));
        }
    }
    ledger.with_sheets_alone(&kept)
}
