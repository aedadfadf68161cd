//! The copies: when and why each was made; bringing one back, taking one out as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Shelf;
use super::list::{act, put_beside, told_size};
use crate::backups::Kept;
use crate::state::Notice;
use crate::widgets::{DataColumn, data_table};
use crate::{clock, documents, files, keeper};
use water_ledger::ledger::{Backup, BackupReason, Edit, Opened};
use water_ledger::show::ledgers::reason;
use water_ledger::text::{Key, Message};

/// The section.
pub fn section(shelf: Shelf) -> AnyView {
    let state = shelf.state;
    let make = move |_| {
        act(shelf, async move {
            keeper::back_up(state, &state.ledger.get_untracked(), BackupReason::Asked).await?;
            state.notify(Notice::quiet(Message::new(Key::BackupMade)));
            Ok(())
        });
    };
    let table = move || {
        let copies = shelf.overview.get()?.copies;
        if copies.is_empty() {
            return Some(view! { <p class="quiet">{state.say(Key::BackupNone)}</p> }.into_any());
        }
        let heads = [
            Key::BackupColumnMade,
            Key::LedgerColumnName,
            Key::BackupColumnReason,
            Key::LedgerColumnSize,
            Key::LedgerColumnActions,
        ];
        let columns = heads.map(|key| {
            let column = DataColumn::new(state.say(key));
            if key == Key::LedgerColumnSize { column.all("number") } else { column }
        });
        Some(data_table("data copies", None, columns.into(), copies.into_iter().map(|copy| row(shelf, copy))))
    };
    view! {
        <section class="table-block">
            <h2>{state.say(Key::BackupsTitle)}</h2>
            <p class="quiet">{state.say(Key::BackupsLead)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=state.say(Key::BackupsTitle)>{table}</div>
            <p><button on:click=make>{state.say(Key::BackupNow)}</button></p>
        </section>
    }
    .into_any()
}

fn row(shelf: Shelf, copy: Backup) -> Vec<AnyView> {
    let state = shelf.state;
    let made = clock::shown(copy.at_ms);
    let name = |action: Key| {
        let of =
            Message::new(Key::LedgerActionOf).with("action", state.say(action)).with("title", made.clone());
        state.tell(&of)
    };
    let (restored, taken) = (copy.clone(), copy.clone());
    let restore = move |_| with_text(shelf, restored.clone(), bring_back);
    let download = move |_| {
        with_text(shelf, taken.clone(), |_, copy, text| {
            let name = clock::shown(copy.at_ms).replace([' ', ':'], "-");
            files::download_text(&format!("water-ledger-{name}.json"), "application/json", &text);
        });
    };
    let actions = view! {
        <button class="plain" aria-label=name(Key::LedgerRestore) on:click=restore>{state.say(Key::LedgerRestore)}</button>
        <button class="plain" aria-label=name(Key::Download) on:click=download>{state.say(Key::Download)}</button>
    };
    let title = Some(copy.title.as_str()).filter(|title| !title.is_empty());
    vec![
        made.clone().into_any(),
        shelf.called(title).into_any(),
        state.say(reason(copy.reason)).into_any(),
        told_size(shelf, copy.bytes),
        actions.into_any(),
    ]
}

/// Does something with the text of a copy, where it is whole.
fn with_text(shelf: Shelf, copy: Backup, then: impl FnOnce(Shelf, &Backup, String) + 'static) {
    spawn_local(async move {
        let text = match Kept::open().await {
            Ok(kept) => kept.text(&copy).await.ok().flatten(),
            Err(_) => None,
        };
        match text {
            Some(text) => then(shelf, &copy, text),
            None => shelf.state.notify(Notice::grave(Message::new(Key::BackupDamaged))),
        }
    });
}

/// Brings a copy back: into the open ledger where it is one of it, else as a ledger of its own.
fn bring_back(shelf: Shelf, copy: &Backup, text: String) {
    let copy = copy.clone();
    spawn_local(async move { put_back(shelf, &copy, documents::opened(&text).await) });
}

fn put_back(shelf: Shelf, copy: &Backup, opened: Opened) {
    let state = shelf.state;
    let time = clock::shown(copy.at_ms);
    match opened {
        Opened::Ledger(ledger) if copy.ledger == state.store.ledger_id() => {
            state.edit(Edit::Replace(Box::new(ledger)));
            state.notify(Notice::quiet(Message::new(Key::BackupRestored).with("time", time)));
        }
        Opened::Ledger(ledger) => {
            let title = shelf.called(water_ledger::show::ledgers::title(&ledger).as_deref());
            let title = Message::new(Key::LedgerFromBackup).with("title", title).with("time", time);
            let title = state.tell(&title);
            let said = Message::new(Key::BackupRestoredAside).with("title", title.clone());
            put_beside(shelf, (&ledger, copy.ledger), title, said);
        }
        other => {
            if let Some(message) = other.message() {
                state.notify(Notice::grave(message));
            }
        }
    }
}
