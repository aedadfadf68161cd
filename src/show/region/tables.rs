//! The tables of a region's year with what their rows come to.

use crate::evaluate::{Problem, RegionFactFigures, RegionSheet};
use crate::ledger::{Place, Row, TableAt};
use crate::metric::{ResultSpec, Results, RowResults};
use crate::region::{PlaceFigures, PlannedUse};
use crate::show::{ComputedColumn, TableView};
use crate::text::{Key, Message};

/// What a row of months comes to, of what its place does.
const OF_USE: [&str; 7] = ["used", "planned", "execution", "over", "cost", "as_planned", "as_used"];

/// A table of the sheet, or of one of its reservoirs, shown ready for the page; what is still the same of the table as it was `before`
/// is taken over.
pub fn region_table(before: Option<&TableView>, sheet: &Row, found: &RegionSheet, at: TableAt) -> TableView {
    let rows = sheet.rows_at(at);
    let of = |problems: &[Problem]| TableView::plain(before, at, rows, problems);
    let lake = || {
        found.reservoirs.figures.iter().find(|lake| at.within().last().is_some_and(|id| id.0 == lake.key()))
    };
    let view = match at.spec.row_name {
        "region-year" => TableView::of_rows(before, at, rows, &found.problems, &found.years),
        "region-target" => TableView::of_rows(before, at, rows, &found.problems, &found.targets),
        "region-fact" => {
            let facts: Vec<RegionFactFigures> = found.facts.iter().map(|fact| fact.figures.clone()).collect();
            TableView::of_rows(before, at, rows, &found.problems, &facts)
        }
        "plan-place" => TableView::of_rows(before, at, rows, &found.plan.problems, &found.plan.places),
        "place-use" => {
            let of_uses = found.plan.of_uses();
            let column =
                |spec: &ResultSpec<PlaceFigures>| ComputedColumn { heading: spec.heading, unit: spec.unit };
            TableView::new(
                before,
                at,
                rows,
                &found.plan.problems,
                use_results().map(column).collect(),
                &|row| {
                    let figures = |place: &&PlaceFigures| {
                        use_results().map(|spec| (spec.get)(place).cloned()).collect()
                    };
                    of_uses.get(&row.0).map(figures).unwrap_or_default()
                },
            )
        }
        "issued-plan" => {
            let issue =
                found.issues.iter().find(|issue| at.within().last().is_some_and(|id| id.0 == issue.key));
            TableView::of_rows(before, at, rows, &found.problems, issue.map_or(&[][..], |issue| &issue.plans))
        }
        "plan-tier" => of(&found.plan.problems),
        "season-share" => of(&found.plan.problems),
        "reservoir" => {
            TableView::of_rows(before, at, rows, &found.reservoirs.problems, &found.reservoirs.figures)
        }
        "reservoir-month" => {
            let months = lake().map_or(&[][..], |lake| &lake.months);
            TableView::of_rows(before, at, rows, &found.reservoirs.problems, months)
        }
        "curve-point" => of(&found.reservoirs.problems),
        _ => of(&found.problems),
    };
    view.offering_names(sheet)
}

/// The columns that what all users of a kind are planned has: sources only where the plan is split by source.
pub fn planned_columns(uses: &[PlannedUse]) -> Vec<&'static ResultSpec<PlannedUse>> {
    PlannedUse::RESULTS.iter().filter(|spec| uses.iter().any(|one| (spec.get)(one).is_some())).collect()
}

/// What a place comes to of what it used.
fn use_results() -> impl Iterator<Item = &'static ResultSpec<PlaceFigures>> {
    PlaceFigures::RESULTS.iter().filter(|spec| OF_USE.contains(&spec.name))
}

/// What a person would call the place: the table's name, the reservoir where it is one of its own, the row's number, the column's
/// heading; or the entry.
pub fn region_place_name(sheet: &Row, place: Place) -> Message {
    let (table, column) = (place.table, place.column.or(place.table.spec.columns.first()));
    if let Some(entry) = column.filter(|column| column.is_entry) {
        return Message::new(entry.heading);
    }
    let number = sheet.rows_at(table).iter().position(|row| row.id == place.row);
    let number = number.map_or_else(String::new, |place| (place + 1).to_string());
    let heading = column.map_or(table.spec.title, |column| column.heading).words();
    let within = table.spec.within.filter(|_| table.within().len() > 1).zip(table.within().get(1));
    match within.and_then(|(list, id)| sheet.row(list, *id)) {
        Some(within) => Message::new(Key::ProblemAtDetail)
            .with("district", within.cell(0).trim())
            .with("row", number)
            .with_words("column", heading),
        None => Message::new(Key::ProblemInTable)
            .with_words("table", table.spec.title.words())
            .with("row", number)
            .with_words("column", heading),
    }
}
