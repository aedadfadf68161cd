//! The tables of the irrigation pages, made ready from the ledger and what it comes to.

use super::Sheet;
use crate::ledger::{TableAt, YearAssessment, YearSheet};
use crate::quantity::Unit;
use crate::text::Key;

/// A year's districts with their coefficients and water per mu.
pub fn districts(sheet: &YearSheet, year: &YearAssessment) -> Sheet {
    let computed = [(Key::ColumnCoefficient, Unit::One), (Key::ColumnPerMu, Unit::CubicMetrePerMu)];
    Sheet::new(TableAt::Districts(sheet.id), &sheet.districts, &year.problems, &computed, &|place| {
        let figures = year.figures.districts.get(place);
        figures.map_or_else(Vec::new, |figures| vec![figures.coefficient.clone(), figures.per_mu.clone()])
    })
}
