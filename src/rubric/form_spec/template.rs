//! What a new element of a rubric begins as. Whatever is new is still to be verified.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::spec::Template;
use crate::metric::Status;
use crate::text::{Key, Language};

/// A new element; `pointer` is the list's that it will stand in.
pub(super) fn template(of: Template, form: &Value, pointer: &str) -> Value {
    let status = Status::UnverifiedWeak.code();
    let source = source(form, pointer);
    let id = || new_id(of, form);
    let points = if text_at(form, "/mode") == "pass_fail" { 0 } else { 1 };
    let item = |id: String| {
        json!({
            "id": id, "title": words(Key::NewItem), "max": points, "evidence": [], "status": status,
            "source": source, "scoring": { "kind": "yes_no" },
        })
    };
    match of {
        Template::Grade => json!({ "title": words(Key::NewGrade), "status": status }),
        Template::Group => json!({ "id": id(), "title": words(Key::NewGroup), "max": 0 }),
        Template::Question => json!({
            "id": id(), "title": words(Key::NewQuestion),
            "options": [
                { "id": "yes", "title": words(Key::FormHolds) },
                { "id": "no", "title": words(Key::FormFails) },
            ],
        }),
        Template::QuestionOption => json!({ "id": id(), "title": words(Key::NewOption) }),
        Template::Prerequisite => json!({
            "id": id(), "title": words(Key::NewGate), "evidence": [], "status": status, "source": source,
        }),
        Template::Section => json!({
            "id": id(), "title": words(Key::NewSection), "max": points, "status": status, "source": source,
            "item": [item(new_id(Template::Item, form))],
        }),
        Template::Item => item(id()),
        Template::Source => json!({ "kind": "none", "text": Key::NewSource.say(Language::Chinese) }),
        Template::Evidence => words(Key::NewEvidence),
        Template::Variant => {
            json!({ "id": id(), "when": words(Key::NewVariant), "scoring": { "kind": "yes_no" } })
        }
        Template::Condition => condition(),
        Template::PointsOption => json!({ "id": id(), "points": 0, "label": words(Key::NewOption) }),
        Template::CountOption => json!({ "id": id(), "label": words(Key::NewOption) }),
        Template::Step => json!({ "at": 0, "points": 0 }),
    }
}

/// Each kind of rule as it begins, with its name: full at its best, nothing else.
pub(super) fn rule_templates(form: &Value, pointer: &str) -> [(Value, Key); 8] {
    let max = form.pointer(&format!("{}/max", item_of(pointer))).cloned().unwrap_or(json!(0));
    let metric = json!({ "label": words(Key::FieldMeasured) });
    let options = json!([
        { "id": "a", "points": max, "label": words(Key::FormHolds) },
        { "id": "b", "points": 0, "label": words(Key::FormFails) },
    ]);
    let counted = json!([{ "id": "a", "label": words(Key::NewOption) }]);
    [
        (json!({ "kind": "yes_no" }), Key::KindYesNo),
        (json!({ "kind": "all_or_nothing", "conditions": [condition()] }), Key::KindAllOrNothing),
        (json!({ "kind": "choice", "options": options }), Key::KindChoice),
        (
            json!({
                "kind": "steps", "metric": metric, "direction": "higher",
                "steps": [{ "at": 100, "points": max }], "otherwise": 0,
            }),
            Key::KindSteps,
        ),
        (json!({ "kind": "linear", "metric": metric, "zero_at": 0, "full_at": 100 }), Key::KindLinear),
        (
            json!({
                "kind": "deduct", "metric": metric, "direction": "lower", "start": max, "limit": 0,
                "step": 1, "lose": 1, "floor": 0,
            }),
            Key::KindDeduct,
        ),
        (json!({ "kind": "count", "per": max, "cap": max, "options": counted }), Key::KindCount),
        (json!({ "kind": "manual" }), Key::KindManual),
    ]
}

fn condition() -> Value {
    json!({ "metric": { "label": words(Key::FieldMeasured) }, "op": ">=", "value": 0 })
}

fn words(key: Key) -> Value {
    let words = key.words();
    json!({ "zh": words.zh, "en": words.en })
}

/// The pointer of the item that a pointer leads into.
fn item_of(pointer: &str) -> &str {
    let Some((section, rest)) = pointer.split_once("/item/") else { return pointer };
    let place = rest.split('/').next().unwrap_or_default();
    &pointer[..section.len() + "/item/".len() + place.len()]
}

/// The document of what the new element stands in, or the first there is.
fn source(form: &Value, pointer: &str) -> String {
    let within = pointer.rsplit_once('/').map_or("", |(within, _)| within);
    let listed = || {
        let sources = form.pointer("/sources")?.as_object()?;
        sources.keys().next().cloned()
    };
    let own = Some(text_at(form, &format!("{within}/source")))
        .filter(|source| !source.is_empty())
        .map(str::to_string);
    own.or_else(listed).unwrap_or_default()
}

/// A name that nothing in the rubric has.
fn new_id(of: Template, form: &Value) -> String {
    let prefix = match of {
        Template::Group => "group",
        Template::Question => "question",
        Template::QuestionOption | Template::PointsOption | Template::CountOption => "option",
        Template::Prerequisite => "gate",
        Template::Section => "section",
        Template::Variant => "rule",
        _ => "item",
    };
    let mut known = HashSet::new();
    ids(form, &mut known);
    let free = (1..).map(|number| format!("{prefix}-{number}")).find(|id| !known.contains(id.as_str()));
    free.unwrap_or_default()
}

fn ids<'v>(value: &'v Value, known: &mut HashSet<&'v str>) {
    match value {
        Value::Object(members) => {
            known.extend(members.get("id").and_then(Value::as_str));
            members.values().for_each(|value| ids(value, known));
        }
        Value::Array(list) => list.iter().for_each(|value| ids(value, known)),
        _ => {}
    }
}

/// The text that a pointer leads to; empty where there is none.
fn text_at<'v>(form: &'v Value, pointer: &str) -> &'v str {
    form.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}
