//! The heights: which stands above which, so that few ribbons cross, and how high each stands.

use super::layers::Layers;
use super::pick::{Picked, largest};

/// Turns forwards and backwards in which each layer follows the one before it.
const TURNS: usize = 6;
/// Turns more, in which each layer follows both its neighbours.
const BOTH: usize = 4;

/// What takes room in a layer: a vertex, or a ribbon that passes.
pub(super) struct Stop {
    pub layer: usize,
    /// Height with the free room below it.
    pub height: i32,
    /// Upper end.
    pub y: i32,
    /// Neighbours in the layers before and after, each with the thickness of the ribbon to it.
    near: [Vec<(usize, i32)>; 2],
    /// Thickness of what is led back below the others, and draws its ends down.
    pull: i32,
    /// Whether a ribbon passes here.
    pub passes: bool,
}

impl Stop {
    pub fn middle(&self) -> i32 {
        self.y + self.height / 2
    }
}

/// Everything that takes room.
pub(super) struct Stops {
    /// The vertices, then what passes.
    pub stops: Vec<Stop>,
    /// The stops of each edge, from its beginning to its end; of one that goes back only the two.
    pub of_edge: Vec<Vec<usize>>,
    /// Height of the tallest layer.
    height: i32,
    /// The stops of each layer from above.
    order: Vec<Vec<usize>>,
}

impl Stops {
    /// Gives all their heights. `heights` are those of the vertices, `groups` keeps what belongs together
    /// near each other where nothing else decides, `pass` is the height of a ribbon that passes.
    pub fn new(
        picked: &Picked,
        layers: &Layers,
        heights: &[i32],
        groups: &[f64],
        pass: &dyn Fn(usize) -> i32,
    ) -> Self {
        let near = || [Vec::new(), Vec::new()];
        let stop = |layer, height, passes| Stop { layer, height, y: 0, near: near(), pull: 0, passes };
        let mut stops: Vec<Stop> =
            layers.of.iter().zip(heights).map(|(layer, height)| stop(*layer, *height, false)).collect();
        let mut of_edge = Vec::with_capacity(picked.edges.len());
        for (at, edge) in picked.edges.iter().enumerate() {
            let mut chain = vec![edge.from];
            if !layers.back[at] {
                for layer in layers.of[edge.from] + 1..layers.of[edge.to] {
                    chain.push(stops.len());
                    stops.push(stop(layer, pass(at), true));
                }
            }
            chain.push(edge.to);
            if layers.back[at] {
                chain.iter().for_each(|end| stops[*end].pull += pass(at));
            } else {
                for pair in chain.windows(2) {
                    stops[pair[0]].near[1].push((pair[1], pass(at)));
                    stops[pair[1]].near[0].push((pair[0], pass(at)));
                }
            }
            of_edge.push(chain);
        }
        let keys: Vec<f64> = (0..stops.len()).map(|at| -groups.get(at).copied().unwrap_or(1e12)).collect();
        let mut order = vec![Vec::new(); layers.count];
        for at in largest(&keys, stops.len()) {
            if picked.vertices.get(at).is_none_or(|vertex| vertex.drawn) {
                order[stops[at].layer].push(at);
            }
        }
        let total = |layer: &Vec<usize>| layer.iter().map(|at| stops[*at].height).sum();
        let height = order.iter().map(total).max().unwrap_or(0);
        let mut all = Self { stops, of_edge, height, order };
        (0..layers.count).for_each(|layer| all.stack(layer));
        for each in [Self::sort, Self::relax] {
            for turn in 0..TURNS + BOTH {
                all.turn(each, turn);
            }
        }
        let top = all.placed().map(|stop| stop.y).min().unwrap_or(0);
        all.stops.iter_mut().for_each(|stop| stop.y -= top);
        all
    }

    /// Everything that has its place.
    pub fn placed(&self) -> impl Iterator<Item = &Stop> {
        self.order.iter().flatten().map(|at| &self.stops[*at])
    }

