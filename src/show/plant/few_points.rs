//! A trend of too few points for a line: a bar for each, with marks of what it stands against. And the source of a trend.

use crate::chart::{Axis, Chart, Kind, Point, Role, Series};
use crate::numeric::plain;
use crate::show::published::has_star;
use crate::text::{Key, Language};

/// So many points make a line.
const LINE: usize = 3;

/// The chart of years as it is, or, where its own points are too few for a line, a bar for each. What it is compared with is
/// the value of the same year, else the last one before it, else the first one after.
pub(super) fn bars_of_few(chart: Chart) -> Chart {
    let Some(own) = chart.series.iter().find(|series| series.role == Role::Own) else { return chart };
    if own.points.len() >= LINE || !matches!(chart.x, Axis::Years) {
        return chart;
    }
    let years: Vec<f64> = own.points.iter().map(|point| point.x).collect();
    let place = |nth: usize, point: &Point| Point { x: nth as f64, ..point.clone() };
    let series = chart.series.iter().map(|series| {
        let of_year = |year: &f64| {
            let before = series.points.iter().rfind(|point| point.x <= *year);
            before.or_else(|| series.points.first())
        };
        let found: Vec<&Point> = years.iter().filter_map(of_year).collect();
        let (role, name) = match (series.role, found.as_slice()) {
            (Role::Own, _) => (Role::Own, series.name.clone()),
            // A mark has no figure of its own in the picture.
            (_, [one]) => (Role::Target, format!("{} {}", series.name, one.label)),
            _ => (Role::Target, series.name.clone()),
        };
        let points = found.into_iter().enumerate().map(|(nth, point)| place(nth, point)).collect();
        Series { name, role, points, ..Series::default() }
    });
    let (series, x) = (series.collect(), Axis::Named(years.into_iter().map(plain).collect()));
    Chart { kind: Kind::Bars, series, x, ..chart }
}

/// The chart with its source, which explains the star where there is one.
pub(super) fn starred(chart: Chart, language: Language) -> Chart {
    let source = if has_star(&chart) { Key::ChartSourcePlantStar } else { Key::ChartSourcePlant };
    Chart { source: source.say(language).to_string(), ..chart }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_years_are_bars_and_three_a_line() {
        let series = |role, points: &[(f64, f64)]| Series {
            role,
            points: points.iter().map(|(x, y)| Point::new(*x, *y, y.to_string())).collect(),
            ..Series::default()
        };
        let nation = series(Role::Reference, &[(2020.0, 0.5), (2023.0, 0.6), (2030.0, 0.7)]);
        let chart = |own| Chart { series: vec![series(Role::Own, own), nation.clone()], ..Chart::default() };
        let line = chart(&[(2021.0, 0.1), (2022.0, 0.2), (2023.0, 0.3)]);
        assert_eq!(bars_of_few(line.clone()), line);
        let bars = bars_of_few(chart(&[(2019.0, 0.1), (2024.0, 0.2)]));
        assert_eq!(
            (bars.kind, bars.x),
            (Kind::Bars, Axis::Named(vec!["2019".to_string(), "2024".to_string()]))
        );
        let marks = &bars.series[1];
        assert_eq!(marks.role, Role::Target);
        assert_eq!(
            marks.points.iter().map(|point| (point.x, point.y)).collect::<Vec<_>>(),
            [(0.0, 0.5), (1.0, 0.6)]
        );
    }
}
