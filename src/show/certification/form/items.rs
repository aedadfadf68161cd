//! The tables of the form: questions, prerequisites, and item by item the score with its basis and evidence.

use std::sync::Arc;

use super::Form;
use super::head::marked;
use crate::evaluate::{Indicator, Problem, ProblemKind};
use crate::institution::NetworkLeakRate;
use crate::ledger::{
    ANSWERS, AnswerColumn, EvidenceColumn, PREREQUISITES, READY, Row, answer_row, evidence_row,
};
use crate::metric::{Flag, Metric};
use crate::quantity::Unit;
use crate::rubric::{Item, ItemScore, ItemStanding, Mode, Points, Prerequisite, Standing, Wording};
use crate::show::certification::{indicator_name, rule_words};
use crate::show::paper::{Block, Cell, Column, Section};
use crate::text::{Key, Message};

/// What was said of the institution, which decides what applies.
pub(super) fn questions(form: &Form) -> Option<Section> {
    let Form { writer, found, rubric, .. } = form;
    let line = |question: &crate::rubric::Question| {
        let chosen = found.answers.questions.get(&question.id)?;
        let option = question.options.iter().find(|option| option.id == *chosen)?;
        let answer = Cell::text(option.title.get(writer.language));
        Some((question.title.get(writer.language).to_string(), answer))
    };
    let values: Vec<(String, Cell)> = rubric.questions.iter().filter_map(line).collect();
    (!values.is_empty()).then(|| writer.section(Key::QuestionsTitle, vec![Block::Values(values)]))
}

/// 前提条件.
pub(super) fn prerequisites(form: &Form) -> Option<Section> {
    let Form { writer, rubric, .. } = form;
    let columns: [Column; 5] = [
        (Key::FieldNumber, None),
        (Key::FieldCondition, None),
        (Key::FormAnswer, None),
        (Key::FormEvidence, None),
        (Key::FormPerson, None),
    ];
    let row = |(place, prerequisite): (usize, &Prerequisite)| {
        let answer = answer_row(form.sheet, &PREREQUISITES, rubric, &prerequisite.id);
        vec![
            Cell::text((place + 1).to_string()),
            Cell::text(prerequisite.title.get(writer.language)),
            noted(standing(form, place, prerequisite), answer),
            Cell::text(evidence(form, &prerequisite.id, &prerequisite.evidence)),
            Cell::text(answer.map_or("", |row| row[AnswerColumn::Person].trim())),
        ]
    };
    let rows: Vec<Vec<Cell>> = rubric.prerequisites.iter().enumerate().map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let table = writer.table(writer.say(Key::FormGates), &columns, rows);
    Some(writer.section(Key::FormGates, vec![table]))
}

/// A cell with what was noted of an answer below it.
fn noted(cell: Cell, answer: Option<&Arc<Row>>) -> Cell {
    match answer.map_or("", |row| row[AnswerColumn::Note].trim()) {
        "" => cell,
        note => Cell { text: format!("{}\n{note}", cell.text), ..cell },
    }
}

fn standing(form: &Form, place: usize, prerequisite: &Prerequisite) -> Cell {
    let key = match form.score.prerequisites.get(place).and_then(|one| one.standing) {
        Some(Standing::Met) => Key::GateMet,
        Some(Standing::Missed) => Key::GateMissed,
        Some(Standing::NotApplicable) => Key::NotApplicable,
        None => Key::FormOpen,
    };
    let flags = if prerequisite.status.is_verified() { Vec::new() } else { vec![Flag::Unverified] };
    Cell { flags, ..Cell::text(form.writer.say(key)) }
}

/// The sections that apply, or may, item by item.
pub(super) fn sections(form: &Form) -> Vec<Section> {
    let Form { writer, rubric, score, .. } = form;
    let both = rubric.sections.iter().zip(&score.sections);
    let shown = both.filter(|(_, scored)| scored.applies != Some(false));
    shown
        .map(|(section, scored)| {
            let title = section.title.get(writer.language).to_string();
            let rows = section.items.iter().zip(&scored.items).enumerate();
            let rows = rows.map(|(place, (item, scored))| row(form, place, item, scored)).collect();
            let table = writer.table(title.clone(), columns(rubric.mode), rows);
            Section { title, blocks: vec![table], ..Section::default() }
        })
        .collect()
}

fn columns(mode: Mode) -> &'static [Column] {
    const POINTS: Option<Unit> = Some(Unit::One);
    match mode {
        Mode::Points => &[
            (Key::FieldNumber, None),
            (Key::FormItem, None),
            (Key::FormMax, POINTS),
            (Key::FormSelf, POINTS),
            (Key::FormBasis, None),
            (Key::FormEvidence, None),
            (Key::FormAssessor, POINTS),
            (Key::FormPerson, None),
        ],
        Mode::PassFail => &[
            (Key::FieldNumber, None),
            (Key::FormItem, None),
            (Key::FormAnswer, None),
            (Key::FormBasis, None),
            (Key::FormEvidence, None),
            (Key::FormPerson, None),
        ],
    }
}

