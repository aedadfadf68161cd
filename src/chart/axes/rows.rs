//! The rows of lying bars: their names, their heights, the room that their figures take.

use super::model::{Axes, Form, Point, Role};
use super::scale::Scale;
use super::{labels, table};
use crate::chart::picture::{TYPE, Values};
use crate::chart::svg::FINE;
use crate::chart::text_width;

/// Bars beyond these are only counted; the table has them.
const MOST: usize = 60;
/// Height of a line of a name.
pub(super) const LINE: i32 = 15 * FINE;
/// Thickness of a bar, and of each of several that share a row.
const ALONE: i32 = 13 * FINE;
const TOGETHER: i32 = 12 * FINE;
/// Free room between the bars of two rows.
const AIR: i32 = 11 * FINE;
/// From a bar, a whisker or a mark to a figure.
pub(super) const BESIDE: i32 = 6 * FINE;

/// The rows of lying bars.
pub(super) struct Rows {
    /// Place on the axis of each row.
    places: Vec<f64>,
    /// Names, each in one or two lines; perhaps one more, with the count of those left out.
    pub names: Vec<Vec<String>>,
    /// Middle of each row, from the upper edge of the first.
    pub middles: Vec<i32>,
    /// Room for the names, to the left of the bars.
    pub names_width: i32,
    /// Height of all rows.
    pub height: i32,
}

impl Rows {
    pub fn new(axes: &Axes, most_width: i32) -> Self {
        let mut places = table::places(axes);
        let left_out = places.len().saturating_sub(MOST);
        places.truncate(MOST);
        let mut names: Vec<String> = places.iter().filter_map(|place| axes.x.name(*place)).collect();
        if left_out > 0 {
            names.push(format!("… +{left_out}"));
        }
        let widest = names.iter().map(|name| text_width::width(name, TYPE)).max().unwrap_or(0);
        let names_width = widest.min(most_width);
        let wrapped = names.iter().map(|name| text_width::wrap(name, TYPE, names_width));
        let names: Vec<Vec<String>> = wrapped.collect();
        let (together, thick) = bars(axes);
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

    pub fn row(&self, point: &Point) -> Option<usize> {
        table::row(&self.places, point)
    }

    /// How many rows have bars.
    pub fn drawn(&self) -> usize {
        self.places.len()
    }
}

/// The series that share each place of a row, from above; those of one place lie over each other.
pub(super) fn places(axes: &Axes) -> Vec<Vec<usize>> {
    let mut places: Vec<Vec<usize>> = Vec::new();
    for (series, one) in axes.series.iter().enumerate().filter(|(_, one)| one.role != Role::Target) {
        match places.last_mut() {
            Some(place) if one.form == Form::Over => place.push(series),
            _ => places.push(vec![series]),
        }
    }
    places
}

/// How many bars share a row, and the thickness of each.
pub(super) fn bars(axes: &Axes) -> (i32, i32) {
    let count = places(axes).len() as i32;
    (count, if count > 1 { TOGETHER } else { ALONE })
}

/// The bars of a place in a row, each with its series, from the lowest to the one on top.
pub(super) fn stack<'a>(
    rows: &Rows,
    lines: &[Vec<&'a Point>],
    place: &[usize],
    row: usize,
) -> Vec<(usize, &'a Point)> {
    let of_row = |line: &Vec<&'a Point>| line.iter().rfind(|point| rows.row(point) == Some(row)).copied();
    place.iter().filter_map(|series| Some((*series, of_row(lines.get(*series)?)?))).collect()
}

/// Room that the figures need to the right of the longest bar.
pub(super) fn figures_width(
    axes: &Axes,
    values: Values,
    lines: &[Vec<&Point>],
    rows: &Rows,
    width: i32,
) -> i32 {
    let places = places(axes);
    let all = (0..rows.drawn()).flat_map(|row| places.iter().map(move |place| (row, place)));
    let figures = all.map(|(row, place)| figures(values, &stack(rows, lines, place, row), width));
    figures.map(|figures| text_width::width(&figures, labels::TYPE)).max().unwrap_or(0) + BESIDE
}

/// The figures of bars that lie over each other, the one on top first; they must leave room for bars.
pub(super) fn figures(values: Values, stack: &[(usize, &Point)], width: i32) -> String {
    let figures: Vec<String> = stack.iter().rev().map(|(_, point)| point.text(values)).collect();
    text_width::shorten(&figures.join(" / "), labels::TYPE, width / 4)
}
