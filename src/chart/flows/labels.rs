//! What stands beside a node: its name, its sum, what goes round in it, what is left.

use super::layers::is_outside;
use super::pick::Vertex;
use crate::chart::layout::TYPE;
use crate::chart::model::{Chart, FlowNet, NodeRole, Severity};
use crate::chart::net;
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
pub(super) enum Kind {
    Name,
    /// A sum below the name, or so far to the right behind it.
    Sum(i32),
    /// A circulation, and the flow it is, if it is one.
    Loop(Option<usize>),
    Residual(Severity),
}

impl Kind {
    /// Whether it stands in the line of what comes before it.
    pub fn is_behind(self) -> bool {
        matches!(self, Kind::Sum(behind) if behind > 0)
    }
}

/// The lines beside a node.
pub(super) struct Label {
    pub lines: Vec<(Kind, String)>,
    pub width: i32,
}

impl Label {
    pub fn new(model: &FlowNet, chart: &Chart, vertex: &Vertex) -> Self {
        let mut lines: Vec<(Kind, String)> = Vec::new();
        let Some(node) = vertex.node.map(|node| &model.nodes[node]) else {
            let text = format!("… +{}", vertex.folded);
            return Self { width: width(&text, TYPE), lines: vec![(Kind::Name, text)] };
        };
        let names = wrap(&node.name, TYPE, WIDEST);
        let behind = width(&names[0], TYPE) + GAP;
        let is_short = names.len() == 1;
        lines.extend(names.into_iter().map(|line| (Kind::Name, line)));
        let [inward, outward] = &node.sums;
        let sum = if node.role == NodeRole::Source { outward } else { inward };
        if !sum.is_empty() {
            let fits = is_short && behind + width(sum, TYPE) <= WIDEST;
            lines.push((Kind::Sum(if fits { behind } else { 0 }), sum.clone()));
        }
        if !node.circulation.is_empty() {
            lines.push((Kind::Loop(None), node.circulation.clone()));
        }
        for flow in &vertex.loops {
            lines.push((Kind::Loop(Some(*flow)), net::label(model, chart, &model.flows[*flow])));
        }
        if let Some(word) = net::severity_word(model, node.severity) {
            let both = net::phrase(&node.residual, word);
            let fits = net::MARK + width(&both, TYPE) <= WIDEST;
            lines.push((Kind::Residual(node.severity), if fits { both } else { node.residual.clone() }));
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
pub(super) fn indent(kind: Kind) -> i32 {
    match kind {
        Kind::Name => 0,
        Kind::Sum(behind) => behind,
        Kind::Loop(_) => 22 * FINE,
        Kind::Residual(_) => net::MARK,
    }
}

/// Whether a bar is drawn full: water enters or leaves here.
pub(super) fn is_border(role: NodeRole) -> bool {
    role == NodeRole::Source || is_outside(role)
}
