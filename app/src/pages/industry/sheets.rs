//! The statistics and analysis sheets of the balance test, a page to print.

use leptos::prelude::*;

use super::{at, selected_period};
use crate::pages::paper;
use crate::state::State;
use water_ledger::exchange::{Industry, PlantTab, Route};
use water_ledger::show::plant::balance_report;
use water_ledger::text::Key;

/// The page.
#[component]
pub fn SheetsPage() -> impl IntoView {
    let state = State::expect();
    let period = selected_period(state);
    let back = move || {
        Route::Industry(Industry { period: at(state).period.or(period.get()), tab: PlantTab::Network })
    };
    let report = move || {
        let language = state.language.get_untracked();
        let id = period.get()?;
        state.ledger.with(|ledger| state.assessment.with(|found| balance_report(ledger, found, id, language)))
    };
    view! {
        <article class="report">{move || paper::page(state, Key::SheetsTitle, back(), report())}</article>
    }
}
