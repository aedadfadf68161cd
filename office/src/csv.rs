//! Tables as text, whatever parts their cells and however they are encoded.

use water_ledger::exchange::html_tables;
use water_ledger::text;
use water_ledger::workbook::{Cell, Grid};

use crate::grid::{MOST_BYTES, MOST_CELLS, Unread};

/// What may part cells.
const SEPARATORS: [u8; 4] = [b'\t', b',', b';', b'|'];
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
        return Ok(of_page(&text));
    }
    table(&text).map(|grid| vec![grid])
}

fn of_page(text: &str) -> Vec<Grid> {
    let tables = html_tables(text).into_iter().zip(1..);
    let grid = |(rows, number): (Vec<Vec<String>>, usize)| Grid {
        name: number.to_string(),
        rows: rows.iter().map(|row| row.iter().map(|text| cell(text)).collect()).collect(),
        ..Grid::default()
    };
    tables.map(grid).collect()
}

fn cell(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_string()) }
}

fn table(text: &str) -> Result<Grid, Unread> {
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(separator(text));
    let mut grid = Grid::default();
    let mut cells = 0;
    for record in reader.from_reader(text.as_bytes()).records() {
        let record = record.map_err(|_| Unread::Damaged)?;
        cells += record.len();
        if cells > MOST_CELLS {
            return Err(Unread::TooLarge);
        }
        grid.rows.push(record.iter().map(cell).collect());
    }
    Ok(grid)
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
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let parted = |separator: &u8| lines.iter().filter(|line| line.as_bytes().contains(separator)).count();
    let most = SEPARATORS.iter().map(parted).max().filter(|most| *most > 0);
    let found = SEPARATORS.into_iter().find(|separator| Some(parted(separator)) == most);
    found.unwrap_or(b',')
}
