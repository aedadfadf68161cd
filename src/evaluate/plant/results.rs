//! What plants come to.

use std::sync::Arc;

use crate::evaluate::problem::Problem;
use crate::ledger::{Place, RowId, TableSpec};
use crate::plant::{Plant, PlantFigures};
use crate::quantity::Period;

/// What all periods come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlantResults {
    /// Each period, in the order of the ledger.
    pub periods: Vec<Arc<PeriodResults>>,
    /// Problems of the sheets themselves.
    pub problems: Vec<Problem>,
}

/// What a period's sheet comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodResults {
    /// The sheet.
    pub id: RowId,
    /// Year or month, where it is one.
    pub period: Option<Period>,
    /// The plant as it was understood.
    pub plant: Plant,
    /// Where each place of the plant stands in the sheet; a source that no row names has none.
    pub place_rows: Vec<Option<RowAt>>,
    /// Where the amount of each flow was typed.
    pub flow_cells: Vec<Option<Place>>,
    /// What the plant comes to.
    pub figures: PlantFigures,
    /// What is wrong or odd in the sheet.
    pub problems: Vec<Problem>,
}

/// A row of a period's sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowAt {
    /// Its table.
    pub table: &'static TableSpec,
    /// The row.
    pub row: RowId,
}

impl PlantResults {
    /// What a period's sheet comes to.
    pub fn period(&self, id: RowId) -> Option<&Arc<PeriodResults>> {
        self.periods.iter().find(|period| period.id == id)
    }
}
