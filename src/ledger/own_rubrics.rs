//! Rubrics of one's own: copies to edit, and files that were opened.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::strict::strict_value;
use super::{Refused, RubricFields};
use crate::quantity::read_number;
use crate::rubric::form_spec::RubricEdit;
use crate::rubric::{Rubric, open_rubric_json, save_rubric};
use crate::text::{Language, Words};

/// The identity of a rubric of one's own within a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RubricId(pub u32);

/// A rubric of one's own. It is read when something asks for it, so that who opens no rubric loads no reader of them.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RubricSheet {
    /// Identity, kept through edits.
    pub id: RubricId,
    /// The saved form of the rubric as it was understood last.
    #[serde(rename = "rubric", deserialize_with = "strict_value")]
    form: Value,
    /// What was typed where it is no sense, not yet, or another way to write what was understood, by the fields' pointers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub typed: BTreeMap<String, String>,
    /// The rubric, once it was read.
    #[serde(skip)]
    read: OnceLock<Option<Arc<Rubric>>>,
}

/// Whether it was read before makes no difference.
impl PartialEq for RubricSheet {
    fn eq(&self, other: &RubricSheet) -> bool {
        self.id == other.id && self.form == other.form && self.typed == other.typed
    }
}

/// A change of a rubric with the code that makes it, which comes with the page where rubrics are edited.
#[derive(Clone)]
pub struct RubricChange {
    edit: RubricEdit,
    make: fn(&mut RubricSheet, RubricEdit) -> Result<(), Refused>,
}

impl RubricChange {
    /// The change that an edit makes.
    pub fn new(edit: RubricEdit) -> RubricChange {
        RubricChange { edit, make: RubricSheet::change }
    }

    /// The pointer of the field that is typed into, where it is one.
    pub(super) fn field(&self) -> Option<&str> {
        match &self.edit {
            RubricEdit::Text(pointer, _) | RubricEdit::Number(pointer, _) => Some(pointer),
            _ => None,
        }
    }

    pub(super) fn apply(self, sheet: &mut RubricSheet) -> Result<(), Refused> {
        (self.make)(sheet, self.edit)
    }
}

impl PartialEq for RubricChange {
    fn eq(&self, other: &RubricChange) -> bool {
        self.edit == other.edit
    }
}

impl std::fmt::Debug for RubricChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.edit.fmt(f)
    }
}

impl RubricSheet {
    /// A sheet of a saved form.
    pub(super) fn new(id: RubricId, form: Value) -> RubricSheet {
        RubricSheet { id, form, typed: BTreeMap::new(), read: OnceLock::new() }
    }

    /// The rubric as it was understood last; none where the document holds what is no rubric.
    pub fn rubric(&self) -> Option<Arc<Rubric>> {
        self.read.get_or_init(|| read(&self.form).map(Arc::new)).clone()
    }

    /// The name by which an institution's year knows it.
    pub fn name(&self) -> String {
        format!("own-{}", self.id.0)
    }

    /// Its title, as the form has it.
    pub fn title(&self, language: Language) -> String {
        let words = self.form.get("title");
        let title = words.and_then(|words| words.get(Words::new("zh", "en").get(language)));
        title.and_then(Value::as_str).unwrap_or_default().to_string()
    }

    /// What stands in its fields.
    pub fn fields(&self) -> RubricFields {
        RubricFields { form: self.form.clone(), typed: self.typed.clone() }
    }

    /// Makes a change. What makes no sense is kept as typed, and the rubric stays as it was.
    fn change(&mut self, edit: RubricEdit) -> Result<(), Refused> {
        let mut form = self.form.clone();
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
            self.hold(rubric);
        }
        self.typed.remove(&pointer);
        // `8.` is 8 already and on the way to 8.5.
        if !is_understood || self.fields().understood(&pointer) != text {
            self.typed.insert(pointer, text);
        }
    }

    fn understand(&mut self, form: &Value) -> Result<(), Refused> {
        self.hold(read(form).ok_or(Refused::Gone)?);
        Ok(())
    }

    fn hold(&mut self, rubric: Rubric) {
        self.form = form_of(&rubric);
        self.read = OnceLock::from(Some(Arc::new(rubric)));
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

/// The saved form of a rubric, through its text: there is one writer and one reader of rubrics.
pub(super) fn form_of(rubric: &Rubric) -> Value {
    serde_json::from_str(&save_rubric(rubric)).unwrap_or_default()
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
    let may_begin = matches!(field, "zh" | "en") || pointer.starts_with("/people_count/");
    if may_begin && form.pointer(parent).is_none() {
        // The first word of a text, or of the rule for counting people, that was not there yet.
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
