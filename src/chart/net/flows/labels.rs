//! What stands beside a node: its name, its sum, what goes round in it, what is left.

use super::layers::is_outside;
use super::pick::Vertex;
use crate::chart::net::model::{FlowNet, NodeRole, Severity};
use crate::chart::net::{marks, words};
use crate::chart::picture::{TYPE, Values};
use crate::chart::svg::FINE;
use crate::chart::text_width::{shorten, width, wrap};

/// Height of a line.
pub(super) const LINE: i32 = 15 * FINE;
/// Widest label; a longer name takes two lines.
const WIDEST: i32 = 144 * FINE;
/// From a name to the sum behind it.
const GAP: i32 = 6 * FINE;

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Name,
    /// A sum below the name, or so far to the right behind it.
    Sum(i32),
    /// A circulation, and the flow it is, if it is one.
    Loop(Option<usize>),
    Residual(Severity),
}

impl Line {
    /// Whether it stands in the line of what comes before it.
    pub fn is_behind(self) -> bool {
        matches!(self, Line::Sum(behind) if behind > 0)
    }
}

/// The lines beside a node.
pub(super) struct Label {
    pub lines: Vec<(Line, String)>,
    pub width: i32,
}

impl Label {
    pub fn new(model: &FlowNet, values: Values, vertex: &Vertex) -> Self {
        let mut lines: Vec<(Line, String)> = Vec::new();
        let Some(node) = vertex.node.map(|node| &model.nodes[node]) else {
            let text = format!("… +{}", vertex.folded);
            return Self { width: width(&text, TYPE), lines: vec![(Line::Name, text)] };
        };
        let names = wrap(&node.name, TYPE, WIDEST);
        let behind = width(&names[0], TYPE) + GAP;
        let is_short = names.len() == 1;
        lines.extend(names.into_iter().map(|line| (Line::Name, line)));
        let [inward, outward] = &node.sums;
        let sum = if node.role == NodeRole::Source { outward } else { inward };
        if !sum.is_empty() {
            let fits = is_short && behind + width(sum, TYPE) <= WIDEST;
            lines.push((Line::Sum(if fits { behind } else { 0 }), sum.clone()));
        }
        if !node.circulation.is_empty() {
            lines.push((Line::Loop(None), node.circulation.clone()));
        }
        for flow in &vertex.loops {
            lines.push((Line::Loop(Some(*flow)), words::label(model, values, &model.flows[*flow])));
        }
        if let Some(word) = words::severity_word(model, node.severity) {
            let both = words::phrase(&node.residual, word);
            let fits = marks::MARK + width(&both, TYPE) <= WIDEST;
            lines.push((Line::Residual(node.severity), if fits { both } else { node.residual.clone() }));
        }
        let mut widest = 0;
        for (kind, text) in &mut lines {
            let indent = indent(*kind);
            *text = shorten(text, TYPE, WIDEST - indent);
            widest = widest.max(indent + width(text, TYPE));
        }
        Self { lines, width: widest }
    }

    pub fn height(&self) -> i32 {
        let behind = self.lines.iter().filter(|(kind, _)| kind.is_behind()).count();
        (self.lines.len() - behind) as i32 * LINE
    }
}

/// What a line leaves free for its mark.
pub(super) fn indent(kind: Line) -> i32 {
    match kind {
        Line::Name => 0,
        Line::Sum(behind) => behind,
        Line::Loop(_) => 22 * FINE,
        Line::Residual(_) => marks::MARK,
    }
}

/// Whether a bar is drawn full: water enters or leaves here.
pub(super) fn is_border(role: NodeRole) -> bool {
    role == NodeRole::Source || is_outside(role)
}
