//! How a plan changes what is judged: rates against what is asked of them, a score item by item.

use crate::evaluate::{RetrofitPlan, Subject};
use crate::metric::Figure;
use crate::rubric::{ItemScore, Score};
use crate::show::Mark;
use crate::show::plant::{JudgedRate, judged_rates};
use crate::text::{Key, Language, Message};

/// A rate that something is asked of, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct RateChange {
    /// What it is called, with what it is of.
    pub name: String,
    /// What is asked.
    pub requirement: Message,
    /// Before and after, each with how it stands.
    pub sides: [(Figure, Option<Mark>); 2],
}

/// Points before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreChange {
    /// The item; the whole score where it is called so.
    pub name: String,
    /// Points before, after, and the most there are.
    pub points: [String; 3],
}

/// Every rate of a plant that something is asked of.
pub fn rate_changes(found: &RetrofitPlan, language: Language) -> Vec<RateChange> {
    let judged = |subject: &dyn Subject| subject.plant().map(|found| judged_rates(subject.sheet(), found));
    let both = found.before.as_deref().and_then(judged).zip(found.after.as_deref().and_then(judged));
    let Some((before, after)) = both else { return Vec::new() };
    let changed = |one: &JudgedRate| {
        let requirement = one.requirement.clone()?;
        let is_same = |other: &&JudgedRate| {
            (other.name, &other.of) == (one.name, &one.of) && other.requirement == one.requirement
        };
        let other = after.iter().find(is_same)?;
        Some(RateChange {
            name: one.title(language),
            requirement,
            sides: [(one.figure.clone(), one.mark()), (other.figure.clone(), other.mark())],
        })
    };
    before.iter().filter_map(changed).collect()
}

/// The score of an institution, and every item whose points are others.
pub fn score_changes(found: &RetrofitPlan, language: Language) -> Vec<ScoreChange> {
    let of = |subject: &dyn Subject| {
        let review = subject.review()?;
        Some((review.rubric.clone()?, review.score.clone()?))
    };
    let both = found.before.as_deref().and_then(of).zip(found.after.as_deref().and_then(of));
    let Some(((rubric, before), (_, after))) = both else { return Vec::new() };
    let items = |score: &Score| -> Vec<ItemScore> {
        score.sections.iter().flat_map(|section| section.items.clone()).collect()
    };
    let mut changes = vec![ScoreChange {
        name: Key::ScoreTotal.say(language).to_string(),
        points: [before.total.to_string(), after.total.to_string(), after.applicable.to_string()],
    }];
    let later = items(&after);
    for one in items(&before) {
        let Some(other) = later.iter().find(|other| other.id == one.id) else { continue };
        if other.points == one.points {
            continue;
        }
        let Some(item) = rubric.item(&one.id) else { continue };
        let number = if item.no.is_empty() { &item.id } else { &item.no };
        changes.push(ScoreChange {
            name: [number, item.title.get(language)].join(" "),
            points: [one.points.to_string(), other.points.to_string(), one.max.to_string()],
        });
    }
    changes
}
