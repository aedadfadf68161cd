//! What a year's districts come to: the region, its classes, and what is worth a look.

use leptos::prelude::*;

use crate::pages::found::{problem_count, problems};
use crate::results;
use crate::state::State;
use crate::widgets::{figure_cell, figure_view, is_narrow};
use water_ledger::evaluate::{Problem, YearResults};
use water_ledger::irrigation::ClassFigures;
use water_ledger::ledger::{RowId, YearSheet};
use water_ledger::metric::Fault;
use water_ledger::quantity::Unit;
use water_ledger::show;
use water_ledger::text::{Coded, Key, Message};

/// The panel beside the table.
pub fn results(state: State, sheet: &YearSheet, year: &YearResults) -> AnyView {
    let figures = &year.figures;
    let found: Vec<&Problem> = year.all_problems().collect();
    view! {
        <aside class="results" aria-labelledby="results-title">
            <h2 id="results-title">{state.say(Key::ResultsTitle)}</h2>
            {figure_view(*state, "region-coefficient", Key::ResultRegion, figures.coefficient.clone())}
            <p class="quiet">{state.tell(&show::irrigation::counted(sheet, figures))}</p>
            {figure_view(*state, "region-per-mu", Key::ResultPerMu, figures.per_mu.clone())}
            {figure_view(*state, "region-gross", Key::ResultGross, figures.gross.clone())}
            {trend(state)}
            <details class="results-more" open=!is_narrow()>
                <summary>{state.tell(&problem_count(found.len() + figures.faults.len()))}</summary>
                {(!figures.classes.is_empty()).then(|| classes(state, &figures.classes))}
                {of_sheet(state, sheet, found, &figures.faults)}
            </details>
        </aside>
    }
    .into_any()
}

/// Where the coefficient has been going, and what the next target asks for.
fn trend(state: State) -> Option<AnyView> {
    let trend =
        results::irrigation(state).with(|results| show::irrigation::region_trend(&results.in_order()))?;
    let (year, target) = trend.target;
    let said =
        |key: Key| state.tell(&Message::new(key).with("year", year.to_string()).with("target", target));
    let remark = trend.remark().map(|remark| state.tell(&remark));
    let p = trend.figures.test.as_ref().map(|test| test.p.clone());
    Some(
        view! {
            <section class="trend" aria-labelledby="trend-title">
                <h3 id="trend-title">{state.say(Key::TrendTitle)}</h3>
                {figure_view(*state, "trend-slope", Key::ResultSlope, trend.figures.slope.clone())}
                {p.map(|p| figure_view(*state, "trend-p", Key::ResultTestP, Some(p)))}
                {trend.projection.map(|ahead| figure_view(*state, "trend-projection", Key::ResultProjection, Some(ahead.value)))}
                {match trend.needed {
                    Some(needed) => figure_view(*state, "trend-needed", Key::ResultNeeded, Some(needed)),
                    None => view! { <p class="quiet">{said(Key::ResultTargetReached)}</p> }.into_any(),
                }}
                <p class="quiet">{said(Key::TrendTarget)} " " {remark}</p>
            </section>
        }
        .into_any(),
    )
}

fn classes(state: State, classes: &[ClassFigures]) -> AnyView {
    let below = show::irrigation::is_below_limit;
    let note = classes.iter().any(below).then(|| view! { <p class="quiet">{state.say(Key::LimitNote)}</p> });
    let row = |class: &ClassFigures| {
        view! {
            <tr>
                <th scope="row">
                    {class.class.name().get(state.language.get_untracked())}
                    {below(class).then(|| view! { " " <span class="mark caution">{state.say(Key::MarkBelowLimit)}</span> })}
                </th>
                <td>{class.count}</td>
                <td class="computed">{figure_cell(*state, Key::ColumnCoefficient, Unit::One, class.coefficient.clone())}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <table class="data classes">
            <caption>{state.say(Key::ResultClasses)}</caption>
            <thead>
                <tr>
                    <th scope="col">{state.say(Key::ColumnClass)}</th>
                    <th scope="col">{state.say(Key::ResultCount)}</th>
                    <th scope="col">{state.say(Key::ColumnCoefficient)}</th>
                </tr>
            </thead>
            <tbody>{classes.iter().map(row).collect_view()}</tbody>
        </table>
        {note}
    }
    .into_any()
}

/// What a district comes to: its totals and its coefficient.
pub fn district_figures(state: State, sheet: &YearSheet, year: &YearResults, id: RowId) -> Option<AnyView> {
    let place = sheet.districts.iter().position(|district| district.id == id)?;
    let figures = year.figures.districts.get(place)?;
    let fieldwork = &year.details.get(place)?.fieldwork;
    Some(
        view! {
            {figure_view(*state, "district-net", Key::ResultDistrictNet, fieldwork.net.clone())}
            {figure_view(*state, "district-gross", Key::ResultDistrictGross, fieldwork.gross.clone().or_else(|| figures.gross.clone()))}
            {figure_view(*state, "district-coefficient", Key::ColumnCoefficient, figures.coefficient.clone())}
            {figure_view(*state, "district-per-mu", Key::ColumnPerMu, figures.per_mu.clone())}
        }
        .into_any(),
    )
}

/// The problems of a district's own tables.
pub fn detail_problems(state: State, sheet: &YearSheet, year: &YearResults, id: RowId) -> Option<AnyView> {
    let place = sheet.districts.iter().position(|district| district.id == id)?;
    let detail = year.details.get(place)?;
    Some(of_sheet(state, sheet, detail.problems.iter().collect(), &[]))
}

/// The problems of the year's own tables and entries.
pub fn year_problems(state: State, sheet: &YearSheet, year: &YearResults) -> AnyView {
    of_sheet(state, sheet, year.problems.iter().collect(), &[])
}

fn of_sheet(state: State, sheet: &YearSheet, found: Vec<&Problem>, faults: &[Fault]) -> AnyView {
    problems(state, &|place| show::irrigation::place_name(sheet, place), found, faults)
}
