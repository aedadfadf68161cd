//! The basis of a figure, whose code is a part of its own: it is fetched when a figure is first opened.

use leptos::prelude::*;

use super::part::{Part, once_there, part};
use super::state::State;
use super::uncertainty;
use super::widgets::explanation;
use water_ledger::metric::Figure;

static BASIS: &Part<(State, Figure)> = part!(basis, of: (State, Figure), {
    let (state, figure) = of;
    view! { {explanation(*state, &figure)} {uncertainty::section(state, &figure)} }.into_any()
});

/// How a figure came about and how certain it is, once the code is there. Where it does not come, the dialog closes, so that one
/// sees it said; the figure can be opened again.
pub fn view(state: State, figure: Figure) -> AnyView {
    let shown = move || (BASIS.call)((state, figure.clone()));
    once_there(BASIS.fetch, shown, move || state.explained.set(None))
}
