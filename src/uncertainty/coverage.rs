//! 包含区间, where the truth lies with a chosen probability, and whether the first order is good enough to say so.

use serde::{Deserialize, Serialize};

use super::Distribution;
use super::quantile::{normal_quantile, student_quantile};
use crate::metric::Figure;
use crate::numeric::{leading_power, power_of_ten, significant};

/// Two ends.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// A probability to be within an interval: above 0, below 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Probability(f64);

impl Probability {
    /// 95 %, what reports use unless they say otherwise.
    pub const P95: Probability = Probability(0.95);

    /// 99 %
    pub const P99: Probability = Probability(0.99);

    /// Any other; `None` unless it lies above 0 and below 1.
    pub fn new(value: f64) -> Option<Probability> {
        (value > 0.0 && value < 1.0).then_some(Probability(value))
    }

    /// The number.
    pub fn value(self) -> f64 {
        self.0
    }
}

/// 包含因子 k, how many standard uncertainties reach to either end, with ν degrees of freedom or with infinitely many.
///
/// ```
/// use water_ledger::{numeric::round, uncertainty::{Probability, coverage_factor}};
/// assert_eq!(round(coverage_factor(Probability::P99, Some(16)), 2), 2.92);
/// assert_eq!(round(coverage_factor(Probability::P95, None), 2), 1.96);
/// ```
pub fn coverage_factor(probability: Probability, nu: Option<u32>) -> f64 {
    let upper = (1.0 + probability.value()) / 2.0;
    match nu {
        Some(nu) => student_quantile(upper, nu),
        None => normal_quantile(upper),
    }
}

/// 有效自由度 (Welch–Satterthwaite, GUM G.4): ν = u⁴ / Σ (uᵢ⁴ / νᵢ), cut down to a whole number; `None` for infinitely many.
///
/// A contribution is sensitivity × standard uncertainty, with its degrees of freedom where they are not infinite.
///
/// ```
/// use water_ledger::uncertainty::effective_degrees_of_freedom;
/// let end_gauge = [(25.0, Some(18.0)), (9.7, Some(25.6)), (2.887, Some(50.0)), (16.599, Some(2.0))];
/// assert_eq!(effective_degrees_of_freedom(&end_gauge), Some(16));
/// ```
pub fn effective_degrees_of_freedom(contributions: &[(f64, Option<f64>)]) -> Option<u32> {
    // In shares of the greatest: tiny and huge figures would not survive their fourth powers.
    let greatest = contributions.iter().map(|(amount, _)| amount.abs()).fold(0.0, f64::max);
    let square = |amount: f64| (amount / greatest) * (amount / greatest);
    let variance: f64 = contributions.iter().map(|(amount, _)| square(*amount)).sum();
    let share = |amount: f64| square(amount) / variance;
    let parts = contributions.iter().filter_map(|(amount, nu)| nu.map(|nu| share(*amount).powi(2) / nu));
    let inverse: f64 = parts.sum();
    (inverse > 1.0 / f64::from(u32::MAX)).then(|| ((1.0 / inverse) as u32).max(1))
}

/// Where a figure lies by first order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coverage {
    /// 包含因子
    pub k: f64,
    /// The ends, value ∓ k·u.
    pub interval: Interval,
    /// Effective degrees of freedom; `None` when there are infinitely many.
    pub nu: Option<u32>,
}

impl Coverage {
    /// The coverage of a figure. Shapes are given by typed number where they are not normal; Student's t brings its degrees of
    /// freedom.
    pub fn of(figure: &Figure, shapes: &[(u64, Distribution)], probability: Probability) -> Coverage {
        let nu_of = |input_id: u64| {
            let (_, shape) = shapes.iter().find(|(known, _)| *known == input_id)?;
            shape.degrees_of_freedom()
        };
        let contributions: Vec<(f64, Option<f64>)> =
            figure.contributions().iter().map(|part| (part.amount, nu_of(part.input_id))).collect();
        let nu = effective_degrees_of_freedom(&contributions);
        let k = coverage_factor(probability, nu);
        let reach = k * figure.u();
        Coverage { k, interval: Interval { low: figure.value() - reach, high: figure.value() + reach }, nu }
    }
}

/// 验证 (JCGM 101, clause 8): whether the first order's interval is that of the draws, as far as u is worth stating.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Validation {
    /// Both ends agree within the tolerance.
    Agrees(Comparison),
    /// One end or both do not: the draws are to be used.
    Differs(Comparison),
}

/// How far the ends of two intervals stand apart, and how far they may.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// δ, half a unit of the last digit of u that is stated.
    pub tolerance: f64,
    /// How far apart the lower ends are.
    pub low: f64,
    /// How far apart the upper ends are.
    pub high: f64,
}

impl Validation {
    /// Compares the ends, u taken with so many significant digits: one as a rule, two where more is at stake.
    ///
    /// ```
    /// use water_ledger::uncertainty::{Interval, Validation};
    /// let (first_order, draws) = (Interval { low: -19.9, high: 19.9 }, Interval { low: -17.0, high: 17.0 });
    /// assert!(matches!(Validation::of(first_order, draws, 10.1, 2), Validation::Differs(_)));
    /// ```
    pub fn of(first_order: Interval, draws: Interval, u: f64, digits: u32) -> Validation {
        let last = leading_power(significant(u, digits)) - (digits as i32 - 1);
        let comparison = Comparison {
            tolerance: 0.5 * power_of_ten(last),
            low: (first_order.low - draws.low).abs(),
            high: (first_order.high - draws.high).abs(),
        };
        if comparison.low <= comparison.tolerance && comparison.high <= comparison.tolerance {
            Validation::Agrees(comparison)
        } else {
            Validation::Differs(comparison)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tolerance_is_half_a_unit_of_the_last_digit_of_u() {
        let same = Interval { low: 0.0, high: 0.0 };
        for (u, digits, tolerance) in [
            (0.00035, 2, 0.000005),
            (0.00035, 1, 0.00005),
            (2.0, 1, 0.5),
            (10.1, 1, 5.0),
            (9.96, 2, 0.5),
            (9.4, 2, 0.05),
        ] {
            let Validation::Agrees(comparison) = Validation::of(same, same, u, digits) else {
                panic!("{u}: an interval agrees with itself");
            };
            assert!((comparison.tolerance / tolerance - 1.0).abs() < 1e-12, "{u} {digits}: {comparison:?}");
        }
    }

    #[test]
    fn degrees_of_freedom_are_cut_and_never_none_at_all() {
        assert_eq!(effective_degrees_of_freedom(&[(3.0, None)]), None);
        assert_eq!(effective_degrees_of_freedom(&[]), None);
        assert_eq!(effective_degrees_of_freedom(&[(3.0, Some(4.0))]), Some(4));
        assert_eq!(effective_degrees_of_freedom(&[(1.0, Some(4.0)), (1.0, Some(5.0))]), Some(8));
        assert_eq!(effective_degrees_of_freedom(&[(1e-200, Some(4.0)), (1e-200, Some(5.0))]), Some(8));
        assert_eq!(effective_degrees_of_freedom(&[(1.0, Some(0.5))]), Some(1));
    }
}
