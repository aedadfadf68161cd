//! What is wrong with a rubric of one's own, each with the way to it.

use crate::catalog;
use crate::ledger::RubricFields;
use crate::rubric::{Rubric, RubricProblem, Wording};
use crate::show::certification::item_title;
use crate::text::{Key, Language, Message};

/// Something wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubricFinding {
    /// What is wrong, where, and what to change.
    pub sentence: String,
    /// The pointer of the place.
    pub pointer: String,
}

/// Everything that is wrong, in words.
pub fn findings(rubric: &Rubric, language: Language) -> Vec<RubricFinding> {
    let finding = |problem: RubricProblem| {
        let (pointer, name) = place(rubric, &problem.place, language);
        let sentence = RubricProblem { place: name, kind: problem.kind }.message().say(language);
        RubricFinding { sentence, pointer }
    };
    catalog::rubric_problems(rubric).into_iter().map(finding).collect()
}

/// The pointer of a problem's place, and what a person calls the place.
fn place(rubric: &Rubric, place: &str, language: Language) -> (String, String) {
    let general = |pointer: &str, name: Key| (pointer.to_string(), name.say(language).to_string());
    match place {
        "title" => return general("/title/zh", Key::FieldTitle),
        "total" => return general("/total", Key::RubricTotal),
        "pass" => return general("/pass/min_score", Key::RubricPassLine),
        "star_rule" => return general("/star_rule", Key::FieldStarRule),
        "not_applicable" => return general("/not_applicable/policy", Key::FieldPolicy),
        "people_count" => return general("/people_count", Key::PeopleTitle),
        "sources" => return general("/sources", Key::ListSources),
        _ => {}
    }
    if let Some(number) = place.strip_prefix("grade ").and_then(|number| number.parse::<usize>().ok()) {
        let grade = number.checked_sub(1).and_then(|at| rubric.grades.get(at));
        let title = grade.map_or(place, |grade| grade.title.get(language));
        return (format!("/grade/{}", number.saturating_sub(1)), title.to_string());
    }
    found(rubric, place, language).unwrap_or_else(|| (String::new(), place.to_string()))
}

/// A part of the rubric by its name: an item behind its section, a section, a prerequisite, a question, a group.
fn found(rubric: &Rubric, place: &str, language: Language) -> Option<(String, String)> {
    let (first, item) = place.split_once('/').map_or((place, None), |(first, item)| (first, Some(item)));
    let named = |title: &str, id: &str| if title.is_empty() { id.to_string() } else { title.to_string() };
    if let Some(at) = rubric.sections.iter().position(|section| section.id == first) {
        let section = &rubric.sections[at];
        let title = named(section.title.get(language), first);
        let Some(item) = item else { return Some((format!("/section/{at}"), title)) };
        let place = section.items.iter().position(|one| one.id == item)?;
        let of = &section.items[place];
        let name = named(&item_title(of, language), item);
        return Some((format!("/section/{at}/item/{place}"), format!("{title} / {name}")));
    }
    let among = |list: &str, mut ids: &mut dyn Iterator<Item = (&String, &Wording)>| {
        let (at, (id, title)) = (&mut ids).enumerate().find(|(_, (id, _))| id.as_str() == first)?;
        Some((format!("/{list}/{at}"), named(title.get(language), id)))
    };
    among("prerequisite", &mut rubric.prerequisites.iter().map(|one| (&one.id, &one.title)))
        .or_else(|| among("question", &mut rubric.questions.iter().map(|one| (&one.id, &one.title))))
        .or_else(|| among("group", &mut rubric.groups.iter().map(|one| (&one.id, &one.title))))
}

/// What is said of a field whose text makes no sense there.
pub fn not_understood(fields: &RubricFields, pointer: &str) -> Option<Message> {
    if !fields.is_misunderstood(pointer) {
        return None;
    }
    let typed = fields.text(pointer);
    Some(match fields.understood(pointer) {
        value if value.is_empty() => Message::new(Key::EditorNotUnderstoodBlank).with("typed", typed),
        value => Message::new(Key::EditorNotUnderstood).with("typed", typed).with("value", value),
    })
}
