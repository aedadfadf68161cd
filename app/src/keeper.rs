//! Keeping the ledger: saved within half a second, shared between tabs, never written over when it cannot be read.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use super::state::{Notice, State};
use super::storage::{self, StorageError};
use water_ledger::ledger::{Ledger, Opened, open, save};
use water_ledger::text::{Key, Message};

/// Where the ledger is kept.
const LEDGER: &str = "water-ledger/ledger";

/// Where ledgers that could not be opened are put, numbered.
const ASIDE: &str = "water-ledger/aside/";

/// From a change to its saving.
const DELAY: Duration = Duration::from_millis(300);

/// From a failed saving to the next try.
const RETRY: Duration = Duration::from_secs(3);

/// What has become of the latest change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// There was none.
    Nothing,
    /// It will be saved in a moment.
    Pending,
    /// It is saved.
    Done,
    /// It could not be saved.
    Failed(StorageError),
}

/// A saved text that cannot be opened here and is left untouched.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The text as it was found.
    pub text: String,
    /// Why it cannot be opened.
    pub message: Message,
}

/// Keeps the ledger of a [`State`].
#[derive(Clone, Copy)]
pub struct Keeper {
    /// What has become of the latest change.
    pub saving: RwSignal<Saving>,
    /// A document that cannot be opened; while there is one, nothing is saved.
    pub held: RwSignal<Option<Held>>,
    /// The text this tab last read or wrote. Anything else in the storage is another tab's.
    known: StoredValue<Option<String>>,
    /// This tab has changes that are not saved.
    waiting: StoredValue<bool>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Keeper {
    /// What was kept from last time.
    pub fn load() -> (Keeper, Ledger) {
        let keeper = Keeper {
            saving: RwSignal::new(Saving::Nothing),
            held: RwSignal::new(None),
            known: StoredValue::new(None),
            waiting: StoredValue::new(false),
            timer: StoredValue::new(None),
        };
        let ledger = match storage::read(LEDGER) {
            Ok(Some(text)) => keeper.take_up(text),
            Ok(None) => None,
            Err(error) => {
                keeper.saving.set(Saving::Failed(error));
                None
            }
        };
        (keeper, ledger.unwrap_or_default())
    }

    /// Saves soon; called at every change that was made in this tab.
    pub fn save_soon(self, state: State) {
        self.waiting.set_value(true);
        // A failure stays in sight until a saving succeeds.
        if !matches!(self.saving.get_untracked(), Saving::Failed(_)) {
            self.saving.set(Saving::Pending);
        }
        if self.timer.with_value(Option::is_none) {
            self.schedule(state, DELAY);
        }
    }

    /// Saves at once what is still waiting; called when the page may be about to go.
    pub fn save_now(self, state: State) {
        if self.waiting.get_value() {
            self.flush(state);
        }
    }

    /// Another tab saved or removed the ledger. What counts is what is stored now: the event may be older than
    /// what this tab has written since.
    pub fn heed_other_tab(self, state: State) {
        let Ok(found) = storage::read(LEDGER) else { return };
        if self.known.with_value(|known| *known == found) {
            return;
        }
        match found {
            // Its turn comes when this tab saves and finds a text that it does not know.
            Some(text) if self.waiting.get_value() && matches!(open(&text), Opened::Ledger(_)) => {}
            Some(text) => {
                if let Some(ledger) = self.take_up(text) {
                    state.history.update(|history| history.adopt(ledger));
                    self.saving.set(Saving::Done);
                    state.notify(Notice::quiet(Message::new(Key::OtherTabChanged)));
                }
            }
            None => self.known.set_value(None),
        }
    }

    /// Whether a storage event is about the ledger; one without a key is about everything.
    pub fn concerns(key: Option<&str>) -> bool {
        key.is_none_or(|key| key == LEDGER)
    }

    /// Puts a held document under a name of its own and, once it is safe there, lets saving go on.
    /// False when it could not be put there; it stays held then.
    pub fn set_aside(self, state: State) -> bool {
        let Some(held) = self.held.get_untracked() else { return true };
        let number =
            (1..).find(|number| matches!(storage::read(&aside(*number)), Ok(None) | Err(_))).unwrap_or(1);
        let kept = storage::write(&aside(number), &held.text).is_ok()
            && storage::read(&aside(number)).ok().flatten().as_ref() == Some(&held.text);
        if kept {
            self.held.set(None);
            self.save_soon(state);
        } else {
            state.notify(Notice::grave(Message::new(Key::HeldSetAsideFailed)));
        }
        kept
    }

    /// The documents that were put aside.
    pub fn put_aside() -> Vec<String> {
        (1..).map_while(|number| storage::read(&aside(number)).ok().flatten()).collect()
    }

    /// Makes a text from the storage this tab's own, or holds it when it cannot be opened.
    fn take_up(self, text: String) -> Option<Ledger> {
        self.known.set_value(Some(text.clone()));
        match open(&text) {
            Opened::Ledger(ledger) => Some(ledger),
            other => {
                self.held.set(other.message().map(|message| Held { text, message }));
                None
            }
        }
    }

    fn schedule(self, state: State, delay: Duration) {
        let handle = set_timeout_with_handle(move || self.flush(state), delay).ok();
        self.timer.set_value(handle);
    }

    fn flush(self, state: State) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        if self.held.with_untracked(Option::is_some) {
            return;
        }
        let found = match storage::read(LEDGER) {
            Ok(found) => found,
            Err(error) => return self.fail(state, error),
        };
        if found.is_some() && self.known.with_value(|known| *known != found) {
            self.meet(state, found.unwrap_or_default());
            if self.held.with_untracked(Option::is_some) {
                return;
            }
        }
        let text = state.history.with_untracked(|history| save(history.ledger()));
        match storage::write(LEDGER, &text) {
            Ok(()) => {
                self.known.set_value(Some(text));
                self.waiting.set_value(false);
                self.saving.set(Saving::Done);
            }
            Err(error) => self.fail(state, error),
        }
    }

    /// Two tabs changed the ledger at once: this one's goes on, the other's stands one step back.
    fn meet(self, state: State, theirs: String) {
        if let Some(theirs) = self.take_up(theirs) {
            state.history.update(|history| {
                let ours = Ledger::clone(history.ledger());
                if ours != theirs {
                    history.adopt(theirs);
                    history.adopt(ours);
                    state.notify(Notice::quiet(Message::new(Key::OtherTabConflict)));
                }
            });
        }
    }

    fn fail(self, state: State, error: StorageError) {
        self.saving.set(Saving::Failed(error));
        // Blocked storage stays blocked; a full one may be freed.
        if error == StorageError::Full {
            self.schedule(state, RETRY);
        }
    }
}

fn aside(number: usize) -> String {
    format!("{ASIDE}{number}")
}
