//! 趋势斜率, the slope of a series, where it leads, and the slope that a target needs.

use super::sources;
use crate::metric::{Fault, Figure, Number, in_unit, metric, shared};
use crate::quantity::{Quantity, Unit};
use crate::text::{Key, Words};

metric! {
    /// 森斜率, Sen's slope: the change by the year that half of all pairs of years exceed.
    ///
    /// # Formula
    /// β = median((xⱼ − xᵢ) / (tⱼ − tᵢ))
    ///
    /// # Symbols
    /// - The median is that of all pairs i < j.
    ///
    /// # Source
    /// Sen, JASA 63 (1968); Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987) · 1987 ·
    /// 217–218; verified (secondary). The years must differ; two are the least.
    ///
    /// # Example
    /// 西双版纳州 2013–2015, slopes 0.0090, 0.0144 and 0.0117:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, trend::{SenSlope, YearsAndValues}};
    /// let (years, values) = (vec![2013.0, 2014.0, 2015.0], vec![0.5321, 0.5411, 0.5555]);
    /// assert_eq!(round(SenSlope::formula(&YearsAndValues { years, values }), 4), 0.0117);
    /// ```
    SenSlope("trend.sen_slope", "森斜率", "Sen's slope")
    from YearsAndValues {
        list years "t" "年份" "years" = in_unit(Unit::One).above(0.0).at_most(9999.0);
        list values "x" "各年数值" "value of each year" = shared();
    }
    gives "β" shared per year, 3 significant;
    source sources::SEN;
    check |x| check_series(x, 2, Fault::rule("years", "too_few_points", Key::FaultTooFewForSlope));
    formula |x, n| Number::median(pair_slopes(x))
}

metric! {
    /// 趋势外推值, the value of a later or earlier year on the line through the series.
    ///
    /// # Formula
    /// X = median(xᵢ + β·(T − tᵢ))
    ///
    /// # Symbols
    /// - The same as the median intercept plus β·T.
    ///
    /// # Source
    /// Sen, JASA 63 (1968); Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987) · 1987 ·
    /// 217–218; verified (secondary). The intercept is the median of xᵢ − β·tᵢ. A line is a description of the years
    /// that were measured; how far it holds beyond them no formula knows.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, trend::{SenProjection, SlopeToYear}};
    /// let series = SlopeToYear { years: vec![1.0, 2.0, 4.0], values: vec![10.0, 12.0, 15.0], slope: 2.0, year: 6.0 };
    /// assert_eq!(SenProjection::formula(&series), 20.0);
    /// ```
    SenProjection("trend.projection", "趋势外推值", "Projected value")
    from SlopeToYear {
        list years "t" "年份" "years" = in_unit(Unit::One).above(0.0).at_most(9999.0);
        list values "x" "各年数值" "value of each year" = shared();
        number slope "β" "斜率" "slope by the year" = in_unit(Unit::PerYear);
        number year "T" "目标年" "target year" = in_unit(Unit::One).above(0.0).at_most(9999.0);
    }
    gives "X" shared, 4 significant;
    source sources::SEN;
    check |x| check_lengths(&x.years, &x.values);
    formula |x, n| {
        let pairs = x.years.iter().zip(&x.values);
        Number::median(pairs.map(|(year, value)| *value + x.slope * (x.year - *year)).collect())
    }
}

metric! {
    /// 达标所需年变化, the change by the year that reaches a target in its year.
    ///
    /// # Formula
    /// b = (Xt − x) / (T − t)
    ///
    /// # Source
    /// Even shares by year; verified. The target year comes after the year of the value.
    ///
    /// # Example
    /// From 0.572 in 2022 to 0.58 in 2025:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, trend::{LastAndTarget, NeededPerYear}};
    /// let way = LastAndTarget { year: 2022.0, value: 0.572, target_year: 2025.0, target: 0.58 };
    /// assert_eq!(round(NeededPerYear::formula(&way), 5), 0.00267);
    /// ```
    NeededPerYear("trend.needed_per_year", "达标所需年变化", "Change needed by the year")
    from LastAndTarget {
        number year "t" "现状年" "year of the value" = in_unit(Unit::One).above(0.0).at_most(9999.0);
        number value "x" "现状值" "value now" = shared();
        number target_year "T" "目标年" "target year" = in_unit(Unit::One).above(0.0).at_most(9999.0);
        number target "Xt" "目标值" "target" = shared();
    }
    gives "b" shared per year, 3 significant;
    source sources::ARITHMETIC;
    check |x| {
        if x.target_year > x.year {
            Ok(())
        } else {
            Err(Fault::rule("target_year", "target_year_not_later", Key::FaultTargetYearNotLater))
        }
    };
    formula |x, n| (x.target - x.value) / (x.target_year - x.year)
}

/// The slope between every two years.
pub(super) fn pair_slopes<N: Number>(series: &YearsAndValues<N>) -> Vec<N> {
    let points: Vec<(N, N)> = series.years.iter().copied().zip(series.values.iter().copied()).collect();
    let later = |first: usize| points[first + 1..].iter().map(move |point| (first, *point));
    let slope = |(first, (year, value)): (usize, (N, N))| {
        let (first_year, first_value) = points[first];
        (value - first_value) / (year - first_year)
    };
    (0..points.len()).flat_map(later).map(slope).collect()
}

/// Whether there is one value for each year, no year twice, and at least so many of them.
pub(super) fn check_series(series: &YearsAndValues<f64>, least: usize, too_few: Fault) -> Result<(), Fault> {
    check_lengths(&series.years, &series.values)?;
    let mut years = series.years.clone();
    years.sort_by(f64::total_cmp);
    if years.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Fault::rule("years", "year_twice", Key::FaultYearTwice));
    }
    if years.len() < least { Err(too_few) } else { Ok(()) }
}

fn check_lengths(years: &[f64], values: &[f64]) -> Result<(), Fault> {
    if years.len() == values.len() {
        Ok(())
    } else {
        Err(Fault::rule("values", "lengths_differ", Key::FaultLengthsDiffer))
    }
}

/// A year as a figure.
pub fn year_figure(year: i32) -> Figure {
    Figure::reference(
        Quantity::new(f64::from(year), Unit::One),
        Words::new("年份", "Year"),
        sources::CALENDAR,
    )
}
