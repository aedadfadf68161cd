//! Tables as they were typed: on paper nothing is cut that a cell of the page shows in part.

use super::model::{Block, Cell};
use super::writer::{Column, Writer};
use crate::ledger::{ColumnKind, ColumnSpec, Row, TableSpec};
use crate::text::{Key, Message};

/// The caption of a table that stands as it was typed beside one of what it comes to.
pub(in crate::show) fn typed_caption(writer: &Writer, table: &'static TableSpec) -> String {
    writer.tell(Message::new(Key::ReportTypedTable).with_words("table", table.title.words()))
}

/// How the texts of a column stand on paper: none where they are left to others.
pub(in crate::show) type Shown<'a> = &'a dyn Fn(&ColumnSpec, &str) -> Option<String>;

/// As they were typed.
pub(in crate::show) fn as_typed(_: &ColumnSpec, text: &str) -> Option<String> {
    Some(text.to_string())
}

/// A table of a row as it was typed, under a caption, without the columns that nothing stands in; none where nothing is left.
pub(in crate::show) fn typed_table(
    writer: &Writer,
    owner: &Row,
    table: &'static TableSpec,
    caption: String,
    shown: Shown,
) -> Option<Block> {
    let rows: Vec<&Row> = owner.rows(table).iter().map(|row| &**row).filter(|row| !row.is_blank()).collect();
    let words = |row: &Row, column: &ColumnSpec| {
        shown(column, row.text(column).trim()).filter(|words| !words.is_empty())
    };
    let is_filled = |column: &&ColumnSpec| rows.iter().any(|row| words(row, column).is_some());
    let columns: Vec<&ColumnSpec> = table.shown().iter().filter(is_filled).collect();
    let heads: Vec<Column> = columns.iter().map(|column| (column.heading, column.unit())).collect();
    let cell = |row: &Row, column: &ColumnSpec| match column.kind {
        ColumnKind::Choice(choices) => writer.chosen(row.text(column), &choices()),
        ColumnKind::Text | ColumnKind::Number(_) => Cell::text(words(row, column).unwrap_or_default()),
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
