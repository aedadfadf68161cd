//! A block from a spreadsheet, put into the table.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::keys::spot_of;
use super::{Table, range};
use crate::state::Notice;
use water_ledger::exchange::{Worksheet, pasted};
use water_ledger::ledger::{ColumnSpec, MAX_ROWS, RowId, TableEdit};
use water_ledger::text::{Key, Message};

/// How long a pasted text may be, in bytes: a table of the most rows there may be is not as long.
const LONGEST: usize = 4_000_000;
/// So many times as long the same may be as a page, whose cells carry their looks.
const MARKUP: usize = 10;

/// A block fills cells from here on, or is asked about where it is a table of its own; a single value is left to the browser, or
/// fills the cells that are selected.
pub(super) fn on_paste(event: &ev::ClipboardEvent, table: Table) {
    let Some((row, column)) = spot_of(event, table) else { return };
    let of_kind = |kind: &str| event.clipboard_data().and_then(|data| data.get_data(kind).ok());
    let text = of_kind("text/plain").unwrap_or_default();
    // What comes as no rows and cells of plain text may still be a table of a page or of a word processor.
    let page = of_kind("text/html").filter(|page| has_cells(page)).unwrap_or_default();
    if text.len().max(page.len() / MARKUP) > LONGEST {
        event.prevent_default();
        return table.state.notify(Notice::grave(Message::new(Key::PasteTooLong)));
    }
    let choosing = event.target().is_some_and(|target| target.has_type::<HtmlSelectElement>());
    let block = pasted(&text);
    let is_block = block.len() > 1 || block.iter().any(|row| row.len() > 1) || !page.is_empty();
    match (block.first().and_then(|row| row.first()), range::selected(table)) {
        (Some(text), Some(range)) if !is_block => {
            event.prevent_default();
            range::fill(table, range, |_, _| text.clone());
        }
        (Some(_), _) if is_block || choosing => {
            event.prevent_default();
            table.selection.set(None);
            let pasted = Pasted { block, page, row, column: &table.columns()[column], sheets: Vec::new() };
            // What has no room is refused and not looked into.
            match pasted.block.len() > MAX_ROWS {
                true => pasted.cell_by_cell(table),
                false => table.pasted.set(Some(pasted)),
            }
        }
        _ => {}
    }
}

/// Whether a page has a table of several cells: a cell of a spreadsheet alone comes as a page too.
fn has_cells(page: &str) -> bool {
    page.matches("<td").count() + page.matches("<th").count() > 1
}

/// A block that was pasted, and where.
#[derive(Clone)]
pub(super) struct Pasted {
    /// Its cells as they came.
    pub(super) block: Vec<Vec<String>>,
    /// The same as a page; nothing where it has no cells.
    pub(super) page: String,
    /// The row that it was put at.
    pub(super) row: Option<RowId>,
    /// The column that it was put at.
    pub(super) column: &'static ColumnSpec,
    /// The worksheets of the file that it came in, by name; none of what was pasted.
    pub(super) sheets: Vec<Worksheet>,
}

/// Offers the worksheets of a file to a table, the first of them to begin with.
pub(super) fn offer(table: Table, sheets: Vec<Worksheet>) {
    let Some((_, block)) = sheets.first().cloned() else { return };
    table.selection.set(None);
    table.pasted.set(Some(Pasted {
        block,
        page: String::new(),
        row: None,
        column: &table.columns()[0],
        sheets,
    }));
}

impl Pasted {
    /// Takes it as a spreadsheet does: cell by cell from where it was put.
    pub(super) fn cell_by_cell(self, table: Table) {
        table.edit(TableEdit::Paste(self.row, self.column, self.block));
    }
}
