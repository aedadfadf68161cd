//! The whole app: every page, the ledger, undo.

/// Puts the app in the page.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn mount() {
    water_ledger::web::mount();
}

/// `public/boot.js` calls [`mount`] once the module is there; natively there is only the library.
fn main() {}
