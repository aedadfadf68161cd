//! Choosing the rubric, what applies, and the prerequisites, which come first.

use std::sync::Arc;

use leptos::prelude::*;

use super::{score, view::ReviewView};
use crate::catalog::RUBRICS;
use crate::ledger::{AnswerColumn, AnswerRow, Edit, Entry, ReviewEntry, ReviewSheet, ReviewTable, RowId};
use crate::report;
use crate::rubric::{Prerequisite, Question, Rubric};
use crate::text::Key;
use crate::web::state::State;

/// The step.
pub fn tab(state: State, view: ReviewView) -> AnyView {
    let rubric = rubric_of(view);
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="entry-fields">
                    {choice(state, view, ReviewEntry::Rubric)}
                    {choice(state, view, ReviewEntry::Other)}
                </p>
                {move || match rubric.get() {
                    // Only another rubric makes it anew; an answer changes what it changes.
                    Some(rubric) => untrack(|| described(state, view, &rubric)),
                    None => view! { <p class="quiet">{state.say(Key::RubricChooseFirst)}</p> }.into_any(),
                }}
            </div>
            {view.results(state, move |_, found| score::summary(state, found))}
        </div>
    }
    .into_any()
}

/// The rubric of a unit's year. What it asks changes with the rubric, not with each answer.
pub fn rubric_of(view: ReviewView) -> Memo<Option<Arc<Rubric>>> {
    Memo::new_with_compare(
        move |_| view.with(|_, found| found.rubric.clone()).flatten(),
        |a, b| place(a) != place(b),
    )
}

fn place(rubric: Option<&Option<Arc<Rubric>>>) -> Option<Option<*const Rubric>> {
    rubric.map(|rubric| rubric.as_ref().map(Arc::as_ptr))
}

