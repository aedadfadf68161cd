//! The decimal form of a number, in which people read, type and round it.
//!
//! A double holds fifteen decimal digits for certain, so that is how many are looked at.
//! Reading and writing stand here once, for the whole product: the standard library's reader and writers,
//! exact to the seventeenth digit, would weigh more in the page than all formulas together.

const DIGITS: usize = 15;

/// The powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// digits × 10^power
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Decimal {
    pub(super) digits: i64,
    pub(super) power: i32,
}

impl Decimal {
    /// The fifteen digits of a finite value; `None` for zero and for what is not finite.
    pub(super) fn of(value: f64) -> Option<Decimal> {
        if value == 0.0 || !value.is_finite() {
            return None;
        }
        let (mantissa, exponent) = binary(value);
        // floor(log10), one off at most. Two digits more make sixteen at least, by the last of which the fifteenth is rounded,
        // and eighteen at most, which fit.
        let leading = ((mantissa.ilog2() as i32 + exponent) * 1233) >> 12;
        let mut power = leading - DIGITS as i32 - 1;
        let (mut digits, mut rest) = scaled(mantissa, exponent, -power);
        let mut last = 0;
        while digits >= 10u64.pow(DIGITS as u32) {
            rest |= last != 0;
            (digits, last, power) = (digits / 10, digits % 10, power + 1);
        }
        // What lies in the middle goes to the even digit.
        if last > 5 || last == 5 && (rest || digits % 2 == 1) {
            digits += 1;
        }
        if digits == 10u64.pow(DIGITS as u32) {
            (digits, power) = (digits / 10, power + 1);
        }
        let digits = digits as i64;
        Some(Decimal { digits: if value < 0.0 { -digits } else { digits }, power })
    }

    /// The power of ten of the first digit.
    pub(super) fn leading_power(self) -> i32 {
        self.power + DIGITS as i32 - 1
    }

    /// The double nearest to the decimal: exact for up to fifteen digits and powers up to 22 either way, which is
    /// every number of the field; beyond that within a few units of the last place.
    pub(super) fn value(self) -> f64 {
        let mut value = self.digits as f64;
        let mut left = self.power.unsigned_abs() as usize;
        while left > 0 && value != 0.0 && value.is_finite() {
            let step = left.min(POWERS.len() - 1);
            value = if self.power < 0 { value / POWERS[step] } else { value * POWERS[step] };
            left -= step;
        }
        value
    }

    /// Plain text with exactly `places` decimals, the rest cut off; an ASCII minus, no exponent.
    pub(super) fn text(self, places: usize) -> String {
        let digits = self.digits.unsigned_abs().to_string();
        let zeros = "0".repeat(self.power.max(0) as usize);
        let fraction = (-self.power).max(0) as usize;
        // Zeros in front make sure that a digit stands before the point.
        let all = format!("{digits:0>width$}{zeros}", width = fraction + 1);
        let (whole, decimals) = all.split_at(all.len() - fraction);
        let sign = if self.digits < 0 { "-" } else { "" };
        if places == 0 {
            return format!("{sign}{whole}");
        }
        let decimals: String = decimals.chars().chain(std::iter::repeat('0')).take(places).collect();
        format!("{sign}{whole}.{decimals}")
    }

    /// The same number without zeros at its end.
    pub(super) fn trimmed(mut self) -> Decimal {
        while self.digits != 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.power += 1;
        }
        self
    }
}

/// The size of a finite value that is not zero as mantissa × 2^exponent.
fn binary(value: f64) -> (u64, i32) {
    const MANTISSA: u32 = f64::MANTISSA_DIGITS - 1;
    let bits = value.to_bits();
    let mantissa = bits & ((1 << MANTISSA) - 1);
    match (bits >> MANTISSA & 0x7ff) as i32 {
        0 => (mantissa, -1074),
        exponent => (mantissa | 1 << MANTISSA, exponent - 1075),
    }
}

/// mantissa × 2^exponent × 10^power without what stands behind the point, and whether anything does. The result must fit.
fn scaled(mantissa: u64, exponent: i32, power: i32) -> (u64, bool) {
    // The lowest limb first.
    let mut limbs = vec![mantissa as u32, (mantissa >> u32::BITS) as u32];
    let mut rest = false;
    in_steps(power, 9, &mut |step| multiply(&mut limbs, 10u32.pow(step)));
    in_steps(exponent, 31, &mut |step| multiply(&mut limbs, 1 << step));
    in_steps(-power, 9, &mut |step| rest |= divide(&mut limbs, 10u32.pow(step)));
    in_steps(-exponent, 31, &mut |step| rest |= divide(&mut limbs, 1 << step));
    (u64::from(limbs[0]) | u64::from(limbs[1]) << u32::BITS, rest)
}

/// Takes so many powers in steps of `most`; none when there are fewer than one.
fn in_steps(count: i32, most: u32, take: &mut dyn FnMut(u32)) {
    let mut left = count.max(0) as u32;
    while left > 0 {
        let step = left.min(most);
        take(step);
        left -= step;
    }
}

fn multiply(limbs: &mut Vec<u32>, factor: u32) {
    let mut carry = 0;
    for limb in limbs.iter_mut() {
        let product = u64::from(*limb) * u64::from(factor) + carry;
        (*limb, carry) = (product as u32, product >> u32::BITS);
    }
    if carry != 0 {
        limbs.push(carry as u32);
    }
}

