//! What the ledger comes to, one vertical at a time and only when something reads it.
//!
//! Each function names one vertical alone, so that a page brings the code of its own vertical and of no other.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::State;
use water_ledger::evaluate::{self, CertificationResults, IrrigationResults, PlantResults, RetrofitResults};

/// What irrigation comes to.
pub fn irrigation(state: State) -> Memo<Arc<IrrigationResults>> {
    state.results.of(state.ledger, evaluate::irrigation)
}

/// What the plants come to.
pub fn plant(state: State) -> Memo<Arc<PlantResults>> {
    state.results.of(state.ledger, evaluate::plant)
}

/// What the self-assessments come to, which may take numbers from the plant of their year.
pub fn certification(state: State) -> Memo<Arc<CertificationResults>> {
    state
        .results
        .of(state.ledger, move |ledger, before| evaluate::certification(ledger, &plant(state).get(), before))
}

/// What the plans of measures come to, each on the plant of its year.
pub fn retrofit(state: State) -> Memo<Arc<RetrofitResults>> {
    state
        .results
        .of(state.ledger, move |ledger, before| evaluate::retrofit(ledger, &plant(state).get(), before))
}
