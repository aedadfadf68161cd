//! Laws of trends: what shifting, scaling, turning and shuffling a series does to them.

use proptest::prelude::*;
use water_ledger::metric::Metric;
use water_ledger::trend::{
    Counts, EqualValues, MannKendallP, MannKendallS, MannKendallVariance, MannKendallZ, OneAndAll,
    SAndVariance, SenProjection, SenSlope, SlopeToYear, StandardisedS, YearsAndValues,
};

/// Years without repetition, out of order, each with a value of few digits, so that equal values occur.
fn any_series() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let years = prop::collection::hash_set(1950..2100i32, 4..25);
    years.prop_flat_map(|years| {
        let values = prop::collection::vec(-50..50i32, years.len());
        values.prop_map(move |values| {
            let pairs = years.iter().zip(&values);
            pairs.map(|(year, value)| (f64::from(*year), f64::from(*value) / 4.0)).collect()
        })
    })
}

fn slope(points: &[(f64, f64)]) -> f64 {
    SenSlope::formula(&series(points))
}

fn s(points: &[(f64, f64)]) -> f64 {
    MannKendallS::formula(&series(points))
}

fn series(points: &[(f64, f64)]) -> YearsAndValues<f64> {
    let (years, values) = points.iter().copied().unzip();
    YearsAndValues { years, values }
}

fn variance(points: &[(f64, f64)]) -> f64 {
    let values: Vec<f64> = points.iter().map(|(_, value)| *value).collect();
    let equals = |value: &f64| EqualValues::formula(&OneAndAll { value: *value, values: values.clone() });
    MannKendallVariance::formula(&Counts { equals: values.iter().map(equals).collect() })
}

fn moved(points: &[(f64, f64)], change: impl Fn(f64, f64) -> (f64, f64)) -> Vec<(f64, f64)> {
    points.iter().map(|(year, value)| change(*year, *value)).collect()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

proptest! {
    #[test]
    fn a_shift_changes_nothing_and_a_scale_the_slope_alone(
        points in any_series(),
        shift in -100..100i32,
        times in 1..20i32,
        years in 1..500i32,
    ) {
        let [shift, times, years] = [shift, times, years].map(f64::from);
        let shifted = moved(&points, |year, value| (year + years, value + shift));
        let scaled = moved(&points, |year, value| (year, value * times));
        prop_assert!(near(slope(&shifted), slope(&points)));
        prop_assert!(near(slope(&scaled), times * slope(&points)));
        for other in [shifted, scaled] {
            prop_assert_eq!(s(&other), s(&points));
            prop_assert_eq!(variance(&other), variance(&points));
        }
    }

    #[test]
    fn turning_time_or_values_about_turns_the_sign(points in any_series()) {
        for turned in [
            moved(&points, |year, value| (4000.0 - year, value)),
            moved(&points, |year, value| (year, -value)),
        ] {
            prop_assert!(near(slope(&turned), -slope(&points)));
            prop_assert_eq!(s(&turned), -s(&points));
            prop_assert_eq!(variance(&turned), variance(&points));
        }
    }

    #[test]
    fn the_order_of_entry_does_not_matter(points in any_series(), seed in any::<prop::sample::Index>()) {
        let mut turned = points.clone();
        turned.rotate_left(seed.index(points.len()));
        turned.swap(0, points.len() - 1);
        prop_assert!(near(slope(&turned), slope(&points)));
        prop_assert_eq!(s(&turned), s(&points));
        prop_assert_eq!(variance(&turned), variance(&points));
    }

    #[test]
    fn the_variance_is_that_of_the_groups_of_equals(points in any_series()) {
        let mut values: Vec<f64> = points.iter().map(|(_, value)| *value).collect();
        values.sort_by(f64::total_cmp);
        let of = |count: usize| (count * (count - 1) * (2 * count + 5)) as f64;
        let groups: f64 = values.chunk_by(|a, b| a == b).map(|group| of(group.len())).sum();
        prop_assert_eq!(variance(&points), (of(values.len()) - groups) / 18.0);
        prop_assert!(variance(&points) >= 1.0 || s(&points) == 0.0);
    }

    #[test]
    fn a_line_gives_its_slope_its_later_years_and_no_doubt(
        start in -1e3..1e3f64,
        step in prop_oneof![-5.0..-0.001f64, 0.001..5.0f64],
        count in 10..30usize,
        ahead in 1..30usize,
    ) {
        let points: Vec<(f64, f64)> =
            (0..count).map(|index| (2000.0 + index as f64, start + step * index as f64)).collect();
        prop_assert!(near(slope(&points), step));
        let (statistic, variance) = (s(&points), variance(&points));
        prop_assert_eq!(statistic.abs(), (count * (count - 1) / 2) as f64);
        prop_assert_eq!(statistic > 0.0, step > 0.0);
        let z = MannKendallZ::formula(&SAndVariance { s: statistic, variance });
        let p = MannKendallP::formula(&StandardisedS { z });
        prop_assert!(p < 1e-4);
        let YearsAndValues { years, values } = series(&points);
        let year = years[count - 1] + ahead as f64;
        let projected = SenProjection::formula(&SlopeToYear { years, values, slope: slope(&points), year });
        prop_assert!((projected - (start + step * (count - 1 + ahead) as f64)).abs() < 1e-8);
    }

    #[test]
    fn half_the_pairs_rise_faster_than_sens_slope(points in any_series()) {
        let beta = slope(&points);
        let (mut above, mut below) = (0, 0);
        for (index, (year, value)) in points.iter().enumerate() {
            for (later, other) in &points[index + 1..] {
                let pair = (other - value) / (later - year);
                above += usize::from(pair > beta + 1e-12);
                below += usize::from(pair < beta - 1e-12);
            }
        }
        let pairs = points.len() * (points.len() - 1) / 2;
        prop_assert!(above <= pairs / 2 && below <= pairs / 2, "{above} {below} of {pairs}");
    }
}
