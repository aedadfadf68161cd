//! What must be true for more points, in words.

use super::item_title;
use super::rule::compared;
use crate::evaluate::ReviewResults;
use crate::ledger::{ANSWERS, AnswerColumn, Place, Row, answer_row};
use crate::rubric::{NextStep, Points, next_steps};
use crate::text::Language;

/// A step to more points.
#[derive(Clone, Debug, PartialEq)]
pub struct NextLine {
    /// The item.
    pub item: String,
    /// What must be true.
    pub requirement: String,
    /// What it brings.
    pub gain: String,
    /// Where it is answered.
    pub place: Place,
}

/// What must be true for each further point, the largest gain first.
pub fn next_lines(sheet: &Row, found: &ReviewResults, language: Language) -> Vec<NextLine> {
    let (Some(rubric), Some(score)) = (found.rubric.as_deref(), &found.score) else { return Vec::new() };
    let line = |step: NextStep| {
        let item = rubric.item(&step.item)?;
        let row = answer_row(sheet, &ANSWERS, rubric, &item.id)?;
        Some(NextLine {
            item: item_title(item, language),
            place: ANSWERS.at(&[sheet.id]).cell(row.id, AnswerColumn::Answer),
            requirement: step
                .message(language, &|measured, op, at| compared(measured, op, at, language))
                .say(language),
            gain: if step.gain > Points::ZERO { format!("+{}", step.gain) } else { String::new() },
        })
    };
    next_steps(rubric, &found.answers, score).into_iter().filter_map(line).collect()
}
