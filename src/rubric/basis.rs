//! Why an item has its points: which rule, what was compared.

use super::{Measured, Points, Relation, Wording};
use crate::numeric::{plain, round};
use crate::text::{Key, Language, Message};

/// The reason of an item's points.
#[derive(Clone, Debug, PartialEq)]
pub enum Basis {
    /// Not answered yet, or not completely.
    Open,
    /// Left out, as the rubric allows or a question decides.
    LeftOut,
    /// Said not to apply, which the rubric does not allow.
    CannotBeLeftOut,
    /// Said to hold or not.
    Said(bool),
    /// The points that were entered.
    Entered,
    /// The option that was chosen.
    Chose(Wording),
    /// Options that were counted.
    Counted {
        /// How many hold.
        count: usize,
        /// Points for each.
        per: Points,
        /// The most.
        cap: Points,
    },
    /// Conditions that were compared.
    Conditions {
        /// Those whose number is known.
        compared: Vec<Compared>,
        /// Whether one is enough.
        any: bool,
    },
    /// The row that was reached.
    Reached {
        /// The number.
        value: f64,
        /// How it stands to the row.
        op: Relation,
        /// The row.
        at: f64,
    },
    /// No row was reached.
    NoneReached {
        /// The number.
        value: f64,
    },
    /// Proportion between two ends.
    Line {
        /// The number.
        value: f64,
        /// Where it is nothing.
        zero: f64,
        /// Where it is everything.
        full: f64,
        /// The steps from there that count, where it is counted in steps.
        steps: Option<f64>,
    },
    /// Points off beyond a limit.
    Deducted {
        /// The number.
        value: f64,
        /// How it had to stand.
        op: Relation,
        /// The limit.
        limit: f64,
        /// Steps that counted.
        steps: f64,
        /// Whether it is beyond what the rubric tolerates at all.
        warns: bool,
    },
}

/// A condition and the number it was put to.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// What was measured.
    pub metric: Measured,
    /// The number.
    pub value: f64,
    /// How it had to stand.
    pub op: Relation,
    /// The limit.
    pub limit: f64,
    /// Whether it does.
    pub holds: bool,
}

impl Basis {
    /// The reason as a sentence.
    pub fn message(&self, language: Language) -> Message {
        match self {
            Basis::Open => Message::new(Key::BasisOpen),
            Basis::LeftOut => Message::new(Key::BasisLeftOut),
            Basis::CannotBeLeftOut => Message::new(Key::BasisCannotBeLeftOut),
            Basis::Said(true) => Message::new(Key::BasisHolds),
            Basis::Said(false) => Message::new(Key::BasisDoesNotHold),
            Basis::Entered => Message::new(Key::BasisEntered),
            Basis::Chose(label) => Message::new(Key::BasisChose).with("option", label.get(language)),
            Basis::Counted { count, per, cap } => Message::new(Key::BasisCounted)
                .with("count", count.to_string())
                .with("per", per.to_string())
                .with("cap", cap.to_string()),
            Basis::Conditions { compared, any } => {
                let key = if *any { Key::BasisOneOf } else { Key::BasisAllOf };
                let parts: Vec<String> = compared.iter().map(Compared::written).collect();
                Message::new(key).with(
                    "compared",
                    parts.join(match language {
                        Language::Chinese => "；",
                        Language::English => "; ",
                    }),
                )
            }
            Basis::Reached { value, op, at } => {
                Message::new(Key::BasisReached).with("compared", written(*value, *op, *at))
            }
            Basis::NoneReached { value } => {
                Message::new(Key::BasisNoneReached).with_number("value", round(*value, 3))
            }
            Basis::Line { value, zero, full, steps } => {
                let message = match steps {
                    Some(steps) => Message::new(Key::BasisLineSteps).with_number("steps", round(*steps, 3)),
                    None => Message::new(Key::BasisLine),
                };
                let message = message.with_number("value", round(*value, 3));
                message.with_number("zero", *zero).with_number("full", *full)
            }
            Basis::Deducted { value, op, limit, steps, warns } => {
                let kept = op.holds(*value, *limit);
                let key = match (kept, warns) {
                    (true, _) => Key::BasisKept,
                    (false, false) => Key::BasisDeducted,
                    (false, true) => Key::BasisDeductedTooFar,
                };
                let compared = written(*value, *op, *limit);
                Message::new(key).with("compared", compared).with_number("steps", *steps)
            }
        }
    }
}

impl Compared {
    fn written(&self) -> String {
        format!("{} {}", written(self.value, self.op, self.limit), if self.holds { "✓" } else { "✗" })
    }
}

/// A number and how it had to stand: `94 (≥ 95)`.
fn written(value: f64, op: Relation, limit: f64) -> String {
    format!("{} ({} {})", short(value, op, limit), op.sign(), plain(limit))
}

/// A number with two decimals, or with as many as it takes to stand to its limit as the number itself does.
fn short(value: f64, op: Relation, limit: f64) -> String {
    let stands = |rounded: f64| op.holds(rounded, limit) == op.holds(value, limit);
    let shown = (2..9).map(|decimals| round(value, decimals)).find(|rounded| stands(*rounded));
    plain(shown.unwrap_or(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_never_rounded_across_its_limit() {
        let at_least = |value| written(value, Relation::AtLeast, 95.0);
        assert_eq!(at_least(94.664_031), "94.66 (≥ 95)");
        assert_eq!(at_least(94.999_6), "94.9996 (≥ 95)");
        assert_eq!(at_least(95.0), "95 (≥ 95)");
        assert_eq!(written(1.000_001, Relation::AtMost, 1.0), "1.000001 (≤ 1)");
    }
}
