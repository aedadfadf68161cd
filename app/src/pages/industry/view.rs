//! A period as its tabs see it.

use leptos::prelude::*;

use crate::pages::sheet_view::{SheetResults, SheetView};
use crate::results;
use crate::state::State;
use water_ledger::evaluate::{PeriodResults, Problem};
use water_ledger::industry::IntakeConvention;
use water_ledger::ledger::{PERIODS, Place, PlantEntry, Row, TableSpec};
use water_ledger::show::{self, TableView};
use water_ledger::text::{Key, Message};

/// A period.
pub type PeriodView = SheetView<PeriodResults>;

impl SheetResults for PeriodResults {
    const SHEETS: &'static TableSpec = &PERIODS;

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
    /// Which water counts as intake.
    pub fn intake_choice(self, state: State) -> AnyView {
        let label = state.say(Key::IntakeConventionField).to_string();
        self.entry_field(state, PlantEntry::Convention).choice_of(IntakeConvention::default(), label)
    }

    /// What counts as intake, and by which standard.
    pub fn intake_note(self, state: State) -> AnyView {
        let language = state.language.get_untracked();
        let note = move || self.with(|_, found| show::plant::intake_note(found, language)).flatten();
        view! { {move || note().map(|note| view! { <p class="quiet">{state.tell(&note)}</p> })} }.into_any()
    }

    /// Where the row of a place of the plant begins.
    pub fn row_of(self, place: usize) -> Option<Place> {
        let row = self.with(|_, found| found.place_rows.get(place).copied().flatten())??;
        Some(row.table.at(&[self.id]).row(row.row))
    }
}
