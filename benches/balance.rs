//! A plant of 500 uses, 560 nodes in all, and 2,000 flows, half of them with meters: all that is worked out of it after
//! each keystroke. A second plant has 1,000 nodes and 5,000 flows between any two of them, which no plant has.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use water_ledger::balance::{
    End, Flow, Measured, Network, NodeKind, Origins, allocate, cycles, reconcile, trace,
};

const USES: usize = 500;
const WORKSHOP: usize = 25;

/// Workshops of uses in a row on a main: each has a tank, a softener and a wastewater treatment that feeds the tank again.
/// Every use takes from the tank, gives to the next and to the treatment, and loses some.
fn plant() -> (Network, Vec<f64>) {
    let mut nodes = vec![NodeKind::Source, NodeKind::Junction, NodeKind::Discharge];
    let mut flows = vec![(End::Node(0), End::Node(1), 0.0)];
    for _ in 0..USES / WORKSHOP {
        let first = nodes.len();
        let [tank, softener, treatment] = [first, first + 1, first + 2].map(End::Node);
        nodes.extend([NodeKind::Junction, NodeKind::Treatment, NodeKind::WastewaterTreatment]);
        let intake = 6.0 * WORKSHOP as f64;
        flows[0].2 += intake;
        flows.extend([(End::Node(1), softener, intake), (softener, tank, intake)]);
        for place in 0..WORKSHOP {
            let at = End::Node(first + 3 + place);
            let next = if place + 1 < WORKSHOP { End::Node(first + 4 + place) } else { treatment };
            nodes.push(NodeKind::Use);
            let handed_on = (place + 1) as f64;
            flows.extend([
                (tank, at, 10.0),
                (at, next, handed_on),
                (at, treatment, 7.0),
                (at, End::Outside, 2.0),
            ]);
        }
        let reused = 4.0 * WORKSHOP as f64;
        flows.extend([(treatment, tank, reused), (treatment, End::Node(2), 4.0 * WORKSHOP as f64)]);
    }
    network(nodes, flows, |at| at % 5 != 0)
}

fn tangle() -> (Network, Vec<f64>) {
    let kinds = [NodeKind::Use, NodeKind::Junction, NodeKind::WastewaterTreatment, NodeKind::Treatment];
    let nodes: Vec<NodeKind> =
        (0..1_000).map(|at| if at < 5 { NodeKind::Source } else { kinds[at % 4] }).collect();
    let mut state = 1u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % 1_001
    };
    let end = |at| if at == 1_000 { End::Outside } else { End::Node(at) };
    let mut flows = Vec::new();
    while flows.len() < 5_000 {
        let (from, to) = (next(), next());
        if from != to {
            flows.push((end(from), end(to), 1.0 + (flows.len() % 90) as f64));
        }
    }
    network(nodes, flows, |at| at % 20 != 0)
}

/// Meters read a little more or less than the amounts.
fn network(
    nodes: Vec<NodeKind>,
    flows: Vec<(End, End, f64)>,
    is_metered: impl Fn(usize) -> bool,
) -> (Network, Vec<f64>) {
    let amounts = flows.iter().map(|(_, _, amount)| *amount).collect();
    let flow = |(at, (from, to, amount)): (usize, (End, End, f64))| {
        let read = Measured { value: amount * (0.98 + (at % 5) as f64 / 100.0), u: 0.02 * amount };
        Flow { from, to, amount: is_metered(at).then_some(read) }
    };
    let flows = flows.into_iter().enumerate().map(flow).collect();
    (Network::new(nodes, flows).expect("sound"), amounts)
}

fn everything(criterion: &mut Criterion) {
    for (name, (network, amounts)) in [("plant", plant()), ("tangle", tangle())] {
        let count = network.nodes().len();
        let origins = Origins { classes: 2, of_nodes: vec![0; count], of_outside: 1 };
        let costs = vec![vec![1.0; count]; 4];
        let mut group =
            criterion.benchmark_group(format!("{name}: {count} nodes, {} flows", network.flows().len()));
        group.sample_size(20);
        group.bench_function("reconciliation", |bencher| bencher.iter(|| reconcile(&network)));
        group.bench_function("origin", |bencher| bencher.iter(|| trace(&network, &amounts, &origins)));
        group.bench_function("cost", |bencher| bencher.iter(|| allocate(&network, &amounts, &costs, &[])));
        group.bench_function("all", |bencher| {
            bencher.iter(|| {
                let amounts = reconcile(&network).amounts();
                black_box(cycles(&network));
                black_box(trace(&network, &amounts, &origins)).ok();
                black_box(allocate(&network, &amounts, &costs, &[])).ok()
            });
        });
        group.finish();
    }
}

criterion_group!(benches, everything);
criterion_main!(benches);
