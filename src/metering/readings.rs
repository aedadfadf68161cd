//! 抄表记录, a meter's record as pasted: with or without time stamps, volumes, readings of the register, or flows.

use super::RecordedAs;
use super::record_fault::{MOST, ReadingsFault};
use super::record_layout::{Layout, Line, read_lines};
use crate::quantity::MINUTES_OF_DAY as DAY;

/// A text longer than this is refused unread, whatever stands in it.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// A meter's record, made regular: a volume for every interval from the first on, NaN where there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Readings {
    /// The volumes, m³.
    pub volumes: Vec<f64>,
    /// The length of an interval, minutes.
    pub step: u32,
    /// The minute of the day at which the first interval begins.
    pub begin: u32,
    /// How many intervals between the first and the last are missing or could not be.
    pub gaps: usize,
    /// What the numbers were taken for.
    pub kind: RecordedAs,
    /// How the text was understood.
    pub layout: Layout,
}

/// What is said of a record beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordSaid {
    /// What its numbers are; where nothing is said, its heading tells, else they are volumes.
    pub kind: Option<RecordedAs>,
    /// The length of an interval in minutes; else the time stamps tell it.
    pub step: Option<u32>,
    /// The column of the numbers, counted from 1, where there are several.
    pub column: Option<usize>,
}

/// Reads a record: a number a line, with its time stamp or without; a heading above is passed over. Separator, decimal sign and
/// columns are decided for the whole record and told in its [`Layout`].
///
/// # Errors
/// The first line that cannot be read, or what has to be said of the record first.
///
/// ```
/// use water_ledger::metering::{RecordSaid, readings};
/// let text = "时间,水量\n2024-03-01 00:00,0.4\n2024-03-01 00:15,0.3\n2024-03-01 00:45,0.2";
/// let record = readings(text, RecordSaid::default()).expect("a record");
/// assert_eq!((record.step, record.volumes.len(), record.gaps), (15, 4, 1));
/// ```
pub fn readings(text: &str, said: RecordSaid) -> Result<Readings, ReadingsFault> {
    if text.len() > MOST_BYTES {
        return Err(ReadingsFault::TooLong);
    }
    let (layout, lines) = read_lines(text, said.column)?;
    if lines.len() > MOST {
        return Err(ReadingsFault::TooLong);
    }
    let kind = said.kind.or_else(|| kind_of_heading(&layout.heading));
    if kind.is_none() && looks_like_a_register(&lines) {
        return Err(ReadingsFault::KindUnclear);
    }
    let kind = kind.unwrap_or(RecordedAs::Volume);
    let step = said.step.map(i64::from).or_else(|| usual_interval(&lines));
    let step =
        step.filter(|step| *step > 0 && i64::from(DAY) % step == 0).ok_or(ReadingsFault::NoInterval)?;
    let (volumes, begin, gaps) = regular(&values(&lines, kind, step)?, step)?;
    Ok(Readings { volumes, step: step as u32, begin, gaps, kind, layout })
}

/// What a heading says of the numbers below it.
fn kind_of_heading(heading: &str) -> Option<RecordedAs> {
    let heading = heading.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if says(&["m³/h", "m3/h", "㎥/h", "瞬时", "flow"]) {
        Some(RecordedAs::Flow)
    } else if says(&["读数", "累计", "底数", "表底", "register", "cumul", "total"]) {
        Some(RecordedAs::Register)
    } else if says(&["水量", "用量", "volume"]) {
        Some(RecordedAs::Volume)
    } else {
        None
    }
}

/// Numbers of a register never go down, and are large beside what goes through between them.
fn looks_like_a_register(lines: &[Line]) -> bool {
    let values: Vec<f64> = lines.iter().filter_map(|line| line.value).collect();
    let (Some(first), Some(last)) = (values.first(), values.last()) else { return false };
    let never_down = values.windows(2).all(|pair| pair[1] >= pair[0]);
    let most = values.windows(2).map(|pair| pair[1] - pair[0]).fold(0.0, f64::max);
    values.len() >= 4 && never_down && last > first && *first > 5.0 * most
}

