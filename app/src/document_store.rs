//! Keeping the ledger: [`Autosave`] decides, and here are the storage, the timer and the other tabs that it decides about.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures::future::{Either, select};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use super::clock;
use super::database::Database;
use super::documents;
use super::state::{Notice, State};
use super::storage;
use water_ledger::ledger::{
    Action, Autosave, Event, Held, History, Opened, Saving, StorageError, Stored, checksum,
};
use water_ledger::text::{Key, Message};

/// Which ledger of this browser is open.
const OPEN: &str = "water-ledger/open";

/// Where the document stood before it had a journal, and the checksum of the text that was taken over from there.
const FORMER: &str = "water-ledger/ledger";
const TAKEN: &str = "water-ledger/taken";

/// Where documents that could not be opened are put, numbered.
const ASIDE: &str = "water-ledger/aside/";

/// Over which the tabs tell each other that they saved.
const NEWS: &str = "water-ledger";

/// How long the storage may take to answer before the page starts without it.
const PATIENCE: Duration = Duration::from_secs(5);

/// Keeps the ledger of a [`State`].
#[derive(Clone, Copy)]
pub struct DocumentStore {
    /// What has become of the latest change.
    pub saving: RwSignal<Saving>,
    /// A document that cannot be opened; while there is one, nothing is saved.
    pub held: RwSignal<Option<Held>>,
    autosave: StoredValue<Autosave>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Which ledger it is.
    ledger: StoredValue<u32>,
    /// A text of [`FORMER`] that is being taken over.
    former: StoredValue<Option<String>>,
    /// The text that an older version of the page wrote, until a copy of it is kept.
    older: StoredValue<Option<Arc<str>>>,
    database: StoredValue<Option<Rc<Database>>, LocalStorage>,
    news: StoredValue<Option<BroadcastChannel>, LocalStorage>,
}

/// What was found in this browser.
pub struct Found {
    database: Option<Database>,
    ledger: u32,
    stored: Result<Stored, StorageError>,
    /// The text that an older version of the page wrote.
    older: Option<Arc<str>>,
    /// The document of a former version, and what became of it.
    former: Option<(String, Opened)>,
}

/// How a ledger begins.
pub struct Beginning {
    /// It is still to be saved: it was taken over from a former version of the page.
    pub is_unsaved: bool,
    /// Its last changes could not be read.
    pub is_cut: bool,
    /// It was saved here once, and nothing of it is there.
    pub is_lost: bool,
}

impl DocumentStore {
    /// Looks for what is kept in this browser.
    pub async fn find() -> Found {
        let of_tab = storage::read_of_tab(OPEN).or_else(|| storage::read(OPEN).ok().flatten());
        let ledger = of_tab.and_then(|id| id.parse().ok()).unwrap_or(1);
        let opened = Box::pin(async {
            let database = Database::open().await?;
            let stored = database.read_as_written(ledger).await;
            Ok((database, stored))
        });
        let opened = match select(opened, Box::pin(clock::wait(PATIENCE))).await {
            Either::Left((opened, _)) => opened,
            Either::Right(_) => Err(StorageError::Blocked),
        };
        let (database, stored) = match opened {
            Ok((database, stored)) => (Some(database), stored),
            Err(error) => (None, Err(error)),
        };
        let older = stored.as_ref().ok().and_then(Stored::older_snapshot).map(|record| record.text.clone());
        let stored = match stored {
            Ok(stored) => Ok(documents::in_newest_form(stored).await),
            Err(error) => Err(error),
        };
        let former = match former_text() {
            Some(text) => {
                let opened = documents::opened(&text).await;
                Some((text, opened))
            }
            None => None,
        };
        Found { database, ledger, stored, older, former }
    }

