//! The sensitivities of every golden case, against its own values a small step away.
//!
//! An uncertainty of 1 in one input alone gives an answer's uncertainty: the size of its slope along that input.

use serde_json::{Map, Value, json};
use water_ledger::exchange::evaluate;
use water_ledger::text::Language;

use crate::golden::metrics::metric_cases;

/// A step relative to the input, and how far the measured slope may be off, relative to it and absolute.
const STEP: f64 = 1e-6;
const OFF: f64 = 1e-4;

/// What rounding alone may make of a value, relative to it; a step divides by little.
const ROUNDING: f64 = 1e-14;

#[test]
fn the_uncertainty_of_one_input_is_carried_by_the_slope_along_it() {
    let (mut tried, mut skipped) = (0, 0);
    for case in metric_cases() {
        let values = |inputs: &Value| numbers_of(&asked(&case.metric, inputs)["value"]);
        let here = values(&case.inputs);
        for place in numbers_in(&case.inputs, String::new()) {
            let at = case.inputs.pointer(&place).and_then(Value::as_f64).expect("a number");
            let step = STEP * at.abs().max(1.0);
            let moved = |to: f64| values(&with(&case.inputs, &place, json!(to)));
            let (low, high) = (moved(at - step), moved(at + step));
            // At the edge of a range only one side can be asked; a step below decides which side of a bend counts.
            let (there, step) = match (low.is_empty(), high.is_empty()) {
                (false, _) => (low, step),
                (true, false) => (high, step),
                (true, true) => {
                    skipped += 1;
                    continue;
                }
            };
            tried += 1;
            let uncertain = with(&case.inputs, &place, json!({ "value": at, "u": 1 }));
            let slopes = numbers_of(&asked(&case.metric, &uncertain)["u"]);
            assert_eq!(slopes.len(), here.len(), "{}: {place}", case.name);
            for ((slope, here), there) in slopes.iter().zip(&here).zip(&there) {
                let measured = (there - here).abs() / step;
                let rounding = ROUNDING * here.abs() / step;
                assert!(
                    (measured - slope).abs() <= OFF * (1.0 + measured) + rounding,
                    "{}: {place}: {measured} {slope}",
                    case.name
                );
            }
        }
    }
    assert!(tried > 100 && skipped * 20 < tried, "{tried} tried, {skipped} skipped");
}

fn asked(metric: &str, inputs: &Value) -> Value {
    let request = json!([{ "metric": metric, "inputs": inputs }]).to_string();
    evaluate(&request, Language::Chinese).expect("an array").answers[0].clone()
}

/// The numbers of an answer's `value` or `u`, in the order of their keys; none of an error.
fn numbers_of(answer: &Value) -> Vec<f64> {
    match answer {
        Value::Object(fields) => fields.values().filter_map(Value::as_f64).collect(),
        one => one.as_f64().into_iter().collect(),
    }
}

/// The places of all numbers within inputs.
fn numbers_in(value: &Value, place: String) -> Vec<String> {
    match value {
        Value::Number(_) => vec![place],
        Value::Array(items) => {
            let item = |(index, item)| numbers_in(item, format!("{place}/{index}"));
            items.iter().enumerate().flat_map(item).collect()
        }
        Value::Object(fields) => fields_in(fields, &place),
        _ => Vec::new(),
    }
}

fn fields_in(fields: &Map<String, Value>, place: &str) -> Vec<String> {
    fields.iter().flat_map(|(key, field)| numbers_in(field, format!("{place}/{key}"))).collect()
}

fn with(inputs: &Value, place: &str, number: Value) -> Value {
    let mut changed = inputs.clone();
    *changed.pointer_mut(place).expect("the place was found there") = number;
    changed
}
