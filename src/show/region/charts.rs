//! Charts of a region: what used the water year by year, total and intensity together, what a reservoir held.

use crate::catalog::{NATIONAL_WATER_PER_GDP, NATIONAL_WATER_PER_VALUE_ADDED, Series as Published};
use crate::chart::{Axis, Chart, Form, Kind, Point, Role, Series};
use crate::evaluate::RegionSheet;
use crate::ledger::{Column, RESERVOIR_MONTHS, RegionYearColumn, ReservoirColumn, ReservoirMonthColumn, Row};
use crate::metric::Figure;
use crate::quantity::{Unit, read};
use crate::region::{RegionYearFigures, ReservoirFigures};
use crate::show::few_points::sourced;
use crate::show::finding::change_over;
use crate::show::published::{has_star, published};
use crate::show::uncertainty::with_interval;
use crate::text::{Key, Language, Message, grouped, number};

/// The charts of the years so far that have something to say.
pub fn glance_charts(found: &RegionSheet, language: Language) -> Vec<Chart> {
    let charts = [
        composition(found, language),
        indicator(found, language, (Key::ResultPerGdp, "region-per-gdp", &NATIONAL_WATER_PER_GDP), |year| {
            year.per_gdp.as_ref()
        }),
        indicator(
            found,
            language,
            (Key::ResultPerValueAdded, "region-per-value-added", &NATIONAL_WATER_PER_VALUE_ADDED),
            |year| year.per_value_added.as_ref(),
        ),
    ];
    charts.into_iter().flatten().collect()
}

