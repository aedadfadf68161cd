//! What the page is told of a file.

use serde_json::json;
use water_ledger::workbook::Grid;

use crate::csv::table;
use crate::grid::{Unread, grids};

/// The worksheets of a file as JSON, or why it cannot be read, as a text.
pub fn answer(bytes: &[u8]) -> String {
    match read(bytes) {
        Ok(grids) => grids.iter().map(Grid::to_value).collect::<serde_json::Value>().to_string(),
        Err(Unread::Locked) => json!("locked").to_string(),
        Err(Unread::TooLarge) => json!("too_large").to_string(),
        Err(Unread::Damaged) => json!("damaged").to_string(),
    }
}

/// The worksheets of a file, whatever kind it is of; a table as text is one.
///
/// # Errors
/// Why it cannot be read.
pub fn read(bytes: &[u8]) -> Result<Vec<Grid>, Unread> {
    let is_workbook = bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    if is_workbook { grids(bytes) } else { table(bytes).map(|grid| vec![grid]) }
}
