//! What the answers come to.

use leptos::prelude::*;

use crate::asked::{mark_words, marks, scale_label};
use crate::live::{Truth, click, live, live_if, said};
use crate::page::{Page, View};
use crate::picture::picture;
use crate::{basis, beside, fields, share};
use water_ledger::evaluate::household::{assumed, mean, national_mean, savings, unverified};
use water_ledger::household::{Answers, Field, Home, QUESTIONS, USES};
use water_ledger::metric::Figure;
use water_ledger::show::household::{Mark, bar, compared, largest, litres, scale, unverified_lines};
use water_ledger::text::{Key, Message, uncertain};

/// The result.
pub fn result(page: Page) -> AnyView {
    let stranger = move || (!page.is_own.get()).then(|| stranger(page));
    view! {
        {live_if(stranger)}
        <div class="result">
            {total(page)}
            {beside::amounts(page)}
            {by_use(page)}
            {tips(page)}
            {defaults(page)}
            <div class="more">
                {beside::bill_check(page)}
                {beside::diet(page)}
                {beside::fittings(page)}
                {beside::method(page)}
                {beside::embed(page)}
            </div>
            <p class="buttons others">
                <button class="plain" on:click=click(share::print)>{page.say(Key::HouseholdPrint)}</button>
                <button class="plain" on:click=click(move || page.restart())>{page.say(Key::HouseholdAgain)}</button>
                <button class="plain" on:click=click(move || page.go(View::Class))>{page.say(Key::HouseholdClass)}</button>
            </p>
        </div>
        {share::ways(page)}
    }
    .into_any()
}

/// Whose result it is, and the way to an own one.
fn stranger(page: Page) -> AnyView {
    view! {
        <p class="notice">
            <span>{page.say(Key::HouseholdOthers)}</span>
            <button on:click=click(move || page.restart())>{page.say(Key::HouseholdOwn)}</button>
        </p>
    }
    .into_any()
}

/// Litres by person and day, with what they are compared with.
fn total(page: Page) -> AnyView {
    let language = page.language.get_untracked();
    let number = move || {
        page.home.get().map(|home| {
            let u = if home.total.u() > 0.0 {
                format!("± {}", uncertain(home.total.u(), 0))
            } else {
                String::new()
            };
            view! {
                {basis::number(page, "number-button large", litres(&home.total), home.total.clone())}
                " "
                <span class="unit">{"L "} {u}</span>
            }
            .into_any()
        })
    };
    let finding = move || {
        let own = page.answers.with(mean);
        page.home
            .with(|home| home.as_ref().map(|home| compared(&home.total, own.name(), &own, language)))
            .unwrap_or_default()
    };
    let all_marks = move || {
        let own = page.answers.with(mean);
        let mut all = page
            .efficient
            .with(|home| home.as_ref().map(|home| marks(page, &home.total)))
            .unwrap_or_default();
        if own.value() != national_mean().value() {
            all.push(Mark {
                words: mark_words(page, own.name().get(language), &own),
                value: own.value(),
                above: false,
            });
        }
        if let Some((_, last)) = page.last.get_value().filter(|_| page.is_own.get()) {
            all.push(Mark {
                words: mark_words(page, page.say(Key::HouseholdLast), &last),
                value: last.value(),
                above: true,
            });
        }
        all
    };
    let draw = move || {
        let (total, marks) =
            (page.home.with(|home| home.as_ref().map(|home| home.total.clone())), all_marks());
        scale(total.as_ref(), &marks, page.room, &scale_label(page, total.as_ref(), &marks))
    };
    let last = move || {
        page.last.get_value().filter(|_| page.is_own.get()).map(|(date, total)| {
            let said = Message::new(Key::HouseholdLastTime).with("date", date).with("number", litres(&total));
            view! { <p class="quiet">{page.tell(&said)}</p> }.into_any()
        })
    };
    view! {
        <section>
            <h2 class="quiet name" tabindex="-1" data-top="">{page.say(Key::HouseholdPerPerson)}</h2>
            <p class="main-number" data-figure="household">{live_if(number)}</p>
            <p>{said(finding)}</p>
            {picture("scale-place", draw)}
            {live_if(last)}
            {fields::select(page, Field::Region.spec())}
        </section>
    }
    .into_any()
}

