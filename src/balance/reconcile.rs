//! 平衡调整, data reconciliation: the flows that close every balance and depart least from the measurements.
//!
//! Weighted least squares: minimise Σ((x̂ − x)/u)² over the measured flows so that Σ in = Σ out at every node. Nodes joined
//! by unmeasured flows are taken as one, so that only measured flows remain; the corrections are x̂ − x = −Σ·Aᵀ·(A·Σ·Aᵀ)⁻¹·A·x
//! with A the balances and Σ the squares of u. A·Σ·Aᵀ is a weighted Laplacian. Source: textbook method of data
//! reconciliation (Kuehn and Davidson 1961; Mah, Stanley and Downing 1976), unverified (textbook).

use super::determine::{FlowState, Unmeasured};
use super::elimination::Elimination;
use super::network::Network;
use super::verdict::{GlobalTest, MeasurementTest};

/// An uncertainty below this fraction of the largest number of the network is lost in the rounding of its balances, and
/// counts as none.
const ROUNDING: f64 = 1e-13;

/// Exact amounts that fail to balance by less than this fraction of their sum agree.
const AGREEMENT: f64 = 1e-9;

/// What differs from zero by less than this fraction of what it was summed from is zero.
const ZERO: f64 = 1e-12;

/// How often the corrections are corrected. Once would do for meters of one kind; where uncertainties differ a
/// millionfold, each turn closes the balances by many digits more.
const TURNS: usize = 3;

/// A flow after reconciliation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReconciledFlow {
    /// How it is known.
    pub state: FlowState,
    /// 调整值, adjusted or determined amount; none of an undetermined flow. Below zero, the flow runs against its arrow or
    /// something is measured wrongly: it is kept as it comes out.
    pub value: Option<f64>,
    /// Standard uncertainty of the value. Sound down to about a millionth of the flow's own meter; below that it is zero.
    pub u: Option<f64>,
    /// 标准化校正量, correction ÷ its standard uncertainty; none of a flow that the balances do not check.
    pub standardised: Option<f64>,
}

impl ReconciledFlow {
    /// Whether the flow came out running against its arrow.
    pub fn runs_backwards(&self) -> bool {
        self.value.is_some_and(|value| value < 0.0)
    }
}

/// A part of the network whose exact amounts contradict each other. Its flows are left as measured and enter no test.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// The nodes that together do not balance.
    pub nodes: Vec<usize>,
    /// What they take in less what they give out, exact amounts alone.
    pub residual: f64,
}

/// A reconciled network.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciled {
    /// Each flow, in the order given.
    pub flows: Vec<ReconciledFlow>,
    /// Whether the measurements agree as a whole; none where the balances check nothing.
    pub global: Option<GlobalTest>,
    /// Whether single measurements stand out; none where the balances check no flow.
    pub measurement: Option<MeasurementTest>,
    /// Where exact amounts contradict each other.
    pub contradictions: Vec<Contradiction>,
}

impl Reconciled {
    /// An amount for each flow, for [`trace`](super::trace()) and [`allocate`](super::allocate()): what is not determined
    /// or runs backwards counts as nothing.
    pub fn amounts(&self) -> Vec<f64> {
        self.flows.iter().map(|flow| flow.value.unwrap_or(0.0).max(0.0)).collect()
    }
}

/// Reconciles a network.
///
/// ```
/// use water_ledger::balance::{End, Flow, Measured, Network, NodeKind, reconcile};
/// let flow = |from, to, value| Flow { from, to, amount: Some(Measured { value, u: 1.0 }) };
/// let flows = vec![flow(End::Outside, End::Node(0), 102.0), flow(End::Node(0), End::Outside, 100.0)];
/// let reconciled = reconcile(&Network::new(vec![NodeKind::Use], flows).expect("sound"));
/// let values: Vec<Option<f64>> = reconciled.flows.iter().map(|flow| flow.value).collect();
/// assert_eq!(values, [Some(101.0), Some(101.0)]);
/// ```
pub fn reconcile(network: &Network) -> Reconciled {
    let unmeasured = Unmeasured::of(network);
    let mut problem = Problem::of(network, &unmeasured);
    let contradictions = problem.set_contradictions_aside(network, &unmeasured);
    let elimination = problem.elimination();
    problem.level(&elimination);
    let mut flows = problem.measured_flows(unmeasured.states(network), &elimination);
    problem.determine(network, &unmeasured, &elimination, &mut flows);
    let chi_square = problem.edges.iter().map(Edge::misfit).sum();
    Reconciled {
        global: GlobalTest::of(chi_square, elimination.rank()),
        measurement: MeasurementTest::of(&flows.iter().map(|flow| flow.standardised).collect::<Vec<_>>()),
        flows,
        contradictions,
    }
}

