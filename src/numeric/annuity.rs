//! 年金, equal yearly payments: the share of a sum that pays it back with interest, and the interest that a share comes to.

/// So close to no interest the two first terms of the series are exact, and the quotient itself is lost to rounding.
const NEAR_ZERO: f64 = 1e-9;

/// Newton's steps from above run down to the root without passing it; many more than any share needs.
const STEPS: usize = 500;

/// The capital recovery factor i / (1 − (1 + i)⁻ⁿ) with its slopes along i and along n.
fn recovery(rate: f64, years: f64) -> [f64; 3] {
    if (rate * years).abs() < NEAR_ZERO {
        let slope = (years + 1.0) / (2.0 * years);
        return [1.0 / years + slope * rate, slope, -1.0 / (years * years)];
    }
    let growth = libm::log1p(rate);
    let repaid = -libm::expm1(-years * growth);
    let left = 1.0 - repaid;
    [
        rate / repaid,
        (repaid - rate * years * left / (1.0 + rate)) / (repaid * repaid),
        -rate * left * growth / (repaid * repaid),
    ]
}

/// The yearly rate of interest at which a loan is paid back in so many years by so large a share of it every year;
/// NaN where there is none.
///
/// A share below 1/years pays back less than was lent: the rate is negative then.
///
/// ```
/// use water_ledger::numeric::annuity_rate;
/// assert!((annuity_rate(0.25, 10.0) - 0.214065).abs() < 5e-7);
/// assert!(annuity_rate(0.1, 10.0).abs() < 1e-15);
/// assert!(annuity_rate(0.0, 10.0).is_nan());
/// ```
pub fn annuity_rate(share: f64, years: f64) -> f64 {
    if !(share > 0.0 && share.is_finite() && years >= 1.0 && years.is_finite()) {
        return f64::NAN;
    }
    // The factor rises and bends upwards, and at a rate as large as the share it is larger than the share.
    let mut rate = share;
    for _ in 0..STEPS {
        let [factor, slope, _] = recovery(rate, years);
        let next = rate - (factor - share) / slope;
        if !(next < rate && next > -1.0) {
            break;
        }
        rate = next;
    }
    rate
}

/// The slopes of [`annuity_rate`] along the share and along the years, where it comes to `rate`.
pub fn annuity_rate_slopes(rate: f64, years: f64) -> (f64, f64) {
    let [_, by_rate, by_years] = recovery(rate, years);
    (1.0 / by_rate, -by_years / by_rate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_rate_gives_the_share_back(rate in -0.5..20.0f64, years in 1.0..80.0f64) {
            let [share, ..] = recovery(rate, years);
            prop_assume!(share > 1e-12);
            let found = annuity_rate(share, years);
            let [again, ..] = recovery(found, years);
            prop_assert!((again - share).abs() <= 1e-9 * share, "{found} {rate}");
        }

        #[test]
        fn no_share_makes_it_anything_but_a_rate_or_none(share in any::<f64>(), years in any::<f64>()) {
            let rate = annuity_rate(share, years);
            prop_assert!(rate.is_nan() || (rate > -1.0 && rate.is_finite()), "{rate}");
        }

        #[test]
        fn a_greater_share_is_a_greater_rate(share in 0.001..2.0f64, more in 0.001..1.0f64, years in 1.0..50.0f64) {
            prop_assert!(annuity_rate(share + more, years) > annuity_rate(share, years));
        }
    }
}
