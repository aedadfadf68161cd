//! The browser's large storage, IndexedDB: the journals of ledgers, each saving in one transaction that is on disk when it is told to
//! be. A tab adds a saving only where it follows the one that it knows.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use js_sys::{Array, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    EventTarget, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction,
};

use super::storage::{reason, reason_of};
use water_ledger::ledger::{Entry, Event, Record, StorageError, Stored};

const NAME: &str = "water-ledger";

/// The stores of the database: what each saving changed, and the ledger as it was after some; both by ledger and saving.
const PATCHES: &str = "patches";
const SNAPSHOTS: &str = "snapshots";

/// A connection to the database.
pub struct Database(IdbDatabase);

impl Database {
    /// Opens the database, and makes it where there is none.
    pub async fn open() -> Result<Database, StorageError> {
        let request = factory()?.open_with_u32(NAME, 1).map_err(reason)?;
        let made = request.clone();
        let make = Closure::<dyn FnMut()>::new(move || {
            if let Some(database) = made.result().ok().and_then(|made| made.dyn_into::<IdbDatabase>().ok()) {
                for store in [PATCHES, SNAPSHOTS] {
                    let _ = database.create_object_store(store);
                }
            }
        });
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let database: IdbDatabase = done(&request).await?.unchecked_into();
        // A newer program, or whoever clears the browser's data, is not kept waiting.
        let open = database.clone();
        let close = Closure::<dyn FnMut()>::new(move || open.close());
        database.set_onversionchange(Some(close.into_js_value().unchecked_ref()));
        Ok(Database(database))
    }

    /// All that is stored of a ledger.
    pub async fn read(&self, ledger: u32) -> Result<Stored, StorageError> {
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
        let last = patches.get_key(&key(ledger, known)).map_err(reason)?;
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
        let last = patches.get_key(&key(ledger, entry.after)).map_err(reason)?;
        // All is asked for at once: the page may be about to go, and nobody would hear an answer. Two savings of one number do not go
        // into the store, and the second is refused as a whole.
        patches.add_with_key(&value(&entry.patch), &key(ledger, entry.patch.number)).map_err(reason)?;
        if let Some(snapshot) = &entry.snapshot {
            snapshots.put_with_key(&value(snapshot), &key(ledger, snapshot.number)).map_err(reason)?;
            let before = |number: u64| range(ledger, 0.0, number as f64 - 1.0);
            if entry.patches_from > 1 {
                patches.delete(&before(entry.patches_from)?).map_err(reason)?;
            }
            if entry.snapshots_from > 1 {
                snapshots.delete(&before(entry.snapshots_from)?).map_err(reason)?;
            }
        }
        // Without this the browser takes it back when the page goes.
        transaction.unchecked_ref::<Transaction>().commit().map_err(reason)?;
        let (written, last) = futures::join!(completed(&transaction), done(&last));
        let follows = entry.after == 0 || last.is_ok_and(|last| !last.is_undefined());
        match written {
            Ok(()) if follows => Ok(Event::Written),
            Ok(()) => {
                // Somebody took away what it should follow; alone it says nothing.
                let [patches, _] = self.stores("readwrite")?;
                let taken_back = patches.delete(&key(ledger, entry.patch.number)).map_err(reason)?;
                done(&taken_back).await?;
                self.read(ledger).await.map(Event::Other)
            }
            Err(Ended::Taken) => self.read_after(ledger, entry.after).await,
            Err(Ended::Failed(error)) => Err(error),
        }
    }

    fn stores(&self, mode: &str) -> Result<[IdbObjectStore; 2], StorageError> {
        let names: Array = [PATCHES, SNAPSHOTS].into_iter().map(JsValue::from).collect();
        // On disk, and not only on its way there.
        let options = Object::new();
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        let database: &Connection = self.0.unchecked_ref();
        let transaction = database.transaction(&names, mode, &options).map_err(reason)?;
        let store = |name| transaction.object_store(name).map_err(reason);
        Ok([store(PATCHES)?, store(SNAPSHOTS)?])
    }
}

