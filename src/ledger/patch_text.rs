//! How changes are written down: tables by what their rows are called, columns by their names, rows as the document has them.

use std::sync::Arc;

use serde::de::{DeserializeOwned, DeserializeSeed};
use serde::{Deserialize, Serialize};

use super::codec::RowOf;
use super::patch::{Change, Patch};
use super::{Damaged, LEDGER, Row, RowId, RubricId, RubricSheet, TableAt, TableSpec};
use crate::text::Damage;

/// A change in words. What a row or a rubric holds is a text within the text: one form for all kinds, so that a page carries one
/// reader and one writer.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    kind: Kind,
    #[serde(default)]
    table: String,
    #[serde(default)]
    within: Vec<RowId>,
    /// The row, or the one behind which it stands.
    row: Option<u32>,
    #[serde(default)]
    column: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    #[default]
    Cell,
    Insert,
    Remove,
    Order,
    Rubric,
}

impl Patch {
    /// The text of it.
    pub fn to_text(&self) -> String {
        text_of(&self.0.iter().map(written).collect::<Vec<_>>())
    }

    /// Changes from their text.
    ///
    /// # Errors
    /// [`Damaged`] where it is none, or names what is not known.
    pub fn of_text(text: &str) -> Result<Patch, Damaged> {
        let written: Vec<Written> = value_of(text)?;
        Ok(Patch(written.into_iter().map(read).collect::<Result<_, _>>()?))
    }
}

fn written(change: &Change) -> Written {
    let of = |kind: Kind, table: &TableAt, row: Option<RowId>| Written {
        kind,
        table: table.spec.row_name.to_string(),
        within: table.within().to_vec(),
        row: row.map(|row| row.0),
        ..Written::default()
    };
    match change {
        Change::Cell { table, row, column, from, to } => {
            let (column, from, to) = (column.name.to_string(), from.clone(), to.clone());
            Written { column, from, to, ..of(Kind::Cell, table, Some(*row)) }
        }
        Change::Insert { table, after, row } => {
            Written { to: text_of(row), ..of(Kind::Insert, table, *after) }
        }
        Change::Remove { table, after, row } => {
            Written { from: text_of(row), ..of(Kind::Remove, table, *after) }
        }
        Change::Order { table, from, to } => {
            Written { from: text_of(from), to: text_of(to), ..of(Kind::Order, table, None) }
        }
        Change::Rubric { after, from, to } => Written {
            kind: Kind::Rubric,
            row: after.map(|after| after.0),
            from: from.as_ref().map(text_of).unwrap_or_default(),
            to: to.as_ref().map(text_of).unwrap_or_default(),
            ..Written::default()
        },
    }
}

fn read(written: Written) -> Result<Change, Damaged> {
    let Written { kind, table, within, row, column, from, to } = written;
    let table = || {
        let spec = LEDGER.all().into_iter().find(|spec| spec.row_name == table);
        let spec = spec.filter(|spec| spec.depth() == within.len()).ok_or_else(|| unknown(&table))?;
        Ok::<TableAt, Damaged>(spec.at(&within))
    };
    let behind = row.map(RowId);
    Ok(match kind {
        Kind::Cell => {
            let (table, row) = (table()?, behind.ok_or_else(|| unknown("row"))?);
            let column = table.spec.column(&column).ok_or_else(|| unknown(&column))?;
            Change::Cell { table, row, column, from, to }
        }
        Kind::Insert => {
            let table = table()?;
            Change::Insert { table, after: behind, row: row_of(table.spec, &to)? }
        }
        Kind::Remove => {
            let table = table()?;
            Change::Remove { table, after: behind, row: row_of(table.spec, &from)? }
        }
        Kind::Order => Change::Order { table: table()?, from: value_of(&from)?, to: value_of(&to)? },
        Kind::Rubric => {
            let (from, to) = (rubric_of(&from)?, rubric_of(&to)?);
            Change::Rubric { after: row.map(RubricId), from, to }
        }
    })
}

fn text_of<T: Serialize>(value: &T) -> String {
    // Strings and numbers always have a JSON form, so this cannot fail.
    serde_json::to_string_pretty(value).unwrap_or_default()
}

fn value_of<T: DeserializeOwned>(text: &str) -> Result<T, Damaged> {
    serde_json::from_str(text).map_err(|error| Damaged::of(&error))
}

fn row_of(table: &'static TableSpec, text: &str) -> Result<Arc<Row>, Damaged> {
    let mut reader = serde_json::Deserializer::from_str(text);
    RowOf(table).deserialize(&mut reader).map(Arc::new).map_err(|error| Damaged::of(&error))
}

fn rubric_of(text: &str) -> Result<Option<Arc<RubricSheet>>, Damaged> {
    if text.is_empty() { Ok(None) } else { value_of(text).map(Some) }
}

fn unknown(name: &str) -> Damaged {
    Damaged::somewhere(Damage::Unknown(name.to_string()))
}
