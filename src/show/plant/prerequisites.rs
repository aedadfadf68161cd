//! 基本要求, what a plant must fulfil before its rates are looked at.

use crate::catalog::{Row, table};
use crate::industry::Fulfilment;
use crate::ledger::{PeriodSheet, PlantEntry};
use crate::show::{Tone, Verdict};
use crate::text::{Coded, Key};

/// Every prerequisite.
pub fn prerequisites() -> &'static [Row] {
    table("plant.prerequisites").map_or(&[], |table| table.rows)
}

/// Whether a prerequisite holds, where that was said.
pub fn fulfilment(sheet: &PeriodSheet, id: &'static str) -> Option<Fulfilment> {
    Fulfilment::from_typed(sheet.entry(PlantEntry::Prerequisite(id)))
}

/// What the prerequisites say together.
pub fn prerequisites_verdict(sheet: &PeriodSheet) -> Verdict {
    let count = |wanted: Option<Fulfilment>| {
        prerequisites().iter().filter(|row| fulfilment(sheet, row.id) == wanted).count()
    };
    let (missed, open) = (count(Some(Fulfilment::NotMet)), count(None));
    let said = |tone, key: Key, count: usize| Verdict::new(tone, key).with("count", count.to_string());
    match (missed, open) {
        (0, 0) => said(Tone::Good, Key::PrerequisitesMet, prerequisites().len()),
        (0, open) => said(Tone::Neutral, Key::PrerequisitesOpen, open),
        (missed, _) => said(Tone::Caution, Key::PrerequisitesMissed, missed),
    }
}
