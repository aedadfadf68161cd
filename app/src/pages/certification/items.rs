//! 逐项自评: which items are shown, and the items by section.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::rubric::{rubric_of, standing};
use super::view::ReviewView;
use super::{evidence, item, score};
use crate::state::State;
use crate::widgets::{Line, unverified_mark};
use water_ledger::ledger::{AnswerColumn, PREREQUISITES, answer_row};
use water_ledger::rubric::{Prerequisite, Rubric, Section, Standing};
use water_ledger::show;
use water_ledger::show::certification::ItemFilter;
use water_ledger::text::{Key, Message};

/// The step.
pub fn tab(state: State, view: ReviewView) -> AnyView {
    let rubric = rubric_of(view);
    view! {
        <div class="work">
            <div class="entry-side">
                {move || match rubric.get() {
                    None => view! { <p class="quiet">{state.say(Key::RubricChooseFirst)}</p> }.into_any(),
                    // Only another rubric makes the list anew; an answer changes what it changes.
                    Some(rubric) => untrack(|| list(state, view, &rubric)),
                }}
            </div>
            {view.results(state, move |sheet, found| score::facts(state, sheet, found), move |sheet, found| score::more(state, sheet, found))}
        </div>
    }
    .into_any()
}

/// The items and prerequisites that the filter leaves out. It is settled when the filter is chosen: an item must not vanish
/// while it is answered.
#[derive(Clone, Copy)]
pub struct LeftOut(RwSignal<(bool, BTreeSet<String>)>);

impl LeftOut {
    fn set(self, ids: BTreeSet<String>) {
        self.0.update(|(round, before)| {
            *round = !*round;
            *before = ids;
        });
    }

    fn count(self) -> usize {
        self.0.with(|(_, ids)| ids.len())
    }

    /// The attribute that hides an element. The way to a place may have taken it off behind our back, so it is written anew each
    /// time that the filter is chosen: its two spellings mean the same.
    pub fn attribute(self, id: &str) -> impl Fn() -> Option<&'static str> + Send + Sync + use<> {
        let id = id.to_string();
        move || self.0.with(|(round, ids)| ids.contains(&id).then_some(if *round { "" } else { "hidden" }))
    }
}

fn list(state: State, view: ReviewView, rubric: &Rubric) -> AnyView {
    let left_out = LeftOut(RwSignal::default());
    view! {
        <div class="items-bar">{filter(state, view, rubric, left_out)}</div>
        {prerequisites(state, view, rubric, left_out)}
        {rubric.sections.iter().map(|one| section(state, view, rubric, one, left_out)).collect_view()}
    }
    .into_any()
}

fn filter(state: State, view: ReviewView, rubric: &Rubric, left_out: LeftOut) -> AnyView {
    let choose = move |event| {
        let code = event_target_value(&event);
        let filter = ItemFilter::ALL.into_iter().find(|filter| filter.code() == code).unwrap_or_default();
        left_out.set(view.with(|sheet, found| filter.left_out(sheet, found)).unwrap_or_default());
    };
    let all = rubric.items().count() + rubric.prerequisites.len();
    let shown = move || {
        let left = left_out.count();
        let message = Message::new(Key::FilterShown).with("shown", (all - left.min(all)).to_string());
        (left > 0).then(|| state.tell(&message.with("all", all.to_string())))
    };
    let option =
        |filter: ItemFilter| view! { <option value=filter.code()>{state.say(filter.name())}</option> };
    view! {
        <label>
            {state.say(Key::ItemsFilter)} " "
            <select id="item-filter" on:change=choose>{ItemFilter::ALL.map(option).collect_view()}</select>
        </label>
        <span class="quiet" role="status">{shown}</span>
    }
    .into_any()
}

