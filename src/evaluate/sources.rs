//! The sheets that a sheet takes numbers from, for whoever takes it out of its ledger.

use super::{IndicatorOrigin, everything};
use crate::ledger::{
    DISTRICTS, DistrictColumn, Ledger, PERIODS, PLAN_PLACES, PlanPlaceColumn, PlantEntry, REGIONS, REVIEWS,
    ReviewEntry, RowId, TableSpec, YEARS,
};

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
    let is_named = |name: &str| !name.trim().is_empty() && names.contains(&name.trim());
    for sheet in ledger.sheets(&YEARS) {
        if sheet.rows(&DISTRICTS).iter().any(|row| is_named(&row[DistrictColumn::Name])) {
            kept.push((&YEARS, sheet.id));
        }
    }
    let plants = ledger.sheets(&PERIODS).iter().filter(|sheet| is_named(&sheet[PlantEntry::Plant]));
    kept.extend(plants.map(|sheet| (&PERIODS, sheet.id)));
    let institutions =
        ledger.sheets(&REVIEWS).iter().filter(|sheet| is_named(&sheet[ReviewEntry::Institution]));
    kept.extend(institutions.map(|sheet| (&REVIEWS, sheet.id)));
    ledger.with_sheets_alone(&kept)
}
