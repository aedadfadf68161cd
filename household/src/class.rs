//! For classes: results that are pasted, and how they are spread.

use leptos::prelude::*;

use crate::asked::mark_words;
use crate::live::{click, live, live_if};
use crate::page::{Page, View};
use crate::picture::picture;
use crate::share;
use water_ledger::evaluate::household::national_mean;
use water_ledger::show::household::{Class, MOST_LINES, read_class, spread};
use water_ledger::text::{Key, Message, number};

/// The sheet.
pub fn class(page: Page) -> AnyView {
    let pasted = RwSignal::new(String::new());
    let class = Memo::new(move |_| pasted.with(|pasted| read_class(pasted)));
    let most = MOST_LINES.to_string();
    let lead = page.tell(&Message::new(Key::HouseholdClassLead).with("most", most));
    let found = move || class.with(|class| facts(page, class));
    let language = page.language.get_untracked();
    let draw = move || {
        let nation = national_mean();
        let named = mark_words(page, nation.name().get(language), &nation);
        class.with(|class| spread(class, (nation.value(), &named), page.room, language))
    };
    view! {
        <div class="result">
            <h2 tabindex="-1" data-top="">{page.say(Key::HouseholdClassTitle)}</h2>
            <p class="quiet">{lead}</p>
            <label class="pasted">
                <span>{page.say(Key::HouseholdClassField)}</span>
                <textarea rows="6" spellcheck="false" on:input=move |event| pasted.set(event_target_value(&event))></textarea>
            </label>
            <div aria-live="polite">{live(found)}</div>
            {picture("scale-place", draw)}
            {live_if(move || class.with(|class| bad(page, class)))}
            <p class="buttons">
                <button on:click=click(move || page.go(View::Lesson))>{page.say(Key::HouseholdLesson)}</button>
                <button on:click=click(share::print)>{page.say(Key::HouseholdPrint)}</button>
            </p>
        </div>
    }
    .into_any()
}

fn facts(page: Page, class: &Class) -> AnyView {
    let (Some(mean), Some(median), Some((least, most))) = (class.mean(), class.median(), class.range())
    else {
        return view! { <p class="quiet">{page.say(Key::HouseholdClassNone)}</p> }.into_any();
    };
    let fact = |name: Key, value: String| {
        view! { <div><dt class="quiet">{page.say(name)}</dt><dd>{value}</dd></div> }.into_any()
    };
    let litres = |value: f64| format!("{} L", number(value, 0));
    let title = Message::new(Key::HouseholdClassSpread).with("count", class.values.len().to_string());
    view! {
        <dl class="amounts">
            {fact(Key::HouseholdClassCount, class.values.len().to_string())}
            {fact(Key::HouseholdClassMean, litres(mean))}
            {fact(Key::HouseholdClassMedian, litres(median))}
            {fact(Key::HouseholdClassRange, format!("{}–{} L", number(least, 0), number(most, 0)))}
        </dl>
        <h3>{page.tell(&title)}</h3>
    }
    .into_any()
}

/// Lines that could not be read.
fn bad(page: Page, class: &Class) -> Option<AnyView> {
    let cut = class.is_cut.then(|| {
        let said = Message::new(Key::HouseholdClassTooMany).with("most", MOST_LINES.to_string());
        view! { <p class="notice caution">{page.tell(&said)}</p> }
    });
    if class.bad.is_empty() {
        return cut.map(IntoAny::into_any);
    }
    let count = Message::new(Key::HouseholdClassBad).with("count", class.bad.len().to_string());
    let line = |bad: &water_ledger::show::household::BadLine| {
        let said = Message::new(Key::HouseholdClassBadLine)
            .with("line", bad.line.to_string())
            .with("text", bad.text.clone());
        view! { <li>{page.tell(&said)}</li> }.into_any()
    };
    let lines: Vec<AnyView> = class.bad.iter().map(line).collect();
    Some(
        view! {
            {cut}
            <div class="bad-lines" role="status">
                <p>{page.tell(&count)}</p>
                <ul>{lines}</ul>
            </div>
        }
        .into_any(),
    )
}
