//! The tables of a unit's year with what their rows come to, and what their places are called.

use crate::ledger::{
    EffectColumn, Entry, MeasureColumn, Place, ReviewAssessment, ReviewSheet, ReviewTable, TableAt, TypedRow,
};
use crate::quantity::Unit;
use crate::report::Sheet;
use crate::text::{Key, Message};

/// A table of the unit's year that is filled row by row, made ready for the page.
pub fn review_table(sheet: &ReviewSheet, found: &ReviewAssessment, table: ReviewTable) -> Sheet {
    let at = TableAt::Review(sheet.id, table);
    fn plain<R: TypedRow>(at: TableAt, rows: &[R], found: &ReviewAssessment) -> Sheet {
        Sheet::new(at, rows, &found.problems, &[], &|_| Vec::new())
    }
    match table {
        ReviewTable::People => plain(at, &sheet.people, found),
        ReviewTable::Uses => plain(at, &sheet.uses, found),
        ReviewTable::Fixtures => plain(at, &sheet.fixtures, found),
        ReviewTable::Meters => {
            let rate = [(Key::ColumnMeteringRate, Unit::Percent)];
            Sheet::new(at, &sheet.meters, &found.problems, &rate, &|row| {
                let level = found.unit.meters.get(filled_before(&sheet.meters, row));
                let level = level.and_then(|meters| meters.level);
                let offer =
                    level.and_then(|level| found.figures.offer("industry.metering_rate", Some(level)));
                vec![offer.and_then(crate::unit::Offer::value)]
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

/// How many rows before this one are filled, which is its place among what they come to.
fn filled_before<R: TypedRow>(rows: &[R], row: usize) -> usize {
    rows[..row].iter().filter(|row| !row.is_blank()).count()
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

/// What a person would call the place: the table's name, the row's number, the column's heading; or the entry.
pub fn review_place_name(sheet: &ReviewSheet, place: Place) -> Message {
    let (table, row, column) = match place {
        Place::Cell { table: TableAt::Review(_, table), row, column } => (table, row, column),
        Place::Cell { .. } | Place::Entry(Entry::Title) => return Message::new(Key::LedgerTitle),
        Place::Entry(entry) => return Message::new(entry.name()),
    };
    let number = sheet.rows(table).iter().position(|id| *id == row);
    let number = number.map_or_else(String::new, |place| (place + 1).to_string());
    let columns = table.columns();
    let column = column.and_then(|column| columns.get(column)).or(columns.first());
    let column = column.map_or(table.name(), |column| column.heading);
    Message::new(Key::ProblemInTable)
        .with_words("table", table.name().words())
        .with("row", number)
        .with_words("column", column.words())
}