/// The years, each a bar of what used its water.
fn composition(found: &RegionSheet, language: Language) -> Option<Chart> {
    use RegionYearColumn as At;
    let say = |key: Key| key.say(language).to_string();
    let years = found.in_order();
    let years: Vec<&&RegionYearFigures> = years.iter().filter(|year| year.total.is_some()).collect();
    if years.is_empty() {
        return None;
    }
    let unit = Unit::TenThousandCubicMetres;
    let typed = |year: i32, use_at: usize| {
        Some(found.typed_year(year)?.uses[use_at].as_ref()?.quantity().to(unit)?.value)
    };
    let uses = [At::Agriculture, At::Industry, At::Domestic, At::Ecology];
    let series = |(place, column): (usize, At)| {
        let point = |(at, year): (usize, &&&RegionYearFigures)| {
            let from: f64 = (0..place).filter_map(|before| typed(year.year, before)).sum();
            let value = typed(year.year, place)?;
            Some(Point { from: Some(from), ..Point::new(at as f64, from + value, grouped(value)) })
        };
        Series {
            name: say(column.spec().heading),
            role: Role::Own,
            form: if place == 0 { Form::default() } else { Form::Over },
            points: years.iter().enumerate().filter_map(point).collect(),
        }
    };
    let totals: Vec<(i32, &Figure)> =
        years.iter().filter_map(|year| Some((year.year, year.total.as_ref()?))).collect();
    let title = change_over(&totals, language)
        .map_or_else(|| say(Key::ChartCompositionTitle), |said| said.say(language));
    Some(Chart {
        id: "region-composition".to_string(),
        kind: Kind::Bars,
        title,
        subtitle: say(Key::ChartCompositionTitle),
        description: say(Key::ChartCompositionDescription),
        unit: unit.symbol(language).to_string(),
        x_title: say(Key::ChartYear),
        x: Axis::Named(years.iter().map(|year| year.year.to_string()).collect()),
        decimals: 0,
        series: uses.into_iter().enumerate().map(series).collect(),
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}

/// An indicator over the years, beside the nation's.
fn indicator(
    found: &RegionSheet,
    language: Language,
    (name, id, nation): (Key, &str, &Published),
    of: fn(&RegionYearFigures) -> Option<&Figure>,
) -> Option<Chart> {
    let say = |key: Key| key.say(language).to_string();
    let years = found.in_order();
    let known: Vec<(i32, &Figure)> = years.iter().filter_map(|year| Some((year.year, of(year)?))).collect();
    let (_, last) = known.last()?;
    if known.len() < 2 {
        return None;
    }
    let unit = last.quantity().unit.symbol(language).to_string();
    let chart = Chart {
        id: id.to_string(),
        title: change_over(&known, language).map_or_else(|| say(name), |said| said.say(language)),
        subtitle: format!("{} ({unit})", name.say(language)),
        description: say(Key::ChartIndicatorDescription),
        unit,
        x_title: say(Key::ChartYear),
        x: Axis::Years,
        decimals: 2,
        series: vec![
            Series {
                name: say(name),
                role: Role::Own,
                points: known.iter().map(|(year, figure)| with_interval(f64::from(*year), figure)).collect(),
                ..Series::default()
            },
            published(nation, Key::ChartNational, Role::Reference, known[0].0, language),
        ],
        interval: say(Key::ChartInterval),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    };
    let source = if has_star(&chart) { Key::ChartSourceStar } else { Key::ChartSource };
    Some(sourced(chart, source, language))
}

/// Total and intensity against the base year, as one picture: 100 is the base year.
pub fn since_base_chart(found: &RegionSheet, language: Language) -> Option<Chart> {
    let say = |key: Key| key.say(language).to_string();
    let (base, last) = (found.since_base.first()?, found.since_base.last()?);
    if found.since_base.len() < 2 {
        return None;
    }
    let index = |year: i32, value: f64, figure: &Figure| Point {
        is_incomplete: figure.is_incomplete(),
        ..Point::new(f64::from(year), value, number(value, 1))
    };
    let start = || Point::new(f64::from(base.year), 100.0, number(100.0, 1));
    let later = || found.since_base.iter().filter(|year| year.year > base.year);
    let total = later().filter_map(|year| Some((year.year, year.growth.as_ref()?)));
    let total = total.map(|(year, growth)| index(year, 100.0 + growth.value(), growth));
    let intensity = later().filter_map(|year| Some((year.year, year.decline.as_ref()?)));
    let intensity = intensity.map(|(year, decline)| index(year, 100.0 - decline.value(), decline));
    let series = |name: Key, role: Role, points: Vec<Point>| Series {
        name: say(name),
        role,
        points: std::iter::once(start()).chain(points).collect(),
        ..Series::default()
    };
    let told =
        |figure: &Option<Figure>| figure.as_ref().filter(|figure| !figure.is_incomplete()).map(Figure::value);
    let title = match (told(&last.growth), told(&last.decline)) {
        (Some(growth), Some(decline)) => {
            let key = match growth {
                growth if growth.abs() < 0.05 => Key::FindingSinceBaseLevel,
                growth if growth > 0.0 => Key::FindingSinceBaseRose,
                _ => Key::FindingSinceBaseFell,
            };
            Message::new(key)
                .with("base", base.year.to_string())
                .with("growth", number(growth.abs(), 1))
                .with("decline", number(decline, 1))
                .say(language)
        }
        _ => say(Key::ChartSinceBaseTitle),
    };
    Some(Chart {
        id: "region-since-base".to_string(),
        title,
        subtitle: Message::new(Key::ChartSinceBaseDrawn).with("base", base.year.to_string()).say(language),
        description: say(Key::ChartSinceBaseDescription),
        unit: "%".to_string(),
        x_title: say(Key::ChartYear),
        x: Axis::Years,
        decimals: 1,
        series: vec![
            series(Key::SeriesIntensity, Role::Own, intensity.collect()),
            series(Key::ResultRegionUse, Role::Reference, total.collect()),
        ],
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}

/// What a reservoir held at the end of each month, above its dead storage and below its flood limit.
pub fn reservoir_chart(row: &Row, found: &ReservoirFigures, language: Language) -> Option<Chart> {
    let say = |key: Key| key.say(language).to_string();
    let unit = Unit::TenThousandCubicMetres;
    let named = |key: u32| {
        let month = row.rows(&RESERVOIR_MONTHS).iter().find(|month| month.id.0 == key)?;
        Some(month[ReservoirMonthColumn::Month].trim().to_string())
    };
    let known: Vec<(String, &Figure)> =
        found.months.iter().filter_map(|month| Some((named(month.key)?, month.storage.as_ref()?))).collect();
    if known.len() < 2 {
        return None;
    }
    let level = |column: ReservoirColumn, name: Key| {
        let typed = read(&row[column], unit).ok().flatten()?.to(unit)?;
        let points = (0..known.len()).map(|at| Point::new(at as f64, typed.value, grouped(typed.value)));
        Some(Series { name: say(name), role: Role::Target, points: points.collect(), ..Series::default() })
    };
    let own = Series {
        name: say(Key::ColumnStorageFound),
        role: Role::Own,
        points: known.iter().enumerate().map(|(at, (_, figure))| with_interval(at as f64, figure)).collect(),
        ..Series::default()
    };
    let levels = [
        level(ReservoirColumn::FloodLimit, Key::ColumnFloodLimit),
        level(ReservoirColumn::Dead, Key::ColumnDeadStorage),
    ];
    Some(Chart {
        id: "reservoir-storage".to_string(),
        title: Message::new(Key::ChartStorageTitle)
            .with("name", row[ReservoirColumn::Name].trim())
            .say(language),
        subtitle: say(Key::ChartStorageDrawn),
        description: say(Key::ChartStorageDescription),
        unit: unit.symbol(language).to_string(),
        x_title: say(Key::ColumnMonth),
        x: Axis::Named(known.iter().map(|(name, _)| name.clone()).collect()),
        decimals: 0,
        series: std::iter::once(own).chain(levels.into_iter().flatten()).collect(),
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}
