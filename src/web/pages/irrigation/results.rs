//! What a year's districts come to: the region, its classes, and what is worth a look.

use leptos::prelude::*;

use crate::exchange::{Irrigation, Route};
use crate::irrigation::ClassFigures;
use crate::ledger::{Place, Problem, RowId, Severity, YearAssessment, YearSheet};
use crate::metric::Fault;
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
            <details class="results-more" open=!is_narrow()>
                <summary>{state.tell(&problem_count(found.len() + figures.faults.len()))}</summary>
                {(!figures.classes.is_empty()).then(|| classes(state, &figures.classes))}
                {problems(state, sheet, found, &figures.faults)}
            </details>
        </aside>
    }
    .into_any()
}

fn classes(state: State, classes: &[ClassFigures]) -> AnyView {
    let row = |class: &ClassFigures| {
        view! {
            <tr>
                <th scope="row">{class.class.name().get(state.language.get_untracked())}</th>
                <td>{class.count}</td>
                <td class="computed">{figure_cell(*state, Key::ColumnCoefficient, class.coefficient.clone())}</td>
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

/// Goes to the place: to its tab where another is shown, then into the cell.
pub fn go_to(state: State, place: Place) {
    let Place::Cell { table, row, column } = place else { return };
    let column = column.unwrap_or(0);
    if focus_cell(table, row, column) {
        return;
    }
    let target = Route::Irrigation(Irrigation::of_table(table));
    if target != state.route.get_untracked() {
        address::go(target);
    }
    // The other tab is there after the address was heeded and drawn.
    request_animation_frame(move || {
        request_animation_frame(move || {
            focus_cell(table, row, column);
        });
    });
}
