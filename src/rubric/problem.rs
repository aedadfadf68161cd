//! What can be wrong with a rubric: a stable code, the place, the way out.

use super::Points;
use crate::text::{Key, Message};

/// Something wrong with a rubric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubricProblem {
    /// Where: `technical/t2`, `sources`, `pass`.
    pub place: String,
    /// What.
    pub kind: RubricProblemKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the sentences say what the numbers are")]
pub enum RubricProblemKind {
    /// A text lacks a language.
    MissingLanguage,
    /// A name stands twice.
    DuplicateId { id: String },
    /// A document that is not listed.
    UnknownSource { id: String },
    /// A group that is not there.
    UnknownGroup { id: String },
    /// A question that is not there.
    UnknownQuestion { id: String },
    /// An answer that its question does not offer.
    UnknownAnswer { id: String },
    /// Questions that wait for each other.
    QuestionCycle { id: String },
    /// A metric that the register does not know.
    UnknownMetric { id: String },
    /// A number without metric and words.
    NothingMeasured,
    /// A section's items do not add up to it.
    SectionSum { stated: Points, sum: Points },
    /// A group's sections do not add up to it.
    GroupSum { stated: Points, sum: Points },
    /// The sections do not add up to the total.
    TotalSum { stated: Points, sum: Points },
    /// A section without items.
    NoItems,
    /// An item without a rule, or with a rule beside its variants.
    NoSingleRule,
    /// A rule without conditions, rows or options.
    EmptyRule,
    /// Rows or ends that do not run one way.
    NotMonotone,
    /// A step that is not above zero.
    BadStep,
    /// Points below zero.
    NegativePoints,
    /// A group of people that counts less than nothing.
    NegativeWeight,
    /// No answer gives the item's maximum.
    Unreachable { best: Points, max: Points },
    /// An answer gives more than the item's maximum.
    AboveMax { best: Points, max: Points },
    /// A pass line or a band that no score reaches.
    LineAboveTotal { line: Points, total: Points },
    /// A star, and no rule for stars.
    StarWithoutRule,
    /// Points, or a rule for points, where everything must hold.
    PointsInPassFail,
}

use RubricProblemKind as Kind;

impl RubricProblem {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            Kind::MissingLanguage => "missing_language",
            Kind::DuplicateId { .. } => "duplicate_id",
            Kind::UnknownSource { .. } => "unknown_source",
            Kind::UnknownGroup { .. } => "unknown_group",
            Kind::UnknownQuestion { .. } => "unknown_question",
            Kind::UnknownAnswer { .. } => "unknown_answer",
            Kind::QuestionCycle { .. } => "question_cycle",
            Kind::UnknownMetric { .. } => "unknown_metric",
            Kind::NothingMeasured => "nothing_measured",
            Kind::SectionSum { .. } => "section_sum",
            Kind::GroupSum { .. } => "group_sum",
            Kind::TotalSum { .. } => "total_sum",
            Kind::NoItems => "no_items",
            Kind::NoSingleRule => "no_single_rule",
            Kind::EmptyRule => "empty_rule",
            Kind::NotMonotone => "not_monotone",
            Kind::BadStep => "bad_step",
            Kind::NegativePoints => "negative_points",
            Kind::NegativeWeight => "negative_weight",
            Kind::Unreachable { .. } => "unreachable_points",
            Kind::AboveMax { .. } => "points_above_max",
            Kind::LineAboveTotal { .. } => "line_above_total",
            Kind::StarWithoutRule => "star_without_rule",
            Kind::PointsInPassFail => "points_in_pass_fail",
        }
    }

    /// What is wrong, where, and what to change.
    pub fn message(&self) -> Message {
        let key = match &self.kind {
            Kind::MissingLanguage => Key::RubricMissingLanguage,
            Kind::DuplicateId { .. } => Key::RubricDuplicateId,
            Kind::UnknownSource { .. } => Key::RubricUnknownSource,
            Kind::UnknownGroup { .. } => Key::RubricUnknownGroup,
            Kind::UnknownQuestion { .. } => Key::RubricUnknownQuestion,
            Kind::UnknownAnswer { .. } => Key::RubricUnknownAnswer,
            Kind::QuestionCycle { .. } => Key::RubricQuestionCycle,
            Kind::UnknownMetric { .. } => Key::RubricUnknownMetric,
            Kind::NothingMeasured => Key::RubricNothingMeasured,
            Kind::SectionSum { .. } => Key::RubricSectionSum,
            Kind::GroupSum { .. } => Key::RubricGroupSum,
            Kind::TotalSum { .. } => Key::RubricTotalSum,
            Kind::NoItems => Key::RubricNoItems,
            Kind::NoSingleRule => Key::RubricNoSingleRule,
            Kind::EmptyRule => Key::RubricEmptyRule,
            Kind::NotMonotone => Key::RubricNotMonotone,
            Kind::BadStep => Key::RubricBadStep,
            Kind::NegativePoints => Key::RubricNegativePoints,
            Kind::NegativeWeight => Key::RubricNegativeWeight,
            Kind::Unreachable { .. } => Key::RubricUnreachable,
            Kind::AboveMax { .. } => Key::RubricAboveMax,
            Kind::LineAboveTotal { .. } => Key::RubricLineAboveTotal,
            Kind::StarWithoutRule => Key::RubricStarWithoutRule,
            Kind::PointsInPassFail => Key::RubricPointsInPassFail,
        };
        let message = Message::new(key).with("place", self.place.clone());
        match &self.kind {
            Kind::DuplicateId { id }
            | Kind::UnknownSource { id }
            | Kind::UnknownGroup { id }
            | Kind::UnknownQuestion { id }
            | Kind::UnknownAnswer { id }
            | Kind::QuestionCycle { id }
            | Kind::UnknownMetric { id } => message.with("id", id.clone()),
            Kind::SectionSum { stated, sum }
            | Kind::GroupSum { stated, sum }
            | Kind::TotalSum { stated, sum } => {
                message.with("stated", stated.to_string()).with("sum", sum.to_string())
            }
            Kind::Unreachable { best, max } | Kind::AboveMax { best, max } => {
                message.with("best", best.to_string()).with("max", max.to_string())
            }
            Kind::LineAboveTotal { line, total } => {
                message.with("line", line.to_string()).with("total", total.to_string())
            }
            _ => message,
        }
    }
}
