//! The reservoirs, and the ledger of one of them.

use leptos::prelude::*;

use super::view::RegionView;
use crate::pages::row_choice::row_choice;
use crate::state::State;
use crate::widgets::{ChartFrame, figure_view};
use water_ledger::evaluate::RegionSheet;
use water_ledger::ledger::{CURVE_POINTS, RESERVOIR_MONTHS, RESERVOIRS, Row, RowId};
use water_ledger::metric::RowResults;
use water_ledger::show;
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: RegionView) -> AnyView {
    let go = move |id| view.go_to_row(state, id);
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::ReservoirLead)}</p>
                {view.sheet.table(state, &RESERVOIRS)}
                {row_choice(state, view.sheet, &RESERVOIRS, ("reservoir", Key::ReservoirChoice), view.reservoir, go)}
                {move || match view.reservoir.get() {
                    None => view! { <p class="quiet">{state.say(Key::NoReservoirs)}</p> }.into_any(),
                    Some(id) => ledger(state, view, id),
                }}
            </div>
            {view.sheet.results(state, move |sheet, found| facts(state, sheet, found), |_, _| ().into_any())}
        </div>
    }
    .into_any()
}

fn ledger(state: State, view: RegionView, id: RowId) -> AnyView {
    let language = state.language.get_untracked();
    let chart = move || {
        let chart = view.sheet.with(|sheet, found| {
            let row = sheet.row(&RESERVOIRS, id)?;
            let lake = found.reservoirs.figures.iter().find(|lake| lake.key() == id.0)?;
            show::region::reservoir_chart(row, lake, language)
        });
        chart.flatten().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })
    };
    view! {
        {view.table_of(state, id, &RESERVOIR_MONTHS)}
        {chart}
        {view.table_of(state, id, &CURVE_POINTS)}
    }
    .into_any()
}

fn facts(state: State, _: &Row, found: &RegionSheet) -> AnyView {
    view! {
        {figure_view(*state, "reservoirs", Key::ResultReservoirsTogether, found.totals.storage.clone())}
        {figure_view(*state, "reservoirs-usable", Key::ResultUsableTogether, found.totals.usable.clone())}
    }
    .into_any()
}
