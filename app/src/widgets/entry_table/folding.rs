//! Columns in which nothing stands are folded where a table has many, so that its results stay in sight.

use leptos::prelude::*;

use super::Table;
use water_ledger::ledger::ColumnSpec;
use water_ledger::show::TableView;
use water_ledger::text::{Key, Message};

/// With more columns than these the empty ones are folded.
const MANY: usize = 8;

/// The columns that may be folded: nothing stands in them, nothing is said of them, and the table has many.
pub(super) fn empty_columns(sheet: &TableView) -> Vec<&'static ColumnSpec> {
    let columns = sheet.table.spec.shown();
    let has_text = |index: usize| sheet.rows.iter().any(|row| !row.cells[index].trim().is_empty());
    let is_told = |column: &ColumnSpec| {
        sheet.rows.iter().any(|row| {
            row.hints.iter().any(|(at, _)| *at == column) || row.problems.iter().any(|(at, _)| *at == column)
        })
    };
    if columns.len() + sheet.computed.len() <= MANY || !(0..columns.len()).any(has_text) {
        return Vec::new();
    }
    let columns = columns.iter().enumerate().skip(1);
    columns
        .filter(|(index, column)| !has_text(*index) && !is_told(column))
        .map(|(_, column)| column)
        .collect()
}

/// A column in which something stands is folded no more, however it came there.
pub(super) fn unfold_what_is_filled(table: Table) {
    Effect::new(move |_| {
        if table.folded.with(Vec::is_empty) {
            return;
        }
        let empty = table.sheet.with(empty_columns);
        if table.folded.with_untracked(|folded| folded.iter().any(|column| !empty.contains(column))) {
            table.folded.update(|folded| folded.retain(|column| empty.contains(column)));
        }
    });
}

/// Whether a column is folded.
pub(super) fn is_folded(table: Table, column: &'static ColumnSpec) -> bool {
    table.folded.with(|folded| folded.contains(&column))
}

/// Unfolds a column that someone goes to; whether it was folded.
pub(super) fn unfold(table: Table, column: &'static ColumnSpec) -> bool {
    let was_folded = table.folded.with_untracked(|folded| folded.contains(&column));
    if was_folded {
        table.folded.update(|folded| folded.retain(|one| *one != column));
    }
    was_folded
}

/// The button that unfolds all columns and folds the empty ones again.
pub(super) fn button(table: Table) -> AnyView {
    let state = table.state;
    let folded = Memo::new(move |_| table.folded.with(Vec::len));
    let may_fold = Memo::new(move |_| table.sheet.with(|sheet| !empty_columns(sheet).is_empty()));
    let act = move |_| match folded.get_untracked() {
        0 => table.folded.set(table.sheet.with_untracked(empty_columns)),
        _ => table.folded.set(Vec::new()),
    };
    let name = move || match folded.get() {
        0 => state.say(Key::ColumnsFold).to_string(),
        count => state.tell(&Message::new(Key::ColumnsUnfold).with("count", count.to_string())),
    };
    let button = move || {
        let is_of_use = may_fold.get() || folded.get() > 0;
        is_of_use.then(|| view! { <button class="plain columns" on:click=act>{name}</button> })
    };
    button.into_any()
}
