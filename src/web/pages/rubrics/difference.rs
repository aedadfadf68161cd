//! Two editions side by side.

use leptos::prelude::*;

use crate::text::Key;
use crate::web::state::State;

/// What differs, in sentences.
#[component]
pub fn Differences(
    /// The sentences, as they are read.
    #[prop(into)]
    sentences: Signal<Vec<String>>,
) -> impl IntoView {
    let state = State::expect();
    view! {
        {move || sentences.with(Vec::is_empty).then(|| view! { <p class="quiet">{state.say(Key::LibraryNoDifference)}</p> })}
        <ul class="differences">
            {move || sentences.get().into_iter().map(|sentence| view! { <li>{sentence}</li> }.into_any()).collect_view()}
        </ul>
    }
}
