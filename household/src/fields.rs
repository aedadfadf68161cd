//! What is answered with: numbers that are offered, steppers, drawn answers, lists.

use leptos::prelude::*;

use crate::live::{Truth, as_attribute, click, said};
use crate::page::Page;
use crate::picture::picture;
use water_ledger::evaluate::household::{in_effect, options, read_answer};
use water_ledger::household::{Field, FieldSpec};
use water_ledger::show::household::{drawn, option_name};
use water_ledger::text::{Key, Message, grouped};

/// The way to answer a field.
pub fn field(page: Page, spec: &'static FieldSpec) -> AnyView {
    match spec.field {
        Field::ShowerHead | Field::Tap | Field::Region | Field::Tariff => select(page, spec),
        _ if !spec.choices.is_empty() => cards(page, spec),
        _ if !spec.offered.is_empty() => offered(page, spec),
        _ => stepper(page, spec),
    }
}

/// What an answer looks like: chosen, taken by default, or another.
fn is_assumed(page: Page, field: Field) -> Truth {
    Box::new(move || page.answers.with(|answers| answers.steps(field).is_none()))
}

/// Numbers at a touch, and any other typed.
fn offered(page: Page, spec: &'static FieldSpec) -> AnyView {
    let field = spec.field;
    let value = move || page.answers.with(|answers| in_effect(answers, field));
    let beginning = page.answers.with_untracked(|answers| answers.number(field));
    let beginning = beginning.filter(|value| !spec.offered.contains(value)).map(grouped).unwrap_or_default();
    let typed = RwSignal::new(beginning);
    let button = move |offer: f64| {
        let choose = click(move || {
            typed.set(String::new());
            page.answer(field, Some(offer));
        });
        view! {
            <button
                class="option"
                class:assumed=is_assumed(page, field)
                aria-pressed=as_attribute(Box::new(move || value() == offer))
                on:click=choose
            >
                {grouped(offer)}
            </button>
        }
        .into_any()
    };
    let buttons: Vec<AnyView> = spec.offered.iter().map(|offer| button(*offer)).collect();
    let unit = spec.unit.symbol(page.language.get_untracked());
    view! {
        <fieldset>
            <legend class="visually-hidden">{page.say(spec.label)}</legend>
            <div class="options">{buttons}</div>
            <label class="line">
                <span>{page.say(Key::HouseholdOther)}</span>
                <span class="typed">{input(page, spec, typed, None)} <span class="quiet">{unit}</span></span>
            </label>
        </fieldset>
    }
    .into_any()
}

/// A field to type into, with what is wrong with what was typed; `label` names it where nothing else does.
fn input(
    page: Page,
    spec: &'static FieldSpec,
    typed: RwSignal<String>,
    label: Option<&'static str>,
) -> AnyView {
    let wrong = RwSignal::new(None::<Message>);
    let id = format!("answer-{}", spec.code);
    let problem = format!("{id}-problem");
    let described = problem.clone();
    let take = move |event| {
        let text = event_target_value(&event);
        typed.set(text.clone());
        match page.answers.with_untracked(|answers| read_answer(answers, spec.field, &text)) {
            Ok(changed) => {
                wrong.set(None);
                page.take(changed);
            }
            Err(message) => wrong.set(Some(message)),
        }
    };
    view! {
        <input
            id=id
            type="text"
            inputmode="decimal"
            autocomplete="off"
            maxlength="20"
            aria-label=label
            aria-describedby=described
            aria-invalid=as_attribute(Box::new(move || wrong.with(Option::is_some)))
            prop:value=move || typed.get()
            on:input=take
        />
        <span class="problem" id=problem role="status">{said(move || wrong.get().map(|message| page.tell(&message)).unwrap_or_default())}</span>
    }
    .into_any()
}

/// A number that is typed, on a line with its name and unit.
pub fn typed_line(page: Page, spec: &'static FieldSpec, unit: &'static str) -> AnyView {
    let beginning = page.answers.with_untracked(|answers| answers.number(spec.field));
    let typed = RwSignal::new(beginning.map(grouped).unwrap_or_default());
    view! {
        <label class="line">
            <span>{page.say(spec.label)}</span>
            <span class="typed">{input(page, spec, typed, None)} <span class="quiet">{unit}</span></span>
        </label>
    }
    .into_any()
}

/// A number by steps of one.
fn stepper(page: Page, spec: &'static FieldSpec) -> AnyView {
    let field = spec.field;
    let value = move || page.answers.with(|answers| in_effect(answers, field));
    let step = move |by: f64| {
        let least = f64::from(spec.least) * spec.step;
        click(move || page.answer(field, Some((value() + by).max(least))))
    };
    let label = |key: Key| page.tell(&Message::new(key).with_words("name", spec.label.words()));
    view! {
        <div class="line">
            <span>{page.say(spec.label)}</span>
            <span class="stepper" class:assumed=is_assumed(page, field)>
                <button aria-label=label(Key::HouseholdLess) on:click=step(-1.0)>{"−"}</button>
                <output aria-label=page.say(spec.label)>{said(move || grouped(value()))}</output>
                <button aria-label=label(Key::HouseholdMore) on:click=step(1.0)>{"＋"}</button>
            </span>
        </div>
    }
    .into_any()
}

/// Answers side by side, drawn where there is a picture.
fn cards(page: Page, spec: &'static FieldSpec) -> AnyView {
    let field = spec.field;
    let language = page.language.get_untracked();
    let card = move |(code, name, flow): (&'static str, _, _)| {
        let is_chosen = move || page.answers.with(|answers| answers.choice(field) == code);
        let choose = click(move || page.take(page.answers.get_untracked().choosing(field, code)));
        let shape = drawn(code).filter(|_| field != Field::Fill && field != Field::Basin);
        let shape = shape.map(|shape| picture("drawn-answer", move || shape.clone()));
        view! {
            <button
                class="card"
                class:assumed=is_assumed(page, field)
                aria-pressed=as_attribute(Box::new(is_chosen))
                on:click=choose
            >
                {shape}
                <span>{option_name(field, (code, name, flow), language)}</span>
            </button>
        }
        .into_any()
    };
    let cards: Vec<AnyView> = options(field).into_iter().map(card).collect();
    view! {
        <fieldset>
            <legend>{page.say(spec.label)}</legend>
            <div class="cards">{cards}</div>
        </fieldset>
    }
    .into_any()
}

/// A list to choose from.
pub fn select(page: Page, spec: &'static FieldSpec) -> AnyView {
    let field = spec.field;
    let language = page.language.get_untracked();
    let option = move |(code, name, flow): (&'static str, _, _)| {
        let is_chosen = page.answers.with_untracked(|answers| answers.choice(field) == code);
        view! { <option value=code selected=is_chosen>{option_name(field, (code, name, flow), language)}</option> }.into_any()
    };
    let choose =
        move |event| page.take(page.answers.get_untracked().choosing(field, &event_target_value(&event)));
    let entries: Vec<AnyView> = options(field).into_iter().map(option).collect();
    // What stands beside the result is no answer that might be missing.
    let is_marked: Truth = if spec.question.is_some() { is_assumed(page, field) } else { Box::new(|| false) };
    view! {
        <label class="line">
            <span>{page.say(spec.label)}</span>
            <select id=format!("answer-{}", spec.code) class:assumed=is_marked on:change=choose>{entries}</select>
        </label>
    }
    .into_any()
}
