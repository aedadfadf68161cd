//! 账本, the ledgers of this browser: the open one's name, all of them, their copies, the bin, how they are kept.

mod copies;
mod list;
mod merge;
mod overview;
mod share;
mod shared;
mod storage;

use std::sync::Arc;

use leptos::prelude::*;

use crate::keeper;
use crate::office;
use crate::state::State;
use crate::widgets::{Field, Line};
use overview::{Overview, load};
pub use shared::shared;
use water_ledger::ledger::{Column, LEDGER, Ledger, LedgerEntry, RowId};
use water_ledger::text::{Key, Message};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Shelf {
    state: State,
    /// What is in the browser, once it is read.
    overview: RwSignal<Option<Overview>>,
    /// Another ledger whose sheets are chosen from, with what it is called.
    merging: RwSignal<Option<(String, Arc<Ledger>)>>,
}

impl Shelf {
    fn new(state: State) -> Shelf {
        Shelf { state, overview: RwSignal::new(None), merging: RwSignal::new(None) }
    }

    /// Reads anew what is in the browser.
    fn look(self) {
        leptos::task::spawn_local(async move {
            let overview = load(self.state).await;
            let _ = self.overview.try_set(Some(overview));
        });
    }

    /// What a ledger without a name is called.
    fn called(self, title: Option<&str>) -> String {
        title.map_or_else(|| self.state.say(Key::LedgerUntitled).to_string(), str::to_string)
    }
}

/// The page.
pub fn page() -> AnyView {
    let state = State::expect();
    let shelf = Shelf::new(state);
    // A change of the open ledger changes what is told of it, once it is saved.
    Effect::new(move |_| {
        state.store.saving.track();
        shelf.look();
    });
    // All at once when it is known how long the lists are, so that nothing moves.
    let is_known = Memo::new(move |_| shelf.overview.with(Option::is_some));
    let sections = move || {
        view! {
            {list::section(shelf)}
            {merge::section(shelf)}
            {share::section(shelf)}
            {copies::section(shelf)}
            {list::bin(shelf)}
            {storage::section(shelf)}
        }
    };
    view! {
        <h1 tabindex="-1">{state.say(Key::LedgersTitle)}</h1>
        <p class="lead">{state.say(Key::LedgersLead)}</p>
        {own(state)}
        {move || is_known.get().then(sections)}
    }
    .into_any()
}

/// The open ledger: what it is called, who keeps it, a note.
fn own(state: State) -> AnyView {
    let place = LEDGER.at(&[]).row(RowId(0));
    let line = move |entry: LedgerEntry| {
        let place = water_ledger::ledger::Place { column: Some(entry.spec()), ..place };
        let typed = Signal::derive(move || state.ledger.with(|ledger| ledger.entry(entry).to_string()));
        let line =
            Line { label: state.say(entry.spec().heading).to_string(), is_wide: true, ..Line::default() };
        Field::new(state, place, typed, Signal::derive(|| None)).line(line)
    };
    let to_workbook = move |_| office::write(state, None);
    let exported = move || match keeper::exported_at() {
        Some(at) => state.tell(&Message::new(Key::LedgerExported).with("time", crate::clock::shown(at))),
        None => state.say(Key::LedgerNeverExported).to_string(),
    };
    view! {
        <section class="table-block own-ledger">
            <h2>{state.say(Key::LedgerOwn)}</h2>
            <div class="year-entries">
                {[LedgerEntry::Title, LedgerEntry::Organisation, LedgerEntry::Note].map(line).into_iter().collect_view()}
            </div>
            <p class="quiet">{state.say(Key::LedgerOwnPrinted)} " " {exported}</p>
            <p><button on:click=to_workbook>{state.say(Key::WorkbookExport)}</button> " " <span class="quiet">{state.say(Key::WorkbookExportLead)}</span></p>
        </section>
    }
    .into_any()
}
