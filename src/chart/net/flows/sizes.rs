//! How thick ribbons are, how tall nodes, and what each node needs above, below and beside it.

use super::labels::{LINE, Label};
use super::layers::Layers;
use super::pick::{Edge, Picked};
use crate::chart::net::model::NodeRole;
use crate::chart::picture::TYPE;
use crate::chart::svg::FINE;
use crate::chart::text_width::width;

/// Width of a node.
pub(super) const NODE: i32 = 12 * FINE;
/// Thickness of a ribbon with hardly any water, and of one of which nothing is known.
pub(super) const THINNEST: i32 = 12;
const SHORTEST_NODE: i32 = 4 * FINE;
/// Height of the node with the most water: a share of the width, between these ends.
const THICKEST: std::ops::RangeInclusive<i32> = 56 * FINE..=136 * FINE;
/// Height of all water of a layer, in heights of the node with the most.
const TALLEST: f64 = 2.6;
/// From a node to the turn of what leaves it, and from an arrow to its figure.
pub(super) const TURN: i32 = 14 * FINE;
pub(super) const BESIDE: i32 = 5 * FINE;
/// How far what is consumed goes up, and what leaks goes down.
pub(super) const UP: i32 = 17 * FINE;
/// From a node to its label.
pub(super) const ABOVE: i32 = 3 * FINE;
/// Least length of what is discharged.
const STRAIGHT: i32 = 30 * FINE;
const AIR: i32 = 9 * FINE;
/// Length of an arrow's head.
pub(super) const HEAD: i32 = 6 * FINE;
/// Inner radius of a turn.
pub(super) const INNER: i32 = 3 * FINE;

/// Where water leaves to, once it leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Consumed.
    Up,
    /// Discharged.
    On,
    /// Leaked.
    Down,
}

/// What leaves the plant from one node, in the order of its ports.
#[derive(Clone, Copy)]
pub(super) struct Leaving {
    /// Its place in [`Picked::leaving`].
    pub at: usize,
    pub way: Way,
    pub thickness: i32,
    /// Middle of its port, below the upper end of the node.
    pub port: i32,
    /// Where it turns, or the tip of its arrow, right of the node.
    pub x: i32,
    /// Left end and middle of its figure, right of the node and below its upper end; none if it has none.
    pub figure: Option<(i32, i32)>,
}

impl Leaving {
    /// Where the arrow of what leaks down ends, below the upper end of the node.
    pub fn down(&self) -> i32 {
        self.port + self.thickness / 2 + UP
    }
}

/// The room that a vertex takes.
pub(super) struct Needs {
    /// Height of the node, and of what stands above and below it.
    pub height: i32,
    pub head: i32,
    pub foot: i32,
    pub leaving: Vec<Leaving>,
    /// Thickness of what goes on to other nodes, and of what is led back.
    pub onward: i32,
    pub back: i32,
}

impl Needs {
    pub fn slot(&self) -> i32 {
        self.head + self.height + self.foot + AIR
    }

    /// Where the ports of what goes on to other nodes begin.
    pub fn consumed(&self) -> i32 {
        self.leaving.iter().filter(|one| one.way == Way::Up).map(|one| one.thickness).sum()
    }

    /// Where the ports of what is led back begin.
    pub fn before_back(&self) -> i32 {
        self.onward + self.leaving.iter().map(|one| one.thickness).sum::<i32>()
    }

    /// Where what is led back has turned down, right of the node, if nothing is in its way.
    pub fn led_down(&self) -> i32 {
        TURN + self.back
    }

    /// Leaves out the figures that would lie on what is led back, where that runs level past all that stands there.
    pub fn clear_back(&mut self) {
        let begins = self.before_back();
        for one in &mut self.leaving {
            one.figure = one.figure.filter(|(_, middle)| middle + LINE / 2 <= begins);
        }
    }

    /// How far a node and all that stands at it reaches to the right of it.
    pub fn reach(&self, label: &Label, figures: &[String]) -> i32 {
        let own = if label.is_beside { 0 } else { label.width - NODE + BESIDE };
        let leaving = self.leaving.iter().map(|one| {
            let figure = one.figure.map_or(0, |(x, _)| x + width(&figures[one.at], TYPE) + 2 * BESIDE);
            figure.max(one.x + one.thickness + 2 * INNER)
        });
        leaving.fold(own.max(TURN), i32::max)
    }
}

/// How thick each edge and each flow that leaves is. A layer with much water in many nodes makes all thinner.
pub(super) fn thicknesses(picked: &Picked, layers: &Layers, room: i32) -> [Vec<i32>; 2] {
    let mut sums = vec![[0.0_f64; 2]; picked.vertices.len()];
    let mut of_layer = vec![0.0_f64; layers.count];
    for edge in picked.edges.iter().chain(&picked.leaving) {
        let amount = edge.amount.unwrap_or(0.0);
        sums[edge.from][1] += amount;
        sums[edge.to][0] += amount;
    }
    for (edge, _) in picked.edges.iter().zip(&layers.back).filter(|(_, back)| !**back) {
        let passed = layers.of[edge.from] + 1..layers.of[edge.to];
        passed.for_each(|layer| of_layer[layer] += edge.amount.unwrap_or(0.0));
    }
    let mut most = 0.0_f64;
    for (at, [inward, outward]) in sums.into_iter().enumerate().filter(|(at, _)| picked.vertices[*at].drawn) {
        most = most.max(inward.max(outward));
        of_layer[layers.of[at]] += inward.max(outward);
    }
    let thickest = (room / 7).clamp(*THICKEST.start(), *THICKEST.end());
    let layer = of_layer.into_iter().fold(0.0, f64::max);
    let per = (f64::from(thickest) / most).min(f64::from(thickest) * TALLEST / layer);
    // What is not a number becomes zero here.
    let thick = |amount: f64| ((amount * per + 0.5) as i32).clamp(THINNEST, thickest);
    let of = |edges: &[Edge]| edges.iter().map(|edge| edge.amount.map_or(THINNEST, thick)).collect();
    [of(&picked.edges), of(&picked.leaving)]
}

