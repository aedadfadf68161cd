//! Names: each once, each that is referred to there, none that waits for itself.

use std::collections::BTreeSet;

use super::found::Found;
use crate::rubric::{Question, Rubric, RubricProblemKind as Kind, When};

pub(super) fn check(rubric: &Rubric, found: &mut Found) {
    names(rubric, found);
    sources(rubric, found);
    conditions(rubric, found);
    for section in &rubric.sections {
        let unknown = section.group.as_ref().filter(|id| rubric.groups.iter().all(|group| group.id != **id));
        if let Some(id) = unknown {
            found.at(&section.id, Kind::UnknownGroup { id: id.clone() });
        }
    }
}

/// Items, prerequisites, sections, groups and questions each have names of their own; options within what they belong to.
fn names(rubric: &Rubric, found: &mut Found) {
    once("item", rubric.items().map(|(_, item)| item.id.as_str()), found);
    once("prerequisite", rubric.prerequisites.iter().map(|one| one.id.as_str()), found);
    once("section", rubric.sections.iter().map(|section| section.id.as_str()), found);
    once("group", rubric.groups.iter().map(|group| group.id.as_str()), found);
    once("question", rubric.questions.iter().map(|question| question.id.as_str()), found);
    for question in &rubric.questions {
        once(&question.id, question.options.iter().map(|option| option.id.as_str()), found);
    }
    for (section, item) in rubric.items() {
        let place = format!("{}/{}", section.id, item.id);
        once(&place, item.variants.iter().map(|variant| variant.id.as_str()), found);
        for rule in item.rules() {
            once(&place, super::rules::options(rule).into_iter(), found);
        }
    }
}

fn once<'a>(place: &str, ids: impl Iterator<Item = &'a str>, found: &mut Found) {
    let mut seen = BTreeSet::new();
    for id in ids {
        found.when(!seen.insert(id), place, Kind::DuplicateId { id: id.to_string() });
    }
}

fn sources(rubric: &Rubric, found: &mut Found) {
    let mut named = |place: &str, source: Option<&String>| {
        if let Some(id) = source.filter(|id| !rubric.sources.contains_key(*id)) {
            found.at(place, Kind::UnknownSource { id: id.clone() });
        }
    };
    named("effective", rubric.effective.source.as_ref());
    named("pass", rubric.pass.source.as_ref());
    named("star_rule", rubric.star_rule.iter().flat_map(|rule| &rule.source).next());
    named("not_applicable", rubric.not_applicable.source.as_ref());
    named("people_count", rubric.people_count.iter().flat_map(|count| &count.source).next());
    for one in &rubric.prerequisites {
        for source in one.also.iter().chain([&one.source]) {
            named(&one.id, Some(source));
        }
    }
    for section in &rubric.sections {
        named(&section.id, Some(&section.source));
        for item in &section.items {
            named(&format!("{}/{}", section.id, item.id), Some(&item.source));
        }
    }
}

fn conditions(rubric: &Rubric, found: &mut Found) {
    let mut asked = |place: &str, when: Option<&When>| {
        let Some(When { question: id, is }) = when else { return };
        match rubric.questions.iter().find(|question| question.id == *id) {
            None => found.at(place, Kind::UnknownQuestion { id: id.clone() }),
            Some(question) => {
                let offered = question.options.iter().any(|option| option.id == *is);
                found.when(!offered, place, Kind::UnknownAnswer { id: is.clone() });
            }
        }
    };
    for question in &rubric.questions {
        asked(&question.id, question.applies_when.as_ref());
    }
    for section in &rubric.sections {
        asked(&section.id, section.applies_when.as_ref());
        for item in &section.items {
            asked(&format!("{}/{}", section.id, item.id), item.applies_when.as_ref());
        }
    }
    for question in &rubric.questions {
        found.when(
            waits_for_itself(question, rubric),
            &question.id,
            Kind::QuestionCycle { id: question.id.clone() },
        );
    }
}

fn waits_for_itself(start: &Question, rubric: &Rubric) -> bool {
    let before = |question: &Question| {
        let id = &question.applies_when.as_ref()?.question;
        rubric.questions.iter().find(|other| other.id == *id)
    };
    let mut at = before(start);
    // A way longer than there are questions has met one of them twice.
    for _ in 0..rubric.questions.len() {
        match at {
            Some(question) if question.id == start.id => return true,
            Some(question) => at = before(question),
            None => return false,
        }
    }
    false
}
