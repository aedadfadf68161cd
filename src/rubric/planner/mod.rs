//! 达标路径, the way to the line: the cheapest measures that pass, and the best score for any money.
//!
//! The search is exact: it lays the measures out in an order in which few items are half done at a time, and of all sets that
//! leave the same items in the same state it keeps those that no other beats in cost and score.

mod instance;
mod order;
mod plan;
mod sweep;

pub use plan::{Change, Effect, Frontier, JointEffect, MOST_JOINT, Measure, Plan, PlanFault};

use super::{Answers, Points, Rubric, Score, score};

/// Finds every plan that no other beats.
///
/// Items that are open count as zero, prerequisites that are open as met; items that are left out cannot be raised. Without a
/// pass line a plan passes when all holds that must.
///
/// # Errors
/// Measures that do not fit the rubric or each other; more than can be gone through.
///
/// ```
/// use water_ledger::catalog::rubric;
/// use water_ledger::rubric::{Answers, Change, Effect, Measure, Points, plan};
/// let rubric = rubric("public-institution-2013").expect("shipped");
/// let raise = |id: &str, points: i32, cost: f64| Measure {
///     effects: vec![Effect { id: id.to_string(), change: Change::Raise(Points::whole(points)) }],
///     cost, months: 1.0, group: None, needs: Vec::new(),
/// };
/// let frontier = plan(&rubric, &Answers::default(), &[raise("t4", 8, 900.0), raise("m5", 9, 800.0)]).expect("sound");
/// let totals: Vec<f64> = frontier.plans.iter().map(|plan| plan.total.value()).collect();
/// assert_eq!(totals, [0.0, 9.0, 17.0]);
/// ```
pub fn plan(rubric: &Rubric, answers: &Answers, measures: &[Measure]) -> Result<Frontier, PlanFault> {
    plan_jointly(rubric, answers, measures, &[])
}

/// As [`plan`], where measures also change numbers together that items rest on.
///
/// # Errors
/// As [`plan`]; items whose numbers more than [`MOST_JOINT`] measures change.
pub fn plan_jointly(
    rubric: &Rubric,
    answers: &Answers,
    measures: &[Measure],
    joint: &[JointEffect],
) -> Result<Frontier, PlanFault> {
    let now = score(rubric, answers);
    let (instance, weights) = instance::of(rubric, &now, measures, joint)?;
    let order = order::of(&instance)?;
    let sets = sweep::frontier(&instance, &order)?;
    let finished = finished(measures, &order);
    let mut plans: Vec<Plan> = Vec::new();
    for mut set in sets {
        set.sort_unstable();
        let levels = instance.levels(&set);
        let total = total(rubric, &now, &levels, &weights.bonus);
        let clears = instance.clears(&levels);
        // Beyond the third decimal a score does not count, so neither does what only that would gain.
        if plans.iter().any(|plan| plan.total >= total && plan.clears >= clears) {
            continue;
        }
        plans.push(Plan {
            cost: set.iter().map(|place| instance.measures[*place].cost).sum::<i64>() as f64 / 100.0,
            months: set.iter().map(|place| finished[*place]).fold(0.0, f64::max),
            passes: clears && total >= weights.line,
            clears,
            total,
            measures: set,
        });
    }
    Ok(Frontier { plans })
}

/// The score of items that stand so.
fn total(rubric: &Rubric, now: &Score, levels: &[i64], bonus: &[Option<bool>]) -> Points {
    let sum = |kind: bool| {
        let of_kind = levels.iter().zip(bonus).filter(|(_, bonus)| **bonus == Some(kind));
        of_kind.map(|(level, _)| Points::of_grains(*level)).sum::<Points>()
    };
    now.scale(rubric, sum(false)) + sum(true)
}

/// When each measure is finished, beginning as soon as all that it needs is.
fn finished(measures: &[Measure], order: &[usize]) -> Vec<f64> {
    let mut finished = vec![0.0; measures.len()];
    for place in order {
        let measure = &measures[*place];
        let begun = measure.needs.iter().map(|need| finished[*need]).fold(0.0, f64::max);
        finished[*place] = begun + measure.months;
    }
    finished
}
