//! 家庭用水, the calculator of homes: questions, the result, what is shared of it. It knows no ledger.
//!
//! It holds signals and markup. What is computed, said or drawn comes from the library.

mod asked;
mod basis;
mod beside;
mod class;
mod fields;
mod frame;
mod lesson;
mod live;
mod page;
mod picture;
mod result;
mod share;

use leptos::prelude::*;
use water_ledger_browser::trusted::{self, TrustPolicy};

use page::Page;

/// Puts the calculator in the page; `policy` is what may become markup.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn mount(policy: TrustPolicy) {
    console_error_panic_hook::set_once();
    trusted::take(policy);
    leptos::mount::mount_to_body(|| {
        let page = Page::start();
        page.follow();
        // A language is chosen once: building the page anew for it spares every text a listener.
        live::live(move || {
            page.language.track();
            frame::frame(page)
        })
    });
}

/// `public/boot.js` calls [`mount`] once the module is there.
fn main() {}
