//! The library of measures, beside the plan's own.

use leptos::prelude::*;

use super::view::{PlanView, Shown};
use crate::state::{Notice, State};
use water_ledger::catalog::LibraryMeasure;
use water_ledger::evaluate::kind_of;
use water_ledger::ledger::RETROFITS;
use water_ledger::show;
use water_ledger::show::retrofit::OwnMeasure;
use water_ledger::text::{Key, Message, Words, number};

/// The library, folded until it is wanted.
pub fn library(state: State, shown: Shown) -> AnyView {
    let view = shown.plan;
    let language = state.language.get_untracked();
    let asked = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let kind = view.typed(kind_of);
        let measures = kind.map(|kind| asked.with(|asked| show::retrofit::library(kind, asked, language)));
        Listed(measures.unwrap_or_default())
    });
    let lines = move || {
        let Listed(found) = found.get();
        match found.is_empty() {
            true => view! { <li class="quiet">{state.say(Key::MeasureLibraryNothing)}</li> }.into_any(),
            false => found.into_iter().map(|measure| line(state, view, measure)).collect_view().into_any(),
        }
    };
    let others = Memo::new(move |_| {
        state.ledger.with(|ledger| {
            let sheet = ledger.sheet(&RETROFITS, view.id)?;
            Some(asked.with(|asked| show::retrofit::own_measures(ledger, sheet, asked)))
        })
    });
    let own = move || {
        let found = others.get().filter(|found| !found.is_empty())?;
        let lines = found.into_iter().map(|measure| own_line(state, view, measure)).collect_view();
        Some(view! { <h3>{state.say(Key::OwnMeasuresTitle)}</h3> <ul class="library-list">{lines}</ul> })
    };
    view! {
        <details class="more measure-library">
            <summary>{state.say(Key::MeasureLibraryTitle)}</summary>
            <p class="quiet">{state.say(Key::MeasureLibraryLead)}</p>
            <label class="library-search">
                <span>{state.say(Key::MeasureLibrarySearch)}</span>
                <input type="search" on:input=move |event| asked.set(event_target_value(&event))/>
            </label>
            <ul class="library-list">{lines}</ul>
            {own}
        </details>
    }
    .into_any()
}

/// Measures of the library are the same where they stand in the same place.
#[derive(Clone)]
struct Listed(Vec<&'static LibraryMeasure>);

impl PartialEq for Listed {
    fn eq(&self, other: &Listed) -> bool {
        self.0.len() == other.0.len()
            && self.0.iter().zip(&other.0).all(|(one, other)| std::ptr::eq(*one, *other))
    }
}

/// A measure of another plan.
fn own_line(state: State, view: PlanView, measure: OwnMeasure) -> AnyView {
    let (name, plan) = (measure.name.clone(), measure.plan.clone());
    let label = state.tell(&Message::new(Key::MeasureLibraryAddOf).with("name", name.clone()));
    let add = move |_| {
        for edit in view.typed(|sheet| show::retrofit::taken_over(sheet, &measure)).into_iter().flatten() {
            state.edit(edit);
        }
        state
            .notify(Notice::quiet(Message::new(Key::MeasureLibraryAdded).with("name", measure.name.clone())));
    };
    view! {
        <li>
            <p><span class="library-name">{name}</span> " " <span class="quiet">{plan}</span></p>
            <button class="plain" aria-label=label on:click=add>"+ " {state.say(Key::MeasureLibraryAdd)}</button>
        </li>
    }
    .into_any()
}

fn line(state: State, view: PlanView, measure: &'static LibraryMeasure) -> AnyView {
    let language = state.language.get_untracked();
    let name = measure.name.get(language);
    let add = move |_| {
        if let Some(edits) = view.typed(|sheet| show::retrofit::added(sheet, measure, language)) {
            for edit in edits {
                state.edit(edit);
            }
            state.notify(Notice::quiet(Message::new(Key::MeasureLibraryAdded).with("name", name)));
        }
    };
    let told = |key: Key, blank: &'static str, words: Option<Words>| {
        words.map(|words| view! { <p>{state.tell(&Message::new(key).with_words(blank, words))}</p> })
    };
    let (low, high) = measure.life;
    let life =
        Message::new(Key::MeasureLibraryLife).with("low", number(low, 0)).with("high", number(high, 0));
    let source =
        format!("{} · {}", measure.source.line(language), measure.source.status.name().say(language));
    let label = state.tell(&Message::new(Key::MeasureLibraryAddOf).with("name", name));
    view! {
        <li>
            <details>
                <summary>
                    <span class="library-name">{name}</span>
                    " "
                    <span class="quiet">{measure.on.get(language)}</span>
                    " "
                    <span class="number">{show::retrofit::saving_range(measure)}</span>
                </summary>
                {measure.beware.map(|words| view! { <p>{words.get(language)}</p> })}
                {told(Key::MeasureLibraryNeeds, "needs", measure.needs)}
                {told(Key::MeasureLibraryCost, "cost", measure.cost)}
                {told(Key::MeasureLibraryBenefits, "benefits", measure.benefits)}
                <p>{state.tell(&life)}</p>
                <p class="quiet">{source}</p>
            </details>
            <button class="plain" aria-label=label on:click=add>"+ " {state.say(Key::MeasureLibraryAdd)}</button>
        </li>
    }
    .into_any()
}
