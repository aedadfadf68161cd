//! Bars, lying or standing: their places, their marks, their whiskers.

use plotters::style::text_anchor::HPos;

use super::ink::Ink;
use super::labels;
use super::layout::{Layout, TICK_GAP, TYPE};
use super::model::{Axis, Chart, Form, Point, Role};
use super::scale::{self, Scale};
use super::svg::{Canvas, FINE, Spot};
use super::table;
use super::text_width;

/// Bars beyond these are only counted; the table has them.
const MOST: usize = 60;
/// Height of a line of a name.
const LINE: i32 = 15 * FINE;
/// Thickness of a bar, and of each of several that share a row.
const ALONE: i32 = 13 * FINE;
const TOGETHER: i32 = 12 * FINE;
/// Free room between the bars of two rows.
const AIR: i32 = 11 * FINE;
/// A column is no thicker than this, however few there are.
const THICKEST: i32 = 36 * FINE;
/// Share of the room of a place on the axis that its columns take.
const SHARE: f64 = 0.7;
/// From a bar, a whisker or a mark to a figure.
const BESIDE: i32 = 6 * FINE;
/// Half the height of a bar in the legend.
pub(super) const SAMPLE: i32 = 5 * FINE;
/// Half the length of a whisker's ends.
const CAP: i32 = 4 * FINE;
/// Half the thickness of a mark.
const MARK: i32 = 15 * FINE / 10;

/// The rows of lying bars.
pub(super) struct Rows {
    /// Place on the axis of each row.
    places: Vec<f64>,
    /// Names, each in one or two lines; perhaps one more, with the count of those left out.
    names: Vec<Vec<String>>,
    /// Middle of each row, from the upper edge of the first.
    middles: Vec<i32>,
    /// Room for the names, to the left of the bars.
    pub names_width: i32,
    /// Height of all rows.
    pub height: i32,
}

impl Rows {
    pub fn new(chart: &Chart, most_width: i32) -> Self {
        let mut places = table::places(chart);
        let left_out = places.len().saturating_sub(MOST);
        places.truncate(MOST);
        let mut names: Vec<String> = places.iter().filter_map(|place| chart.x.name(*place)).collect();
        if left_out > 0 {
            names.push(format!("… +{left_out}"));
        }
        let widest = names.iter().map(|name| text_width::width(name, TYPE)).max().unwrap_or(0);
        let names_width = widest.min(most_width);
        let wrapped = names.iter().map(|name| text_width::wrap(name, TYPE, names_width));
        let names: Vec<Vec<String>> = wrapped.collect();
        let (together, thick) = bars(chart);
        let mut middles = Vec::with_capacity(names.len());
        let mut height = 0;
        for name in &names {
            let row = (together * thick + AIR).max(name.len() as i32 * LINE + AIR * 2 / 3);
            middles.push(height + row / 2);
            height += row;
        }
        Self { places, names, middles, names_width, height }
    }

    /// The axis downwards; the names along it are not ticks.
    pub fn scale(&self) -> Scale {
        Scale { low: self.names.len() as f64, high: 0.0, ticks: Vec::new(), labels: Vec::new() }
    }

    fn row(&self, point: &Point) -> Option<usize> {
        table::row(&self.places, point)
    }

    /// How many rows have bars.
    fn drawn(&self) -> usize {
        self.places.len()
    }
}

/// The series that share each place of a row, from above; those of one place lie over each other.
fn places(chart: &Chart) -> Vec<Vec<usize>> {
    let mut places: Vec<Vec<usize>> = Vec::new();
    for (series, one) in chart.series.iter().enumerate().filter(|(_, one)| one.role != Role::Target) {
        match places.last_mut() {
            Some(place) if one.form == Form::Over => place.push(series),
            _ => places.push(vec![series]),
        }
    }
    places
}

/// How many bars share a row, and the thickness of each.
fn bars(chart: &Chart) -> (i32, i32) {
    let count = places(chart).len() as i32;
    (count, if count > 1 { TOGETHER } else { ALONE })
}

/// The bars of a place in a row, each with its series, from the lowest to the one on top.
fn stack<'a>(rows: &Rows, lines: &[Vec<&'a Point>], place: &[usize], row: usize) -> Vec<(usize, &'a Point)> {
    let of_row = |line: &Vec<&'a Point>| line.iter().rfind(|point| rows.row(point) == Some(row)).copied();
    place.iter().filter_map(|series| Some((*series, of_row(lines.get(*series)?)?))).collect()
}

/// Room that the figures need to the right of the longest bar.
pub(super) fn figures_width(chart: &Chart, lines: &[Vec<&Point>], rows: &Rows, width: i32) -> i32 {
    let places = places(chart);
    let all = (0..rows.drawn()).flat_map(|row| places.iter().map(move |place| (row, place)));
    let figures = all.map(|(row, place)| figures(chart, &stack(rows, lines, place, row), width));
    figures.map(|figures| text_width::width(&figures, labels::TYPE)).max().unwrap_or(0) + BESIDE
}

/// The figures of bars that lie over each other, the one on top first; they must leave room for bars.
fn figures(chart: &Chart, stack: &[(usize, &Point)], width: i32) -> String {
    let figures: Vec<String> = stack.iter().rev().map(|(_, point)| point.text(chart.decimals)).collect();
    text_width::shorten(&figures.join(" / "), labels::TYPE, width / 4)
}

