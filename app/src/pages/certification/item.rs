//! An item: what the rule asks, the answer, the points with their reason, who assessed it, its evidence.

use leptos::prelude::*;

use super::items::LeftOut;
use super::view::ReviewView;
use super::{evidence, indicators};
use crate::attachments;
use crate::pages::problems::go_to;
use crate::state::State;
use crate::widgets::{Field, Line, note_unverified, or_none, unverified_mark};
use water_ledger::evaluate::{Indicator, ReviewResults};
use water_ledger::ledger::{ANSWERS, AnswerColumn, NONE_HOLDS, NOT_APPLICABLE, RowId, TableSpec, answer_row};
use water_ledger::rubric::{CountOption, Item, Mode, Points, PointsOption, Policy, Rubric, Scoring};
use water_ledger::show;
use water_ledger::show::certification::ItemLine;
use water_ledger::text::{Key, Message};

/// The item, unfolded as long as it is open when the page is made.
pub fn item(
    state: State,
    view: ReviewView,
    rubric: &Rubric,
    item: &Item,
    left_out: LeftOut,
) -> Option<AnyView> {
    let language = state.language.get_untracked();
    let row =
        view.typed(|sheet| answer_row(sheet, &ANSWERS, rubric, &item.id).map(|row| row.id)).flatten()?;
    let id = item.id.clone();
    let line = Memo::new(move |_| {
        view.with(|sheet, found| show::certification::item_line(sheet, found, &id, language)).flatten()
    });
    let of = move |read: fn(&ItemLine) -> bool| line.with(|line| line.as_ref().is_some_and(read));
    let said = move |read: fn(&ItemLine) -> String| line.with(|line| line.as_ref().map(read));
    let title = show::certification::item_title(item, language).to_string();
    // Where every item is unverified the line of the page says so, and a mark at each says nothing more.
    let are_alike = rubric.items().all(|(_, item)| !item.weakest().is_verified());
    let mark = move || match (of(|line| line.is_unverified), are_alike) {
        (true, true) => {
            note_unverified(*state, title.clone(), None);
            None
        }
        (true, false) => Some(unverified_mark(*state, title.clone())),
        (false, _) => None,
    };
    let rules = show::certification::rule_words(rubric, item, language);
    let note = item.note.as_ref().map(|note| note.get(language).to_string());
    Some(
        view! {
            <details class="item" data-item=item.id.clone() hidden=left_out.attribute(&item.id) open=of(|line| line.is_open)>
                <summary>
                    <span class="item-title">
                        {item.star.then_some("★ ")}
                        {show::certification::item_title(item, language)}
                    </span>
                    {mark}
                    <span class="reason">{move || said(|line| line.basis.clone())}</span>
                    {move || line.with(|line| line.as_ref().and_then(|line| line.share).map(bar))}
                    <span class="proven">{move || line.with(|line| line.as_ref().and_then(|line| line.evidence.clone()))}</span>
                    <span class="points" class:open=move || of(|line| line.is_open)>{move || said(|line| line.points.clone())}</span>
                </summary>
                <div class="item-body">
                    {rules.into_iter().map(|rule| view! { <p class="quiet">{rule}</p> }.into_any()).collect_view()}
                    {note.map(|note| view! { <p class="quiet">{note}</p> })}
                    {not_applicable(state, view, rubric, item, row)}
                    {answer(state, view, item, row)}
                    <p class="basis-line" aria-live="polite">{move || said(|line| line.basis.clone())}</p>
                    {official(state, view, rubric, row)}
                    {note_files(state, view, &ANSWERS, row, show::certification::item_title(item, language))}
                    {evidence::list(state, view, rubric, &item.id, &item.evidence)}
                </div>
            </details>
        }
        .into_any(),
    )
}

/// How much of its points an item has, for the eye: the number stands beside it.
fn bar((points, most): (Points, Points)) -> AnyView {
    let class = if points == most { "share full" } else { "share" };
    view! { <progress class=class value=points.to_string() max=most.to_string() aria-hidden="true"></progress> }
        .into_any()
}

fn cell(state: State, view: ReviewView, row: RowId, column: AnswerColumn) -> Field {
    view.cell(state, &ANSWERS, row, column)
}

