//! Autosave as a pure state machine: events in, actions out. It knows neither the browser nor the clock.
//!
//! Several tabs save one ledger into one journal. A tab adds what it changed only where nobody added anything since it last read,
//! else it is told what was added, makes its own changes on that, and tries again: no change is lost, whoever comes first. What a
//! newer program wrote, or what is damaged, is *held*: nothing is saved until the person goes on with another ledger.
//!
//! Whoever drives the machine carries out the actions in their order and reports what became of them, some time later.

use std::sync::Arc;
use std::time::Duration;

use super::journal::{Entry, Read, Record, Stored};
use super::{Ledger, Opened, Patch};
use crate::text::Message;

/// From a change to its saving.
const DELAY: Duration = Duration::from_millis(150);

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
    /// There was none.
    Nothing,
    /// It will be saved in a moment.
    Pending,
    /// It is on disk.
    Done,
    /// It could not be saved.
    Failed(StorageError),
}

/// A stored document that cannot be opened here and is left untouched.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The text that stands in the way.
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
    /// Another tab added something.
    News,
    /// The answer to [`Action::Append`]: it is on disk.
    Written,
    /// The answer to [`Action::Read`], and to [`Action::Append`] where somebody added something before: the patches that follow what
    /// this tab knows.
    Behind(Vec<Record>),
    /// The same where what is stored does not follow what this tab knows: all of it.
    Other(Stored),
    /// Nothing was written, or read.
    Failed(StorageError),
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Start the timer, in place of one that runs.
    StartTimer(Duration),
    /// Stop the timer, if one runs.
    StopTimer,
    /// Add an entry to the journal, or find what was added before.
    Append(Entry),
    /// Find what was added after a saving.
    Read(u64),
    /// Others made `theirs` of `base`: make the changes of this tab on that.
    Rebase {
        /// The ledger that both began with.
        base: Arc<Ledger>,
        /// The ledger that is stored.
        theirs: Arc<Ledger>,
    },
}

/// The state of one tab's saving.
#[derive(Clone, Debug)]
pub struct Autosave {
    saving: Saving,
    held: Option<Held>,
    /// The ledger as it is stored, as far as this tab knows, and the number of its saving.
    base: Arc<Ledger>,
    number: u64,
    /// The saving of the newest snapshot.
    snapshot: u64,
    /// Whether there are savings that cannot be read, which a snapshot is to bridge.
    is_cut: bool,
    /// The ledger that is being written, its snapshot's number if it has one.
    writing: Option<(Arc<Ledger>, u64)>,
    /// There are changes that no save under way includes.
    is_unsaved: bool,
    is_reading: bool,
    /// Others have added something since it was last read.
    has_news: bool,
    has_timer: bool,
}

/// A ledger read from the storage, with what can be undone.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The ledger.
    pub ledger: Arc<Ledger>,
    /// The ledgers before it, the newest last.
    pub past: Vec<Arc<Ledger>>,
    /// Whether its last changes could not be read.
    pub is_cut: bool,
}

impl Autosave {
    /// Begins with what is stored.
    pub fn load(found: Result<Stored, StorageError>) -> (Autosave, Kept) {
        let mut autosave = Autosave {
            saving: Saving::Nothing,
            held: None,
            base: Arc::default(),
            number: 0,
            snapshot: 0,
            is_cut: false,
            writing: None,
            is_unsaved: false,
            is_reading: false,
            has_news: false,
            has_timer: false,
        };
        let stored = match found {
            Ok(stored) => stored,
            Err(error) => {
                autosave.saving = Saving::Failed(error);
                return (autosave, Kept::default());
            }
        };
        let kept = match stored.read() {
            Ok(read) => {
                autosave.base = read.ledger.clone();
                autosave.number = read.number;
                autosave.snapshot = read.snapshot;
                autosave.is_cut = read.is_cut;
                let past = if read.is_cut { Vec::new() } else { stored.past(&read.ledger, read.number) };
                Kept { ledger: read.ledger, past, is_cut: read.is_cut }
            }
            Err((record, opened)) => {
                autosave.hold(record.text, &opened);
                Kept::default()
            }
        };
        (autosave, kept)
    }

    /// What has become of the latest change.
    pub fn saving(&self) -> Saving {
        self.saving
    }

    /// A document that cannot be opened; while there is one, nothing is saved.
    pub fn held(&self) -> Option<&Held> {
        self.held.as_ref()
    }

