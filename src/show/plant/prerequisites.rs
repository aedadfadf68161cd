//! 基本要求, what a plant must fulfil before its rates are looked at.

use std::sync::Arc;

use crate::catalog::{self, PLANT_PREREQUISITES};
use crate::industry::Fulfilment;
use crate::ledger::{REQUIREMENTS, RequirementColumn, Row};
use crate::show::{Tone, Verdict};
use crate::text::{Coded, Key};

/// Every prerequisite.
pub fn prerequisites() -> &'static [catalog::Row] {
    PLANT_PREREQUISITES.rows
}

/// The row in which it is typed whether a prerequisite holds.
pub fn requirement_row<'s>(sheet: &'s Row, id: &str) -> Option<&'s Arc<Row>> {
    sheet.rows(&REQUIREMENTS).iter().find(|row| row[RequirementColumn::Of] == *id)
}

/// Whether a prerequisite holds, where that was said.
pub fn fulfilment(sheet: &Row, id: &str) -> Option<Fulfilment> {
    Fulfilment::from_typed(&requirement_row(sheet, id)?[RequirementColumn::State])
}

/// What the prerequisites say together.
pub fn prerequisites_verdict(sheet: &Row) -> Verdict {
    let count = |wanted: Option<Fulfilment>| {
        prerequisites().iter().filter(|row| fulfilment(sheet, row.id) == wanted).count()
    };
    let (missed, open) = (count(Some(Fulfilment::NotMet)), count(None));
    let said = |tone, key: Key, count: usize| Verdict::new(tone, key).with("count", count.to_string());
    match (missed, open) {
        (0, 0) => said(Tone::Good, Key::PrerequisitesMet, prerequisites().len()),
        (0, open) => said(Tone::Neutral, Key::PrerequisitesOpen, open),
        (missed, _) => said(Tone::Failed, Key::PrerequisitesMissed, missed),
    }
}
