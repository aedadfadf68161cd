//! Item by item: what the rule asks, the answer, the points with their reason, the evidence.

use std::sync::Arc;

use leptos::prelude::*;

use super::rubric::{rubric_of, select};
use super::view::ReviewView;
use super::{evidence, facts, score};
use crate::ledger::{AnswerColumn, ReviewTable, RowId, TableAt};
use crate::report::{self, ItemLine};
use crate::rubric::{Item, Points, Policy, Rubric, Scoring, Section};
use crate::text::{Key, Message};
use crate::web::state::State;
use crate::web::widgets::cell_id;

/// Which items are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    All,
    Open,
    Unproven,
    Losing,
}

impl Filter {
    const ALL: [(Filter, &'static str, Key); 4] = [
        (Filter::All, "all", Key::FilterAll),
        (Filter::Open, "open", Key::FilterOpen),
        (Filter::Unproven, "unproven", Key::FilterUnproven),
        (Filter::Losing, "losing", Key::FilterLosing),
    ];
}

/// The step.
pub fn tab(state: State, view: ReviewView) -> AnyView {
    let rubric = rubric_of(view);
    let filter = RwSignal::new(Filter::All);
    let progress = move || {
        let progress = view.with(|sheet, found| report::progress(sheet, found, None)).unwrap_or_default();
        state.tell(
            &Message::new(Key::ItemsProgress)
                .with("answered", progress.answered.to_string())
                .with("items", progress.items.to_string())
                .with("ready", progress.ready.to_string())
                .with("evidence", progress.evidence.to_string()),
        )
    };
    let choose = move |event| {
        let typed = event_target_value(&event);
        let found = Filter::ALL.into_iter().find(|(_, code, _)| *code == typed);
        filter.set(found.map_or(Filter::All, |(filter, ..)| filter));
    };
    let options = move || {
        let option = |(_, code, name): (Filter, &'static str, Key)| view! { <option value=code>{state.say(name)}</option> };
        Filter::ALL.map(option).collect_view()
    };
    view! {
        <div class="work">
            <div class="entry-side">
                {move || match rubric.get() {
                    None => view! { <p class="quiet">{state.say(Key::RubricChooseFirst)}</p> }.into_any(),
                    // Only another rubric makes the list anew; an answer changes what it changes.
                    Some(rubric) => untrack(|| view! {
                        <div class="items-bar">
                            <p data-figure="progress" role="status">{progress}</p>
                            <label>{state.say(Key::ItemsFilter)} " " <select id="item-filter" on:change=choose>{options()}</select></label>
                        </div>
                        {rubric.sections.iter().map(|one| section(state, view, &rubric, one, filter)).collect_view()}
                    }
                    .into_any()),
                }}
            </div>
            {view.results(state, move |_, found| score::summary(state, found))}
        </div>
    }
    .into_any()
}

fn section(
    state: State,
    view: ReviewView,
    rubric: &Arc<Rubric>,
    section: &Section,
    filter: RwSignal<Filter>,
) -> AnyView {
    let language = state.language.get_untracked();
    let id = section.id.clone();
    let points = move || {
        let points = view.with(|_, found| report::section_points(found, &id)).flatten();
        points.map(|(points, most)| format!("{points} / {most}"))
    };
    let heading = format!("section-{}", section.id);
    let items = section.items.iter().filter_map(|one| item(state, view, rubric, one, filter));
    view! {
        <section class="items" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>
                {section.title.get(language).to_string()}
                {section.bonus.then(|| view! { " " <small>{state.say(Key::SectionBonus)}</small> })}
                " "
                <span class="points">{points}</span>
            </h2>
            {items.collect_view()}
        </section>
    }
    .into_any()
}

fn item(
    state: State,
    view: ReviewView,
    rubric: &Arc<Rubric>,
    item: &Item,
    filter: RwSignal<Filter>,
) -> Option<AnyView> {
    let language = state.language.get_untracked();
    let row = view.with(|sheet, _| sheet.answer(&item.id).map(|row| row.id)).flatten()?;
    let id = item.id.clone();
    let line = Memo::new(move |_| view.with(|_, found| report::item_line(found, &id, language)).flatten());
    let of = move |read: fn(&ItemLine) -> bool| line.with(|line| line.as_ref().is_some_and(read));
    let asked = item.clone();
    let is_shown = Memo::new(move |_| match filter.get() {
        Filter::All => true,
        Filter::Open => of(|line| line.is_open),
        Filter::Losing => of(|line| line.loses),
        Filter::Unproven => view.with(|sheet, _| report::is_unproven(sheet, &asked)).unwrap_or(false),
    });
    let points = move || line.with(|line| line.as_ref().map(|line| line.points.clone()));
    let basis = move || line.with(|line| line.as_ref().map(|line| line.basis.clone()));
    let mark = move || {
        of(|line| line.is_unverified)
            .then(|| view! { <span class="mark unverified">{state.say(Key::MarkUnverified)}</span> })
    };
    let rules = report::rule_words(item, language);
    let note = item.note.as_ref().map(|note| note.get(language).to_string());
    Some(
        view! {
            <details class="item" data-item=item.id.clone() hidden=move || !is_shown.get() open=of(|line| line.is_open)>
                <summary>
                    <span class="item-title">
                        {item.star.then_some("★ ")}
                        {report::item_title(item, language)}
                    </span>
                    {mark}
                    <span class="points" class:open=move || of(|line| line.is_open)>{points}</span>
                </summary>
                <div class="item-body">
                    {rules.into_iter().map(|rule| view! { <p class="quiet">{rule}</p> }.into_any()).collect_view()}
                    {note.map(|note| view! { <p class="quiet">{note}</p> })}
                    {left_out(state, view, rubric, item, row)}
                    {answer(state, view, item, row)}
                    <p class="basis-line" aria-live="polite">{basis}</p>
                    <p class="entry-fields">
                        {text(state, view, row, AnswerColumn::Assessed, state.say(Key::ColumnAssessed).to_string(), true)}
                        {text(state, view, row, AnswerColumn::Person, state.say(Key::ColumnPerson).to_string(), false)}
                        {text(state, view, row, AnswerColumn::Note, state.say(Key::ColumnNote).to_string(), false)}
                    </p>
                    {evidence::list(state, view, item)}
                </div>
            </details>
        }
        .into_any(),
    )
}

/// The box that leaves an item out, where the rubric allows it.
fn left_out(state: State, view: ReviewView, rubric: &Rubric, item: &Item, row: RowId) -> Option<AnyView> {
    let when = item.not_applicable_when.as_ref()?;
    if rubric.not_applicable.policy == Policy::NotAllowed {
        return None;
    }
    let typed = view.cell(ReviewTable::Answers, row, AnswerColumn::Answer.index());
    let words = Message::new(Key::ItemNotApplicable).with("when", when.get(state.language.get_untracked()));
    let toggle = move |event| {
        let answer = if event_target_checked(&event) { "na" } else { "" };
        view.set(state, ReviewTable::Answers, row, AnswerColumn::Answer.index(), answer.to_string());
    };
    Some(
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=move || typed.with(|typed| typed.trim() == "na") on:change=toggle/>
                " "
                {state.tell(&words)}
            </label>
        }
        .into_any(),
    )
}

/// What the item is answered with, as its rule asks.
fn answer(state: State, view: ReviewView, item: &Item, row: RowId) -> AnyView {
    let language = state.language.get_untracked();
    if !item.variants.is_empty() {
        let options =
            item.variants.iter().map(|one| (one.id.clone(), one.when.get(language).to_string())).collect();
        let variant = select(state, view, ReviewTable::Answers, row, AnswerColumn::Variant, options);
        let asked = item.clone();
        return view! {
            <label>{state.say(Key::ColumnVariant)} " " {variant}</label>
            {move || chosen(state, view, &asked, row)}
        }
        .into_any();
    }
    match &item.scoring {
        Some(rule) => of_rule(state, view, item, rule, row),
        None => ().into_any(),
    }
}

/// What the rule of the chosen variant asks for.
fn chosen(state: State, view: ReviewView, item: &Item, row: RowId) -> Option<AnyView> {
    let variant = view.cell(ReviewTable::Answers, row, AnswerColumn::Variant.index()).get();
    let rule = item.rule(Some(variant.trim()))?;
    Some(untrack(|| of_rule(state, view, item, rule, row)))
}

fn of_rule(state: State, view: ReviewView, item: &Item, rule: &Scoring, row: RowId) -> AnyView {
    let language = state.language.get_untracked();
    let say = |key: Key| state.say(key).to_string();
    let yes_no = vec![("yes".to_string(), say(Key::ItemYes)), ("no".to_string(), say(Key::ItemNo))];
    let choose = |options| select(state, view, ReviewTable::Answers, row, AnswerColumn::Answer, options);
    match rule {
        Scoring::YesNo {} => choose(yes_no),
        // Where everything must hold there are no points to enter.
        Scoring::Manual {} if item.max == Points::ZERO => choose(yes_no),
        Scoring::Choice { options } => {
            let worth = |one: &crate::rubric::PointsOption| {
                (one.id.clone(), format!("{} · {}", one.label.get(language), one.points))
            };
            choose(options.iter().map(worth).collect())
        }
        Scoring::Manual {} => {
            let name = Message::new(Key::ItemPoints).with("max", item.max.to_string());
            text(state, view, row, AnswerColumn::Answer, state.tell(&name), true)
        }
        Scoring::Count { options, .. } => {
            let options: Vec<(String, String)> =
                options.iter().map(|one| (one.id.clone(), one.label.get(language).to_string())).collect();
            count(state, view, row, options)
        }
        Scoring::AllOrNothing { .. } => {
            // Whoever has no numbers may say it outright.
            view! { {facts::of_item(state, view, &item.id)} {choose(yes_no)} }.into_any()
        }
        Scoring::Steps { .. } | Scoring::Linear { .. } | Scoring::Deduct { .. } => {
            facts::of_item(state, view, &item.id)
        }
    }
}

/// Boxes of which any may be ticked.
fn count(state: State, view: ReviewView, row: RowId, options: Vec<(String, String)>) -> AnyView {
    let typed = view.cell(ReviewTable::Answers, row, AnswerColumn::Answer.index());
    let ticked =
        move || typed.with(|typed| typed.split(',').map(|id| id.trim().to_string()).collect::<Vec<_>>());
    let set = move |answer: String| {
        view.set(state, ReviewTable::Answers, row, AnswerColumn::Answer.index(), answer)
    };
    let known: Vec<String> = options.iter().map(|(id, _)| id.clone()).collect();
    let toggle = move |id: &str, is_on: bool| {
        let before = ticked();
        let kept = known.iter().filter(|one| if *one == id { is_on } else { before.contains(one) });
        let answer = kept.cloned().collect::<Vec<_>>().join(",");
        set(if answer.is_empty() { "none".to_string() } else { answer });
    };
    let option = |(id, name): (String, String)| {
        let (shown, toggle) = (id.clone(), toggle.clone());
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || ticked().contains(&shown)
                    on:change=move |event| toggle(&id, event_target_checked(&event))
                />
                " "
                {name}
            </label>
        }
        .into_any()
    };
    let none = move || typed.with(|typed| typed.trim() == "none");
    view! {
        <fieldset class="checks">
            {options.into_iter().map(option).collect_view()}
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=none
                    on:change=move |event| set(if event_target_checked(&event) { "none".to_string() } else { String::new() })
                />
                " "
                {state.say(Key::ItemNoneHold)}
            </label>
        </fieldset>
    }
    .into_any()
}

