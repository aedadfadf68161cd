//! Networks of any shape: rings, parallel flows, flows without meters, nodes that nothing reaches.

use std::ops::Range;

use proptest::prelude::*;
use water_ledger::balance::{End, Flow, Measured, Network, NodeKind, Reconciled};

pub const KINDS: [NodeKind; 6] = [
    NodeKind::Source,
    NodeKind::Use,
    NodeKind::Treatment,
    NodeKind::WastewaterTreatment,
    NodeKind::Junction,
    NodeKind::Discharge,
];

/// A network of uses, all of which must balance.
pub fn uses() -> impl Strategy<Value = Network> {
    of_kinds(Just(NodeKind::Use).boxed(), 1..9, 1..25)
}

/// A network of any kinds.
pub fn any_kinds() -> impl Strategy<Value = Network> {
    of_kinds(prop::sample::select(&KINDS[..]).boxed(), 1..9, 1..25)
}

/// A network in which many ways meet.
pub fn large() -> impl Strategy<Value = Network> {
    of_kinds(prop::sample::select(&KINDS[..]).boxed(), 20..60, 60..200)
}

fn of_kinds(
    kind: BoxedStrategy<NodeKind>,
    nodes: Range<usize>,
    flows: Range<usize>,
) -> impl Strategy<Value = Network> {
    nodes.prop_flat_map(move |count| {
        let flow = (0..=count, 1..=count, prop::option::weighted(0.75, (0.0..100.0f64, 0.1..5.0f64)));
        let nodes = prop::collection::vec(kind.clone(), count);
        (nodes, prop::collection::vec(flow, flows.clone())).prop_map(move |(nodes, flows)| {
            let flow = |(from, step, amount): (usize, usize, Option<(f64, f64)>)| Flow {
                from: end(from, count),
                to: end((from + step) % (count + 1), count),
                amount: amount.map(|(value, u)| Measured { value, u }),
            };
            Network::new(nodes, flows.into_iter().map(flow).collect()).expect("sound by construction")
        })
    })
}

/// A network whose true amounts are known: water runs along a few closed ways through nodes and the outside.
pub fn balanced() -> impl Strategy<Value = (Network, Vec<f64>)> {
    (2usize..9).prop_flat_map(|count| {
        let way = (prop::collection::vec(0..count, 1..6), 1.0..100.0f64, any::<bool>());
        prop::collection::vec(way, 1..8).prop_map(move |ways| {
            let mut flows: Vec<Flow> = Vec::new();
            let mut amounts: Vec<f64> = Vec::new();
            for (stops, amount, is_ring) in ways {
                let mut stops: Vec<End> = stops.into_iter().map(End::Node).collect();
                stops.dedup();
                if !is_ring || stops.len() < 2 || stops.first() == stops.last() {
                    stops.push(End::Outside);
                }
                for (at, from) in stops.iter().enumerate() {
                    let to = stops[(at + 1) % stops.len()];
                    let known = flows.iter().position(|flow| flow.from == *from && flow.to == to);
                    match known {
                        Some(known) => amounts[known] += amount,
                        None => {
                            flows.push(Flow { from: *from, to, amount: None });
                            amounts.push(amount);
                        }
                    }
                }
            }
            (Network::new(vec![NodeKind::Use; count], flows).expect("sound by construction"), amounts)
        })
    })
}

pub fn end(at: usize, count: usize) -> End {
    if at == count { End::Outside } else { End::Node(at) }
}

/// The same network with other amounts.
pub fn with_amounts(
    network: &Network,
    amount: impl Fn(usize, Option<Measured>) -> Option<Measured>,
) -> Network {
    let flow = |(at, flow): (usize, &Flow)| Flow { amount: amount(at, flow.amount), ..*flow };
    let flows = network.flows().iter().enumerate().map(flow).collect();
    Network::new(network.nodes().to_vec(), flows).expect("still sound")
}

/// The largest relative gap in the balance of a node all of whose flows are known.
pub fn largest_gap(network: &Network, reconciled: &Reconciled) -> f64 {
    let gap = |node: usize| {
        let (mut net, mut size) = (0.0, 0.0f64);
        for (flow, found) in network.flows().iter().zip(&reconciled.flows) {
            let sign = f64::from(u8::from(flow.to == End::Node(node)))
                - f64::from(u8::from(flow.from == End::Node(node)));
            if sign != 0.0 {
                let value = found.value?;
                net += sign * value;
                // A meter may be corrected to nothing: what it had read counts as well.
                size =
                    size.max(value.abs()).max(flow.amount.map_or(0.0, |amount| amount.value.max(amount.u)));
            }
        }
        (size > 0.0).then(|| net.abs() / size)
    };
    let nodes = (0..network.nodes().len()).filter(|node| !network.is_border(*node));
    nodes.filter_map(gap).fold(0.0, f64::max)
}
