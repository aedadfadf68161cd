//! The institution's tables as they were typed.

use crate::ledger::{
    Column as _, ColumnSpec, FIXTURES, INSTITUTION_METERS, NIGHTS, NightColumn, PEOPLE, Row, TableSpec, USES,
};
use crate::show::paper::{Block, Section, Writer, typed_table};
use crate::text::Key;

/// The tables that are filled row by row, in the order of the page.
const TABLES: [&TableSpec; 5] = [&PEOPLE, &USES, &FIXTURES, &INSTITUTION_METERS, &NIGHTS];

/// The tables that something stands in; none where there is none.
pub(super) fn tables(writer: &Writer, sheet: &Row) -> Option<Section> {
    // A meter's record is a file, not a cell; what came of it is among the measured numbers.
    let shown =
        |column: &ColumnSpec, text: &str| (column != NightColumn::Record.spec()).then(|| text.to_string());
    let block =
        |table: &'static TableSpec| typed_table(writer, sheet, table, writer.say(table.title), &shown);
    let blocks: Vec<Block> = TABLES.into_iter().filter_map(block).collect();
    (!blocks.is_empty()).then(|| writer.section(Key::ReportTyped, blocks))
}
