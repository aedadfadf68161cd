//! The landing page's content, which the build has written into the document: `water_ledger::show::landing_page`.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTemplateElement, Node};

use crate::page_context::PageContext;
use water_ledger::text::Language;

/// The landing page, as it stands among the templates. What it offers to do is done by `public/boot.js`.
#[component]
pub fn Home() -> impl IntoView {
    let context = PageContext::expect();
    let language = context.language.get_untracked();
    let home = NodeRef::<html::Div>::new();
    home.on_load(move |home| {
        if let Some(content) = content(language) {
            let _ = home.append_child(&content);
        }
    });
    view! { <div class="home" node_ref=home></div> }
}

/// What stands in the landing page, as a copy.
fn content(language: Language) -> Option<Node> {
    let template = document().query_selector(&format!("template[lang={:?}]", language.tag())).ok()??;
    let page = template.dyn_into::<HtmlTemplateElement>().ok()?.content();
    let copy = document().create_document_fragment();
    for node in children(&page.query_selector(".home").ok()??) {
        copy.append_child(&node.clone_node_with_deep(true).ok()?).ok()?;
    }
    Some(copy.into())
}

fn children(element: &Element) -> impl Iterator<Item = Node> {
    std::iter::successors(element.first_child(), |node| node.next_sibling())
}
