//! The answers to a rubric, read from what was typed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::read::points;
use super::results::Indicator;
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{
    ANSWERS, AnswerColumn, EXPECTED_POINTS, MET, MISSED, NONE_HOLDS, NOT_APPLICABLE, PREREQUISITES, Place,
    QUESTIONS, Row, TableSpec, answer_row, measured_name,
};
use crate::metric::{Figure, Flag, Status};
use crate::rubric::{
    Answer, Answers, Given, Item, Points, Policy, Reading, Rubric, Scoring, Standing, holds,
};

/// Every answer that is one.
pub(super) fn read_answers(
    sheet: &Row,
    rubric: &Rubric,
    indicators: &[Indicator],
    problems: &mut Vec<Problem>,
) -> Answers {
    let mut answers = Answers::default();
    for question in &rubric.questions {
        let Some(row) = answer_row(sheet, &QUESTIONS, rubric, &question.id) else { continue };
        let typed = row[AnswerColumn::Answer].trim();
        match question.options.iter().find(|option| option.id == typed) {
            Some(option) => {
                answers.questions.insert(question.id.clone(), option.id.clone());
            }
            None if typed.is_empty() => {}
            None => problems.push(unknown(sheet, &QUESTIONS, row)),
        }
    }
    for prerequisite in &rubric.prerequisites {
        let Some(row) = answer_row(sheet, &PREREQUISITES, rubric, &prerequisite.id) else { continue };
        let standing = match row[AnswerColumn::Answer].trim() {
            "" => continue,
            MET => Standing::Met,
            MISSED => Standing::Missed,
            NOT_APPLICABLE => Standing::NotApplicable,
            _ => {
                problems.push(unknown(sheet, &PREREQUISITES, row));
                continue;
            }
        };
        if standing == Standing::NotApplicable && prerequisite.not_applicable_when.is_none() {
            problems.push(at(sheet, &PREREQUISITES, row, ProblemKind::CannotBeLeftOut));
        }
        answers.prerequisites.insert(prerequisite.id.clone(), standing);
    }
    for (_, item) in rubric.items() {
        // What is measured is an answer whether a row was made for the item or not.
        let row = answer_row(sheet, &ANSWERS, rubric, &item.id);
        match (given(rubric, item, row, indicators), row) {
            (Ok(given), row) => {
                let settled = given.map(|given| settled(item, given, row, indicators));
                let (given, kind) = settled.map_or((None, None), |(given, kind)| (Some(given), kind));
                problems.extend(kind.zip(row).map(|(kind, row)| at(sheet, &ANSWERS, row, kind)));
                answers.items.extend(given.map(|given| (item.id.clone(), given)));
            }
            (Err(kind), Some(row)) => problems.push(at(sheet, &ANSWERS, row, kind)),
            (Err(_), None) => {}
        }
    }
    answers
}

