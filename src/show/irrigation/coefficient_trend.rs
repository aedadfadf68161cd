//! The irrigation coefficient over the years, against the nation and its targets.

use crate::catalog::{NATIONAL_COEFFICIENT, NATIONAL_COEFFICIENT_TARGET};
use crate::chart::{Axis, Chart, Point, Role, Series};
use crate::irrigation::YearFigures;
use crate::ledger::{Ledger, Row, YEARS, YearEntry};
use crate::metric::Figure;
use crate::show::few_points::{bullets_of_few, sourced};
use crate::show::finding::Change;
use crate::show::published::{has_star, published};
use crate::show::uncertainty::with_interval;
use crate::text::{Key, Language, Message};

/// How many years before the ledger's first the nation's values begin.
const LEAD: i32 = 4;

/// The trend chart of a region's coefficient; `own` says whose it is.
pub fn coefficient_trend(years: &[(i32, &YearFigures)], own: String, language: Language) -> Chart {
    let name = own;
    let known: Vec<(i32, &Figure)> =
        years.iter().filter_map(|(year, figures)| Some((*year, figures.coefficient.as_ref()?))).collect();
    let own: Vec<Point> =
        known.iter().map(|(year, figure)| with_interval(f64::from(*year), figure)).collect();
    let (title, subtitle) = match change_since(&known) {
        Some(change) => (change.message().say(language), Key::ChartTrendDrawn),
        None => (Key::ChartTrendTitle.say(language).to_string(), Key::ChartTrendBeside),
    };
    // Without own years the nation's whole series is shown.
    let from = own.first().map_or(i32::MIN, |point| point.x as i32 - LEAD);
    let description = Message::new(Key::ChartTrendDescription).with("own", own.len().to_string());
    let chart = Chart {
        id: "irrigation-trend".to_string(),
        title,
        subtitle: subtitle.say(language).to_string(),
        description: description.say(language),
        unit: Key::ChartCoefficient.say(language).to_string(),
        x_title: Key::ChartYear.say(language).to_string(),
        x: Axis::Years,
        decimals: 4,
        series: vec![
            Series { name, role: Role::Own, points: own, ..Series::default() },
            published(&NATIONAL_COEFFICIENT, Key::ChartNational, Role::Reference, from, language),
            published(&NATIONAL_COEFFICIENT_TARGET, Key::ChartTarget, Role::Target, from, language),
        ],
        no_data: Key::ChartNoData.say(language).to_string(),
        ..Chart::default()
    };
    let source = if has_star(&chart) { Key::ChartSourceStar } else { Key::ChartSource };
    bullets_of_few(sourced(chart, source, language), None, language)
}

/// How the coefficient changed since the first year.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeSince {
    /// The first year.
    pub first: i32,
    /// The change until the last.
    pub change: Change,
}

impl ChangeSince {
    /// The change in a sentence.
    pub fn message(&self) -> Message {
        let key = match self.change.by {
            0.0 => Key::FindingLevel,
            by if by > 0.0 => Key::FindingRise,
            _ => Key::FindingFall,
        };
        Message::new(key).with("first", self.first.to_string()).with("by", self.change.shown.clone())
    }
}

/// How figures of years in their order changed; none of fewer than two, or where the first or the last cannot be told.
pub(super) fn change_since(years: &[(i32, &Figure)]) -> Option<ChangeSince> {
    let ((first, from), (last, to)) = (years.first()?, years.last()?);
    (first < last).then(|| Change::of(from, to)).flatten().map(|change| ChangeSince { first: *first, change })
}

/// What the region of a sheet is called, else of the latest sheet that names one, else the ledger's title; empty where nothing
/// says so.
pub(super) fn region_name(ledger: &Ledger, sheet: Option<&Row>) -> String {
    let sheets = ledger.sheets(&YEARS).iter().rev().map(|sheet| &**sheet);
    let names = sheet.into_iter().chain(sheets).map(|sheet| sheet[YearEntry::Region].trim());
    names.chain([ledger.title().trim()]).find(|name| !name.is_empty()).unwrap_or_default().to_string()
}

/// What the region is called in charts: its name as far as an explanation in brackets.
pub fn own_name(ledger: &Ledger, language: Language) -> String {
    match region_name(ledger, None).split(['（', '(']).next().unwrap_or_default().trim() {
        "" => Key::ChartOwn.say(language).to_string(),
        name => name.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::irrigation;
    use crate::ledger::Example;

    #[test]
    fn the_example_stands_among_the_nations_values_and_targets() {
        let chart = coefficient_trend(
            &irrigation(&Example::City.ledger(Language::Chinese), None).in_order(),
            own_name(&Ledger::default(), Language::Chinese),
            Language::Chinese,
        );
        let [own, nation, target] = chart.series.as_slice() else { panic!("three series") };
        assert_eq!(own.points.len(), 5);
        assert_eq!(own.points[4].label, "0.5900");
        assert_eq!(nation.points[0].x, 2015.0);
        assert_eq!(target.points.last().map(|point| point.label.as_str()), Some("0.60"));
        let label =
            |year: f64| target.points.iter().find(|point| point.x == year).map(|point| point.label.as_str());
        assert_eq!((label(2022.0), label(2025.0)), (Some("0.56*"), Some("0.58")));
    }
}
