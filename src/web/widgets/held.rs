//! A saved document that cannot be opened: shown, kept, offered for download, set aside on request.

use leptos::prelude::*;

use crate::text::Key;
use crate::web::files;
use crate::web::keeper::Held;
use crate::web::state::State;

/// How much of its text is shown; a file of megabytes would stop the page.
const SHOWN: usize = 20_000;

/// The panel that stands in for editing while a document is held.
#[component]
pub fn HeldDocument(
    /// The document.
    held: Held,
) -> impl IntoView {
    let state = State::expect();
    let Held { text, message } = held;
    let shown: String = text.chars().take(SHOWN).collect();
    view! {
        <section class="held" aria-labelledby="held-title">
            <h2 id="held-title">{state.say(Key::HeldTitle)}</h2>
            <p>{state.tell(&message)}</p>
            <p class="buttons">
                <button
                    class="primary"
                    on:click=move |_| files::download_text("water-ledger-kept.json", "application/json", &text)
                >
                    {state.say(Key::Download)}
                </button>
                <button on:click=move |_| { state.keeper.set_aside(state); }>{state.say(Key::HeldSetAside)}</button>
            </p>
            <details>
                <summary>{state.say(Key::HeldContent)}</summary>
                <pre tabindex="0">{shown}</pre>
            </details>
        </section>
    }
}
