//! The institution's tables as they were typed: on paper nothing is cut that a cell of the page shows in part.

use crate::ledger::{
    Column as _, ColumnKind, ColumnSpec, EFFECTS, FIXTURES, INSTITUTION_METERS, MEASURES, NIGHTS,
    NightColumn, PEOPLE, Row, TableSpec, USES,
};
use crate::show::paper::{Block, Cell, Column, Section, Writer};
use crate::text::Key;

/// The tables that are filled row by row, in the order of the page.
const TABLES: [&TableSpec; 7] =
    [&PEOPLE, &USES, &FIXTURES, &INSTITUTION_METERS, &NIGHTS, &MEASURES, &EFFECTS];

/// The tables that something stands in; none where there is none.
pub(super) fn tables(writer: &Writer, sheet: &Row) -> Option<Section> {
    let blocks: Vec<Block> = TABLES.into_iter().filter_map(|table| block(writer, sheet, table)).collect();
    (!blocks.is_empty()).then(|| writer.section(Key::FormTyped, blocks))
}

fn block(writer: &Writer, sheet: &Row, table: &'static TableSpec) -> Option<Block> {
    let rows: Vec<&Row> = sheet.rows(table).iter().map(|row| &**row).filter(|row| !row.is_blank()).collect();
    // A meter's record is a file, not a cell; what came of it is among the measured numbers.
    let is_filled = |column: &&ColumnSpec| {
        *column != NightColumn::Record.spec() && rows.iter().any(|row| !row.text(column).trim().is_empty())
    };
    let columns: Vec<&ColumnSpec> = table.shown().iter().filter(is_filled).collect();
    let heads: Vec<Column> = columns.iter().map(|column| (column.heading, column.unit())).collect();
    let cell = |row: &Row, column: &ColumnSpec| match column.kind {
        ColumnKind::Choice(choices) => writer.chosen(row.text(column), &choices()),
        ColumnKind::Text | ColumnKind::Number(_) => Cell::text(row.text(column).trim()),
    };
    let row = |row: &&Row| columns.iter().map(|column| cell(row, column)).collect();
    let cells: Vec<Vec<Cell>> = rows.iter().map(row).collect();
    (!heads.is_empty()).then(|| writer.table(writer.say(table.title), &heads, cells))
}
