//! Autosave as a pure state machine: events in, actions out. It knows neither the browser nor the clock.
//!
//! Several tabs save one document into one storage. The storage offers a compare-and-swap: a tab writes only where the
//! storage holds nothing or the very text that this tab last read or wrote, else it is told what is there. Two rules
//! follow from it. A text that cannot be opened is never written over; it is *held* until a copy is kept elsewhere. And a
//! ledger of another tab is written over only once it is a step back in this tab's history.
//!
//! Whoever drives the machine carries out the actions in their order and reports what became of them. A storage may
//! answer later, in the order in which it was asked.

use std::sync::Arc;
use std::time::Duration;

use super::{Ledger, Opened, open};
use crate::text::Message;

/// From a change to its saving.
const DELAY: Duration = Duration::from_millis(300);

/// From a failed saving to the next try.
const RETRY: Duration = Duration::from_secs(3);

/// Why a storage did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not let this page store anything.
    Blocked,
    /// There is no room.
    Full,
}

/// What has become of the latest change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// There was none, or nothing is stored any more.
    Nothing,
    /// It will be saved in a moment.
    Pending,
    /// It is saved.
    Done,
    /// It could not be saved.
    Failed(StorageError),
}

/// A stored text that cannot be opened here and is left untouched.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The text as it was found.
    pub text: Arc<str>,
    /// Why it cannot be opened.
    pub message: Message,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The ledger was changed in this tab.
    Edited,
    /// The timer ran out.
    TimerFired,
    /// The page may be about to go.
    Leaving,
    /// Another tab saved or removed the document; what is stored now, which may be newer than the news of it.
    OtherTab(Option<Arc<str>>),
    /// The answer to [`Action::Save`].
    Saved(SaveAnswer),
    /// The person wants a held text set aside.
    SetAside,
    /// The answer to [`Action::KeepAside`]: the text, and whether it was read back from where it was put.
    KeptAside(Arc<str>, bool),
}

/// What became of an [`Action::Save`].
#[derive(Clone, Debug)]
pub enum SaveAnswer {
    /// This text is stored now.
    Written(Arc<str>),
    /// Nothing was written: this text, which is neither the known one nor nothing, is stored.
    Found(Arc<str>),
    /// Nothing was written.
    Failed(StorageError),
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Start the timer, in place of one that runs.
    StartTimer(Duration),
    /// Stop the timer, if one runs.
    StopTimer,
    /// Store the ledger's text, unless another text than `known` is stored; report [`Event::Saved`].
    Save {
        /// The text this tab last read or wrote.
        known: Option<Arc<str>>,
    },
    /// Put a text where no other text is, read it back, report [`Event::KeptAside`].
    KeepAside(Arc<str>),
    /// Show another tab's ledger; this tab's becomes a step back.
    Adopt(Ledger),
    /// Keep this tab's ledger; another tab's becomes a step back.
    Merge(Ledger),
    /// Say that a held text could not be set aside.
    SayNotSetAside,
}

/// The state of one tab's saving.
#[derive(Clone, Debug)]
pub struct Autosave {
    saving: Saving,
    held: Option<Held>,
    /// The text this tab last read or wrote. Anything else in the storage is another tab's.
    known: Option<Arc<str>>,
    /// There are changes that no save under way includes.
    is_unsaved: bool,
    /// A save was asked for and not yet answered.
    is_writing: bool,
    has_timer: bool,
}

impl Autosave {
    /// Begins with what is stored, and the ledger in it if it can be opened.
    pub fn load(found: Result<Option<Arc<str>>, StorageError>) -> (Autosave, Option<Ledger>) {
        let mut autosave = Autosave {
            saving: Saving::Nothing,
            held: None,
            known: None,
            is_unsaved: false,
            is_writing: false,
            has_timer: false,
        };
        let ledger = match found {
            Ok(text) => text.and_then(|text| autosave.take(text)),
            Err(error) => {
                autosave.saving = Saving::Failed(error);
                None
            }
        };
        (autosave, ledger)
    }

    /// What has become of the latest change.
    pub fn saving(&self) -> Saving {
        self.saving
    }