    /// Begins with what was found; the history of the ledger, and what is to be done about it at once.
    pub fn begin(found: Found) -> (DocumentStore, History, Beginning) {
        let is_new = found.stored.as_ref().is_ok_and(Stored::is_empty);
        let was_saved = storage::read(OPEN).ok().flatten().is_some_and(|id| id == found.ledger.to_string());
        let is_lost = is_new && was_saved;
        let (mut autosave, kept) = Autosave::load(found.stored);
        let (former, opened) = found.former.unzip();
        let is_cut = kept.is_cut;
        let mut history = History::with_past(kept.past, kept.ledger);
        match (opened, is_new) {
            (Some(Opened::Ledger(ledger)), true) => history = History::new(ledger),
            // An older version of the page has written since its document was taken over.
            (Some(_), false) => set_former_aside(former.as_deref().unwrap_or_default()),
            (Some(other), true) => autosave.hold(former.clone().unwrap_or_default().into(), &other),
            (None, _) => {}
        }
        let is_unsaved = is_new && former.is_some() && autosave.held().is_none();
        let store = DocumentStore {
            saving: RwSignal::new(autosave.saving()),
            held: RwSignal::new(autosave.held().cloned()),
            autosave: StoredValue::new(autosave),
            timer: StoredValue::new(None),
            ledger: StoredValue::new(found.ledger),
            former: StoredValue::new(former.filter(|_| is_new)),
            older: StoredValue::new(found.older),
            database: StoredValue::new_local(found.database.map(Rc::new)),
            news: StoredValue::new_local(BroadcastChannel::new(NEWS).ok()),
        };
        (store, history, Beginning { is_unsaved, is_cut, is_lost })
    }

