//! Which row of a sheet's table its tabs are about, such as a district or a reservoir: that of the address, and the list to choose it from.

use std::sync::Arc;

use leptos::prelude::*;

use super::sheet_view::{SheetResults, SheetView};
use super::workbook::Sheets;
use crate::state::State;
use water_ledger::ledger::{Row, RowId, TableSpec};
use water_ledger::text::Key;

/// The row of the address; where it names none that is there, the one shown before, else the first.
pub fn selected_row<R: SheetResults>(
    state: State,
    sheets: &'static Sheets,
    sheet: SheetView<R>,
    table: &'static TableSpec,
) -> Memo<Option<RowId>> {
    Memo::new(move |before: Option<&Option<RowId>>| {
        let wanted = sheets.at(state).row;
        let chosen = |sheet: &Row| {
            let there = |id: &RowId| sheet.row(table, *id).is_some();
            let shown = wanted.filter(there).or(before.copied().flatten().filter(there));
            shown.or_else(|| sheet.rows(table).first().map(|row| row.id))
        };
        sheet.typed(chosen).flatten()
    })
}

/// The choice of a row, called by what is asked; `id` is that of the list, `go` shows the row that is chosen.
pub fn row_choice<R: SheetResults>(
    state: State,
    sheet: SheetView<R>,
    table: &'static TableSpec,
    (id, asked): (&'static str, Key),
    shown: Memo<Option<RowId>>,
    go: impl Fn(RowId) + 'static,
) -> AnyView {
    let names = Memo::new(move |_| sheet.typed(|sheet| row_names(sheet.rows(table))).unwrap_or_default());
    let choose = move |event| {
        if let Ok(id) = event_target_value(&event).parse() {
            go(RowId(id));
        }
    };
    let option = move |(id, name): (RowId, String)| {
        view! { <option value=id.0.to_string() prop:selected=move || shown.get() == Some(id)>{name}</option> }
    };
    view! {
        <label class="entry-field">
            <span>{state.say(asked)}</span>
            " "
            <select id=id on:change=choose>
                {move || names.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// Rows with what a person would call them, their places where they have no names.
pub fn row_names(rows: &[Arc<Row>]) -> Vec<(RowId, String)> {
    let name = |(place, row): (usize, &Arc<Row>)| match row.cell(0).trim() {
        "" => (row.id, format!("#{}", place + 1)),
        name => (row.id, name.to_string()),
    };
    rows.iter().enumerate().map(name).collect()
}
