//! Coefficients of the size classes beside their lower limits.

use super::limits::{EDITION, is_below_limit};
use crate::catalog::coefficient_limit;
use crate::chart::{Axis, Bullet, Chart, Kind, Point, Role, Series};
use crate::evaluate::YearResults;
use crate::irrigation::ClassFigures;
use crate::metric::Figure;
use crate::show::few_points::judged_bullet;
use crate::show::mark::{BELOW_LIMIT, limit_mark};
use crate::show::uncertainty::with_interval;
use crate::text::{Coded, Key, Language, Message};

/// The year's classes with their coefficients, once there are two to compare.
pub fn class_bars(year: &YearResults, language: Language) -> Option<Chart> {
    let classes: Vec<(&ClassFigures, &Figure)> =
        year.figures.classes.iter().filter_map(|class| Some((class, class.coefficient.as_ref()?))).collect();
    if classes.len() < 2 {
        return None;
    }
    let names: Vec<String> =
        classes.iter().map(|(class, _)| class.class.name().get(language).to_string()).collect();
    let points: Vec<Point> =
        classes.iter().enumerate().map(|(place, (_, figure))| with_interval(place as f64, figure)).collect();
    let limit = |class: &ClassFigures| coefficient_limit(EDITION, class.class);
    let limits = classes.iter().enumerate().filter_map(|(place, (class, _))| {
        let limit = limit(class)?;
        Some(Point::new(place as f64, limit.value, limit.printed))
    });
    let bullet = |((class, _), point): (&(&ClassFigures, &Figure), &Point)| {
        let limit = limit(class);
        let mark = limit.map(|_| match is_below_limit(class) {
            true => BELOW_LIMIT,
            false => limit_mark(true, point.is_incomplete),
        });
        Bullet {
            name: class.class.name().get(language).to_string(),
            asked: limit.map_or_else(String::new, |limit| format!("≥ {}", limit.printed)),
            limit: limit.map(|limit| limit.value),
            ..judged_bullet(point, mark, language)
        }
    };
    let bullets = classes.iter().zip(&points).map(bullet).collect();
    let say = |key: Key| key.say(language).to_string();
    let series = |name: Key, role, points| Series { name: say(name), role, points, ..Series::default() };
    Some(Chart {
        id: "irrigation-classes".to_string(),
        kind: Kind::Bullets(bullets),
        title: say(Key::ChartClassesTitle),
        subtitle: say(Key::ChartClassesDrawn),
        description: Message::new(Key::ChartClassesDescription)
            .with("count", classes.len().to_string())
            .say(language),
        unit: say(Key::ChartCoefficient),
        x_title: say(Key::ColumnClass),
        x: Axis::Named(names),
        decimals: 4,
        series: vec![
            series(Key::ChartOwn, Role::Own, points),
            series(Key::ChartLimits, Role::Target, limits.collect()),
        ],
        interval: say(Key::ChartInterval),
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
    })
}
