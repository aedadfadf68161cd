//! 水的真实成本, the true cost of water: what sources, treatments, tanks and discharges cost, borne by the uses.
//!
//! - What a source, a treatment of supply or a junction costs goes on with the outflows that lead to uses, in proportion
//!   to their amounts. Water that is lost, rejected or discharged on the way is borne by those who use the rest.
//! - What wastewater treatment costs is borne by those who reuse its water, for their share; the share that is discharged
//!   or lost goes back to those who sent the water.
//! - What a discharge costs goes back to those who discharge. Coming back to a treatment or a source, as the discharge of
//!   a reject does, it joins what that costs; at a junction it goes further back.
//! - A cost that leads to no use goes back to those who sent the water, and where nobody did, to nobody.
//!
//! Each rule hands a cost on as a whole, so that what is borne and what is left over are together what was spent. The rules
//! follow the published examples of a peer (MEASUR) where these conserve cost, and are our own elsewhere; unverified
//! (convention).

use super::elimination::Elimination;
use super::network::{BalanceError, End, Network, NodeKind, is_amount};

/// 人工分摊, a fixed fraction of what a node hands on that goes with one of its outflows. The rest goes over the others, and
/// to nobody where there are none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Override {
    /// The outflow.
    pub flow: usize,
    /// 0 to 1.
    pub fraction: f64,
}

/// Who bears what. Parts and nodes stand as they were given; only uses bear anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Allocation {
    /// For each part what each node bears.
    pub borne: Vec<Vec<f64>>,
    /// For each part what nobody bears.
    pub unallocated: Vec<f64>,
}

/// Allocates the costs of each part, given by node, to the uses. `amounts` has the amount of each flow, none below zero.
///
/// ```
/// use water_ledger::balance::{End, Flow, Network, NodeKind, allocate};
/// let nodes = vec![NodeKind::Source, NodeKind::Use, NodeKind::Use];
/// let flow = |to| Flow { from: End::Node(0), to: End::Node(to), amount: None };
/// let network = Network::new(nodes, vec![flow(1), flow(2)]).expect("sound");
/// let allocation = allocate(&network, &[60.0, 40.0], &[vec![100.0, 0.0, 5.0]], &[]).expect("sound");
/// assert_eq!(allocation.borne, [[0.0, 60.0, 45.0]]);
/// ```
///
/// # Errors
/// Amounts, costs or overrides that do not fit the network.
pub fn allocate(
    network: &Network,
    amounts: &[f64],
    costs: &[Vec<f64>],
    overrides: &[Override],
) -> Result<Allocation, BalanceError> {
    network.check_amounts(amounts)?;
    let nodes = network.nodes().len();
    for part in costs {
        if part.len() != nodes {
            return Err(BalanceError::OtherLength);
        }
        if let Some(node) = part.iter().position(|cost| !is_amount(*cost)) {
            return Err(BalanceError::BadCost { node });
        }
    }
    let rules = Rules::of(network, amounts, fixed_fractions(network, overrides)?);
    if let Some(wrong) = overrides.iter().find(|o| !rules.carries_on(o.flow)) {
        return Err(BalanceError::BadOverride { flow: wrong.flow });
    }
    let ways: Vec<Vec<Share>> = (0..STATES * nodes).map(|state| rules.way(state)).collect();
    let mut rows = vec![Vec::new(); ways.len()];
    let mut exits = vec![0.0; ways.len()];
    for (state, way) in ways.iter().enumerate() {
        for (to, share) in way {
            match to {
                To::State(next) => rows[state].push((*next, *share)),
                To::Use(_) | To::Nobody => exits[state] += share,
            }
        }
    }
    let elimination = Elimination::of(rows, exits);
    let begins: Vec<Vec<Share>> = (0..nodes).map(|node| rules.begin(node)).collect();
    let mut allocation = Allocation { borne: Vec::new(), unallocated: Vec::new() };
    for part in costs {
        let mut ends = Ends { borne: vec![0.0; nodes], nobody: 0.0 };
        let mut carried = vec![0.0; ways.len()];
        for (begin, cost) in begins.iter().zip(part) {
            for (to, share) in begin {
                ends.take(*to, share * cost);
                if let To::State(state) = to {
                    carried[*state] += share * cost;
                }
            }
        }
        ends.nobody += elimination.push(&mut carried);
        for (way, amount) in ways.iter().zip(&carried) {
            way.iter().for_each(|(to, share)| ends.take(*to, share * amount));
        }
        allocation.borne.push(ends.borne);
        allocation.unallocated.push(ends.nobody);
    }
    Ok(allocation)
}

