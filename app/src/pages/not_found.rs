//! An address that leads nowhere.

use leptos::prelude::*;

use crate::state::State;
use water_ledger::text::Key;

/// Says so, and shows the way home.
#[component]
pub fn NotFound() -> impl IntoView {
    let state = State::expect();
    view! {
        <h1 tabindex="-1">{state.say(Key::NotFoundTitle)}</h1>
        <p>{state.say(Key::NotFoundBody)}</p>
        <p><a class="button" href="#/">{state.say(Key::NotFoundHome)}</a></p>
    }
}
