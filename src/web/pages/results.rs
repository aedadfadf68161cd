//! What a year's districts come to: the region, its classes, and what is worth a look.

use leptos::prelude::*;

use crate::irrigation::{ClassFigures, YearFigures};
use crate::ledger::{Column, Problem, Severity, TypedRow, YearAssessment, YearSheet};
use crate::text::{Key, Message};
use crate::web::state::State;
use crate::web::widgets::{figure_cell, figure_view, focus_cell, is_narrow};

/// How many problems are listed; more would only hide the first.
const LISTED: usize = 20;

/// The panel beside the table.
pub fn results(state: State, sheet: &YearSheet, year: &YearAssessment) -> AnyView {
    let figures = &year.figures;
    view! {
        <aside class="results" aria-labelledby="results-title">
            <h2 id="results-title">{state.say(Key::ResultsTitle)}</h2>
            {figure_view(*state, "region-coefficient", Key::ResultRegion, figures.coefficient.clone())}
            <p class="quiet">{counted(state, sheet, figures)}</p>
            {figure_view(*state, "region-per-mu", Key::ResultPerMu, figures.per_mu.clone())}
            {figure_view(*state, "region-gross", Key::ResultGross, figures.gross.clone())}
            <details class="results-more" open=!is_narrow()>
                <summary>{state.tell(&problem_count(year))}</summary>
                {(!figures.classes.is_empty()).then(|| classes(state, &figures.classes))}
                {problems(state, sheet, year)}
            </details>
        </aside>
    }
    .into_any()
}

/// How many districts the coefficient comes from, and how many rows are not in it.
fn counted(state: State, sheet: &YearSheet, figures: &YearFigures) -> String {
    let rows = sheet.districts.iter().filter(|row| !row.is_blank()).count();
    let message = match rows - figures.count.min(rows) {
        0 => Message::new(Key::ResultFrom),
        left => Message::new(Key::ResultFromSome).with("left", left.to_string()),
    };
    state.tell(&message.with("count", figures.count.to_string()))
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

fn problem_count(year: &YearAssessment) -> Message {
    let count = year.problems.len() + year.figures.faults.len();
    Message::new(Key::ProblemsTitle).with("count", count.to_string())
}

/// The problems in words, the grave ones first, each a way to its cell.
fn problems(state: State, sheet: &YearSheet, year: &YearAssessment) -> AnyView {
    let title = problem_count(year);
    let none = year.problems.is_empty() && year.figures.faults.is_empty();
    let faults = year
        .figures
        .faults
        .iter()
        .map(|fault| view! { <li>{state.tell(&fault.message(&[]))}</li> }.into_any());
    let (wrong, odd): (Vec<&Problem>, Vec<&Problem>) =
        year.problems.iter().partition(|problem| problem.kind.severity() == Severity::Wrong);
    let listed = wrong.into_iter().chain(odd).take(LISTED).map(|problem| problem_item(state, sheet, problem));
    let more = year.problems.len().saturating_sub(LISTED);
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
    let position = sheet.districts.iter().position(|row| Some(row.id) == place.row);
    let row = position.map_or_else(String::new, |position| (position + 1).to_string());
    let at = match place.column {
        Some(column) => {
            Message::new(Key::ProblemAt).with("row", row).with_words("column", column.heading().words())
        }
        None => Message::new(Key::ProblemAtRow).with("row", row),
    };
    let go = move |_| {
        if let Some(row) = place.row {
            focus_cell(row, place.column.map_or(0, Column::index));
        }
    };
    view! {
        <li>
            <span class=class>{state.say(word)}</span>
            " "
            <button class="plain link" on:click=go>{state.tell(&at)}</button>
            " "
            <span>{state.tell(&problem.kind.message())}</span>
        </li>
    }
    .into_any()
}
