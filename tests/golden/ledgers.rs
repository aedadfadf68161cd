//! Saved ledgers against the figures and problems that stand beside them.

use serde::Deserialize;
use serde_json::{Value, json};
use water_ledger::evaluate::irrigation;
use water_ledger::exchange::evaluate_ledger;
use water_ledger::ledger::{Example, Ledger, Opened, RETROFITS, Row, SCHEMA, YEARS, open, save};
use water_ledger::text::Language;

use crate::golden::answer::{assert_described, assert_near};
use crate::golden::files::{CaseStatus, case_file, files_of, folder, text_of};

/// What a saved ledger of the same name comes to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LedgerCase {
    name: String,
    source: String,
    #[serde(rename = "status")]
    _status: CaseStatus,
    #[serde(rename = "note")]
    _note: Option<String>,
    /// Figures that must be there; others may be.
    #[serde(default)]
    figure: Vec<ExpectedFigure>,
    /// All problems that must be there, and no others may be.
    #[serde(default)]
    problem: Vec<ExpectedProblem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedFigure {
    place: Vec<String>,
    metric: String,
    expected: f64,
    tolerance: f64,
    #[serde(rename = "note")]
    _note: Option<String>,
}

#[derive(Deserialize, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
struct ExpectedProblem {
    place: Vec<String>,
    code: String,
}

#[test]
fn saved_ledgers_come_to_their_figures_and_problems() {
    for file in files_of("ledger", "json") {
        let expected = case_file::<LedgerCase>(&file.with_extension("toml"));
        let place = format!("{}, {}", file.display(), expected.name);
        assert!(!expected.source.is_empty(), "{place}");
        let ledger = opened(&text_of(&file), &place);
        let evaluation = evaluate_ledger(&ledger, Language::Chinese);
        let answers = evaluation.answers.as_array().expect("an array");
        for figure in &expected.figure {
            let place = format!("{place}: {} of {:?}", figure.metric, figure.place);
            let found: Vec<&Value> = answers.iter().filter(|answer| stands_at(answer, figure)).collect();
            let [answer] = found.as_slice() else { panic!("{place}: {} figures", found.len()) };
            assert_near(answer["value"].as_f64(), figure.expected, figure.tolerance, &place);
            assert_described(answer, &place);
        }
        assert_eq!(problems_in(answers), sorted(expected.problem), "{place}");
    }
}

#[test]
fn every_figure_that_a_year_comes_to_is_told() {
    let ledger = Example::City.ledger(Language::English).with_sheets(&RETROFITS, Vec::<Row>::new());
    let evaluation = evaluate_ledger(&ledger, Language::English);
    let answers = evaluation.answers.as_array().expect("an array");
    let evaluated = irrigation(&ledger, None);
    let years = ledger.sheets(&YEARS).iter().zip(&evaluated.years);
    let results = years.flat_map(|(sheet, year)| year.every_figure(sheet));
    let computed = results.filter(|result| result.figure.derivation().is_some()).count();
    assert_eq!(answers.iter().filter(|answer| answer.get("value").is_some()).count(), computed);
    let last = |answer: &Value| answer["place"].as_array().and_then(|place| place.last().cloned());
    for name in ["net", "evapotranspiration"] {
        assert!(answers.iter().any(|answer| last(answer) == Some(json!(name))), "{name}");
    }
    // A reading stands below its field, that below its district.
    let is_reading = |answer: &&Value| answer["place"].as_array().is_some_and(|place| place.len() == 4);
    assert!(answers.iter().filter(is_reading).any(|answer| {
        answer["metric"].as_str().is_some_and(|metric| metric.starts_with("irrigation.net_water"))
    }));
}

#[test]
fn every_ledger_opens_again_as_it_was_saved() {
    for file in files_of("ledger", "json") {
        let place = file.display().to_string();
        let ledger = opened(&text_of(&file), &place);
        assert_eq!(opened(&save(&ledger), &place), ledger, "{place}");
    }
}

#[test]
fn every_released_form_of_the_ledger_has_its_frozen_file() {
    for schema in 1..=SCHEMA {
        let text = text_of(&folder().join(format!("ledger/schema-{schema}.json")));
        let document: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(document["schema"], schema);
    }
}

fn stands_at(answer: &Value, figure: &ExpectedFigure) -> bool {
    answer["metric"] == figure.metric && answer["place"] == json!(figure.place)
}

fn problems_in(answers: &[Value]) -> Vec<ExpectedProblem> {
    let errors = answers.iter().filter_map(|answer| Some((&answer["place"], answer.get("error")?)));
    sorted(
        errors
            .map(|(place, error)| {
                serde_json::from_value(json!({ "place": place, "code": error["code"] }))
                    .expect("a problem has a place and a code")
            })
            .collect(),
    )
}

fn sorted(mut problems: Vec<ExpectedProblem>) -> Vec<ExpectedProblem> {
    problems.sort();
    problems
}

fn opened(text: &str, place: &str) -> Ledger {
    match open(text) {
        Opened::Ledger(ledger) => ledger,
        other => panic!("{place}: {other:?}"),
    }
}
