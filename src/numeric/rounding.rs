//! 数值修约, rounding after GB/T 8170-2008.
//!
//! The standard rounds the *decimal* number that people see: a 5 followed by nothing but zeros goes to
//! the even digit, a 5 followed by anything else goes up, negative numbers are rounded by magnitude, and
//! it is done in one step.
//! Binary arithmetic gets this wrong (1.015 is stored a little low), so the work is done on the decimal
//! digits, of which a double carries fifteen.

use super::decimal::{Decimal, not_finite};

/// Rounds to `places` decimals (进舍规则, GB/T 8170-2008, 3.2); a negative count rounds to tens, hundreds ….
///
/// Valid range: any finite value; a value that is not finite comes back unchanged.
///
/// ```
/// use water_ledger::numeric::round;
/// assert_eq!(round(0.35, 1), 0.4);
/// assert_eq!(round(1.05, 1), 1.0);
/// assert_eq!(round(1.015, 2), 1.02);
/// assert_eq!(round(-35.5, 0), -36.0);
/// assert_eq!(round(1.0500001, 1), 1.1);
/// ```
pub fn round(value: f64, places: i32) -> f64 {
    round_scaled(value, places, 1)
}

/// Rounds to the half unit (0.5 单位修约, GB/T 8170-2008, 3.4.1): doubled, rounded, halved.
///
/// ```
/// use water_ledger::numeric::round_to_half;
/// assert_eq!(round_to_half(60.25, 0), 60.0);
/// assert_eq!(round_to_half(60.38, 0), 60.5);
/// assert_eq!(round_to_half(-60.75, 0), -61.0);
/// ```
pub fn round_to_half(value: f64, places: i32) -> f64 {
    round_scaled(value, places, 2)
}

/// Rounds to the fifth of a unit (0.2 单位修约, GB/T 8170-2008, 3.4.2): times five, rounded, divided by five.
///
/// ```
/// use water_ledger::numeric::round_to_fifth;
/// assert_eq!(round_to_fifth(830.0, -2), 840.0);
/// assert_eq!(round_to_fifth(842.0, -2), 840.0);
/// assert_eq!(round_to_fifth(-930.0, -2), -920.0);
/// ```
pub fn round_to_fifth(value: f64, places: i32) -> f64 {
    round_scaled(value, places, 5)
}

/// Rounds to `digits` significant digits (有效位数).
///
/// ```
/// use water_ledger::numeric::significant;
/// assert_eq!(significant(0.0123456, 3), 0.0123);
/// assert_eq!(significant(98765.0, 2), 99000.0);
/// ```
pub fn significant(value: f64, digits: u32) -> f64 {
    match Decimal::of(value) {
        Some(decimal) => round(value, digits as i32 - 1 - decimal.leading_power()),
        None => value,
    }
}

/// The rounded value as plain text with exactly `places` decimals and an ASCII minus; never an exponent.
///
/// ```
/// use water_ledger::numeric::fixed;
/// assert_eq!(fixed(0.53209720, 4), "0.5321");
/// assert_eq!(fixed(2.5, 0), "2");
/// assert_eq!(fixed(-0.04, 1), "0.0");
/// ```
pub fn fixed(value: f64, places: usize) -> String {
    let rounded = Decimal::of(value).map(|decimal| decimal.rounded(places as i32));
    match rounded.filter(|rounded| rounded.digits != 0) {
        Some(rounded) => rounded.text(places),
        None if value.is_finite() => Decimal { digits: 0, power: 0 }.text(places),
        None => not_finite(value).to_string(),
    }
}

fn round_scaled(value: f64, places: i32, parts: i64) -> f64 {
    let Some(decimal) = Decimal::of(value) else {
        return value;
    };
    let scaled = Decimal { digits: decimal.digits * parts, ..decimal };
    let rounded = scaled.rounded(places);
    if rounded == scaled {
        return value;
    }
    // Dividing the digits, not the double: 0.2 units of a rounded decimal are again decimal.
    match parts {
        1 => rounded.value(),
        2 => Decimal { digits: rounded.digits * 5, power: rounded.power - 1 }.value(),
        _ => Decimal { digits: rounded.digits * 2, power: rounded.power - 1 }.value(),
    }
}

impl Decimal {
    fn rounded(self, places: i32) -> Decimal {
        let dropped = -places - self.power;
        if dropped <= 0 {
            return self;
        }
        // Nineteen digits are more than any scaled mantissa has, so everything is dropped.
        let Some(unit) = 10_i64.checked_pow(dropped as u32) else {
            return Decimal { digits: 0, power: -places };
        };
        let (kept, rest) = (self.digits / unit, (self.digits % unit).abs());
        let up = match (rest * 2).cmp(&unit) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Equal => kept % 2 != 0,
        };
        Decimal { digits: kept + if up { self.digits.signum() } else { 0 }, power: -places }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn follows_the_examples_of_the_standard() {
        for (value, places, expected) in [
            (12.1498, 0, 12.0),
            (12.1498, 1, 12.1),
            (1268.0, -2, 1300.0),
            (10.5002, 0, 11.0),
            (1.050, 1, 1.0),
            (0.35, 1, 0.4),
            (2500.0, -3, 2000.0),
            (3500.0, -3, 4000.0),
            (-355.0, -1, -360.0),
            (-325.0, -1, -320.0),
            (-0.0365, 3, -0.036),
            (-12.1498, 0, -12.0),
            (-10.5002, 0, -11.0),
            (-1.051, 1, -1.1),
            (-2.5, 0, -2.0),
            (-3.5, 0, -4.0),
            (-0.6, 0, -1.0),
            (-9.96, 1, -10.0),
            (15.4546, 0, 15.0),
            (1.015, 2, 1.02),
            (2.675, 2, 2.68),
        ] {
            assert_eq!(round(value, places), expected, "{value} to {places}");
        }
    }

    #[test]
    fn half_and_fifth_units_follow_the_tables_of_the_standard() {
        for (value, expected) in [(60.25, 60.0), (60.38, 60.5), (60.28, 60.5), (-60.75, -61.0)] {
            assert_eq!(round_to_half(value, 0), expected, "{value}");
        }
        for (value, expected) in [(830.0, 840.0), (842.0, 840.0), (832.0, 840.0), (-930.0, -920.0)] {
            assert_eq!(round_to_fifth(value, -2), expected, "{value}");
        }
    }

    #[test]
    fn extremes_stay_what_they_are() {
        assert!(round(f64::NAN, 2).is_nan());
        assert_eq!(round(f64::INFINITY, 2), f64::INFINITY);
        assert_eq!(round(0.0, 3), 0.0);
        assert_eq!(round(1e300, 2), 1e300);
        assert_eq!(round(1e-300, 2), 0.0);
        assert_eq!(fixed(-0.0, 2), "0.00");
    }

    proptest! {
        #[test]
        fn moves_by_half_a_unit_at_most_and_only_once(value in -1e9..1e9f64, places in 0..6i32) {
            let once = round(value, places);
            prop_assert!((once - value).abs() <= 0.5 * 10f64.powi(-places) * (1.0 + 1e-6) + 1e-6);
            prop_assert_eq!(round(once, places), once);
        }

        #[test]
        fn is_symmetric(value in -1e9..1e9f64, places in 0..6i32) {
            prop_assert_eq!(round(-value, places), -round(value, places));
        }
    }
}
