//! Drawing the diagram: what is led back, ribbons, what leaves, nodes with their labels.

use std::fmt::Write;

use plotters::style::text_anchor::HPos;

use super::labels::{self, LINE};
use super::lanes::HOLDS;
use super::pick::Edge;
use super::place::{Bar, Route, Shape, radius};
use super::sizes::{HEAD, NODE};
use super::{Diagram, labels::Label};
use crate::chart::net::marks::{self, WATERS, WaterStyle};
use crate::chart::net::model::{Severity, Water};
use crate::chart::net::words;
use crate::chart::picture::{Area, Placed, TYPE, Use};
use crate::chart::style::Style;
use crate::chart::svg::{Canvas, FINE, GridPoint, corners, path_data, px};
use crate::chart::text_width::shorten;

/// What is discharged within the plant is paler than what leaves it.
const DRAIN: &str = "#c5cacc";
/// Least half of the width of an arrow's head.
const HALF: i32 = 3 * FINE;
/// Widest figure at an arrow.
const WIDEST_FIGURE: i32 = 160 * FINE;

impl Placed for Diagram<'_> {
    fn class(&self) -> Option<&'static str> {
        Some("flows")
    }

    fn size(&self) -> (i32, Option<i32>) {
        (self.places.width, Some(self.places.height))
    }

    fn legend(&self, _: bool) -> Vec<(Option<usize>, String)> {
        words::key(self.model, self.picked.hidden)
    }

    fn draw_sample(&self, canvas: &mut Canvas, sample: usize, (x, end, y): (i32, i32, i32)) {
        match WATERS.get(sample) {
            Some(style) => {
                let (half, edge) = (5 * FINE, end - 4 * FINE);
                for (class, colour, from, to) in
                    [("ribbon", style.tint, x, edge), ("head", style.colour, edge, end)]
                {
                    let (kind, place) = (style.class, corners((from, y - half), (to, y + half)));
                    canvas.element(format_args!(r#"<rect class="{class} {kind}" {place} fill="{colour}"/>"#));
                }
            }
            None if sample == marks::EXCEEDS => {
                draw_node(canvas, "off", (end - NODE, y - 5 * FINE), 10 * FINE);
            }
            None => marks::draw_sample(canvas, sample, (x, end, y)),
        }
    }

    fn draw(&self, canvas: &mut Canvas, area: &Area) {
        let (down, on) = (area.top, area.purpose);
        let [edges, leaving] = [&self.picked.edges, &self.picked.leaving];
        let is_lane = |at: &usize| self.places.routes[0][*at].shape == Shape::Corners;
        // What is led back lies below the ribbons that it crosses.
        for at in (0..edges.len()).filter(is_lane).chain((0..edges.len()).filter(|at| !is_lane(at))) {
            let figure = (self.figures[0][at].as_str(), HPos::Center);
            self.draw_water(canvas, &edges[at], &self.places.routes[0][at], figure, (down, on));
        }
        for (at, edge) in leaving.iter().enumerate() {
            let figure = (self.figures[1][at].as_str(), HPos::Left);
            self.draw_water(canvas, edge, &self.places.routes[1][at], figure, (down, on));
        }
        for at in (0..self.picked.vertices.len()).filter(|at| self.picked.vertices[*at].drawn) {
            self.draw_vertex(canvas, at, down, on);
        }
    }
}

/// How far a ribbon steps back.
const QUIET: &str = r#" opacity="0.3""#;

impl Diagram<'_> {
    fn draw_water(
        &self,
        canvas: &mut Canvas,
        edge: &Edge,
        route: &Route,
        (figure, side): (&str, HPos),
        (down, on): (i32, Use),
    ) {
        let style = marks::water_style(edge.water);
        let said = match edge.flow {
            Some(flow) => words::said_of_flow(self.model, self.values, &self.model.flows[flow]),
            None => self.said_of_several(edge),
        };
        marks::open(canvas, "water", edge.flow.map(|flow| ("flow", flow)), &said, on);
        let path: Vec<GridPoint> = route.path.iter().map(|(x, y)| (*x, down + y)).collect();
        let whole = way(&path, route);
        let shaft = way(&shortened(&path), route);
        marks::draw_hit(canvas, &whole, route.thickness);
        if edge.amount.is_some() {
            let drains = edge.water == Water::Discharge && self.picked.vertices[edge.to].drawn;
            let (class, tint) = if drains { ("drain", DRAIN) } else { (style.class, style.tint) };
            let width = px(route.thickness);
            let is_quiet = edge.flow.is_some_and(|flow| self.model.flows[flow].is_quiet);
            let opacity = if is_quiet { QUIET } else { "" };
            canvas.element(format_args!(
                r#"<path class="ribbon {class}" d="{shaft}" fill="none" stroke="{tint}" stroke-width="{width}"{opacity}/>"#
            ));
        } else {
            marks::draw_unknown(canvas, style, &shaft);
        }
        draw_head(canvas, style, &path, route.thickness);
        if let Some((x, y)) = route.figure {
            let figure = shorten(figure, TYPE, WIDEST_FIGURE);
            if route.thickness >= HOLDS && matches!(side, HPos::Center) {
                canvas.words(Style::Name, &figure, TYPE, side, (x, down + y));
            } else {
                let class = format!("figure {}", style.class);
                canvas.label(&class, style.colour, &figure, TYPE, side, (x, down + y));
            }
        }
        marks::close(canvas);
    }

    fn said_of_several(&self, edge: &Edge) -> Vec<String> {
        let name = |at: usize| self.labels[at].lines[0][0].1.as_str();
        let known = |amount| self.values.text(amount);
        let water = &self.model.words.waters[edge.water as usize];
        let figure = edge.amount.map_or_else(|| self.model.words.unknown.clone(), known);
        vec![format!("{} → {}", name(edge.from), name(edge.to)), words::phrase(water, &figure)]
    }

    fn draw_vertex(&self, canvas: &mut Canvas, at: usize, down: i32, on: Use) {
        let (vertex, label, bar) = (&self.picked.vertices[at], &self.labels[at], self.places.bars[at]);
        let said = match vertex.node {
            Some(node) => words::said_of_node(self.model, self.values, &self.model.nodes[node]),
            None => vec![label.lines[0][0].1.clone()],
        };
        marks::open(canvas, "node", vertex.node.map(|node| ("node", node)), &said, on);
        let Bar { x, top, height, label: (label_x, label_top) } = bar;
        let is_off = vertex.node.is_some_and(|node| self.model.nodes[node].severity == Severity::Exceeds);
        draw_node(canvas, if is_off { "off" } else { "" }, (x, down + top), height);
        let side = if label.is_beside { HPos::Right } else { HPos::Left };
        let middle = |nth: usize| down + label_top + LINE / 2 + nth as i32 * LINE;
        for (nth, line) in label.lines.iter().enumerate() {
            labels::draw_line(canvas, line, side, (label_x, middle(nth)));
        }
        marks::close(canvas);
        self.draw_loops(canvas, label, |nth| (side, (label_x, middle(label.lines.len() + nth))), on);
    }

    /// The flows of a node to itself, each a figure that can be chosen.
    fn draw_loops(
        &self,
        canvas: &mut Canvas,
        label: &Label,
        place: impl Fn(usize) -> (HPos, GridPoint),
        on: Use,
    ) {
        for (nth, (flow, text)) in label.loops.iter().enumerate() {
            let said = words::said_of_flow(self.model, self.values, &self.model.flows[*flow]);
            marks::open(canvas, "water", Some(("flow", *flow)), &said, on);
            let (side, at) = place(nth);
            labels::draw_line(canvas, &[(labels::Piece::Loop, text.clone())], side, at);
            marks::close(canvas);
        }
    }
}