/// One's own rubrics and those that come with the product.
fn choice(state: State, view: ReviewView, entry: ReviewEntry) -> AnyView {
    let language = state.language.get_untracked();
    let chosen = Memo::new(move |_| view.with(|sheet, _| sheet.entry(entry).to_string()).unwrap_or_default());
    let own = Memo::new(move |_| {
        state.ledger.with(|ledger| {
            let own = ledger.certification.rubrics.iter();
            own.map(|sheet| (sheet.name(), sheet.rubric.title.get(language).to_string())).collect::<Vec<_>>()
        })
    });
    let option = move |(code, name): (String, String)| {
        let value = code.clone();
        view! { <option value=value prop:selected=move || chosen.with(|typed| *typed == code)>{name}</option> }
            .into_any()
    };
    let shipped = RUBRICS.iter().map(|one| (one.id.to_string(), one.title.get(language).to_string()));
    let none = (String::new(), state.say(Key::ChooseClass).to_string());
    let at = Entry::Review(view.id, entry);
    let id = crate::web::pages::found::entry_id(at);
    let shipped: Vec<AnyView> = std::iter::once(none).chain(shipped).map(option).collect();
    view! {
        <label class="entry-field wide">
            <span>{state.say(entry.name())}</span>
            " "
            <select id=id on:change=move |event| state.edit(Edit::Set(at, event_target_value(&event)))>
                {shipped}
                {move || own.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

fn described(state: State, view: ReviewView, rubric: &Rubric) -> AnyView {
    let language = state.language.get_untracked();
    let facts = report::rubric_facts(rubric, language).into_iter().map(|(name, value, is_open)| {
        let mark = is_open
            .then(|| view! { " " <span class="mark unverified">{state.say(Key::MarkUnverified)}</span> });
        view! { <dt>{name}</dt> <dd>{value} {mark}</dd> }.into_any()
    });
    let rows = |table: fn(&ReviewSheet) -> &Vec<AnswerRow>, of: &str| {
        view.with(|sheet, _| table(sheet).iter().find(|row| row.of == of).map(|row| row.id)).flatten()
    };
    let questions: Vec<AnyView> = rubric
        .questions
        .iter()
        .filter_map(|one| Some(question(state, view, one, rows(|sheet| &sheet.questions, &one.id)?)))
        .collect();
    let gates: Vec<AnyView> = rubric
        .prerequisites
        .iter()
        .filter_map(|one| Some(gate(state, view, one, rows(|sheet| &sheet.gates, &one.id)?)))
        .collect();
    view! {
        <dl class="rubric-facts">{facts.collect_view()}</dl>
        {(!questions.is_empty()).then(|| view! {
            <section class="table-block"><h2>{state.say(Key::QuestionsTitle)}</h2><ol class="prerequisites">{questions}</ol></section>
        })}
        {(!gates.is_empty()).then(|| view! {
            <section class="table-block"><h2>{state.say(Key::GatesTitle)}</h2><ol class="prerequisites">{gates}</ol></section>
        })}
    }
    .into_any()
}

fn question(state: State, view: ReviewView, question: &Question, row: RowId) -> AnyView {
    let language = state.language.get_untracked();
    let options =
        question.options.iter().map(|one| (one.id.clone(), one.title.get(language).to_string())).collect();
    let asked = question.applies_when.clone();
    // A question that another answer rules out is not asked.
    let is_hidden = move || {
        let Some(when) = &asked else { return false };
        let answer = |sheet: &ReviewSheet| {
            sheet.questions.iter().any(|row| row.of == when.question && row.answer.trim() == when.is)
        };
        !view.with(|sheet, _| answer(sheet)).unwrap_or(false)
    };
    let select = select(state, view, ReviewTable::Questions, row, AnswerColumn::Answer, options);
    view! {
        <li hidden=is_hidden><label><span>{question.title.get(language).to_string()}</span> " " {select}</label></li>
    }
    .into_any()
}

fn gate(state: State, view: ReviewView, gate: &Prerequisite, row: RowId) -> AnyView {
    let language = state.language.get_untracked();
    let say = |key: Key| state.say(key).to_string();
    let mut options =
        vec![("met".to_string(), say(Key::GateMet)), ("missed".to_string(), say(Key::GateMissed))];
    if let Some(when) = &gate.not_applicable_when {
        options.push(("na".to_string(), format!("{} · {}", say(Key::NotApplicable), when.get(language))));
    }
    let mark = (!gate.status.is_verified())
        .then(|| view! { " " <span class="mark unverified">{state.say(Key::MarkUnverified)}</span> });
    let select = select(state, view, ReviewTable::Gates, row, AnswerColumn::Answer, options);
    view! {
        <li><label><span>{gate.title.get(language).to_string()} {mark}</span> " " {select}</label></li>
    }
    .into_any()
}

/// A choice typed into a cell of an answer's row.
pub fn select(
    state: State,
    view: ReviewView,
    table: ReviewTable,
    row: RowId,
    column: AnswerColumn,
    options: Vec<(String, String)>,
) -> AnyView {
    let column = column.index();
    let typed = view.cell(table, row, column);
    let problem = view.cell_problem(table, row, column);
    let id = crate::web::widgets::cell_id(crate::ledger::TableAt::Review(view.id, table), row, column);
    let option = |(code, name): (String, String)| {
        let value = code.clone();
        view! { <option value=value prop:selected=move || typed.with(|typed| typed.trim() == code)>{name}</option> }
            .into_any()
    };
    let none = (String::new(), state.say(Key::ChooseClass).to_string());
    let options: Vec<AnyView> = std::iter::once(none).chain(options).map(option).collect();
    view! {
        <select
            id=id
            aria-invalid=move || problem.get().map(|_| "true")
            on:change=move |event| view.set(state, table, row, column, event_target_value(&event))
        >
            {options}
        </select>
        {move || problem.get().map(|message| view! { <span class="field-problem">{state.tell(&message)}</span> })}
    }
    .into_any()
}