/// Whether the division left anything.
fn divide(limbs: &mut [u32], divisor: u32) -> bool {
    let mut over = 0;
    for limb in limbs.iter_mut().rev() {
        let number = over << u32::BITS | u64::from(*limb);
        (*limb, over) = ((number / u64::from(divisor)) as u32, number % u64::from(divisor));
    }
    over != 0
}

/// Reads a plain decimal number: a sign, digits with at most one point, an exponent.
///
/// `None` when the text is anything else, `inf` and `nan` included. Digits beyond the eighteenth do not count.
///
/// ```
/// use water_ledger::numeric::parse;
/// assert_eq!(parse("-1234.5"), Some(-1234.5));
/// assert_eq!(parse("1.2E+03"), Some(1200.0));
/// assert_eq!(parse("nan"), None);
/// ```
pub fn parse(text: &str) -> Option<f64> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (negative, unsigned) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut digits: i64 = 0;
    let mut power = exponent;
    for (place, digit) in whole.chars().chain(fraction.chars()).enumerate() {
        let digit = i64::from(digit.to_digit(10)?);
        let after_point = place >= whole.len();
        if digits < 100_000_000_000_000_000 {
            digits = digits * 10 + digit;
            power = power.saturating_sub(i32::from(after_point));
        } else {
            power = power.saturating_add(i32::from(!after_point));
        }
    }
    let value = Decimal { digits, power }.trimmed().value();
    Some(if negative { -value } else { value })
}

/// 10^power, exact for powers up to 22 either way.
pub fn power_of_ten(power: i32) -> f64 {
    Decimal { digits: 1, power }.value()
}

/// The e in d.ddd × 10^e; 0 for zero and for what is not finite.
pub fn leading_power(value: f64) -> i32 {
    Decimal::of(value).map_or(0, Decimal::leading_power)
}

/// The number with as many decimals as its fifteen digits have and no more: `42714`, `0.5321`.
pub fn plain(value: f64) -> String {
    // Most numbers that are shown are whole, and whole numbers of up to fifteen digits are written much faster.
    if value.abs() < 1e15 && value as i64 as f64 == value {
        return (value as i64).to_string();
    }
    match Decimal::of(value).map(Decimal::trimmed) {
        Some(decimal) => decimal.text((-decimal.power).max(0) as usize),
        None if value == 0.0 => "0".to_string(),
        None => not_finite(value).to_string(),
    }
}

pub(super) fn not_finite(value: f64) -> &'static str {
    match value {
        f64::INFINITY => "inf",
        f64::NEG_INFINITY => "-inf",
        _ => "NaN",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_numbers_and_nothing_else() {
        for text in
            ["", "-", "+", ".", "1.2.3", "--1", "1e", "e5", "1e1.5", "inf", "NaN", "0x1", " 1", "1 ", "１"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
        for text in
            ["0", "-0.0", "5.", ".5", "+7", "1e-3", "007", "0.000000000000000000000000001", "1e22", "1e-22"]
        {
            assert_eq!(parse(text), text.parse().ok(), "{text}");
        }
        assert_eq!(parse("1e999"), Some(f64::INFINITY));
        assert_eq!(parse("1e-999"), Some(0.0));
        assert_eq!(parse("0e999999999"), Some(0.0));
    }

    #[test]
    fn writes_without_exponent() {
        for (value, text) in
            [(0.0, "0"), (1e15, "1000000000000000"), (1.5e-7, "0.00000015"), (-42.5, "-42.5")]
        {
            assert_eq!(plain(value), text);
        }
    }

    proptest! {
        #[test]
        fn fifteen_digits_are_read_and_written_exactly(digits in -999_999_999_999_999i64..=999_999_999_999_999, power in -22..8i32) {
            let text = format!("{digits}e{power}");
            prop_assert_eq!(parse(&text), text.parse().ok());
            let value: f64 = text.parse().unwrap();
            prop_assert_eq!(parse(&plain(value)), Some(value));
        }

        #[test]
        fn the_fifteen_digits_are_those_of_the_standard_library(value in prop::num::f64::ANY) {
            let text = format!("{value:.*e}", DIGITS - 1);
            let expected = text.replace('.', "").split_once('e').map(|(digits, power)| Decimal {
                digits: digits.parse().unwrap(),
                power: power.parse::<i32>().unwrap() - (DIGITS as i32 - 1),
            });
            prop_assert_eq!(Decimal::of(value), expected.filter(|decimal| decimal.digits != 0));
        }

        #[test]
        fn what_lies_in_the_middle_goes_to_the_even_digit(digits in 100_000_000_000_000i64..900_000_000_000_000) {
            let even = digits + digits % 2;
            prop_assert_eq!(Decimal::of((digits * 10 + 5) as f64), Some(Decimal { digits: even, power: 1 }));
        }

        #[test]
        fn any_number_is_read_to_the_last_place_or_so(value in prop::num::f64::NORMAL) {
            let read = parse(&format!("{value:e}")).unwrap();
            prop_assert!((read - value).abs() <= value.abs() * 1e-14, "{} {}", read, value);
        }
    }
}
