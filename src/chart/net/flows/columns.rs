//! Where the layers stand from left to right, and from where to where ribbons bend between them.

use super::labels::Label;
use super::lanes::{self, Lane};
use super::layers::Layers;
use super::order::Stops;
use super::pick::Picked;
use super::sizes::{BESIDE, HEAD, NODE, Needs, TURN};
use crate::chart::picture::EDGE;
use crate::chart::svg::{FINE, GridPoint};

/// Least length of a bend.
const BEND: i32 = 30 * FINE;
/// Free room that a bend keeps around nodes that it passes.
const CLEAR: i32 = 3 * FINE;
/// A bend is looked at in so many places.
const PLACES: i32 = 24;

/// The layers from left to right.
pub(super) struct Columns {
    /// Left ends of the nodes of each layer.
    pub lefts: Vec<i32>,
    /// How far the things in each layer reach to the right of its nodes.
    pub reach: Vec<i32>,
    /// Room for ways up before each layer.
    pub before: Vec<i32>,
    pub width: i32,
    /// How far ribbons run level from each stop on, so that none lies on what stands there.
    level: Vec<i32>,
    /// What stands at each vertex: how far it reaches, from where to where.
    stands: Vec<(i32, [i32; 2])>,
    /// How thick each edge is.
    thick: Vec<i32>,
}

impl Columns {
    pub fn new(
        picked: &Picked,
        layers: &Layers,
        stops: &Stops,
        (labels, figures, needs): (&[Label], &[String], &[Needs]),
        (lanes, thick): (&[Lane], Vec<i32>),
        room: i32,
    ) -> Self {
        let drawn: Vec<usize> = (0..needs.len()).filter(|at| picked.vertices[*at].drawn).collect();
        let stand = |at: usize| {
            let top = stops.stops[at].y;
            (needs[at].reach(&labels[at], figures), [top, top + needs[at].slot()])
        };
        let stands: Vec<(i32, [i32; 2])> = (0..needs.len()).map(stand).collect();
        let mut reach = vec![0; layers.count];
        for at in &drawn {
            let own = &mut reach[layers.of[*at]];
            *own = (*own).max(stands[*at].0);
        }
        let mut far = Vec::with_capacity(layers.count);
        for (layer, own) in reach.iter_mut().enumerate() {
            let [near, behind] = lanes::behind(picked, layers, lanes, layer);
            *own = (*own).max(near);
            far.push(behind);
        }
        // Ribbons stay level past everything that stands where they bend.
        let mut level = vec![TURN; stops.stops.len()];
        for at in drawn.iter().copied().chain(needs.len()..stops.stops.len()) {
            let own = &stops.stops[at];
            let mut span = [own.y, own.y + own.height];
            let bends = |chain: &&Vec<usize>| if own.passes { chain.contains(&at) } else { chain[0] == at };
            for other in stops.of_edge.iter().filter(bends).flatten().map(|other| &stops.stops[*other]) {
                if other.layer >= own.layer {
                    span = [span[0].min(other.y), span[1].max(other.y + other.height)];
                }
            }
            let met = drawn.iter().filter(|other| layers.of[**other] == own.layer);
            let met = met.filter(|other| **other == at || meets(stands[**other].1, span));
            level[at] = met.map(|other| stands[*other].0).fold(TURN, i32::max);
        }
        let before: Vec<i32> =
            (0..layers.count).map(|layer| lanes::before(picked, layers, lanes, layer)).collect();
        // What stands alone at its height may reach over the layers behind it.
        let is_alone = |at: usize| {
            let (layer, own) = (layers.of[at], stands[at].1);
            let later = |stop: &super::order::Stop| stop.layer > layer;
            let below = stops.placed().any(|stop| later(stop) && meets(own, [stop.y, stop.y + stop.height]));
            let passes = stops.segments(layers).any(|[one, two]| {
                (later(one) || later(two) && (one.layer < layer || one.passes))
                    && meets(own, [one.middle().min(two.middle()), one.middle().max(two.middle())])
            });
            !below && !passes && lanes.iter().all(|lane| !meets(own, lane.span()))
        };
        let mut lefts = vec![EDGE + before[0].max(BESIDE)];
        let beside = drawn.iter().filter(|at| labels[**at].is_beside).map(|at| labels[*at].width + BESIDE);
        lefts[0] += beside.max().unwrap_or(0);
        let alone: Vec<bool> = (0..needs.len()).map(|at| picked.vertices[at].drawn && is_alone(at)).collect();
        for layer in 1..layers.count {
            let near = reach_of_lanes(picked, layers, lanes, layer - 1);
            let ways = if far[layer - 1] > 0 { far[layer - 1] + reach[layer - 1] } else { near };
            let (mut ends, mut own) = (0, ways);
            for at in drawn.iter().filter(|at| layers.of[**at] == layer - 1) {
                // A way up stands beside what is at its height.
                let rises = |lane: &&Lane| layers.of[picked.edges[lane.edge].to] == layer;
                let is_met = lanes.iter().filter(rises).any(|lane| meets(stands[*at].1, lane.span()));
                if !alone[*at] {
                    own = own.max(stands[*at].0 + if is_met { before[layer] } else { 0 });
                }
            }
            for (edge, chain) in stops.of_edge.iter().enumerate().filter(|(edge, _)| !layers.back[*edge]) {
                let pairs = chain.windows(2).map(|pair| [&stops.stops[pair[0]], &stops.stops[pair[1]]]);
                for ([one, two], at) in pairs.zip(chain).filter(|([one, _], _)| one.layer == layer - 1) {
                    // A thick ribbon cannot bend as sharply as a thin one: where it rises, its edge lies beside its
                    // middle, and must not reach back over what stands where it begins or ends.
                    let rise = (one.middle() - two.middle()).abs() + 10 * FINE;
                    let bent = (2.0 * f64::from(thick[edge]) * f64::from(rise)).sqrt() * 1.25;
                    let steep = (bent as i32).min(thick[edge] * 3 / 2) + CLEAR;
                    ends = ends.max(level[*at] + BEND.max(steep));
                }
            }
            lefts.push(lefts[layer - 1] + NODE + ends.max(own).max(TURN + BEND) + HEAD);
        }
        let right = |lefts: &[i32]| {
            let ends = drawn.iter().map(|at| lefts[layers.of[*at]] + NODE + stands[*at].0);
            let ways = (0..layers.count).map(|layer| {
                let near = reach_of_lanes(picked, layers, lanes, layer);
                lefts[layer] + NODE + if far[layer] > 0 { reach[layer] + far[layer] } else { near }
            });
            ends.chain(ways).fold(0, i32::max) + EDGE
        };
        let bends = layers.count as i32 - 1;
        if bends > 0 {
            let spare = ((room - right(&lefts)) / bends).max(0);
            lefts.iter_mut().enumerate().for_each(|(layer, left)| *left += spare * layer as i32);
        }
        let width = right(&lefts);
        Self { lefts, reach, before, width, level, stands, thick }
    }

