//! What a chart shows, in the words of the caller.

use super::schematic::Schematic;
use crate::numeric::{fixed, plain};

/// A chart, localised: all words are in the language of the reader, all labels already rounded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// Distinguishes the charts of one page; the ids of title and description begin with it.
    /// Only ASCII letters, digits, `-` and `_` are kept.
    pub id: String,
    /// What is drawn.
    pub kind: Kind,
    /// What the chart is about.
    pub title: String,
    /// One or two sentences for those who hear the chart: what rises, what falls, from where to where.
    pub description: String,
    /// Unit of all values, shown above the picture and in the head of the table. May be empty.
    pub unit: String,
    /// What the x-axis counts, shown below it and as head of the table's first column. Of lying
    /// bars it says what their names name, in the table only.
    pub x_title: String,
    /// How the x-axis is divided; of lying bars, what names them from above.
    pub x: Axis,
    /// The finest division of the values' axis: its ticks never need more decimals than this.
    pub decimals: usize,
    /// Lines, columns or bars, in the order of the legend and of the table's columns. A canal
    /// schematic has none.
    pub series: Vec<Series>,
    /// What bands and whiskers mean ("95 % interval"), for legend and table. If empty, neither
    /// says anything about them.
    pub interval: String,
    /// Where the figures come from, with its introducing word ("来源：…"). Shown in files.
    pub source: String,
    /// What stands in the empty frame when no series has a point to draw.
    pub no_data: String,
}

/// What a chart draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Kind {
    /// The series as lines and columns above an x-axis.
    #[default]
    Lines,
    /// The series as lying bars, one row for each place on the axis, from above. The picture grows
    /// with the rows. Series of [`Role::Target`] are marks across the rows.
    Bars,
    /// What lays itself out and takes the width and height it needs; made with [`Kind::canals`],
    /// [`Kind::flows`] or [`Kind::boxes`].
    Schematic(Schematic),
}

/// How the x-axis is divided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    /// Whole years, written without separators and never with a fraction.
    /// A point whose x is not within −9999 … 9999 is not drawn.
    #[default]
    Years,
    /// Numbers of any kind, such as the distance along a canal.
    Numbers,
    /// Names in their order, such as months; a point's x is the place of its name, from zero.
    Named(Vec<String>),
}

impl Axis {
    /// How a place on the axis is written; none if it has no name.
    pub(super) fn name(&self, x: f64) -> Option<String> {
        match self {
            _ if !x.is_finite() => None,
            Axis::Named(names) if x >= 0.0 && x.fract() == 0.0 => names.get(x as usize).cloned(),
            Axis::Named(_) => None,
            _ => Some(plain(x)),
        }
    }
}

/// One line of the chart, or one kind of columns or bars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Name in legend and table.
    pub name: String,
    /// What the series means; it decides line, marker, filling and colour.
    pub role: Role,
    /// Whether it is a line or columns; lying bars are bars, beside each other or over each other.
    pub form: Form,
    /// The points in any order; a line joins neighbours in x, whatever lies between them.
    pub points: Vec<Point>,
}

/// The form of a series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A line with markers.
    #[default]
    Line,
    /// Columns from zero, beside those of other series.
    Columns,
    /// Lying bars on those of the series before, in the same place: a part of a whole, or the steps of a
    /// waterfall, of which each begins where the one before ends. Elsewhere a line.
    Over,
}

/// What a series means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// The reader's own data: a thick line with full markers, whose last value is written beside
    /// it; full columns.
    #[default]
    Own,
    /// Where the reader's own data lead: a dashed line with hollow markers in the colour of the own
    /// line, whose last value is written beside it. It joins the own line if it begins at its end.
    Projection,
    /// Something to compare with, such as the national values: a thin line with small markers;
    /// striped columns.
    Reference,
    /// What is to be reached: a dashed line with hollow diamonds, where each of a few values is
    /// written beside it; a mark across a lying bar.
    Target,
}

/// One value of a series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// Place on the x-axis, such as the year.
    pub x: f64,
    /// The value. One that is not finite is left out of picture and table.
    pub y: f64,
    /// Where its lying bar begins; zero if it is not said.
    pub from: Option<f64>,
    /// Lower end of the value's uncertainty; with `high` it is drawn as a band, or as a bar where
    /// the point has no neighbour with a band.
    pub low: Option<f64>,
    /// Upper end of the value's uncertainty.
    pub high: Option<f64>,
    /// The value as rounded and written by the caller, for the table and the labels in the picture.
    /// If empty, the value is written with the chart's `decimals`.
    pub label: String,
}

impl Point {
    /// A value without uncertainty.
    pub fn new(x: f64, y: f64, label: impl Into<String>) -> Self {
        Self { x, y, label: label.into(), ..Self::default() }
    }

    /// The value as text: the caller's label, else plainly formatted; empty if there is no value.
    pub(super) fn text(&self, decimals: usize) -> String {
        match (self.y.is_finite(), self.label.is_empty()) {
            (false, _) => String::new(),
            (true, false) => self.label.clone(),
            (true, true) => fixed(self.y, decimals.min(Chart::MOST_DECIMALS)),
        }
    }
}

impl Chart {
    /// More decimals than this only show noise, and f64 cannot tell such ticks apart.
    pub(super) const MOST_DECIMALS: usize = 9;
}

/// Canals, each with the canal it leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CanalTree {
    /// Heads of the table: canal, the canal it leaves, inflow, outflow, share lost. The last three
    /// also introduce the figures of a canal for the pointer, and the last one the classes.
    pub head: [String; 5],
    /// Shares lost from which the second, third and fourth class begin.
    pub limits: [f64; 3],
    /// What the classes are called in the legend, from the least loss on.
    pub classes: [String; 4],
    /// The canals, each after the canal it leaves. Their places here are the `data-index` of their bands.
    pub canals: Vec<Canal>,
}

