//! Begins a measure that an address names, and goes on to its plan.

use leptos::prelude::*;

use crate::address;
use crate::state::{Notice, State};
use water_ledger::exchange::{Beginning, RETROFIT, Route};
use water_ledger::show;
use water_ledger::text::{Key, Message};

/// The page, which nobody sees for longer than a moment.
pub fn page() -> AnyView {
    let state = State::expect();
    request_animation_frame(move || address::replace(state, begin(state)));
    view! { <h1 tabindex="-1">{state.say(Key::RetrofitTitle)}</h1> }.into_any()
}

/// Begins the measure of the address, and gives the page that shows it.
fn begin(state: State) -> Route {
    let hash = window().location().hash().unwrap_or_default();
    let text = js_sys::decode_uri_component(&hash).map_or(hash, String::from);
    let language = state.language.get_untracked();
    let begun = state.ledger.with_untracked(|ledger| {
        show::retrofit::begun(ledger, &Beginning::of_hash(&text, ledger)?, language)
    });
    let Some((edits, plan)) = begun.filter(|_| !state.store.held.with_untracked(Option::is_some)) else {
        state.notify(Notice::grave(Message::new(Key::BeginGone)));
        return Route::RETROFIT;
    };
    for edit in edits {
        state.edit(edit);
    }
    Route::sheet(&RETROFIT, plan.0)
}
