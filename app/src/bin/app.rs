//! The whole app: every page, the ledger, undo.

/// Puts the app in the page.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn mount() {
    water_ledger_app::mount();
}

/// `public/boot.js` calls [`mount`] once the module is there.
fn main() {}
