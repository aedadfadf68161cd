//! What stands beside a node: its name, its sum, what goes round in it, by how much it does not close.

use plotters::style::text_anchor::HPos;

use super::pick::Vertex;
use crate::chart::net::model::{FlowNet, NodeRole, Severity};
use crate::chart::net::words;
use crate::chart::picture::{TYPE, Values};
use crate::chart::svg::{Canvas, FINE, GridPoint, escape, px};
use crate::chart::text_width::{shorten, width, wrap};

/// Height of a line.
pub(super) const LINE: i32 = 15 * FINE;
/// How wide labels may be, what is longer taking a further line: as wide as leaves the picture in its room.
pub(super) const WIDEST: [i32; 3] = [160 * FINE, 130 * FINE, 100 * FINE];
/// Widest label beside a source.
const BESIDE: i32 = 92 * FINE;
/// In a picture narrower than this the labels of sources stand above.
pub(super) const NARROW: i32 = 560 * FINE;
/// Between words of a line.
const GAP: i32 = 8 * FINE;

/// The meaning of a piece of a label.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Name,
    Sum,
    Loop,
    /// By how much a node does not close.
    Off,
}

/// The lines of a node's label.
pub(super) struct Label {
    pub lines: Vec<Vec<(Piece, String)>>,
    /// Flows from the node to itself, below those lines.
    pub loops: Vec<(usize, String)>,
    pub width: i32,
    /// Whether it stands to the left of the node.
    pub is_beside: bool,
}

impl Label {
    pub fn new(model: &FlowNet, values: Values, vertex: &Vertex, is_beside: bool, widest: i32) -> Self {
        let widest = if is_beside { BESIDE } else { widest };
        let Some(node) = vertex.node.map(|node| &model.nodes[node]) else {
            let text = format!("… +{}", vertex.folded);
            let width = width(&text, TYPE);
            return Self { lines: vec![vec![(Piece::Name, text)]], loops: Vec::new(), width, is_beside };
        };
        let names = wrap(&node.name, TYPE, widest).into_iter();
        let mut lines: Vec<Vec<(Piece, String)>> = names.map(|name| vec![(Piece::Name, name)]).collect();
        let [inward, outward] = &node.sums;
        let sum = if node.role == NodeRole::Source { outward } else { inward };
        let off = if node.severity == Severity::Exceeds { node.residual.as_str() } else { "" };
        let go_round = words::phrase(if node.circulation.is_empty() { "" } else { "↻" }, &node.circulation);
        let off = words::phrase(if off.is_empty() { "" } else { &model.words.off }, off);
        let mut used = lines.last().map_or(0, |line| width(&line[0].1, TYPE));
        for (piece, text) in [(Piece::Sum, sum.as_str()), (Piece::Loop, &go_round), (Piece::Off, &off)] {
            let text = shorten(text, TYPE, widest);
            let wide = width(&text, TYPE) + GAP;
            match lines.last_mut() {
                _ if text.is_empty() => continue,
                Some(line) if used + wide <= widest && !is_beside => line.push((piece, text)),
                _ => {
                    used = -GAP;
                    lines.push(vec![(piece, text)]);
                }
            }
            used += wide;
        }
        let figure = |flow: &usize| {
            let figure = words::label(model, values, &model.flows[*flow]);
            (*flow, shorten(&words::phrase("↻", &figure), TYPE, widest))
        };
        let loops: Vec<(usize, String)> = vertex.loops.iter().map(figure).collect();
        let wide = |line: &Vec<(Piece, String)>| {
            line.iter().map(|(_, text)| width(text, TYPE) + GAP).sum::<i32>() - GAP
        };
        let own = loops.iter().map(|(_, text)| width(text, TYPE));
        let width = lines.iter().map(wide).chain(own).max().unwrap_or(0);
        Self { lines, loops, width, is_beside }
    }

    pub fn height(&self) -> i32 {
        (self.lines.len() + self.loops.len()) as i32 * LINE
    }
}

/// One line of a label, from or to a place.
pub(super) fn draw_line(canvas: &mut Canvas, line: &[(Piece, String)], side: HPos, (x, middle): GridPoint) {
    let anchor = if matches!(side, HPos::Right) { r#" text-anchor="end""# } else { "" };
    let mut text = String::new();
    for (piece, words) in line {
        let (class, colour, bold) = match piece {
            Piece::Name => ("name", "#172226", ""),
            Piece::Sum => ("name", "#172226", r#" font-weight="600""#),
            Piece::Loop => ("again", "#0b6e75", ""),
            Piece::Off => ("off", "#b3261e", r#" font-weight="600""#),
        };
        let space = if text.is_empty() { "" } else { " " };
        text += &format!(r#"{space}<tspan class="{class}" fill="{colour}"{bold}>{}</tspan>"#, escape(words));
    }
    let (x, y, size) = (px(x), px(middle + TYPE * 36 / 100), px(TYPE));
    canvas.element(format_args!(
        r##"<text class="halo" x="{x}" y="{y}" font-size="{size}"{anchor} stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">{text}</text>"##
    ));
}
