//! What an institution answers against what is measured.

use water_ledger::evaluate::everything;
use water_ledger::exchange::Derivations;
use water_ledger::ledger::{ANSWERS, AnswerColumn, Example, Ledger, REVIEWS, answer_row};
use water_ledger::rubric::Points;
use water_ledger::show::certification::assessment_form;
use water_ledger::text::Language;

use crate::ledger_check::{asked, entered};

/// The item of a university's rubric that asks for nothing but water-saving fixtures, of which the first year has 89.6 %.
const ITEM: &str = "t3";

/// That year with an answer and a note at the item: what is said of it, its points, and the paper.
fn answered(answer: &str, note: &str) -> (Vec<&'static str>, Points, String) {
    let ledger = asked(Example::University.ledger(Language::Chinese));
    let sheet = &ledger.sheets(&REVIEWS)[0];
    let rubric = ledger.rubric("university-tches-32-2019").expect("shipped");
    let row = answer_row(sheet, &ANSWERS, &rubric, ITEM).expect("a row for the item").id;
    let cell = |column| ANSWERS.at(&[sheet.id]).cell(row, column);
    let with = |ledger: &Ledger, column, text| entered(ledger, cell(column), text);
    let ledger = with(&with(&ledger, AnswerColumn::Answer, answer), AnswerColumn::Note, note);
    let results = everything(&ledger).certification;
    let found = &results.reviews[0];
    let at_item = found
        .problems
        .iter()
        .filter(|problem| problem.place.row == row && problem.place.table.spec == &ANSWERS);
    let items = found.score.as_ref().expect("a score").sections.iter().flat_map(|section| &section.items);
    let points = items.into_iter().find(|item| item.id == ITEM).expect("the item").points;
    let paper = assessment_form(&ledger, &results, found.id, Derivations::All, Language::Chinese)
        .expect("a form")
        .text();
    (at_item.map(|problem| problem.kind.code()).collect(), points, paper)
}

#[test]
fn the_measured_number_decides_where_the_answer_disagrees() {
    let (said, points, paper) = answered("yes", "");
    assert_eq!((said, points), (vec!["measured_otherwise"], Points::ZERO));
    assert!(paper.contains("所填与实测不符，已按实测判定"), "the paper says it too");
}

#[test]
fn with_a_reason_the_answer_counts_and_the_paper_prints_both() {
    let (said, points, paper) = answered("yes", "12 月底前全部更换完毕，发票在案");
    assert_eq!(said, ["answered_otherwise"]);
    assert!(points > Points::ZERO);
    assert!(paper.contains("所填与实测不符；因备注写有理由"), "the paper says it too");
    assert!(paper.contains("发票在案") && paper.contains("89.6"), "reason and number");
}

#[test]
fn an_answer_that_agrees_says_nothing() {
    let (said, points, _) = answered("no", "");
    assert_eq!((said, points), (Vec::new(), Points::ZERO));
}
