//! A period as its tabs see it: what was typed, and what it comes to.

use std::sync::Arc;

use leptos::prelude::*;

use crate::pages::found::problems;
use crate::pages::parts::{self, problem_at, shared};
use crate::results;
use crate::state::State;
use crate::widgets::Field;
use water_ledger::evaluate::PeriodResults;
use water_ledger::ledger::{Entry, PeriodId, PeriodSheet, Place, PlantEntry, PlantTable, TableAt};
use water_ledger::show::{self, TableView};

/// A period. Copying shares it.
#[derive(Clone, Copy)]
pub struct PeriodView {
    /// The sheet's identity.
    pub id: PeriodId,
    sheet: Memo<Option<Arc<PeriodSheet>>>,
    results: Memo<Option<Arc<PeriodResults>>>,
}

impl PeriodView {
    /// The period of an identity.
    pub fn new(state: State, id: PeriodId) -> PeriodView {
        PeriodView {
            id,
            sheet: shared(move || state.ledger.with(|ledger| ledger.industry.period(id).cloned())),
            results: shared(move || results::plant(state).with(|all| all.period(id).cloned())),
        }
    }

    /// Something made of the sheet and what it comes to, as long as both are there.
    pub fn with<T>(self, make: impl FnOnce(&PeriodSheet, &PeriodResults) -> T) -> Option<T> {
        self.sheet
            .with(|sheet| self.results.with(|results| Some(make(sheet.as_deref()?, results.as_deref()?))))
    }

    /// Where the row of a place of the plant begins.
    pub fn row_of(self, place: usize) -> Option<Place> {
        let row = self.with(|_, found| found.place_rows.get(place).copied().flatten())??;
        Some(Place::cell(TableAt::Plant(self.id, row.table), row.row, 0))
    }

    /// A table of the period with its title.
    pub fn table(self, state: State, table: PlantTable) -> Option<AnyView> {
        let make = move |before: Option<&TableView>| {
            self.with(|sheet, found| show::plant::plant_table(sheet, found, table, before))
        };
        parts::table_again(state, table.name(), Box::new(make))
    }

    /// An entry of the period, with its unit and what is wrong with it.
    pub fn entry(self, state: State, entry: PlantEntry, unit: &'static str) -> AnyView {
        parts::entry_line(state, self.field(state, entry), Entry::Plant(self.id, entry), unit)
    }

    /// The field of an entry.
    pub fn field(self, state: State, entry: PlantEntry) -> Field {
        let typed =
            Memo::new(move |_| self.with(|sheet, _| sheet.entry(entry).to_string()).unwrap_or_default());
        let at = Entry::Plant(self.id, entry);
        let problem = Signal::derive(move || {
            let of_period = self.with(|_, found| problem_at(&found.problems, at)).flatten();
            of_period.or_else(|| results::plant(state).with(|all| problem_at(&all.problems, at)))
        });
        Field::new(state, Place::Entry(at), typed, problem)
    }

    /// The panel beside the entries: figures, and below them what is worth a look.
    pub fn results(
        self,
        state: State,
        figures: impl Fn(&PeriodSheet, &PeriodResults) -> AnyView + Send + 'static,
    ) -> AnyView {
        let found = move || {
            self.with(|sheet, results| {
                let name = |place: Place| show::plant::plant_place_name(sheet, place);
                problems(state, &name, results.problems.iter().collect(), &[])
            })
        };
        parts::results(state, view! { {move || self.with(&figures)} {found} })
    }
}
