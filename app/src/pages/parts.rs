//! What the pages of the ledger have in common: a table with its title, an entry with its unit and its problem.

use std::sync::Arc;

use leptos::prelude::*;

use crate::state::State;
use crate::widgets::{EntryTable, Field, Line};
use water_ledger::evaluate::Problem;
use water_ledger::ledger::{Entry, Place, PlantEntry, ReviewEntry};
use water_ledger::show::TableView;
use water_ledger::text::{Key, Message};

/// A table with its title; while what it hangs on is not there, it stays as it was.
pub fn table(
    state: State,
    title: Key,
    make: impl Fn() -> Option<TableView> + Send + Sync + 'static,
) -> Option<AnyView> {
    table_again(state, title, Box::new(move |_| make()))
}

/// Makes a table of what there is now and of the table as it was.
pub type MakeAgain = Box<dyn Fn(Option<&TableView>) -> Option<TableView> + Send + Sync>;

/// As [`table()`], made anew from what it was: long tables change in a row at a time.
pub fn table_again(state: State, title: Key, make: MakeAgain) -> Option<AnyView> {
    let first = untrack(|| make(None))?;
    let sheet = Memo::new(move |before: Option<&TableView>| {
        let before = before.unwrap_or(&first);
        make(Some(before)).unwrap_or_else(|| before.clone())
    });
    let caption = state.say(title).to_string();
    Some(
        view! {
            <section class="table-block">
                <h2>{state.say(title)}</h2>
                <EntryTable caption sheet/>
            </section>
        }
        .into_any(),
    )
}

/// An entry beside the tables, with its unit.
pub fn entry_line(state: State, field: Field, entry: Entry, unit: &'static str) -> AnyView {
    // A month is written with a hyphen, which keyboards for numbers lack.
    let is_text = matches!(entry, Entry::Plant(_, PlantEntry::Period) | Entry::Review(_, ReviewEntry::Unit));
    let label = state.say(entry.name()).to_string();
    field.line(Line { label, unit, is_number: !is_text, ..Line::default() })
}

/// The panel beside the entries: what they come to, and below it what is worth a look.
pub fn results(state: State, content: impl IntoView) -> AnyView {
    let content = content.into_any();
    view! {
        <aside class="results" aria-labelledby="results-title">
            <h2 id="results-title">{state.say(Key::ResultsTitle)}</h2>
            {content}
        </aside>
    }
    .into_any()
}

/// What is wrong with an entry.
pub fn problem_at(problems: &[Problem], entry: Entry) -> Option<Message> {
    let found = problems.iter().find(|problem| problem.place == Place::Entry(entry));
    found.map(|problem| problem.kind.message())
}

/// Sheets and what they come to are shared as long as they stay the same; to compare them would take longer.
pub fn shared<T: Send + Sync + 'static>(
    find: impl Fn() -> Option<Arc<T>> + Send + Sync + 'static,
) -> Memo<Option<Arc<T>>> {
    Memo::new_with_compare(move |_| find(), is_other)
}

fn is_other<T>(a: Option<&Option<Arc<T>>>, b: Option<&Option<Arc<T>>>) -> bool {
    match (a, b) {
        (Some(Some(a)), Some(Some(b))) => !Arc::ptr_eq(a, b),
        (Some(None), Some(None)) => false,
        _ => true,
    }
}
