//! Plans of what is typed, against every set of measures applied to the facts.

use water_ledger::evaluate::{ReviewResults, everything};
use water_ledger::ledger::{
    EFFECTS, Example, INDICATORS, IndicatorColumn, Ledger, MEASURES, REVIEWS, Row, RowId, indicator_row,
};
use water_ledger::rubric::Points;
use water_ledger::text::Language;

use crate::ledger_check::{added, asked, entered};

/// A measure: what it costs, and by how much it changes inputs of what the rubric measures.
struct Works {
    name: &'static str,
    cost: f64,
    changes: &'static [(&'static str, &'static str, Change)],
}

#[derive(Clone, Copy)]
enum Change {
    By(f64),
    Times(f64),
}

const SAVING: (&str, &str) = ("unit.water_saving_fixture_rate", "saving");
const VOLUME: (&str, &str) = ("unit.quota_place", "volume_m3");
const USED: (&str, &str) = ("unit.network_leak_rate", "used");

const WORKS: [Works; 5] = [
    Works { name: "甲", cost: 600.0, changes: &[(SAVING.0, SAVING.1, Change::By(500.0))] },
    Works {
        name: "乙",
        cost: 200.0,
        changes: &[(SAVING.0, SAVING.1, Change::By(300.0)), (VOLUME.0, VOLUME.1, Change::By(-60000.0))],
    },
    Works { name: "丙", cost: 150.0, changes: &[(VOLUME.0, VOLUME.1, Change::By(-90000.0))] },
    Works { name: "丁", cost: 900.0, changes: &[(USED.0, USED.1, Change::Times(1.05))] },
    Works {
        name: "戊",
        cost: 700.0,
        changes: &[(USED.0, USED.1, Change::Times(1.02)), (SAVING.0, SAVING.1, Change::By(80.0))],
    },
];

/// The university's first year with these measures in place of its own.
fn with_works() -> (Ledger, RowId) {
    let example = Example::University.ledger(Language::Chinese);
    let sheet = example.sheets(&REVIEWS)[0].clone();
    let id = sheet.id;
    let none = Vec::<Row>::new;
    let bare = Row::clone(&sheet).holding(&MEASURES, none()).holding(&EFFECTS, none());
    let mut ledger = asked(example.with_sheets(&REVIEWS, [bare]));
    for works in &WORKS {
        ledger = added(&ledger, MEASURES.at(&[id]), &[works.name, &works.cost.to_string()]);
        for (indicator, input, change) in works.changes {
            let text = match change {
                Change::By(by) => format!("{by:+}"),
                Change::Times(share) => format!("{:+}%", ((share - 1.0) * 100.0).round()),
            };
            ledger = added(&ledger, EFFECTS.at(&[id]), &[works.name, &format!("{indicator}/{input}"), &text]);
        }
    }
    (ledger, id)
}

fn review(ledger: &Ledger) -> ReviewResults {
    ReviewResults::clone(&everything(ledger).certification.reviews[0])
}

/// The score when the numbers themselves are typed as a set of measures makes them.
fn applied(ledger: &Ledger, id: RowId, set: usize) -> Points {
    let found = review(ledger);
    let mut ledger = ledger.clone();
    for (indicator, input) in [SAVING, VOLUME, USED] {
        let offered = found
            .indicator(indicator)
            .and_then(|one| one.inputs.iter().find(|one| one.input.key == input)?.offered.clone())
            .expect("a number from the tables, of each that the rubric measures");
        let changes = WORKS.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0);
        let changes = changes
            .flat_map(|(_, works)| works.changes)
            .filter(|(of, key, _)| (*of, *key) == (indicator, input));
        let mut changes = changes.peekable();
        if changes.peek().is_none() {
            continue;
        }
        let value = changes.fold(offered.value(), |value, (.., change)| match change {
            Change::By(by) => value + by,
            Change::Times(share) => value * share,
        });
        let sheet = ledger.sheet(&REVIEWS, id).expect("the year").clone();
        let row = indicator_row(&sheet, indicator, input).expect("a row for it").id;
        let cell = INDICATORS.at(&[id]).cell(row, IndicatorColumn::Value);
        ledger = entered(&ledger, cell, &value.to_string());
    }
    review(&ledger).score.expect("a score").total
}

#[test]
fn the_frontier_is_that_of_every_set_of_measures_applied_to_the_facts() {
    let (ledger, id) = with_works();
    let plans = review(&ledger).plan().expect("a rubric").expect("sound").plans;
    let mut sets: Vec<(f64, Points)> = (0..1 << WORKS.len())
        .map(|set: usize| {
            let done = WORKS.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0);
            (done.map(|(_, works)| works.cost).sum(), applied(&ledger, id, set))
        })
        .collect();
    sets.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut unbeaten: Vec<(f64, Points)> = Vec::new();
    for (cost, total) in sets {
        if unbeaten.last().is_none_or(|(_, most)| total > *most) {
            unbeaten.push((cost, total));
        }
    }
    let found: Vec<(f64, Points)> = plans.iter().map(|plan| (plan.cost, plan.total)).collect();
    assert_eq!(found, unbeaten);
    assert!(found.len() > 3, "the measures make a difference: {found:?}");
}

#[test]
fn two_measures_reach_together_what_neither_reaches_alone() {
    // 6,900 of 7,700 fixtures save water, and all of them must: 500 more and 300 more do it only together.
    let (ledger, id) = with_works();
    let score = |set: usize| applied(&ledger, id, set);
    assert!(score(0b11) > score(0b01).max(score(0b10)));
    let plans = review(&ledger).plan().expect("a rubric").expect("sound").plans;
    assert!(plans.iter().any(|plan| plan.measures.starts_with(&[0, 1])), "{plans:?}");
}
