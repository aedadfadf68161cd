//! Rubric files with one thing changed.

use serde_json::{Value, json};

/// Every word of the form that stands for one of several.
const WORDS: &[&[&str]] = &[
    &["verified", "derived", "unverified (textbook)", "unverified (weak)", "verified (secondary)"],
    &["points", "pass_fail"],
    &["drop", "drop_and_rescale", "not_allowed"],
    &["ignore", "count", "proportional"],
    &["lower", "higher"],
    &[">=", "<=", ">", "<"],
    &["issued", "in_force"],
];

/// The rubric with one thing changed at a place, in every way that suits what stands there.
pub fn changed(value: &Value) -> Vec<Value> {
    match value {
        Value::Bool(truth) => vec![json!(!truth), Value::Null],
        Value::Number(number) => vec![json!(number.as_f64().map(|number| number + 0.5)), Value::Null],
        Value::String(text) => {
            let words = WORDS.iter().find(|words| words.contains(&text.as_str()));
            let other = words.and_then(|words| words.iter().find(|word| *word != text));
            vec![json!(other.map_or_else(|| format!("{text}x"), |word| word.to_string())), Value::Null]
        }
        Value::Array(values) => {
            let mut ways = vec![
                json!(values[..values.len().saturating_sub(1)]),
                json!(values.get(1..).unwrap_or_default()),
            ];
            let mut turned = values.clone();
            turned.rotate_left(usize::from(values.len() > 1));
            ways.push(json!(turned));
            ways
        }
        _ => vec![Value::Null],
    }
}

/// Every place of a value, as JSON pointers.
pub fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_string());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| places(value, &format!("{at}/{key}"), found));
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(nth, value)| places(value, &format!("{at}/{nth}"), found));
        }
        _ => {}
    }
}

/// The value with another one at a place; without it where that is null and there is a field to leave out.
pub fn with(json: &Value, place: &str, value: Value) -> Value {
    let mut json = json.clone();
    let (parent, key) = place.rsplit_once('/').expect("a place below the root");
    match (json.pointer_mut(parent).expect("a parent"), value) {
        (Value::Object(fields), Value::Null) => {
            fields.remove(key);
        }
        (parent, value) => *parent.pointer_mut(&format!("/{key}")).expect("a value") = value,
    }
    json
}
