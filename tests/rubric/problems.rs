//! What is wrong with a rubric is named with its code and its place, and said in both languages.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use water_ledger::catalog::{RUBRICS, rubric_problems};
use water_ledger::rubric::{FORM, open_rubric};
use water_ledger::text::Language;

/// The shipped rubric for public institutions, as JSON to be spoilt.
fn sound() -> Value {
    let shipped = RUBRICS.iter().find(|one| one.id == "public-institution-2013").expect("shipped");
    serde_json::from_str(shipped.json).expect("JSON")
}

/// A place to spoil, what to put there, and the problems that must follow: place and code.
type Spoilt = (&'static str, Value, &'static [(&'static str, &'static str)]);

fn spoilt() -> Vec<Spoilt> {
    let t = |item: usize, rest: &str| -> &'static str {
        Box::leak(format!("/section/0/item/{item}{rest}").into_boxed_str())
    };
    vec![
        ("/title/en", json!(" "), &[("title", "missing_language")]),
        (t(0, "/scoring/conditions/1/metric/label/zh"), json!(""), &[("technical/t1", "missing_language")]),
        (t(1, "/id"), json!("t1"), &[("item", "duplicate_id")]),
        (t(1, "/source"), json!("nowhere"), &[("technical/t2", "unknown_source")]),
        ("/pass/source", json!("nowhere"), &[("pass", "unknown_source")]),
        ("/section/0/group", json!("other"), &[("technical", "unknown_group"), ("technical", "group_sum")]),
        (
            "/section/0/applies_when",
            json!({"question": "q", "is": "a"}),
            &[("technical", "unknown_question")],
        ),
        (
            "/question",
            json!([question("p", "q"), question("q", "p"), question("r", "q")]),
            &[("p", "question_cycle"), ("q", "question_cycle")],
        ),
        (
            "/question",
            json!([{"id": "p", "title": {"zh": "问", "en": "q"}, "options": [], "applies_when": {"question": "p", "is": "x"}}]),
            &[("p", "unknown_answer"), ("p", "question_cycle")],
        ),
        (t(3, "/scoring/metric/id"), json!("unit.nothing"), &[("technical/t4", "unknown_metric")]),
        (t(3, "/scoring/metric"), json!({}), &[("technical/t4", "nothing_measured")]),
        (
            "/section/0/max",
            json!(41),
            &[("technical", "section_sum"), ("technical", "group_sum"), ("total", "total_sum")],
        ),
        ("/total", json!(99), &[("total", "total_sum")]),
        (t(2, "/scoring"), Value::Null, &[("technical/t3", "no_single_rule")]),
        (t(0, "/scoring/conditions"), json!([]), &[("technical/t1", "empty_rule")]),
        (t(2, "/scoring/steps/1/at"), json!(0.8), &[("technical/t3", "not_monotone")]),
        (t(2, "/scoring/steps/2/points"), json!(6), &[("technical/t3", "not_monotone")]),
        (t(1, "/scoring/full_at"), json!(96), &[("technical/t2", "not_monotone")]),
        (t(1, "/scoring/step"), json!(0), &[("technical/t2", "bad_step")]),
        (t(3, "/scoring/step"), json!(-1), &[("technical/t4", "bad_step")]),
        (t(3, "/scoring/lose"), json!(-2), &[("technical/t4", "negative_points")]),
        (t(3, "/scoring/floor"), json!(9), &[("technical/t4", "not_monotone")]),
        (t(3, "/scoring/not_beyond"), json!(3), &[("technical/t4", "not_monotone")]),
        (t(3, "/scoring/start"), json!(7.5), &[("technical/t4", "unreachable_points")]),
        (t(2, "/scoring/steps/0/points"), json!(8.5), &[("technical/t3", "points_above_max")]),
        ("/section/1/item/9/scoring/cap", json!(2), &[("management-verified/m3b", "unreachable_points")]),
        (
            "/people_count",
            json!({"status": "verified", "text": {"zh": "人数", "en": "people"}, "weights": {"staff": -0.5}}),
            &[("people_count", "negative_weight")],
        ),
        ("/prerequisite", json!([gate("nowhere")]), &[("g", "unknown_source")]),
        ("/pass/min_score", json!(100.5), &[("pass", "line_above_total")]),
        ("/grade/0/min", json!(101), &[("grade 1", "line_above_total")]),
        (
            "/star_rule",
            Value::Null,
            &[("technical/t1", "star_without_rule"), ("technical/t2", "star_without_rule")],
        ),
        (
            "/section/2/item",
            json!([]),
            &[("management-open", "no_items"), ("management-open", "section_sum")],
        ),
    ]
}