fn draw_node(canvas: &mut Canvas, class: &str, (x, y): GridPoint, height: i32) {
    let colour = if class.is_empty() { "#172226" } else { "#b3261e" };
    let (class, place) = (words::phrase("bar", class), corners((x, y), (x + NODE, y + height)));
    canvas.element(format_args!(r#"<rect class="{class}" {place} fill="{colour}"/>"#));
}

/// A head as wide as its ribbon, and wide enough to be seen.
fn draw_head(canvas: &mut Canvas, style: &WaterStyle, path: &[GridPoint], thickness: i32) {
    let [.., (from_x, from_y), (x, y)] = path else { return };
    let (dx, dy) = ((x - from_x).signum(), (y - from_y).signum());
    let half = HALF.max(thickness / 2);
    let (back_x, back_y) = (x - dx * HEAD, y - dy * HEAD);
    let triangle =
        [(*x, *y), (back_x - dy * half, back_y + dx * half), (back_x + dy * half, back_y - dx * half)];
    let (class, colour, path) = (style.class, style.colour, path_data(&triangle));
    canvas.element(format_args!(r#"<path class="head {class}" d="{path}Z" fill="{colour}"/>"#));
}

/// The way without its head.
fn shortened(path: &[GridPoint]) -> Vec<GridPoint> {
    let mut path = path.to_vec();
    if let [.., (from_x, from_y), (x, y)] = path.as_mut_slice() {
        *x -= (*x - *from_x).signum() * HEAD;
        *y -= (*y - *from_y).signum() * HEAD;
    }
    path
}

fn way(path: &[GridPoint], route: &Route) -> String {
    match route.shape {
        Shape::Bends => bends(path),
        Shape::Corners => rounded(path, radius(route.thickness)),
    }
}

/// Level from the first place to the second, bent to the third, and so on to the last.
fn bends(path: &[GridPoint]) -> String {
    let place = |(x, y): GridPoint| format!("{} {}", px(x), px(y));
    let mut data = String::new();
    for (nth, pair) in path.chunks_exact(2).enumerate() {
        let [from, to] = [pair[0], pair[1]];
        // Writing to a `String` cannot fail.
        let _ = match nth.checked_sub(1).map(|before| path[2 * before + 1]) {
            None => write!(data, "M{}L{}", place(from), place(to)),
            Some(before) => {
                let middle = (before.0 + from.0) / 2;
                let (one, two) = (place((middle, before.1)), place((middle, from.1)));
                write!(data, "C{one} {two} {}L{}", place(from), place(to))
            }
        };
    }
    data
}

/// Straight with round corners, which are nearly circles: the control points of a Bézier curve lie at 0.55 of the radius.
fn rounded(path: &[GridPoint], radius: i32) -> String {
    let place = |(x, y): GridPoint| format!("{} {}", px(x), px(y));
    let Some(first) = path.first() else { return String::new() };
    let mut data = format!("M{}", place(*first));
    for corner in path.windows(3) {
        let near = |(x, y): GridPoint, share: i32| {
            let reach = |from: i32, to: i32| from + (to - from).clamp(-radius, radius) * share / 100;
            (reach(corner[1].0, x), reach(corner[1].1, y))
        };
        let _ = write!(
            data,
            "L{}C{} {} {}",
            place(near(corner[0], 100)),
            place(near(corner[0], 45)),
            place(near(corner[2], 45)),
            place(near(corner[2], 100))
        );
    }
    if let Some(end) = path.last() {
        let _ = write!(data, "L{}", place(*end));
    }
    data
}
