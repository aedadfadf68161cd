//! Small multiples: where lines would only cross each other, each has a panel of its own, all on the same scales.

use plotters::coord::ranged1d::Ranged;
use plotters::style::text_anchor::HPos;

use super::layout::Layout;
use super::model::{Axes, Form, Role, Series};
use super::series_style::{SeriesStyle, series_styles};
use super::{marks, scale};
use crate::chart::picture::{Area, EDGE, Placed, TICK_GAP, TYPE};
use crate::chart::style::Style;
use crate::chart::svg::{Canvas, FINE, GridPoint};
use crate::chart::text_width::shorten;

/// More lines than this are drawn apart; more than the second are only a legend's matter.
const MOST_TOGETHER: usize = 8;
const MOST_APART: usize = 24;
/// Least width of a panel, the room between two, and its heights: name, plot, years.
const LEAST: i32 = 150 * FINE;
const BETWEEN: i32 = 16 * FINE;
const NAME: i32 = 20 * FINE;
const PLOT: i32 = 72 * FINE;
const FEET: i32 = 26 * FINE;
/// So many spaces between the lines of the grid.
const SPACES: u8 = 3;

/// Whether lines of these axes are drawn apart.
pub(super) fn are_apart(axes: &Axes) -> bool {
    let lines = alone(axes).count();
    let has_columns = axes.series.iter().any(|series| series.form == Form::Columns);
    !axes.lying && !has_columns && (MOST_TOGETHER + 1..=MOST_APART).contains(&lines)
}

/// The series that have a panel; a target stands in every one.
fn alone<'a>(axes: &'a Axes) -> impl Iterator<Item = (usize, &'a Series)> {
    let series = axes.series.iter().enumerate();
    series.filter(|(_, one)| one.role != Role::Target && !one.points.is_empty())
}

/// Panels in rows.
pub(super) struct Panels<'a> {
    layout: Layout<'a>,
    y: scale::Scale,
    style: SeriesStyle,
    columns: i32,
    /// Left end and width of the first panel.
    left: i32,
    wide: i32,
}

impl<'a> Panels<'a> {
    pub fn new(layout: Layout<'a>) -> Self {
        let points: Vec<_> = layout.lines.iter().flatten().copied().collect();
        let spread = scale::spread(layout.axes, &points);
        let y = scale::numbers(spread, layout.values.decimals, scale::AIR, SPACES);
        let left = EDGE + y.widest() + 2 * TICK_GAP;
        let room = layout.width - EDGE - left;
        let columns = ((room + BETWEEN) / (LEAST + BETWEEN)).max(1);
        let wide = (room + BETWEEN) / columns - BETWEEN;
        // What stands alone needs no colour of its own.
        let style = series_styles(&[Series::default()]).remove(0);
        Self { layout, y, style, columns, left, wide }
    }

    fn draw_panel(&self, canvas: &mut Canvas, series: usize, (left, top): GridPoint, is_first: bool) {
        let Layout { lines, axes, values, styles, x, .. } = &self.layout;
        let (right, upper, lower) = (left + self.wide, top + NAME, top + NAME + PLOT);
        let name = shorten(&axes.series[series].name, TYPE, self.wide);
        canvas.words(Style::Name, &name, TYPE, HPos::Left, (left, top + NAME / 2));
        let at_y = |value: f64| self.y.map(&value, (lower, upper));
        for (tick, label) in self.y.ticks.iter().zip(&self.y.labels) {
            canvas.path(Style::Grid, &[(left, at_y(*tick)), (right, at_y(*tick))]);
            if is_first {
                canvas.words(Style::Tick, label, TYPE, HPos::Right, (left - 2 * TICK_GAP, at_y(*tick)));
            }
        }
        let places = |series: usize| -> Vec<GridPoint> {
            let at = |value: f64| x.map(&value, (left, right));
            lines[series].iter().map(|point| (at(point.x), at_y(point.y))).collect()
        };
        for (target, _) in self.layout.of_role(Role::Target) {
            marks::draw_line(canvas, &styles[target], &places(target));
        }
        let line = places(series);
        marks::draw_line(canvas, &self.style, &line);
        for (at, point) in line.iter().zip(&lines[series]) {
            let draw = if point.is_incomplete { marks::draw_half } else { marks::draw_marker };
            draw(canvas, &self.style, *at);
        }
        let ends = [lines[series].first(), lines[series].last()];
        let feet = lower + 2 * TICK_GAP + TYPE / 2;
        for (point, (side, at)) in ends.into_iter().zip([(HPos::Left, left), (HPos::Right, right)]) {
            let Some(point) = point else { continue };
            let year = axes.x.name(point.x).unwrap_or_default();
            let said = shorten(&[year, point.text(*values)].join(" "), TYPE, self.wide / 2 - TICK_GAP);
            // A single value is said once.
            if matches!(side, HPos::Right) || lines[series].len() > 1 {
                canvas.words(Style::Tick, &said, TYPE, side, (at, feet));
            }
        }
    }
}

impl Placed for Panels<'_> {
    fn class(&self) -> Option<&'static str> {
        None
    }

    fn size(&self) -> (i32, Option<i32>) {
        let count = alone(self.layout.axes).count() as i32;
        let rows = (count + self.columns - 1) / self.columns;
        (self.layout.width, Some(rows * (NAME + PLOT + FEET)))
    }

    /// Only what stands in every panel.
    fn legend(&self, _: bool) -> Vec<(Option<usize>, String)> {
        let targets = self.layout.of_role(Role::Target).filter(|(_, line)| !line.is_empty());
        targets.map(|(series, _)| (Some(series), self.layout.axes.series[series].name.clone())).collect()
    }

    fn draw_sample(&self, canvas: &mut Canvas, sample: usize, place: (i32, i32, i32)) {
        self.layout.draw_sample(canvas, sample, place);
    }

    fn draw(&self, canvas: &mut Canvas, area: &Area) {
        for (nth, (series, _)) in alone(self.layout.axes).enumerate() {
            let (row, column) = (nth as i32 / self.columns, nth as i32 % self.columns);
            let left = self.left + column * (self.wide + BETWEEN);
            let top = area.top + row * (NAME + PLOT + FEET);
            self.draw_panel(canvas, series, (left, top), column == 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_many_lines_are_drawn_apart() {
        let series = |count: usize| -> Vec<Series> {
            let point = crate::chart::Point::new(2024.0, 1.0, "1");
            vec![Series { points: vec![point], ..Series::default() }; count]
        };
        let x = crate::chart::Axis::Years;
        let apart = |count: usize, lying: bool| {
            let series = series(count);
            are_apart(&Axes {
                lying,
                bullets: None,
                x: &x,
                x_title: "",
                axis_title: "",
                series: &series,
                interval: "",
            })
        };
        assert_eq!([8, 9, 24, 25].map(|count| apart(count, false)), [false, true, true, false]);
        assert!(!apart(12, true));
    }
}