    /// The stops at both ends of each piece of a ribbon.
    pub fn segments<'a>(&'a self, layers: &'a Layers) -> impl Iterator<Item = [&'a Stop; 2]> {
        let ahead = self.of_edge.iter().zip(&layers.back).filter(|(_, back)| !**back);
        let pairs = ahead.flat_map(|(chain, _)| chain.windows(2));
        pairs.map(|pair| [&self.stops[pair[0]], &self.stops[pair[1]]])
    }

    /// The lower end of everything.
    pub fn bottom(&self) -> i32 {
        self.placed().map(|stop| stop.y + stop.height).max().unwrap_or(0)
    }

    /// Moves all that begins below a height further down.
    pub fn make_room(&mut self, y: i32, room: i32) {
        self.stops.iter_mut().filter(|stop| stop.y >= y).for_each(|stop| stop.y += room);
    }

    /// Goes through the layers, forwards in even turns and backwards in odd ones.
    fn turn(&mut self, each: fn(&mut Self, usize, &[usize]), turn: usize) {
        let (way, both) = (turn % 2, turn >= TURNS);
        for nth in 0..self.order.len() {
            let layer = if way == 0 { nth } else { self.order.len() - 1 - nth };
            each(self, layer, if both { &[0, 1] } else { std::slice::from_ref(&[0, 1][way]) });
        }
    }

    /// One below the other, in the middle of the height.
    fn stack(&mut self, layer: usize) {
        let total: i32 = self.order[layer].iter().map(|at| self.stops[*at].height).sum();
        let mut y = (self.height - total) / 2;
        for at in &self.order[layer] {
            self.stops[*at].y = y;
            y += self.stops[*at].height;
        }
    }

    /// Where a stop's neighbours on these sides stand, by the thickness of the ribbons; where there are
    /// none, where it stands itself.
    fn barycentre(&self, at: usize, sides: &[usize]) -> f64 {
        let stop = &self.stops[at];
        let (mut sum, mut weight) = (0.0, 0.0);
        for (other, thickness) in sides.iter().flat_map(|side| &stop.near[*side]) {
            sum += f64::from(self.stops[*other].middle()) * f64::from(*thickness);
            weight += f64::from(*thickness);
        }
        if weight > 0.0 { sum / weight } else { f64::from(stop.middle()) }
    }

    /// The same, drawn down by what is led back.
    fn key(&self, at: usize, sides: &[usize]) -> f64 {
        let stop = &self.stops[at];
        let own: i32 = sides.iter().flat_map(|side| &stop.near[*side]).map(|(_, thickness)| *thickness).sum();
        let (own, pull) = (f64::from(own.max(1)), f64::from(stop.pull));
        (self.barycentre(at, sides) * own + f64::from(2 * self.height) * pull) / (own + pull)
    }

    /// Puts the stops of a layer in the order of their barycentres.
    fn sort(&mut self, layer: usize, sides: &[usize]) {
        let keys: Vec<f64> = self.order[layer].iter().map(|at| -self.key(*at, sides)).collect();
        let sorted = largest(&keys, keys.len());
        self.order[layer] = sorted.into_iter().map(|nth| self.order[layer][nth]).collect();
        self.stack(layer);
    }

    /// Moves the stops of a layer towards their barycentres without changing their order.
    fn relax(&mut self, layer: usize, sides: &[usize]) {
        let order = std::mem::take(&mut self.order[layer]);
        let mut free = 0;
        for at in &order {
            let middle = self.barycentre(*at, sides) as i32 - self.stops[*at].height / 2;
            self.stops[*at].y = middle.max(free);
            free = self.stops[*at].y + self.stops[*at].height;
        }
        let mut end = self.height;
        for at in order.iter().rev() {
            let stop = &mut self.stops[*at];
            stop.y = stop.y.min(end - stop.height);
            end = stop.y;
        }
        self.order[layer] = order;
    }
}
