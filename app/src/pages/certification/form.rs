//! 自评表, the self-assessment form of a unit's year, a page to print.

use leptos::prelude::*;

use super::{at, selected_review};
use crate::pages::paper;
use crate::state::State;
use water_ledger::exchange::{Certification, CertificationStep, Route};
use water_ledger::show::certification::assessment_form;
use water_ledger::text::Key;

/// The page.
#[component]
pub fn FormPage() -> impl IntoView {
    let state = State::expect();
    let review = selected_review(state);
    let back = move || {
        let review = at(state).review.or(review.get());
        Route::Certification(Certification { review, step: CertificationStep::Items })
    };
    let report = move || {
        let language = state.language.get_untracked();
        let id = review.get()?;
        state
            .ledger
            .with(|ledger| state.assessment.with(|found| assessment_form(ledger, found, id, language)))
    };
    view! {
        <article class="report assessment-form">{move || paper::page(state, Key::FormTitle, back(), report())}</article>
    }
}
