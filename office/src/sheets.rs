//! Worksheets as they are read, in as much room as a file may take.

use water_ledger::workbook::{Cell, Grid};

use crate::grid::Unread;

/// So many bytes the cells of any file may take.
const LEAST_ROOM: usize = 28 * 1024 * 1024;
/// So many times its own size a file's cells may take beyond that: what becomes much larger than it is was made to.
const GROWTH: usize = 16;
/// More would not fit into a browser's memory beside the page.
const MOST_ROOM: usize = 224 * 1024 * 1024;

/// So many cells a workbook may have in all.
pub(crate) const MOST_CELLS: usize = 4_000_000;

/// How much room the reading of a file of so many bytes may take.
pub(crate) fn room(bytes: usize) -> usize {
    (LEAST_ROOM + bytes.saturating_mul(GROWTH)).min(MOST_ROOM)
}

/// How much room the text of a cell takes beside the cell.
pub(crate) fn text_room(cell: &Cell) -> usize {
    // Whoever gives memory keeps some words about each piece.
    if let Cell::Text(text) = cell { text.len() + 2 * size_of::<usize>() } else { 0 }
}

/// The worksheets read so far, and the room that is left.
pub(crate) struct Sheets {
    grids: Vec<Grid>,
    room: usize,
}

impl Sheets {
    /// None yet, of a file of so many bytes.
    pub(crate) fn new(bytes: usize) -> Sheets {
        Sheets { grids: Vec::new(), room: room(bytes) }
    }

    /// The next worksheet begins.
    pub(crate) fn begin(&mut self, name: String, is_hidden: bool) -> Result<(), Unread> {
        self.take(size_of::<Grid>() + name.len())?;
        self.grids.push(Grid { name, is_hidden, rows: Vec::new() });
        Ok(())
    }

    /// Takes room for something.
    pub(crate) fn take(&mut self, bytes: usize) -> Result<(), Unread> {
        self.room = self.room.checked_sub(bytes).ok_or(Unread::TooLarge)?;
        Ok(())
    }

    /// Gives room back.
    pub(crate) fn give(&mut self, bytes: usize) {
        self.room += bytes;
    }

    /// Puts a cell into the worksheet that began last.
    pub(crate) fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), Unread> {
        let Some(grid) = self.grids.last_mut().filter(|_| cell != Cell::Empty) else { return Ok(()) };
        let new_rows = (row + 1).saturating_sub(grid.rows.len());
        let new_cells = (column + 1).saturating_sub(grid.rows.get(row).map_or(0, Vec::len));
        let said = text_room(&cell);
        let taken = new_rows * size_of::<Vec<Cell>>() + new_cells * size_of::<Cell>() + said;
        self.room = self.room.checked_sub(taken).ok_or(Unread::TooLarge)?;
        if new_rows > 0 {
            grid.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut grid.rows[row];
        if new_cells > 0 {
            // Most rows are not begun with a single cell, but a million that are would take four times their room.
            if cells.is_empty() {
                cells.reserve_exact(new_cells);
            }
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }

    /// Whether nothing was put there in the worksheet that began last.
    pub(crate) fn is_free(&self, row: usize, column: usize) -> bool {
        let cell = self.grids.last().and_then(|grid| grid.rows.get(row)?.get(column));
        cell.is_none_or(|cell| *cell == Cell::Empty)
    }

    /// All of them. A workbook has a worksheet; of one without any the list of them is lost.
    pub(crate) fn all(self) -> Result<Vec<Grid>, Unread> {
        if self.grids.is_empty() { Err(Unread::Damaged) } else { Ok(self.grids) }
    }
}