/// What each vertex needs. `figures` are those of what leaves; one that is empty is not written.
pub(super) fn needs(
    picked: &Picked,
    layers: &Layers,
    labels: &[Label],
    figures: &[String],
    [thick, leaves]: &[Vec<i32>; 2],
) -> Vec<Needs> {
    let mut all: Vec<Needs> = Vec::with_capacity(labels.len());
    for (at, label) in labels.iter().enumerate() {
        let sum = |of: &dyn Fn(usize, &Edge) -> bool| -> i32 {
            let edges = picked.edges.iter().enumerate().filter(|(nth, edge)| of(*nth, edge));
            edges.map(|(nth, _)| thick[nth]).sum()
        };
        let inward = sum(&|_, edge| edge.to == at);
        let onward = sum(&|nth, edge| edge.from == at && !layers.back[nth]);
        let back = sum(&|nth, edge| edge.from == at && layers.back[nth]);
        let mut leaving: Vec<Leaving> = Vec::new();
        for wanted in [Way::Up, Way::On, Way::Down] {
            for (nth, edge) in picked.leaving.iter().enumerate().filter(|(_, edge)| edge.from == at) {
                if way(picked.vertices[edge.to].role) == wanted {
                    let thickness = leaves[nth];
                    leaving.push(Leaving { at: nth, way: wanted, thickness, port: 0, x: 0, figure: None });
                }
            }
        }
        let mut one = Needs { height: 0, head: 0, foot: 0, leaving, onward, back };
        one.height = inward.max(one.before_back() + back).max(SHORTEST_NODE);
        one.stand(label, figures);
        all.push(one);
    }
    all
}

impl Needs {
    /// Gives what leaves its ports, turns and figures, and the node its room.
    fn stand(&mut self, label: &Label, figures: &[String]) {
        let consumed = self.consumed();
        let figure = |at: usize| width(&figures[at], TYPE);
        let mut port = 0;
        for one in &mut self.leaving {
            if one.way != Way::Up && port == consumed {
                port += self.onward;
            }
            one.port = port + one.thickness / 2;
            port += one.thickness;
        }
        // What is consumed turns up behind the label, one behind the other.
        let mut x = if label.is_beside { TURN } else { (label.width - NODE + 2 * BESIDE).max(TURN) };
        for one in self.leaving.iter_mut().filter(|one| one.way == Way::Up) {
            one.x = x + INNER + one.thickness / 2;
            x = one.x + one.thickness.max(6 * FINE) / 2 + BESIDE;
            if !figures[one.at].is_empty() {
                one.figure = Some((x, LINE / 2 - UP));
                x += figure(one.at) + 2 * BESIDE;
            }
        }
        // What leaks turns down at once, unless something is led back below it.
        let (turns_down, mut x) = (self.back == 0, TURN);
        let height = self.height;
        let mut below = BESIDE;
        for one in self.leaving.iter_mut().rev().filter(|one| one.way == Way::Down && turns_down) {
            one.x = x + INNER + one.thickness / 2;
            x = one.x + one.thickness.max(6 * FINE) / 2 + BESIDE;
            let end = one.down();
            below = below.max(end - height);
            if !figures[one.at].is_empty() {
                one.figure = Some((x, end - LINE / 2));
                x += figure(one.at) + 2 * BESIDE;
            }
        }
        self.foot = below;
        // The others go straight on; their figures stand behind them and keep clear of what goes on above.
        let led = if turns_down { 0 } else { self.led_down() + BESIDE };
        let tip = (x + BESIDE).max(led).max(STRAIGHT);
        let above = consumed + self.onward;
        let mut free = if above > 0 { above + FINE } else { -2 * FINE };
        for one in
            self.leaving.iter_mut().filter(|one| one.way == Way::On || (one.way == Way::Down && !turns_down))
        {
            one.x = tip;
            if !figures[one.at].is_empty() {
                let middle = one.port.max(free + LINE / 2);
                free = middle + LINE / 2;
                one.figure = Some((tip + BESIDE, middle));
                self.foot = self.foot.max(free - height + FINE);
            }
        }
        let consumes = self.leaving.first().is_some_and(|one| one.way == Way::Up);
        self.head = if consumes { UP + 2 * FINE } else { BESIDE };
        if label.is_beside {
            let over = (label.height() - self.height) / 2;
            (self.head, self.foot) = (self.head.max(over), self.foot.max(over));
        } else {
            self.head = self.head.max(label.height() + ABOVE);
        }
    }
}

/// Where water of a place outside goes.
fn way(role: NodeRole) -> Way {
    match role {
        NodeRole::Consumption => Way::Up,
        NodeRole::Leakage => Way::Down,
        _ => Way::On,
    }
}
