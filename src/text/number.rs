//! Numbers as people read them.
//!
//! Both languages group digits by three with a comma and use a point; a typographic minus keeps
//! columns aligned and is understood by the reader of typed numbers in `quantity`.

use crate::numeric::{fixed, plain, significant};

/// A number with a fixed count of decimals, grouped by three: `−1,234.50`.
///
/// ```
/// use water_ledger::text::number;
/// assert_eq!(number(-42714.0, 1), "−42,714.0");
/// ```
pub fn number(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_string();
    }
    group(fixed(value, decimals))
}

/// A number with as many decimals as it needs and no more: `42,714`, `0.5321`.
///
/// ```
/// use water_ledger::text::grouped;
/// assert_eq!(grouped(42714.0), "42,714");
/// assert_eq!(grouped(0.5), "0.5");
/// ```
pub fn grouped(value: f64) -> String {
    if !value.is_finite() {
        return "–".to_string();
    }
    group(plain(value))
}

/// A standard uncertainty beside its value: two significant digits, or one when the value's own decimals end before.
///
/// ```
/// use water_ledger::text::uncertain;
/// assert_eq!(uncertain(0.01234, 4), "0.012");
/// assert_eq!(uncertain(12.34, 1), "12");
/// ```
pub fn uncertain(u: f64, decimals: usize) -> String {
    let rounded = significant(u, 2);
    let shown = plain(rounded);
    match shown.split_once('.') {
        Some((_, fraction)) if fraction.len() > decimals => number(rounded, decimals),
        _ => group(shown),
    }
}

fn group(plain: String) -> String {
    // Most numbers are short, and a picture of a plant writes thousands of them.
    let whole = plain.find('.').unwrap_or(plain.len());
    if whole <= 3 && !plain.starts_with('-') {
        return plain;
    }
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => ("−", rest),
        None => ("", plain.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_three_from_the_point() {
        assert_eq!(number(1234567.891, 2), "1,234,567.89");
        assert_eq!(number(999.0, 0), "999");
        assert_eq!(number(f64::NAN, 2), "–");
        assert_eq!(grouped(-1000.25), "−1,000.25");
        assert_eq!(grouped(0.1 + 0.2), "0.3");
    }
}
