//! The years that sheets are for.

use std::sync::Arc;

use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{Row, YEARS, YearEntry};
use crate::quantity::read_year;

/// The year a sheet is for, with what is wrong with it.
pub(super) fn read_years(sheets: &[Arc<Row>]) -> (Vec<Option<i32>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let read: Vec<Option<i32>> = sheets.iter().map(|sheet| read_year(&sheet[YearEntry::Year])).collect();
    let mut years: Vec<Option<i32>> = Vec::new();
    for (sheet, year) in sheets.iter().zip(read.iter().copied()) {
        let place = YEARS.entry(sheet.id, YearEntry::Year);
        let alike = read.iter().filter(|other| **other == year).count();
        match year {
            None => problems.push(Problem { place, kind: ProblemKind::NotAYear }),
            Some(_) if alike > 1 => problems.push(Problem { place, kind: ProblemKind::DuplicateYear }),
            Some(_) => {}
        }
        // The second sheet of a year is shown but stays out of the trend.
        years.push(if years.contains(&year) { None } else { year });
    }
    (years, problems)
}
