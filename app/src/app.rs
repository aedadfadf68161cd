//! The whole app: every page, with its tools and notices.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::document_store::{DocumentStore, Found};
use super::documents;
use super::files::{self, NoText};
use super::frame::Frame;
use super::keeper::{self, KEEPER};
use super::office;
use super::pages::go_to;
use super::state::{Notice, State};
use super::take_in::TAKE_IN;
use super::trusted::{self, TrustPolicy};
use super::widgets::{DerivationActions, UNOPENED, Unopened, download_held, file_button};
use super::{address, basis, loading, registry};
use water_ledger::evaluate::Severity;
use water_ledger::exchange::Route;
use water_ledger::ledger::{Opened, Refused, Saving, Step, StorageError, is_too_long};
use water_ledger::metric::Figure;
use water_ledger::text::{Key, Message};

/// Puts the app in the page; `gone_on` tells whether a visitor has come to it from the landing page, `policy` what may become markup.
pub async fn mount(gone_on: bool, policy: TrustPolicy) {
    console_error_panic_hook::set_once();
    trusted::take(policy);
    let found = DocumentStore::find().await;
    leptos::mount::mount_to_body(move || app(found, gone_on));
}

fn app(found: Found, gone_on: bool) -> impl IntoView {
    let state = State::start(found);
    provide_context(state);
    provide_context(*state);
    provide_context(DerivationActions {
        go_to: Callback::new(move |input_id| go_to_input(state, input_id)),
        basis: Callback::new(move |figure: Figure| basis::view(state, figure)),
    });
    address::follow(state, gone_on);
    address::set_title(*state);
    listen(state);
    let loaded = loading::loaded_page(state);
    // A language is chosen once and read all day: building the app anew for it spares every text a listener.
    move || {
        state.language.track();
        view! { <Frame tools=tools() notices=notices() content=content(loaded)/> }.into_any()
    }
}

/// Goes to the cell in which a number was typed, if it is still there.
fn go_to_input(state: State, input_id: u64) {
    let place = state.ledger.with_untracked(|ledger| ledger.place_of_input(input_id));
    // The dialog that it is told from gives the keyboard back when it closes, which is before the next frame.
    if let Some(place) = place {
        request_animation_frame(move || go_to(state, place));
    }
}

/// A saved document that cannot be opened, and below it the page of the address.
fn content(loaded: RwSignal<Option<Route>>) -> AnyView {
    let state = State::expect();
    view! {
        {move || state.store.held.get().map(|held| UNOPENED.later(Unopened::Held(held)))}
        {move || state.offered.get().map(|file| TAKE_IN.later((state, file)))}
        {move || loaded.get().and_then(registry::view_of)}
    }
    .into_any()
}

/// Undo, files, saving.
fn tools() -> AnyView {
    let state = State::expect();
    let held = move || state.store.held.with(Option::is_some);
    let step = move |step: Step, sign: &'static str, name: Key| {
        let idle = move || held() || !state.history.with(|history| history.can(step));
        view! {
            <button disabled=idle on:click=move |_| state.go(step)>
                <span class="sign" aria-hidden="true">{sign}</span>
                <span class="words">{state.say(name)}</span>
            </button>
        }
    };
    view! {
        {step(Step::Undo, "↶", Key::Undo)}
        {step(Step::Redo, "↷", Key::Redo)}
        {file_button(None, state.say(Key::Import), &[IMPORTED, office::TABLES].join(","), move |file| import(state, file))}
        <button on:click=move |_| export(state)>{state.say(Key::Export)}</button>
        <a class="to-ledgers" href=Route::LEDGERS.to_hash()>{state.say(Key::LedgersTitle)}</a>
        <SavingState/>
    }
    .into_any()
}

/// Offers the ledger as a file; a document that is held as it was found.
fn export(state: State) {
    let held = state.store.held.with_untracked(|held| held.as_ref().map(|held| held.text.clone()));
    match held {
        Some(text) => download_held(&text),
        None => keeper::export(state),
    }
}

/// The files that a ledger can come in, beside tables.
const IMPORTED: &str = ".json,application/json";

