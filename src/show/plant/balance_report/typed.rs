//! What was typed beside what the sheets before show: how units hang together, water between them, prices.

use crate::ledger::{COSTS, ColumnSpec, FLOWS, Row, SUPPLIES, TIERS, TableSpec, WATER_UNITS};
use crate::show::paper::{Block, Section, Writer, typed_caption, typed_table};
use crate::text::Key;

/// The tables as typed; none where nothing was typed.
pub(super) fn section(writer: &Writer, sheet: &Row) -> Option<Section> {
    // The amounts of sources and units stand in sheets of their own.
    let is_word = |column: &ColumnSpec| column.unit().is_none();
    let words = [&SUPPLIES, &WATER_UNITS].into_iter().filter_map(|table: &'static TableSpec| {
        typed_table(writer, sheet, table, typed_caption(writer, table), &is_word)
    });
    let whole = [&FLOWS, &COSTS, &TIERS].into_iter().filter_map(|table: &'static TableSpec| {
        typed_table(writer, sheet, table, typed_caption(writer, table), &|_| true)
    });
    let blocks: Vec<Block> = words.chain(whole).collect();
    (!blocks.is_empty()).then(|| writer.section(Key::ReportTyped, blocks))
}
