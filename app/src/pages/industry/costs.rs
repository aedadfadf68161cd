//! What water costs, and who bears it.

use leptos::prelude::*;

use super::view::PeriodView;
use crate::pages::paper;
use crate::state::State;
use crate::widgets::figure_view;
use water_ledger::evaluate::PeriodResults;
use water_ledger::ledger::{COSTS, Row, TIERS};
use water_ledger::show;
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: PeriodView) -> AnyView {
    let tables = move || {
        let language = state.language.get_untracked();
        view.with(|_, found| paper::on_page(state, &show::plant::cost_blocks(found, language)))
    };
    view! {
        <div class="work">
            <div class="entry-side paper">
                <p class="quiet">{state.say(Key::CostsLead)}</p>
                {view.table(state, &COSTS)}
                {view.table(state, &TIERS)}
                {tables}
            </div>
            {view.results(state, move |sheet, found| figures(state, sheet, found), |_, _| ().into_any())}
        </div>
    }
    .into_any()
}

fn figures(state: State, _: &Row, found: &PeriodResults) -> AnyView {
    let costs = &found.figures.costs;
    view! {
        {figure_view(*state, "cost-total", Key::ResultCost, costs.total.clone())}
        {figure_view(*state, "cost-per-intake", Key::ResultCostPerIntake, costs.per_intake.clone())}
        {figure_view(*state, "cost-ratio", Key::ResultCostRatio, costs.ratio.clone())}
    }
    .into_any()
}
