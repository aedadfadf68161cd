//! Retrofits: what measures change of a sheet, the same evaluation of the sheet as it would be, and what that is worth.

mod apply;
mod economy;
mod every_figure;
mod institutions;
mod irrigation_years;
mod money;
mod planner;
mod plants;
mod results;
mod subject;
mod targets;

use std::sync::Arc;

use super::cells::{Cells, filled, label};
use super::problem::{Problem, ProblemKind};
use super::{Before, FigureOf};
use crate::ledger::{
    ChangeColumn, Column, Ledger, Place, RETROFIT_MEASURES, RETROFITS, RetrofitEntry, RetrofitMeasureColumn,
    Row, names_in,
};
use crate::metric::{Figure, InputQuantity};
use crate::quantity::{Period, Quantity, read_year};
use crate::retrofit::{Standing, SubjectKind, VolumeSaving, VolumesBeforeAndAfter};
use crate::text::Coded;
use crate::water;

use apply::{Change, read_changes, sheet_after};
use economy::{Terms, of_investment, plan_figures};
pub use institutions::retrofits_of_institutions;
pub use irrigation_years::retrofits_of_irrigation;
pub use money::{Money, RATES_BESIDE, SWING, Swing};
pub use planner::{MOST_IN_GROUP, MeasureSet, PlannerFault, best_sets, best_within, cheapest_reaching};
pub use plants::retrofits_of_plants;
pub use results::{BeforeAndAfter, MeasureFigures, PlanFigures, RetrofitPlan, RetrofitResults};
pub use subject::Subject;
pub use targets::target_name;
use targets::{Target, row_name, targets};

/// What a plan is about; a plant where nothing was said.
pub fn kind_of(plan: &Row) -> SubjectKind {
    SubjectKind::from_typed(&plan[RetrofitEntry::About]).unwrap_or(SubjectKind::Plant)
}

/// What the plans about one kind of thing come to, in the order of the ledger; `find` finds what a plan is about. A plan is taken over
/// while it and what it is about are the same.
fn plans_of(
    kind: SubjectKind,
    ledger: &Ledger,
    before: Before<'_, RetrofitResults>,
    find: &dyn Fn(&Row) -> Option<Arc<dyn Subject>>,
) -> RetrofitResults {
    let sheets = ledger.sheets(&RETROFITS).iter().filter(|sheet| kind_of(sheet) == kind);
    let results = |sheet: &Arc<Row>| {
        let subject = find(sheet);
        let known = before.and_then(|(was, results)| {
            let (same, plan) = (was.sheet(&RETROFITS, sheet.id)?, results.plan(sheet.id)?);
            let at = |subject: &Option<Arc<dyn Subject>>| subject.as_ref().map(|one| one.results_at());
            (Arc::ptr_eq(same, sheet) && at(&plan.before) == at(&subject)).then(|| plan.clone())
        });
        known.unwrap_or_else(|| Arc::new(evaluate_plan(sheet, subject)))
    };
    RetrofitResults { plans: sheets.map(results).collect() }
}

/// The year that a plan starts from.
fn year_of(plan: &Row) -> Option<Period> {
    read_year(&plan[RetrofitEntry::Year]).map(Period::whole)
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

/// A plan as it was read.
struct ReadPlan<'s> {
    common: economy::Common,
    measures: Vec<Measure<'s>>,
    known: Vec<Target>,
}

