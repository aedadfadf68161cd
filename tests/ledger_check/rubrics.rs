//! Rubrics of one's own, field by field.

use std::sync::Arc;

use water_ledger::catalog;
use water_ledger::ledger::{Edit, Ledger, RubricEdit, RubricId, RubricSheet};
use water_ledger::rubric::Rubric;

/// The first rubric of one's own after changes of it.
fn edited(edits: &[RubricEdit]) -> Arc<RubricSheet> {
    let copy = Rubric::clone(&catalog::rubric("public-institution-2013").expect("shipped"));
    let ledger = Ledger::default().after(Edit::add_rubric(&copy)).expect("a rubric");
    let change = |ledger: Ledger, edit: &RubricEdit| {
        ledger.after(Edit::rubric(RubricId(1), edit.clone())).expect("a field")
    };
    let ledger = edits.iter().fold(ledger, change);
    ledger.own_rubric(RubricId(1)).expect("it").clone()
}

fn words(pointer: &str, text: &str) -> RubricEdit {
    RubricEdit::Text(pointer.to_string(), text.to_string())
}

#[test]
fn words_that_need_not_be_there_come_with_their_first_letter_and_go_with_their_last() {
    let when = "/section/0/item/0/not_applicable_when/zh";
    let told = edited(&[words(when, "无此器具")]);
    let told = told.rubric().expect("a rubric");
    let (_, item) = told.items().next().expect("an item");
    assert_eq!(item.not_applicable_when.as_ref().map(|words| words.zh.as_str()), Some("无此器具"));
    let emptied = edited(&[words(when, "无此器具"), words(when, "")]);
    assert_eq!(emptied, edited(&[]));
    // A title must stay, if empty.
    let untitled = edited(&[words("/title/zh", ""), words("/title/en", "")]);
    assert_eq!((untitled.rubric().expect("a rubric").title.zh.as_str(), untitled.typed.len()), ("", 0));
}

#[test]
fn what_makes_no_sense_yet_goes_with_its_item() {
    let number = |pointer: &str, text: &str| RubricEdit::Number(pointer.to_string(), text.to_string());
    let half = number("/section/0/item/1/max", "eight");
    let at = |edit: RubricEdit| {
        let sheet = edited(&[half.clone(), edit]);
        sheet.typed.keys().cloned().collect::<Vec<_>>()
    };
    let item = |place: usize| format!("/section/0/item/{place}");
    for (edit, place) in [
        (RubricEdit::Move(item(1), 2), Some(3)),
        (RubricEdit::Move(item(0), 1), Some(0)),
        (RubricEdit::Move(item(2), -2), Some(2)),
        (RubricEdit::Move(item(3), 1), Some(1)),
        (RubricEdit::Remove(item(0)), Some(0)),
        (RubricEdit::Remove(item(2)), Some(1)),
        (RubricEdit::Remove(item(1)), None),
        (RubricEdit::Value("/section/0/item/1/star".to_string(), serde_json::Value::Bool(true)), Some(1)),
        (RubricEdit::Value("/section/0/item/1/max".to_string(), serde_json::json!(3)), None),
    ] {
        let expected: Vec<String> = place.iter().map(|place| format!("{}/max", item(*place))).collect();
        assert_eq!(at(edit.clone()), expected, "{edit:?}");
    }
    let fields = edited(std::slice::from_ref(&half)).fields();
    assert!(fields.is_misunderstood("/section/0/item/1/max"));
    assert_eq!(fields.understood("/section/0/item/1/max"), "8");
    let fields = edited(&[number("/section/0/item/1/max", "8.")]).fields();
    assert!(!fields.is_misunderstood("/section/0/item/1/max"));
}
