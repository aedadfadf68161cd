//! Ways to the pass line: what the planner finds is what trying every set of measures on the sheet finds.

use futures::FutureExt;
use proptest::prelude::*;
use water_ledger::evaluate::{RetrofitPlan, WaysToPass, everything, ways_to_pass};
use water_ledger::ledger::{
    CHANGES, ChangeColumn, Edit, Example, Ledger, RETROFIT_MEASURES, RETROFITS, REVIEWS, RetrofitEntry,
    RetrofitMeasureColumn as Measure, ReviewEntry, Row, RowId,
};
use water_ledger::rubric::Points;
use water_ledger::text::Language;

/// A measure: its name, what it costs, and what it changes.
struct Planned {
    name: String,
    cost: String,
    changes: Vec<(String, String)>,
}

fn measure(name: &str, cost: &str, changes: &[(&str, &str)]) -> Planned {
    let changes = changes.iter().map(|(target, change)| (target.to_string(), change.to_string())).collect();
    Planned { name: name.to_string(), cost: cost.to_string(), changes }
}

/// The university with one plan for its latest year.
fn planned(measures: &[Planned]) -> Ledger {
    let ledger = Example::University.ledger(Language::Chinese);
    let latest = ledger.sheets(&REVIEWS).last().expect("a year").clone();
    let sheet = Row::blank(&RETROFITS, RowId(1))
        .with(RetrofitEntry::About, "institution")
        .with(RetrofitEntry::Of, &latest[ReviewEntry::Institution])
        .with(RetrofitEntry::Year, &latest[ReviewEntry::Year]);
    let rows = measures.iter().zip(1..).map(|(one, id)| {
        Row::blank(&RETROFIT_MEASURES, RowId(id))
            .with(Measure::Name, &one.name)
            .with(Measure::Investment, &one.cost)
    });
    let changes = measures.iter().flat_map(|one| one.changes.iter().map(move |change| (one, change)));
    let changes = changes.zip(1..).map(|((one, (target, change)), id)| {
        Row::blank(&CHANGES, RowId(id))
            .with(ChangeColumn::Measure, &one.name)
            .with(ChangeColumn::Target, target)
            .with(ChangeColumn::Change, change)
    });
    let sheet = sheet.holding(&RETROFIT_MEASURES, rows).holding(&CHANGES, changes);
    ledger.with_sheets(&RETROFITS, [sheet])
}

fn plan_of(ledger: &Ledger) -> RetrofitPlan {
    (**everything(ledger).retrofit.plans.first().expect("a plan")).clone()
}

fn ways(ledger: &Ledger) -> WaysToPass {
    let sheet = &ledger.sheets(&RETROFITS)[0];
    ways_to_pass(sheet, &plan_of(ledger), &mut async || true)
        .now_or_never()
        .expect("it waits for nothing")
        .expect("an institution with a rubric")
        .expect("can be planned")
}

fn set(ledger: &Ledger, row: usize, column: Measure, text: &str) -> Ledger {
    let edit = Edit::set(RETROFIT_MEASURES.at(&[RowId(1)]), RowId(row as u32 + 1), column, text);
    ledger.after(edit).expect("allowed")
}

/// The cost, the score and whether nothing is missed of every set of measures that can be, each applied to the sheet.
fn all_sets(ledger: &Ledger, count: usize) -> Vec<(f64, Points, bool)> {
    let mut all = Vec::new();
    for bits in 0..1_usize << count {
        let standing = |at: usize| if bits & (1 << at) == 0 { "left_out" } else { "in_plan" };
        let tried =
            (0..count).fold(ledger.clone(), |tried, at| set(&tried, at, Measure::Standing, standing(at)));
        let plan = plan_of(&tried);
        if plan.measures.iter().filter(|one| one.is_in_plan).count() != bits.count_ones() as usize {
            continue;
        }
        let cost = plan.plan.investment.as_ref().map_or(0.0, |figure| figure.value());
        let after = plan.after.as_ref().and_then(|after| after.review()).expect("an institution");
        let score = after.score.as_ref().expect("with a rubric");
        all.push((cost, score.total, score.hindrances.is_empty()));
    }
    all
}

