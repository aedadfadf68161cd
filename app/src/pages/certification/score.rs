//! The score beside every step: how much, of how much, what stands in the way.

use leptos::prelude::*;

use crate::pages::problems::go_to;
use crate::state::State;
use crate::widgets::{note_unverified, verdict_fact};
use water_ledger::evaluate::ReviewResults;
use water_ledger::ledger::{Place, Row};
use water_ledger::show;
use water_ledger::text::{Key, Message};

/// How many hindrances are listed; more would only hide the first.
const LISTED: usize = 6;

/// The score and its verdict.
pub fn facts(state: State, sheet: &Row, found: &ReviewResults) -> AnyView {
    let language = state.language.get_untracked();
    let Some(said) = show::certification::score_summary(sheet, found, language) else {
        return view! { <p class="quiet">{state.say(Key::RubricChooseFirst)}</p> }.into_any();
    };
    if said.is_unverified {
        note_unverified(*state, state.say(said.name).to_string(), None);
    }
    view! {
        <div class="figure" data-figure="score">
            <span class="figure-name">{state.say(said.name)}</span>
            <span class="figure-value">
                <span class="number">{said.total}</span>
                <span class="unit">{said.of}</span>
            </span>
            <span class="figure-detail assessed">{said.official_score}</span>
        </div>
        {verdict_fact(*state, &said.verdict)}
    }
    .into_any()
}

/// What a reader must know beside the score, and what stands in the way.
pub fn more(state: State, sheet: &Row, found: &ReviewResults) -> AnyView {
    let language = state.language.get_untracked();
    let Some(said) = show::certification::score_summary(sheet, found, language) else {
        return ().into_any();
    };
    let more = said.hindrances.len().saturating_sub(LISTED);
    let hindrance = |(words, place): &(String, Option<Place>)| {
        let words = words.clone();
        match *place {
            Some(place) => {
                view! { <li><button class="plain link" on:click=move |_| go_to(state, place)>{words}</button></li> }
                    .into_any()
            }
            None => view! { <li>{words}</li> }.into_any(),
        }
    };
    let hindrances = said.hindrances.iter().take(LISTED).map(hindrance);
    view! {
        {said.notes.iter().map(|note| view! { <p class="quiet">{note.clone()}</p> }.into_any()).collect_view()}
        {(!said.hindrances.is_empty()).then(|| view! { <ul class="hindrances">{hindrances.collect_view()}</ul> })}
        {(more > 0).then(|| state.tell(&Message::new(Key::HindrancesMore).with("count", more.to_string())))}
    }
    .into_any()
}
