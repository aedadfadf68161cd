//! The browser's large storage, IndexedDB: connections, transactions that are on disk when they are told to be, answers.

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
use water_ledger::ledger::StorageError;

/// A connection to a database.
pub struct Connection(IdbDatabase);

impl Connection {
    /// Opens a database, and makes it with its stores where there is none.
    pub async fn open(name: &str, stores: &'static [&'static str]) -> Result<Connection, StorageError> {
        let request = factory()?.open_with_u32(name, 1).map_err(reason)?;
        let made = request.clone();
        let make = Closure::<dyn FnMut()>::new(move || {
            if let Some(database) = made.result().ok().and_then(|made| made.dyn_into::<IdbDatabase>().ok()) {
                for store in stores {
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
        Ok(Connection(database))
    }

    /// Two stores of one transaction, which is on disk when it is complete.
    pub fn stores(&self, names: [&str; 2], mode: &str) -> Result<[IdbObjectStore; 2], StorageError> {
        let list: Array = names.into_iter().map(JsValue::from).collect();
        // On disk, and not only on its way there.
        let options = Object::new();
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        let database: &DurableDatabase = self.0.unchecked_ref();
        let transaction = database.transaction(&list, mode, &options).map_err(reason)?;
        let store = |name| transaction.object_store(name).map_err(reason);
        Ok([store(names[0])?, store(names[1])?])
    }
}

#[wasm_bindgen]
extern "C" {
    /// A connection whose transactions say how durable they are, which web-sys does not know yet.
    type DurableDatabase;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &DurableDatabase,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;

    /// A transaction that can be ended, of which web-sys says that it is no more.
    type OpenTransaction;

    #[wasm_bindgen(method, catch)]
    fn commit(this: &OpenTransaction) -> Result<(), JsValue>;
}

/// Merely touching the property throws where storage is forbidden.
fn factory() -> Result<IdbFactory, StorageError> {
    window().indexed_db().ok().flatten().ok_or(StorageError::Blocked)
}

/// Ends a transaction in this turn; without it the browser takes it back when the page goes.
pub fn commit(transaction: &IdbTransaction) -> Result<(), StorageError> {
    transaction.unchecked_ref::<OpenTransaction>().commit().map_err(reason)
}

/// A key of two numbers.
pub fn key(first: u32, second: f64) -> JsValue {
    Array::of2(&first.into(), &second.into()).into()
}

/// The keys of two numbers whose first is one and whose second lies within bounds.
pub fn range(first: u32, from: f64, to: f64) -> Result<JsValue, StorageError> {
    IdbKeyRange::bound(&key(first, from), &key(first, to)).map(JsValue::from).map_err(reason)
}

/// The answer to a request.
pub async fn done(request: &IdbRequest) -> Result<JsValue, StorageError> {
    let ended = first_of(request, &["success", "error"]).await;
    match ended {
        Some("success") => request.result().map_err(reason),
        _ => Err(request.error().ok().flatten().map_or(StorageError::Blocked, |error| reason_of(&error))),
    }
}

/// How a transaction ended that wrote nothing.
pub enum Ended {
    /// There was something under a key already.
    Taken,
    /// It failed.
    Failed(StorageError),
}

/// Waits until a transaction is on disk.
pub async fn completed(transaction: &IdbTransaction) -> Result<(), Ended> {
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

/// Waits until a transaction is on disk in which no key can be taken.
pub async fn written(transaction: &IdbTransaction) -> Result<(), StorageError> {
    completed(transaction).await.map_err(|ended| match ended {
        Ended::Taken => StorageError::Blocked,
        Ended::Failed(error) => error,
    })
}

/// A field of a stored object.
pub fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// An object of fields.
pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
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
