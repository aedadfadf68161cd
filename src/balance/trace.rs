//! 水的来源, how much of each flow is fresh, used before (串联), or used and treated (回用); and where water only goes round.
//!
//! A source delivers its own class of fresh water, whatever flows into it; a use delivers used water; every other node
//! mixes what comes in, and wastewater treatment turns used water into reclaimed. The shares are the solution of the
//! mixing equations, loops included. Arithmetic of mixing; unverified (textbook).

use super::elimination::Elimination;
use super::network::{BalanceError, End, Network, NodeKind};

/// More classes of fresh water than anybody tells apart.
const MOST_CLASSES: usize = 64;

/// Which classes of fresh water there are, such as conventional and non-conventional.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins {
    /// How many classes there are, at most 64.
    pub classes: usize,
    /// The class of each node's water, counted from zero; it matters for sources only.
    pub of_nodes: Vec<usize>,
    /// The class of what flows in from outside into anything but a source.
    pub of_outside: usize,
}

/// What a flow consists of, as fractions. They add up to 1, or to 0 where nothing is known to come in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shares {
    /// 新水, fresh water by class.
    pub fresh: Vec<f64>,
    /// 串联水, used before and not passed through wastewater treatment since.
    pub cascaded: f64,
    /// 回用水, used before and passed through wastewater treatment since.
    pub reclaimed: f64,
}

impl Shares {
    /// Fresh water of all classes.
    pub fn all_fresh(&self) -> f64 {
        self.fresh.iter().sum()
    }
}

/// What each flow consists of. `amounts` has the amount of each flow, none below zero.
///
/// ```
/// use water_ledger::balance::{End, Flow, Network, NodeKind, Origins, trace};
/// let nodes = vec![NodeKind::Source, NodeKind::Junction, NodeKind::Use];
/// let flow = |from, to| Flow { from: End::Node(from), to: End::Node(to), amount: None };
/// let network = Network::new(nodes, vec![flow(0, 1), flow(1, 2), flow(2, 1)]).expect("sound");
/// let origins = Origins { classes: 1, of_nodes: vec![0; 3], of_outside: 0 };
/// let shares = trace(&network, &[30.0, 40.0, 10.0], &origins).expect("sound");
/// assert_eq!((shares[1].all_fresh(), shares[1].cascaded, shares[2].cascaded), (0.75, 0.25, 1.0));
/// ```
///
/// # Errors
/// Amounts or classes that do not fit the network.
pub fn trace(network: &Network, amounts: &[f64], origins: &Origins) -> Result<Vec<Shares>, BalanceError> {
    network.check_amounts(amounts)?;
    let nodes = network.nodes();
    let is_known = |class: &usize| *class < origins.classes;
    if origins.of_nodes.len() != nodes.len()
        || origins.classes > MOST_CLASSES
        || !origins.of_nodes.iter().chain([&origins.of_outside]).all(is_known)
    {
        return Err(BalanceError::OtherLength);
    }
    let class_of = |end: End| match end {
        End::Outside => Some(origins.of_outside),
        End::Node(at) => (nodes[at] == NodeKind::Source).then(|| origins.of_nodes[at]),
    };
    let is_use = |end: End| matches!(end, End::Node(at) if nodes[at] == NodeKind::Use);
    let passes = |end: End| matches!(end, End::Node(at) if nodes[at] == NodeKind::WastewaterTreatment);
    let one = |is: bool| if is { 1.0 } else { 0.0 };

    let mixing = Mixing::of(network, amounts, |end| class_of(end).is_none() && !is_use(end));
    let fresh: Vec<Vec<f64>> =
        (0..origins.classes).map(|class| mixing.share(|end| one(class_of(end) == Some(class)))).collect();
    let used = mixing.share(|end| one(is_use(end)));
    // The same water followed back only as far as the last treatment.
    let since = Mixing::of(network, amounts, |end| class_of(end).is_none() && !is_use(end) && !passes(end));
    let cascaded = since.share(|end| one(is_use(end)));
    let used_at = |end: End| if let End::Node(at) = end { used[at] } else { 0.0 };
    let reclaimed = since.share(|end| if passes(end) { used_at(end) } else { 0.0 });

    let shares = |flow: &super::network::Flow| match flow.from {
        End::Node(at) => Shares {
            fresh: fresh.iter().map(|class| class[at]).collect(),
            cascaded: cascaded[at],
            reclaimed: reclaimed[at],
        },
        End::Outside => Shares {
            fresh: (0..origins.classes).map(|class| one(class == origins.of_outside)).collect(),
            ..Shares::default()
        },
    };
    Ok(network.flows().iter().map(shares).collect())
}

