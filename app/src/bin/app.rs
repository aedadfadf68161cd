//! The whole app: every page, the ledger, undo.

use water_ledger_app::TrustPolicy;

/// Puts the app in the page; `gone_on` tells whether a visitor has come to it from the landing page.
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn mount(gone_on: bool, policy: TrustPolicy) {
    water_ledger_app::mount(gone_on, policy).await;
}

/// `public/boot.js` calls [`mount`] once the module is there.
fn main() {}
