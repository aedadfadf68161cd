//! What the rows on the page show, each in a signal of its own.

use leptos::prelude::*;

use super::{Computed, Problems};
use crate::ledger::{Problem, RowId, TypedRow};
use crate::metric::Figure;

/// A row on the page: all it shows, in a signal of its own, so that a change of one row wakes that row only.
pub(super) struct LiveRow<R: 'static> {
    pub(super) id: RowId,
    pub(super) shown: ArcRwSignal<Shown<R>>,
}

impl<R> Clone for LiveRow<R> {
    fn clone(&self) -> Self {
        LiveRow { id: self.id, shown: self.shown.clone() }
    }
}

/// What a row shows.
#[derive(PartialEq)]
pub(super) struct Shown<R> {
    pub(super) place: usize,
    pub(super) row: R,
    pub(super) problems: Vec<(usize, Problem)>,
    pub(super) figures: Vec<Option<Figure>>,
}

/// The rows as they are now, each in the signal it had before; a signal is touched only if its row changed.
pub(super) fn bring_up_to_date<R>(
    before: Vec<LiveRow<R>>,
    rows: &[R],
    problems: &Problems,
    computed: &[Computed],
) -> Vec<LiveRow<R>>
where
    R: TypedRow + Clone + PartialEq + Send + Sync + 'static,
{
    let known = |place: usize, id: RowId| {
        // Most often a row stands where it stood.
        let still = before.get(place).filter(|row| row.id == id);
        still.or_else(|| before.iter().find(|row| row.id == id))
    };
    let live = |(place, row): (usize, &R)| {
        let figures = computed.iter().map(|column| column.figure.run(place)).collect();
        let problems = problems.get(place).cloned().unwrap_or_default();
        let now = Shown { place, row: row.clone(), problems, figures };
        match known(place, row.id()) {
            Some(live) => {
                if live.shown.with_untracked(|shown| *shown != now) {
                    live.shown.set(now);
                }
                live.clone()
            }
            None => LiveRow { id: row.id(), shown: ArcRwSignal::new(now) },
        }
    };
    rows.iter().enumerate().map(live).collect()
}
