//! The files of the open ledger as its pages know them, and what is done with them.

use std::cell::{Cell, RefCell};

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, File};

use super::MARK;
use super::kept::Attachments;
use crate::clock;
use crate::state::State;
use crate::storage;
use water_ledger::ledger::{Attachment, MOST_ATTACHED, StorageError, shown_as};
use water_ledger::show::ledgers::size;
use water_ledger::text::{Key, Message};

/// Over which tabs tell each other that a ledger's files changed.
const NEWS: &str = "water-ledger-attached";

/// How many bytes at the beginning of a file say what it is.
const BEGINNING: u32 = 16;

thread_local! {
    /// It belongs to no view: the first that asks for it may go before the others.
    static LIST: ArcRwSignal<Vec<Attachment>> = ArcRwSignal::new(Vec::new());
    /// The ledger whose files they are; none before the first was asked for.
    static LEDGER: Cell<Option<u32>> = const { Cell::new(None) };
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// The files of the open ledger, as they are and as they become.
pub fn list(state: State) -> ArcRwSignal<Vec<Attachment>> {
    let ledger = state.store.ledger_id();
    if LEDGER.get().is_none() {
        listen(state);
    }
    if LEDGER.replace(Some(ledger)) != Some(ledger) {
        look(state);
    }
    LIST.with(Clone::clone)
}

/// Reads anew what is kept. Where nothing can be read, what was known stays: whoever then does something with it is told.
pub fn look(state: State) {
    spawn_local(async move {
        let read = async { Attachments::open().await?.list(state.store.ledger_id()).await };
        if let Ok(list) = read.await {
            LIST.with(|known| {
                if known.with_untracked(|before| *before != list) {
                    known.set(list);
                }
            });
        }
    });
}

/// Hears of other tabs, and looks when the page is seen again: a tab that slept hears nothing.
fn listen(state: State) {
    let heard = Closure::<dyn FnMut()>::new(move || look(state)).into_js_value();
    let channel = BroadcastChannel::new(NEWS).ok();
    if let Some(channel) = &channel {
        channel.set_onmessage(Some(heard.unchecked_ref()));
    }
    CHANNEL.set(channel);
    let _ = document().add_event_listener_with_callback("visibilitychange", heard.unchecked_ref());
}

/// Something changed: the other tabs are told, and this one looks.
fn changed(state: State) {
    look(state);
    CHANNEL.with_borrow(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&state.store.ledger_id().into());
        }
    });
}

/// Attaches files one after the other; what is said of those that could not be.
pub async fn attach(state: State, carrier: &str, files: Vec<File>) -> Vec<Message> {
    let mut said = Vec::new();
    for file in files {
        match attach_one(state, carrier, &file).await {
            Ok(()) => {
                let _ = storage::write(MARK, "1");
                changed(state);
            }
            Err(why) => said.push(why),
        }
    }
    said
}

async fn attach_one(state: State, carrier: &str, file: &File) -> Result<(), Message> {
    let refused = |key: Key| Message::new(key).with("name", file.name());
    if file.size() == 0.0 {
        return Err(refused(Key::AttachEmpty));
    }
    // The size is known before anything is read.
    if file.size() > MOST_ATTACHED {
        let language = state.language.get_untracked();
        let told = |bytes: f64| size(bytes).say(language);
        let refused = refused(Key::AttachTooLarge).with("size", told(file.size()));
        return Err(refused.with("most", told(MOST_ATTACHED)));
    }
    let content = JsFuture::from(file.array_buffer()).await.map_err(|_| refused(Key::AttachUnreadable))?;
    let bytes = Uint8Array::new(&content);
    let now = clock::now();
    let one = Attachment {
        id: now,
        carrier: carrier.to_string(),
        name: file.name(),
        shown: shown_as(&bytes.subarray(0, BEGINNING).to_vec()),
        bytes: f64::from(bytes.length()),
        at_ms: now,
        removed_ms: None,
    };
    let kept = async {
        Attachments::open().await?.add(state.store.ledger_id(), &one, content.unchecked_ref()).await
    };
    kept.await.map_err(|why| {
        refused(match why {
            StorageError::Full => Key::AttachFull,
            StorageError::Blocked => Key::AttachBlocked,
        })
    })
}

/// The content of a file, or what is said where it is not to be had.
pub async fn content(state: State, one: &Attachment) -> Result<Uint8Array, Message> {
    let read = async { Attachments::open().await?.content(state.store.ledger_id(), one).await };
    let content = read.await.ok().flatten();
    content.ok_or_else(|| Message::new(Key::AttachedGone).with("name", one.name.clone()))
}

/// As what a content is shown, by itself and whatever was kept of it.
pub fn kind_of(content: &Uint8Array) -> Option<&'static str> {
    shown_as(&content.subarray(0, BEGINNING).to_vec())
}

/// Removes a file, which can be brought back for a while, or brings it back; what is said where it could not be.
pub async fn mark(state: State, one: &Attachment, removed: bool) -> Option<Message> {
    let one = Attachment { removed_ms: removed.then(clock::now), ..one.clone() };
    let marked = async { Attachments::open().await?.mark(state.store.ledger_id(), &one).await };
    let said = match marked.await {
        Ok(true) => None,
        Ok(false) => Some(Message::new(Key::AttachedGone).with("name", one.name)),
        Err(_) => Some(Message::new(Key::AttachedFailed)),
    };
    changed(state);
    said
}

/// Takes a file away for good; what is said where it could not be.
pub async fn erase(state: State, one: &Attachment) -> Option<Message> {
    let erased = async { Attachments::open().await?.erase(state.store.ledger_id(), one.id).await };
    let said = erased.await.is_err().then(|| Message::new(Key::AttachedFailed));
    changed(state);
    said
}
