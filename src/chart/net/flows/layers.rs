//! Which layer each vertex stands in, once the flows that close a loop are set aside.

use super::pick::{Edge, Picked};
use crate::chart::net::model::{NodeRole, Water};

/// More layers than these would be a picture without end; what is deeper stands in the last but one.
const MOST: usize = 12;

/// More lanes than these would hide where each leads; the edges come with most water first.
const MOST_LANES: usize = 24;

/// Where water goes.
pub(super) struct Layers {
    /// The layer of each vertex, from the sources on.
    pub of: Vec<usize>,
    pub count: usize,
    /// Whether an edge does not lead to a later layer; it is then drawn below the others.
    pub back: Vec<bool>,
}

impl Layers {
    /// Layers for all that is picked, from which the smallest lanes are taken if there are too many.
    pub fn new(picked: &mut Picked) -> Self {
        let mut back = back_edges(picked);
        let has_sources = picked.vertices.iter().any(|one| one.drawn && one.role == NodeRole::Source);
        let base = |role| usize::from(has_sources && role != NodeRole::Source);
        let mut of: Vec<usize> = picked.vertices.iter().map(|vertex| base(vertex.role)).collect();
        let ahead = |back: &[bool]| -> Vec<(usize, usize)> {
            let edges = picked.edges.iter().zip(back).filter(|(_, back)| !**back);
            edges.map(|(edge, _)| (edge.from, edge.to)).collect()
        };
        let mut is_sink: Vec<bool> = picked.vertices.iter().map(|vertex| is_outside(vertex.role)).collect();
        let edges = ahead(&back);
        edges.iter().for_each(|(from, _)| is_sink[*from] = false);
        // Each turn settles at least one layer more.
        for _ in 0..MOST {
            for (from, to) in &edges {
                of[*to] = of[*to].max((of[*from] + 1).min(MOST - 2));
            }
        }
        let drawn = |at: &usize| picked.vertices[*at].drawn;
        let inner = (0..of.len()).filter(drawn).filter(|at| !is_sink[*at]).map(|at| of[at]).max();
        let last = inner.map_or(0, |inner| inner + 1);
        let mut count = inner.map_or(0, |_| last);
        for at in (0..of.len()).filter(drawn).filter(|at| is_sink[*at]) {
            of[at] = last;
            count = last + 1;
        }
        // What is not drawn asks for no layer of its own.
        of.iter_mut().for_each(|layer| *layer = (*layer).min(count.saturating_sub(1)));
        for (edge, back) in picked.edges.iter().zip(&mut back) {
            *back |= of[edge.to] <= of[edge.from];
        }
        let (mut lanes, mut kept) = (0, Vec::with_capacity(back.len()));
        for is_lane in back {
            lanes += usize::from(is_lane);
            kept.push((is_lane, !is_lane || lanes <= MOST_LANES));
        }
        picked.keep(&kept.iter().map(|(_, stays)| *stays).collect::<Vec<_>>());
        let back = kept.into_iter().filter(|(_, stays)| *stays).map(|(is_lane, _)| is_lane).collect();
        Self { of, count, back }
    }
}

/// Where water leaves for good.
pub(super) fn is_outside(role: NodeRole) -> bool {
    matches!(role, NodeRole::Discharge | NodeRole::Consumption | NodeRole::Leakage)
}

/// Takes the flows one by one and sets those aside that would close a loop: water that is used again
/// comes last, and of the others the smallest.
fn back_edges(picked: &Picked) -> Vec<bool> {
    let mut back = vec![false; picked.edges.len()];
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); picked.vertices.len()];
    let turn = |edge: &Edge| match edge.water {
        Water::Reclaimed => 2,
        Water::Reused => 1,
        _ => 0,
    };
    for now in 0..3 {
        for (at, edge) in picked.edges.iter().enumerate().filter(|(_, edge)| turn(edge) == now) {
            if reaches(&next, edge.to, edge.from) {
                back[at] = true;
            } else {
                next[edge.from].push(edge.to);
            }
        }
    }
    back
}

fn reaches(next: &[Vec<usize>], from: usize, to: usize) -> bool {
    let mut seen = vec![false; next.len()];
    let mut waiting = vec![from];
    while let Some(at) = waiting.pop() {
        if at == to {
            return true;
        }
        if !std::mem::replace(&mut seen[at], true) {
            waiting.extend(&next[at]);
        }
    }
    false
}