/// One canal of the schematic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Canal {
    /// Its name.
    pub name: String,
    /// The place of the canal it leaves; none where water enters the system. A place that does not
    /// come before its own counts as none.
    pub parent: Option<usize>,
    /// What flows in at its head; a flow that is negative or not finite is drawn as none.
    pub inflow: f64,
    /// What is left at its end.
    pub outflow: f64,
    /// The share lost between the two, which decides the class; none if it is unknown.
    pub loss: Option<f64>,
    /// Inflow, outflow and loss as rounded and written by the caller.
    pub labels: [String; 3],
}

/// Units of a plant, town or campus and the water between them, loops included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowNet {
    /// What legend, table and boxes say beside names and figures.
    pub words: FlowWords,
    /// The units. Their places here are the `data-node` of what is drawn of them.
    pub nodes: Vec<FlowNode>,
    /// The flows between units. Their places here are the `data-flow` of what is drawn of them. One that
    /// begins or ends at no unit is left out; one that ends where it begins is drawn as a circulation.
    pub flows: Vec<Flow>,
    /// Flows below this share of the largest intake are not drawn as ribbons but only counted, 0 … 1.
    pub least: f64,
}

/// The words of a net of flows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowWords {
    /// Heads of the table: from, to, kind of water, amount.
    pub head: [String; 4],
    /// What each kind of water is called, in the order of [`Water::ALL`].
    pub waters: [String; 7],
    /// What water that goes round inside a unit is called.
    pub circulation: String,
    /// What introduces the sums of a unit: what comes in, what goes out.
    pub sums: [String; 2],
    /// What a residual is called, and what is said of one that is allowed and of one that is not.
    pub residual: [String; 3],
    /// What is said of an amount that is not known.
    pub unknown: String,
    /// What introduces the number of flows that are not drawn.
    pub hidden: String,
}

/// A unit, a source, or a place where water leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowNode {
    /// Its name.
    pub name: String,
    /// What it is for the water.
    pub role: NodeRole,
    /// What it belongs to, such as main production; units of one group stand together. May be empty.
    pub group: String,
    /// What comes in and what goes out, as summed up, rounded and written by the caller. May be empty.
    pub sums: [String; 2],
    /// Water that goes round inside the unit, as rounded and written by the caller. May be empty.
    pub circulation: String,
    /// What is left when all that goes out is taken from what comes in, as rounded and written by the caller.
    pub residual: String,
    /// What is to be said of the residual.
    pub severity: Severity,
    /// Whether its box stands on another sheet: arrows name it, and that is all.
    pub is_elsewhere: bool,
}

/// What a node is for the water.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NodeRole {
    /// Where water enters.
    Source,
    /// A unit that uses water.
    #[default]
    Use,
    /// Water is treated before it is used.
    Treatment,
    /// Water is treated after it was used.
    WastewaterTreatment,
    /// A main, a tank: water only passes.
    Junction,
    /// Where water leaves as a discharge.
    Discharge,
    /// Where water leaves as evaporation or in products. It has no box of its own.
    Consumption,
    /// Where water leaves unseen. It has no box of its own.
    Leakage,
}

/// Whether a unit's balance closes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Severity {
    /// It closes, or nothing is known; the residual is not shown.
    #[default]
    None,
    /// It does not close, within what is allowed.
    Within,
    /// It misses by more than is allowed.
    Exceeds,
}

/// Water from one node to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    /// The place of the node it leaves.
    pub from: usize,
    /// The place of the node it reaches.
    pub to: usize,
    /// How much it is; none if it is not known, which is how an amount that is negative or not finite counts.
    pub amount: Option<f64>,
    /// The amount as rounded and written by the caller.
    pub label: String,
    /// What kind of water it is.
    pub water: Water,
}

/// Kinds of water, as a balance tells them apart, in the order of [`Water::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Water {
    /// 新水: taken from a source for the first time.
    #[default]
    Fresh,
    /// 非常规水: rain, sea or mine water, reclaimed water from outside.
    NonConventional,
    /// 串联水: discharge of one unit that another uses as it is.
    Reused,
    /// 回用水: treated and used again.
    Reclaimed,
    /// 排水: leaves a unit for treatment or for good.
    Discharge,
    /// 耗水: evaporated, or in products.
    Consumption,
    /// 漏失: lost from pipes and equipment.
    Leakage,
}

impl Water {
    /// All kinds, in the order of the legend.
    pub const ALL: [Water; 7] = [
        Water::Fresh,
        Water::NonConventional,
        Water::Reused,
        Water::Reclaimed,
        Water::Discharge,
        Water::Consumption,
        Water::Leakage,
    ];
}

/// The size in CSS pixels for which type sizes and margins are laid out; the picture itself scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Width; drawn as at least 240 and at most 4000.
    pub width: u32,
    /// Height; drawn as at least 180 and at most 4000. Bars and schematics take the height they need.
    pub height: u32,
}

impl Size {
    /// Beside or below a table on a wide screen, and on paper.
    pub const WIDE: Size = Size { width: 720, height: 360 };
    /// Across a phone.
    pub const PHONE: Size = Size { width: 360, height: 300 };

    /// The nearest size on which there is room for axes.
    pub(super) fn drawable(self) -> Size {
        Size { width: self.width.clamp(240, 4000), height: self.height.clamp(180, 4000) }
    }
}
