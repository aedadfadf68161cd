//! A button that opens the browser's file dialog and hands the chosen file on.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

/// The button, called `name`, with an id where the keyboard is led to it; `accept` says which files the dialog offers.
pub fn file_button(
    id: Option<&'static str>,
    name: &'static str,
    accept: &str,
    take: impl Fn(File) + 'static,
) -> AnyView {
    let accept = accept.to_string();
    let chooser = NodeRef::<html::Input>::new();
    let ask = move |_| {
        if let Some(chooser) = chooser.get_untracked() {
            chooser.click();
        }
    };
    let chosen = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            take(file);
        }
        // Choosing the same file again is a change too.
        input.set_value("");
    };
    view! {
        <button id=id on:click=ask>{name}</button>
        <input
            node_ref=chooser
            type="file"
            accept=accept
            class="visually-hidden"
            tabindex="-1"
            aria-label=name
            on:change=chosen
        />
    }
    .into_any()
}
