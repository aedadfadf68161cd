//! The block diagram of a water balance: each unit a box, with all that comes in from the left and all
//! that goes out to the right, each arrow with its figure.
//!
//! Sources stand in a column on the left, discharges in one on the right, each joined by a line along the
//! units. Water between units is not drawn across the sheet: its arrows name the unit at the other end, so
//! that a sheet with many units stays readable on paper and without colour.

mod draw;

use super::model::{Flow, FlowNet, FlowNode, NodeRole, Severity, Water};
use super::{marks, words};
use crate::chart::model::Kind;
use crate::chart::picture::{EDGE, Picture, Placed, Schematic, TYPE, Table, Values};
use crate::chart::style::Style;
use crate::chart::svg::FINE;
use crate::chart::text_width::{shorten, width, wrap};

/// The width of a sheet of A4, at which all words have room.
const NARROWEST: i32 = 720 * FINE;
/// Width of the columns of sources and discharges, and of a unit's box.
const COLUMN: i32 = 112 * FINE;
const BOX: i32 = 164 * FINE;
/// From a column to the line that joins it with the units.
const JOINT: i32 = 14 * FINE;
/// Height of an arrow with its words, and of a line of words in a box.
const ROW: i32 = 25 * FINE;
const LINE: i32 = 16 * FINE;
/// Free room inside a box, between boxes, and above a box for its circulation.
const PAD: i32 = 8 * FINE;
const AIR: i32 = 14 * FINE;
const LOOP: i32 = 30 * FINE;
/// Height of the name of a group.
const GROUP: i32 = 28 * FINE;
/// From an arrow to the middle of its words.
const ABOVE: i32 = 9 * FINE;
/// How far an arrow of consumption or leakage turns up or down.
const TURN: i32 = 12 * FINE;
/// So many units on a sheet; more are counted.
const MOST_UNITS: usize = 150;

/// The net as a block diagram.
#[derive(Clone, Debug, PartialEq)]
struct Boxes(FlowNet);

/// Where an arrow leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Up and away.
    Consumed,
    /// From a source or to a discharge.
    Joined,
    /// To or from another unit, which it names.
    Named,
    /// Down and away.
    Leaked,
}

/// A unit with its arrows.
struct Unit {
    node: usize,
    /// Upper end and height of its box.
    top: i32,
    height: i32,
    /// What comes in and what goes out, from above.
    sides: [Vec<(Way, usize)>; 2],
    /// What goes round, above the box, and the flow it is, if it is one.
    loops: Vec<(String, Option<usize>)>,
}

/// A box of a source or a discharge.
struct Outer {
    node: usize,
    top: i32,
    lines: Vec<String>,
    /// Flows out of it that reach no unit, such as what a main loses and what an outfall hands on.
    flows: Vec<usize>,
}

struct Sheet<'a> {
    model: &'a FlowNet,
    values: Values<'a>,
    units: Vec<Unit>,
    /// Names of groups and their upper ends.
    groups: Vec<(&'a str, i32)>,
    outer: [Vec<Outer>; 2],
    /// How many units are not drawn, and where that is said.
    more: (usize, i32),
    hidden: usize,
    width: i32,
    height: i32,
}

impl Kind {
    /// 水平衡方框图: each unit a box with its figures at arrows, for paper.
    pub fn boxes(net: FlowNet) -> Kind {
        Kind::Schematic(Schematic::new(Boxes(net)))
    }
}

impl Picture for Boxes {
    fn is_empty(&self) -> bool {
        self.0.nodes.is_empty()
    }

    fn lay_out<'a>(&'a self, values: Values<'a>, room: i32) -> Box<dyn Placed + 'a> {
        Box::new(Sheet::new(&self.0, values, room.max(NARROWEST)))
    }

    fn table(&self, values: Values) -> Table {
        words::table(&self.0, values)
    }
}

fn is_unit(node: &FlowNode) -> bool {
    use NodeRole::{Junction, Treatment, Use, WastewaterTreatment};
    matches!(node.role, Use | Treatment | WastewaterTreatment | Junction)
}

