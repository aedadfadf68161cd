//! One sweep over the measures. A state is what later measures can tell of earlier ones: the level of each lot that is half
//! done, which groups are taken, which needed measures are done, whether a gate is missed for good. Of sets that come to one
//! state, only those stay that no other beats in cost and score; as nothing later tells them apart, none that is best is lost.

use std::collections::{BTreeMap, BTreeSet};

use super::instance::Instance;
use super::order::{Tie, ties};
use super::plan::PlanFault;
use crate::numeric::in_order;

/// More sets than this at a time are not gone through.
const MOST_SETS: usize = 100_000;

/// A state: whether the gates that are decided are clear, then a value for each open tie.
type State = (bool, Vec<Held>);

/// What is known of an open tie.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Held {
    /// The best level a lot was set to, and the sum of its raises.
    Lot(i64, i64),
    /// A group is taken, a needed measure is done.
    Flag(bool),
}

/// A set of measures.
#[derive(Clone, Copy)]
struct Set {
    cost: i64,
    worth: i128,
    /// Its place among the links; with a measure added, that of the set before.
    link: usize,
    /// The measure that was added in this step.
    added: Option<usize>,
}

/// Sets that share their beginning: the measure added and the link before. The first is the empty set.
type Links = Vec<(usize, usize)>;

/// The sets that no other beats in cost, score and clearing the gates, cheapest first.
pub(super) fn frontier(instance: &Instance, order: &[usize]) -> Result<Vec<Vec<usize>>, PlanFault> {
    let mut links: Links = vec![(usize::MAX, 0)];
    let mut open: Vec<Tie> = Vec::new();
    let mut states: BTreeMap<State, Vec<Set>> = BTreeMap::new();
    let (worth, clear) = untouched(instance);
    states.insert((clear, Vec::new()), vec![Set { cost: 0, worth, link: 0, added: None }]);
    for (step, place) in order.iter().enumerate() {
        let later = Later::of(instance, &order[step + 1..]);
        let mut layout = open.clone();
        layout.extend(ties(instance, *place).into_iter().filter(|tie| !open.contains(tie)));
        let mut next: BTreeMap<State, Vec<Set>> = BTreeMap::new();
        for ((clear, held), sets) in states {
            let mut held = held;
            held.extend(layout[held.len()..].iter().map(|tie| untied(instance, *tie)));
            let taken =
                can_do(instance, *place, &layout, &held).then(|| done(instance, *place, &layout, &held));
            let mut add = |held: Vec<Held>, added: Option<usize>| {
                let (state, gained) = closed(instance, &layout, clear, held, &later);
                let cost = added.map_or(0, |place| instance.measures[place].cost);
                next.entry(state).or_default().extend(sets.iter().map(|set| Set {
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
        open = layout.into_iter().filter(|tie| later.asks_for(tie)).collect();
        states = next;
    }
    Ok(best(states).into_iter().map(|set| chain(&links, set.link)).collect())
}

/// The score of lots that no measure changes, and whether their gates are clear.
fn untouched(instance: &Instance) -> (i128, bool) {
    let all = Later::of(instance, &(0..instance.measures.len()).collect::<Vec<_>>());
    let lots = instance.lots.iter().enumerate().filter(|(place, _)| !all.asks_for(&Tie::Lot(*place)));
    lots.fold((0, true), |(worth, clear), (_, lot)| {
        let level = lot.base.min(lot.cap);
        (worth + lot.weight * i128::from(level), clear && (!lot.gate || level > 0))
    })
}

/// A tie that nothing has touched yet.
fn untied(instance: &Instance, tie: Tie) -> Held {
    match tie {
        Tie::Lot(lot) => Held::Lot(instance.lots[lot].base.min(instance.lots[lot].cap), 0),
        Tie::Group(_) | Tie::Need(_) => Held::Flag(false),
    }
}

fn can_do(instance: &Instance, place: usize, layout: &[Tie], held: &[Held]) -> bool {
    let measure = &instance.measures[place];
    let flag = |tie: Tie| layout.iter().zip(held).any(|(at, held)| *at == tie && *held == Held::Flag(true));
    measure.needs.iter().all(|need| flag(Tie::Need(*need)))
        && !measure.group.is_some_and(|group| flag(Tie::Group(group)))
}

fn done(instance: &Instance, place: usize, layout: &[Tie], held: &[Held]) -> Vec<Held> {
    let measure = &instance.measures[place];
    let of = |effects: &[(usize, i64)], lot: usize| -> Vec<i64> {
        effects.iter().filter(|(at, _)| *at == lot).map(|(_, by)| *by).collect()
    };
    let after = |(tie, held): (&Tie, &Held)| match (*tie, *held) {
        (Tie::Lot(lot), Held::Lot(level, raised)) => Held::Lot(
            of(&measure.levels, lot).into_iter().fold(level, i64::max),
            raised + of(&measure.raises, lot).into_iter().sum::<i64>(),
        ),
        (Tie::Group(group), _) if measure.group == Some(group) => Held::Flag(true),
        (Tie::Need(need), _) if need == place => Held::Flag(true),
        _ => *held,
    };
    layout.iter().zip(held).map(after).collect()
}

/// Lays away what no later measure asks for, and tells what it adds to the score.
fn closed(
    instance: &Instance,
    layout: &[Tie],
    mut clear: bool,
    held: Vec<Held>,
    later: &Later,
) -> (State, i128) {
    let mut left = Vec::with_capacity(held.len());
    let mut gained = 0;
    for (tie, held) in layout.iter().zip(held) {
        match (tie, held) {
            (Tie::Lot(place), Held::Lot(level, raised)) => {
                let lot = &instance.lots[*place];
                let stands = (level + raised).min(lot.cap);
                // What later measures cannot tell apart is one state: a full lot, and a lot that is only raised.
                let plain = stands == lot.cap || !later.sets(*place);
                if later.asks_for(tie) {
                    left.push(if plain { Held::Lot(stands, 0) } else { Held::Lot(level, raised) });
                } else {
                    gained += lot.weight * i128::from(stands);
                    clear &= !lot.gate || stands > 0;
                }
            }
            (_, held) if later.asks_for(tie) => left.push(held),
            _ => {}
        }
    }
    ((clear, left), gained)
}

/// What the measures that are left ask for.
struct Later {
    ties: BTreeSet<Tie>,
    set: BTreeSet<usize>,
}

impl Later {
    fn of(instance: &Instance, left: &[usize]) -> Later {
        let measures = || left.iter().map(|place| &instance.measures[*place]);
        let lots =
            measures().flat_map(|one| one.raises.iter().chain(&one.levels)).map(|(lot, _)| Tie::Lot(*lot));
        let needs = measures().flat_map(|one| &one.needs).map(|need| Tie::Need(*need));
        let groups = measures().filter_map(|one| one.group).map(Tie::Group);
        let set = measures().flat_map(|one| &one.levels).map(|(lot, _)| *lot).collect();
        Later { ties: lots.chain(needs).chain(groups).collect(), set }
    }

    fn asks_for(&self, tie: &Tie) -> bool {
        self.ties.contains(tie)
    }

    /// Whether a later measure sets a lot.
    fn sets(&self, lot: usize) -> bool {
        self.set.contains(&lot)
    }
}

/// Cheapest first, each worth more than all before it; of equals the first, which has the fewest measures.
fn keep_unbeaten(sets: &mut Vec<Set>) {
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

/// The sets of all states at the end: those that miss a gate stay only where they are worth more than any cheaper one.
fn best(states: BTreeMap<State, Vec<Set>>) -> Vec<Set> {
    let all: Vec<(bool, Set)> = states
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
