//! The periods of a plant: years and months, and what is missing among them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::evaluate::problem::{Problem, ProblemKind};
use crate::industry::IntakeConvention;
use crate::ledger::{PERIODS, Place, PlantEntry, Row};
use crate::quantity::{Period, read_period};
use crate::text::Coded;

/// What is wrong with the periods themselves: none, twice the same, months missing in a year without a sheet of its own,
/// intake counted otherwise than in the sheet before, with which trends compare it.
pub(super) fn diagnose_periods(sheets: &[Arc<Row>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let read: Vec<Option<Period>> =
        sheets.iter().map(|sheet| read_period(&sheet[PlantEntry::Period])).collect();
    let mut seen: BTreeMap<Period, usize> = BTreeMap::new();
    for period in read.iter().flatten() {
        *seen.entry(*period).or_default() += 1;
    }
    let mut months: BTreeMap<i32, (Place, BTreeSet<u8>)> = BTreeMap::new();
    for (sheet, period) in sheets.iter().zip(&read) {
        let place = PERIODS.entry(sheet.id, PlantEntry::Period);
        let Some(period) = *period else {
            problems.push(Problem { place, kind: ProblemKind::NotAPeriod });
            continue;
        };
        if seen.get(&period).is_some_and(|count| *count > 1) {
            problems.push(Problem { place, kind: ProblemKind::DuplicatePeriod });
        }
        if let Some(month) = period.month {
            months.entry(period.year).or_insert_with(|| (place, BTreeSet::new())).1.insert(month);
        }
    }
    let convention =
        |sheet: &Row| IntakeConvention::from_typed(&sheet[PlantEntry::Convention]).unwrap_or_default();
    let next = sheets.iter().skip(1);
    for (_, sheet) in sheets.iter().zip(next).filter(|(one, next)| convention(one) != convention(next)) {
        let place = PERIODS.entry(sheet.id, PlantEntry::Convention);
        problems.push(Problem { place, kind: ProblemKind::OtherConvention });
    }
    for (year, (place, there)) in months {
        let missing: Vec<u8> = (1..=12).filter(|month| !there.contains(month)).collect();
        if !missing.is_empty() && !seen.contains_key(&Period::whole(year)) {
            problems.push(Problem { place, kind: ProblemKind::MonthsMissing { year, months: missing } });
        }
    }
    problems
}
