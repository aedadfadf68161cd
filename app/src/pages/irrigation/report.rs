//! The report of a year's coefficient work, a page to print.

use leptos::prelude::*;

use super::{at, selected_year};
use crate::pages::paper;
use crate::state::State;
use water_ledger::exchange::{Irrigation, Route};
use water_ledger::show::irrigation::coefficient_report;
use water_ledger::text::Key;

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
