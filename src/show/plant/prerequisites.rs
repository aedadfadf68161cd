//! 基本要求, what a plant must fulfil before its rates are looked at.

use crate::catalog::{Row, table};
use crate::industry::Fulfilment;
use crate::ledger::{PeriodSheet, PlantEntry};
use crate::text::{Coded, Key, Message};

use super::Verdict;

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
    let said = |class, key: Key, count: usize| (class, Message::new(key).with("count", count.to_string()));
    match (missed, open) {
        (0, 0) => said("verdict good", Key::PrerequisitesMet, prerequisites().len()),
        (0, open) => said("verdict", Key::PrerequisitesOpen, open),
        (missed, _) => said("verdict caution", Key::PrerequisitesMissed, missed),
    }
}
