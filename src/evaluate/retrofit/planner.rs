//! Which measures: every set that no other beats by investment, saving and value together.
//!
//! Measures that act on the same row, need each other or exclude each other make a group, of which every set is evaluated on the
//! accounts. Groups add up; a set of one group that another set of it beats is in no best plan, so that joining group by group and
//! dropping what is beaten leaves the exact front.
//!
//! Evaluating many sets takes longer than a page may keep still: a search is asked between any two of them whether it is to go on, and
//! whoever is asked may let others go first.

use std::sync::Arc;

use super::apply::Change;
use super::economy::{Common, Terms, plan_figures};
use super::read::{Measure, read_plan};
use super::subject::{Subject, saving};
use super::tried::evaluate_after;
use crate::evaluate::RetrofitPlan;
use crate::evaluate::problem::Problem;
use crate::ledger::{RetrofitMeasureColumn, Row, RowId, names_in};
use crate::quantity::{Quantity, Unit};

/// So many measures may belong to one group: each doubles the sets that are evaluated.
pub const MOST_IN_GROUP: usize = 10;
/// So many sets may be on the front while groups are joined.
const MOST_SETS: usize = 20_000;

/// A set of measures with what it comes to, groups added up.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureSet {
    /// The rows of the measures.
    pub measures: Vec<RowId>,
    /// What it costs once, subsidies taken off.
    pub investment: Quantity,
    /// What it saves in a year.
    pub saving: Quantity,
    /// Its net present value.
    pub value: Quantity,
}

/// Why no sets are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlannerFault {
    /// More measures act on the same water than sets can be evaluated of.
    TooMany,
    /// A measure lacks its investment, or the price is not known.
    Lacking,
    /// It was not to go on.
    Stopped,
}

impl MeasureSet {
    fn beats(&self, other: &MeasureSet) -> bool {
        self.investment.value <= other.investment.value
            && self.saving.value >= other.saving.value
            && self.value.value >= other.value.value
    }

    fn none(saving: Unit) -> MeasureSet {
        let nothing = |unit: Unit| Quantity::new(0.0, unit);
        let (investment, value) = (nothing(Unit::Yuan), nothing(Unit::Yuan));
        MeasureSet { measures: Vec::new(), investment, saving: nothing(saving), value }
    }

    fn joined(&self, other: &MeasureSet) -> MeasureSet {
        MeasureSet {
            measures: self.measures.iter().chain(&other.measures).copied().collect(),
            investment: sum(self.investment, other.investment),
            saving: sum(self.saving, other.saving),
            value: sum(self.value, other.value),
        }
    }
}

/// Amounts of one unit together; the sets of a plan have theirs in the same.
fn sum(one: Quantity, other: Quantity) -> Quantity {
    Quantity::new(one.value + other.value, one.unit)
}

/// The sets of a plan's measures that no other beats, by investment; those that are left out of the plan are among them. `go_on` is asked
/// before each set that is evaluated.
///
/// # Errors
/// What stands in the way.
pub async fn best_sets(
    sheet: &Row,
    found: &RetrofitPlan,
    go_on: &mut impl AsyncFnMut() -> bool,
) -> Result<Vec<MeasureSet>, PlannerFault> {
    let subject = found.before.clone().ok_or(PlannerFault::Lacking)?;
    let mut read = read_plan(sheet, Some(&subject), &mut Vec::new());
    // What was changed in vain, or cannot be read, is no choice.
    read.measures.retain(|measure| !measure.name.is_empty() && !measure.lacks);
    let unit = subject.taken().ok_or(PlannerFault::Lacking)?.quantity().unit;
    let mut front = vec![MeasureSet::none(unit)];
    for group in groups(&read.measures) {
        let sets = sets_of(&subject, &group, (&read.common, unit), go_on).await?;
        let joined = front.iter().flat_map(|set| sets.iter().map(|other| set.joined(other))).collect();
        front = unbeaten(joined);
        if front.len() > MOST_SETS {
            return Err(PlannerFault::TooMany);
        }
    }
    Ok(front)
}

/// The best of them by value, within a budget where there is one.
pub fn best_within(sets: &[MeasureSet], budget: Option<Quantity>) -> Option<&MeasureSet> {
    let is_within = |set: &&MeasureSet| {
        let most = budget.and_then(|budget| budget.to(set.investment.unit));
        most.is_none_or(|most| set.investment.value <= most.value)
    };
    sets.iter().filter(is_within).max_by(|one, other| one.value.value.total_cmp(&other.value.value))
}

