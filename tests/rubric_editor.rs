//! The editor of a rubric as data: every field leads somewhere, every choice and every new element can be read again.

use std::sync::Arc;

use water_ledger::catalog::{self, METRICS, RUBRICS, rubric_problems};
use water_ledger::ledger::{Edit, Ledger, RubricEdit, RubricFields, RubricId};
use water_ledger::rubric::form_spec::{
    ChoiceOf, FieldKind, FieldSpec, GENERAL, LISTS, ListSpec, NodeSpec, add, choices, element_line, elements,
    remove, rule_fields, stands,
};
use water_ledger::rubric::{Rubric, open_rubric, save_rubric};
use water_ledger::show::rubrics::{findings, not_understood};
use water_ledger::text::Language;

/// A ledger with a copy of a shipped rubric.
fn copy(id: &str) -> Ledger {
    let rubric = Rubric::clone(&catalog::rubric(id).expect("shipped"));
    Ledger::default().after(Edit::add_rubric(&rubric)).expect("a copy")
}

fn after(ledger: &Ledger, edit: RubricEdit) -> Ledger {
    let said = format!("{edit:?}");
    ledger.after(Edit::rubric(RubricId(1), edit)).unwrap_or_else(|refused| panic!("{refused:?}: {said}"))
}

fn fields(ledger: &Ledger) -> RubricFields {
    ledger.own_rubric(RubricId(1)).expect("it").fields()
}

fn rubric(ledger: &Ledger) -> Arc<Rubric> {
    ledger.own_rubric(RubricId(1)).and_then(|sheet| sheet.rubric()).expect("a rubric")
}

