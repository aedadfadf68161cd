//! A cell that is typed into, with what is wrong with it. Its table listens for it.

use leptos::prelude::*;

use super::live::Shown;
use super::{NEW_ROW, Table, folding, heading_id, new_cell_id, row_id, table_id};
use crate::address::cell_id;
use crate::state::State;
use crate::widgets::said::{Wrong, said};
use water_ledger::evaluate::{Problem, Severity};
use water_ledger::ledger::{ColumnKind, ColumnSpec, Edit, Place, RowId};
use water_ledger::quantity::Unit;
use water_ledger::show::problem_mark;
use water_ledger::text::{Choice, Key, Message};

/// The cell of a row under a column, which is the table's column number `index`; `selected` says which columns of the row are
/// selected together with others.
pub(super) fn cell(
    table: Table,
    id: RowId,
    shown: ArcRwSignal<Shown>,
    selected: Memo<Option<(usize, usize)>>,
    (index, column): (usize, &'static ColumnSpec),
) -> AnyView {
    let (state, place) = (table.state, Place { column: Some(column), ..table.at.row(id) });
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
    let is_taken_over = {
        let shown = shown.clone();
        move || shown.with(|shown| shown.row.taken_over.contains(&column))
    };
    let severity = move || {
        shown.with(|shown| here(&shown.row.problems, column).map(|problem| problem.kind.severity()).max())
    };
    let (is_wrong, has_note) = (severity.clone(), severity.clone());
    let field = field(
        table,
        column,
        Labels {
            id: cell_id(place),
            // Row and column name the cell, as they do for the eye.
            label: format!("{} {}", row_id(table.at, id), heading_id(table.at, column)),
        },
        text.clone(),
        hint.clone(),
        move || (is_wrong() == Some(Severity::Wrong)).then_some("true"),
        move || has_note().map(|_| problem_id(place)),
    );
    let class = move || match severity() {
        Some(Severity::Wrong) => "cell wrong",
        Some(Severity::Caution) => "cell caution",
        None if folding::is_folded(table, column) => "cell folded",
        None if is_taken_over() => "cell taken-over",
        None => "cell",
    };
    // The text gives the cell its width, so that nothing that was chosen and no number is cut.
    let width = move || match (text(), column.kind) {
        (text, ColumnKind::Choice(choices)) => chosen(state, &choices(), text),
        (text, _) if text.is_empty() => hint().unwrap_or_default(),
        (text, _) => text,
    };
    let is_selected =
        move || selected.get().is_some_and(|(from, to)| (from..=to).contains(&index)).then_some("");
    view! {
        <td
            class=class
            data-kind=kind_name(column.kind)
            data-text=width
            data-selected=is_selected
            data-label=state.say(column.heading)
            data-unit=unit_name(state, column.unit())
        >
            {field}
        </td>
    }
    .into_any()
}

/// The unit that a phone says behind a field.
pub(super) fn unit_name(state: State, unit: Option<Unit>) -> Option<&'static str> {
    unit.filter(|unit| *unit != Unit::One).map(|unit| unit.symbol(state.language.get_untracked()))
}

/// The cell of the row that is not there yet: what is typed into it makes the row.
pub(super) fn new_cell(table: Table, column: &'static ColumnSpec) -> AnyView {
    let labels = Labels {
        id: new_cell_id(table.at, column),
        label: format!("{} {}", table_id(table.at, NEW_ROW), heading_id(table.at, column)),
    };
    let field = field(table, column, labels, String::new, || None, || None, || None);
    let class = move || if folding::is_folded(table, column) { "cell folded" } else { "cell" };
    let (label, unit) = (table.state.say(column.heading), unit_name(table.state, column.unit()));
    view! { <td class=class data-kind=kind_name(column.kind) data-label=label data-unit=unit>{field}</td> }
        .into_any()
}

/// The address of a field in the page, and of what names it.
struct Labels {
    id: String,
    label: String,
}

