//! Moving, adding rows and pasting, as in a spreadsheet.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::{ADD_ROW, Table, menu_id, table_id};
use crate::address::{cell_id, focus, reveal};
use water_ledger::exchange::pasted;
use water_ledger::ledger::{Place, RowId, TableEdit};
use water_ledger::show::TableViewRow;

/// Puts the cursor into a cell, of a whole row into its first; false when it is not there.
pub fn focus_cell(place: Place) -> bool {
    let cell = document().get_element_by_id(&cell_id(place));
    let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) else { return false };
    reveal(&cell);
    let _ = cell.focus();
    if let Some(input) = cell.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    true
}

/// The cell that an event comes from: tens of thousands of cells would take long to listen one by one.
fn cell_of(event: &web_sys::Event, table: Table) -> Option<(RowId, usize)> {
    let id = event.target()?.dyn_into::<Element>().ok()?.id();
    let place = id.strip_prefix("cell-")?.strip_prefix(table.at.spec.row_name)?.strip_prefix('-')?;
    let (row, name) = place.split_once('-')?;
    let column = table.columns().iter().position(|column| column.name == name)?;
    Some((RowId(row.parse().ok()?), column))
}

/// A cell was typed into, or another choice made in it.
pub(super) fn on_input(event: &ev::Event, table: Table) {
    if let Some((id, column)) = cell_of(event, table) {
        table.edit(TableEdit::Set(id, &table.columns()[column], event_target_value(event)));
    }
}

/// Adds a row at the end and goes there.
pub(super) fn add_row(table: Table) {
    table.edit(TableEdit::Insert(None));
    // The new row is in the page after this turn.
    request_animation_frame(move || {
        let last = table.sheet.with_untracked(|sheet| sheet.rows.last().map(|row| row.id));
        if let Some(id) = last {
            let _ = focus_cell(table.at.row(id));
        }
    });
}

/// Changes a row and leaves the keyboard where the work goes on: on the row, or on the one that took its place.
pub(super) fn act_on_row(table: Table, id: RowId, change: TableEdit) {
    let place = table.place(id).unwrap_or(0);
    let inserted = matches!(change, TableEdit::Insert(_));
    table.edit(change);
    // The rows stand in their new order after this turn.
    request_animation_frame(move || match (inserted, table.place(id)) {
        (true, _) => {
            let _ = table.row(place + 1).is_some_and(|row| focus_cell(table.at.row(row)));
        }
        (false, Some(_)) => {
            focus(&menu_id(table.at, id));
        }
        (false, None) => {
            let next = table.row(place).or_else(|| place.checked_sub(1).and_then(|place| table.row(place)));
            focus(&next.map_or_else(|| table_id(table.at, ADD_ROW), |next| menu_id(table.at, next)));
        }
    });
}

/// Enter and the arrows move as in a spreadsheet; left and right only from the edge of the text.
pub(super) fn on_key(event: &ev::KeyboardEvent, table: Table) {
    let Some((id, column)) = cell_of(event, table) else { return };
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let choosing = event.target().is_some_and(|target| target.has_type::<HtmlSelectElement>());
    let (down, right) = match event.key().as_str() {
        "Enter" if event.shift_key() => (-1, 0),
        "Enter" => (1, 0),
        "ArrowUp" if !choosing => (-1, 0),
        "ArrowDown" if !choosing => (1, 0),
        "ArrowLeft" if choosing || caret_at(event, false) => (0, -1),
        "ArrowRight" if choosing || caret_at(event, true) => (0, 1),
        _ => return,
    };
    if event.shift_key() && event.key() != "Enter" {
        return;
    }
    event.prevent_default();
    let Some(place) = table.place(id) else { return };
    let target = place.checked_add_signed(down).and_then(|place| table.row(place));
    match (target, column.checked_add_signed(right)) {
        (Some(row), Some(column)) if column < table.columns().len() => {
            focus_cell(Place { column: Some(&table.columns()[column]), ..table.at.row(row) });
        }
        (None, _) if event.key() == "Enter" && down > 0 && is_filled(table, place) => add_row(table),
        _ => {}
    }
}

fn is_filled(table: Table, place: usize) -> bool {
    let filled = |row: &Arc<TableViewRow>| row.cells.iter().any(|cell| !cell.trim().is_empty());
    table.sheet.with_untracked(|sheet| sheet.rows.get(place).is_some_and(filled))
}

/// Whether the caret stands at the end (or start) of the text, or all of it is selected.
fn caret_at(event: &ev::KeyboardEvent, end: bool) -> bool {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return false;
    };
    let length = input.value().encode_utf16().count() as u32;
    match (input.selection_start(), input.selection_end()) {
        (Ok(Some(from)), Ok(Some(to))) if from == to => from == if end { length } else { 0 },
        (Ok(Some(0)), Ok(Some(to))) => to == length,
        _ => false,
    }
}

/// A block from a spreadsheet fills cells from here on; a single value is left to the browser.
pub(super) fn on_paste(event: &ev::ClipboardEvent, table: Table) {
    let Some((id, column)) = cell_of(event, table) else { return };
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    let choosing = event.target().is_some_and(|target| target.has_type::<HtmlSelectElement>());
    let block = pasted(&text);
    let is_block = block.len() > 1 || block.iter().any(|row| row.len() > 1);
    if is_block || (choosing && !block.is_empty()) {
        event.prevent_default();
        table.edit(TableEdit::Paste(id, &table.columns()[column], block));
    }
}
