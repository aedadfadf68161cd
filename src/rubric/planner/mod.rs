//! 达标路径, the way to the line: the cheapest measures that pass, and the best score for any money.
//!
//! The search is exact: it lays the measures out in an order in which few items are half done at a time, and of all sets that
//! leave the same items in the same state it keeps those that no other beats in cost and score.

mod instance;
mod order;
mod sweep;

use super::{Answers, Given, Points, Rubric, Score, score};
use crate::text::{Key, Message};

/// 措施, something that can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// What it changes.
    pub effects: Vec<Effect>,
    /// Investment, 元; counted to the fen.
    pub cost: f64,
    /// Benefit of a year, 元.
    pub saving: f64,
    /// How long it takes.
    pub months: f64,
    /// Of measures with the same name here only one can be done.
    pub group: Option<String>,
    /// Measures that must be done too, and before, by their place.
    pub needs: Vec<usize>,
}

/// What a measure changes. Effects never lower an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The item, or the prerequisite.
    pub id: String,
    /// How.
    pub change: Change,
}

/// How an item changes: it stands at the best of all answers, raised by all raises, and at its maximum at most.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// By so many points more.
    Raise(Points),
    /// To this answer.
    Answer(Given),
    /// A prerequisite is met.
    Meet,
}

/// Measures that are done together.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Their places, ascending.
    pub measures: Vec<usize>,
    /// What they cost, 元.
    pub cost: f64,
    /// What they save in a year, 元.
    pub saving: f64,
    /// How long they take, each after what it needs and otherwise side by side.
    pub months: f64,
    /// The score with them.
    pub total: Points,
    /// Whether no gate is missed.
    pub clears: bool,
    /// Whether no gate is missed and the line is reached.
    pub passes: bool,
}

/// All plans that no other beats: none costs as little, scores as high and clears the gates as well. Cheapest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// The plans.
    pub plans: Vec<Plan>,
}

impl Frontier {
    /// The cheapest plan that passes, proven; `None` where none does.
    pub fn cheapest(&self) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.passes)
    }
}

/// Why there is no frontier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// A measure changes what the rubric does not have.
    UnknownItem {
        /// The measure's place.
        measure: usize,
        /// What it would change.
        id: String,
    },
    /// An answer that the item's rule does not take, or points below zero.
    BadChange {
        /// The measure's place.
        measure: usize,
        /// What it would change.
        id: String,
    },
    /// A cost, saving or time that is no number from zero up.
    BadNumber {
        /// The measure's place.
        measure: usize,
    },
    /// A measure needs one that is not there, or itself in the end.
    BadNeed {
        /// The measure's place.
        measure: usize,
    },
    /// The measures hang together in more ways than can be gone through.
    TooEntangled,
}

impl PlanFault {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            PlanFault::UnknownItem { .. } => "unknown_item",
            PlanFault::BadChange { .. } => "bad_change",
            PlanFault::BadNumber { .. } => "bad_number",
            PlanFault::BadNeed { .. } => "bad_need",
            PlanFault::TooEntangled => "too_entangled",
        }
    }

    /// What is wrong and what to change.
    pub fn message(&self) -> Message {
        let numbered = |key, measure: &usize| Message::new(key).with("number", (measure + 1).to_string());
        match self {
            PlanFault::UnknownItem { measure, id } => {
                numbered(Key::PlanUnknownItem, measure).with("id", id.clone())
            }
            PlanFault::BadChange { measure, id } => {
                numbered(Key::PlanBadChange, measure).with("id", id.clone())
            }
            PlanFault::BadNumber { measure } => numbered(Key::PlanBadNumber, measure),
            PlanFault::BadNeed { measure } => numbered(Key::PlanBadNeed, measure),
            PlanFault::TooEntangled => Message::new(Key::PlanTooEntangled),
        }
    }
}

/// Finds every plan that no other beats.
///
/// Items that are open count as zero, prerequisites that are open as met; items that are left out cannot be raised. Without a
/// pass line a plan passes when it clears the gates.
///
/// # Errors
/// Measures that do not fit the rubric or each other; more than can be gone through.
///
/// ```
/// use water_ledger::catalog::rubric;
/// use water_ledger::rubric::{Answers, Change, Effect, Measure, Points, plan};
/// let rubric = rubric("public-institution-2013").expect("shipped");
/// let raise = |id: &str, points: i32, cost: f64| Measure {
///     effects: vec![Effect { id: id.to_string(), change: Change::Raise(Points::whole(points)) }],
///     cost, saving: 0.0, months: 1.0, group: None, needs: Vec::new(),
/// };
/// let frontier = plan(&rubric, &Answers::default(), &[raise("t4", 8, 900.0), raise("m5", 9, 800.0)]).expect("sound");
/// let totals: Vec<f64> = frontier.plans.iter().map(|plan| plan.total.value()).collect();
/// assert_eq!(totals, [0.0, 9.0, 17.0]);
/// ```
pub fn plan(rubric: &Rubric, answers: &Answers, measures: &[Measure]) -> Result<Frontier, PlanFault> {
    let now = score(rubric, answers);
    let (instance, weighed) = instance::of(rubric, &now, measures)?;
    let order = order::of(&instance)?;
    let sets = sweep::frontier(&instance, &order)?;
    let finished = finished(measures, &order);
    let mut plans: Vec<Plan> = Vec::new();
    for mut set in sets {
        set.sort_unstable();
        let levels = instance.levels(&set);
        let total = total(rubric, &now, &levels, &weighed.bonus);
        let clears = instance.clears(&levels);
        // Beyond the third decimal a score does not count, so neither does what only that would gain.
        if plans.iter().any(|plan| plan.total >= total && plan.clears >= clears) {
            continue;
        }
        plans.push(Plan {
            cost: set.iter().map(|place| instance.measures[*place].cost).sum::<i64>() as f64 / 100.0,
            saving: set.iter().map(|place| measures[*place].saving).sum(),
            months: set.iter().map(|place| finished[*place]).fold(0.0, f64::max),
            passes: clears && total >= weighed.line,
            clears,
            total,
            measures: set,
        });
    }
    Ok(Frontier { plans })
}

/// The score of items that stand so.
fn total(rubric: &Rubric, now: &Score, levels: &[i64], bonus: &[Option<bool>]) -> Points {
    let sum = |kind: bool| {
        let of_kind = levels.iter().zip(bonus).filter(|(_, bonus)| **bonus == Some(kind));
        of_kind.map(|(level, _)| Points::of_grains(*level)).sum::<Points>()
    };
    now.scale(rubric, sum(false)) + sum(true)
}

/// When each measure is finished, beginning as soon as all that it needs is.
fn finished(measures: &[Measure], order: &[usize]) -> Vec<f64> {
    let mut finished = vec![0.0; measures.len()];
    for place in order {
        let measure = &measures[*place];
        let begun = measure.needs.iter().map(|need| finished[*need]).fold(0.0, f64::max);
        finished[*place] = begun + measure.months;
    }
    finished
}
