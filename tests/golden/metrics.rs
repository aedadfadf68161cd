//! Metrics and calculations against the values that their sources print.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};
use water_ledger::catalog::{CALCULATIONS, METRICS, series};
use water_ledger::text::Language;

use crate::golden::answer::{assert_described, assert_near, only_answer};
use crate::golden::files::{CaseStatus, cases};

/// A published value is not proven by a tolerance wider than this, relative to it or absolute.
const WIDEST: (f64, f64) = (0.04, 0.005);

/// A metric or calculation with its inputs and what the source prints.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetricCase {
    pub name: String,
    source: String,
    status: CaseStatus,
    #[serde(alias = "topic")]
    pub metric: String,
    pub inputs: Value,
    expected: Numbers,
    unit: String,
    tolerance: Numbers,
    #[serde(rename = "note")]
    _note: Option<String>,
}

/// One number, a list of them, or several by their keys.
#[derive(Deserialize)]
#[serde(untagged)]
enum Numbers {
    One(f64),
    List(Vec<f64>),
    Several(BTreeMap<String, f64>),
}

impl Numbers {
    /// The number of a key or of a place in a list; one number stands for all.
    fn of(&self, key: &str) -> f64 {
        match self {
            Numbers::One(number) => *number,
            Numbers::List(numbers) => numbers[key.parse::<usize>().expect("a place")],
            Numbers::Several(numbers) => *numbers.get(key).unwrap_or_else(|| panic!("no {key}")),
        }
    }
}

/// The files of cases.
const FILES: [&str; 7] = [
    "irrigation.toml",
    "industry.toml",
    "trend.toml",
    "units.toml",
    "retrofit.toml",
    "region.toml",
    "household.toml",
];

pub fn metric_cases() -> Vec<MetricCase> {
    FILES.iter().flat_map(|file| cases(file, "case")).collect()
}

#[test]
fn metrics_come_to_the_values_of_their_sources() {
    for case in metric_cases() {
        let place = &case.name;
        let answer = only_answer(&json!({ "metric": case.metric, "inputs": case.inputs }), Language::Chinese);
        match &case.expected {
            Numbers::One(expected) => assert_value(&answer["value"], *expected, "", &case),
            Numbers::List(expected) => {
                let found = answer["value"].as_array().unwrap_or_else(|| panic!("{place}: {answer}"));
                assert_eq!(found.len(), expected.len(), "{place}: {answer}");
                for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
                    assert_value(found, *expected, &at.to_string(), &case);
                }
            }
            Numbers::Several(expected) => {
                let found = answer["value"].as_object().unwrap_or_else(|| panic!("{place}: {answer}"));
                assert!(found.keys().eq(expected.keys()), "{place}: {answer}");
                for (key, expected) in expected {
                    assert_value(&found[key], *expected, key, &case);
                }
            }
        }
        assert_eq!(answer["unit"], case.unit, "{place}");
        assert_eq!(answer["metric"], case.metric, "{place}");
        assert_described(&answer, place);
        assert!(answer.get("u").is_none(), "{place}: an uncertainty that nobody gave");
        assert!(!case.source.is_empty(), "{place}");
    }
}

fn assert_value(value: &Value, expected: f64, key: &str, case: &MetricCase) {
    let tolerance = case.tolerance.of(key);
    assert_near(value.as_f64(), expected, tolerance, &format!("{} {key}", case.name));
    // A published value has at least the digits that its tolerance claims.
    if matches!(case.status, CaseStatus::Published) {
        let widest = WIDEST.1.max(WIDEST.0 * expected.abs());
        assert!(
            tolerance <= widest,
            "{} {key}: the tolerance is too wide to prove a printed value",
            case.name
        );
    }
}

#[test]
fn every_metric_and_calculation_has_a_golden_case() {
    let cases = metric_cases();
    let covered: BTreeSet<&str> = cases.iter().map(|case| case.metric.as_str()).collect();
    let metrics = METRICS.iter().map(|metric| metric.info().id);
    let listed: BTreeSet<&str> =
        metrics.chain(CALCULATIONS.iter().map(|calculation| calculation.info().id)).collect();
    assert_eq!(covered, listed);
}

#[test]
fn the_catalogue_agrees_with_the_metrics() {
    let published = |id: &str| series(id).unwrap_or_else(|| panic!("no series {id}"));
    for coefficient in published("xishuangbanna.coefficient").values {
        let at = |id| published(id).at(coefficient.year).expect("the year has all its values").value;
        let inputs = json!({ "net": at("xishuangbanna.net"), "gross": at("xishuangbanna.gross") });
        let request = json!({ "metric": "irrigation.effective_use_coefficient", "inputs": inputs });
        assert_eq!(
            only_answer(&request, Language::Chinese)["display"],
            coefficient.printed,
            "{}",
            coefficient.year
        );
    }
}
