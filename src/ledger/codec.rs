//! How rows are written and read: an object of the identity, each filled cell under its column's name, and each table
//! that holds something under its own. What no column and no table takes is refused.

use std::fmt;
use std::sync::Arc;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

use super::{Ledger, Row, RowId, TableSpec};
use crate::text::{is_not_known, stands_twice};

/// The name under which a row's identity is written.
const ID: &str = "id";

/// The name under which rubrics of one's own are written beside the document's tables.
const RUBRICS: &str = "rubrics";

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(ID, &self.id)?;
        write_content(self, &mut map)?;
        map.end()
    }
}

/// The document is written as a row without an identity, since there is one, and with the rubrics beside its tables.
impl Serialize for Ledger {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write_content(&self.document, &mut map)?;
        if !self.rubrics.is_empty() {
            map.serialize_entry(RUBRICS, &self.rubrics)?;
        }
        map.end()
    }
}

fn write_content<M: SerializeMap>(row: &Row, map: &mut M) -> Result<(), M::Error> {
    for (index, column) in row.table().columns.iter().enumerate() {
        if !row.cell(index).is_empty() {
            map.serialize_entry(column.name, row.cell(index))?;
        }
    }
    for table in row.table().tables {
        if !row.rows(table).is_empty() {
            map.serialize_entry(table.name, row.rows(table))?;
        }
    }
    Ok(())
}

impl<'de> Deserialize<'de> for Ledger {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ledger, D::Error> {
        struct LedgerVisitor;

        impl<'de> Visitor<'de> for LedgerVisitor {
            type Value = Ledger;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a ledger")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ledger, A::Error> {
                let mut ledger = Ledger::default();
                let mut read = Vec::new();
                while let Some(key) = next_key(&mut map, &mut read)? {
                    match key.as_str() {
                        RUBRICS => ledger.rubrics = map.next_value()?,
                        _ => read_content(&mut ledger.document, &key, &mut map)?,
                    }
                }
                Ok(ledger)
            }
        }

        deserializer.deserialize_map(LedgerVisitor)
    }
}

/// Reads a row of a table.
#[derive(Clone, Copy)]
pub(super) struct RowOf(pub(super) &'static TableSpec);

impl<'de> DeserializeSeed<'de> for RowOf {
    type Value = Row;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Row, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowOf {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a row of {}", self.0.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
        let mut row = Row::blank(self.0, RowId(0));
        let mut read = Vec::new();
        while let Some(key) = next_key(&mut map, &mut read)? {
            match key.as_str() {
                ID => row.id = map.next_value()?,
                _ => read_content(&mut row, &key, &mut map)?,
            }
        }
        if read.iter().any(|key| key == ID) { Ok(row) } else { Err(A::Error::missing_field(ID)) }
    }
}

/// The next key; one that was there before is refused, or one of the two values would be lost.
fn next_key<'de, A: MapAccess<'de>>(map: &mut A, read: &mut Vec<String>) -> Result<Option<String>, A::Error> {
    let Some(key) = map.next_key::<String>()? else { return Ok(None) };
    if read.contains(&key) {
        return Err(stands_twice(&key));
    }
    read.push(key.clone());
    Ok(Some(key))
}

fn read_content<'de, A: MapAccess<'de>>(row: &mut Row, key: &str, map: &mut A) -> Result<(), A::Error> {
    let table = row.table();
    let column = table.columns.iter().position(|column| column.name == key);
    if let Some(cell) = column.and_then(|column| row.cell_mut(column)) {
        *cell = map.next_value()?;
        return Ok(());
    }
    let within = table.tables.iter().find(|within| within.name == key);
    let Some(within) = within else {
        return Err(is_not_known(key));
    };
    let rows = map.next_value_seed(RowsOf(within))?;
    if let Some(own) = row.rows_mut(within) {
        *own = rows;
    }
    Ok(())
}

/// Reads the rows of a table.
#[derive(Clone, Copy)]
struct RowsOf(&'static TableSpec);

impl<'de> DeserializeSeed<'de> for RowsOf {
    type Value = Vec<Arc<Row>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for RowsOf {
    type Value = Vec<Arc<Row>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rows of {}", self.0.name)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = seq.next_element_seed(RowOf(self.0))? {
            rows.push(Arc::new(row));
        }
        Ok(rows)
    }
}
