//! The places of bars, ribbons, lanes and figures.

use super::labels::Label;
use super::layers::Layers;
use super::order::Stops;
use super::pick::{Edge, Picked, largest};
use crate::chart::picture::{EDGE, TYPE};
use crate::chart::svg::{FINE, GridPoint};
use crate::chart::text_width::width;

/// Width of a bar.
pub(super) const BAR: i32 = 10 * FINE;
/// From a bar to its label, and from a figure to the bar its ribbon leads to.
pub(super) const BESIDE: i32 = 5 * FINE;
/// Height of the node with the most water.
const THICKEST: i32 = 120 * FINE;
/// Height of all water of a layer.
const TALLEST: i32 = 420 * FINE;
/// Thickness of a ribbon with hardly any water.
const THINNEST: i32 = 15;
const SHORTEST_BAR: i32 = 8 * FINE;
/// Free room below a node, and around a ribbon that passes.
const AIR: i32 = 10 * FINE;
const PASSING_AIR: i32 = 3 * FINE;
/// Free room beside a lane.
const LANE_AIR: i32 = 8 * FINE;
/// Least length of a ribbon between two bars.
const SHORTEST: i32 = 110 * FINE;
/// Widest figure at a ribbon.
const WIDEST_VALUE: i32 = 78 * FINE;
/// Height of a figure.
const VALUE: i32 = 14 * FINE;
/// A figure stands only where no other ribbon ends nearer than this, or nobody knows whose it is.
const APART: i32 = 10 * FINE;

/// The bar of a vertex.
#[derive(Clone, Copy, Default)]
pub(super) struct Bar {
    pub x: i32,
    pub top: i32,
    pub height: i32,
    /// Upper end of its label.
    pub label_top: i32,
}

/// The way of an edge.
#[derive(Clone, Default)]
pub(super) struct Route {
    pub thickness: i32,
    /// The beginnings and ends of its curves; of a lane its corners.
    pub path: Vec<GridPoint>,
    pub is_lane: bool,
    /// Where its figure ends; of a lane, its middle.
    pub value: Option<GridPoint>,
}

pub(super) struct Places {
    pub bars: Vec<Bar>,
    pub routes: Vec<Route>,
    pub width: i32,
    pub height: i32,
}

/// Where an edge touches the bars at its two ends.
type Ports = Vec<[i32; 2]>;

