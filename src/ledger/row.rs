//! The one store of everything typed: a row of cells, with the tables that it holds.
//!
//! A sheet is a row of its list, and the document is a row itself, so that one kind of thing is stored, read and changed.

use std::ops::Index;
use std::ptr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::refused::is_too_long;
use super::{Column, ColumnKind, ColumnSpec, MAX_ROWS, Refused, SheetSpec, TableSpec};
use crate::quantity::{Period, is_invisible};
use crate::text::choice_of;

/// The identity of a row within its table; a sheet's among its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowId(pub u32);

/// A row as typed. It is shared with the past that still holds it, and copied when it is changed.
#[derive(Clone, Debug)]
pub struct Row {
    /// Identity, kept through edits and moves.
    pub id: RowId,
    table: &'static TableSpec,
    /// The text of each column, as typed.
    cells: Vec<String>,
    /// The rows of each table within, in the order of the table's list; empty while nothing is in any of them.
    tables: Vec<Vec<Arc<Row>>>,
}

/// Two rows are equal when they hold the same, whichever table they were made for.
impl PartialEq for Row {
    fn eq(&self, other: &Row) -> bool {
        let tables = |row: &Row| row.table.tables.len();
        self.id == other.id
            && self.cells == other.cells
            && tables(self) == tables(other)
            && self.table.tables.iter().all(|table| self.rows(table) == other.rows(table))
    }
}

/// Lets equal `Arc`s be told by their addresses.
impl Eq for Row {}

impl<C: Column> Index<C> for Row {
    type Output = str;

    fn index(&self, column: C) -> &str {
        debug_assert!(ptr::eq(self.table.columns, C::COLUMNS), "{:?} has other columns", self.table);
        self.cell(column.index())
    }
}

impl Row {
    /// An empty row of a table.
    pub fn blank(table: &'static TableSpec, id: RowId) -> Row {
        Row { id, table, cells: vec![String::new(); table.columns.len()], tables: Vec::new() }
    }

