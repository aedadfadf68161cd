//! What the check of a year says of its districts and of the places of its problems.

use crate::irrigation::YearFigures;
use crate::ledger::{Place, TypedRow, YearSheet};
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
    let Place::Cell { table, row, column } = place else {
        return Message::new(Key::ProblemAtEntry);
    };
    let number = table.rows(sheet).iter().position(|id| *id == row);
    let number = number.map_or_else(String::new, |place| (place + 1).to_string());
    let district =
        table.district().and_then(|id| sheet.district(id)).map(|district| district.name.trim().to_string());
    let message = match (column.and_then(|column| table.columns().get(column)), &district) {
        (Some(column), Some(_)) => {
            Message::new(Key::ProblemAtDetail).with_words("column", column.heading.words())
        }
        (Some(column), None) => Message::new(Key::ProblemAt).with_words("column", column.heading.words()),
        (None, _) => Message::new(Key::ProblemAtRow),
    };
    message.with("row", number).with("district", district.unwrap_or_default())
}