/// The box that leaves an item out, where the rubric allows it.
fn not_applicable(
    state: State,
    view: ReviewView,
    rubric: &Rubric,
    item: &Item,
    row: RowId,
) -> Option<AnyView> {
    let when = item.not_applicable_when.as_ref()?;
    if rubric.not_applicable.policy == Policy::NotAllowed {
        return None;
    }
    let at = cell(state, view, row, AnswerColumn::Answer);
    let typed = at.typed;
    let words = Message::new(Key::ItemNotApplicable).with("when", when.get(state.language.get_untracked()));
    let toggle = move |event| {
        let answer = if event_target_checked(&event) { NOT_APPLICABLE } else { "" };
        at.set(answer.to_string());
    };
    Some(
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=move || typed.with(|typed| typed.trim() == NOT_APPLICABLE) on:change=toggle/>
                " "
                {state.tell(&words)}
            </label>
        }
        .into_any(),
    )
}

/// What the item is answered with, as its rule asks.
fn answer(state: State, view: ReviewView, item: &Item, row: RowId) -> AnyView {
    if item.variants.is_empty() {
        return item.scoring.as_ref().map(|rule| of_rule(state, view, item, rule, row)).into_any();
    }
    let language = state.language.get_untracked();
    let at = cell(state, view, row, AnswerColumn::Variant);
    let cases = item.variants.iter().map(|one| (one.id.clone(), one.when.get(language).to_string()));
    let cases = or_none(state, Key::ChooseClass, cases);
    let chosen = at.typed;
    let asked = item.clone();
    let of_chosen = move || {
        let rule = asked.rule(Some(chosen.get().trim()))?;
        Some(untrack(|| of_rule(state, view, &asked, rule, row)))
    };
    view! {
        {at.choice("entry-field", state.say(Key::ColumnVariant).to_string(), cases)}
        {of_chosen}
    }
    .into_any()
}

fn of_rule(state: State, view: ReviewView, item: &Item, rule: &Scoring, row: RowId) -> AnyView {
    let language = state.language.get_untracked();
    let say = |code: &str, key: Key| (code.to_string(), state.say(key).to_string());
    let choose = |none: Key, choices: Vec<(String, String)>| {
        let at = cell(state, view, row, AnswerColumn::Answer);
        let select = at.select(or_none(state, none, choices));
        let name = state.say(Key::ColumnAnswer);
        view! { <label><span class="visually-hidden">{name}</span> {select}</label> {at.note()} }.into_any()
    };
    let yes_no = || vec![say("yes", Key::ItemYes), say("no", Key::ItemNo)];
    match rule {
        Scoring::YesNo {} => choose(Key::ChooseClass, yes_no()),
        // Where everything must hold there are no points to enter.
        Scoring::Manual {} if item.max == Points::ZERO => choose(Key::ChooseClass, yes_no()),
        Scoring::Choice { options } => {
            let worth = |one: &PointsOption| {
                (one.id.clone(), format!("{} · {}", one.label.get(language), one.points))
            };
            choose(Key::ChooseClass, options.iter().map(worth).collect())
        }
        Scoring::Manual {} => {
            let label = state.tell(&Message::new(Key::ItemPoints).with("max", item.max.to_string()));
            let line = Line { label, is_number: true, ..Line::default() };
            view! { <div class="entry-fields">{cell(state, view, row, AnswerColumn::Answer).line(line)}</div> }
                .into_any()
        }
        Scoring::Count { options, .. } => count(state, view, row, options),
        Scoring::AllOrNothing { .. } => {
            // Whoever has no numbers may say it outright.
            view! { {numbers(state, view, &item.id)} {choose(Key::ItemByNumbers, yes_no())} }.into_any()
        }
        Scoring::Steps { .. } | Scoring::Linear { .. } | Scoring::Deduct { .. } => {
            // The way to the answer leads to its numbers.
            let id = cell(state, view, row, AnswerColumn::Answer).id();
            view! { <div id=id tabindex="-1">{numbers(state, view, &item.id)} {stray(state, view, row)}</div> }
                .into_any()
        }
    }
}

/// What stands in the answer of an item that only its numbers answer: what is wrong with it, and the way to clear it.
fn stray(state: State, view: ReviewView, row: RowId) -> AnyView {
    let at = cell(state, view, row, AnswerColumn::Answer);
    let typed = at.typed;
    let is_stray = Memo::new(move |_| typed.with(|typed| !matches!(typed.trim(), "" | NOT_APPLICABLE)));
    let clear = move || {
        is_stray.get().then(|| {
            view! { <button class="plain" on:click=move |_| at.set(String::new())>{state.say(Key::ItemClear)}</button> }
        })
    };
    view! { {at.note()} {clear} }.into_any()
}

