//! 用水人数, the count of people that a rubric's items rest on, and the rule behind it.

use super::rule::joined;
use crate::evaluate::ReviewResults;
use crate::institution::{PeopleKind, StandardPeople};
use crate::metric::{AnyMetric, Figure, Shape};
use crate::numeric::plain;
use crate::rubric::{PeopleCount, Rubric};
use crate::text::{Coded, Key, Language, Message};

/// A way to count people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonCount {
    /// 用水人数: whoever the rubric says nothing of counts one.
    People,
    /// 标准人数: whoever the rubric says nothing of counts as is usual.
    Standard,
}

impl PersonCount {
    /// What it is called.
    pub fn name(self) -> Key {
        match self {
            PersonCount::People => Key::PeopleTitle,
            PersonCount::Standard => Key::ResultStandardPeople,
        }
    }

    /// The count.
    pub fn figure(self, found: &ReviewResults) -> Option<&Figure> {
        match self {
            PersonCount::People => found.figures.people.as_ref(),
            PersonCount::Standard => found.figures.standard_people.as_ref(),
        }
    }

    /// What those count of whom the rubric says nothing.
    fn where_nothing_is_said(self, language: Language) -> String {
        match self {
            PersonCount::People => Key::PeopleByHeads.say(language).to_string(),
            PersonCount::Standard => {
                let weight = StandardPeople.inputs().iter().find(|input| input.key == "nonresident_weight");
                let usual = weight.and_then(|input| match input.shape {
                    Shape::Number(spec) => spec.default,
                    _ => None,
                });
                Message::new(Key::PeopleAsUsual)
                    .with("weight", usual.map(plain).unwrap_or_default())
                    .say(language)
            }
        }
    }
}

/// The counts that what the rubric measures rests on, so that a page shows those and no other. Most rubrics use one; without
/// any that does, people are counted one by one.
pub fn person_counts(found: &ReviewResults) -> Vec<PersonCount> {
    let is_used =
        |key: &str| found.indicators.iter().any(|one| one.inputs.iter().any(|one| one.input.key == key));
    match (is_used("people"), is_used("standard_people")) {
        (true, true) => vec![PersonCount::People, PersonCount::Standard],
        (false, true) => vec![PersonCount::Standard],
        (_, false) => vec![PersonCount::People],
    }
}

/// How people are counted under a rubric, sentence by sentence, each with whether it is still to be confirmed.
pub fn people_rule(
    rubric: Option<&Rubric>,
    counts: &[PersonCount],
    language: Language,
) -> Vec<(String, bool)> {
    let count = rubric.and_then(|rubric| rubric.people_count.as_ref());
    let mut rule: Vec<(String, bool)> = count.into_iter().flat_map(|count| said(count, language)).collect();
    let is_unsaid = |kind: &PeopleKind| count.is_none_or(|count| count.weights.of(*kind).is_none());
    if PeopleKind::ALL.iter().any(is_unsaid) {
        rule.extend(counts.iter().map(|count| (count.where_nothing_is_said(language), true)));
    }
    rule.push((Key::PeopleTypedWeight.say(language).to_string(), false));
    let open = count.and_then(|count| count.open.as_ref());
    rule.extend(open.map(|open| {
        let open = Message::new(Key::PeopleOpen).with("text", open.get(language));
        (open.say(language), false)
    }));
    rule
}

/// What the rubric itself says: the rule in words, and the weights.
pub(super) fn said(count: &PeopleCount, language: Language) -> Vec<(String, bool)> {
    let weights = PeopleKind::ALL.iter().filter_map(|kind| {
        let weight = Message::new(Key::PeopleWeight)
            .with_words("kind", kind.name())
            .with("weight", plain(count.weights.of(*kind)?));
        Some(weight.say(language))
    });
    let weights = joined(weights, language);
    let mut said = Vec::new();
    let text = count.text.get(language);
    if !text.is_empty() {
        said.push((text.to_string(), !count.status.is_verified()));
    }
    if !weights.is_empty() {
        let weights = Message::new(Key::PeopleWeights).with("weights", weights).say(language);
        said.push((weights, !count.weights_status().is_verified()));
    }
    said
}
