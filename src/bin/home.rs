//! The landing page alone, which a first visit needs and no more.

/// Puts the landing page in the page.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn mount() {
    water_ledger::web::mount_home();
}

/// Takes the landing page away, with all that listens for it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn leave() {
    water_ledger::web::leave_home();
}

/// `public/boot.js` calls what is above; natively there is only the library.
fn main() {}
