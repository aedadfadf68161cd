//! Keeping the ledger: [`Autosave`] decides, and here are the storage and the timer that it decides about.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use super::state::{Notice, State};
use super::storage;
use water_ledger::ledger::{Action, Autosave, Event, Held, Ledger, SaveAnswer, Saving, save};
use water_ledger::text::{Key, Message};

/// Where the ledger is kept.
const LEDGER: &str = "water-ledger/ledger";

/// Where ledgers that could not be opened are put, numbered.
const ASIDE: &str = "water-ledger/aside/";

/// Keeps the ledger of a [`State`].
#[derive(Clone, Copy)]
pub struct DocumentStore {
    /// What has become of the latest change.
    pub saving: RwSignal<Saving>,
    /// A document that cannot be opened; while there is one, nothing is saved.
    pub held: RwSignal<Option<Held>>,
    autosave: StoredValue<Autosave>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl DocumentStore {
    /// What was kept from last time.
    pub fn load() -> (DocumentStore, Ledger) {
        let (autosave, ledger) = Autosave::load(storage::read(LEDGER).map(shared));
        let store = DocumentStore {
            saving: RwSignal::new(autosave.saving()),
            held: RwSignal::new(autosave.held().cloned()),
            autosave: StoredValue::new(autosave),
            timer: StoredValue::new(None),
        };
        (store, ledger.unwrap_or_default())
    }

    /// Saves soon; called at every change that was made in this tab.
    pub fn save_soon(self, state: State) {
        self.tell(state, Event::Edited);
    }

    /// Saves at once what is still waiting; called when the page may be about to go.
    pub fn save_now(self, state: State) {
        self.tell(state, Event::Leaving);
    }

    /// Another tab saved or removed the ledger. What counts is what is stored now: the event may be older than
    /// what this tab has written since.
    pub fn sync_from_other_tab(self, state: State) {
        if let Ok(found) = storage::read(LEDGER) {
            self.tell(state, Event::OtherTab(shared(found)));
        }
    }

    /// Whether a storage event is about the ledger; one without a key is about everything.
    pub fn concerns(key: Option<&str>) -> bool {
        key.is_none_or(|key| key == LEDGER)
    }

    /// Puts a held document under a name of its own and, once it is safe there, lets saving go on.
    /// False when it could not be put there; it stays held then.
    pub fn set_aside(self, state: State) -> bool {
        self.tell(state, Event::SetAside);
        self.held.with_untracked(Option::is_none)
    }

    /// The documents that were put aside.
    pub fn put_aside() -> Vec<String> {
        (1..).map_while(|number| storage::read(&aside(number)).ok().flatten()).collect()
    }

    /// Tells the machine what happened and does what it says. The storage answers at once.
    fn tell(self, state: State, event: Event) {
        let actions = self.autosave.try_update_value(|autosave| autosave.on(event)).unwrap_or_default();
        for action in actions {
            self.act(state, action);
        }
        self.autosave.with_value(|autosave| {
            if self.saving.get_untracked() != autosave.saving() {
                self.saving.set(autosave.saving());
            }
            if self.held.with_untracked(|held| held.as_ref() != autosave.held()) {
                self.held.set(autosave.held().cloned());
            }
        });
    }

    fn act(self, state: State, action: Action) {
        match action {
            Action::StartTimer(delay) => self.start_timer(state, delay),
            Action::StopTimer => self.stop_timer(),
            Action::Save { known } => self.tell(state, Event::Saved(write(state, known.as_deref()))),
            Action::KeepAside(text) => {
                let is_kept = keep_aside(&text);
                self.tell(state, Event::KeptAside(text, is_kept));
            }
            Action::Adopt(theirs) => {
                state.history.update(|history| history.adopt(theirs));
                state.notify(Notice::quiet(Message::new(Key::OtherTabChanged)));
            }
            Action::Merge(theirs) => {
                if state.history.try_update(|history| history.merge(theirs)) == Some(true) {
                    state.notify(Notice::quiet(Message::new(Key::OtherTabConflict)));
                }
            }
            Action::SayNotSetAside => {
                state.notify(Notice::grave(Message::new(Key::HeldSetAsideFailed)));
            }
        }
    }

    fn start_timer(self, state: State, delay: Duration) {
        self.stop_timer();
        let fire = move || self.tell(state, Event::TimerFired);
        self.timer.set_value(set_timeout_with_handle(fire, delay).ok());
    }

    fn stop_timer(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}

/// Writes the ledger, unless another text than the known one is stored. Nothing comes between the reading and the
/// writing: a browser runs one script at a time on one storage.
fn write(state: State, known: Option<&str>) -> SaveAnswer {
    match storage::read(LEDGER) {
        Err(error) => return SaveAnswer::Failed(error),
        Ok(Some(found)) if known != Some(&found) => return SaveAnswer::Found(found.into()),
        Ok(_) => {}
    }
    let text = state.history.with_untracked(|history| save(history.ledger()));
    match storage::write(LEDGER, &text) {
        Ok(()) => SaveAnswer::Written(text.into()),
        Err(error) => SaveAnswer::Failed(error),
    }
}

/// Puts a text under the first free name; whether it was read back from there.
fn keep_aside(text: &str) -> bool {
    let number =
        (1..).find(|number| matches!(storage::read(&aside(*number)), Ok(None) | Err(_))).unwrap_or(1);
    storage::copy(LEDGER, &aside(number), text)
}

fn shared(text: Option<String>) -> Option<Arc<str>> {
    text.map(Arc::from)
}

fn aside(number: usize) -> String {
    format!("{ASIDE}{number}")
}
