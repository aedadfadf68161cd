//! One district: its crops, its sources and outflows, and what they come to.

use leptos::prelude::*;

use super::results::{district_figures, district_results};
use super::year::YearView;
use crate::pages::parts;
use crate::state::State;
use water_ledger::ledger::RowId;
use water_ledger::show;
use water_ledger::text::Key;

/// The tab for a district.
pub fn tab(state: State, view: YearView, id: RowId) -> AnyView {
    let district = view.district_view(id);
    let of = move |make: fn(
        water_ledger::ledger::YearId,
        &water_ledger::ledger::DistrictRow,
        &water_ledger::evaluate::DistrictDetail,
    ) -> show::TableView| {
        move || district.with(|d| d.as_ref().map(|d| make(view.id, &d.row, &d.detail)))
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::DistrictLead)}</p>
                {parts::table(state, Key::CropsTitle, of(show::irrigation::crops))}
                {parts::table(state, Key::SourcesTitle, of(show::irrigation::sources))}
            </div>
            {district_results(state, view, id, district_figures)}
        </div>
    }
    .into_any()
}
