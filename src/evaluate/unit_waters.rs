//! 本账各单位的用水: what districts, plants and institutions took, as plain figures by name, for whoever plans their water.

use std::collections::HashSet;

use super::region::UnitWater;
use super::{IrrigationResults, PlantResults, certification};
use crate::ledger::{
    DISTRICTS, DistrictColumn, Ledger, PERIODS, PLAN_PLACES, PlanPlaceColumn, PlantEntry, REGIONS, REVIEWS,
    ReviewEntry, Row, RowId, TableSpec, YEARS,
};
use crate::quantity::read_year;

/// What each unit of the ledger took in each year that it has a sheet of: a district its gross water, a plant its intake, an institution
/// its supply. A month of a plant is no year.
pub fn unit_waters(ledger: &Ledger, irrigation: &IrrigationResults, plant: &PlantResults) -> Vec<UnitWater> {
    let mut units = Vec::new();
    let mut add = |list, name: &str, year: Option<i32>, water| {
        if let Some(year) = year.filter(|_| !name.is_empty()) {
            units.push(UnitWater { list, name: name.to_string(), year, water });
        }
    };
    for (sheet, found) in ledger.sheets(&YEARS).iter().zip(&irrigation.years) {
        for row in sheet.rows(&DISTRICTS) {
            let district = found.figures.districts.iter().find(|district| district.key == row.id.0);
            let gross = district.and_then(|district| district.gross.clone());
            add(&YEARS, row[DistrictColumn::Name].trim(), found.year, gross);
        }
    }
    for (sheet, found) in ledger.sheets(&PERIODS).iter().zip(&plant.periods) {
        let year = found.period.filter(|period| period.month.is_none()).map(|period| period.year);
        add(&PERIODS, sheet[PlantEntry::Plant].trim(), year, found.figures.totals.intake.clone());
    }
    for sheet in ledger.sheets(&REVIEWS) {
        let year = read_year(&sheet[ReviewEntry::Year]);
        add(&REVIEWS, sheet[ReviewEntry::Institution].trim(), year, certification::supplied(sheet));
    }
    units
}

/// Whether some place of a plan takes its present use from a unit of the ledger.
pub fn takes_from_units(ledger: &Ledger) -> bool {
    let names_one = |row: &Row| !row[PlanPlaceColumn::TakenFrom].trim().is_empty();
    ledger.sheets(&REGIONS).iter().any(|sheet| sheet.rows(&PLAN_PLACES).iter().any(|row| names_one(row)))
}

/// Every district, plant and institution by name, with the sheet that it stands in, in the order of the ledger.
pub(super) fn named_units(ledger: &Ledger) -> Vec<(&'static TableSpec, RowId, &str)> {
    let mut units: Vec<(&'static TableSpec, RowId, &str)> = Vec::new();
    for sheet in ledger.sheets(&YEARS) {
        let names = sheet.rows(&DISTRICTS).iter().map(|row| row[DistrictColumn::Name].trim());
        units.extend(names.map(|name| (&YEARS, sheet.id, name)));
    }
    let plants = ledger.sheets(&PERIODS).iter();
    units.extend(plants.map(|sheet| (&PERIODS, sheet.id, sheet[PlantEntry::Plant].trim())));
    let institutions = ledger.sheets(&REVIEWS).iter();
    units.extend(institutions.map(|sheet| (&REVIEWS, sheet.id, sheet[ReviewEntry::Institution].trim())));
    units.retain(|(_, _, name)| !name.is_empty());
    units
}

/// The names of all districts, plants and institutions, each once, in the order of the ledger.
pub fn unit_names(ledger: &Ledger) -> Vec<String> {
    let mut seen = HashSet::new();
    let names = named_units(ledger).into_iter().map(|(_, _, name)| name);
    names.filter(|name| seen.insert(*name)).map(str::to_string).collect()
}
