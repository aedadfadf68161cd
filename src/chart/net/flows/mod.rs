//! The flow diagram: water from left to right in ribbons as thick as the flows.
//!
//! What is drawn (`pick`) → loops set aside and layers (`layers`) → heights (`order`) → places (`place`) →
//! drawing here. A flow that closes a loop is a lane below the others, with an arrow that shows where it
//! leads.

mod labels;
mod layers;
mod order;
mod pick;
mod place;

use std::fmt::Write;

use plotters::style::text_anchor::HPos;

use self::labels::{LINE, Label, Line};
use self::layers::Layers;
use self::pick::{Edge, Picked, pick};
use self::place::{BAR, BESIDE, Bar, Places, Route};
use super::marks::{self, WATERS, WaterStyle};
use super::model::FlowNet;
use super::words;
use crate::chart::model::Kind;
use crate::chart::picture::{Area, Picture, Placed, Schematic, TYPE, Table, Use, Values};
use crate::chart::style::Style;
use crate::chart::svg::{Canvas, FINE, GridPoint, path_data, px};

/// A ribbon thinner than this is drawn in full colour, or it would not be seen.
const THIN: i32 = 4 * FINE;
/// Length of an arrow's head on a thick lane.
const LONGEST_HEAD: i32 = 18 * FINE;
/// How much farther than its own half a lane's corner reaches.
const CORNER: i32 = 3 * FINE;

/// The net as a flow diagram.
#[derive(Clone, Debug, PartialEq)]
struct Flows(FlowNet);

struct Diagram<'a> {
    model: &'a FlowNet,
    values: Values<'a>,
    picked: Picked,
    labels: Vec<Label>,
    /// The figure of each edge.
    figures: Vec<String>,
    places: Places,
}

impl Kind {
    /// 水流图: water from its sources through all uses to where it goes, in ribbons as thick as the flows.
    pub fn flows(net: FlowNet) -> Kind {
        Kind::Schematic(Schematic::new(Flows(net)))
    }
}

impl Picture for Flows {
    fn is_empty(&self) -> bool {
        self.0.nodes.is_empty()
    }

    fn lay_out<'a>(&'a self, values: Values<'a>, room: i32) -> Box<dyn Placed + 'a> {
        Box::new(Diagram::new(&self.0, values, room))
    }

    fn table(&self, values: Values) -> Table {
        words::table(&self.0, values)
    }
}

impl<'a> Diagram<'a> {
    fn new(model: &'a FlowNet, values: Values<'a>, room: i32) -> Self {
        let mut picked = pick(model);
        let layers = Layers::new(&mut picked);
        let labels: Vec<Label> =
            picked.vertices.iter().map(|vertex| Label::new(model, values, vertex)).collect();
        let figures: Vec<String> =
            picked.edges.iter().map(|edge| figure(model, values, &picked, edge)).collect();
        let group = |at: usize| {
            let place = picked.vertices[at].node.unwrap_or(model.nodes.len());
            let own = model.nodes.get(place).map_or("", |node| &node.group);
            let first = model.nodes.iter().position(|node| node.group == own).unwrap_or(place);
            first as f64 * 1e5 + place as f64
        };
        let groups: Vec<f64> = (0..picked.vertices.len()).map(group).collect();
        let places = Places::new(&picked, &layers, &labels, &figures, &groups, room);
        Self { model, values, picked, labels, figures, places }
    }

    fn draw_edge(&self, canvas: &mut Canvas, at: usize, down: i32, on: Use) {
        let (edge, route) = (&self.picked.edges[at], &self.places.routes[at]);
        let style = marks::water_style(edge.water);
        let said = match edge.flow {
            Some(flow) => words::said_of_flow(self.model, self.values, &self.model.flows[flow]),
            None => self.said_of_several(edge),
        };
        marks::open(canvas, "water", edge.flow.map(|flow| ("flow", flow)), &said, on);
        let path = if route.is_lane { lane(route, down) } else { ribbon(&route.path, down) };
        marks::draw_hit(canvas, &path, route.thickness);
        if edge.amount.is_some() {
            draw_ribbon(canvas, style, &path, route.thickness);
        } else {
            marks::draw_unknown(canvas, style, &path);
        }
        if let (true, Some((x, y))) = (route.is_lane, route.path.last()) {
            let long = (route.thickness * 2 / 3).clamp(marks::HEAD, LONGEST_HEAD);
            marks::draw_head(canvas, style, (*x, down + y), (1, 0), long);
        }
        marks::close(canvas);
    }

    fn said_of_several(&self, edge: &Edge) -> Vec<String> {
        let name = |at: usize| self.labels[at].lines[0].1.as_str();
        let known = |amount| self.values.text(amount);
        let water = &self.model.words.waters[edge.water as usize];
        let figure = edge.amount.map_or_else(|| self.model.words.unknown.clone(), known);
        vec![format!("{} → {}", name(edge.from), name(edge.to)), words::phrase(water, &figure)]
    }

