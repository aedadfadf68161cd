//! 日期, the years, periods, days and times that people type.

use std::fmt;

use super::typed::plain_text;
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

/// The day of the year of a date typed as month and day, a year before them or none: `4-15`, `4.15`, `4/15`, `4月15日`,
/// `2025-04-15`.
pub fn read_day_of_year(text: &str) -> Option<u32> {
    let plain = plain_text(text);
    let parts = plain.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let numbers: Vec<u32> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (month, day) = match numbers[..] {
        [month, day] => (month, day),
        [year, month, day] if YEARS.contains(&i32::try_from(year).ok()?) => (month, day),
        _ => return None,
    };
    let is_date = (1..=12).contains(&month) && (1..=days_in(month)).contains(&day);
    is_date.then(|| days_before(month) + day)
}

/// The minute, since an arbitrary midnight, of a time stamp: `2024-03-01 02:15`, `2024/3/1 2:15:00`, `2024年3月1日 2时15分`,
/// `02:15`, and with a mark of the half of the day `2:15 PM`, `下午2:15`. A mark that is not known is no time.
///
/// ```
/// use water_ledger::quantity::read_minute;
/// assert_eq!(read_minute("02:15 PM"), Some(14 * 60 + 15));
/// assert_eq!(read_minute("下午 2:15:00"), Some(14 * 60 + 15));
/// assert_eq!(read_minute("02:15 XM"), None);
/// ```
pub fn read_minute(stamp: &str) -> Option<i64> {
    let mut numbers: Vec<i64> = Vec::new();
    let mut half = None;
    let plain = plain_text(stamp).to_ascii_lowercase().replace("a.m", "am").replace("p.m", "pm");
    // 2.15 is a number: a clock has one of these signs between hour and minute.
    if !plain.contains([':', '时', '点']) {
        return None;
    }
    for part in words_of(&plain) {
        // 1日下午 is a sign and a mark.
        let part = part.strip_prefix(['日', '号']).filter(|mark| !mark.is_empty()).unwrap_or(part);
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            numbers.push(part.parse().ok()?);
        } else if let Some(found) = half_of_day(part) {
            half.replace(found).is_none().then_some(())?;
        } else if !PARTS_OF_TIME.contains(&part) {
            return None;
        }
    }
    let (day, hour, minute) = match numbers[..] {
        [hour, minute] => (0, hour, minute),
        [hour, minute, second] if (0..60).contains(&second) && hour < 25 => (0, hour, minute),
        [year, month, day, hour, minute] | [year, month, day, hour, minute, _] => {
            let known = (1..=12).contains(&month) && (1..=31).contains(&day) && (1900..=9999).contains(&year);
            (known.then(|| days(year, month, day))?, hour, minute)
        }
        _ => return None,
    };
    let hour = match half {
        None => hour,
        Some(half) => half.hour(hour)?,
    };
    let within = (0..=24).contains(&hour) && (0..60).contains(&minute);
    within.then_some(day * i64::from(MINUTES_OF_DAY) + hour * 60 + minute)
}

/// What may stand between the numbers of a time stamp.
const PARTS_OF_TIME: [&str; 13] = ["-", "/", ".", ":", "t", "年", "月", "日", "号", "时", "点", "分", "秒"];

/// The half of the day, as a clock of twelve hours is marked.
#[derive(Clone, Copy)]
enum HalfOfDay {
    Morning,
    Afternoon,
    /// 中午, around noon: 11 is before it and 12 to 2 after.
    Noon,
}

impl HalfOfDay {
    /// The hour of a clock of twenty-four.
    fn hour(self, hour: i64) -> Option<i64> {
        match self {
            // 下午 14:15 is written as well, and means what it says.
            HalfOfDay::Afternoon if (13..=23).contains(&hour) => Some(hour),
            HalfOfDay::Afternoon => (1..=12).contains(&hour).then_some(hour % 12 + 12),
            HalfOfDay::Morning => (0..=12).contains(&hour).then_some(hour % 12),
            HalfOfDay::Noon if hour == 11 => Some(11),
            HalfOfDay::Noon => [12, 1, 2].contains(&hour).then_some(hour % 12 + 12),
        }
    }
}

fn half_of_day(mark: &str) -> Option<HalfOfDay> {
    match mark {
        "am" | "上午" | "早上" | "凌晨" | "清晨" => Some(HalfOfDay::Morning),
        "pm" | "下午" | "晚上" | "傍晚" => Some(HalfOfDay::Afternoon),
        "中午" => Some(HalfOfDay::Noon),
        _ => None,
    }
}

/// The numbers, words and signs of a text; blanks part them.
fn words_of(text: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        '0'..='9' => 0,
        c if c.is_whitespace() => 1,
        c if c.is_alphabetic() => 2,
        _ => 3,
    };
    let mut words = Vec::new();
    let mut from = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        // Signs stand alone, numbers and words go on.
        let ends = next.is_none_or(|next| kind(next) != kind(c) || kind(c) == 3);
        if ends {
            let end = at + c.len_utf8();
            if kind(c) != 1 {
                words.push(&text[from..end]);
            }
            from = end;
        }
    }
    words
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
            ("2025-06-10", Some(161)),
            ("2025年6月10日", Some(161)),
            ("９-１", Some(244)),
        ] {
            assert_eq!(read_day_of_year(text), day, "{text}");
        }
    }

    #[test]
    fn a_time_is_understood_by_every_sign_in_it_or_not_at_all() {
        let minutes = |hour: i64, minute: i64| Some(hour * 60 + minute);
        for (text, minute) in [
            ("02:15", minutes(2, 15)),
            ("02:15:59", minutes(2, 15)),
            ("2时15分", minutes(2, 15)),
            ("０２：１５", minutes(2, 15)),
            ("2:15 am", minutes(2, 15)),
            ("12:15 AM", minutes(0, 15)),
            ("12:15 p.m.", minutes(12, 15)),
            ("下午2:15", minutes(14, 15)),
            ("下午 14:15", minutes(14, 15)),
            ("中午12:05", minutes(12, 5)),
            ("凌晨 3点20分", minutes(3, 20)),
            ("24:00", minutes(24, 0)),
            ("02:15 XM", None),
            ("14:15 AM", None),
            ("02:15 +08:00", None),
            ("02:15 Z", None),
            ("02:15 下周", None),
            ("2", None),
            ("2.15", None),
            ("", None),
        ] {
            assert_eq!(read_minute(text), minute, "{text}");
        }
        let day = read_minute("2024-03-01 00:00").expect("a time");
        for text in ["2024/3/1 14:15", "2024年3月1日 14时15分", "2024年3月1日下午2:15", "2024-03-01T14:15:00"]
        {
            assert_eq!(read_minute(text), Some(day + 14 * 60 + 15), "{text}");
        }
    }
}