/// The way of a flow, seen from the unit at one of its ends.
fn way(flow: &Flow, other: &FlowNode, side: usize) -> Way {
    match (side, other.role, flow.water) {
        (1, NodeRole::Consumption, _) | (1, _, Water::Consumption) => Way::Consumed,
        (1, NodeRole::Leakage, _) | (1, _, Water::Leakage) => Way::Leaked,
        (0, NodeRole::Source, _) | (1, NodeRole::Discharge, _) => Way::Joined,
        _ => Way::Named,
    }
}

impl<'a> Sheet<'a> {
    fn new(model: &'a FlowNet, values: Values<'a>, width: i32) -> Self {
        let mut sheet = Self {
            model,
            values,
            units: Vec::new(),
            groups: Vec::new(),
            outer: [Vec::new(), Vec::new()],
            more: (0, 0),
            hidden: 0,
            width,
            height: 0,
        };
        let columns = [NodeRole::Source, NodeRole::Discharge].map(|role| sheet.stand_outer(role));
        let [left, right] = columns;
        sheet.height = sheet.stand_units().max(left).max(right);
        sheet.hidden = sheet.count_hidden();
        sheet
    }

    /// Gives the sources or the discharges their places; returns where they end.
    fn stand_outer(&mut self, role: NodeRole) -> i32 {
        let side = usize::from(role == NodeRole::Discharge);
        let mut y = AIR;
        for (at, node) in self.model.nodes.iter().enumerate().filter(|(_, node)| node.role == role) {
            let mut lines = wrap(&node.name, TYPE, COLUMN - 2 * PAD);
            let sum = &node.sums[1 - side];
            if !sum.is_empty() {
                lines.push(shorten(sum, TYPE, COLUMN - 2 * PAD));
            }
            let to_nowhere = |flow: &Flow| flow.from == at && !is_unit(&self.model.nodes[flow.to]);
            let flows = words::sound(self.model).filter(|(_, flow)| to_nowhere(flow)).map(|(at, _)| at);
            let flows: Vec<usize> = flows.collect();
            let outer = Outer { node: at, top: y, lines, flows };
            y += outer.height() + AIR;
            self.outer[side].push(outer);
        }
        y
    }

    /// Gives the units their places, group by group; returns where they end.
    fn stand_units(&mut self) -> i32 {
        let model = self.model;
        let mut sides = vec![[Vec::new(), Vec::new()]; model.nodes.len()];
        let mut loops: Vec<Vec<usize>> = vec![Vec::new(); model.nodes.len()];
        for (at, flow) in words::sound(model) {
            if flow.from == flow.to {
                loops[flow.from].push(at);
                continue;
            }
            for (side, own, other) in [(0, flow.to, flow.from), (1, flow.from, flow.to)] {
                sides[own][side].push((way(flow, &model.nodes[other], side), at));
            }
        }
        let mut groups: Vec<&str> = Vec::new();
        // What is produced comes first; what only serves it stands in its group, or below.
        let stands = |node: &&FlowNode| is_unit(node) && !node.is_elsewhere;
        let uses = model.nodes.iter().filter(|node| node.role == NodeRole::Use).filter(stands);
        for node in uses.chain(model.nodes.iter().filter(stands)) {
            if !groups.contains(&node.group.as_str()) {
                groups.push(&node.group);
            }
        }
        let mut y = AIR / 2;
        for group in groups {
            let in_group =
                |(_, node): &(usize, &FlowNode)| is_unit(node) && !node.is_elsewhere && node.group == group;
            for (nth, (at, _)) in model.nodes.iter().enumerate().filter(in_group).enumerate() {
                if self.units.len() == MOST_UNITS {
                    self.more.0 += 1;
                    continue;
                }
                if nth == 0 && !group.is_empty() {
                    self.groups.push((group, y));
                    y += GROUP;
                }
                let unit = Unit::new(self, at, std::mem::take(&mut sides[at]), &loops[at], y);
                y = unit.top + unit.height + AIR;
                self.units.push(unit);
            }
        }
        self.more.1 = y;
        y + if self.more.0 > 0 { GROUP } else { 0 }
    }

