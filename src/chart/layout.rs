//! How the picture is divided, known before the first stroke is drawn.

use plotters::coord::ranged1d::Ranged;

use super::bars::{self, Rows};
use super::legend::{self, Legend, Sample};
use super::model::{Chart, Kind, Point, Role, Size};
use super::scale::{self, Scale};
use super::schematic::Plan;
use super::svg::{FINE, Spot};
use super::text_width;

/// Whether the picture stands in a page that shows title and source, or must bring them itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    InPage,
    OnItsOwn,
}

/// Type size of everything but the title.
pub(super) const TYPE: i32 = 12 * FINE;
pub(super) const TITLE_TYPE: i32 = 15 * FINE;
pub(super) const TITLE_ROW: i32 = 28 * FINE;
pub(super) const SOURCE_ROW: i32 = 20 * FINE;
/// Free room along the edges.
pub(super) const EDGE: i32 = 10 * FINE;
/// From the plot to the labels of its axes.
pub(super) const TICK_GAP: i32 = 4 * FINE;

impl Use {
    /// The height of a row that only a picture on its own has.
    fn row(self, height: i32) -> i32 {
        if self == Use::OnItsOwn { height } else { 0 }
    }
}

/// What stands above the plot.
pub(super) struct Head {
    pub legend: Legend,
    /// Left end and first row of the legend.
    legend_at: Spot,
    /// Middle of the row of the unit.
    pub unit_y: i32,
    bottom: i32,
}

impl Head {
    /// Words stay within `room`, also where a schematic is wider.
    fn new(chart: &Chart, names: Vec<(Sample, String)>, room: i32, purpose: Use) -> Self {
        let inner = room - 2 * EDGE;
        let legend = legend::lay_out(names, inner);
        let unit = text_width::width(&chart.unit, TYPE);
        // A short legend shares the row of the unit, at its right end.
        let shared = legend.rows == 1 && unit + 3 * EDGE + legend.width <= inner;
        let legend_x = if shared { room - EDGE - legend.width } else { EDGE };
        let legend_y = EDGE + purpose.row(TITLE_ROW) + legend::ROW / 2;
        let rows_above = if shared { 0 } else { legend.rows as i32 };
        let unit_y = legend_y + rows_above * legend::ROW;
        let unit_row = shared || !chart.unit.is_empty();
        let bottom = unit_y + if unit_row { legend::ROW / 2 + EDGE } else { 0 };
        Self { legend, legend_at: (legend_x, legend_y), unit_y, bottom }
    }

    /// Left end and middle of an entry of the legend.
    pub fn place(&self, entry: &legend::Entry) -> Spot {
        (self.legend_at.0 + entry.x, self.legend_at.1 + entry.row as i32 * legend::ROW)
    }
}

/// All measures, on the fine grid.
pub(super) struct Layout<'a> {
    pub width: i32,
    pub height: i32,
    pub purpose: Use,
    /// The points that can be drawn, by series, ascending in x.
    pub lines: Vec<Vec<&'a Point>>,
    /// The rows of lying bars.
    pub rows: Option<Rows>,
    /// The places of a schematic.
    pub plan: Option<Box<dyn Plan + 'a>>,
    pub x: Scale,
    pub y: Scale,
    pub head: Head,
    /// Height below the axis and its labels, for the source.
    pub foot: i32,
    /// The plot itself: left, top, right, bottom.
    pub plot: (i32, i32, i32, i32),
}

impl<'a> Layout<'a> {
    /// Measures from the outside inwards; the axes take what legend, unit and words leave.
    pub fn new(chart: &'a Chart, size: Size, purpose: Use) -> Self {
        let room = size.width as i32 * FINE;
        let (plan, series) = match &chart.kind {
            Kind::Schematic(one) if one.0.is_empty() => (None, &[][..]),
            Kind::Schematic(one) => (Some(one.0.lay_out(chart, room)), &[][..]),
            _ => (None, &*chart.series),
        };
        let lines: Vec<Vec<&Point>> = series.iter().map(|series| line(chart, &series.points)).collect();
        let points: Vec<&Point> = lines.iter().flatten().copied().collect();
        let names = match &plan {
            Some(plan) => plan.legend(),
            None if points.is_empty() => Vec::new(),
            None => legend::names(chart),
        };
        let head = Head::new(chart, names, room, purpose);
        let is_rows = matches!(chart.kind, Kind::Bars) && !points.is_empty();
        let rows = is_rows.then(|| Rows::new(chart, (room - 2 * EDGE) * 2 / 5));

        let x_title_row = if is_rows || chart.x_title.is_empty() { 0 } else { TYPE + TICK_GAP };
        let foot = purpose.row(SOURCE_ROW) + EDGE / 2;
        let below = foot + if plan.is_some() { 0 } else { x_title_row + TYPE + 3 * TICK_GAP };
        let taken = plan.as_ref().map(|plan| plan.size());
        let grown = rows.as_ref().map(|rows| rows.height).or(taken.map(|(_, height)| height));
        let given = size.height as i32 * FINE + purpose.row(TITLE_ROW) + purpose.row(SOURCE_ROW);
        let height = grown.map_or(given, |tall| head.bottom + tall + below);
        let width = taken.map_or(room, |(width, _)| width);

        let spread = scale::spread(chart, &points);
        let values = scale::numbers(spread, chart.decimals, scale::AIR, scale::MOST_SPACES);
        let beside = rows.as_ref().map_or(values.widest(), |rows| rows.names_width);
        let figures = rows.as_ref().map_or(0, |rows| bars::figures_width(chart, &lines, rows, width));
        let left = EDGE + beside + 2 * TICK_GAP;
        // Half of the last label stands to the right of the axis.
        let half = if is_rows { values.widest() / 2 + 1 } else { TYPE };
        let right = width - EDGE - TYPE.max(figures).max(half);
        let (x, y) = match &rows {
            Some(rows) => (scale::roomy(spread, chart.decimals, right - left), rows.scale()),
            None => (scale::across(chart, &points, right - left), values),
        };
        let plot = (left, head.bottom, right, height - below);
        Self { width, height, purpose, lines, rows, plan, x, y, head, foot, plot }
    }

    /// Where a value of the x-axis lies.
    pub fn across(&self, x: f64) -> i32 {
        self.x.map(&x, (self.plot.0, self.plot.2 - 1))
    }

    /// Where a value of the y-axis lies.
    pub fn up(&self, y: f64) -> i32 {
        self.y.map(&y, (self.plot.3 - 1, self.plot.1))
    }

    /// The lines of one role, each with its place in the chart.
    pub fn of_role(&self, chart: &Chart, role: Role) -> impl Iterator<Item = (usize, &Vec<&'a Point>)> {
        let lines = self.lines.iter().zip(&chart.series).enumerate();
        lines.filter(move |(_, (_, series))| series.role == role).map(|(place, (line, _))| (place, line))
    }
}

/// The points of a series that can be drawn, from left to right.
fn line<'a>(chart: &Chart, points: &'a [Point]) -> Vec<&'a Point> {
    let mut line: Vec<&Point> = Vec::new();
    // Points mostly come in order. A sorting of the library would be larger than the rest of the layout.
    for point in points.iter().filter(|point| scale::drawable(point, &chart.x)) {
        line.insert(line.partition_point(|before| before.x <= point.x), point);
    }
    line
}
