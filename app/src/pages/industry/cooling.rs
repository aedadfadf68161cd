//! Circulating cooling water, a way to plan more cycles, and the condensate that comes back.

use leptos::prelude::*;

use super::network;
use super::view::PeriodView;
use crate::pages::way_to_retrofit::way_to_retrofit;
use crate::state::State;
use crate::widgets::{ChartFrame, figure_view};
use water_ledger::evaluate::PeriodResults;
use water_ledger::exchange::Beginning;
use water_ledger::ledger::{COOLING, CoolingColumn, Row, RowId, STEAM};
use water_ledger::show;
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: PeriodView) -> AnyView {
    let curve = move || {
        let language = state.language.get_untracked();
        view.with(|sheet, found| show::plant::makeup_curve(sheet, found, language)).flatten()
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::CoolingLead)}</p>
                {view.table(state, &COOLING)}
                {move || curve().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })}
                {view.table(state, &STEAM)}
            </div>
            {view.results(state, move |_, found| network::facts(state, found), move |sheet, found| figures(state, sheet, found))}
        </div>
    }
    .into_any()
}

fn figures(state: State, sheet: &Row, found: &PeriodResults) -> AnyView {
    let system = |(name, cooling): (String, &water_ledger::plant::CoolingFigures)| {
        let cycles = COOLING.at(&[sheet.id]).cell(RowId(cooling.key), CoolingColumn::Cycles);
        let way = cooling
            .cycles
            .is_some()
            .then(|| way_to_retrofit(state, Key::BeginMeasure, &Beginning::at(vec![cycles])));
        view! {
            <h3>{name}</h3>
            {figure_view(*state, "cooling-makeup", Key::ColumnMakeup, cooling.makeup.clone())}
            {figure_view(*state, "cooling-most-cycles", Key::ResultMostCycles, cooling.most_cycles.clone())}
            {cooling.is_drift_limited.then(|| view! { <p class="quiet">{state.say(Key::DriftLimited)}</p> })}
            {way}
        }
        .into_any()
    };
    let systems: Vec<AnyView> = show::plant::cooling_systems(sheet, found).into_iter().map(system).collect();
    let condensate = found.figures.rate("industry.condensate_rate").cloned();
    view! { {systems} {condensate.map(|rate| figure_view(*state, "condensate-rate", Key::ColumnCondensateRate, Some(rate)))} }
        .into_any()
}