    /// Hears when another tab has saved.
    pub fn listen(self, state: State) {
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if event.data().as_f64() == Some(f64::from(self.ledger.get_value())) {
                self.tell(state, Event::News);
            }
        });
        self.news.with_value(|news| {
            if let Some(news) = news {
                news.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            }
        });
        heard.forget();
    }

    /// Saves soon; called at every change that was made in this tab.
    pub fn save_soon(self, state: State) {
        self.tell(state, Event::Edited);
    }

    /// Saves at once what is still waiting; called when the page may be about to go.
    pub fn save_now(self, state: State) {
        self.tell(state, Event::Leaving);
    }

    /// Looks whether another tab has saved; called when the page is seen again.
    pub fn catch_up(self, state: State) {
        self.tell(state, Event::News);
    }

    /// Lets a held document lie where it is and goes on with the ledger of this tab. False when it could not be kept; it stays held
    /// then.
    pub fn set_aside(self, state: State) -> bool {
        if self.held.with_untracked(Option::is_none) {
            return true;
        }
        match self.former.get_value() {
            // It is put under a name of its own, where an older version of the page does not write over it.
            Some(text) if !keep_aside(&text) => {
                state.notify(Notice::grave(Message::new(Key::HeldSetAsideFailed)));
                return false;
            }
            Some(text) => mark_taken(&text),
            // The journal stays as it is; the ledger of this tab begins another.
            None => self.ledger.set_value(new_id()),
        }
        self.former.set_value(None);
        self.autosave.set_value(Autosave::load(Ok(Stored::default())).0);
        self.tell(state, Event::Edited);
        true
    }

    /// The documents that were put aside.
    pub fn put_aside() -> Vec<String> {
        (1..).map_while(|number| storage::read(&aside(number)).ok().flatten()).collect()
    }

    /// Which ledger of this browser it is.
    pub fn ledger_id(self) -> u32 {
        self.ledger.get_value()
    }

    /// What an older version of the page wrote, once.
    pub fn take_older(self) -> Option<Arc<str>> {
        self.older.try_update_value(Option::take).flatten()
    }

    /// Opens another ledger of this browser in this tab, once all of this one is on disk: the page begins anew with it.
    pub fn open_other(self, state: State, ledger: u32) {
        self.save_now(state);
        spawn_local(async move {
            for _ in 0..30 {
                if matches!(self.saving.get_untracked(), Saving::Nothing | Saving::Done) {
                    if storage::write_of_tab(OPEN, &ledger.to_string()) {
                        let _ = window().location().reload();
                    }
                    return;
                }
                clock::wait(Duration::from_millis(100)).await;
            }
            state.notify(Notice::grave(Message::new(Key::LedgerUnsaved)));
        });
    }

    /// Whether there is work that leaving would lose.
    pub fn has_failed(self) -> bool {
        matches!(self.saving.get_untracked(), Saving::Failed(_))
    }

    /// Tells the machine what happened and does what it says.
    fn tell(self, state: State, event: Event) {
        let now = state.history.with_untracked(|history| history.ledger().clone());
        let actions = self.autosave.try_update_value(|autosave| autosave.on(event, &now)).unwrap_or_default();
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
            Action::Append(entry) => spawn_local(async move {
                let ledger = self.ledger.get_value();
                let answer = match self.database().await {
                    Ok(database) => database.append(ledger, &entry).await,
                    Err(error) => Err(error),
                };
                if matches!(answer, Ok(Event::Written)) {
                    self.say_saved(ledger);
                }
                self.answered(state, answer);
            }),
            Action::Read(known) => spawn_local(async move {
                let answer = match self.database().await {
                    Ok(database) => database.read_after(self.ledger.get_value(), known).await,
                    Err(error) => Err(error),
                };
                self.answered(state, answer);
            }),
            Action::Rebase { base, theirs } => {
                state.history.update(|history| history.rebase(&base, &theirs));
                state.notify(Notice::quiet(Message::new(Key::OtherTabChanged)));
            }
        }
    }

    fn answered(self, state: State, answer: Result<Event, StorageError>) {
        let event = answer.unwrap_or_else(|error| {
            // A connection that failed once may be of no use any more.
            self.database.set_value(None);
            Event::Failed(error)
        });
        self.tell(state, event);
    }

    /// The connection, opened anew where it was lost.
    async fn database(self) -> Result<Rc<Database>, StorageError> {
        if let Some(database) = self.database.get_value() {
            return Ok(database);
        }
        let database = Rc::new(Database::open().await?);
        self.database.set_value(Some(database.clone()));
        Ok(database)
    }

    /// Tells the other tabs that something was added to a ledger.
    pub fn tell_others(self, ledger: u32) {
        self.news.with_value(|news| {
            if let Some(news) = news {
                let _ = news.post_message(&ledger.into());
            }
        });
    }

    /// A saving is on disk: the other tabs hear of it, and the start page knows that a ledger is kept here.
    fn say_saved(self, ledger: u32) {
        self.tell_others(ledger);
        if let Some(text) = self.former.try_update_value(Option::take).flatten() {
            mark_taken(&text);
        }
        let is_known = storage::read(OPEN).ok().flatten().is_some_and(|id| id == ledger.to_string());
        if !is_known {
            let _ = storage::write(OPEN, &ledger.to_string());
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

/// The text that an older version of the page has stored, unless it was taken over already.
fn former_text() -> Option<String> {
    let text = storage::read(FORMER).ok().flatten()?;
    let taken = storage::read(TAKEN).ok().flatten();
    (taken != Some(mark(&text))).then_some(text)
}

fn mark(text: &str) -> String {
    format!("{:08x}", checksum(text))
}

fn mark_taken(text: &str) {
    let _ = storage::write(TAKEN, &mark(text));
}

fn set_former_aside(text: &str) {
    if keep_aside(text) {
        mark_taken(text);
    }
}

/// Puts the former document under the first free name; whether it was read back from there.
fn keep_aside(text: &str) -> bool {
    let number =
        (1..).find(|number| matches!(storage::read(&aside(*number)), Ok(None) | Err(_))).unwrap_or(1);
    storage::copy(FORMER, &aside(number), text)
}

/// A number that no other ledger of this browser has: the second of its beginning.
pub fn new_id() -> u32 {
    (js_sys::Date::now() / 1000.0) as u32
}

fn aside(number: usize) -> String {
    format!("{ASIDE}{number}")
}
