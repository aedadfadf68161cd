//! Documents as version 4 saved them open as what they were. Frozen files of every version are among the golden cases.

use super::asked;
use std::sync::Arc;

use serde_json::{Map, Value, json};
use water_ledger::catalog;
use water_ledger::ledger::{
    ANSWERS, AnswerColumn, Edit, Example, Ledger, Opened, PERIODS, PREREQUISITES, REGIONS, REQUIREMENTS,
    RETROFITS, REVIEWS, RequirementColumn, ReviewEntry, Row, RowId, answer_row, open, save,
};
use water_ledger::rubric::Rubric;
use water_ledger::text::Language;

/// The example without what version 4 had not.
fn before_7(example: Example, language: Language) -> Ledger {
    let without = |ledger: Ledger, list| ledger.with_sheets(list, Vec::<Row>::new());
    [&RETROFITS, &REGIONS].into_iter().fold(example.ledger(language), without)
}

/// The ledger as version 4 saved it: a part for each field of work, basic requirements by their names, what water need is
/// worked out from in a part of its own, steps of a field's balance as periods, prerequisites of a rubric as gates.
fn in_schema_4(ledger: &Ledger) -> Value {
    let mut saved: Value = serde_json::from_str(&save(ledger)).expect("what was saved");
    let mut sheets = |list: &str| match saved["ledger"][list].take() {
        Value::Array(sheets) => sheets,
        _ => Vec::new(),
    };
    let (mut years, mut periods, mut reviews) =
        (sheets("irrigation"), sheets("plant"), sheets("institution"));
    let rubrics = sheets("rubrics");
    for year in &mut years {
        rename(year, "seasons", "crops");
        let mut need = Map::new();
        for name in ["latitude", "altitude", "efficiency", "months", "crops"] {
            let value = year.as_object_mut().and_then(|year| year.remove(name));
            need.extend(value.map(|value| (name.to_string(), value)));
        }
        if !need.is_empty() {
            year["water_need"] = need.into();
        }
        for field in rows(year, "districts").flat_map(|district| rows(district, "fields")) {
            rename(field, "steps", "periods");
        }
    }
    for period in &mut periods {
        let met = rows(period, "requirements").filter(|row| row["state"].is_string());
        let met: Map<String, Value> =
            met.map(|row| (row["of"].as_str().expect("a name").to_string(), row["state"].clone())).collect();
        rename(period, "requirements", "prerequisites");
        period["prerequisites"] = met.into();
    }
    for review in &mut reviews {
        rename(review, "prerequisites", "gates");
    }
    let parts = json!({
        "title": ledger.title(),
        "irrigation": { "years": years },
        "industry": { "periods": periods },
        "certification": { "rubrics": rubrics, "reviews": reviews },
    });
    json!({ "schema": 4, "ledger": parts })
}

/// The rows of a table within a row; none where the table is not there.
fn rows<'v>(row: &'v mut Value, table: &str) -> impl Iterator<Item = &'v mut Value> + use<'v> {
    row.get_mut(table).and_then(Value::as_array_mut).into_iter().flatten()
}

fn rename(row: &mut Value, from: &str, to: &str) {
    let row = row.as_object_mut().expect("a row");
    if let Some(value) = row.remove(from) {
        row.insert(to.to_string(), value);
    }
}

fn opened(text: &str) -> Ledger {
    match open(text) {
        Opened::Ledger(ledger) => ledger,
        other => panic!("{other:?}"),
    }
}

/// The states of basic requirements by their names: they had no order and no identities.
fn requirements(ledger: &Ledger) -> Vec<Vec<[String; 2]>> {
    let of_sheet = |sheet: &Arc<Row>| {
        let cells = |row: &Arc<Row>| {
            [RequirementColumn::Of, RequirementColumn::State].map(|column| row[column].to_string())
        };
        let mut states: Vec<[String; 2]> = sheet.rows(&REQUIREMENTS).iter().map(cells).collect();
        states.sort_unstable();
        states
    };
    ledger.sheets(&PERIODS).iter().map(of_sheet).collect()
}

fn without_requirements(ledger: &Ledger) -> Ledger {
    let without = |sheet: &Arc<Row>| Row::clone(sheet).holding(&REQUIREMENTS, Vec::<Row>::new());
    ledger.clone().with_sheets(&PERIODS, ledger.sheets(&PERIODS).iter().map(without))
}

#[test]
fn every_example_opens_from_the_older_form_as_it_is() {
    for example in Example::ALL {
        for language in Language::ALL {
            let ledger = before_7(example, language);
            let older = opened(&in_schema_4(&ledger).to_string());
            assert_eq!(without_requirements(&older), without_requirements(&ledger), "{example:?}");
            assert_eq!(requirements(&older), requirements(&ledger), "{example:?}");
        }
    }
}