    /// What is to be done about an event; `now` is the ledger of this tab.
    pub fn on(&mut self, event: Event, now: &Arc<Ledger>) -> Vec<Action> {
        match event {
            Event::Edited => self.edited(DELAY),
            Event::TimerFired => {
                self.has_timer = false;
                let save = self.save(now);
                if save.is_empty() { self.read() } else { save }
            }
            Event::Leaving => self.save(now),
            Event::News => {
                self.has_news = true;
                self.read()
            }
            Event::Written => self.written(),
            Event::Behind(patches) => {
                let read = Stored::read_behind(patches, self.base.clone(), self.number, self.snapshot);
                self.found(read)
            }
            Event::Other(stored) if stored.is_empty() => self.emptied(),
            Event::Other(stored) => self.found(stored.read()),
            Event::Failed(error) => self.failed(error),
        }
    }

    fn edited(&mut self, delay: Duration) -> Vec<Action> {
        self.is_unsaved = true;
        // A failure stays in sight until a save succeeds.
        if !matches!(self.saving, Saving::Failed(_)) {
            self.saving = Saving::Pending;
        }
        if self.has_timer || self.is_busy() { Vec::new() } else { self.start_timer(delay) }
    }

    fn is_busy(&self) -> bool {
        self.writing.is_some() || self.is_reading
    }

    fn start_timer(&mut self, delay: Duration) -> Vec<Action> {
        self.has_timer = true;
        vec![Action::StartTimer(delay)]
    }

    fn save(&mut self, now: &Arc<Ledger>) -> Vec<Action> {
        let stop = std::mem::take(&mut self.has_timer).then_some(Action::StopTimer);
        let may_write = self.is_unsaved && self.held.is_none() && !self.is_busy();
        let append = may_write.then(|| self.append(now)).flatten();
        stop.into_iter().chain(append).collect()
    }

    fn append(&mut self, now: &Arc<Ledger>) -> Option<Action> {
        self.is_unsaved = false;
        let patch = Patch::between(&self.base, now);
        if patch.is_empty() && !self.is_cut {
            self.saving = if self.number > 0 { Saving::Done } else { Saving::Nothing };
            return None;
        }
        let entry = Entry::new(self.number, &patch, now, self.snapshot, self.is_cut);
        let snapshot = entry.snapshot.as_ref().map_or(self.snapshot, |record| record.number);
        self.writing = Some((now.clone(), snapshot));
        Some(Action::Append(entry))
    }

    fn read(&mut self) -> Vec<Action> {
        if !self.has_news || self.is_busy() || self.held.is_some() {
            return Vec::new();
        }
        self.has_news = false;
        self.is_reading = true;
        vec![Action::Read(self.number)]
    }

    fn written(&mut self) -> Vec<Action> {
        let Some((ledger, snapshot)) = self.writing.take() else { return Vec::new() };
        self.base = ledger;
        self.number += 1;
        self.snapshot = snapshot;
        self.is_cut = false;
        self.saving = if self.is_unsaved { Saving::Pending } else { Saving::Done };
        self.go_on()
    }

    /// What was typed meanwhile is saved next, what others wrote meanwhile is read.
    fn go_on(&mut self) -> Vec<Action> {
        let read = self.read();
        if !read.is_empty() || !self.is_unsaved {
            return read;
        }
        self.edited(DELAY)
    }

    fn found(&mut self, read: Result<Read, (Record, Opened)>) -> Vec<Action> {
        // What was not written is still to be saved.
        self.is_unsaved |= self.writing.take().is_some();
        self.is_reading = false;
        let read = match read {
            Ok(read) => read,
            Err((record, opened)) => {
                self.hold(record.text, &opened);
                return Vec::new();
            }
        };
        self.snapshot = read.snapshot;
        self.number = read.number;
        self.is_cut = read.is_cut;
        let base = std::mem::replace(&mut self.base, read.ledger.clone());
        let rebase = (base != read.ledger).then_some(Action::Rebase { base, theirs: read.ledger });
        if !self.is_unsaved {
            self.saving = Saving::Done;
        }
        let next = if self.is_unsaved { self.start_timer(Duration::ZERO) } else { self.read() };
        rebase.into_iter().chain(next).collect()
    }

    /// Somebody took away all that was stored: the ledger of this tab is written anew.
    fn emptied(&mut self) -> Vec<Action> {
        self.writing = None;
        self.is_reading = false;
        self.base = Arc::default();
        (self.number, self.snapshot, self.is_cut) = (0, 0, false);
        self.edited(Duration::ZERO)
    }

    fn failed(&mut self, error: StorageError) -> Vec<Action> {
        self.is_unsaved |= self.writing.take().is_some();
        // What others wrote is asked for again; all that is here may be saved all the same.
        self.has_news |= std::mem::take(&mut self.is_reading);
        if self.is_unsaved {
            self.saving = Saving::Failed(error);
        }
        if self.has_timer { Vec::new() } else { self.start_timer(RETRY) }
    }

    /// Holds a document that cannot be opened.
    pub fn hold(&mut self, text: Arc<str>, opened: &Opened) {
        self.held = opened.message().map(|message| Held { text, message });
        self.saving = Saving::Nothing;
    }
}
