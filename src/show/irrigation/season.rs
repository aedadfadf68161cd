//! A year's water need month by month.

use crate::chart::{Axis, Chart, Form, Point, Role, Series};
use crate::evaluate::YearResults;
use crate::irrigation::MonthFigures;
use crate::ledger::{MONTHS, MonthColumn, Row};
use crate::metric::Figure;
use crate::show::table_view::filled;
use crate::text::{Key, Language};

/// Water use, effective rain and net need of the months; none before a month has any of them.
pub fn season(sheet: &Row, year: &YearResults, language: Language) -> Option<Chart> {
    let months: Vec<(String, &MonthFigures)> = filled(sheet.rows(&MONTHS), &year.water_need.months)
        .filter_map(|(_, row, month)| Some((row[MonthColumn::Month].trim().to_string(), month?)))
        .collect();
    let series = |name: Key, role: Role, form: Form, of: fn(&MonthFigures) -> Option<&Figure>| {
        let point = |(place, (_, month)): (usize, &(String, &MonthFigures))| {
            of(month).map(|figure| Point::new(place as f64, figure.value(), figure.shown()))
        };
        let points = months.iter().enumerate().filter_map(point).collect();
        Series { name: name.say(language).to_string(), role, form, points }
    };
    let series = vec![
        series(Key::ColumnEtc, Role::Own, Form::Line, |month| month.evapotranspiration.as_ref()),
        series(Key::ColumnEffectiveRain, Role::Reference, Form::Columns, |month| {
            month.effective_rain.as_ref()
        }),
        series(Key::ColumnNetNeed, Role::Own, Form::Columns, |month| month.net.as_ref()),
    ];
    if series.iter().all(|series| series.points.is_empty()) {
        return None;
    }
    let say = |key: Key| key.say(language).to_string();
    Some(Chart {
        id: "irrigation-season".to_string(),
        title: say(Key::ChartSeasonTitle),
        description: say(Key::ChartSeasonDescription),
        unit: "mm".to_string(),
        x_title: say(Key::ColumnMonth),
        x: Axis::Named(months.iter().map(|(name, _)| name.clone()).collect()),
        decimals: 1,
        series,
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}