/// How a transaction ended that wrote nothing.
enum Ended {
    /// Another tab had added a saving of that number.
    Taken,
    Failed(StorageError),
}

#[wasm_bindgen]
extern "C" {
    /// A connection whose transactions say how durable they are, which web-sys does not know yet.
    type Connection;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Connection,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;

    /// A transaction that can be ended, of which web-sys says that it is no more.
    type Transaction;

    #[wasm_bindgen(method, catch)]
    fn commit(this: &Transaction) -> Result<(), JsValue>;
}

/// Merely touching the property throws where storage is forbidden.
fn factory() -> Result<IdbFactory, StorageError> {
    window().indexed_db().ok().flatten().ok_or(StorageError::Blocked)
}

fn key(ledger: u32, number: u64) -> JsValue {
    Array::of2(&ledger.into(), &(number as f64).into()).into()
}

fn range(ledger: u32, from: f64, to: f64) -> Result<JsValue, StorageError> {
    let bound = |number: f64| JsValue::from(Array::of2(&ledger.into(), &number.into()));
    IdbKeyRange::bound(&bound(from), &bound(to)).map(JsValue::from).map_err(reason)
}

/// The fields of a stored record.
const FIELDS: [&str; 4] = ["number", "schema", "text", "check"];

fn value(record: &Record) -> JsValue {
    let object = Object::new();
    let values: [JsValue; 4] = [
        (record.number as f64).into(),
        record.schema.into(),
        JsValue::from_str(&record.text),
        record.check.into(),
    ];
    for (field, value) in FIELDS.into_iter().zip(&values) {
        let _ = Reflect::set(&object, &field.into(), value);
    }
    object.into()
}

/// Records as they were stored; what is none has no checksum that holds, and is seen as damaged.
fn records(list: &JsValue) -> Vec<Record> {
    let record = |value: JsValue| {
        let field = |name: &str| Reflect::get(&value, &name.into()).unwrap_or(JsValue::UNDEFINED);
        let number = |name: &str| field(name).as_f64().unwrap_or(0.0);
        Record {
            number: number("number") as u64,
            schema: number("schema") as u32,
            text: field("text").as_string().unwrap_or_default().into(),
            check: number("check") as u32,
        }
    };
    Array::from(list).iter().map(record).collect()
}

/// The answer to a request.
async fn done(request: &IdbRequest) -> Result<JsValue, StorageError> {
    let ended = first_of(request, &["success", "error"]).await;
    match ended {
        Some("success") => request.result().map_err(reason),
        _ => Err(request.error().ok().flatten().map_or(StorageError::Blocked, |error| reason_of(&error))),
    }
}

/// Waits until a transaction is on disk.
async fn completed(transaction: &IdbTransaction) -> Result<(), Ended> {
    let ended = first_of(transaction, &["complete", "abort"]).await;
    if ended == Some("complete") {
        return Ok(());
    }
    Err(match transaction.error() {
        Some(error) if error.name() == "ConstraintError" => Ended::Taken,
        Some(error) => Ended::Failed(reason_of(&error)),
        None => Ended::Failed(StorageError::Blocked),
    })
}

/// The first of some events that comes.
async fn first_of(target: &EventTarget, names: &[&'static str]) -> Option<&'static str> {
    let (send, receive) = oneshot::channel();
    let send = Rc::new(RefCell::new(Some(send)));
    let listener = |name: &'static str| {
        let send = send.clone();
        let heard = Closure::<dyn FnMut()>::new(move || {
            if let Some(send) = send.borrow_mut().take() {
                let _ = send.send(name);
            }
        });
        let _ = target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        (name, heard)
    };
    let listeners: Vec<_> = names.iter().map(|name| listener(name)).collect();
    let heard = receive.await.ok();
    for (name, listener) in listeners {
        let _ = target.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    heard
}
