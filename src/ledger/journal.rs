//! 日志, the journal: a ledger as it is stored, a snapshot now and then and a patch for each saving, each with a checksum.
//!
//! Nothing is written over. What is read is the newest snapshot that is whole, with the patches that follow it one by one.

use std::sync::Arc;

use crc::{CRC_32_ISCSI, Crc};

use super::document::{Opened, open, open_newest, save};
use super::history::STEPS;
use super::{Damaged, Edit, Ledger, Patch, SCHEMA};
use crate::text::{Damage, Key, Message};

/// After so many patches a snapshot is taken, so that few are read when the ledger is opened.
const PATCHES: u64 = 64;

/// A snapshot or a patch as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Which saving it belongs to; each has one more than the one before.
    pub number: u64,
    /// The version of the program's documents that wrote it.
    pub schema: u32,
    /// The document, or the patch.
    pub text: Arc<str>,
    /// The checksum of number and text (CRC-32C).
    pub check: u32,
}

/// What is stored of a ledger, each part from the oldest to the newest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stored {
    /// The ledger as it was after a saving.
    pub snapshots: Vec<Record>,
    /// What each saving changed.
    pub patches: Vec<Record>,
}

/// What one saving adds, all of it or nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The saving that it follows: it is added only where none has come since.
    pub after: u64,
    /// What is changed.
    pub patch: Record,
    /// The ledger after it, now and then.
    pub snapshot: Option<Record>,
    /// Older patches are needed no more.
    pub patches_from: u64,
    /// Older snapshots are needed no more.
    pub snapshots_from: u64,
}

/// A ledger read from what is stored.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub(super) ledger: Arc<Ledger>,
    /// The saving that it is after; the newest that is stored, even where that one cannot be read.
    pub(super) number: u64,
    /// The newest snapshot that is whole.
    pub(super) snapshot: u64,
    /// Whether there are savings that cannot be read.
    pub(super) is_cut: bool,
}

impl Record {
    /// A record of this version.
    pub(super) fn new(number: u64, text: String) -> Record {
        let text: Arc<str> = text.into();
        Record { number, schema: SCHEMA, check: check_of(number, &text), text }
    }

    fn is_whole(&self) -> bool {
        self.check == check_of(self.number, &self.text)
    }
}

const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

/// The checksum of a text (CRC-32C), by which it is known again.
pub fn checksum(text: &str) -> u32 {
    CRC.checksum(text.as_bytes())
}

fn check_of(number: u64, text: &str) -> u32 {
    let mut digest = CRC.digest();
    digest.update(&number.to_le_bytes());
    digest.update(text.as_bytes());
    digest.finalize()
}

impl Stored {
    /// Whether nothing is stored.
    pub fn is_empty(&self) -> bool {
        self.snapshots.is_empty() && self.patches.is_empty()
    }

    /// The number of the newest saving.
    fn newest(&self) -> u64 {
        let numbers = self.snapshots.iter().chain(&self.patches).map(|record| record.number);
        numbers.max().unwrap_or(0)
    }

    /// The newest record of a newer program, which is to be left alone.
    fn newer(&self) -> Option<&Record> {
        self.snapshots.iter().chain(&self.patches).find(|record| record.schema > SCHEMA)
    }

    /// The ledger that is stored.
    ///
    /// # Errors
    /// The record that stands in the way with what is the matter, where no snapshot is whole or a newer program wrote one.
    pub(super) fn read(&self) -> Result<Read, (Record, Opened)> {
        if let Some(newer) = self.newer() {
            return Err((newer.clone(), Opened::Newer { schema: newer.schema }));
        }
        let whole = self.snapshots.iter().rev().filter(|record| record.is_whole());
        let opened = whole.map(|record| (record, open_newest(&record.text)));
        let mut damaged = None;
        for (record, opened) in opened {
            match opened {
                Opened::Ledger(ledger) => {
                    return Ok(self.read_on(Arc::new(ledger), record.number, record.number));
                }
                other => damaged = damaged.or(Some((record.clone(), other))),
            }
        }
        // A ledger begins empty, so the patches alone may tell all of it.
        let begins = self.patches.first().map_or(self.snapshots.is_empty(), |record| record.number == 1);
        match (damaged, self.snapshots.last()) {
            (Some(damaged), _) if !begins => Err(damaged),
            (None, Some(torn)) if !begins => {
                Err((torn.clone(), Opened::Damaged(Damaged::somewhere(Damage::OtherType))))
            }
            _ => Ok(self.read_on(Arc::default(), 0, 0)),
        }
    }

