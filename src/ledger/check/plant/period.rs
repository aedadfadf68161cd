//! The periods of a plant: years and months, and what is missing among them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::years::YEARS;
use super::super::{Problem, ProblemKind};
use crate::ledger::{Entry, PeriodSheet, Place, PlantEntry};
use crate::plant::Period;

/// The period as typed, where it is one that can be meant: `2024`, `2024年`, `2024-03`, `2024/3`, `2024年3月`.
pub(in crate::ledger) fn typed_period(text: &str) -> Option<Period> {
    let plain: String = text.trim().chars().map(narrow).collect();
    let plain = plain.trim_end_matches(['-', '月']).trim();
    let (year, month) = match plain.split_once('-') {
        Some((year, month)) => (year, Some(month)),
        None => (plain, None),
    };
    let year = year.trim().parse().ok().filter(|year| YEARS.contains(year))?;
    match month {
        None => Some(Period::whole(year)),
        Some(month) => {
            let month = month.trim().parse().ok().filter(|month| (1..=12).contains(month))?;
            Some(Period { year, month: Some(month) })
        }
    }
}

/// Full-width digits as they are meant; whatever stands between year and month as a hyphen.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        '年' | '/' | '.' | '／' | '－' | '—' | '．' => '-',
        _ => c,
    }
}

/// What is wrong with the periods themselves: none, twice the same, months missing in a year without a sheet of its own.
pub(in crate::ledger) fn check_periods(sheets: &[Arc<PeriodSheet>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    let mut months: BTreeMap<i32, (Place, BTreeSet<u8>)> = BTreeMap::new();
    for sheet in sheets {
        let place = Place::Entry(Entry::Plant(sheet.id, PlantEntry::Period));
        let Some(period) = typed_period(&sheet.period) else {
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
            problems.push(Problem { place, kind: ProblemKind::MonthsMissing { year, missing } });
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_understood_as_people_write_it() {
        for (text, year, month) in [
            ("2024", 2024, None),
            ("2024年", 2024, None),
            ("２０２４", 2024, None),
            ("2024-03", 2024, Some(3)),
            ("2024/3", 2024, Some(3)),
            ("2024.12", 2024, Some(12)),
            ("2024年3月", 2024, Some(3)),
            (" 2024 - 7 ", 2024, Some(7)),
        ] {
            assert_eq!(typed_period(text), Some(Period { year, month }), "{text}");
        }
        for text in ["", "24", "2024-13", "2024-0", "March", "2024-03-01", "3月", "NaN"] {
            assert_eq!(typed_period(text), None, "{text}");
        }
    }
}
