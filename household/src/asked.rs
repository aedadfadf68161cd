//! A question on a screen of its own: what is asked, what it comes to, the way on.

use leptos::prelude::*;

use crate::basis;
use crate::fields::field;
use crate::live::{click, live, live_if, said};
use crate::page::{Page, View};
use crate::picture::picture;
use water_ledger::evaluate::household::{cooking_and_drinking, in_effect, minute_less, national_mean};
use water_ledger::household::{Answers, QUESTIONS, Question, USES};
use water_ledger::metric::Figure;
use water_ledger::show::household::{Mark, litres, scale};
use water_ledger::text::{Key, Message, grouped};

/// The question.
pub fn question(page: Page, question: Question) -> AnyView {
    let fields: Vec<AnyView> = question.fields().map(|spec| field(page, spec)).collect();
    let note = Message::new(question.note()).with("litres", litres(&cooking_and_drinking()));
    view! {
        {so_far(page, question)}
        <div class="asked">
            <hgroup>
                <h2 tabindex="-1" data-top="">{page.say(question.title())}</h2>
                <p class="quiet">{page.tell(&note)}</p>
            </hgroup>
            {fields}
            {sum(page, question)}
        </div>
        {ways(page, question)}
    }
    .into_any()
}

/// What the questions until this one come to.
fn so_far(page: Page, asked: Question) -> AnyView {
    let total = move || {
        let is_counted = move |answers: &Answers, place: usize| {
            let question = USES[place].question;
            question == asked || answers.is_settled(question)
        };
        let answers = page.answers.get();
        page.home.with(|home| home.as_ref()?.together(|place| is_counted(&answers, place)))
    };
    let marks = move || {
        page.efficient.with(|home| home.as_ref().map(|home| marks(page, &home.total))).unwrap_or_default()
    };
    let draw = move || {
        let total = total();
        scale(total.as_ref(), &marks(), page.room, &scale_label(page, total.as_ref(), &marks()))
    };
    let number = move || match total() {
        Some(total) => basis::number(page, "number-button so-far", format!("{} L", litres(&total)), total),
        None => view! { <span class="so-far">{"–"}</span> }.into_any(),
    };
    view! {
        <div class="running" aria-live="polite">
            <span class="quiet">{page.say(Key::HouseholdSoFar)}</span>
            {live(number)}
        </div>
        {picture("scale-place", draw)}
    }
    .into_any()
}

/// What a home is compared with while it is asked about.
pub fn marks(page: Page, efficient: &Figure) -> Vec<Mark> {
    let nation = national_mean();
    let mark = |name: &str, figure: &Figure, above: bool| Mark {
        words: mark_words(page, name, figure),
        value: figure.value(),
        above,
    };
    vec![
        mark(page.say(Key::HouseholdEfficient), efficient, true),
        mark(nation.name().get(page.language.get_untracked()), &nation, false),
    ]
}

/// A name and its number.
pub fn mark_words(page: Page, name: &str, figure: &Figure) -> String {
    page.tell(&Message::new(Key::HouseholdMarkNumber).with("name", name).with("number", litres(figure)))
}

/// The scale in words.
pub fn scale_label(page: Page, own: Option<&Figure>, marks: &[Mark]) -> String {
    let marks: Vec<&str> = marks.iter().map(|mark| mark.words.as_str()).collect();
    let number = own.map_or("–".to_string(), litres);
    page.tell(&Message::new(Key::HouseholdScaleLabel).with("number", number).with("marks", marks.join(", ")))
}

/// What this question's use comes to.
fn sum(page: Page, asked: Question) -> Option<AnyView> {
    let place = USES.iter().position(|one| one.question == asked)?;
    let figure = move || page.home.with(|home| home.as_ref().and_then(|home| home.uses.get(place).cloned()));
    let less = move || {
        let saving = page.answers.with(minute_less).filter(|saving| saving.value() >= 0.5);
        let tell = |saving| page.tell(&Message::new(Key::HouseholdOneMinute).with("litres", litres(&saving)));
        saving.map(tell).unwrap_or_default()
    };
    let of_minute =
        (asked == Question::Shower).then(|| view! { <p class="quiet">{said(less)}</p> }.into_any());
    let number = move || {
        figure().map(|figure| basis::number(page, "number-button", format!("{} L", figure.shown()), figure))
    };
    Some(
        view! {
            <div class="sum">
                <p class="line"><span>{page.say(USES[place].name)}</span> {live_if(number)}</p>
                {of_minute}
            </div>
        }
        .into_any(),
    )
}

/// On, or on without an answer.
fn ways(page: Page, asked: Question) -> AnyView {
    let next = QUESTIONS.get(asked.place() + 1).copied();
    let go_on = move || {
        let is_back = page.is_changing.get_untracked()
            && page.answers.with_untracked(|answers| answers.next().is_none());
        page.is_changing.set(false);
        page.go(match next {
            Some(next) if !is_back => View::Asked(next),
            _ => page.answers.with_untracked(Answers::next).map_or(View::Result, View::Asked),
        });
    };
    let settle = click(move || {
        page.take(page.answers.get_untracked().settling(asked));
        go_on();
    });
    let skip = click(move || {
        page.take(page.answers.get_untracked().skipping(asked));
        go_on();
    });
    let usual = asked.fields().next().filter(|spec| !spec.offered.is_empty());
    let skip_words = match usual {
        Some(spec) => {
            let value = grouped(in_effect(&Answers::default(), spec.field));
            page.tell(&Message::new(Key::HouseholdSkipBy).with("value", value))
        }
        None => page.say(Key::HouseholdSkip).to_string(),
    };
    let on = move || {
        let key = match next {
            _ if page.is_changing.get() => Key::HouseholdToResult,
            Some(_) => Key::HouseholdNext,
            None => Key::HouseholdFinish,
        };
        page.say(key).to_string()
    };
    view! {
        <div class="ways">
            <button on:click=skip>{skip_words}</button>
            <button class="primary" on:click=settle>{said(on)}</button>
        </div>
    }
    .into_any()
}
