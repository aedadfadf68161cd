//! Where a region's coefficient has been going, and where it leads.

use super::coefficient_trend::{ChangeSince, change_since};
use crate::catalog::NATIONAL_COEFFICIENT_TARGET;
use crate::chart::{Chart, Point, Role, Series};
use crate::irrigation::YearFigures;
use crate::metric::Figure;
use crate::quantity::{Quantity, Unit};
use crate::show::finding::is_sound;
use crate::show::{Tone, VerdictWord, limit_mark};
use crate::text::{Key, Language, Message, number};
use crate::trend::{
    LastAndTarget, NeededPerYear, Projection, SeriesLength, TrendFigures, YearsAndValues, compute_trend,
    project, year_figure,
};

/// How finely a title says where a line leads.
const AHEAD_DECIMALS: usize = 3;

/// The trend of a region, with the next national target.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionTrend {
    /// Slope and test.
    pub figures: TrendFigures,
    /// The target's year and the target as published.
    pub target: (i32, &'static str),
    /// Where the line leads in the target's year.
    pub projection: Option<Projection>,
    /// How the coefficient changed since the first year.
    pub change: Option<ChangeSince>,
    /// What the coefficient must gain by the year to reach the target; none when it is reached or past.
    pub needed: Option<Figure>,
}

/// The trend of a region's coefficient over its years; none without a year, or without a target ahead of the last.
pub fn region_trend(years: &[(i32, &YearFigures)]) -> Option<RegionTrend> {
    let known: Vec<(i32, Figure)> =
        years.iter().filter_map(|(year, figures)| Some((*year, figures.coefficient.clone()?))).collect();
    let (last_year, last) = known.last()?.clone();
    let target = NATIONAL_COEFFICIENT_TARGET.values.iter().rfind(|target| target.year > last_year)?;
    let series = YearsAndValues {
        years: known.iter().map(|(year, _)| year_figure(*year)).collect(),
        values: known.iter().map(|(_, coefficient)| coefficient.clone()).collect(),
    };
    let figures = compute_trend(&series);
    let projection = project(&series, &figures, year_figure(target.year)).and_then(Result::ok);
    let goal = Figure::reference(
        Quantity::new(target.value, Unit::One),
        NATIONAL_COEFFICIENT_TARGET.name,
        target.source,
    );
    let needed = LastAndTarget {
        year: year_figure(last_year),
        value: last,
        target_year: year_figure(target.year),
        target: goal,
    };
    let needed = Figure::computed(&NeededPerYear, needed).ok().filter(|needed| needed.value() > 0.0);
    let change = change_since(&known.iter().map(|(year, figure)| (*year, figure)).collect::<Vec<_>>());
    Some(RegionTrend { figures, change, target: (target.year, target.printed), projection, needed })
}

/// How a year's coefficient stands to the next national target; none without a coefficient or a target.
pub fn target_verdict(year: i32, figures: &YearFigures) -> Option<VerdictWord> {
    let coefficient = figures.coefficient.as_ref()?;
    let ahead = NATIONAL_COEFFICIENT_TARGET.values.iter().filter(|target| target.year >= year);
    let target = ahead.min_by_key(|target| target.year)?;
    let is_reached = coefficient.value() >= target.value;
    let mark = limit_mark(is_reached, coefficient.is_incomplete());
    let tone = if is_reached { Tone::Good } else { Tone::Failed };
    let held_to =
        Message::new(Key::VerdictTarget).with("year", target.year.to_string()).with("target", target.printed);
    let distance = if is_reached { Key::VerdictAbove } else { Key::VerdictBelow };
    let gap = number((coefficient.value() - target.value).abs(), 4);
    let word = VerdictWord::new(held_to, tone, Message::new(mark.name), coefficient.is_incomplete());
    Some(VerdictWord { distance: Some(Message::new(distance).with("gap", gap)), ..word })
}

impl RegionTrend {
    /// Adds the way to the target's year to the chart of the coefficient; a series too short to test leads nowhere.
    pub fn draw_ahead(&self, chart: &mut Chart, language: Language) {
        let own = chart.series.iter().find(|series| series.role == Role::Own);
        let last = own.and_then(|series| series.points.last()).cloned();
        let (Some(last), Some(ahead)) = (last, &self.projection) else { return };
        if self.figures.length < SeriesLength::Rough {
            return;
        }
        let mut end = Point::new(f64::from(self.target.0), ahead.value.value(), ahead.value.shown());
        if let Some(interval) = ahead.interval {
            (end.low, end.high) = (Some(interval.low), Some(interval.high));
        }
        let start = Point { low: None, high: None, ..last };
        chart.series.push(Series {
            name: Key::ChartProjection.say(language).to_string(),
            role: Role::Projection,
            points: vec![start, end],
            ..Series::default()
        });
        if chart.interval.is_empty() {
            chart.interval = Key::ChartProjectionInterval.say(language).to_string();
        }
        if let Some(finding) = self.finding() {
            chart.title = finding.say(language);
        }
    }

    /// How the coefficient changed and where that leads; none where the line leads another way, or rests on what cannot be told.
    fn finding(&self) -> Option<Message> {
        let (since, ahead) = (self.change.as_ref()?, &self.projection.as_ref()?.value);
        let slope = self.figures.slope.as_ref().filter(|slope| is_sound(slope) && is_sound(ahead))?;
        let key = match since.change.by {
            by if by > 0.0 && slope.value() > 0.0 => Key::FindingRiseAhead,
            by if by < 0.0 && slope.value() < 0.0 => Key::FindingFallAhead,
            _ => return None,
        };
        let said =
            Message::new(key).with("first", since.first.to_string()).with("by", since.change.shown.clone());
        Some(said.with("year", self.target.0.to_string()).with("to", number(ahead.value(), AHEAD_DECIMALS)))
    }

    /// What a reader must know beside the figures.
    pub fn remark(&self) -> Option<Message> {
        self.figures.length.message()
    }
}
