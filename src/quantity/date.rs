//! 年与时段, the years and periods that people type.

use std::fmt;

use super::{Quantity, Unit, read};

/// Years that can be meant.
const YEARS: std::ops::RangeInclusive<i32> = 1949..=2100;

/// A year, or a month of a year. Years come before their months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12; none for the whole year.
    pub month: Option<u8>,
}

impl Period {
    /// A whole year.
    pub fn whole(year: i32) -> Period {
        Period { year, month: None }
    }

    /// The period of the same length after it.
    pub fn next(self) -> Period {
        match self.month {
            None => Period::whole(self.year + 1),
            Some(12) => Period { year: self.year + 1, month: Some(1) },
            Some(month) => Period { month: Some(month + 1), ..self },
        }
    }
}

impl fmt::Display for Period {
    /// `2024`, or `2024-03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.month {
            None => write!(f, "{}", self.year),
            Some(month) => write!(f, "{}-{month:02}", self.year),
        }
    }
}

/// The year that a text means: `2024`, `2024年`.
///
/// ```
/// use water_ledger::quantity::read_year;
/// assert_eq!(read_year("２０２４年"), Some(2024));
/// assert_eq!(read_year("24"), None);
/// ```
pub fn read_year(text: &str) -> Option<i32> {
    // "2024年" is how officers write it.
    match read(text.trim().trim_end_matches('年'), Unit::One) {
        Ok(Some(Quantity { value, .. })) if value.fract() == 0.0 => {
            Some(value as i32).filter(|year| YEARS.contains(year))
        }
        _ => None,
    }
}

/// The period that a text means: `2024`, `2024年`, `2024-03`, `2024/3`, `2024年3月`.
pub fn read_period(text: &str) -> Option<Period> {
    let plain: String = text.trim().chars().map(narrow).collect();
    let plain = plain.trim_end_matches(['-', '月']).trim();
    let (year, month) = match plain.split_once('-') {
        Some((year, month)) => (year, Some(month)),
        None => (plain, None),
    };
    let year = year.trim().parse().ok().filter(|year| YEARS.contains(year))?;
    match month {
        None => Some(Period::whole(year)),
        Some(month) => {
            let month = month.trim().parse().ok().filter(|month| (1..=12).contains(month))?;
            Some(Period { year, month: Some(month) })
        }
    }
}

/// Full-width digits as they are meant; whatever stands between year and month as a hyphen.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        '年' | '/' | '.' | '／' | '－' | '—' | '．' => '-',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_understood_as_people_write_it() {
        for (text, year, month) in [
            ("2024", 2024, None),
            ("2024年", 2024, None),
            ("２０２４", 2024, None),
            ("2024-03", 2024, Some(3)),
            ("2024/3", 2024, Some(3)),
            ("2024.12", 2024, Some(12)),
            ("2024年3月", 2024, Some(3)),
            (" 2024 - 7 ", 2024, Some(7)),
        ] {
            assert_eq!(read_period(text), Some(Period { year, month }), "{text}");
        }
        for text in ["", "24", "2024-13", "2024-0", "March", "2024-03-01", "3月", "NaN"] {
            assert_eq!(read_period(text), None, "{text}");
        }
    }
}
