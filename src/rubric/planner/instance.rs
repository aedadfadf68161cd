//! Rubric, answers and measures as whole numbers to search through.

use super::plan::{Change, JointEffect, MOST_JOINT, Measure, PlanFault};
use crate::rubric::rule::level;
use crate::rubric::{Given, Item, ItemScore, ItemStanding, Mode, Points, Rubric, Score, Standing};

/// More money than any plan needs; keeps sums of fen within range.
const MOST_YUAN: f64 = 1e12;

/// The whole search in whole numbers: points are thousandths, money is fen.
pub(super) struct Instance {
    pub targets: Vec<Target>,
    pub measures: Vec<PlannedMeasure>,
}

/// An item or a prerequisite.
pub(super) struct Target {
    /// Where it stands now.
    pub base: i64,
    /// The most.
    pub cap: i64,
    /// What a thousandth of a point of it is worth in the score.
    pub weight: i128,
    /// Whether it must not be zero.
    pub must_hold: bool,
    /// What several measures make of it together.
    pub joint: Joint,
}

/// What measures make of a target together.
#[derive(Default)]
pub(super) struct Joint {
    /// The measures.
    pub measures: Vec<usize>,
    /// Where the target stands with each set of them.
    pub levels: Vec<i64>,
}

impl Joint {
    /// The binary digit of a measure in the place of a set; zero of one that takes no part.
    pub fn digit(&self, measure: usize) -> usize {
        self.measures.iter().position(|one| *one == measure).map_or(0, |place| 1 << place)
    }
}

/// A measure.
#[derive(Default)]
pub(super) struct PlannedMeasure {
    pub cost: i64,
    /// Targets that are raised, and by how much.
    pub raises: Vec<(usize, i64)>,
    /// Targets that are set, and to what.
    pub levels: Vec<(usize, i64)>,
    pub group: Option<usize>,
    pub needs: Vec<usize>,
}

/// What turns targets back into a score.
pub(super) struct Weights {
    /// Whether each target is a bonus; `None` of what is no points.
    pub bonus: Vec<Option<bool>>,
    /// The pass line.
    pub line: Points,
}

impl Instance {
    /// Where every target stands after a set of measures.
    pub fn levels(&self, set: &[usize]) -> Vec<i64> {
        let level = |(place, target): (usize, &Target)| {
            let of = |effects: &[(usize, i64)]| {
                effects.iter().filter(|(at, _)| *at == place).map(|(_, by)| *by).collect::<Vec<i64>>()
            };
            let chosen = || set.iter().map(|at| &self.measures[*at]);
            let best = chosen().flat_map(|one| of(&one.levels)).fold(target.base, i64::max);
            let best = best.max(target.with(set.iter().map(|at| target.joint.digit(*at)).sum()));
            (best + chosen().flat_map(|one| of(&one.raises)).sum::<i64>()).min(target.cap)
        };
        self.targets.iter().enumerate().map(level).collect()
    }

    /// Whether nothing is missed that must hold.
    pub fn clears(&self, levels: &[i64]) -> bool {
        self.targets.iter().zip(levels).all(|(target, level)| !target.must_hold || *level > 0)
    }
}

impl Target {
    /// Where it stands with a set of the measures that change it together.
    pub fn with(&self, set: usize) -> i64 {
        self.joint.levels.get(set).copied().unwrap_or(self.base)
    }
}

