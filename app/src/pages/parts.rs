//! What the pages of the ledger have in common: a table with its title, the bar of results and the panel below or beside it.

use leptos::prelude::*;

use crate::state::State;
use crate::widgets::{EntryTable, unverified_line};
use water_ledger::show::TableView;
use water_ledger::text::Key;

/// Makes a table of what there is now and of the table as it was.
pub type MakeAgain = Box<dyn Fn(Option<&TableView>) -> Option<TableView> + Send + Sync>;

/// A table with its title, made anew from what it was, since long tables change in a row at a time; while what it hangs on is not
/// there, it stays as it was.
pub fn table(state: State, title: Key, make: MakeAgain) -> Option<AnyView> {
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

/// What is told of results.
pub struct ResultViews {
    /// The facts of the bar, the main one first.
    pub facts: AnyView,
    /// What is wrong, the worst of it.
    pub worst: AnyView,
    /// What else there is to know.
    pub more: AnyView,
}

/// The bar of results above the entry, and what else they come to beside it.
pub fn results(state: State, views: ResultViews) -> AnyView {
    let ResultViews { facts, worst, more } = views;
    let is_open = RwSignal::new(false);
    view! {
        <section class="result-bar" aria-labelledby="results-title" class:open=is_open>
            <h2 id="results-title" class="visually-hidden">{state.say(Key::ResultsTitle)}</h2>
            <div class="result-facts">{facts}</div>
            <button class="plain open-bar" aria-expanded=move || is_open.get().to_string() aria-label=state.say(Key::ResultsOpen) on:click=move |_| is_open.update(|open| *open = !*open)>
                <span aria-hidden="true">{"⌄"}</span>
            </button>
            {worst}
            {unverified_line(*state)}
        </section>
        <aside class="results" aria-label=state.say(Key::ResultsMore)>{more}</aside>
    }
    .into_any()
}
