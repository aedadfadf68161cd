//! 作物需水: a station's months, the crops of the season, and how much water they need.

use leptos::prelude::*;

use super::results::year_problems;
use super::year::{self, YearView};
use crate::pages::parts;
use crate::state::State;
use crate::widgets::{ChartFrame, figure_view};
use water_ledger::evaluate::YearResults;
use water_ledger::ledger::{Entry, YearSheet};
use water_ledger::quantity::Unit;
use water_ledger::show;
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: YearView) -> AnyView {
    let metre = Unit::Metre.symbol(state.language.get_untracked());
    let chart = move || {
        view.with(|sheet, year| show::irrigation::season(sheet, year, state.language.get_untracked()))
            .flatten()
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::WaterNeedLead)}</p>
                <p class="entry-fields">
                    {year::entry_field(state, view, "°", Entry::Latitude(view.id), |sheet| sheet.water_need.latitude.clone())}
                    {year::entry_field(state, view, metre, Entry::Altitude(view.id), |sheet| sheet.water_need.altitude.clone())}
                    {year::entry_field(state, view, "", Entry::Efficiency(view.id), |sheet| sheet.water_need.efficiency.clone())}
                </p>
                {parts::table(state, Key::MonthsTitle, move || view.with(show::irrigation::months))}
                {parts::table(state, Key::SeasonsTitle, move || view.with(show::irrigation::seasons))}
                {move || chart().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })}
            </div>
            {parts::results(state, move || view.with(|sheet, year| figures(state, sheet, year)))}
        </div>
    }
    .into_any()
}

fn figures(state: State, sheet: &YearSheet, year: &YearResults) -> AnyView {
    let need = &year.water_need;
    view! {
        {figure_view(*state, "net-need", Key::ResultNetNeed, need.net.clone())}
        {figure_view(*state, "gross-need", Key::ResultGrossNeed, need.gross.clone())}
        {year_problems(state, sheet, year)}
    }
    .into_any()
}
