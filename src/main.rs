//! Mounts the app in the page; nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    water_ledger::web::mount();
}

/// The app lives in the browser; natively there is only the library.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
