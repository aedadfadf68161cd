//! The years that sheets are for.

use super::{Problem, ProblemKind};
use crate::ledger::{Entry, Place, YearSheet};
use crate::quantity::{Quantity, Unit, read};

/// Years that can be meant.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1949..=2100;

/// The year a sheet is for, with what is wrong with it.
pub(in crate::ledger) fn check_years(sheets: &[YearSheet]) -> (Vec<Option<i32>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut years: Vec<Option<i32>> = Vec::new();
    for sheet in sheets {
        let year = typed_year(sheet);
        let place = Place::Entry(Entry::Year(sheet.id));
        match year {
            None => problems.push(Problem { place, kind: ProblemKind::NotAYear }),
            Some(_) if years.contains(&year) => {
                problems.push(Problem { place, kind: ProblemKind::DuplicateYear })
            }
            Some(_) => {}
        }
        // The second sheet of a year is shown but stays out of the trend.
        years.push(if years.contains(&year) { None } else { year });
    }
    (years, problems)
}

/// The year of a sheet as typed, where it is one that can be meant.
pub(in crate::ledger) fn typed_year(sheet: &YearSheet) -> Option<i32> {
    year_of(&sheet.year)
}

/// The year that a text means.
pub(in crate::ledger) fn year_of(text: &str) -> Option<i32> {
    // "2024年" is how officers write it.
    match read(text.trim().trim_end_matches('年'), Unit::One) {
        Ok(Some(Quantity { value, .. })) if value.fract() == 0.0 => {
            Some(value as i32).filter(|y| YEARS.contains(y))
        }
        _ => None,
    }
}
