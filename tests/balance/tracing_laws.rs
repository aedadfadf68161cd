//! Where the water of any network comes from.

use proptest::prelude::*;
use water_ledger::balance::{End, Flow, Network, NodeKind, Origins, Shares, cycles, trace};

use crate::balance::networks::any_kinds;

fn network_and_amounts() -> impl Strategy<Value = (Network, Vec<f64>)> {
    any_kinds().prop_flat_map(|network| {
        let amount = prop_oneof![1 => Just(0.0), 6 => 0.1..100.0f64, 1 => 1e-12..1e12f64];
        let amounts = prop::collection::vec(amount, network.flows().len());
        (Just(network), amounts)
    })
}

/// Every node its own class, the outside the last.
fn origins(network: &Network) -> Origins {
    let count = network.nodes().len();
    Origins { classes: count + 1, of_nodes: (0..count).collect(), of_outside: count }
}

/// All shares, fresh first.
fn list(shares: &Shares) -> Vec<f64> {
    shares.fresh.iter().copied().chain([shares.cascaded, shares.reclaimed]).collect()
}

proptest! {
    #[test]
    fn shares_are_shares((network, amounts) in network_and_amounts()) {
        for shares in trace(&network, &amounts, &origins(&network)).expect("sound") {
            let list = list(&shares);
            let sum: f64 = list.iter().sum();
            prop_assert!(list.iter().all(|share| (0.0..=1.0 + 1e-12).contains(share)), "{shares:?}");
            prop_assert!(sum == 0.0 || sum <= 1.0 + 1e-9, "{shares:?}");
        }
    }

    #[test]
    fn they_add_up_to_one_where_all_that_flows_in_is_known((network, amounts) in network_and_amounts()) {
        let all = trace(&network, &amounts, &origins(&network)).expect("sound");
        for (at, flow) in network.flows().iter().enumerate() {
            let (End::Node(from), sum) = (flow.from, list(&all[at]).iter().sum::<f64>()) else {
                prop_assert!((list(&all[at]).iter().sum::<f64>() - 1.0).abs() < 1e-12);
                continue;
            };
            let feeds = |(place, feed): &(usize, &Flow)| feed.to == End::Node(from) && amounts[*place] > 0.0;
            let mut known = network.flows().iter().enumerate().filter(feeds).peekable();
            let is_known = known.peek().is_some()
                && known.all(|(place, _)| (list(&all[place]).iter().sum::<f64>() - 1.0).abs() < 1e-9);
            let is_end = matches!(network.nodes()[from], NodeKind::Source | NodeKind::Use);
            if is_known || is_end {
                prop_assert!((sum - 1.0).abs() < 1e-8, "{sum}");
            }
        }
    }

    #[test]
    fn every_node_mixes_what_comes_in((network, amounts) in network_and_amounts()) {
        let all = trace(&network, &amounts, &origins(&network)).expect("sound");
        for (at, flow) in network.flows().iter().enumerate() {
            let End::Node(from) = flow.from else { continue };
            let mut mixed = vec![0.0; list(&all[at]).len()];
            let mut inflow = 0.0;
            for (feed, shares) in (0..amounts.len()).filter(|f| network.flows()[*f].to == flow.from).map(|f| (f, &all[f])) {
                inflow += amounts[feed];
                mixed.iter_mut().zip(list(shares)).for_each(|(sum, share)| *sum += amounts[feed] * share);
            }
            let found = list(&all[at]);
            let (cascaded, reclaimed) = (found.len() - 2, found.len() - 1);
            match network.nodes()[from] {
                NodeKind::Source => prop_assert_eq!(found[from], 1.0),
                NodeKind::Use => prop_assert_eq!(found[cascaded], 1.0),
                _ if inflow == 0.0 => prop_assert!(found.iter().all(|share| *share == 0.0)),
                kind => {
                    if kind == NodeKind::WastewaterTreatment {
                        mixed[reclaimed] += std::mem::take(&mut mixed[cascaded]);
                    }
                    for (found, mixed) in found.iter().zip(mixed) {
                        prop_assert!((found - mixed / inflow).abs() < 1e-9, "{found} {}", mixed / inflow);
                    }
                }
            }
        }
    }

    #[test]
    fn cycles_are_the_uses_that_reach_themselves(network in any_kinds()) {
        let passes = |at: usize| network.nodes()[at] != NodeKind::WastewaterTreatment;
        let reaches_itself = |start: &usize| {
            let mut seen = vec![false; network.nodes().len()];
            let mut ahead = vec![*start];
            while let Some(at) = ahead.pop() {
                for flow in network.flows().iter().filter(|flow| flow.from == End::Node(at)) {
                    if let End::Node(to) = flow.to && passes(to) && !std::mem::replace(&mut seen[to], true) {
                        ahead.push(to);
                    }
                }
            }
            seen[*start]
        };
        let is_use = |at: &usize| network.nodes()[*at] == NodeKind::Use;
        let expected: Vec<usize> =
            (0..network.nodes().len()).filter(is_use).filter(reaches_itself).collect();
        prop_assert_eq!(cycles(&network), expected);
    }
}

/// A plant with a ring of reclaimed water: what returns is reused water, also after it was mixed and treated for supply.
#[test]
fn reclaimed_and_cascaded_water_are_kept_apart() {
    use NodeKind::{Junction, Source, Treatment, Use, WastewaterTreatment};
    let nodes = vec![Source, Junction, Use, Use, WastewaterTreatment, Treatment];
    let flow = |from, to| Flow { from: End::Node(from), to: End::Node(to), amount: None };
    // Well → tank → A → B → wastewater → softening → tank; A also straight to wastewater.
    let flows = vec![flow(0, 1), flow(1, 2), flow(2, 3), flow(3, 4), flow(2, 4), flow(4, 5), flow(5, 1)];
    let network = Network::new(nodes, flows).expect("sound");
    let origins = Origins { classes: 1, of_nodes: vec![0; 6], of_outside: 0 };
    let shares = trace(&network, &[60.0, 100.0, 50.0, 40.0, 30.0, 70.0, 40.0], &origins).expect("sound");
    let found: Vec<[f64; 3]> = shares.iter().map(|s| [s.all_fresh(), s.cascaded, s.reclaimed]).collect();
    let (fresh, cascaded, reclaimed) = ([1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]);
    assert_eq!(found, [fresh, [0.6, 0.0, 0.4], cascaded, cascaded, cascaded, reclaimed, reclaimed]);
    assert!(cycles(&network).is_empty());
}

/// 999,999 of a million parts go round between two tanks; no digit of the rest is lost.
#[test]
fn water_that_goes_round_very_often_loses_no_digits() {
    use NodeKind::{Junction, Source, Use};
    let nodes = vec![Source, Use, Junction, Junction, Use];
    let flow = |from, to| Flow { from: End::Node(from), to: End::Node(to), amount: None };
    let flows = vec![flow(0, 2), flow(1, 3), flow(2, 3), flow(3, 2), flow(2, 4)];
    let network = Network::new(nodes, flows).expect("sound");
    let origins = Origins { classes: 1, of_nodes: vec![0; 5], of_outside: 0 };
    let shares = trace(&network, &[3e-9, 1e-9, 1e9, 1e9, 4e-9], &origins).expect("sound");
    assert!((shares[4].all_fresh() - 0.75).abs() < 1e-15, "{:?}", shares[4]);
}
