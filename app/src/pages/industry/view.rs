//! A period as its tabs see it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::pages::sheet_view::{SheetResults, SheetView};
use crate::results;
use crate::state::State;
use water_ledger::evaluate::{PeriodResults, Problem};
use water_ledger::ledger::{PERIODS, Place, Row, RowId, TableSpec};
use water_ledger::show::{self, TableView};
use water_ledger::text::Message;

/// A period.
pub type PeriodView = SheetView<PeriodResults>;

impl SheetResults for PeriodResults {
    const SHEETS: &'static TableSpec = &PERIODS;

    fn of(state: State, id: RowId) -> Option<Arc<PeriodResults>> {
        results::plant(state).with(|all| all.period(id).cloned())
    }

    fn problems(&self) -> Vec<&Problem> {
        self.problems.iter().collect()
    }

    fn problems_of_sheets(state: State) -> Vec<Problem> {
        results::plant(state).with(|all| all.problems.clone())
    }

    fn table(&self, sheet: &Row, table: &'static TableSpec, before: Option<&TableView>) -> TableView {
        show::plant::plant_table(sheet, self, table, before)
    }

    fn place_name(&self, _: State, sheet: &Row, place: Place) -> Message {
        show::plant::plant_place_name(sheet, place)
    }
}

impl PeriodView {
    /// Where the row of a place of the plant begins.
    pub fn row_of(self, place: usize) -> Option<Place> {
        let row = self.with(|_, found| found.place_rows.get(place).copied().flatten())??;
        Some(row.table.at(&[self.id]).row(row.row))
    }
}