    fn draw_vertex(&self, canvas: &mut Canvas, at: usize, down: i32, on: Use) {
        let (vertex, label, bar) = (&self.picked.vertices[at], &self.labels[at], self.places.bars[at]);
        let said = match vertex.node {
            Some(node) => words::said_of_node(self.model, self.values, &self.model.nodes[node]),
            None => vec![label.lines[0].1.clone()],
        };
        marks::open(canvas, "node", vertex.node.map(|node| ("node", node)), &said, on);
        let Bar { x, top, height, label_top } = bar;
        let style = if labels::is_border(vertex.role) { Style::Border } else { Style::Junction };
        canvas.rect(style, (x, down + top), (x + BAR, down + top + height));
        let left = x + BAR + BESIDE;
        let mut middle = down + label_top - LINE / 2;
        for (kind, text) in &label.lines {
            middle += if kind.is_behind() { 0 } else { LINE };
            let (style, at) = (
                if *kind == Line::Name { Style::Name } else { Style::Figures },
                left + labels::indent(*kind),
            );
            match kind {
                Line::Loop(_) => marks::draw_loop(canvas, (left, middle)),
                Line::Residual(severity) => marks::draw_residual(canvas, *severity, (left, middle)),
                Line::Name | Line::Sum(_) => {}
            }
            canvas.words_on_ground(style, text, TYPE, HPos::Left, (at, middle));
        }
        marks::close(canvas);
    }
}

impl Placed for Diagram<'_> {
    fn class(&self) -> Option<&'static str> {
        Some("flows")
    }

    fn size(&self) -> (i32, Option<i32>) {
        (self.places.width, Some(self.places.height))
    }

    fn legend(&self) -> Vec<(Option<usize>, String)> {
        words::legend(self.model, self.picked.hidden)
    }

    fn draw_sample(&self, canvas: &mut Canvas, sample: usize, (x, end, y): (i32, i32, i32)) {
        match WATERS.get(sample) {
            Some(style) => draw_ribbon(canvas, style, &path_data(&[(x, y), (end, y)]), 10 * FINE),
            None => marks::draw_sample(canvas, sample, (x, end, y)),
        }
    }

    fn draw(&self, canvas: &mut Canvas, area: &Area) {
        let (down, on) = (area.top, area.purpose);
        for at in 0..self.picked.edges.len() {
            self.draw_edge(canvas, at, down, on);
        }
        for (figure, route) in self.figures.iter().zip(&self.places.routes) {
            if let Some((x, y)) = route.value {
                let side = if route.is_lane { HPos::Center } else { HPos::Right };
                canvas.words_on_ground(Style::Name, figure, TYPE, side, (x, down + y));
            }
        }
        for at in (0..self.picked.vertices.len()).filter(|at| self.picked.vertices[*at].drawn) {
            self.draw_vertex(canvas, at, down, on);
        }
    }
}

/// The figure of an edge; none where it would say again what its end says.
fn figure(model: &FlowNet, values: Values, picked: &Picked, edge: &Edge) -> String {
    let Some(flow) = edge.flow.map(|flow| &model.flows[flow]).filter(|_| edge.amount.is_some()) else {
        return String::new();
    };
    let label = words::label(model, values, flow);
    let alone = picked.edges.iter().filter(|other| other.to == edge.to).count() == 1;
    if alone && label == model.nodes[flow.to].sums[0] { String::new() } else { label }
}

fn draw_ribbon(canvas: &mut Canvas, style: &WaterStyle, path: &str, thickness: i32) {
    let WaterStyle { class, colour, opacity, hatch, .. } = style;
    let width = px(thickness);
    let opacity = if thickness < THIN && hatch.is_empty() { "0.9" } else { opacity };
    canvas.element(format_args!(
        r#"<path class="ribbon {class}" d="{path}" fill="none" stroke="{colour}" stroke-opacity="{opacity}" stroke-width="{width}"/>"#
    ));
    if !hatch.is_empty() {
        let dense = if thickness < THIN { "1" } else { "0.6" };
        canvas.element(format_args!(
            r#"<path class="ribbon {class}" d="{path}" fill="none" stroke="{colour}" stroke-opacity="{dense}" stroke-width="{width}" stroke-dasharray="{hatch}"/>"#
        ));
    }
}

/// From bar to bar in curves that begin and end level, straight where the ribbon passes a layer.
fn ribbon(path: &[GridPoint], down: i32) -> String {
    let place = |(x, y): GridPoint| format!("{} {}", px(x), px(down + y));
    let mut data = String::new();
    for (nth, pair) in path.chunks_exact(2).enumerate() {
        let [from, to] = [pair[0], pair[1]];
        let middle = (from.0 + to.0) / 2;
        let begin = if nth == 0 { 'M' } else { 'L' };
        let (before, after) = (place((middle, from.1)), place((middle, to.1)));
        // Writing to a `String` cannot fail.
        let _ = write!(data, "{begin}{}C{before} {after} {}", place(from), place(to));
    }
    data
}

/// Out of a bar, down, back below the others, up and in, with round corners.
fn lane(route: &Route, down: i32) -> String {
    let place = |(x, y): GridPoint| format!("{} {}", px(x), px(down + y));
    let path = &route.path;
    let radius = route.thickness / 2 + CORNER;
    let towards = |from: GridPoint, to: GridPoint| {
        let step = |from: i32, to: i32| from + (to - from).clamp(-radius, radius);
        (step(from.0, to.0), step(from.1, to.1))
    };
    let mut data = format!("M{}", place(path[0]));
    for corner in path.windows(3) {
        let (before, after) = (towards(corner[1], corner[0]), towards(corner[1], corner[2]));
        let _ = write!(data, "L{}Q{} {}", place(before), place(corner[1]), place(after));
    }
    if let Some(end) = path.last() {
        let _ = write!(data, "L{}", place(*end));
    }
    data
}
