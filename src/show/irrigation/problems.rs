//! What the check of a year says of its districts and of the places of its problems.

use crate::irrigation::YearFigures;
use crate::ledger::{DistrictRow, Entry, Place, TableAt, TypedRow, YearSheet};
use crate::text::{Key, Message};

/// How many districts the coefficient comes from, and how many rows are not in it.
pub fn counted(sheet: &YearSheet, figures: &YearFigures) -> Message {
    let rows = sheet.districts.iter().filter(|row| !row.is_blank()).count();
    let message = match rows - figures.count.min(rows) {
        0 => Message::new(Key::ResultFrom),
        left => Message::new(Key::ResultFromSome).with("left", left.to_string()),
    };
    message.with("count", figures.count.to_string())
}

/// What a person would call the place: the row's number and the column's heading, with the district where it is one of
/// a district's own tables.
pub fn place_name(sheet: &YearSheet, place: Place) -> Message {
    let (table, row, column) = match place {
        Place::Cell { table, row, column } => (table, row, column),
        Place::Entry(entry) => return entry_name(sheet, entry),
    };
    let number = table.rows(sheet).iter().position(|id| *id == row);
    let number = number.map_or_else(String::new, |place| (place + 1).to_string());
    let district = table.district().and_then(|id| sheet.district(id)).map(|row| whose(row, table));
    let message = match (column.and_then(|column| table.columns().get(column)), &district) {
        (Some(column), Some(_)) => {
            Message::new(Key::ProblemAtDetail).with_words("column", column.heading.words())
        }
        (Some(column), None) => Message::new(Key::ProblemAt).with_words("column", column.heading.words()),
        (None, _) => Message::new(Key::ProblemAtRow),
    };
    message.with("row", number).with("district", district.unwrap_or_default())
}

/// The district of a table, and the field where it is one of a field.
fn whose(district: &DistrictRow, table: TableAt) -> String {
    let name = district.name.trim();
    match table.field().and_then(|id| district.fields.iter().find(|field| field.id == id)) {
        Some(field) => format!("{name} · {}", field.name.trim()),
        None => name.to_string(),
    }
}

fn entry_name(sheet: &YearSheet, entry: Entry) -> Message {
    match entry.district().and_then(|id| sheet.district(id)) {
        Some(district) => Message::new(Key::ProblemAtEntry)
            .with("district", district.name.trim())
            .with_words("column", entry.name().words()),
        None => Message::new(entry.name()),
    }
}
