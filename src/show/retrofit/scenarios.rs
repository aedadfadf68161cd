//! Plans for one year beside each other.

use std::sync::Arc;

use super::amount::letters;
use super::{compared, compared_name};
use crate::evaluate::{BeforeAndAfter, PlanFigures, RetrofitPlan, RetrofitResults};
use crate::ledger::{Ledger, RETROFITS, RetrofitEntry, RowId};
use crate::metric::{Figure, ResultSpec, Results};
use crate::numeric::significant;
use crate::text::{Key, Language, Message, number};
use crate::uncertainty::chance_above_zero;

/// Plans beside each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenarios {
    /// The plans, each with the identity of its sheet and its name.
    pub plans: Vec<(RowId, String)>,
    /// What they are compared by.
    pub rows: Vec<ScenarioRow>,
}

/// Something that plans are compared by.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioRow {
    /// What it is called.
    pub name: String,
    /// What each plan has.
    pub cells: Vec<ScenarioCell>,
}

/// What a plan has in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioCell {
    /// A figure.
    Figure(Figure),
    /// Words.
    Text(String),
}

/// The plans about the same accounts as one of them, that one among them.
pub fn scenarios(
    ledger: &Ledger,
    results: &RetrofitResults,
    of: RowId,
    language: Language,
) -> Option<Scenarios> {
    let subject = results.plan(of)?.subject?;
    let plans: Vec<&Arc<RetrofitPlan>> =
        results.plans.iter().filter(|plan| plan.subject == Some(subject)).collect();
    let name = |plan: &RetrofitPlan| {
        let sheet = ledger.sheet(&RETROFITS, plan.id);
        let typed = sheet.map_or("", |sheet| sheet[RetrofitEntry::Name].trim());
        if typed.is_empty() { Key::RetrofitUntitled.say(language).to_string() } else { typed.to_string() }
    };
    let text = |text: String| ScenarioCell::Text(text);
    let figure = |figure: Option<&Figure>| match figure {
        Some(figure) => ScenarioCell::Figure(figure.clone()),
        None => text("–".to_string()),
    };
    let chosen = |plan: &RetrofitPlan| letters(plan, |one| one.is_in_plan);
    let mut rows = vec![ScenarioRow {
        name: Key::RetrofitMeasuresTitle.say(language).to_string(),
        cells: plans.iter().map(|plan| text(chosen(plan))).collect(),
    }];
    let of_plan = |spec: &ResultSpec<PlanFigures>| ScenarioRow {
        name: spec.heading.say(language).to_string(),
        cells: plans.iter().map(|plan| figure((spec.get)(&plan.plan))).collect(),
    };
    let is_known = |row: &ScenarioRow| row.cells.iter().any(|cell| matches!(cell, ScenarioCell::Figure(_)));
    rows.extend(PlanFigures::RESULTS.iter().map(of_plan).filter(is_known));
    let chances: Vec<Option<String>> = plans.iter().map(|plan| chance(plan, language)).collect();
    if chances.iter().any(Option::is_some) {
        let cells =
            chances.into_iter().map(|chance| text(chance.unwrap_or_else(|| "–".to_string()))).collect();
        rows.push(ScenarioRow { name: Key::ChanceOfGain.say(language).to_string(), cells });
    }
    rows.extend(of_accounts(&plans, language));
    Some(Scenarios { plans: plans.iter().map(|plan| (plan.id, name(plan))).collect(), rows })
}

/// How likely a plan's value is above zero, in words; none where nothing of it is uncertain.
pub fn chance(plan: &RetrofitPlan, language: Language) -> Option<String> {
    let value = plan.plan.value.as_ref()?;
    let chance = 100.0 * chance_above_zero(value.value(), value.u())?;
    // Nobody knows more than this by a first order.
    Some(match chance {
        chance if chance > 99.0 => "> 99 %".to_string(),
        chance if chance < 1.0 => "< 1 %".to_string(),
        chance => Message::new(Key::PercentOf).with("share", number(significant(chance, 2), 0)).say(language),
    })
}

/// The figures of the accounts that one of the plans changes: as they are, and after each plan.
fn of_accounts(plans: &[&Arc<RetrofitPlan>], language: Language) -> Vec<ScenarioRow> {
    let mut rows: Vec<ScenarioRow> = Vec::new();
    for plan in plans {
        for one in compared(plan) {
            let name = compared_name(one, language);
            if rows.iter().any(|row| row.name == name) {
                continue;
            }
            let after = |plan: &&Arc<RetrofitPlan>| {
                let is_same = |other: &&BeforeAndAfter| {
                    (other.name, &other.row, other.group) == (one.name, &one.row, one.group)
                        && compared_name(other, language) == name
                };
                let found = plan.compared.iter().find(is_same);
                found.map_or_else(
                    || ScenarioCell::Text("–".to_string()),
                    |one| ScenarioCell::Figure(one.after.clone()),
                )
            };
            rows.push(ScenarioRow { cells: plans.iter().map(after).collect(), name });
        }
    }
    rows
}
