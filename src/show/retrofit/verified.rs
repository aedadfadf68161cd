//! Readings before and after as the page shows them.

use super::amount::{amount, told};
use crate::catalog::RETROFIT_FIT;
use crate::chart::{Axis, Chart, Point, Role, Series};
use crate::evaluate::{Afterwards, ReadingMonth, Verified};
use crate::metric::Figure;
use crate::retrofit::ReadingPhase;
use crate::show::finding::is_sound;
use crate::text::{Key, Language, Message};

/// Fewer months than a year's leave the seasons in the saving.
const WHOLE_YEAR: usize = 12;

/// What there is to say of what was measured, and whether it is good news.
pub fn verified_notes(after: &Afterwards, language: Language) -> Vec<(bool, Message)> {
    let found = &after.verified;
    let mut notes = Vec::new();
    let count = |phase| found.months.iter().filter(|one| one.phase == phase).count();
    let (base, report) = (count(ReadingPhase::Base), count(ReadingPhase::Report));
    if let Some(saving) = &found.saving {
        notes.push(match found.is_proven() {
            _ if saving.value() < 0.0 => (false, Message::new(Key::VerifiedMore)),
            Some(true) => (true, Message::new(Key::VerifiedProven)),
            _ => (false, Message::new(Key::VerifiedNotProven)),
        });
        if let Some(planned) = &after.plan.plan.saving {
            let said = Message::new(Key::VerifiedAgainstPlan)
                .with("planned", amount(planned.quantity(), language))
                .with("months", report.to_string())
                .with("measured", amount(saving.quantity(), language));
            notes.push((true, said));
        }
        if base < WHOLE_YEAR || report < WHOLE_YEAR {
            notes.push((false, Message::new(Key::VerifiedFewMonths)));
        }
    }
    let limits = RETROFIT_FIT.at("fit", "value").zip(RETROFIT_FIT.at("variation", "value"));
    if let Some((least, most)) = limits {
        let is_poor = found.fit.as_ref().is_some_and(|fit| fit.value() < least.value)
            || found.variation.as_ref().is_some_and(|variation| variation.value() > most.value);
        let said =
            Message::new(Key::VerifiedFitPoor).with("fit", least.printed).with("variation", most.printed);
        notes.extend(is_poor.then_some((false, said)));
    }
    notes
}

/// What each month took, and what it would have taken.
pub fn verified_chart(found: &Verified, language: Language) -> Option<Chart> {
    let say = |key: Key| key.say(language).to_string();
    found.months.first()?.expected.as_ref()?;
    let series = |name: Key, role: Role, of: fn(&ReadingMonth) -> Option<&Figure>| {
        let point = |(place, month): (usize, &ReadingMonth)| {
            let figure = of(month)?;
            let point = Point::new(place as f64, figure.value(), told(figure.value()));
            Some(Point { is_incomplete: figure.is_incomplete(), ..point })
        };
        let points = found.months.iter().enumerate().filter_map(point).collect();
        Series { name: say(name), role, points, ..Series::default() }
    };
    let report = found.months.iter().filter(|one| one.phase == ReadingPhase::Report).count();
    let title = match found.saving.as_ref().filter(|saving| is_sound(saving) && saving.value() > 0.0) {
        Some(saving) => Message::new(Key::ChartVerifiedFinding)
            .with("months", report.to_string())
            .with("saving", amount(saving.quantity(), language))
            .say(language),
        None => say(Key::ReadingsTableTitle),
    };
    Some(Chart {
        id: "verified".to_string(),
        title,
        subtitle: say(Key::ChartVerifiedTitle),
        description: say(Key::ChartVerifiedNote),
        unit: "m³".to_string(),
        x_title: say(Key::ColumnReadingMonth),
        x: Axis::Named(found.months.iter().map(|one| one.month.to_string()).collect()),
        decimals: 0,
        series: vec![
            series(Key::SeriesMeasured, Role::Own, |one| Some(&one.used)),
            series(Key::SeriesExpected, Role::Reference, |one| one.expected.as_ref()),
        ],
        source: say(Key::ChartVerifiedNote),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}
