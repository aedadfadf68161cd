//! Balances: of each place, of the plant, of meters by level, and what reconciliation makes of them.

use leptos::prelude::*;

use super::network;
use super::view::PeriodView;
use crate::pages::paper;
use crate::state::State;
use crate::widgets::verdict_view;
use water_ledger::evaluate::PeriodResults;
use water_ledger::ledger::{PlantEntry, Row};
use water_ledger::show;
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: PeriodView) -> AnyView {
    let tables = move || {
        let language = state.language.get_untracked();
        view.with(|_, found| paper::on_page(state, &show::plant::balance_blocks(found, language)))
    };
    view! {
        <div class="work">
            <div class="entry-side paper">
                <p class="quiet">{state.say(Key::BalanceLead)}</p>
                <p class="entry-fields">{view.entry(state, PlantEntry::Tolerance)}</p>
                {tables}
            </div>
            {view.results(state, move |_, found| network::facts(state, found), move |sheet, found| verdicts(state, sheet, found))}
        </div>
    }
    .into_any()
}

/// What the plant's balance and the test of all balances together say.
fn verdicts(state: State, _: &Row, found: &PeriodResults) -> AnyView {
    let said = |verdict| verdict_view(*state, &verdict);
    let plant = show::plant::plant_verdict(found).map(said);
    let all =
        show::plant::reconciliation_verdict(found, state.language.get_untracked()).into_iter().map(said);
    view! { {plant} {all.collect_view()} }.into_any()
}
