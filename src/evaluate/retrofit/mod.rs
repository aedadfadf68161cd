//! Retrofits: what measures change of a plant's sheet, the same evaluation of the sheet as it would be, and what that is worth.

mod apply;
mod economy;
mod every_figure;
mod results;
mod targets;

use std::sync::Arc;

use super::cells::{Cells, filled, label};
use super::plant::evaluate_period;
use super::problem::{Problem, ProblemKind};
use super::{Before, FigureOf, PeriodResults, PlantResults, SheetFigure};
use crate::ledger::{
    Ledger, PERIODS, PlantEntry, RETROFIT_MEASURES, RETROFITS, RetrofitEntry, RetrofitMeasureColumn, Row,
    names_in,
};
use crate::metric::Figure;
use crate::quantity::{Period, read_period, read_year};
use crate::retrofit::{Standing, VolumeSaving, VolumesBeforeAndAfter};

use apply::{Change, read_changes, sheet_after};
use economy::{Terms, of_investment, plan_figures};
pub use results::{BeforeAndAfter, MeasureFigures, PlanFigures, RetrofitPlan, RetrofitResults};
pub use targets::target_name;
use targets::{row_name, targets};

/// What the plans come to. One rests on its sheet and on the plant's sheet of its year, and is taken over while both are the same.
pub fn retrofit(
    ledger: &Ledger,
    plant: &PlantResults,
    before: Before<'_, RetrofitResults>,
) -> RetrofitResults {
    let sheets = ledger.sheets(&RETROFITS);
    let results = |sheet: &Arc<Row>| {
        let subject = subject_of(ledger, sheet);
        let known = before.and_then(|(was, results)| {
            let (same, plan) = (was.sheet(&RETROFITS, sheet.id)?, results.plan(sheet.id)?);
            let is_same = Arc::ptr_eq(same, sheet)
                && match (subject_of(was, same), subject) {
                    (Some(one), Some(other)) => Arc::ptr_eq(one, other),
                    (None, None) => true,
                    _ => false,
                };
            is_same.then(|| plan.clone())
        });
        known.unwrap_or_else(|| Arc::new(evaluate_plan(sheet, subject, plant)))
    };
    RetrofitResults { plans: sheets.iter().map(results).collect() }
}

/// The plant's sheet of a plan's year.
fn subject_of<'l>(ledger: &'l Ledger, plan: &Row) -> Option<&'l Arc<Row>> {
    let year = Period::whole(read_year(&plan[RetrofitEntry::Year])?);
    let is_of_year = |sheet: &&Arc<Row>| read_period(&sheet[PlantEntry::Period]) == Some(year);
    ledger.sheets(&PERIODS).iter().find(is_of_year)
}

/// A measure as it was read.
struct Measure<'s> {
    row: &'s Row,
    name: &'s str,
    is_in_plan: bool,
    /// What it costs and brings, as far as it was typed.
    terms: Terms,
    changes: Vec<Change>,
    /// Whether something of what it changes cannot be read or is left out.
    lacks: bool,
}

