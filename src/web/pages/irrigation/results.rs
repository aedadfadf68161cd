//! What a year's districts come to: the region, its classes, and what is worth a look.

use leptos::prelude::*;

use crate::exchange::{Irrigation, Route};
use crate::irrigation::ClassFigures;
use crate::ledger::{Entry, Place, Problem, RowId, Severity, YearAssessment, YearSheet};
use crate::metric::Fault;
use crate::quantity::Unit;
use crate::report;
use crate::text::{Coded, Key, Message};
use crate::web::address;
use crate::web::state::State;
use crate::web::widgets::{figure_cell, figure_view, focus_cell, is_narrow};

/// How many problems are listed; more would only hide the first.
const LISTED: usize = 20;

/// The panel beside the table.
pub fn results(state: State, sheet: &YearSheet, year: &YearAssessment) -> AnyView {
    let figures = &year.figures;
    let found: Vec<&Problem> = year.all_problems().collect();
    view! {
        <aside class="results" aria-labelledby="results-title">
            <h2 id="results-title">{state.say(Key::ResultsTitle)}</h2>
            {figure_view(*state, "region-coefficient", Key::ResultRegion, figures.coefficient.clone())}
            <p class="quiet">{state.tell(&report::counted(sheet, figures))}</p>
            {figure_view(*state, "region-per-mu", Key::ResultPerMu, figures.per_mu.clone())}
            {figure_view(*state, "region-gross", Key::ResultGross, figures.gross.clone())}
            {trend(state)}
            <details class="results-more" open=!is_narrow()>
                <summary>{state.tell(&problem_count(found.len() + figures.faults.len()))}</summary>
                {(!figures.classes.is_empty()).then(|| classes(state, &figures.classes))}
                {problems(state, sheet, found, &figures.faults)}
            </details>
        </aside>
    }
    .into_any()
}

/// Where the coefficient has been going, and what the next target asks for.
fn trend(state: State) -> Option<AnyView> {
    let trend = state.assessment.with(|assessment| report::region_trend(&assessment.in_order()))?;
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
    let below = report::is_below_limit;
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
pub fn district_figures(
    state: State,
    sheet: &YearSheet,
    year: &YearAssessment,
    id: RowId,
) -> Option<AnyView> {
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
pub fn detail_problems(state: State, sheet: &YearSheet, year: &YearAssessment, id: RowId) -> Option<AnyView> {
    let place = sheet.districts.iter().position(|district| district.id == id)?;
    let detail = year.details.get(place)?;
    Some(problems(state, sheet, detail.problems.iter().collect(), &[]))
}

/// The problems of the year's own tables and entries.
pub fn year_problems(state: State, sheet: &YearSheet, year: &YearAssessment) -> AnyView {
    problems(state, sheet, year.problems.iter().collect(), &[])
}

fn problem_count(count: usize) -> Message {
    Message::new(Key::ProblemsTitle).with("count", count.to_string())
}

/// The problems in words, the grave ones first, each a way to its cell.
fn problems(state: State, sheet: &YearSheet, problems: Vec<&Problem>, faults: &[Fault]) -> AnyView {
    let title = problem_count(problems.len() + faults.len());
    let none = problems.is_empty() && faults.is_empty();
    let faults = faults.iter().map(|fault| view! { <li>{state.tell(&fault.message(&[]))}</li> }.into_any());
    let more = problems.len().saturating_sub(LISTED);
    let (wrong, odd): (Vec<&Problem>, Vec<&Problem>) =
        problems.into_iter().partition(|problem| problem.kind.severity() == Severity::Wrong);
    let listed = wrong.into_iter().chain(odd).take(LISTED).map(|problem| problem_item(state, sheet, problem));
    view! {
        <section class="problems" aria-labelledby="problems-title">
            <h3 id="problems-title">{state.tell(&title)}</h3>
            {none.then(|| view! { <p class="quiet">{state.say(Key::ProblemsNone)}</p> })}
            <ul>{faults.chain(listed).collect_view()}</ul>
            {(more > 0).then(|| state.tell(&Message::new(Key::ProblemsMore).with("count", more.to_string())))}
        </section>
    }
    .into_any()
}

fn problem_item(state: State, sheet: &YearSheet, problem: &Problem) -> AnyView {
    let grave = problem.kind.severity() == Severity::Wrong;
    let (class, word) =
        if grave { ("mark wrong", Key::ProblemWrong) } else { ("mark caution", Key::ProblemCaution) };
    let place = problem.place;
    view! {
        <li>
            <span class=class>{state.say(word)}</span>
            " "
            <button class="plain link" on:click=move |_| go_to(state, place)>{state.tell(&report::place_name(sheet, place))}</button>
            " "
            <span>{state.tell(&problem.kind.message())}</span>
        </li>
    }
    .into_any()
}

/// Goes to the place: to its tab where another is shown, then into the cell or the entry.
pub fn go_to(state: State, place: Place) {
    let target = match place {
        Place::Cell { table, .. } => Some(Irrigation::of_table(table)),
        Place::Entry(entry) => Irrigation::of_entry(entry),
    };
    let field = match place {
        Place::Cell { table, .. } => table.field(),
        Place::Entry(_) => None,
    };
    match field {
        // The page may show the same cell of another field.
        Some(_) => state.field.set(field),
        None if focus(place) => return,
        None => {}
    }
    if let Some(target) =
        target.map(Route::Irrigation).filter(|target| *target != state.route.get_untracked())
    {
        address::go(target);
    }
    // The place is there after the address and the choice of the field were heeded and drawn.
    request_animation_frame(move || focus_soon(place, FRAMES));
}

/// For how many frames a place is waited for.
const FRAMES: u32 = 20;

fn focus_soon(place: Place, frames: u32) {
    request_animation_frame(move || {
        if !focus(place) && frames > 0 {
            focus_soon(place, frames - 1);
        }
    });
}

/// Gives a place the keyboard, if it is on the page.
fn focus(place: Place) -> bool {
    match place {
        Place::Cell { table, row, column } => focus_cell(table, row, column.unwrap_or(0)),
        Place::Entry(Entry::Title) => false,
        Place::Entry(Entry::Year(_)) => address::focus("year"),
        Place::Entry(Entry::Mu(_)) => address::focus("mu"),
        Place::Entry(Entry::FieldEfficiency(..)) => address::focus("field-efficiency"),
        Place::Entry(Entry::CanalDays(..)) => address::focus("canal-days"),
        Place::Entry(Entry::Latitude(_)) => address::focus("latitude"),
        Place::Entry(Entry::Altitude(_)) => address::focus("altitude"),
        Place::Entry(Entry::Efficiency(_)) => address::focus("efficiency"),
    }
}
