//! What the pages of the ledger have in common: a table with its title, an entry with its unit and its problem.

use std::sync::Arc;

use leptos::prelude::*;

use crate::state::State;
use crate::widgets::EntryTable;
use water_ledger::evaluate::Problem;
use water_ledger::ledger::{Edit, Entry, Place, PlantEntry, ReviewEntry};
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

/// An entry beside the tables: what was typed, its unit, what is wrong with it.
pub fn entry_field(
    state: State,
    entry: Entry,
    unit: &'static str,
    text: Signal<String>,
    problem: impl Fn() -> Option<Message> + Copy + Send + Sync + 'static,
) -> AnyView {
    let id = entry.id();
    // A month is written with a hyphen, which keyboards for numbers lack.
    let is_text = matches!(entry, Entry::Plant(_, PlantEntry::Period) | Entry::Review(_, ReviewEntry::Unit));
    let keyboard = if is_text { "text" } else { "decimal" };
    let problem_id = move || problem().map(|_| format!("{id}-problem"));
    view! {
        <label class="entry-field">
            <span>{state.say(entry.name())}</span>
            " "
            <input
                id=id
                type="text"
                inputmode=keyboard
                autocomplete="off"
                prop:value=text
                aria-invalid=move || problem().map(|_| "true")
                aria-describedby=problem_id
                on:input=move |event| state.edit(Edit::Set(entry, event_target_value(&event)))
            />
            <span class="unit">{unit}</span>
        </label>
        {move || problem().map(|message| view! {
            <span class="field-problem" id=format!("{id}-problem")>{state.tell(&message)}</span>
        })}
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