/// The points that assessors gave, by item.
pub(super) fn read_official_points(
    sheet: &Row,
    rubric: &Rubric,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, Points> {
    let mut given = BTreeMap::new();
    for (_, item) in rubric.items() {
        let Some(row) = answer_row(sheet, &ANSWERS, rubric, &item.id) else { continue };
        match points(&row[AnswerColumn::OfficialPoints], item.max) {
            Ok(typed) => given.extend(typed.map(|typed| (item.id.clone(), typed))),
            Err(kind) => {
                let place = cell(sheet, &ANSWERS, row, AnswerColumn::OfficialPoints);
                problems.push(Problem { place, kind });
            }
        }
    }
    given
}

/// What was answered to an item; nothing typed and nothing measured is no answer.
fn given(
    rubric: &Rubric,
    item: &Item,
    row: Option<&Arc<Row>>,
    indicators: &[Indicator],
) -> Result<Option<Given>, ProblemKind> {
    let typed = |column: AnswerColumn| row.map_or("", |row| row[column].trim());
    let variant = match typed(AnswerColumn::Variant) {
        "" => None,
        id if item.variants.iter().any(|one| one.id == id) => Some(id.to_string()),
        _ => return Err(ProblemKind::UnknownChoice),
    };
    let rule = item.rule(variant.as_deref());
    let answer = answer(rubric, item, rule, typed(AnswerColumn::Answer), indicators)?;
    Ok(answer.map(|answer| Given { variant, answer }))
}

/// An answer held against what is measured: where they disagree the measured numbers decide, unless a note gives the reason why
/// they should not.
fn settled(
    item: &Item,
    given: Given,
    row: Option<&Arc<Row>>,
    indicators: &[Indicator],
) -> (Given, Option<ProblemKind>) {
    let rule = item.rule(given.variant.as_deref());
    let said = rule.filter(|_| matches!(given.answer, Answer::Yes | Answer::No));
    let measured = said.and_then(|rule| Some((rule, numbers(item, rule, indicators)?)));
    let Some((rule, measured)) = measured else { return (given, None) };
    let disagrees =
        holds(rule, &measured).is_some_and(|by_numbers| by_numbers != (given.answer == Answer::Yes));
    let has_reason = row.is_some_and(|row| !row[AnswerColumn::Note].trim().is_empty());
    match (disagrees, has_reason) {
        (false, _) => (given, None),
        (true, true) => (given, Some(ProblemKind::AnsweredOtherwise)),
        (true, false) => (Given { answer: measured, ..given }, Some(ProblemKind::MeasuredOtherwise)),
    }
}

fn answer(
    rubric: &Rubric,
    item: &Item,
    rule: Option<&Scoring>,
    typed: &str,
    indicators: &[Indicator],
) -> Result<Option<Answer>, ProblemKind> {
    if typed == NOT_APPLICABLE {
        let allowed =
            rubric.not_applicable.policy != Policy::NotAllowed && item.not_applicable_when.is_some();
        return if allowed { Ok(Some(Answer::NotApplicable)) } else { Err(ProblemKind::CannotBeLeftOut) };
    }
    let Some(rule) = rule else { return Ok(None) };
    of_rule(item, rule, typed, indicators)
}

/// A text as the answer to a rule: `yes`, `no`, an option's name, several with commas between, points; for any rule points that are
/// expected.
pub(in crate::evaluate) fn of_rule(
    item: &Item,
    rule: &Scoring,
    typed: &str,
    indicators: &[Indicator],
) -> Result<Option<Answer>, ProblemKind> {
    if let Some(expected) = typed.strip_prefix(EXPECTED_POINTS) {
        return Ok(points(expected, item.max)?.map(Answer::Points));
    }
    let said = match typed {
        "yes" => Some(Answer::Yes),
        "no" => Some(Answer::No),
        _ => None,
    };
    Ok(match rule {
        Scoring::YesNo {} | Scoring::Manual {} | Scoring::AllOrNothing { .. } if said.is_some() => said,
        Scoring::YesNo {} if typed.is_empty() => None,
        Scoring::Choice { options } => match options.iter().find(|option| option.id == typed) {
            Some(option) => Some(Answer::Chosen(option.id.clone())),
            None if typed.is_empty() => None,
            None => return Err(ProblemKind::UnknownChoice),
        },
        Scoring::Count { options, .. } => match typed {
            "" => None,
            NONE_HOLDS => Some(Answer::Ticked(Default::default())),
            _ => {
                let ticked = typed.split(',').map(|id| id.trim().to_string()).collect();
                let known = |id: &String| options.iter().any(|option| option.id == *id);
                if !std::collections::BTreeSet::iter(&ticked).all(known) {
                    return Err(ProblemKind::UnknownChoice);
                }
                Some(Answer::Ticked(ticked))
            }
        },
        Scoring::Manual {} => points(typed, item.max)?.map(Answer::Points),
        _ if !typed.is_empty() => return Err(ProblemKind::UnknownChoice),
        _ => numbers(item, rule, indicators),
    })
}

/// Which of its rules an item's row chose.
pub(in crate::evaluate) fn variant(row: &Row) -> Option<String> {
    Some(row[AnswerColumn::Variant].trim().to_string()).filter(|typed| !typed.is_empty())
}

/// The numbers that a rule measures; no answer while none of them is known.
fn numbers(item: &Item, rule: &Scoring, indicators: &[Indicator]) -> Option<Answer> {
    let reading = |(at, measured)| {
        let name = measured_name(&item.id, at, measured);
        let indicator = indicators.iter().find(|indicator| indicator.name == name)?;
        indicator.figure.as_ref().map(reading)
    };
    let readings: Vec<Option<Reading>> = rule.measured().into_iter().enumerate().map(reading).collect();
    readings.iter().any(Option::is_some).then_some(Answer::Numbers(readings))
}

/// A figure as a rubric reads it.
pub(super) fn reading(figure: &Figure) -> Reading {
    let is_open = figure.flags().contains(&Flag::Unverified);
    let status = if is_open { Status::UnverifiedTextbook } else { Status::Verified };
    Reading { value: figure.value(), u: figure.u(), status }
}

fn cell(sheet: &Row, table: &'static TableSpec, row: &Row, column: AnswerColumn) -> Place {
    table.at(&[sheet.id]).cell(row.id, column)
}

fn at(sheet: &Row, table: &'static TableSpec, row: &Row, kind: ProblemKind) -> Problem {
    Problem { place: cell(sheet, table, row, AnswerColumn::Answer), kind }
}

fn unknown(sheet: &Row, table: &'static TableSpec, row: &Row) -> Problem {
    at(sheet, table, row, ProblemKind::UnknownChoice)
}