pub(super) fn of(
    rubric: &Rubric,
    now: &Score,
    measures: &[Measure],
    joint: &[JointEffect],
) -> Result<(Instance, Weights), PlanFault> {
    let mut names: Vec<(String, Option<&Item>)> = Vec::new();
    let mut targets = Vec::new();
    let mut bonus = Vec::new();
    let worth = weights(rubric, now);
    for section in &now.sections {
        for item in &section.items {
            names.push((item.id.clone(), rubric.item(&item.id)));
            targets.push(of_item(rubric, item, worth[usize::from(section.bonus)]));
            bonus.push((rubric.mode == Mode::Points).then_some(section.bonus));
        }
    }
    for one in &now.prerequisites {
        names.push((one.id.clone(), None));
        let met = one.standing != Some(Standing::Missed);
        let joint = Joint::default();
        targets.push(Target { base: i64::from(met), cap: 1, weight: 0, must_hold: true, joint });
        bonus.push(None);
    }
    let mut groups: Vec<&str> = Vec::new();
    let mut planned = Vec::new();
    for (place, measure) in measures.iter().enumerate() {
        let mut one = PlannedMeasure {
            cost: fen(place, measure)?,
            needs: measure.needs.clone(),
            ..PlannedMeasure::default()
        };
        for effect in &measure.effects {
            let unknown = || PlanFault::UnknownItem { measure: place, id: effect.id.clone() };
            let bad = || PlanFault::BadChange { measure: place, id: effect.id.clone() };
            // Items and prerequisites have names of their own.
            let is_item = effect.change != Change::Meet;
            let named = |(id, item): &(String, Option<&Item>)| *id == effect.id && item.is_some() == is_item;
            let target = names.iter().position(named).ok_or_else(unknown)?;
            match (&effect.change, names[target].1) {
                (Change::Raise(points), Some(_)) if *points >= Points::ZERO => {
                    one.raises.push((target, points.grains()));
                }
                (Change::Answer(given), Some(item)) => {
                    let level = level(rubric, item, given).ok_or_else(bad)?;
                    one.levels.push((target, level.grains().min(targets[target].cap)));
                }
                (Change::Meet, None) => one.levels.push((target, 1)),
                _ => return Err(bad()),
            }
        }
        one.group = measure.group.as_deref().map(|name| {
            groups.iter().position(|known| *known == name).unwrap_or_else(|| {
                groups.push(name);
                groups.len() - 1
            })
        });
        planned.push(one);
    }
    for effect in joint {
        if effect.measures.len() > MOST_JOINT {
            return Err(PlanFault::TooEntangled);
        }
        let is_meant = |(id, item): &(String, Option<&Item>)| *id == effect.id && item.is_some();
        let Some(place) = names.iter().position(is_meant) else { continue };
        let (target, item) = (&mut targets[place], names[place].1);
        let level = |given: &Option<Given>| {
            item.zip(given.as_ref()).and_then(|(item, given)| level(rubric, item, given))
        };
        let of_set = |given: &Option<Given>| level(given).map_or(target.base, Points::grains).min(target.cap);
        let levels = effect.answers.iter().map(of_set);
        target.joint = Joint { levels: levels.collect(), measures: effect.measures.clone() };
        // Where it stands now it stands with none of them; with others it may stand lower.
        target.base = 0;
    }
    let line = rubric.pass.min_score.unwrap_or(Points::ZERO);
    Ok((Instance { targets, measures: planned }, Weights { bonus, line }))
}

/// What a thousandth of a point is worth, of an ordinary item and of a bonus. Where the score is scaled, both are multiplied
/// with the scale's denominator, so that they stay whole numbers.
fn weights(rubric: &Rubric, now: &Score) -> [i128; 2] {
    if now.is_scaled(rubric) && now.applicable > Points::ZERO {
        [i128::from(rubric.total.grains()), i128::from(now.applicable.grains())]
    } else {
        [1, 1]
    }
}

fn of_item(rubric: &Rubric, item: &ItemScore, weight: i128) -> Target {
    let left_out = item.standing == ItemStanding::LeftOut;
    let joint = Joint::default();
    match rubric.mode {
        // What is left out can neither be raised nor missed.
        _ if left_out => Target { base: 0, cap: 0, weight: 0, must_hold: false, joint },
        Mode::PassFail => {
            Target { base: item.level(rubric.mode).grains(), cap: 1, weight: 0, must_hold: true, joint }
        }
        Mode::Points => {
            let star = rubric.star_rule.is_some() && rubric.item(&item.id).is_some_and(|one| one.star);
            let (base, cap) = (item.level(rubric.mode).grains(), item.max.grains());
            Target { base, cap, weight, must_hold: star, joint }
        }
    }
}

fn fen(place: usize, measure: &Measure) -> Result<i64, PlanFault> {
    let sound = |number: f64| (0.0..=MOST_YUAN).contains(&number);
    match [measure.cost, measure.months].into_iter().all(sound) {
        true => Ok((measure.cost * 100.0).round() as i64),
        false => Err(PlanFault::BadNumber { measure: place }),
    }
}
