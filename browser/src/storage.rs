//! The browser's small storage, which may be blocked, full or gone at any call.

use js_sys::JsString;
use leptos::prelude::window;
use wasm_bindgen::prelude::wasm_bindgen;
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

/// The text that this tab keeps under a name, for as long as it is open.
pub fn read_of_tab(name: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(name).ok()?
}

/// Keeps a text under a name for this tab; whether it could.
pub fn write_of_tab(name: &str, text: &str) -> bool {
    let storage = window().session_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Puts what is kept under one name under another too, to the last code unit, even where it is no text that can be decoded; whether
/// it was read back from there. Where something else than `text` is kept by now, it is the text.
pub fn copy(from: &str, to: &str, text: &str) -> bool {
    let Ok(storage) = storage() else { return false };
    let storage: CodeUnits = storage.unchecked_into();
    let kept = storage.get_item(from).ok().flatten().filter(|kept| *kept == *text);
    let kept = kept.unwrap_or_else(|| text.into());
    storage.set_item(to, &kept).is_ok() && storage.get_item(to).ok().flatten().as_ref() == Some(&kept)
}

#[wasm_bindgen]
extern "C" {
    /// The storage, its texts as the browser holds them: a lone half of a pair of code units is lost in a text of ours.
    type CodeUnits;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get_item(this: &CodeUnits, name: &str) -> Result<Option<JsString>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set_item(this: &CodeUnits, name: &str, text: &JsString) -> Result<(), JsValue>;
}

/// Merely touching the property throws where storage is forbidden.
fn storage() -> Result<Storage, StorageError> {
    window().local_storage().ok().flatten().ok_or(StorageError::Blocked)
}

/// Why a storage, this one or the large one, did not do what was asked.
pub fn reason(error: JsValue) -> StorageError {
    error.dyn_ref::<DomException>().map_or(StorageError::Blocked, reason_of)
}

/// The same of an exception.
pub fn reason_of(error: &DomException) -> StorageError {
    match error.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        _ => StorageError::Blocked,
    }
}
