//! Drawing the sheet: columns, the lines that join them with the units, the units with their arrows.

use plotters::style::text_anchor::HPos;

use super::{ABOVE, AIR, BOX, COLUMN, GROUP, LINE, LOOP, Outer, PAD, Sheet, TURN, Unit, Way, lines};
use crate::chart::net::marks::{self, WATERS, WaterStyle};
use crate::chart::net::model::Severity;
use crate::chart::net::words;
use crate::chart::picture::{Area, EDGE, Placed, TYPE, Use};
use crate::chart::style::Style;
use crate::chart::svg::{Canvas, FINE, GridPoint, path_data, px};
use crate::chart::text_width::{shorten, width};

/// Between the name and the figure of an arrow.
const BETWEEN: i32 = 6 * FINE;

impl Placed for Sheet<'_> {
    fn class(&self) -> Option<&'static str> {
        Some("boxes")
    }

    fn size(&self) -> (i32, Option<i32>) {
        (self.width, Some(self.height))
    }

    fn legend(&self, _: bool) -> Vec<(Option<usize>, String)> {
        words::legend(self.model, self.hidden)
    }

    fn draw_sample(&self, canvas: &mut Canvas, sample: usize, (x, end, y): (i32, i32, i32)) {
        match WATERS.get(sample) {
            Some(style) => {
                draw_line(canvas, style, true, &[(x, y), (end - marks::HEAD, y)]);
                marks::draw_head(canvas, style, (end, y), (1, 0), marks::HEAD);
            }
            None => marks::draw_sample(canvas, sample, (x, end, y)),
        }
    }

    fn draw(&self, canvas: &mut Canvas, area: &Area) {
        let (down, on) = (area.top, area.purpose);
        for (side, column) in self.outer.iter().enumerate() {
            self.draw_joint(canvas, side, down);
            column.iter().for_each(|outer| self.draw_outer(canvas, outer, side, down, on));
        }
        let [line, left, _, right] = self.columns();
        for (group, top) in &self.groups {
            let (x, y) = (line + AIR, down + top + GROUP / 2);
            let text = shorten(group, TYPE, right - line - 2 * AIR);
            let end = x + width(&text, TYPE) + BETWEEN;
            canvas.words(Style::Group, &text, TYPE, HPos::Left, (x, y));
            canvas.path(Style::Grid, &[(end, y), ((right - AIR).max(end), y)]);
        }
        for unit in &self.units {
            self.draw_unit(canvas, unit, down, on);
        }
        if self.more.0 > 0 {
            let at = (left, down + self.more.1 + GROUP / 2);
            canvas.words(Style::Figures, &format!("… +{}", self.more.0), TYPE, HPos::Left, at);
        }
    }
}

