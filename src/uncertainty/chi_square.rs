//! χ² 分布, the chi-square distribution.

/// More terms than any tail takes that is not zero.
const TERMS: usize = 10_000;

/// The chance that a χ² variable with so many degrees of freedom exceeds a value: Q(ν/2, χ²/2), the upper incomplete gamma
/// function ÷ Γ(ν/2). With no degree of freedom nothing exceeds zero.
///
/// By the series of the lower function or by the continued fraction of the upper, whichever converges (Abramowitz and
/// Stegun 6.5.29, 6.5.31), to ten digits and more.
///
/// ```
/// use water_ledger::{numeric::round, uncertainty::chi_square_tail};
/// assert_eq!(round(chi_square_tail(5.991465, 2), 6), 0.05);
/// ```
pub fn chi_square_tail(chi_square: f64, degrees_of_freedom: usize) -> f64 {
    let (a, x) = (degrees_of_freedom as f64 / 2.0, chi_square / 2.0);
    if x <= 0.0 || x.is_nan() {
        return if degrees_of_freedom == 0 { 0.0 } else { 1.0 };
    }
    if degrees_of_freedom == 0 {
        return 0.0;
    }
    let front = libm::exp(a * libm::log(x) - x - libm::lgamma(a));
    let tail = if x < a + 1.0 { 1.0 - front * series(a, x) } else { front * fraction(a, x) };
    tail.clamp(0.0, 1.0)
}

/// Σ xⁿ / (a·(a + 1)·…·(a + n)).
fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum) = (1.0 / a, 1.0 / a);
    for n in 1..TERMS {
        term *= x / (a + n as f64);
        sum += term;
        if term < sum * f64::EPSILON {
            break;
        }
    }
    sum
}

/// 1 / (x + 1 − a − 1·(1 − a) / (x + 3 − a − 2·(2 − a) / (x + 5 − a − …))), by the ratios of successive numerators and
/// denominators (Lentz).
fn fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let (mut c, mut d) = (f64::INFINITY, 1.0 / b);
    let mut value = d;
    for n in 1..TERMS {
        let n = n as f64;
        let step = n * (a - n);
        b += 2.0;
        d = 1.0 / (b + step * d);
        c = b + step / c;
        value *= c * d;
        if (c * d - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::function::gamma::gamma_ur;

    #[test]
    fn the_tail_is_exact_to_ten_digits() {
        for nu in [1, 2, 3, 4, 7, 10, 30, 99, 100, 500, 1000, 5000] {
            for share in [1e-6, 0.01, 0.3, 0.7, 0.95, 1.0, 1.05, 1.3, 2.0, 4.0] {
                let chi_square = share * nu as f64;
                let (found, expected) =
                    (chi_square_tail(chi_square, nu), gamma_ur(nu as f64 / 2.0, chi_square / 2.0));
                assert!(
                    (found - expected).abs() <= 1e-10 * expected + 1e-14,
                    "{nu} {chi_square}: {found} {expected}"
                );
            }
        }
    }

    #[test]
    fn closed_forms_and_ends_hold() {
        for x in [0.1, 1.0, 3.0, 10.0, 100.0, 1000.0] {
            let (one, two) = (libm::erfc((x / 2.0f64).sqrt()), libm::exp(-x / 2.0));
            assert!((chi_square_tail(x, 1) - one).abs() <= 1e-12 * one, "{x}");
            assert!((chi_square_tail(x, 2) - two).abs() <= 1e-12 * two, "{x}");
        }
        assert_eq!(
            (chi_square_tail(0.0, 3), chi_square_tail(0.0, 0), chi_square_tail(5.0, 0)),
            (1.0, 0.0, 0.0)
        );
        assert_eq!((chi_square_tail(f64::MAX, 3), chi_square_tail(1e-300, 5)), (0.0, 1.0));
    }
}
