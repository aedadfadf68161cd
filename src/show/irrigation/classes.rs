//! Coefficients of the size classes as bars.

use super::limits::EDITION;
use crate::catalog::coefficient_limit;
use crate::chart::{Axis, Chart, Kind, Point, Role, Series};
use crate::evaluate::YearResults;
use crate::irrigation::ClassFigures;
use crate::metric::Figure;
use crate::show::uncertainty::with_interval;
use crate::text::{Coded, Key, Language, Message};

/// The year's classes with their coefficients, once there are two to compare.
pub fn class_bars(year: &YearResults, language: Language) -> Option<Chart> {
    let classes: Vec<(&ClassFigures, &Figure)> =
        year.figures.classes.iter().filter_map(|class| Some((class, class.coefficient.as_ref()?))).collect();
    if classes.len() < 2 {
        return None;
    }
    let names = classes.iter().map(|(class, _)| class.class.name().get(language).to_string()).collect();
    let points = classes.iter().enumerate().map(|(place, (_, figure))| with_interval(place as f64, figure));
    let limits = classes.iter().enumerate().filter_map(|(place, (class, _))| {
        let limit = coefficient_limit(EDITION, class.class)?;
        Some(Point::new(place as f64, limit.value, limit.printed))
    });
    Some(Chart {
        id: "irrigation-classes".to_string(),
        kind: Kind::Bars,
        title: Key::ChartClassesTitle.say(language).to_string(),
        description: Message::new(Key::ChartClassesDescription)
            .with("count", classes.len().to_string())
            .say(language),
        unit: Key::ChartCoefficient.say(language).to_string(),
        x_title: Key::ColumnClass.say(language).to_string(),
        x: Axis::Named(names),
        decimals: 4,
        series: vec![
            Series {
                name: Key::ChartOwn.say(language).to_string(),
                role: Role::Own,
                points: points.collect(),
                ..Series::default()
            },
            Series {
                name: Key::ChartLimits.say(language).to_string(),
                role: Role::Target,
                points: limits.collect(),
                ..Series::default()
            },
        ],
        interval: Key::ChartInterval.say(language).to_string(),
        source: Key::ChartSourceOwn.say(language).to_string(),
        no_data: Key::ChartNoData.say(language).to_string(),
    })
}
