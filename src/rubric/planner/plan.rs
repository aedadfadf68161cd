//! Measures, the plans that are made of them, and why there are none.

use crate::rubric::{Given, Points};
use crate::text::{Key, Message};

/// 措施, something that can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// What it changes.
    pub effects: Vec<Effect>,
    /// Investment, 元; counted to the fen.
    pub cost: f64,
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

/// An item that rests on numbers which several measures change together.
#[derive(Clone, Debug, PartialEq)]
pub struct JointEffect {
    /// The item.
    pub id: String,
    /// The measures that change its numbers, by their place, each once.
    pub measures: Vec<usize>,
    /// The answer to the item for every set of them: the place of a set counts its measures as binary digits, the first as 1. None
    /// where the numbers are not known.
    pub answers: Vec<Option<Given>>,
}

/// Of so many measures at most can the joint effect on an item be gone through.
pub const MOST_JOINT: usize = 10;

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
    /// How long they take, each after what it needs and otherwise side by side.
    pub months: f64,
    /// The score with them.
    pub total: Points,
    /// Whether nothing is missed that must hold.
    pub clears: bool,
    /// Whether nothing is missed that must hold and the line is reached.
    pub passes: bool,
}

/// All plans that no other beats: none costs as little, scores as high and holds as much of what must hold. Cheapest first.
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
    /// A cost or time that is no number from zero up.
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
