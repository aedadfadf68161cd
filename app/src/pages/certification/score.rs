//! The score beside every step: how much, of how much, what stands in the way.

use leptos::prelude::*;

use crate::pages::problems::go_to;
use crate::state::State;
use crate::widgets::verdict_view;
use water_ledger::evaluate::ReviewResults;
use water_ledger::ledger::{Place, Row};
use water_ledger::show;
use water_ledger::text::Key;

/// How many hindrances are listed; more would only hide the first.
const LISTED: usize = 6;

/// The score, the verdict and what stands in the way.
pub fn summary(state: State, sheet: &Row, found: &ReviewResults) -> AnyView {
    let language = state.language.get_untracked();
    let Some(said) = show::certification::score_summary(sheet, found, language) else {
        return view! { <p class="quiet">{state.say(Key::RubricChooseFirst)}</p> }.into_any();
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
        <div class="score" data-figure="score">
            <p class="figure-name">{state.say(said.name)}</p>
            <p class="figure-value">
                <span class="number">{said.total.clone()}</span>
                <span class="unit">{said.of.clone()}</span>
                {said.is_unverified.then(|| view! { <span class="mark unverified">{state.say(Key::MarkUnverified)}</span> })}
            </p>
            {said.official_score.clone().map(|official| view! { <p class="assessed">{official}</p> })}
            {verdict_view(*state, &said.verdict)}
            {said.notes.iter().map(|note| view! { <p class="quiet">{note.clone()}</p> }.into_any()).collect_view()}
            {(!said.hindrances.is_empty()).then(|| view! { <ul class="hindrances">{hindrances.collect_view()}</ul> })}
            {(more > 0).then(|| state.tell(&water_ledger::text::Message::new(Key::HindrancesMore).with("count", more.to_string())))}
        </div>
    }
    .into_any()
}
