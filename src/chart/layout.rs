//! How the picture is divided, known before the first stroke is drawn.

use super::legend::{self, Legend};
use super::model::{Chart, Point, Role, Size};
use super::scale::{self, Scale};
use super::svg::FINE;
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
/// Least room between two year labels.
const YEAR_GAP: i32 = 18 * FINE;

/// All measures, on the fine grid.
pub(super) struct Layout<'a> {
    pub width: i32,
    pub height: i32,
    pub purpose: Use,
    /// The points that can be drawn, by series, ascending in x.
    pub lines: Vec<Vec<&'a Point>>,
    pub x: Scale,
    pub y: Scale,
    pub y_labels: Vec<String>,
    pub legend: Legend,
    /// Left end and first row of the legend.
    pub legend_at: (i32, i32),
    /// Middle of the row of the unit.
    pub unit_y: i32,
    /// Height below the axis and its labels, for the source.
    pub foot: i32,
    /// The plot itself: left, top, right, bottom.
    pub plot: (i32, i32, i32, i32),
}

impl<'a> Layout<'a> {
    /// Measures from the outside inwards; the axes take what legend, unit and words leave.
    pub fn new(chart: &'a Chart, size: Size, purpose: Use) -> Self {
        let on_its_own = |row| if purpose == Use::OnItsOwn { row } else { 0 };
        let width = size.width as i32 * FINE;
        let height = size.height as i32 * FINE + on_its_own(TITLE_ROW) + on_its_own(SOURCE_ROW);

        let lines: Vec<Vec<&Point>> = chart.series.iter().map(|series| line(chart, &series.points)).collect();
        let points: Vec<&Point> = lines.iter().flatten().copied().collect();
        let y = scale::values(&points, chart.decimals);
        let y_labels = scale::tick_labels(&y);

        let inner = width - 2 * EDGE;
        let legend = if points.is_empty() { Legend::default() } else { legend::lay_out(chart, inner) };
        let unit = text_width::width(&chart.unit, TYPE);
        // A short legend shares the row of the unit, at its right end.
        let shared = legend.rows == 1 && unit + 3 * EDGE + legend.width <= inner;
        let legend_x = if shared { width - EDGE - legend.width } else { EDGE };
        let legend_y = EDGE + on_its_own(TITLE_ROW) + legend::ROW / 2;
        let rows_above = if shared { 0 } else { legend.rows as i32 };
        let unit_y = legend_y + rows_above * legend::ROW;
        let unit_row = shared || !chart.unit.is_empty();
        let top = unit_y + if unit_row { legend::ROW / 2 + EDGE } else { 0 };

        let widest = y_labels.iter().map(|label| text_width::width(label, TYPE)).max().unwrap_or(0);
        let left = EDGE + widest + 2 * TICK_GAP;
        let right = width - EDGE - TYPE;
        let x_title_row = if chart.x_title.is_empty() { 0 } else { TYPE + TICK_GAP };
        let foot = on_its_own(SOURCE_ROW) + EDGE / 2;
        let bottom = height - foot - x_title_row - TYPE - 3 * TICK_GAP;
        let year = text_width::width("2000", TYPE) + YEAR_GAP;
        let x = scale::years(&points, usize::try_from((right - left) / year).unwrap_or(1));
        let plot = (left, top, right, bottom);
        Self {
            width,
            height,
            purpose,
            lines,
            x,
            y,
            y_labels,
            legend,
            legend_at: (legend_x, legend_y),
            unit_y,
            foot,
            plot,
        }
    }

    /// The lines of one role, each with its place in the chart.
    pub fn of_role(&self, chart: &Chart, role: Role) -> impl Iterator<Item = (usize, &Vec<&'a Point>)> {
        let lines = self.lines.iter().zip(&chart.series).enumerate();
        lines.filter(move |(_, (_, series))| series.role == role).map(|(place, (line, _))| (place, line))
    }
}

/// The points of a series that can be drawn, from left to right.
fn line<'a>(chart: &Chart, points: &'a [Point]) -> Vec<&'a Point> {
    let mut line: Vec<&Point> = points.iter().filter(|point| scale::drawable(point, chart.x)).collect();
    line.sort_by(|a, b| a.x.total_cmp(&b.x));
    line
}
