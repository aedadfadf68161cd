//! The places of nodes, ribbons, arrows and figures.

use super::columns::Columns;
use super::labels::{LINE, Label};
use super::lanes::{self, HOLDS, Lane};
use super::layers::Layers;
use super::order::Stops;
use super::pick::{Picked, largest};
use super::sizes::{BESIDE, INNER, NODE, Needs, UP, Way, needs, thicknesses};
use crate::chart::picture::TYPE;
use crate::chart::svg::{FINE, GridPoint};
use crate::chart::text_width::width;

/// Free room around a ribbon that passes a layer.
const PASSING_AIR: i32 = 5 * FINE;

/// The node of a vertex.
#[derive(Clone, Copy, Default)]
pub(super) struct Bar {
    pub x: i32,
    pub top: i32,
    pub height: i32,
    /// Where its label begins or ends, and the upper edge of that.
    pub label: GridPoint,
}

/// How a way leads from place to place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// Level, bent, level, and so on.
    #[default]
    Bends,
    /// Straight with round corners.
    Corners,
}

/// The way of an edge, or of what leaves.
#[derive(Clone, Default)]
pub(super) struct Route {
    pub thickness: i32,
    pub path: Vec<GridPoint>,
    pub shape: Shape,
    /// Left end and middle of its figure; of a lane, the middle of both.
    pub figure: Option<GridPoint>,
}

pub(super) struct Places {
    pub bars: Vec<Bar>,
    /// The ways of the edges, and of what leaves.
    pub routes: [Vec<Route>; 2],
    pub width: i32,
    pub height: i32,
}

impl Places {
    /// `figures` are those of the edges, of which only lanes have one, and of what leaves.
    pub fn new(
        picked: &Picked,
        layers: &Layers,
        labels: &[Label],
        figures: [&[String]; 2],
        groups: &[f64],
        room: i32,
    ) -> Self {
        let thick = thicknesses(picked, layers, room);
        let mut needs = needs(picked, layers, labels, figures[1], &thick);
        let slots: Vec<i32> = needs.iter().map(Needs::slot).collect();
        let [thick, leaves] = thick;
        let mut stops = Stops::new(picked, layers, &slots, groups, &|edge| thick[edge] + 2 * PASSING_AIR);
        let lanes = lanes::lanes(picked, layers, &mut stops, &needs, &thick, LINE);
        for lane in &lanes {
            let need = &mut needs[picked.edges[lane.edge].from];
            if lane.is_far || lane.down + lane.thickness / 2 > need.led_down() {
                need.clear_back();
            }
        }
        let columns =
            Columns::new(picked, layers, &stops, (labels, figures[1], &needs), (&lanes, thick.clone()), room);
        let mut bars: Vec<Bar> = Vec::with_capacity(needs.len());
        for (at, (need, label)) in needs.iter().zip(labels).enumerate() {
            let (x, top) = (columns.lefts[layers.of[at]], stops.stops[at].y + need.head);
            let label = if label.is_beside {
                (x - columns.before[0].max(BESIDE) - BESIDE / 2, top + (need.height - label.height()) / 2)
            } else {
                (x, top - need.head.min(label.height() + 3 * FINE))
            };
            bars.push(Bar { x, top, height: need.height, label });
        }
        let ports = ports(picked, layers, &stops, &bars, (&needs, &lanes), &thick);
        let mut routes: Vec<Route> = vec![Route::default(); picked.edges.len()];
        for lane in &lanes {
            let (at, edge) = (lane.edge, &picked.edges[lane.edge]);
            let (from, to) = (bars[edge.from].x, bars[edge.to].x);
            let path = lanes::path(lane, (from, to), columns.reach[layers.of[edge.from]], ports[at]);
            routes[at] = Route { thickness: lane.thickness, path, shape: Shape::Corners, figure: None };
        }
        for lane in &lanes {
            let wide = width(&figures[0][lane.edge], TYPE) + 8 * BESIDE;
            routes[lane.edge].figure = figure_of_lane(lane, &routes, wide);
        }
        for at in (0..picked.edges.len()).filter(|at| !layers.back[*at]) {
            let path = columns.ribbon(picked, layers, &stops, at, ports[at]);
            routes[at] = Route { thickness: thick[at], path, shape: Shape::Bends, figure: None };
        }
        let routes = [routes, leaving(picked, &bars, &needs, &leaves)];
        let below = lanes.iter().map(|lane| lane.y + lane.thickness / 2 + LINE).max().unwrap_or(0);
        Self { bars, routes, width: room.max(columns.width), height: stops.bottom().max(below) }
    }
}

