//! What the page is told of a file.

use serde_json::json;
use water_ledger::text::FileKind;
use water_ledger::workbook::Grid;

use crate::csv::tables;
use crate::grid::{Unread, grids};

/// The worksheets of a file as JSON, or why it cannot be read, as a text.
pub fn answer(bytes: &[u8]) -> String {
    match read(bytes) {
        Ok(grids) => serde_json::to_string(&grids).unwrap_or_default(),
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
    match FileKind::of_bytes(bytes) {
        Some(FileKind::Workbook | FileKind::Archive | FileKind::OldOffice) => grids(bytes),
        Some(FileKind::Pdf | FileKind::Image) => Err(Unread::Damaged),
        _ => tables(bytes),
    }
}
