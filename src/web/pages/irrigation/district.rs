//! One district: its crops, its sources and outflows, and what they come to.

use leptos::prelude::*;

use super::results::{detail_problems, district_figures};
use super::year::YearView;
use crate::ledger::RowId;
use crate::report;
use crate::text::Key;
use crate::web::pages::parts;
use crate::web::state::State;

/// The tab for a district.
pub fn section(state: State, view: YearView, id: RowId) -> AnyView {
    let district = view.district(id);
    let of = move |make: fn(
        crate::ledger::YearId,
        &crate::ledger::DistrictRow,
        &crate::ledger::DistrictDetail,
    ) -> report::Sheet| {
        move || district.with(|d| d.as_ref().map(|d| make(view.id, &d.row, &d.detail)))
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::DistrictLead)}</p>
                {parts::table(state, Key::CropsTitle, of(report::crops))}
                {parts::table(state, Key::SourcesTitle, of(report::sources))}
            </div>
            <aside class="results" aria-labelledby="results-title">
                <h2 id="results-title">{state.say(Key::ResultsTitle)}</h2>
                {move || view.with(|sheet, year| district_figures(state, sheet, year, id))}
                {move || view.with(|sheet, year| detail_problems(state, sheet, year, id))}
            </aside>
        </div>
    }
    .into_any()
}
