//! Where the axes begin and end and which lines they carry.
//!
//! Powers of ten come from parsing "1e3", not from `powf` or `log10`, whose last digits differ
//! between a native build and the browser.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::coord::types::RangedCoordf64;

use super::model::{Axes, Axis, Form, Point, Series};
use crate::chart::picture::{MOST_DECIMALS, TYPE};
use crate::chart::svg::FINE;
use crate::chart::text_width::{shorten, width};
use crate::numeric::{fixed, leading_power, power_of_ten};

/// Beyond this a sum or a difference of two values may overflow.
const HUGEST: f64 = 1e300;
/// From here on ticks are written with an exponent: a plain number would fill the picture.
const EXPONENT_FROM: f64 = 1e10;
/// Two values closer than this share of their size are one value to the eye and to f64 arithmetic.
const SAME: f64 = 1e-9;
/// Share of the span left free above and below the data.
pub(super) const AIR: f64 = 0.03;
/// The same around a single value, as a share of that value.
const AIR_ALONE: f64 = 0.05;

/// Spaces between the lines of an axis: at least as many as make a scale, at most as many as stay calm.
const FEWEST_SPACES: f64 = 3.0;
pub(super) const MOST_SPACES: u8 = 5;
/// Least room between two labels of an x-axis.
const BETWEEN: i32 = 10 * FINE;
const BETWEEN_YEARS: i32 = 18 * FINE;
/// So far a name may reach beyond the ends of the axis, on both sides together.
const BEYOND: i32 = 44 * FINE;
/// So few names are all written, shortened if need be; of more, the reader can guess those left out.
const FEW_NAMES: i32 = 8;

/// One axis: its ends, its ticks and their labels.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::chart) struct Scale {
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<f64>,
    pub labels: Vec<String>,
}

/// plotters draws the ticks chosen here instead of its own choice, which knows no whole years.
impl Ranged for Scale {
    type FormatOption = NoDefaultFormatting;
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

impl ValueFormatter<f64> for Scale {
    fn format_ext(&self, tick: &f64) -> String {
        let place = self.ticks.iter().position(|other| other == tick);
        place.and_then(|place| self.labels.get(place)).cloned().unwrap_or_default()
    }
}

impl Scale {
    /// Width of the widest label.
    pub fn widest(&self) -> i32 {
        self.labels.iter().map(|label| width(label, TYPE)).max().unwrap_or(0)
    }
}

/// Whether the point can be drawn at all.
pub(super) fn drawable(point: &Point, axis: &Axis) -> bool {
    let most = if matches!(axis, Axis::Years) { 9999.0 } else { HUGEST };
    point.x.abs() <= most && point.y.abs() <= HUGEST && axis.name(point.x).is_some()
}

/// The ends of the point's uncertainty in ascending order, if both are known and drawable.
pub(super) fn band(point: &Point) -> Option<(f64, f64)> {
    let (low, high) = (point.low?, point.high?);
    (low.abs() <= HUGEST && high.abs() <= HUGEST).then_some((low.min(high), low.max(high)))
}

/// Where the point's lying bar begins.
pub(super) fn begin(point: &Point) -> f64 {
    point.from.filter(|from| from.abs() <= HUGEST).unwrap_or(0.0)
}

/// Whether the series is drawn from zero.
pub(super) fn from_zero(axes: &Axes, series: &Series) -> bool {
    axes.lying || series.form == Form::Columns
}

/// The x-axis, across `room`.
pub(super) fn x_axis(axes: &Axes, points: &[&Point], room: i32) -> Scale {
    let first_and_last = ends(&mut points.iter().map(|point| point.x));
    match axes.x {
        Axis::Years => {
            let year = width("2000", TYPE) + BETWEEN_YEARS;
            let columns = axes.series.iter().any(|series| from_zero(axes, series));
            years(first_and_last, usize::try_from(room / year).unwrap_or(1), columns)
        }
        Axis::Numbers => fit_axis(first_and_last, MOST_DECIMALS, room),
        Axis::Named(names) => named(names, room),
    }
}

/// Whole years; `most` is how many of their labels fit side by side.
fn years(ends: Option<(f64, f64)>, most: usize, columns: bool) -> Scale {
    let (first, last) = ends.unwrap_or((0.0, 0.0));
    let (from, to) = (first.floor(), last.ceil());
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0]
        .into_iter()
        .find(|step| (to / step).floor() - (from / step).ceil() < most.max(1) as f64)
        .unwrap_or(10_000.0);
    let mut ticks = multiples(step, (from / step).ceil(), (to / step).floor());
    if ticks.is_empty() {
        ticks.push(from);
    }
    // Markers at either end need a little room, columns half a year; a single year stands in the middle.
    let air = if first == last || columns { 0.5 } else { (last - first) * 0.035 };
    let labels = ticks.iter().map(|year| fixed(*year, 0).replace('-', "−")).collect();
    Scale { low: from.min(first - air), high: to.max(last + air), ticks, labels }
}

