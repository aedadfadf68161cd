//! The worker of workbooks, away from the page.

use wasm_bindgen::prelude::wasm_bindgen;
use water_ledger_office::{self as office, Cached, answer, written};

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

/// An archive that is being written; see `Pack` of the library.
#[wasm_bindgen]
#[derive(Default)]
pub struct Pack(office::Pack);

#[wasm_bindgen]
impl Pack {
    /// An empty archive.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Pack {
        Pack::default()
    }

    /// Adds a file of a time on the clock; the bytes that are done with, or nothing where it cannot be added.
    pub fn add(&mut self, name: &str, content: &[u8], time: &[u16]) -> Option<Vec<u8>> {
        self.0.add(name, content, time.try_into().ok()?).ok()
    }

    /// The end of the archive; nothing where it cannot be written.
    pub fn finish(self) -> Option<Vec<u8>> {
        self.0.finish().ok()
    }
}

/// `public/office-worker.js` calls what is above.
fn main() {}
