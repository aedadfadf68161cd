//! What else people call the columns of tables.

use super::{ColumnSpec, TableSpec};

/// What else people call the columns of tables: a list of its own, so that only what matches tables carries it.
#[derive(Debug)]
pub struct Called(pub &'static [(&'static TableSpec, &'static [&'static [&'static str]])]);

impl Called {
    /// What else people call a column of a table.
    pub fn of(&self, table: &TableSpec, column: &ColumnSpec) -> &'static [&'static str] {
        let words = self.0.iter().find(|(of, _)| *of == table).map(|(_, words)| *words);
        let words = words.and_then(|words| words.get(table.index_of(column)?));
        words.copied().unwrap_or_default()
    }
}
