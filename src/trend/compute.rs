//! 趋势分析, a series worked out as far as its length allows.

use super::mann_kendall::test_figures;
use super::slope::pair_slopes;
use super::{SenProjection, SenSlope, SlopeToYear, YearsAndValues};
use crate::metric::{Fault, Figure, Metric};
use crate::text::{Key, Message};
use crate::uncertainty::{Interval, Probability, coverage_factor};

/// How much a series of so many years can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SeriesLength {
    /// Fewer than two years: nothing.
    NoSlope,
    /// Two or three years: a slope, but no test of it.
    NoTest,
    /// Four to nine years: a test whose p is rough, for the normal distribution wants ten years.
    Rough,
    /// Ten years or more.
    Sound,
}

impl SeriesLength {
    /// The length of a series of so many years.
    pub fn of(years: usize) -> SeriesLength {
        match years {
            0 | 1 => SeriesLength::NoSlope,
            2 | 3 => SeriesLength::NoTest,
            4..10 => SeriesLength::Rough,
            _ => SeriesLength::Sound,
        }
    }

    /// What a reader must know of it; nothing of a sound length.
    pub fn message(self) -> Option<Message> {
        match self {
            SeriesLength::NoSlope => Some(Message::new(Key::FaultTooFewForSlope)),
            SeriesLength::NoTest => Some(Message::new(Key::FaultTooFewForTest)),
            SeriesLength::Rough => Some(Message::new(Key::TrendRough)),
            SeriesLength::Sound => None,
        }
    }
}

/// The figures of the Mann–Kendall test.
#[derive(Clone, Debug, PartialEq)]
pub struct TestFigures {
    /// S
    pub s: Figure,
    /// Its variance.
    pub variance: Figure,
    /// Z
    pub z: Figure,
    /// p, two-sided.
    pub p: Figure,
}

/// What a series says.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendFigures {
    /// How much it can say.
    pub length: SeriesLength,
    /// Sen's slope, by the year.
    pub slope: Option<Figure>,
    /// Where the slope lies with 95 %, by the ranks of the pairs; a series of fewer than six years bounds it nowhere.
    pub interval: Option<Interval>,
    /// The test for trend.
    pub test: Option<TestFigures>,
    /// What was refused.
    pub faults: Vec<Fault>,
}

/// Where the line through a series leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// The value on the line.
    pub value: Figure,
    /// Where the line lies with the slopes at the two ends of their interval. It carries what the slope leaves open,
    /// not the scatter of single years about the line.
    pub interval: Option<Interval>,
}

/// Works a series out as far as its length allows. Years and values stand side by side, in any order.
pub fn compute_trend(series: &YearsAndValues<Figure>) -> TrendFigures {
    let length = SeriesLength::of(series.values.len());
    let mut figures = TrendFigures { length, slope: None, interval: None, test: None, faults: Vec::new() };
    if length >= SeriesLength::NoTest {
        match Figure::computed(&SenSlope, series.clone()) {
            Ok(slope) => figures.slope = Some(slope),
            Err(fault) => figures.faults.push(fault),
        }
    }
    if length >= SeriesLength::Rough && figures.faults.is_empty() {
        match test_figures(series) {
            Ok([s, variance, z, p]) => {
                figures.interval =
                    numbers(series).and_then(|numbers| slope_interval(&numbers, variance.value()));
                figures.test = Some(TestFigures { s, variance, z, p });
            }
            Err(fault) => figures.faults.push(fault),
        }
    }
    figures
}

/// The value of a year on the line through the series; `None` when the series has no slope.
///
/// # Errors
/// A year out of range.
pub fn project(
    series: &YearsAndValues<Figure>,
    figures: &TrendFigures,
    year: Figure,
) -> Option<Result<Projection, Fault>> {
    let slope = figures.slope.clone()?;
    let YearsAndValues { years, values } = series.clone();
    let at = year.value();
    let value = match Figure::computed(&SenProjection, SlopeToYear { years, values, slope, year }) {
        Ok(value) => value,
        Err(fault) => return Some(Err(fault)),
    };
    let interval = figures.interval.zip(numbers(series)).map(|(slopes, numbers)| {
        let [one, other] = [slopes.low, slopes.high].map(|slope| {
            let (years, values) = (numbers.years.clone(), numbers.values.clone());
            SenProjection::formula(&SlopeToYear { years, values, slope, year: at })
        });
        Interval { low: one.min(other), high: one.max(other) }
    });
    Some(Ok(Projection { value, interval }))
}

/// Sen's interval as Gilbert has it: the slopes whose ranks stand z·√V / 2 to either side of the middle.
fn slope_interval(series: &YearsAndValues<f64>, variance: f64) -> Option<Interval> {
    let mut slopes = pair_slopes(series);
    slopes.sort_by(f64::total_cmp);
    let half = coverage_factor(Probability::P95, None) * variance.sqrt() / 2.0;
    let middle = slopes.len() as f64 / 2.0;
    Some(Interval { low: at_rank(&slopes, middle - half)?, high: at_rank(&slopes, middle + half + 1.0)? })
}

/// The value at a rank that counts from one and may lie between two; `None` beyond the ends.
fn at_rank(sorted: &[f64], rank: f64) -> Option<f64> {
    let below = rank.floor();
    if below < 1.0 {
        return None;
    }
    let value = *sorted.get(below as usize - 1)?;
    match rank - below {
        0.0 => Some(value),
        share => sorted.get(below as usize).map(|above| value + share * (above - value)),
    }
}

/// The series as plain numbers, the values in the unit of the first.
fn numbers(series: &YearsAndValues<Figure>) -> Option<YearsAndValues<f64>> {
    let unit = series.values.first()?.quantity().unit;
    let value = |figure: &Figure| figure.quantity().to(unit).map(|quantity| quantity.value);
    Some(YearsAndValues {
        years: series.years.iter().map(Figure::value).collect(),
        values: series.values.iter().map(value).collect::<Option<_>>()?,
    })
}
