//! What was typed beside what the sheets before show: how units hang together, water between them, prices.

use crate::ledger::{COSTS, ColumnSpec, FLOWS, Row, SUPPLIES, TIERS, TableSpec, WATER_UNITS};
use crate::show::paper::{Block, Section, Writer, as_typed, typed_caption, typed_table};
use crate::text::Key;

/// The tables as typed; none where nothing was typed.
pub(super) fn section(writer: &Writer, sheet: &Row) -> Option<Section> {
    // The amounts of sources and units stand in sheets of their own.
    let word = |column: &ColumnSpec, text: &str| as_typed(column, text).filter(|_| column.unit().is_none());
    let words = [&SUPPLIES, &WATER_UNITS].into_iter().filter_map(|table: &'static TableSpec| {
        typed_table(writer, sheet, table, typed_caption(writer, table), &word)
    });
    let whole = [&FLOWS, &COSTS, &TIERS].into_iter().filter_map(|table: &'static TableSpec| {
        typed_table(writer, sheet, table, typed_caption(writer, table), &as_typed)
    });
    let blocks: Vec<Block> = words.chain(whole).collect();
    (!blocks.is_empty()).then(|| writer.section(Key::ReportTyped, blocks))
}
