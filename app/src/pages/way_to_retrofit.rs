//! The way from where water is lost to a measure against it.

use leptos::prelude::*;

use crate::state::State;
use water_ledger::exchange::Beginning;
use water_ledger::text::Key;

/// A link that begins the measure, with what it is against.
pub fn way_to_retrofit(state: State, name: Key, beginning: &Beginning) -> AnyView {
    view! { <a class="way-on" href=beginning.to_hash()>{state.say(name)}</a> }.into_any()
}
