//! The canal schematic: a tree from left to right in which each canal is a band as thick as its flow.
//!
//! A canal's first branch goes straight on; the others leave downwards. Between a canal and its
//! branches lies a comb, whose back is as wide as the water that is still to leave.

mod model;
mod tree;

use std::fmt::Write;

use plotters::style::text_anchor::HPos;

pub use self::model::{Canal, CanalTree};

use self::tree::{NAME_ROW, Tree, parent};

use super::model::Kind;
use super::picture::{Area, Picture, Placed, Schematic, TYPE, Table, Values};
use super::style::Style;
use super::svg::{Canvas, FINE, escape, path_data, px};
use super::text_width::{shorten, width};
use crate::numeric::{leading_power, plain, power_of_ten};

/// Thickness that the sample in the legend may have.
const SAMPLE_SHARE: f64 = 0.35;

/// The classes of a canal's loss, the unknown first: colour, share of it in the filling, and dashes
/// that make the hatching. Darkness and hatching both grow with the loss.
const LOSS: [(&str, &str, &str); 5] = [
    ("#7d8d93", "0", ""),
    ("#b3802f", "0.3", ""),
    ("#96600f", "0.45", "1 9"),
    ("#6f3f00", "0.6", "1.5 3"),
    ("#452300", "1", ""),
];

impl Tree<'_> {
    /// The round flow whose thickness the legend shows, and how it is written.
    fn round_flow(&self) -> (f64, String) {
        round_below(self.most_flow * SAMPLE_SHARE)
    }

    /// From the end of a canal to the beginnings of all that leaves it.
    fn draw_comb(&self, canvas: &mut Canvas, canal: usize, down: i32) {
        let (Some(top), outlets) = (self.tops[canal], &self.outlets[canal]) else { return };
        let level = self.levels[canal];
        if outlets.is_empty() {
            return;
        }
        let (from, to) = (self.lefts[level] + self.column, self.lefts[level + 1]);
        let mut outline = vec![(from, down + top)];
        for (nth, outlet) in outlets.iter().enumerate() {
            let (above, below) = (down + outlet.top, down + outlet.top + outlet.thickness);
            let before = if nth == 0 { from } else { from + self.back(canal, nth) };
            outline.extend([(before, above), (to, above), (to, below)]);
            outline.push((from + self.back(canal, nth + 1), below));
        }
        let (class, colour) = Style::Junction.class_and_colour();
        let path = path_data(&outline);
        canvas.element(format_args!(
            r#"<path class="{class}" d="{path}Z" fill="{colour}" fill-opacity="0.5"/>"#
        ));
        self.draw_folds(canvas, canal, to, down);
    }

    fn draw_folds(&self, canvas: &mut Canvas, canal: usize, x: i32, down: i32) {
        for outlet in self.outlets[canal].iter().filter(|outlet| outlet.folded > 0) {
            let at = (x + 4 * FINE, down + outlet.top + outlet.thickness / 2);
            canvas.words(Style::Figures, &format!("… +{}", outlet.folded), TYPE, HPos::Left, at);
        }
    }

    /// The band of a canal with the words above it, as one group that can be found, heard and chosen.
    fn draw_canal(&self, canvas: &mut Canvas, at: usize, canal: &Canal, top: i32) {
        let left = self.lefts[self.levels[at]];
        let said = said(self.model, canal);
        canvas
            .element(format_args!(r#"<g class="canal" role="img" data-index="{at}"><title>{said}</title>"#));
        let class = class(self.model, canal.loss);
        let ends = (self.thickness(canal.inflow), self.thickness(canal.outflow));
        draw_band(canvas, class, (left, left + self.column, top), ends);
        let (name, figures) = words(canal, self.column);
        let above = top - NAME_ROW / 2;
        canvas.words(Style::Name, &name, TYPE, HPos::Left, (left, above));
        canvas.words(Style::Figures, &figures, TYPE, HPos::Right, (left + self.column, above));
        canvas.element(format_args!("</g>"));
    }
}

impl Kind {
    /// Canals and what they lose.
    pub fn canals(tree: CanalTree) -> Kind {
        Kind::Schematic(Schematic::new(tree))
    }
}

impl Picture for CanalTree {
    fn is_empty(&self) -> bool {
        self.canals.is_empty()
    }

    fn table(&self, _: Values) -> Table {
        let rows = self.canals.iter().enumerate().map(|(at, canal)| {
            let from = parent(self, at).map_or_else(String::new, |parent| self.canals[parent].name.clone());
            [canal.name.clone(), from].into_iter().chain(canal.labels.iter().cloned()).collect()
        });
        Table { head: self.head.to_vec(), rows: rows.collect() }
    }

    fn lay_out<'a>(&'a self, values: Values<'a>, room: i32) -> Box<dyn Placed + 'a> {
        Box::new(Tree::new(self, values.unit, room))
    }
}

impl Placed for Tree<'_> {
    fn class(&self) -> Option<&'static str> {
        Some("canals")
    }

    fn size(&self) -> (i32, Option<i32>) {
        (self.width, Some(self.height))
    }

    /// Thickness by one round flow, and the classes of loss; the unknown class stands for the flow.
    fn legend(&self, _: bool) -> Vec<(Option<usize>, String)> {
        let mut entries = Vec::new();
        if self.most_flow > 0.0 {
            let (_, text) = self.round_flow();
            entries.push((Some(0), format!("{text} {}", self.unit)));
        }
        entries.push((None, self.model.head[4].clone()));
        let classes = self.model.classes.iter().enumerate();
        entries.extend(classes.map(|(nth, name)| (Some(nth + 1), name.clone())));
        entries
    }

    fn draw_sample(&self, canvas: &mut Canvas, class: usize, (x, end, y): (i32, i32, i32)) {
        let thickness = if class == 0 { self.thickness(self.round_flow().0) } else { 10 * FINE };
        draw_band(canvas, class, (x, end, y - thickness / 2), (thickness, thickness));
    }

    fn draw(&self, canvas: &mut Canvas, area: &Area) {
        for canal in 0..self.tops.len() {
            self.draw_comb(canvas, canal, area.top);
        }
        self.draw_folds(canvas, self.tops.len(), self.lefts[0], area.top);
        for (at, canal) in self.model.canals.iter().enumerate() {
            if let Some(band) = self.tops[at] {
                self.draw_canal(canvas, at, canal, area.top + band);
            }
        }
    }
}

