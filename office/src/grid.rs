//! A workbook of any program as grids of cells, read as people see them. Nothing in it is executed.

use std::io::Cursor;

use calamine::{Data, Ods, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx};
use water_ledger::workbook::{Cell, Grid};

/// So many cells a workbook may have in all; more would not fit into a browser's memory beside the page.
pub const MOST_CELLS: usize = 4_000_000;
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
    crate::archive::checked(bytes)?;
    let stands_in = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let file = Cursor::new(bytes);
    // The names of its parts stand in an archive as they are.
    let found = if !bytes.starts_with(b"PK") {
        match Xls::new(file.clone()) {
            Ok(workbook) => worksheets(workbook, range_cells),
            // A locked workbook of the newer kind stands in a file of the older one.
            Err(_) if stands_in(&utf16("EncryptedPackage")) => Err(Unread::Locked),
            Err(error) => Err(why(&error)),
        }
    } else if stands_in(b"xl/workbook.bin") {
        Xlsb::new(file).map_err(|error| why(&error)).and_then(|workbook| worksheets(workbook, xlsb_cells))
    } else if stands_in(b"content.xml") {
        Ods::new(file).map_err(|error| why(&error)).and_then(|workbook| worksheets(workbook, range_cells))
    } else {
        Xlsx::new(file).map_err(|error| why(&error)).and_then(|workbook| worksheets(workbook, xlsx_cells))
    };
    // A workbook has a worksheet; of one without any the list of them is lost.
    found.and_then(|grids| if grids.is_empty() { Err(Unread::Damaged) } else { Ok(grids) })
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

type File<'b> = Cursor<&'b [u8]>;

/// Gives every cell of a worksheet that holds something to [`Take`].
type Cells<R> = fn(&mut R, &str, &mut Take<'_>) -> Result<(), Unread>;

/// Takes a cell at a row and column; false where there is no room for more.
type Take<'t> = dyn FnMut((u32, u32), Data) -> bool + 't;

/// The worksheets of a workbook, whose cells are read by `cells_of`.
fn worksheets<'b, R: Reader<File<'b>>>(mut workbook: R, cells_of: Cells<R>) -> Result<Vec<Grid>, Unread> {
    let sheets = workbook.sheets_metadata().to_vec();
    let (mut grids, mut count) = (Vec::new(), 0_usize);
    for sheet in sheets {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut take = |(row, column): (u32, u32), data: Data| {
            let added = put(&mut rows, (row as usize, column as usize), cell(&data));
            count = count.saturating_add(added);
            count <= MOST_CELLS
        };
        // A sheet of charts has no cells.
        if sheet.typ == SheetType::WorkSheet {
            cells_of(&mut workbook, &sheet.name, &mut take)?;
        }
        grids.push(Grid {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
            rows,
        });
    }
    Ok(grids)
}

/// Cell by cell: as a block from corner to corner two cells far from each other would take the room of all between.
fn xlsx_cells(workbook: &mut Xlsx<File<'_>>, name: &str, take: &mut Take<'_>) -> Result<(), Unread> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|error| why(&error))?;
    while let Some(cell) = cells.next_cell().map_err(|error| why(&error))? {
        if !take(cell.get_position(), cell.get_value().clone().into()) {
            return Err(Unread::TooLarge);
        }
    }
    Ok(())
}

fn xlsb_cells(workbook: &mut Xlsb<File<'_>>, name: &str, take: &mut Take<'_>) -> Result<(), Unread> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|error| why(&error))?;
    while let Some(cell) = cells.next_cell().map_err(|error| why(&error))? {
        if !take(cell.get_position(), cell.get_value().clone().into()) {
            return Err(Unread::TooLarge);
        }
    }
    Ok(())
}

/// As a block, in a format whose library knows no other way.
fn range_cells<'b, R: Reader<File<'b>>>(
    workbook: &mut R,
    name: &str,
    take: &mut Take<'_>,
) -> Result<(), Unread> {
    let range = workbook.worksheet_range(name).map_err(|_| Unread::Damaged)?;
    let (top, left) = range.start().unwrap_or((0, 0));
    for (row, column, data) in range.used_cells() {
        if !take((top + row as u32, left + column as u32), data.clone()) {
            return Err(Unread::TooLarge);
        }
    }
    Ok(())
}

/// Puts a cell in its place, and gives how much room that takes.
fn put(rows: &mut Vec<Vec<Cell>>, (row, column): (usize, usize), cell: Cell) -> usize {
    if cell == Cell::Empty {
        return 0;
    }
    let mut added = 1;
    if rows.len() <= row {
        added += row + 1 - rows.len();
        rows.resize_with(row + 1, Vec::new);
    }
    let cells = &mut rows[row];
    if cells.len() <= column {
        added += column + 1 - cells.len();
        cells.resize(column + 1, Cell::Empty);
    }
    cells[column] = cell;
    added
}

fn why(error: &impl std::fmt::Display) -> Unread {
    let said = error.to_string().to_lowercase();
    match () {
        () if said.contains("password") => Unread::Locked,
        () if said.contains("limit") => Unread::TooLarge,
        () => Unread::Damaged,
    }
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) if number.is_finite() => Cell::Number(*number),
        Data::Float(number) => Cell::Text(number.to_string()),
        Data::Bool(is_true) => Cell::Text(if *is_true { "TRUE" } else { "FALSE" }.to_string()),
        Data::String(text) => Cell::Text(text.clone()),
        Data::DateTime(date) => date_cell(*date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Error(error) => Cell::Text(error.to_string()),
    }
}

/// A day as it is written in this country and by the standard, with the time where there is one.
fn date_cell(date: calamine::ExcelDateTime) -> Cell {
    if date.is_duration() {
        return Cell::Number(date.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    Cell::Text(match (hour, minute, second) {
        (0, 0, 0) => day,
        (hour, minute, 0) => format!("{day} {hour:02}:{minute:02}"),
        (hour, minute, second) => format!("{day} {hour:02}:{minute:02}:{second:02}"),
    })
}