/// The nodes that mix what comes in, walked against the flow.
struct Mixing<'n> {
    elimination: Elimination,
    /// For each node the shares of its inflow that come from elsewhere than from mixing nodes.
    from_ends: Vec<Vec<(End, f64)>>,
    network: &'n Network,
    mixes: Vec<bool>,
}

impl<'n> Mixing<'n> {
    fn of(network: &'n Network, amounts: &[f64], mixes: impl Fn(End) -> bool) -> Mixing<'n> {
        let count = network.nodes().len();
        let mixes: Vec<bool> = (0..count).map(|at| mixes(End::Node(at))).collect();
        let (mut rows, mut from_ends) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        let (into, _) = network.by_node();
        for at in (0..count).filter(|at| mixes[*at]) {
            let inflow: f64 = into[at].iter().map(|flow| amounts[*flow]).sum();
            for flow in into[at].iter().copied().filter(|flow| amounts[*flow] > 0.0) {
                let share = amounts[flow] / inflow;
                match network.flows()[flow].from {
                    End::Node(from) if mixes[from] => rows[at].push((from, share)),
                    end => from_ends[at].push((end, share)),
                }
            }
        }
        let exits = from_ends.iter().map(|ends| ends.iter().map(|(_, share)| share).sum()).collect();
        Mixing { elimination: Elimination::of(rows, exits), from_ends, network, mixes }
    }

    /// For each node the share of what leaves it that has a property, which what does not come from mixing has or not.
    fn share(&self, of: impl Fn(End) -> f64) -> Vec<f64> {
        let at_ends = |ends: &Vec<(End, f64)>| ends.iter().map(|(end, share)| share * of(*end)).sum();
        let mut shares: Vec<f64> = self.from_ends.iter().map(at_ends).collect();
        self.elimination.pull(&mut shares);
        for at in (0..self.network.nodes().len()).filter(|at| !self.mixes[*at]) {
            shares[at] = of(End::Node(at));
        }
        shares
    }
}

/// 循环, the uses from which water comes back without having passed wastewater treatment. Who draws circulation as flows
/// and types its volume as well counts it twice.
///
/// ```
/// use water_ledger::balance::{End, Flow, Network, NodeKind, cycles};
/// let flow = |from, to| Flow { from: End::Node(from), to: End::Node(to), amount: None };
/// let nodes = vec![NodeKind::Use, NodeKind::Junction, NodeKind::Use];
/// let network = Network::new(nodes, vec![flow(0, 1), flow(1, 0), flow(1, 2)]).expect("sound");
/// assert_eq!(cycles(&network), [0]);
/// ```
pub fn cycles(network: &Network) -> Vec<usize> {
    let nodes = network.nodes();
    let (into, out) = network.by_node();
    let goes_on = |end: End| match end {
        End::Node(at) if nodes[at] != NodeKind::WastewaterTreatment => Some(at),
        _ => None,
    };
    let onward = |at: usize| out[at].iter().filter_map(|flow| goes_on(network.flows()[*flow].to));
    let back = |at: usize| into[at].iter().filter_map(|flow| goes_on(network.flows()[*flow].from));
    // Places that reach each other: one walk along the flows tells when each is left behind, a second against the flows,
    // from the last left, comes to those that return (Kosaraju; unverified (textbook)).
    let start: Vec<usize> = (0..nodes.len()).filter(|at| goes_on(End::Node(*at)).is_some()).collect();
    let mut seen = vec![false; nodes.len()];
    let mut left = Vec::new();
    for at in &start {
        walk(*at, &mut seen, &mut left, &|at| onward(at).collect());
    }
    let mut seen = vec![false; nodes.len()];
    let mut uses = Vec::new();
    for at in left.iter().rev() {
        let mut together = Vec::new();
        walk(*at, &mut seen, &mut together, &|at| back(at).collect());
        if together.len() > 1 {
            uses.extend(together.into_iter().filter(|at| nodes[*at] == NodeKind::Use));
        }
    }
    uses.sort_unstable();
    uses
}

/// Walks depth first over what was not seen, and notes each place when it is left behind.
fn walk(start: usize, seen: &mut [bool], left: &mut Vec<usize>, next: &dyn Fn(usize) -> Vec<usize>) {
    if std::mem::replace(&mut seen[start], true) {
        return;
    }
    let mut path = vec![(start, next(start))];
    while let Some((at, ahead)) = path.last_mut() {
        match ahead.pop() {
            Some(ahead) if !std::mem::replace(&mut seen[ahead], true) => path.push((ahead, next(ahead))),
            Some(_) => {}
            None => {
                left.push(*at);
                path.pop();
            }
        }
    }
}
