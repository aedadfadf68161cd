//! A unit's year as its steps see it: what was typed, and what it comes to.

use std::sync::Arc;

use leptos::prelude::*;

use crate::pages::found::problems;
use crate::pages::parts::{self, problem_at, shared};
use crate::results;
use crate::state::State;
use crate::widgets::Field;
use water_ledger::evaluate::ReviewResults;
use water_ledger::ledger::{Entry, Place, ReviewEntry, ReviewId, ReviewSheet, ReviewTable, RowId, TableAt};
use water_ledger::rubric::Mode;
use water_ledger::show;

/// A unit's year. Copying shares it.
#[derive(Clone, Copy)]
pub struct ReviewView {
    /// The sheet's identity.
    pub id: ReviewId,
    sheet: Memo<Option<Arc<ReviewSheet>>>,
    results: Memo<Option<Arc<ReviewResults>>>,
}

impl ReviewView {
    /// The unit's year of an identity.
    pub fn new(state: State, id: ReviewId) -> ReviewView {
        ReviewView {
            id,
            sheet: shared(move || state.ledger.with(|ledger| ledger.certification.review(id).cloned())),
            results: shared(move || results::certification(state).with(|all| all.review(id).cloned())),
        }
    }

    /// Something made of the sheet and what it comes to, as long as both are there.
    pub fn with<T>(self, make: impl FnOnce(&ReviewSheet, &ReviewResults) -> T) -> Option<T> {
        self.sheet
            .with(|sheet| self.results.with(|results| Some(make(sheet.as_deref()?, results.as_deref()?))))
    }

    /// Whether its rubric gives points; without a rubric it may yet.
    pub fn is_scored(self) -> bool {
        let gives =
            |found: &ReviewResults| found.rubric.as_ref().is_none_or(|rubric| rubric.mode == Mode::Points);
        self.with(|_, found| gives(found)).unwrap_or(true)
    }

    /// A table with its title.
    pub fn table(self, state: State, table: ReviewTable) -> Option<AnyView> {
        parts::table(state, table.name(), move || {
            self.with(|sheet, found| show::certification::review_table(sheet, found, table))
        })
    }

    /// An entry, with its unit and what is wrong with it.
    pub fn entry(self, state: State, entry: ReviewEntry, unit: &'static str) -> AnyView {
        parts::entry_line(state, self.field(state, entry), Entry::Review(self.id, entry), unit)
    }

    /// The field of an entry.
    pub fn field(self, state: State, entry: ReviewEntry) -> Field {
        let typed =
            Memo::new(move |_| self.with(|sheet, _| sheet.entry(entry).to_string()).unwrap_or_default());
        let at = Entry::Review(self.id, entry);
        let problem = Signal::derive(move || {
            let of_sheet = self.with(|_, found| problem_at(&found.problems, at)).flatten();
            of_sheet.or_else(|| results::certification(state).with(|all| problem_at(&all.problems, at)))
        });
        Field::new(state, Place::Entry(at), typed, problem)
    }

    /// The field of a cell.
    pub fn cell(self, state: State, table: ReviewTable, row: RowId, column: usize) -> Field {
        let typed = Memo::new(move |_| {
            self.with(|sheet, _| sheet.cell(table, row, column).to_string()).unwrap_or_default()
        });
        let place = Place::cell(TableAt::Review(self.id, table), row, column);
        let problem = Memo::new(move |_| {
            let of = |found: &ReviewResults| {
                let problem = found.problems.iter().find(|problem| problem.place == place)?;
                Some(problem.kind.message())
            };
            self.with(|_, found| of(found)).flatten()
        });
        Field::new(state, place, typed, problem)
    }

    /// The panel beside the entries: figures, and below them what is worth a look.
    pub fn results(
        self,
        state: State,
        figures: impl Fn(&ReviewSheet, &ReviewResults) -> AnyView + Send + 'static,
    ) -> AnyView {
        let found = move || {
            self.with(|sheet, results| {
                let name = |place: Place| {
                    show::certification::review_place_name(
                        sheet,
                        results,
                        place,
                        state.language.get_untracked(),
                    )
                };
                problems(state, &name, results.problems.iter().collect(), &[])
            })
        };
        parts::results(state, view! { {move || self.with(&figures)} {found} })
    }
}
