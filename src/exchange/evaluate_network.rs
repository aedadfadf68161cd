//! Cost allocated along a network, for programs: nodes and edges in, what each use bears by part out.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::balance::{BalanceError, End, Flow, Network, NodeKind, Override, allocate};
use crate::text::{Damage, Key, Language, Message};

/// The name that asks for it.
pub(super) const COST_ALLOCATION: &str = "balance.cost_allocation";

/// A cost of a unit of water counts so many units of flow, as 元/m³ and thousands of cubic metres do.
const FLOW_IN_COST_UNITS: f64 = 1000.0;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    #[serde(default)]
    overrides: Vec<Fixed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Node {
    id: String,
    kind: Kind,
    #[serde(default)]
    unit_cost: f64,
    /// What kind of treatment it is; it changes nothing.
    #[serde(rename = "process")]
    _process: Option<String>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Intake,
    System,
    Treatment,
    WasteTreatment,
    Junction,
    Discharge,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edge {
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

impl Kind {
    const ALL: [Kind; 6] =
        [Kind::Intake, Kind::System, Kind::Treatment, Kind::WasteTreatment, Kind::Junction, Kind::Discharge];

    fn name(self) -> &'static str {
        match self {
            Kind::Intake => "intake",
            Kind::System => "system",
            Kind::Treatment => "treatment",
            Kind::WasteTreatment => "waste_treatment",
            Kind::Junction => "junction",
            Kind::Discharge => "discharge",
        }
    }

    fn node(self) -> NodeKind {
        match self {
            Kind::Intake => NodeKind::Source,
            Kind::System => NodeKind::Use,
            Kind::Treatment => NodeKind::Treatment,
            Kind::WasteTreatment => NodeKind::WastewaterTreatment,
            Kind::Junction => NodeKind::Junction,
            Kind::Discharge => NodeKind::Discharge,
        }
    }
}

/// The answer to a request for [`COST_ALLOCATION`]: what each system bears, by the kind of node that costs it, and what
/// nobody bears. A node costs its `unit_cost` for each thousandth of the flow that enters it, or of what leaves a source.
pub(super) fn cost_allocation(inputs: &Value, language: Language) -> Value {
    match allocated(inputs) {
        Ok(value) => json!({
            "metric": COST_ALLOCATION,
            "value": value,
            "unit": "unit of cost",
            "display": value.to_string(),
            "source": Key::CostAllocationSource.say(language),
            "status": "unverified (textbook)",
        }),
        Err((code, message)) => {
            json!({ "metric": COST_ALLOCATION, "error": { "code": code, "message": message.say(language) } })
        }
    }
}

type Refusal = (&'static str, Message);

fn allocated(inputs: &Value) -> Result<Value, Refusal> {
    let malformed = |detail: Damage| {
        ("malformed_network", Message::new(Key::NetworkMalformed).with_clause("detail", detail.message()))
    };
    let asked: Asked =
        serde_json::from_value(inputs.clone()).map_err(|error| malformed(Damage::of_json(&error)))?;
    let place = |id: &str| {
        let found = asked.nodes.iter().position(|node| node.id == id);
        found.ok_or_else(|| malformed(Damage::Unknown(id.to_string())))
    };
    let mut flows = Vec::new();
    for edge in &asked.edges {
        let [from, to] = [&edge.from, &edge.to].map(|id| place(id).map(End::Node));
        flows.push(Flow { from: from?, to: to?, amount: None });
    }
    let refused = |error: BalanceError| (error.code(), error.message());
    let network =
        Network::new(asked.nodes.iter().map(|node| node.kind.node()).collect(), flows).map_err(refused)?;
    let amounts: Vec<f64> = asked.edges.iter().map(|edge| edge.flow).collect();
    let mut overrides = Vec::new();
    for fixed in &asked.overrides {
        let edge = asked.edges.iter().position(|edge| edge.from == fixed.from && edge.to == fixed.to);
        let flow =
            edge.ok_or_else(|| malformed(Damage::Unknown(format!("{} → {}", fixed.from, fixed.to))))?;
        overrides.push(Override { flow, fraction: fixed.fraction });
    }
    let spends = |kind: &Kind| asked.nodes.iter().any(|node| node.kind == *kind && node.unit_cost > 0.0);
    let parts: Vec<Kind> = Kind::ALL.into_iter().filter(spends).collect();
    let costs: Vec<Vec<f64>> = parts.iter().map(|part| costs_of(&asked, *part)).collect();
    let allocation = allocate(&network, &amounts, &costs, &overrides).map_err(refused)?;
    let mut borne: BTreeMap<&str, BTreeMap<&str, f64>> = BTreeMap::new();
    for (at, node) in asked.nodes.iter().enumerate().filter(|(_, node)| node.kind == Kind::System) {
        let of_node = parts.iter().zip(&allocation.borne).map(|(part, borne)| (part.name(), borne[at]));
        borne.insert(&node.id, of_node.collect());
    }
    let nobody: f64 = allocation.unallocated.iter().sum();
    let mut value = json!(borne);
    if nobody > 0.0 {
        value["unallocated"] = json!(nobody);
    }
    Ok(value)
}

fn costs_of(asked: &Asked, part: Kind) -> Vec<f64> {
    let sum = |end: fn(&Edge) -> &String, id: &String| {
        asked.edges.iter().filter(|edge| end(edge) == id).map(|edge| edge.flow).sum::<f64>()
    };
    let cost = |node: &Node| {
        let inflow = sum(|edge| &edge.to, &node.id);
        let through = if inflow > 0.0 { inflow } else { sum(|edge| &edge.from, &node.id) };
        if node.kind == part { node.unit_cost * through * FLOW_IN_COST_UNITS } else { 0.0 }
    };
    asked.nodes.iter().map(cost).collect()
}
