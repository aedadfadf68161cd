//! Issues of the plan: what everybody was given in each, and what has changed since.

use super::places::names_of;
use super::results::{PlanIssue, RegionSheet};
use crate::evaluate::cells::{Cells, filled, label, refused_cell, twice};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::evaluate::region::results::PlanResults;
use crate::ledger::{
    Column, Edit, ISSUED_PLANS, IssuedPlanColumn as Issued, Ledger, PLAN_ISSUES, PLAN_PLACES,
    PlanIssueColumn as Issue, PlanPlaceColumn, REGIONS, RegionEntry, Row, RowCells, RowId, TableEdit,
};
use crate::metric::Workings;
use crate::numeric::plain;
use crate::quantity::Unit;
use crate::region::{IssuedAndNow, IssuedPlanFigures, PlanAdjustment};

/// What the issues of a sheet come to beside its plan.
pub(super) fn issues(sheet: &Row, plan: &PlanResults, problems: &mut Vec<Problem>) -> Vec<PlanIssue> {
    let names = names_of(sheet);
    let mut found = Vec::new();
    for (_, issue) in filled(sheet.rows(&PLAN_ISSUES)) {
        let at = ISSUED_PLANS.at(&[sheet.id, issue.id]);
        let rows: Vec<(usize, &Row)> = filled(issue.rows(&ISSUED_PLANS)).collect();
        let duplicates = twice(rows.iter().map(|(_, row)| &row[Issued::Name]));
        let mut work = Workings::default();
        let mut plans = Vec::new();
        for (index, row) in rows {
            let mut cells = Cells::new(at, row, label(&row[Issued::Name], index), problems);
            let place = names.get(cells.text(Issued::Name)).copied();
            match cells.text(Issued::Name) {
                name if duplicates.contains(name) => cells.report(Issued::Name, ProblemKind::DuplicateName),
                _ if place.is_none() => cells.report(Issued::Name, ProblemKind::NoSuchPlace),
                _ => {}
            }
            cells.ask(Issued::Plan, ProblemKind::Blank);
            let issued = cells.number(Issued::Plan);
            let now = place.and_then(|place| plan.places.get(place)?.plan.clone());
            let both = issued.clone().zip(now.clone()).map(|(issued, now)| IssuedAndNow { issued, now });
            let adjustment = work.compute(row.id.0, &PlanAdjustment, both);
            plans.push(IssuedPlanFigures { key: row.id.0, place, issued, now, adjustment });
        }
        for refusal in &work.refusals {
            let place = refused_cell(at, RowId(refusal.at), &refusal.fault, Issued::Plan);
            refuse(problems, place, &refusal.fault, refusal.inputs);
        }
        found.push(PlanIssue { key: issue.id.0, plans });
    }
    found
}

/// The ledger with the plan of a sheet as a further issue of it; none where nobody is planned anything.
pub fn with_issue(ledger: &Ledger, found: &RegionSheet) -> Option<Ledger> {
    let sheet = ledger.sheet(&REGIONS, found.id)?;
    let rows = filled(sheet.rows(&PLAN_PLACES)).zip(&found.plan.places);
    let plans: Vec<RowCells> = rows
        .filter_map(|((_, row), place)| {
            let plan = place.plan.as_ref()?.quantity().to(Unit::TenThousandCubicMetres)?;
            let cells = vec![
                (Issued::Name.spec(), row[PlanPlaceColumn::Name].trim().to_string()),
                (Issued::Plan.spec(), plain(plan.value)),
            ];
            Some(RowCells { row: None, cells })
        })
        .collect();
    if plans.is_empty() {
        return None;
    }
    let entry = |entry: RegionEntry| sheet[entry].trim().to_string();
    let number = (filled(sheet.rows(&PLAN_ISSUES)).count() + 1).to_string();
    let issue = RowCells {
        row: None,
        cells: vec![
            (Issue::Name.spec(), number),
            (Issue::Document.spec(), entry(RegionEntry::Document)),
            (Issue::IssuedOn.spec(), entry(RegionEntry::IssuedOn)),
        ],
    };
    let with = ledger.after(Edit::Table(PLAN_ISSUES.at(&[found.id]), TableEdit::Fill(vec![issue]))).ok()?;
    let id = with.sheet(&REGIONS, found.id)?.rows(&PLAN_ISSUES).last()?.id;
    with.after(Edit::Table(ISSUED_PLANS.at(&[found.id, id]), TableEdit::Fill(plans))).ok()
}
