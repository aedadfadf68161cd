//! Where the axes begin and end and which lines they carry.
//!
//! Powers of ten come from parsing "1e3", not from `powf` or `log10`, whose last digits differ
//! between a native build and the browser.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::coord::types::RangedCoordf64;

use super::model::{Axis, Chart, Point};
use crate::numeric::{fixed, leading_power, power_of_ten};

/// Beyond this a sum or a difference of two values may overflow.
const HUGEST: f64 = 1e300;
/// From here on ticks are written with an exponent: a plain number would fill the picture.
const EXPONENT_FROM: f64 = 1e10;
/// Two values closer than this share of their size are one value to the eye and to f64 arithmetic.
const SAME: f64 = 1e-9;
/// Share of the span left free above and below the data.
const AIR: f64 = 0.03;
/// The same around a single value, as a share of that value.
const AIR_ALONE: f64 = 0.05;

/// Spaces between the lines of the y-axis: at least as many as make a scale, at most as many as stay calm.
const FEWEST_SPACES: f64 = 3.0;
const MOST_SPACES: f64 = 5.0;

/// One axis: its ends and its ticks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<f64>,
    /// Power of ten of the last digit that a tick needs.
    finest: i32,
}

/// plotters draws the ticks chosen here instead of its own choice, which knows no whole years.
impl Ranged for Scale {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        RangedCoordf64::from(self.low..self.high).map(value, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks.clone() }
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

/// Whether the point can be drawn at all.
pub(super) fn drawable(point: &Point, axis: Axis) -> bool {
    let Axis::Years = axis;
    point.x.abs() <= 9999.0 && point.y.abs() <= HUGEST
}

/// The ends of the point's uncertainty in ascending order, if both are known and drawable.
pub(super) fn band(point: &Point) -> Option<(f64, f64)> {
    let (low, high) = (point.low?, point.high?);
    (low.abs() <= HUGEST && high.abs() <= HUGEST).then_some((low.min(high), low.max(high)))
}

/// The x-axis over whole years; `most` is how many year labels fit side by side.
pub(super) fn years(points: &[&Point], most: usize) -> Scale {
    let (first, last) = ends(points.iter().map(|point| point.x)).unwrap_or((0.0, 0.0));
    let (from, to) = (first.floor(), last.ceil());
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0]
        .into_iter()
        .find(|step| (to / step).floor() - (from / step).ceil() < most.max(1) as f64)
        .unwrap_or(10_000.0);
    let mut ticks = multiples(step, (from / step).ceil(), (to / step).floor());
    if ticks.is_empty() {
        ticks.push(from);
    }
    // Markers at either end need a little room; a single year stands in the middle.
    let air = if first == last { 0.5 } else { (last - first) * 0.035 };
    Scale { low: from.min(first - air), high: to.max(last + air), ticks, finest: 0 }
}

/// The y-axis: four to six lines at round values, of which the outermost are its ends.
/// It need not begin at zero, since coefficients live in a narrow range, but never goes below zero
/// without cause.
pub(super) fn values(points: &[&Point], decimals: usize) -> Scale {
    let bands = points.iter().filter_map(|point| band(point)).flat_map(|(low, high)| [low, high]);
    let (low, high) = ends(points.iter().map(|point| point.y).chain(bands)).unwrap_or((0.0, 1.0));
    let decimals = decimals.min(Chart::MOST_DECIMALS) as i32;
    let (from, to) = with_air(low, high, decimals);
    let (step, finest) = round_step(from, to, decimals);
    let (mut first, mut last) = ((from / step).floor(), (to / step).ceil());
    while last - first < FEWEST_SPACES {
        last += 1.0;
        if last - first < FEWEST_SPACES && (first > 0.0 || low < 0.0) {
            first -= 1.0;
        }
    }
    Scale { low: first * step, high: last * step, ticks: multiples(step, first, last), finest }
}

/// The ticks of the y-axis as text, all with as many decimals as their step needs.
pub(super) fn tick_labels(scale: &Scale) -> Vec<String> {
    let largest = scale.low.abs().max(scale.high.abs());
    scale
        .ticks
        .iter()
        .map(|tick| {
            let text = if largest < EXPONENT_FROM {
                fixed(*tick, usize::try_from(-scale.finest).unwrap_or(0))
            } else {
                let digits = leading_power(largest) - scale.finest;
                format!("{tick:.*e}", usize::try_from(digits).unwrap_or(0).min(15))
            };
            text.replace('-', "−")
        })
        .collect()
}

