//! Scores against cases: every kind of rule at its edges, sections, prerequisites, what does not apply, the chance to pass.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use water_ledger::rubric::{
    Answer, Answers, Basis, Hindrance, ItemStanding, Points, Rubric, Score, Standing, Verdict,
    chance_to_pass, open_rubric, score,
};
use water_ledger::text::Language;

use crate::rubric::answers::{all, best, item, numbers, reading, shipped, small};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    score_case: Vec<ScoreCase>,
    section_case: Vec<SectionCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScoreCase {
    item: String,
    #[serde(rename = "status")]
    _status: String,
    rows: Vec<[f64; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionCase {
    section: String,
    #[serde(rename = "status")]
    _status: String,
    values: BTreeMap<String, Values>,
    not_applicable: Vec<String>,
    points: f64,
    applicable_max: f64,
    rescaled: f64,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Values {
    One(f64),
    Several(Vec<f64>),
}

fn cases() -> Cases {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/scores.toml");
    toml::from_str(&fs::read_to_string(file).expect("the cases")).expect("cases of scores")
}

fn points(value: f64) -> Points {
    Points::exactly(value).expect("points")
}

fn with(id: &str, answer: Answer) -> Answers {
    Answers { items: BTreeMap::from([(id.to_string(), answer.into())]), ..Answers::default() }
}

fn of(score: &Score, id: &str) -> (Points, Basis) {
    let mut items = score.sections.iter().flat_map(|section| &section.items);
    let item = items.find(|item| item.id == id).expect("the item");
    (item.points, item.basis.clone())
}

#[test]
fn items_of_the_shipped_rubrics_come_to_their_points() {
    for case in cases().score_case {
        let (rubric, id) = case.item.split_once('/').expect("rubric/item");
        let rubric = shipped(rubric);
        for [value, expected] in case.rows {
            let mut answers = with(id, Answer::number(value));
            if let Some(variant) = rubric.item(id).expect("the item").variants.first() {
                answers.items.get_mut(id).expect("it was put there").variant = Some(variant.id.clone());
            }
            let (given, basis) = of(&score(&rubric, &answers), id);
            assert_eq!(given, points(expected), "{}: {value}", case.item);
            for language in Language::ALL {
                let said = basis.message(language).say(language);
                assert!(!said.is_empty() && !said.contains(['{', '}']), "{}: {said}", case.item);
            }
        }
    }
}

#[test]
fn sections_come_to_their_points_and_scale_to_their_maximum() {
    for case in cases().section_case {
        let (rubric, id) = case.section.split_once('/').expect("rubric/section");
        let mut answers = Answers::default();
        for (item, values) in case.values {
            let values = match values {
                Values::One(value) => vec![value],
                Values::Several(values) => values,
            };
            answers.items.insert(item, numbers(&values).into());
        }
        for item in case.not_applicable {
            answers.items.insert(item, Answer::NotApplicable.into());
        }
        let score = score(&shipped(rubric), &answers);
        let section = score.sections.iter().find(|section| section.id == id).expect("the section");
        assert_eq!(section.points, points(case.points));
        assert_eq!(section.applicable, points(case.applicable_max));
        assert_eq!(section.scaled, points(case.rescaled));
    }
}

const DEDUCT: &str = r#"{"kind": "deduct", "metric": {"label": {"zh": "率", "en": "rate"}}, "direction": "lower",
    "start": 8, "limit": 4, "step": 0.2, "lose": 0.5, "floor": 1, "strict": true, "not_beyond": 7}"#;
const LINE: &str = r#"{"kind": "linear", "metric": {"label": {"zh": "率", "en": "rate"}}, "zero_at": 96, "full_at": 100, "step": 1}"#;

fn one(scoring: &str, max: f64, policy: &str) -> Rubric {
    let more = format!(r#"{{"partial_steps": {{"policy": "{policy}", "status": "unverified (weak)"}}}}"#);
    open_rubric(&small(&format!("[{}]", item("a", max, scoring)), &more)).expect("of the form")
}

#[test]
fn incomplete_steps_count_as_the_rubric_says() {
    for (policy, scoring, value, expected) in [
        ("ignore", DEDUCT, 4.0, 8.0),
        ("count", DEDUCT, 4.0, 7.5),
        ("ignore", DEDUCT, 4.6, 6.5),
        ("count", DEDUCT, 4.6, 6.5),
        ("ignore", DEDUCT, 4.7, 6.5),
        ("count", DEDUCT, 4.7, 6.0),
        ("proportional", DEDUCT, 4.7, 6.25),
        ("ignore", DEDUCT, 90.0, 1.0),
        ("ignore", LINE, 98.5, 4.0),
        ("count", LINE, 98.5, 6.0),
        ("proportional", LINE, 98.5, 5.0),
        ("count", LINE, 95.5, 0.0),
        ("proportional", LINE, 101.0, 8.0),
    ] {
        let rubric = one(scoring, 8.0, policy);
        let given = of(&score(&rubric, &with("a", Answer::number(value))), "a").0;
        assert_eq!(given, points(expected), "{policy} {value}");
    }
}

#[test]
fn the_way_of_counting_steps_is_rested_on_only_where_it_matters() {
    let rubric = one(DEDUCT, 8.0, "ignore");
    for (value, verified) in [(4.6, true), (4.7, false)] {
        assert_eq!(
            score(&rubric, &with("a", Answer::number(value))).status.is_verified(),
            verified,
            "{value}"
        );
    }
}

#[test]
fn what_is_beyond_tolerance_is_said() {
    let rubric = one(DEDUCT, 8.0, "ignore");
    for (value, expected) in [(7.0, false), (7.1, true)] {
        let basis = of(&score(&rubric, &with("a", Answer::number(value))), "a").1;
        assert!(matches!(basis, Basis::Deducted { warns, .. } if warns == expected), "{basis:?}");
    }
}

#[test]
fn a_limit_is_not_missed_by_the_last_digit_of_a_double() {
    let (rubric, id) = (shipped("public-institution-2013"), "t1");
    let rate = 100.0 * 0.95 / 1.0 - 1e-13;
    assert!(rate < 95.0);
    assert_eq!(of(&score(&rubric, &with(id, numbers(&[100.0, rate]))), id).0, points(8.0));
}

const CHOICE: &str = r#"{"kind": "choice", "options": [
    {"id": "x", "points": 2.5, "label": {"zh": "甲", "en": "x"}}, {"id": "y", "points": 0.1, "label": {"zh": "乙", "en": "y"}}]}"#;
const COUNT: &str = r#"{"kind": "count", "per": 1, "cap": 2, "options": [
    {"id": "x", "label": {"zh": "甲", "en": "x"}}, {"id": "y", "label": {"zh": "乙", "en": "y"}},
    {"id": "z", "label": {"zh": "丙", "en": "z"}}]}"#;
