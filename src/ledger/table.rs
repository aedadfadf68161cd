//! Tables as typed: what every table of the ledger has in common, and how it changes.

use std::sync::Arc;

use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ColumnKind, ColumnSpec};
use crate::text::choice_of;

/// A table longer than this is refused: nobody reads it, and the page would stop answering.
pub const MAX_ROWS: usize = 5_000;

/// The identity of a row within its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowId(pub u32);

/// A row of cells as typed. Columns are counted from 0.
pub trait TypedRow: Sized {
    /// The columns that can be typed into, from left to right.
    const COLUMNS: &'static [ColumnSpec];

    /// An empty row.
    fn blank(id: RowId) -> Self;

    /// Its identity, kept through edits and moves.
    fn id(&self) -> RowId;

    /// The text of a cell; empty beyond the last column.
    fn cell(&self, column: usize) -> &str;

    /// The cell itself; none beyond the last column.
    fn cell_mut(&mut self, column: usize) -> Option<&mut String>;

    /// Whether anything hangs on the row beside its cells.
    fn holds_more(&self) -> bool;

    /// The row as the next sheet begins with it: the cells under carried columns, and what else is carried.
    fn carried_over(&self) -> Self;

    /// Takes a text into a cell. The name of a choice becomes its code, so that it can be shown in any language.
    fn set_cell(&mut self, column: usize, text: String) {
        let code = match Self::COLUMNS.get(column).map(|spec| spec.kind) {
            Some(ColumnKind::Choice(choices)) => {
                let choices = choices();
                choice_of(&text, &choices).map(|place| choices[place].code.to_string())
            }
            _ => None,
        };
        if let Some(cell) = self.cell_mut(column) {
            *cell = code.unwrap_or(text);
        }
    }

    /// Whether nothing was typed into the row and nothing hangs on it.
    fn is_blank(&self) -> bool {
        !self.holds_more() && (0..Self::COLUMNS.len()).all(|column| self.cell(column).trim().is_empty())
    }
}

/// A shared row is copied only when it is typed into while the past still holds it.
impl<R: TypedRow + Clone> TypedRow for Arc<R> {
    const COLUMNS: &'static [ColumnSpec] = R::COLUMNS;

    fn blank(id: RowId) -> Self {
        Arc::new(R::blank(id))
    }

    fn id(&self) -> RowId {
        R::id(self)
    }

    fn cell(&self, column: usize) -> &str {
        R::cell(self, column)
    }

    fn cell_mut(&mut self, column: usize) -> Option<&mut String> {
        Arc::make_mut(self).cell_mut(column)
    }

    fn holds_more(&self) -> bool {
        R::holds_more(self)
    }

    fn carried_over(&self) -> Self {
        Arc::new(R::carried_over(self))
    }
}

/// What can be carried over from a sheet to the next one.
pub(super) trait Carried {
    /// What the next sheet begins with.
    fn carried(&self) -> Self;
}

impl Carried for String {
    fn carried(&self) -> String {
        self.clone()
    }
}

/// Rows that hold something are carried over; those that are blank say nothing.
impl<R: TypedRow> Carried for Vec<R> {
    fn carried(&self) -> Vec<R> {
        self.iter().filter(|row| !row.is_blank()).map(TypedRow::carried_over).collect()
    }
}

/// The cells under carried columns, taken over into a blank row.
pub(super) fn carry_cells<R: TypedRow>(from: &R, to: &mut R) {
    for (index, _) in R::COLUMNS.iter().enumerate().filter(|(_, column)| column.is_carried) {
        if let Some(cell) = to.cell_mut(index) {
            cell.push_str(from.cell(index));
        }
    }
}

/// Changes every row of a table.
pub(super) fn change_all<R: Clone>(rows: &mut [Arc<R>], change: impl Fn(&mut R)) {
    rows.iter_mut().for_each(|row| change(Arc::make_mut(row)));
}