/// Reads a plan; what is wrong is noted, and nothing is held to needs and groups yet.
fn read_plan<'s>(
    sheet: &'s Row,
    subject: Option<&Arc<dyn Subject>>,
    problems: &mut Vec<Problem>,
) -> ReadPlan<'s> {
    let mut entries = Cells::of_sheet(sheet, String::new(), problems);
    let common = economy::Common::read(&mut entries);
    entries.choice::<SubjectKind>(RetrofitEntry::About);
    // What the planner is asked for.
    entries.number(RetrofitEntry::Budget);
    entries.number(RetrofitEntry::Goal);
    if subject.is_none() {
        let is_blank = sheet[RetrofitEntry::Year].trim().is_empty();
        let kind = if is_blank { ProblemKind::Blank } else { ProblemKind::NoSubjectOfYear };
        entries.report(RetrofitEntry::Year, kind);
    }
    let mut measures = read_measures(sheet, problems);
    let known = subject.map_or_else(Vec::new, |subject| targets(&**subject));
    let names: Vec<&str> = measures.iter().map(|one| one.name).collect();
    let of_measures = read_changes(sheet, &names, &known, problems);
    for (measure, changes) in measures.iter_mut().zip(of_measures) {
        (measure.changes, measure.lacks) = (changes.0, measure.lacks || changes.1);
    }
    ReadPlan { common, measures, known }
}

