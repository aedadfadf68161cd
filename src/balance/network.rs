//! 水网, the nodes of a plant and the flows between them.

use crate::text::{Key, Message};

/// Above this an amount is no amount of water in any unit, and its square would leave the range of numbers.
const LARGEST: f64 = 1e100;

/// What a node does with water.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// 水源: a well, an intake, the public main.
    Source,
    /// 用水单元
    Use,
    /// 给水处理: softening, reverse osmosis.
    Treatment,
    /// 污水处理
    WastewaterTreatment,
    /// 汇流点: a tank, a main, a tower.
    Junction,
    /// 排放口
    Discharge,
}

/// Where a flow begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// The node at this place of the list.
    Node(usize),
    /// Beyond the plant: where intake comes from, where consumption and leakage go.
    Outside,
}

/// A measured amount, in the unit of the network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The reading.
    pub value: f64,
    /// Its standard uncertainty; zero where the amount counts as exact.
    pub u: f64,
}

/// A flow of the period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// Where it comes from.
    pub from: End,
    /// Where it goes.
    pub to: End,
    /// How much it was; nothing where nobody measured.
    pub amount: Option<Measured>,
}

/// A plant as nodes and flows whose ends all exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    nodes: Vec<NodeKind>,
    flows: Vec<Flow>,
    is_border: Vec<bool>,
}

/// What is asked of a network does not fit it, and why. Places count from zero in the lists given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BalanceError {
    /// A flow begins or ends at a node that is not there.
    UnknownEnd {
        /// The flow.
        flow: usize,
    },
    /// A flow ends where it begins.
    FlowToItself {
        /// The flow.
        flow: usize,
    },
    /// An amount or its uncertainty is below zero, beyond all measure or no number.
    BadAmount {
        /// The flow.
        flow: usize,
    },
    /// A cost is below zero, beyond all measure or no number.
    BadCost {
        /// The node.
        node: usize,
    },
    /// A fixed fraction of a cost is not between 0 and 1, exceeds 1 together with the others of its node, or belongs to a
    /// flow that carries no cost on.
    BadOverride {
        /// The flow.
        flow: usize,
    },
    /// A list has another length than the network, or names a class that is not there.
    OtherLength,
}

impl BalanceError {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            BalanceError::UnknownEnd { .. } => "unknown_end",
            BalanceError::FlowToItself { .. } => "flow_to_itself",
            BalanceError::BadAmount { .. } => "bad_amount",
            BalanceError::BadCost { .. } => "bad_cost",
            BalanceError::BadOverride { .. } => "bad_override",
            BalanceError::OtherLength => "other_length",
        }
    }

    /// The sentence that says what to change; it counts flows and nodes from one.
    pub fn message(&self) -> Message {
        let numbered = |key, place: usize| Message::new(key).with_number("number", place as f64 + 1.0);
        match *self {
            BalanceError::UnknownEnd { flow } => numbered(Key::BalanceUnknownEnd, flow),
            BalanceError::FlowToItself { flow } => numbered(Key::BalanceFlowToItself, flow),
            BalanceError::BadAmount { flow } => numbered(Key::BalanceBadAmount, flow),
            BalanceError::BadCost { node } => numbered(Key::BalanceBadCost, node),
            BalanceError::BadOverride { flow } => numbered(Key::BalanceBadOverride, flow),
            BalanceError::OtherLength => Message::new(Key::BalanceOtherLength),
        }
    }
}

impl Network {
    /// A network of these nodes and flows.
    ///
    /// # Errors
    /// The first flow with an end that is not there, with two equal ends, or with an amount that cannot be one.
    pub fn new(nodes: Vec<NodeKind>, flows: Vec<Flow>) -> Result<Network, BalanceError> {
        for (place, flow) in flows.iter().enumerate() {
            let is_there =
                |end| matches!(end, End::Outside) || matches!(end, End::Node(at) if at < nodes.len());
            if !is_there(flow.from) || !is_there(flow.to) {
                return Err(BalanceError::UnknownEnd { flow: place });
            }
            if flow.from == flow.to {
                return Err(BalanceError::FlowToItself { flow: place });
            }
            if flow.amount.is_some_and(|amount| !is_amount(amount.value) || !is_amount(amount.u)) {
                return Err(BalanceError::BadAmount { flow: place });
            }
        }
        let is_border = |(place, kind): (usize, &NodeKind)| match kind {
            NodeKind::Source => flows.iter().all(|flow| flow.to != End::Node(place)),
            NodeKind::Discharge => flows.iter().all(|flow| flow.from != End::Node(place)),
            _ => false,
        };
        let is_border = nodes.iter().enumerate().map(is_border).collect();
        Ok(Network { nodes, flows, is_border })
    }

    /// The nodes, in the order given.
    pub fn nodes(&self) -> &[NodeKind] {
        &self.nodes
    }

    /// The flows, in the order given.
    pub fn flows(&self) -> &[Flow] {
        &self.flows
    }

    /// The two places of a flow in the balances. What lies beyond the plant has the place after the last node.
    ///
    /// A source that nothing flows into and a discharge that nothing flows out of stand at the border: they have no
    /// balance of their own, and what passes them passes the border of the plant.
    pub(super) fn ends(&self, flow: usize) -> [usize; 2] {
        let place = |end| match end {
            End::Node(at) if !self.is_border[at] => at,
            _ => self.nodes.len(),
        };
        [place(self.flows[flow].from), place(self.flows[flow].to)]
    }

    /// Whether a node stands at the border and so has no balance of its own.
    pub fn is_border(&self, node: usize) -> bool {
        self.is_border.get(node).copied().unwrap_or(false)
    }

    /// Whether these are amounts for the flows: as many, none below zero, all numbers.
    pub(super) fn check_amounts(&self, amounts: &[f64]) -> Result<(), BalanceError> {
        if amounts.len() != self.flows.len() {
            return Err(BalanceError::OtherLength);
        }
        match amounts.iter().position(|amount| !is_amount(*amount)) {
            Some(flow) => Err(BalanceError::BadAmount { flow }),
            None => Ok(()),
        }
    }

    /// The flows into and out of each node.
    pub(super) fn by_node(&self) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
        let (mut into, mut out) = (vec![Vec::new(); self.nodes.len()], vec![Vec::new(); self.nodes.len()]);
        for (place, flow) in self.flows.iter().enumerate() {
            if let End::Node(node) = flow.to {
                into[node].push(place);
            }
            if let End::Node(node) = flow.from {
                out[node].push(place);
            }
        }
        (into, out)
    }
}

/// Whether a number can be an amount, an uncertainty or a cost.
pub(super) fn is_amount(number: f64) -> bool {
    (0.0..=LARGEST).contains(&number)
}
