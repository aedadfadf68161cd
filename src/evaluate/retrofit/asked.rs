//! What a rubric asks of an institution, as measures change it: answers become better ones or are raised, and what is measured changes
//! as numbers do.

use std::sync::Arc;

use super::target::{Target, WITHIN};
use crate::evaluate::certification::{answer_of_rule, measure_unit, variant};
use crate::evaluate::{Indicator, ReviewResults};
use crate::ledger::{
    ANSWERS, AnswerColumn, Column, EXPECTED_POINTS, INDICATORS, IndicatorColumn, MET, MISSED, NOT_APPLICABLE,
    PREREQUISITES, Place, Row, TableSpec, answer_row, asked_in,
};
use crate::metric::{Figure, Shape};
use crate::quantity::{Unit, read_number};
use crate::rubric::{
    Answer, Given, Item, ItemStanding, Mode, Points, Rubric, Score, Scoring, Standing, Wording, level,
};
use crate::text::{Key, Language, Words};

/// What becomes of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum AnswerChange {
    /// So many points more than it has.
    Raise(Points),
    /// This answer, as it is kept, where it is a better one.
    Becomes(String),
}

/// Everything that a rubric asks, on a sheet that has a row for each: prerequisites, items, what is measured.
pub(super) fn asked(sheet: &Arc<Row>, rubric: &Rubric, found: &ReviewResults) -> Vec<Target> {
    let target = |place: Place, id: &str, title: Wording| Target {
        place,
        column: place.column.unwrap_or(AnswerColumn::Answer.spec()),
        row: id.to_string(),
        called: &[],
        title: Some(title),
        unit: Unit::One,
        while_blank: None,
    };
    let answer = |table: &'static TableSpec, id: &str, title: &Wording| {
        let row = answer_row(sheet, table, rubric, id)?;
        let named = |title: &str| [id, title].join(" ");
        let title =
            Wording { zh: named(title.get(Language::Chinese)), en: named(title.get(Language::English)) };
        Some(target(table.at(&[sheet.id]).cell(row.id, AnswerColumn::Answer), id, title))
    };
    let prerequisites = rubric.prerequisites.iter();
    let mut all: Vec<Target> =
        prerequisites.filter_map(|one| answer(&PREREQUISITES, &one.id, &one.title)).collect();
    all.extend(rubric.items().filter_map(|(_, item)| answer(&ANSWERS, &item.id, &item.title)));
    for indicator in &found.indicators {
        let number = |input: &str, id: &str, title: Wording, unit: Unit, now: Option<Figure>| {
            let is_of = |row: &&Arc<Row>| {
                asked_in(&row[IndicatorColumn::Of]) == indicator.name && &row[IndicatorColumn::Input] == input
            };
            let row = sheet.rows(&INDICATORS).iter().find(is_of)?;
            let place = INDICATORS.at(&[sheet.id]).cell(row.id, IndicatorColumn::Value);
            let unit = now.as_ref().map_or(unit, |figure| figure.quantity().unit);
            let while_blank = now.map(|figure| (figure.quantity(), figure.u()));
            Some(Target { unit, while_blank, ..target(place, id, title) })
        };
        let whole = title_of(indicator);
        let unit = indicator.metric.map_or(Unit::One, |metric| measure_unit(metric.info().output.measure));
        all.extend(number("", &indicator.name, whole.clone(), unit, indicator.figure.clone()));
        for one in &indicator.inputs {
            let (Shape::Number(spec) | Shape::Optional(spec)) = one.input.shape else { continue };
            let id = [indicator.name.as_str(), one.input.key].join("/");
            let title = within(&whole, one.input.name);
            all.extend(number(one.input.key, &id, title, measure_unit(spec.measure), one.offered.clone()));
        }
    }
    all
}

fn title_of(indicator: &Indicator) -> Wording {
    let of_metric = |words: Words| Wording { zh: words.zh.to_string(), en: words.en.to_string() };
    if let Some(label) = &indicator.label {
        return label.clone();
    }
    let title = indicator.metric.map(|metric| of_metric(metric.info().name)).unwrap_or_default();
    // Meters of several levels are measured alike.
    let level = indicator.name.split_once('@').map_or(String::new(), |(_, level)| format!("@{level}"));
    Wording { zh: title.zh + &level, en: title.en + &level }
}

fn within(whole: &Wording, input: Words) -> Wording {
    Wording { zh: [&whole.zh, input.zh].join(WITHIN), en: [&whole.en, input.en].join(WITHIN) }
}

/// What a row of answers is about.
pub(super) fn asked_of(sheet: &Row, place: Place) -> Option<String> {
    if ![&ANSWERS, &PREREQUISITES].contains(&place.table.spec) {
        return None;
    }
    let row = sheet.rows(place.table.spec).iter().find(|row| row.id == place.row)?;
    Some(asked_in(&row[AnswerColumn::Of]).to_string())
}

