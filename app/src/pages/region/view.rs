//! A region's year as its tabs see it.

use leptos::prelude::*;

use super::SHEETS;
use crate::address;
use crate::pages::parts;
use crate::pages::row_choice::selected_row;
use crate::pages::sheet_view::{SheetResults, SheetView};
use crate::results;
use crate::state::State;
use water_ledger::evaluate::{Problem, RegionSheet};
use water_ledger::exchange::Route;
use water_ledger::ledger::{PLAN_ISSUES, Place, REGIONS, RESERVOIRS, Row, RowId, TableAt, TableSpec};
use water_ledger::show::{self, TableView};
use water_ledger::text::Message;

/// A year as its tabs see it. Copying shares it.
#[derive(Clone, Copy)]
pub struct RegionView {
    /// What was typed, and what it comes to.
    pub sheet: SheetView<RegionSheet>,
    /// The reservoir of the address; where it names none that is there, the one shown before, else the first.
    pub reservoir: Memo<Option<RowId>>,
    /// The issue of the plan, chosen in the same way.
    pub issue: Memo<Option<RowId>>,
}

impl SheetResults for RegionSheet {
    const SHEETS: &'static TableSpec = &REGIONS;

    fn problems(&self) -> Vec<&Problem> {
        self.all_problems().collect()
    }

    fn problems_of_sheets(state: State) -> Vec<Problem> {
        results::region(state).with(|all| all.problems.clone())
    }

    fn table(&self, sheet: &Row, table: &'static TableSpec, before: Option<&TableView>) -> TableView {
        show::region::region_table(before, sheet, self, table.at(&[sheet.id]))
    }

    fn place_name(&self, _: State, sheet: &Row, place: Place) -> Message {
        show::region::region_place_name(sheet, place)
    }
}

impl RegionView {
    /// The year of an identity.
    pub fn new(state: State, id: RowId) -> RegionView {
        let sheet =
            SheetView::new(state, id, |state, id| results::region(state).with(|all| all.sheet(id).cloned()));
        let reservoir = selected_row(state, &SHEETS, sheet, &RESERVOIRS);
        let issue = selected_row(state, &SHEETS, sheet, &PLAN_ISSUES);
        RegionView { sheet, reservoir, issue }
    }

    /// Goes to a row of the tab that is shown, such as a reservoir.
    pub fn go_to_row(self, state: State, row: RowId) {
        let tab = untrack(|| SHEETS.at(state).tab);
        address::go(Route { tab, row: Some(row), ..Route::sheet(SHEETS.page, self.sheet.id.0) });
    }

    /// A table of a row, such as a reservoir, with its title.
    pub fn table_of(self, state: State, row: RowId, table: &'static TableSpec) -> Option<AnyView> {
        let at: TableAt = table.at(&[self.sheet.id, row]);
        let make = move |before: Option<&TableView>| {
            let made = self.sheet.with(|sheet, found| show::region::region_table(before, sheet, found, at));
            self.sheet.taking_over(made)
        };
        parts::table(state, table.title, Box::new(make))
    }
}
