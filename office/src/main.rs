//! The worker of workbooks, away from the page.

use wasm_bindgen::prelude::wasm_bindgen;
use water_ledger_office::{Cached, answer, written};

/// The file of a workbook that was laid out, from its JSON; nothing where it cannot be written.
#[wasm_bindgen]
pub fn write(book: &str) -> Option<Vec<u8>> {
    written(&serde_json::from_str(book).ok()?, Cached::Values).ok()
}

/// What stands in a file, as JSON; see `answer`.
#[wasm_bindgen]
pub fn read(bytes: &[u8]) -> String {
    answer(bytes)
}

/// `public/office-worker.js` calls what is above.
fn main() {}
