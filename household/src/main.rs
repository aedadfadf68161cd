//! 家庭用水, the calculator of homes: questions, the result, what is shared of it. It knows no ledger.

use leptos::prelude::*;
use water_ledger_browser::trusted::{self, TrustPolicy};

/// Puts the calculator in the page; `policy` is what may become markup.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn mount(policy: TrustPolicy) {
    console_error_panic_hook::set_once();
    trusted::take(policy);
    leptos::mount::mount_to_body(|| view! { <h1>"x"</h1> });
}

/// `public/boot.js` calls [`mount`] once the module is there.
fn main() {}
