//! What the pages of the ledger have in common: a table with its title, the panel of results.

use leptos::prelude::*;

use crate::state::State;
use crate::widgets::EntryTable;
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
