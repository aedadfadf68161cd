//! The list of ledgers and the bin, with what can be done with each.

use std::future::Future;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Shelf;
use super::overview::{Shelved, erase};
use crate::attachments::Attachments;
use crate::backups::Kept;
use crate::clock;
use crate::database::Database;
use crate::document_store::new_id;
use crate::state::Notice;
use crate::widgets::{DataColumn, data_table};
use water_ledger::ledger::{Edit, Entry, Event, Ledger, StorageError};
use water_ledger::show::ledgers::{holdings, size};
use water_ledger::text::{Key, Message};

/// The ledgers outside the bin.
pub fn section(shelf: Shelf) -> AnyView {
    let state = shelf.state;
    let renaming = RwSignal::new(None::<u32>);
    let table = move || {
        let overview = shelf.overview.get()?;
        let rows = overview.ledgers.iter().map(|one| row(shelf, renaming, one)).collect::<Vec<_>>();
        Some(data_table("data ledgers", None, columns(shelf), rows))
    };
    let add = move |_| state.store.open_other(state, free_id(shelf));
    view! {
        <section class="table-block">
            <h2>{state.say(Key::LedgersHere)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=state.say(Key::LedgersHere)>{table}</div>
            <p><button on:click=add>"+ " {state.say(Key::LedgerNew)}</button></p>
        </section>
    }
    .into_any()
}

fn columns(shelf: Shelf) -> Vec<DataColumn> {
    let say = |key: Key| shelf.state.say(key);
    vec![
        DataColumn::new(say(Key::LedgerColumnName)),
        DataColumn::new(say(Key::LedgerColumnHolds)),
        DataColumn::new(say(Key::LedgerColumnChanged)),
        DataColumn::new(say(Key::LedgerColumnSize)).all("number"),
        DataColumn::new(say(Key::LedgerColumnActions)),
    ]
}

fn row(shelf: Shelf, renaming: RwSignal<Option<u32>>, one: &Shelved) -> Vec<AnyView> {
    let (state, id) = (shelf.state, one.id);
    let is_open = id == state.store.ledger_id();
    let title = shelf.called(one.title().as_deref());
    let button = |action: Key, act: Box<dyn Fn()>| action_button(shelf, action, &title, act);
    let mut actions = Vec::new();
    if is_open {
        actions.push(view! { <span class="mark good">{state.say(Key::LedgerIsOpen)}</span> }.into_any());
    } else {
        actions.push(button(Key::LedgerOpen, Box::new(move || state.store.open_other(state, id))));
    }
    if let Ok(ledger) = one.ledger.clone() {
        let copied = ledger.clone();
        actions.push(button(Key::LedgerDuplicate, Box::new(move || duplicate(shelf, id, &copied))));
        if !is_open {
            actions.push(button(Key::LedgerRename, Box::new(move || renaming.set(Some(id)))));
            let (called, other) = (title.clone(), ledger.clone());
            let merge = move || shelf.merging.set(Some((called.clone(), other.clone())));
            actions.push(button(Key::LedgerMerge, Box::new(merge)));
        }
    }
    let name = title.clone();
    actions.push(button(Key::LedgerDelete, Box::new(move || delete(shelf, id, name.clone()))));
    let typed = one.title().unwrap_or_default();
    let name = move || match renaming.get() == Some(id) {
        true => rename_line(shelf, renaming, id, typed.clone()),
        false => title.clone().into_any(),
    };
    vec![name.into_any(), holds(shelf, one), changed(one), whole_size(shelf, one), actions.into_any()]
}

fn action_button(shelf: Shelf, action: Key, title: &str, act: Box<dyn Fn()>) -> AnyView {
    let state = shelf.state;
    let name = Message::new(Key::LedgerActionOf).with("action", state.say(action)).with("title", title);
    view! { <button class="plain" aria-label=state.tell(&name) on:click=move |_| act()>{state.say(action)}</button> }.into_any()
}

fn holds(shelf: Shelf, one: &Shelved) -> AnyView {
    let state = shelf.state;
    match &one.ledger {
        Err(reason) => {
            let why = Message::new(Key::LedgerUnreadable).with("reason", state.tell(reason));
            view! { <span class="wrong">{state.tell(&why)}</span> }.into_any()
        }
        Ok(ledger) => match holdings(ledger) {
            none if none.is_empty() => state.say(Key::LedgerNothing).into_any(),
            kinds => {
                let kind = |kind: &Message| view! { <li>{state.tell(kind)}</li> };
                view! { <ul class="holds">{kinds.iter().map(kind).collect_view()}</ul> }.into_any()
            }
        },
    }
}

fn changed(one: &Shelved) -> AnyView {
    one.changed_ms.map_or_else(|| "–".to_string(), clock::shown).into_any()
}

/// How large it is, with its files.
fn whole_size(shelf: Shelf, one: &Shelved) -> AnyView {
    let state = shelf.state;
    let attached = one.attached.as_ref().map(|(count, size)| {
        let words = Message::new(Key::AttachedInLedger).with("count", count.to_string());
        view! { <span class="quiet attached-size">{state.tell(&words.with("size", state.tell(size)))}</span> }
    });
    view! { {told_size(shelf, one.bytes)} {attached} }.into_any()
}

pub(super) fn told_size(shelf: Shelf, bytes: f64) -> AnyView {
    shelf.state.tell(&size(bytes)).into_any()
}

/// The line in which another name is typed.
fn rename_line(shelf: Shelf, renaming: RwSignal<Option<u32>>, id: u32, typed: String) -> AnyView {
    let state = shelf.state;
    let take = move |event| {
        let title = event_target_value(&event);
        renaming.set(None);
        act(shelf, async move {
            let database = Database::open().await?;
            let stored = database.read(id).await?;
            let Ok(entry) = stored.changed(Edit::title(title)) else {
                return Err(StorageError::Blocked);
            };
            append(&database, id, &entry).await?;
            state.store.tell_others(id);
            Ok(())
        });
    };
    view! {
        <input type="text" autocomplete="off" aria-label=state.say(Key::LedgerTitle) autofocus=true value=typed on:change=take/>
    }
    .into_any()
}

/// The ledgers in the bin.
pub fn bin(shelf: Shelf) -> AnyView {
    let state = shelf.state;
    let entry = move |(one, days): (Shelved, u32)| {
        let (id, title) = (one.id, shelf.called(one.title().as_deref()));
        let restore = move || {
            act(shelf, async move { Kept::open().await?.set_in_bin(id, false).await });
        };
        let remove = move || {
            act(shelf, async move {
                let (database, kept) = (Database::open().await?, Kept::open().await?);
                let copies = kept.list().await?;
                erase(&database, &kept, id, &copies).await
            });
        };
        let days = Message::new(Key::LedgerBinDays).with("days", days.to_string());
        view! {
            <li>
                <span>{title.clone()}</span>
                <span class="quiet">{state.tell(&days)}</span>
                {action_button(shelf, Key::LedgerRestore, &title, Box::new(restore))}
                {action_button(shelf, Key::LedgerErase, &title, Box::new(remove))}
            </li>
        }
    };
    let list = move || {
        let bin = shelf.overview.get().map(|overview| overview.bin).filter(|bin| !bin.is_empty())?;
        Some(view! {
            <section class="table-block">
                <h2>{state.say(Key::LedgerBin)}</h2>
                <ul class="bin">{bin.into_iter().map(entry).collect_view()}</ul>
            </section>
        })
    };
    list.into_any()
}

/// Does something with what is stored, and looks anew; what fails is said.
pub(super) fn act(shelf: Shelf, doing: impl Future<Output = Result<(), StorageError>> + 'static) {
    spawn_local(async move {
        if doing.await.is_err() {
            shelf.state.notify(Notice::grave(Message::new(Key::LedgerFailed)));
        }
        shelf.look();
    });
}

fn duplicate(shelf: Shelf, id: u32, ledger: &Arc<Ledger>) {
    let title = shelf.called(water_ledger::show::ledgers::title(ledger).as_deref());
    let title = shelf.state.tell(&Message::new(Key::LedgerCopyOf).with("title", title));
    let said = Message::new(Key::LedgerDuplicated).with("title", title.clone());
    put_beside(shelf, (ledger, id), title, said);
}

/// Puts a ledger beside the others, under a name, with the files of the one that it comes from.
pub(super) fn put_beside(shelf: Shelf, (ledger, from): (&Ledger, u32), title: String, said: Message) {
    let id = free_id(shelf);
    let Ok(copy) = ledger.after(Edit::title(title)) else { return };
    act(shelf, async move {
        // Before the ledger: were it there first, it would be there without them where one cannot be kept.
        let attached = Attachments::open().await?;
        let put = async {
            attached.copy(from, id).await?;
            put_under(id, &copy).await
        };
        if let Err(error) = put.await {
            // Files of a ledger that is none would lie there for good.
            attached.erase_all(id).await?;
            return Err(error);
        }
        shelf.state.notify(Notice::quiet(said));
        Ok(())
    });
}

/// Puts a ledger under a number that none has.
pub(super) async fn put_under(id: u32, ledger: &Ledger) -> Result<(), StorageError> {
    append(&Database::open().await?, id, &Entry::whole(ledger)).await
}

fn delete(shelf: Shelf, id: u32, title: String) {
    let state = shelf.state;
    let is_open = id == state.store.ledger_id();
    let next = shelf.overview.with_untracked(|overview| {
        let others = overview.iter().flat_map(|overview| &overview.ledgers);
        others.map(|one| one.id).find(|other| *other != id)
    });
    act(shelf, async move {
        Kept::open().await?.set_in_bin(id, true).await?;
        state.notify(Notice::quiet(Message::new(Key::LedgerDeleted).with("title", title)));
        if is_open {
            state.store.open_other(state, next.unwrap_or_else(|| free_id(shelf)));
        }
        Ok(())
    });
}

async fn append(database: &Database, id: u32, entry: &Entry) -> Result<(), StorageError> {
    match database.append(id, entry).await? {
        Event::Written => Ok(()),
        // Somebody changed it meanwhile; nothing was written.
        _ => Err(StorageError::Blocked),
    }
}

/// A number that no ledger of this browser has.
pub(super) fn free_id(shelf: Shelf) -> u32 {
    let known = shelf.overview.with_untracked(|overview| {
        let overview = overview.iter();
        let ids = overview.flat_map(|one| one.ledgers.iter().chain(one.bin.iter().map(|(one, _)| one)));
        ids.map(|one| one.id).max()
    });
    new_id().max(known.map_or(0, |id| id + 1))
}
