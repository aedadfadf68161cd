//! Intake per product over the years, against the quotas that the product is held to.

use super::rates::chosen;
use crate::catalog::Quota;
use crate::chart::{Axis, Chart, Point, Role, Series};
use crate::evaluate::{PeriodResults, PlantResults};
use crate::ledger::{Ledger, PERIODS, PRODUCTS, ProductColumn, Row};
use crate::metric::Figure;
use crate::numeric::in_order;
use crate::quantity::Period;
use crate::quantity::read_number;
use crate::show::few_points::{Asked, bullets_of_few, starred};
use crate::show::finding::{Change, change_over, is_verified};
use crate::show::table_view::filled;
use crate::show::uncertainty::with_interval;
use crate::text::{Key, Language, Message, grouped};

/// How many products have a chart of their own.
const DRAWN: usize = 4;

/// The trends of the products of the last period, over the years that made them.
pub fn product_trends(ledger: &Ledger, results: &PlantResults, language: Language) -> Vec<Chart> {
    let Some(last) = ledger.sheets(&PERIODS).last() else { return Vec::new() };
    let products = last
        .rows(&PRODUCTS)
        .iter()
        .filter(|row| !row[ProductColumn::Name].trim().is_empty())
        .take(DRAWN)
        .enumerate();
    products.filter_map(|(place, row)| trend(place, row, ledger, results, language)).collect()
}

fn trend(
    place: usize,
    row: &Row,
    ledger: &Ledger,
    results: &PlantResults,
    language: Language,
) -> Option<Chart> {
    let name = row[ProductColumn::Name].trim();
    let mut years: Vec<(i32, Figure)> = Vec::new();
    for (sheet, found) in ledger.sheets(&PERIODS).iter().zip(&results.periods) {
        let Some(Period { year, month: None }) = found.period else { continue };
        let is_new = years.iter().all(|(known, _)| *known != year);
        years.extend(intake(sheet, found, name).filter(|_| is_new).map(|figure| (year, figure)));
    }
    let years = in_order(years, |one, other| one.0.cmp(&other.0));
    let (first, last) = (years.first()?.0, years.last()?.0);
    let points = years.iter().map(|(year, figure)| with_interval(f64::from(*year), figure)).collect();
    let say = |key: Key| key.say(language).to_string();
    let ends = [f64::from(first), f64::from(last)];
    let mut series =
        vec![Series { name: say(Key::ChartOwnPlant), role: Role::Own, points, ..Series::default() }];
    let levels = levels(row);
    series.extend(levels.iter().map(|(key, value, label)| Series {
        name: say(*key),
        role: if *key == Key::ChartQuotaGeneral { Role::Target } else { Role::Reference },
        points: ends.iter().map(|x| Point::new(*x, *value, label.clone())).collect(),
        ..Series::default()
    }));
    let unit = chosen(&row[ProductColumn::Quota]).map_or("m³", |quota| quota.product.unit.get(language));
    let what = Message::new(Key::ChartProductTitle).with("product", name);
    let general = levels.iter().position(|(key, ..)| *key == Key::ChartQuotaGeneral);
    let known: Vec<(i32, &Figure)> = years.iter().map(|(year, figure)| (*year, figure)).collect();
    let by_quota = general.and_then(|place| against_quota(&levels[place].2, known.last()?, unit));
    let finding = by_quota.or_else(|| change_over(&known, language));
    let is_kept = |value: f64| general.is_none_or(|place| value <= levels[place].1);
    let asked = general.map(|place| Asked { series: place + 1, key: Key::ChartAtMost, is_kept: &is_kept });
    let subtitle = match &finding {
        Some(_) => Message::new(Key::ChartDrawnIn).with_clause("what", what.clone()),
        None => Message::new(Key::ChartUnitIs),
    };
    let chart = Chart {
        id: format!("plant-product-{place}"),
        title: finding.as_ref().unwrap_or(&what).say(language),
        subtitle: subtitle.with("unit", unit).say(language),
        description: say(Key::ChartRateDescription),
        unit: unit.to_string(),
        x_title: say(Key::ChartYear),
        x: Axis::Years,
        decimals: 2,
        series,
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    };
    Some(bullets_of_few(starred(chart, language), asked, language))
}

/// How the last year's intake stands to the general value of the quota, as it is written; none while that is to be verified.
fn against_quota(general: &str, last: &(i32, &Figure), unit: &str) -> Option<Message> {
    let (year, figure) = last;
    if !is_verified(figure) || general.ends_with('*') {
        return None;
    }
    let gap = Change::between(general, &figure.shown())?;
    let key = match gap.by {
        0.0 => Key::FindingAtQuota,
        by if by < 0.0 => Key::FindingWithinQuota,
        _ => Key::FindingBeyondQuota,
    };
    Some(Message::new(key).with("year", year.to_string()).with_clause("by", gap.in_unit(unit)))
}

/// What a product of a period took in.
fn intake(sheet: &Row, found: &PeriodResults, name: &str) -> Option<Figure> {
    let mut products = filled(sheet.rows(&PRODUCTS), &found.figures.products);
    products.find(|(_, row, _)| row[ProductColumn::Name].trim() == name)?.2?.intake.clone()
}

/// The quota's values as lines: the user's own where there are any, else those of the quota chosen.
fn levels(row: &Row) -> Vec<(Key, f64, String)> {
    let own = |text: &str| read_number(text).ok().flatten().map(|value| (value, grouped(value)));
    let quota = chosen(&row[ProductColumn::Quota]);
    let of_quota = |level: fn(Quota) -> Option<&'static crate::catalog::Constant>| {
        let constant = level(quota?)?;
        let star = if constant.source.status.is_verified() { "" } else { "*" };
        Some((constant.value, format!("{}{star}", constant.printed)))
    };
    let general = own(&row[ProductColumn::General]).or_else(|| of_quota(Quota::general));
    let advanced = own(&row[ProductColumn::Advanced]).or_else(|| of_quota(Quota::advanced));
    [(Key::ChartQuotaGeneral, general), (Key::ChartQuotaAdvanced, advanced)]
        .into_iter()
        .filter_map(|(key, level)| level.map(|(value, label)| (key, value, label)))
        .collect()
}
