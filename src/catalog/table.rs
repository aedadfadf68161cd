//! 参数表, tables of constants: soils, linings, crops, limits.

use super::TABLES;
use crate::metric::{Citation, Figure};
use crate::numeric::{Judging, Limit};
use crate::quantity::{Quantity, Unit};
use crate::text::Words;

/// A table of constants.
#[derive(Debug)]
pub struct Table {
    /// Stable name, such as `canal.soil`.
    pub id: &'static str,
    /// What it is.
    pub name: Words,
    /// The columns' stable names.
    pub columns: &'static [&'static str],
    /// The rows, as the source orders them.
    pub rows: &'static [Row],
}

/// What a table and its rows are called, for a list to choose from: the table itself would bring all its numbers along.
pub(super) struct TableNames {
    /// Stable name of the table.
    pub id: &'static str,
    /// What it is.
    pub name: Words,
    /// Stable names of the rows, and what they are.
    pub rows: &'static [(&'static str, Words)],
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// Stable name within the table.
    pub id: &'static str,
    /// What it is.
    pub name: Words,
    /// What its numbers count, such as m³/t; empty where they count nothing of their own.
    pub unit: Words,
    /// A cell for each column; `None` where the source has no value.
    pub cells: &'static [Option<Constant>],
}

/// A number of a table.
#[derive(Debug)]
pub struct Constant {
    /// Row and column, as a reader would call it.
    pub name: Words,
    /// The number; all of these tables hold plain numbers.
    pub value: f64,
    /// The number with the digits it was published with.
    pub printed: &'static str,
    /// Where it stands, and how far that is confirmed.
    pub source: Citation,
}

/// The table of a name. Whoever knows in advance which one it is names its constant instead, such as
/// [`CANAL_SOIL`](super::CANAL_SOIL), and so does not carry all others along.
pub fn table(id: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.id == id)
}

impl Table {
    /// The number of a row and a column.
    ///
    /// ```
    /// use water_ledger::catalog::table;
    /// let loam = table("canal.soil").and_then(|soils| soils.at("medium_loam", "a")).expect("shipped");
    /// assert_eq!((loam.value, loam.printed), (1.9, "1.90"));
    /// ```
    pub fn at(&self, row: &str, column: &str) -> Option<&'static Constant> {
        let index = self.columns.iter().position(|id| *id == column)?;
        self.rows.iter().find(|candidate| candidate.id == row)?.cells.get(index)?.as_ref()
    }
}

impl Constant {
    /// The number as a figure that names its source.
    pub fn figure(&self) -> Figure {
        self.figure_in(Unit::One)
    }

    /// The number as a figure in the unit that its table is in.
    pub fn figure_in(&self, unit: Unit) -> Figure {
        Figure::reference(Quantity::new(self.value, unit), self.name, self.source)
    }

    /// The number as a limit, with the decimals it is printed with.
    pub fn limit(&self, judging: Judging) -> Limit {
        let decimals = self.printed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        Limit { value: self.value, places: decimals as i32, judging }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use std::collections::HashSet;

    #[test]
    fn every_table_is_named_once_in_both_languages_and_has_its_rows() {
        let mut ids = HashSet::new();
        for table in TABLES {
            assert!(ids.insert(table.id), "{} twice", table.id);
            assert!(!table.rows.is_empty() && !table.columns.is_empty(), "{} is empty", table.id);
            let mut rows = HashSet::new();
            for row in table.rows {
                assert!(rows.insert(row.id), "{} {} twice", table.id, row.id);
                assert_eq!(row.cells.len(), table.columns.len(), "{} {}", table.id, row.id);
                assert!(row.cells.iter().any(Option::is_some), "{} {} is empty", table.id, row.id);
                for words in [table.name, row.name] {
                    assert!(Language::ALL.iter().all(|l| !words.get(*l).is_empty()), "{}", table.id);
                }
            }
        }
    }

    #[test]
    fn every_constant_has_a_source_with_an_edition_and_keeps_its_printed_digits() {
        let cells = TABLES.iter().flat_map(|table| table.rows).flat_map(|row| row.cells).flatten();
        for constant in cells {
            let place = constant.name.en;
            assert!(
                !constant.source.document.zh.is_empty() && !constant.source.document.en.is_empty(),
                "{place}"
            );
            assert!(!constant.source.edition.is_empty(), "{place}");
            assert_eq!(constant.printed.parse(), Ok(constant.value), "{place}");
            assert!(constant.value > 0.0, "{place}");
        }
    }

    #[test]
    fn a_range_runs_upwards() {
        for (id, pairs) in [
            ("canal.lining", &[("low", "high")][..]),
            (
                "crop.coefficient",
                &[("initial_low", "initial_high"), ("middle_low", "middle_high"), ("late_low", "late_high")],
            ),
        ] {
            let table = table(id).expect("shipped");
            for row in table.rows {
                for (low, high) in pairs {
                    let value = |column| table.at(row.id, column).expect("every cell is filled").value;
                    assert!(value(low) <= value(high), "{id} {}: {low}", row.id);
                }
            }
        }
    }

    #[test]
    fn unconfirmed_constants_stay_marked() {
        let verified = |id, row, column| {
            table(id).and_then(|t| t.at(row, column)).expect("shipped").source.status.is_verified()
        };
        assert!(verified("canal.soil", "medium_loam", "a") && !verified("canal.soil", "clay", "a"));
        assert!(verified("gbt50363_2006.canal_system", "large", "minimum"));
        assert!(!verified("gbt50363_2006.irrigation", "large", "minimum"));
        assert!(!verified("gbt50363_2018.canal_system", "large", "minimum"));
    }
}