fn ends(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |ends, value| match ends {
        None => Some((value, value)),
        Some((low, high)) => Some((low.min(value), high.max(value))),
    })
}

fn with_air(low: f64, high: f64, decimals: i32) -> (f64, f64) {
    let size = low.abs().max(high.abs());
    let span = high - low;
    let air = if span <= size * SAME { (size * AIR_ALONE).max(power_of_ten(-decimals)) } else { span * AIR };
    let from = if low >= 0.0 { (low - air).max(0.0) } else { low - air };
    let to = if high <= 0.0 { (high + air).min(0.0) } else { high + air };
    // At zero itself both ends may have met.
    if from < to { (from, to) } else { (from, from + air) }
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that divides the range into few enough spaces,
/// and that is written with at most `decimals` decimals; with the power of ten of its last digit.
fn round_step(from: f64, to: f64, decimals: i32) -> (f64, i32) {
    let span = to - from;
    let smallest = leading_power(span / MOST_SPACES);
    (smallest..=smallest + 2)
        .flat_map(|power| [(1.0, power), (2.0, power), (2.5, power - 1), (5.0, power)])
        .filter(|(_, finest)| *finest >= -decimals)
        .map(|(digit, finest)| (digit * power_of_ten(finest + i32::from(digit == 2.5)), finest))
        .find(|(step, _)| (to / step).ceil() - (from / step).floor() <= MOST_SPACES)
        .unwrap_or_else(|| {
            let finest = (smallest + 2).max(-decimals);
            (power_of_ten(finest), finest)
        })
}

fn multiples(step: f64, first: f64, last: f64) -> Vec<f64> {
    let count = (last - first).clamp(-1.0, 100.0) as i32;
    (0..=count).map(|nth| (first + f64::from(nth)) * step + 0.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(values_on_axis: &[f64], decimals: usize) -> Vec<String> {
        let points: Vec<Point> = values_on_axis.iter().map(|y| Point::new(2020.0, *y, "")).collect();
        tick_labels(&values(&points.iter().collect::<Vec<_>>(), decimals))
    }

    #[test]
    fn coefficients_get_round_lines_and_no_forced_zero() {
        assert_eq!(labels(&[0.536, 0.58], 3), ["0.52", "0.54", "0.56", "0.58", "0.60"]);
        assert_eq!(labels(&[0.0, 96.4], 1), ["0", "20", "40", "60", "80", "100"]);
        assert_eq!(labels(&[-3.0, 4.0], 0), ["−4", "−2", "0", "2", "4", "6"]);
    }

    #[test]
    fn ticks_are_never_finer_than_the_decimals() {
        assert_eq!(labels(&[3.1, 3.4], 0), ["2", "3", "4", "5"]);
        assert_eq!(labels(&[0.0], 0), ["0", "1", "2", "3"]);
        assert_eq!(labels(&[0.55, 0.55], 2), ["0.52", "0.54", "0.56", "0.58"]);
    }

    #[test]
    fn huge_values_keep_short_and_distinct_labels() {
        for values in [[1e12, 9e12], [-1e300, 1e300], [1e300, 1e300]] {
            let mut labels = labels(&values, 2);
            assert!(labels.iter().all(|label| label.len() < 14), "{labels:?}");
            labels.dedup();
            assert!(labels.len() >= 4, "{labels:?}");
        }
    }

    #[test]
    fn years_are_whole_and_thinned() {
        let points: Vec<Point> = (2012..=2030).map(|year| Point::new(f64::from(year), 1.0, "")).collect();
        let points: Vec<&Point> = points.iter().collect();
        assert_eq!(years(&points, 30).ticks.len(), 19);
        assert_eq!(years(&points, 6).ticks, [2015.0, 2020.0, 2025.0, 2030.0]);
        assert_eq!(years(&points[1..4], 1).ticks, [2014.0]);
        assert_eq!(years(&points[..1], 8).ticks, [2012.0]);
    }
}