#[test]
fn a_rubric_is_answered_raised_and_measured_anew() {
    let ledger = planned(&[
        measure("换水嘴", "162000", &[("unit.water_saving_fixture_rate/saving", "+90")]),
        measure("合同节水", "60000", &[("f3", "yes")]),
        measure("巡检", "25000", &[("m6", "+2")]),
    ]);
    let plan = plan_of(&ledger);
    assert_eq!(plan.problems.iter().map(|one| one.kind.code()).collect::<Vec<_>>(), [] as [&str; 0]);
    let (before, after) = (plan.before.expect("there"), plan.after.expect("there"));
    let (before, after) = (before.review().expect("there"), after.review().expect("there"));
    let points = |review: &water_ledger::evaluate::ReviewResults, id: &str| {
        let score = review.score.as_ref().expect("scored");
        let mut items = score.sections.iter().flat_map(|section| &section.items);
        items.find(|item| item.id == id).expect("an item").points
    };
    assert_eq!(points(after, "m6"), points(before, "m6") + Points::whole(2));
    assert!(points(after, "f3") > points(before, "f3"));
    let rate = |review: &water_ledger::evaluate::ReviewResults| {
        review.indicator("unit.water_saving_fixture_rate").and_then(|one| one.figure.clone()).expect("known")
    };
    assert!(rate(after).value() > rate(before).value());
}

#[test]
fn what_a_rubric_does_not_take_is_said() {
    let ledger =
        planned(&[measure("甲", "1", &[("f3", "maybe"), ("m6", "+x"), ("z9", "yes"), ("m6", "-2")])]);
    let codes: Vec<&str> = plan_of(&ledger).problems.iter().map(|one| one.kind.code()).collect();
    assert_eq!(codes, ["bad_change", "bad_change", "nothing_to_change", "bad_change"]);
}

/// What can be changed of the university's year, with a change of it by a number up to 9.
fn change(kind: usize, by: u32) -> (&'static str, String) {
    match kind {
        0 => ("unit.water_saving_fixture_rate/saving", format!("+{}", by * 30)),
        1 => ("unit.network_leak_rate", format!("{}", 5 + by)),
        2 => ("industry.metering_rate@sub_unit/metered", format!("+{}", by * 4000)),
        3 => ("m5", "+2".to_string()),
        4 => ("f3", "yes".to_string()),
        5 => ("t6", format!("+{by}")),
        6 => ("m6", "+2".to_string()),
        7 => ("老校区 · 节水型", format!("+{}", by * 20)),
        8 => ("t7", "+1".to_string()),
        _ => ("unit.network_leak_rate", format!("-0.{}", by % 5 + 1)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn no_set_of_measures_beats_what_is_found(
        parts in prop::collection::vec((prop::collection::vec((0..10usize, 1..9u32), 1..3), 0..60u32), 1..6),
        pair in any::<bool>(),
        need in any::<bool>(),
    ) {
        let measures: Vec<Planned> = parts
            .iter()
            .enumerate()
            .map(|(at, (changes, cost))| Planned {
                name: format!("措施{at}"),
                cost: format!("{cost}000"),
                changes: changes
                    .iter()
                    .map(|(kind, by)| change(*kind, *by))
                    .map(|(target, change)| (target.to_string(), change))
                    .collect(),
            })
            .collect();
        let mut ledger = planned(&measures);
        if pair && parts.len() > 1 {
            ledger = set(&set(&ledger, 0, Measure::Group, "A"), 1, Measure::Group, "A");
        }
        if need && parts.len() > 2 {
            ledger = set(&ledger, 2, Measure::Needs, "措施0");
        }
        let found = ways(&ledger);
        let all = all_sets(&ledger, parts.len());
        for (place, evaluated) in &found.evaluated {
            let plan = &found.frontier.plans[*place];
            prop_assert_eq!(plan.total, evaluated.total, "{:?}", plan);
        }
        for (cost, total, clears) in all {
            let is_reached = |plan: &water_ledger::rubric::Plan| {
                plan.cost <= cost + 1e-6 && plan.total >= total && (plan.clears || !clears)
            };
            prop_assert!(found.frontier.plans.iter().any(is_reached), "{cost} {total} {clears} {:?}", found.frontier);
        }
    }
}
