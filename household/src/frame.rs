//! What stands around every view: the head with the way back, what is wrong with a link, the foot.

use leptos::prelude::*;

use crate::live::{click, live, live_if, said};
use crate::page::{Page, View, is_framed};
use crate::{asked, basis, class, lesson, result};
use water_ledger::household::{QUESTIONS, Question};
use water_ledger::text::{Key, Language, Message};

/// The whole page.
pub fn frame(page: Page) -> AnyView {
    let content = move || match page.view.get() {
        View::Asked(question) => asked::question(page, question),
        View::Result => result::result(page),
        View::Class => class::class(page),
        View::Lesson => lesson::lesson(page),
    };
    let refused = move || {
        page.refused.get().map(|message| {
            view! { <p class="notice caution" role="alert">{page.tell(&message)}</p> }.into_any()
        })
    };
    view! {
        <div class="household">
            {head(page)}
            <main id="main" tabindex="-1">
                {live_if(refused)}
                {live(content)}
            </main>
            {foot(page)}
        </div>
        {basis::dialog(page)}
    }
    .into_any()
}

fn head(page: Page) -> AnyView {
    let back = move || match page.view.get() {
        View::Asked(Question::People) => None,
        View::Asked(question) => {
            QUESTIONS.get(question.place().saturating_sub(1)).map(|one| View::Asked(*one))
        }
        View::Result => Some(View::Asked(Question::Cleaning)),
        View::Class | View::Lesson => {
            Some(page.answers.with(|answers| answers.next().map_or(View::Result, View::Asked)))
        }
    };
    let way_back = move || {
        back().map(|before| {
            let label = page.say(Key::HouseholdBack);
            view! { <button class="plain back" aria-label=label on:click=click(move || page.go(before))>{"‹"}</button> }.into_any()
        })
    };
    let end = move || match page.view.get() {
        View::Asked(question) => {
            let count = |key: Key| {
                let place = (question.place() + 1).to_string();
                page.tell(&Message::new(key).with("place", place).with("count", QUESTIONS.len().to_string()))
            };
            view! {
                <span class="quiet">
                    <span aria-hidden="true">{count(Key::HouseholdProgress)}</span>
                    <span class="visually-hidden">{count(Key::HouseholdQuestionOf)}</span>
                </span>
            }
            .into_any()
        }
        View::Result => {
            let change = click(move || {
                page.is_changing.set(true);
                page.go(View::Asked(Question::People));
            });
            view! { <button class="plain" on:click=change>{page.say(Key::HouseholdChange)}</button> }
                .into_any()
        }
        View::Class | View::Lesson => ().into_any(),
    };
    let done = move || match page.view.get() {
        View::Asked(question) => Some((question.place() + 1).to_string()),
        _ => None,
    };
    let progress = move || {
        done().map(|done| {
            let most = QUESTIONS.len().to_string();
            view! { <progress max=most value=done aria-label=page.say(Key::HouseholdTitle)></progress> }
                .into_any()
        })
    };
    view! {
        <header class="head">
            {live_if(way_back)}
            <h1>{page.say(Key::HouseholdTitle)}</h1>
            <span class="end">{live(end)}</span>
            {live_if(progress)}
        </header>
    }
    .into_any()
}

fn foot(page: Page) -> AnyView {
    let other = match page.language.get_untracked() {
        Language::Chinese => Language::English,
        Language::English => Language::Chinese,
    };
    let theme = move || page.theme.get().label().say(page.language.get_untracked()).to_string();
    view! {
        <footer class="foot">
            <p>{page.say(Key::AppPrivacy)}</p>
            {if is_framed() {
                view! { <a href="../" target="_blank" rel="noreferrer">{page.say(Key::AppName)}</a> }.into_any()
            } else {
                view! { <a href="#/">{page.say(Key::AppName)}</a> }.into_any()
            }}
            <button class="plain" id="language" lang=other.tag() on:click=click(move || page.read_in(other))>
                {page.say(Key::OtherLanguage)}
            </button>
            <button class="plain" on:click=click(move || page.theme.update(|theme| *theme = theme.next()))>{said(theme)}</button>
        </footer>
    }
    .into_any()
}
