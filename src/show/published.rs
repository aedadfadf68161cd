//! A published series as a series of a chart.

use crate::catalog::Series as Published;
use crate::chart::{Chart, Point, Role, Series};
use crate::text::{Key, Language};

/// A published series as it stands in a chart, from a year on.
pub(super) fn published(
    published: &Published,
    name: Key,
    role: Role,
    from: i32,
    language: Language,
) -> Series {
    let points = published.values.iter().filter(|value| value.year >= from).map(|value| {
        let star = if value.source.status.is_verified() { "" } else { "*" };
        Point::new(f64::from(value.year), value.value, format!("{}{star}", value.printed))
    });
    let name = name.say(language).to_string();
    Series { name, role, points: points.collect(), ..Series::default() }
}

/// Whether a value of the chart is marked as still to be verified.
pub(super) fn has_star(chart: &Chart) -> bool {
    chart.series.iter().flat_map(|series| &series.points).any(|point| point.label.ends_with('*'))
}