    /// A text that cannot be opened; while there is one, nothing is saved.
    pub fn held(&self) -> Option<&Held> {
        self.held.as_ref()
    }

    /// What is to be done about an event.
    pub fn on(&mut self, event: Event) -> Vec<Action> {
        match event {
            Event::Edited => self.edited(),
            Event::TimerFired => {
                self.has_timer = false;
                self.save()
            }
            Event::Leaving => self.save(),
            Event::OtherTab(found) => self.other_tab(found),
            Event::Saved(answer) => self.saved(answer),
            Event::SetAside => self.held.iter().map(|held| Action::KeepAside(held.text.clone())).collect(),
            Event::KeptAside(_, false) => vec![Action::SayNotSetAside],
            Event::KeptAside(text, true) => {
                // By now another text may be held, which is kept nowhere else.
                if self.held.as_ref().is_none_or(|held| held.text != text) {
                    return Vec::new();
                }
                self.held = None;
                self.edited()
            }
        }
    }

    fn edited(&mut self) -> Vec<Action> {
        self.is_unsaved = true;
        // A failure stays in sight until a save succeeds.
        if !matches!(self.saving, Saving::Failed(_)) {
            self.saving = Saving::Pending;
        }
        if self.has_timer { Vec::new() } else { self.start_timer(DELAY) }
    }

    fn start_timer(&mut self, delay: Duration) -> Vec<Action> {
        self.has_timer = true;
        vec![Action::StartTimer(delay)]
    }

    fn save(&mut self) -> Vec<Action> {
        let stop = std::mem::take(&mut self.has_timer).then_some(Action::StopTimer);
        let may_write = self.held.is_none() && !self.is_writing;
        let save = (self.is_unsaved && may_write).then(|| {
            self.is_unsaved = false;
            self.is_writing = true;
            Action::Save { known: self.known.clone() }
        });
        stop.into_iter().chain(save).collect()
    }

    fn saved(&mut self, answer: SaveAnswer) -> Vec<Action> {
        self.is_writing = false;
        match answer {
            SaveAnswer::Written(text) => {
                self.known = Some(text);
                self.saving = Saving::Done;
                // What was typed meanwhile is saved next.
                if self.is_unsaved { self.edited() } else { Vec::new() }
            }
            // Two tabs changed the ledger at once: this one's goes on, the other's stands one step back.
            SaveAnswer::Found(theirs) => {
                self.is_unsaved = true;
                match self.take(theirs) {
                    Some(ledger) => std::iter::once(Action::Merge(ledger)).chain(self.save()).collect(),
                    None => Vec::new(),
                }
            }
            SaveAnswer::Failed(error) => {
                self.is_unsaved = true;
                self.saving = Saving::Failed(error);
                // Blocked storage stays blocked; a full one may be freed.
                if error == StorageError::Full { self.start_timer(RETRY) } else { Vec::new() }
            }
        }
    }

    fn other_tab(&mut self, found: Option<Arc<str>>) -> Vec<Action> {
        // A save under way will find whatever stands in its way.
        if self.known == found || self.is_writing {
            return Vec::new();
        }
        let Some(text) = found else {
            self.known = None;
            self.is_stored_no_more();
            return Vec::new();
        };
        // Its turn comes when this tab saves and finds a text that it does not know.
        if self.is_unsaved && matches!(open(&text), Opened::Ledger(_)) {
            return Vec::new();
        }
        let Some(ledger) = self.take(text) else { return Vec::new() };
        self.saving = Saving::Done;
        vec![Action::Adopt(ledger)]
    }

    /// Makes a stored text the one that is known, or holds it where it cannot be opened.
    fn take(&mut self, text: Arc<str>) -> Option<Ledger> {
        self.known = Some(text.clone());
        match open(&text) {
            Opened::Ledger(ledger) => Some(ledger),
            other => {
                self.held = other.message().map(|message| Held { text, message });
                self.is_stored_no_more();
                None
            }
        }
    }

    fn is_stored_no_more(&mut self) {
        if self.saving == Saving::Done {
            self.saving = Saving::Nothing;
        }
    }
}