/// Names side by side, each in the middle of its room. Where there is too little, a few names are
/// shortened; of many, only every second or third is written.
fn named(names: &[String], room: i32) -> Scale {
    let count = names.len().max(1) as i32;
    let (each, most) = (room / count, room / count + BEYOND);
    let widest = names.iter().map(|name| width(name, TYPE)).max().unwrap_or(0);
    let step = if count <= FEW_NAMES { 1 } else { (widest.min(most) + BETWEEN) / each.max(1) + 1 };
    let most = most.min(each * step - BETWEEN / 2);
    let labels = names.iter().step_by(step as usize).map(|name| shorten(name, TYPE, most)).collect();
    let ticks = (0..names.len()).step_by(step as usize).map(|place| place as f64).collect();
    Scale { low: -0.5, high: f64::from(count) - 0.5, ticks, labels }
}

/// An axis of numbers with as many lines as have room for their labels.
pub(super) fn fit_axis(ends: Option<(f64, f64)>, decimals: usize, room: i32) -> Scale {
    let mut spaces = MOST_SPACES;
    loop {
        let scale = numbers(ends, decimals, 0.0, spaces);
        if spaces == 1 || (scale.widest() + BETWEEN) * (scale.ticks.len() as i32 - 1) <= room {
            return scale;
        }
        spaces -= 1;
    }
}

/// All values of the points, their uncertainty and, if columns or bars begin there, zero: from the
/// least to the most.
pub(super) fn spread(axes: &Axes, points: &[&Point]) -> Option<(f64, f64)> {
    let bands = points.iter().filter_map(|point| band(point)).flat_map(|(low, high)| [low, high]);
    let zero = axes.series.iter().any(|series| from_zero(axes, series)).then_some(0.0);
    let begins = points.iter().filter(|_| axes.lying).map(|point| begin(point));
    ends(&mut points.iter().map(|point| point.y).chain(bands).chain(zero).chain(begins))
}

/// An axis of numbers with lines at round values, of which the outermost are its ends.
/// It need not begin at zero, since coefficients live in a narrow range, but never goes below zero
/// without cause. The share `air` is left free at both ends.
pub(super) fn numbers(ends: Option<(f64, f64)>, decimals: usize, air: f64, most_spaces: u8) -> Scale {
    let (low, high) = ends.unwrap_or((0.0, 1.0));
    let decimals = decimals.min(MOST_DECIMALS) as i32;
    let most = f64::from(most_spaces);
    let (from, to) = with_air(low, high, decimals, air);
    let (step, finest) = round_step(from, to, decimals, most);
    let (mut first, mut last) = ((from / step).floor(), (to / step).ceil());
    while last - first < FEWEST_SPACES.min(most) {
        last += 1.0;
        if last - first < FEWEST_SPACES.min(most) && (first > 0.0 || low < 0.0) {
            first -= 1.0;
        }
    }
    let (low, high) = (first * step, last * step);
    let ticks = multiples(step, first, last);
    let labels = tick_labels(&ticks, low.abs().max(high.abs()), finest);
    Scale { low, high, ticks, labels }
}

