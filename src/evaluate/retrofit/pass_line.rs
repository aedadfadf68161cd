//! Which measures reach the pass line of a rubric: the exact planner of scores, on what measures make of the sheet.
//!
//! Answers are better or raised by each measure by itself. Numbers are changed by several measures together, so that what each set of
//! them makes of an item is evaluated on the sheet.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::asked::{AnswerChange, asked_of};
use super::economy::{Common, Terms, plan_figures};
use super::planner::{MOST_IN_GROUP, PlannerFault};
use super::read::{Measure, read_plan};
use super::subject::{Subject, saving};
use super::tried::evaluate_after;
use crate::evaluate::problem::Problem;
use crate::evaluate::{RetrofitPlan, ReviewResults};
use crate::ledger::{PREREQUISITES, RetrofitMeasureColumn, Row, RowId, names_in};
use crate::metric::Figure;
use crate::rubric::{
    Change, Effect, Frontier, Given, JointEffect, Plan, PlanFault, Points, Rubric, plan_jointly,
};

/// So many plans are evaluated whole, the cheapest first.
const MOST_EVALUATED: usize = 60;

/// Every plan that no other beats by cost and score.
#[derive(Clone, Debug, PartialEq)]
pub struct WaysToPass {
    /// The rows of the measures, in the order of the places that plans count by.
    pub measures: Vec<RowId>,
    /// The plans.
    pub frontier: Frontier,
    /// What the first of them and the cheapest that passes come to on the sheet, by their places.
    pub evaluated: BTreeMap<usize, EvaluatedPlan>,
}

impl WaysToPass {
    /// The rows of a plan's measures.
    pub fn rows(&self, plan: &Plan) -> Vec<RowId> {
        plan.measures.iter().map(|place| self.measures[*place]).collect()
    }
}

/// What a plan comes to on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluatedPlan {
    /// What it brings in a year, where what a m³ costs is known.
    pub benefit: Option<Figure>,
    /// Its score.
    pub total: Points,
}

/// Why no way to the line is looked for.
#[derive(Clone, Debug, PartialEq)]
pub enum NoWay {
    /// More measures change the same numbers than sets can be evaluated of, or a measure lacks its investment.
    Sets(PlannerFault),
    /// Measures that do not fit each other.
    Plan(PlanFault),
}

/// The ways of a plan's measures to the pass line; those that are left out of the plan are among them. None where it is not about an
/// institution with a rubric. `go_on` is asked before each set that is evaluated.
///
/// # Errors
/// What stands in the way.
pub async fn ways_to_pass(
    sheet: &Row,
    found: &RetrofitPlan,
    go_on: &mut impl AsyncFnMut() -> bool,
) -> Option<Result<WaysToPass, NoWay>> {
    let subject = found.before.clone()?;
    let review = subject.review()?.clone();
    let rubric = review.rubric.clone()?;
    Some(ways(sheet, &subject, (&review, &rubric), go_on).await)
}

async fn ways(
    sheet: &Row,
    subject: &Arc<dyn Subject>,
    (review, rubric): (&ReviewResults, &Rubric),
    go_on: &mut impl AsyncFnMut() -> bool,
) -> Result<WaysToPass, NoWay> {
    let read = read_plan(sheet, Some(subject), &mut Vec::new());
    let mut measures = Vec::new();
    for one in read.measures {
        next(go_on).await?;
        // What was changed in vain, or cannot be read, is no choice.
        if !one.name.is_empty()
            && !one.lacks
            && !evaluate_after(subject, &[&one]).1.iter().any(Problem::leaves_out)
        {
            measures.push(one);
        }
    }
    keep_those_that_can_be(&mut measures);
    let planned = planned(&measures, subject, review, go_on).await?;
    let joint = joint_effects(&measures, subject, (review, rubric), go_on).await?;
    let frontier = plan_jointly(rubric, &review.answers, &planned, &joint).map_err(NoWay::Plan)?;
    let cheapest = frontier.plans.iter().position(|plan| plan.passes);
    let mut evaluated = BTreeMap::new();
    for (place, plan) in frontier.plans.iter().enumerate() {
        if place < MOST_EVALUATED || cheapest == Some(place) {
            next(go_on).await?;
            let plan = evaluated_plan(plan, &measures, subject, &read.common);
            evaluated.extend(plan.map(|plan| (place, plan)));
        }
    }
    Ok(WaysToPass { measures: measures.iter().map(|one| one.row.id).collect(), frontier, evaluated })
}

/// Asks whether to go on.
async fn next(go_on: &mut impl AsyncFnMut() -> bool) -> Result<(), NoWay> {
    if go_on().await { Ok(()) } else { Err(NoWay::Sets(PlannerFault::Stopped)) }
}

/// Drops what needs what is not there.
fn keep_those_that_can_be(measures: &mut Vec<Measure<'_>>) {
    loop {
        let names: Vec<&str> = measures.iter().map(|one| one.name).collect();
        let lacks = |one: &Measure<'_>| {
            names_in(&one.row[RetrofitMeasureColumn::Needs]).any(|need| !names.contains(&need))
        };
        let Some(place) = measures.iter().position(lacks) else { return };
        measures.remove(place);
    }
}

