//! Bars, lying or standing, with their names, whiskers, figures and marks.

use plotters::style::text_anchor::HPos;

use super::labels;
use super::marks::{draw_bar, draw_mark, draw_whisker};
use super::model::{Axis, Form, Point, Role};
use super::plot::Plot;
use super::rows::{BESIDE, LINE, Rows, bars, figures, places, stack};
use super::scale;
use super::series_style::SeriesStyle;
use crate::chart::picture::{TICK_GAP, TYPE};
use crate::chart::style::Style;
use crate::chart::svg::{Canvas, FINE};
use crate::chart::text_width;

/// A column is no thicker than this, however few there are.
const THICKEST: i32 = 36 * FINE;
/// Share of the room of a place on the axis that its columns take.
const SHARE: f64 = 0.7;

/// Names, bars, whiskers, figures and marks of lying bars.
pub(super) fn draw_rows(plot: &Plot, rows: &Rows, canvas: &mut Canvas) {
    let layout = plot.layout;
    let middle = |row: usize| plot.top + rows.middles[row];
    let zero = plot.x(0.0);
    if layout.x.low < 0.0 {
        canvas.path(Style::Axis, &[(zero, plot.top), (zero, plot.bottom)]);
    }
    for (row, name) in rows.names.iter().enumerate() {
        let first = middle(row) - (name.len() as i32 - 1) * LINE / 2;
        for (nth, line) in name.iter().enumerate() {
            let at = (plot.left - 2 * TICK_GAP, first + nth as i32 * LINE);
            canvas.words(Style::Name, line, TYPE, HPos::Right, at);
        }
    }
    // Series, row and place of each mark.
    let mut marks: Vec<(usize, usize, i32)> = Vec::new();
    for (series, line) in layout.of_role(Role::Target) {
        let places = line.iter().filter_map(|point| Some((series, rows.row(point)?, plot.x(point.y))));
        marks.extend(places);
    }
    let (together, thick) = bars(layout.axes);
    for (nth, place) in places(layout.axes).iter().enumerate() {
        for row in 0..rows.drawn() {
            let upper = middle(row) - together * thick / 2 + nth as i32 * thick;
            let in_row: Vec<i32> = marks.iter().filter(|mark| mark.1 == row).map(|mark| mark.2).collect();
            draw_stack(plot, canvas, &stack(rows, &layout.lines, place, row), (upper, thick, &in_row));
        }
    }
    for (series, row, x) in marks {
        draw_mark(canvas, &layout.styles[series], (x, middle(row)), together * thick / 2 + 3 * FINE);
    }
}

/// Bars that lie over each other, and behind all of them their figures, which step aside for marks.
fn draw_stack(
    plot: &Plot,
    canvas: &mut Canvas,
    stack: &[(usize, &Point)],
    (upper, thick, marks): (i32, i32, &[i32]),
) {
    let Some((top, _)) = stack.last() else { return };
    let styles = &plot.layout.styles;
    let y = upper + thick / 2;
    let mut from = plot.left;
    for (series, point) in stack {
        let (begin, end) = (plot.x(scale::begin(point)), plot.x(point.y));
        draw_bar(canvas, &styles[*series], (begin, upper), (end, upper + thick - FINE));
        from = from.max(begin).max(end);
        if let Some((low, high)) = scale::band(point) {
            draw_whisker(canvas, [(plot.x(low), y), (plot.x(high), y)], false);
            from = from.max(plot.x(high));
        }
    }
    let figures = figures(plot.layout.values, stack, plot.layout.width);
    let end = from + BESIDE + text_width::width(&figures, labels::TYPE) + BESIDE;
    let in_the_way = marks.iter().filter(|mark| (from..end).contains(*mark));
    from = in_the_way.max().copied().unwrap_or(from) + BESIDE;
    let SeriesStyle { class, ink, .. } = &styles[*top];
    canvas.label(class, ink, &figures, labels::TYPE, HPos::Left, (from, y));
}

/// The columns of all series that have that form, beside each other at each place.
pub(super) fn draw_columns(plot: &Plot, canvas: &mut Canvas) {
    let layout = plot.layout;
    let series = layout.axes.series.iter().enumerate();
    let columns: Vec<usize> =
        series.filter(|(_, one)| one.form == Form::Columns).map(|(place, _)| place).collect();
    let together = columns.len() as i32;
    // A float becomes the nearest integer there is, also on an axis that spans next to nothing.
    let each = (f64::from(plot.right - plot.left) * SHARE / (layout.x.high - layout.x.low)) as i32;
    let most = if matches!(layout.axes.x, Axis::Numbers) { THICKEST } else { together * THICKEST };
    let thick = each.min(most) / together.max(1);
    for (nth, series) in columns.into_iter().enumerate() {
        for point in &layout.lines[series] {
            let middle = plot.x(point.x);
            let left = middle - together * thick / 2 + nth as i32 * thick;
            let right = left + (thick - FINE).max(FINE);
            draw_bar(canvas, &layout.styles[series], (left, plot.y(0.0)), (right, plot.y(point.y)));
            if let Some((low, high)) = scale::band(point) {
                let x = (left + right) / 2;
                draw_whisker(canvas, [(x, plot.y(low)), (x, plot.y(high))], true);
            }
        }
    }
}
