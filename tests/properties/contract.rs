//! Laws of the command line's contract, for whatever a program may send.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use water_ledger::catalog::{CALCULATIONS, METRICS};
use water_ledger::exchange::{evaluate, evaluate_ledger};
use water_ledger::ledger::{
    DISTRICTS, DistrictColumn, Example, PERIODS, PlantEntry, REGIONS, RETROFITS, REVIEWS, RegionEntry,
    RetrofitEntry, ReviewEntry, YEARS, YearEntry,
};
use water_ledger::metric::Input;
use water_ledger::text::Language;

use crate::properties::ledgers::{any_ledger, any_text};

/// Any JSON value, with the words of the contract more often than chance would have them.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        4 => any::<f64>().prop_map(Value::from),
        4 => (0.0..2.0f64).prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Everything that can be asked for, with its inputs.
fn entries() -> Vec<(&'static str, &'static [Input])> {
    let metrics = METRICS.iter().map(|metric| (metric.info().id, metric.inputs()));
    metrics.chain(CALCULATIONS.iter().map(|way| (way.info().id, way.inputs()))).collect()
}

fn key() -> impl Strategy<Value = String> {
    let inputs = entries().into_iter().flat_map(|(_, inputs)| inputs).map(|input| input.key);
    let words: Vec<&str> = inputs.chain(["value", "u", "coefficient", "gross"]).collect();
    prop_oneof![4 => prop::sample::select(words).prop_map(str::to_string), 1 => any_text()]
}

/// A request for what exists, its inputs named rightly and filled with anything.
fn request() -> impl Strategy<Value = Value> {
    let filled = prop::sample::select(entries()).prop_flat_map(|(id, inputs)| {
        prop::collection::vec(any_json(), inputs.len()).prop_map(move |values| {
            let fields = inputs.iter().map(|input| input.key.to_string()).zip(values);
            json!({ "metric": id, "inputs": Value::Object(fields.collect()) })
        })
    });
    prop_oneof![3 => filled, 1 => any_json()]
}

proptest! {
    #[test]
    fn every_request_has_one_answer_a_finite_value_or_an_error_with_a_way_out(
        requests in prop::collection::vec(request(), 0..6),
    ) {
        let text = Value::from(requests.clone()).to_string();
        let evaluation = evaluate(&text, Language::Chinese).expect("an array of JSON values");
        let answers = evaluation.answers.as_array().expect("an array");
        prop_assert_eq!(answers.len(), requests.len());
        for (answer, request) in answers.iter().zip(&requests) {
            check_answer(answer)?;
            prop_assert_eq!(&answer["metric"], request["metric"].as_str().unwrap_or_default());
        }
        let any_error = answers.iter().any(|answer| answer.get("error").is_some());
        prop_assert_eq!(evaluation.failed, any_error);
    }

    #[test]
    fn any_text_is_answered_or_unreadable(text in any_text()) {
        if let Err(unreadable) = evaluate(&text, Language::English) {
            prop_assert!(unreadable.message().say(Language::Chinese).ends_with(&unreadable.detail.message().say(Language::Chinese)));
        }
    }

    #[test]
    fn every_figure_and_problem_of_a_ledger_has_its_place(ledger in any_ledger()) {
        for answer in evaluate_ledger(&ledger, Language::English).answers.as_array().expect("an array") {
            check_answer(answer)?;
            let place = answer["place"].as_array().expect("a place");
            prop_assert!((1..=8).contains(&place.len()));
            let is_year = ledger.sheets(&YEARS).iter().any(|sheet| place[0] == sheet[YearEntry::Year].trim());
            let is_period = ledger.sheets(&PERIODS).iter().any(|sheet| place[0] == sheet[PlantEntry::Period].trim());
            let is_unit = ledger.sheets(&REVIEWS).iter().any(|sheet| place[0] == sheet[ReviewEntry::Institution].trim());
            let is_plan = ledger.sheets(&RETROFITS).iter().any(|sheet| place[0] == sheet[RetrofitEntry::Name].trim());
            let is_region = ledger.sheets(&REGIONS).iter().any(|sheet| place[0] == sheet[RegionEntry::Name].trim());
            prop_assert!(is_year || is_period || is_unit || is_plan || is_region);
        }
    }

    #[test]
    fn an_uncertainty_in_every_input_gives_one_of_the_same_relative_size(
        net in 1.0..1e6f64,
        share in 0.1..1.0f64,
        relative in 0.0..0.2f64,
    ) {
        let gross = net / share;
        let with_u = |value: f64| json!({ "value": value, "u": value * relative });
        let inputs = json!({ "net": with_u(net), "gross": with_u(gross) });
        let request = json!({ "metric": "irrigation.effective_use_coefficient", "inputs": inputs });
        let text = json!([request]).to_string();
        let answer = evaluate(&text, Language::Chinese).expect("an array").answers[0].clone();
        let found = answer["u"].as_f64().expect("u") / answer["value"].as_f64().expect("a value");
        prop_assert!((found - relative * 2f64.sqrt()).abs() <= 1e-12, "{found} {relative}");
    }
}

#[test]
fn a_figure_of_the_sample_is_the_same_through_both_doors() {
    let ledger = Example::City.ledger(Language::Chinese);
    let sheet = &ledger.sheets(&YEARS)[0];
    let row = &sheet.rows(&DISTRICTS)[0];
    let number = |text: &str| text.parse::<f64>().expect("the sample holds plain numbers");
    let inputs =
        json!({ "net": number(&row[DistrictColumn::Net]), "gross": number(&row[DistrictColumn::Gross]) });
    let text = json!([{ "metric": "irrigation.effective_use_coefficient", "inputs": inputs }]).to_string();
    let asked = evaluate(&text, Language::Chinese).expect("an array").answers[0].clone();
    let place = json!([&sheet[YearEntry::Year], &row[DistrictColumn::Name]]);
    let all = evaluate_ledger(&ledger, Language::Chinese).answers;
    let is_it = |answer: &&Value| answer["place"] == place && answer["metric"] == asked["metric"];
    let saved = all
        .as_array()
        .into_iter()
        .flatten()
        .find(is_it)
        .expect("the district's coefficient is among the figures");
    for key in ["metric", "value", "unit", "display", "source", "status"] {
        assert_eq!(asked[key], saved[key], "{key}");
    }
}

fn check_answer(answer: &Value) -> Result<(), TestCaseError> {
    match answer.get("error") {
        Some(error) => {
            prop_assert!(answer.get("value").is_none());
            prop_assert!(error["code"].as_str().is_some_and(|code| !code.is_empty()), "{answer}");
            prop_assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()), "{answer}");
        }
        None => {
            // JSON has no infinity: a number that is none would have become null.
            prop_assert!(all_numbers(&answer["value"], |value| value.is_finite()), "{answer}");
            let is_sound = |u: f64| u.is_finite() && u >= 0.0;
            prop_assert!(answer.get("u").is_none_or(|u| all_numbers(u, is_sound)), "{answer}");
        }
    }
    Ok(())
}

/// Whether one number, or each of several in a row or by their keys, is what it should be.
fn all_numbers(found: &Value, is_sound: impl Fn(f64) -> bool) -> bool {
    match found {
        Value::Object(fields) => fields.values().all(|field| field.as_f64().is_some_and(&is_sound)),
        Value::Array(values) => values.iter().all(|value| value.as_f64().is_some_and(&is_sound)),
        one => one.as_f64().is_some_and(is_sound),
    }
}
