//! Reading what people type: full-width digits, Chinese punctuation, grouped thousands, units, 万 and 亿.

use std::borrow::Cow;

use super::{Quantity, Unit};
use crate::numeric::parse;
use crate::text::{Key, Message};

/// Why a typed text is not the number asked for. Nothing here ever means "zero".
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TypedError {
    /// No number can be read.
    NotANumber,
    /// Commas that are neither thousands separators nor anything else, as in `1,5`.
    Grouping,
    /// A bare 万 or 亿 where the column's unit already has one.
    AmbiguousMyriad {
        /// The unit of the column.
        unit: Unit,
    },
    /// The text after the number is no unit known here.
    UnknownUnit,
    /// The unit measures something else than the column does.
    OtherDimension {
        /// The unit that was typed.
        typed: Unit,
        /// The unit of the column.
        wanted: Unit,
    },
    /// Too large for a number.
    TooLarge,
    /// A ± in a cell that takes the number alone.
    UncertaintyHere,
    /// Nothing that can be understood behind the ±.
    BadUncertainty,
    /// A percentage ± a percentage: of the value, or points?
    AmbiguousPercent,
    /// No accuracy class of the name behind the ±.
    UnknownAccuracy,
}

impl TypedError {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            TypedError::NotANumber => "not_a_number",
            TypedError::Grouping => "bad_grouping",
            TypedError::AmbiguousMyriad { .. } => "ambiguous_myriad",
            TypedError::UnknownUnit => "unknown_unit",
            TypedError::OtherDimension { .. } => "other_dimension",
            TypedError::TooLarge => "too_large",
            TypedError::UncertaintyHere => "uncertainty_here",
            TypedError::BadUncertainty => "bad_uncertainty",
            TypedError::AmbiguousPercent => "ambiguous_percent",
            TypedError::UnknownAccuracy => "unknown_accuracy",
        }
    }

    /// The sentence that says what to change.
    pub fn message(&self) -> Message {
        match self {
            TypedError::NotANumber => Message::new(Key::TypedNotANumber),
            TypedError::Grouping => Message::new(Key::TypedGrouping),
            TypedError::AmbiguousMyriad { unit } => {
                Message::new(Key::TypedAmbiguousMyriad).with_words("unit", unit.as_words())
            }
            TypedError::UnknownUnit => Message::new(Key::TypedUnknownUnit),
            TypedError::OtherDimension { typed, wanted } => Message::new(Key::TypedOtherDimension)
                .with_words("typed", typed.as_words())
                .with_words("wanted", wanted.as_words()),
            TypedError::TooLarge => Message::new(Key::TypedTooLarge),
            TypedError::UncertaintyHere => Message::new(Key::TypedUncertaintyHere),
            TypedError::BadUncertainty => Message::new(Key::TypedBadUncertainty),
            TypedError::AmbiguousPercent => Message::new(Key::TypedAmbiguousPercent),
            TypedError::UnknownAccuracy => Message::new(Key::TypedUnknownAccuracy),
        }
    }
}

/// Reads a cell whose number counts `unit` unless the text names another; `None` for a blank cell.
///
/// ```
/// use water_ledger::quantity::{read, Quantity, Unit};
/// let unit = Unit::TenThousandCubicMetres;
/// assert_eq!(read("２２，７２８", unit), Ok(Some(Quantity::new(22728.0, unit))));
/// assert_eq!(read("2.2亿m³", unit), Ok(Some(Quantity::new(22000.0, unit))));
/// assert_eq!(read("59%", Unit::One), Ok(Some(Quantity::new(0.59, Unit::One))));
/// assert_eq!(read("  ", unit), Ok(None));
/// ```
pub fn read(text: &str, unit: Unit) -> Result<Option<Quantity>, TypedError> {
    let plain = plain_text(text);
    if is_no_value(&plain) {
        return Ok(None);
    }
    if split_uncertain(&plain).is_some() {
        return Err(TypedError::UncertaintyHere);
    }
    let (value, suffix) = number_and_suffix(&plain)?;
    in_unit(value, suffix, unit).map(|value| Some(Quantity { value, unit }))
}

