//! The table twin of a chart: the same figures for those who read rather than look.

use super::model::{Axis, Chart, Kind, Point, Series};
use super::scale;
use crate::numeric::fixed;

/// A table of text, ready to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Heads of the columns: the x-axis, then each series with its unit, and its interval if it has one.
    pub head: Vec<String>,
    /// One row per place on the x-axis, ascending, or per canal or flow; a cell is empty where there is no value.
    pub rows: Vec<Vec<String>>,
}

/// Lays the chart's figures out as a table. If a series has two values for one x, the later one stands.
pub fn table(chart: &Chart) -> Table {
    if let Kind::Schematic(one) = &chart.kind {
        return one.0.table(chart);
    }
    let places = places(chart);
    let mut head = vec![chart.x_title.clone()];
    let names = places.iter().map(|x| vec![chart.x.name(*x).unwrap_or_default()]);
    let mut rows: Vec<Vec<String>> = names.collect();
    for series in &chart.series {
        head.push(match chart.unit.as_str() {
            "" => series.name.clone(),
            unit => format!("{} ({unit})", series.name),
        });
        add_column(&mut rows, &places, series, &|point| point.text(chart.decimals));
        if !chart.interval.is_empty() && series.points.iter().any(|point| scale::band(point).is_some()) {
            head.push(format!("{} · {}", series.name, chart.interval));
            add_column(&mut rows, &places, series, &|point| interval(point, chart.decimals));
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

fn interval(point: &Point, decimals: usize) -> String {
    let decimals = decimals.min(Chart::MOST_DECIMALS);
    let ends = scale::band(point);
    ends.map_or_else(String::new, |(low, high)| {
        format!("{} – {}", fixed(low, decimals), fixed(high, decimals))
    })
}

/// The row of a point among the places of its chart.
pub(super) fn row(places: &[f64], point: &Point) -> Option<usize> {
    // Adding zero turns −0 into 0, so that both mean the same row.
    places.binary_search_by(|x| x.total_cmp(&(point.x + 0.0))).ok()
}

/// Every x that has a name, ascending, each once. A year without any value keeps its row: that it
/// was recorded as missing is worth seeing.
pub(super) fn places(chart: &Chart) -> Vec<f64> {
    let points = chart.series.iter().flat_map(|series| &series.points);
    let named = if let Axis::Named(names) = &chart.x { names.len() } else { 0 };
    let mut places: Vec<f64> = (0..named).map(|place| place as f64).collect();
    for x in points.map(|point| point.x + 0.0).filter(|x| chart.x.name(*x).is_some()) {
        if let Err(row) = places.binary_search_by(|place| place.total_cmp(&x)) {
            places.insert(row, x);
        }
    }
    places
}
