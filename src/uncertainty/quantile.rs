//! 分位数, quantiles of the normal and of Student's t distribution.

use std::f64::consts::{FRAC_2_PI, SQRT_2};

/// Newton's way ends long before; a bound keeps it from turning on its last digit.
const ITERATIONS: usize = 100;

/// Above so many degrees of freedom an expansion about the normal quantile is exact to the last digits.
const MANY: u32 = 1000;

/// The probability that a normal variable of this mean and standard uncertainty is above zero; none where nothing is uncertain.
pub fn chance_above_zero(mean: f64, u: f64) -> Option<f64> {
    (u > 0.0).then(|| libm::erfc(-mean / u / SQRT_2) / 2.0)
}

/// The number that a standard normal variable does not exceed with probability p, 0 < p < 1.
///
/// ```
/// use water_ledger::{numeric::round, uncertainty::normal_quantile};
/// assert_eq!(round(normal_quantile(0.975), 6), 1.959964);
/// ```
pub fn normal_quantile(p: f64) -> f64 {
    if p > 0.5 {
        return -normal_quantile(1.0 - p);
    }
    // The logarithm of the distribution function is concave and this start lies below the answer, so Newton's steps
    // only ever rise towards it.
    let mut x = -(-2.0 * libm::log(p)).sqrt();
    for _ in 0..ITERATIONS {
        let below = libm::erfc(-x / SQRT_2) / 2.0;
        let density = libm::exp(-x * x / 2.0) / (2.0 * std::f64::consts::PI).sqrt();
        let step = (libm::log(p) - libm::log(below)) * below / density;
        let next = x + step;
        if !step.is_finite() || next <= x {
            break;
        }
        x = next;
    }
    x
}

/// The number that a variable of Student's t with ν degrees of freedom does not exceed with probability p, 0 < p < 1.
///
/// Ten digits and more hold for the probabilities of intervals, to 99.9 % and a little beyond.
///
/// ```
/// use water_ledger::{numeric::round, uncertainty::student_quantile};
/// assert_eq!(round(student_quantile(0.975, 2), 6), 4.302653);
/// ```
pub fn student_quantile(p: f64, nu: u32) -> f64 {
    if p < 0.5 {
        return -student_quantile(1.0 - p, nu);
    }
    let nu = nu.max(1);
    if nu > MANY {
        return expanded(normal_quantile(p), f64::from(nu));
    }
    // With t = √ν·tan θ the probability between −t and t is concave in θ, so Newton's steps from zero only ever rise.
    let (between, slope) = (2.0 * p - 1.0, 2.0 * density_at_zero(nu));
    let mut theta: f64 = 0.0;
    for _ in 0..ITERATIONS {
        let steepness = slope * libm::pow(libm::cos(theta), f64::from(nu - 1));
        let next = theta + (between - probability_within(theta, nu)) / steepness;
        if !next.is_finite() || next <= theta {
            break;
        }
        theta = next;
    }
    f64::from(nu).sqrt() * libm::tan(theta)
}

/// The probability between −t and t, a finite sum of positive terms (Abramowitz and Stegun 26.7.3, 26.7.4).
fn probability_within(theta: f64, nu: u32) -> f64 {
    let (sin, cos) = (libm::sin(theta), libm::cos(theta));
    let is_odd = nu % 2 == 1;
    let mut term = if is_odd { sin * cos } else { sin };
    let mut sum = 0.0;
    let mut power = if is_odd { 3 } else { 2 };
    while power <= nu {
        sum += term;
        term *= cos * cos * f64::from(power - 1) / f64::from(power);
        power += 2;
    }
    if is_odd { FRAC_2_PI * (theta + sum) } else { sum }
}

