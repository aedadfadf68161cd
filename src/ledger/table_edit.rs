//! Changes of tables: a change is the same in all of them.

use std::collections::{BTreeSet, HashSet};

use super::table::TypedRow;
use super::{MAX_ROWS, RowId};
use crate::text::{Key, Message};

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

/// The rows of some table: a change is the same in all of them.
pub(super) trait Rows {
    fn ids(&self) -> Vec<RowId>;
    fn columns(&self) -> usize;
    fn set(&mut self, at: usize, column: usize, text: String);
    fn insert(&mut self, at: usize, id: RowId);
    fn remove(&mut self, at: usize);
    fn shift(&mut self, from: usize, to: usize);
}

impl<R: TypedRow> Rows for Vec<R> {
    fn ids(&self) -> Vec<RowId> {
        self.iter().map(TypedRow::id).collect()
    }

    fn columns(&self) -> usize {
        R::COLUMNS.len()
    }

    fn set(&mut self, at: usize, column: usize, text: String) {
        self[at].set_cell(column, text);
    }

    fn insert(&mut self, at: usize, id: RowId) {
        Vec::insert(self, at, R::blank(id));
    }

    fn remove(&mut self, at: usize) {
        Vec::remove(self, at);
    }

    fn shift(&mut self, from: usize, to: usize) {
        let row = Vec::remove(self, from);
        Vec::insert(self, to, row);
    }
}

/// Makes a change in a table's rows.
pub(super) fn change(rows: &mut dyn Rows, edit: TableEdit) -> Result<(), Refused> {
    let ids = rows.ids();
    let position = |row: RowId| ids.iter().position(|id| *id == row).ok_or(Refused::Gone);
    match edit {
        TableEdit::Set(row, column, text) => rows.set(position(row)?, column, text),
        TableEdit::Paste(row, column, block) => paste(rows, ids.len(), position(row)?, column, block)?,
        TableEdit::Insert(after) => {
            has_room_for(ids.len(), 1)?;
            let at = match after {
                Some(row) => position(row)? + 1,
                None => ids.len(),
            };
            rows.insert(at, next_id(&ids));
        }
        TableEdit::Remove(row) => rows.remove(position(row)?),
        TableEdit::Move(row, by) => {
            let from = position(row)?;
            rows.shift(from, from.saturating_add_signed(by).min(ids.len() - 1));
        }
    }
    Ok(())
}

fn paste(
    rows: &mut dyn Rows,
    count: usize,
    top: usize,
    left: usize,
    block: Vec<Vec<String>>,
) -> Result<(), Refused> {
    has_room_for(count, (top + block.len()).saturating_sub(count))?;
    for (offset, cells) in block.into_iter().enumerate() {
        if top + offset >= count {
            rows.insert(top + offset, next_id(&rows.ids()));
        }
        for (column, text) in (left..rows.columns()).zip(cells) {
            rows.set(top + offset, column, text);
        }
    }
    Ok(())
}

/// An identity that no row has.
fn next_id(taken: &[RowId]) -> RowId {
    RowId(free_id(taken.iter().map(|id| id.0)))
}

/// A number that is not taken: one above the highest or, where the highest is the last there is, the lowest gap.
pub(super) fn free_id(taken: impl Iterator<Item = u32> + Clone) -> u32 {
    let highest = taken.clone().max().unwrap_or(0);
    highest.checked_add(1).unwrap_or_else(|| {
        let taken: BTreeSet<u32> = taken.collect();
        (1..highest).find(|id| !taken.contains(id)).unwrap_or(highest)
    })
}

/// The identity of a row that stands twice in a table.
pub(super) fn duplicate_row<R: TypedRow>(rows: &[R]) -> Option<u32> {
    let mut seen = HashSet::new();
    rows.iter().find(|row| !seen.insert(row.id())).map(|row| row.id().0)
}

pub(super) fn position<R: TypedRow>(rows: &[R], row: RowId) -> Result<usize, Refused> {
    rows.iter().position(|r| r.id() == row).ok_or(Refused::Gone)
}

fn has_room_for(count: usize, more: usize) -> Result<(), Refused> {
    if count + more <= MAX_ROWS { Ok(()) } else { Err(Refused::TooManyRows) }
}
