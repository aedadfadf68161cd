//! A ledger that came in a link: what it holds, and the question what is to be done. Nothing is touched before it is answered.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Shelf, list, merge};
use crate::state::{Notice, State};
use crate::{address, documents};
use water_ledger::exchange::{PAGES, Route, SHARED, text_of_link};
use water_ledger::ledger::{Edit, Ledger, Opened};
use water_ledger::show::ledgers::{holdings, size};
use water_ledger::text::{Key, Message};

/// What came.
type Came = Result<(Arc<Ledger>, usize), Message>;

/// The page.
pub fn shared() -> AnyView {
    let state = State::expect();
    let shelf = Shelf::new(state);
    shelf.look();
    let came = RwSignal::new(None::<Came>);
    let read = move || {
        spawn_local(async move {
            let found = read_link().await;
            let _ = came.try_set(Some(found));
        });
    };
    read();
    // Another link may be opened in the same tab.
    let listening = window_event_listener(ev::hashchange, move |_| {
        shelf.merging.set(None);
        read();
    });
    on_cleanup(move || listening.remove());
    view! {
        <h1 tabindex="-1">{state.say(Key::LinkTitle)}</h1>
        {move || {
            came.get().map(|came| match came {
                Ok((ledger, bytes)) => preview(shelf, ledger, bytes),
                Err(message) => view! { <p class="notice wrong" role="alert">{state.tell(&message)}</p> }.into_any(),
            })
        }}
        {merge::section(shelf)}
    }
    .into_any()
}

/// The ledger in the address, and how long its text is.
async fn read_link() -> Came {
    let hash = window().location().hash().unwrap_or_default();
    let start = format!("{}/", Route::to(&SHARED).to_hash());
    let text = text_of_link(hash.strip_prefix(&start).unwrap_or_default())?;
    match documents::opened(&text).await {
        Opened::Ledger(ledger) => Ok((Arc::new(ledger), text.len())),
        other => Err(other.message().unwrap_or_else(|| Message::new(Key::LinkBroken))),
    }
}

fn preview(shelf: Shelf, ledger: Arc<Ledger>, bytes: usize) -> AnyView {
    let state = shelf.state;
    let title = shelf.called(water_ledger::show::ledgers::title(&ledger).as_deref());
    let kinds = holdings(&ledger);
    let kinds = match kinds.is_empty() {
        true => view! { <li>{state.say(Key::LedgerNothing)}</li> }.into_any(),
        false => kinds.iter().map(|kind| view! { <li>{state.tell(kind)}</li> }).collect_view().into_any(),
    };
    let (opened, merged, name) = (ledger.clone(), ledger.clone(), title.clone());
    let open = move |_| open(shelf, &opened);
    let merge = move |_| shelf.merging.set(Some((name.clone(), merged.clone())));
    view! {
        <section class="table-block">
            <h2>{title}</h2>
            <ul>{kinds}</ul>
            <p class="quiet">{state.tell(&size(bytes as f64))}</p>
            <p>{state.say(Key::LinkQuestion)}</p>
            <p class="buttons">
                <button class="primary" on:click=open>{state.say(Key::LinkOpen)}</button>
                <button on:click=merge>{state.say(Key::LinkMerge)}</button>
                <button on:click=move |_| address::go(Route::HOME)>{state.say(Key::LinkLeave)}</button>
            </p>
        </section>
    }
    .into_any()
}

/// Opens it as a ledger of its own; where nothing has been typed yet, as this one.
fn open(shelf: Shelf, ledger: &Arc<Ledger>) {
    let state = shelf.state;
    let page = PAGES.into_iter().find(|page| page.sheets.is_some_and(|list| !ledger.sheets(list).is_empty()));
    let route = page.map_or(Route::LEDGERS, Route::to);
    if state.ledger.with_untracked(|own| **own == Ledger::default()) {
        state.edit(Edit::Replace(Box::new(Ledger::clone(ledger))));
        return address::go(route);
    }
    let (id, ledger) = (list::free_id(shelf), ledger.clone());
    spawn_local(async move {
        match list::put_under(id, &ledger).await {
            Ok(()) => {
                address::go(route);
                state.store.open_other(state, id);
            }
            Err(_) => state.notify(Notice::grave(Message::new(Key::LedgerFailed))),
        }
    });
}