    /// The ledger after the patches that follow a saving.
    fn read_on(&self, mut ledger: Arc<Ledger>, mut number: u64, snapshot: u64) -> Read {
        let first = number;
        for record in self.patches.iter().filter(|record| record.number > first) {
            match patch_of(record).filter(|_| record.number == number + 1) {
                Some(patch) => {
                    ledger = Arc::new(patch.on(&ledger));
                    number = record.number;
                }
                None => break,
            }
        }
        let newest = self.newest().max(number);
        Read { ledger, number: newest, snapshot, is_cut: newest > number }
    }

    /// The ledger of a tab after the patches that others added.
    ///
    /// # Errors
    /// The record of a newer program, which is to be left alone.
    pub(super) fn read_behind(
        patches: Vec<Record>,
        ledger: Arc<Ledger>,
        number: u64,
        snapshot: u64,
    ) -> Result<Read, (Record, Opened)> {
        let stored = Stored { snapshots: Vec::new(), patches };
        match stored.newer() {
            Some(newer) => Err((newer.clone(), Opened::Newer { schema: newer.schema })),
            None => Ok(stored.read_on(ledger, number, snapshot)),
        }
    }

    /// The ledger that is stored.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn ledger(&self) -> Result<Arc<Ledger>, Message> {
        self.read_or_say().map(|read| read.ledger)
    }

    fn read_or_say(&self) -> Result<Read, Message> {
        let message = |opened: Opened| opened.message().unwrap_or_else(|| Message::new(Key::JournalCut));
        self.read().map_err(|(_, opened)| message(opened))
    }

    /// What adds a change of the stored ledger, made while it is not open.
    ///
    /// # Errors
    /// Why it cannot be opened, or not be changed so.
    pub fn changed(&self, edit: Edit) -> Result<Entry, Message> {
        let read = self.read_or_say()?;
        let after = Arc::new(read.ledger.after(edit).map_err(|refused| refused.message())?);
        Ok(Entry::new(read.number, &Patch::between(&read.ledger, &after), &after, read.snapshot, read.is_cut))
    }

    /// Whether an older version of the program wrote of it.
    pub fn is_older(&self) -> bool {
        self.snapshots.iter().any(|record| record.schema < SCHEMA)
    }

    /// The same, its whole snapshots in the newest form; what is stored stays as it is.
    pub fn in_newest_form(mut self) -> Stored {
        for record in self.snapshots.iter_mut().filter(|record| record.schema < SCHEMA && record.is_whole()) {
            if let Opened::Ledger(ledger) = open(&record.text) {
                *record = Record::new(record.number, save(&ledger));
            }
        }
        self
    }

    /// The newest snapshot where an older version of the program wrote it: what stands as it was before that version's form is left.
    pub fn older_snapshot(&self) -> Option<&Record> {
        self.snapshots.last().filter(|record| record.schema < SCHEMA && record.is_whole())
    }

    /// The ledgers before the stored one, the newest last: what can be undone.
    pub(super) fn past(&self, ledger: &Arc<Ledger>, number: u64) -> Vec<Arc<Ledger>> {
        let mut past = Vec::new();
        let mut later = ledger.clone();
        let mut expected = number;
        for record in self.patches.iter().rev().take(STEPS) {
            let Some(patch) = patch_of(record).filter(|_| record.number == expected) else { break };
            later = Arc::new(patch.inverse().on(&later));
            past.push(later.clone());
            expected -= 1;
        }
        past.reverse();
        past
    }
}

/// What a whole record changes.
fn patch_of(record: &Record) -> Option<Patch> {
    let is_readable = record.schema <= SCHEMA && record.is_whole();
    is_readable.then(|| Patch::of_text(&record.text).ok()).flatten()
}

impl Entry {
    /// What begins a journal with a ledger.
    pub fn whole(ledger: &Ledger) -> Entry {
        Entry::new(0, &Patch::between(&Arc::default(), &Arc::new(ledger.clone())), ledger, 0, true)
    }

    /// What is added when `patch` made `ledger` of the one after a saving. `snapshot` is the newest there is; where savings cannot be
    /// read, one is taken at once.
    pub(super) fn new(after: u64, patch: &Patch, ledger: &Ledger, snapshot: u64, is_cut: bool) -> Entry {
        let number = after + 1;
        let is_due = is_cut || number >= snapshot + PATCHES;
        Entry {
            after,
            patch: Record::new(number, patch.to_text()),
            snapshot: is_due.then(|| Record::new(number, save(ledger))),
            patches_from: snapshot.min(number.saturating_sub(STEPS as u64)),
            snapshots_from: snapshot,
        }
    }
}
