//! Which layer each vertex stands in, once the flows that close a loop are set aside.

use super::pick::{Edge, Picked};
use crate::chart::net::model::{NodeRole, Water};

/// More layers than these would be a picture without end; what is deeper stands in the last.
const MOST: usize = 12;

/// More lanes than these would hide where each leads; the edges come with most water first.
const MOST_LANES: usize = 24;

/// Where water goes.
pub(super) struct Layers {
    /// The layer of each vertex, from the sources on.
    pub of: Vec<usize>,
    pub count: usize,
    /// Whether an edge does not lead to a later layer; it is then led back around the others.
    pub back: Vec<bool>,
}

impl Layers {
    /// Layers for all that is picked, from which the smallest lanes are taken if there are too many: sources, treatment,
    /// uses, and what takes water from uses.
    pub fn new(picked: &mut Picked) -> Self {
        let mut back = back_edges(picked);
        let ahead: Vec<(usize, usize)> = picked
            .edges
            .iter()
            .zip(&back)
            .filter(|(_, back)| !**back)
            .map(|(edge, _)| (edge.from, edge.to))
            .collect();
        let drawn = |at: &usize| picked.vertices[*at].drawn;
        let role = |at: usize| picked.vertices[at].role;
        let has_sources = (0..picked.vertices.len()).filter(drawn).any(|at| role(at) == NodeRole::Source);
        let first = |at: usize| usize::from(has_sources && role(at) != NodeRole::Source);
        let mut of: Vec<usize> = (0..picked.vertices.len()).map(first).collect();
        // Before uses stands what only sources and treatment feed.
        let prepares = |at: usize| {
            use NodeRole::{Junction, Source, Treatment};
            matches!(role(at), Source | Treatment | Junction)
        };
        let before: Vec<(usize, usize)> =
            ahead.iter().filter(|(from, to)| prepares(*from) && prepares(*to)).copied().collect();
        settle(&mut of, &before);
        let treated = before.iter().filter(|(_, to)| role(*to) == NodeRole::Treatment).map(|(_, to)| of[*to]);
        let uses = treated.max().map_or(0, |last| (last + 1).min(MOST / 2));
        for (at, layer) in of.iter_mut().enumerate().filter(|(at, _)| !prepares(*at)) {
            *layer = uses.max(first(at));
        }
        settle(&mut of, &ahead);
        let count = (0..of.len()).filter(drawn).map(|at| of[at] + 1).max().unwrap_or(0);
        // A layer with nothing in it is none.
        let mut taken = vec![false; count + 1];
        (0..of.len()).filter(drawn).for_each(|at| taken[of[at]] = true);
        let rank: Vec<usize> =
            (0..=count).map(|layer| taken[..layer].iter().filter(|one| **one).count()).collect();
        // What is not drawn asks for no layer of its own.
        let last = rank[count].saturating_sub(1);
        of.iter_mut().for_each(|layer| *layer = rank[(*layer).min(count)].min(last));
        let count = last + 1;
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

/// Puts every end of an edge behind its beginning.
fn settle(of: &mut [usize], edges: &[(usize, usize)]) {
    // Each turn settles at least one layer more.
    for _ in 0..MOST {
        for (from, to) in edges {
            of[*to] = of[*to].max((of[*from] + 1).min(MOST - 1));
        }
    }
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