/// Fields and lists, each with its pointer.
#[derive(Default)]
struct Found {
    fields: Vec<(String, &'static FieldSpec)>,
    lists: Vec<(String, &'static ListSpec)>,
}

impl Found {
    fn node(&mut self, form: &RubricFields, pointer: &str, spec: &'static NodeSpec) {
        self.fields.extend(spec.fields.iter().map(|field| (format!("{pointer}{}", field.at), field)));
        if let Some(rule) = spec.rule {
            let rule = format!("{pointer}{rule}");
            self.node(form, &rule, rule_fields(&form.text(&format!("{rule}/kind"))));
        }
        spec.lists.iter().for_each(|list| self.list(form, pointer, list));
    }

    fn list(&mut self, form: &RubricFields, pointer: &str, spec: &'static ListSpec) {
        let pointer = format!("{pointer}{}", spec.at);
        for (element, _) in elements(form.form(), &pointer) {
            self.node(form, &element, spec.element);
        }
        self.lists.push((pointer, spec));
    }
}

/// Every field and list that a rubric has.
fn walk(ledger: &Ledger) -> Found {
    let form = fields(ledger);
    let mut found = Found::default();
    found.fields.extend(GENERAL.iter().map(|field| (field.at.to_string(), field)));
    LISTS.iter().for_each(|spec| found.list(&form, "", spec));
    found
}

#[test]
fn every_field_takes_what_is_typed_and_every_choice_can_be_chosen() {
    for id in ["public-institution-2013", "university-tches-32-2019"] {
        let ledger = copy(id);
        for (pointer, spec) in walk(&ledger).fields {
            let typed = match spec.kind {
                FieldKind::Text => vec![RubricEdit::Text(pointer.clone(), "新".to_string())],
                FieldKind::Words => ["zh", "en"]
                    .map(|member| RubricEdit::Text(format!("{pointer}/{member}"), "新".to_string()))
                    .into(),
                FieldKind::Number => vec![RubricEdit::Number(pointer.clone(), "2.5".to_string())],
                FieldKind::Flag => vec![RubricEdit::Value(pointer.clone(), true.into())],
                FieldKind::Choice(of) => {
                    check_choices(&ledger, of, &pointer);
                    continue;
                }
            };
            for edit in typed {
                let at = match &edit {
                    RubricEdit::Text(at, _) | RubricEdit::Number(at, _) | RubricEdit::Value(at, _) => {
                        at.clone()
                    }
                    _ => unreachable!("only fields are filled"),
                };
                let changed = after(&ledger, edit);
                let fields = fields(&changed);
                assert_eq!(not_understood(&fields, &at), None, "{id} {at}");
                assert!(["新", "2.5", "true"].contains(&fields.understood(&at).as_str()), "{id} {at}");
            }
        }
    }
}

fn check_choices(ledger: &Ledger, of: ChoiceOf, pointer: &str) {
    /// Metrics are many and alike.
    const TRIED: usize = 12;
    let before = fields(ledger);
    for (value, name) in
        choices(of, before.form(), pointer, METRICS, Language::English).into_iter().take(TRIED)
    {
        assert!(!name.is_empty(), "{pointer}");
        let changed = after(ledger, RubricEdit::Value(pointer.to_string(), value.clone()));
        assert!(stands(of, fields(&changed).value(pointer), &value), "{pointer} {value}");
    }
    // What stands there is one of the choices.
    let there = |(value, _): &(serde_json::Value, String)| stands(of, before.value(pointer), value);
    assert_eq!(
        choices(of, before.form(), pointer, METRICS, Language::Chinese)
            .iter()
            .filter(|one| there(one))
            .count(),
        1
    );
}

#[test]
fn every_new_element_can_be_read_stands_last_and_goes_again() {
    for shipped in RUBRICS {
        let ledger = copy(shipped.id);
        for (pointer, spec) in walk(&ledger).lists {
            let before = fields(&ledger);
            let (edit, new) = add(before.form(), spec, &pointer);
            let grown = after(&ledger, edit);
            let now = fields(&grown);
            assert_eq!(
                elements(now.form(), &pointer).len(),
                elements(before.form(), &pointer).len() + 1,
                "{pointer}"
            );
            let line = element_line(now.form(), &new, Language::Chinese);
            assert!(!line.name.is_empty(), "{pointer}");
            let text = save_rubric(&rubric(&grown));
            assert_eq!(open_rubric(&text).as_ref(), Ok(&*rubric(&grown)));
            // Whatever is new is said in both languages, and its names are its own.
            for problem in rubric_problems(&rubric(&grown)) {
                assert!(
                    [
                        "section_sum",
                        "group_sum",
                        "total_sum",
                        "no_single_rule",
                        "not_monotone",
                        "points_in_pass_fail"
                    ]
                    .contains(&problem.code()),
                    "{} {pointer} {problem:?}",
                    shipped.id
                );
            }
            let gone = after(&grown, remove(now.form(), &new));
            assert_eq!(rubric(&gone), rubric(&ledger), "{pointer}");
        }
    }
}

#[test]
fn a_kind_of_rule_that_is_chosen_is_sound_and_full() {
    let ledger = copy("public-institution-2013");
    let pointer = "/section/0/item/1/scoring";
    for (value, name) in choices(ChoiceOf::Rule, fields(&ledger).form(), pointer, METRICS, Language::English)
    {
        let changed = after(&ledger, RubricEdit::Value(pointer.to_string(), value.clone()));
        let codes: Vec<&str> = rubric_problems(&rubric(&changed)).iter().map(|one| one.code()).collect();
        let expected: &[&str] = if value.is_null() { &["no_single_rule"] } else { &[] };
        assert_eq!(codes, expected, "{name}");
    }
}

#[test]
fn what_is_wrong_leads_to_a_place_that_is_there() {
    let ledger = copy("public-institution-2013");
    let changes = [
        RubricEdit::Text("/title/en".to_string(), String::new()),
        RubricEdit::Number("/section/0/max".to_string(), "41".to_string()),
        RubricEdit::Number("/total".to_string(), "90".to_string()),
        RubricEdit::Number("/group/0/max".to_string(), "1".to_string()),
        RubricEdit::Number("/grade/0/min".to_string(), "1000".to_string()),
        RubricEdit::Number("/pass/min_score".to_string(), "999".to_string()),
        RubricEdit::Text("/section/0/item/0/evidence/0/zh".to_string(), String::new()),
        RubricEdit::Text("/section/0/item/2/title/zh".to_string(), String::new()),
        RubricEdit::Value("/section/0/item/1/scoring".to_string(), serde_json::Value::Null),
        RubricEdit::Value("/star_rule".to_string(), serde_json::Value::Null),
    ];
    let ledger = changes.into_iter().fold(ledger, |ledger, edit| after(&ledger, edit));
    let fields = fields(&ledger);
    for language in Language::ALL {
        let found = findings(&rubric(&ledger), language);
        assert!(found.len() >= 9, "{found:?}");
        for finding in found {
            // The star rule can be missing, which is what is wrong with it.
            assert!(fields.value(&finding.pointer).is_some(), "{finding:?}");
            assert!(!finding.sentence.contains("technical/"), "{finding:?}");
        }
    }
    let named: Vec<String> =
        findings(&rubric(&ledger), Language::Chinese).into_iter().map(|finding| finding.sentence).collect();
    assert!(named.iter().any(|sentence| sentence.starts_with("节水技术标准：本节满分写为 41")), "{named:?}");
}