/// The middle of a lane's figure: in the widest piece of its level part over which no other lane goes up or down; below
/// the lane where that is too thin to hold it.
fn figure_of_lane(lane: &Lane, routes: &[Route], wide: i32) -> Option<GridPoint> {
    let middle = lane.y + if lane.thickness < HOLDS { (lane.thickness + LINE) / 2 } else { 0 };
    let crosses = |[(x, one), (other, two)]: [GridPoint; 2]| {
        x == other && one.min(two) < middle + LINE / 2 && middle - LINE / 2 < one.max(two)
    };
    let others = routes.iter().enumerate().filter(|(at, _)| *at != lane.edge);
    let mut ways: Vec<[i32; 2]> = others
        .flat_map(|(_, route)| route.path.windows(2).map(move |pair| ([pair[0], pair[1]], route.thickness)))
        .filter(|(pair, _)| crosses(*pair))
        .map(|(pair, thickness)| [pair[0].0 - thickness / 2, pair[0].0 + thickness / 2])
        .collect();
    ways.sort_unstable();
    let [right, left] = [2, 3].map(|corner| routes[lane.edge].path[corner].0);
    let mut widest = [left, left];
    let mut begin = left;
    for [from, to] in ways.into_iter().chain([[right, right]]) {
        let end = from.min(right);
        if end - begin > widest[1] - widest[0] {
            widest = [begin, end];
        }
        begin = begin.max(to);
    }
    (wide <= widest[1] - widest[0]).then_some((widest[0].midpoint(widest[1]), middle))
}

/// Where each edge touches the nodes at its two ends: in the order in which ribbons come and go, between what is
/// consumed and what is discharged; those of lanes below all others, that of the lowest lane first.
fn ports(
    picked: &Picked,
    layers: &Layers,
    stops: &Stops,
    bars: &[Bar],
    (needs, lanes): (&[Needs], &[Lane]),
    thick: &[i32],
) -> Vec<[i32; 2]> {
    let mut ports = vec![[0, 0]; picked.edges.len()];
    for side in [0, 1] {
        let far = |at: usize| {
            let chain = &stops.of_edge[at];
            let other = if side == 0 { chain[1] } else { chain[chain.len() - 2] };
            match lanes.iter().position(|lane| lane.edge == at) {
                Some(nth) => nth as f64 - f64::from(i32::MAX),
                None => -f64::from(stops.stops[other].middle()),
            }
        };
        let keys: Vec<f64> = (0..picked.edges.len()).map(far).collect();
        let starts = |at: usize| if side == 0 { needs[at].consumed() } else { 0 };
        let mut next: Vec<i32> = bars.iter().enumerate().map(|(at, bar)| bar.top + starts(at)).collect();
        for at in largest(&keys, keys.len()) {
            let edge = &picked.edges[at];
            let vertex = if side == 0 { edge.from } else { edge.to };
            if side == 0 && layers.back[at] {
                next[vertex] = next[vertex].max(bars[vertex].top + needs[vertex].before_back());
            }
            ports[at][side] = next[vertex] + thick[at] / 2;
            next[vertex] += thick[at];
        }
    }
    ports
}

/// The ways of what leaves.
fn leaving(picked: &Picked, bars: &[Bar], needs: &[Needs], leaves: &[i32]) -> Vec<Route> {
    let mut routes = vec![Route::default(); picked.leaving.len()];
    for (bar, need) in bars.iter().zip(needs) {
        let right = bar.x + NODE;
        let turns_down = need.back == 0;
        for one in &need.leaving {
            let (x, y) = (right + one.x, bar.top + one.port);
            let end = match one.way {
                Way::Up => (x, bar.top - UP),
                Way::Down if turns_down => (x, bar.top + one.down()),
                _ => (x, y),
            };
            let path =
                if end.0 == x && end.1 == y { vec![(right, y), end] } else { vec![(right, y), (x, y), end] };
            let figure = one.figure.map(|(x, middle)| (right + x, bar.top + middle));
            routes[one.at] = Route { thickness: leaves[one.at], path, shape: Shape::Corners, figure };
        }
    }
    routes
}

/// The radius of a turn in the middle of a ribbon.
pub(super) fn radius(thickness: i32) -> i32 {
    thickness / 2 + INNER
}