impl Sheet<'_> {
    /// The line that joins a column with the units, and the short lines to its boxes.
    fn draw_joint(&self, canvas: &mut Canvas, side: usize, down: i32) {
        let x = self.columns()[3 * side];
        let mut ends: Vec<i32> = Vec::new();
        for unit in &self.units {
            let joined = unit.sides[side].iter().enumerate().filter(|(_, (way, _))| *way == Way::Joined);
            ends.extend(joined.map(|(nth, _)| unit.arrow(side, nth)));
        }
        if ends.is_empty() {
            return;
        }
        for outer in &self.outer[side] {
            let y = down + outer.middle();
            let edge = if side == 0 { EDGE + COLUMN } else { self.width - EDGE - COLUMN };
            canvas.path(Style::Axis, &[(edge, y), (x, y)]);
            ends.push(outer.middle());
        }
        if let (Some(first), Some(last)) = (ends.iter().min(), ends.iter().max()) {
            canvas.path(Style::Axis, &[(x, down + first), (x, down + last)]);
        }
    }

    fn draw_outer(&self, canvas: &mut Canvas, outer: &Outer, side: usize, down: i32, on: Use) {
        let left = if side == 0 { EDGE } else { self.width - EDGE - COLUMN };
        let top = down + outer.top;
        let node = &self.model.nodes[outer.node];
        let said = words::said_of_node(self.model, self.values, node);
        marks::open(canvas, "node", Some(("node", outer.node)), &said, on);
        draw_box(canvas, (left, top), (left + COLUMN, top + outer.height()), "2");
        for (nth, line) in outer.lines.iter().enumerate() {
            let y = top + PAD + nth as i32 * LINE + LINE / 2;
            canvas.words(Style::Name, line, TYPE, HPos::Center, (left + COLUMN / 2, y));
        }
        marks::close(canvas);
        for (nth, flow) in outer.flows.iter().enumerate() {
            let (model, y) = (&self.model.flows[*flow], top + PAD + (outer.lines.len() + nth) as i32 * LINE);
            let said = words::said_of_flow(self.model, self.values, model);
            marks::open(canvas, "water", Some(("flow", *flow)), &said, on);
            let figure = words::label(self.model, self.values, model);
            let room = COLUMN - 2 * PAD - width(&figure, TYPE) - BETWEEN;
            let name = shorten(&format!("→ {}", self.model.nodes[model.to].name), TYPE, room);
            let text = shorten(&words::phrase(&name, &figure), TYPE, COLUMN - 2 * PAD);
            canvas.words(Style::Figures, &text, TYPE, HPos::Center, (left + COLUMN / 2, y + LINE / 2));
            marks::close(canvas);
        }
    }

    fn draw_unit(&self, canvas: &mut Canvas, unit: &Unit, down: i32, on: Use) {
        let [_, left, right, _] = self.columns();
        let node = &self.model.nodes[unit.node];
        let top = down + unit.top;
        for (nth, (figure, flow)) in unit.loops.iter().enumerate() {
            self.draw_circulation(canvas, top - nth as i32 * LOOP, figure, *flow, on);
        }
        for side in 0..2 {
            for (nth, (way, flow)) in unit.sides[side].iter().enumerate() {
                self.draw_arrow(canvas, (side, *way, *flow), down + unit.arrow(side, nth), on);
            }
        }
        let said = words::said_of_node(self.model, self.values, node);
        marks::open(canvas, "node", Some(("node", unit.node)), &said, on);
        draw_box(canvas, (left, top), (right, top + unit.height), "1.5");
        let lines = lines(self, unit.node);
        let first = top + (unit.height - lines.len() as i32 * LINE) / 2 + LINE / 2;
        for (nth, (style, severity, text)) in lines.iter().enumerate() {
            let y = first + nth as i32 * LINE;
            if *severity == Severity::None {
                canvas.words(*style, text, TYPE, HPos::Center, ((left + right) / 2, y));
            } else {
                let x = left + (BOX - marks::MARK - width(text, TYPE)) / 2;
                marks::draw_residual(canvas, *severity, (x, y));
                canvas.words(*style, text, TYPE, HPos::Left, (x + marks::MARK, y));
            }
        }
        marks::close(canvas);
    }

    /// From the top of a box round to its top again.
    fn draw_circulation(&self, canvas: &mut Canvas, top: i32, figure: &str, flow: Option<usize>, on: Use) {
        let [_, left, right, _] = self.columns();
        let middle = (left + right) / 2;
        let text = shorten(&words::phrase(&self.model.words.circulation, figure), TYPE, BOX);
        let half = (BOX / 4).max(width(&text, TYPE) / 2).min(BOX / 2 - PAD);
        let (begin, end, above) = (middle + half, middle - half, top - LOOP / 3);
        let (class, colour) = Style::Junction.class_and_colour();
        marks::open(canvas, "water", flow.map(|flow| ("flow", flow)), std::slice::from_ref(&text), on);
        let path = path_data(&[(begin, top), (begin, above), (end, above), (end, top)]);
        canvas.element(format_args!(
            r#"<path class="{class} line" d="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>"#
        ));
        let (half, base) = (marks::HEAD / 2, top - marks::HEAD);
        let head = path_data(&[(end, top), (end - half, base), (end + half, base)]);
        canvas.element(format_args!(r#"<path class="{class}" d="{head}Z" fill="{colour}"/>"#));
        canvas.words(Style::Figures, &text, TYPE, HPos::Center, (middle, above - ABOVE));
        marks::close(canvas);
    }

    /// One flow at one side of a unit.
    fn draw_arrow(&self, canvas: &mut Canvas, (side, way, at): (usize, Way, usize), y: i32, on: Use) {
        let [line, left, right, end] = self.columns();
        let flow = &self.model.flows[at];
        let (style, known) = (marks::water_style(flow.water), words::amount(flow).is_some());
        let said = words::said_of_flow(self.model, self.values, flow);
        marks::open(canvas, "water", Some(("flow", at)), &said, on);
        let other = &self.model.nodes[if side == 0 { flow.from } else { flow.to }].name;
        let figure = words::label(self.model, self.values, flow);
        // What does not come from a column or go to one ends before its line.
        let inset = if way == Way::Joined { 0 } else { AIR };
        let (far, near) = if side == 0 { (line + inset, left) } else { (end - inset, right) };
        let (path, tip, along): (Vec<GridPoint>, GridPoint, (i32, i32)) = match (side, way) {
            (0, _) => (vec![(far, y), (near - marks::HEAD, y)], (near, y), (1, 0)),
            (_, Way::Consumed) => {
                (vec![(near, y), (far, y), (far, y - TURN + marks::HEAD)], (far, y - TURN), (0, -1))
            }
            (_, Way::Leaked) => {
                (vec![(near, y), (far, y), (far, y + TURN - marks::HEAD)], (far, y + TURN), (0, 1))
            }
            _ => (vec![(near, y), (far - marks::HEAD, y)], (far, y), (1, 0)),
        };
        marks::draw_hit(canvas, &path_data(&path), 0);
        draw_line(canvas, style, known, &path);
        marks::draw_head(canvas, style, tip, along, marks::HEAD);
        // The figure stands at the box, the name of the other end at the other end.
        let (far, near) = if side == 0 {
            (line + AIR, left - marks::HEAD - BETWEEN)
        } else {
            (end - AIR - marks::HEAD, right + BETWEEN)
        };
        let room = (near - far).abs();
        let figure = shorten(&figure, TYPE, room);
        let name = shorten(other, TYPE, (room - width(&figure, TYPE) - BETWEEN).max(0));
        let (here, there) = if side == 0 { (HPos::Right, HPos::Left) } else { (HPos::Left, HPos::Right) };
        canvas.words(Style::Name, &figure, TYPE, here, (near, y - ABOVE));
        canvas.words(Style::Figures, &name, TYPE, there, (far, y - ABOVE));
        marks::close(canvas);
    }
}

fn draw_box(canvas: &mut Canvas, (left, top): GridPoint, (right, bottom): GridPoint, line: &str) {
    let (x, y, wide, high) = (px(left), px(top), px(right - left), px(bottom - top));
    canvas.element(format_args!(
        r##"<rect class="box" x="{x}" y="{y}" width="{wide}" height="{high}" rx="2" fill="#ffffff" stroke="#172226" stroke-width="{line}"/>"##
    ));
}

fn draw_line(canvas: &mut Canvas, style: &WaterStyle, known: bool, path: &[GridPoint]) {
    let (class, colour, path) = (style.class, style.colour, path_data(path));
    let ((wide, dashes), unknown) = (style.arrow, ("1.2", "5 4"));
    let (wide, dashes) = if known { (wide, dashes) } else { unknown };
    let dashes = if dashes.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dashes}""#) };
    canvas.element(format_args!(
        r#"<path class="ribbon {class}" d="{path}" fill="none" stroke="{colour}" stroke-width="{wide}"{dashes}/>"#
    ));
}
