//! The periods of a plant: years and months, and what is missing among them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{PERIODS, Place, PlantEntry, Row};
use crate::quantity::{Period, read_period};

/// What is wrong with the periods themselves: none, twice the same, months missing in a year without a sheet of its own.
pub(super) fn diagnose_periods(sheets: &[Arc<Row>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    let mut months: BTreeMap<i32, (Place, BTreeSet<u8>)> = BTreeMap::new();
    for sheet in sheets {
        let place = PERIODS.entry(sheet.id, PlantEntry::Period);
        let Some(period) = read_period(&sheet[PlantEntry::Period]) else {
            problems.push(Problem { place, kind: ProblemKind::NotAPeriod });
            continue;
        };
        if !seen.insert(period) {
            problems.push(Problem { place, kind: ProblemKind::DuplicatePeriod });
        }
        if let Some(month) = period.month {
            months.entry(period.year).or_insert_with(|| (place, BTreeSet::new())).1.insert(month);
        }
    }
    for (year, (place, there)) in months {
        let missing: Vec<u8> = (1..=12).filter(|month| !there.contains(month)).collect();
        if !missing.is_empty() && !seen.contains(&Period::whole(year)) {
            problems.push(Problem { place, kind: ProblemKind::MonthsMissing { year, months: missing } });
        }
    }
    problems
}
