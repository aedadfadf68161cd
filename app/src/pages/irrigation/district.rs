//! One district: its crops, its sources and outflows, and what they come to.

use leptos::prelude::*;

use super::results::{district_figures, district_results};
use super::year::YearView;
use crate::state::State;
use water_ledger::ledger::{CROPS, RowId, SOURCES};
use water_ledger::text::Key;

/// The tab for a district.
pub fn tab(state: State, view: YearView, id: RowId) -> AnyView {
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::DistrictLead)}</p>
                {view.district_table(state, id, &CROPS)}
                {view.district_table(state, id, &SOURCES)}
            </div>
            {district_results(state, view, id, district_figures)}
        </div>
    }
    .into_any()
}
