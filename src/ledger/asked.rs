//! Rows that are asked for: by the rubrics of an institution's year, by the standard of a plant. What each is of, and that none
//! lacks.

use std::sync::Arc;

use super::asked_names::{answer_name, indicator_row_name};
use super::row::next_id;
use super::{
    ANSWERS, AnswerColumn, Column, EVIDENCE, EvidenceColumn, INDICATORS, IndicatorColumn, Ledger, PERIODS,
    PREREQUISITES, QUESTIONS, REQUIREMENTS, REVIEWS, RequirementColumn, ReviewEntry, Row, RowId, TableSpec,
};
use crate::catalog;
use crate::rubric::{Measured, Rubric};

/// The row of an institution's year that keeps the answer to a question, a prerequisite or an item of a rubric.
pub fn answer_row<'s>(
    sheet: &'s Row,
    table: &TableSpec,
    rubric: &Rubric,
    asked: &str,
) -> Option<&'s Arc<Row>> {
    sheet.rows(table).iter().find(|row| is_of(&row[AnswerColumn::Of], rubric, asked))
}

/// The row of an indicator, or of one of its inputs.
pub fn indicator_row<'s>(sheet: &'s Row, name: &str, input: &str) -> Option<&'s Arc<Row>> {
    let is_it = |row: &&Arc<Row>| &row[IndicatorColumn::Of] == name && &row[IndicatorColumn::Input] == input;
    sheet.rows(&INDICATORS).iter().find(is_it)
}

/// The row of a piece of evidence of an item or prerequisite, by its place in the list.
pub fn evidence_row<'s>(sheet: &'s Row, rubric: &Rubric, of: &str, place: usize) -> Option<&'s Arc<Row>> {
    let number = place.to_string();
    let is_it = |row: &&Arc<Row>| {
        row[EvidenceColumn::Number] == number && is_of(&row[EvidenceColumn::Of], rubric, of)
    };
    sheet.rows(&EVIDENCE).iter().find(is_it)
}

fn is_of(row: &str, rubric: &Rubric, asked: &str) -> bool {
    row.strip_prefix(rubric.id.as_str()).and_then(|rest| rest.strip_prefix(':')) == Some(asked)
}

/// The ledger with a row for all that its rubrics ask; none where no sheet lacks any. Rows that no rubric asks for stay: it may be
/// chosen again.
pub fn with_asked_rows(ledger: &Ledger) -> Option<Ledger> {
    let mut with_rows = ledger.clone();
    let sheets = with_rows.document_mut().rows_mut(&REVIEWS)?;
    let mut lacked = false;
    for sheet in sheets {
        let before = sheet.clone();
        for rubric in rubrics_of(ledger, &before) {
            add_rows(sheet, &rubric);
        }
        lacked |= !Arc::ptr_eq(&before, sheet);
    }
    lacked.then_some(with_rows)
}

/// An institution's year with a row for all that a rubric asks.
pub fn with_rows_of_rubric(sheet: &Arc<Row>, rubric: &Rubric) -> Arc<Row> {
    let mut with_rows = sheet.clone();
    add_rows(&mut with_rows, rubric);
    with_rows
}

fn rubrics_of(ledger: &Ledger, sheet: &Row) -> Vec<Arc<Rubric>> {
    let chosen = [&sheet[ReviewEntry::Rubric], &sheet[ReviewEntry::Other]];
    chosen.into_iter().filter_map(|name| ledger.rubric(name)).collect()
}

impl Ledger {
    /// Gives every period of a plant a row for each basic requirement of the standard.
    pub(super) fn add_requirements(&mut self) {
        for sheet in self.document_mut().rows_mut(&PERIODS).into_iter().flatten() {
            for requirement in catalog::PLANT_PREREQUISITES.rows {
                let keys = [(RequirementColumn::Of.index(), requirement.id.to_string())];
                add_row(sheet, (&REQUIREMENTS, keys));
            }
        }
    }
}

/// Adds a row for all that a rubric asks and a sheet has none for; a sheet that lacks none stays shared.
fn add_rows(sheet: &mut Arc<Row>, rubric: &Rubric) {
    let name = |asked: &str| answer_name(&rubric.id, asked);
    let of = |table, name| (table, [(AnswerColumn::Of.index(), name)]);
    for question in &rubric.questions {
        add_row(sheet, of(&QUESTIONS, name(&question.id)));
    }
    for prerequisite in &rubric.prerequisites {
        add_row(sheet, of(&PREREQUISITES, name(&prerequisite.id)));
        add_evidence(sheet, &name(&prerequisite.id), prerequisite.evidence.len());
    }
    for (_, item) in rubric.items() {
        add_row(sheet, of(&ANSWERS, name(&item.id)));
        add_evidence(sheet, &name(&item.id), item.evidence.len());
        for rule in item.rules() {
            for (place, measured) in rule.measured().into_iter().enumerate() {
                add_indicator(sheet, &indicator_row_name(rubric, &item.id, place, measured), measured);
            }
        }
    }
}

fn add_evidence(sheet: &mut Arc<Row>, of: &str, count: usize) {
    for place in 0..count {
        let keys = [
            (EvidenceColumn::Of.index(), of.to_string()),
            (EvidenceColumn::Number.index(), place.to_string()),
        ];
        add_row(sheet, (&EVIDENCE, keys));
    }
}

fn add_indicator(sheet: &mut Arc<Row>, name: &str, measured: &Measured) {
    let inputs = measured.id.as_deref().and_then(catalog::input_names).unwrap_or_default();
    for input in std::iter::once("").chain(inputs.iter().copied()) {
        let keys = [
            (IndicatorColumn::Of.index(), name.to_string()),
            (IndicatorColumn::Input.index(), input.to_string()),
        ];
        add_row(sheet, (&INDICATORS, keys));
    }
}

/// Adds a row with these cells to a table that has none with them.
fn add_row<const N: usize>(sheet: &mut Arc<Row>, (table, keys): (&'static TableSpec, [(usize, String); N])) {
    let has = |row: &Arc<Row>| keys.iter().all(|(index, text)| row.cell(*index) == text);
    if sheet.rows(table).iter().any(has) {
        return;
    }
    if let Some(rows) = Arc::make_mut(sheet).rows_mut(table) {
        let mut row = Row::blank(table, next_id(rows, RowId(0)));
        for (index, text) in keys {
            if let Some(cell) = row.cell_mut(index) {
                *cell = text;
            }
        }
        rows.push(Arc::new(row));
    }
}
