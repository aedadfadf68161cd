//! Cost is conserved, whatever the network.

use proptest::prelude::*;
use water_ledger::balance::{End, Network, NodeKind, Override, allocate};

use crate::balance::networks::any_kinds;

fn costed() -> impl Strategy<Value = (Network, Vec<f64>, Vec<Vec<f64>>)> {
    any_kinds().prop_flat_map(|network| {
        let amount = prop_oneof![1 => Just(0.0), 6 => 0.1..100.0f64, 1 => 1e-12..1e12f64];
        let amounts = prop::collection::vec(amount, network.flows().len());
        let costs = prop::collection::vec(prop::collection::vec(0.0..1e6f64, network.nodes().len()), 2);
        (Just(network), amounts, costs)
    })
}

/// All fractions that may be set at a network, each flow of a node with its own.
fn fractions(network: &Network, amounts: &[f64], costs: &[Vec<f64>], seed: u64) -> Vec<Override> {
    let mut chosen = Vec::new();
    for flow in (0..amounts.len()).filter(|flow| seed >> (flow % 64) & 1 == 1) {
        let one = Override { flow, fraction: (flow % 4) as f64 / 4.0 };
        chosen.push(one);
        if allocate(network, amounts, costs, &chosen).is_err() {
            chosen.pop();
        }
    }
    chosen
}

proptest! {
    #[test]
    fn what_is_borne_and_left_over_is_what_was_spent((network, amounts, costs) in costed(), seed: u64) {
        for overrides in [Vec::new(), fractions(&network, &amounts, &costs, seed)] {
            let found = allocate(&network, &amounts, &costs, &overrides).expect("sound");
            for ((borne, unallocated), cost) in found.borne.iter().zip(&found.unallocated).zip(&costs) {
                let (spent, sum): (f64, f64) = (cost.iter().sum(), borne.iter().sum());
                prop_assert!((sum + unallocated - spent).abs() <= 1e-9 * spent, "{sum} + {unallocated} ≠ {spent}");
                prop_assert!(*unallocated >= 0.0 && borne.iter().all(|amount| *amount >= 0.0));
                for (kind, amount) in network.nodes().iter().zip(borne) {
                    prop_assert!(*kind == NodeKind::Use || *amount == 0.0);
                }
            }
        }
    }

    #[test]
    fn costs_add_up_and_amounts_count_by_their_ratios((network, amounts, costs) in costed()) {
        let sum: Vec<f64> = costs[0].iter().zip(&costs[1]).map(|(a, b)| a + b).collect();
        let found = allocate(&network, &amounts, &[costs[0].clone(), costs[1].clone(), sum], &[]).expect("sound");
        let scaled: Vec<f64> = amounts.iter().map(|amount| amount * 1024.0).collect();
        let again = allocate(&network, &scaled, &costs, &[]).expect("sound");
        for at in 0..network.nodes().len() {
            let (one, other, both) = (found.borne[0][at], found.borne[1][at], found.borne[2][at]);
            prop_assert!((one + other - both).abs() <= 1e-9 * both.max(1e-3));
            prop_assert!((one - again.borne[0][at]).abs() <= 1e-9 * one.max(1e-3));
        }
    }

    #[test]
    fn a_use_always_bears_its_own((network, amounts, costs) in costed()) {
        let found = allocate(&network, &amounts, &costs, &[]).expect("sound");
        for (at, kind) in network.nodes().iter().enumerate() {
            prop_assert!(*kind != NodeKind::Use || found.borne[0][at] >= costs[0][at]);
        }
    }

    #[test]
    fn what_supplies_uses_alone_leaves_nothing_over((network, amounts, costs) in costed()) {
        // Where every source leads straight to a use, supply has somewhere to go.
        let leads = |node: usize| network.flows().iter().zip(&amounts).any(|(flow, amount)| {
            let to_use = matches!(flow.to, End::Node(to) if network.nodes()[to] == NodeKind::Use);
            flow.from == End::Node(node) && to_use && *amount > 0.0
        });
        let is_supply = |at: usize| network.nodes()[at] == NodeKind::Source && leads(at);
        let supply: Vec<f64> =
            costs[0].iter().enumerate().map(|(at, cost)| if is_supply(at) { *cost } else { 0.0 }).collect();
        let found = allocate(&network, &amounts, &[supply], &[]).expect("sound");
        prop_assert_eq!(found.unallocated[0], 0.0);
    }
}
