//! What the rows on the page show, each in a signal of its own.

use std::sync::Arc;

use leptos::prelude::*;

use water_ledger::ledger::RowId;
use water_ledger::show::TableViewRow;

/// A row on the page: all it shows, in a signal of its own, so that a change of one row wakes that row only.
#[derive(Clone)]
pub(super) struct LiveRow {
    pub(super) id: RowId,
    pub(super) shown: ArcRwSignal<Shown>,
}

/// What a row shows.
#[derive(PartialEq)]
pub(super) struct Shown {
    pub(super) place: usize,
    pub(super) row: Arc<TableViewRow>,
}

/// The rows as they are now, each in the signal it had before; a signal is touched only if its row changed.
pub(super) fn bring_up_to_date(before: Vec<LiveRow>, rows: &[Arc<TableViewRow>]) -> Vec<LiveRow> {
    let known = |place: usize, id: RowId| {
        // Most often a row stands where it stood.
        let still = before.get(place).filter(|row| row.id == id);
        still.or_else(|| before.iter().find(|row| row.id == id))
    };
    let live = |(place, row): (usize, &Arc<TableViewRow>)| match known(place, row.id) {
        Some(live) => {
            let is_shown =
                |shown: &Shown| shown.place == place && (Arc::ptr_eq(&shown.row, row) || shown.row == *row);
            if !live.shown.with_untracked(is_shown) {
                live.shown.set(Shown { place, row: row.clone() });
            }
            live.clone()
        }
        None => LiveRow { id: row.id, shown: ArcRwSignal::new(Shown { place, row: row.clone() }) },
    };
    rows.iter().enumerate().map(live).collect()
}
