//! A sheet to print for a class: the questions, with room for answers, and what to think about.

use leptos::prelude::*;

use crate::live::click;
use crate::page::Page;
use crate::share;
use water_ledger::evaluate::household::{cooking_and_drinking, options};
use water_ledger::exchange::HOUSEHOLD;
use water_ledger::household::{FieldSpec, QUESTIONS, Question};
use water_ledger::show::household::{litres, option_name};
use water_ledger::text::{Key, Message};

/// The sheet.
pub fn lesson(page: Page) -> AnyView {
    let questions: Vec<AnyView> = QUESTIONS.into_iter().map(|one| question(page, one)).collect();
    let here = window().location().href().unwrap_or_default();
    let site = here.split(['#', '?']).next().unwrap_or_default();
    let address = Message::new(Key::HouseholdLessonAddress).with("address", format!("{site}#/{HOUSEHOLD}"));
    let think = [Key::HouseholdLessonThink1, Key::HouseholdLessonThink2, Key::HouseholdLessonThink3];
    let think: Vec<AnyView> =
        think.into_iter().map(|one| view! { <li>{page.say(one)}</li> }.into_any()).collect();
    view! {
        <div class="result lesson">
            <h2 tabindex="-1" data-top="">{page.say(Key::HouseholdLesson)}</h2>
            <p>{page.say(Key::HouseholdLessonLead)}</p>
            <ol class="questions">{questions}</ol>
            <h3>{page.say(Key::HouseholdLessonThink)}</h3>
            <ul class="think">{think}</ul>
            <p class="quiet">{page.tell(&address)}</p>
            <p class="buttons">
                <button class="primary" on:click=click(share::print)>{page.say(Key::HouseholdPrint)}</button>
            </p>
        </div>
    }
    .into_any()
}

fn question(page: Page, question: Question) -> AnyView {
    let note = Message::new(question.note()).with("litres", litres(&cooking_and_drinking()));
    let fields: Vec<AnyView> = question.fields().map(|spec| field(page, spec)).collect();
    view! {
        <li>
            <p><strong>{page.say(question.title())}</strong> " " <span class="quiet">{page.tell(&note)}</span></p>
            <ul>{fields}</ul>
        </li>
    }
    .into_any()
}

/// A line to write on, or boxes to tick.
fn field(page: Page, spec: &'static FieldSpec) -> AnyView {
    let language = page.language.get_untracked();
    let choices: Vec<String> = options(spec.field)
        .into_iter()
        .map(|option| format!("☐ {}", option_name(spec.field, option, language)))
        .collect();
    let room = if choices.is_empty() { "＿＿＿＿".to_string() } else { choices.join("　") };
    view! { <li>{page.say(spec.label)} {"："} {room}</li> }.into_any()
}
