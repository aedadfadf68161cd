//! Metrics against the values that their sources print.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Value, json};
use water_ledger::catalog::{METRICS, series};
use water_ledger::text::Language;

use crate::answer::{assert_described, assert_near, only_answer};
use crate::files::{CaseStatus, cases};

/// A metric with its inputs and the value that the source prints.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MetricCase {
    name: String,
    source: String,
    status: CaseStatus,
    metric: String,
    inputs: Value,
    expected: f64,
    unit: String,
    tolerance: f64,
    #[serde(rename = "note")]
    _note: Option<String>,
}

#[test]
fn metrics_come_to_the_values_of_their_sources() {
    for case in cases::<MetricCase>("irrigation.toml", "case") {
        let place = &case.name;
        let answer = only_answer(&json!({ "metric": case.metric, "inputs": case.inputs }), Language::Chinese);
        assert_near(answer["value"].as_f64(), case.expected, case.tolerance, place);
        assert_eq!(answer["unit"], case.unit, "{place}");
        assert_eq!(answer["metric"], case.metric, "{place}");
        assert_described(&answer, place);
        assert!(answer.get("u").is_none(), "{place}: an uncertainty that nobody gave");
        assert!(!case.source.is_empty(), "{place}");
        // A published value has at least the digits that its tolerance claims.
        if matches!(case.status, CaseStatus::Published) {
            assert!(case.tolerance <= 0.005, "{place}: the tolerance is too wide to prove a printed value");
        }
    }
}

#[test]
fn every_metric_has_a_golden_case() {
    let cases = cases::<MetricCase>("irrigation.toml", "case");
    let covered: BTreeSet<&str> = cases.iter().map(|case| case.metric.as_str()).collect();
    let metrics: BTreeSet<&str> = METRICS.iter().map(|metric| metric.card().id).collect();
    assert_eq!(covered, metrics);
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
