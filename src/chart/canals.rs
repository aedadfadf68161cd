//! The canal schematic: a tree from left to right in which each canal is a band as thick as its flow.
//!
//! A canal's first branch goes straight on; the others leave downwards. Between a canal and its
//! branches lies a comb, whose back is as wide as the water that is still to leave.

use std::any::Any;
use std::fmt::Write;

use plotters::style::text_anchor::HPos;

use super::ink::{self, Ink};
use super::layout::{EDGE, Layout, TYPE};
use super::legend::Sample;
use super::model::{Canal, CanalTree, Chart};
use super::scale;
use super::schematic::{Model, Plan};
use super::svg::{Canvas, FINE, escape, path_data, px};
use super::table::Table;
use super::text_width::{shorten, width};

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
const NAME_ROW: i32 = 17 * FINE;
/// Free room below a band.
const BELOW: i32 = 8 * FINE;
/// Free room between the back of a comb and the next column.
const JOINT: i32 = 10 * FINE;
/// Room for "… +123".
const FOLD: i32 = 56 * FINE;
/// Thickness that the sample in the legend may have.
const SAMPLE_SHARE: f64 = 0.35;

/// What leaves a canal in one place: a branch, or all branches that are not drawn.
#[derive(Clone, Copy)]
struct Outlet {
    top: i32,
    thickness: i32,
    flow: f64,
    /// How many canals are not drawn here; zero for a branch.
    folded: usize,
}

/// Where each canal stands.
struct Tree<'a> {
    model: &'a CanalTree,
    most_flow: f64,
    levels: Vec<usize>,
    /// Top of each band; none for a canal that is not drawn.
    tops: Vec<Option<i32>>,
    /// The outlets of each canal from above; the last entry holds those of the source.
    outlets: Vec<Vec<Outlet>>,
    /// Left end of the bands of each level.
    lefts: Vec<i32>,
    /// Length of a band.
    column: i32,
    /// Unit of all flows.
    unit: &'a str,
    /// Width of the picture.
    width: i32,
    /// Height of the tree.
    height: i32,
}

/// Which canals are drawn, by the canal they leave; the last entry stands for the source of all.
struct Branches {
    drawn: Vec<Vec<usize>>,
    folded: Vec<usize>,
    folded_flow: Vec<f64>,
}

impl<'a> Tree<'a> {
    /// Lays the tree out, as wide as `room` or wider.
    fn new(model: &'a CanalTree, unit: &'a str, room: i32) -> Self {
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
    fn back(&self, canal: usize, outlet: usize) -> i32 {
        let left = self.outlets[canal].get(outlet..).unwrap_or_default();
        if left.is_empty() { 0 } else { self.thickness(left.iter().map(|outlet| outlet.flow).sum()) }
    }

    fn thickness(&self, water: f64) -> i32 {
        // What is not a number becomes zero here.
        ((flow(water) / self.most_flow * f64::from(THICKEST) + 0.5) as i32).clamp(THINNEST, THICKEST)
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
        let (class, colour) = Ink::Junction.fixed();
        let path = path_data(&outline);
        canvas.element(format_args!(
            r#"<path class="{class}" d="{path}Z" fill="{colour}" fill-opacity="0.5"/>"#
        ));
        self.draw_folds(canvas, canal, to, down);
    }

    fn draw_folds(&self, canvas: &mut Canvas, canal: usize, x: i32, down: i32) {
        for outlet in self.outlets[canal].iter().filter(|outlet| outlet.folded > 0) {
            let at = (x + 4 * FINE, down + outlet.top + outlet.thickness / 2);
            canvas.words(Ink::Figures, &format!("… +{}", outlet.folded), TYPE, HPos::Left, at);
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
        canvas.words(Ink::Name, &name, TYPE, HPos::Left, (left, above));
        canvas.words(Ink::Figures, &figures, TYPE, HPos::Right, (left + self.column, above));
        canvas.element(format_args!("</g>"));
    }
}

impl Model for CanalTree {
    fn is_empty(&self) -> bool {
        self.canals.is_empty()
    }

    fn lay_out<'a>(&'a self, chart: &'a Chart, room: i32) -> Box<dyn Plan + 'a> {
        Box::new(Tree::new(self, &chart.unit, room))
    }

    fn table(&self, _: &Chart) -> Table {
        let rows = self.canals.iter().enumerate().map(|(at, canal)| {
            let from = parent(self, at).map_or_else(String::new, |parent| self.canals[parent].name.clone());
            [canal.name.clone(), from].into_iter().chain(canal.labels.iter().cloned()).collect()
        });
        Table { head: self.head.to_vec(), rows: rows.collect() }
    }

    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl Plan for Tree<'_> {
    fn class(&self) -> &'static str {
        "canals"
    }

    fn size(&self) -> (i32, i32) {
        (self.width, self.height)
    }

    /// Thickness by one round flow, and the classes of loss.
    fn legend(&self) -> Vec<(Sample, String)> {
        let mut entries = Vec::new();
        if self.most_flow > 0.0 {
            let (round, text) = scale::round_below(self.most_flow * SAMPLE_SHARE);
            entries.push((Sample::Own(0, self.thickness(round)), format!("{text} {}", self.unit)));
        }
        entries.push((Sample::None, self.model.head[4].clone()));
        let classes = self.model.classes.iter().enumerate();
        entries.extend(classes.map(|(nth, name)| (Sample::Own(nth + 1, 10 * FINE), name.clone())));
        entries
    }

    fn draw_sample(
        &self,
        canvas: &mut Canvas,
        (class, thickness): (usize, i32),
        (x, end, y): (i32, i32, i32),
    ) {
        draw_band(canvas, class, (x, end, y - thickness / 2), (thickness, thickness));
    }

    fn draw(&self, canvas: &mut Canvas, layout: &Layout) {
        let top = layout.plot.1;
        for canal in 0..self.tops.len() {
            self.draw_comb(canvas, canal, top);
        }
        self.draw_folds(canvas, self.tops.len(), self.lefts[0], top);
        for (at, canal) in self.model.canals.iter().enumerate() {
            if let Some(band) = self.tops[at] {
                self.draw_canal(canvas, at, canal, top + band);
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
    let (colour, opacity, hatch) = ink::LOSS[class];
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
fn parent(model: &CanalTree, at: usize) -> Option<usize> {
    model.canals[at].parent.filter(|parent| *parent < at)
}

/// A flow that can be drawn.
fn flow(value: f64) -> f64 {
    if value.is_finite() { value.max(0.0) } else { 0.0 }
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