/// A band from left to right with the thickness of its two ends. The class of loss shows by
/// colour and by hatching: none, wide, close, and no gap at all.
fn draw_band(
    canvas: &mut Canvas,
    class: usize,
    (left, right, top): (i32, i32, i32),
    (inflow, outflow): (i32, i32),
) {
    let (colour, opacity, hatch) = LOSS[class];
    let path = path_data(&[(left, top), (right, top), (right, top + outflow), (left, top + inflow)]);
    canvas.element(format_args!(
        r#"<path class="flow loss{class}" d="{path}Z" fill="{colour}" fill-opacity="{opacity}" stroke="{colour}" stroke-width="1"/>"#
    ));
    if !hatch.is_empty() {
        let thin = inflow.min(outflow);
        let path = path_data(&[(left, top + thin / 2), (right, top + thin / 2)]);
        let thin = px(thin);
        canvas.element(format_args!(
            r#"<path class="hatch loss{class}" d="{path}" fill="none" stroke="{colour}" stroke-width="{thin}" stroke-dasharray="{hatch}"/>"#
        ));
    }
}

fn class(model: &CanalTree, loss: Option<f64>) -> usize {
    let loss = loss.filter(|loss| loss.is_finite());
    loss.map_or(0, |loss| 1 + model.limits.iter().filter(|limit| loss >= **limit).count())
}

/// Name and figures of a canal, a line each, for the pointer and for those who hear the picture.
fn said(model: &CanalTree, canal: &Canal) -> String {
    let mut said = escape(&canal.name);
    for (head, label) in model.head[2..].iter().zip(&canal.labels) {
        if !label.is_empty() {
            let _ = write!(said, "\n{} {}", escape(head), escape(label));
        }
    }
    said
}

/// The name and as many figures as there is room for; the loss stays longest.
fn words(canal: &Canal, room: i32) -> (String, String) {
    let [inflow, outflow, loss] = &canal.labels;
    let gap = 8 * FINE;
    let name = width(&canal.name, TYPE) + gap;
    let all = [format!("{inflow} → {outflow} · {loss}"), format!("{inflow} · {loss}")];
    if let Some(figures) = all.into_iter().find(|figures| name + width(figures, TYPE) <= room) {
        return (canal.name.clone(), figures);
    }
    let loss = shorten(loss, TYPE, room / 2);
    (shorten(&canal.name, TYPE, room - gap - width(&loss, TYPE)), loss)
}

/// The largest of 1, 2 and 5 times a power of ten that is not above `most`, and how it is written.
fn round_below(most: f64) -> (f64, String) {
    let power = leading_power(most);
    let digit = [5.0, 2.0].into_iter().find(|digit| digit * power_of_ten(power) <= most).unwrap_or(1.0);
    let round = digit * power_of_ten(power);
    (round, plain(round))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_number_is_one_two_or_five() {
        for (most, text) in [(0.9, "0.5"), (2.1, "2"), (12.6, "10"), (0.001, "0.001")] {
            assert_eq!(round_below(most).1, text);
        }
    }
}