/// Where the costs of a part end.
struct Ends {
    borne: Vec<f64>,
    nobody: f64,
}

impl Ends {
    fn take(&mut self, to: To, amount: f64) {
        match to {
            To::Use(at) => self.borne[at] += amount,
            To::Nobody => self.nobody += amount,
            To::State(_) => {}
        }
    }
}

/// The fraction fixed for each flow.
fn fixed_fractions(network: &Network, overrides: &[Override]) -> Result<Vec<Option<f64>>, BalanceError> {
    let mut fixed = vec![None; network.flows().len()];
    let mut sums = vec![0.0; network.nodes().len()];
    for Override { flow, fraction } in overrides {
        let refused = Err(BalanceError::BadOverride { flow: *flow });
        let Some(End::Node(from)) = network.flows().get(*flow).map(|flow| flow.from) else { return refused };
        sums[from] += fraction;
        // Thirds written with decimals may add up to a little more than one.
        if !(0.0..=1.0).contains(fraction) || fixed[*flow].is_some() || sums[from] > 1.0 + 1e-9 {
            return refused;
        }
        fixed[*flow] = Some(*fraction);
    }
    Ok(fixed)
}

/// How a cost at a node moves: on with the supply, on with treated wastewater, or back. The states of a node follow each
/// other.
const STATES: usize = 3;
const ON: usize = 0;
const TREATED: usize = 1;
const BACK: usize = 2;

/// Where a cost goes next.
#[derive(Clone, Copy)]
enum To {
    State(usize),
    Use(usize),
    Nobody,
}

type Share = (To, f64);

/// The rules at one network.
struct Rules<'n> {
    network: &'n Network,
    amounts: &'n [f64],
    fixed: Vec<Option<f64>>,
    into: Vec<Vec<usize>>,
    out: Vec<Vec<usize>>,
    /// Whether supply at a node leads to uses.
    leads: Vec<bool>,
    /// For each node the share of treated wastewater coming there that goes back to uses.
    reused: Vec<f64>,
}