/// The numbers that the item measures, each with its basis and the way to where it is entered.
fn numbers(state: State, view: ReviewView, item: &str) -> AnyView {
    let language = state.language.get_untracked();
    let item = item.to_string();
    let indicators = Memo::new(move |_| {
        let of = |found: &ReviewResults| {
            let measures = |indicator: &&Indicator| indicator.items.contains(&item);
            found.indicators.iter().filter(measures).cloned().collect::<Vec<Indicator>>()
        };
        view.with(|_, found| of(found)).unwrap_or_default()
    });
    let line = move |indicator: Indicator| {
        let name = show::certification::indicator_name(&indicator, language);
        let label = state.tell(&Message::new(Key::ItemToFactsOf).with("name", name.clone()));
        let way = indicator.row.map(|row| {
            let place = indicators::value_of(state, view, row).place();
            view! { <button class="plain" aria-label=label on:click=move |_| go_to(state, place)>{state.say(Key::ItemToFacts)}</button> }
        });
        view! { <li><span>{name}</span> " " {indicators::value(state, &indicator)} " " {way}</li> }.into_any()
    };
    view! { <ul class="item-facts">{move || indicators.get().into_iter().map(line).collect_view()}</ul> }
        .into_any()
}

/// Boxes of which any may be ticked.
fn count(state: State, view: ReviewView, row: RowId, options: &[CountOption]) -> AnyView {
    let language = state.language.get_untracked();
    let at = cell(state, view, row, AnswerColumn::Answer);
    let typed = at.typed;
    let known: Vec<String> = options.iter().map(|one| one.id.clone()).collect();
    let ticked =
        move || typed.with(|typed| typed.split(',').map(|id| id.trim().to_string()).collect::<Vec<_>>());
    let toggle = move |id: &str, is_on: bool| {
        let before = ticked();
        let kept = known.iter().filter(|one| if *one == id { is_on } else { before.contains(one) });
        let answer = kept.cloned().collect::<Vec<_>>().join(",");
        at.set(if answer.is_empty() { NONE_HOLDS.to_string() } else { answer });
    };
    let option = |one: &CountOption| {
        let (id, shown, toggle) = (one.id.clone(), one.id.clone(), toggle.clone());
        let toggle = move |event| toggle(&id, event_target_checked(&event));
        tick(one.label.get(language).to_string(), move || ticked().contains(&shown), toggle)
    };
    let none = move |event| {
        let answer = if event_target_checked(&event) { NONE_HOLDS } else { "" };
        at.set(answer.to_string());
    };
    let is_none = move || typed.with(|typed| typed.trim() == NONE_HOLDS);
    view! {
        // The way to the answer leads to the group, whatever is ticked in it.
        <fieldset class="checks" id=at.id() tabindex="-1" aria-describedby=at.described()>
            <legend class="visually-hidden">{state.say(Key::ColumnAnswer)}</legend>
            {options.iter().map(option).collect_view()}
            {tick(state.say(Key::ItemNoneHold).to_string(), is_none, none)}
        </fieldset>
        {at.note()}
    }
    .into_any()
}

fn tick(
    name: String,
    is_on: impl Fn() -> bool + Send + Sync + 'static,
    toggle: impl FnMut(web_sys::Event) + 'static,
) -> AnyView {
    view! {
        <label class="check"><input type="checkbox" prop:checked=is_on on:change=toggle/> " " {name}</label>
    }
    .into_any()
}

/// The files of the note of an item or prerequisite.
pub(super) fn note_files(
    state: State,
    view: ReviewView,
    table: &'static TableSpec,
    row: RowId,
    of: impl Into<String>,
) -> AnyView {
    let name = state.tell(&Message::new(Key::AttachedOfNote).with("item", of.into()));
    attachments::of_row(state, table.at(&[view.id]).row(row), name)
}

/// What an assessor gave, who is responsible, what is to be said of it.
fn official(state: State, view: ReviewView, rubric: &Rubric, row: RowId) -> AnyView {
    let field = |column: AnswerColumn, key: Key, is_number: bool| {
        let label = state.say(key).to_string();
        cell(state, view, row, column).line(Line { label, is_number, is_wide: !is_number, ..Line::default() })
    };
    let points =
        (rubric.mode == Mode::Points).then(|| field(AnswerColumn::OfficialPoints, Key::ColumnAssessed, true));
    view! {
        <div class="entry-fields">
            {points}
            {field(AnswerColumn::Person, Key::ColumnPerson, false)}
            {field(AnswerColumn::Note, Key::ColumnNote, false)}
        </div>
    }
    .into_any()
}
