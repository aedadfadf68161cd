//! Moving, typing and adding rows, as in a spreadsheet.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlSelectElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::{ADD_ROW, NEW, Spot, Table, folding, menu_id, new_cell_id, range, rows, step_id, table_id};
use crate::address::{cell_id, focus, reveal};
use crate::state::State;
use crate::widgets::typed_text;
use water_ledger::ledger::{ColumnSpec, Place, RowCells, RowId, TableEdit};
use water_ledger::show::TableViewRow;

/// Puts the cursor into a cell, of a whole row into its first; false when it is not there yet: a long table draws it then.
pub fn focus_cell(state: State, place: Place) -> bool {
    let is_there = focus_input(&cell_id(place));
    state.wanted.set((!is_there).then_some(place));
    is_there
}

fn focus_input(id: &str) -> bool {
    let cell = document().get_element_by_id(id);
    let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) else { return false };
    reveal(&cell);
    let _ = cell.focus();
    if let Some(input) = cell.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    true
}

/// The cell that an event comes from: tens of thousands of cells would take long to listen one by one.
pub(super) fn spot_of(event: &web_sys::Event, table: Table) -> Option<Spot> {
    spot_of_id(&event.target()?.dyn_into::<Element>().ok()?.id(), table)
}

/// The cell of an address in the page.
pub(super) fn spot_of_id(id: &str, table: Table) -> Option<Spot> {
    let place = id.strip_prefix("cell-")?.strip_prefix(table.at.spec.row_name)?.strip_prefix('-')?;
    let (row, name) = place.split_once('-')?;
    let column = table.columns().iter().position(|column| column.name == name)?;
    let row = if row == NEW { None } else { Some(RowId(row.parse().ok()?)) };
    Some((row, column))
}

/// A cell was typed into, or another choice made in it. While a word is composed nothing was typed yet.
pub(super) fn on_input(event: &ev::Event, table: Table) {
    let (Some(text), Some((row, column))) = (typed_text(event), spot_of(event, table)) else { return };
    let column = &table.columns()[column];
    table.selection.set(None);
    match row {
        Some(row) => {
            table.typing.set(Some((row, column)));
            table.edit(TableEdit::Set(row, column, text));
        }
        None if text.is_empty() => {}
        None => match begun(table, column) {
            Some((row, before)) => {
                empty_new_cell(table, column);
                table.edit(TableEdit::Set(row, column, before + &text));
            }
            None => begin_row(table, column, text),
        },
    }
}

/// What was typed into the row that is not there yet makes it one; the cursor stays behind what was typed.
fn begin_row(table: Table, column: &'static ColumnSpec, text: String) {
    empty_new_cell(table, column);
    table.edit(TableEdit::Fill(vec![RowCells { row: None, cells: vec![(column, text)] }]));
    let Some(id) = draw_last(table) else { return };
    table.typing.set(Some((id, column)));
    let place = Place { column: Some(column), ..table.at.row(id) };
    // The row is in the page after this turn.
    request_animation_frame(move || {
        if focus_input(&cell_id(place)) {
            let cell = document().get_element_by_id(&cell_id(place));
            if let Some(input) = cell.and_then(|cell| cell.dyn_into::<HtmlInputElement>().ok()) {
                let end = input.value().encode_utf16().count() as u32;
                let _ = input.set_selection_range(end, end);
            }
        }
    });
}

/// The row that was begun in this column and has not the keyboard yet, with what is typed: whoever types faster than the page
/// draws goes on with it.
fn begun(table: Table, column: &'static ColumnSpec) -> Option<(RowId, String)> {
    let (typing, of) = table.typing.get_untracked()?;
    let index = table.columns().iter().position(|one| one == column)?;
    table.sheet.with_untracked(|sheet| {
        let last = sheet.rows.last().filter(|row| row.id == typing && of == column)?;
        Some((typing, last.cells.get(index)?.clone()))
    })
}

/// Makes the cell of the row that is not there yet empty again.
fn empty_new_cell(table: Table, column: &'static ColumnSpec) {
    let field = document().get_element_by_id(&new_cell_id(table.at, column));
    if let Some(input) = field.as_ref().and_then(|field| field.dyn_ref::<HtmlInputElement>()) {
        input.set_value("");
    } else if let Some(select) = field.as_ref().and_then(|field| field.dyn_ref::<HtmlSelectElement>()) {
        select.set_selected_index(0);
    }
}

/// The last row, drawn.
fn draw_last(table: Table) -> Option<RowId> {
    let (id, count) =
        table.sheet.with_untracked(|sheet| (sheet.rows.last().map(|row| row.id), sheet.rows.len()));
    rows::draw(table, count.saturating_sub(1) / rows::BLOCK);
    id
}

/// The row that an event comes from; its inner value is none for the row that is not there yet.
fn row_of(event: &ev::Event) -> Option<Option<RowId>> {
    let row = event.target()?.dyn_into::<Element>().ok()?.closest("tr[data-row]").ok()??;
    Some(row.get_attribute("data-row")?.parse().ok().map(RowId))
}

/// A row was touched: a phone shows it as a form. Whether it was not open before.
pub(super) fn open_row(event: &ev::Event, table: Table) -> bool {
    let row = row_of(event).filter(|row| table.open.get_untracked() != *row);
    if let Some(row) = row {
        table.open.set(row);
    }
    row.is_some()
}

