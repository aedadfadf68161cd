//! The whole app: every page, the ledger, undo.

/// Puts the app in the page; `gone_on` tells whether a visitor has come to it from the landing page.
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn mount(gone_on: bool) {
    water_ledger_app::mount(gone_on).await;
}

/// `public/boot.js` calls [`mount`] once the module is there.
fn main() {}
