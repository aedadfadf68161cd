//! Dynamic programming over the measures in their order: each is taken or not.
//!
//! A state holds all that later measures depend on: the level of each target that they still change, which groups are taken,
//! which needed measures are done, whether something that must hold is missed for good. Among the sets of measures that lead to
//! one state only those are kept that no other beats in cost and score. Nothing later can tell them apart, so no best set is
//! lost.

use std::collections::{BTreeMap, BTreeSet};

use super::instance::{Instance, Target};
use super::order::{Dependency, dependencies, set_of};
use super::plan::PlanFault;
use crate::numeric::in_order;

/// More sets than this at a time are not gone through.
const MOST_SETS: usize = 100_000;

/// A state: whether what must hold does, as far as it is decided, then a value for each open dependency.
type State = (bool, Vec<DependencyState>);

/// What is known of an open dependency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum DependencyState {
    /// The best level a target was set to, the sum of its raises, and which are done of the measures that change it together.
    Target(i64, i64, usize),
    /// A group is taken, a needed measure is done.
    Flag(bool),
}

/// A set of measures.
#[derive(Clone, Copy)]
struct Candidate {
    cost: i64,
    worth: i128,
    /// Its place among the links; with a measure added, that of the set before.
    link: usize,
    /// The measure that was added in this step.
    added: Option<usize>,
}

/// Sets that share their beginning: the measure added and the link before. The first is the empty set.
type Links = Vec<(usize, usize)>;

/// The sets that no other beats in cost, score and holding what must hold, cheapest first.
pub(super) fn frontier(instance: &Instance, order: &[usize]) -> Result<Vec<Vec<usize>>, PlanFault> {
    let mut links: Links = vec![(usize::MAX, 0)];
    let mut open: Vec<Dependency> = Vec::new();
    let mut states: BTreeMap<State, Vec<Candidate>> = BTreeMap::new();
    let (worth, clear) = untouched(instance);
    states.insert((clear, Vec::new()), vec![Candidate { cost: 0, worth, link: 0, added: None }]);
    for (step, place) in order.iter().enumerate() {
        let later = Later::of(instance, &order[step + 1..]);
        let mut layout = open.clone();
        layout.extend(
            dependencies(instance, *place).into_iter().filter(|dependency| !open.contains(dependency)),
        );
        let mut next: BTreeMap<State, Vec<Candidate>> = BTreeMap::new();
        for ((clear, held), sets) in states {
            let mut held = held;
            held.extend(
                layout[held.len()..].iter().map(|dependency| untouched_dependency(instance, *dependency)),
            );
            let taken =
                can_do(instance, *place, &layout, &held).then(|| done(instance, *place, &layout, &held));
            let mut add = |held: Vec<DependencyState>, added: Option<usize>| {
                let (state, gained) = closed(instance, &layout, clear, held, &later);
                let cost = added.map_or(0, |place| instance.measures[place].cost);
                next.entry(state).or_default().extend(sets.iter().map(|set| Candidate {
                    cost: set.cost + cost,
                    worth: set.worth + gained,
                    link: set.link,
                    added,
                }));
            };
            add(held, None);
            if let Some(held) = taken {
                add(held, Some(*place));
            }
        }
        next.values_mut().for_each(keep_unbeaten);
        if next.values().map(Vec::len).sum::<usize>() > MOST_SETS {
            return Err(PlanFault::TooEntangled);
        }
        for set in next.values_mut().flatten() {
            if let Some(place) = set.added.take() {
                links.push((place, set.link));
                set.link = links.len() - 1;
            }
        }
        open = layout.into_iter().filter(|dependency| later.asks_for(dependency)).collect();
        states = next;
    }
    Ok(best(states).into_iter().map(|set| chain(&links, set.link)).collect())
}

/// The score of targets that no measure changes, and whether those hold that must.
fn untouched(instance: &Instance) -> (i128, bool) {
    let all = Later::of(instance, &(0..instance.measures.len()).collect::<Vec<_>>());
    let targets =
        instance.targets.iter().enumerate().filter(|(place, _)| !all.asks_for(&Dependency::Target(*place)));
    targets.fold((0, true), |(worth, clear), (_, target)| {
        let level = target.base.min(target.cap);
        (worth + target.weight * i128::from(level), clear && (!target.must_hold || level > 0))
    })
}

/// A dependency that nothing has touched yet.
fn untouched_dependency(instance: &Instance, dependency: Dependency) -> DependencyState {
    match dependency {
        Dependency::Target(target) => {
            DependencyState::Target(instance.targets[target].base.min(instance.targets[target].cap), 0, 0)
        }
        Dependency::Group(_) | Dependency::Need(_) => DependencyState::Flag(false),
    }
}

fn can_do(instance: &Instance, place: usize, layout: &[Dependency], held: &[DependencyState]) -> bool {
    let measure = &instance.measures[place];
    let flag = |dependency: Dependency| {
        layout.iter().zip(held).any(|(at, held)| *at == dependency && *held == DependencyState::Flag(true))
    };
    measure.needs.iter().all(|need| flag(Dependency::Need(*need)))
        && !measure.group.is_some_and(|group| flag(Dependency::Group(group)))
}

