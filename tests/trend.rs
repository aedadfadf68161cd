//! Series worked out as far as they allow, and series with equal values.

use water_ledger::metric::{Figure, InputQuantity, Metric};
use water_ledger::quantity::{Quantity, Unit};
use water_ledger::text::{Language, Words};
use water_ledger::trend::{SenSlope, SeriesLength, YearsAndValues, compute_trend, project};

fn figure(id: usize, value: f64, unit: Unit) -> Figure {
    let input_quantity =
        InputQuantity { id: id as u64, label: String::new(), name: Words::new("录入", "typed") };
    Figure::typed(Quantity::new(value, unit), 0.0, input_quantity)
}

fn series(years: impl IntoIterator<Item = i32>, values: &[f64], unit: Unit) -> YearsAndValues<Figure> {
    let years = years.into_iter().zip(values).enumerate();
    YearsAndValues {
        years: years.map(|(index, (year, _))| figure(index, f64::from(year), Unit::One)).collect(),
        values: values.iter().enumerate().map(|(index, value)| figure(100 + index, *value, unit)).collect(),
    }
}

/// Ten years without equal values or equal slopes about the middle; Sen's slope 0.04, V 125.
const TEN: [f64; 10] = [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69];

#[test]
fn a_series_says_no_more_than_its_length_allows() {
    for (count, length, has_slope, has_test, has_interval) in [
        (0, SeriesLength::NoSlope, false, false, false),
        (1, SeriesLength::NoSlope, false, false, false),
        (2, SeriesLength::NoTest, true, false, false),
        (3, SeriesLength::NoTest, true, false, false),
        (4, SeriesLength::Rough, true, true, false),
        (5, SeriesLength::Rough, true, true, false),
        (6, SeriesLength::Rough, true, true, true),
        (9, SeriesLength::Rough, true, true, true),
        (10, SeriesLength::Sound, true, true, true),
    ] {
        let figures = compute_trend(&series(2011.., &TEN[..count], Unit::CubicMetrePerMu));
        assert_eq!(figures.length, length, "{count}");
        assert_eq!(figures.slope.is_some(), has_slope, "{count}");
        assert_eq!(figures.test.is_some(), has_test, "{count}");
        assert_eq!(figures.interval.is_some(), has_interval, "{count}");
        assert!(figures.faults.is_empty(), "{count}: {:?}", figures.faults);
        let message = figures.length.message();
        assert_eq!(message.is_none(), length == SeriesLength::Sound, "{count}");
        for language in Language::ALL {
            assert!(message.as_ref().is_none_or(|message| !message.say(language).is_empty()));
        }
    }
}

#[test]
fn the_interval_is_that_of_the_ranks() {
    let figures = compute_trend(&series(2001.., &TEN, Unit::CubicMetrePerMu));
    let interval = figures.interval.expect("ten years");
    // Ranks (45 ∓ 1.96·√125) / 2, the upper one and one more, between neighbouring slopes; by a second program.
    assert!((interval.low - -0.260_652_714_889_192_5).abs() < 1e-12, "{interval:?}");
    assert!((interval.high - 0.251_413_293_930_181_97).abs() < 1e-12, "{interval:?}");
    let slope = figures.slope.expect("ten years");
    assert_eq!(slope.quantity().unit, Unit::PerYear);
    assert!((slope.value() - 0.04).abs() < 1e-12);
}

#[test]
fn a_projection_keeps_the_unit_and_carries_the_slopes_interval() {
    let series = series(1.., &TEN, Unit::CubicMetrePerMu);
    let figures = compute_trend(&series);
    let projected =
        project(&series, &figures, figure(500, 15.0, Unit::One)).expect("a slope").expect("a year");
    assert_eq!(projected.value.quantity().unit, Unit::CubicMetrePerMu);
    assert!((projected.value.value() - 4.89).abs() < 1e-12);
    let interval = projected.interval.expect("ten years");
    assert!(interval.low < 4.89 && 4.89 < interval.high, "{interval:?}");
    let fault =
        project(&series, &figures, figure(500, -5.0, Unit::One)).expect("a slope").expect_err("no year");
    assert_eq!(fault.code(), "not_positive");
    let short = compute_trend(&self::series(1.., &TEN[..1], Unit::CubicMetrePerMu));
    assert!(project(&series, &short, figure(500, 15.0, Unit::One)).is_none());
}

#[test]
fn values_of_one_kind_in_two_units_are_brought_to_the_first() {
    let mut mixed = series(1.., &TEN, Unit::HundredMillionCubicMetres);
    let last = mixed.values.pop().expect("ten").quantity();
    let same = last.to(Unit::TenThousandCubicMetres).expect("a volume");
    mixed.values.push(figure(900, same.value, same.unit));
    let (one, other) =
        (compute_trend(&mixed), compute_trend(&series(1.., &TEN, Unit::HundredMillionCubicMetres)));
    let value = |figure: &Option<Figure>| figure.as_ref().map(Figure::value);
    assert_eq!(value(&one.slope), value(&other.slope));
    assert_eq!(one.interval, other.interval);
}

#[test]
fn what_is_refused_is_said_once() {
    let mut twice = series([2001, 2002, 2002, 2004, 2005], &TEN[..5], Unit::CubicMetre);
    assert_eq!(
        compute_trend(&twice).faults.iter().map(|fault| fault.code()).collect::<Vec<_>>(),
        ["year_twice"]
    );
    twice.years.pop();
    assert_eq!(
        compute_trend(&twice).faults.iter().map(|fault| fault.code()).collect::<Vec<_>>(),
        ["lengths_differ"]
    );
}

#[test]
fn equal_values_count_neither_way_and_lessen_the_variance() {
    // Wisconsin Administrative Code NR 746, table A, prints S = −5; Z and p by a second program.
    let test =
        compute_trend(&series(1.., &[100.0, 50.0, 85.0, 75.0, 50.0], Unit::One)).test.expect("five years");
    let values = [&test.s, &test.variance, &test.z, &test.p].map(Figure::value);
    let expected = [-5.0, (300.0 - 18.0) / 18.0, -1.010_582_305_279_822_8, 0.312_216_388_343_319_33];
    for (found, expected) in values.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-12, "{found}, expected {expected}");
    }
}

#[test]
fn a_series_that_never_moves_has_no_trend() {
    let figures = compute_trend(&series(2011.., &[0.55; 12], Unit::One));
    let test = figures.test.expect("twelve years");
    let values = [&test.s, &test.variance, &test.z, &test.p].map(Figure::value);
    assert_eq!(values, [0.0, 0.0, 0.0, 1.0]);
    assert_eq!(figures.slope.expect("twelve years").value(), 0.0);
    let slope =
        SenSlope::formula(&YearsAndValues { years: vec![1.0, 2.0, 3.0], values: vec![5.0, 5.0, 6.0] });
    assert_eq!(slope, 0.5);
}
