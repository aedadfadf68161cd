//! Answers to a rubric, checked into its terms: what was typed and the evidence are kept elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::{Points, Rubric, When};
use crate::metric::Status;

/// What has been answered so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// The option chosen, by question.
    pub questions: BTreeMap<String, String>,
    /// How each prerequisite stands.
    pub prerequisites: BTreeMap<String, Standing>,
    /// The answer to each item.
    pub items: BTreeMap<String, Given>,
}

/// How a prerequisite stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Met,
    /// It does not.
    Missed,
    /// It does not apply.
    NotApplicable,
}

/// The answer to an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Which of the item's rules was chosen, where it has several.
    pub variant: Option<String>,
    /// The answer.
    pub answer: Answer,
}

impl From<Answer> for Given {
    fn from(answer: Answer) -> Given {
        Given { variant: None, answer }
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// This option holds.
    Chosen(String),
    /// These numbers, in the order in which the rule measures; `None` where one is not known yet.
    Numbers(Vec<Option<Reading>>),
    /// These options hold.
    Ticked(BTreeSet<String>),
    /// So many points, as whoever assesses says, or as is expected of a measure.
    Points(Points),
    /// The item does not apply.
    NotApplicable,
}

impl Answer {
    /// The weakest of what its numbers rest on.
    pub(super) fn status(&self) -> Status {
        let Answer::Numbers(numbers) = self else { return Status::Verified };
        numbers.iter().flatten().map(|number| number.status).fold(Status::Verified, Status::max)
    }

    /// One number without uncertainty.
    pub fn number(value: f64) -> Answer {
        Answer::Numbers(vec![Some(Reading { value, u: 0.0, status: Status::Verified })])
    }
}

/// A number with its standard uncertainty, both in the metric's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The number.
    pub value: f64,
    /// Zero when nothing is known of it.
    pub u: f64,
    /// The weakest of what the number itself rests on.
    pub status: Status,
}

impl Answers {
    /// Whether what a condition asks for holds; `None` while that is open. A question that is not asked has no answer.
    pub(super) fn hold(&self, rubric: &Rubric, when: Option<&When>) -> Option<bool> {
        self.hold_within(rubric, when, rubric.questions.len())
    }

    fn hold_within(&self, rubric: &Rubric, when: Option<&When>, depth: usize) -> Option<bool> {
        let Some(When { question, is }) = when else { return Some(true) };
        let asked = rubric.questions.iter().find(|one| one.id == *question);
        // Questions that wait for each other, or are not there, are never asked.
        let (Some(asked), Some(depth)) = (asked, depth.checked_sub(1)) else { return Some(false) };
        match self.hold_within(rubric, asked.applies_when.as_ref(), depth) {
            Some(true) => self.questions.get(question).map(|chosen| chosen == is),
            other => other,
        }
    }
}
