//! Intake per product over the years, against the quotas that the product is held to.

use super::few_points::{bars_of_few, starred};
use super::rates::chosen;
use crate::catalog::Quota;
use crate::chart::{Axis, Chart, Point, Role, Series};
use crate::evaluate::{PeriodResults, PlantResults};
use crate::ledger::{Ledger, PERIODS, PRODUCTS, ProductColumn, Row};
use crate::metric::Figure;
use crate::quantity::Period;
use crate::quantity::read_number;
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
    years.sort_by_key(|(year, _)| *year);
    let (first, last) = (years.first()?.0, years.last()?.0);
    let points = years.iter().map(|(year, figure)| with_interval(f64::from(*year), figure)).collect();
    let say = |key: Key| key.say(language).to_string();
    let ends = [f64::from(first), f64::from(last)];
    let mut series =
        vec![Series { name: say(Key::ChartOwnPlant), role: Role::Own, points, ..Series::default() }];
    series.extend(levels(row).into_iter().map(|(key, value, label)| Series {
        name: say(key),
        role: if key == Key::ChartQuotaGeneral { Role::Target } else { Role::Reference },
        points: ends.iter().map(|x| Point::new(*x, value, label.clone())).collect(),
        ..Series::default()
    }));
    let chart = Chart {
        id: format!("plant-product-{place}"),
        title: Message::new(Key::ChartProductTitle).with("product", name).say(language),
        description: say(Key::ChartRateDescription),
        unit: chosen(&row[ProductColumn::Quota])
            .map_or("m³", |quota| quota.product.unit.get(language))
            .to_string(),
        x_title: say(Key::ChartYear),
        x: Axis::Years,
        decimals: 2,
        series,
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    };
    Some(starred(bars_of_few(chart), language))
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
