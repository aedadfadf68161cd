//! The table of series: a row for each place on the axis, a column for each series.

use super::model::{Axes, Axis, Point, Series};
use super::scale;
use crate::chart::picture::{Table, Values};

/// A column for each series, and one for its interval if it has one. If a series has two values for one x, the later one
/// stands.
pub(super) fn table(axes: &Axes, values: Values) -> Table {
    let places = places(axes);
    let mut head = vec![axes.x_title.to_string()];
    let names = places.iter().map(|x| vec![axes.x.name(*x).unwrap_or_default()]);
    let mut rows: Vec<Vec<String>> = names.collect();
    for series in axes.series {
        head.push(values.head(&series.name));
        add_column(&mut rows, &places, series, &|point| point.text(values));
        if !axes.interval.is_empty() && series.points.iter().any(|point| scale::band(point).is_some()) {
            head.push(format!("{} · {}", series.name, axes.interval));
            add_column(&mut rows, &places, series, &|point| interval(point, values));
        }
    }
    Table { head, rows }
}

fn add_column(rows: &mut [Vec<String>], places: &[f64], series: &Series, cell: &dyn Fn(&Point) -> String) {
    rows.iter_mut().for_each(|row| row.push(String::new()));
    for point in series.points.iter().filter(|point| point.y.is_finite()) {
        if let Some(last) = row(places, point).and_then(|row| rows[row].last_mut()) {
            *last = cell(point);
        }
    }
}

fn interval(point: &Point, values: Values) -> String {
    let ends = scale::band(point);
    ends.map_or_else(String::new, |(low, high)| format!("{} – {}", values.text(low), values.text(high)))
}

/// The row of a point among the places of the axis.
pub(super) fn row(places: &[f64], point: &Point) -> Option<usize> {
    // Adding zero turns −0 into 0, so that both mean the same row.
    places.binary_search_by(|x| x.total_cmp(&(point.x + 0.0))).ok()
}

/// Every x that has a name, ascending, each once. A year without any value keeps its row: that it
/// was recorded as missing is worth seeing.
pub(super) fn places(axes: &Axes) -> Vec<f64> {
    let points = axes.series.iter().flat_map(|series| &series.points);
    let named = if let Axis::Named(names) = axes.x { names.len() } else { 0 };
    let mut places: Vec<f64> = (0..named).map(|place| place as f64).collect();
    for x in points.map(|point| point.x + 0.0).filter(|x| axes.x.name(*x).is_some()) {
        if let Err(row) = places.binary_search_by(|place| place.total_cmp(&x)) {
            places.insert(row, x);
        }
    }
    places
}
