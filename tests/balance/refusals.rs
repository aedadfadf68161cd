//! What does not fit is refused with a code, a place and a sentence, and never by a panic.

use std::collections::BTreeSet;

use water_ledger::balance::{
    BalanceError, End, Flow, Measured, Network, NodeKind, Origins, Override, allocate, cycles, reconcile,
    trace,
};
use water_ledger::text::Language;

fn network(flows: Vec<Flow>) -> Result<Network, BalanceError> {
    use NodeKind::{Discharge, Source, Use, WastewaterTreatment};
    Network::new(vec![Source, Use, WastewaterTreatment, Discharge], flows)
}

fn flow(from: usize, to: usize) -> Flow {
    Flow { from: End::Node(from), to: End::Node(to), amount: None }
}

fn read(value: f64, u: f64) -> Flow {
    Flow { amount: Some(Measured { value, u }), ..flow(0, 1) }
}

#[test]
fn networks_that_cannot_be_are_refused_at_their_flow() {
    assert_eq!(network(vec![flow(0, 1), flow(0, 4)]), Err(BalanceError::UnknownEnd { flow: 1 }));
    assert_eq!(network(vec![flow(usize::MAX, 1)]), Err(BalanceError::UnknownEnd { flow: 0 }));
    assert_eq!(network(vec![flow(0, 1), flow(1, 1)]), Err(BalanceError::FlowToItself { flow: 1 }));
    let through = Flow { from: End::Outside, to: End::Outside, amount: None };
    assert_eq!(network(vec![through]), Err(BalanceError::FlowToItself { flow: 0 }));
    for (value, u) in [(-1.0, 1.0), (f64::NAN, 1.0), (1.0, -1.0), (1.0, f64::INFINITY), (1e101, 1.0)] {
        assert_eq!(network(vec![read(value, u)]), Err(BalanceError::BadAmount { flow: 0 }));
    }
}

#[test]
fn what_is_asked_of_a_network_must_fit_it() {
    let network = network(vec![flow(0, 1), flow(1, 2), flow(2, 3)]).expect("sound");
    let origins = |classes, of_nodes, of_outside| Origins { classes, of_nodes, of_outside };
    let amounts = [1.0, 1.0, 1.0];
    let other_length = Err(BalanceError::OtherLength);
    for wrong in [
        origins(1, vec![0; 3], 0),
        origins(1, vec![0, 0, 1, 0], 0),
        origins(1, vec![0; 4], 1),
        origins(0, vec![0; 4], 0),
        origins(usize::MAX, vec![0; 4], 0),
    ] {
        assert_eq!(trace(&network, &amounts, &wrong), other_length);
    }
    assert_eq!(trace(&network, &[1.0], &origins(1, vec![0; 4], 0)), other_length);
    let allocated = |amounts: &[f64], cost: Vec<f64>, overrides: &[Override]| {
        allocate(&network, amounts, &[cost], overrides).map(|found| found.unallocated)
    };
    assert_eq!(allocated(&amounts, vec![0.0], &[]), Err(BalanceError::OtherLength));
    assert_eq!(allocated(&[1.0, -1.0, 1.0], vec![0.0; 4], &[]), Err(BalanceError::BadAmount { flow: 1 }));
    let cost = vec![0.0, 0.0, f64::NAN, 0.0];
    assert_eq!(allocated(&amounts, cost, &[]), Err(BalanceError::BadCost { node: 2 }));
    let fixed = |flow, fraction| Override { flow, fraction };
    for (wrong, at) in [
        (vec![fixed(9, 0.5)], 9),
        (vec![fixed(0, 1.5)], 0),
        (vec![fixed(0, f64::NAN)], 0),
        (vec![fixed(0, 0.5), fixed(0, 0.5)], 0),
        // What leaves a use carries no cost on.
        (vec![fixed(1, 0.5)], 1),
    ] {
        assert_eq!(allocated(&amounts, vec![1.0; 4], &wrong), Err(BalanceError::BadOverride { flow: at }));
    }
    assert_eq!(allocated(&amounts, vec![1.0; 4], &[fixed(0, 0.0)]), Ok(vec![1.0]));
}

#[test]
fn every_refusal_has_a_code_and_a_sentence_in_both_languages() {
    let errors = [
        BalanceError::UnknownEnd { flow: 0 },
        BalanceError::FlowToItself { flow: 0 },
        BalanceError::BadAmount { flow: 0 },
        BalanceError::BadCost { node: 0 },
        BalanceError::BadOverride { flow: 0 },
        BalanceError::OtherLength,
    ];
    let codes: BTreeSet<&str> = errors.iter().map(BalanceError::code).collect();
    assert_eq!(codes.len(), errors.len());
    for error in errors {
        let [zh, en] = Language::ALL.map(|language| error.message().say(language));
        assert!(zh.ends_with('。') && en.ends_with('.'), "{zh} {en}");
        assert!(!zh.contains('{') && !en.contains('{') && en.contains('1') == zh.contains('1'), "{zh} {en}");
    }
}

#[test]
fn nothing_at_all_is_a_network_too() {
    let empty = Network::new(Vec::new(), Vec::new()).expect("sound");
    let reconciled = reconcile(&empty);
    assert!(reconciled.flows.is_empty() && reconciled.global.is_none() && reconciled.measurement.is_none());
    let origins = Origins { classes: 1, of_nodes: Vec::new(), of_outside: 0 };
    assert_eq!(trace(&empty, &[], &origins), Ok(Vec::new()));
    assert!(cycles(&empty).is_empty());
    assert!(allocate(&empty, &[], &[], &[]).is_ok());
}