/// `+2` raises an item; else it is the answer that the item will have, as it is kept or as the rubric says it. A prerequisite will hold.
pub(super) fn read_answer(sheet: &Row, rubric: &Rubric, place: Place, typed: &str) -> Option<AnswerChange> {
    let row = sheet.rows(place.table.spec).iter().find(|row| row.id == place.row)?;
    if place.table.spec == &PREREQUISITES {
        return (!is_no(typed)).then(|| AnswerChange::Becomes(MET.to_string()));
    }
    let item = rubric.item(asked_in(&row[AnswerColumn::Of]))?;
    if let Some(raise) = typed.strip_prefix(['+', '＋']) {
        let points = Points::exactly(read_number(raise).ok()??)?;
        return (points >= Points::ZERO).then_some(AnswerChange::Raise(points));
    }
    let code = code_of(item.rule(variant(row).as_deref())?, typed);
    given(item, row, &code)?;
    Some(AnswerChange::Becomes(code))
}

/// An answer as it is kept: of an option its name, of yes and no the word.
fn code_of(rule: &Scoring, typed: &str) -> String {
    let option = match rule {
        Scoring::Choice { options } => {
            let is_label = |label: &Wording| label.zh.trim() == typed || label.en.trim() == typed;
            options.iter().find(|option| is_label(&option.label)).map(|option| option.id.as_str())
        }
        Scoring::Count { .. } => None,
        _ if is_no(typed) => Some("no"),
        _ if is_said(typed, [Key::AnswerYes, Key::ItemYes]) => Some("yes"),
        _ => None,
    };
    option.unwrap_or(typed).to_string()
}

/// Whether a text is one of the words for an answer, in either language.
fn is_said(typed: &str, words: [Key; 2]) -> bool {
    let is = |word: Key| Language::ALL.into_iter().any(|one| typed.eq_ignore_ascii_case(word.say(one)));
    words.into_iter().any(is)
}

fn is_no(typed: &str) -> bool {
    typed == MISSED || is_said(typed, [Key::AnswerNo, Key::ItemNo])
}

/// A text as the answer to an item; what is measured is changed by what it is measured from.
fn given(item: &Item, row: &Row, text: &str) -> Option<Given> {
    if text.is_empty() || text == NOT_APPLICABLE {
        return None;
    }
    let variant = variant(row);
    let answer = answer_of_rule(item, item.rule(variant.as_deref())?, text, &[]).ok()??;
    (!matches!(answer, Answer::Numbers(_))).then_some(Given { variant, answer })
}

/// Answers a sheet as changes of its answers make it: each item stands at the best of what it is and becomes, raised by all that raises
/// it, and never lower than it is; what does not apply stays so.
pub(super) fn answer(sheet: &mut Row, rubric: &Rubric, now: &Score, changes: &[(Place, &AnswerChange)]) {
    let mut done: Vec<Place> = Vec::new();
    for (place, _) in changes {
        if done.contains(place) {
            continue;
        }
        done.push(*place);
        let of_place = changes.iter().filter(|(other, _)| other == place).map(|(_, change)| *change);
        let row = sheet.rows(place.table.spec).iter().find(|row| row.id == place.row).cloned();
        let text = row.and_then(|row| answered(&row, rubric, now, &of_place.collect::<Vec<_>>()));
        if let Some(text) = text {
            sheet.set_at(*place, text);
        }
    }
}

/// What will stand in a row of answers; none where it stays.
fn answered(row: &Row, rubric: &Rubric, now: &Score, changes: &[&AnswerChange]) -> Option<String> {
    let id = asked_in(&row[AnswerColumn::Of]);
    if row.table() == &PREREQUISITES {
        let one = now.prerequisites.iter().find(|one| one.id == id)?;
        return (one.standing != Some(Standing::NotApplicable)).then(|| MET.to_string());
    }
    let item = rubric.item(id)?;
    let score = now.item(id).filter(|score| score.standing != ItemStanding::LeftOut)?;
    let mut best = (score.level(rubric.mode), None);
    let mut raise = Points::ZERO;
    for change in changes {
        match change {
            AnswerChange::Raise(points) => raise += *points,
            AnswerChange::Becomes(text) => {
                let reached = given(item, row, text).and_then(|given| level(rubric, item, &given));
                if let Some(reached) = reached.filter(|reached| *reached > best.0) {
                    best = (reached, Some(text.clone()));
                }
            }
        }
    }
    if raise == Points::ZERO {
        return best.1;
    }
    let expected = match rubric.mode {
        Mode::Points => (best.0 + raise).min(item.max),
        // Nothing counts but that it holds.
        Mode::PassFail => item.max,
    };
    Some(format!("{EXPECTED_POINTS}{expected}"))
}
