//! The engine of the worker: long simulations, away from the page.

/// Works a task out; `tell` hears its progress and at last its outcome, as text.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn simulate(task: &str, tell: &js_sys::Function) {
    water_ledger::exchange::simulate(task, &mut |message| {
        // A page that no longer listens has ended the worker.
        let _ = tell.call1(&wasm_bindgen::JsValue::NULL, &message.into());
    });
}

/// `public/engine-worker.js` calls what is above.
fn main() {}
