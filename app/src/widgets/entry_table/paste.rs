//! A block from a spreadsheet, put into the table.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::keys::spot_of;
use super::matching::Waiting;
use super::{Table, range};
use crate::state::Notice;
use water_ledger::exchange::{ForeignBlock, pasted};
use water_ledger::ledger::{ColumnSpec, MAX_ROWS, Row, RowCells, RowId, TableEdit};
use water_ledger::text::{Key, Message};

/// How long a pasted text may be, in bytes: a table of the most rows there may be is not as long.
const LONGEST: usize = 4_000_000;

/// A block fills cells from here on, or is asked about where it is a table of its own; a single value is left to the browser, or
/// fills the cells that are selected.
pub(super) fn on_paste(event: &ev::ClipboardEvent, table: Table) {
    let Some((row, column)) = spot_of(event, table) else { return };
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    if text.len() > LONGEST {
        event.prevent_default();
        return table.state.notify(Notice::grave(Message::new(Key::PasteTooLong)));
    }
    let choosing = event.target().is_some_and(|target| target.has_type::<HtmlSelectElement>());
    let block = pasted(&text);
    let is_block = block.len() > 1 || block.iter().any(|row| row.len() > 1);
    match (block.first().and_then(|row| row.first()), range::selected(table)) {
        (Some(text), Some(range)) if !is_block => {
            event.prevent_default();
            range::fill(table, range, |_, _| text.clone());
        }
        (Some(_), _) if is_block || choosing => {
            event.prevent_default();
            put(table, block, row, &table.columns()[column]);
        }
        _ => {}
    }
}

/// Puts a block where it was pasted, or asks first.
fn put(table: Table, block: Vec<Vec<String>>, row: Option<RowId>, column: &'static ColumnSpec) {
    table.selection.set(None);
    // What has no room is refused and not asked about.
    if block.len() > MAX_ROWS {
        return table.edit(cell_by_cell(block, row, table, column));
    }
    let read = ForeignBlock::read(block.clone(), table.at.spec, column);
    if read.is_plain() && !hangs_on_others(table, &read, row) {
        return table.edit(cell_by_cell(block, row, table, column));
    }
    table.waiting.set(Some(Waiting { read, as_it_is: block, row, column }));
}

/// A block as a spreadsheet takes it: cell by cell from where it was put.
pub(super) fn cell_by_cell(
    block: Vec<Vec<String>>,
    row: Option<RowId>,
    table: Table,
    column: &'static ColumnSpec,
) -> TableEdit {
    match row {
        Some(row) => TableEdit::Paste(row, column, block),
        None => {
            let left = table.columns().iter().position(|one| one == column).unwrap_or(0);
            let cells = |texts: Vec<String>| table.columns().iter().skip(left).zip(texts).collect();
            let row = |texts| RowCells { row: None, cells: cells(texts) };
            TableEdit::Fill(block.into_iter().map(row).collect())
        }
    }
}

/// Whether cell by cell the block would put other names over rows that bear one.
fn hangs_on_others(table: Table, read: &ForeignBlock, row: Option<RowId>) -> bool {
    let (Some(row), Some(name)) = (row, table.at.spec.naming_column()) else { return false };
    if read.columns.iter().all(|column| column.to != Some(name)) {
        return false;
    }
    with_rows(table, |rows| {
        let placed = read.placed(table.at.spec, rows, row);
        let Some(top) = rows.iter().position(|one| one.id == row) else { return false };
        let moves = |(offset, one): (usize, &RowCells)| {
            rows.get(top + offset)
                .is_some_and(|there| one.row != Some(there.id) && !there.text(name).trim().is_empty())
        };
        placed.rows.iter().enumerate().any(moves)
    })
}

/// The rows of the table as they are typed.
pub(super) fn with_rows<T>(table: Table, make: impl FnOnce(&[std::sync::Arc<Row>]) -> T) -> T {
    table.state.ledger.with_untracked(|ledger| make(ledger.rows_at(table.at).unwrap_or_default()))
}