/// Ticks as text, all with as many decimals as their step needs.
fn tick_labels(ticks: &[f64], largest: f64, finest: i32) -> Vec<String> {
    let label = |tick: &f64| {
        if largest < EXPONENT_FROM {
            return fixed(*tick, usize::try_from(-finest).unwrap_or(0)).replace('-', "−");
        }
        let power = leading_power(*tick);
        let mantissa =
            fixed(*tick / power_of_ten(power), usize::try_from(power - finest).unwrap_or(0).min(15));
        format!("{mantissa}e{power}").replace('-', "−")
    };
    ticks.iter().map(label).collect()
}

fn ends(values: &mut dyn Iterator<Item = f64>) -> Option<(f64, f64)> {
    let first = values.next()?;
    let mut ends = (first, first);
    for value in values {
        ends = (ends.0.min(value), ends.1.max(value));
    }
    Some(ends)
}

fn with_air(low: f64, high: f64, decimals: i32, air: f64) -> (f64, f64) {
    let size = low.abs().max(high.abs());
    let span = high - low;
    let alone = span <= size * SAME;
    let air = if alone { (size * AIR_ALONE).max(power_of_ten(-decimals)) } else { span * air };
    let from = if low >= 0.0 { (low - air).max(0.0) } else { low - air };
    let to = if high <= 0.0 { (high + air).min(0.0) } else { high + air };
    // At zero itself both ends may have met.
    if from < to { (from, to) } else { (from, from + air) }
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that divides the range into few enough spaces,
/// and that is written with at most `decimals` decimals; with the power of ten of its last digit.
fn round_step(from: f64, to: f64, decimals: i32, most: f64) -> (f64, i32) {
    let span = to - from;
    let smallest = leading_power(span / most);
    (smallest..=smallest + 2)
        .flat_map(|power| [(1.0, power), (2.0, power), (2.5, power - 1), (5.0, power)])
        .filter(|(_, finest)| *finest >= -decimals)
        .map(|(digit, finest)| (digit * power_of_ten(finest + i32::from(digit == 2.5)), finest))
        .find(|(step, _)| (to / step).ceil() - (from / step).floor() <= most)
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
        numbers(ends(&mut values_on_axis.iter().copied()), decimals, AIR, MOST_SPACES).labels
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
        let ticks = |first, last, most| years(Some((first, last)), most, false).ticks;
        assert_eq!(ticks(2012.0, 2030.0, 30).len(), 19);
        assert_eq!(ticks(2012.0, 2030.0, 6), [2015.0, 2020.0, 2025.0, 2030.0]);
        assert_eq!(ticks(2013.0, 2015.0, 1), [2014.0]);
        assert_eq!(ticks(2012.0, 2012.0, 8), [2012.0]);
    }

    #[test]
    fn names_are_thinned_when_short_and_shortened_when_long() {
        let months: Vec<String> = (1..=12).map(|month| format!("{month}月")).collect();
        assert_eq!(named(&months, 6000).labels.len(), 12);
        assert_eq!(named(&months, 3000).labels, ["1月", "3月", "5月", "7月", "9月", "11月"]);
        let stages = ["播种—越冬", "越冬—返青", "返青—拔节", "拔节—抽穗"].map(str::to_string);
        assert_eq!(named(&stages, 2400).labels[2], "返青—拔…");
    }

    #[test]
    fn lines_of_an_axis_leave_room_for_their_labels() {
        assert_eq!(fit_axis(Some((0.0, 38.5)), 9, 6000).labels, ["0", "10", "20", "30", "40"]);
        assert_eq!(fit_axis(Some((0.0, 1_234_567.0)), 0, 800).labels, ["0", "2000000"]);
    }
}