fn done(
    instance: &Instance,
    place: usize,
    layout: &[Dependency],
    held: &[DependencyState],
) -> Vec<DependencyState> {
    let measure = &instance.measures[place];
    let of = |effects: &[(usize, i64)], target: usize| -> Vec<i64> {
        effects.iter().filter(|(at, _)| *at == target).map(|(_, by)| *by).collect()
    };
    let after = |(dependency, held): (&Dependency, &DependencyState)| match (*dependency, *held) {
        (Dependency::Target(target), DependencyState::Target(level, raised, set)) => DependencyState::Target(
            of(&measure.levels, target).into_iter().fold(level, i64::max),
            raised + of(&measure.raises, target).into_iter().sum::<i64>(),
            set | instance.targets[target].joint.digit(place),
        ),
        (Dependency::Group(group), _) if measure.group == Some(group) => DependencyState::Flag(true),
        (Dependency::Need(need), _) if need == place => DependencyState::Flag(true),
        _ => *held,
    };
    layout.iter().zip(held).map(after).collect()
}

/// The state without what no later measure depends on, and what that adds to the score.
fn closed(
    instance: &Instance,
    layout: &[Dependency],
    mut clear: bool,
    held: Vec<DependencyState>,
    later: &Later,
) -> (State, i128) {
    let mut left = Vec::with_capacity(held.len());
    let mut gained = 0;
    for (dependency, held) in layout.iter().zip(held) {
        match (dependency, held) {
            (Dependency::Target(place), DependencyState::Target(level, raised, set)) => {
                let target = &instance.targets[*place];
                let stands = (level.max(target.with(set)) + raised).min(target.cap);
                // What later measures cannot tell apart is one state: a full target, and a target that is only raised. What
                // they change together with those done may still be told apart.
                let plain = !later.joins(target) && (stands == target.cap || !later.sets(*place));
                if later.asks_for(dependency) {
                    // Where measures together lowered it, it does not stand again as without them.
                    let set_kept = if target.with(0) > stands { set } else { 0 };
                    left.push(if plain {
                        DependencyState::Target(stands, 0, set_kept)
                    } else {
                        DependencyState::Target(level, raised, set)
                    });
                } else {
                    gained += target.weight * i128::from(stands);
                    clear &= !target.must_hold || stands > 0;
                }
            }
            (_, held) if later.asks_for(dependency) => left.push(held),
            _ => {}
        }
    }
    ((clear, left), gained)
}

/// What the measures that are left ask for.
struct Later {
    measures: BTreeSet<usize>,
    dependencies: BTreeSet<Dependency>,
    set: BTreeSet<usize>,
}

impl Later {
    fn of(instance: &Instance, left: &[usize]) -> Later {
        let measures = || left.iter().map(|place| &instance.measures[*place]);
        let targets = measures()
            .flat_map(|one| one.raises.iter().chain(&one.levels))
            .map(|(target, _)| Dependency::Target(*target));
        let needs = measures().flat_map(|one| &one.needs).map(|need| Dependency::Need(*need));
        let groups = measures().filter_map(|one| one.group).map(Dependency::Group);
        let set = set_of(measures().flat_map(|one| &one.levels).map(|(target, _)| *target));
        let measures = set_of(left.iter().copied());
        let is_joint = |target: &Target| target.joint.measures.iter().any(|one| measures.contains(one));
        let joint = instance.targets.iter().enumerate().filter(|(_, target)| is_joint(target));
        let joint = joint.map(|(target, _)| Dependency::Target(target));
        Later { dependencies: set_of(targets.chain(needs).chain(groups).chain(joint)), set, measures }
    }

    fn asks_for(&self, dependency: &Dependency) -> bool {
        self.dependencies.contains(dependency)
    }

    /// Whether a later measure changes a target together with others.
    fn joins(&self, target: &Target) -> bool {
        target.joint.measures.iter().any(|one| self.measures.contains(one))
    }

    /// Whether a later measure sets a target.
    fn sets(&self, target: usize) -> bool {
        self.set.contains(&target)
    }
}

/// Cheapest first, each worth more than all before it; of equals the first, which has the fewest measures.
fn keep_unbeaten(sets: &mut Vec<Candidate>) {
    sets.sort_by(|a, b| a.cost.cmp(&b.cost).then(b.worth.cmp(&a.worth)));
    let mut most = None;
    sets.retain(|set| {
        let better = most.is_none_or(|most| set.worth > most);
        if better {
            most = Some(set.worth);
        }
        better
    });
}

/// The sets of all states at the end: those that miss what must hold stay only where they are worth more than any cheaper one.
fn best(states: BTreeMap<State, Vec<Candidate>>) -> Vec<Candidate> {
    let all: Vec<(bool, Candidate)> = states
        .into_iter()
        .flat_map(|((clear, _), sets)| sets.into_iter().map(move |set| (clear, set)))
        .collect();
    let mut all = in_order(all, |(a_clear, a), (b_clear, b)| {
        a.cost.cmp(&b.cost).then(b.worth.cmp(&a.worth)).then(b_clear.cmp(a_clear))
    });
    let (mut most, mut most_clear) = (None, None);
    all.retain(|(clear, set)| {
        let above = |most: Option<i128>| most.is_none_or(|most| set.worth > most);
        let stays = if *clear { above(most_clear) } else { above(most) };
        if stays {
            most = most.max(Some(set.worth));
            if *clear {
                most_clear = most_clear.max(Some(set.worth));
            }
        }
        stays
    });
    all.into_iter().map(|(_, set)| set).collect()
}

fn chain(links: &Links, mut link: usize) -> Vec<usize> {
    let mut set = Vec::new();
    while link != 0 {
        let (measure, before) = links[link];
        set.push(measure);
        link = before;
    }
    set
}