fn section(state: State, view: ReviewView, rubric: &Rubric, section: &Section, left_out: LeftOut) -> AnyView {
    let language = state.language.get_untracked();
    let id = section.id.clone();
    let stands = Memo::new(move |_| {
        view.with(|_, found| show::certification::section_words(found, &id, language)).unwrap_or_default()
    });
    let words = |words: String| view! { <li>{words}</li> };
    let heading = format!("section-{}", section.id);
    let items = section.items.iter().filter_map(|one| item::item(state, view, rubric, one, left_out));
    view! {
        <section class="items" aria-labelledby=heading.clone()>
            <div class="section-head">
                <h2 id=heading.clone()>{section.title.get(language).to_string()}</h2>
                <ul class="stands">{move || stands.get().into_iter().map(words).collect_view()}</ul>
            </div>
            {items.collect_view()}
        </section>
    }
    .into_any()
}

/// The prerequisites with what proves them; they stand in the first step too, since missing one ends it.
fn prerequisites(state: State, view: ReviewView, rubric: &Rubric, left_out: LeftOut) -> Option<AnyView> {
    let prerequisites: Vec<AnyView> = rubric
        .prerequisites
        .iter()
        .filter_map(|one| prerequisite(state, view, rubric, one, left_out))
        .collect();
    (!prerequisites.is_empty()).then(|| {
        view! {
            <section class="items" aria-labelledby="gates-title">
                <div class="section-head"><h2 id="gates-title">{state.say(Key::GatesTitle)}</h2></div>
                {prerequisites}
            </section>
        }
        .into_any()
    })
}

fn prerequisite(
    state: State,
    view: ReviewView,
    rubric: &Rubric,
    prerequisite: &Prerequisite,
    left_out: LeftOut,
) -> Option<AnyView> {
    let row = view
        .typed(|sheet| answer_row(sheet, &PREREQUISITES, rubric, &prerequisite.id).map(|row| row.id))
        .flatten()?;
    let language = state.language.get_untracked();
    let id = prerequisite.id.clone();
    let stands = move || {
        let standing = view.with(|_, found| found.answers.prerequisites.get(&id).copied()).flatten();
        state.say(match standing {
            Some(Standing::Met) => Key::GateMet,
            Some(Standing::Missed) => Key::GateMissed,
            Some(Standing::NotApplicable) => Key::NotApplicable,
            None => Key::ItemOpen,
        })
    };
    let asked = prerequisite.id.clone();
    let proven = move || {
        view.with(|sheet, found| show::certification::prerequisite_evidence(sheet, found, &asked, language))
            .flatten()
    };
    let mark = (!prerequisite.status.is_verified())
        .then(|| unverified_mark(*state, prerequisite.title.get(language).to_string()));
    let (select, note) = standing(state, view, prerequisite, row);
    let law = prerequisite
        .note
        .as_ref()
        .map(|note| view! { <p class="quiet">{note.get(language).to_string()}</p> });
    let field = |column: AnswerColumn, key: Key| {
        let line = Line { label: state.say(key).to_string(), is_wide: true, ..Line::default() };
        view.cell(state, &PREREQUISITES, row, column).line(line)
    };
    let shown = view! {
        <details class="item" data-item=prerequisite.id.clone() hidden=left_out.attribute(&prerequisite.id)>
            <summary>
                <span class="item-title">{prerequisite.title.get(language).to_string()}</span>
                {mark}
                <span class="proven">{proven}</span>
                <span class="points">{stands}</span>
            </summary>
            <div class="item-body">
                <label><span class="visually-hidden">{state.say(Key::ColumnAnswer)}</span> {select}</label>
                {note}
                {law}
                <div class="entry-fields">
                    {field(AnswerColumn::Person, Key::ColumnPerson)}
                    {field(AnswerColumn::Note, Key::ColumnNote)}
                </div>
                {item::note_files(state, view, &PREREQUISITES, row, prerequisite.title.get(language))}
                {evidence::list(state, view, rubric, &prerequisite.id, &prerequisite.evidence)}
            </div>
        </details>
    };
    Some(shown.into_any())
}
