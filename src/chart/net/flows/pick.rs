//! What of a net is drawn: the nodes and flows with most water; the others are folded and counted.

use crate::chart::net::model::{FlowNet, NodeRole, Severity, Water};
use crate::chart::net::words;

/// So many nodes are drawn; the others of a role become one.
const MOST_NODES: usize = 80;
/// So many flows are drawn.
const MOST_FLOWS: usize = 200;
/// So many flows from a node to itself are drawn at it.
const MOST_LOOPS: usize = 2;

/// A node that is drawn, or all of one role that are not.
pub(super) struct Vertex {
    /// Its place in the model; none if it stands for several.
    pub node: Option<usize>,
    /// How many nodes it stands for, if several.
    pub folded: usize,
    pub role: NodeRole,
    /// Flows from the node to itself, by their places in the model.
    pub loops: Vec<usize>,
    /// Whether anything of it is to be drawn.
    pub drawn: bool,
}

/// A flow that is drawn, or all between two vertices of which one stands for several nodes.
pub(super) struct Edge {
    pub from: usize,
    pub to: usize,
    pub amount: Option<f64>,
    pub water: Water,
    /// Its place in the model; none if it stands for several.
    pub flow: Option<usize>,
    count: usize,
}

pub(super) struct Picked {
    pub vertices: Vec<Vertex>,
    /// Those with most water first, those not known last.
    pub edges: Vec<Edge>,
    /// Flows that leave the plant, which end where they leave: their ends are not drawn.
    pub leaving: Vec<Edge>,
    /// How many flows are not drawn.
    pub hidden: usize,
}

impl Picked {
    /// Leaves the edges out that do not stay, and counts them.
    pub fn keep(&mut self, stays: &[bool]) {
        let mut stays = stays.iter();
        let mut left_out = 0;
        self.edges.retain(|edge| {
            let stays = stays.next().copied().unwrap_or(true);
            left_out += if stays { 0 } else { edge.count };
            stays
        });
        self.hidden += left_out;
    }
}

/// The places of the `most` largest keys, the largest first; equal ones keep their order.
pub(super) fn largest(keys: &[f64], most: usize) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        let place = order.partition_point(|other| keys[*other] >= *key);
        if place < most {
            order.insert(place, at);
            order.truncate(most);
        }
    }
    order
}

pub(super) fn pick(model: &FlowNet) -> Picked {
    let (mut vertices, of_node) = vertices(model);
    let least = least(model);
    let mut edges: Vec<Edge> = Vec::new();
    let mut hidden = 0;
    // Which edge stands for several flows, by its ends and its water.
    let (across, kinds) = (vertices.len(), Water::ALL.len());
    let mut several = vec![usize::MAX; across * across * kinds];
    for (at, flow) in words::sound(model) {
        let (from, to, amount) = (of_node[flow.from], of_node[flow.to], words::amount(flow));
        let alone = vertices[from].node.is_some() && vertices[to].node.is_some();
        if amount == Some(0.0) {
            continue;
        }
        if from == to {
            let drawn = alone && vertices[from].loops.len() < MOST_LOOPS;
            if drawn {
                vertices[from].loops.push(at)
            } else {
                hidden += 1
            }
            continue;
        }
        if amount.is_some_and(|amount| amount < least) {
            hidden += 1;
            continue;
        }
        let edge = Edge { from, to, amount, water: flow.water, flow: alone.then_some(at), count: 1 };
        let slot = &mut several[(from * across + to) * kinds + flow.water as usize];
        match edges.get_mut(*slot) {
            Some(other) if !alone => {
                other.count += 1;
                // What is known is drawn, though it is not all.
                other.amount = [other.amount, amount].into_iter().flatten().reduce(|a, b| a + b);
            }
            _ => {
                if !alone {
                    *slot = edges.len();
                }
                edges.push(edge);
            }
        }
    }
    let keys: Vec<f64> = edges.iter().map(|edge| edge.amount.unwrap_or(-1.0)).collect();
    let order = largest(&keys, MOST_FLOWS);
    let all: usize = edges.iter().map(|edge| edge.count).sum();
    let mut waiting: Vec<Option<Edge>> = edges.into_iter().map(Some).collect();
    let edges: Vec<Edge> = order.into_iter().filter_map(|at| waiting[at].take()).collect();
    hidden += all - edges.iter().map(|edge| edge.count).sum::<usize>();
    for edge in &edges {
        (vertices[edge.from].drawn, vertices[edge.to].drawn) = (true, true);
    }
    vertices.iter_mut().filter(|vertex| !vertex.loops.is_empty()).for_each(|vertex| vertex.drawn = true);
    let is_end = ends(model, &vertices, &edges);
    vertices.iter_mut().zip(&is_end).filter(|(_, is_end)| **is_end).for_each(|(end, _)| end.drawn = false);
    // What an outfall hands on is the water that came to it.
    let (leaving, edges) =
        edges.into_iter().filter(|edge| !is_end[edge.from]).partition(|edge| is_end[edge.to]);
    Picked { vertices, edges, leaving, hidden }
}