fn row(form: &Form, place: usize, item: &Item, scored: &ItemScore) -> Vec<Cell> {
    let Form { writer, rubric, .. } = form;
    let number = if item.no.is_empty() { (place + 1).to_string() } else { item.no.clone() };
    let answer = answer_row(form.sheet, &ANSWERS, rubric, &item.id);
    let given = answer.map_or("", |row| row[AnswerColumn::OfficialPoints].trim());
    let own = match scored.standing {
        ItemStanding::Open => Cell::text(writer.say(Key::FormOpen)),
        ItemStanding::LeftOut => Cell::text(writer.say(Key::NotApplicable)),
        ItemStanding::Scored => own(form, scored),
    };
    let first = [Cell::text(number), Cell::text(described(form, item))];
    let basis = Cell::text(basis(form, item, scored, answer));
    let proof = Cell::text(evidence(form, &item.id, &item.evidence));
    let person = Cell::text(answer.map_or("", |row| row[AnswerColumn::Person].trim()));
    let rest = match rubric.mode {
        Mode::Points => {
            vec![Cell::text(item.max.to_string()), own, basis, proof, Cell::text(given), person]
        }
        Mode::PassFail => vec![own, basis, proof, person],
    };
    first.into_iter().chain(rest).collect()
}

fn own(form: &Form, scored: &ItemScore) -> Cell {
    let is_open = !scored.status.is_verified();
    match form.rubric.mode {
        Mode::Points => marked(scored.points, is_open),
        Mode::PassFail => {
            let key = if scored.holds { Key::FormHolds } else { Key::FormFails };
            Cell { text: form.writer.say(key), ..marked(Points::ZERO, is_open) }
        }
    }
}

/// The item and the rules that it is scored by.
fn described(form: &Form, item: &Item) -> String {
    let (rubric, language) = (form.rubric, form.writer.language);
    let star = if item.star { "★ " } else { "" };
    let title = format!("{star}{}", item.title.get(language));
    std::iter::once(title).chain(rule_words(rubric, item, language)).collect::<Vec<_>>().join("\n")
}

/// Why the item has its points: the rule that was chosen, what was compared, and what was noted.
fn basis(form: &Form, item: &Item, scored: &ItemScore, answer: Option<&Arc<Row>>) -> String {
    let writer = &form.writer;
    let chosen = form.found.answers.items.get(&item.id).and_then(|given| given.variant.as_ref());
    let variant = item.variants.iter().find(|one| Some(&one.id) == chosen);
    let mut lines: Vec<String> =
        variant.map(|variant| variant.when.get(writer.language).to_string()).into_iter().collect();
    lines.push(writer.tell(scored.basis.message(writer.language)));
    if scored.standing == ItemStanding::Scored {
        let indicators = form.found.indicators.iter().filter(|indicator| indicator.items.contains(&item.id));
        lines.extend(indicators.filter_map(|indicator| measured(form, indicator)));
    }
    let measures_leakage = form.found.indicators.iter().any(|indicator| {
        let is_leakage = indicator.metric.is_some_and(|metric| metric.info().id == NetworkLeakRate::INFO.id);
        is_leakage && indicator.items.contains(&item.id)
    });
    let contradicts = |problem: &&Problem| {
        if matches!(problem.kind, ProblemKind::NightAbove { .. } | ProblemKind::NightBelow { .. }) {
            return measures_leakage;
        }
        matches!(problem.kind, ProblemKind::MeasuredOtherwise | ProblemKind::AnsweredOtherwise)
            && problem.place.table.spec == &ANSWERS
            && answer.is_some_and(|row| problem.place.row == row.id)
    };
    lines.extend(
        form.found.problems.iter().filter(contradicts).map(|problem| writer.tell(problem.kind.message())),
    );
    lines
        .extend(answer.map(|row| row[AnswerColumn::Note].trim().to_string()).filter(|note| !note.is_empty()));
    lines.join("\n")
}

/// A measured number with its unit, its uncertainty and the number of its derivation.
fn measured(form: &Form, indicator: &Indicator) -> Option<String> {
    let writer = &form.writer;
    let value = writer.value(indicator.figure.as_ref()?);
    let u = if value.u.is_empty() { String::new() } else { format!(" ± {}", value.u) };
    let unit = if value.unit.is_empty() { String::new() } else { format!(" {}", value.unit) };
    let number = value.number.map_or_else(String::new, |number| format!(" [{number}]"));
    let message = Message::new(Key::FormMeasured)
        .with("name", indicator_name(indicator, writer.language))
        .with("value", format!("{}{u}{unit}{number}", value.text));
    Some(writer.tell(message))
}

/// 佐证材料, each with whether it is there and in which file, and below it what was noted.
fn evidence(form: &Form, of: &str, list: &[Wording]) -> String {
    let line = |(place, words): (usize, &Wording)| {
        let row = evidence_row(form.sheet, form.rubric, of, place);
        let state = match row.map_or("", |row| row[EvidenceColumn::State].trim()) {
            READY => Key::EvidenceReady,
            "partial" => Key::EvidencePartial,
            "missing" => Key::EvidenceMissing,
            _ => Key::FormUnchecked,
        };
        let file = row.map_or("", |row| row[EvidenceColumn::File].trim());
        let key = if file.is_empty() { Key::FormEvidenceLine } else { Key::FormEvidenceFile };
        let message = Message::new(key)
            .with("evidence", words.get(form.writer.language))
            .with_words("state", state.words())
            .with("file", file);
        let note = row.map(|row| row[EvidenceColumn::Note].trim().to_string());
        std::iter::once(form.writer.tell(message)).chain(note.filter(|note| !note.is_empty()))
    };
    list.iter().enumerate().flat_map(line).collect::<Vec<_>>().join("\n")
}
