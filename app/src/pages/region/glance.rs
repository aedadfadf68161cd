//! The year at a glance: each indicator with its change, its target and its years, and the tables that they come from.

use leptos::prelude::*;

use super::view::RegionView;
use crate::part::{Part, part};
use crate::state::State;
use crate::widgets::{ChartFrame, DataColumn, data_table, figure_cell, figure_view, mark, rate_cell};
use water_ledger::evaluate::RegionSheet;
use water_ledger::ledger::{REGION_ECONOMY, REGION_FACTS, REGION_YEARS, RegionEntry, Row};
use water_ledger::metric::Figure;
use water_ledger::quantity::Unit;
use water_ledger::region::{NonconventionalCount, OnceThroughCount};
use water_ledger::show;
use water_ledger::show::region::{GlanceLine, IndicatorTrend};
use water_ledger::text::{Key, Message};

/// What comes when the page is there: people begin by typing.
static GLANCE: &Part<(State, RegionView)> = part!(region_glance, of: (State, RegionView), below(of));

/// Where the water came from and went; its drawing weighs as much as all else of the page.
static FLOWS: &Part<(State, RegionView)> = part!(region_flows, of: (State, RegionView), {
    let (state, view) = of;
    let language = state.language.get_untracked();
    let chart = move || view.sheet.with(|_, found| show::region::water_flows(found, language)).flatten();
    let frame = move || chart().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> });
    view! { {frame} }.into_any()
});

/// The tab.
pub fn tab(state: State, view: RegionView) -> AnyView {
    let counting = [
        view.sheet
            .entry_field(state, RegionEntry::Nonconventional)
            .choice_of(NonconventionalCount::Counted, state.say(Key::NonconventionalField).to_string()),
        view.sheet
            .entry_field(state, RegionEntry::OnceThrough)
            .choice_of(OnceThroughCount::Counted, state.say(Key::OnceThroughField).to_string()),
    ];
    view! {
        <div class="work">
            <div class="entry-side">
                {view.sheet.table(state, &REGION_YEARS)}
                <p class="quiet">{state.say(Key::RegionYearsLead)}</p>
                {GLANCE.later((state, view))}
                {view.sheet.table(state, &REGION_ECONOMY)}
                <p class="quiet">{state.say(Key::RegionEconomyLead)}</p>
                <p class="entry-fields">{counting.into_iter().collect_view()}</p>
                {view.sheet.table(state, &REGION_FACTS)}
            </div>
            {view.sheet.results(state, move |sheet, found| facts(state, sheet, found), |_, _| ().into_any())}
        </div>
    }
    .into_any()
}

fn facts(state: State, _: &Row, found: &RegionSheet) -> AnyView {
    let year = found.this_year().cloned().unwrap_or_default();
    view! {
        {figure_view(*state, "region-total", Key::ResultRegionUse, year.total)}
        {figure_view(*state, "region-per-gdp", Key::ResultPerGdp, year.per_gdp)}
        {figure_view(*state, "region-gdp-decline", Key::ResultGdpDecline, year.gdp_decline)}
        {figure_view(*state, "region-per-value-added", Key::ResultPerValueAdded, year.per_value_added)}
    }
    .into_any()
}

/// The lines of the glance, and the charts.
fn below((state, view): (State, RegionView)) -> AnyView {
    let language = state.language.get_untracked();
    let lines = move || {
        let lines = view.sheet.with(|sheet, found| show::region::glance(sheet, found, language));
        lines.filter(|lines| !lines.is_empty()).map(|lines| {
            view! {
                <section class="glance" aria-labelledby="glance-title">
                    <h2 id="glance-title">{state.say(Key::GlanceTitle)}</h2>
                    <ul class="glance-lines">{lines.into_iter().map(|one| line(state, one)).collect_view()}</ul>
                </section>
            }
        })
    };
    let charts = move || {
        let charts = view.sheet.with(|_, found| show::region::glance_charts(found, language));
        let frame = |chart| view! { <ChartFrame chart=Signal::stored(chart)/> }.into_any();
        charts.unwrap_or_default().into_iter().map(frame).collect_view()
    };
    let trends = move || {
        let trends = view.sheet.with(|sheet, found| show::region::indicator_trends(sheet, found, language));
        trends.filter(|trends| !trends.is_empty()).map(|trends| trend_table(state, trends))
    };
    view! { {lines} {FLOWS.later((state, view))} <div class="glance-charts">{charts}</div> {trends} }
        .into_any()
}

/// Where each indicator has been going.
fn trend_table(state: State, trends: Vec<IndicatorTrend>) -> AnyView {
    let year = trends.iter().find_map(|one| one.ahead.as_ref().map(|(year, _)| *year));
    let cell = move |figure: Option<Figure>| figure.map(|figure| rate_cell(*state, &figure)).into_any();
    let row = move |one: IndicatorTrend| {
        let mut cells = vec![one.name.into_any(), one.count.into_any(), cell(one.slope), cell(one.p)];
        if year.is_some() {
            cells.push(cell(one.ahead.map(|(_, figure)| figure)));
        }
        cells
    };
    let mut columns = vec![
        DataColumn::new(state.say(Key::ColumnIndicator)),
        DataColumn::new(state.say(Key::ColumnYearsKnown)).cells("number"),
        DataColumn::new(state.say(Key::ColumnSlope)).cells("number"),
        DataColumn::new(state.say(Key::ColumnTestP)).cells("number"),
    ];
    if let Some(year) = year {
        let name = state.tell(&Message::new(Key::ColumnAhead).with("year", year.to_string()));
        columns.push(DataColumn::new(name).cells("number"));
    }
    let table = data_table("data trends", None, columns, trends.into_iter().map(row));
    view! {
        <details class="more">
            <summary id="trends-title">{state.say(Key::TrendsTitle)}</summary>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="trends-title">{table}</div>
        </details>
    }
    .into_any()
}

fn line(state: State, one: GlanceLine) -> AnyView {
    let GlanceLine { name, figure, value, change, target, spark, years } = one;
    let value = match figure {
        Some(figure) => {
            let unit = figure.quantity().unit;
            let symbol = if unit == Unit::One { "" } else { unit.symbol(state.language.get_untracked()) };
            view! {
                {figure_cell(*state, Key::GlanceTitle, unit, Some(figure))}
                <span class="unit">{symbol}</span>
            }
            .into_any()
        }
        None => view! { <span class="glance-number">{value}</span> }.into_any(),
    };
    let target = target.map(|(target, standing)| {
        view! {
            <span class="glance-target">
                {target} " "
                {standing.map(|standing| mark(*state, standing))}
            </span>
        }
    });
    let picture = (!spark.is_empty()).then(|| {
        let span = years.map(|(first, last)| format!("{first}–{last}"));
        view! {
            <span class="glance-years">
                <svg class="spark" viewBox="0 0 88 22" aria-hidden="true"><polyline points=spark/></svg>
                <span class="quiet">{span}</span>
            </span>
        }
    });
    view! {
        <li class="glance-line">
            <span class="glance-name">{name}</span>
            <span class="glance-value">{value}</span>
            <span class="glance-change">{change}</span>
            {target}
            {picture}
        </li>
    }
    .into_any()
}
