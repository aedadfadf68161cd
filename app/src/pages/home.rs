//! The landing page's content, which the build has written into the document: `water_ledger::show::landing_page`.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTemplateElement;

use crate::page_context::PageContext;
use water_ledger::text::Language;

/// The landing page, as it stands among the templates. What it offers to do is done by `public/boot.js`.
#[component]
pub fn Home() -> impl IntoView {
    let context = PageContext::expect();
    // The text was written by the library, which escaped every word in it.
    let content = content(context.language.get_untracked());
    view! { <div class="home" inner_html=content></div> }
}

fn content(language: Language) -> Option<String> {
    let template = document().query_selector(&format!("template[lang={:?}]", language.tag())).ok()??;
    let page = template.dyn_into::<HtmlTemplateElement>().ok()?.content();
    Some(page.query_selector(".home").ok()??.inner_html())
}
