//! What can be wrong with the inputs of a metric: a stable code, the place, the way out.

use super::{Input, Path, UpperBound};
use crate::text::{Key, Message, Words};

/// A metric cannot be computed, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Which input.
    pub at: Path,
    /// What is wrong with it.
    pub kind: FaultKind,
    /// The typed number that was refused, by its [`super::InputQuantity`]; none where it is missing or computed.
    pub input_id: Option<u64>,
}

/// What is wrong with an input.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// It was not given.
    Missing,
    /// The metric has no such input; the text is the unknown key.
    Unknown(String),
    /// Neither a number nor, where one is allowed, a value with its uncertainty.
    NotANumber,
    /// None of the names of a choice, which are these.
    NotAName(&'static [&'static str]),
    /// A list was needed.
    NotAList,
    /// A row was needed.
    NotARow,
    /// NaN or infinity.
    NotFinite,
    /// A list without items.
    Empty,
    /// Below zero.
    Negative,
    /// Zero where it is divided by, or below.
    NotPositive,
    /// Below the lower end of the valid range.
    TooSmall(f64),
    /// Above the upper end of the valid range.
    TooLarge(f64),
    /// A rule between the inputs does not hold, such as one exceeding another that bounds it.
    Rule {
        /// Stable name.
        code: &'static str,
        /// The sentence.
        says: Key,
    },
    /// Numbers that together make the denominator zero.
    ZeroDenominator,
    /// The result leaves the range of numbers.
    Overflow,
    /// An uncertainty below zero or not a number.
    BadUncertainty,
    /// Units that measure different things.
    OtherDimension,
}

impl Fault {
    /// A fault at a whole input.
    pub const fn at(key: &'static str, kind: FaultKind) -> Fault {
        Fault { at: Path::to(key), kind, input_id: None }
    }

    /// A fault at an input or a part of it.
    pub const fn within(at: Path, kind: FaultKind) -> Fault {
        Fault { at, kind, input_id: None }
    }

    pub(super) fn order(order: &'static UpperBound) -> Fault {
        Fault::rule(order.lesser, order.code, order.says)
    }

    /// A rule between inputs that does not hold.
    pub const fn rule(key: &'static str, code: &'static str, says: Key) -> Fault {
        Fault::at(key, FaultKind::Rule { code, says })
    }

    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            FaultKind::Missing => "missing_input",
            FaultKind::Unknown(_) => "unknown_input",
            FaultKind::NotANumber => "not_a_number",
            FaultKind::NotAName(_) => "not_a_name",
            FaultKind::NotAList => "not_a_list",
            FaultKind::NotARow => "not_a_row",
            FaultKind::NotFinite => "not_finite",
            FaultKind::Empty => "empty_list",
            FaultKind::Negative => "negative",
            FaultKind::NotPositive => "not_positive",
            FaultKind::TooSmall(_) => "too_small",
            FaultKind::TooLarge(_) => "too_large",
            FaultKind::Rule { code, .. } => code,
            FaultKind::ZeroDenominator => "zero_denominator",
            FaultKind::Overflow => "overflow",
            FaultKind::BadUncertainty => "bad_uncertainty",
            FaultKind::OtherDimension => "other_dimension",
        }
    }

    /// The sentence that says what to change, naming the input by its term where it has one.
    pub fn message(&self, inputs: &[Input]) -> Message {
        match term(self.at, inputs) {
            Some(name) => self.sentence(inputs).with_words("name", name),
            None => self.sentence(inputs).with("name", self.at.to_string()),
        }
    }

    /// The same sentence for programmers: the input's key follows its term.
    pub fn message_with_key(&self, inputs: &[Input]) -> Message {
        match term(self.at, inputs) {
            Some(name) => self.sentence(inputs).with_keyed("name", name, self.at.to_string()),
            None => self.sentence(inputs).with("name", self.at.to_string()),
        }
    }

    fn sentence(&self, inputs: &[Input]) -> Message {
        let key = match &self.kind {
            FaultKind::Missing => Key::FaultMissing,
            FaultKind::Unknown(_) => Key::FaultUnknown,
            FaultKind::NotANumber => Key::FaultNotANumber,
            FaultKind::NotAName(_) => Key::FaultNotAName,
            FaultKind::NotAList => Key::FaultNotAList,
            FaultKind::NotARow => Key::FaultNotARow,
            FaultKind::NotFinite => Key::FaultNotFinite,
            FaultKind::Empty => Key::FaultEmpty,
            FaultKind::Negative => Key::FaultNegative,
            FaultKind::NotPositive => Key::FaultNotPositive,
            FaultKind::TooSmall(_) => Key::FaultTooSmall,
            // Only what may not exceed one is likely to have been given in percent.
            FaultKind::TooLarge(limit) if *limit <= 1.0 => Key::FaultTooLargeFraction,
            FaultKind::TooLarge(_) => Key::FaultTooLarge,
            FaultKind::Rule { says, .. } => *says,
            FaultKind::ZeroDenominator => Key::FaultZeroDenominator,
            FaultKind::Overflow => Key::FaultOverflow,
            FaultKind::BadUncertainty => Key::FaultBadUncertainty,
            FaultKind::OtherDimension => Key::FaultOtherDimension,
        };
        let message = Message::new(key);
        match &self.kind {
            FaultKind::Unknown(unknown) => {
                message.with("unknown", unknown.clone()).with("known", known(self.at, inputs))
            }
            FaultKind::NotAName(names) => message.with("names", names.join(", ")),
            FaultKind::TooSmall(limit) | FaultKind::TooLarge(limit) => message.with_number("limit", *limit),
            _ => message,
        }
    }
}

/// The Chinese and English term of the input at a path.
fn term(at: Path, inputs: &[Input]) -> Option<Words> {
    let input = inputs.iter().find(|input| input.key == at.key)?;
    match (at.field, input.shape) {
        (Some(field), super::Shape::Rows(fields)) => fields.iter().find(|f| f.key == field).map(|f| f.name),
        _ => Some(input.name),
    }
}

/// The keys that could have stood where the unknown one did: a row's own fields inside a row.
fn known(at: Path, inputs: &[Input]) -> String {
    let row = inputs.iter().find(|input| input.key == at.key).map(|input| input.shape);
    let known = match (at.field, row) {
        (Some(_), Some(super::Shape::Rows(fields))) => fields,
        _ => inputs,
    };
    known.iter().map(|input| input.key).collect::<Vec<_>>().join(", ")
}
