//! What the pages of the ledger have in common: a table with its title, an entry with its unit and its problem.

use leptos::prelude::*;

use super::found::entry_id;
use crate::ledger::{Edit, Entry, PlantEntry};
use crate::report::Sheet;
use crate::text::{Key, Message};
use crate::web::state::State;
use crate::web::widgets::EntryTable;

/// A table with its title; while what it hangs on is not there, it stays as it was.
pub fn table(
    state: State,
    title: Key,
    make: impl Fn() -> Option<Sheet> + Send + Sync + 'static,
) -> Option<AnyView> {
    let first = untrack(&make)?;
    let sheet = Memo::new(move |before: Option<&Sheet>| {
        make().or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
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
    let id = entry_id(entry).unwrap_or_default();
    // A month is written with a hyphen, which keyboards for numbers lack.
    let keyboard = if matches!(entry, Entry::Plant(_, PlantEntry::Period)) { "text" } else { "decimal" };
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
