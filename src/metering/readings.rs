//! 抄表记录, a meter's record as pasted: with or without time stamps, volumes or readings of the register.

use super::RecordedAs;
use crate::quantity::{MINUTES_OF_DAY as DAY, read_minute, read_number};
use crate::text::{Key, Message};

/// A record longer than this is refused: two months of minutes, ten years of hours.
const MOST: usize = 90_000;

/// A meter's record, made regular: a volume for every interval from a midnight on, NaN where there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Readings {
    /// The volumes.
    pub volumes: Vec<f64>,
    /// The length of an interval, minutes.
    pub step: u32,
    /// How many intervals between the first and the last are missing or could not be.
    pub gaps: usize,
}

/// Why a text is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingsFault {
    /// A line without a number at its end.
    NoNumber {
        /// Counted from 1.
        line: usize,
    },
    /// A line whose time stamp cannot be read, or is not later than the one before by whole intervals.
    BadTime {
        /// Counted from 1.
        line: usize,
    },
    /// A register that goes back.
    Backwards {
        /// Counted from 1.
        line: usize,
    },
    /// Neither time stamps nor an interval, or an interval that is no part of a day.
    NoInterval,
    /// Too long to be a record.
    TooLong,
}

impl ReadingsFault {
    /// A stable name for programs.
    pub fn code(self) -> &'static str {
        match self {
            ReadingsFault::NoNumber { .. } => "no_number",
            ReadingsFault::BadTime { .. } => "bad_time",
            ReadingsFault::Backwards { .. } => "register_backwards",
            ReadingsFault::NoInterval => "no_interval",
            ReadingsFault::TooLong => "record_too_long",
        }
    }

    /// What is wrong and what to change.
    pub fn message(self) -> Message {
        let at = |key, line: usize| Message::new(key).with("line", line.to_string());
        match self {
            ReadingsFault::NoNumber { line } => at(Key::ReadingsNoNumber, line),
            ReadingsFault::BadTime { line } => at(Key::ReadingsBadTime, line),
            ReadingsFault::Backwards { line } => at(Key::ReadingsBackwards, line),
            ReadingsFault::NoInterval => Message::new(Key::ReadingsNoInterval),
            ReadingsFault::TooLong => Message::new(Key::ReadingsTooLong).with("limit", MOST.to_string()),
        }
    }
}

/// A line: the minute since an arbitrary midnight, where it has a time stamp, and the number.
struct Entry {
    line: usize,
    minute: Option<i64>,
    value: f64,
}

/// Reads a record: a number a line, with its time stamp before it or without; a heading above is passed over.
///
/// `step` is the length of an interval in minutes where it is known; else the first two time stamps tell it.
///
/// # Errors
/// The first line that cannot be read.
///
/// ```
/// use water_ledger::metering::{RecordedAs, readings};
/// let text = "时间,水量\n2024-03-01 00:00,0.4\n2024-03-01 00:15,0.3\n2024-03-01 00:45,0.2";
/// let record = readings(text, RecordedAs::Volume, None).expect("a record");
/// assert_eq!((record.step, record.volumes.len(), record.gaps), (15, 4, 1));
/// ```
pub fn readings(text: &str, kind: RecordedAs, step: Option<u32>) -> Result<Readings, ReadingsFault> {
    let entries = entries(text)?;
    let stamped = entries.windows(2).find_map(|pair| Some(pair[1].minute? - pair[0].minute?));
    let step = step.map(i64::from).or(stamped).filter(|step| *step > 0 && i64::from(DAY) % step == 0);
    let step = step.ok_or(ReadingsFault::NoInterval)?;
    let volumes = match kind {
        RecordedAs::Volume => entries,
        RecordedAs::Register => differences(entries)?,
    };
    regular(&volumes, step)
}

fn entries(text: &str) -> Result<Vec<Entry>, ReadingsFault> {
    let mut entries: Vec<Entry> = Vec::new();
    let lines = text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty());
    for (place, (number, line)) in lines.enumerate() {
        let line_number = number + 1;
        let (stamp, value) = line.rsplit_once([',', '\t', ';', '，', '；']).unwrap_or(("", line));
        let Ok(Some(value)) = read_number(value) else {
            // What stands above the numbers is their heading.
            if place == 0 {
                continue;
            }
            return Err(ReadingsFault::NoNumber { line: line_number });
        };
        let minute = match stamp.trim() {
            "" => None,
            stamp => Some(read_minute(stamp).ok_or(ReadingsFault::BadTime { line: line_number })?),
        };
        if entries.first().is_some_and(|first| first.minute.is_some() != minute.is_some()) {
            return Err(ReadingsFault::BadTime { line: line_number });
        }
        if entries.len() == MOST {
            return Err(ReadingsFault::TooLong);
        }
        entries.push(Entry { line: line_number, minute, value });
    }
    Ok(entries)
}

