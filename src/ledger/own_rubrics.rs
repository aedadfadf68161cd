//! Rubrics of one's own: copies to edit, and files that were opened.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Refused, RubricFields};
use crate::quantity::read_number;
use crate::rubric::form_spec::RubricEdit;
use crate::rubric::{Rubric, open_rubric_json, save_rubric};

/// The identity of a rubric of one's own within a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RubricId(pub u32);

/// A rubric of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RubricSheet {
    /// Identity, kept through edits.
    pub id: RubricId,
    /// The rubric as it was understood last.
    pub rubric: Arc<Rubric>,
    /// What was typed where it is no sense, not yet, or another way to write what was understood, by the fields' pointers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub typed: BTreeMap<String, String>,
}

impl RubricSheet {
    /// The name by which a unit's year knows it.
    pub fn name(&self) -> String {
        format!("own-{}", self.id.0)
    }

    /// What stands in its fields.
    pub fn fields(&self) -> RubricFields {
        RubricFields { form: self.form().unwrap_or_default(), typed: self.typed.clone() }
    }

    /// The saved form, through its text: there is one writer and one reader of rubrics.
    fn form(&self) -> Option<Value> {
        serde_json::from_str(&save_rubric(&self.rubric)).ok()
    }

    /// Makes a change. What makes no sense is kept as typed, and the rubric stays as it was.
    pub(super) fn change(&mut self, edit: RubricEdit) -> Result<(), Refused> {
        let mut form = self.form().ok_or(Refused::Gone)?;
        match edit {
            RubricEdit::Text(pointer, text) if text.is_empty() => {
                put(&mut form, &pointer, Value::Null)?;
                let lean = without_empty_words(&form, &pointer);
                let rubric = lean.and_then(|lean| read(&lean)).or_else(|| read(&form));
                // What must be there stays, if empty.
                put(&mut form, &pointer, Value::String(String::new()))?;
                self.keep(rubric.or_else(|| read(&form)), pointer, text);
            }
            RubricEdit::Text(pointer, text) => {
                put(&mut form, &pointer, Value::String(text.clone()))?;
                self.keep(read(&form), pointer, text);
            }
            RubricEdit::Number(pointer, text) => {
                let value = match read_number(&text) {
                    Ok(Some(number)) => Some(serde_json::json!(number)),
                    Ok(None) => Some(Value::Null),
                    Err(_) => None,
                };
                let rubric = match value {
                    Some(value) => {
                        put(&mut form, &pointer, value)?;
                        read(&form)
                    }
                    None => None,
                };
                self.keep(rubric, pointer, text);
            }
            RubricEdit::Value(pointer, value) => {
                put(&mut form, &pointer, value)?;
                self.understand(&form)?;
                let below = format!("{pointer}/");
                self.typed.retain(|typed, _| *typed != pointer && !typed.starts_with(&below));
            }
            RubricEdit::Remove(pointer) => {
                let (list, at) = element(&mut form, &pointer)?;
                list.remove(at);
                self.understand(&form)?;
                self.follow(&pointer, |place| match place.cmp(&at) {
                    Ordering::Less => Some(place),
                    Ordering::Equal => None,
                    Ordering::Greater => Some(place - 1),
                });
            }
            RubricEdit::Move(pointer, by) => {
                let (list, from) = element(&mut form, &pointer)?;
                let to = from.saturating_add_signed(by).min(list.len() - 1);
                let moved = list.remove(from);
                list.insert(to, moved);
                self.understand(&form)?;
                self.follow(&pointer, |place| {
                    Some(match place {
                        place if place == from => to,
                        place if from < place && place <= to => place - 1,
                        place if to <= place && place < from => place + 1,
                        place => place,
                    })
                });
            }
        }
        Ok(())
    }

    /// Keeps the rubric that a typed text makes; where it makes none, or says the same in another way, the text itself.
    fn keep(&mut self, rubric: Option<Rubric>, pointer: String, text: String) {
        let is_understood = rubric.is_some();
        if let Some(rubric) = rubric {
            self.rubric = Arc::new(rubric);
        }
        self.typed.remove(&pointer);
        // `8.` is 8 already and on the way to 8.5.
        if !is_understood || self.fields().understood(&pointer) != text {
            self.typed.insert(pointer, text);
        }
    }

    fn understand(&mut self, form: &Value) -> Result<(), Refused> {
        self.rubric = Arc::new(read(form).ok_or(Refused::Gone)?);
        Ok(())
    }

    /// What was typed into the fields of a list's elements goes with them; `to` tells an element's new place.
    fn follow(&mut self, element: &str, to: impl Fn(usize) -> Option<usize>) {
        let Some((list, _)) = element.rsplit_once('/') else { return };
        let moved = |(pointer, text): (String, String)| {
            let of_list = pointer.strip_prefix(list).and_then(|rest| rest.strip_prefix('/'));
            let (place, field) = of_list.map_or(("", ""), |rest| rest.split_once('/').unwrap_or((rest, "")));
            let Ok(place) = place.parse::<usize>() else { return Some((pointer, text)) };
            Some((format!("{list}/{}/{field}", to(place)?).trim_end_matches('/').to_string(), text))
        };
        self.typed = std::mem::take(&mut self.typed).into_iter().filter_map(moved).collect();
    }
}

fn read(form: &Value) -> Option<Rubric> {
    open_rubric_json(&form.to_string()).ok()
}

/// The form without a text of two languages that is empty in both: where it need not be there, it is gone.
fn without_empty_words(form: &Value, pointer: &str) -> Option<Value> {
    let (words, _) = pointer.rsplit_once('/')?;
    let (owner, field) = words.rsplit_once('/')?;
    let is_blank = |value: &Value| value.as_str() == Some("");
    let languages = form.pointer(words)?.as_object()?;
    let is_empty =
        languages.iter().all(|(name, value)| matches!(name.as_str(), "zh" | "en") && is_blank(value));
    let mut lean = form.clone();
    lean.pointer_mut(owner)?.as_object_mut().filter(|_| is_empty)?.remove(field);
    Some(lean)
}

/// Puts a value into a field; nothing takes the field away.
fn put(form: &mut Value, pointer: &str, value: Value) -> Result<(), Refused> {
    let (parent, field) = pointer.rsplit_once('/').ok_or(Refused::Gone)?;
    if matches!(field, "zh" | "en") && form.pointer(parent).is_none() {
        // The first word of a text that was not there yet.
        put(form, parent, Value::Object(Default::default()))?;
    }
    let field = &field.replace("~1", "/").replace("~0", "~");
    match form.pointer_mut(parent).ok_or(Refused::Gone)? {
        Value::Object(fields) if value.is_null() => {
            fields.remove(field);
        }
        Value::Object(fields) => {
            fields.insert(field.to_string(), value);
        }
        Value::Array(list) if field == "-" => list.push(value),
        Value::Array(list) => {
            let at = field.parse::<usize>().ok().filter(|at| *at < list.len()).ok_or(Refused::Gone)?;
            list[at] = value;
        }
        _ => return Err(Refused::Gone),
    }
    Ok(())
}

/// The list that an element stands in, and its place there.
fn element<'f>(form: &'f mut Value, pointer: &str) -> Result<(&'f mut Vec<Value>, usize), Refused> {
    let (parent, field) = pointer.rsplit_once('/').ok_or(Refused::Gone)?;
    let list = form.pointer_mut(parent).and_then(Value::as_array_mut).ok_or(Refused::Gone)?;
    let at = field.parse::<usize>().ok().filter(|at| *at < list.len()).ok_or(Refused::Gone)?;
    Ok((list, at))
}
