//! The table twin of a chart: the same figures for those who read rather than look.

use super::model::Chart;

/// A table of text, ready to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Heads of the columns: the x-axis, then each series with its unit.
    pub head: Vec<String>,
    /// One row per place on the x-axis, ascending; a cell is empty where a series has no value.
    pub rows: Vec<Vec<String>>,
}

/// Lays the chart's figures out as a table. If a series has two values for one x, the later one stands.
pub fn table(chart: &Chart) -> Table {
    let places = places(chart);
    let mut rows: Vec<Vec<String>> = places
        .iter()
        .map(|x| {
            let mut row = vec![String::new(); chart.series.len() + 1];
            row[0] = x.to_string();
            row
        })
        .collect();
    for (column, series) in chart.series.iter().enumerate() {
        for point in series.points.iter().filter(|point| point.y.is_finite()) {
            // Adding zero turns −0 into 0, so that both mean the same row.
            if let Ok(row) = places.binary_search_by(|x| x.total_cmp(&(point.x + 0.0))) {
                rows[row][column + 1] = point.text(chart.decimals);
            }
        }
    }
    Table { head: head(chart), rows }
}

/// Every x that has a name, ascending, each once. A year without any value keeps its row: that it
/// was recorded as missing is worth seeing.
fn places(chart: &Chart) -> Vec<f64> {
    let points = chart.series.iter().flat_map(|series| &series.points);
    let mut places: Vec<f64> = points.map(|point| point.x + 0.0).filter(|x| x.is_finite()).collect();
    places.sort_unstable_by(f64::total_cmp);
    places.dedup();
    places
}

fn head(chart: &Chart) -> Vec<String> {
    let columns = chart.series.iter().map(|series| match chart.unit.as_str() {
        "" => series.name.clone(),
        unit => format!("{} ({unit})", series.name),
    });
    std::iter::once(chart.x_title.clone()).chain(columns).collect()
}
