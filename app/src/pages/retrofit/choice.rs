//! Which measures: the sets that no other beats, one of which can be taken.

use leptos::prelude::*;

use super::view::{PlanView, Shown, scrolled};
use crate::state::State;
use crate::widgets::DataColumn;
use water_ledger::ledger::RetrofitEntry;
use water_ledger::show::retrofit::{ChoiceLine, Choices, choices, taking};
use water_ledger::text::{Key, Message};

/// The section.
pub fn section(state: State, shown: Shown) -> AnyView {
    let view = shown.plan;
    let language = state.language.get_untracked();
    let found = Memo::new(move |_| view.with(|sheet, found| choices(sheet, found, language)));
    let entries = [RetrofitEntry::Budget, RetrofitEntry::Goal].map(|entry| view.entry(state, entry));
    view! {
        <section class="table-block">
            <h2>{state.say(Key::ChoiceTitle)}</h2>
            <p class="quiet">{state.say(Key::ChoiceLead)}</p>
            <p class="entry-fields">{entries.into_iter().collect_view()}</p>
            {move || match found.get() {
                Some(Ok(choices)) => table(state, view, &choices),
                Some(Err(said)) => view! { <p class="quiet">{state.tell(&said)}</p> }.into_any(),
                None => ().into_any(),
            }}
        </section>
    }
    .into_any()
}

fn table(state: State, view: PlanView, choices: &Choices) -> AnyView {
    let columns = vec![
        DataColumn::new(state.say(Key::RetrofitMeasuresTitle)),
        DataColumn::new(state.say(Key::ColumnInvestment)).all("number"),
        DataColumn::new(state.say(Key::ColumnSavingInPlan)).all("number"),
        DataColumn::new(state.say(Key::ResultNetPresentValue)).all("number"),
        DataColumn::new(state.say(Key::ChoiceFor)),
        DataColumn::new(state.say(Key::ChoiceTake)),
    ];
    let row = |line: &ChoiceLine| {
        let letters = if line.letters.is_empty() {
            state.say(Key::ChoiceNothing).to_string()
        } else {
            line.letters.clone()
        };
        let label = state.tell(&Message::new(Key::ChoiceTakeOf).with("measures", letters.clone()));
        let measures = line.measures.clone();
        let take = move |_| {
            if let Some(edit) = view.typed(|sheet| taking(sheet, &measures)) {
                state.edit(edit);
            }
        };
        let last = match line.is_plan {
            true => state.say(Key::ChoiceIsPlan).into_any(),
            false => {
                view! { <button class="plain" aria-label=label on:click=take>{state.say(Key::ChoiceTake)}</button> }
                    .into_any()
            }
        };
        let best: Vec<&str> = line.best_for.iter().map(|key| state.say(*key)).collect();
        let mut cells = vec![letters.into_any()];
        cells.extend(line.amounts.iter().map(|amount| amount.clone().into_any()));
        cells.extend([best.join("; ").into_any(), last]);
        cells
    };
    let rows: Vec<_> = choices.lines.iter().map(row).collect();
    let notes = choices.notes.iter().map(|note| view! { <p class="notice caution">{state.tell(note)}</p> });
    view! { {notes.collect_view()} {scrolled(state, Key::ChoiceTitle, "data best-sets", columns, rows)} }
        .into_any()
}
