//! The fields of a rubric, each found by its pointer.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::quantity::read_number;

/// What stands in the fields of a rubric: as typed where that says it better, else as it was understood. The form is made
/// once for all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RubricFields {
    pub(super) form: Value,
    pub(super) typed: BTreeMap<String, String>,
}

impl RubricFields {
    /// The form as it was understood last.
    pub fn form(&self) -> &Value {
        &self.form
    }

    /// The text of a field; empty where there is none.
    pub fn text(&self, pointer: &str) -> String {
        match self.typed.get(pointer) {
            Some(typed) => typed.clone(),
            None => self.understood(pointer),
        }
    }

    /// The text of a field as it was understood, whatever has been typed since.
    pub fn understood(&self, pointer: &str) -> String {
        match self.value(pointer) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        }
    }

    /// The value of a field.
    pub fn value(&self, pointer: &str) -> Option<&Value> {
        self.form.pointer(pointer)
    }

    /// How many elements a list has.
    pub fn count(&self, pointer: &str) -> usize {
        self.value(pointer).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// Whether what was typed makes no sense in its field. Another way to write the same, such as `8.` for 8, does.
    pub fn is_misunderstood(&self, pointer: &str) -> bool {
        let number = self.value(pointer).and_then(Value::as_f64);
        self.typed.get(pointer).is_some_and(|typed| read_number(typed).ok() != Some(number))
    }
}
