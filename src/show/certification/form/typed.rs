//! The institution's tables as they were typed.

use crate::evaluate::ReviewResults;
use crate::ledger::{
    Column as _, ColumnSpec, EFFECTS, EffectColumn, FIXTURES, INSTITUTION_METERS, MEASURES, NIGHTS,
    NightColumn, PEOPLE, Row, TableSpec, USES,
};
use crate::show::certification::targets;
use crate::show::paper::{Block, Section, Writer, typed_table};
use crate::text::Key;

/// The tables that are filled row by row, in the order of the page.
const TABLES: [&TableSpec; 7] =
    [&PEOPLE, &USES, &FIXTURES, &INSTITUTION_METERS, &NIGHTS, &MEASURES, &EFFECTS];

/// The tables that something stands in; none where there is none.
pub(super) fn tables(writer: &Writer, sheet: &Row, found: &ReviewResults) -> Option<Section> {
    let targets = targets(found, writer.language);
    let shown = |column: &ColumnSpec, text: &str| {
        // A meter's record is a file, not a cell; what came of it is among the measured numbers.
        if column == NightColumn::Record.spec() {
            return None;
        }
        // What a measure changes is told by what it is called; what is not known stays as it was typed.
        let target = targets.iter().find(|one| column == EffectColumn::Target.spec() && one.name == text);
        Some(target.map_or(text, |target| &target.title).to_string())
    };
    let block =
        |table: &'static TableSpec| typed_table(writer, sheet, table, writer.say(table.title), &shown);
    let blocks: Vec<Block> = TABLES.into_iter().filter_map(block).collect();
    (!blocks.is_empty()).then(|| writer.section(Key::ReportTyped, blocks))
}
