//! Where each canal stands: a tree from left to right, its bands as thick as their flows.

use super::model::{Canal, CanalTree};
use crate::chart::picture::EDGE;
use crate::chart::svg::FINE;

/// So many canals are drawn, those with the most water; of the others only the number.
const MOST: usize = 60;
/// Canals deeper in the tree than this are only counted.
const MOST_LEVELS: usize = 12;
/// Least length of a band: room for a name and its loss.
const COLUMN: i32 = 150 * FINE;
/// Thickness of the band with the most water.
const THICKEST: i32 = 40 * FINE;
/// Thickness of a band with hardly any, which must still be seen.
const THINNEST: i32 = 3 * FINE;
/// Height of the words above a band.
pub(super) const NAME_ROW: i32 = 17 * FINE;
/// Free room below a band.
const BELOW: i32 = 8 * FINE;
/// Free room between the back of a comb and the next column.
const JOINT: i32 = 10 * FINE;
/// Room for "… +123".
const FOLD: i32 = 56 * FINE;

/// What leaves a canal in one place: a branch, or all branches that are not drawn.
#[derive(Clone, Copy)]
pub(super) struct Outlet {
    pub top: i32,
    pub thickness: i32,
    pub flow: f64,
    /// How many canals are not drawn here; zero for a branch.
    pub folded: usize,
}

/// Where each canal stands.
pub(super) struct Tree<'a> {
    pub model: &'a CanalTree,
    pub most_flow: f64,
    pub levels: Vec<usize>,
    /// Top of each band; none for a canal that is not drawn.
    pub tops: Vec<Option<i32>>,
    /// The outlets of each canal from above; the last entry holds those of the source.
    pub outlets: Vec<Vec<Outlet>>,
    /// Left end of the bands of each level.
    pub lefts: Vec<i32>,
    /// Length of a band.
    pub column: i32,
    /// Unit of all flows.
    pub unit: &'a str,
    /// Width of the picture.
    pub width: i32,
    /// Height of the tree.
    pub height: i32,
}

/// Which canals are drawn, by the canal they leave; the last entry stands for the source of all.
struct Branches {
    drawn: Vec<Vec<usize>>,
    folded: Vec<usize>,
    folded_flow: Vec<f64>,
}

impl<'a> Tree<'a> {
    /// Lays the tree out, as wide as `room` or wider.
    pub fn new(model: &'a CanalTree, unit: &'a str, room: i32) -> Self {
        let count = model.canals.len();
        let mut levels: Vec<usize> = Vec::with_capacity(count);
        for at in 0..count {
            levels.push(parent(model, at).map_or(0, |parent| levels[parent] + 1));
        }
        let most_flow = model.canals.iter().map(|canal| flow(canal.inflow)).fold(0.0, f64::max);
        let branches = branches(model, &levels);
        let mut tree = Self {
            model,
            most_flow,
            levels,
            tops: vec![None; count],
            outlets: vec![Vec::new(); count + 1],
            lefts: Vec::new(),
            column: 0,
            unit,
            width: room,
            height: 0,
        };
        tree.height = tree.stand(count, 0, &branches);
        tree.divide(room);
        tree
    }

    /// Gives the canal and all that leaves it their heights, from `y` on; returns where they end.
    fn stand(&mut self, canal: usize, y: i32, branches: &Branches) -> i32 {
        let mut end = y;
        let is_source = canal == self.tops.len();
        if !is_source {
            self.tops[canal] = Some(y + NAME_ROW);
            let Canal { inflow, outflow, .. } = self.model.canals[canal];
            end = y + NAME_ROW + self.thickness(inflow).max(self.thickness(outflow)) + BELOW;
        }
        let mut next = y;
        for &branch in &branches.drawn[canal] {
            let flow = flow(self.model.canals[branch].inflow);
            let outlet = Outlet { top: next + NAME_ROW, thickness: self.thickness(flow), flow, folded: 0 };
            self.outlets[canal].push(outlet);
            next = self.stand(branch, next, branches);
        }
        let folded = branches.folded[canal];
        if folded > 0 {
            let flow = branches.folded_flow[canal];
            // The first outlet goes straight on from its canal; a later one has no name above it.
            let top = next + if next == y { NAME_ROW } else { NAME_ROW / 2 };
            let thickness = self.thickness(flow);
            self.outlets[canal].push(Outlet { top, thickness, flow, folded });
            next = top + thickness.max(NAME_ROW / 2) + BELOW;
        }
        end.max(next)
    }

