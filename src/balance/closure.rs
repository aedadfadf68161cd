//! 平衡差, whether what flows in flows out again, as measured. Nothing is filled in here.

use super::network::Network;

/// 进出水量与平衡差, the balance of a node or of the plant.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Closure {
    /// 进水量, the measured inflow.
    pub inflow: f64,
    /// 出水量, the measured outflow, consumption and leakage that are drawn included.
    pub outflow: f64,
    /// How many flows of it nobody measured.
    pub unmeasured: usize,
    /// 平衡差, inflow less outflow; none where a flow is not measured.
    pub residual: Option<f64>,
    /// Standard uncertainty of the residual: √Σu² of its flows, which are taken as independent.
    pub u: Option<f64>,
    /// The residual as a fraction of the inflow; none where nothing flows in.
    pub relative: Option<f64>,
}

/// The balances of a network.
#[derive(Clone, Debug, PartialEq)]
pub struct Closures {
    /// Each node; none of a node at the border, which water enters or leaves undrawn.
    pub nodes: Vec<Option<Closure>>,
    /// The plant: what comes in over its border and what goes out.
    pub plant: Closure,
}

/// The balance of each node and of the plant, from what was measured.
///
/// ```
/// use water_ledger::balance::{End, Flow, Measured, Network, NodeKind, closures};
/// let flow = |from, to, value| Flow { from, to, amount: Some(Measured { value, u: 1.0 }) };
/// let flows = vec![flow(End::Outside, End::Node(0), 100.0), flow(End::Node(0), End::Outside, 97.0)];
/// let closures = closures(&Network::new(vec![NodeKind::Use], flows).expect("sound"));
/// assert_eq!(closures.nodes[0].and_then(|node| node.residual), Some(3.0));
/// assert_eq!(closures.plant.relative, Some(0.03));
/// ```
pub fn closures(network: &Network) -> Closures {
    let outside = network.nodes().len();
    let mut sums = vec![(Closure::default(), 0.0); outside + 1];
    for (place, flow) in network.flows().iter().enumerate() {
        let [from, to] = network.ends(place);
        let Some(amount) = flow.amount else {
            sums[from].0.unmeasured += 1;
            sums[to].0.unmeasured += usize::from(from != to);
            continue;
        };
        sums[from].0.outflow += amount.value;
        sums[to].0.inflow += amount.value;
        if from != to {
            sums[from].1 += amount.u * amount.u;
            sums[to].1 += amount.u * amount.u;
        }
    }
    let (beyond, variance) = sums.pop().unwrap_or_default();
    // What flows into the world beyond flows out of the plant.
    let plant = judged(Closure { inflow: beyond.outflow, outflow: beyond.inflow, ..beyond }, variance);
    let node = |(node, (sum, variance))| (!network.is_border(node)).then(|| judged(sum, variance));
    Closures { nodes: sums.into_iter().enumerate().map(node).collect(), plant }
}

fn judged(sum: Closure, variance: f64) -> Closure {
    let residual = (sum.unmeasured == 0).then_some(sum.inflow - sum.outflow);
    let relative = residual.filter(|_| sum.inflow > 0.0).map(|residual| residual / sum.inflow);
    Closure {
        residual,
        relative: relative.filter(|r| r.is_finite()),
        u: residual.map(|_| variance.sqrt()),
        ..sum
    }
}
