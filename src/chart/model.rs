//! What a chart shows, in the words of the caller.

use crate::numeric::fixed;

/// A chart, localised: all words are in the language of the reader, all labels already rounded.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Distinguishes the charts of one page; the ids of title and description begin with it.
    /// Only ASCII letters, digits, `-` and `_` are kept.
    pub id: String,
    /// What the chart is about.
    pub title: String,
    /// One or two sentences for those who hear the chart: what rises, what falls, from where to where.
    pub description: String,
    /// Unit of all values, shown above the y-axis and in the head of the table. May be empty.
    pub unit: String,
    /// What the x-axis counts, shown below it and as head of the table's first column.
    pub x_title: String,
    /// How the x-axis is divided.
    pub x: Axis,
    /// The finest division of the y-axis: its ticks never need more decimals than this.
    pub decimals: usize,
    /// The lines, in the order of the legend and of the table's columns.
    pub series: Vec<Series>,
    /// Where the figures come from, with its introducing word ("来源：…"). Shown in files.
    pub source: String,
    /// What stands in the empty frame when no series has a point to draw.
    pub no_data: String,
}

/// How the x-axis is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Whole years, written without separators and never with a fraction.
    /// A point whose x is not within −9999 … 9999 is not drawn.
    Years,
}

/// One line of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Name in legend and table.
    pub name: String,
    /// What the line means; it decides line, marker and colour.
    pub role: Role,
    /// The points in any order; a line joins neighbours in x, whatever lies between them.
    pub points: Vec<Point>,
}

/// What a line means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The reader's own data: a thick line with full markers; the last value is written beside it.
    Own,
    /// Something to compare with, such as the national values: a thin line with small markers.
    Reference,
    /// What is to be reached: a dashed line with hollow diamonds; each value is written beside it.
    Target,
}

/// One value of a series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// Place on the x-axis, such as the year.
    pub x: f64,
    /// The value. One that is not finite is left out of picture and table.
    pub y: f64,
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
        Self { x, y, low: None, high: None, label: label.into() }
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

/// The size in CSS pixels for which type sizes and margins are laid out; the picture itself scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Width; drawn as at least 240 and at most 4000.
    pub width: u32,
    /// Height; drawn as at least 180 and at most 4000.
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
