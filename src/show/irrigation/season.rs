//! A year's water need month by month.

use crate::chart::{Axis, Chart, Form, Point, Role, Series};
use crate::evaluate::YearResults;
use crate::irrigation::MonthFigures;
use crate::ledger::{MONTHS, MonthColumn, Row};
use crate::metric::Figure;
use crate::show::finding::is_sound;
use crate::show::table_view::filled;
use crate::text::{Key, Language, Message};

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
        title: most_needed(&months).map_or_else(|| say(Key::ChartSeasonTitle), |said| said.say(language)),
        subtitle: say(Key::ChartSeasonDrawn),
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

/// A month as it stands in a sentence: a number is one of a month.
fn month_name(typed: &str) -> Message {
    let is_number = typed.bytes().all(|digit| digit.is_ascii_digit());
    Message::new(if is_number { Key::MonthNumber } else { Key::MonthNamed }).with("month", typed)
}

/// The month that needs most; none where the need of a month cannot be told.
fn most_needed(months: &[(String, &MonthFigures)]) -> Option<Message> {
    let mut needs = Vec::new();
    for (name, month) in months {
        let need = month.net.as_ref()?;
        needs.push((name, Some(need).filter(|need| is_sound(need))?));
    }
    let (month, need) = needs.into_iter().max_by(|a, b| a.1.value().total_cmp(&b.1.value()))?;
    Some(
        Message::new(Key::FindingMostNeeded)
            .with_clause("month", month_name(month))
            .with("amount", need.shown()),
    )
}
