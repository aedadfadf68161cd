//! An institution's year as its steps see it.

use leptos::prelude::*;

use crate::pages::sheet_view::{SheetResults, SheetView};
use crate::results;
use crate::state::State;
use water_ledger::evaluate::{Problem, ReviewResults};
use water_ledger::ledger::{Place, REVIEWS, Row, TableSpec};
use water_ledger::rubric::Mode;
use water_ledger::show::{self, TableView};
use water_ledger::text::Message;

/// An institution's year.
pub type ReviewView = SheetView<ReviewResults>;

impl SheetResults for ReviewResults {
    const SHEETS: &'static TableSpec = &REVIEWS;

    fn problems(&self) -> Vec<&Problem> {
        self.problems.iter().collect()
    }

    fn problems_of_sheets(state: State) -> Vec<Problem> {
        results::certification(state).with(|all| all.problems.clone())
    }

    fn table(&self, sheet: &Row, table: &'static TableSpec, _: Option<&TableView>) -> TableView {
        show::certification::review_table(sheet, self, table)
    }

    fn place_name(&self, state: State, sheet: &Row, place: Place) -> Message {
        show::certification::review_place_name(sheet, self, place, state.language.get_untracked())
    }
}

impl ReviewView {
    /// Whether its rubric gives points; without a rubric it may yet.
    pub fn is_scored(self) -> bool {
        let gives =
            |found: &ReviewResults| found.rubric.as_ref().is_none_or(|rubric| rubric.mode == Mode::Points);
        self.with(|_, found| gives(found)).unwrap_or(true)
    }
}