impl Places {
    pub fn new(
        picked: &Picked,
        layers: &Layers,
        labels: &[Label],
        values: &[String],
        groups: &[f64],
        room: i32,
    ) -> Self {
        let thick = thicknesses(picked, layers);
        let heights = bar_heights(picked, &thick);
        let slots: Vec<i32> =
            heights.iter().zip(labels).map(|(bar, label)| (*bar).max(label.height()) + AIR).collect();
        let stops = Stops::new(picked, layers, &slots, groups, &|edge| thick[edge] + PASSING_AIR);
        let mut bars: Vec<Bar> = Vec::with_capacity(heights.len());
        for (at, height) in heights.into_iter().enumerate() {
            let (stop, label) = (&stops.stops[at], labels[at].height());
            let middle = stop.y + (stop.height - AIR) / 2;
            let label_top = middle - label / 2;
            bars.push(Bar { x: 0, top: middle - height / 2, height, label_top });
        }
        let ports = ports(picked, layers, &stops, &bars, &thick);
        let shown = figures(picked, layers, values, &ports);

        // Across: a margin, then for each layer its bars and labels, a channel for lanes, figures.
        let channels = Channels::new(picked, layers, &thick);
        let mut lefts = vec![EDGE + channels.widths[0]];
        let mut names = vec![0; layers.count];
        let mut figures = vec![0; layers.count];
        for at in (0..bars.len()).filter(|at| picked.vertices[*at].drawn) {
            names[layers.of[at]] = names[layers.of[at]].max(BESIDE + labels[at].width + BESIDE);
        }
        for (at, edge) in picked.edges.iter().enumerate().filter(|(at, _)| shown[*at]) {
            let layer = layers.of[edge.to];
            figures[layer] = figures[layer].max(width(&values[at], TYPE) + 2 * BESIDE);
        }
        for layer in 1..layers.count {
            let gap = names[layer - 1] + channels.widths[layer] + figures[layer];
            lefts.push(lefts[layer - 1] + BAR + gap.max(SHORTEST));
        }
        let last = layers.count - 1;
        let taken = lefts[last] + BAR + names[last] + channels.widths[layers.count] + EDGE;
        let spare = (room - taken).max(0) / (last as i32).max(1);
        lefts.iter_mut().enumerate().for_each(|(layer, left)| *left += spare * layer as i32);
        bars.iter_mut().enumerate().for_each(|(at, bar)| bar.x = lefts[layers.of[at]]);

        let mut routes: Vec<Route> = vec![Route::default(); picked.edges.len()];
        let mut floor = stops.height;
        for at in channels.order.iter().copied() {
            let edge = &picked.edges[at];
            let (from, to) = (layers.of[edge.from], layers.of[edge.to]);
            let row = thick[at].max(VALUE);
            let y = floor + row / 2;
            floor += row + LANE_AIR;
            let down = lefts[from] + BAR + names[from] + channels.down[at];
            // The channel ends where the figures begin.
            let up = lefts[to] - figures[to] - channels.up[at];
            let [begin, end] = ports[at];
            let path = vec![
                (lefts[from] + BAR, begin),
                (down, begin),
                (down, y),
                (up, y),
                (up, end),
                (lefts[to], end),
            ];
            let fits = width(&values[at], TYPE) + 6 * BESIDE <= down - up;
            let value = (fits && !values[at].is_empty()).then_some(((down + up) / 2, y));
            routes[at] = Route { thickness: thick[at], path, is_lane: true, value };
        }
        for (at, edge) in picked.edges.iter().enumerate().filter(|(at, _)| !layers.back[*at]) {
            let [begin, end] = ports[at];
            let mut path = vec![(lefts[layers.of[edge.from]] + BAR, begin)];
            let chain = &stops.of_edge[at];
            for stop in chain[1..chain.len() - 1].iter().map(|stop| &stops.stops[*stop]) {
                let (x, y) = (lefts[stop.layer], stop.middle());
                path.extend([(x, y), (x + BAR, y)]);
            }
            path.push((lefts[layers.of[edge.to]], end));
            let value = shown[at].then_some((lefts[layers.of[edge.to]] - BESIDE, end));
            routes[at] = Route { thickness: thick[at], path, is_lane: false, value };
        }
        Self { bars, routes, width: room.max(taken), height: floor }
    }
}

/// How thick each edge is. A layer with much water in many nodes makes all thinner.
fn thicknesses(picked: &Picked, layers: &Layers) -> Vec<i32> {
    let mut sums = vec![[0.0_f64; 2]; picked.vertices.len()];
    let mut of_layer = vec![0.0_f64; layers.count];
    for (at, edge) in picked.edges.iter().enumerate() {
        let amount = edge.amount.unwrap_or(0.0);
        sums[edge.from][1] += amount;
        sums[edge.to][0] += amount;
        if !layers.back[at] {
            (layers.of[edge.from] + 1..layers.of[edge.to]).for_each(|layer| of_layer[layer] += amount);
        }
    }
    let mut most = 0.0_f64;
    for (at, [inward, outward]) in sums.into_iter().enumerate() {
        most = most.max(inward.max(outward));
        if picked.vertices[at].drawn {
            of_layer[layers.of[at]] += inward.max(outward);
        }
    }
    let layer = of_layer.into_iter().fold(0.0, f64::max);
    let per = (f64::from(THICKEST) / most).min(f64::from(TALLEST) / layer);
    // What is not a number becomes zero here.
    let thick = |amount: f64| ((amount * per + 0.5) as i32).clamp(THINNEST, THICKEST);
    picked.edges.iter().map(|edge| edge.amount.map_or(THINNEST, thick)).collect()
}

