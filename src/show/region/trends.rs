//! Where each indicator of a region has been going: slope, test, and where the line leads in the target year.

use crate::evaluate::RegionSheet;
use crate::ledger::{REGION_TARGETS, RegionTargetColumn, Row};
use crate::metric::{Figure, Results};
use crate::quantity::read_year;
use crate::region::RegionYearFigures;
use crate::text::Language;
use crate::trend::{YearsAndValues, compute_trend, project, year_figure};

/// Fewer years than these are no trend.
const LEAST: usize = 3;

/// The trend of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorTrend {
    /// What it is called.
    pub name: String,
    /// How many years it has.
    pub count: usize,
    /// Sen's slope, by the year.
    pub slope: Option<Figure>,
    /// p of the test for trend, two-sided; none of fewer than four years.
    pub p: Option<Figure>,
    /// The last target year, and where the line leads then.
    pub ahead: Option<(i32, Figure)>,
}

/// Every indicator with its trend, computed ones first.
pub fn indicator_trends(sheet: &Row, found: &RegionSheet, language: Language) -> Vec<IndicatorTrend> {
    let targets = sheet.rows(&REGION_TARGETS).iter();
    let target = targets.filter_map(|row| read_year(&row[RegionTargetColumn::TargetYear])).max();
    let target = target.filter(|target| found.year.is_some_and(|year| *target > year));
    let years = found.in_order();
    let computed = RegionYearFigures::RESULTS.iter().filter_map(|spec| {
        let series = years.iter().filter_map(|year| Some((year.year, (spec.get)(year)?.clone()))).collect();
        trend(spec.heading.say(language).to_string(), series, target)
    });
    let mut names: Vec<&str> = Vec::new();
    for fact in &found.facts {
        if !names.contains(&fact.name.as_str()) {
            names.push(&fact.name);
        }
    }
    let facts = names.into_iter().filter_map(|name| {
        let series = found.series_of(name, None).into_iter().map(|(year, figure)| (year, figure.clone()));
        trend(name.to_string(), series.collect(), target)
    });
    computed.chain(facts).collect()
}

fn trend(name: String, series: Vec<(i32, Figure)>, target: Option<i32>) -> Option<IndicatorTrend> {
    if series.len() < LEAST {
        return None;
    }
    let count = series.len();
    let (years, values): (Vec<i32>, Vec<Figure>) = series.into_iter().unzip();
    let series = YearsAndValues { years: years.into_iter().map(year_figure).collect(), values };
    let figures = compute_trend(&series);
    let ahead =
        target.and_then(|year| Some((year, project(&series, &figures, year_figure(year))?.ok()?.value)));
    Some(IndicatorTrend { name, count, slope: figures.slope, p: figures.test.map(|test| test.p), ahead })
}
