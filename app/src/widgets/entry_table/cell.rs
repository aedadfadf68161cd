//! A cell that is typed into, with what is wrong with it. Its table listens for it.

use leptos::prelude::*;

use super::live::Shown;
use super::{NAMES, Table, heading_id, row_id, table_id};
use crate::address::cell_id;
use crate::state::State;
use water_ledger::evaluate::{Problem, Severity};
use water_ledger::ledger::{ColumnKind, ColumnSpec, Place, RowId};
use water_ledger::text::{Choice, Key};

/// The cell of a row under a column, which is the table's column number `index`.
pub(super) fn cell(
    table: Table,
    id: RowId,
    shown: ArcRwSignal<Shown>,
    (index, column): (usize, &'static ColumnSpec),
) -> AnyView {
    let (state, kind) = (table.state, column.kind);
    let place = Place { column: Some(column), ..table.at.row(id) };
    let text = {
        let shown = shown.clone();
        move || shown.with(|shown| shown.row.cells.get(index).cloned().unwrap_or_default())
    };
    let hint = {
        let shown = shown.clone();
        move || {
            shown.with(|shown| {
                shown.row.hints.iter().find(|(at, _)| *at == column).map(|(_, hint)| hint.clone())
            })
        }
    };
    let severity = {
        let shown = shown.clone();
        move || {
            shown.with(|shown| here(&shown.row.problems, column).map(|problem| problem.kind.severity()).max())
        }
    };
    let invalid = {
        let severity = severity.clone();
        move || (severity() == Some(Severity::Wrong)).then_some("true")
    };
    // Row and column name the cell, as they do for the eye.
    let label = format!("{} {}", row_id(table.at, id), heading_id(table.at, column));
    let field = match kind {
        ColumnKind::Choice(choices) => view! {
            <select
                id=cell_id(place)
                aria-labelledby=label
                aria-invalid=invalid
                aria-describedby=problem_id(place)
            >
                {move || options(state, &choices(), text())}
            </select>
        }
        .into_any(),
        ColumnKind::Text | ColumnKind::Number(_) => view! {
            <input
                id=cell_id(place)
                type="text"
                inputmode=if matches!(kind, ColumnKind::Number(_)) { "decimal" } else { "text" }
                autocomplete="off"
                spellcheck="false"
                aria-labelledby=label
                aria-invalid=invalid
                aria-describedby=problem_id(place)
                placeholder=hint
                list=table.names(column).then(|| table_id(table.at, NAMES))
                prop:value=text
            />
        }
        .into_any(),
    };
    let class = move || match severity() {
        Some(Severity::Wrong) => "cell wrong",
        Some(Severity::Caution) => "cell caution",
        None => "cell",
    };
    view! {
        <td class=class data-kind=kind_name(kind)>
            {field}
            <span class="cell-problem" id=problem_id(place)>
                {move || shown.with(|shown| problem_note(state, here(&shown.row.problems, column)))}
            </span>
        </td>
    }
    .into_any()
}

/// The choices, with the one that was made; a text that is none of them was typed elsewhere and is shown, not lost.
fn options(state: State, choices: &[Choice], text: String) -> Vec<AnyView> {
    let text = text.trim().to_string();
    let option = |code: String, name: String| {
        let chosen = code == text;
        view! { <option value=code prop:selected=chosen>{name}</option> }.into_any()
    };
    let mut options = vec![option(String::new(), state.say(Key::ChooseClass).to_string())];
    options.extend(choices.iter().map(|choice| {
        option(choice.code.to_string(), choice.name.get(state.language.get_untracked()).to_string())
    }));
    if !text.is_empty() && choices.iter().all(|choice| choice.code != text) {
        options.push(option(text.clone(), text.clone()));
    }
    options
}

/// The problems of one cell among those of its row.
fn here<'p>(
    problems: &'p [(&'static ColumnSpec, Problem)],
    column: &'static ColumnSpec,
) -> impl Iterator<Item = &'p Problem> {
    problems.iter().filter(move |(at, _)| *at == column).map(|(_, problem)| problem)
}

/// The sentences of a cell's problems; empty when there are none.
fn problem_note<'p>(state: State, problems: impl Iterator<Item = &'p Problem>) -> String {
    problems.map(|problem| state.tell(&problem.kind.message())).collect::<Vec<_>>().join(" ")
}

fn problem_id(place: Place) -> String {
    format!("problem-{}", cell_id(place))
}

/// For styles: what is typed here.
pub(super) fn kind_name(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "text",
        ColumnKind::Number(_) => "number",
        ColumnKind::Choice(_) => "choice",
    }
}