/// What stands before the ± and what behind it.
pub(super) fn split_uncertain(plain: &str) -> Option<(&str, &str)> {
    // Most texts hold neither, and looking for a single character is quick.
    let spelled = || ["+/-", "+-"].iter().find_map(|sign| plain.split_once(sign));
    plain.split_once('±').or_else(|| if plain.contains('+') { spelled() } else { None })
}

/// The number that a plain text begins with, and what follows it.
pub(super) fn number_and_suffix(plain: &str) -> Result<(f64, &str), TypedError> {
    let (digits, rest) = plain.split_at(number_end(plain));
    Ok((number(digits)?, rest.trim()))
}

/// A number in the unit of the column, by the suffix that was typed behind it.
pub(super) fn in_unit(value: f64, suffix: &str, unit: Unit) -> Result<f64, TypedError> {
    let value = match suffix {
        "" | "–" => value,
        "万" | "亿" if unit.is_myriad() => return Err(TypedError::AmbiguousMyriad { unit }),
        "万" => value * 1e4,
        "亿" => value * 1e8,
        typed if unit == Unit::Degree && typed.starts_with(['°', '度']) => {
            let beyond = minutes_and_seconds(typed).ok_or(TypedError::UnknownUnit)?;
            if value < 0.0 { value - beyond } else { value + beyond }
        }
        typed => {
            let typed = Unit::from_typed_for(typed, unit).ok_or(TypedError::UnknownUnit)?;
            Unit::convert(value, typed, unit).ok_or(TypedError::OtherDimension { typed, wanted: unit })?
        }
    };
    if value.is_finite() { Ok(value) } else { Err(TypedError::TooLarge) }
}

/// What stands behind whole degrees, as a part of a degree: `°48′`, `°48′30″`, `度48分`; nothing behind the sign is nothing.
fn minutes_and_seconds(typed: &str) -> Option<f64> {
    let rest = typed.trim_start_matches(['°', '度']);
    let parts: Vec<&str> = rest
        .split(['′', '\'', '’', '″', '"', '”', '分', '秒'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let part = |text: &str| parse(text).filter(|part| (0.0..60.0).contains(part));
    match parts[..] {
        [] => Some(0.0),
        [minutes] => Some(part(minutes)? / 60.0),
        [minutes, seconds] => Some(part(minutes)? / 60.0 + part(seconds)? / 3600.0),
        _ => None,
    }
}

/// Reads a plain number without a unit; `None` for a blank text.
pub fn read_number(text: &str) -> Result<Option<f64>, TypedError> {
    let plain = plain_text(text);
    if is_no_value(&plain) { Ok(None) } else { number(&plain).map(Some) }
}

/// Whether a text says that there is no value: it is blank, or a sign that people write into an empty cell.
pub fn is_no_value(text: &str) -> bool {
    let plain = plain_text(text);
    let is_sign = |c: char| matches!(c, '-' | '–' | '—' | '―' | '/' | '\\' | '…');
    plain.chars().all(is_sign)
        || matches!(
            plain.to_ascii_lowercase().as_str(),
            "无" | "无数据" | "缺" | "缺测" | "暂无" | "na" | "n/a" | "nil" | "none" | "null"
        )
}

/// Full-width forms and Chinese punctuation become their ASCII twins; outer blanks go.
pub(super) fn plain_text(text: &str) -> Cow<'_, str> {
    let ascii = |c: char| match c {
        '。' => '.',
        '−' | '﹣' => '-',
        '、' | '‚' => ',',
        '\u{3000}' | '\u{a0}' | '\u{202f}' | '\u{2000}'..='\u{200a}' | '\u{205f}' => ' ',
        // Full-width ASCII stands at a fixed distance from ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '｡' => '.',
        other => other,
    };
    if text.chars().all(|c| ascii(c) == c && !is_invisible(c)) {
        return Cow::Borrowed(text.trim());
    }
    Cow::Owned(text.chars().filter(|c| !is_invisible(*c)).map(ascii).collect::<String>().trim().to_string())
}

/// Whether a character shows nothing and moves nothing that a person meant: marks of direction, joiners, the byte order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}'
    )
}

