//! The browser's small storage, which may be blocked, full or gone at any call.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use water_ledger::ledger::StorageError;

/// The text kept under a name.
pub fn read(name: &str) -> Result<Option<String>, StorageError> {
    storage()?.get_item(name).map_err(|_| StorageError::Blocked)
}

/// Keeps a text under a name.
pub fn write(name: &str, text: &str) -> Result<(), StorageError> {
    storage()?.set_item(name, text).map_err(reason)
}

/// Merely touching the property throws where storage is forbidden.
fn storage() -> Result<Storage, StorageError> {
    window().local_storage().ok().flatten().ok_or(StorageError::Blocked)
}

fn reason(error: JsValue) -> StorageError {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        _ => StorageError::Blocked,
    }
}