    /// Divides the width into columns of bands and gaps for the combs between them.
    fn divide(&mut self, room: i32) {
        let drawn = |at: &usize| self.tops[*at].is_some();
        let last = (0..self.tops.len()).filter(drawn).map(|at| self.levels[at]).max().unwrap_or(0);
        let mut gaps = vec![JOINT; last + 1];
        let mut folded = 0;
        for at in (0..self.tops.len()).filter(drawn) {
            let level = self.levels[at];
            gaps[level] = gaps[level].max(self.back(at, 1) + JOINT);
            if level == last && !self.outlets[at].is_empty() {
                folded = gaps[last] + FOLD;
            }
        }
        let between: i32 = gaps[..last].iter().sum();
        let columns = last as i32 + 1;
        self.column = ((room - 2 * EDGE - between - folded) / columns).max(COLUMN);
        let mut x = EDGE;
        for gap in gaps {
            self.lefts.push(x);
            x += self.column + gap;
        }
        self.lefts.push(x);
        self.width = room.max(2 * EDGE + columns * self.column + between + folded);
    }

    /// Width of the comb's back above the outlet: all that is still to leave.
    pub fn back(&self, canal: usize, outlet: usize) -> i32 {
        let left = self.outlets[canal].get(outlet..).unwrap_or_default();
        if left.is_empty() { 0 } else { self.thickness(left.iter().map(|outlet| outlet.flow).sum()) }
    }

    pub fn thickness(&self, water: f64) -> i32 {
        // What is not a number becomes zero here.
        ((flow(water) / self.most_flow * f64::from(THICKEST) + 0.5) as i32).clamp(THINNEST, THICKEST)
    }
}

/// The canals that are drawn, under the canals they leave, and the number of the others.
fn branches(model: &CanalTree, levels: &[usize]) -> Branches {
    let source = model.canals.len();
    // No canal counts for more than the one it leaves, which therefore comes before it.
    let mut weights: Vec<f64> = Vec::with_capacity(source);
    for (at, canal) in model.canals.iter().enumerate() {
        let most = parent(model, at).map_or(f64::MAX, |parent| weights[parent]);
        weights.push(flow(canal.inflow).min(most));
    }
    let mut order: Vec<usize> = Vec::new();
    for at in (0..source).filter(|at| levels[*at] < MOST_LEVELS) {
        order.insert(order.partition_point(|other| weights[*other] >= weights[at]), at);
    }
    order.truncate(MOST);

    let mut branches = Branches {
        drawn: vec![Vec::new(); source + 1],
        folded: vec![0; source + 1],
        folded_flow: vec![0.0; source + 1],
    };
    // The nearest canal upstream that is drawn; of one that is drawn, itself.
    let mut nearest: Vec<usize> = Vec::with_capacity(source);
    for at in 0..source {
        let direct = parent(model, at).unwrap_or(source);
        let above = nearest.get(direct).copied().unwrap_or(source);
        if order.contains(&at) {
            branches.drawn[above].push(at);
            nearest.push(at);
        } else {
            branches.folded[above] += 1;
            if above == direct {
                branches.folded_flow[above] += flow(model.canals[at].inflow);
            }
            nearest.push(above);
        }
    }
    branches
}

/// The canal that this one leaves. One that does not stand before it is none, so that no canal can
/// lie downstream of itself.
pub(super) fn parent(model: &CanalTree, at: usize) -> Option<usize> {
    model.canals[at].parent.filter(|parent| *parent < at)
}

/// A flow that can be drawn.
pub(super) fn flow(value: f64) -> f64 {
    if value.is_finite() { value.max(0.0) } else { 0.0 }
}