/// Which vertices only stand for the outside: nothing leaves them, or, of an outfall that closes, only what
/// then is outside.
fn ends(model: &FlowNet, vertices: &[Vertex], edges: &[Edge]) -> Vec<bool> {
    let mut is_end: Vec<bool> = Vec::with_capacity(vertices.len());
    for (at, vertex) in vertices.iter().enumerate() {
        let is_reached = edges.iter().any(|edge| edge.to == at) && edges.iter().all(|edge| edge.from != at);
        is_end.push(is_reached && is_outside(vertex.role) && vertex.loops.is_empty());
    }
    let discharges = |at: usize| vertices[at].role == NodeRole::Discharge;
    let closes =
        |at: usize| vertices[at].node.is_none_or(|node| model.nodes[node].severity == Severity::None);
    let outfalls: Vec<usize> = (0..vertices.len())
        .filter(|at| discharges(*at) && closes(*at) && vertices[*at].loops.is_empty())
        .filter(|at| edges.iter().any(|edge| edge.to == *at))
        .filter(|at| edges.iter().all(|edge| edge.from != *at || (is_end[edge.to] && discharges(edge.to))))
        .collect();
    outfalls.into_iter().for_each(|at| is_end[at] = true);
    is_end
}

/// The vertices, and which of them stands for each node.
fn vertices(model: &FlowNet) -> (Vec<Vertex>, Vec<usize>) {
    let mut sums = vec![[0.0_f64; 2]; model.nodes.len()];
    let mut alone = vec![true; model.nodes.len()];
    for (_, flow) in words::sound(model) {
        (alone[flow.from], alone[flow.to]) = (false, false);
        if flow.from != flow.to {
            let amount = words::amount(flow).unwrap_or(0.0);
            sums[flow.from][1] += amount;
            sums[flow.to][0] += amount;
        }
    }
    let weights: Vec<f64> = sums.iter().map(|[inward, outward]| inward.max(*outward)).collect();
    let mut is_drawn = vec![false; model.nodes.len()];
    largest(&weights, MOST_NODES).into_iter().for_each(|node| is_drawn[node] = true);
    let mut vertices: Vec<Vertex> = Vec::new();
    let mut of_node = Vec::with_capacity(model.nodes.len());
    for (at, node) in model.nodes.iter().enumerate() {
        let fold = |vertex: &Vertex| vertex.node.is_none() && vertex.role == node.role;
        let found = if is_drawn[at] { None } else { vertices.iter().position(fold) };
        let place = found.unwrap_or(vertices.len());
        if found.is_none() {
            let node_at = is_drawn[at].then_some(at);
            vertices.push(Vertex {
                node: node_at,
                folded: 0,
                role: node.role,
                loops: Vec::new(),
                drawn: false,
            });
        }
        vertices[place].folded += 1;
        // One without any flow is drawn all the same: it waits for its flows.
        vertices[place].drawn |= alone[at];
        of_node.push(place);
    }
    (vertices, of_node)
}

/// Flows below this are not drawn.
fn least(model: &FlowNet) -> f64 {
    let mut intakes = vec![0.0; model.nodes.len()];
    let mut largest_flow = 0.0_f64;
    for (_, flow) in words::sound(model) {
        let amount = words::amount(flow).unwrap_or(0.0);
        largest_flow = largest_flow.max(amount);
        if model.nodes[flow.from].role == NodeRole::Source {
            intakes[flow.from] += amount;
        }
    }
    let intake = intakes.into_iter().fold(0.0, f64::max);
    let share = if model.least.is_finite() { model.least.clamp(0.0, 1.0) } else { 0.0 };
    share * if intake > 0.0 { intake } else { largest_flow }
}

/// Where water leaves for good.
pub(super) fn is_outside(role: NodeRole) -> bool {
    matches!(role, NodeRole::Discharge | NodeRole::Consumption | NodeRole::Leakage)
}
