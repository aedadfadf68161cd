//! The widths of the plot and its scales, known before the first stroke is drawn.

use super::model::{Axes, Axis, Point, Role, Series};
use super::rows::{Rows, figures_width};
use super::scale::{self, Scale};
use super::series_style::{SeriesStyle, series_styles};
use crate::chart::picture::{EDGE, TICK_GAP, TYPE, Values, below_axis};

/// Series with their scales and all widths.
pub(super) struct Layout<'a> {
    pub axes: &'a Axes<'a>,
    pub values: Values<'a>,
    pub styles: Vec<SeriesStyle>,
    /// The points that can be drawn, by series, ascending in x.
    pub lines: Vec<Vec<&'a Point>>,
    /// The rows of lying bars.
    pub rows: Option<Rows>,
    pub x: Scale,
    pub y: Scale,
    pub width: i32,
    /// Ends of the plot.
    pub left: i32,
    pub right: i32,
}

impl<'a> Layout<'a> {
    /// Measures from the outside inwards; the axes take what names and figures leave.
    pub fn new(axes: &'a Axes, values: Values<'a>, width: i32) -> Self {
        let lines: Vec<Vec<&Point>> = axes.series.iter().map(|series| line(axes.x, &series.points)).collect();
        let points: Vec<&Point> = lines.iter().flatten().copied().collect();
        let rows = axes.lying.then(|| Rows::new(axes, (width - 2 * EDGE) * 2 / 5));
        let spread = scale::spread(axes, &points);
        let upright = scale::numbers(spread, values.decimals, scale::AIR, scale::MOST_SPACES);
        let beside = rows.as_ref().map_or(upright.widest(), |rows| rows.names_width);
        let figures = rows.as_ref().map_or(0, |rows| figures_width(axes, values, &lines, rows, width));
        let left = EDGE + beside + 2 * TICK_GAP;
        // Half of the last label stands to the right of the axis.
        let half = if axes.lying { upright.widest() / 2 + 1 } else { TYPE };
        let right = width - EDGE - TYPE.max(figures).max(half);
        let (x, y) = match &rows {
            Some(rows) => (scale::fit_axis(spread, values.decimals, right - left), rows.scale()),
            None => (scale::x_axis(axes, &points, right - left), upright),
        };
        Self { axes, values, styles: series_styles(axes.series), lines, rows, x, y, width, left, right }
    }

    /// Height below the plot. Of lying bars, the axis below has no title.
    pub fn below(&self) -> i32 {
        below_axis(if self.axes.lying { "" } else { self.axes.axis_title })
    }

    /// The lines of one role, each with its place among the series.
    pub fn of_role(&self, role: Role) -> impl Iterator<Item = (usize, &Vec<&'a Point>)> {
        let lines = self.lines.iter().zip(self.axes.series).enumerate();
        lines.filter(move |(_, (_, series))| series.role == role).map(|(place, (line, _))| (place, line))
    }

    /// The first series with a band; the legend's last sample shows it.
    pub fn banded(&self) -> Option<usize> {
        let has_band = |series: &Series| series.points.iter().any(|point| scale::band(point).is_some());
        self.axes.series.iter().position(has_band).filter(|_| !self.axes.interval.is_empty())
    }
}

/// The points of a series that can be drawn, from left to right.
fn line<'a>(axis: &Axis, points: &'a [Point]) -> Vec<&'a Point> {
    let mut line: Vec<&Point> = Vec::new();
    // Points mostly come in order. A sorting of the library would be larger than the rest of the layout.
    for point in points.iter().filter(|point| scale::drawable(point, axis)) {
        line.insert(line.partition_point(|before| before.x <= point.x), point);
    }
    line
}
