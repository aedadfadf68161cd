//! 日期, the years, periods, days and times that people type.

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

/// Minutes of a day.
pub const MINUTES_OF_DAY: u32 = 24 * 60;

/// The days of each month of a common year.
pub const MONTH_DAYS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The day of a common year before a month begins.
pub fn days_before(month: u32) -> u32 {
    MONTH_DAYS.iter().take(month.saturating_sub(1) as usize).sum()
}

/// The days of a month; the 29th of February counts as the first of March.
fn days_in(month: u32) -> u32 {
    days_before(month + 1) - days_before(month) + u32::from(month == 2)
}

/// The day of the year of a date typed as month and day: `4-15`, `4.15`, `4/15`, `4月15日`.
pub fn read_day_of_year(text: &str) -> Option<u32> {
    let mut parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (month, day): (u32, u32) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let is_date = parts.next().is_none() && (1..=12).contains(&month) && (1..=days_in(month)).contains(&day);
    is_date.then(|| days_before(month) + day)
}

/// The minute, since an arbitrary midnight, of a time stamp: `2024-03-01 02:15`, `2024/3/1 2:15:00`, `2024年3月1日 2时15分`, `02:15`.
pub fn read_minute(stamp: &str) -> Option<i64> {
    let mut numbers: Vec<i64> = Vec::new();
    for part in stamp.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()) {
        numbers.push(part.parse().ok()?);
    }
    let (day, hour, minute) = match numbers[..] {
        [hour, minute] => (0, hour, minute),
        [year, month, day, hour, minute] | [year, month, day, hour, minute, _] => {
            let known = (1..=12).contains(&month) && (1..=31).contains(&day) && (1900..=9999).contains(&year);
            (known.then(|| days(year, month, day))?, hour, minute)
        }
        _ => return None,
    };
    let within = (0..=24).contains(&hour) && (0..60).contains(&minute);
    within.then_some(day * i64::from(MINUTES_OF_DAY) + hour * 60 + minute)
}

/// Days of the calendar since an arbitrary one; March begins the year, so that a leap day ends it.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
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

    #[test]
    fn a_day_is_understood_as_people_write_it() {
        for (text, day) in [
            ("1-1", Some(1)),
            ("4月15日", Some(105)),
            ("12/31", Some(365)),
            ("03.01", Some(60)),
            ("", None),
            ("4", None),
            ("4-31", None),
            ("2-29", Some(60)),
            ("13-1", None),
            ("4-15-2024", None),
        ] {
            assert_eq!(read_day_of_year(text), day, "{text}");
        }
    }
}
