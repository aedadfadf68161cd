//! 达标概率, how likely answers pass, their numbers being uncertain.

use std::collections::BTreeMap;

use super::{
    Answer, Answers, Given, Item, ItemStanding, Mode, Points, Reading, Rubric, Scoring, Standing, Verdict,
    score,
};
use crate::numeric::round;
use crate::uncertainty::normal_quantile;

/// Each uncertain number stands for so many values of equal probability.
const VALUES: usize = 400;

/// More outcomes of one item than this are joined to twentieths of a point, or the sums would grow without need.
const OUTCOMES: usize = 40;

/// How likely each sum is, of points earned and of the bonus.
type Sums = BTreeMap<(Points, Points), f64>;

/// The probability that the answers pass, from 0 to 1; `None` while the verdict is open.
///
/// Numbers are taken as normal and independent of each other, so that it is a first look: two items that rest on one meter go
/// up and down together in truth.
pub fn chance_to_pass(rubric: &Rubric, answers: &Answers) -> Option<f64> {
    let now = score(rubric, answers);
    if now.verdict == Verdict::Open {
        return None;
    }
    let uncertain: Vec<(&Item, bool, &Given)> = rubric
        .items()
        .filter_map(|(section, item)| Some((item, section.bonus, answers.items.get(&item.id)?)))
        .filter(|(item, _, given)| counts(&now, &item.id) && is_uncertain(given))
        .collect();
    if uncertain.is_empty() {
        return Some(f64::from(now.verdict == Verdict::Passes));
    }
    if now.prerequisites.iter().any(|one| one.standing == Some(Standing::Missed)) {
        return Some(0.0);
    }
    let certain = |bonus: bool| {
        let items = now.sections.iter().filter(move |section| section.bonus == bonus).flat_map(|s| &s.items);
        items.filter(|item| uncertain.iter().all(|(other, ..)| other.id != item.id))
    };
    if certain(false)
        .chain(certain(true))
        .any(|item| fails(rubric, item.id.as_str(), item.points, item.holds, item.standing))
    {
        return Some(0.0);
    }
    let start = (certain(false).map(|item| item.points).sum(), certain(true).map(|item| item.points).sum());
    let mut sums: Sums = BTreeMap::from([(start, 1.0)]);
    for (item, bonus, given) in uncertain {
        let mut next = Sums::new();
        for ((points, holds), chance) in outcomes(rubric, item, given) {
            // What is lost to something that must hold can pass no more.
            if fails(rubric, &item.id, points, holds, ItemStanding::Scored) {
                continue;
            }
            for ((earned, extra), before) in &sums {
                let sum = if bonus { (*earned, *extra + points) } else { (*earned + points, *extra) };
                *next.entry(sum).or_default() += before * chance;
            }
        }
        sums = next;
    }
    let line = rubric.pass.min_score.unwrap_or(Points::ZERO);
    let total = |earned: Points, extra: Points| now.scale(rubric, earned) + extra;
    let passing = sums.iter().filter(|((earned, extra), _)| total(*earned, *extra) >= line);
    Some(passing.map(|(_, chance)| chance).sum::<f64>().min(1.0))
}

fn counts(now: &super::Score, id: &str) -> bool {
    now.item(id).is_some_and(|item| item.standing == ItemStanding::Scored)
}

fn is_uncertain(given: &Given) -> bool {
    matches!(&given.answer, Answer::Numbers(numbers) if numbers.iter().flatten().any(|reading| reading.u > 0.0))
}

fn fails(rubric: &Rubric, id: &str, points: Points, holds: bool, standing: ItemStanding) -> bool {
    let star = rubric.star_rule.is_some() && rubric.item(id).is_some_and(|item| item.star);
    standing == ItemStanding::Scored
        && ((star && points == Points::ZERO) || (rubric.mode == Mode::PassFail && !holds))
}

/// The points that an item may have, and how likely.
fn outcomes(rubric: &Rubric, item: &Item, given: &Given) -> BTreeMap<(Points, bool), f64> {
    let (Some(rule), Answer::Numbers(numbers)) = (item.rule(given.variant.as_deref()), &given.answer) else {
        return BTreeMap::new();
    };
    let judged = |rule: &Scoring, numbers: Vec<Option<Reading>>| {
        super::rule::judge(rule, item.max, &Answer::Numbers(numbers), rubric.partial_steps.policy)
    };
    let mut outcomes = BTreeMap::new();
    if let Scoring::AllOrNothing { conditions, any } = rule {
        // Conditions on numbers of their own: that all hold, or that none does, is a product.
        let one = |(place, condition): (usize, &super::Condition)| {
            let single = Scoring::AllOrNothing { conditions: vec![condition.clone()], any: true };
            let values = values(numbers.get(place).copied().flatten());
            let all = values.len().max(1) as f64;
            values
                .into_iter()
                .filter(|value| {
                    judged(&single, vec![Some(*value)]).is_some_and(|judged| judged.holds) != *any
                })
                .count() as f64
                / all
        };
        let product: f64 = conditions.iter().enumerate().map(one).product();
        let holds = if *any { 1.0 - product } else { product };
        outcomes.insert((item.max, true), holds);
        outcomes.insert((Points::ZERO, false), 1.0 - holds);
        return outcomes;
    }
    let values = values(numbers.first().copied().flatten());
    let chance = 1.0 / values.len().max(1) as f64;
    for value in values {
        if let Some(judged) = judged(rule, vec![Some(value)]) {
            *outcomes.entry((judged.points, judged.holds)).or_default() += chance;
        }
    }
    if outcomes.len() <= OUTCOMES {
        return outcomes;
    }
    let mut joined = BTreeMap::new();
    for ((points, holds), chance) in outcomes {
        let twentieth = Points::below(round(points.value() * 20.0, 0) / 20.0).unwrap_or(points);
        *joined.entry((twentieth, holds)).or_default() += chance;
    }
    joined
}

/// Values of equal probability that a number may have.
fn values(reading: Option<Reading>) -> Vec<Reading> {
    let Some(Reading { value, u, status }) = reading else { return Vec::new() };
    if !(u > 0.0 && u.is_finite()) {
        return vec![Reading { value, u: 0.0, status }];
    }
    let at = |place: usize| normal_quantile((place as f64 + 0.5) / VALUES as f64);
    (0..VALUES).map(|place| Reading { value: value + u * at(place), u: 0.0, status }).collect()
}
