//! How changes are written down: tables by what their rows are called, columns by their names, rows as in the document.

use std::sync::Arc;

use serde::de::DeserializeSeed;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::codec::RowOf;
use super::patch::{Change, Patch};
use super::{ColumnSpec, Damaged, LEDGER, Row, RowId, RubricId, RubricSheet, TableAt, TableSpec};
use crate::text::Damage;

/// A change with its table, column and row in words.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Written<R> {
    Cell { table: String, within: Vec<RowId>, row: RowId, column: String, from: String, to: String },
    Insert { table: String, within: Vec<RowId>, after: Option<RowId>, row: R },
    Remove { table: String, within: Vec<RowId>, after: Option<RowId>, row: R },
    Order { table: String, within: Vec<RowId>, from: Vec<RowId>, to: Vec<RowId> },
    Rubric { after: Option<RubricId>, from: Option<Arc<RubricSheet>>, to: Option<Arc<RubricSheet>> },
}

impl Patch {
    /// The text of it.
    pub fn to_text(&self) -> String {
        let written: Vec<Written<Arc<Row>>> = self.0.iter().map(written).collect();
        // Strings and numbers always have a JSON form, so this cannot fail.
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// Changes from their text.
    ///
    /// # Errors
    /// [`Damaged`] where it is none, or names what is not known.
    pub fn of_text(text: &str) -> Result<Patch, Damaged> {
        let written: Vec<Written<Value>> = serde_json::from_str(text).map_err(|error| Damaged::of(&error))?;
        Ok(Patch(written.into_iter().map(read).collect::<Result<_, _>>()?))
    }
}

fn written(change: &Change) -> Written<Arc<Row>> {
    let at = |table: &TableAt| (table.spec.row_name.to_string(), table.within().to_vec());
    match change.clone() {
        Change::Cell { table, row, column, from, to } => {
            let (table, within) = at(&table);
            Written::Cell { table, within, row, column: column.name.to_string(), from, to }
        }
        Change::Insert { table, after, row } => {
            let (table, within) = at(&table);
            Written::Insert { table, within, after, row }
        }
        Change::Remove { table, after, row } => {
            let (table, within) = at(&table);
            Written::Remove { table, within, after, row }
        }
        Change::Order { table, from, to } => {
            let (table, within) = at(&table);
            Written::Order { table, within, from, to }
        }
        Change::Rubric { after, from, to } => Written::Rubric { after, from, to },
    }
}

fn read(written: Written<Value>) -> Result<Change, Damaged> {
    Ok(match written {
        Written::Cell { table, within, row, column, from, to } => {
            let table = table_of(&table, &within)?;
            Change::Cell { table, row, column: column_of(table.spec, &column)?, from, to }
        }
        Written::Insert { table, within, after, row } => {
            let table = table_of(&table, &within)?;
            Change::Insert { table, after, row: row_of(table.spec, row)? }
        }
        Written::Remove { table, within, after, row } => {
            let table = table_of(&table, &within)?;
            Change::Remove { table, after, row: row_of(table.spec, row)? }
        }
        Written::Order { table, within, from, to } => {
            Change::Order { table: table_of(&table, &within)?, from, to }
        }
        Written::Rubric { after, from, to } => Change::Rubric { after, from, to },
    })
}

fn table_of(name: &str, within: &[RowId]) -> Result<TableAt, Damaged> {
    let spec = LEDGER.all().into_iter().find(|spec| spec.row_name == name);
    let spec = spec.filter(|spec| spec.depth() == within.len()).ok_or_else(|| unknown(name))?;
    Ok(spec.at(within))
}

fn column_of(table: &'static TableSpec, name: &str) -> Result<&'static ColumnSpec, Damaged> {
    table.column(name).ok_or_else(|| unknown(name))
}

fn row_of(table: &'static TableSpec, row: Value) -> Result<Arc<Row>, Damaged> {
    RowOf(table).deserialize(row).map(Arc::new).map_err(|error| Damaged::of(&error))
}

fn unknown(name: &str) -> Damaged {
    Damaged::somewhere(Damage::Unknown(name.to_string()))
}
