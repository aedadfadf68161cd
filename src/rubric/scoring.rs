//! The kinds of scoring rule, as rubric files write them.

use serde::{Deserialize, Serialize};

use super::{Points, Wording};

/// 评分办法, how an answer becomes points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Scoring {
    /// Everything when all conditions hold (or one, with `any`), else nothing.
    AllOrNothing {
        /// What must hold.
        conditions: Vec<Condition>,
        /// Whether one is enough.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        any: bool,
    },
    /// Everything or nothing, as is said.
    YesNo {},
    /// The points of the option.
    Choice {
        /// What can be chosen.
        options: Vec<PointsOption>,
    },
    /// The points of the first row that is reached.
    Steps {
        /// What is measured.
        metric: Measured,
        /// Which way is better.
        direction: Direction,
        /// The rows, best first.
        steps: Vec<Step>,
        /// Points where no row is reached.
        otherwise: Points,
    },
    /// Nothing at one value, everything at the other, in proportion between.
    Linear {
        /// What is measured.
        metric: Measured,
        /// Where it is nothing.
        zero_at: f64,
        /// Where it is everything.
        full_at: f64,
        /// Counts in steps of so much.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step: Option<f64>,
    },
    /// So many points off for each step beyond the limit.
    Deduct {
        /// What is measured.
        metric: Measured,
        /// Which way is better.
        direction: Direction,
        /// Points at the limit.
        start: Points,
        /// The limit.
        limit: f64,
        /// Whether the limit itself is already beyond; it costs points only where incomplete steps count.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        strict: bool,
        /// The size of a step.
        step: f64,
        /// Points off for a step.
        lose: Points,
        /// The least that is left.
        floor: Points,
        /// A warning beyond this value.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        not_beyond: Option<f64>,
    },
    /// So many points for each option that holds, up to a cap.
    Count {
        /// Points for each.
        per: Points,
        /// The most.
        cap: Points,
        /// What can hold.
        options: Vec<CountOption>,
    },
    /// Whoever assesses enters the points.
    Manual {},
}

impl Scoring {
    /// What is measured by it, in order.
    pub fn measured(&self) -> Vec<&Measured> {
        match self {
            Scoring::AllOrNothing { conditions, .. } => conditions.iter().map(|one| &one.metric).collect(),
            Scoring::Steps { metric, .. }
            | Scoring::Linear { metric, .. }
            | Scoring::Deduct { metric, .. } => {
                vec![metric]
            }
            _ => Vec::new(),
        }
    }
}

/// What is measured: a metric of the register, a number described in words, or both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// The metric's name; its unit is the unit of the thresholds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The level of meters that it is about: `enterprise`, `sub_unit` or `equipment`, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// What the number is, where there is no metric or where it needs telling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Wording>,
}

/// A condition on a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// What is measured.
    pub metric: Measured,
    /// How it must stand to the value.
    pub op: Relation,
    /// The value.
    pub value: f64,
}

/// How a number stands to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Relation {
    /// ≥
    #[serde(rename = ">=")]
    AtLeast,
    /// >
    #[serde(rename = ">")]
    Above,
    /// ≤
    #[serde(rename = "<=")]
    AtMost,
    /// <
    #[serde(rename = "<")]
    Below,
}

impl Relation {
    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Relation::AtLeast => "≥",
            Relation::Above => ">",
            Relation::AtMost => "≤",
            Relation::Below => "<",
        }
    }

    /// Whether a number stands so to a limit.
    pub fn holds(self, value: f64, limit: f64) -> bool {
        match self {
            Relation::AtLeast => value >= limit,
            Relation::Above => value > limit,
            Relation::AtMost => value <= limit,
            Relation::Below => value < limit,
        }
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Less is better.
    Lower,
    /// More is better.
    Higher,
}

impl Direction {
    /// How far a value is beyond a limit on the worse side; below zero on the better.
    pub fn beyond(self, value: f64, limit: f64) -> f64 {
        match self {
            Direction::Lower => value - limit,
            Direction::Higher => limit - value,
        }
    }

    /// How a value that reaches a limit stands to it.
    pub fn relation(self) -> Relation {
        match self {
            Direction::Lower => Relation::AtMost,
            Direction::Higher => Relation::AtLeast,
        }
    }

    /// How a value that keeps a limit stands to it; a strict limit is itself already beyond.
    pub fn kept(self, is_strict: bool) -> Relation {
        match (is_strict, self) {
            (false, _) => self.relation(),
            (true, Direction::Lower) => Relation::Below,
            (true, Direction::Higher) => Relation::Above,
        }
    }
}

/// A row of steps.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The value that reaches it.
    pub at: f64,
    /// Its points.
    pub points: Points,
}

/// An option that gives points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PointsOption {
    /// Stable name within the item.
    pub id: String,
    /// Its points.
    pub points: Points,
    /// What it is called.
    pub label: Wording,
}

/// An option that is counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountOption {
    /// Stable name within the item.
    pub id: String,
    /// What it is called.
    pub label: Wording,
}
