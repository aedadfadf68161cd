//! How a number in a cell is shown, which says what it means: a day, a length of time, a share.

use calamine::{ExcelDateTime, ExcelDateTimeType};
use water_ledger::numeric::plain;
use water_ledger::workbook::Cell;

/// What the format of a cell makes of its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    /// A number.
    #[default]
    Number,
    /// A share, shown a hundred times as large with its sign.
    Percent,
    /// A day, a time of a day, or both.
    Moment,
    /// A length of time in hours, minutes and seconds.
    Length,
}

const SECONDS_A_DAY: f64 = 86_400.0;
/// The last moment that spreadsheets know, in days; a number beyond is none.
const LAST_DAY: f64 = 2_958_466.0;

impl Shown {
    /// By the code of a format, of which the first part is for usual numbers.
    pub(crate) fn of_code(code: &str) -> Shown {
        let mut signs = code.chars();
        let mut found = Shown::Number;
        while let Some(sign) = signs.next() {
            match sign {
                ';' => break,
                '"' => {
                    signs.by_ref().find(|sign| *sign == '"');
                }
                // The next sign is a letter, a width or a filling.
                '\\' | '_' | '*' => {
                    signs.next();
                }
                // `[h]` counts hours beyond a day; `[Red]` and `[$-804]` are none.
                '[' => {
                    let inner: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                    let is_time = |unit: char| inner.chars().all(|sign| sign.eq_ignore_ascii_case(&unit));
                    if !inner.is_empty() && ['h', 'm', 's'].into_iter().any(is_time) {
                        return Shown::Length;
                    }
                }
                '%' => return Shown::Percent,
                'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => found = Shown::Moment,
                _ => {}
            }
        }
        found
    }

    /// By the number of a format that every program knows.
    pub(crate) fn of_number(number: u16) -> Shown {
        match number {
            9 | 10 => Shown::Percent,
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shown::Moment,
            46 => Shown::Length,
            _ => Shown::Number,
        }
    }

    /// A number as people see it, but for its rounding.
    pub(crate) fn cell(self, number: f64, is_1904: bool) -> Cell {
        if !number.is_finite() {
            return Cell::Text(number.to_string());
        }
        let is_time = (0.0..LAST_DAY).contains(&number);
        match self {
            Shown::Percent => Cell::Text(format!("{}%", plain(number * 100.0))),
            Shown::Moment if is_time => Cell::Text(moment(number, is_1904)),
            Shown::Length if is_time => {
                let seconds = (number * SECONDS_A_DAY).round() as u64;
                Cell::Text(clock(seconds, true))
            }
            _ => Cell::Number(number),
        }
    }
}

/// A day as it is written in this country and by the standard, with the time where there is one; a time alone where there is no day.
fn moment(days: f64, is_1904: bool) -> String {
    let seconds = (days * SECONDS_A_DAY).round() as u64;
    let time = clock(seconds % SECONDS_A_DAY as u64, false);
    if days < 1.0 {
        return time;
    }
    // Whole seconds: a fraction of a day is hardly ever exact.
    let days = seconds as f64 / SECONDS_A_DAY;
    let date = ExcelDateTime::new(days, ExcelDateTimeType::DateTime, is_1904);
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if seconds.is_multiple_of(SECONDS_A_DAY as u64) { day } else { [day, time].join(" ") }
}

/// Hours and minutes, and seconds where there are any or where they are always shown.
pub(crate) fn clock(seconds: u64, has_seconds: bool) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match rest {
        0 if !has_seconds => format!("{hours:02}:{minutes:02}"),
        rest => format!("{hours:02}:{minutes:02}:{rest:02}"),
    }
}

/// A day or moment of a standard's text, `2024-03-01T14:30:00`, as a day and time are written here; any other text as it is.
pub(crate) fn of_standard(text: &str) -> String {
    let is_day = |day: &str| day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let Some((day, time)) = text.split_once('T').filter(|(day, _)| is_day(day) && !day.is_empty()) else {
        return text.to_string();
    };
    let time = time.split(['.', 'Z', '+']).next().unwrap_or_default();
    let time = time.strip_suffix(":00").filter(|short| short.len() == 5).unwrap_or(time);
    match time {
        "" | "00:00" => day.to_string(),
        time => [day, time].join(" "),
    }
}

/// The mark of what could not be computed, by its number.
pub(crate) fn mark(error: u8) -> Cell {
    let mark = match error {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        0x2b => "#DATA!",
        _ => "#ERROR!",
    };
    Cell::Text(mark.to_string())
}

/// A truth as spreadsheets write it.
pub(crate) fn truth(is_true: bool) -> Cell {
    Cell::Text(if is_true { "TRUE" } else { "FALSE" }.to_string())
}

/// A text, whose lines end in one way; nothing where there is none.
pub(crate) fn text(text: &str) -> Cell {
    if text.is_empty() {
        return Cell::Empty;
    }
    let is_plain = !text.contains('\r');
    Cell::Text(if is_plain { text.to_string() } else { text.replace("\r\n", "\n").replace('\r', "\n") })
}

/// A number of four bytes: a whole one or the upper half of another, a hundred times as large where that is said.
pub(crate) fn packed_number(bytes: [u8; 4]) -> f64 {
    let bits = u32::from_le_bytes(bytes);
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(bits as i32 >> 2),
    };
    if bits & 1 == 1 { number / 100.0 } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_what_a_number_means() {
        for (code, shown) in [
            ("General", Shown::Number),
            ("#,##0.00_);[Red](#,##0.00)", Shown::Number),
            ("0\"d\"", Shown::Number),
            ("0.0E+00", Shown::Number),
            ("0.00%", Shown::Percent),
            ("yyyy\"年\"m\"月\"", Shown::Moment),
            ("[$-804]h:mm", Shown::Moment),
            ("[hh]:mm", Shown::Length),
            ("[DBNum1]0", Shown::Number),
            ("0;yyyy", Shown::Number),
            ("\\d0", Shown::Number),
        ] {
            assert_eq!(Shown::of_code(code), shown, "{code}");
        }
    }

    #[test]
    fn numbers_of_four_bytes_are_whole_ones_or_halves() {
        let packed = |bits: u32| packed_number(bits.to_le_bytes());
        assert_eq!(packed(0x3ff0_0000), 1.0);
        assert_eq!(packed(0x3ff0_0001), 0.01);
        assert_eq!(packed((-7_i32 << 2) as u32 | 2), -7.0);
        assert_eq!(packed(1050 << 2 | 3), 10.5);
    }

    #[test]
    fn a_moment_is_written_as_here() {
        let of = |number: f64| Shown::Moment.cell(number, false).text();
        assert_eq!(of(45_352.0), "2024-03-01");
        assert_eq!(of(45_352.604_166_666_664), "2024-03-01 14:30");
        assert_eq!(of(0.999_999_999), "00:00");
        assert_eq!(of(-3.0), "-3");
        assert_eq!(of(1e300), format!("1{}", "0".repeat(300)));
        assert_eq!(of_standard("2024-03-01T00:00:00"), "2024-03-01");
        assert_eq!(of_standard("2024-03-01T14:30:05.5"), "2024-03-01 14:30:05");
        assert_eq!(of_standard("Tuesday"), "Tuesday");
    }
}
