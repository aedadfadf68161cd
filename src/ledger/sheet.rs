//! Sheets as typed: what a plant's period and a unit's year have in common.

/// Defines a sheet of the saved document: its tables, the entries beside them, and how each of them is named and reached.
///
/// `keyed` entries are known by a name of the catalogue each, and saved under it.
macro_rules! sheet {
    ($(#[$doc:meta])* pub struct $sheet:ident($id:ident);
     $(#[$tables_doc:meta])* tables $tables:ident { $($(#[$table_doc:meta])* $table:ident $rows:ident $row_name:literal: $row:ident, $title:ident $([$carried:ident])?;)* }
     $(#[$entries_doc:meta])* entries $entries:ident {
         $($(#[$entry_doc:meta])* $entry:ident $text:ident: $make:ident($($given:expr),*)$(.$more:ident($($what:expr),*))*;)*
     }
     $(keyed { $($(#[$keyed_doc:meta])* $keyed:ident $keyed_texts:ident, $keyed_label:ident;)* })?) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $sheet {
            /// Identity, kept through edits.
            pub id: $id,
            $($(#[$table_doc])*
            #[serde(default, skip_serializing_if = "crate::ledger::table::is_default")]
            pub $rows: Vec<std::sync::Arc<$row>>,)*
            $($(#[$entry_doc])*
            #[serde(default, skip_serializing_if = "crate::ledger::table::is_default")]
            pub $text: String,)*
            $($($(#[$keyed_doc])*
            #[serde(default, skip_serializing_if = "crate::ledger::table::is_default")]
            pub $keyed_texts: std::collections::BTreeMap<String, String>,)*)?
        }

        $(#[$tables_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $tables { $($(#[$table_doc])* $table,)* }

        $(#[$entries_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $entries {
            $($(#[$entry_doc])* $entry,)*
            $($($(#[$keyed_doc])* $keyed(&'static str),)*)?
        }

        impl $tables {
            /// Every table.
            pub const ALL: &'static [$tables] = &[$($tables::$table),*];

            /// Its columns.
            pub fn columns(self) -> &'static [$crate::ledger::ColumnSpec] {
                match self { $($tables::$table => <$row as $crate::ledger::TypedRow>::COLUMNS,)* }
            }

            /// What it is called.
            pub fn name(self) -> $crate::text::Key {
                match self { $($tables::$table => $crate::text::Key::$title,)* }
            }

            /// What one of its rows is called in the page and in addresses; no other table of the document has it.
            pub fn row_name(self) -> &'static str {
                match self { $($tables::$table => $row_name,)* }
            }
        }

        impl $entries {
            /// Every entry but those that the catalogue names.
            pub const ALL: &'static [$entries] = &[$($entries::$entry),*];

            /// What it is called.
            pub fn name(self) -> $crate::text::Key {
                self.spec().heading
            }

            /// What is said of it.
            pub fn spec(self) -> &'static $crate::ledger::ColumnSpec {
                static SPECS: &[$crate::ledger::ColumnSpec] =
                    &[$($crate::ledger::ColumnSpec::$make(stringify!($text), $($given),*)$(.$more($($what),*))*),*];
                match self {
                    $($($entries::$keyed(_) => {
                        static KEYED: $crate::ledger::ColumnSpec =
                            $crate::ledger::ColumnSpec::text(stringify!($keyed_texts), $crate::text::Key::$keyed_label);
                        &KEYED
                    })*)?
                    _ => {
                        let place = $entries::ALL.iter().position(|entry| *entry == self);
                        &SPECS[place.unwrap_or_default()]
                    }
                }
            }
        }

        impl $sheet {
            /// An empty sheet.
            pub fn blank(id: $id) -> $sheet {
                $sheet {
                    id,
                    $($rows: Vec::new(),)*
                    $($text: String::new(),)*
                    $($($keyed_texts: Default::default(),)*)?
                }
            }

            /// The sheet as the next one begins: carried entries, and the carried cells of carried tables.
            pub(in crate::ledger) fn carried_over(&self, id: $id) -> $sheet {
                let mut next = $sheet::blank(id);
                $($({
                    const _: &str = stringify!($carried);
                    next.$rows = $crate::ledger::table::Carried::carried(&self.$rows);
                })?)*
                for entry in $entries::ALL.iter().filter(|entry| entry.spec().is_carried) {
                    next.entry_mut(*entry).push_str(self.entry(*entry));
                }
                $($(next.$keyed_texts = self.$keyed_texts.clone();)*)?
                next
            }

            /// The rows of a table, from top to bottom.
            pub fn rows(&self, table: $tables) -> Vec<$crate::ledger::RowId> {
                match table { $($tables::$table => self.$rows.iter().map($crate::ledger::TypedRow::id).collect(),)* }
            }

            /// What was typed into a cell of a table; nothing when it is gone.
            pub fn cell(&self, table: $tables, row: $crate::ledger::RowId, column: usize) -> &str {
                use $crate::ledger::TypedRow;
                match table {
                    $($tables::$table => self.$rows.iter().find(|r| r.id == row).map_or("", |r| r.cell(column)),)*
                }
            }

            /// What was typed into an entry.
            pub fn entry(&self, entry: $entries) -> &str {
                match entry {
                    $($entries::$entry => &self.$text,)*
                    $($($entries::$keyed(id) => self.$keyed_texts.get(id).map_or("", String::as_str),)*)?
                }
            }

            pub(in crate::ledger) fn entry_mut(&mut self, entry: $entries) -> &mut String {
                match entry {
                    $($entries::$entry => &mut self.$text,)*
                    $($($entries::$keyed(id) => self.$keyed_texts.entry(id.to_string()).or_default(),)*)?
                }
            }

            pub(in crate::ledger) fn change(
                &mut self,
                table: $tables,
                edit: $crate::ledger::TableEdit,
            ) -> Result<(), $crate::ledger::Refused> {
                match table { $($tables::$table => $crate::ledger::table_edit::change(&mut self.$rows, edit),)* }
            }

            /// An identity that stands twice in one of its tables.
            pub(in crate::ledger) fn twin(&self) -> Option<u32> {
                None$(.or_else(|| $crate::ledger::table_edit::duplicate_row(&self.$rows)))*
            }
        }
    };
}
pub(super) use sheet;