/// The network with the groups of unmeasured flows taken as one place each. All amounts are fractions of `scale`, so that
/// no square leaves the range of numbers.
struct Problem {
    scale: f64,
    /// How many groups have a balance: all but the first, which is the world beyond.
    groups: usize,
    edges: Vec<Edge>,
}

/// A measured flow between groups; `None` is the world beyond the plant.
#[derive(Clone, Copy)]
struct Edge {
    flow: usize,
    from: Option<usize>,
    to: Option<usize>,
    measured: f64,
    /// u², zero of an exact flow.
    variance: f64,
    correction: f64,
    /// Left as measured: it stands where exact flows contradict each other.
    is_aside: bool,
}

impl Edge {
    /// Whether the balances may change it.
    fn is_free(&self) -> bool {
        self.variance > 0.0 && self.from != self.to && !self.is_aside
    }

    /// What its correction adds to the sum of squares.
    fn misfit(&self) -> f64 {
        if self.is_free() { self.correction * self.correction / self.variance } else { 0.0 }
    }
}

impl Problem {
    fn of(network: &Network, unmeasured: &Unmeasured) -> Problem {
        let measured =
            || network.flows().iter().enumerate().filter_map(|(at, flow)| flow.amount.map(|m| (at, m)));
        let largest = measured().fold(0.0, |largest: f64, (_, m)| largest.max(m.value).max(m.u));
        let scale = if largest > 0.0 { largest } else { 1.0 };
        let edge = |(flow, amount): (usize, super::network::Measured)| {
            let [from, to] = unmeasured.groups_of(network, flow).map(|group| group.checked_sub(1));
            let u = amount.u / scale;
            Edge {
                flow,
                from,
                to,
                measured: amount.value / scale,
                variance: if u < ROUNDING { 0.0 } else { u * u },
                correction: 0.0,
                is_aside: false,
            }
        };
        Problem { scale, groups: unmeasured.groups - 1, edges: measured().map(edge).collect() }
    }

    /// Where groups are joined to the rest by exact flows alone, these must balance by themselves. Where they do not, no
    /// correction helps, and the flows there stay as measured.
    fn set_contradictions_aside(&mut self, network: &Network, unmeasured: &Unmeasured) -> Vec<Contradiction> {
        let mut parts = Parts::of(self.groups + 1);
        let place = |group: Option<usize>| group.unwrap_or(self.groups);
        for edge in self.edges.iter().filter(|edge| edge.is_free()) {
            parts.join(place(edge.from), place(edge.to));
        }
        let part: Vec<usize> = (0..=self.groups).map(|group| parts.part(group)).collect();
        let (mut residual, mut size) = (vec![0.0; part.len()], vec![0.0; part.len()]);
        for edge in self.edges.iter().filter(|edge| edge.variance == 0.0) {
            for (group, sign) in [(edge.from, -1.0), (edge.to, 1.0)] {
                residual[part[place(group)]] += sign * edge.measured;
                size[part[place(group)]] += edge.measured;
            }
        }
        let is_wrong: Vec<bool> = (0..part.len())
            .map(|at| at != part[self.groups] && residual[at].abs() > AGREEMENT * size[at])
            .collect();
        for edge in &mut self.edges {
            edge.is_aside = edge.from.is_some_and(|from| is_wrong[part[from]])
                || edge.to.is_some_and(|to| is_wrong[part[to]]);
        }
        let part_of = |node: usize| unmeasured.group[node].checked_sub(1).map(|group| part[group]);
        let contradiction = |at: usize| Contradiction {
            nodes: (0..network.nodes().len()).filter(|node| part_of(*node) == Some(at)).collect(),
            residual: residual[at] * self.scale,
        };
        (0..part.len()).filter(|at| is_wrong[*at]).map(contradiction).collect()
    }

    /// The equations A·Σ·Aᵀ.
    fn elimination(&self) -> Elimination {
        let mut rows = vec![Vec::new(); self.groups];
        let mut exits = vec![0.0; self.groups];
        for edge in self.edges.iter().filter(|edge| edge.is_free()) {
            match (edge.from, edge.to) {
                (Some(from), Some(to)) => {
                    rows[from].push((to, edge.variance));
                    rows[to].push((from, edge.variance));
                }
                (Some(group), None) | (None, Some(group)) => exits[group] += edge.variance,
                (None, None) => {}
            }
        }
        Elimination::of(rows, exits)
    }

