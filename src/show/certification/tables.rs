//! The tables of an institution's year with what their rows come to, and what their places are called.

use super::{indicator_name, item_title};
use crate::catalog::{FIXTURE_STANDARDS, FixtureStandard};
use crate::evaluate::ReviewResults;
use crate::institution::FixtureKind;
use crate::ledger::{INDICATORS, INSTITUTION_METERS, Place, Row, TableSpec, asked_in};
use crate::quantity::Unit;
use crate::rubric::Rubric;
use crate::show::{ComputedColumn, TableView};
use crate::text::{Coded, Key, Language, Message};

/// A table of the institution's year that is filled row by row, made ready for the page.
pub fn review_table(sheet: &Row, found: &ReviewResults, table: &'static TableSpec) -> TableView {
    let (at, rows) = (table.at(&[sheet.id]), sheet.rows(table));
    let made = TableView::plain(None, at, rows, &found.problems);
    if table == &INSTITUTION_METERS {
        let rate = ComputedColumn { heading: Key::ColumnMeteringRate, unit: Unit::Percent };
        return TableView::new(None, at, rows, &found.problems, vec![rate], &|row| {
            let meters = found.institution.meters.iter().find(|meters| meters.key == row.0);
            let level = meters.and_then(|meters| meters.level);
            let offer = level.and_then(|level| found.figures.offer("industry.metering_rate", Some(level)));
            vec![offer.and_then(crate::metric::PartialMetric::value)]
        });
    }
    made.offering_names(sheet)
}

/// 水效标准, each kind of fixture with its standard and since when its label can be asked for: its cells as
/// [`FIXTURE_STANDARD_HEADINGS`] has them, and whether it is still to be confirmed.
pub fn fixture_standards(language: Language) -> Vec<([String; 5], bool)> {
    let line = |standard: &FixtureStandard| {
        let kind = FixtureKind::from_typed(standard.fixture);
        let known = |text: &str| if text.is_empty() { "–".to_string() } else { text.to_string() };
        let cells = [
            kind.map_or(standard.fixture, |kind| kind.name().get(language)).to_string(),
            standard.number.to_string(),
            known(standard.in_force),
            known(standard.label_since),
            standard.note.map_or(String::new(), |note| note.get(language).to_string()),
        ];
        (cells, !standard.source.status.is_verified())
    };
    FIXTURE_STANDARDS.iter().map(line).collect()
}

/// The headings of the standards of fixtures.
pub const FIXTURE_STANDARD_HEADINGS: [Key; 5] =
    [Key::ColumnFixtureKind, Key::ColumnStandard, Key::RubricInForce, Key::ColumnLabelSince, Key::ColumnNote];

/// What a person would call the place: what the rubric asks or measures there, else the table's name and the row's number, with
/// the column's heading; or the entry.
pub fn review_place_name(sheet: &Row, found: &ReviewResults, place: Place, language: Language) -> Message {
    let Some(column) = place.column.or(place.table.spec.columns.first()) else {
        return Message::new(place.table.spec.title);
    };
    if column.is_entry {
        return Message::new(column.heading);
    }
    let (table, rows) = (place.table.spec, sheet.rows(place.table.spec));
    let row = rows.iter().position(|row| row.id == place.row);
    let column = column.heading.words();
    if let Some(title) = title_at(found, table, row.map_or("", |row| rows[row].cell(0)), language) {
        return Message::new(Key::ProblemAtAsked).with("asked", title).with_words("column", column);
    }
    Message::new(Key::ProblemInTable)
        .with_words("table", table.title.words())
        .with("row", row.map_or_else(String::new, |row| (row + 1).to_string()))
        .with_words("column", column)
}

/// What the rubric calls what a row is about, or what is measured there; none for rows that are about nothing in it.
fn title_at(found: &ReviewResults, table: &TableSpec, of: &str, language: Language) -> Option<String> {
    if table == &INDICATORS {
        let indicator = found.indicator(of).or_else(|| found.indicator(asked_in(of)));
        return indicator.map(|indicator| indicator_name(indicator, language));
    }
    asked_title(found.rubric.as_deref()?, table, asked_in(of), language)
}

/// What a rubric calls a question, a prerequisite or an item; none for what it does not ask.
pub(super) fn asked_title(
    rubric: &Rubric,
    table: &TableSpec,
    asked: &str,
    language: Language,
) -> Option<String> {
    let item = || rubric.item(asked).map(|item| item_title(item, language));
    let prerequisite = || {
        let prerequisite = rubric.prerequisites.iter().find(|prerequisite| prerequisite.id == asked);
        prerequisite.map(|prerequisite| prerequisite.title.get(language).to_string())
    };
    let question = || {
        let question = rubric.questions.iter().find(|question| question.id == asked);
        question.map(|question| question.title.get(language).to_string())
    };
    match table.row_name {
        "question" => question(),
        "prerequisite" => prerequisite(),
        "answer" => item(),
        "evidence" => item().or_else(prerequisite),
        _ => None,
    }
}
