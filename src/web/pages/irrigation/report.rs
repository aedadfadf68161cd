//! The report of a year's coefficient work, a page to print.

use leptos::prelude::*;

use super::{at, selected_year};
use crate::exchange::{Irrigation, Route};
use crate::report::coefficient_report;
use crate::text::Key;
use crate::web::pages::paper;
use crate::web::state::State;

/// The page.
#[component]
pub fn ReportPage() -> impl IntoView {
    let state = State::expect();
    let year = selected_year(state);
    let back = move || {
        let id = at(state).year.or(year.get());
        id.map_or(Route::IRRIGATION, |id| Route::Irrigation(Irrigation::year(id)))
    };
    let report = move || {
        let language = state.language.get_untracked();
        let id = year.get()?;
        state.ledger.with(|ledger| {
            state.assessment.with(|assessment| coefficient_report(ledger, assessment, id, language))
        })
    };
    view! { <article class="report">{move || paper::page(state, Key::ReportTitle, back(), report())}</article> }
}
