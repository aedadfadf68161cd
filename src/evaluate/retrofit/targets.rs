//! Where measures can act: what was typed on a sheet, called by its row and column.

use std::sync::Arc;

use super::asked::asked_of;
use super::subject::Subject;
use super::target::{Target, WITHIN};
use crate::ledger::{ColumnKind, ColumnSpec, FLOWS, FlowColumn, Place, Row, TableAt, TableSpec};
use crate::quantity::Unit;
use crate::text::Language;

/// Every number that is typed as an entry or in a row with a name, and the choices that can be changed, table by table; then what else
/// can be changed.
pub fn targets(subject: &dyn Subject) -> Vec<Target> {
    let wanted = Wanted { choices: subject.tables_of_choices(), blank_too: false };
    let mut found = targets_in(subject.sheet(), wanted);
    found.extend(subject.other_targets());
    for target in &mut found {
        target.called = subject.called().of(target.place.table.spec, target.column);
    }
    found
}

/// Which cells are targets.
#[derive(Clone, Copy)]
struct Wanted<'w> {
    /// The tables in which choices are.
    choices: &'w [&'static TableSpec],
    /// Whether those are in which nothing was typed.
    blank_too: bool,
}

fn targets_in(sheet: &Arc<Row>, wanted: Wanted<'_>) -> Vec<Target> {
    let mut found = Vec::new();
    of_row(sheet.table().at(&[]), sheet, String::new(), wanted, &mut found);
    found
}

/// What something typed on a sheet is called as a target; none where nothing can act on it.
pub fn name_of_place(sheet: &Arc<Row>, place: Place, language: Language) -> Option<String> {
    if let Some(asked) = asked_of(sheet, place) {
        return Some(asked);
    }
    let found = targets_in(sheet, Wanted { choices: &[place.table.spec], blank_too: true });
    let target = found.into_iter().find(|target| target.place == place)?;
    Some(target.name(language))
}

fn of_row(at: TableAt, row: &Arc<Row>, name: String, wanted: Wanted<'_>, found: &mut Vec<Target>) {
    let is_sheet = at.spec == at.spec.sheets();
    let can_change = |column: &&ColumnSpec| match column.kind {
        ColumnKind::Number(_) => !is_sheet || column.is_entry,
        ColumnKind::Choice(_) => wanted.choices.contains(&at.spec),
        ColumnKind::Text => false,
    };
    let columns = at.spec.columns.iter().filter(can_change);
    let columns = columns.filter(|column| wanted.blank_too || !row.text(column).trim().is_empty());
    found.extend(columns.map(|column| Target {
        place: Place { table: at, row: row.id, column: Some(column) },
        column,
        row: name.clone(),
        called: &[],
        title: None,
        unit: column.unit().unwrap_or(Unit::One),
        while_blank: None,
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
            of_row(inner, row, full, wanted, found);
        }
    }
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
