//! Reading a value with its ±.

use super::typed::{in_unit, number_and_suffix, plain_text, split_uncertain};
use super::{Quantity, TypedError, Unit};

/// What stands behind a ±. A number there is the standard uncertainty u, one standard deviation, k = 1; who has an
/// expanded uncertainty divides it by its k first.
#[derive(Clone, Debug, PartialEq)]
pub enum Spread {
    /// u, in the unit of the quantity.
    Absolute(f64),
    /// u as a share of the value: 0.02 for ± 2%.
    Relative(f64),
    /// The name of an accuracy class, for whoever knows the classes.
    Named(String),
}

/// Reads a cell that may state an uncertainty; `None` for a blank cell.
///
/// A unit behind either number holds for both, unless each has one of its own. A % behind the ± is a share of the value.
/// Of a text that is no number with a known unit the name of an accuracy class is made, which the caller looks up.
///
/// # Errors
/// As [`super::read`], and where the ± cannot be understood.
///
/// ```
/// use water_ledger::quantity::{Quantity, Spread, Unit, read_uncertain};
/// let unit = Unit::TenThousandCubicMetres;
/// let typed = |text| read_uncertain(text, unit).expect("understood").expect("not blank").1;
/// assert_eq!(typed("22728"), None);
/// assert_eq!(typed("22728 ± 100"), Some(Spread::Absolute(100.0)));
/// assert_eq!(typed("２２７２８±２％"), Some(Spread::Relative(0.02)));
/// assert_eq!(typed("22728 ± 水表2级"), Some(Spread::Named("水表2级".to_string())));
/// ```
pub fn read_uncertain(text: &str, unit: Unit) -> Result<Option<(Quantity, Option<Spread>)>, TypedError> {
    let plain = plain_text(text);
    let Some((value, spread)) = split_uncertain(&plain) else {
        return super::read(text, unit).map(|quantity| quantity.map(|quantity| (quantity, None)));
    };
    let (value, suffix) = number_and_suffix(value.trim())?;
    let (value, spread) = match spread_of(spread.trim())? {
        Typed::Named(name) => (in_unit(value, suffix, unit)?, Spread::Named(name)),
        Typed::Number(_, "%") if suffix == "%" => return Err(TypedError::AmbiguousPercent),
        Typed::Number(percent, "%") => (in_unit(value, suffix, unit)?, Spread::Relative(percent / 100.0)),
        Typed::Number(u, own) => {
            let (of_value, of_u) = match (suffix, own) {
                // 万 alone multiplies the number it stands behind: 2万 ± 500 is 20000 ± 500.
                ("万" | "亿", "") => (suffix, ""),
                ("", own) => (own, own),
                (suffix, "") => (suffix, suffix),
                each => each,
            };
            (in_unit(value, of_value, unit)?, Spread::Absolute(in_unit(u, of_u, unit)?))
        }
    };
    Ok(Some((Quantity { value, unit }, Some(spread))))
}

/// A ±, before the value is known.
enum Typed<'t> {
    Number(f64, &'t str),
    Named(String),
}