fn bar_heights(picked: &Picked, thick: &[i32]) -> Vec<i32> {
    let mut sides = vec![[0, 0]; picked.vertices.len()];
    for (edge, thick) in picked.edges.iter().zip(thick) {
        sides[edge.from][1] += thick;
        sides[edge.to][0] += thick;
    }
    sides.into_iter().map(|[left, right]| left.max(right).max(SHORTEST_BAR)).collect()
}

/// Ribbons touch a bar in the order in which they come and go; those of lanes below all others.
fn ports(picked: &Picked, layers: &Layers, stops: &Stops, bars: &[Bar], thick: &[i32]) -> Ports {
    let mut ports = vec![[0, 0]; picked.edges.len()];
    for side in [0, 1] {
        let far = |at: usize| {
            let chain = &stops.of_edge[at];
            let other = if side == 0 { chain[1] } else { chain[chain.len() - 2] };
            // Lanes come up and go down beyond everything else.
            let beyond = if layers.back[at] { f64::from(i32::MAX) } else { 0.0 };
            -f64::from(stops.stops[other].middle()) - beyond
        };
        let keys: Vec<f64> = (0..picked.edges.len()).map(far).collect();
        let mut next: Vec<i32> = bars.iter().map(|bar| bar.top).collect();
        for at in largest(&keys, keys.len()) {
            let edge = &picked.edges[at];
            let vertex = if side == 0 { edge.from } else { edge.to };
            ports[at][side] = next[vertex] + thick[at] / 2;
            next[vertex] += thick[at];
        }
    }
    ports
}

/// Which ribbons have room for their figure before their end; those with most water come first.
fn figures(picked: &Picked, layers: &Layers, values: &[String], ports: &Ports) -> Vec<bool> {
    let mut shown = vec![false; picked.edges.len()];
    let mut taken: Vec<(usize, i32)> = Vec::new();
    for (at, edge) in picked.edges.iter().enumerate() {
        let (layer, y) = (layers.of[edge.to], ports[at][1]);
        let free = |other: &(usize, i32)| other.0 != layer || (other.1 - y).abs() >= VALUE;
        let crowds = |(other, one): (usize, &Edge)| {
            other != at && one.to == edge.to && (ports[other][1] - y).abs() < APART
        };
        let has_room = width(&values[at], TYPE) <= WIDEST_VALUE
            && y >= VALUE / 2
            && !picked.edges.iter().enumerate().any(crowds);
        if !layers.back[at] && !values[at].is_empty() && has_room && taken.iter().all(free) {
            taken.push((layer, y));
            shown[at] = true;
        }
    }
    shown
}

/// The ways down and up of what goes back. The shorter a lane, the nearer it stays.
struct Channels {
    /// The edges that go back, in the order of their lanes from above.
    order: Vec<usize>,
    /// Width of the channel before each layer, and behind the last one.
    widths: Vec<i32>,
    /// The way down of each edge, from the left end of its channel.
    down: Vec<i32>,
    /// The way up of each edge, from the right end of its channel.
    up: Vec<i32>,
}

impl Channels {
    fn new(picked: &Picked, layers: &Layers, thick: &[i32]) -> Self {
        let span =
            |at: &usize| layers.of[picked.edges[*at].to] as f64 - layers.of[picked.edges[*at].from] as f64;
        let back: Vec<usize> = (0..picked.edges.len()).filter(|at| layers.back[*at]).collect();
        let keys: Vec<f64> = back.iter().map(span).collect();
        let order: Vec<usize> = largest(&keys, keys.len()).into_iter().map(|nth| back[nth]).collect();
        let none = vec![0; picked.edges.len()];
        let (mut down, mut up) = (none.clone(), none);
        let mut taken = vec![[LANE_AIR / 2, LANE_AIR / 2]; layers.count + 1];
        for at in order.iter().copied() {
            let (edge, room) = (&picked.edges[at], thick[at] + LANE_AIR);
            let left = &mut taken[layers.of[edge.from] + 1][0];
            down[at] = *left + room / 2;
            *left += room;
            let right = &mut taken[layers.of[edge.to]][1];
            up[at] = *right + room / 2;
            *right += room;
        }
        let widths = taken.into_iter().map(|[left, right]| left + right).collect();
        Self { order, widths, down, up }
    }
}
