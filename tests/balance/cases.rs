//! The worked examples of `tests/cases`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use water_ledger::balance::{
    End, Flow, FlowState, Measured, Network, NodeKind, Override, allocate, reconcile,
};

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    Published,
    Derived,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    source: String,
    status: Status,
    note: String,
    nodes: Vec<String>,
    flows: Vec<Typed>,
    expected: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    from: String,
    to: String,
    value: Option<f64>,
    u: Option<f64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Known {
    Number(f64),
    Nothing(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    values: Vec<Known>,
    u: Option<Vec<Known>>,
    standardised: Option<Vec<f64>>,
    states: Option<Vec<String>>,
    chi_square: Option<f64>,
    degrees_of_freedom: Option<usize>,
    p: Option<f64>,
    suspects: Option<Vec<usize>>,
    #[serde(default)]
    contradictions: Vec<Contradicted>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contradicted {
    nodes: Vec<String>,
    residual: f64,
}

#[test]
fn networks_are_reconciled_as_worked_out() {
    for case in cases::<Case>("balance.toml") {
        assert!(!case.source.is_empty() && !case.note.is_empty(), "{}", case.name);
        assert!(matches!(case.status, Status::Published | Status::Derived));
        let named: Vec<(&str, &str)> =
            case.nodes.iter().map(|node| node.split_once(' ').expect("a name and a kind")).collect();
        let names: Vec<&str> = named.iter().map(|(name, _)| *name).collect();
        let amount = |flow: &Typed| flow.value.zip(flow.u).map(|(value, u)| Measured { value, u });
        let flow = |typed: &Typed| Flow {
            from: end(&typed.from, &names),
            to: end(&typed.to, &names),
            amount: amount(typed),
        };
        let kinds = named.iter().map(|(_, word)| kind(word)).collect();
        let network = Network::new(kinds, case.flows.iter().map(flow).collect()).expect(&case.name);
        let (found, expected) = (reconcile(&network), &case.expected);
        let each = |of: fn(&water_ledger::balance::ReconciledFlow) -> Option<f64>| {
            found.flows.iter().map(of).collect::<Vec<_>>()
        };
        assert_known(&case.name, &each(|flow| flow.value), &expected.values);
        if let Some(u) = &expected.u {
            assert_known(&case.name, &each(|flow| flow.u), u);
        }
        if let Some(standardised) = &expected.standardised {
            for (found, expected) in each(|flow| flow.standardised).iter().zip(standardised) {
                assert_near(&case.name, found.expect("checked"), *expected);
            }
        }
        if let Some(states) = &expected.states {
            let found: Vec<&str> = found.flows.iter().map(|flow| word(flow.state)).collect();
            assert_eq!(&found, states, "{}", case.name);
        }
        assert_eq!(
            found.global.map(|test| test.degrees_of_freedom),
            expected.degrees_of_freedom,
            "{}",
            case.name
        );
        if let Some(test) = found.global {
            assert_near(&case.name, test.chi_square, expected.chi_square.expect("given with its degrees"));
            assert_eq!(test.agrees(), test.p >= 0.05);
            expected.p.iter().for_each(|p| assert_near(&case.name, test.p, *p));
        }
        if let Some(suspects) = &expected.suspects {
            let found = found.measurement.as_ref().map(|test| &test.suspects);
            assert_eq!(found, Some(suspects), "{}", case.name);
        }
        let contradictions: Vec<(Vec<&str>, f64)> = found
            .contradictions
            .iter()
            .map(|c| (c.nodes.iter().map(|node| names[*node]).collect(), c.residual))
            .collect();
        assert_eq!(contradictions.len(), expected.contradictions.len(), "{}", case.name);
        for ((nodes, residual), expected) in contradictions.iter().zip(&expected.contradictions) {
            assert_eq!(nodes, &expected.nodes, "{}", case.name);
            assert_near(&case.name, *residual, expected.residual);
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CostCase {
    name: String,
    source: String,
    status: Status,
    #[serde(default)]
    note: String,
    nodes: Vec<CostNode>,
    flows: Vec<CostFlow>,
    #[serde(default)]
    overrides: Vec<Fixed>,
    expected: BTreeMap<String, BTreeMap<String, f64>>,
    #[serde(default)]
    unallocated: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CostNode {
    id: String,
    kind: String,
    #[serde(default)]
    unit_cost: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CostFlow {
    from: String,
    to: String,
    flow: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixed {
    from: String,
    to: String,
    fraction: f64,
}

/// Every kind of node is a part of the costs of its own.
const PARTS: [&str; 6] = ["intake", "treatment", "junction", "waste_treatment", "discharge", "system"];

#[test]
fn costs_are_allocated_as_worked_out() {
    for case in cases::<CostCase>("cost_allocation.toml") {
        assert!(!case.source.is_empty(), "{}", case.name);
        assert!(matches!(case.status, Status::Published) || !case.note.is_empty(), "{}", case.name);
        let names: Vec<&str> = case.nodes.iter().map(|node| node.id.as_str()).collect();
        let flow = |f: &CostFlow| Flow { from: end(&f.from, &names), to: end(&f.to, &names), amount: None };
        let kinds = case.nodes.iter().map(|node| kind(&node.kind)).collect();
        let network = Network::new(kinds, case.flows.iter().map(flow).collect()).expect(&case.name);
        let amounts: Vec<f64> = case.flows.iter().map(|flow| flow.flow).collect();
        let cost = |node: &CostNode| {
            let sum = |of: fn(&CostFlow) -> &String| -> f64 {
                case.flows.iter().filter(|flow| of(flow) == &node.id).map(|flow| flow.flow).sum()
            };
            let inflow = sum(|flow| &flow.to);
            node.unit_cost * 1000.0 * if inflow > 0.0 { inflow } else { sum(|flow| &flow.from) }
        };
        let costs: Vec<Vec<f64>> = PARTS
            .iter()
            .map(|part| case.nodes.iter().map(|n| if n.kind == *part { cost(n) } else { 0.0 }).collect())
            .collect();
        let place = |fixed: &Fixed| {
            let is_it = |flow: &CostFlow| flow.from == fixed.from && flow.to == fixed.to;
            case.flows.iter().position(is_it).expect("an override of a flow")
        };
        let overrides: Vec<Override> =
            case.overrides.iter().map(|o| Override { flow: place(o), fraction: o.fraction }).collect();
        let found = allocate(&network, &amounts, &costs, &overrides).expect(&case.name);
        for (part, borne) in PARTS.iter().zip(&found.borne) {
            for (name, found) in names.iter().zip(borne) {
                let expected = case.expected.get(*name).and_then(|parts| parts.get(*part));
                let expected = expected.copied().unwrap_or(0.0);
                assert!((found - expected).abs() < 0.01, "{}: {name} {part} {found} {expected}", case.name);
            }
        }
        let unallocated: f64 = found.unallocated.iter().sum();
        assert!((unallocated - case.unallocated).abs() < 0.01, "{}: {unallocated}", case.name);
        let borne: f64 = found.borne.iter().flatten().sum();
        let spent: f64 = costs.iter().flatten().sum();
        assert!((borne + unallocated - spent).abs() <= 1e-9 * spent, "{}", case.name);
    }
}

fn cases<C: DeserializeOwned>(file: &str) -> Vec<C> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file);
    let text = fs::read_to_string(path).expect("readable");
    let mut lists: BTreeMap<String, Vec<C>> = toml::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"));
    let cases = lists.remove("case").unwrap_or_default();
    assert!(cases.len() > 10 && lists.is_empty(), "{file}");
    cases
}

fn end(name: &str, names: &[&str]) -> End {
    match names.iter().position(|known| *known == name) {
        Some(at) => End::Node(at),
        None => {
            assert_eq!(name, "outside", "a flow of a node that is not listed");
            End::Outside
        }
    }
}

fn kind(word: &str) -> NodeKind {
    match word {
        "intake" | "source" => NodeKind::Source,
        "system" | "use" => NodeKind::Use,
        "treatment" => NodeKind::Treatment,
        "waste_treatment" => NodeKind::WastewaterTreatment,
        "junction" => NodeKind::Junction,
        "discharge" => NodeKind::Discharge,
        _ => panic!("no kind {word}"),
    }
}

fn word(state: FlowState) -> &'static str {
    match state {
        FlowState::MeasuredRedundant => "redundant",
        FlowState::MeasuredAlone => "alone",
        FlowState::Determined => "determined",
        FlowState::Undetermined => "undetermined",
    }
}

fn assert_known(name: &str, found: &[Option<f64>], expected: &[Known]) {
    assert_eq!(found.len(), expected.len(), "{name}");
    for (found, expected) in found.iter().zip(expected) {
        match (found, expected) {
            (Some(found), Known::Number(expected)) => assert_near(name, *found, *expected),
            (found, Known::Nothing(word)) => assert!(found.is_none() && word == "none", "{name}: {found:?}"),
            (None, Known::Number(expected)) => panic!("{name}: nothing, expected {expected}"),
        }
    }
}

fn assert_near(name: &str, found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs().max(1e-3),
        "{name}: {found}, expected {expected}"
    );
}