    /// How many flows stand nowhere on the sheet.
    fn count_hidden(&self) -> usize {
        let mut stands = vec![false; self.model.flows.len()];
        for unit in &self.units {
            unit.sides.iter().flatten().for_each(|(_, flow)| stands[*flow] = true);
            unit.loops.iter().filter_map(|(_, flow)| *flow).for_each(|flow| stands[flow] = true);
        }
        self.outer.iter().flatten().flat_map(|outer| &outer.flows).for_each(|flow| stands[*flow] = true);
        let elsewhere =
            |flow: &Flow| [flow.from, flow.to].iter().any(|at| self.model.nodes[*at].is_elsewhere);
        words::sound(self.model).filter(|(at, flow)| !stands[*at] && !elsewhere(flow)).count()
    }

    /// Left and right end of the boxes, and the lines that join them with the columns.
    fn columns(&self) -> [i32; 4] {
        let line = EDGE + COLUMN + JOINT;
        [line, (self.width - BOX) / 2, (self.width + BOX) / 2, self.width - line]
    }
}

impl Outer {
    fn height(&self) -> i32 {
        (self.lines.len() + self.flows.len()) as i32 * LINE + 2 * PAD
    }

    fn middle(&self) -> i32 {
        self.top + self.height() / 2
    }
}

impl Unit {
    fn new(sheet: &Sheet, node: usize, sides: [Vec<(Way, usize)>; 2], own: &[usize], y: i32) -> Self {
        let model = &sheet.model.nodes[node];
        let mut loops = Vec::new();
        if !model.circulation.is_empty() {
            loops.push((model.circulation.clone(), None));
        }
        for flow in own {
            loops.push((words::label(sheet.model, sheet.values, &sheet.model.flows[*flow]), Some(*flow)));
        }
        let sides = sides.map(|side| {
            // What goes up stands above, what goes down below; the others keep the order of waters.
            let mut ordered: Vec<(Way, usize)> = Vec::new();
            for way in [Way::Consumed, Way::Joined, Way::Named, Way::Leaked] {
                for water in Water::ALL {
                    let same = |(w, at): &&(Way, usize)| *w == way && sheet.model.flows[*at].water == water;
                    ordered.extend(side.iter().filter(same));
                }
            }
            ordered
        });
        let rows = sides.iter().map(Vec::len).max().unwrap_or(0);
        let lines = lines(sheet, node).len() as i32;
        let height = (rows as i32 * ROW + PAD).max(lines * LINE + 2 * PAD);
        Self { node, top: y + loops.len() as i32 * LOOP, height, sides, loops }
    }

    /// Middle of an arrow; those of a side stand in the middle of the box.
    fn arrow(&self, side: usize, nth: usize) -> i32 {
        let count = self.sides[side].len() as i32;
        let first = self.top + (self.height - count * ROW) / 2;
        first + nth as i32 * ROW + ROW / 2 + ABOVE / 2
    }
}

/// The lines in a unit's box: name, sums, and what is left.
fn lines(sheet: &Sheet, node: usize) -> Vec<(Style, Severity, String)> {
    let (net, node) = (sheet.model, &sheet.model.nodes[node]);
    let room = BOX - 2 * PAD;
    let plain = |style, text: &str| (style, Severity::None, shorten(text, TYPE, room));
    let mut lines: Vec<_> =
        wrap(&node.name, TYPE, room).iter().map(|line| plain(Style::Name, line)).collect();
    for (word, sum) in net.words.sums.iter().zip(&node.sums) {
        if !sum.is_empty() {
            lines.push(plain(Style::Figures, &words::phrase(word, sum)));
        }
    }
    if let Some(word) = words::severity_word(net, node.severity) {
        let both = words::phrase(&node.residual, word);
        let text = if marks::MARK + width(&both, TYPE) <= room { &both } else { &node.residual };
        lines.push((Style::Figures, node.severity, shorten(text, TYPE, room - marks::MARK)));
    }
    lines
}
