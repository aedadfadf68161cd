//! Two ways to an institution's leakage: what is supplied and not used, and what flows while nobody should draw water.

use water_ledger::evaluate::{ReviewResults, everything};
use water_ledger::exchange::Derivations;
use water_ledger::exchange::evaluate_ledger;
use water_ledger::ledger::{
    Column, Example, INDICATORS, IndicatorColumn, Ledger, NIGHTS, NightColumn, REVIEWS, RowId, USES,
    indicator_row,
};
use water_ledger::show;
use water_ledger::text::Language;

use crate::ledger_check::{added, asked, typed};

/// The university's last year, which has records of two nights and 1,012,000 m³: 6.896 % leaks by the night.
const SHEET: RowId = RowId(3);
const BY_NIGHT: f64 =
    100.0 * 24.0 * 365.0 * ((11.0 + 10.9 + 11.2) / 3.0 - 6.5 + (12.4 + 12.3 + 12.6) / 3.0 - 9.0)
        / 1_012_000.0;

fn university() -> Ledger {
    asked(Example::University.ledger(Language::Chinese))
}

/// The same with what was used, so that so many per cent leak by use.
fn leaking(percent: f64) -> Ledger {
    let used = (1_012_000.0 * (1.0 - percent / 100.0)).to_string();
    added(&university(), USES.at(&[SHEET]), &["教学楼", "teaching", &used])
}

fn found(ledger: &Ledger) -> ReviewResults {
    let results = everything(ledger);
    ReviewResults::clone(results.certification.reviews.last().expect("a unit's year"))
}

fn said(found: &ReviewResults) -> Vec<&'static str> {
    let codes = found.problems.iter().map(|problem| problem.kind.code());
    codes.filter(|code| code.starts_with("night_")).collect()
}

#[test]
fn leakage_by_night_stands_beside_that_by_use_and_a_difference_is_explained() {
    for (by_use, expected) in [
        (BY_NIGHT, &[][..]),
        (BY_NIGHT + 2.9, &[]),
        (BY_NIGHT - 2.9, &[]),
        (BY_NIGHT + 3.1, &["night_below_use"]),
        (14.7, &["night_below_use"]),
        (BY_NIGHT - 3.1, &["night_above_use"]),
        (0.0, &["night_above_use"]),
    ] {
        let ledger = leaking(by_use);
        let found = found(&ledger);
        let rate = found.figures.figure("unit.network_leak_rate").expect("a rate").value();
        assert!((rate - by_use).abs() < 1e-9, "{rate} {by_use}");
        let by_night = found.figures.leak_by_night.as_ref().and_then(|rate| rate.value()).expect("a rate");
        assert!((by_night.value() - BY_NIGHT).abs() < 1e-9, "{by_night:?}");
        assert_eq!(said(&found), expected, "{by_use}");
        let answers = evaluate_ledger(&ledger, Language::English).answers;
        let of = |name: &str| {
            let answers = answers.as_array().expect("an array").iter();
            answers
                .filter(|answer| {
                    answer["place"]
                        .as_array()
                        .is_some_and(|place| place.last().is_some_and(|last| last == name))
                })
                .count()
        };
        assert_eq!(of("network_leak_by_night"), 1);
    }
}

#[test]
fn the_difference_is_said_in_numbers_on_page_and_form() {
    let ledger = leaking(14.7);
    let results = everything(&ledger).certification;
    for language in Language::ALL {
        let review = results.reviews.last().expect("a unit's year");
        let problem = review.problems.iter().find(|problem| problem.kind.code() == "night_below_use");
        let problem = problem.expect("a difference");
        assert_eq!(problem.place, NIGHTS.at(&[SHEET]).cell(RowId(1), NightColumn::Record));
        let words = problem.kind.message().say(language);
        assert!(words.contains("6.9 %") && words.contains("14.7 %"), "{words}");
        let form = show::certification::assessment_form(&ledger, &results, SHEET, Derivations::All, language);
        assert!(format!("{form:?}").contains(&words), "{language:?}");
    }
}

#[test]
fn a_leakage_that_was_typed_is_held_against_the_night_too() {
    let ledger = university();
    assert_eq!(said(&found(&ledger)), [""; 0]);
    let sheet = ledger.sheet(&REVIEWS, SHEET).expect("the year");
    let row = indicator_row(sheet, "unit.network_leak_rate", "").expect("a row").id.0;
    for (text, expected) in [("6.9", &[][..]), ("2", &["night_above_use"]), ("12", &["night_below_use"])] {
        let changed = typed(&ledger, INDICATORS.at(&[SHEET]), row, IndicatorColumn::Value.spec(), text);
        assert_eq!(said(&found(&changed)), expected, "{text}");
    }
}

#[test]
fn a_night_that_leaks_more_than_is_supplied_does_not_go_by_in_silence() {
    let ledger = leaking(6.0);
    let changed = typed(
        &ledger,
        NIGHTS.at(&[SHEET]),
        1,
        NightColumn::Record.spec(),
        "2024-11-04 02:00,400\n2024-11-04 03:00,410\n2024-11-04 04:00,420",
    );
    let place = NIGHTS.at(&[SHEET]).cell(RowId(1), NightColumn::Record);
    let found = found(&changed);
    assert!(found.problems.iter().any(|problem| problem.place == place && problem.kind.code() == "negative"));
}
