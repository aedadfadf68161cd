//! The order in which measures are gone through: what is needed first, and as few lots, groups and needs half done as possible.

use std::collections::BTreeSet;

use super::instance::Instance;
use super::plan::PlanFault;

/// What ties measures together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// A lot that several change.
    Lot(usize),
    /// A group of which one can be done.
    Group(usize),
    /// A measure that others need.
    Need(usize),
}

/// What ties a measure to others.
pub(super) fn ties(instance: &Instance, place: usize) -> BTreeSet<Tie> {
    let measure = &instance.measures[place];
    let lots = measure.raises.iter().chain(&measure.levels).map(|(lot, _)| Tie::Lot(*lot));
    let needs = measure.needs.iter().chain([&place]).map(|need| Tie::Need(*need));
    lots.chain(measure.group.map(Tie::Group)).chain(needs).collect()
}

/// Each next measure is the one that leaves the fewest ties open, the first of equals.
pub(super) fn of(instance: &Instance) -> Result<Vec<usize>, PlanFault> {
    let count = instance.measures.len();
    let absent = |place: &usize| instance.measures[*place].needs.iter().any(|need| *need >= count);
    if let Some(measure) = (0..count).find(absent) {
        return Err(PlanFault::BadNeed { measure });
    }
    let all: Vec<BTreeSet<Tie>> = (0..count).map(|place| ties(instance, place)).collect();
    let mut left: BTreeSet<usize> = (0..count).collect();
    let mut order = Vec::with_capacity(count);
    while let Some(first) = left.first().copied() {
        let ready = |place: &&usize| instance.measures[**place].needs.iter().all(|need| !left.contains(need));
        let next = left.iter().filter(ready).min_by_key(|place| opened(&all, &order, &left, **place));
        // Nothing is ready where measures need each other in a circle.
        let next = *next.ok_or(PlanFault::BadNeed { measure: first })?;
        left.remove(&next);
        order.push(next);
    }
    Ok(order)
}

/// How many ties would be open once this measure is done: held by one that is done and one that is left.
fn opened(all: &[BTreeSet<Tie>], done: &[usize], left: &BTreeSet<usize>, next: usize) -> usize {
    let held: BTreeSet<&Tie> = done.iter().chain([&next]).flat_map(|place| &all[*place]).collect();
    let awaited: BTreeSet<&Tie> =
        left.iter().filter(|place| **place != next).flat_map(|place| &all[*place]).collect();
    held.intersection(&awaited).count()
}