/// Each use beside that of an efficient home.
fn by_use(page: Page) -> AnyView {
    let language = page.language.get_untracked();
    let rows = move || {
        let (Some(home), Some(efficient)) = (page.home.get(), page.efficient.get()) else {
            return Vec::new();
        };
        let most = home.uses.iter().chain(&efficient.uses).map(Figure::value).fold(0.0, f64::max);
        let answers = page.answers.get();
        let row = |place: usize| {
            let (figure, ideal) = (home.uses[place].clone(), efficient.uses[place].value());
            use_row(page, place, figure, ideal, most, &answers)
        };
        (0..USES.len()).map(row).collect()
    };
    let rows = move || rows().into_any();
    let title =
        move || page.home.with(|home| home.as_ref().map(|home| largest(home, language))).unwrap_or_default();
    view! {
        <section>
            <h2>{said(title)}</h2>
            <p class="quiet">{page.say(Key::HouseholdByUseNote)}</p>
            <ul class="uses">{live(rows)}</ul>
            <p class="quiet">{page.say(Key::HouseholdEfficientNote)}</p>
        </section>
    }
    .into_any()
}

fn use_row(
    page: Page,
    place: usize,
    figure: Figure,
    efficient: f64,
    most: f64,
    answers: &Answers,
) -> AnyView {
    let question = USES[place].question;
    let change = click(move || {
        page.is_changing.set(true);
        page.go(View::Asked(question));
    });
    let value = figure.value();
    let is_assumed = assumed(answers, question) > 0;
    let by_default = if is_assumed { page.say(Key::HouseholdByDefault) } else { "" };
    let shown = figure.shown();
    view! {
        <li>
            <button class="plain link" on:click=change>{page.say(USES[place].name)}</button>
            {picture("bar-place", move || bar(value, efficient, most))}
            <span class="quiet default">{by_default}</span>
            {basis::number(page, "number-button", shown, figure)}
        </li>
    }
    .into_any()
}

/// The best things to do, worked out together.
fn tips(page: Page) -> AnyView {
    let found = Memo::new(move |_| {
        let found = page.answers.with(savings).ok();
        found.map(|found| (found.each, found.together))
    });
    let title = move || {
        let Some((each, together)) = found.get() else { return String::new() };
        let key = match each.len() {
            0 => Key::HouseholdTipsNone,
            1 => Key::HouseholdTip,
            _ => Key::HouseholdTips,
        };
        page.tell(&Message::new(key).with("litres", litres(&together)).with("count", each.len().to_string()))
    };
    let note = move || {
        let is_none = found.with(|found| found.as_ref().is_none_or(|(each, _)| each.is_empty()));
        page.say(if is_none { Key::HouseholdTipsNoneNote } else { Key::HouseholdTipsNote }).to_string()
    };
    let rows = move || {
        let (each, together) = found.get()?;
        let rows: Vec<AnyView> = each
            .into_iter()
            .map(|(tip, saving)| {
                let shown = format!("{} L", litres(&saving));
                view! {
                    <li>
                        <span>{page.say(tip.name())}</span>
                        {basis::number(page, "number-button", shown, saving)}
                    </li>
                }
                .into_any()
            })
            .collect();
        let sum = (rows.len() > 1).then(|| {
            let shown = format!("{} L", litres(&together));
            view! {
                <li class="sum-row">
                    <span>{page.say(Key::HouseholdTogether)}</span>
                    {basis::number(page, "number-button", shown, together)}
                </li>
            }
            .into_any()
        });
        Some(view! { <ul class="tips">{rows} {sum}</ul> }.into_any())
    };
    view! {
        <section>
            <h2>{said(title)}</h2>
            <p class="quiet">{said(note)}</p>
            {live_if(rows)}
        </section>
    }
    .into_any()
}

/// What was taken by default, and what of it was not compared with its source.
fn defaults(page: Page) -> AnyView {
    let language = page.language.get_untracked();
    let count = move || {
        page.answers
            .with(|answers| QUESTIONS.into_iter().map(|question| assumed(answers, question)).sum::<usize>())
    };
    let by_default = move || {
        let count = count();
        let said = Message::new(Key::HouseholdAssumed).with("count", count.to_string());
        (count > 0).then(|| view! { <p class="quiet">{page.tell(&said)}</p> }.into_any())
    };
    let open = RwSignal::new(false);
    let list = move || {
        page.home
            .with(|home: &Option<Home>| home.as_ref().map(|home| unverified(&home.total)))
            .unwrap_or_default()
    };
    let words =
        move || page.tell(&Message::new(Key::HouseholdUnverified).with("count", list().len().to_string()));
    let rows = move || {
        let row = |(said, source): (String, String)| {
            view! { <li>{said} " " <span class="quiet">{source}</span></li> }.into_any()
        };
        let rows: Vec<AnyView> = unverified_lines(&list(), language).into_iter().map(row).collect();
        view! { <ul>{rows}</ul> }.into_any()
    };
    let is_empty: Truth = Box::new(move || list().is_empty());
    view! {
        <section class="defaults">
            {live_if(by_default)}
            <details class="unverified-line" class:empty=is_empty on:toggle=move |_| open.set(true)>
                <summary><span aria-hidden="true">{"◌ "}</span>{said(words)}</summary>
                {live_if(move || open.get().then(rows))}
            </details>
        </section>
    }
    .into_any()
}
