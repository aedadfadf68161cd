//! A district's canals: flows from the fields up to the head, losses, and a way to plan their lining.

use leptos::prelude::*;

use super::results::district_results;
use super::year::YearView;
use crate::pages::way_to_retrofit::way_to_retrofit;
use crate::state::State;
use crate::widgets::{ChartFrame, figure_view};
use water_ledger::evaluate::YearResults;
use water_ledger::exchange::Beginning;
use water_ledger::irrigation::SizeClass;
use water_ledger::ledger::{CANALS, CanalColumn, DISTRICTS, DistrictColumn, Row, RowId};
use water_ledger::show;
use water_ledger::text::{Coded, Key};

/// The tab for a district.
pub fn tab(state: State, view: YearView, id: RowId) -> AnyView {
    let district = view.district_view(id);
    let entry =
        move |column: DistrictColumn| view.sheet.line(state, DISTRICTS.at(&[view.sheet.id]).cell(id, column));
    let schematic = move || {
        let language = state.language.get_untracked();
        district
            .with(|d| d.as_ref().and_then(|d| show::irrigation::canal_schematic(&d.row, &d.detail, language)))
    };
    let losses = move || {
        let language = state.language.get_untracked();
        district
            .with(|d| d.as_ref().and_then(|d| show::irrigation::canal_losses(&d.row, &d.detail, language)))
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::CanalsLead)}</p>
                {view.district_table(state, id, &CANALS)}
                <p class="entry-fields">
                    {entry(DistrictColumn::FieldEfficiency)}
                    {entry(DistrictColumn::CanalDays)}
                </p>
                {move || schematic().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })}
                {move || losses().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })}
            </div>
            {district_results(state, view, id, figures)}
        </div>
    }
    .into_any()
}

fn figures(state: State, sheet: &Row, year: &YearResults, id: RowId) -> Option<AnyView> {
    let districts = sheet.rows(&DISTRICTS);
    let place = districts.iter().position(|district| district.id == id)?;
    let canals = &year.details.get(place)?.canals;
    let head_tail = year.figures.districts.get(place)?.coefficient.clone();
    let class = SizeClass::from_typed(&districts[place][DistrictColumn::Class]);
    let judged = canals
        .system
        .as_ref()
        .zip(class)
        .and_then(|(system, class)| show::irrigation::canal_standing(system, class));
    let most_lossy = show::irrigation::most_lossy(&districts[place], year.details.get(place)?);
    let way = most_lossy.map(|canal| {
        let lining = CANALS.at(&[sheet.id, id]).cell(canal, CanalColumn::Lining);
        way_to_retrofit(state, Key::BeginAtCanal, &Beginning::at(vec![lining]))
    });
    Some(
        view! {
            {figure_view(*state, "canal-system", Key::ResultCanalSystem, canals.system.clone())}
            {judged.map(|judged| view! { <p class="quiet">{state.tell(&judged)}</p> })}
            {way}
            {figure_view(*state, "canal-coefficient", Key::ResultCanalCoefficient, canals.coefficient.clone())}
            {figure_view(*state, "district-coefficient", Key::ResultHeadTail, head_tail)}
            {figure_view(*state, "canal-diverted", Key::ResultDiverted, canals.diverted.clone())}
        }
        .into_any(),
    )
}