    /// What is said of its table.
    pub fn table(&self) -> &'static TableSpec {
        self.table
    }

    /// The text of a column by its place; empty beyond the last.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", String::as_str)
    }

    /// The text under a column; empty when the table has none such.
    pub fn text(&self, column: &ColumnSpec) -> &str {
        self.table.index_of(column).map_or("", |index| self.cell(index))
    }

    /// The rows of a table within; none when the row holds no such table.
    pub fn rows(&self, table: &TableSpec) -> &[Arc<Row>] {
        let place = self.table.tables.iter().position(|own| *own == table);
        place.and_then(|place| self.tables.get(place)).map_or(&[], Vec::as_slice)
    }

    /// A row of a table within.
    pub fn row(&self, table: &TableSpec, id: RowId) -> Option<&Arc<Row>> {
        self.rows(table).iter().find(|row| row.id == id)
    }

    /// Whether nothing was typed into it or into the tables it holds.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty()) && self.tables.iter().all(Vec::is_empty)
    }

    /// The row with a text in a column, to write filled rows with.
    pub fn with<C: Column>(mut self, column: C, text: impl Into<String>) -> Row {
        debug_assert!(ptr::eq(self.table.columns, C::COLUMNS), "{:?} has other columns", self.table);
        self.set(column.spec(), text.into());
        self
    }

    /// The row with these rows in a table within, in place of those that were there.
    pub fn holding<R: Into<Arc<Row>>>(mut self, table: &TableSpec, rows: impl IntoIterator<Item = R>) -> Row {
        if let Some(own) = self.rows_mut(table) {
            *own = rows.into_iter().map(Into::into).collect();
        }
        self
    }

    /// Takes a text into a cell, without what cannot be seen and was meant by nobody. The name of a choice becomes its code, so that
    /// it can be shown in any language.
    pub fn set(&mut self, column: &ColumnSpec, mut text: String) {
        let Some(index) = self.table.index_of(column) else { return };
        text.retain(|c| !is_invisible(c));
        let code = match column.kind {
            ColumnKind::Choice(choices) => {
                let choices = choices();
                choice_of(&text, &choices).map(|place| choices[place].code.to_string())
            }
            _ => None,
        };
        self.cells[index] = code.unwrap_or(text);
    }

    /// The cell under a column as it is stored, without looking for the code of a choice.
    pub(super) fn cell_mut(&mut self, index: usize) -> Option<&mut String> {
        self.cells.get_mut(index)
    }

    /// The rows of a table within, to be changed; none when the row holds no such table.
    pub(super) fn rows_mut(&mut self, table: &TableSpec) -> Option<&mut Vec<Arc<Row>>> {
        let place = self.table.tables.iter().position(|own| *own == table)?;
        if self.tables.is_empty() {
            self.tables.resize_with(self.table.tables.len(), Vec::new);
        }
        self.tables.get_mut(place)
    }

    /// A new row at the end of a table within, to be filled; none when the row holds no such table.
    pub fn add_row(&mut self, table: &'static TableSpec) -> Option<&mut Row> {
        let rows = self.rows_mut(table)?;
        let id = rows.iter().map(|row| row.id.0).max().map_or(1, |last| last.saturating_add(1));
        rows.push(Arc::new(Row::blank(table, RowId(id))));
        rows.last_mut().map(Arc::make_mut)
    }

    /// Whether one of its own cells is longer than a cell can be.
    pub(super) fn is_too_long(&self) -> bool {
        self.cells.iter().any(|cell| is_too_long(cell))
    }

    /// What it holds beyond all limits, at any depth: a table too long, or a row with a cell too long, and the table of it.
    pub(super) fn beyond_limits(&self) -> Option<(Refused, &'static TableSpec)> {
        if self.is_too_long() {
            return Some((Refused::TooLong, self.table));
        }
        let in_table = |(table, rows): (&&'static TableSpec, &Vec<Arc<Row>>)| match rows.len() {
            count if count > MAX_ROWS => Some((Refused::TooManyRows, *table)),
            _ => rows.iter().find_map(|row| row.beyond_limits()),
        };
        self.table.tables.iter().zip(&self.tables).find_map(in_table)
    }

    /// The identity of a row that stands twice in one of the tables within, at any depth.
    pub(super) fn duplicate_id(&self) -> Option<u32> {
        let in_table = |rows: &Vec<Arc<Row>>| {
            let mut seen = std::collections::HashSet::new();
            let twice = rows.iter().find(|row| !seen.insert(row.id)).map(|row| row.id.0);
            twice.or_else(|| rows.iter().find_map(|row| row.duplicate_id()))
        };
        self.tables.iter().find_map(in_table)
    }

    /// Takes out what says whose the numbers are, and notes, here and in all rows within.
    pub(super) fn blank_private(&mut self) {
        for (index, _) in self.table.columns.iter().enumerate().filter(|(_, column)| column.is_private) {
            self.cells[index].clear();
        }
        for rows in &mut self.tables {
            rows.iter_mut().for_each(|row| Arc::make_mut(row).blank_private());
        }
    }

    /// The row as it begins the next sheet: the cells under carried columns, the rows of carried tables that hold something.
    pub(super) fn carried_over(&self) -> Row {
        let mut next = Row::blank(self.table, self.id);
        for (index, column) in self.table.columns.iter().enumerate().filter(|(_, column)| column.is_carried) {
            next.cells[index].clone_from(&self.cells[index]);
            debug_assert!(ptr::eq(column, &self.table.columns[index]));
        }
        for table in self.table.tables.iter().filter(|table| table.is_carried) {
            let rows = self.rows(table).iter().filter(|row| !row.is_blank());
            let rows: Vec<Arc<Row>> = rows.map(|row| Arc::new(row.carried_over())).collect();
            if !rows.is_empty()
                && let Some(own) = next.rows_mut(table)
            {
                *own = rows;
            }
        }
        next
    }
}

impl SheetSpec {
    /// The period that was typed on a sheet, as it was typed.
    pub fn period_typed<'r>(&self, sheet: &'r Row) -> &'r str {
        sheet.text((self.period)()).trim()
    }

    /// Whose sheet it is, as it was typed; empty where a list holds those of one.
    pub fn unit_typed<'r>(&self, sheet: &'r Row) -> &'r str {
        self.unit.map_or("", |unit| sheet.text(unit()).trim())
    }

    /// The period of a sheet, where what was typed is one.
    pub fn period_of(&self, sheet: &Row) -> Option<Period> {
        (self.read)(sheet.text((self.period)()))
    }
}

/// Rows of a table from the texts of their cells, numbered from 1, to write filled tables with.
pub fn rows_of(table: &'static TableSpec, texts: &[&[&str]]) -> Vec<Row> {
    let row = |(id, texts): (u32, &&[&str])| {
        let mut row = Row::blank(table, RowId(id));
        for (column, text) in table.columns.iter().zip(*texts) {
            row.set(column, (*text).to_string());
        }
        row
    };
    (1..).zip(texts).map(row).collect()
}

/// An identity that no row has, above one that a row once had.
pub(super) fn next_id(rows: &[Arc<Row>], once: RowId) -> RowId {
    RowId(free_id(rows.iter().map(|row| row.id.0).chain([once.0])))
}

/// A number that is not taken: one above the highest or, where the highest is the last there is, the lowest gap.
pub(super) fn free_id(taken: impl Iterator<Item = u32> + Clone) -> u32 {
    let highest = taken.clone().max().unwrap_or(0);
    // Only an identity that somebody wrote by hand is the last there is; looking for a gap may take its time.
    let is_free = |id: &u32| taken.clone().all(|other| other != *id);
    highest.checked_add(1).unwrap_or_else(|| (1..highest).find(is_free).unwrap_or(highest))
}
