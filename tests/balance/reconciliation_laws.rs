//! What reconciliation does to any network.

use proptest::prelude::*;
use water_ledger::balance::{End, Flow, Measured, Network, ReconciledFlow, reconcile, states};

use crate::balance::networks::{any_kinds, balanced, largest_gap, uses, with_amounts};

/// A number for a flow that follows from its place.
fn factor(at: usize, seed: u64) -> f64 {
    let mixed =
        (seed ^ (at as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed >> 11) as f64 / (1u64 << 53) as f64
}

fn numbers(flow: &ReconciledFlow) -> impl Iterator<Item = f64> {
    [flow.value, flow.u, flow.standardised].into_iter().flatten()
}

proptest! {
    #[test]
    fn every_balance_of_known_flows_closes(network in any_kinds()) {
        let reconciled = reconcile(&network);
        prop_assert!(largest_gap(&network, &reconciled) <= 1e-9);
        prop_assert!(reconciled.contradictions.is_empty());
        let found: Vec<_> = reconciled.flows.iter().map(|flow| flow.state).collect();
        prop_assert_eq!(found, states(&network));
    }

    #[test]
    fn uncertainties_a_millionfold_apart_do_no_harm(network in any_kinds(), seed: u64) {
        let network = with_amounts(&network, |at, amount| {
            let u = 10f64.powf(6.0 * factor(at, seed) - 4.0);
            amount.map(|amount| Measured { u, ..amount })
        });
        let reconciled = reconcile(&network);
        prop_assert!(largest_gap(&network, &reconciled) <= 1e-9, "{}", largest_gap(&network, &reconciled));
    }

    #[test]
    fn nothing_but_finite_numbers_comes_out(network in any_kinds(), seed: u64) {
        // Amounts and uncertainties of any size, none of them among each other.
        let network = with_amounts(&network, |at, amount| {
            let wild = |turn: u64| match (seed.rotate_left(turn as u32 * 7) ^ at as u64) % 5 {
                0 => 0.0,
                1 => 1e100,
                2 => f64::MIN_POSITIVE / 8.0,
                _ => 10f64.powf(40.0 * factor(at, seed.wrapping_add(turn)) - 20.0),
            };
            amount.map(|_| Measured { value: wild(1), u: wild(2) })
        });
        let reconciled = reconcile(&network);
        prop_assert!(reconciled.flows.iter().flat_map(numbers).all(f64::is_finite), "{reconciled:?}");
        prop_assert!(reconciled.flows.iter().filter_map(|flow| flow.u).all(|u| u >= 0.0));
        prop_assert!(reconciled.contradictions.iter().all(|c| c.residual.is_finite()));
        if let Some(test) = reconciled.global {
            prop_assert!(test.chi_square.is_finite() && (0.0..=1.0).contains(&test.p));
        }
    }

    #[test]
    fn no_other_flows_that_close_come_nearer(network in uses(), seed: u64) {
        let reconciled = reconcile(&network);
        let other = with_amounts(&network, |at, amount| {
            amount.map(|amount| Measured { value: amount.value * (0.5 + factor(at, seed)), ..amount })
        });
        let other = reconcile(&other);
        let misfit: f64 = network.flows().iter().zip(&other.flows).filter_map(|(flow, other)| {
            flow.amount.zip(other.value).map(|(read, value)| ((value - read.value) / read.u).powi(2))
        }).sum();
        let chi_square = reconciled.global.map_or(0.0, |test| test.chi_square);
        prop_assert!(chi_square >= 0.0 && chi_square <= misfit * (1.0 + 1e-9) + 1e-9, "{chi_square} {misfit}");
    }

    #[test]
    fn adjusting_never_makes_a_meter_worse(network in any_kinds()) {
        for (flow, found) in network.flows().iter().zip(reconcile(&network).flows) {
            if let (Some(read), Some(u)) = (flow.amount, found.u) {
                prop_assert!(u <= read.u * (1.0 + 1e-12));
            }
        }
    }

    #[test]
    fn true_amounts_stay((network, amounts) in balanced(), seed: u64) {
        let read = |u: fn(f64) -> f64| with_amounts(&network, |at, _| {
            let share = factor(at, seed);
            (share > 0.2).then_some(Measured { value: amounts[at], u: u(share) })
        });
        // All uncertain, all exact, and some of either.
        for network in [read(|share| share), read(|_| 0.0), read(|share| if share > 0.6 { 0.0 } else { share })] {
            let reconciled = reconcile(&network);
            prop_assert!(reconciled.contradictions.is_empty());
            for (found, amount) in reconciled.flows.iter().zip(&amounts) {
                prop_assert!(found.value.is_none_or(|value| (value - amount).abs() <= 1e-9 * amount));
            }
            prop_assert!(reconciled.global.is_none_or(|test| test.chi_square < 1e-9 && test.agrees()));
            prop_assert!(reconciled.measurement.is_none_or(|test| test.suspects.is_empty()));
        }
    }

    #[test]
    fn exact_meters_among_others_keep_their_reading((network, amounts) in balanced(), seed: u64) {
        let network = with_amounts(&network, |at, _| {
            let share = factor(at, seed);
            let is_exact = share > 0.7;
            let value = if is_exact { amounts[at] } else { amounts[at] * (0.9 + share / 5.0) };
            (share > 0.15).then_some(Measured { value, u: if is_exact { 0.0 } else { 1.0 + share } })
        });
        let reconciled = reconcile(&network);
        prop_assert!(reconciled.contradictions.is_empty());
        prop_assert!(largest_gap(&network, &reconciled) <= 1e-9);
        for (flow, found) in network.flows().iter().zip(&reconciled.flows) {
            if let Some(Measured { value, u: 0.0 }) = flow.amount {
                prop_assert_eq!((found.u, found.standardised), (Some(0.0), None));
                prop_assert!((found.value.expect("measured") - value).abs() <= 1e-15 * value);
            }
        }
    }

    #[test]
    fn scaling_scales(network in any_kinds(), power in -20i32..20) {
        let scale = 2f64.powi(power);
        let scaled = with_amounts(&network, |_, amount| {
            amount.map(|amount| Measured { value: amount.value * scale, u: amount.u * scale })
        });
        let (one, other) = (reconcile(&network), reconcile(&scaled));
        prop_assert_eq!(one.global, other.global);
        prop_assert_eq!(&one.measurement, &other.measurement);
        for (one, other) in one.flows.iter().zip(&other.flows) {
            prop_assert_eq!(one.value.map(|value| value * scale), other.value);
            prop_assert_eq!(one.u.map(|u| u * scale), other.u);
        }
    }

    #[test]
    fn two_meters_side_by_side_are_as_good_as_one(network in any_kinds(), at: prop::sample::Index, share in 0.1..0.9f64) {
        let at = at.index(network.flows().len());
        let whole = network.flows()[at].amount.unwrap_or(Measured { value: 10.0, u: 1.0 });
        let network = with_amounts(&network, |place, amount| if place == at { Some(whole) } else { amount });
        let mut flows = network.flows().to_vec();
        let part = |value: f64, variance: f64| Some(Measured { value, u: whole.u * variance.sqrt() });
        flows.push(Flow { amount: part(whole.value * (1.0 - share), 1.0 - share), ..flows[at] });
        flows[at].amount = part(whole.value * share, share);
        let split = Network::new(network.nodes().to_vec(), flows).expect("still sound");
        let (one, two) = (reconcile(&network), reconcile(&split));
        let sum = two.flows[at].value.expect("measured") + two.flows.last().and_then(|f| f.value).expect("measured");
        prop_assert!((sum - one.flows[at].value.expect("measured")).abs() <= 1e-9 * (whole.value + whole.u));
        let chi = |of: &water_ledger::balance::Reconciled| of.global.map_or(0.0, |test| test.chi_square);
        prop_assert!((chi(&one) - chi(&two)).abs() <= 1e-9 * chi(&one).max(1.0));
    }

    #[test]
    fn the_order_of_nodes_and_flows_is_no_matter(network in any_kinds(), turn: usize) {
        let count = network.nodes().len();
        let moved = |at: usize| (at + turn % count) % count;
        let end = |end| match end {
            End::Node(at) => End::Node(moved(at)),
            End::Outside => End::Outside,
        };
        let mut nodes = network.nodes().to_vec();
        network.nodes().iter().enumerate().for_each(|(at, kind)| nodes[moved(at)] = *kind);
        let flow = |flow: &Flow| Flow { from: end(flow.from), to: end(flow.to), ..*flow };
        let flows = network.flows().iter().rev().map(flow).collect();
        let turned = Network::new(nodes, flows).expect("still sound");
        let (one, other) = (reconcile(&network), reconcile(&turned));
        for (one, other) in one.flows.iter().zip(other.flows.iter().rev()) {
            prop_assert_eq!(one.state, other.state);
            prop_assert!(one.value.zip(other.value).is_none_or(|(a, b)| (a - b).abs() <= 1e-9 * 100.0));
            prop_assert!(one.u.zip(other.u).is_none_or(|(a, b)| (a * a - b * b).abs() <= 1e-9 * 25.0));
        }
        let suspects = |of: &water_ledger::balance::Reconciled| of.measurement.as_ref().map(|t| t.suspects.len());
        prop_assert_eq!(suspects(&one), suspects(&other));
    }
}