/// Takes the ledger of a file over.
fn import(state: State, file: web_sys::File) {
    if office::is_table(&file) {
        return office::open(state, file);
    }
    // The size is known before anything is read.
    if let Some(message) = Opened::refused_by_size(file.size()) {
        return state.notify(Notice::grave(message));
    }
    files::read_text(file, move |text| {
        leptos::task::spawn_local(async move {
            let opened = match text {
                Ok(text) => documents::opened(&text).await,
                Err(NoText::Kind(kind)) => Opened::other_file(kind),
                Err(NoText::Unreadable) => {
                    return state.notify(Notice::grave(Message::new(Key::ImportUnreadable)));
                }
            };
            documents::take_over(state, opened, Notice::quiet(Message::new(Key::Imported)));
        });
    });
}

#[component]
fn SavingState() -> impl IntoView {
    let state = State::expect();
    let saving = state.store.saving;
    let words = move || {
        let key = match saving.get() {
            Saving::Nothing => Key::SavedNothing,
            Saving::Pending => Key::SavedPending,
            Saving::Done => Key::SavedDone,
            Saving::Failed(_) => Key::SavedFailed,
        };
        key.say(state.language.get_untracked())
    };
    let failed = move || matches!(saving.get(), Saving::Failed(_));
    view! { <span class="saving" class:wrong=failed data-saving=move || format!("{:?}", saving.get())>{words}</span> }
}

/// What the person should know now. The region is always there, so that screen readers hear what enters it.
fn notices() -> AnyView {
    let state = State::expect();
    let storage = move || match state.store.saving.get() {
        Saving::Failed(StorageError::Blocked) => Some(Key::StorageBlocked),
        Saving::Failed(StorageError::Full) => Some(Key::StorageFull),
        _ => None,
    };
    view! {
        <div class="notices" role="status">
            {KEEPER.later(state)}
            {move || storage().map(|key| view! { <p class="notice caution">{state.say(key)}</p> })}
            {move || {
                state.notice.get().map(|Notice { message, severity, is_under_way }| {
                    let class = match severity {
                        Some(Severity::Wrong) => "notice wrong",
                        Some(Severity::Caution) => "notice caution",
                        None => "notice",
                    };
                    view! {
                        <p class=class>
                            <span>{move || state.tell(&message)}</span>
                            {is_under_way.then(|| view! { <progress aria-label=state.say(Key::WorkbookUnderWay)></progress> })}
                            <button
                                class="plain"
                                on:click=move |_| {
                                    if is_under_way {
                                        state.stop_working();
                                    }
                                    state.notice.set(None);
                                }
                            >
                                {state.say(if is_under_way { Key::Cancel } else { Key::Dismiss })}
                            </button>
                        </p>
                    }
                })
            }}
        </div>
    }
    .into_any()
}

/// What concerns the whole window: undo keys, other tabs, the page going away.
fn listen(state: State) {
    let _ = window_event_listener(ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let step = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Step::Undo,
            ("z", true) | ("y", false) => Step::Redo,
            _ => return,
        };
        // The browser's own undo knows one field only and would quarrel with ours.
        event.prevent_default();
        if state.store.held.with_untracked(Option::is_none) {
            state.go(step);
        }
    });
    // What no cell can hold does not enter a field either: the browser would stop over it.
    let _ = window_event_listener_untyped("beforeinput", move |event| {
        let text = event.dyn_ref::<web_sys::InputEvent>().and_then(web_sys::InputEvent::data);
        if text.is_some_and(|text| is_too_long(&text)) {
            event.prevent_default();
            state.notify(Notice::grave(Refused::TooLong.message()));
        }
    });
    for leaving in ["pagehide", "visibilitychange"] {
        let _ = window_event_listener_untyped(leaving, move |_| state.store.save_now(state));
    }
    let _ = window_event_listener_untyped("focus", move |_| state.store.catch_up(state));
    // Who would lose work is asked.
    let _ = window_event_listener_untyped("beforeunload", move |event| {
        state.store.save_now(state);
        if state.store.has_failed() {
            event.prevent_default();
        }
    });
}
