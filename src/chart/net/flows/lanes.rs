//! The ways of what is led back: out to the right, down, to the left below all that lies between, up and in.

use super::layers::Layers;
use super::order::Stops;
use super::pick::{Picked, largest};
use super::sizes::{NODE, Needs, TURN};
use crate::chart::svg::{FINE, GridPoint};
use crate::numeric::in_order;

/// Free room above and below a lane, and between the ways of two down or up.
const AIR: i32 = 9 * FINE;
/// From a node to the way up into it.
const BEFORE: i32 = 12 * FINE;
/// A lane from this thickness on holds its figure.
pub(super) const HOLDS: i32 = 20 * FINE;

/// The way of one edge that is led back.
#[derive(Clone, Copy, Default)]
pub(super) struct Lane {
    pub edge: usize,
    /// Middle of its level part, from the upper edge of the picture.
    pub y: i32,
    pub thickness: i32,
    /// Middle of its way down: right of its node, or right of all that stands in the layer.
    pub down: i32,
    pub is_far: bool,
    /// Middle of its way up, left of its node.
    pub up: i32,
    /// Lower ends of the nodes that it joins.
    begin: i32,
    end: i32,
}

impl Lane {
    /// From where to where it reaches.
    pub fn span(&self) -> [i32; 2] {
        [self.begin.min(self.end) - self.thickness, self.y + self.thickness / 2 + AIR]
    }
}

/// The lanes from above; the larger one of two stands lower. They make room for themselves.
pub(super) fn lanes(
    picked: &Picked,
    layers: &Layers,
    stops: &mut Stops,
    needs: &[Needs],
    thick: &[i32],
    figure: i32,
) -> Vec<Lane> {
    let back: Vec<usize> = (0..picked.edges.len()).filter(|at| layers.back[*at]).collect();
    let keys: Vec<f64> = back.iter().map(|at| -f64::from(thick[*at])).collect();
    let mut lanes: Vec<Lane> = Vec::with_capacity(back.len());
    for nth in largest(&keys, keys.len()) {
        let edge = back[nth];
        let below = if thick[edge] < HOLDS { figure } else { 0 };
        let top = free_below(picked, layers, stops, needs, &lanes, edge);
        let height = thick[edge] + 2 * AIR + below;
        stops.make_room(top, height);
        lanes.iter_mut().filter(|lane| lane.y >= top).for_each(|lane| lane.y += height);
        lanes.push(Lane { edge, y: top + AIR + thick[edge] / 2, thickness: thick[edge], ..Lane::default() });
    }
    let ends = |lane: &Lane| {
        let edge = &picked.edges[lane.edge];
        let bottom = |at: usize| stops.stops[at].y + needs[at].head + needs[at].height;
        (edge.from, edge.to, bottom(edge.from), bottom(edge.to))
    };
    for nth in 0..lanes.len() {
        let (from, to, begin, end) = ends(&lanes[nth]);
        let lane = Lane { begin, end, ..lanes[nth] };
        let in_the_way = |other: usize| {
            let stop = &stops.stops[other];
            let same = other != from && stop.layer == layers.of[from] && picked.vertices[other].drawn;
            same && stop.y + stop.height > begin && stop.y < lane.y
        };
        let is_far = (0..needs.len()).any(in_the_way);
        let (mut down, mut up) = (if is_far { 0 } else { TURN }, BEFORE);
        for other in &lanes[..nth] {
            let one = &picked.edges[other.edge];
            let meets = |its: i32, own: i32| its.max(own) < other.y.min(lane.y);
            if layers.of[one.from] == layers.of[from] && other.is_far == is_far && meets(other.begin, begin) {
                down = down.max(other.down + other.thickness / 2 + AIR / 2);
            }
            if layers.of[one.to] == layers.of[to] && meets(other.end, end) {
                up = up.max(other.up + other.thickness / 2 + AIR / 2);
            }
        }
        let half = lane.thickness / 2;
        lanes[nth] = Lane { is_far, down: down + half, up: up + half, ..lane };
    }
    in_order(lanes, |one, other| one.y.cmp(&other.y))
}

/// The highest place below both ends of an edge where nothing between them is in the way of a lane.
fn free_below(
    picked: &Picked,
    layers: &Layers,
    stops: &Stops,
    needs: &[Needs],
    lanes: &[Lane],
    edge: usize,
) -> i32 {
    let ends = |edge: usize| [picked.edges[edge].from, picked.edges[edge].to];
    let bottom = |at: usize| stops.stops[at].y + needs[at].slot();
    let [from, to] = ends(edge);
    let (first, last) = (layers.of[to].min(layers.of[from]), layers.of[from].max(layers.of[to]));
    let between = |layer: usize| (first..=last).contains(&layer);
    // What lies between, from where to where.
    let mut taken: Vec<[i32; 2]> = Vec::new();
    for stop in stops.placed().filter(|stop| between(stop.layer)) {
        taken.push([stop.y, stop.y + stop.height]);
    }
    for [one, two] in stops.segments(layers).filter(|[one, two]| between(one.layer) && between(two.layer)) {
        taken.push([one.middle().min(two.middle()), one.middle().max(two.middle())]);
    }
    for lane in lanes {
        let [begin, end] = ends(lane.edge);
        let (left, right) = (layers.of[end].min(layers.of[begin]), layers.of[begin].max(layers.of[end]));
        if left <= last && first <= right {
            taken.push([bottom(begin).min(bottom(end)), lane.y + lane.thickness / 2 + AIR]);
        }
    }
    let mut y = bottom(from).max(bottom(to));
    // Each turn passes at least one more.
    while let Some(lower) = taken.iter().filter(|one| one[0] < y && y < one[1]).map(|one| one[1]).max() {
        y = lower;
    }
    y
}

/// Room that ways up take before a layer.
pub(super) fn before(picked: &Picked, layers: &Layers, lanes: &[Lane], layer: usize) -> i32 {
    let of_layer = lanes.iter().filter(|lane| layers.of[picked.edges[lane.edge].to] == layer);
    of_layer.map(|lane| lane.up + lane.thickness / 2 + AIR / 2).max().unwrap_or(0)
}

/// Room that ways down take in a layer, right of its nodes, and right of all that stands there.
pub(super) fn behind(picked: &Picked, layers: &Layers, lanes: &[Lane], layer: usize) -> [i32; 2] {
    let of_layer = lanes.iter().filter(|lane| layers.of[picked.edges[lane.edge].from] == layer);
    let mut room = [0, 0];
    for lane in of_layer {
        let taken = &mut room[usize::from(lane.is_far)];
        *taken = (*taken).max(lane.down + lane.thickness / 2 + AIR / 2);
    }
    room
}

/// The places through which a lane goes, from its port to the tip of its head.
pub(super) fn path(
    lane: &Lane,
    (from, to): (i32, i32),
    reach: i32,
    [begin, end]: [i32; 2],
) -> Vec<GridPoint> {
    let right = from + NODE;
    let down = right + lane.down + if lane.is_far { reach } else { 0 };
    let up = to - lane.up;
    vec![(right, begin), (down, begin), (down, lane.y), (up, lane.y), (up, end), (to, end)]
}
