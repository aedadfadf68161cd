//! How a pasted record is laid out: one separator, one decimal sign, one column of times and one of numbers, each decided for the
//! whole record. What allows two readings is refused, never guessed at line by line.

use super::record_fault::ReadingsFault;
use crate::quantity::{is_no_value, read_minute, read_number};

/// What stands between the columns of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// A tab, as spreadsheets copy.
    Tab,
    /// A semicolon.
    Semicolon,
    /// A comma, which then stands in no number.
    Comma,
    /// Blanks.
    Blank,
    /// There is one column alone.
    None,
}

/// What a comma in a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommaSign {
    /// No number holds one.
    None,
    /// It groups thousands.
    Grouping,
    /// It stands before the decimals.
    Decimal,
}

/// How a record was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What stands between its columns.
    pub separator: Separator,
    /// What a comma in its numbers means.
    pub comma: CommaSign,
    /// The column that the numbers were taken from, counted from 1.
    pub column: usize,
    /// Its heading; empty where there is none.
    pub heading: String,
    /// Whether its lines are stamped with times.
    pub is_stamped: bool,
}

/// A line of a record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    /// Counted from 1.
    pub number: usize,
    /// The minute since an arbitrary midnight, where it has a time stamp.
    pub minute: Option<i64>,
    /// The number; none where its place is left blank.
    pub value: Option<f64>,
}

/// A line cut into fields.
struct Fields<'t> {
    number: usize,
    fields: Vec<&'t str>,
}

/// Cuts a text into lines, whatever ends them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split("\r\n").flat_map(|part| part.split(LINE_ENDS))
}

/// The signs between hour and minute.
const CLOCK_SIGNS: [char; 4] = [':', '：', '时', '点'];

/// The characters that end a line: of any system, and of a text that was copied from a page.
const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Reads the lines of a record; `column` is the one to take the numbers from, counted from 1, where there are several.
///
/// # Errors
/// The first line that cannot be read, or that there are several columns of numbers.
pub(super) fn read_lines(text: &str, column: Option<usize>) -> Result<(Layout, Vec<Line>), ReadingsFault> {
    let written: Vec<(usize, &str)> =
        lines(text).map(str::trim).enumerate().filter(|(_, line)| !line.is_empty()).collect();
    let separator = separator(&written);
    let cut = |(place, line)| Fields { number: place + 1, fields: fields(line, separator) };
    let mut rows: Vec<Fields<'_>> = written.into_iter().map(cut).collect();
    let heading = take_heading(&mut rows);
    let stamp = stamp_columns(&rows);
    // A first time that cannot be read must not make its column one of numbers.
    let clock = rows.iter().find(|row| row.fields.iter().any(|field| field.contains(CLOCK_SIGNS)));
    if let (None, Some(row)) = (stamp, clock) {
        return Err(ReadingsFault::BadTime { line: row.number });
    }
    let column = number_column(&rows, stamp, column)?;
    let comma = comma_sign(&rows, column)?;
    let lines = rows.iter().map(|row| line(row, stamp, column, comma)).collect::<Result<Vec<_>, _>>()?;
    let heading = heading.and_then(|heading| heading.get(column).map(|name| (*name).to_string()));
    let layout = Layout {
        separator: if column == 0 && stamp.is_none() { Separator::None } else { separator },
        comma,
        column: column + 1,
        heading: heading.unwrap_or_default(),
        is_stamped: stamp.is_some(),
    };
    Ok((layout, lines))
}

/// What the columns of the whole record are parted by: the first of tab, semicolon and comma that is there, else the blanks
/// before the last word where a time stands before it.
fn separator(lines: &[(usize, &str)]) -> Separator {
    let has = |signs: &[char]| lines.iter().any(|(_, line)| line.contains(signs));
    if has(&['\t']) {
        return Separator::Tab;
    }
    if has(&[';', '；']) {
        return Separator::Semicolon;
    }
    let stamped = lines.iter().filter(|(_, line)| line.contains(CLOCK_SIGNS)).count();
    // A comma parts what a time stands before; among numbers alone it belongs to the number.
    if stamped * 2 >= lines.len() && has(&[',', '，']) {
        return Separator::Comma;
    }
    if stamped * 2 >= lines.len() { Separator::Blank } else { Separator::None }
}

fn fields(line: &str, separator: Separator) -> Vec<&str> {
    let mut fields: Vec<&str> = match separator {
        Separator::Tab => line.split('\t').map(str::trim).collect(),
        Separator::Semicolon => line.split([';', '；']).map(str::trim).collect(),
        Separator::Comma => line.split([',', '，']).map(str::trim).collect(),
        Separator::Blank => line.split_whitespace().collect(),
        Separator::None => vec![line],
    };
    // Spreadsheets end a line with the separators of its empty cells.
    while fields.len() > 2 && fields.last().is_some_and(|last| last.is_empty()) {
        fields.pop();
    }
    fields
}

/// What stands above the numbers is their heading: a first line without a time and without a number.
fn take_heading<'t>(rows: &mut Vec<Fields<'t>>) -> Option<Vec<&'t str>> {
    let is_heading = |fields: &[&str]| {
        let is_number = |field: &&str| matches!(read_number(field), Ok(Some(_)));
        stamp_at(fields).is_none()
            && !fields.iter().any(is_number)
            && fields.iter().any(|one| !one.is_empty())
    };
    let first = rows.first().filter(|row| is_heading(&row.fields))?;
    // A single word that is no number is a mistake where nothing else follows it.
    if rows.len() == 1 && first.fields.len() == 1 {
        return None;
    }
    Some(rows.remove(0).fields)
}

/// The columns that a time stands in: one, or a date and a time beside each other.
type Stamp = (usize, usize);

