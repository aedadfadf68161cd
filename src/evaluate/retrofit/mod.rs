//! Retrofits: what measures change of a sheet, the same evaluation of the sheet as it would be, and what that is worth.

mod afterwards;
mod apply;
mod asked;
mod contract;
mod economy;
mod every_figure;
mod institutions;
mod irrigation_years;
mod money;
mod orders;
mod pass_line;
mod plant_cooling;
mod plant_served;
mod planner;
mod plants;
mod read;
mod results;
mod served;
mod source;
mod subject;
mod target;
mod targets;
mod tried;
mod verification;
mod years;

use std::sync::Arc;

use super::problem::Problem;
use super::{Before, FigureOf};
use crate::ledger::{
    Column, ColumnSpec, Ledger, PERIODS, Place, PlantEntry, RETROFITS, REVIEWS, RetrofitEntry, ReviewEntry,
    Row, TableSpec, YEARS, sheet_of,
};
use crate::quantity::{Period, read_year};
use crate::retrofit::SubjectKind;
use crate::text::Coded;

pub use afterwards::Afterwards;
pub use asked::AnswerChange;
pub use contract::{ContractFigures, ContractYear, contract_terms};
use economy::{Terms, of_investment, plan_figures};
pub use every_figure::WholePlan;
pub use institutions::retrofits_of_institutions;
pub use irrigation_years::retrofits_of_irrigation;
pub use money::{Money, RATES_BESIDE, SWING, Swing};
pub use orders::{SavingByOrder, savings_by_order};
pub use pass_line::{EvaluatedPlan, NoWay, WaysToPass, ways_to_pass};
pub use planner::{MOST_IN_GROUP, MeasureSet, PlannerFault, best_sets, best_within, cheapest_reaching};
pub use plants::retrofits_of_plants;
use read::{Measure, ReadPlan, hold_to_needs, read_plan};
pub use results::{BeforeAndAfter, MeasureFigures, PlanFigures, RetrofitPlan, RetrofitResults};
pub use source::Source;
pub use subject::Subject;
use subject::{less, saving};
pub use target::Target;
pub use targets::name_of_place;
use targets::row_name;
use tried::Tried;
pub use verification::{ReadingMonth, Verified};

/// Makes a subject of a sheet, where the sheet comes to something.
type Make<'m> = &'m dyn Fn(&Arc<Row>) -> Option<Arc<dyn Subject>>;

/// What a plan is about; a plant where nothing was said.
pub fn kind_of(plan: &Row) -> SubjectKind {
    SubjectKind::from_typed(&plan[RetrofitEntry::About]).unwrap_or(SubjectKind::Plant)
}

/// The list that the sheets of a kind of thing stand in, and the entry that says whose a sheet is; a year of irrigation is that of all
/// districts.
pub fn accounts_of(kind: SubjectKind) -> (&'static TableSpec, Option<&'static ColumnSpec>) {
    match kind {
        SubjectKind::Plant => (&PERIODS, Some(PlantEntry::Plant.spec())),
        SubjectKind::Irrigation => (&YEARS, None),
        SubjectKind::Institution => (&REVIEWS, Some(ReviewEntry::Institution.spec())),
    }
}

/// What the plans about one kind of thing come to, in the order of the ledger; `make` makes a subject of a sheet. A plan is taken over
/// while it and what it is about are the same.
fn plans_of(
    kind: SubjectKind,
    ledger: &Ledger,
    before: Before<'_, RetrofitResults>,
    make: Make<'_>,
) -> RetrofitResults {
    let sheets = ledger.sheets(&RETROFITS).iter().filter(|sheet| kind_of(sheet) == kind);
    let results = |sheet: &Arc<Row>| {
        let subject = subject_of(ledger, kind, sheet).and_then(make);
        let known = before.and_then(|(was, results)| {
            let (same, plan) = (was.sheet(&RETROFITS, sheet.id)?, results.plan(sheet.id)?);
            let at = |subject: &Option<Arc<dyn Subject>>| subject.as_ref().map(|one| one.results_at());
            (Arc::ptr_eq(same, sheet) && at(&plan.before) == at(&subject)).then(|| plan.clone())
        });
        known.unwrap_or_else(|| Arc::new(evaluate_plan(sheet, subject)))
    };
    RetrofitResults { plans: sheets.map(results).collect() }
}

