//! What is in the browser: every ledger with what it holds, the bin, the copies.

use std::sync::Arc;
use water_ledger::numeric::in_order;

use leptos::prelude::*;

use crate::attachments::Attachments;
use crate::backups::Kept;
use crate::clock;
use crate::database::Database;
use crate::keeper;
use crate::state::State;
use water_ledger::ledger::{Backup, Ledger, StorageError, Stored, days_left_in_bin};
use water_ledger::show::ledgers::attached_total;
use water_ledger::text::Message;

/// What is in the browser.
#[derive(Clone, Default)]
pub struct Overview {
    /// The ledgers outside the bin, the open one first, then the one that was changed last.
    pub ledgers: Vec<Shelved>,
    /// Those in the bin, with the days that they stay there.
    pub bin: Vec<(Shelved, u32)>,
    /// The copies, the newest first.
    pub copies: Vec<Backup>,
    /// Whether the browser has promised not to clear them by itself.
    pub is_persistent: bool,
    /// How many bytes are used, and about how many may be.
    pub space: Option<(f64, f64)>,
}

/// A ledger as it is stored.
#[derive(Clone)]
pub struct Shelved {
    /// Its number.
    pub id: u32,
    /// The ledger, or why it cannot be opened.
    pub ledger: Result<Arc<Ledger>, Message>,
    /// When it was changed last, in milliseconds since 1970.
    pub changed_ms: Option<f64>,
    /// How much is stored of it, in bytes.
    pub bytes: f64,
    /// How many files are attached and how large they are together; none where none is.
    pub attached: Option<(usize, Message)>,
}

impl Shelved {
    /// What it is called.
    pub fn title(&self) -> Option<String> {
        self.ledger.as_ref().ok().and_then(|ledger| water_ledger::show::ledgers::title(ledger))
    }
}

/// Reads all of it, and takes out of the bin what has been there long enough.
pub async fn load(state: State) -> Overview {
    let mut overview = Overview {
        is_persistent: keeper::is_persistent().await,
        space: keeper::space().await,
        ..Overview::default()
    };
    let open = state.store.ledger_id();
    // Even where nothing can be stored there is the ledger of this tab.
    overview.ledgers.push(Shelved {
        id: open,
        ledger: Ok(state.ledger.get_untracked()),
        changed_ms: None,
        bytes: 0.0,
        attached: None,
    });
    let _ = add_stored(&mut overview, open).await;
    overview
}

async fn add_stored(overview: &mut Overview, open: u32) -> Result<(), StorageError> {
    let database = Database::open().await?;
    let kept = Kept::open().await?;
    let bin = kept.bin().await?;
    overview.copies = kept.list().await?;
    // Where these cannot be read, the ledgers can be all the same.
    let attached = async { Attachments::open().await?.all().await }.await.unwrap_or_default();
    for id in database.ledgers().await? {
        let stored = database.read(id).await?;
        let deleted = bin.iter().find(|(one, _)| *one == id).map(|(_, at)| *at);
        let changed_ms = database.changed_at(id, &stored).await?;
        let bytes = bytes_of(&stored);
        let attached = attached_total(attached.iter().filter(|(of, _)| *of == id).map(|(_, one)| one));
        match deleted.map(|at| days_left_in_bin(at, clock::now())) {
            Some(None) => erase(&database, &kept, id, &overview.copies).await?,
            Some(Some(days)) => {
                let one = Shelved { id, ledger: stored.ledger(), changed_ms, bytes, attached };
                overview.bin.push((one, days));
            }
            None if id == open => {
                let own = &mut overview.ledgers[0];
                (own.changed_ms, own.bytes, own.attached) = (changed_ms, bytes, attached);
            }
            None => {
                overview.ledgers.push(Shelved { id, ledger: stored.ledger(), changed_ms, bytes, attached })
            }
        }
    }
    let newest_first = |one: &Shelved| one.changed_ms.map_or(f64::INFINITY, |at| -at);
    let others = overview.ledgers.split_off(1);
    overview.ledgers.extend(in_order(others, |a, b| newest_first(a).total_cmp(&newest_first(b))));
    Ok(())
}

/// Takes a ledger away for good, with its copies and its files. These go first: what fails is tried again as long as the ledger is
/// there.
pub async fn erase(database: &Database, kept: &Kept, id: u32, copies: &[Backup]) -> Result<(), StorageError> {
    Attachments::open().await?.erase_all(id).await?;
    database.remove(id).await?;
    let of_it: Vec<&Backup> = copies.iter().filter(|copy| copy.ledger == id).collect();
    kept.remove(&of_it).await?;
    kept.set_in_bin(id, false).await
}

fn bytes_of(stored: &Stored) -> f64 {
    stored.snapshots.iter().chain(&stored.patches).map(|record| record.text.len() as f64).sum()
}
