//! What axes show: their division, and series of points.

use crate::chart::bullets::Bullet;
use crate::chart::picture::Values;
use crate::numeric::plain;

/// Series and their axis.
pub(in crate::chart) struct Axes<'a> {
    /// Whether the series are lying bars.
    pub lying: bool,
    /// What is drawn in place of the series.
    pub bullets: Option<&'a [Bullet]>,
    pub x: &'a Axis,
    pub x_title: &'a str,
    /// What stands below the axis; perhaps nothing.
    pub axis_title: &'a str,
    pub series: &'a [Series],
    /// What bands and whiskers mean.
    pub interval: &'a str,
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
    /// Name at its end or in the legend, and in the table.
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
    /// Where the reader's own data lead: a dotted line to an open end, in the colour of the own
    /// line. It joins the own line if it begins at its end.
    Projection,
    /// Something to compare with, such as the national values: a thin line without markers;
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
    /// Whether something is missing of the value: its marker is half a disc.
    pub is_incomplete: bool,
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
    pub(super) fn text(&self, values: Values) -> String {
        match (self.y.is_finite(), self.label.is_empty()) {
            (false, _) => String::new(),
            (true, false) => self.label.clone(),
            (true, true) => values.text(self.y),
        }
    }
}
