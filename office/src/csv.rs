//! Tables as text, whatever parts their cells and however they are encoded.

use water_ledger::exchange::html_tables;
use water_ledger::text;
use water_ledger::workbook::Grid;

use crate::grid::{MOST_BYTES, Unread};
use crate::sheets::{MOST_CELLS, Sheets};
use crate::shown;

/// What may part cells.
const SEPARATORS: [u8; 4] = [b'\t', b',', b';', b'|'];
/// What ends a line on any system.
const LINE_ENDS: [char; 2] = ['\r', '\n'];
/// How many lines are looked at to see which it is.
const LOOKED_AT: usize = 20;

/// The tables of a text: those of a page, else what its lines are.
///
/// # Errors
/// It is too large, or no text.
pub(crate) fn tables(bytes: &[u8]) -> Result<Vec<Grid>, Unread> {
    if bytes.len() > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    let text = decoded(bytes).ok_or(Unread::Damaged)?;
    // Many systems call a page with a table a workbook.
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        return of_page(&text);
    }
    table(&text)
}

fn of_page(text: &str) -> Result<Vec<Grid>, Unread> {
    let mut sheets = Sheets::new(text.len());
    for (rows, number) in html_tables(text).into_iter().zip(1..) {
        sheets.begin(number.to_string(), false)?;
        for (at, row) in rows.into_iter().enumerate() {
            for (column, text) in row.into_iter().enumerate() {
                sheets.put(at, column, shown::text(&text))?;
            }
        }
    }
    Ok(sheets.all().unwrap_or_default())
}

fn table(text: &str) -> Result<Vec<Grid>, Unread> {
    let (said, text) = said_separator(text);
    let separator = said.unwrap_or_else(|| separator(text));
    // A single row of nothing but separators would take its room before its cells could be counted.
    if text.bytes().filter(|byte| *byte == separator).count() > MOST_CELLS {
        return Err(Unread::TooLarge);
    }
    let mut reader = csv::ReaderBuilder::new();
    let mut reader =
        reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut sheets = Sheets::new(text.len());
    sheets.begin(String::new(), false)?;
    let mut record = csv::StringRecord::new();
    let mut at = 0;
    while reader.read_record(&mut record).map_err(|_| Unread::Damaged)? {
        for (column, cell) in record.iter().enumerate() {
            sheets.put(at, column, shown::text(cell))?;
        }
        at += 1;
    }
    sheets.all()
}

/// The separator that a first line says, as some programs write it for others, and what follows.
fn said_separator(text: &str) -> (Option<u8>, &str) {
    let said = || {
        let rest = text.strip_prefix("sep=")?;
        let separator = *rest
            .as_bytes()
            .first()
            .filter(|byte| byte.is_ascii() && !LINE_ENDS.contains(&char::from(**byte)))?;
        let after = rest[1..].strip_prefix(LINE_ENDS)?;
        Some((separator, after.strip_prefix('\n').unwrap_or(after)))
    };
    said().map_or((None, text), |(separator, rest)| (Some(separator), rest))
}

/// The text, in UTF-16 also where no mark says so.
fn decoded(bytes: &[u8]) -> Option<String> {
    // A zero stands in no text of one byte a letter.
    let zeros =
        |first: usize| bytes.iter().skip(first).step_by(2).take(200).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let encoding = match () {
        () if odd > 2 * even + 2 => text::Encoding::Utf16Le,
        () if even > 2 * odd + 2 => text::Encoding::Utf16Be,
        () => text::encoding(bytes),
    };
    let (text, _, _) = encoding_rs::Encoding::for_label(encoding.label().as_bytes())?.decode(bytes);
    (!text.contains('\0')).then(|| text.into_owned())
}

/// What stands in most lines; the first of those that stand in as many.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> =
        text.split(LINE_ENDS).filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let parted = |separator: &u8| lines.iter().filter(|line| line.as_bytes().contains(separator)).count();
    let most = SEPARATORS.iter().map(parted).max().filter(|most| *most > 0);
    let found = SEPARATORS.into_iter().find(|separator| Some(parted(separator)) == most);
    found.unwrap_or(b',')
}
