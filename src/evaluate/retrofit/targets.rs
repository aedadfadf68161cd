//! Where measures can act: the numbers of a plant's sheet, called by their row and column.

use crate::ledger::{ColumnKind, ColumnSpec, FLOWS, FlowColumn, Place, Row, TableSpec};
use crate::text::Language;

/// What stands between the name of a row and that of a column.
const BETWEEN: &str = " · ";

/// A number of a sheet that a measure can change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target<'s> {
    /// Where it stands.
    pub place: Place,
    /// Its column.
    pub column: &'static ColumnSpec,
    /// The row.
    pub row: &'s Row,
}

/// Every number that is typed in a row with a name, table by table.
pub fn targets(sheet: &Row) -> Vec<Target<'_>> {
    let of_table = |table: &&'static TableSpec| {
        let at = table.at(&[sheet.id]);
        let of_row = move |row: &'_ std::sync::Arc<Row>| {
            let numbers = table.columns.iter().filter(|column| matches!(column.kind, ColumnKind::Number(_)));
            numbers
                .filter(|column| !row.text(column).trim().is_empty())
                .map(|column| Place { table: at, row: row.id, column: Some(column) })
                .collect::<Vec<_>>()
        };
        let rows = sheet.rows(table).iter().filter(|row| !row_name(row).is_empty());
        rows.flat_map(move |row| {
            of_row(row)
                .into_iter()
                .filter_map(move |place| Some(Target { place, column: place.column?, row }))
        })
        .collect::<Vec<_>>()
    };
    sheet.table().tables.iter().flat_map(of_table).collect()
}

/// How a number of a row is called in a language: `冷却塔 · 自来水`.
pub fn target_name(row: &str, column: &ColumnSpec, language: Language) -> String {
    format!("{row}{BETWEEN}{}", column.heading.say(language))
}

/// What a row is called: a flow by both its ends; nothing where its first column is no text.
pub(super) fn row_name(row: &Row) -> String {
    if row.table() == &FLOWS {
        let (from, to) = (row[FlowColumn::From].trim(), row[FlowColumn::To].trim());
        return if from.is_empty() || to.is_empty() { String::new() } else { format!("{from} → {to}") };
    }
    let is_text = row.table().columns.first().is_some_and(|column| matches!(column.kind, ColumnKind::Text));
    if is_text { row.cell(0).trim().to_string() } else { String::new() }
}

impl Target<'_> {
    /// Whether a text means it, in whatever language the column is called.
    pub(super) fn is_called(&self, text: &str) -> bool {
        // What was typed by hand may have other blanks, or a stop where the point is.
        let parts = text.rsplit_once(['·', '/', '|']);
        let Some((row, column)) = parts.map(|(row, column)| (row.trim(), column.trim())) else {
            return false;
        };
        let is_column = |language: Language| column == self.column.heading.say(language);
        let plain = |name: &str| name.replace("->", "→").split_whitespace().collect::<String>();
        plain(row) == plain(&row_name(self.row))
            && (column == self.column.name
                || self.column.called.contains(&column)
                || Language::ALL.into_iter().any(is_column))
    }
}