    /// Corrects the measured flows until all balances close.
    fn level(&mut self, elimination: &Elimination) {
        for _ in 0..TURNS {
            let mut levels = vec![0.0; self.groups];
            for edge in self.edges.iter().filter(|edge| !edge.is_aside) {
                add(&mut levels, edge.to, edge.measured + edge.correction);
                add(&mut levels, edge.from, -(edge.measured + edge.correction));
            }
            elimination.pull(&mut levels);
            let level = |group: Option<usize>| group.map_or(0.0, |group| levels[group]);
            for edge in self.edges.iter_mut().filter(|edge| edge.is_free()) {
                edge.correction += edge.variance * (level(edge.from) - level(edge.to));
            }
        }
    }

    fn measured_flows(&self, states: Vec<FlowState>, elimination: &Elimination) -> Vec<ReconciledFlow> {
        let blank = |state| ReconciledFlow { state, value: None, u: None, standardised: None };
        let mut flows: Vec<ReconciledFlow> = states.into_iter().map(blank).collect();
        let distances = elimination.distances();
        for edge in &self.edges {
            let flow = &mut flows[edge.flow];
            flow.value = Some(edge.measured * self.scale);
            flow.u = Some(edge.variance.sqrt() * self.scale);
            if edge.is_free() {
                let value = edge.measured + edge.correction;
                let is_nothing = value.abs() <= ZERO * edge.measured.max(edge.variance.sqrt());
                flow.value = Some(if is_nothing { 0.0 } else { value * self.scale });
                let distance = distances.between(edge.from, edge.to);
                let left = edge.variance * above_zero(1.0, edge.variance * distance);
                flow.u = Some(left.sqrt() * self.scale);
                flow.standardised = Some(edge.correction / (edge.variance * distance.sqrt()));
            }
        }
        flows
    }

    /// Gives each bridge what the part beyond it takes in and does not give out elsewhere.
    fn determine(
        &self,
        network: &Network,
        unmeasured: &Unmeasured,
        elimination: &Elimination,
        flows: &mut [ReconciledFlow],
    ) {
        let mut at = vec![Vec::new(); network.nodes().len() + 1];
        for edge in &self.edges {
            let [from, to] = network.ends(edge.flow);
            at[from].push((edge, to, -1.0));
            at[to].push((edge, from, 1.0));
        }
        let mut is_beyond = vec![false; at.len()];
        for bridge in &unmeasured.bridges {
            let beyond = unmeasured.beyond(bridge);
            beyond.iter().for_each(|place| is_beyond[*place] = true);
            let crossing =
                || beyond.iter().flat_map(|place| &at[*place]).filter(|(_, other, _)| !is_beyond[*other]);
            let (mut net, mut size, mut variance) = (0.0, 0.0, 0.0);
            let mut shared = vec![0.0; self.groups];
            for (edge, _, sign) in crossing() {
                let value = edge.measured + edge.correction;
                net += sign * value;
                size += edge.measured + edge.correction.abs();
                variance += edge.variance;
                if edge.is_free() {
                    add(&mut shared, edge.to, sign * edge.variance);
                    add(&mut shared, edge.from, -sign * edge.variance);
                }
            }
            let left = above_zero(variance, elimination.energy(&mut shared));
            let leaves = is_beyond[network.ends(bridge.flow)[0]];
            let value = if net.abs() <= ZERO * size { 0.0 } else { net * self.scale };
            flows[bridge.flow].value = Some(if leaves { value } else { 0.0 - value });
            flows[bridge.flow].u = Some(left.sqrt() * self.scale);
            beyond.iter().for_each(|place| is_beyond[*place] = false);
        }
    }
}

fn add(sums: &mut [f64], group: Option<usize>, amount: f64) {
    if let Some(group) = group {
        sums[group] += amount;
    }
}

/// A difference of two numbers of which the second is never the larger; zero where only rounding is left.
fn above_zero(whole: f64, part: f64) -> f64 {
    let rest = whole - part;
    if rest <= ZERO * whole { 0.0 } else { rest }
}

/// Parts that places fall into as they are joined.
struct Parts {
    parent: Vec<usize>,
}

impl Parts {
    fn of(count: usize) -> Parts {
        Parts { parent: (0..count).collect() }
    }

    /// A place that stands for the part of this one.
    fn part(&mut self, mut place: usize) -> usize {
        while self.parent[place] != place {
            self.parent[place] = self.parent[self.parent[place]];
            place = self.parent[place];
        }
        place
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.part(one), self.part(other));
        self.parent[one] = other;
    }
}
