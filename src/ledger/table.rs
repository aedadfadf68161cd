//! Tables as typed: what every table of the ledger has in common, and how it changes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::text::{Key, Message};

/// A table longer than this is refused: nobody reads it, and the page would stop answering.
pub const MAX_ROWS: usize = 5_000;

/// The identity of a row within its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowId(pub u32);

/// A row of cells as typed. Columns are counted from 0.
pub trait TypedRow {
    /// How many columns can be typed into.
    const COLUMNS: usize;

    /// An empty row.
    fn blank(id: RowId) -> Self;

    /// Its identity, kept through edits and moves.
    fn id(&self) -> RowId;

    /// The text of a cell; empty beyond the last column.
    fn cell(&self, column: usize) -> &str;

    /// Takes a text into a cell.
    fn set_cell(&mut self, column: usize, text: String);

    /// Whether nothing was typed into the row.
    fn is_blank(&self) -> bool {
        (0..Self::COLUMNS).all(|column| self.cell(column).trim().is_empty())
    }
}

/// A change of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableEdit {
    /// One cell: row, column, text.
    Set(RowId, usize, String),
    /// A block of cells, its upper left corner at a row and column; rows that are lacking are added.
    Paste(RowId, usize, Vec<Vec<String>>),
    /// An empty row after another, or at the end.
    Insert(Option<RowId>),
    /// A row goes.
    Remove(RowId),
    /// A row moves by so many places.
    Move(RowId, isize),
}

/// A change that was not made, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The table would grow too long.
    TooManyRows,
    /// What was to be changed is no longer there.
    Gone,
}

impl Refused {
    /// The sentence that says what to do.
    pub fn message(self) -> Message {
        match self {
            Refused::TooManyRows => Message::new(Key::EditTooManyRows).with_number("limit", MAX_ROWS as f64),
            Refused::Gone => Message::new(Key::EditGone),
        }
    }
}

/// Makes a change in a table's rows.
pub(super) fn change<R: TypedRow>(rows: &mut Vec<R>, edit: TableEdit) -> Result<(), Refused> {
    match edit {
        TableEdit::Set(row, column, text) => {
            let at = position(rows, row)?;
            rows[at].set_cell(column, text);
        }
        TableEdit::Paste(row, column, block) => paste(rows, row, column, block)?,
        TableEdit::Insert(after) => {
            has_room_for(rows, 1)?;
            let at = match after {
                Some(row) => position(rows, row)? + 1,
                None => rows.len(),
            };
            rows.insert(at, R::blank(next_id(rows)));
        }
        TableEdit::Remove(row) => {
            let at = position(rows, row)?;
            rows.remove(at);
        }
        TableEdit::Move(row, by) => {
            let from = position(rows, row)?;
            let to = from.saturating_add_signed(by).min(rows.len() - 1);
            let moved = rows.remove(from);
            rows.insert(to, moved);
        }
    }
    Ok(())
}

fn paste<R: TypedRow>(
    rows: &mut Vec<R>,
    row: RowId,
    left: usize,
    block: Vec<Vec<String>>,
) -> Result<(), Refused> {
    let top = position(rows, row)?;
    has_room_for(rows, (top + block.len()).saturating_sub(rows.len()))?;
    for (offset, cells) in block.into_iter().enumerate() {
        if top + offset == rows.len() {
            rows.push(R::blank(next_id(rows)));
        }
        for (column, text) in (left..R::COLUMNS).zip(cells) {
            rows[top + offset].set_cell(column, text);
        }
    }
    Ok(())
}

/// An identity that no row has.
fn next_id<R: TypedRow>(rows: &[R]) -> RowId {
    RowId(free_id(rows.iter().map(|row| row.id().0)))
}

/// A number that is not taken: one above the highest or, where the highest is the last there is, the lowest gap.
pub(super) fn free_id(taken: impl Iterator<Item = u32> + Clone) -> u32 {
    let highest = taken.clone().max().unwrap_or(0);
    highest.checked_add(1).unwrap_or_else(|| {
        let taken: BTreeSet<u32> = taken.collect();
        (1..highest).find(|id| !taken.contains(id)).unwrap_or(highest)
    })
}

fn position<R: TypedRow>(rows: &[R], row: RowId) -> Result<usize, Refused> {
    rows.iter().position(|r| r.id() == row).ok_or(Refused::Gone)
}

fn has_room_for<R>(rows: &[R], more: usize) -> Result<(), Refused> {
    if rows.len() + more <= MAX_ROWS { Ok(()) } else { Err(Refused::TooManyRows) }
}
