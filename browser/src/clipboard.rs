//! Texts into the clipboard.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// Whether a text is in the clipboard now, which browsers keep from pages in frames and without encryption.
pub async fn copied(text: &str) -> bool {
    let navigator = window().navigator();
    let has_one = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    has_one && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