/// The slope of half that probability in θ at zero: Γ((ν + 1)/2) / (√π·Γ(ν/2)).
fn density_at_zero(nu: u32) -> f64 {
    let (start, mut value) = if nu % 2 == 1 { (1, FRAC_2_PI / 2.0) } else { (2, 0.5) };
    for step in (start..nu).step_by(2) {
        value *= f64::from(step + 1) / f64::from(step);
    }
    value
}

/// Fisher and Cornish's expansion of t about the normal quantile z (Abramowitz and Stegun 26.7.5).
fn expanded(z: f64, nu: f64) -> f64 {
    let q = z * z;
    let first = (q + 1.0) / 4.0;
    let second = ((5.0 * q + 16.0) * q + 3.0) / 96.0;
    let third = (((3.0 * q + 19.0) * q + 17.0) * q - 15.0) / 384.0;
    let fourth = ((((79.0 * q + 776.0) * q + 1482.0) * q - 1920.0) * q - 945.0) / 92160.0;
    z * (1.0 + (first + (second + (third + fourth / nu) / nu) / nu) / nu)
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

    const PROBABILITIES: [f64; 9] = [0.55, 0.75, 0.84134474606854, 0.9, 0.95, 0.975, 0.995, 0.99865, 0.9995];

    #[test]
    fn the_normal_quantile_is_exact_to_ten_digits_and_more() {
        let normal = Normal::standard();
        for p in PROBABILITIES {
            assert_near(normal_quantile(p), normal.inverse_cdf(p), 1e-12, p);
            assert_eq!(normal_quantile(1.0 - p), -normal_quantile(1.0 - (1.0 - p)), "{p}");
        }
        // Published to sixteen digits (Wichura 1988).
        assert_near(normal_quantile(0.25), -0.674_489_750_196_081_7, 1e-15, 0.25);
        assert_near(normal_quantile(0.001), -3.090_232_306_167_813_5, 1e-15, 0.001);
        assert_near(normal_quantile(1e-20), -9.262_340_089_798_407, 1e-15, 1e-20);
        assert!(normal_quantile(0.5).abs() < 1e-15);
    }

    #[test]
    fn the_student_quantile_is_exact_to_ten_digits_and_more() {
        for nu in [1, 2, 3, 4, 5, 7, 8, 10, 16, 25, 50, 99, 100, 500, 1000, 1001] {
            let student = StudentsT::new(0.0, 1.0, f64::from(nu)).expect("ν above zero");
            for p in PROBABILITIES {
                let q = student_quantile(p, nu);
                let back = student.cdf(q);
                assert!((back - p).abs() <= 1e-12, "{p} {nu}: {q} gives {back}");
            }
        }
        // Worked out with forty digits.
        for (p, nu, q) in [
            (0.975, 5, 2.570_581_835_636_314_8),
            (0.995, 16, 2.920_781_622_425_099_6),
            (0.99865, 50, 3.157_121_316_107_575),
            (0.95, 999, 1.646_380_345_427_535_2),
            (0.55, 100_000, 0.12566166596959206),
            (0.975, 1001, 1.962_336_705_280_879_5),
        ] {
            assert_near(student_quantile(p, nu), q, 1e-12, p);
        }
    }

    #[test]
    fn the_closed_forms_of_few_degrees_of_freedom_hold() {
        for p in PROBABILITIES {
            let a = 2.0 * p - 1.0;
            assert_near(student_quantile(p, 1), (std::f64::consts::FRAC_PI_2 * a).tan(), 1e-10, p);
            assert_near(student_quantile(p, 2), a * (2.0 / (1.0 - a * a)).sqrt(), 1e-10, p);
        }
    }

    #[test]
    fn the_two_ways_meet_where_one_takes_over() {
        for p in PROBABILITIES {
            let by_sum = student_quantile(p, MANY);
            assert_near(expanded(normal_quantile(p), f64::from(MANY)), by_sum, 1e-12, p);
        }
    }

    fn assert_near(found: f64, expected: f64, relative: f64, place: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{place}: {found} {expected}");
    }
}