fn evaluate_plan(sheet: &Row, subject: Option<&Arc<Row>>, plant: &PlantResults) -> RetrofitPlan {
    let mut problems = Vec::new();
    let mut entries = Cells::of_sheet(sheet, String::new(), &mut problems);
    let common = economy::Common::read(&mut entries);
    let found = subject.and_then(|subject| plant.period(subject.id));
    if subject.is_none() {
        let (typed, kind) = (&sheet[RetrofitEntry::Year], ProblemKind::NoPlantOfYear);
        let kind = if typed.trim().is_empty() { ProblemKind::Blank } else { kind };
        entries.report(RetrofitEntry::Year, kind);
    }
    let mut measures = read_measures(sheet, &mut problems);
    let known = subject.map_or_else(Vec::new, |subject| targets(subject));
    let of_measures =
        read_changes(sheet, &measures.iter().map(|one| one.name).collect::<Vec<_>>(), &known, &mut problems);
    for (measure, changes) in measures.iter_mut().zip(of_measures) {
        (measure.changes, measure.lacks) = (changes.0, measure.lacks || changes.1);
    }
    hold_to_needs(sheet, &mut measures, &mut problems);
    let Some((subject, found)) = subject.zip(found) else {
        let measures = measures.iter().map(|one| MeasureFigures::of_row(one.row.id.0)).collect();
        return RetrofitPlan { id: sheet.id, measures, problems, ..RetrofitPlan::default() };
    };
    let common = common.with_price_of(found);
    let after = |of: &[&Measure]| -> (Arc<PeriodResults>, Vec<Problem>) {
        let changes: Vec<&Change> = of.iter().flat_map(|measure| &measure.changes).collect();
        let (changed, problems) = sheet_after(subject, &changes);
        match changed {
            Some(changed) => (Arc::new(evaluate_period(&changed, Some((&**subject, &**found)))), problems),
            None => (found.clone(), problems),
        }
    };
    let mut alone = Vec::new();
    for measure in &mut measures {
        let (by_itself, said) = after(&[measure]);
        measure.lacks |= said.iter().any(Problem::leaves_out);
        alone.push(saving(found, &by_itself, measure.lacks));
        if !measure.is_in_plan {
            problems.extend(said);
        }
    }
    let chosen: Vec<&Measure> = measures.iter().filter(|measure| measure.is_in_plan).collect();
    let (whole, said) = after(&chosen);
    // What is left out of one measure is lacking to all that rests on the plan.
    let lacks = chosen.iter().any(|measure| measure.lacks) || said.iter().any(Problem::leaves_out);
    problems.extend(said);
    let mut figures = Vec::new();
    let mut so_far: Vec<&Measure> = Vec::new();
    let mut last = found.clone();
    for (measure, alone) in measures.iter().zip(alone) {
        let mut of = MeasureFigures::of_row(measure.row.id.0);
        of.alone = alone;
        if measure.is_in_plan {
            so_far.push(measure);
            let (next, _) = after(&so_far);
            of.in_plan = saving(&last, &next, lacks);
            last = next;
            let others: Vec<&Measure> =
                chosen.iter().copied().filter(|other| other.row.id != measure.row.id).collect();
            of.at_last = saving(&after(&others).0, &whole, lacks);
        }
        let counted = if measure.is_in_plan { of.in_plan.clone() } else { of.alone.clone() };
        of_investment(&mut of, counted.as_ref(), &measure.terms, &common);
        figures.push(of);
    }
    let terms: Vec<&Terms> = chosen.iter().map(|measure| &measure.terms).collect();
    let plan = plan_figures(saving(found, &whole, lacks), &terms, &common);
    RetrofitPlan {
        id: sheet.id,
        subject: Some(subject.id),
        measures: figures,
        plan,
        compared: compared(found, &whole, lacks),
        opened: opened(subject, found, &whole),
        known: known.iter().map(|target| (row_name(target.row), target.column)).collect(),
        after: Some(whole),
        price: common.price,
        problems,
    }
}

/// What is taken less than before.
fn saving(before: &PeriodResults, after: &PeriodResults, lacks: bool) -> Option<Figure> {
    let intake = |found: &PeriodResults| found.figures.totals.intake.clone();
    let volumes = VolumesBeforeAndAfter { before: intake(before)?, after: intake(after)? };
    Some(Figure::computed(&VolumeSaving, volumes).ok()?.incomplete_if(lacks))
}

/// The rows whose balance is open afterwards and was not before.
fn opened(sheet: &Row, before: &PeriodResults, after: &PeriodResults) -> Vec<String> {
    let open = |found: &PeriodResults| {
        let problems = found.problems.iter();
        let is_open = |problem: &&Problem| matches!(problem.kind, ProblemKind::BalanceOpen { .. });
        problems.filter(is_open).map(|problem| problem.place).collect::<Vec<_>>()
    };
    let was = open(before);
    let new = open(after).into_iter().filter(|place| !was.contains(place));
    new.filter_map(|place| sheet.row(place.table.spec, place.row)).map(|row| row_name(row)).collect()
}