/// Names, bars, whiskers, figures and marks of lying bars.
pub(super) fn draw_rows(chart: &Chart, layout: &Layout, rows: &Rows, canvas: &mut Canvas) {
    let (left, top, _, bottom) = layout.plot;
    let middle = |row: usize| top + rows.middles[row];
    let zero = layout.across(0.0);
    if layout.x.low < 0.0 {
        canvas.path(Ink::Axis, &[(zero, top), (zero, bottom)]);
    }
    for (row, name) in rows.names.iter().enumerate() {
        let first = middle(row) - (name.len() as i32 - 1) * LINE / 2;
        for (nth, line) in name.iter().enumerate() {
            let at = (left - 2 * TICK_GAP, first + nth as i32 * LINE);
            canvas.words(Ink::Name, line, TYPE, HPos::Right, at);
        }
    }
    // Series, row and place of each mark.
    let mut marks: Vec<(usize, usize, i32)> = Vec::new();
    for (series, line) in layout.of_role(chart, Role::Target) {
        let places = line.iter().filter_map(|point| Some((series, rows.row(point)?, layout.across(point.y))));
        marks.extend(places);
    }
    let (together, thick) = bars(chart);
    for (nth, place) in places(chart).iter().enumerate() {
        for row in 0..rows.drawn() {
            let upper = middle(row) - together * thick / 2 + nth as i32 * thick;
            let in_row: Vec<i32> = marks.iter().filter(|mark| mark.1 == row).map(|mark| mark.2).collect();
            draw_stack(
                chart,
                layout,
                canvas,
                &stack(rows, &layout.lines, place, row),
                (upper, thick, &in_row),
            );
        }
    }
    for (series, row, x) in marks {
        draw_mark(canvas, Ink::Series(series), (x, middle(row)), together * thick / 2 + 3 * FINE);
    }
}

/// Bars that lie over each other, and behind all of them their figures, which step aside for marks.
fn draw_stack(
    chart: &Chart,
    layout: &Layout,
    canvas: &mut Canvas,
    stack: &[(usize, &Point)],
    (upper, thick, marks): (i32, i32, &[i32]),
) {
    let Some((top, _)) = stack.last() else { return };
    let y = upper + thick / 2;
    let mut from = layout.plot.0;
    for (series, point) in stack {
        let (begin, end) = (layout.across(scale::begin(point)), layout.across(point.y));
        canvas.rect(Ink::Series(*series), (begin, upper), (end, upper + thick - FINE));
        from = from.max(begin).max(end);
        if let Some((low, high)) = scale::band(point) {
            draw_whisker(canvas, [(layout.across(low), y), (layout.across(high), y)], false);
            from = from.max(layout.across(high));
        }
    }
    let figures = figures(chart, stack, layout.width);
    let end = from + BESIDE + text_width::width(&figures, labels::TYPE) + BESIDE;
    let in_the_way = marks.iter().filter(|mark| (from..end).contains(*mark));
    from = in_the_way.max().copied().unwrap_or(from) + BESIDE;
    canvas.words(Ink::Series(*top), &figures, labels::TYPE, HPos::Left, (from, y));
}

/// The columns of all series that have that form, beside each other at each place.
pub(super) fn draw_columns(chart: &Chart, layout: &Layout, canvas: &mut Canvas) {
    let columns = |series: &usize| chart.series[*series].form == Form::Columns;
    let together = (0..chart.series.len()).filter(columns).count() as i32;
    let (left, _, right, _) = layout.plot;
    // A float becomes the nearest integer there is, also on an axis that spans next to nothing.
    let each = (f64::from(right - left) * SHARE / (layout.x.high - layout.x.low)) as i32;
    let most = if matches!(chart.x, Axis::Numbers) { THICKEST } else { together * THICKEST };
    let thick = each.min(most) / together.max(1);
    for (nth, series) in (0..chart.series.len()).filter(columns).enumerate() {
        for point in &layout.lines[series] {
            let middle = layout.across(point.x);
            let left = middle - together * thick / 2 + nth as i32 * thick;
            let right = left + (thick - FINE).max(FINE);
            canvas.rect(Ink::Series(series), (left, layout.up(0.0)), (right, layout.up(point.y)));
            if let Some((low, high)) = scale::band(point) {
                let x = (left + right) / 2;
                draw_whisker(canvas, [(x, layout.up(low)), (x, layout.up(high))], true);
            }
        }
    }
}

/// A mark across the row of a bar.
pub(super) fn draw_mark(canvas: &mut Canvas, ink: Ink, (x, y): Spot, half: i32) {
    canvas.rect(ink, (x - MARK, y - half), (x + MARK, y + half));
}

/// From one end to the other in one stroke, with a cap at either end.
pub(super) fn draw_whisker(canvas: &mut Canvas, [a, b]: [Spot; 2], upright: bool) {
    let cap = |(x, y): Spot, by: i32| if upright { (x + by, y) } else { (x, y + by) };
    canvas.path(Ink::Whisker, &[cap(a, -CAP), cap(a, CAP), a, b, cap(b, -CAP), cap(b, CAP)]);
}
