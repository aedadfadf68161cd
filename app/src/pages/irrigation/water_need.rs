//! 作物需水: a station's months, the crops of the season, and how much water they need.

use leptos::prelude::*;

use super::results::year_problems;
use super::year::YearView;
use crate::pages::parts::{self, ResultViews};
use crate::pages::problems::{problems, worst_problem};
use crate::state::State;
use crate::widgets::{ChartFrame, figure_view};
use water_ledger::evaluate::YearResults;
use water_ledger::ledger::{MONTHS, SEASONS, YearEntry};
use water_ledger::show;
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: YearView) -> AnyView {
    let chart = move || {
        view.sheet
            .with(|sheet, year| show::irrigation::season(sheet, year, state.language.get_untracked()))
            .flatten()
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::WaterNeedLead)}</p>
                <p class="entry-fields">
                    {view.sheet.entry(state, YearEntry::Latitude)}
                    {view.sheet.entry(state, YearEntry::Altitude)}
                    {view.sheet.entry(state, YearEntry::Efficiency)}
                </p>
                {view.sheet.table(state, &MONTHS)}
                {view.sheet.table(state, &SEASONS)}
                {move || chart().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })}
            </div>
            {parts::results(state, ResultViews {
                facts: (move || view.sheet.with(|_, year| figures(state, year))).into_any(),
                worst: (move || view.sheet.with(|sheet, year| year_problems(state, sheet, year, worst_problem))).into_any(),
                more: (move || view.sheet.with(|sheet, year| year_problems(state, sheet, year, problems))).into_any(),
            })}
        </div>
    }
    .into_any()
}

fn figures(state: State, year: &YearResults) -> AnyView {
    let need = &year.water_need;
    view! {
        {figure_view(*state, "net-need", Key::ResultNetNeed, need.net.clone())}
        {figure_view(*state, "gross-need", Key::ResultGrossNeed, need.gross.clone())}
    }
    .into_any()
}