/// Brings a cell into sight, by no more than is needed.
fn scroll_to(cell: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    cell.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Opens the row before another, or the one after it, and leaves the keyboard on the button that did it.
pub(super) fn step(table: Table, from: RowId, by: isize) {
    let target = table.place(from).and_then(|place| place.checked_add_signed(by));
    let Some(target) = target else { return };
    let Some(row) = table.row(target) else {
        focus_input(&new_cell_id(table.at, &table.columns()[0]));
        return;
    };
    rows::draw(table, target / rows::BLOCK);
    table.open.set(Some(row));
    request_animation_frame(move || {
        if !focus(&step_id(table.at, row, by)) {
            focus(&menu_id(table.at, row));
        }
    });
}

/// The keyboard has come to a cell: the one that was typed into may be judged, its row is open, its column unfolded.
pub(super) fn on_focus(event: &ev::Event, table: Table) {
    let spot = spot_of(event, table);
    let is_opened = open_row(event, table);
    let is_unfolded = spot.is_some_and(|(_, column)| folding::unfold(table, &table.columns()[column]));
    if (is_opened || is_unfolded)
        && let Some(cell) = event.target().and_then(|target| target.dyn_into::<Element>().ok())
    {
        // What unfolds stands elsewhere after this turn.
        request_animation_frame(move || scroll_to(&cell));
    }
    let here = spot.and_then(|(row, column)| Some((row?, &table.columns()[column])));
    if table.typing.get_untracked().is_some_and(|typing| Some(typing) != here) {
        table.typing.set(None);
    }
}

/// The keyboard has left a cell; where it does not come to another of the table, the one that was typed into may be judged.
pub(super) fn on_leave(event: &ev::FocusEvent, table: Table) {
    let goes_to = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
    let stays = goes_to.is_some_and(|target| spot_of_id(&target.id(), table).is_some());
    // A table that goes takes the keyboard from its cells when its signals are gone already.
    if !stays && table.typing.try_with_untracked(Option::is_some) == Some(true) {
        table.typing.set(None);
    }
}

/// Adds a row at the end and goes there.
pub(super) fn add_row(table: Table) {
    table.edit(TableEdit::Insert(None));
    let last = draw_last(table);
    // The new row is in the page after this turn.
    request_animation_frame(move || {
        if let Some(id) = last {
            let _ = focus_cell(table.state, table.at.row(id));
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
            let _ = table.row(place + 1).is_some_and(|row| focus_cell(table.state, table.at.row(row)));
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

/// Enter and the arrows move as in a spreadsheet, left and right only from the edge of the text; with Shift they select. Ctrl+D
/// fills down, Ctrl+Enter fills what is selected, Delete empties it.
pub(super) fn on_key(event: &ev::KeyboardEvent, table: Table) {
    let Some((row, column)) = spot_of(event, table) else { return };
    // Some browsers end a composition with an Enter that is none: it has no other mark than this code.
    if event.is_composing() || event.key_code() == 229 || event.alt_key() {
        return;
    }
    let is_command = event.ctrl_key() || event.meta_key();
    if let Some(row) = row
        && on_selection_key(event, table, (row, column), is_command)
    {
        event.prevent_default();
        return;
    }
    if is_command {
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
    let count = table.sheet.with_untracked(|sheet| sheet.rows.len());
    let Some(place) = row.map_or(Some(count), |row| table.place(row)) else { return };
    let target = place.checked_add_signed(down).filter(|target| *target <= count);
    let target_column = column.checked_add_signed(right).filter(|column| *column < table.columns().len());
    let (Some(target), Some(target_column)) = (target, target_column) else {
        return event.prevent_default();
    };
    if let (true, Some(row)) = (event.shift_key() && event.key() != "Enter", row) {
        let (row, column) = range::head(table, (row, column));
        let to = table.place(row).and_then(|place| table.row(place.checked_add_signed(down)?));
        let to_column = column.checked_add_signed(right).filter(|column| *column < table.columns().len());
        if let (Some(to), Some(to_column)) = (to, to_column) {
            event.prevent_default();
            let from = spot_of(event, table).and_then(|(row, column)| Some((row?, column)));
            from.into_iter().for_each(|from| range::extend(table, from, (to, to_column)));
        }
        return;
    }
    event.prevent_default();
    table.selection.set(None);
    match table.row(target) {
        Some(row) => {
            rows::draw(table, target / rows::BLOCK);
            let place = Place { column: Some(&table.columns()[target_column]), ..table.at.row(row) };
            if !focus_cell(table.state, place) {
                request_animation_frame(move || {
                    let _ = focus_cell(table.state, place);
                });
            }
        }
        None if event.key() == "Enter" && row.is_some() && is_filled(table, place) => add_row(table),
        None => {
            focus_input(&new_cell_id(table.at, &table.columns()[target_column]));
        }
    }
}

/// What keys do with the cells that are selected; true where they did something.
fn on_selection_key(event: &ev::KeyboardEvent, table: Table, at: (RowId, usize), is_command: bool) -> bool {
    let selected = range::selected(table);
    match (event.key().as_str(), selected) {
        ("d" | "D", _) if is_command && !event.shift_key() => range::fill_down(table, at),
        ("Enter", Some(range)) if is_command => {
            let text = table.sheet.with_untracked(|sheet| {
                let place = table.place(at.0)?;
                sheet.rows.get(place).map(|row| row.cells[at.1].clone())
            });
            range::fill(table, range, |_, _| text.clone().unwrap_or_default());
        }
        ("Delete" | "Backspace", Some(range)) => range::fill(table, range, |_, _| String::new()),
        ("Escape", Some(_)) => table.selection.set(None),
        _ => return false,
    }
    true
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
