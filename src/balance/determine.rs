//! 未计量水量的推求, which flows that nobody measured follow from the balances.
//!
//! An unmeasured flow follows from the balances exactly if it lies on no ring of unmeasured flows, the world beyond the
//! plant being one more node: a ring can carry any amount round and change no balance. Such flows are the bridges of the
//! graph of unmeasured flows, found by one depth-first walk (Tarjan 1974; unverified (textbook)).

use super::network::Network;

/// 水量的可观测性, how a flow is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FlowState {
    /// Measured, and the balances would give it without its meter: the meter can be checked.
    MeasuredRedundant,
    /// Measured, and nothing checks its meter.
    MeasuredAlone,
    /// Not measured; the balances give it.
    Determined,
    /// Not measured, and the balances do not give it.
    Undetermined,
}

/// How each flow is known.
///
/// ```
/// use water_ledger::balance::{End, Flow, FlowState, Measured, Network, NodeKind, states};
/// let flow = |from, to, amount| Flow { from, to, amount };
/// let read = Some(Measured { value: 100.0, u: 1.0 });
/// let flows = vec![flow(End::Outside, End::Node(0), read), flow(End::Node(0), End::Outside, None)];
/// let network = Network::new(vec![NodeKind::Use], flows).expect("sound");
/// assert_eq!(states(&network), [FlowState::MeasuredAlone, FlowState::Determined]);
/// ```
pub fn states(network: &Network) -> Vec<FlowState> {
    Unmeasured::of(network).states(network)
}

/// 推求水量, a flow that nobody measured and the balances give: what the nodes on one side of it take in less what they
/// give out, itself left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeterminedFlow {
    /// The flow.
    pub flow: usize,
    /// The nodes on that side, which only measured flows join to the rest: the side that does not reach beyond the plant
    /// or, where neither does, the one that the flow comes from.
    pub side: Vec<usize>,
}

/// The flows that nobody measured and the balances give. Measurements that contradict each other may make of one side
/// another amount than of the other; what all of them say together is [`reconcile`](super::reconcile())'s to find.
///
/// ```
/// use water_ledger::balance::{DeterminedFlow, End, Flow, Measured, Network, NodeKind, determined};
/// let flow = |from, to, amount| Flow { from, to, amount };
/// let read = Some(Measured { value: 100.0, u: 1.0 });
/// let flows = vec![flow(End::Outside, End::Node(0), read), flow(End::Node(0), End::Outside, None)];
/// let network = Network::new(vec![NodeKind::Use], flows).expect("sound");
/// assert_eq!(determined(&network), [DeterminedFlow { flow: 1, side: vec![0] }]);
/// ```
pub fn determined(network: &Network) -> Vec<DeterminedFlow> {
    let unmeasured = Unmeasured::of(network);
    let side = |bridge: &Bridge| DeterminedFlow { flow: bridge.flow, side: unmeasured.side(network, bridge) };
    unmeasured.bridges.iter().map(side).collect()
}

/// The graph of the unmeasured flows, walked depth first.
pub(super) struct Unmeasured {
    /// For each place of the balances the group of places that unmeasured flows join it to; the group of the world beyond
    /// the plant is 0.
    pub group: Vec<usize>,
    /// How many groups there are.
    pub groups: usize,
    /// The bridges.
    pub bridges: Vec<Bridge>,
    /// The places in the order of the walk.
    order: Vec<usize>,
}

/// An unmeasured flow that alone joins two parts of its group.
pub(super) struct Bridge {
    /// The flow.
    pub flow: usize,
    /// Where the part beyond it stands in the order of the walk.
    beyond: std::ops::Range<usize>,
}

/// Marks a place that the walk has not come to, and the start of a walk.
const NONE: usize = usize::MAX;