/// Every figure of the whole plant that there is before and after; incomplete afterwards where something is left out.
fn compared(before: &PeriodResults, after: &PeriodResults, lacks: bool) -> Vec<BeforeAndAfter> {
    let (before, after) = (before.every_figure(), after.every_figure());
    let is_of_plant = |one: &&SheetFigure<'_>| one.of == FigureOf::Sheet;
    let pair = |one: &SheetFigure<'_>| {
        let other = after.iter().find(|other| other.of == one.of && other.name == one.name)?;
        Some(BeforeAndAfter {
            name: one.name,
            heading: one.heading,
            before: one.figure.clone(),
            after: other.figure.clone().incomplete_if(lacks),
        })
    };
    before.iter().filter(is_of_plant).filter_map(pair).collect()
}

/// Every measure that has something in it, in the order of the table.
fn read_measures<'s>(sheet: &'s Row, problems: &mut Vec<Problem>) -> Vec<Measure<'s>> {
    use RetrofitMeasureColumn as At;
    let rows: Vec<&Row> = filled(sheet.rows(&RETROFIT_MEASURES)).map(|(_, row)| row).collect();
    let table = RETROFIT_MEASURES.at(&[sheet.id]);
    let measure = |(place, row): (usize, &&'s Row)| {
        let row: &'s Row = row;
        let name = row[At::Name].trim();
        let mut cells = Cells::apart(table, row, label(name, place), problems);
        if name.is_empty() {
            cells.report(At::Name, ProblemKind::NoName);
        } else if rows.iter().take(place).any(|other| other[At::Name].trim() == name) {
            cells.report(At::Name, ProblemKind::DuplicateName);
        }
        let standing = cells.choice::<Standing>(At::Standing);
        let lacks = standing.is_none() && !cells.text(At::Standing).is_empty();
        let terms = Terms::read(&mut cells, lacks);
        let is_in_plan = standing != Some(Standing::LeftOut);
        Measure { row, name, is_in_plan, terms, changes: Vec::new(), lacks }
    };
    rows.iter().enumerate().map(measure).collect()
}

/// A measure whose need is not in the plan, and the later of two of one group, are said and left out.
fn hold_to_needs(sheet: &Row, measures: &mut [Measure<'_>], problems: &mut Vec<Problem>) {
    use RetrofitMeasureColumn as At;
    let mut report = |row: &Row, column: At, kind| {
        let place = RETROFIT_MEASURES.at(&[sheet.id]).cell(row.id, column);
        problems.push(Problem { place, kind });
    };
    let mut groups: Vec<&str> = Vec::new();
    for measure in measures.iter_mut().filter(|measure| measure.is_in_plan) {
        let group = measure.row[At::Group].trim();
        if groups.contains(&group) {
            report(measure.row, At::Group, ProblemKind::Excluded);
            measure.is_in_plan = false;
        } else if !group.is_empty() {
            groups.push(group);
        }
    }
    let names: Vec<&str> = measures.iter().map(|measure| measure.name).collect();
    for measure in measures.iter() {
        for _ in names_in(&measure.row[At::Needs]).filter(|name| !names.contains(name)) {
            report(measure.row, At::Needs, ProblemKind::UnknownMeasure);
        }
    }
    // What is left out may be what another needs.
    loop {
        let is_there: Vec<&str> = measures.iter().filter(|one| one.is_in_plan).map(|one| one.name).collect();
        let lacks = |one: &Measure| {
            one.is_in_plan && names_in(&one.row[At::Needs]).any(|name| !is_there.contains(&name))
        };
        let Some(place) = measures.iter().position(lacks) else { return };
        let row = measures[place].row;
        if names_in(&row[At::Needs]).all(|name| names.contains(&name)) {
            report(row, At::Needs, ProblemKind::NeedNotInPlan);
        }
        measures[place].is_in_plan = false;
    }
}
