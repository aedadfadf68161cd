//! 评分标准, rubrics of water-saving certification: the rules as data, the score with its reasons, the cheapest way to the line.
//!
//! A [`Rubric`] is data of a versioned form; [`problems`] names everything that is wrong with one. [`score`] puts [`Answers`]
//! to it, and [`plan`] finds the cheapest measures that reach its pass line. Whoever asks tells which metrics there are.

mod answers;
mod basis;
mod chance;
mod check;
mod difference;
mod form;
pub mod form_spec;
mod item;
mod next;
mod loss;
mod open;
mod people_count;
mod planner;
mod points;
mod problem;
mod rule;
#[cfg(test)]
mod schema;
mod score;
mod scoring;
mod scoring_form;
mod toml_as_json;
mod wording;

pub use answers::{Answer, Answers, Given, Reading, Standing};
pub use basis::{Basis, Compared};
pub use chance::chance_to_pass;
pub use check::problems;
pub use difference::{Aspect, Difference, DifferenceKind, Part, difference};
pub use form::{
    Document, Effective, FORM, Grade, Group, Meaning, Mode, NotApplicable, PartialSteps, Partly, Pass,
    Policy, Prerequisite, Question, QuestionOption, Rubric, StarRule,
};
pub use item::{Item, Section, Variant};
pub use loss::{Loss, Losses, losses};
pub use next::{NextStep, Requirement, next_steps};
pub use open::{FormFault, open_rubric, open_rubric_json, save_rubric};
pub use people_count::{PeopleCount, PeopleWeights};
pub use planner::{
    Change, Effect, Frontier, JointEffect, MOST_JOINT, Measure, Plan, PlanFault, plan, plan_jointly,
};
pub use points::Points;
pub use problem::{RubricProblem, RubricProblemKind};
pub use rule::{holds, level};
pub use score::{
    Hindrance, ItemScore, ItemStanding, OfficialScore, PrerequisiteScore, Score, SectionScore, Verdict,
    official_score, score,
};
pub use scoring::{Condition, CountOption, Direction, Measured, PointsOption, Relation, Scoring, Step};
pub use wording::{When, Wording};
