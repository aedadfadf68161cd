//! A subject after sets of measures, each set evaluated once.

use std::collections::HashMap;
use std::ptr;
use std::sync::Arc;

use super::apply::{Change, sheet_after};
use super::read::Measure;
use super::subject::Subject;
use crate::evaluate::problem::Problem;
use crate::ledger::{ChangeColumn, Column, RowId};
use crate::metric::{Figure, InputQuantity};
use crate::quantity::Quantity;
use crate::water;

/// A subject as it would be, with what is odd about it.
type After = (Arc<dyn Subject>, Vec<Problem>);

/// What was evaluated of a subject so far.
pub(super) struct Tried {
    subject: Arc<dyn Subject>,
    /// By the rows of the measures, in the order in which they act.
    after: HashMap<Vec<RowId>, After>,
    /// Water taken by the measures and by which change of which of them is greater by its doubt.
    shifted: HashMap<(Vec<RowId>, RowId, usize), Option<Figure>>,
}

impl Tried {
    pub(super) fn of(subject: &Arc<dyn Subject>) -> Tried {
        Tried { subject: subject.clone(), after: HashMap::new(), shifted: HashMap::new() }
    }

    /// The subject after measures.
    pub(super) fn after(&mut self, measures: &[&Measure<'_>]) -> After {
        let subject = &self.subject;
        self.after.entry(rows(measures)).or_insert_with(|| evaluate_after(subject, measures)).clone()
    }

    /// What measures save, with what is in doubt of the changes of one of them: each is evaluated so much greater as is in doubt of
    /// it, and what that makes of the saving is the doubt of the saving, as the first order of GUM has it.
    pub(super) fn in_doubt(&mut self, saved: Figure, measures: &[&Measure<'_>], of: &Measure<'_>) -> Figure {
        let uncertain = of.changes.iter().enumerate().filter(|(_, change)| change.u > 0.0);
        let unit = saved.quantity().unit;
        let doubts: Vec<Figure> = uncertain
            .filter_map(|(nth, change)| {
                let (shifted, plain) = (self.shifted(measures, of, nth)?, self.after(measures).0.taken()?);
                let u = (shifted.value() - plain.value()).abs();
                let name = ChangeColumn::Change.spec().heading.words();
                let typed =
                    InputQuantity { id: change.typed_at.input_id(), label: of.name.to_string(), name };
                (u > 0.0).then(|| Figure::typed(Quantity::new(0.0, unit), u, typed))
            })
            .collect();
        if doubts.is_empty() {
            return saved;
        }
        let lacks = saved.is_incomplete();
        let whole = water::total([saved.clone()].into_iter().chain(doubts));
        whole.map_or(saved, |whole| whole.incomplete_if(lacks))
    }

    /// The water taken after measures, one change of one of them greater by what is in doubt of it.
    fn shifted(&mut self, measures: &[&Measure<'_>], of: &Measure<'_>, nth: usize) -> Option<Figure> {
        let subject = &self.subject;
        let taken = self.shifted.entry((rows(measures), of.row.id, nth)).or_insert_with(|| {
            let change = |one: &Measure<'_>, (at, change): (usize, &Change)| {
                if ptr::eq(one, of) && at == nth { change.shifted() } else { change.clone() }
            };
            let changes = measures.iter().flat_map(|one| {
                one.changes.iter().enumerate().map(|numbered| change(one, numbered)).collect::<Vec<_>>()
            });
            let changes: Vec<Change> = changes.collect();
            let (changed, _) = sheet_after(&**subject, &changes.iter().collect::<Vec<_>>());
            subject.again(changed?).taken()
        });
        taken.clone()
    }
}

/// A subject after measures, with what is odd about it.
pub(super) fn evaluate_after(subject: &Arc<dyn Subject>, measures: &[&Measure<'_>]) -> After {
    let changes: Vec<&Change> = measures.iter().flat_map(|measure| &measure.changes).collect();
    let (changed, problems) = sheet_after(&**subject, &changes);
    (changed.map_or_else(|| subject.clone(), |changed| subject.again(changed)), problems)
}

fn rows(measures: &[&Measure<'_>]) -> Vec<RowId> {
    measures.iter().map(|measure| measure.row.id).collect()
}