    /// The way of a ribbon: level out of its node, and with as few bends as lie on no node between to where it goes.
    pub fn ribbon(
        &self,
        picked: &Picked,
        layers: &Layers,
        stops: &Stops,
        at: usize,
        [begin, end]: [i32; 2],
    ) -> Vec<GridPoint> {
        let edge = &picked.edges[at];
        let right = self.lefts[layers.of[edge.from]] + NODE;
        let left = self.lefts[layers.of[edge.to]];
        let chain = &stops.of_edge[at];
        let half = self.thick[at] / 2 + CLEAR;
        // Where it comes to each layer, and where it leaves it.
        let mut ways: Vec<[GridPoint; 2]> = vec![[(right, begin), (right + self.level[edge.from], begin)]];
        for stop in &chain[1..chain.len() - 1] {
            let (x, y) = (self.lefts[stops.stops[*stop].layer], stops.stops[*stop].middle());
            let before = ways.last().map_or(x, |[_, (end, _)]| end + CLEAR);
            ways.push([((x - self.thick[at] / 2).max(before), y), (x + NODE + self.level[*stop], y)]);
        }
        ways.push([(left - 2 * HEAD, end), (left, end)]);
        let first = layers.of[edge.from];
        let is_free = |one: usize, two: usize| {
            let between = first + one + 1..first + two;
            (0..self.stands.len())
                .filter(|other| picked.vertices[*other].drawn && between.contains(&layers.of[*other]))
                .all(|other| {
                    let (reach, [top, bottom]) = self.stands[other];
                    let left = self.lefts[layers.of[other]];
                    let beyond = |at: i32, low: i32, high: i32| i64::from((low - at).max(at - high).max(0));
                    let is_near = |(x, y): GridPoint| {
                        let (across, along) = (beyond(x, left, left + NODE + reach), beyond(y, top, bottom));
                        across * across + along * along < i64::from(half) * i64::from(half)
                    };
                    !bend(ways[one][1], ways[two][0]).any(is_near)
                })
        };
        let (mut path, mut one) = (ways[0].to_vec(), 0);
        while one + 1 < ways.len() {
            let farthest = (one + 2..ways.len()).rev().find(|two| is_free(one, *two));
            one = farthest.unwrap_or(one + 1);
            path.extend(ways[one]);
        }
        path
    }
}

/// Places along a bend, whose control points lie in its middle.
fn bend(from: GridPoint, to: GridPoint) -> impl Iterator<Item = GridPoint> {
    (0..=PLACES).map(move |nth| {
        let t = f64::from(nth) / f64::from(PLACES);
        let (across, along) = (1.5 * t * (1.0 - t) + t * t * t, t * t * (3.0 - 2.0 * t));
        let place = |from: i32, to: i32, share: f64| from + (f64::from(to - from) * share) as i32;
        (place(from.0, to.0, across), place(from.1, to.1, along))
    })
}

/// How far ways down that are near their nodes reach.
fn reach_of_lanes(picked: &Picked, layers: &Layers, lanes: &[Lane], layer: usize) -> i32 {
    lanes::behind(picked, layers, lanes, layer)[0]
}

fn meets([top, bottom]: [i32; 2], [upper, lower]: [i32; 2]) -> bool {
    top < lower && upper < bottom
}