/// What is typed into or chosen from.
fn field(
    table: Table,
    column: &'static ColumnSpec,
    Labels { id, label }: Labels,
    text: impl Fn() -> String + Send + 'static,
    hint: impl Fn() -> Option<String> + Send + 'static,
    invalid: impl Fn() -> Option<&'static str> + Send + 'static,
    described: impl Fn() -> Option<String> + Send + 'static,
) -> AnyView {
    match column.kind {
        ColumnKind::Choice(choices) => view! {
            <select id=id aria-labelledby=label aria-invalid=invalid aria-describedby=described>
                {move || options(table.state, &choices(), text())}
            </select>
        }
        .into_any(),
        ColumnKind::Text | ColumnKind::Number(_) => view! {
            <input
                id=id
                type="text"
                inputmode=if matches!(column.kind, ColumnKind::Number(_)) { "decimal" } else { "text" }
                autocomplete="off"
                spellcheck="false"
                aria-labelledby=label
                aria-invalid=invalid
                aria-describedby=described
                placeholder=hint
                list=table.names(column)
                prop:value=text
            />
        }
        .into_any(),
    }
}

/// How many cells of a row have their problems told below it; more would push the next row away.
const TOLD: usize = 3;

/// What is wrong in a row, in a row below it: with the column, and what was likely meant as a button. What is typed just now is not
/// judged before its cell is left.
pub(super) fn said_below(table: Table, id: RowId, shown: ArcRwSignal<Shown>, columns: usize) -> AnyView {
    let state = table.state;
    let problems = Memo::new(move |_| {
        let typing = table.typing.get().filter(|(row, _)| *row == id).map(|(_, column)| column);
        let judged = |(column, _): &&(&'static ColumnSpec, Problem)| typing != Some(*column);
        // What is wrong with one cell stands together, under the one address that the cell names.
        let mut of_cells: Vec<(&'static ColumnSpec, Vec<Problem>)> = Vec::new();
        shown.with(|shown| {
            for (column, problem) in shown.row.problems.iter().filter(judged) {
                match of_cells.iter_mut().find(|(known, _)| known == column) {
                    Some((_, problems)) => problems.push(problem.clone()),
                    None => of_cells.push((*column, vec![problem.clone()])),
                }
            }
        });
        of_cells.truncate(TOLD);
        of_cells
    });
    let line = move |(column, problems): (&'static ColumnSpec, Vec<Problem>)| {
        let place = Place { column: Some(column), ..table.at.row(id) };
        let gravest = problems.iter().map(|problem| problem.kind.severity()).max();
        let mark = problem_mark(gravest.unwrap_or(Severity::Caution));
        let wrong = problems.iter().map(|problem| Wrong::Problem(problem.kind.clone())).collect();
        let mends = problems.iter().map(|problem| mend_button(state, place, problem)).collect_view();
        view! {
            <p class=format!("said {}", mark.code)>
                <span aria-hidden="true">{mark.shape}</span>
                " "
                <b>{state.say(column.heading)}</b>
                " "
                <span id=problem_id(place)>{said(*state, wrong)}</span>
                {mends}
            </p>
        }
        .into_any()
    };
    let row = move || {
        let problems = problems.get();
        (!problems.is_empty()).then(|| view! {
            <tr class="said-row">
                <td></td>
                <td colspan=columns.to_string()><div>{problems.into_iter().map(line).collect_view()}</div></td>
            </tr>
        })
    };
    row.into_any()
}

/// What was likely meant, as a button that puts it into the place.
pub fn mend_button(state: State, place: Place, problem: &Problem) -> Option<AnyView> {
    let text = problem.kind.mend()?;
    let label = state.tell(&Message::new(Key::Mend).with("value", text.clone()));
    let mend = move |_| {
        if let Some(edit) = Edit::at(place, text.clone()) {
            state.edit(edit);
        }
    };
    Some(view! { " " <button class="mend" on:click=mend>{label}</button> }.into_any())
}

/// What a choice is called, as it is shown.
fn chosen(state: State, choices: &[Choice], text: String) -> String {
    let made = choices.iter().find(|choice| choice.code == text.trim());
    made.map_or(text, |choice| choice.name.get(state.language.get_untracked()).to_string())
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
