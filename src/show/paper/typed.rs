//! Tables as they were typed: on paper nothing is cut that a cell of the page shows in part.

use super::model::{Block, Cell};
use super::writer::{Column, Writer};
use crate::ledger::{ColumnKind, ColumnSpec, Row, TableSpec};
use crate::text::{Key, Message};

/// The caption of a table that stands as it was typed beside one of what it comes to.
pub(in crate::show) fn typed_caption(writer: &Writer, table: &'static TableSpec) -> String {
    writer.tell(Message::new(Key::ReportTypedTable).with_words("table", table.title.words()))
}

/// A table of a row as it was typed, under a caption, without the columns that nothing stands in or that `is_shown` leaves to
/// others; none where nothing is left.
pub(in crate::show) fn typed_table(
    writer: &Writer,
    owner: &Row,
    table: &'static TableSpec,
    caption: String,
    is_shown: &dyn Fn(&ColumnSpec) -> bool,
) -> Option<Block> {
    let rows: Vec<&Row> = owner.rows(table).iter().map(|row| &**row).filter(|row| !row.is_blank()).collect();
    let is_filled =
        |column: &&ColumnSpec| is_shown(column) && rows.iter().any(|row| !row.text(column).trim().is_empty());
    let columns: Vec<&ColumnSpec> = table.shown().iter().filter(is_filled).collect();
    let heads: Vec<Column> = columns.iter().map(|column| (column.heading, column.unit())).collect();
    let cell = |row: &Row, column: &ColumnSpec| match column.kind {
        ColumnKind::Choice(choices) => writer.chosen(row.text(column), &choices()),
        ColumnKind::Text | ColumnKind::Number(_) => Cell::text(row.text(column).trim()),
    };
    // A row without a name is known by its number.
    let row = |(place, row): (usize, &&Row)| {
        let mut cells: Vec<Cell> = columns.iter().map(|column| cell(row, column)).collect();
        if let Some(first) = cells.first_mut().filter(|first| first.text.is_empty()) {
            *first = Cell::text((place + 1).to_string());
        }
        cells
    };
    let cells: Vec<Vec<Cell>> = rows.iter().enumerate().map(row).collect();
    (!heads.is_empty()).then(|| writer.table(caption, &heads, cells))
}