fn evaluate_plan(sheet: &Row, subject: Option<Arc<dyn Subject>>) -> RetrofitPlan {
    let mut problems = Vec::new();
    let ReadPlan { common, mut measures, known } = read_plan(sheet, subject.as_ref(), &mut problems);
    hold_to_needs(sheet, &mut measures, &mut problems);
    let Some(subject) = subject else {
        let measures = measures.iter().map(|one| MeasureFigures::of_row(one.row.id.0)).collect();
        return RetrofitPlan { id: sheet.id, measures, problems, ..RetrofitPlan::default() };
    };
    let common = common.with_price_of(&*subject);
    let after = |of: &[&Measure]| after(&subject, of);
    let mut alone = Vec::new();
    for measure in &mut measures {
        let (by_itself, said) = after(&[measure]);
        measure.lacks |= said.iter().any(Problem::leaves_out);
        let saved = saving(&*subject, &*by_itself, measure.lacks);
        alone.push(saved.map(|saved| in_doubt(saved, &subject, &[measure], measure)));
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
    let mut last = subject.clone();
    for (measure, alone) in measures.iter().zip(alone) {
        let mut of = MeasureFigures::of_row(measure.row.id.0);
        of.alone = alone;
        of.is_in_plan = measure.is_in_plan;
        if measure.is_in_plan {
            so_far.push(measure);
            let (next, _) = after(&so_far);
            let saved = saving(&*last, &*next, lacks);
            of.in_plan = saved.map(|saved| in_doubt(saved, &subject, &so_far, measure));
            last = next;
            let others: Vec<&Measure> =
                chosen.iter().copied().filter(|other| other.row.id != measure.row.id).collect();
            of.at_last = saving(&*after(&others).0, &*whole, lacks);
        }
        let counted = if measure.is_in_plan { of.in_plan.clone() } else { of.alone.clone() };
        of_investment(&mut of, counted.as_ref(), &measure.terms, &common);
        figures.push(of);
    }
    let terms: Vec<&Terms> = chosen.iter().map(|measure| &measure.terms).collect();
    let consumed = less(subject.consumed(), whole.consumed(), lacks);
    let saved = saving(&*subject, &*whole, lacks);
    let saved = saved
        .map(|saved| chosen.iter().fold(saved, |saved, measure| in_doubt(saved, &subject, &chosen, measure)));
    let plan = plan_figures(saved, consumed, &terms, &common);
    RetrofitPlan {
        id: sheet.id,
        subject: Some(subject.sheet().id),
        measures: figures,
        plan,
        compared: compared(&*subject, &*whole, lacks),
        opened: opened(&*subject, &*whole),
        known: known.into_iter().map(|target| (target.row, target.column)).collect(),
        price: common.price,
        problems,
        before: Some(subject),
        after: Some(whole),
    }
}

/// A subject after measures, with what is odd about it.
fn after(subject: &Arc<dyn Subject>, measures: &[&Measure<'_>]) -> (Arc<dyn Subject>, Vec<Problem>) {
    let changes: Vec<&Change> = measures.iter().flat_map(|measure| &measure.changes).collect();
    let (changed, problems) = sheet_after(&**subject, &changes);
    (changed.map_or_else(|| subject.clone(), |changed| subject.again(changed)), problems)
}

/// What measures save, with what is in doubt of the changes of one of them: each is evaluated so much greater as is in doubt of it,
/// and what that makes of the saving is the doubt of the saving, as the first order of GUM has it.
fn in_doubt(
    saved: Figure,
    subject: &Arc<dyn Subject>,
    measures: &[&Measure<'_>],
    of: &Measure<'_>,
) -> Figure {
    let doubt = |(nth, change): (usize, &Change)| {
        let shifted = |one: &&Measure<'_>| -> Vec<Change> {
            let own = one.changes.iter().enumerate();
            let is_it = |at: usize| std::ptr::eq(*one, of) && at == nth;
            own.map(|(at, other)| if is_it(at) { other.shifted() } else { other.clone() }).collect()
        };
        let all: Vec<Change> = measures.iter().flat_map(shifted).collect();
        let (changed, _) = sheet_after(&**subject, &all.iter().collect::<Vec<_>>());
        let shifted = subject.again(changed?).taken()?;
        let plain = after(subject, measures).0.taken()?;
        let u = (shifted.value() - plain.value()).abs();
        let name = ChangeColumn::Change.spec().heading.words();
        let typed = InputQuantity { id: change.typed_at.input_id(), label: of.name.to_string(), name };
        Some(Figure::typed(Quantity::new(0.0, saved.quantity().unit), u, typed))
    };
    let uncertain = of.changes.iter().enumerate().filter(|(_, change)| change.u > 0.0);
    let doubts: Vec<Figure> = uncertain.filter_map(doubt).filter(|doubt| doubt.u() > 0.0).collect();
    if doubts.is_empty() {
        return saved;
    }
    let lacks = saved.is_incomplete();
    let whole = water::total([saved.clone()].into_iter().chain(doubts));
    whole.map_or(saved, |whole| whole.incomplete_if(lacks))
}

/// What is taken less than before.
fn saving(before: &dyn Subject, after: &dyn Subject, lacks: bool) -> Option<Figure> {
    less(before.taken(), after.taken(), lacks)
}

fn less(before: Option<Figure>, after: Option<Figure>, lacks: bool) -> Option<Figure> {
    let volumes = VolumesBeforeAndAfter { before: before?, after: after? };
    Some(Figure::computed(&VolumeSaving, volumes).ok()?.incomplete_if(lacks))
}

/// The rows whose balance is open afterwards and was not before.
fn opened(before: &dyn Subject, after: &dyn Subject) -> Vec<String> {
    let (was, sheet) = (before.open(), before.sheet());
    let new = after.open().into_iter().filter(|place| !was.contains(place));
    let name = |place: Place| {
        let row = sheet.rows_at(place.table).iter().find(|row| row.id == place.row);
        row.map(|row| row_name(row))
    };
    new.filter_map(name).collect()
}

/// Every figure that people compare, before and after; incomplete afterwards where something is left out.
fn compared(before: &dyn Subject, after: &dyn Subject, lacks: bool) -> Vec<BeforeAndAfter> {
    let (before, after) = (before.figures(), after.figures());
    let pair = |(place, (row, one)): (usize, &(String, super::SheetFigure<'_>))| {
        let is_same = |other: &&(String, super::SheetFigure<'_>)| {
            other.1.of == one.of && other.1.name == one.name && other.1.heading == one.heading
        };
        // Most stand where they stood.
        let stood = after.get(place).filter(is_same);
        let (_, other) = stood.or_else(|| after.iter().find(is_same))?;
        let group = if let FigureOf::Group(words) = one.of { Some(words) } else { None };
        Some(BeforeAndAfter {
            row: row.clone(),
            group,
            name: one.name,
            heading: one.heading,
            before: one.figure.clone(),
            after: other.figure.clone().incomplete_if(lacks),
        })
    };
    before.iter().enumerate().filter_map(pair).collect()
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