/// The measures as the planner takes them, with what each makes of answers by itself.
async fn planned(
    measures: &[Measure<'_>],
    subject: &Arc<dyn Subject>,
    review: &ReviewResults,
    go_on: &mut impl AsyncFnMut() -> bool,
) -> Result<Vec<crate::rubric::Measure>, NoWay> {
    let place = |name: &str| measures.iter().position(|one| one.name == name);
    let mut all = Vec::new();
    for measure in measures {
        let own = measure.terms.own().filter(|own| !own.is_incomplete());
        let cost = own.ok_or(NoWay::Sets(PlannerFault::Lacking))?.value();
        let answers = measure.with(|change| matches!(change.answer(), Some(AnswerChange::Becomes(_))));
        next(go_on).await?;
        let (answered, _) = evaluate_after(subject, &[&answers]);
        let mut effects: Vec<Effect> = Vec::new();
        for change in &measure.changes {
            let Some(id) = asked_of(subject.sheet(), change.place) else { continue };
            if change.place.table.spec == &PREREQUISITES {
                effects.push(Effect { id, change: Change::Meet });
            } else if let Some(AnswerChange::Raise(points)) = change.answer() {
                effects.push(Effect { id, change: Change::Raise(*points) });
            } else if change.answer().is_some() {
                // What is measured may contradict an answer: what is left of it then is its effect.
                let given = answered.review().and_then(|after| after.answers.items.get(&id));
                let better = given.filter(|given| review.answers.items.get(&id) != Some(given));
                effects.extend(better.map(|given| Effect { id, change: Change::Answer(given.clone()) }));
            }
        }
        let group = measure.row[RetrofitMeasureColumn::Group].trim().to_string();
        all.push(crate::rubric::Measure {
            effects,
            cost,
            months: measure.terms.months(),
            group: Some(group).filter(|group| !group.is_empty()),
            needs: names_in(&measure.row[RetrofitMeasureColumn::Needs]).filter_map(place).collect(),
        });
    }
    Ok(all)
}

/// What sets of measures that change numbers make of the answers, each set evaluated once.
struct Answered<'m> {
    subject: &'m Arc<dyn Subject>,
    /// The measures, as if they changed numbers alone.
    numbers: Vec<Measure<'m>>,
    known: HashMap<Vec<usize>, Option<BTreeMap<String, Given>>>,
}

impl Answered<'_> {
    /// The answer to an item after a set, by its places.
    async fn given(
        &mut self,
        set: Vec<usize>,
        id: &str,
        go_on: &mut impl AsyncFnMut() -> bool,
    ) -> Result<Option<Given>, NoWay> {
        if !self.known.contains_key(&set) {
            next(go_on).await?;
            let chosen: Vec<&Measure<'_>> = set.iter().map(|place| &self.numbers[*place]).collect();
            let (after, _) = evaluate_after(self.subject, &chosen);
            self.known.insert(set.clone(), after.review().map(|after| after.answers.items.clone()));
        }
        Ok(self.known[&set].as_ref().and_then(|items| items.get(id).cloned()))
    }
}

/// The items that change with the numbers that measures change, with their answers after every set of those measures.
async fn joint_effects(
    measures: &[Measure<'_>],
    subject: &Arc<dyn Subject>,
    (review, rubric): (&ReviewResults, &Rubric),
    go_on: &mut impl AsyncFnMut() -> bool,
) -> Result<Vec<JointEffect>, NoWay> {
    let numbers: Vec<Measure<'_>> =
        measures.iter().map(|measure| measure.with(|change| change.answer().is_none())).collect();
    let changing: Vec<usize> =
        (0..numbers.len()).filter(|place| !numbers[*place].changes.is_empty()).collect();
    let mut answered = Answered { subject, numbers, known: HashMap::new() };
    let mut effects = Vec::new();
    for (_, item) in rubric.items() {
        let now = review.answers.items.get(&item.id).cloned();
        let all = answered.given(changing.clone(), &item.id, go_on).await?;
        let mut of = Vec::new();
        for place in changing.iter().copied() {
            let others: Vec<usize> = changing.iter().copied().filter(|other| *other != place).collect();
            // A measure may show only beside others, or only by itself.
            if answered.given(vec![place], &item.id, go_on).await? != now
                || answered.given(others, &item.id, go_on).await? != all
            {
                of.push(place);
            }
        }
        if of.is_empty() {
            continue;
        }
        if of.len() > MOST_IN_GROUP {
            return Err(NoWay::Sets(PlannerFault::TooMany));
        }
        let mut answers = Vec::new();
        for bits in 0..1_usize << of.len() {
            let set = (0..of.len()).filter(|digit| bits & (1 << digit) != 0).map(|digit| of[digit]).collect();
            answers.push(answered.given(set, &item.id, go_on).await?);
        }
        effects.push(JointEffect { id: item.id.clone(), measures: of, answers });
    }
    Ok(effects)
}

/// What a plan comes to when all its measures are applied to the sheet.
fn evaluated_plan(
    plan: &Plan,
    measures: &[Measure<'_>],
    subject: &Arc<dyn Subject>,
    common: &Common,
) -> Option<EvaluatedPlan> {
    let chosen: Vec<&Measure<'_>> = plan.measures.iter().map(|place| &measures[*place]).collect();
    let (after, _) = evaluate_after(subject, &chosen);
    let terms: Vec<&Terms> = chosen.iter().map(|one| &one.terms).collect();
    let saved = saving(&**subject, &*after, false);
    let benefit = plan_figures(saved, None, &terms, &common.between(&**subject, &*after)).benefit;
    let total = after.review()?.score.as_ref()?.total;
    Some(EvaluatedPlan { benefit, total })
}
