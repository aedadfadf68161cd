//! A rule put to an answer: the points, and what was compared to get them.

use super::{
    Answer, Basis, Compared, Condition, Direction, Given, Item, Mode, Partly, Points, Reading, Rubric,
    Scoring, Step,
};
use crate::numeric::round;

/// What a rule makes of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Judged {
    /// The points, from zero to the maximum.
    pub points: Points,
    /// Whether everything the rule asks for holds.
    pub holds: bool,
    /// Why.
    pub basis: Basis,
}

impl Judged {
    fn new(points: Points, holds: bool, basis: Basis) -> Judged {
        Judged { points, holds, basis }
    }

    fn all(holds: bool, max: Points, basis: Basis) -> Judged {
        Judged::new(if holds { max } else { Points::ZERO }, holds, basis)
    }
}

/// Whether what a rule asks for holds by an answer; `None` where the answer does not decide it.
pub fn holds(rule: &Scoring, answer: &Answer) -> Option<bool> {
    judge(rule, Points::ZERO, answer, Partly::Count).map(|judged| judged.holds)
}

/// Puts a rule to an answer; `None` where the answer is not complete, or is not of the rule's kind.
pub(super) fn judge(rule: &Scoring, max: Points, answer: &Answer, partly: Partly) -> Option<Judged> {
    let judged = match (rule, answer) {
        (Scoring::YesNo {} | Scoring::AllOrNothing { .. } | Scoring::Manual {}, Answer::Yes) => {
            Judged::all(true, max, Basis::Said(true))
        }
        (Scoring::YesNo {} | Scoring::AllOrNothing { .. } | Scoring::Manual {}, Answer::No) => {
            Judged::all(false, max, Basis::Said(false))
        }
        (_, Answer::Points(points)) => Judged::new(*points, *points >= max, Basis::Entered),
        (Scoring::Choice { options }, Answer::Chosen(id)) => {
            let option = options.iter().find(|option| option.id == *id)?;
            Judged::new(option.points, option.points >= max, Basis::Chose(option.label.clone()))
        }
        (Scoring::Count { per, cap, options }, Answer::Ticked(ticked)) => {
            let count = options.iter().filter(|option| ticked.contains(&option.id)).count();
            let points = per.times(count as i64).min(*cap);
            Judged::new(points, points >= max, Basis::Counted { count, per: *per, cap: *cap })
        }
        (Scoring::AllOrNothing { conditions, any }, Answer::Numbers(numbers)) => {
            compare(conditions, *any, numbers, max)?
        }
        (_, Answer::Numbers(numbers)) => measured(rule, max, settled(numbers.first()?.as_ref()?)?, partly)?,
        _ => return None,
    };
    // A rubric that gives more than an item has, or less than nothing, is checked elsewhere; it must not spoil a sum.
    Some(Judged { points: judged.points.min(max).max(Points::ZERO), ..judged })
}

/// Where an item stands by an answer: its points, and where nothing counts but whether it holds, the least there is if it does. None by
/// an answer that its rule does not take.
pub fn level(rubric: &Rubric, item: &Item, given: &Given) -> Option<Points> {
    let rule = item.rule(given.variant.as_deref())?;
    let judged = judge(rule, item.max, &given.answer, rubric.partial_steps.policy)?;
    Some(match rubric.mode {
        Mode::Points => judged.points,
        Mode::PassFail => Points::of_grains(i64::from(judged.holds)),
    })
}

/// A number as it is compared: what a formula leaves in the last digits of a double must not miss a limit.
fn settled(reading: &Reading) -> Option<f64> {
    reading.value.is_finite().then(|| round(reading.value, 9))
}

/// Conditions that are known may decide before the others are.
fn compare(conditions: &[Condition], any: bool, numbers: &[Option<Reading>], max: Points) -> Option<Judged> {
    let one = |(place, condition): (usize, &Condition)| {
        let value = numbers.get(place).and_then(Option::as_ref).and_then(settled)?;
        let holds = condition.op.holds(value, condition.value);
        Some(Compared {
            metric: condition.metric.clone(),
            value,
            op: condition.op,
            limit: condition.value,
            holds,
        })
    };
    let compared: Vec<Option<Compared>> = conditions.iter().enumerate().map(one).collect();
    let decided = compared.iter().flatten().any(|one| one.holds == any);
    if compared.iter().any(Option::is_none) && !decided {
        return None;
    }
    let holds = decided == any && !compared.is_empty();
    let compared = compared.into_iter().flatten().collect();
    Some(Judged::all(holds, max, Basis::Conditions { compared, any }))
}

fn measured(rule: &Scoring, max: Points, value: f64, partly: Partly) -> Option<Judged> {
    Some(match rule {
        Scoring::Steps { direction, steps, otherwise, .. } => by_steps(*direction, steps, *otherwise, value),
        Scoring::Linear { zero_at, full_at, step, .. } => {
            by_line(*zero_at, *full_at, *step, max, value, partly)?
        }
        Scoring::Deduct { direction, start, limit, strict, step, lose, floor, not_beyond, .. } => {
            let beyond = round(direction.beyond(value, *limit), 9);
            let warns = not_beyond.is_some_and(|warns| direction.beyond(value, warns) > 0.0);
            let begun = if beyond == 0.0 && *strict && partly == Partly::Count { 1.0 } else { 0.0 };
            let steps = if beyond > 0.0 { counted(beyond / step, partly)? } else { begun };
            let points = Points::below(start.value() - lose.value() * steps).unwrap_or(*floor).max(*floor);
            let op = direction.kept(*strict);
            let basis = Basis::Deducted { value, op, limit: *limit, steps, warns };
            Judged::new(points, beyond < 0.0 || (beyond == 0.0 && !strict), basis)
        }
        _ => return None,
    })
}

fn by_steps(direction: Direction, steps: &[Step], otherwise: Points, value: f64) -> Judged {
    let op = direction.relation();
    match steps.iter().find(|step| op.holds(value, step.at)) {
        Some(step) => Judged::new(step.points, true, Basis::Reached { value, op, at: step.at }),
        None => Judged::new(otherwise, false, Basis::NoneReached { value }),
    }
}

fn by_line(
    zero: f64,
    full: f64,
    step: Option<f64>,
    max: Points,
    value: f64,
    partly: Partly,
) -> Option<Judged> {
    let along = (value - zero) / (full - zero);
    if !along.is_finite() {
        return None;
    }
    let (share, steps) = match step {
        Some(step) => {
            let all = ((full - zero) / step).abs();
            let steps = counted(along.clamp(0.0, 1.0) * all, partly)?;
            (steps / all, Some(steps))
        }
        None => (along, None),
    };
    let points = Points::below(round(max.value() * share.clamp(0.0, 1.0), 9))?;
    Some(Judged::new(points, along >= 1.0, Basis::Line { value, zero, full, steps }))
}

/// Steps that count, of a gain or of a loss.
fn counted(steps: f64, partly: Partly) -> Option<f64> {
    let steps = round(steps, 9);
    let counted = match partly {
        Partly::Ignore => steps.floor(),
        Partly::Count => steps.ceil(),
        Partly::Proportional => steps,
    };
    counted.is_finite().then_some(counted)
}
