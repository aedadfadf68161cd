//! The institution's tables as they were typed.

use crate::evaluate::ReviewResults;
use crate::ledger::{
    Column as _, EFFECTS, FIXTURES, INSTITUTION_METERS, MEASURES, NIGHTS, NightColumn, PEOPLE, Row,
    TableSpec, USES,
};
use crate::show::certification::targets;
use crate::show::paper::{Block, Section, Table, Writer, typed_table};
use crate::text::Key;

/// The tables that are filled row by row, in the order of the page.
const TABLES: [&TableSpec; 7] =
    [&PEOPLE, &USES, &FIXTURES, &INSTITUTION_METERS, &NIGHTS, &MEASURES, &EFFECTS];

/// The tables that something stands in; none where there is none.
pub(super) fn tables(writer: &Writer, sheet: &Row, found: &ReviewResults) -> Option<Section> {
    let block = |table: &'static TableSpec| {
        // A meter's record is a file, not a cell; what came of it is among the measured numbers.
        let made = typed_table(writer, sheet, table, writer.say(table.title), &|column| {
            column != NightColumn::Record.spec()
        });
        match made {
            Some(Block::Table(made)) if table == &EFFECTS => Some(Block::Table(named(writer, found, made))),
            made => made,
        }
    };
    let blocks: Vec<Block> = TABLES.into_iter().filter_map(block).collect();
    (!blocks.is_empty()).then(|| writer.section(Key::ReportTyped, blocks))
}

/// What a measure changes by what it is called; what is not known stays as it was typed.
fn named(writer: &Writer, found: &ReviewResults, mut table: Table) -> Table {
    let heading = writer.say(Key::ColumnTarget);
    let Some(place) = table.head.iter().position(|head| head.text == heading) else { return table };
    let targets = targets(found, writer.language);
    for cell in table.rows.iter_mut().filter_map(|row| row.get_mut(place)) {
        if let Some(target) = targets.iter().find(|target| target.name == cell.text) {
            cell.text.clone_from(&target.title);
        }
    }
    table
}