/// Defines the rows of a table: for each column its name in code, its field in the saved document, and its description; and
/// what else hangs on a row, `[carried]` where the next sheet begins with it.
macro_rules! rows {
    // A row of cells alone reads and writes itself the way all such rows do.
    ($(#[$doc:meta])* pub struct $row:ident, $column:ident {
        $($variant:ident $field:ident: $make:ident($($given:expr),*)$(.$more:ident($($what:expr),*))*;)*
    }) => {
        $crate::ledger::table::rows! { @row
            $(#[$doc])* $row, $column {
                $($variant $field [] : [$crate::ledger::ColumnSpec::$make(stringify!($field), $($given),*)$(.$more($($what),*))*];)*
            } {}
        }

        impl serde::Serialize for $row {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let cells: Vec<&str> = vec![$(&self.$field),*];
                $crate::ledger::table::write_row(serializer, self.id, <$row as $crate::ledger::TypedRow>::COLUMNS, &cells)
            }
        }

        impl<'de> serde::Deserialize<'de> for $row {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$row, D::Error> {
                let columns = <$row as $crate::ledger::TypedRow>::COLUMNS;
                let (id, cells) = $crate::ledger::table::read_row(deserializer, columns)?;
                let mut row = <$row as $crate::ledger::TypedRow>::blank(id);
                for (column, text) in cells {
                    if let Some(cell) = $crate::ledger::TypedRow::cell_mut(&mut row, column) {
                        *cell = text;
                    }
                }
                Ok(row)
            }
        }
    };
    ($(#[$doc:meta])* pub struct $row:ident, $column:ident {
        $($variant:ident $field:ident: $make:ident($($given:expr),*)$(.$more:ident($($what:expr),*))*;)*
    } holding { $($(#[$held_doc:meta])* $held:ident: $type:ty $([$carried:ident])?,)* }) => {
        $crate::ledger::table::rows! { @row
            $(#[$doc])*
            #[derive(serde::Serialize, serde::Deserialize)]
            #[serde(deny_unknown_fields)]
            $row, $column {
                $($variant $field [#[serde(default)]] : [$crate::ledger::ColumnSpec::$make(stringify!($field), $($given),*)$(.$more($($what),*))*];)*
            }
            { $(
                $(#[$held_doc])*
                #[serde(default, skip_serializing_if = "super::table::is_default")]
                $held: $type $([$carried])?,
            )* }
        }
    };
    (@row $(#[$doc:meta])* $row:ident, $column:ident {
        $($variant:ident $field:ident [$($serde:tt)*] : [$spec:expr];)*
    } { $($(#[$held_meta:meta])* $held:ident: $type:ty $([$carried:ident])?,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $row {
            /// Identity, kept through edits and moves.
            pub id: $crate::ledger::RowId,
            $(
                #[doc = concat!("The cell under `", stringify!($variant), "`.")]
                $($serde)*
                pub $field: String,
            )*
            $($(#[$held_meta])* pub $held: $type,)*
        }

        #[doc = concat!("The columns of [`", stringify!($row), "`], in the order of the table.")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $column {
            $(#[doc = concat!("`", stringify!($field), "`")] $variant,)*
        }

        impl $column {
            /// Every column, from left to right.
            pub const ALL: &'static [$column] = &[$($column::$variant),*];

            /// Its place in the table, counted from 0.
            pub fn index(self) -> usize {
                self as usize
            }
        }

        impl $crate::ledger::TypedRow for $row {
            const COLUMNS: &'static [$crate::ledger::ColumnSpec] = &[$($spec),*];

            fn blank(id: $crate::ledger::RowId) -> $row {
                $row { id, $($field: String::new(),)* $($held: Default::default(),)* }
            }

            fn id(&self) -> $crate::ledger::RowId {
                self.id
            }

            fn cell(&self, column: usize) -> &str {
                match $column::ALL.get(column) {
                    $(Some($column::$variant) => &self.$field,)*
                    None => "",
                }
            }

            fn cell_mut(&mut self, column: usize) -> Option<&mut String> {
                match $column::ALL.get(column)? {
                    $($column::$variant => Some(&mut self.$field),)*
                }
            }

            fn holds_more(&self) -> bool {
                false $(|| !$crate::ledger::table::is_default(&self.$held))*
            }

            fn carried_over(&self) -> $row {
                let mut next = <$row as $crate::ledger::TypedRow>::blank(self.id);
                $crate::ledger::table::carry_cells(self, &mut next);
                $($({
                    const _: &str = stringify!($carried);
                    next.$held = $crate::ledger::table::Carried::carried(&self.$held);
                })?)*
                next
            }
        }
    };
}
pub(crate) use rows;

/// Writes a row: its identity, and each filled cell under the name of its column. One for all rows, or each would bring its own
/// into the page.
pub(super) fn write_row<S: Serializer>(
    serializer: S,
    id: RowId,
    columns: &[ColumnSpec],
    cells: &[&str],
) -> Result<S::Ok, S::Error> {
    let filled = || columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    let mut map = serializer.serialize_map(Some(filled().count() + 1))?;
    map.serialize_entry("id", &id)?;
    for (column, cell) in filled() {
        map.serialize_entry(column.name, cell)?;
    }
    map.end()
}

/// Reads a row; cells that are not there are empty, and what no column takes is refused.
pub(super) fn read_row<'de, D: Deserializer<'de>>(
    deserializer: D,
    columns: &'static [ColumnSpec],
) -> Result<ReadRow, D::Error> {
    deserializer.deserialize_map(RowVisitor { columns })
}

/// A row as it was read: its identity, and its filled cells by their columns.
type ReadRow = (RowId, Vec<(usize, String)>);

struct RowVisitor {
    columns: &'static [ColumnSpec],
}

impl<'de> Visitor<'de> for RowVisitor {
    type Value = ReadRow;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut id = None;
        let mut cells: Vec<(usize, String)> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == "id" {
                if id.replace(map.next_value::<RowId>()?).is_some() {
                    return Err(A::Error::duplicate_field("id"));
                }
                continue;
            }
            let Some(column) = self.columns.iter().position(|column| column.name == key) else {
                return Err(A::Error::custom(format!("no column is called {key}")));
            };
            if cells.iter().any(|(other, _)| *other == column) {
                return Err(A::Error::custom(format!("{key} stands twice")));
            }
            cells.push((column, map.next_value()?));
        }
        Ok((id.ok_or_else(|| A::Error::missing_field("id"))?, cells))
    }
}

/// Whether a value is what it is when nobody entered anything; such values are not saved.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
