//! The tables of a unit's year with what their rows come to, and what their places are called.

use super::{fact_name, item_title};
use crate::evaluate::ReviewResults;
use crate::ledger::{
    EffectColumn, Entry, MeasureColumn, Place, ReviewSheet, ReviewTable, TableAt, TypedRow, asked_in,
};
use crate::quantity::Unit;
use crate::rubric::Rubric;
use crate::show::{ComputedColumn, TableView};
use crate::text::{Key, Language, Message};

/// A table of the unit's year that is filled row by row, made ready for the page.
pub fn review_table(sheet: &ReviewSheet, found: &ReviewResults, table: ReviewTable) -> TableView {
    let at = TableAt::Review(sheet.id, table);
    fn plain<R: TypedRow>(at: TableAt, rows: &[R], found: &ReviewResults) -> TableView {
        TableView::plain(None, at, rows, &found.problems)
    }
    match table {
        ReviewTable::People => plain(at, &sheet.people, found),
        ReviewTable::Uses => plain(at, &sheet.uses, found),
        ReviewTable::Fixtures => plain(at, &sheet.fixtures, found),
        ReviewTable::Meters => {
            let rate = ComputedColumn { heading: Key::ColumnMeteringRate, unit: Unit::Percent };
            TableView::new(None, at, &sheet.meters, &found.problems, vec![rate], &|row| {
                let meters = found.unit.meters.iter().find(|meters| meters.key == row.0);
                let level = meters.and_then(|meters| meters.level);
                let offer =
                    level.and_then(|level| found.figures.offer("industry.metering_rate", Some(level)));
                vec![offer.and_then(crate::metric::PartialMetric::value)]
            })
        }
        ReviewTable::Nights => plain(at, &sheet.nights, found),
        ReviewTable::Facts => plain(at, &sheet.facts, found),
        ReviewTable::Questions => plain(at, &sheet.questions, found),
        ReviewTable::Gates => plain(at, &sheet.gates, found),
        ReviewTable::Answers => plain(at, &sheet.answers, found),
        ReviewTable::Evidence => plain(at, &sheet.evidence, found),
        ReviewTable::Measures => {
            plain(at, &sheet.measures, found).naming(&[MeasureColumn::Needs as usize], measure_names(sheet))
        }
        ReviewTable::Effects => {
            plain(at, &sheet.effects, found).naming(&[EffectColumn::Measure as usize], measure_names(sheet))
        }
    }
}

fn measure_names(sheet: &ReviewSheet) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in sheet.measures.iter().map(|row| row.name.trim()).filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_string());
        }
    }
    names
}

/// What a person would call the place: what the rubric asks or measures there, else the table's name and the row's number, with
/// the column's heading; or the entry.
pub fn review_place_name(
    sheet: &ReviewSheet,
    found: &ReviewResults,
    place: Place,
    language: Language,
) -> Message {
    let (table, row, column) = match place {
        Place::Cell { table: TableAt::Review(_, table), row, column } => (table, row, column),
        Place::Cell { .. } | Place::Entry(Entry::Title) => return Message::new(Key::LedgerTitle),
        Place::Entry(entry) => return Message::new(entry.name()),
    };
    let columns = table.columns();
    let column = column.and_then(|column| columns.get(column)).or(columns.first());
    let column = column.map_or(table.name(), |column| column.heading).words();
    if let Some(title) = title_at(found, table, sheet.cell(table, row, 0), language) {
        return Message::new(Key::ProblemAtAsked).with("asked", title).with_words("column", column);
    }
    let number = sheet.rows(table).iter().position(|id| *id == row);
    let number = number.map_or_else(String::new, |place| (place + 1).to_string());
    Message::new(Key::ProblemInTable)
        .with_words("table", table.name().words())
        .with("row", number)
        .with_words("column", column)
}

/// What the rubric calls what a row is about, or what is measured there; none for rows that are about nothing in it.
fn title_at(found: &ReviewResults, table: ReviewTable, of: &str, language: Language) -> Option<String> {
    match table {
        ReviewTable::Facts => {
            let fact = found.fact(of).or_else(|| found.fact(asked_in(of)));
            fact.map(|fact| fact_name(fact, language))
        }
        _ => asked_title(found.rubric.as_deref()?, table, asked_in(of), language),
    }
}

/// What a rubric calls a question, a prerequisite or an item; none for what it does not ask.
pub(super) fn asked_title(
    rubric: &Rubric,
    table: ReviewTable,
    asked: &str,
    language: Language,
) -> Option<String> {
    let item = || rubric.item(asked).map(|item| item_title(item, language));
    let gate = || {
        let gate = rubric.prerequisites.iter().find(|gate| gate.id == asked);
        gate.map(|gate| gate.title.get(language).to_string())
    };
    match table {
        ReviewTable::Questions => {
            let question = rubric.questions.iter().find(|question| question.id == asked);
            question.map(|question| question.title.get(language).to_string())
        }
        ReviewTable::Gates => gate(),
        ReviewTable::Answers => item(),
        ReviewTable::Evidence => item().or_else(gate),
        _ => None,
    }
}
