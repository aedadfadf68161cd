//! The journals of ledgers in the browser's large storage, each saving in one transaction that is on disk when it is told to be. A tab
//! adds a saving only where it follows the one that it knows.

use std::collections::BTreeSet;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::IdbObjectStore;

use super::documents;
use super::indexed_db::{Connection, Ended, commit, completed, done, field, key, object, range, written};
use super::storage::reason;
use water_ledger::ledger::{Entry, Event, Record, StorageError, Stored};

const NAME: &str = "water-ledger";

/// The stores of the database: what each saving changed, and the ledger as it was after some; both by ledger and saving.
const PATCHES: &str = "patches";
const SNAPSHOTS: &str = "snapshots";

/// A connection to the database.
pub struct Database(Connection);

impl Database {
    /// Opens the database, and makes it where there is none.
    pub async fn open() -> Result<Database, StorageError> {
        Connection::open(NAME, &[PATCHES, SNAPSHOTS]).await.map(Database)
    }

    /// All that is stored of a ledger, in the newest form.
    pub async fn read(&self, ledger: u32) -> Result<Stored, StorageError> {
        Ok(documents::in_newest_form(self.read_as_written(ledger).await?).await)
    }

    /// All that is stored of a ledger, in the form of whatever version wrote it.
    pub async fn read_as_written(&self, ledger: u32) -> Result<Stored, StorageError> {
        let [patches, snapshots] = self.stores("readonly")?;
        let all = range(ledger, 0.0, f64::INFINITY)?;
        let patches = patches.get_all_with_key(&all).map_err(reason)?;
        let snapshots = snapshots.get_all_with_key(&all).map_err(reason)?;
        // Both are asked before the first answers: a transaction ends when nothing is asked of it.
        let (patches, snapshots) = futures::join!(done(&patches), done(&snapshots));
        Ok(Stored { patches: records(&patches?), snapshots: records(&snapshots?) })
    }

    /// What was added to a ledger after a saving.
    pub async fn read_after(&self, ledger: u32, known: u64) -> Result<Event, StorageError> {
        let [patches, _] = self.stores("readonly")?;
        let later = patches.get_all_with_key(&range(ledger, (known + 1) as f64, f64::INFINITY)?);
        let last = patches.get_key(&key(ledger, known as f64)).map_err(reason)?;
        let later = later.map_err(reason)?;
        let (later, last) = futures::join!(done(&later), done(&last));
        let later = records(&later?);
        let is_known = known == 0 || !last?.is_undefined();
        let follows = later.first().map_or(is_known, |first| first.number == known + 1);
        if follows { Ok(Event::Behind(later)) } else { self.read(ledger).await.map(Event::Other) }
    }

    /// Adds a saving to a ledger; where another tab added one before, nothing is added, and the answer is what that one did.
    pub async fn append(&self, ledger: u32, entry: &Entry) -> Result<Event, StorageError> {
        let [patches, snapshots] = self.stores("readwrite")?;
        let transaction = patches.transaction();
        let last = patches.get_key(&key(ledger, entry.after as f64)).map_err(reason)?;
        // All is asked for at once: the page may be about to go, and nobody would hear an answer. Two savings of one number do not go
        // into the store, and the second is refused as a whole.
        patches
            .add_with_key(&value(&entry.patch), &key(ledger, entry.patch.number as f64))
            .map_err(reason)?;
        if let Some(snapshot) = &entry.snapshot {
            snapshots.put_with_key(&value(snapshot), &key(ledger, snapshot.number as f64)).map_err(reason)?;
            let before = |number: u64| range(ledger, 0.0, number as f64 - 1.0);
            if entry.patches_from > 1 {
                patches.delete(&before(entry.patches_from)?).map_err(reason)?;
            }
            if entry.snapshots_from > 1 {
                snapshots.delete(&before(entry.snapshots_from)?).map_err(reason)?;
            }
        }
        commit(&transaction)?;
        let (written, last) = futures::join!(completed(&transaction), done(&last));
        let follows = entry.after == 0 || last.is_ok_and(|last| !last.is_undefined());
        match written {
            Ok(()) if follows => Ok(Event::Written),
            Ok(()) => {
                // Somebody took away what it should follow; alone it says nothing.
                let [patches, _] = self.stores("readwrite")?;
                let taken_back = patches.delete(&key(ledger, entry.patch.number as f64)).map_err(reason)?;
                done(&taken_back).await?;
                self.read(ledger).await.map(Event::Other)
            }
            Err(Ended::Taken) => self.read_after(ledger, entry.after).await,
            Err(Ended::Failed(error)) => Err(error),
        }
    }

    /// The ledgers of which something is stored.
    pub async fn ledgers(&self) -> Result<Vec<u32>, StorageError> {
        let [patches, snapshots] = self.stores("readonly")?;
        let (patches, snapshots) =
            (patches.get_all_keys().map_err(reason)?, snapshots.get_all_keys().map_err(reason)?);
        let (patches, snapshots) = futures::join!(done(&patches), done(&snapshots));
        let ledger = |key: JsValue| Array::from(&key).get(0).as_f64().map(|ledger| ledger as u32);
        let keys = Array::from(&patches?).concat(&Array::from(&snapshots?));
        Ok(keys.iter().filter_map(ledger).collect::<BTreeSet<u32>>().into_iter().collect())
    }

    /// When the newest saving was added to a ledger, in milliseconds since 1970; nothing where that was not noted.
    pub async fn changed_at(&self, ledger: u32, stored: &Stored) -> Result<Option<f64>, StorageError> {
        let Some(newest) = stored.patches.last() else { return Ok(None) };
        let [patches, _] = self.stores("readonly")?;
        let newest = patches.get(&key(ledger, newest.number as f64)).map_err(reason)?;
        Ok(field(&done(&newest).await?, "time").as_f64())
    }

    /// Takes away all that is stored of a ledger.
    pub async fn remove(&self, ledger: u32) -> Result<(), StorageError> {
        let [patches, snapshots] = self.stores("readwrite")?;
        let all = range(ledger, 0.0, f64::INFINITY)?;
        for store in [&patches, &snapshots] {
            store.delete(&all).map_err(reason)?;
        }
        written(&patches.transaction()).await
    }

    fn stores(&self, mode: &str) -> Result<[IdbObjectStore; 2], StorageError> {
        self.0.stores([PATCHES, SNAPSHOTS], mode)
    }
}

fn value(record: &Record) -> JsValue {
    object(&[
        ("number", (record.number as f64).into()),
        ("schema", record.schema.into()),
        ("text", JsValue::from_str(&record.text)),
        ("check", record.check.into()),
        // For people; nothing is decided by it.
        ("time", js_sys::Date::now().into()),
    ])
}

/// Records as they were stored; what is none has no checksum that holds, and is seen as damaged.
fn records(list: &JsValue) -> Vec<Record> {
    let record = |value: JsValue| {
        let number = |name: &str| field(&value, name).as_f64().unwrap_or(0.0);
        Record {
            number: number("number") as u64,
            schema: number("schema") as u32,
            text: field(&value, "text").as_string().unwrap_or_default().into(),
            check: number("check") as u32,
        }
    };
    Array::from(list).iter().map(record).collect()
}
