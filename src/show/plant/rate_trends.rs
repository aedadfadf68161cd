//! Rates of a plant over its years and months, against the nation, its targets and the limits of the sector.

use std::collections::BTreeMap;

use crate::catalog::{
    Bound, NATIONAL_REUSE_RATE, NATIONAL_REUSE_RATE_TARGET, NATIONAL_WATER_PER_VALUE_ADDED, SectorLimit,
    Series as Published, sector_limits,
};
use crate::chart::{Axis, Chart, Point, Role, Series};
use crate::evaluate::{PeriodResults, PlantResults};
use crate::ledger::{Ledger, PERIODS, PlantEntry};
use crate::metric::Figure;
use crate::numeric::Judging;
use crate::plant::{Rate, months_together, rate};
use crate::quantity::Period;
use crate::quantity::Unit;
use crate::show::few_points::{Asked, bullets_of_few, starred};
use crate::show::finding::{Change, change_over, is_sound, is_verified};
use crate::show::published::published;
use crate::show::uncertainty::with_interval;
use crate::text::{Key, Language, Message};

/// A rate whose trend is drawn.
struct Drawn {
    metric: &'static str,
    id: &'static str,
    title: Key,
    drawn: Key,
    by_month: Key,
    unit: Unit,
    decimals: usize,
    nation: &'static [(&'static Published, Key, Role)],
}

const DRAWN: [Drawn; 3] = [
    Drawn {
        metric: "industry.reuse_rate",
        id: "plant-reuse",
        title: Key::ChartReuseTitle,
        drawn: Key::ChartReuseDrawn,
        by_month: Key::ChartReuseMonths,
        unit: Unit::Percent,
        decimals: 2,
        nation: &[
            (&NATIONAL_REUSE_RATE, Key::ChartNational, Role::Reference),
            (&NATIONAL_REUSE_RATE_TARGET, Key::ChartTarget, Role::Target),
        ],
    },
    Drawn {
        metric: "industry.intake_per_value_added",
        id: "plant-value-added",
        title: Key::ChartValueAddedTitle,
        drawn: Key::ChartValueAddedDrawn,
        by_month: Key::ChartValueAddedMonths,
        unit: Unit::CubicMetrePerTenThousandYuan,
        decimals: 2,
        nation: &[(&NATIONAL_WATER_PER_VALUE_ADDED, Key::ChartNational, Role::Reference)],
    },
    Drawn {
        metric: "industry.leakage_rate",
        id: "plant-leakage",
        title: Key::ChartLeakageTitle,
        drawn: Key::ChartLeakageDrawn,
        by_month: Key::ChartLeakageMonths,
        unit: Unit::Percent,
        decimals: 2,
        nation: &[],
    },
];

/// The trends of every rate that at least one year has, and of the same by month.
pub fn rate_trends(ledger: &Ledger, results: &PlantResults, language: Language) -> Vec<Chart> {
    let periods = known(results);
    let years = by_year(&periods);
    let last = ledger.sheets(&PERIODS).last();
    let sector = last.map_or_else(String::new, |sheet| sheet[PlantEntry::Sector].trim().to_string());
    let mut charts = Vec::new();
    for drawn in &DRAWN {
        charts.extend(yearly(drawn, &years, &sector, language));
        charts.extend(monthly(drawn, &periods, &sector, language));
    }
    charts.extend(super::product_trends(ledger, results, language));
    charts
}

/// The periods that can stand in a trend, in their order, each once.
fn known(results: &PlantResults) -> BTreeMap<Period, &PeriodResults> {
    let mut known = BTreeMap::new();
    for found in &results.periods {
        if let Some(period) = found.period {
            known.entry(period).or_insert(found.as_ref());
        }
    }
    known
}

/// The rates of each year: of its own sheet, else of its twelve months together.
fn by_year(periods: &BTreeMap<Period, &PeriodResults>) -> BTreeMap<i32, Vec<Rate>> {
    let mut years = BTreeMap::new();
    let mut months: BTreeMap<i32, Vec<&PeriodResults>> = BTreeMap::new();
    for (period, found) in periods {
        match period.month {
            None => {
                years.insert(period.year, found.figures.rates.clone());
            }
            Some(_) => months.entry(period.year).or_default().push(found),
        }
    }
    for (year, months) in months.into_iter().filter(|(_, months)| months.len() == 12) {
        let parts: Vec<_> =
            months.iter().map(|found| (&found.plant.production, &found.figures.totals)).collect();
        years.entry(year).or_insert_with(|| months_together(&parts));
    }
    years
}

