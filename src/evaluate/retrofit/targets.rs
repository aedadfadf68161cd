//! Where measures can act: what was typed on a sheet, called by its row and column.

use std::sync::Arc;

use super::subject::Subject;
use crate::ledger::{ColumnKind, ColumnSpec, FLOWS, FlowColumn, Place, Row, TableAt, TableSpec};
use crate::text::Language;

/// What stands between the name of a row and that of a column.
const BETWEEN: &str = " · ";
/// What stands between the names of a row and of one within it.
const WITHIN: &str = " / ";

/// Something typed that a measure can change.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where it stands.
    pub place: Place,
    /// Its column.
    pub column: &'static ColumnSpec,
    /// What its row is called; nothing where it is an entry of the sheet.
    pub row: String,
}

/// Every number that is typed as an entry or in a row with a name, and the choices that can be changed, table by table.
pub fn targets(subject: &dyn Subject) -> Vec<Target> {
    targets_in(subject.sheet(), subject.tables_of_choices())
}

fn targets_in(sheet: &Arc<Row>, choices: &[&'static TableSpec]) -> Vec<Target> {
    let mut found = Vec::new();
    of_row(sheet.table().at(&[]), sheet, String::new(), choices, &mut found);
    found
}

/// What something typed on a sheet is called as a target; none where nothing can act on it.
pub fn name_of_place(sheet: &Arc<Row>, place: Place, language: Language) -> Option<String> {
    let found = targets_in(sheet, &[place.table.spec]);
    let target = found.into_iter().find(|target| target.place == place)?;
    Some(target_name(&target.row, target.column, language))
}

fn of_row(
    at: TableAt,
    row: &Arc<Row>,
    name: String,
    choices: &[&'static TableSpec],
    found: &mut Vec<Target>,
) {
    let is_sheet = at.spec == at.spec.sheets();
    let can_change = |column: &&ColumnSpec| match column.kind {
        ColumnKind::Number(_) => !is_sheet || column.is_entry,
        ColumnKind::Choice(_) => choices.contains(&at.spec),
        ColumnKind::Text => false,
    };
    let columns = at.spec.columns.iter().filter(can_change);
    let columns = columns.filter(|column| !row.text(column).trim().is_empty());
    found.extend(columns.map(|column| Target {
        place: Place { table: at, row: row.id, column: Some(column) },
        column,
        row: name.clone(),
    }));
    for spec in at.spec.tables {
        let inner = at.inner(row.id, spec);
        let mut names: Vec<String> = Vec::new();
        for row in row.rows(spec) {
            let mut own = row_name(row);
            if own.is_empty() {
                continue;
            }
            names.push(own.clone());
            // Of two of one name the second is called so.
            let nth = names.iter().filter(|name| **name == own).count();
            if nth > 1 {
                own = format!("{own} ({nth})");
            }
            let full = if name.is_empty() { own } else { [name.as_str(), &own].join(WITHIN) };
            of_row(inner, row, full, choices, found);
        }
    }
}

/// How something in a row is called in a language: `冷却塔 · 自来水`; an entry of the sheet by its name alone.
pub fn target_name(row: &str, column: &ColumnSpec, language: Language) -> String {
    let column = column.heading.say(language);
    if row.is_empty() { column.to_string() } else { [row, column].join(BETWEEN) }
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

impl Target {
    /// Whether a text means it, in whatever language the column is called.
    pub(super) fn is_called(&self, text: &str) -> bool {
        // What was typed by hand may have other blanks, or a stop where the point is.
        let (row, column) = match text.rsplit_once(['·', '/', '|']) {
            Some((row, column)) => (row, column.trim()),
            None => ("", text.trim()),
        };
        let is_column = |language: Language| column == self.column.heading.say(language);
        let plain = |name: &str| name.replace("->", "→").split_whitespace().collect::<String>();
        plain(row) == plain(&self.row)
            && (column == self.column.name
                || self.column.called.contains(&column)
                || Language::ALL.into_iter().any(is_column))
    }
}