#[test]
fn what_was_typed_of_a_basic_requirement_or_a_prerequisite_is_still_typed_of_it() {
    let ledger = before_7(Example::Works, Language::Chinese);
    let sheet = &ledger.sheets(&PERIODS)[0];
    let table = REQUIREMENTS.at(&[sheet.id]);
    let typed = |ledger: Ledger, (row, state): (&Arc<Row>, &str)| {
        ledger.after(Edit::set(table, row.id, RequirementColumn::State, state)).expect("a row")
    };
    let ledger = sheet.rows(&REQUIREMENTS).iter().zip(["met", "not_met", "?"]).fold(ledger.clone(), typed);
    let older = opened(&in_schema_4(&ledger).to_string());
    assert_eq!(requirements(&older), requirements(&ledger));
    assert_eq!(without_requirements(&older), without_requirements(&ledger));

    let ledger = before_7(Example::Institution, Language::Chinese);
    let rubric = Edit::set(REVIEWS.at(&[]), RowId(1), ReviewEntry::Rubric, "enterprise-gbt-7119");
    let ledger = asked(ledger.after(rubric).expect("an entry"));
    let row = ledger.sheets(&REVIEWS)[0].rows(&PREREQUISITES)[0].id;
    let edit = Edit::set(PREREQUISITES.at(&[RowId(1)]), row, AnswerColumn::Answer, "met");
    let ledger = ledger.after(edit).expect("a row");
    assert_eq!(opened(&in_schema_4(&ledger).to_string()), ledger);
}

#[test]
fn answers_saved_without_their_rubric_are_for_the_chosen_one() {
    for (example, rubric) in
        [(Example::Institution, "public-institution-2013"), (Example::University, "university-tches-32-2019")]
    {
        let ledger = before_7(example, Language::Chinese);
        let with = in_schema_4(&ledger).to_string();
        let name = format!("{}:", catalog::rubric(rubric).expect("shipped").id);
        let without = with.replace(&name, "");
        assert_ne!(without, with);
        assert_eq!(opened(&without), ledger);
    }
    // Of a rubric of one's own, by the name in it.
    let ledger = before_7(Example::Institution, Language::Chinese);
    let mut own = Rubric::clone(&catalog::rubric("public-institution-2013").expect("shipped"));
    own.id = "ours".to_string();
    let ledger = ledger.after(Edit::add_rubric(&own)).expect("a rubric");
    let chosen = Edit::set(REVIEWS.at(&[]), RowId(1), ReviewEntry::Rubric, "own-1");
    let ledger = asked(ledger.after(chosen).expect("an entry"));
    let bare = in_schema_4(&ledger).to_string().replace("ours:", "");
    let sheet = opened(&bare);
    let rubric = sheet.rubric("own-1").expect("ours");
    assert_eq!(sheet, ledger);
    assert!(answer_row(&sheet.sheets(&REVIEWS)[0], &ANSWERS, &rubric, "m1a").is_some());
}

#[test]
fn what_the_older_form_does_not_know_is_refused() {
    let sound = in_schema_4(&Example::City.ledger(Language::Chinese));
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut document = sound.clone();
        change(&mut document["ledger"]);
        matches!(open(&document.to_string()), Opened::Damaged { .. })
    };
    assert!(!refused(&|_| {}));
    assert!(refused(&|ledger| ledger["more"] = json!(1)));
    assert!(refused(&|ledger| ledger["plant"] = json!(1)));
    assert!(refused(&|ledger| ledger["irrigation"]["more"] = json!(1)));
    assert!(refused(&|ledger| ledger["irrigation"]["years"][0]["more"] = json!("1")));
    assert!(refused(&|ledger| ledger["irrigation"]["years"][0]["water_need"] = json!({ "more": "1" })));
    assert!(refused(&|ledger| ledger["irrigation"]["years"][0]["water_need"] = json!({ "year": "1" })));
    assert!(refused(&|ledger| ledger["irrigation"]["years"] = json!({})));
    assert!(refused(&|ledger| ledger["industry"]["periods"] = json!([{ "id": 1, "prerequisites": [] }])));
    assert!(refused(
        &|ledger| ledger["industry"]["periods"] = json!([{ "id": 1, "prerequisites": { "effluent": 1 } }])
    ));
    let both = json!([{ "id": 1, "gates": [], "prerequisites": [] }]);
    assert!(refused(&|ledger| ledger["certification"]["reviews"] = both.clone()));
    for gone in ["title", "irrigation"] {
        assert!(
            refused(&|ledger| drop(ledger.as_object_mut().and_then(|fields| fields.remove(gone)))),
            "{gone}"
        );
    }
}
