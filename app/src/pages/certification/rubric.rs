//! Choosing the rubric, what applies, and the prerequisites, which come first.

use std::sync::Arc;

use leptos::prelude::*;

use super::{score, view::ReviewView};
use crate::pages::sheet_view::shared;
use crate::state::State;
use crate::widgets::{Choices, or_none, unverified_mark};
use water_ledger::catalog::RUBRICS;
use water_ledger::ledger::{
    AnswerColumn, Column, MET, MISSED, NOT_APPLICABLE, PREREQUISITES, QUESTIONS, ReviewEntry, RowId,
    TableSpec, answer_row,
};
use water_ledger::rubric::{Prerequisite, Question, Rubric};
use water_ledger::show;
use water_ledger::text::Key;

/// The step.
pub fn tab(state: State, view: ReviewView) -> AnyView {
    let rubric = rubric_of(view);
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="entry-fields">
                    {rubric_choice(state, view, ReviewEntry::Rubric)}
                    {rubric_choice(state, view, ReviewEntry::Other)}
                </p>
                {move || match rubric.get() {
                    // Only another rubric makes it anew; an answer changes what it changes.
                    Some(rubric) => untrack(|| described(state, view, &rubric)),
                    None => view! { <p class="quiet">{state.say(Key::RubricChooseFirst)}</p> }.into_any(),
                }}
            </div>
            {view.results(state, move |sheet, found| score::facts(state, sheet, found), move |sheet, found| score::more(state, sheet, found))}
        </div>
    }
    .into_any()
}

/// The rubric of an institution's year. What it asks changes with the rubric, not with each answer.
pub fn rubric_of(view: ReviewView) -> Memo<Option<Arc<Rubric>>> {
    shared(move || view.with(|_, found| found.rubric.clone()).flatten())
}

/// One's own rubrics and those that come with the product.
fn rubric_choice(state: State, view: ReviewView, entry: ReviewEntry) -> AnyView {
    let language = state.language.get_untracked();
    let own = Memo::new(move |_| {
        state.ledger.with(|ledger| {
            let own = ledger.rubrics.iter();
            own.map(|sheet| (sheet.name(), sheet.title(language))).collect::<Vec<_>>()
        })
    });
    let shipped = RUBRICS.iter().map(|one| (one.id.to_string(), one.title.get(language).to_string()));
    let shipped = or_none(state, Key::ChooseClass, shipped);
    let choices = Signal::derive(move || shipped.iter().cloned().chain(own.get()).collect::<Choices>());
    let label = state.say(entry.spec().heading).to_string();
    view.entry_field(state, entry).choice("entry-field wide", label, choices)
}

fn described(state: State, view: ReviewView, rubric: &Rubric) -> AnyView {
    let language = state.language.get_untracked();
    let facts =
        show::certification::rubric_facts(rubric, language).into_iter().map(|(name, value, is_open)| {
            let mark = is_open.then(|| unverified_mark(*state, name.to_string()));
            view! { <dt>{name}</dt> <dd>{value} " " {mark}</dd> }.into_any()
        });
    let row = |table: &'static TableSpec, asked: &str| {
        view.typed(|sheet| answer_row(sheet, table, rubric, asked).map(|row| row.id)).flatten()
    };
    let questions: Vec<AnyView> = rubric
        .questions
        .iter()
        .filter_map(|one| Some(question(state, view, rubric, one, row(&QUESTIONS, &one.id)?)))
        .collect();
    let prerequisites: Vec<AnyView> = rubric
        .prerequisites
        .iter()
        .filter_map(|one| Some(prerequisite(state, view, one, row(&PREREQUISITES, &one.id)?)))
        .collect();
    view! {
        <dl class="rubric-facts">{facts.collect_view()}</dl>
        {(!questions.is_empty()).then(|| view! {
            <section class="table-block"><h2>{state.say(Key::QuestionsTitle)}</h2><ol class="prerequisites">{questions}</ol></section>
        })}
        {(!prerequisites.is_empty()).then(|| view! {
            <section class="table-block"><h2>{state.say(Key::GatesTitle)}</h2><ol class="prerequisites">{prerequisites}</ol></section>
        })}
    }
    .into_any()
}

fn question(state: State, view: ReviewView, rubric: &Rubric, question: &Question, row: RowId) -> AnyView {
    let language = state.language.get_untracked();
    let options = question.options.iter().map(|one| (one.id.clone(), one.title.get(language).to_string()));
    let asked = question.applies_when.as_ref().map(|when| {
        let row = view
            .typed(|sheet| answer_row(sheet, &QUESTIONS, rubric, &when.question).map(|row| row.id))
            .flatten();
        let column = AnswerColumn::Answer;
        (row.map(|row| view.cell(state, &QUESTIONS, row, column).typed), when.is.clone())
    });
    // A question that another answer rules out is not asked.
    let is_hidden = move || match &asked {
        None => false,
        Some((answer, is)) => answer.is_none_or(|answer| answer.with(|answer| answer.trim() != is)),
    };
    let answer = view.cell(state, &QUESTIONS, row, AnswerColumn::Answer);
    let select = answer.select(or_none(state, Key::ChooseClass, options));
    view! {
        <li hidden=is_hidden><label><span>{question.title.get(language).to_string()}</span> " " {select}</label> {answer.note()}</li>
    }
    .into_any()
}

fn prerequisite(state: State, view: ReviewView, prerequisite: &Prerequisite, row: RowId) -> AnyView {
    let title = prerequisite.title.get(state.language.get_untracked()).to_string();
    let mark = (!prerequisite.status.is_verified()).then(|| unverified_mark(*state, title.clone()));
    let (select, note) = standing(state, view, prerequisite, row);
    view! { <li><label><span>{title} " " {mark}</span> " " {select}</label> {note}</li> }.into_any()
}

/// Whether a prerequisite holds, and the note of what is wrong with the answer.
pub fn standing(
    state: State,
    view: ReviewView,
    prerequisite: &Prerequisite,
    row: RowId,
) -> (AnyView, AnyView) {
    let say = |key: Key| state.say(key).to_string();
    let mut options = vec![(MET.to_string(), say(Key::GateMet)), (MISSED.to_string(), say(Key::GateMissed))];
    if let Some(when) = &prerequisite.not_applicable_when {
        let when = when.get(state.language.get_untracked());
        options.push((NOT_APPLICABLE.to_string(), format!("{} · {when}", say(Key::NotApplicable))));
    }
    let answer = view.cell(state, &PREREQUISITES, row, AnswerColumn::Answer);
    (answer.select(or_none(state, Key::ChooseClass, options)), answer.note())
}