impl Unmeasured {
    /// Walks the graph.
    pub fn of(network: &Network) -> Unmeasured {
        let count = network.nodes().len() + 1;
        let mut neighbours = vec![Vec::new(); count];
        for (flow, _) in network.flows().iter().enumerate().filter(|(_, flow)| flow.amount.is_none()) {
            let [from, to] = network.ends(flow);
            if from != to {
                neighbours[from].push((to, flow));
                neighbours[to].push((from, flow));
            }
        }
        let mut walk =
            Unmeasured { group: vec![NONE; count], groups: 0, bridges: Vec::new(), order: Vec::new() };
        let mut reached = vec![NONE; count];
        // The world beyond goes first, so that its group is the first.
        for start in (0..count).rev() {
            if reached[start] == NONE {
                walk.from(start, &neighbours, &mut reached);
                walk.groups += 1;
            }
        }
        walk
    }

    /// Walks one group. A flow is a bridge if no other flow leads from beyond it to a place reached before.
    fn from(&mut self, start: usize, neighbours: &[Vec<(usize, usize)>], reached: &mut [usize]) {
        // The place, the flow it was reached by, the next neighbour to look at, the earliest place seen from beyond.
        let mut path = vec![(start, NONE, 0, self.order.len())];
        reached[start] = self.order.len();
        self.order.push(start);
        self.group[start] = self.groups;
        while let Some((place, by, next, earliest)) = path.last_mut() {
            if let Some((neighbour, flow)) = neighbours[*place].get(*next).copied() {
                *next += 1;
                if flow == *by {
                    continue;
                }
                if reached[neighbour] == NONE {
                    let now = self.order.len();
                    reached[neighbour] = now;
                    self.order.push(neighbour);
                    self.group[neighbour] = self.groups;
                    path.push((neighbour, flow, 0, now));
                } else {
                    *earliest = reached[neighbour].min(*earliest);
                }
                continue;
            }
            let (place, by, earliest) = (*place, *by, *earliest);
            path.pop();
            if let Some(before) = path.last_mut() {
                before.3 = before.3.min(earliest);
                if earliest == reached[place] {
                    self.bridges.push(Bridge { flow: by, beyond: reached[place]..self.order.len() });
                }
            }
        }
    }

    /// The places beyond a bridge.
    pub fn beyond(&self, bridge: &Bridge) -> &[usize] {
        &self.order[bridge.beyond.clone()]
    }

    /// The side of a bridge that does not reach beyond the plant; if neither does, the one that the flow comes from.
    fn side(&self, network: &Network, bridge: &Bridge) -> Vec<usize> {
        let [from, _] = network.ends(bridge.flow);
        let beyond = self.beyond(bridge);
        // The walk began beyond the plant where it could.
        if self.group[from] == 0 || beyond.contains(&from) {
            return beyond.to_vec();
        }
        // The places of a group follow each other in the walk.
        let before = self.order[..bridge.beyond.start].iter().rev();
        let behind = self.order[bridge.beyond.end..].iter();
        let in_group = |place: &&usize| self.group[**place] == self.group[from];
        before.take_while(in_group).chain(behind.take_while(in_group)).copied().collect()
    }

    /// The groups at the two ends of a flow.
    pub fn groups_of(&self, network: &Network, flow: usize) -> [usize; 2] {
        network.ends(flow).map(|place| self.group[place])
    }

    /// How each flow is known.
    pub fn states(&self, network: &Network) -> Vec<FlowState> {
        let state = |(place, flow): (usize, &super::network::Flow)| {
            let [from, to] = self.groups_of(network, place);
            match flow.amount {
                // Between two groups a flow stands in balances all of whose other flows are measured.
                Some(_) if from != to => FlowState::MeasuredRedundant,
                Some(_) => FlowState::MeasuredAlone,
                None => FlowState::Undetermined,
            }
        };
        let mut states: Vec<FlowState> = network.flows().iter().enumerate().map(state).collect();
        self.bridges.iter().for_each(|bridge| states[bridge.flow] = FlowState::Determined);
        states
    }
}
