//! The ways to a rubric's pass line: the cheapest in words, every plan that no other beats as a table and as a curve.

use super::amount::amount;
use crate::chart::Chart;
use crate::evaluate::{MOST_IN_GROUP, NoWay, PlannerFault, RetrofitPlan, WaysToPass, ways_to_pass};
use crate::ledger::{RETROFIT_MEASURES, RetrofitMeasureColumn, Row, RowId};
use crate::metric::Figure;
use crate::quantity::{Quantity, Unit};
use crate::rubric::{Mode, Plan, Rubric};
use crate::show::certification::score_curve;
use crate::show::{Tone, Verdict};
use crate::text::{Key, Language, Message, grouped, number};

/// The ways to the line.
#[derive(Clone, Debug, PartialEq)]
pub struct PassLines {
    /// The cheapest, or why there is none.
    pub verdict: Verdict,
    /// The best score for any cost.
    pub curve: Option<Chart>,
    /// A line for each plan, the cheapest first; none where there is nothing to choose from.
    pub lines: Vec<PassPlan>,
    /// What is to be known of them.
    pub notes: Vec<Message>,
}

/// Measures that are done together.
#[derive(Clone, Debug, PartialEq)]
pub struct PassPlan {
    /// What is done.
    pub name: String,
    /// The rows of its measures.
    pub measures: Vec<RowId>,
    /// Investment, benefit of a year, months, score.
    pub numbers: [String; 4],
    /// Whether it passes.
    pub verdict: Key,
    /// Whether the plan holds just these.
    pub is_plan: bool,
}

/// The ways of a plan to the pass line; none where it is not about an institution with a rubric. `go_on` is asked before each set of
/// measures that is evaluated.
///
/// # Errors
/// Why none are looked for, in words.
pub async fn pass_lines(
    sheet: &Row,
    found: &RetrofitPlan,
    language: Language,
    go_on: &mut impl AsyncFnMut() -> bool,
) -> Option<Result<PassLines, Message>> {
    let rubric = found.before.as_ref()?.review()?.rubric.clone()?;
    Some(match ways_to_pass(sheet, found, go_on).await? {
        Ok(ways) => Ok(lines(sheet, found, &rubric, &ways, language)),
        Err(NoWay::Sets(PlannerFault::TooMany)) => {
            Err(Message::new(Key::ChoiceTooMany).with("most", MOST_IN_GROUP.to_string()))
        }
        Err(NoWay::Sets(PlannerFault::Lacking)) => Err(Message::new(Key::PlanLacking)),
        Err(NoWay::Sets(PlannerFault::Stopped)) => Err(Message::new(Key::SearchStopped)),
        Err(NoWay::Plan(fault)) => Err(fault.message()),
    })
}

fn lines(
    sheet: &Row,
    found: &RetrofitPlan,
    rubric: &Rubric,
    ways: &WaysToPass,
    language: Language,
) -> PassLines {
    let line = |(place, plan): (usize, &Plan)| {
        let measures = ways.rows(plan);
        let evaluated = ways.evaluated.get(&place)?;
        let benefit = evaluated.benefit.as_ref().map(Figure::quantity);
        let name = match measures.is_empty() {
            true => Key::PlanAsItIs.say(language).to_string(),
            false => named(sheet, &measures, language),
        };
        let numbers = [
            amount(Quantity::new(plan.cost, Unit::Yuan), language),
            benefit.map_or_else(String::new, |benefit| amount(benefit, language)),
            number(plan.months, 0),
            evaluated.total.to_string(),
        ];
        let verdict = if plan.passes { Key::VerdictPasses } else { Key::VerdictFails };
        let is_plan = found.holds_just(&measures);
        Some(PassPlan { name, measures, numbers, verdict, is_plan })
    };
    let plans = &ways.frontier.plans;
    let differs = |(place, plan): (usize, &Plan)| {
        ways.evaluated.get(&place).is_some_and(|evaluated| evaluated.total != plan.total)
    };
    let mut notes = Vec::new();
    if plans.iter().enumerate().any(differs) {
        notes.push(Message::new(Key::PlanScoresDiffer));
    }
    let left = plans.len().saturating_sub(ways.evaluated.len());
    if left > 0 {
        notes.push(Message::new(Key::PlansMore).with("count", left.to_string()));
    }
    let is_choice = plans.len() > 1;
    // A curve needs scores, and two plans at least.
    let is_curve = is_choice && rubric.mode == Mode::Points;
    PassLines {
        verdict: verdict(sheet, rubric, ways, language),
        curve: is_curve.then(|| score_curve(rubric, &ways.frontier, language)),
        lines: plans.iter().enumerate().filter(|_| is_choice).filter_map(line).collect(),
        notes,
    }
}

/// The cheapest way in words.
fn verdict(sheet: &Row, rubric: &Rubric, ways: &WaysToPass, language: Language) -> Verdict {
    // Where everything must hold there is no score to speak of.
    let key = |scored: Key, held: Key| match rubric.mode {
        Mode::Points => scored,
        Mode::PassFail => held,
    };
    if rubric.mode == Mode::Points && rubric.pass.min_score.is_none() {
        return Verdict::new(Tone::Caution, Key::PlanNoLine);
    }
    let plans = &ways.frontier.plans;
    match ways.frontier.cheapest() {
        Some(plan) if plan.measures.is_empty() => {
            Verdict::new(Tone::Good, key(Key::PlanNothingNeeded, Key::PlanNothingNeededHolds))
                .with("total", plan.total.to_string())
        }
        Some(plan) => Verdict::new(Tone::Good, key(Key::PlanCheapest, Key::PlanCheapestHolds))
            .with("measures", named(sheet, &ways.rows(plan), language))
            .with("cost", grouped(plan.cost))
            .with("months", number(plan.months, 0))
            .with("total", plan.total.to_string()),
        None if plans.len() <= 1 && plans.first().is_none_or(|now| now.measures.is_empty()) => {
            Verdict::new(Tone::Caution, Key::PlanNoMeasures)
        }
        None => {
            let best = plans.last().map_or_else(String::new, |plan| plan.total.to_string());
            Verdict::new(Tone::Failed, key(Key::PlanOutOfReach, Key::PlanOutOfReachHolds)).with("total", best)
        }
    }
}

/// The names of measures, in the order of the table.
fn named(sheet: &Row, measures: &[RowId], language: Language) -> String {
    let rows = sheet.rows(&RETROFIT_MEASURES).iter().filter(|row| measures.contains(&row.id));
    let names: Vec<&str> = rows.map(|row| row[RetrofitMeasureColumn::Name].trim()).collect();
    names.join(match language {
        Language::Chinese => "、",
        Language::English => ", ",
    })
}