const ANY: &str = r#"{"kind": "all_or_nothing", "any": true, "conditions": [
    {"metric": {"id": "region.ratio_to_national"}, "op": "<", "value": 0.5},
    {"metric": {"id": "region.annual_decline_rate"}, "op": ">=", "value": 5}]}"#;

#[test]
fn answers_without_numbers_come_to_their_points() {
    let ticked = |ids: &[&str]| Answer::Ticked(ids.iter().map(|id| (*id).to_string()).collect());
    for (scoring, max, answer, expected) in [
        (CHOICE, 2.5, Answer::Chosen("x".to_string()), Some(2.5)),
        (CHOICE, 2.5, Answer::Chosen("y".to_string()), Some(0.1)),
        (CHOICE, 2.5, Answer::Chosen("z".to_string()), None),
        (COUNT, 2.0, ticked(&[]), Some(0.0)),
        (COUNT, 2.0, ticked(&["y"]), Some(1.0)),
        (COUNT, 2.0, ticked(&["x", "y", "z"]), Some(2.0)),
        (COUNT, 2.0, ticked(&["x", "unknown"]), Some(1.0)),
        (r#"{"kind": "manual"}"#, 3.0, Answer::Points(points(2.5)), Some(2.5)),
        (r#"{"kind": "manual"}"#, 3.0, Answer::Points(points(7.0)), Some(3.0)),
        (r#"{"kind": "manual"}"#, 3.0, Answer::Points(points(-1.0)), Some(0.0)),
        (r#"{"kind": "yes_no"}"#, 3.0, Answer::Yes, Some(3.0)),
        (r#"{"kind": "yes_no"}"#, 3.0, Answer::No, Some(0.0)),
        (r#"{"kind": "yes_no"}"#, 3.0, Answer::number(1.0), None),
        (ANY, 7.0, numbers(&[0.6, 5.0]), Some(7.0)),
        (ANY, 7.0, numbers(&[0.5, 4.9]), Some(0.0)),
        (ANY, 7.0, numbers(&[0.4]), Some(7.0)),
        (ANY, 7.0, numbers(&[0.5]), None),
        (ANY, 7.0, numbers(&[f64::NAN, 1.0]), None),
        (DEDUCT, 8.0, numbers(&[]), None),
        (DEDUCT, 8.0, Answer::number(f64::INFINITY), None),
    ] {
        let score = score(&one(scoring, max, "ignore"), &with("a", answer.clone()));
        let item = &score.sections[0].items[0];
        assert_eq!(item.standing == ItemStanding::Scored, expected.is_some(), "{answer:?}");
        assert_eq!(item.points, points(expected.unwrap_or(0.0)), "{answer:?}");
    }
}

#[test]
fn a_star_at_zero_a_missed_gate_and_a_missed_line_each_fail() {
    let rubric = shipped("public-institution-2013");
    let full = all(&rubric, best);
    assert_eq!(score(&rubric, &full).verdict, Verdict::Passes);
    assert_eq!(score(&rubric, &full).grade, Some(0));
    let mut starless = full.clone();
    starless.items.insert("t2".to_string(), Answer::number(96.0).into());
    let scored = score(&rubric, &starless);
    assert_eq!((scored.total, scored.gap), (points(92.0), Some(Points::ZERO)));
    assert_eq!((scored.verdict, scored.grade), (Verdict::Fails, None));
    assert_eq!(scored.hindrances, [Hindrance::StarAtZero("t2".to_string())]);
    let mut low = full.clone();
    for id in ["m4", "t4"] {
        low.items.insert(id.to_string(), Answer::Points(Points::ZERO).into());
    }
    low.items.insert("t4".to_string(), Answer::number(6.0).into());
    let scored = score(&rubric, &low);
    assert_eq!(scored.total, points(81.0));
    assert_eq!(scored.hindrances, [Hindrance::BelowLine(points(9.0))]);
    let city = shipped("city-national");
    let mut answers = all(&city, best);
    answers.prerequisites.insert("p3".to_string(), Standing::Missed);
    let scored = score(&city, &answers);
    assert_eq!((scored.total, scored.bonus), (points(106.0), points(6.0)));
    assert_eq!(scored.hindrances, [Hindrance::PrerequisiteMissed("p3".to_string())]);
    assert_eq!((scored.verdict, scored.grade), (Verdict::Fails, None));
}

#[test]
fn open_items_leave_the_verdict_open_only_while_they_can_change_it() {
    let rubric = shipped("public-institution-2013");
    let mut answers = all(&rubric, best);
    answers.items.remove("m3c");
    assert_eq!(score(&rubric, &answers).verdict, Verdict::Passes);
    answers.items.remove("t1");
    let scored = score(&rubric, &answers);
    assert_eq!((scored.verdict, scored.reachable), (Verdict::Open, points(100.0)));
    for id in ["m4", "m5"] {
        answers.items.insert(id.to_string(), Answer::Points(Points::ZERO).into());
    }
    assert_eq!(score(&rubric, &answers).verdict, Verdict::Fails);
    let no_line = shipped("residential-changzhi");
    let scored = score(&no_line, &all(&no_line, best));
    assert_eq!((scored.verdict, scored.gap), (Verdict::Open, None));
    assert_eq!(scored.hindrances, [Hindrance::NoLine]);
}

#[test]
fn where_everything_must_hold_a_sector_asks_for_its_own_items_only() {
    let rubric = shipped("enterprise-gbt-7119");
    let mut answers = all(&rubric, best);
    assert_eq!(score(&rubric, &answers).verdict, Verdict::Passes);
    // The first sector is steel; what paper asks for does not count.
    answers.items.insert("paper-1".to_string(), Answer::No.into());
    assert_eq!(score(&rubric, &answers).verdict, Verdict::Passes);
    answers.items.insert("steel-4".to_string(), Answer::number(8.1).into());
    assert_eq!(score(&rubric, &answers).hindrances, [Hindrance::ItemFails("steel-4".to_string())]);
    answers.questions.clear();
    let scored = score(&rubric, &answers);
    assert_eq!(scored.verdict, Verdict::Open);
    assert!(scored.hindrances.contains(&Hindrance::QuestionOpen("sector".to_string())));
}

#[test]
fn what_does_not_apply_is_left_out_only_where_the_rubric_allows_it() {
    let rubric = shipped("public-institution-2013");
    let left_out = |id: &str| {
        score(&rubric, &with(id, Answer::NotApplicable)).sections[0]
            .items
            .iter()
            .find(|item| item.id == id)
            .expect("the item")
            .clone()
    };
    assert_eq!(left_out("t5").standing, ItemStanding::LeftOut);
    assert!(!left_out("t5").status.is_verified());
    assert_eq!((left_out("t4").standing, left_out("t4").basis), (ItemStanding::Open, Basis::CannotBeLeftOut));
    // A score that is scaled is never rounded up to the line.
    let items = [item("a", 3.0, r#"{"kind": "manual"}"#), item("b", 7.0, r#"{"kind": "yes_no"}"#)].join(",");
    let more = r#"{"pass": {"min_score": 3.334, "status": "verified"}}"#;
    let rubric = open_rubric(&small(&format!("[{items}]"), more)).expect("of the form");
    let mut answers = with("a", Answer::Points(points(1.0)));
    answers.items.insert("b".to_string(), Answer::NotApplicable.into());
    let scored = score(&rubric, &answers);
    assert_eq!((scored.total, scored.verdict), (points(3.333), Verdict::Fails));
    answers.items.insert("a".to_string(), Answer::NotApplicable.into());
    let nothing = score(&rubric, &answers);
    assert_eq!(nothing.total, Points::ZERO);
    assert!(nothing.hindrances.contains(&Hindrance::NothingApplies));
    assert_ne!(nothing.verdict, Verdict::Passes);
}

#[test]
fn points_that_rest_on_what_is_not_verified_are_told() {
    let rubric = shipped("public-institution-2013");
    let scored = score(&rubric, &all(&rubric, best));
    assert_eq!((scored.total, scored.unverified), (points(100.0), points(33.0)));
    assert!(!scored.status.is_verified());
}

#[test]
fn a_number_at_its_limit_passes_half_of_the_time() {
    let rubric = shipped("public-institution-2013");
    let mut answers = all(&rubric, best);
    assert_eq!(chance_to_pass(&rubric, &answers), Some(1.0));
    let uncertain = |value: f64, u: f64| Answer::Numbers(vec![Some(reading(value, u))]);
    // Without m4 all depends on 8 points of leaking fixtures, which are halved at the limit.
    answers.items.insert("m4".to_string(), Answer::Points(points(5.0)).into());
    answers.items.insert("t4".to_string(), uncertain(4.0, 0.1).into());
    let chance = chance_to_pass(&rubric, &answers).expect("decided");
    assert!(chance > 0.999, "one step does not count until it is complete: {chance}");
    answers.items.insert("t4".to_string(), uncertain(5.0, 0.1).into());
    let chance = chance_to_pass(&rubric, &answers).expect("decided");
    assert!((chance - 0.5).abs() < 0.01, "{chance}");
    answers.items.insert(
        "t1".to_string(),
        Answer::Numbers(vec![Some(reading(100.0, 0.0)), Some(reading(95.0, 0.5))]).into(),
    );
    let chance = chance_to_pass(&rubric, &answers).expect("decided");
    assert!((chance - 0.25).abs() < 0.01, "{chance}");
    answers.items.clear();
    assert_eq!(chance_to_pass(&rubric, &answers), None);
}
