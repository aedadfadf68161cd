//! Regions: the years so far, the targets of dual control, the plan and how it is kept, the reservoirs.

mod facts;
mod issues;
mod numbers;
mod offered;
mod places;
mod reservoirs;
mod results;
mod taken;
mod years;

use std::sync::Arc;

use self::offered::OfYear;
use self::taken::{Taken, taken};
use self::years::Read;
use super::Before;
use super::cells::Cells;
use super::problem::{Problem, ProblemKind, refuse};
use crate::ledger::{Ledger, REGION_YEARS, REGIONS, RegionEntry, Row, RowId};
use crate::quantity::read_year;
use crate::region::{Counting, NonconventionalCount, OnceThroughCount, TargetPath, compute_years};
use crate::text::Coded;

pub use issues::with_issue;
pub use numbers::{RegionNumbers, is_about_region};
pub use results::{PlanIssue, RegionFact, RegionFactFigures, RegionResults, RegionSheet, RegionTotals};
pub use taken::UnitWater;

/// What the sheets of regions come to. A sheet that is still the same is taken over; of one that changed, its plan, its reservoirs and
/// its years are taken over where their tables are the same. `units` is what places of plans may take their present use from; none while
/// it is not known yet.
pub fn region(
    ledger: &Ledger,
    units: Option<&[UnitWater]>,
    before: Before<'_, RegionResults>,
) -> RegionResults {
    let sheets = ledger.sheets(&REGIONS);
    let results = |sheet: &Arc<Row>| {
        let known =
            before.and_then(|(was, results)| was.sheet(&REGIONS, sheet.id).zip(results.sheet(sheet.id)));
        let taken = taken(sheet, read_year(&sheet[RegionEntry::Year]), units);
        match known {
            Some((same, known)) if Arc::ptr_eq(same, sheet) && known.plan.taken == taken => known.clone(),
            _ => Arc::new(evaluate_sheet(sheet, taken, known.map(|(was, known)| (&**was, &**known)))),
        }
    };
    RegionResults { sheets: sheets.iter().map(results).collect(), problems: of_sheets(sheets) }
}

/// What is wrong with the sheets together: years that are none, and a region's year that has two sheets.
fn of_sheets(sheets: &[Arc<Row>]) -> Vec<Problem> {
    let of =
        |sheet: &Row| (sheet[RegionEntry::Name].trim().to_string(), read_year(&sheet[RegionEntry::Year]));
    let all: Vec<_> = sheets.iter().map(|sheet| of(sheet)).collect();
    let problem = |(sheet, of): (&Arc<Row>, &(String, Option<i32>))| {
        let kind = match of.1 {
            None => ProblemKind::NotAYear,
            Some(_) if all.iter().filter(|other| *other == of).count() > 1 => ProblemKind::DuplicateYear,
            Some(_) => return None,
        };
        Some(Problem { place: REGIONS.entry(sheet.id, RegionEntry::Year), kind })
    };
    sheets.iter().zip(&all).filter_map(problem).collect()
}

fn evaluate_sheet(sheet: &Row, taken: Vec<Taken>, before: Option<(&Row, &RegionSheet)>) -> RegionSheet {
    let mut problems = Vec::new();
    let (counting, path) = conventions(sheet, &mut problems);
    let year = read_year(&sheet[RegionEntry::Year]);
    let read = years::read_years(sheet, &mut problems);
    let (figures, refusals) = compute_years(&read.years, counting);
    for refusal in &refusals {
        let at = REGION_YEARS.at(&[sheet.id]);
        let place = years::refused_place(sheet, at, RowId(refusal.at), &refusal.fault);
        refuse(&mut problems, place, &refusal.fault, refusal.inputs);
    }
    let targets =
        years::targets(sheet, Read { years: &read, figures: &figures }, (year, path), &mut problems);
    let since_base = year.map_or_else(Vec::new, |year| {
        years::since_base(sheet, Read { years: &read, figures: &figures }, year)
    });
    let facts = facts::facts(sheet, year, Read { years: &read, figures: &figures }, &mut problems);
    let plan = places::plan(sheet, taken, before);
    let reservoirs = reservoirs::reservoirs(sheet, before);
    let issues = issues::issues(sheet, &plan, &mut problems);
    let totals = RegionTotals::of(&reservoirs.figures);
    let this_year = figures.iter().find(|one| Some(one.year) == year);
    let of_year = OfYear { year, figures: this_year, targets: &targets, facts: &facts };
    let numbers = offered::numbers(sheet, of_year, before.map(|(_, known)| &known.numbers));
    RegionSheet {
        id: sheet.id,
        year,
        typed: read.years,
        years: figures,
        targets,
        since_base,
        facts,
        plan,
        issues,
        reservoirs,
        totals,
        numbers,
        problems,
    }
}

/// What counts in intensities, and how targets are gone to; what is not chosen is as bulletins have it.
fn conventions(sheet: &Row, problems: &mut Vec<Problem>) -> (Counting, Option<TargetPath>) {
    let mut cells = Cells::of_sheet(sheet, sheet[RegionEntry::Name].trim().to_string(), problems);
    fn chosen<C: Coded>(cells: &mut Cells<'_>, entry: RegionEntry, usual: C) -> Option<C> {
        if cells.text(entry).is_empty() { Some(usual) } else { cells.choice(entry) }
    }
    let nonconventional = chosen(&mut cells, RegionEntry::Nonconventional, NonconventionalCount::Counted);
    let once_through = chosen(&mut cells, RegionEntry::OnceThrough, OnceThroughCount::Counted);
    let path = chosen(&mut cells, RegionEntry::Path, TargetPath::Linear);
    (Counting { nonconventional, once_through }, path)
}
