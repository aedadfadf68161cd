//! Pictures that the library draws, put into the page through its policy.

use leptos::html;
use leptos::prelude::*;

use water_ledger_browser::trusted;

/// A picture that follows what it shows.
pub fn picture(class: &'static str, draw: impl Fn() -> String + 'static) -> AnyView {
    drawn(class, Box::new(draw))
}

fn drawn(class: &'static str, draw: Box<dyn Fn() -> String>) -> AnyView {
    let place = NodeRef::<html::Span>::new();
    Effect::new(move |_| {
        // Every word in it was escaped by the library.
        let drawn = draw();
        if let Some(place) = place.get() {
            trusted::show_picture(&place, &drawn);
        }
    });
    view! { <span class=class node_ref=place></span> }.into_any()
}
