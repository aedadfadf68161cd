//! What the document is made of, as data: tables with their columns, what stands within what.
//!
//! Storing, reading, editing, pasting, addressing and saving go over these lists, so that a new table or column is a line
//! in one of them.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ptr;

use super::ColumnSpec;
use crate::quantity::Period;
use crate::text::Key;

/// A table: its rows hold cells under its columns, and tables within.
pub struct TableSpec {
    /// Its name in the saved document; no other table within the same row has it.
    pub name: &'static str,
    /// What one of its rows is called in the page; no other table of the document has it.
    pub row_name: &'static str,
    /// What it is called.
    pub title: Key,
    /// The columns, from left to right, and behind them the entries that stand beside the tables of a row.
    pub columns: &'static [ColumnSpec],
    /// The tables that each row holds.
    pub tables: &'static [&'static TableSpec],
    /// The table in whose rows it stands; none for a list of sheets and for the document.
    pub within: Option<&'static TableSpec>,
    /// Whether it is the document itself, whose tables are the lists of sheets.
    pub is_document: bool,
    /// Whether its rows are taken over into the next sheet, with the cells under carried columns.
    pub is_carried: bool,
    /// Whether a first sheet begins with an empty row in it.
    pub begins_with_a_row: bool,
}

impl TableSpec {
    /// A table in the rows of another.
    pub const fn new(
        name: &'static str,
        row_name: &'static str,
        title: Key,
        columns: &'static [ColumnSpec],
        within: &'static TableSpec,
    ) -> TableSpec {
        TableSpec {
            name,
            row_name,
            title,
            columns,
            tables: &[],
            within: Some(within),
            is_document: false,
            is_carried: false,
            begins_with_a_row: false,
        }
    }

    /// A list of sheets.
    pub const fn sheets_called(
        name: &'static str,
        row_name: &'static str,
        title: Key,
        columns: &'static [ColumnSpec],
        tables: &'static [&'static TableSpec],
    ) -> TableSpec {
        TableSpec {
            name,
            row_name,
            title,
            columns,
            tables,
            within: None,
            is_document: false,
            is_carried: false,
            begins_with_a_row: false,
        }
    }

    /// The document, whose tables are lists of sheets.
    pub const fn document(
        name: &'static str,
        title: Key,
        columns: &'static [ColumnSpec],
        tables: &'static [&'static TableSpec],
    ) -> TableSpec {
        TableSpec { is_document: true, ..TableSpec::sheets_called(name, name, title, columns, tables) }
    }

    /// The same table, whose rows hold tables.
    pub const fn holding(mut self, tables: &'static [&'static TableSpec]) -> TableSpec {
        self.tables = tables;
        self
    }

    /// The same table, its rows taken over into the next sheet.
    pub const fn carried(mut self) -> TableSpec {
        self.is_carried = true;
        self
    }

    /// The same table, beginning with an empty row.
    pub const fn begun(mut self) -> TableSpec {
        self.begins_with_a_row = true;
        self
    }

    /// The columns that are shown side by side, without the entries.
    pub fn shown(&self) -> &'static [ColumnSpec] {
        let count = self.columns.iter().take_while(|column| !column.is_entry).count();
        &self.columns[..count]
    }

    /// The column of a name.
    pub fn column(&self, name: &str) -> Option<&'static ColumnSpec> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The column that feeds a metric input.
    pub fn feeding(&self, input: &str) -> Option<&'static ColumnSpec> {
        self.columns.iter().find(|column| column.feeds.contains(&input))
    }

    /// The column that tells its rows apart for people: what a rubric asks for, else the name; none where two columns together do.
    pub fn naming_column(&self) -> Option<&'static ColumnSpec> {
        let mut keys = self.shown().iter().filter(|column| column.is_key);
        match (keys.next(), keys.next()) {
            (None, _) => self.shown().iter().find(|column| column.name == "name"),
            (key, None) => key,
            _ => None,
        }
    }

    /// The place of a column in the list; none of another table's.
    pub(super) fn index_of(&self, column: &ColumnSpec) -> Option<usize> {
        self.columns.iter().position(|own| own == column)
    }

    /// The tables on the way to it: the list of sheets, the table in whose rows it stands, itself.
    pub fn way(&'static self) -> Vec<&'static TableSpec> {
        let mut way: Vec<&TableSpec> = std::iter::successors(Some(self), |table| table.within).collect();
        way.reverse();
        way
    }

    /// How many rows it stands within: a list of sheets in none.
    pub fn depth(&self) -> usize {
        std::iter::successors(self.within, |table| table.within).count()
    }

    /// The list of sheets that it belongs to; its own, where its rows are sheets.
    pub fn sheets(&'static self) -> &'static TableSpec {
        self.way().first().copied().unwrap_or(self)
    }

    /// It and every table within its rows, outer before inner.
    pub fn all(&'static self) -> Vec<&'static TableSpec> {
        let within = self.tables.iter().flat_map(|table| table.all());
        std::iter::once(self).chain(within).collect()
    }
}

/// A kind of sheet: its list, and how one follows another.
pub struct SheetSpec {
    /// The list in which its sheets stand.
    pub table: &'static TableSpec,
    /// The entry that says the year or month it is for.
    pub period: fn() -> &'static ColumnSpec,
    /// The period that was typed, where it is one.
    pub read: fn(&str) -> Option<Period>,
    /// The entry that says whose sheet it is, where a list holds those of several.
    pub unit: Option<fn() -> &'static ColumnSpec>,
    /// The table whose rows of two ledgers stand together in one sheet of a period, where that makes sense.
    pub joined: Option<&'static TableSpec>,
}

/// A table is known by where it is described.
impl PartialEq for TableSpec {
    fn eq(&self, other: &TableSpec) -> bool {
        ptr::eq(self, other)
    }
}

impl Eq for TableSpec {}

impl Hash for TableSpec {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row_name.hash(state);
    }
}

impl fmt::Debug for TableSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.row_name)
    }
}
