//! Plans of measures as the page shows them.

mod amount;
mod begin;
mod charts;
mod choice;
mod contract;
mod judged;
mod library;
mod orders;
mod pass_line;
mod proposal;
mod scenarios;
mod verified;

use crate::evaluate::{Afterwards, BeforeAndAfter, Problem, RetrofitPlan, accounts_of, figure_name};
use crate::ledger::{ChangeColumn, Column, Ledger, Row, TableSpec};
use crate::retrofit::SubjectKind;
use crate::show::TableView;
use crate::text::Language;

pub use begin::begun;
pub use charts::{flow_charts, measure_charts, money_charts};
pub use choice::{ChoiceLine, Choices, choices, taking};
pub use contract::{contract_notes, sides_chart};
pub use judged::{RateChange, ScoreChange, rate_changes, score_changes};
use library::fill;
pub use library::{OwnMeasure, added, library, own_measures, saving_range, taken_over};
pub use orders::{OrderRow, orders};
pub use pass_line::{PassLines, PassPlan, pass_lines};
pub use proposal::proposal;
pub use scenarios::{ScenarioCell, ScenarioRow, Scenarios, chance, scenarios};
pub use verified::{verified_chart, verified_notes};

/// A table of a plan, shown ready for the page; what is still the same of the table as it was `before` is taken over.
pub fn retrofit_table(
    sheet: &Row,
    found: &RetrofitPlan,
    table: &'static TableSpec,
    before: Option<&TableView>,
) -> TableView {
    let (at, rows) = (table.at(&[sheet.id]), sheet.rows(table));
    let view = match table.row_name {
        "change" | "retrofit-year" | "retrofit-reading" => {
            TableView::plain(before, at, rows, &found.problems)
        }
        _ => TableView::of_rows(before, at, rows, &found.problems, &found.measures),
    };
    view.offering_names(sheet)
}

/// A table of what happens after a plan's measures, shown ready for the page.
pub fn afterwards_table(
    sheet: &Row,
    found: &Afterwards,
    table: &'static TableSpec,
    before: Option<&TableView>,
) -> TableView {
    let problems: Vec<Problem> = found.plan.problems.iter().chain(&found.problems).cloned().collect();
    TableView::plain(before, table.at(&[sheet.id]), sheet.rows(table), &problems)
}

/// The table of changes with the numbers that there are to be changed, by name.
pub fn offering_targets(mut table: TableView, found: &RetrofitPlan, language: Language) -> TableView {
    table.names.extend(found.known.iter().map(|target| target.name(language)));
    table.naming.extend([ChangeColumn::Target, ChangeColumn::Source].map(|column| column.spec()));
    table
}

/// The names of what a plan may be about, each once; irrigation has none, since a year is that of all districts.
pub fn subject_names(ledger: &Ledger, kind: SubjectKind) -> Vec<String> {
    let (list, Some(whose)) = accounts_of(kind) else { return Vec::new() };
    let mut names: Vec<String> = Vec::new();
    for name in ledger.sheets(list).iter().map(|sheet| sheet.text(whose).trim()) {
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_string());
        }
    }
    names
}

/// The figures that the plan changes.
pub fn compared(found: &RetrofitPlan) -> impl Iterator<Item = &BeforeAndAfter> {
    found.compared.iter().filter(|one| one.before.shown() != one.after.shown())
}

/// What such a figure is called: the row or group that it is of, and its name.
pub fn compared_name(one: &BeforeAndAfter, language: Language) -> String {
    let name = figure_name(one.heading, &one.before).get(language);
    let of = one.group.map_or(one.row.as_str(), |group| group.get(language));
    if of.is_empty() { name.to_string() } else { format!("{of} · {name}") }
}
