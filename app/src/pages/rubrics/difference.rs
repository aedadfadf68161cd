//! Two editions side by side.

use leptos::prelude::*;

use crate::state::State;
use water_ledger::catalog::RUBRICS;
use water_ledger::rubric::difference;
use water_ledger::text::Key;

/// Two rubrics to choose, and what the second has otherwise.
pub fn compared(state: State) -> AnyView {
    let language = state.language.get_untracked();
    let (this, other) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let sentences = Memo::new(move |_| {
        let of = |name: RwSignal<String>| state.ledger.with(|ledger| name.with(|name| ledger.rubric(name)));
        let found = difference(&*of(this)?, &*of(other)?);
        Some(found.iter().map(|one| one.message(language).say(language)).collect::<Vec<_>>())
    });
    view! {
        <section class="table-block">
            <h2>{state.say(Key::LibraryCompare)}</h2>
            <p class="quiet">{state.say(Key::LibraryCompareLead)}</p>
            <p class="compared">
                {choice(state, "compare-this", Key::LibraryCompareThis, this)}
                {choice(state, "compare-with", Key::LibraryCompareWith, other)}
            </p>
            {move || sentences.get().map(|sentences| differences(state, sentences))}
        </section>
    }
    .into_any()
}

/// What differs, in sentences.
fn differences(state: State, sentences: Vec<String>) -> AnyView {
    if sentences.is_empty() {
        return view! { <p>{state.say(Key::LibraryNoDifference)}</p> }.into_any();
    }
    let sentence = |sentence: String| view! { <li>{sentence}</li> }.into_any();
    view! { <ul class="differences">{sentences.into_iter().map(sentence).collect_view()}</ul> }.into_any()
}

fn choice(state: State, id: &'static str, label: Key, chosen: RwSignal<String>) -> AnyView {
    let language = state.language.get_untracked();
    let own = Memo::new(move |_| {
        state.ledger.with(|ledger| {
            let own = ledger.rubrics.iter();
            own.map(|sheet| (sheet.name(), sheet.title(language))).collect::<Vec<_>>()
        })
    });
    let option = move |(name, title): (String, String)| {
        let value = name.clone();
        view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == name)>{title}</option> }
            .into_any()
    };
    let shipped = RUBRICS.iter().map(|one| (one.id.to_string(), one.title.get(language).to_string()));
    let none = (String::new(), state.say(Key::ChooseClass).to_string());
    let shipped: Vec<AnyView> = std::iter::once(none).chain(shipped).map(option).collect();
    view! {
        <label class="rubric-field">
            <span>{state.say(label)}</span>
            <select id=id on:change=move |event| chosen.set(event_target_value(&event))>
                {shipped}
                {move || own.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}
