//! The JSON contract of the command line, asked one question at a time.

use serde::Deserialize;
use serde_json::{Value, json};
use water_ledger::exchange::evaluate;
use water_ledger::metric::Status;
use water_ledger::text::Language;

/// The answer to a single request, which stands for itself in the array.
pub fn only_answer(request: &Value, language: Language) -> Value {
    let evaluation = evaluate(&json!([request]).to_string(), language).expect("a JSON array");
    let [answer] = evaluation.answers.as_array().expect("an array").as_slice() else {
        panic!("one request, one answer: {}", evaluation.answers)
    };
    assert_eq!(evaluation.failed, answer.get("error").is_some());
    answer.clone()
}

pub fn assert_near(value: Option<f64>, expected: f64, tolerance: f64, place: &str) {
    let value = value.unwrap_or_else(|| panic!("{place}: no value"));
    assert!((value - expected).abs() <= tolerance, "{place}: {value}, expected {expected} ± {tolerance}");
}

pub fn assert_described(answer: &Value, place: &str) {
    for key in ["display", "source", "status", "unit"] {
        assert!(
            answer[key].as_str().is_some_and(|text| !text.trim().is_empty()),
            "{place}: {key} in {answer}"
        );
    }
    assert!(Status::deserialize(&answer["status"]).is_ok(), "{place}: {answer}");
}