/// The cheapest of them that saves so much.
pub fn cheapest_reaching(sets: &[MeasureSet], goal: Quantity) -> Option<&MeasureSet> {
    let reaches =
        |set: &&MeasureSet| goal.to(set.saving.unit).is_some_and(|goal| set.saving.value >= goal.value);
    sets.iter().filter(reaches).min_by(|one, other| {
        let by_value = other.value.value.total_cmp(&one.value.value);
        one.investment.value.total_cmp(&other.investment.value).then(by_value)
    })
}

/// The measures in groups that do not touch each other.
fn groups<'m, 's>(measures: &'m [Measure<'s>]) -> Vec<Vec<&'m Measure<'s>>> {
    let mut groups: Vec<Vec<&Measure>> = Vec::new();
    for measure in measures {
        let touches = |group: &Vec<&Measure>| group.iter().any(|other| touch(measure, other));
        let (mut touched, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(touches);
        let mut own: Vec<&Measure> = touched.drain(..).flatten().collect();
        own.push(measure);
        groups = rest;
        groups.push(own);
    }
    groups
}

fn touch(one: &Measure<'_>, other: &Measure<'_>) -> bool {
    use RetrofitMeasureColumn as At;
    let rows = |measure: &Measure<'_>| {
        let places = measure.changes.iter().flat_map(Change::places);
        places.map(|place| (place.table, place.row)).collect::<Vec<_>>()
    };
    let own = rows(one);
    let names =
        |measure: &Measure<'_>, name: &str| names_in(&measure.row[At::Needs]).any(|need| need == name);
    let group = one.row[At::Group].trim();
    rows(other).iter().any(|row| own.contains(row))
        || names(one, other.name)
        || names(other, one.name)
        || (!group.is_empty() && group == other.row[At::Group].trim())
}

/// Every set of a group that can be, with what it comes to; those that are beaten are dropped.
async fn sets_of(
    subject: &Arc<dyn Subject>,
    group: &[&Measure<'_>],
    (common, unit): (&Common, Unit),
    go_on: &mut impl AsyncFnMut() -> bool,
) -> Result<Vec<MeasureSet>, PlannerFault> {
    if group.len() > MOST_IN_GROUP {
        return Err(PlannerFault::TooMany);
    }
    let mut sets = Vec::new();
    for bits in 0..1_usize << group.len() {
        let chosen: Vec<&Measure> =
            group.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, one)| *one).collect();
        if !can_be(&chosen) {
            continue;
        }
        if !go_on().await {
            return Err(PlannerFault::Stopped);
        }
        let (whole, said) = evaluate_after(subject, &chosen);
        if said.iter().any(Problem::leaves_out) {
            continue;
        }
        let terms: Vec<&Terms> = chosen.iter().map(|measure| &measure.terms).collect();
        let saved = saving(&**subject, &*whole, false);
        if chosen.is_empty() {
            sets.push(MeasureSet::none(unit));
            continue;
        }
        let saving = saved.as_ref().ok_or(PlannerFault::Lacking)?.quantity();
        let plan = plan_figures(saved, None, &terms, &common.between(&**subject, &*whole));
        let (money, value) = plan.money.zip(plan.value).ok_or(PlannerFault::Lacking)?;
        if value.is_incomplete() || money.own.is_incomplete() {
            return Err(PlannerFault::Lacking);
        }
        let measures = chosen.iter().map(|measure| measure.row.id).collect();
        let (investment, value) = (money.own.quantity(), value.quantity());
        sets.push(MeasureSet { measures, investment, saving, value });
    }
    Ok(unbeaten(sets))
}

/// Whether all that is needed is there, and of each group one at most.
fn can_be(chosen: &[&Measure<'_>]) -> bool {
    use RetrofitMeasureColumn as At;
    chosen.iter().enumerate().all(|(at, measure)| {
        let group = measure.row[At::Group].trim();
        let is_alone =
            group.is_empty() || chosen[..at].iter().all(|other| other.row[At::Group].trim() != group);
        is_alone
            && names_in(&measure.row[At::Needs]).all(|need| chosen.iter().any(|other| other.name == need))
    })
}

/// Those that no other beats, by investment.
fn unbeaten(mut sets: Vec<MeasureSet>) -> Vec<MeasureSet> {
    sets.sort_by(|one, other| {
        let by_saving = other.saving.value.total_cmp(&one.saving.value);
        let by_value = other.value.value.total_cmp(&one.value.value);
        one.investment.value.total_cmp(&other.investment.value).then(by_saving).then(by_value)
    });
    let mut front: Vec<MeasureSet> = Vec::new();
    for set in sets {
        if !front.iter().any(|known| known.beats(&set)) {
            front.push(set);
        }
    }
    front
}