fn yearly(
    drawn: &Drawn,
    years: &BTreeMap<i32, Vec<Rate>>,
    sector: &str,
    language: Language,
) -> Option<Chart> {
    let found: Vec<(i32, &Figure)> =
        years.iter().filter_map(|(year, rates)| Some((*year, rate(rates, drawn.metric)?))).collect();
    let points: Vec<Point> =
        found.iter().map(|(year, figure)| with_interval(f64::from(*year), figure)).collect();
    let from = points.first()?.x as i32 - 4;
    let last = points.last()?.x;
    let mut chart = chart(drawn, drawn.id.to_string(), points, language);
    chart.x_title = Key::ChartYear.say(language).to_string();
    chart.x = Axis::Years;
    let nation =
        drawn.nation.iter().map(|(series, name, role)| published(series, *name, *role, from, language));
    chart.series.extend(nation.filter(|series| !series.points.is_empty()));
    let limit = sector_limit(drawn, sector);
    chart.series.extend(limit.map(|limit| limit_line(limit, &[f64::from(from + 4), last], language)));
    // One point with nothing to compare it with is a number, not a trend.
    if chart.series.len() < 2 && chart.series[0].points.len() < 2 {
        return None;
    }
    let by_limit = limit.and_then(|limit| against_limit(limit, found.last()?, language));
    if let Some(finding) = by_limit.or_else(|| change_over(&found, language)) {
        chart.title = finding.say(language);
        chart.subtitle = drawn.drawn.say(language).to_string();
    }
    let is_kept = |value: f64| limit.is_none_or(|limit| limit.is_met(value, Judging::FullValue));
    let asked = limit.map(|limit| Asked {
        series: chart.series.len() - 1,
        key: match limit.bound {
            Bound::AtLeast => Key::ChartAtLeast,
            Bound::AtMost => Key::ChartAtMost,
            Bound::Below => Key::ChartBelow,
        },
        is_kept: &is_kept,
    });
    Some(bullets_of_few(starred(chart, language), asked, language))
}

/// How the last year's rate stands to a verified limit.
fn against_limit(limit: SectorLimit, last: &(i32, &Figure), language: Language) -> Option<Message> {
    let (year, figure) = last;
    if !is_verified(figure) || !limit.limit.source.status.is_verified() {
        return None;
    }
    let key = match (limit.is_met(figure.value(), Judging::FullValue), limit.bound) {
        (true, _) => Key::FindingReachesLimit,
        (false, Bound::AtLeast) => Key::FindingShortOfLimit,
        (false, Bound::AtMost | Bound::Below) => Key::FindingBeyondLimit,
    };
    let gap = Change::between(limit.limit.printed, &figure.shown())?.amount(figure.quantity().unit, language);
    let said = Message::new(key).with("year", year.to_string()).with("limit", limit.limit.printed);
    Some(said.with_clause("by", gap))
}

fn monthly(
    drawn: &Drawn,
    periods: &BTreeMap<Period, &PeriodResults>,
    sector: &str,
    language: Language,
) -> Option<Chart> {
    let months: Vec<(String, &Figure)> = periods
        .iter()
        .filter(|(period, _)| period.month.is_some())
        .filter_map(|(period, found)| Some((period.to_string(), found.figures.rate(drawn.metric)?)))
        .collect();
    if months.len() < 2 {
        return None;
    }
    let points =
        months.iter().enumerate().map(|(place, (_, figure))| with_interval(place as f64, figure)).collect();
    let mut chart = chart(drawn, format!("{}-months", drawn.id), points, language);
    chart.subtitle = drawn.by_month.say(language).to_string();
    if let Some(finding) = high_and_low(&months) {
        chart.title = finding.say(language);
    }
    chart.x_title = Key::ColumnMonth.say(language).to_string();
    let last = months.len() as f64 - 1.0;
    chart.x = Axis::Named(months.into_iter().map(|(name, _)| name).collect());
    chart.series.extend(sector_limit(drawn, sector).map(|limit| limit_line(limit, &[0.0, last], language)));
    Some(starred(chart, language))
}

fn chart(drawn: &Drawn, id: String, points: Vec<Point>, language: Language) -> Chart {
    let say = |key: Key| key.say(language).to_string();
    Chart {
        id,
        title: say(drawn.title),
        subtitle: Message::new(Key::ChartUnitIs).with("unit", drawn.unit.symbol(language)).say(language),
        description: say(Key::ChartRateDescription),
        unit: drawn.unit.symbol(language).to_string(),
        decimals: drawn.decimals,
        series: vec![Series { name: say(Key::ChartOwnPlant), role: Role::Own, points, ..Series::default() }],
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    }
}

/// The months with the highest and the lowest rate; none where one of them cannot be told, or all are the same.
fn high_and_low(months: &[(String, &Figure)]) -> Option<Message> {
    let by_value = |a: &&(String, &Figure), b: &&(String, &Figure)| a.1.value().total_cmp(&b.1.value());
    let (most, least) = (months.iter().max_by(by_value)?, months.iter().min_by(by_value)?);
    let said = Message::new(Key::FindingHighAndLow)
        .with("most", most.0.clone())
        .with("high", most.1.shown())
        .with("least", least.0.clone())
        .with("low", least.1.shown());
    let is_told = months.iter().all(|(_, figure)| is_sound(figure)) && most.1.shown() != least.1.shown();
    is_told.then_some(said)
}

/// The limit of the chosen sector.
fn sector_limit(drawn: &Drawn, sector: &str) -> Option<SectorLimit> {
    sector_limits().find(|limit| limit.sector.id == sector && limit.metric == drawn.metric)
}

/// A limit as a line.
fn limit_line(limit: SectorLimit, ends: &[f64; 2], language: Language) -> Series {
    let star = if limit.limit.source.status.is_verified() { "" } else { "*" };
    let point = |x: &f64| Point::new(*x, limit.limit.value, format!("{}{star}", limit.limit.printed));
    Series {
        name: Key::ChartSectorLimit.say(language).to_string(),
        role: Role::Target,
        points: ends.iter().map(point).collect(),
        ..Series::default()
    }
}