/// Where the number ends and the unit begins.
fn number_end(plain: &str) -> usize {
    let mut end = 0;
    let mut characters = plain.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let belongs = match c {
            '0'..='9' | '.' | ',' => true,
            '+' | '-' => at == 0 || plain[..at].ends_with(['e', 'E']),
            'e' | 'E' => next.is_some_and(|n| n.is_ascii_digit() || n == '-' || n == '+'),
            // Of 1 234/km the group belongs to the number, of 1 1/km the digit belongs to the unit.
            ' ' => next.is_some_and(|n| n.is_ascii_digit()) && !plain[at..].trim_start().starts_with("1/"),
            _ => false,
        };
        if !belongs {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

fn number(digits: &str) -> Result<f64, TypedError> {
    let digits = digits.trim();
    let value = if digits.contains([',', ' ']) { parse(&ungrouped(digits)?) } else { parse(digits) };
    let value = value.ok_or(TypedError::NotANumber)?;
    if value.is_finite() { Ok(value) } else { Err(TypedError::TooLarge) }
}

/// Takes thousands separators out; anything but groups of three is refused rather than guessed at.
fn ungrouped(digits: &str) -> Result<String, TypedError> {
    let (whole, fraction) = digits.split_once('.').map_or((digits, ""), |(w, f)| (w, f));
    let mut groups = whole.split([',', ' ']);
    let first = groups.next().unwrap_or_default();
    let lead = first.trim_start_matches(['+', '-']);
    // An exponent is no group: 1e2,000 is not 1e2000.
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    // No group of thousands begins with 0: 0,532 is a decimal comma, which is refused like 0,53.
    let sound = (1..=3).contains(&lead.len())
        && !lead.starts_with('0')
        && is_digits(lead)
        && groups.all(|group| group.len() == 3 && is_digits(group))
        && !fraction.contains([',', ' ']);
    if sound { Ok(digits.replace([',', ' '], "")) } else { Err(TypedError::Grouping) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, grouped};
    use proptest::prelude::*;

    fn value(text: &str, unit: Unit) -> Result<f64, TypedError> {
        read(text, unit).map(|quantity| quantity.map_or(f64::NAN, |quantity| quantity.value))
    }

    #[test]
    fn reads_what_people_type() {
        let volume = Unit::TenThousandCubicMetres;
        for (text, unit, expected) in [
            ("22728", volume, 22728.0),
            ("22,728", volume, 22728.0),
            ("1 234 567.5", volume, 1234567.5),
            ("１２３．４", volume, 123.4),
            ("0。53", Unit::One, 0.53),
            ("－5", volume, -5.0),
            ("−5", volume, -5.0),
            ("53.21 %", Unit::One, 0.5321),
            ("５３％", Unit::One, 0.53),
            ("2万", Unit::Person, 20000.0),
            ("1.5亿", Unit::Yuan, 1.5e8),
            ("3500亩", Unit::TenThousandMu, 0.35),
            ("10 hm2", Unit::TenThousandMu, 0.015),
            ("1.2e3", volume, 1200.0),
            ("1.2E+03 万方", volume, 1200.0),
            ("12㎥", Unit::CubicMetre, 12.0),
            ("12 m^3", Unit::CubicMetre, 12.0),
            ("3.5 km²", Unit::Mu, 5250.0),
            ("5㎡", Unit::SquareMetre, 5.0),
            ("1200 kW·h", Unit::KilowattHour, 1200.0),
            ("1200千瓦·时", Unit::KilowattHour, 1200.0),
            ("120000度", Unit::TenThousandKilowattHours, 12.0),
            ("1.2 MWh", Unit::KilowattHour, 1200.0),
            ("2.5 m³/(kW·h)", Unit::CubicMetrePerKilowattHour, 2.5),
            ("4500 m³/hm²", Unit::CubicMetrePerMu, 300.0),
            ("4500 m3/ha", Unit::Millimetre, 450.0),
            ("4500方/公顷", Unit::CubicMetrePerMu, 300.0),
            ("40 cm", Unit::Metre, 0.4),
            ("400mm", Unit::Metre, 0.4),
            ("3 cm", Unit::Millimetre, 30.0),
            ("2 ML", Unit::CubicMetre, 2000.0),
            ("1 acre-ft", Unit::CubicMetre, 1233.48183754752),
            ("1 Mgal", Unit::CubicMetre, 3785.411784),
            ("34°48′", Unit::Degree, 34.8),
            ("-34°48'30\"", Unit::Degree, -(34.0 + 48.0 / 60.0 + 30.0 / 3600.0)),
            ("34度48分", Unit::Degree, 34.8),
            ("34.8°", Unit::Degree, 34.8),
            (".5", Unit::One, 0.5),
            ("5.", Unit::One, 5.0),
            ("400mm", Unit::CubicMetrePerMu, 400.0 * 2.0 / 3.0),
        ] {
            assert_eq!(value(text, unit), Ok(expected), "{text}");
        }
    }

    #[test]
    fn signs_for_no_value_are_blank_and_what_cannot_be_seen_is_not_there() {
        for text in
            ["", " ", "–", "—", "——", "-", "--", "/", "无", "NA", "n/a", "…", "\u{feff}", "\u{200b} \u{200e}"]
        {
            assert_eq!(read(text, Unit::One), Ok(None), "{text:?}");
            assert_eq!(read_number(text), Ok(None), "{text:?}");
        }
        for text in ["1\u{200b}2", "\u{202a}12\u{202c}", "\u{feff}12", "12\u{2060}", "\u{2007}12"] {
            assert_eq!(value(text, Unit::One), Ok(12.0), "{text:?}");
        }
        assert_eq!(value("1\u{2007}234", Unit::One), Ok(1234.0));
    }

    #[test]
    fn refuses_with_a_reason() {
        let volume = Unit::TenThousandCubicMetres;
        for (text, unit, expected) in [
            ("abc", volume, TypedError::NotANumber),
            ("NaN", volume, TypedError::NotANumber),
            ("inf", volume, TypedError::NotANumber),
            ("∞", volume, TypedError::NotANumber),
            ("1.2.3", volume, TypedError::NotANumber),
            ("--5", volume, TypedError::NotANumber),
            ("=1+1", volume, TypedError::NotANumber),
            ("1,5", volume, TypedError::Grouping),
            ("0,532", volume, TypedError::Grouping),
            ("0，532", volume, TypedError::Grouping),
            ("00,532", volume, TypedError::Grouping),
            ("-0,532", volume, TypedError::Grouping),
            ("0,532 万m³", volume, TypedError::Grouping),
            ("1,23,456", volume, TypedError::Grouping),
            ("2万", volume, TypedError::AmbiguousMyriad { unit: volume }),
            ("5 bottles", volume, TypedError::UnknownUnit),
            ("5-6", volume, TypedError::UnknownUnit),
            ("5 亩", volume, TypedError::OtherDimension { typed: Unit::Mu, wanted: volume }),
            ("1e999", volume, TypedError::TooLarge),
            ("1e302亿m³", Unit::CubicMetre, TypedError::TooLarge),
            ("5 ± 1", volume, TypedError::UncertaintyHere),
            ("5＋－1", volume, TypedError::UncertaintyHere),
        ] {
            assert_eq!(value(text, unit), Err(expected), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_a_display_gives_the_number_back(digits in -999_999_999_999_999i64..=999_999_999_999_999, power in 0..10i32) {
            let number = digits as f64 / 10f64.powi(power);
            prop_assert_eq!(read_number(&grouped(number)), Ok(Some(number)));
        }

        #[test]
        fn reading_a_displayed_quantity_gives_it_back(digits in -9_999_999i64..=9_999_999, power in 0..6i32, unit in 0..Unit::ALL.len()) {
            let quantity = Quantity::new(digits as f64 / 10f64.powi(power), Unit::ALL[unit]);
            for language in Language::ALL {
                prop_assert_eq!(read(&quantity.display(language), quantity.unit), Ok(Some(quantity)));
            }
        }

        #[test]
        fn no_text_makes_it_panic_or_yield_a_number_that_is_none(text in "\\PC*", unit in 0..Unit::ALL.len()) {
            if let Ok(Some(quantity)) = read(&text, Unit::ALL[unit]) {
                prop_assert!(quantity.value.is_finite());
            }
        }
    }
}