/// A text of an answer's row.
fn text(
    state: State,
    view: ReviewView,
    row: RowId,
    column: AnswerColumn,
    name: String,
    is_number: bool,
) -> AnyView {
    let id = cell_id(TableAt::Review(view.id, ReviewTable::Answers), row, column.index());
    let typed = view.cell(ReviewTable::Answers, row, column.index());
    let problem = view.cell_problem(ReviewTable::Answers, row, column.index());
    let shown = move || {
        let typed = typed.get();
        // What does not apply has its own box.
        if column == AnswerColumn::Answer && typed.trim() == "na" { String::new() } else { typed }
    };
    let problem_id = format!("{id}-problem");
    let described = problem_id.clone();
    view! {
        <label class="entry-field" class:text=!is_number>
            <span>{name}</span>
            " "
            <input
                id=id
                type="text"
                inputmode=if is_number { "decimal" } else { "text" }
                autocomplete="off"
                prop:value=shown
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=move || problem.get().map(|_| described.clone())
                on:input=move |event| view.set(state, ReviewTable::Answers, row, column.index(), event_target_value(&event))
            />
        </label>
        {move || problem.get().map(|message| view! { <span class="field-problem" id=problem_id.clone()>{state.tell(&message)}</span> })}
    }
    .into_any()
}
