//! How many people count under a rubric: the weights are the rubric's, and the items and the count beside them are one.

use serde::Deserialize;
use serde_json::Value;
use water_ledger::catalog::RUBRICS;
use water_ledger::evaluate::{ReviewResults, everything};
use water_ledger::institution::PeopleKind;
use water_ledger::ledger::{
    Edit, Ledger, PEOPLE, PeopleColumn, REVIEWS, ReviewEntry, TableEdit, with_asked_rows,
};
use water_ledger::metric::Figure;
use water_ledger::rubric::open_rubric_json;
use water_ledger::show::certification::{PersonCount, people_rule, person_counts};
use water_ledger::text::{Coded, Language};

use super::files::cases;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(rename = "source")]
    _source: String,
    rubric: String,
    #[serde(default)]
    weights: Option<Value>,
    #[serde(default)]
    weight: String,
    groups: Vec<Group>,
    people: f64,
    standard: f64,
    used: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    kind: String,
    count: f64,
    #[serde(default)]
    days: Option<f64>,
}

/// A year of a unit under a rubric, which may be a copy with weights of its own.
fn found(case: &Case) -> ReviewResults {
    let ledger = Ledger::default().after(Edit::AddSheet(&REVIEWS, None)).expect("a sheet");
    let sheet = ledger.sheets(&REVIEWS)[0].id;
    let enter = |ledger: Ledger, entry: ReviewEntry, text: &str| {
        ledger.after(Edit::at(REVIEWS.entry(sheet, entry), text.to_string()).expect("an entry")).expect("it")
    };
    let (ledger, rubric) = match &case.weights {
        None => (ledger, case.rubric.clone()),
        Some(weights) => {
            let shipped = RUBRICS.iter().find(|one| one.id == case.rubric).expect("shipped");
            let mut form: Value = serde_json::from_str(shipped.json).expect("JSON");
            let text = serde_json::json!({ "zh": "人数", "en": "people" });
            form["people_count"] =
                serde_json::json!({ "status": "verified", "text": text, "weights": weights });
            let own = open_rubric_json(&form.to_string()).expect("of the form");
            (ledger.after(Edit::add_rubric(&own)).expect("a rubric"), "own-1".to_string())
        }
    };
    let typed =
        [(ReviewEntry::Year, "2024"), (ReviewEntry::Rubric, &rubric), (ReviewEntry::Weight, &case.weight)];
    let mut ledger = typed.into_iter().fold(ledger, |ledger, (entry, text)| enter(ledger, entry, text));
    let table = PEOPLE.at(&[sheet]);
    for (place, group) in case.groups.iter().enumerate() {
        ledger = ledger.after(Edit::Table(table, TableEdit::Insert(None))).expect("room");
        let row = ledger.rows_at(table).expect("people")[place].id;
        let days = group.days.map_or(String::new(), |days| days.to_string());
        for (column, text) in [
            (PeopleColumn::Kind, group.kind.clone()),
            (PeopleColumn::Count, group.count.to_string()),
            (PeopleColumn::Days, days),
        ] {
            ledger = ledger.after(Edit::set(table, row, column, text)).expect("a cell");
        }
    }
    let ledger = with_asked_rows(&ledger).unwrap_or(ledger);
    ReviewResults::clone(&everything(&ledger).certification.reviews[0])
}

fn value(figure: Option<&Figure>) -> f64 {
    figure.map_or(f64::NAN, Figure::value)
}

#[test]
fn people_count_as_the_rubric_says_and_once_for_all_items() {
    for case in cases::<Case>("people.toml", "count") {
        let found = found(&case);
        let counts = [PersonCount::People, PersonCount::Standard].map(|count| value(count.figure(&found)));
        assert_eq!(counts, [case.people, case.standard], "{}", case.name);
        // What is shown as the count is what every item that asks for people is given.
        let shown = person_counts(&found);
        let used: Vec<&str> = shown
            .iter()
            .map(|count| if *count == PersonCount::People { "people" } else { "standard" })
            .collect();
        assert_eq!(used, case.used, "{}", case.name);
        let inputs = found.indicators.iter().flat_map(|indicator| &indicator.inputs);
        let offered = inputs.filter(|one| ["people", "standard_people"].contains(&one.input.key));
        let offered: Vec<f64> = offered.map(|one| value(one.offered.as_ref())).collect();
        assert!(!offered.is_empty(), "{}", case.name);
        for people in offered {
            assert!(
                shown.iter().any(|count| value(count.figure(&found)) == people),
                "{}: {people}",
                case.name
            );
        }
    }
}

#[test]
fn the_rule_behind_a_count_is_said_with_its_weights_or_that_it_is_the_usual_one() {
    for case in cases::<Case>("people.toml", "count") {
        let found = found(&case);
        let rubric = found.rubric.as_deref();
        for language in Language::ALL {
            let rule = people_rule(rubric, &person_counts(&found), language);
            assert!(rule.iter().all(|(said, _)| !said.contains(['{', '}'])), "{rule:?}");
            let said: String = rule.iter().map(|(said, _)| said.as_str()).collect();
            let count = rubric.and_then(|rubric| rubric.people_count.as_ref());
            for kind in PeopleKind::ALL {
                let weight = count.and_then(|count| count.weights.of(*kind));
                let name = kind.name().get(language);
                assert!(weight.is_none_or(|weight| said.contains(&format!("{name} {weight}"))), "{said}");
                // What the rubric leaves out follows a rule that is still to be confirmed.
                assert!(
                    weight.is_some() || rule.iter().any(|(_, is_open)| *is_open),
                    "{}: {rule:?}",
                    case.name
                );
            }
        }
    }
}
