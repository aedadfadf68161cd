//! What the ledger comes to, one vertical at a time and only when something reads it.
//!
//! Each function names one vertical alone, so that a page brings the code of its own vertical and of no other.

use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

use super::part::{Code, code};
use super::state::State;
use water_ledger::evaluate::{
    self, Before, CertificationResults, IrrigationResults, PlantResults, RegionNumbers, RegionResults,
    RetrofitResults, UnitWater,
};

/// What irrigation comes to.
pub fn irrigation(state: State) -> Memo<Arc<IrrigationResults>> {
    state.results.of(state.ledger, evaluate::irrigation)
}

/// What the plants come to.
pub fn plant(state: State) -> Memo<Arc<PlantResults>> {
    state.results.of(state.ledger, evaluate::plant)
}

/// What districts and plants took, for regions; it comes when a plan first names one.
static UNITS: Code<State, Vec<UnitWater>> = code!(region_units, of: State => Vec<UnitWater>, units(of));

fn units(state: State) -> Vec<UnitWater> {
    state.ledger.with(|ledger| {
        irrigation(state)
            .with(|irrigation| plant(state).with(|plant| evaluate::unit_waters(ledger, irrigation, plant)))
    })
}

/// What the regions come to, whose plans may take present uses from other sheets.
pub fn region(state: State) -> Memo<Arc<RegionResults>> {
    state.results.of(state.ledger, move |ledger, before| {
        let units = match evaluate::takes_from_units(ledger) {
            true => state.awaited.made(&UNITS, state),
            false => Some(Vec::new()),
        };
        evaluate::region(ledger, units.as_deref(), before)
    })
}

/// What regions offer to rubrics; it comes when a self-assessment is first about one.
static REGIONS: Code<State, Vec<Arc<RegionNumbers>>> =
    code!(region_numbers, of: State => Vec<Arc<RegionNumbers>>, region(of).with(|all| all.numbers()));

/// What the self-assessments come to, which may take numbers from the plant and from the region of their year.
pub fn certification(state: State) -> Memo<Arc<CertificationResults>> {
    state.results.of(state.ledger, move |ledger, before| {
        let regions = match evaluate::asks_for_regions(ledger) {
            true => state.awaited.made(&REGIONS, state),
            false => None,
        };
        evaluate::certification(ledger, &plant(state).get(), &regions.unwrap_or_default(), before)
    })
}

/// What the plans for plants come to.
pub fn retrofits_of_plants(state: State) -> Memo<Arc<RetrofitsOf<Plants>>> {
    state.results.of(state.ledger, move |ledger, before| {
        RetrofitsOf::new(evaluate::retrofits_of_plants(ledger, &plant(state).get(), RetrofitsOf::of(before)))
    })
}

/// What the plans for years of irrigation come to.
pub fn retrofits_of_irrigation(state: State) -> Memo<Arc<RetrofitsOf<Irrigation>>> {
    state.results.of(state.ledger, move |ledger, before| {
        let known = RetrofitsOf::of(before);
        RetrofitsOf::new(evaluate::retrofits_of_irrigation(ledger, &irrigation(state).get(), known))
    })
}

/// What the plans for institutions come to.
pub fn retrofits_of_institutions(state: State) -> Memo<Arc<RetrofitsOf<Institutions>>> {
    state.results.of(state.ledger, move |ledger, before| {
        let known = RetrofitsOf::of(before);
        RetrofitsOf::new(evaluate::retrofits_of_institutions(ledger, &certification(state).get(), known))
    })
}

/// What the plans about one kind of thing come to; each kind is kept for itself.
pub struct RetrofitsOf<K> {
    /// The plans.
    pub results: RetrofitResults,
    kind: PhantomData<fn(K)>,
}

/// Plans for plants.
pub enum Plants {}
/// Plans for years of irrigation.
pub enum Irrigation {}
/// Plans for institutions.
pub enum Institutions {}

impl<K> RetrofitsOf<K> {
    fn new(results: RetrofitResults) -> Self {
        RetrofitsOf { results, kind: PhantomData }
    }

    fn of<'b>(before: Before<'b, Self>) -> Before<'b, RetrofitResults> {
        before.map(|(was, found)| (was, &found.results))
    }
}

impl<K> PartialEq for RetrofitsOf<K> {
    fn eq(&self, other: &Self) -> bool {
        self.results == other.results
    }
}
