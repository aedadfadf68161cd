//! Every change of the ledger as a value, so that it can be undone, tested and refused.

use std::sync::Arc;

use serde_json::Value;

use super::own_rubrics::form_of;
use super::refused::is_too_long;
use super::row::next_id;
use super::{
    Column, ColumnSpec, Ledger, LedgerEntry, MAX_ROWS, Place, Refused, Row, RowId, RubricChange, RubricEdit,
    RubricId, TableAt, TableSpec, sheet_of,
};
use crate::rubric::Rubric;

/// A change of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// An entry of the document itself, such as its title.
    Document(&'static ColumnSpec, String),
    /// Another ledger takes its place: an import, an example.
    Replace(Box<Ledger>),
    /// A change in a table; sheets are rows of their lists.
    Table(TableAt, TableEdit),
    /// A new sheet in a list: the one after another, or after the one of the latest period.
    AddSheet(&'static TableSpec, Option<RowId>),
    /// A sheet with nothing on it, as of another unit.
    AddBlankSheet(&'static TableSpec),
    /// A rubric of one's own in its saved form: a copy, a file.
    AddRubric(Value),
    /// A rubric of one's own goes; what was answered to it stays.
    RemoveRubric(RubricId),
    /// A change of a rubric of one's own.
    Rubric(RubricId, RubricChange),
}

/// A change of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableEdit {
    /// One cell: row, column, text.
    Set(RowId, &'static ColumnSpec, String),
    /// A block of cells, its upper left corner at a row, or behind the last, and a column; rows that are lacking are added.
    Paste(Option<RowId>, &'static ColumnSpec, Vec<Vec<String>>),
    /// Texts into cells of any rows.
    Fill(Vec<RowCells>),
    /// An empty row after another, or at the end.
    Insert(Option<RowId>),
    /// A row goes, with all in it.
    Remove(RowId),
    /// A row moves by so many places.
    Move(RowId, isize),
}

/// Texts for the cells of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowCells {
    /// The row; none for a new one at the end.
    pub row: Option<RowId>,
    /// The columns with what is put into each.
    pub cells: Vec<(&'static ColumnSpec, String)>,
}

impl Edit {
    /// A text into a cell.
    pub fn set(table: TableAt, row: RowId, column: impl Column, text: impl Into<String>) -> Edit {
        Edit::Table(table, TableEdit::Set(row, column.spec(), text.into()))
    }

    /// A text into the cell at a place; none for a whole row.
    pub fn at(place: Place, text: String) -> Option<Edit> {
        let column = place.column?;
        if place.table.spec.is_document {
            return Some(Edit::Document(column, text));
        }
        Some(Edit::Table(place.table, TableEdit::Set(place.row, column, text)))
    }

    /// What the ledger is called.
    pub fn title(text: impl Into<String>) -> Edit {
        Edit::Document(LedgerEntry::Title.spec(), text.into())
    }

    /// A rubric of one's own.
    pub fn add_rubric(rubric: &Rubric) -> Edit {
        Edit::AddRubric(form_of(rubric))
    }

    /// A change of a rubric of one's own.
    pub fn rubric(id: RubricId, edit: RubricEdit) -> Edit {
        Edit::Rubric(id, RubricChange::new(edit))
    }

    /// A sheet goes, with all in it.
    pub fn remove_sheet(list: &'static TableSpec, sheet: RowId) -> Edit {
        Edit::Table(list.at(&[]), TableEdit::Remove(sheet))
    }

    /// The table in which rows come and go by it.
    pub(super) fn table(&self) -> Option<TableAt> {
        match self {
            Edit::Table(table, _) => Some(*table),
            Edit::AddSheet(list, _) | Edit::AddBlankSheet(list) => Some(list.at(&[])),
            _ => None,
        }
    }

    /// Whether it calls a row otherwise that other cells may name.
    pub(super) fn renames(&self) -> bool {
        matches!(self, Edit::Table(table, edit) if edit.renames(*table).is_some())
    }

    /// Whether rows may be asked for after it that are not there.
    pub(super) fn may_leave_rows_lacking(&self) -> bool {
        match self {
            Edit::Document(..) | Edit::RemoveRubric(_) => false,
            Edit::Replace(_)
            | Edit::AddSheet(..)
            | Edit::AddBlankSheet(_)
            | Edit::AddRubric(_)
            | Edit::Rubric(..) => true,
            Edit::Table(table, edit) => {
                let is_sheet = table.spec.within.is_none();
                let is_asked_for = is_sheet || table.spec.columns.iter().any(|column| column.is_key);
                is_asked_for && !matches!(edit, TableEdit::Set(_, column, _) if !column.is_key)
            }
        }
    }
}

impl Ledger {
    /// The ledger after a change.
    ///
    /// # Errors
    /// [`Refused`] when the change cannot be made; the ledger stays as it is.
    pub fn after(&self, edit: Edit) -> Result<Ledger, Refused> {
        self.after_with_ids_above(RowId(0), edit)
    }

    /// As [`Ledger::after`]; a new row's identity is above one that a row of the table once had.
    pub(super) fn after_with_ids_above(&self, once: RowId, edit: Edit) -> Result<Ledger, Refused> {
        let mut ledger = self.clone();
        let may_lack_rows = edit.may_leave_rows_lacking();
        match edit {
            Edit::Document(_, text) if is_too_long(&text) => return Err(Refused::TooLong),
            Edit::Document(column, text) => ledger.document_mut().set(column, text),
            Edit::Replace(other) => ledger = *other,
            Edit::Table(table, edit) => {
                let renamed = edit.renames(table).map(|row| (row, ledger.name_at(table, row)));
                let rows = ledger.rows_at_mut(table)?;
                change(table.spec, rows, once, edit)?;
                if rows.iter().any(|row| row.is_too_long()) {
                    return Err(Refused::TooLong);
                }
                if let Some((row, old)) = renamed {
                    ledger.follow(table, row, &old);
                }
            }
            Edit::AddSheet(list, after) => {
                ledger.add_sheet(list, once, |sheets| following(list, sheets, after))?
            }
            Edit::AddBlankSheet(list) => ledger.add_sheet(list, once, |_| None)?,
            Edit::AddRubric(form) => ledger.add_rubric(form),
            Edit::RemoveRubric(id) => {
                ledger.own_rubric_mut(id)?;
                ledger.rubrics.retain(|sheet| sheet.id != id);
            }
            Edit::Rubric(id, change) => change.apply(ledger.own_rubric_mut(id)?)?,
        }
        if may_lack_rows {
            ledger.add_requirements();
        }
        Ok(ledger)
    }

    /// The rows of a table, to be changed; of the rows it stands within only those on the way are copied.
    fn rows_at_mut(&mut self, table: TableAt) -> Result<&mut Vec<Arc<Row>>, Refused> {
        self.owner_mut(table).and_then(|row| row.rows_mut(table.spec)).ok_or(Refused::Gone)
    }

    /// The row that holds a table, to be changed; none when it is gone.
    pub(super) fn owner_mut(&mut self, table: TableAt) -> Option<&mut Row> {
        let mut row = self.document_mut();
        for (spec, id) in table.spec.way().into_iter().zip(table.within()) {
            row = Arc::make_mut(row.rows_mut(spec)?.iter_mut().find(|row| row.id == *id)?);
        }
        Some(row)
    }

    /// The next sheet is mostly the one before: what is built is carried over, what is measured is not.
    /// Adds the sheet that is made of those there, or an empty one.
    fn add_sheet(
        &mut self,
        list: &'static TableSpec,
        once: RowId,
        made: impl FnOnce(&[Arc<Row>]) -> Option<Row>,
    ) -> Result<(), Refused> {
        let sheets = self.sheets(list);
        has_room_for(sheets.len(), 1)?;
        let id = next_id(sheets, once);
        let mut next = made(sheets).unwrap_or_else(|| first(list));
        next.id = id;
        self.document_mut().rows_mut(list).ok_or(Refused::Gone)?.push(Arc::new(next));
        Ok(())
    }
}

/// The sheet that follows another, or the one of the latest period: what is built is on it, what is measured is not.
fn following(list: &'static TableSpec, sheets: &[Arc<Row>], after: Option<RowId>) -> Option<Row> {
    let sheet = sheet_of(list)?;
    let period = (sheet.period)();
    let last = after.and_then(|id| sheets.iter().find(|sheet| sheet.id == id));
    let last = last.or_else(|| sheets.iter().max_by_key(|one| (sheet.read)(one.text(period))))?;
    let mut next = last.carried_over();
    let following = (sheet.read)(last.text(period)).map(|period| period.next().to_string());
    next.set(period, following.unwrap_or_default());
    Some(next)
}

/// The first sheet of a list: empty, with a row to type into where a table begins with one.
fn first(list: &'static TableSpec) -> Row {
    let mut first = Row::blank(list, RowId(1));
    for table in list.tables.iter().filter(|table| table.begins_with_a_row) {
        if let Some(rows) = first.rows_mut(table) {
            rows.push(Arc::new(Row::blank(table, RowId(1))));
        }
    }
    first
}

/// Makes a change in a table's rows.
fn change(
    table: &'static TableSpec,
    rows: &mut Vec<Arc<Row>>,
    once: RowId,
    edit: TableEdit,
) -> Result<(), Refused> {
    let position = |rows: &[Arc<Row>], row: RowId| rows.iter().position(|r| r.id == row).ok_or(Refused::Gone);
    match edit {
        TableEdit::Set(row, column, text) => {
            let at = position(rows, row)?;
            table.index_of(column).ok_or(Refused::Gone)?;
            Arc::make_mut(&mut rows[at]).set(column, text);
        }
        TableEdit::Paste(row, column, block) => {
            let top = row.map_or(Ok(rows.len()), |row| position(rows, row))?;
            let left = table.index_of(column).ok_or(Refused::Gone)?;
            let block = block_cells(table, rows, top, left, block);
            fill(table, rows, once, block)?;
        }
        TableEdit::Fill(block) => fill(table, rows, once, block)?,
        TableEdit::Insert(after) => {
            has_room_for(rows.len(), 1)?;
            let at = match after {
                Some(row) => position(rows, row)? + 1,
                None => rows.len(),
            };
            rows.insert(at, Arc::new(Row::blank(table, next_id(rows, once))));
        }
        TableEdit::Remove(row) => {
            rows.remove(position(rows, row)?);
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

/// A block as the cells of the rows that it covers.
fn block_cells(
    table: &'static TableSpec,
    rows: &[Arc<Row>],
    top: usize,
    left: usize,
    block: Vec<Vec<String>>,
) -> Vec<RowCells> {
    let cells = |texts: Vec<String>| table.shown().iter().skip(left).zip(texts).collect();
    let row = |(offset, texts): (usize, _)| RowCells {
        row: rows.get(top + offset).map(|row| row.id),
        cells: cells(texts),
    };
    block.into_iter().enumerate().map(row).collect()
}

fn fill(
    table: &'static TableSpec,
    rows: &mut Vec<Arc<Row>>,
    once: RowId,
    block: Vec<RowCells>,
) -> Result<(), Refused> {
    has_room_for(rows.len(), block.iter().filter(|one| one.row.is_none()).count())?;
    // A long block goes over rows that follow each other, so each is looked for behind the one before.
    let mut last = 0;
    for RowCells { row, cells } in block {
        let at = match row {
            Some(id) => {
                let behind = rows.iter().skip(last).position(|row| row.id == id).map(|place| last + place);
                behind.or_else(|| rows.iter().position(|row| row.id == id)).ok_or(Refused::Gone)?
            }
            None => {
                rows.push(Arc::new(Row::blank(table, next_id(rows, once))));
                rows.len() - 1
            }
        };
        let row = Arc::make_mut(&mut rows[at]);
        for (column, text) in cells {
            row.set(column, text);
        }
        last = at;
    }
    Ok(())
}

fn has_room_for(count: usize, more: usize) -> Result<(), Refused> {
    if count + more <= MAX_ROWS { Ok(()) } else { Err(Refused::TooManyRows) }
}
