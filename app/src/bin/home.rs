//! The landing page alone, which a first visit needs and no more.

/// Puts the landing page in the page.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn mount() {
    water_ledger_app::mount_home();
}

/// Takes the landing page away, with all that listens for it.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn leave() {
    water_ledger_app::leave_home();
}

/// `public/boot.js` calls what is above.
fn main() {}
