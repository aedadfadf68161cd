//! 再得一分的条件, what must be true for each further point.

use super::rule::judge;
use super::{
    Answer, Answers, Condition, Direction, Given, Item, ItemScore, ItemStanding, Measured, Mode, Points,
    Reading, Relation, Rubric, Score, Scoring, Wording,
};
use crate::metric::Status;
use crate::numeric::{in_order, round};
use crate::text::{Key, Language, Message};

/// The nearest way in which an item gives more.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// The item.
    pub item: String,
    /// What it brings, before anything is scaled.
    pub gain: Points,
    /// What must be true.
    pub requirement: Requirement,
    /// The answer that it then has.
    pub given: Given,
}

/// What must be true.
#[derive(Clone, Debug, PartialEq)]
pub enum Requirement {
    /// What the item asks for holds.
    Holds,
    /// These conditions hold, all of them or, where one is enough, the first.
    Conditions(Vec<Condition>),
    /// This option holds.
    Option(Wording),
    /// One option more holds.
    OneMore,
    /// What is measured stands so to a number.
    Number {
        /// What is measured.
        metric: Measured,
        /// How.
        op: Relation,
        /// The number.
        at: f64,
    },
    /// Whoever assesses gives all points.
    Full,
}

/// The next step of each item that is not full, the largest gain first; where everything must hold, of each that does not.
pub fn next_steps(rubric: &Rubric, answers: &Answers, score: &Score) -> Vec<NextStep> {
    let lacks = |item: &&ItemScore| match rubric.mode {
        Mode::Points => item.points < item.max,
        Mode::PassFail => !item.holds,
    };
    let not_full = score.items().filter(|item| item.standing != ItemStanding::LeftOut).filter(lacks);
    let steps: Vec<NextStep> = not_full
        .filter_map(|now| {
            let item = rubric.item(&now.id)?;
            next(rubric, item, answers.items.get(&item.id), now)
        })
        .collect();
    in_order(steps, |a, b| b.gain.cmp(&a.gain))
}

fn next(rubric: &Rubric, item: &Item, given: Option<&Given>, now: &ItemScore) -> Option<NextStep> {
    let chosen = given.and_then(|given| given.variant.clone());
    let variant = chosen.or_else(|| item.variants.first().map(|one| one.id.clone()));
    let rule = item.rule(variant.as_deref())?;
    let answer = given.map(|given| &given.answer);
    let better = |(requirement, answer): (Requirement, Answer)| {
        let judged = judge(rule, item.max, &answer, rubric.partial_steps.policy)?;
        let given = Given { variant: variant.clone(), answer };
        let is_better = match rubric.mode {
            Mode::Points => judged.points > now.points,
            Mode::PassFail => judged.holds,
        };
        is_better.then(|| NextStep {
            item: item.id.clone(),
            gain: judged.points - now.points,
            requirement,
            given,
        })
    };
    // Ways are tried from the nearest on, for a step may bring nothing yet.
    candidates(rule, item, answer).into_iter().find_map(better)
}

/// Better answers to a rule, the nearest first.
fn candidates(rule: &Scoring, item: &Item, answer: Option<&Answer>) -> Vec<(Requirement, Answer)> {
    let number = |metric: &Measured, op: Relation, at: f64| {
        (Requirement::Number { metric: metric.clone(), op, at }, Answer::number(at))
    };
    let value = match answer {
        Some(Answer::Numbers(numbers)) => numbers.first().and_then(|one| one.map(|one| one.value)),
        _ => None,
    };
    match rule {
        Scoring::YesNo {} => vec![(Requirement::Holds, Answer::Yes)],
        Scoring::Manual {} if item.max == Points::ZERO => vec![(Requirement::Holds, Answer::Yes)],
        Scoring::Manual {} => vec![(Requirement::Full, Answer::Points(item.max))],
        Scoring::AllOrNothing { conditions, any } => met(conditions, *any, answer),
        Scoring::Choice { options } => {
            let options = in_order(options.iter().collect(), |a, b| a.points.cmp(&b.points));
            let of = |option: &&super::PointsOption| {
                (Requirement::Option(option.label.clone()), Answer::Chosen(option.id.clone()))
            };
            options.iter().map(of).collect()
        }
        Scoring::Count { options, .. } => {
            let ticked = match answer {
                Some(Answer::Ticked(ticked)) => ticked.clone(),
                _ => Default::default(),
            };
            let more = options.iter().find(|option| !ticked.contains(&option.id));
            let with = |option: &super::CountOption| {
                let mut ticked = ticked.clone();
                ticked.insert(option.id.clone());
                (Requirement::OneMore, Answer::Ticked(ticked))
            };
            more.map(with).into_iter().collect()
        }
        Scoring::Steps { metric, direction, steps, .. } => {
            steps.iter().rev().map(|step| number(metric, direction.relation(), step.at)).collect()
        }
        Scoring::Linear { metric, zero_at, full_at, step } => along(*zero_at, *full_at, *step, value)
            .into_iter()
            .map(|(op, at)| number(metric, op, at))
            .collect(),
        Scoring::Deduct { metric, direction, limit, strict, step, .. } => {
            let beside = |at: f64| {
                // The limit itself may be beyond already; a step further back never is.
                let op = direction.kept(*strict && at == *limit);
                let requirement = Requirement::Number { metric: metric.clone(), op, at };
                (requirement, Answer::number(just(op, at)))
            };
            within(*direction, *limit, *step, value).into_iter().map(beside).collect()
        }
    }
}

