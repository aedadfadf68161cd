//! A saved document that cannot be opened: shown, kept, offered for download, set aside on request.

use leptos::prelude::*;

use crate::document_store::DocumentStore;
use crate::files;
use crate::part::{Part, part};
use crate::state::State;
use water_ledger::ledger::Held;
use water_ledger::text::{Key, Message};

/// How much of its text is shown; a file of megabytes would stop the page.
const SHOWN: usize = 20_000;

/// Offers the text of a held document as a file, as it was found.
pub fn download_held(text: &str) {
    files::download_text("water-ledger-kept.json", "application/json", text);
}

/// What could not be opened.
#[derive(Clone)]
pub enum Unopened {
    /// The document that is held: a panel stands in for editing.
    Held(Held),
    /// Documents that were put aside, each with a button that offers it as a file.
    PutAside(Vec<String>),
}

/// What is shown of it. Few ever see that, so its code comes when it is needed.
pub static UNOPENED: &Part<Unopened> = part!(held, of: Unopened, match of {
    Unopened::Held(held) => held_document(held),
    Unopened::PutAside(documents) => put_aside(documents),
});

fn held_document(held: Held) -> AnyView {
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
                    on:click=move |_| download_held(&text)
                >
                    {state.say(Key::Download)}
                </button>
                <button on:click=move |_| { state.store.set_aside(state); }>{state.say(Key::HeldSetAside)}</button>
            </p>
            <details>
                <summary>{state.say(Key::HeldContent)}</summary>
                <pre tabindex="0">{shown}</pre>
            </details>
        </section>
    }
    .into_any()
}

/// Documents that could not be opened and were put aside; they stay until the browser's data are cleared.
#[component]
pub fn SetAside() -> impl IntoView {
    let state = State::expect();
    move || {
        // Whatever is held now may have just been put aside.
        state.store.held.track();
        let documents = DocumentStore::put_aside();
        (!documents.is_empty()).then(|| UNOPENED.later(Unopened::PutAside(documents)))
    }
}

fn put_aside(documents: Vec<String>) -> AnyView {
    let state = State::expect();
    let item = |(text, number): (String, usize)| {
        let name = Message::new(Key::SetAsideName).with("number", number.to_string());
        let file = format!("water-ledger-kept-{number}.json");
        view! {
            <li>
                {state.tell(&name)} " "
                <button on:click=move |_| files::download_text(&file, "application/json", &text)>
                    {state.say(Key::Download)}
                </button>
            </li>
        }
    };
    view! {
        <section aria-labelledby="aside-title">
            <h2 id="aside-title">{state.say(Key::SetAsideTitle)}</h2>
            <ul>{documents.into_iter().zip(1..).map(item).collect_view()}</ul>
        </section>
    }
    .into_any()
}
