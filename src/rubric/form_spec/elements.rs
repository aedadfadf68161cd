//! The elements of a rubric's lists: what each is called, and what adds or removes one.

use serde_json::{Value, json};

use super::RubricEdit;
use super::choices::{text, words};
use super::spec::ListSpec;
use super::template::template;
use crate::metric::Status;
use crate::text::{Key, Language, Message};

/// What a person sees of an element that is folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementLine {
    /// What it is called.
    pub name: String,
    /// Its points, where it has some.
    pub points: String,
    /// ★
    pub is_star: bool,
    /// Whether it is still to be verified.
    pub is_unverified: bool,
}

/// The pointer of each element of a list, with a name that stays its own when it moves.
pub fn elements(form: &Value, list: &str) -> Vec<(String, String)> {
    match form.pointer(list) {
        Some(Value::Array(elements)) => {
            let element = |(place, value): (usize, &Value)| {
                let pointer = format!("{list}/{place}");
                let own = match text(value, "id") {
                    "" => pointer.clone(),
                    id => format!("{} {id}", list.rsplit('/').next().unwrap_or_default()),
                };
                (pointer, own)
            };
            elements.iter().enumerate().map(element).collect()
        }
        Some(Value::Object(members)) => {
            let member = |key: &String| {
                let pointer = format!("{list}/{}", key.replace('~', "~0").replace('/', "~1"));
                (pointer.clone(), pointer)
            };
            members.keys().map(member).collect()
        }
        _ => Vec::new(),
    }
}

/// An element in a line.
pub fn element_line(form: &Value, pointer: &str, language: Language) -> ElementLine {
    let element = form.pointer(pointer).unwrap_or(&Value::Null);
    let place = pointer.rsplit('/').next().unwrap_or_default();
    let title = ["title", "when", "label"].into_iter().map(|member| words(&element[member], language));
    let title = title.chain([words(element, language), text(element, "text").to_string()]);
    let name = title.into_iter().find(|title| !title.is_empty()).unwrap_or_else(|| {
        let number =
            place.parse::<usize>().map_or_else(|_| place.to_string(), |place| (place + 1).to_string());
        Message::new(Key::EditorNumbered).with("number", number).say(language)
    });
    let points = element.get("max").map_or_else(String::new, |max| {
        Message::new(Key::EditorPoints).with("points", max.to_string()).say(language)
    });
    let statuses = ["status", "points_status", "rule_status"].into_iter().filter_map(|one| element.get(one));
    let is_open = |status: &Value| {
        serde_json::from_value::<Status>(status.clone()).is_ok_and(|status| !status.is_verified())
    };
    ElementLine {
        name: [text(element, "no"), name.as_str()].join(" ").trim().to_string(),
        points,
        is_star: element.get("star").and_then(Value::as_bool).unwrap_or(false),
        is_unverified: statuses.into_iter().any(is_open),
    }
}

/// What adds an element to a list, and the pointer that it will have.
pub fn add(form: &Value, spec: &ListSpec, list: &str) -> (RubricEdit, String) {
    let new = template(spec.template, form, list);
    match form.pointer(list) {
        Some(Value::Array(known)) => {
            (RubricEdit::Value(format!("{list}/-"), new), format!("{list}/{}", known.len()))
        }
        Some(Value::Object(known)) => {
            let free = (1..).map(|number| format!("own-{number}")).find(|key| !known.contains_key(key));
            let pointer = format!("{list}/{}", free.unwrap_or_default());
            (RubricEdit::Value(pointer.clone(), new), pointer)
        }
        _ => (RubricEdit::Value(list.to_string(), json!([new])), format!("{list}/0")),
    }
}

/// What removes an element.
pub fn remove(form: &Value, pointer: &str) -> RubricEdit {
    let list = pointer.rsplit_once('/').map_or("", |(list, _)| list);
    match form.pointer(list) {
        Some(Value::Object(_)) => RubricEdit::Value(pointer.to_string(), Value::Null),
        _ => RubricEdit::Remove(pointer.to_string()),
    }
}
