//! A table as text, whatever parts its cells and however it is encoded.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use water_ledger::workbook::{Cell, Grid};

use crate::grid::{MOST_BYTES, MOST_CELLS, Unread};

/// What may part cells.
const SEPARATORS: [u8; 4] = [b'\t', b',', b';', b'|'];
/// How many lines are looked at to see which it is.
const LOOKED_AT: usize = 20;

/// The table of a text.
///
/// # Errors
/// It is too large, or no text.
pub(crate) fn table(bytes: &[u8]) -> Result<Grid, Unread> {
    if bytes.len() > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    let text = decoded(bytes).ok_or(Unread::Damaged)?;
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(separator(&text));
    let mut grid = Grid::default();
    let mut cells = 0;
    for record in reader.from_reader(text.as_bytes()).records() {
        let record = record.map_err(|_| Unread::Damaged)?;
        cells += record.len();
        if cells > MOST_CELLS {
            return Err(Unread::TooLarge);
        }
        let cell = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_string()) };
        grid.rows.push(record.iter().map(cell).collect());
    }
    Ok(grid)
}

/// The text: as its mark says, else as UTF-8 where it is that, else as the national standard of China has it.
fn decoded(bytes: &[u8]) -> Option<String> {
    // A zero stands in no text of one byte a letter.
    let zeros =
        |first: usize| bytes.iter().skip(first).step_by(2).take(200).filter(|byte| **byte == 0).count();
    let encoding: &Encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if zeros(1) > 2 * zeros(0) + 2 => UTF_16LE,
        None if zeros(0) > 2 * zeros(1) + 2 => UTF_16BE,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => GB18030,
    };
    let (text, _, _) = encoding.decode(bytes);
    (!text.contains('\0')).then(|| text.into_owned())
}

/// What parts the cells of most lines into the same number.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let parted = |separator: &u8| lines.iter().filter(|line| line.as_bytes().contains(separator)).count();
    let (count, _) = SEPARATORS
        .iter()
        .enumerate()
        .map(|(at, one)| (parted(one), at))
        .fold((0, 0), |best, next| if next.0 > best.0 { next } else { best });
    let found = SEPARATORS.iter().find(|separator| parted(separator) == count);
    if count == 0 { b',' } else { *found.unwrap_or(&b',') }
}