/// The sheet that a plan is about: of its year, and of whom it names.
fn subject_of<'l>(ledger: &'l Ledger, kind: SubjectKind, plan: &Row) -> Option<&'l Arc<Row>> {
    let (list, whose) = accounts_of(kind);
    let (year, name) =
        (Period::whole(read_year(&plan[RetrofitEntry::Year])?), plan[RetrofitEntry::Of].trim());
    let of_sheet = sheet_of(list)?;
    let is_named =
        |sheet: &Row| name.is_empty() || whose.is_none_or(|whose| sheet.text(whose).trim() == name);
    ledger.sheets(list).iter().find(|sheet| of_sheet.period_of(sheet) == Some(year) && is_named(sheet))
}

fn evaluate_plan(sheet: &Row, subject: Option<Arc<dyn Subject>>) -> RetrofitPlan {
    let mut problems = Vec::new();
    let ReadPlan { common, mut measures, known } = read_plan(sheet, subject.as_ref(), &mut problems);
    hold_to_needs(sheet, &mut measures, &mut problems);
    let Some(subject) = subject else {
        let measures = measures.iter().map(|one| MeasureFigures::of_row(one.row.id.0)).collect();
        return RetrofitPlan { id: sheet.id, measures, problems, ..RetrofitPlan::default() };
    };
    let mut tried = Tried::of(&subject);
    let chosen: Vec<&Measure> = measures.iter().filter(|measure| measure.is_in_plan).collect();
    let (whole, said) = tried.after(&chosen);
    // What is left out of one measure is lacking to all that rests on the plan.
    let lacks = chosen.iter().any(|measure| measure.lacks) || said.iter().any(Problem::leaves_out);
    problems.extend(said);
    let mut figures = Vec::new();
    let mut so_far: Vec<&Measure> = Vec::new();
    let mut last = subject.clone();
    for measure in &measures {
        let mut of = MeasureFigures::of_row(measure.row.id.0);
        of.is_in_plan = measure.is_in_plan;
        let common_of = if measure.is_in_plan {
            so_far.push(measure);
            let (next, _) = tried.after(&so_far);
            let saved = saving(&*last, &*next, lacks);
            of.in_plan = saved.map(|saved| tried.in_doubt(saved, &so_far, measure));
            common.between(&*std::mem::replace(&mut last, next.clone()), &*next)
        } else {
            let (by_itself, said) = tried.after(&[measure]);
            let saved = saving(&*subject, &*by_itself, measure.lacks || said.iter().any(Problem::leaves_out));
            of.left_out = saved.map(|saved| tried.in_doubt(saved, &[measure], measure));
            problems.extend(said);
            common.between(&*subject, &*by_itself)
        };
        let saved = of.saving().cloned();
        of_investment(&mut of, saved.as_ref(), &measure.terms, &common_of);
        figures.push(of);
    }
    let common = common.between(&*subject, &*whole);
    let terms: Vec<&Terms> = chosen.iter().map(|measure| &measure.terms).collect();
    let consumed = less(subject.consumed(), whole.consumed(), lacks);
    let saved = saving(&*subject, &*whole, lacks);
    let saved = saved
        .map(|saved| chosen.iter().fold(saved, |saved, measure| tried.in_doubt(saved, &chosen, measure)));
    let plan = plan_figures(saved, consumed, &terms, &common);
    RetrofitPlan {
        id: sheet.id,
        subject: Some(subject.sheet().id),
        measures: figures,
        plan,
        compared: compared(&*subject, &*whole, lacks),
        opened: opened(&*subject, &*whole),
        known,
        lacks,
        price: common.price,
        problems,
        before: Some(subject),
        after: Some(whole),
    }
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
