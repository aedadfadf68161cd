//! Several cells at once, as in a spreadsheet: selecting them, copying, clearing, filling.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::keys::spot_of;
use super::{Spot, Table};
use water_ledger::ledger::{RowCells, RowId, TableEdit};

/// Two corners of a selection: where it began, which has the keyboard, and where it has come to.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Selection {
    pub(super) anchor: (RowId, usize),
    pub(super) head: (RowId, usize),
}

/// The cells from row to row and from column to column, ends included.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Range {
    pub(super) rows: (usize, usize),
    pub(super) columns: (usize, usize),
}

impl Selection {
    /// The cells between the corners, as the rows stand now; nothing when one of them is gone.
    pub(super) fn range(self, table: Table) -> Option<Range> {
        let (a, b) = (table.place(self.anchor.0)?, table.place(self.head.0)?);
        let (c, d) = (self.anchor.1, self.head.1);
        Some(Range { rows: (a.min(b), a.max(b)), columns: (c.min(d), c.max(d)) })
    }
}

impl Range {
    /// The selected columns of a row.
    pub(super) fn columns_of(self, row: usize) -> Option<(usize, usize)> {
        (self.rows.0..=self.rows.1).contains(&row).then_some(self.columns)
    }
}

/// The cells that are selected together.
pub(super) fn selected(table: Table) -> Option<Range> {
    table.selection.get_untracked()?.range(table)
}

/// Takes the selection from the cell that has the keyboard on to another.
pub(super) fn extend(table: Table, from: (RowId, usize), to: (RowId, usize)) {
    let anchor = table.selection.get_untracked().map_or(from, |selection| selection.anchor);
    table.selection.set((anchor != to).then_some(Selection { anchor, head: to }));
}

/// The cell that a selection goes on from when it grows by a step.
pub(super) fn head(table: Table, from: (RowId, usize)) -> (RowId, usize) {
    table.selection.get_untracked().map_or(from, |selection| selection.head)
}

/// The texts of the selected cells.
fn texts(table: Table, range: Range) -> Vec<Vec<String>> {
    table.sheet.with_untracked(|sheet| {
        let rows = sheet.rows.iter().skip(range.rows.0).take(range.rows.1 - range.rows.0 + 1);
        rows.map(|row| row.cells[range.columns.0..=range.columns.1].to_vec()).collect()
    })
}

/// Puts a text into each selected cell.
pub(super) fn fill(table: Table, range: Range, text: impl Fn(usize, usize) -> String) {
    let columns = table.columns();
    let cells = |row: usize| {
        (range.columns.0..=range.columns.1).map(|column| (&columns[column], text(row, column))).collect()
    };
    let rows = (range.rows.0..=range.rows.1)
        .filter_map(|row| Some(RowCells { row: Some(table.row(row)?), cells: cells(row) }))
        .collect();
    table.edit(TableEdit::Fill(rows));
}

/// Fills the rows of a selection with its first row; a single cell with the one above it.
pub(super) fn fill_down(table: Table, at: (RowId, usize)) {
    let single = || {
        let row = table.place(at.0)?;
        Some(Range { rows: (row.checked_sub(1)?, row), columns: (at.1, at.1) })
    };
    let Some(range) = selected(table).filter(|range| range.rows.0 < range.rows.1).or_else(single) else {
        return;
    };
    let first = texts(table, Range { rows: (range.rows.0, range.rows.0), ..range });
    fill(table, Range { rows: (range.rows.0 + 1, range.rows.1), ..range }, |_, column| {
        first[0][column - range.columns.0].clone()
    });
}

/// Several cells go to the clipboard as a block; the text of one is left to the browser.
pub(super) fn on_copy(event: &ev::ClipboardEvent, table: Table) -> bool {
    let Some(range) = selected(table) else { return false };
    let line = |row: &Vec<String>| row.iter().map(|text| clipboard_cell(text)).collect::<Vec<_>>().join("\t");
    let block = texts(table, range).iter().map(line).collect::<Vec<_>>().join("\r\n");
    let Some(data) = event.clipboard_data() else { return false };
    let is_copied = data.set_data("text/plain", &block).is_ok();
    if is_copied {
        event.prevent_default();
    }
    is_copied
}

/// As copying, and the cells are empty afterwards.
pub(super) fn on_cut(event: &ev::ClipboardEvent, table: Table) {
    if let Some(range) = selected(table).filter(|_| on_copy(event, table)) {
        fill(table, range, |_, _| String::new());
    }
}

/// A text as a cell of the clipboard: one that holds breaks or begins with a quote stands in quotes.
fn clipboard_cell(text: &str) -> String {
    if text.contains(['\t', '\n', '\r']) || text.starts_with('"') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_string()
    }
}

/// A press ends a selection, or with Shift takes it to the cell that was pressed.
pub(super) fn on_press(event: &ev::MouseEvent, table: Table) {
    let pressed = full(spot_of(event, table));
    let active = document().active_element();
    let from = active
        .and_then(|active| super::keys::spot_of_id(&active.id(), table))
        .and_then(|spot| full(Some(spot)));
    match (pressed, from) {
        (Some(to), Some(from)) if event.shift_key() => {
            event.prevent_default();
            extend(table, from, to);
        }
        _ => table.selection.set(None),
    }
}

/// A pointer that is held down selects the cells that it goes over, once it has left the first.
pub(super) fn on_drag(event: &ev::MouseEvent, table: Table) {
    if event.buttons() & 1 == 0 {
        return;
    }
    let active = document().active_element().map(|active| active.id()).unwrap_or_default();
    let from = full(super::keys::spot_of_id(&active, table));
    // Over a cell's edge the pointer is over its td.
    let over = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let over = over.and_then(|over| over.closest("td").ok().flatten());
    let over = over.and_then(|cell| cell.query_selector("input, select").ok().flatten());
    let to = over.and_then(|field| full(super::keys::spot_of_id(&field.id(), table)));
    if let (Some(from), Some(to)) = (from, to)
        && (from != to || table.selection.with_untracked(Option::is_some))
    {
        event.prevent_default();
        extend(table, from, to);
        // What the pointer marked as text on its way is no selection of text.
        if let Ok(Some(marked)) = window().get_selection() {
            let _ = marked.remove_all_ranges();
        }
    }
}

/// A cell of a row that is there.
fn full(spot: Option<Spot>) -> Option<(RowId, usize)> {
    let (row, column) = spot?;
    Some((row?, column))
}
