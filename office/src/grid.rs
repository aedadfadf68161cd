//! A workbook of any program as grids of cells, read as people see them. Nothing in it is executed.

use water_ledger::workbook::Grid;

use crate::{archive, ods, xls, xlsb, xlsx};

/// So many bytes a file may have.
pub const MOST_BYTES: usize = 50 * 1024 * 1024;

/// Why a file gives no grids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is locked with a password.
    Locked,
    /// It is larger, or would become larger, than can be read.
    TooLarge,
    /// It is no workbook, or damaged.
    Damaged,
}

/// The worksheets of a file: `.xlsx`, `.xlsm`, `.xlsb`, `.xls` or `.ods`.
///
/// # Errors
/// Why there are none.
pub fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Unread> {
    if bytes.len() > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    if !bytes.starts_with(b"PK") {
        return xls::grids(bytes);
    }
    archive::checked(bytes)?;
    // The names of its parts stand in an archive as they are.
    let stands_in = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    if stands_in(b"xl/workbook.bin") {
        xlsb::grids(bytes)
    } else if stands_in(b"content.xml") {
        ods::grids(bytes)
    } else {
        xlsx::grids(bytes)
    }
}
