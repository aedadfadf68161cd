//! The reservoirs, and the ledger of one of them.

use leptos::prelude::*;

use super::SHEETS;
use super::view::RegionView;
use crate::address;
use crate::state::State;
use crate::widgets::{ChartFrame, figure_view};
use water_ledger::evaluate::RegionSheet;
use water_ledger::exchange::Route;
use water_ledger::ledger::{CURVE_POINTS, RESERVOIR_MONTHS, RESERVOIRS, ReservoirColumn, Row, RowId};
use water_ledger::metric::RowResults;
use water_ledger::show;
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: RegionView) -> AnyView {
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::ReservoirLead)}</p>
                {view.sheet.table(state, &RESERVOIRS)}
                {choice(state, view)}
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

/// Which reservoir is shown below.
fn choice(state: State, view: RegionView) -> AnyView {
    let names = Memo::new(move |_| {
        let name = |(place, row): (usize, &std::sync::Arc<Row>)| match row[ReservoirColumn::Name].trim() {
            "" => (row.id, format!("#{}", place + 1)),
            name => (row.id, name.to_string()),
        };
        let names = |sheet: &Row| sheet.rows(&RESERVOIRS).iter().enumerate().map(name).collect::<Vec<_>>();
        view.sheet.typed(names).unwrap_or_default()
    });
    let choose = move |event| {
        if let Ok(id) = event_target_value(&event).parse() {
            let tab = untrack(|| SHEETS.at(state).tab);
            address::go(Route { tab, row: Some(RowId(id)), ..Route::sheet(SHEETS.page, view.sheet.id.0) });
        }
    };
    let option = move |(id, name): (RowId, String)| {
        view! { <option value=id.0.to_string() prop:selected=move || view.reservoir.get() == Some(id)>{name}</option> }
    };
    view! {
        <label class="entry-field">
            <span>{state.say(Key::ReservoirChoice)}</span>
            " "
            <select id="reservoir" on:change=choose>
                {move || names.get().into_iter().map(option).collect_view()}
            </select>
        </label>
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
        {view.reservoir_table(state, id, &RESERVOIR_MONTHS)}
        {chart}
        {view.reservoir_table(state, id, &CURVE_POINTS)}
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
