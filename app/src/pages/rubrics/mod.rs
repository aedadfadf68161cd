//! 评分标准库, the library of rubrics, and the editor of one's own.

mod difference;
mod editor;
mod fields;
mod from_table;
mod library;
mod lists;
mod view;

use leptos::prelude::*;

use crate::state::State;
use water_ledger::exchange::{RUBRICS, Route};
use water_ledger::ledger::RubricId;
use water_ledger::text::Key;

/// The library, or the editor of the rubric that the address names.
#[component]
pub fn RubricsPage() -> impl IntoView {
    let state = State::expect();
    let shown = Memo::new(move |_| {
        let route = state.route.get();
        route.sheet.filter(|_| route.page == &RUBRICS).map(RubricId)
    });
    let is_held = move || state.store.held.with(Option::is_some);
    move || match (shown.get(), is_held()) {
        (_, true) => view! { <h1 tabindex="-1">{state.say(Key::RubricsTitle)}</h1> }.into_any(),
        (None, false) => library::library(state),
        (Some(id), false) => one(state, id),
    }
}

/// The editor of a rubric, for as long as there is one.
fn one(state: State, id: RubricId) -> AnyView {
    let is_there = Memo::new(move |_| state.ledger.with(|ledger| ledger.own_rubric(id).is_some()));
    let back = Route::RUBRICS.to_hash();
    view! {
        <h1 tabindex="-1">{state.say(Key::EditorTitle)}</h1>
        <p class="lead">{state.say(Key::EditorLead)}</p>
        <p class="buttons"><a class="button" href=back>{state.say(Key::LibraryBack)}</a></p>
        {move || match is_there.get() {
            true => editor::editor(state, id),
            false => view! { <p>{state.say(Key::LibraryGone)}</p> }.into_any(),
        }}
    }
    .into_any()
}