/// The interval of a record by its stamps: the shortest between two lines, since the first two may have a gap between them.
fn usual_interval(lines: &[Line]) -> Option<i64> {
    let between = |pair: &[Line]| Some(pair[1].minute? - pair[0].minute?);
    lines.windows(2).filter_map(between).filter(|minutes| *minutes > 0).min()
}

/// The volume of each line's interval.
fn values(lines: &[Line], kind: RecordedAs, step: i64) -> Result<Vec<Line>, ReadingsFault> {
    match kind {
        RecordedAs::Volume => Ok(lines.to_vec()),
        RecordedAs::Flow => {
            let hours = step as f64 / 60.0;
            let volume = |line: &Line| Line { value: line.value.map(|flow| flow * hours), ..*line };
            Ok(lines.iter().map(volume).collect())
        }
        RecordedAs::Register => differences(lines, step),
    }
}

/// What went through between one reading of the register and the next, stamped with the earlier.
fn differences(lines: &[Line], step: i64) -> Result<Vec<Line>, ReadingsFault> {
    let between = |pair: &[Line]| {
        let (from, to) = (pair[0], pair[1]);
        let used = from.value.zip(to.value).map(|(from, to)| to - from);
        if used.is_some_and(|used| used < 0.0) {
            return Err(ReadingsFault::Backwards { line: to.number });
        }
        // A difference over several intervals says of none of them how much it was.
        let spans_one = from.minute.zip(to.minute).is_none_or(|(from, to)| to - from <= step);
        Ok(Line { value: used.filter(|_| spans_one), ..from })
    };
    lines.windows(2).map(between).collect()
}

