//! The basis of a figure, whose code is a part of its own: it is fetched when a figure is first opened.

use futures::FutureExt;
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::frame;
use super::state::State;
use super::uncertainty;
use super::widgets::explanation;
use water_ledger::metric::Figure;

#[wasm_split(basis, fallible, preload(fetch))]
fn shown(state: State, figure: Figure) -> Result<AnyView, SplitLoaderError> {
    let basis = view! { {explanation(*state, &figure)} {uncertainty::section(state, &figure)} };
    Ok(basis.into_any())
}

/// How a figure came about and how certain it is, once the code is there. Where it does not come, the dialog closes and that is
/// said; the figure can be opened again.
pub fn view(state: State, figure: Figure) -> AnyView {
    let is_there = RwSignal::new(false);
    leptos::task::spawn_local(async move {
        match fetch().await {
            Ok(()) => {
                frame::hide_failure();
                // The dialog may be closed by now.
                let _ = is_there.try_set(true);
            }
            Err(_) => {
                state.explained.set(None);
                frame::show_failure(|| {});
            }
        }
    });
    // Code that is there is not waited for.
    let basis = move || is_there.get().then(|| shown(state, figure.clone()).now_or_never()?.ok());
    view! { {basis} }.into_any()
}