impl<'n> Rules<'n> {
    fn of(network: &'n Network, amounts: &'n [f64], fixed: Vec<Option<f64>>) -> Rules<'n> {
        let (into, out) = network.by_node();
        let leads = vec![false; network.nodes().len()];
        let mut rules = Rules { network, amounts, fixed, into, out, leads, reused: Vec::new() };
        rules.find_what_leads_to_uses();
        rules.reused = rules.shares_reused();
        rules
    }

    fn kind(&self, end: End) -> Option<NodeKind> {
        if let End::Node(at) = end { Some(self.network.nodes()[at]) } else { None }
    }

    fn is_supply(&self, node: usize) -> bool {
        matches!(self.network.nodes()[node], NodeKind::Source | NodeKind::Treatment | NodeKind::Junction)
    }

    /// From the uses against the flow.
    fn find_what_leads_to_uses(&mut self) {
        let is_use = |at: &usize| self.network.nodes()[*at] == NodeKind::Use;
        let mut ahead: Vec<usize> = (0..self.network.nodes().len()).filter(is_use).collect();
        while let Some(at) = ahead.pop() {
            for flow in &self.into[at] {
                let runs =
                    self.amounts[*flow] > 0.0 || self.fixed[*flow].is_some_and(|fraction| fraction > 0.0);
                if let End::Node(from) = self.network.flows()[*flow].from
                    && runs
                    && self.is_supply(from)
                    && !self.leads[from]
                {
                    self.leads[from] = true;
                    ahead.push(from);
                }
            }
        }
    }

    /// What of the treated water that comes to a node goes back to uses: all at a use, and at what leads supply to uses by
    /// a treatment; none at a discharge; at tanks and further treatment of wastewater as their outflows share it.
    fn shares_reused(&self) -> Vec<f64> {
        let count = self.network.nodes().len();
        let splits = |at: usize| {
            matches!(self.network.nodes()[at], NodeKind::Junction | NodeKind::WastewaterTreatment)
        };
        let known = |at: usize| match self.network.nodes()[at] {
            NodeKind::Use => 1.0,
            NodeKind::Source | NodeKind::Treatment if self.leads[at] => 1.0,
            _ => 0.0,
        };
        let (mut rows, mut exits, mut shares) = (vec![Vec::new(); count], vec![0.0; count], vec![0.0; count]);
        for at in (0..count).filter(|at| splits(*at)) {
            let (inflow, outflow) = (self.sum(&self.into[at]), self.sum(&self.out[at]));
            let all = inflow.max(outflow);
            if all == 0.0 {
                continue;
            }
            exits[at] = (inflow - outflow).max(0.0) / all;
            for flow in &self.out[at] {
                let share = self.amounts[*flow] / all;
                match self.network.flows()[*flow].to {
                    End::Node(to) if splits(to) => rows[at].push((to, share)),
                    End::Node(to) => {
                        exits[at] += share;
                        shares[at] += share * known(to);
                    }
                    End::Outside => exits[at] += share,
                }
            }
        }
        Elimination::of(rows, exits).pull(&mut shares);
        (0..count).map(|at| if splits(at) { shares[at].min(1.0) } else { known(at) }).collect()
    }

    fn sum(&self, flows: &[usize]) -> f64 {
        flows.iter().map(|flow| self.amounts[*flow]).sum()
    }

    /// Whether a flow may be given a fixed fraction.
    fn carries_on(&self, flow: usize) -> bool {
        let Some(flow) = self.network.flows().get(flow) else { return false };
        match (self.kind(flow.from), flow.to) {
            (Some(NodeKind::WastewaterTreatment), _) => true,
            (Some(NodeKind::Source | NodeKind::Treatment | NodeKind::Junction), End::Node(to)) => {
                self.leads_on(to)
            }
            _ => false,
        }
    }

    fn leads_on(&self, node: usize) -> bool {
        self.network.nodes()[node] == NodeKind::Use || self.leads[node]
    }

    /// Where a node's own cost goes.
    fn begin(&self, node: usize) -> Vec<Share> {
        let back = To::State(STATES * node + BACK);
        match self.network.nodes()[node] {
            NodeKind::Use => vec![(To::Use(node), 1.0)],
            NodeKind::Discharge => vec![(back, 1.0)],
            NodeKind::Source | NodeKind::Treatment | NodeKind::Junction => {
                vec![(To::State(STATES * node + ON), 1.0)]
            }
            NodeKind::WastewaterTreatment => {
                let reused = |flow: usize| match self.network.flows()[flow].to {
                    End::Node(to) => self.reused[to],
                    End::Outside => 0.0,
                };
                let mut parts = Vec::new();
                for flow in self.out[node].iter().copied() {
                    let amount = self.amounts[flow];
                    match (self.fixed[flow], reused(flow)) {
                        (Some(_), 0.0) => parts.push((back, 0.0, self.fixed[flow])),
                        (Some(_), _) => parts.push((self.treated_to(flow), 0.0, self.fixed[flow])),
                        (None, share) => {
                            parts.push((self.treated_to(flow), amount * share, None));
                            parts.push((back, amount * (1.0 - share), None));
                        }
                    }
                }
                let lost = (self.sum(&self.into[node]) - self.sum(&self.out[node])).max(0.0);
                parts.push((back, lost, None));
                shared(parts, back)
            }
        }
    }

    /// Where a cost goes from a state.
    fn way(&self, state: usize) -> Vec<Share> {
        let (node, moves) = (state / STATES, state % STATES);
        let back = To::State(STATES * node + BACK);
        match moves {
            ON if self.leads[node] => {
                let leads = |flow: &&usize| self.carries_on(**flow);
                let part = |flow: &usize| (self.to(*flow, ON), self.amounts[*flow], self.fixed[*flow]);
                shared(self.out[node].iter().filter(leads).map(part).collect(), back)
            }
            TREATED => {
                let part = |flow: &usize| match self.network.flows()[*flow].to {
                    End::Node(to) => (self.treated_to(*flow), self.amounts[*flow] * self.reused[to], None),
                    End::Outside => (back, 0.0, None),
                };
                shared(self.out[node].iter().map(part).collect(), back)
            }
            BACK => self.way_back(node),
            _ => vec![(back, 1.0)],
        }
    }

    /// Where a cost that came back to a node goes.
    fn way_back(&self, node: usize) -> Vec<Share> {
        let on = To::State(STATES * node + ON);
        if self.leads[node] && self.network.nodes()[node] != NodeKind::Junction {
            return vec![(on, 1.0)];
        }
        // What came from outside without a source is supply of those whom the junction serves.
        let without_sender = if self.leads[node] { on } else { To::Nobody };
        let part = |flow: &usize| {
            let from = self.network.flows()[*flow].from;
            let to = match from {
                End::Node(at) if self.kind(from) == Some(NodeKind::Use) => To::Use(at),
                End::Node(at) => To::State(STATES * at + BACK),
                End::Outside => without_sender,
            };
            (to, self.amounts[*flow], None)
        };
        shared(self.into[node].iter().map(part).collect(), without_sender)
    }

    /// Treated water that is treated again for supply is supply from there on.
    fn treated_to(&self, flow: usize) -> To {
        match self.kind(self.network.flows()[flow].to) {
            Some(NodeKind::Junction | NodeKind::WastewaterTreatment) => self.to(flow, TREATED),
            _ => self.to(flow, ON),
        }
    }

    fn to(&self, flow: usize, moves: usize) -> To {
        match self.network.flows()[flow].to {
            End::Node(at) if self.network.nodes()[at] == NodeKind::Use => To::Use(at),
            End::Node(at) => To::State(STATES * at + moves),
            End::Outside => To::Nobody,
        }
    }
}

/// Shares a whole out: fixed fractions first, the rest in proportion to the amounts that have none. Where there are neither,
/// all goes to `otherwise`; where only fixed fractions are, their rest goes to nobody.
fn shared(parts: Vec<(To, f64, Option<f64>)>, otherwise: To) -> Vec<Share> {
    let fixed = || parts.iter().filter_map(|(_, _, fixed)| *fixed);
    let taken: f64 = fixed().sum();
    let rest = (1.0 - taken).max(0.0);
    let all: f64 = parts.iter().filter(|(_, _, fixed)| fixed.is_none()).map(|(_, amount, _)| amount).sum();
    let share = |(to, amount, fixed): &(To, f64, Option<f64>)| match fixed {
        Some(fraction) => (*to, fraction / taken.max(1.0)),
        None if all > 0.0 => (*to, rest * (amount / all)),
        None => (*to, 0.0),
    };
    let mut shares: Vec<Share> = parts.iter().map(share).filter(|(_, share)| *share > 0.0).collect();
    if all == 0.0 && rest > 0.0 {
        shares.push((if fixed().next().is_some() { To::Nobody } else { otherwise }, rest));
    }
    shares
}
