//! The flow diagram: water from left to right in ribbons as thick as the flows.
//!
//! What is drawn (`pick`) → loops set aside and layers (`layers`) → what each node needs (`sizes`, `labels`) → heights
//! (`order`) → ways back (`lanes`) → places (`columns`, `place`) → drawing here (`draw`). Water that leaves the plant does so where it is
//! lost: consumed upwards, leaked downwards, discharged straight on. A flow that closes a loop is led around the others.

mod columns;
mod draw;
mod labels;
mod lanes;
mod layers;
mod order;
mod pick;
mod place;
mod sizes;

use self::labels::{Label, NARROW, WIDEST};
use self::layers::Layers;
use self::pick::{Edge, Picked, Vertex, pick};
use self::place::Places;
use super::model::{FlowNet, NodeRole};
use super::words;
use crate::chart::model::Kind;
use crate::chart::picture::{Picture, Placed, Schematic, Table, Values};

/// Figures below this share of what is taken in are left to pointer and table.
const LEAST_FIGURE: f64 = 0.01;

/// The net as a flow diagram.
#[derive(Clone, Debug, PartialEq)]
struct Flows(FlowNet);

struct Diagram<'a> {
    model: &'a FlowNet,
    values: Values<'a>,
    picked: Picked,
    labels: Vec<Label>,
    /// The figures of edges that are led back, and of what leaves; empty where none is written.
    figures: [Vec<String>; 2],
    places: Places,
}

impl Kind {
    /// 水流图: water from its sources through all uses to where it goes, in ribbons as thick as the flows.
    pub fn flows(net: FlowNet) -> Kind {
        Kind::Schematic(Schematic::new(Flows(net)))
    }
}

impl Picture for Flows {
    fn is_empty(&self) -> bool {
        self.0.nodes.is_empty()
    }

    fn lay_out<'a>(&'a self, values: Values<'a>, room: i32) -> Box<dyn Placed + 'a> {
        Box::new(Diagram::new(&self.0, values, room))
    }

    fn table(&self, values: Values) -> Table {
        words::table(&self.0, values)
    }
}

impl<'a> Diagram<'a> {
    fn new(model: &'a FlowNet, values: Values<'a>, room: i32) -> Self {
        let mut picked = pick(model);
        let layers = Layers::new(&mut picked);
        let least = LEAST_FIGURE * intake(model);
        let figure = |edge: &Edge| figure(model, values, &picked, edge, least);
        let figures = [&picked.edges, &picked.leaving].map(|edges| edges.iter().map(figure).collect());
        let group = |at: usize| {
            let place = picked.vertices[at].node.unwrap_or(model.nodes.len());
            let own = model.nodes.get(place).map_or("", |node| &node.group);
            let first = model.nodes.iter().position(|node| node.group == own).unwrap_or(place);
            first as f64 * 1e5 + place as f64
        };
        let groups: Vec<f64> = (0..picked.vertices.len()).map(group).collect();
        let [back, leaving]: &[Vec<String>; 2] = &figures;
        let place = |widest: i32| {
            let label = |(vertex, layer): (&Vertex, &usize)| {
                let is_beside = vertex.role == NodeRole::Source && *layer == 0 && room >= NARROW;
                Label::new(model, values, vertex, is_beside, widest)
            };
            let labels: Vec<Label> = picked.vertices.iter().zip(&layers.of).map(label).collect();
            let places = Places::new(&picked, &layers, &labels, [back, leaving], &groups, room);
            (labels, places)
        };
        let (mut labels, mut places) = place(WIDEST[0]);
        for widest in &WIDEST[1..] {
            if places.width > room {
                (labels, places) = place(*widest);
            }
        }
        Self { model, values, picked, labels, figures, places }
    }
}

/// What all sources give; where there is none, the largest flow.
fn intake(model: &FlowNet) -> f64 {
    let (mut sum, mut most) = (0.0_f64, 0.0_f64);
    for (_, flow) in words::sound(model) {
        let amount = words::amount(flow).unwrap_or(0.0);
        most = most.max(amount);
        if model.nodes[flow.from].role == NodeRole::Source {
            sum += amount;
        }
    }
    if sum > 0.0 { sum } else { most }
}

/// The figure of an edge; of what is discharged, with the place that it reaches.
fn figure(model: &FlowNet, values: Values, picked: &Picked, edge: &Edge, least: f64) -> String {
    let Some(amount) = edge.amount.filter(|amount| *amount >= least) else { return String::new() };
    let figure = match edge.flow {
        Some(flow) => words::label(model, values, &model.flows[flow]),
        None => values.text(amount),
    };
    let end = &picked.vertices[edge.to];
    match end.node {
        Some(node) if !end.drawn && end.role == NodeRole::Discharge => {
            words::phrase(&model.nodes[node].name, &figure)
        }
        _ => figure,
    }
}
