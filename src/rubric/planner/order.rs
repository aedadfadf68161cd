//! The order in which measures are gone through: what is needed first, then whatever leaves the fewest dependencies open,
//! because the search keeps a state for each combination of those.

use std::collections::BTreeSet;

use super::instance::Instance;
use super::plan::PlanFault;

/// What couples measures: how far one has come depends on another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dependency {
    /// A target that several change.
    Target(usize),
    /// A group of which one can be done.
    Group(usize),
    /// A measure that others need.
    Need(usize),
}

/// A set, filled one by one: collecting would sort first, by a sort that is compiled anew for each type.
pub(super) fn set_of<T: Ord>(all: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    all.for_each(|one| {
        set.insert(one);
    });
    set
}

/// Everything that couples a measure to others.
pub(super) fn dependencies(instance: &Instance, place: usize) -> BTreeSet<Dependency> {
    let measure = &instance.measures[place];
    let targets = measure.raises.iter().chain(&measure.levels).map(|(target, _)| Dependency::Target(*target));
    let joint =
        instance.targets.iter().enumerate().filter(|(_, target)| target.joint.measures.contains(&place));
    let targets = targets.chain(joint.map(|(target, _)| Dependency::Target(target)));
    let needs = measure.needs.iter().chain([&place]).map(|need| Dependency::Need(*need));
    set_of(targets.chain(measure.group.map(Dependency::Group)).chain(needs))
}

/// Each next measure is the one that leaves the fewest dependencies open, the first of equals.
pub(super) fn of(instance: &Instance) -> Result<Vec<usize>, PlanFault> {
    let count = instance.measures.len();
    let absent = |place: &usize| instance.measures[*place].needs.iter().any(|need| *need >= count);
    if let Some(measure) = (0..count).find(absent) {
        return Err(PlanFault::BadNeed { measure });
    }
    let all: Vec<BTreeSet<Dependency>> = (0..count).map(|place| dependencies(instance, place)).collect();
    let mut left = set_of(0..count);
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

/// How many dependencies would be open once this measure is done: held by one that is done and one that is left.
fn opened(all: &[BTreeSet<Dependency>], done: &[usize], left: &BTreeSet<usize>, next: usize) -> usize {
    let of = |place: &usize| all[*place].iter().copied();
    let held = set_of(done.iter().chain([&next]).flat_map(of));
    let awaited = set_of(left.iter().filter(|place| **place != next).flat_map(of));
    held.intersection(&awaited).count()
}
