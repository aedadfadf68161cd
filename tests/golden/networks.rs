//! Cost allocated along networks through the command line's door, against the published cases.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use water_ledger::text::Language;

use crate::golden::answer::{assert_near, only_answer};
use crate::golden::files::cases;

#[derive(Deserialize)]
struct Case {
    name: String,
    nodes: Vec<Value>,
    flows: Vec<Value>,
    #[serde(default)]
    overrides: Vec<Value>,
    expected: BTreeMap<String, BTreeMap<String, f64>>,
}

#[test]
fn costs_come_to_the_published_shares() {
    for case in cases::<Case>("cost_allocation.toml", "case") {
        let inputs = json!({ "nodes": case.nodes, "edges": case.flows, "overrides": case.overrides });
        let request = json!({ "metric": "balance.cost_allocation", "inputs": inputs });
        let answer = only_answer(&request, Language::Chinese);
        for (system, parts) in &case.expected {
            for (part, expected) in parts.iter().filter(|(_, expected)| **expected > 0.0) {
                let place = format!("{} {system} {part}", case.name);
                assert_near(answer["value"][system][part].as_f64(), *expected, 0.01, &place);
            }
        }
    }
}

#[test]
fn a_network_that_is_none_is_refused_with_a_way_out() {
    let node = |id: &str, kind: &str| json!({ "id": id, "kind": kind, "unit_cost": 1.0 });
    let edge = |from: &str, to: &str, flow: f64| json!({ "from": from, "to": to, "flow": flow });
    let nodes = json!([node("I", "intake"), node("S", "system")]);
    for (inputs, code) in [
        (json!({}), "malformed_network"),
        (json!({ "nodes": nodes, "edges": [edge("I", "X", 1.0)] }), "malformed_network"),
        (json!({ "nodes": [node("I", "well")], "edges": [] }), "malformed_network"),
        (json!({ "nodes": nodes, "edges": [edge("S", "S", 1.0)] }), "flow_to_itself"),
        (json!({ "nodes": nodes, "edges": [edge("I", "S", -1.0)] }), "bad_amount"),
    ] {
        let request = json!({ "metric": "balance.cost_allocation", "inputs": inputs });
        let answer = only_answer(&request, Language::English);
        assert_eq!(answer["error"]["code"], code, "{answer}");
        assert!(answer["error"]["message"].as_str().is_some_and(|message| !message.is_empty()));
    }
}