/// A prerequisite that another document asks for too.
fn gate(also: &str) -> Value {
    let title = json!({"zh": "条件", "en": "condition"});
    json!({"id": "g", "title": title, "status": "verified", "source": "annex5", "also": [also]})
}

fn question(id: &str, after: &str) -> Value {
    let title = json!({"zh": "问", "en": "question"});
    json!({"id": id, "title": title, "options": [{"id": "x", "title": title}], "applies_when": {"question": after, "is": "x"}})
}

#[test]
fn every_fault_is_named_with_its_place_and_said() {
    let mut codes = BTreeSet::new();
    for (pointer, value, expected) in spoilt() {
        let mut rubric = sound();
        match rubric.pointer_mut(pointer) {
            Some(found) => *found = value,
            None => {
                let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
                rubric.pointer_mut(parent).expect(pointer)[key] = value;
            }
        }
        let rubric = open_rubric(&rubric.to_string()).expect(pointer);
        let problems = rubric_problems(&rubric);
        let found: BTreeSet<(&str, &str)> =
            problems.iter().map(|one| (one.place.as_str(), one.code())).collect();
        assert_eq!(found, expected.iter().copied().collect(), "{pointer}");
        for problem in &problems {
            codes.insert(problem.code());
            let [zh, en] = Language::ALL.map(|language| problem.message().say(language));
            assert!(zh.contains(&problem.place) && en.contains(&problem.place) && zh != en, "{zh} {en}");
            assert!(!zh.contains(['{', '}']) && !en.contains(['{', '}']), "{zh} {en}");
            assert!(zh.ends_with('。') && en.ends_with('.'), "{zh} {en}");
        }
    }
    assert_eq!(codes.len(), 23, "{codes:?}");
}

#[test]
fn points_have_no_place_where_everything_must_hold() {
    let mut rubric = sound();
    rubric["mode"] = json!("pass_fail");
    let problems = rubric_problems(&open_rubric(&rubric.to_string()).expect("of the form"));
    assert!(problems.iter().all(|one| one.code() == "points_in_pass_fail"));
    assert!(problems.len() > 20, "{}", problems.len());
}

#[test]
fn what_is_not_of_the_form_is_not_opened() {
    let with = |key: &str, value: Value| {
        let mut rubric = sound();
        rubric[key] = value;
        rubric.to_string()
    };
    for (text, code) in [
        ("", "not_a_rubric".to_string()),
        ("[]", "not_a_rubric".to_string()),
        (&with("form", json!(FORM + 1)), "newer_form".to_string()),
        (&with("form", json!(0)), "not_a_rubric".to_string()),
        (&with("surprise", json!(1)), "not_a_rubric".to_string()),
        (&with("total", json!(0.0001)), "not_a_rubric".to_string()),
        (&with("total", json!(1e9)), "not_a_rubric".to_string()),
        (&with("mode", json!("dice")), "not_a_rubric".to_string()),
        (&with("id", json!("x".repeat(1_000_001))), "too_large".to_string()),
    ] {
        let fault = open_rubric(text).expect_err(&code);
        assert_eq!(fault.code(), code);
        let [zh, en] = Language::ALL.map(|language| fault.message().say(language));
        assert!(!zh.is_empty() && zh != en && !en.contains('{'), "{en}");
    }
    let spoilt_rule = sound().to_string().replace(r#""kind":"yes_no""#, r#""kind":"yes_no","more":1"#);
    assert!(open_rubric(&spoilt_rule).is_err(), "a key that a rule does not know");
}
