//! What the check of a year says of its districts and of the places of its problems.

use std::sync::Arc;

use crate::irrigation::YearFigures;
use crate::ledger::{DISTRICTS, DistrictColumn, FIELDS, FieldColumn, Place, Row, TableAt};
use crate::metric::Figure;
use crate::text::{Key, Message};

/// How many districts the coefficient comes from, and how many rows are not in it.
pub fn counted(sheet: &Row, figures: &YearFigures) -> Message {
    let rows = sheet.rows(&DISTRICTS).iter().filter(|row| !row.is_blank()).count();
    let message = match rows - figures.count.min(rows) {
        0 => Message::new(Key::ResultFrom),
        left => Message::new(Key::ResultFromSome).with("left", left.to_string()),
    };
    message.with("count", figures.count.to_string())
}

/// What the total of the districts is of, in few words.
pub(super) fn counted_total(rows: &[Arc<Row>], figures: &YearFigures) -> Message {
    let filled = rows.iter().filter(|row| !row.is_blank()).count();
    let message = match filled - figures.count.min(filled) {
        0 => Message::new(Key::TotalOf),
        left => Message::new(Key::TotalOfSome).with("left", left.to_string()),
    };
    message.with("count", figures.count.to_string())
}

/// The region's water with what each amount is called. Where the water of whole classes is given, what stands beside the water
/// per area is of the same districts, and that of the classes says so.
pub fn region_amounts(figures: &YearFigures) -> Vec<(&'static str, Key, Option<&Figure>)> {
    let per_mu = figures.per_mu.as_ref();
    let gross = figures.gross.as_ref();
    if figures.is_by_class {
        vec![
            ("region-per-mu", Key::ResultSamplesPerMu, per_mu),
            ("samples-gross", Key::ResultSamplesGross, figures.gross_of_samples.as_ref()),
            ("region-gross", Key::ResultClassesGross, gross),
        ]
    } else {
        vec![("region-per-mu", Key::ResultPerMu, per_mu), ("region-gross", Key::ResultGross, gross)]
    }
}

/// What a person would call the place: the row's number and the column's heading, with the district where it is one of
/// a district's own tables.
pub fn place_name(sheet: &Row, place: Place) -> Message {
    let table = place.table;
    if let Some(entry) = place.column.filter(|column| column.is_entry) {
        return match sheet.rows_at(table).iter().find(|row| row.id == place.row) {
            Some(district) => Message::new(Key::ProblemAtEntry)
                .with("district", district[DistrictColumn::Name].trim())
                .with_words("column", entry.heading.words()),
            None => Message::new(entry.heading),
        };
    }
    let number = sheet.rows_at(table).iter().position(|row| row.id == place.row);
    let number = number.map_or_else(String::new, |place| (place + 1).to_string());
    let district = whose(sheet, table);
    let message = match (place.column, &district) {
        (Some(column), Some(_)) => {
            Message::new(Key::ProblemAtDetail).with_words("column", column.heading.words())
        }
        (Some(column), None) => Message::new(Key::ProblemAt).with_words("column", column.heading.words()),
        (None, _) => Message::new(Key::ProblemAtRow),
    };
    message.with("row", number).with("district", district.unwrap_or_default())
}

/// The district of a table, and the field where it is one of a field; none where it belongs to the whole year.
fn whose(sheet: &Row, table: TableAt) -> Option<String> {
    let mut within = table.within().iter().skip(1);
    let district = sheet.row(&DISTRICTS, *within.next()?)?;
    let name = district[DistrictColumn::Name].trim();
    let field = within.next().and_then(|field| district.row(&FIELDS, *field));
    Some(match field {
        Some(field) => format!("{name} · {}", field[FieldColumn::Name].trim()),
        None => name.to_string(),
    })
}
