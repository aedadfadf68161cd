//! Editions laid side by side: nothing differs from itself, and each single change is told, once.

use std::collections::BTreeSet;

use serde_json::Value;
use water_ledger::catalog::RUBRICS;
use water_ledger::rubric::{
    Answer, Aspect, Difference, DifferenceKind, Part, Points, Rubric, difference, open_rubric, score,
};
use water_ledger::text::{Coded, Language};

use crate::rubric::answers::{all, best, shipped};
use crate::rubric::mutations::{changed, places, with};

/// Names by which parts are known; with another they are other parts.
const NAMES: [&str; 5] = ["section", "item", "prerequisite", "question", "group"];

fn is_name(place: &str) -> bool {
    let steps: Vec<&str> = place.split('/').collect();
    matches!(steps.as_slice(), [.., list, _, "id"] if NAMES.contains(list))
}

fn said(difference: &Difference) -> [String; 2] {
    Language::ALL.map(|language| difference.message(language).say(language))
}

#[test]
fn nothing_differs_from_itself() {
    for one in RUBRICS {
        let rubric = shipped(one.id);
        assert_eq!(difference(&rubric, &rubric), Vec::new(), "{}", one.id);
    }
    let mut twice = shipped("public-institution-2013");
    let item = twice.sections[0].items[0].clone();
    twice.sections[1].items.push(item);
    twice.sections.push(twice.sections[0].clone());
    assert_eq!(difference(&twice, &twice.clone()), Vec::new(), "names that stand twice");
}

#[test]
fn each_single_change_of_each_shipped_rubric_is_told_once() {
    let (mut tried, mut told) = (0, BTreeSet::new());
    for one in RUBRICS {
        let old = shipped(one.id);
        let json: Value = serde_json::from_str(one.json).expect("JSON");
        let mut every = Vec::new();
        places(&json, "", &mut every);
        for place in every.iter().filter(|place| !place.is_empty() && *place != "/form") {
            for value in changed(json.pointer(place).expect("a place")) {
                // Not everything can be left out or be anything.
                let Ok(new) = open_rubric(&with(&json, place, value).to_string()) else { continue };
                if new == old {
                    continue;
                }
                let found = difference(&old, &new);
                let back = difference(&new, &old);
                tried += 1;
                if is_name(place) {
                    assert!(!found.is_empty() && !back.is_empty(), "{}{place}", one.id);
                    continue;
                }
                assert_eq!((found.len(), back.len()), (1, 1), "{}{place}: {found:?} {back:?}", one.id);
                if let DifferenceKind::Changed(aspect) | DifferenceKind::Replaced { aspect, .. } =
                    found[0].kind
                {
                    told.insert(aspect);
                }
                let [zh, en] = said(&found[0]);
                assert!(zh.ends_with('。') && en.ends_with('.') && !en.contains(['{', '}']), "{zh} {en}");
                assert!(zh.contains(&found[0].place) && en.contains(&found[0].place), "{zh} {en}");
            }
        }
    }
    assert!(tried > 4_000, "{tried}");
    let untold: Vec<&Aspect> = Aspect::ALL.iter().filter(|aspect| !told.contains(aspect)).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

#[test]
fn what_happens_to_items_is_told_as_it_is() {
    let old = shipped("public-institution-2013");
    let told = |change: &dyn Fn(&mut Rubric)| {
        let mut new = old.clone();
        change(&mut new);
        let found = difference(&old, &new);
        found.iter().map(|one| said(one)[1].clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        told(&|new| {
            let item = new.sections[0].items.remove(3);
            new.sections[2].items.push(item);
        }),
        ["management-open/t4: moved from “Technical standard” to “Management standard, open part”."]
    );
    assert_eq!(
        told(&|new| new.sections[0].items[2].max = Points::whole(9)),
        ["technical/t3: the points changed from “8” to “9”."]
    );
    assert_eq!(told(&|new| new.pass.min_score = None), ["pass: the pass line changed from “90” to “none”."]);
    assert_eq!(
        told(&|new| {
            new.sections[0].items[0].id = "t0".to_string();
        }),
        [
            "technical/t0: the item “Metering rate” was added.",
            "technical/t1: the item “Metering rate” was removed."
        ]
    );
    // A section that goes takes its items with it; one that goes elsewhere is told.
    assert_eq!(
        told(&|new| {
            let gone = new.sections.remove(0);
            new.sections[0].items.push(gone.items[1].clone());
        }),
        [
            "technical: the section “Technical standard” was removed.",
            "management-verified/t2: moved from “Technical standard” to “Management standard, verified part”."
        ]
    );
    let both = told(&|new| {
        new.grades[0].min = Some(Points::whole(80));
        new.sections[0].items[1].star = false;
    });
    assert_eq!(
        both,
        [
            "grade: the bands changed from “qualified 90” to “qualified 80”.",
            "technical/t2: the star changed."
        ]
    );
}

#[test]
fn a_rubric_that_is_another_differs_in_all_its_parts() {
    let (old, new) = (shipped("public-institution-2013"), shipped("residential-changzhi"));
    let found = difference(&old, &new);
    let count = |wanted: fn(&DifferenceKind) -> bool| found.iter().filter(|one| wanted(&one.kind)).count();
    let added = count(|kind| matches!(kind, DifferenceKind::Added { part: Part::Section, .. }));
    assert_eq!(added, new.sections.len());
    assert_eq!(count(|kind| matches!(kind, DifferenceKind::Replaced { aspect: Aspect::Id, .. })), 1);
}

#[test]
fn the_same_answers_are_scored_under_two_editions() {
    let old = shipped("public-institution-2013");
    let mut new = old.clone();
    new.sections[0].items[2].max = Points::whole(4);
    new.sections[0].items.remove(0);
    let mut answers = all(&old, best);
    answers.items.insert("t4".to_string(), Answer::number(5.2).into());
    let (before, after) = (score(&old, &answers), score(&new, &answers));
    // Of 98 points, 8 are gone with the first item and 4 with the lower maximum of the third.
    assert_eq!((before.earned, after.earned), (Points::whole(98), Points::whole(86)));
}