/// Every interval from the first on, with the minute of the day at which that begins and the number of gaps.
fn regular(lines: &[Line], step: i64) -> Result<(Vec<f64>, u32, usize), ReadingsFault> {
    let start = lines.first().and_then(|line| line.minute).unwrap_or(0);
    let mut volumes: Vec<f64> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let at = match line.minute {
            Some(minute) if (minute - start) % step == 0 => (minute - start) / step,
            Some(_) => return Err(ReadingsFault::BadTime { line: line.number }),
            None => place as i64,
        };
        let at = usize::try_from(at).map_err(|_| ReadingsFault::BadTime { line: line.number })?;
        if at < volumes.len() {
            return Err(ReadingsFault::BadTime { line: line.number });
        }
        if at > MOST {
            return Err(ReadingsFault::TooLong);
        }
        volumes.resize(at, f64::NAN);
        volumes.push(line.value.filter(|volume| *volume >= 0.0).unwrap_or(f64::NAN));
    }
    let gaps = volumes.iter().filter(|volume| volume.is_nan()).count();
    Ok((volumes, start.rem_euclid(i64::from(DAY)) as u32, gaps))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metering::{CommaSign, NightWindow, Separator, lowest_night_flows};

    fn read(text: &str, step: Option<u32>) -> Result<Readings, ReadingsFault> {
        readings(text, RecordSaid { step, ..RecordSaid::default() })
    }

    fn kind(text: &str, kind: RecordedAs) -> Result<Readings, ReadingsFault> {
        readings(text, RecordSaid { kind: Some(kind), ..RecordSaid::default() })
    }

    /// The mean flow of the night's intervals, m³/h.
    fn night(record: &Readings) -> f64 {
        let flows =
            lowest_night_flows(&record.volumes, record.step, record.begin, NightWindow::USUAL, usize::MAX);
        flows.iter().sum::<f64>() / flows.len() as f64
    }

    #[test]
    fn numbers_alone_begin_at_midnight_and_need_an_interval() {
        let record = read("0.5\n０.４\n\n 0.3 ", Some(60)).expect("a record");
        assert_eq!((record.volumes, record.step, record.begin, record.gaps), (vec![0.5, 0.4, 0.3], 60, 0, 0));
        assert_eq!(read("0.5\n0.4", None), Err(ReadingsFault::NoInterval));
        for step in [0, 7, 5000] {
            assert_eq!(read("0.5\n0.4", Some(step)), Err(ReadingsFault::NoInterval), "{step}");
        }
    }

    #[test]
    fn stamps_place_volumes_in_the_day_across_its_end() {
        let text =
            "time;m3\n2024/2/28 23:30;1\n2024/2/29 0:00;2\n2024年2月29日 0时30分;3\n2024-03-01 00:00:00;4";
        let record = read(text, None).expect("a record");
        assert_eq!((record.step, record.begin), (30, 23 * 60 + 30));
        assert_eq!(record.volumes[..3], [1.0, 2.0, 3.0]);
        assert_eq!((record.volumes.len(), record.volumes[49], record.gaps), (50, 4.0, 46));
    }

    #[test]
    fn separator_and_decimal_comma_are_never_the_same_sign() {
        let record = read("2018-01-01 02:00;1,5\n2018-01-01 02:05;2,5", None).expect("a record");
        assert_eq!(
            (record.layout.separator, record.layout.comma),
            (Separator::Semicolon, CommaSign::Decimal)
        );
        assert_eq!(night(&record), 24.0);
        let record = read("2024-03-01 02:00\t1,234\n2024-03-01 03:00\t1,240", None).expect("a record");
        assert_eq!((record.layout.separator, record.layout.comma), (Separator::Tab, CommaSign::Grouping));
        assert_eq!(night(&record), 1237.0);
        // One number that can only be decimal says what the others are.
        let record = read("02:00\t1,234\n03:00\t1,5", None).expect("a record");
        assert_eq!(record.volumes, [1.234, 1.5]);
        let both = read("02:00\t1,234.5\n03:00\t1,5", None);
        assert_eq!(both, Err(ReadingsFault::NoNumber { line: 2 }));
    }

    #[test]
    fn several_numbers_a_line_are_asked_about() {
        let text = "02:00,12,350\n02:30,13,351\n03:00,14,352";
        assert_eq!(read(text, None), Err(ReadingsFault::SeveralNumbers { columns: 3 }));
        let said = |column| RecordSaid { column: Some(column), kind: Some(RecordedAs::Volume), step: None };
        assert_eq!(readings(text, said(2)).expect("a record").volumes, [12.0, 13.0, 14.0]);
        for column in [0, 1, 4] {
            let refused = readings(text, said(column));
            let is_asked = column == 0 && refused == Err(ReadingsFault::SeveralNumbers { columns: 3 });
            assert!(is_asked || refused == Err(ReadingsFault::NoColumn { columns: 3 }), "{column}");
        }
        // A column that counts the lines is none of them; date and time may stand apart.
        let record = read("1\t2024-03-01\t02:00\t3\n2\t2024-03-01\t03:00\t4", None).expect("a record");
        assert_eq!((record.volumes, record.begin), (vec![3.0, 4.0], 120));
    }

    #[test]
    fn a_clock_of_twelve_hours_is_read_by_its_mark() {
        for text in ["02:00 PM,4\n03:00 PM,4", "下午 2:00:00,4\n下午 3:00:00,4", "2:00 p.m.;4\n3:00 p.m.;4"]
        {
            assert_eq!(read(text, None).expect("a record").begin, 14 * 60, "{text}");
        }
        assert_eq!(read("12:00 AM,4\n1:00 AM,4", None).expect("a record").begin, 0);
        assert_eq!(read("凌晨2:00,4\n凌晨3:00,4", None).expect("a record").begin, 120);
        for text in ["02:00 XM,4\n03:00 XM,4", "14:00 AM,4\n15:00 AM,4", "02:00 +08,4\n03:00 +08,4"] {
            assert!(read(text, None).is_err(), "{text}");
        }
    }

    #[test]
    fn a_heading_says_what_the_numbers_are() {
        let flows = read("时间\t瞬时流量(m³/h)\n02:00\t12\n02:05\t24", None).expect("a record");
        assert_eq!((flows.kind, flows.volumes.clone()), (RecordedAs::Flow, vec![1.0, 2.0]));
        assert_eq!(night(&flows), 18.0);
        let register = read("time,register\n02:00,100\n03:00,101\n04:00,103", None).expect("a record");
        assert_eq!((register.kind, register.volumes), (RecordedAs::Register, vec![1.0, 2.0]));
    }

    #[test]
    fn a_register_pasted_without_a_word_is_asked_about() {
        let text = "02:00,733772\n02:15,733774\n02:30,733776\n02:45,733779";
        assert_eq!(read(text, None), Err(ReadingsFault::KindUnclear));
        assert_eq!(kind(text, RecordedAs::Register).expect("a record").volumes, [2.0, 2.0, 3.0]);
        assert!(kind(text, RecordedAs::Volume).is_ok(), "what was said holds");
    }

    #[test]
    fn a_register_gives_what_went_through_and_leaves_out_what_spans_a_gap() {
        let record = kind("01:00,100\n02:00,101.5\n04:00,109\n05:00,110", RecordedAs::Register);
        let record = record.expect("a record");
        assert_eq!(record.volumes[0], 1.5);
        assert!(record.volumes[1].is_nan() && record.volumes[2].is_nan());
        assert_eq!(record.volumes[3], 1.0);
        let back = kind("01:00,100\n02:00,99", RecordedAs::Register);
        assert_eq!(back, Err(ReadingsFault::Backwards { line: 2 }));
    }

    #[test]
    fn a_record_may_begin_off_the_hour_and_with_a_gap() {
        let record = read("02:07,1\n02:37,2\n02:52,3\n03:07,", None).expect("a record");
        assert_eq!((record.step, record.begin, record.gaps), (15, 127, 2));
        assert_eq!(record.volumes[0], 1.0);
        assert!(record.volumes[1].is_nan() && record.volumes[4].is_nan());
    }

    #[test]
    fn any_end_of_a_line_is_one() {
        for end in ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{b}", "\u{c}"] {
            let record = read(&["02:00,1", "03:00,2"].join(end), None).expect("a record");
            assert_eq!(record.volumes, [1.0, 2.0], "{end:?}");
        }
    }

    #[test]
    fn what_is_no_record_is_refused_at_its_line() {
        for (text, fault) in [
            ("00:00,1\n01:00,x", ReadingsFault::NoNumber { line: 2 }),
            ("00:00,1\n00:00,2", ReadingsFault::NoInterval),
            ("00:00,1\n01:00,2\n01:00,3", ReadingsFault::BadTime { line: 3 }),
            ("00:00,1\n25:00,2", ReadingsFault::BadTime { line: 2 }),
            ("00:00,1\n2", ReadingsFault::BadTime { line: 2 }),
            ("2024-13-01 00:00,1\n2024-13-01 01:00,2", ReadingsFault::BadTime { line: 1 }),
            ("2024-01-01 00:00,1\n2024-01-01 01:00,2\n9024-01-01 01:00,2", ReadingsFault::TooLong),
        ] {
            assert_eq!(read(text, None), Err(fault), "{text}");
        }
        let long = "1\n".repeat(MOST + 1);
        assert_eq!(read(&long, Some(60)), Err(ReadingsFault::TooLong));
        assert_eq!(read(&"\n".repeat(MOST_BYTES + 1), Some(60)), Err(ReadingsFault::TooLong));
        assert_eq!(read("", Some(60)).map(|record| record.volumes), Ok(Vec::new()));
    }
}