/// The conditions that do not hold, and the numbers with which they do.
fn met(conditions: &[Condition], any: bool, answer: Option<&Answer>) -> Vec<(Requirement, Answer)> {
    let known = |place: usize| match answer {
        Some(Answer::Numbers(numbers)) => numbers.get(place).copied().flatten(),
        _ => None,
    };
    let holds = |place: usize, one: &Condition| {
        known(place).is_some_and(|reading| one.op.holds(round(reading.value, 9), one.value))
    };
    let mut missed: Vec<Condition> = Vec::new();
    let numbers = conditions.iter().enumerate().map(|(place, one)| {
        if holds(place, one) || (any && !missed.is_empty()) {
            return known(place);
        }
        missed.push(one.clone());
        Some(Reading { value: just(one.op, one.value), u: 0.0, status: Status::Verified })
    });
    let answer = Answer::Numbers(numbers.collect());
    vec![(Requirement::Conditions(missed), answer)]
}

/// A number that just stands so to a limit.
fn just(op: Relation, limit: f64) -> f64 {
    let beside = limit.abs().max(1.0) * 1e-6;
    match op {
        Relation::AtLeast | Relation::AtMost => limit,
        Relation::Above => limit + beside,
        Relation::Below => limit - beside,
    }
}

/// The next whole steps towards the full end, or the end itself.
fn along(zero: f64, full: f64, step: Option<f64>, value: Option<f64>) -> Vec<(Relation, f64)> {
    let op = if full > zero { Relation::AtLeast } else { Relation::AtMost };
    let Some(step) = step else { return vec![(op, full)] };
    let steps = ((full - zero) / step).abs();
    // Not `clamp`: its panic would bring the writer of floats along.
    let done = value.map_or(0.0, |value| ((value - zero) / (full - zero) * steps).max(0.0).min(steps));
    let next = round(done, 9).floor() as u32 + 1;
    let at = |count: u32| zero + (full - zero) * f64::from(count) / steps;
    (next..=steps.ceil() as u32).map(|count| (op, round(at(count.min(steps as u32)), 9))).collect()
}

/// Steps back towards a limit, the nearest first.
fn within(direction: Direction, limit: f64, step: f64, value: Option<f64>) -> Vec<f64> {
    /// A number farther away needs no smaller step than to the limit.
    const STEPS: f64 = 1000.0;
    let beyond = value.map_or(0.0, |value| direction.beyond(value, limit) / step);
    if beyond.is_nan() || beyond > STEPS {
        return vec![limit];
    }
    let sign = match direction {
        Direction::Lower => 1.0,
        Direction::Higher => -1.0,
    };
    let last = round(beyond, 9).ceil().max(1.0) as u32 - 1;
    (0..=last).rev().map(|count| round(limit + sign * step * f64::from(count), 9)).collect()
}

impl NextStep {
    /// What must be true, as a sentence; `stands` says how something measured must stand to a limit.
    pub fn message(
        &self,
        language: Language,
        stands: &dyn Fn(&Measured, Relation, f64) -> String,
    ) -> Message {
        let reached = |text: String| Message::new(Key::NextNumber).with("number", text);
        match &self.requirement {
            Requirement::Holds => Message::new(Key::NextHolds),
            Requirement::Full => Message::new(Key::NextFull),
            Requirement::OneMore => Message::new(Key::NextOneMore),
            Requirement::Option(label) => Message::new(Key::NextOption).with("option", label.get(language)),
            Requirement::Number { metric, op, at } => reached(stands(metric, *op, *at)),
            Requirement::Conditions(conditions) => {
                let parts: Vec<String> =
                    conditions.iter().map(|one| stands(&one.metric, one.op, one.value)).collect();
                reached(parts.join(match language {
                    Language::Chinese => "；",
                    Language::English => "; ",
                }))
            }
        }
    }
}