/// What went through between one reading of the register and the next, stamped with the earlier.
fn differences(entries: Vec<Entry>) -> Result<Vec<Entry>, ReadingsFault> {
    let between = |pair: &[Entry]| match pair[1].value - pair[0].value {
        used if used < 0.0 => Err(ReadingsFault::Backwards { line: pair[1].line }),
        used => Ok(Entry { line: pair[0].line, minute: pair[0].minute, value: used }),
    };
    let mut found: Vec<Entry> = entries.windows(2).map(between).collect::<Result<_, _>>()?;
    // A difference over several intervals says of none of them how much it was; only one interval's counts.
    for (place, pair) in entries.windows(2).enumerate() {
        if let (Some(from), Some(to), Some(first)) = (pair[0].minute, pair[1].minute, entries.get(1)) {
            let usual = first.minute.zip(entries[0].minute).map(|(second, first)| second - first);
            if usual.is_some_and(|usual| to - from > usual) {
                found[place].value = f64::NAN;
            }
        }
    }
    Ok(found)
}

/// Every interval from the midnight before the first on.
fn regular(entries: &[Entry], step: i64) -> Result<Readings, ReadingsFault> {
    let Some(first) = entries.first() else {
        return Ok(Readings { volumes: Vec::new(), step: step as u32, gaps: 0 });
    };
    let midnight = first.minute.map(|minute| minute - minute.rem_euclid(i64::from(DAY)));
    let mut volumes: Vec<f64> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let at = match (entry.minute, midnight) {
            (Some(minute), Some(midnight)) if (minute - midnight) % step == 0 => (minute - midnight) / step,
            (Some(_), _) => return Err(ReadingsFault::BadTime { line: entry.line }),
            (None, _) => place as i64,
        };
        let at = usize::try_from(at).map_err(|_| ReadingsFault::BadTime { line: entry.line })?;
        if at < volumes.len() {
            return Err(ReadingsFault::BadTime { line: entry.line });
        }
        if at > MOST {
            return Err(ReadingsFault::TooLong);
        }
        volumes.resize(at, f64::NAN);
        volumes.push(if entry.value >= 0.0 { entry.value } else { f64::NAN });
    }
    let begin = match (first.minute, midnight) {
        (Some(minute), Some(midnight)) => ((minute - midnight) / step) as usize,
        _ => 0,
    };
    let gaps = volumes.iter().skip(begin).filter(|volume| volume.is_nan()).count();
    Ok(Readings { volumes, step: step as u32, gaps })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn volumes(text: &str, step: Option<u32>) -> Result<Readings, ReadingsFault> {
        readings(text, RecordedAs::Volume, step)
    }

    #[test]
    fn numbers_alone_begin_at_midnight_and_need_an_interval() {
        let record = volumes("0.5\n０.４\n\n 0.3 ", Some(60)).expect("a record");
        assert_eq!(record, Readings { volumes: vec![0.5, 0.4, 0.3], step: 60, gaps: 0 });
        assert_eq!(volumes("0.5\n0.4", None), Err(ReadingsFault::NoInterval));
        for step in [0, 7, 5000] {
            assert_eq!(volumes("0.5\n0.4", Some(step)), Err(ReadingsFault::NoInterval), "{step}");
        }
    }

    #[test]
    fn stamps_place_volumes_in_the_day_across_its_end() {
        let text =
            "time;m3\n2024/2/28 23:30;1\n2024/2/29 0:00;2\n2024年2月29日 0时30分;3\n2024-03-01 00:00:00;4";
        let record = volumes(text, None).expect("a record");
        assert_eq!(record.step, 30);
        assert_eq!(record.volumes[47..50], [1.0, 2.0, 3.0]);
        assert_eq!((record.volumes.len(), record.volumes[96], record.gaps), (97, 4.0, 46));
    }

    #[test]
    fn a_register_gives_what_went_through_and_leaves_out_what_spans_a_gap() {
        let text = "01:00,100\n02:00,101.5\n04:00,109\n05:00,110";
        let record = readings(text, RecordedAs::Register, None).expect("a record");
        assert_eq!(record.volumes[1], 1.5);
        assert!(record.volumes[2].is_nan() && record.volumes[3].is_nan());
        assert_eq!(record.volumes[4], 1.0);
        let back = readings("01:00,100\n02:00,99", RecordedAs::Register, None);
        assert_eq!(back, Err(ReadingsFault::Backwards { line: 2 }));
    }

    #[test]
    fn what_is_no_record_is_refused_at_its_line() {
        for (text, fault) in [
            ("00:00,1\n01:00,x", ReadingsFault::NoNumber { line: 2 }),
            ("00:00,1\n00:00,2", ReadingsFault::NoInterval),
            ("00:00,1\n01:00,2\n01:00,3", ReadingsFault::BadTime { line: 3 }),
            ("00:00,1\n01:00,2\n01:30,3", ReadingsFault::BadTime { line: 3 }),
            ("00:00,1\n25:00,2", ReadingsFault::BadTime { line: 2 }),
            ("00:00,1\n2", ReadingsFault::BadTime { line: 2 }),
            ("2024-13-01 00:00,1\n2024-13-01 01:00,2", ReadingsFault::BadTime { line: 1 }),
            ("2024-01-01 00:00,1\n2024-01-01 01:00,2\n9024-01-01 01:00,2", ReadingsFault::TooLong),
        ] {
            assert_eq!(volumes(text, None), Err(fault), "{text}");
        }
        let long = "1\n".repeat(MOST + 1);
        assert_eq!(volumes(&long, Some(60)), Err(ReadingsFault::TooLong));
        assert_eq!(volumes("", Some(60)).map(|record| record.volumes), Ok(Vec::new()));
    }
}