fn spread_of(plain: &str) -> Result<Typed<'_>, TypedError> {
    if !plain.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '-') {
        // A second ± is no name either.
        let is_name = plain.starts_with(char::is_alphabetic) && split_uncertain(plain).is_none();
        return if is_name { Ok(Typed::Named(plain.to_string())) } else { Err(TypedError::BadUncertainty) };
    }
    let (u, suffix) = number_and_suffix(plain)?;
    let is_known = ["", "%", "万", "亿"].contains(&suffix) || Unit::from_typed(suffix).is_some();
    match suffix.starts_with(char::is_alphabetic) {
        _ if u < 0.0 || split_uncertain(suffix).is_some() => Err(TypedError::BadUncertainty),
        _ if is_known => Ok(Typed::Number(u, suffix)),
        // 2级水表 begins with a number and is a name all the same.
        true => Ok(Typed::Named(plain.to_string())),
        false => Err(TypedError::BadUncertainty),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VOLUME: Unit = Unit::TenThousandCubicMetres;

    fn typed(text: &str, unit: Unit) -> Result<(f64, Option<Spread>), TypedError> {
        let read = read_uncertain(text, unit)?.expect("not blank");
        Ok((read.0.value, read.1))
    }

    #[test]
    fn reads_what_people_type() {
        for (text, unit, value, u) in [
            ("22728±100", VOLUME, 22728.0, 100.0),
            ("22728 +- 100", VOLUME, 22728.0, 100.0),
            ("22728 +/- 100", VOLUME, 22728.0, 100.0),
            ("２２，７２８＋－１００", VOLUME, 22728.0, 100.0),
            ("22728 ± 100 万m³", VOLUME, 22728.0, 100.0),
            ("22728 万m³ ± 100", VOLUME, 22728.0, 100.0),
            ("2.2 ± 0.1 亿m³", VOLUME, 22000.0, 1000.0),
            ("2.2亿m³ ± 100万m³", VOLUME, 22000.0, 100.0),
            ("2.2亿m³ ± 0.1", VOLUME, 22000.0, 1000.0),
            ("2万 ± 500", Unit::Person, 20000.0, 500.0),
            ("2 ± 0.1万", Unit::Person, 20000.0, 1000.0),
            ("53% ± 1", Unit::One, 0.53, 0.01),
            ("-5 ± 0", VOLUME, -5.0, 0.0),
            ("1e-3 ± 1e-4", Unit::One, 1e-3, 1e-4),
        ] {
            assert_eq!(typed(text, unit), Ok((value, Some(Spread::Absolute(u)))), "{text}");
        }
        assert_eq!(typed("0.53 ± 2 %", Unit::One), Ok((0.53, Some(Spread::Relative(0.02)))));
        assert_eq!(typed("3500亩±2％", Unit::TenThousandMu), Ok((0.35, Some(Spread::Relative(0.02)))));
        for name in ["水表2级", "2级水表", "weir or flume"] {
            let named = Some(Spread::Named(name.to_string()));
            assert_eq!(typed(&format!("22728 ± {name}"), VOLUME), Ok((22728.0, named)), "{name}");
        }
        assert_eq!(read_uncertain("  ", VOLUME), Ok(None));
    }

    #[test]
    fn refuses_with_a_reason() {
        for (text, unit, expected) in [
            ("22728 ±", VOLUME, TypedError::BadUncertainty),
            ("22728 ± -5", VOLUME, TypedError::BadUncertainty),
            ("22728 ± ±5", VOLUME, TypedError::BadUncertainty),
            ("22728 ± 5 ± 5", VOLUME, TypedError::BadUncertainty),
            ("22728 ± 5±", VOLUME, TypedError::BadUncertainty),
            ("22728 ± *", VOLUME, TypedError::BadUncertainty),
            ("± 5", VOLUME, TypedError::NotANumber),
            ("1,5 ± 1", VOLUME, TypedError::Grouping),
            ("0,532 ± 0,001", Unit::One, TypedError::Grouping),
            ("5 ± 1,5", VOLUME, TypedError::Grouping),
            ("5 ± 1e999", VOLUME, TypedError::TooLarge),
            ("53% ± 2%", Unit::One, TypedError::AmbiguousPercent),
            ("2 ± 0.1万", VOLUME, TypedError::AmbiguousMyriad { unit: VOLUME }),
            ("5 ± 1 亩", VOLUME, TypedError::OtherDimension { typed: Unit::Mu, wanted: VOLUME }),
        ] {
            assert_eq!(typed(text, unit), Err(expected), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_or_yield_an_uncertainty_that_is_none(
            text in "[0-9.,±+%万亿m³a-e -]{0,12}|\\PC*",
            unit in 0..Unit::ALL.len(),
        ) {
            match read_uncertain(&text, Unit::ALL[unit]) {
                Ok(Some((quantity, Some(Spread::Absolute(u) | Spread::Relative(u))))) => {
                    prop_assert!(quantity.value.is_finite() && u.is_finite() && u >= 0.0);
                }
                Ok(Some((_, Some(Spread::Named(name))))) => prop_assert!(!name.is_empty()),
                _ => {}
            }
        }
    }
}