/// The first time of a line.
fn stamp_at(fields: &[&str]) -> Option<Stamp> {
    for at in 0..fields.len() {
        if read_minute(fields[at]).is_some() {
            return Some((at, 1));
        }
        // A clock with its mark, or a date and a clock, may stand in columns of their own.
        for count in 2..=3 {
            let joined = fields.get(at..at + count).map(|parts| parts.join(" "));
            if joined.is_some_and(|joined| read_minute(&joined).is_some()) {
                return Some((at, count));
            }
        }
    }
    None
}

/// Where the times of the record stand, by its first line; none where that has none.
fn stamp_columns(rows: &[Fields<'_>]) -> Option<Stamp> {
    rows.first().and_then(|row| stamp_at(&row.fields))
}

/// The column of the numbers, counted from 0: the only one that holds any, or the one that was asked for.
fn number_column(
    rows: &[Fields<'_>],
    stamp: Option<Stamp>,
    wanted: Option<usize>,
) -> Result<usize, ReadingsFault> {
    let width = rows.iter().map(|row| row.fields.len()).max().unwrap_or(1);
    let is_stamp = |column: usize| stamp.is_some_and(|(at, count)| (at..at + count).contains(&column));
    if let Some(wanted) = wanted.and_then(|wanted| wanted.checked_sub(1)) {
        return if wanted < width && !is_stamp(wanted) {
            Ok(wanted)
        } else {
            Err(ReadingsFault::NoColumn { columns: width })
        };
    }
    let holds_numbers = |column: &usize| {
        let filled =
            |row: &Fields<'_>| row.fields.get(*column).is_some_and(|field| looks_like_a_number(field));
        !is_stamp(*column) && rows.iter().any(filled) && !counts_lines(rows, *column)
    };
    let mut columns = (0..width).filter(holds_numbers);
    match (columns.next(), columns.next()) {
        (Some(only), None) => Ok(only),
        (Some(_), Some(_)) => Err(ReadingsFault::SeveralNumbers { columns: width }),
        // The line that says what is wrong is found when it is read.
        (None, _) => Ok(width.saturating_sub(1).max(stamp.map_or(0, |(at, count)| at + count))),
    }
}

/// Whether a column numbers the lines, as a first column of 1, 2, 3 … does beside others.
fn counts_lines(rows: &[Fields<'_>], column: usize) -> bool {
    let counts = |(place, row): (usize, &Fields<'_>)| {
        row.fields.get(column) == Some(&(place + 1).to_string().as_str())
    };
    column == 0 && rows.len() > 1 && rows[0].fields.len() > 1 && rows.iter().enumerate().all(counts)
}

fn looks_like_a_number(field: &str) -> bool {
    field.starts_with(|c: char| c.is_numeric() || ['-', '+', '.', '−', '－'].contains(&c))
}

/// What commas in the numbers mean, by all of them together.
fn comma_sign(rows: &[Fields<'_>], column: usize) -> Result<CommaSign, ReadingsFault> {
    let mut sign = CommaSign::None;
    let mut is_certain = false;
    for row in rows {
        let Some(field) = row.fields.get(column).filter(|field| field.contains([',', '，'])) else {
            continue;
        };
        let (found, certain) = match grouping(field) {
            Grouped::Never => (CommaSign::Decimal, true),
            Grouped::Always => (CommaSign::Grouping, true),
            // 1,234 may be either; grouping is how the product writes, and it is said.
            Grouped::Perhaps => (CommaSign::Grouping, false),
        };
        match (sign, is_certain, certain) {
            (CommaSign::None, ..) | (_, false, true) => (sign, is_certain) = (found, certain),
            (_, true, true) if sign != found => return Err(ReadingsFault::NoNumber { line: row.number }),
            _ => {}
        }
    }
    Ok(sign)
}

/// Whether the commas of a number can group its thousands.
enum Grouped {
    Always,
    Perhaps,
    Never,
}

fn grouping(field: &str) -> Grouped {
    let plain = field.replace('，', ",");
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
    let whole = whole.trim_start_matches(['-', '+', '−', '－']);
    let groups: Vec<&str> = whole.split(',').collect();
    let is_group = |group: &&str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    let leads = (1..=3).contains(&groups[0].len()) && !groups[0].starts_with('0');
    match (leads && groups[1..].iter().all(is_group), groups.len(), fraction) {
        (true, 2, None) => Grouped::Perhaps,
        (true, ..) => Grouped::Always,
        (false, ..) => Grouped::Never,
    }
}

fn line(
    row: &Fields<'_>,
    stamp: Option<Stamp>,
    column: usize,
    comma: CommaSign,
) -> Result<Line, ReadingsFault> {
    let number = row.number;
    let minute = match stamp {
        None => None,
        Some((at, count)) => {
            let parts = row.fields.get(at..at + count).map(|parts| parts.join(" "));
            let minute = parts.and_then(|parts| read_minute(&parts));
            Some(minute.ok_or(ReadingsFault::BadTime { line: number })?)
        }
    };
    let field = row.fields.get(column).copied().unwrap_or_default();
    let value = match (field, comma) {
        ("", _) if stamp.is_some() => None,
        (field, _) if stamp.is_some() && is_no_value(field) => None,
        (field, CommaSign::Decimal) if field.matches([',', '，']).count() > 1 => {
            return Err(ReadingsFault::NoNumber { line: number });
        }
        (field, CommaSign::Decimal) => number_of(&field.replace([',', '，'], "."), number)?,
        (field, _) => number_of(field, number)?,
    };
    Ok(Line { number, minute, value })
}

fn number_of(field: &str, line: usize) -> Result<Option<f64>, ReadingsFault> {
    match read_number(field) {
        Ok(Some(value)) => Ok(Some(value)),
        _ => Err(ReadingsFault::NoNumber { line }),
    }
}
