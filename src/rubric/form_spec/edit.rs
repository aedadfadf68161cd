//! A change of a rubric as data.

use serde_json::Value;

/// A change of a rubric. A pointer (RFC 6901) leads to a field of its saved form, such as `/section/0/item/2/max`.
#[derive(Clone, Debug, PartialEq)]
pub enum RubricEdit {
    /// A text takes a field's place; an empty one takes away what need not be there.
    Text(String, String),
    /// What was typed takes the place of a number.
    Number(String, String),
    /// Any value takes a field's place, or is added behind a list's last with `-` as the last step.
    Value(String, Value),
    /// An element of a list goes.
    Remove(String),
    /// An element of a list moves by so many places.
    Move(String, isize),
}
