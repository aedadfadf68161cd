//! The hidden row that tells a table's worksheet from any other and its columns from each other, wherever they are moved to.

use crate::ledger::{ColumnSpec, LEDGER, SCHEMA, TableSpec};

/// What the first column's code begins with.
pub(super) const MARK: &str = "water-ledger";
/// The rubrics of one's own, which are in no table.
pub(super) const RUBRICS: &str = "rubrics";

/// What stands in a column of a table's worksheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Content {
    /// The identities of the row and of those it stands within: `3/1`.
    Path,
    /// What the row is called that it stands within, by its depth.
    Outer(usize),
    /// A column as a number, a choice by its name, or a text.
    Plain(&'static ColumnSpec),
    /// The same as it was typed, where that cannot be told from the plain cell.
    Typed(&'static ColumnSpec),
    /// What goes on of a text that is too long for a cell.
    More(&'static ColumnSpec, usize),
}

impl Content {
    /// What stands for it in the hidden row of a table's worksheet.
    pub(super) fn code(self, table: &str) -> String {
        match self {
            Content::Path => format!("{MARK} {SCHEMA} {table}"),
            Content::Outer(depth) => format!("^{depth}"),
            Content::Plain(column) => column.name.to_string(),
            Content::Typed(column) => format!("{}~", column.name),
            Content::More(column, part) => format!("{}+{part}", column.name),
        }
    }

    /// What a code of a table's worksheet stands for.
    pub(super) fn of_code(code: &str, table: &TableSpec) -> Option<Content> {
        if code.starts_with(MARK) {
            return Some(Content::Path);
        }
        if let Some(depth) = code.strip_prefix('^') {
            return depth.parse().ok().map(Content::Outer);
        }
        if let Some(name) = code.strip_suffix('~') {
            return table.column(name).map(Content::Typed);
        }
        if let Some((name, part)) = code.split_once('+') {
            return table
                .column(name)
                .zip(part.parse().ok())
                .map(|(column, part)| Content::More(column, part));
        }
        table.column(code).map(Content::Plain)
    }
}

/// How the worksheet of a table is marked: by the names of the tables on the way to it.
pub(super) fn table_name(table: &'static TableSpec) -> String {
    let names: Vec<&str> = table.way().into_iter().map(|table| table.name).collect();
    names.join("/")
}

/// The table of a name.
pub(super) fn table_of(name: &str) -> Option<&'static TableSpec> {
    fn within(tables: &'static [&'static TableSpec]) -> Vec<&'static TableSpec> {
        tables.iter().flat_map(|table| [*table].into_iter().chain(within(table.tables))).collect()
    }
    let all = [&LEDGER].into_iter().chain(within(LEDGER.tables));
    all.into_iter().find(|table| table_name(table) == name)
}
