//! The plan of the year, from the topmost place to the users.

use leptos::prelude::*;

use super::view::RegionView;
use crate::state::State;
use crate::widgets::figure_view;
use water_ledger::evaluate::RegionSheet;
use water_ledger::ledger::{PLAN_PLACES, RegionEntry, Row};
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: RegionView) -> AnyView {
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::RegionPlanLead)}</p>
                {view.sheet.table(state, &PLAN_PLACES)}
                <p class="entry-fields">
                    {view.sheet.entry(state, RegionEntry::Step)}
                    {view.sheet.entry(state, RegionEntry::Document)}
                    {view.sheet.entry(state, RegionEntry::IssuedOn)}
                </p>
            </div>
            {view.sheet.results(state, move |sheet, found| facts(state, sheet, found), |_, _| ().into_any())}
        </div>
    }
    .into_any()
}

/// The topmost place's plan, and what of it went to nobody.
fn facts(state: State, _: &Row, found: &RegionSheet) -> AnyView {
    let top = found.plan.top().cloned().unwrap_or_default();
    view! {
        {figure_view(*state, "plan-total", Key::ResultPlanTotal, top.plan)}
        {figure_view(*state, "plan-kept", Key::ColumnPlanKept, top.kept)}
    }
    .into_any()
}
