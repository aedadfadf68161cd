//! What each measure of a plan saves in another order than the plan's: by itself, and where all others are there already.
//!
//! Every other order is evaluated anew, so that it is asked for only where it is shown.

use super::read::{Measure, hold_to_needs, read_plan};
use super::results::RetrofitPlan;
use super::subject::saving;
use super::tried::Tried;
use crate::evaluate::problem::Problem;
use crate::ledger::Row;
use crate::metric::{Figure, ResultSpec as Spec, Results, RowResults};
use crate::quantity::Unit;
use crate::text::Key;

/// What a measure saves in other orders.
#[derive(Clone, Debug, PartialEq)]
pub struct SavingByOrder {
    /// The mark of its row.
    key: u32,
    /// What it saves by itself.
    pub alone: Option<Figure>,
    /// What it saves where all others of the plan are there already; nothing of one that is left out.
    pub at_last: Option<Figure>,
}

/// Of each measure of a plan, in the order of the table; nothing where the plan is about no sheet that is there.
pub fn savings_by_order(sheet: &Row, found: &RetrofitPlan) -> Vec<SavingByOrder> {
    let Some((subject, whole)) = found.before.as_ref().zip(found.after.as_ref()) else { return Vec::new() };
    let mut measures = read_plan(sheet, Some(subject), &mut Vec::new()).measures;
    hold_to_needs(sheet, &mut measures, &mut Vec::new());
    let chosen: Vec<&Measure> = measures.iter().filter(|measure| measure.is_in_plan).collect();
    let mut tried = Tried::of(subject);
    let of_measure = |measure: &Measure<'_>| {
        let (by_itself, said) = tried.after(&[measure]);
        let lacks = measure.lacks || said.iter().any(Problem::leaves_out);
        let alone = saving(&**subject, &*by_itself, lacks);
        let alone = alone.map(|saved| tried.in_doubt(saved, &[measure], measure));
        let at_last = measure.is_in_plan.then(|| {
            let others: Vec<&Measure> =
                chosen.iter().copied().filter(|other| other.row.id != measure.row.id).collect();
            saving(&*tried.after(&others).0, &**whole, found.lacks)
        });
        SavingByOrder { key: measure.row.id.0, alone, at_last: at_last.flatten() }
    };
    measures.iter().map(of_measure).collect()
}

impl Results for SavingByOrder {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::beside("saving_alone", Key::ColumnSavingAlone, Unit::CubicMetre, |one| {
            one.alone.as_ref()
        })),
        Spec::apart(Spec::beside("saving_last", Key::ColumnSavingLast, Unit::CubicMetre, |one| {
            one.at_last.as_ref()
        })),
    ];
}

impl RowResults for SavingByOrder {
    fn key(&self) -> u32 {
        self.key
    }
}
