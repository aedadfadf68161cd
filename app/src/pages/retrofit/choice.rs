//! Which measures: the sets that no other beats, one of which can be taken.

use leptos::prelude::*;

use super::pass_line::{WAYS, WaysOf};
use super::search::{Finding, Searched, search};
use super::view::{PlanView, Shown, scrolled, take};
use crate::state::State;
use crate::widgets::DataColumn;
use water_ledger::ledger::RetrofitEntry;
use water_ledger::show::retrofit::{ChoiceLine, Choices, choices};
use water_ledger::text::Key;

/// The section.
pub fn section(state: State, shown: Shown) -> AnyView {
    let view = shown.plan;
    let find = |mut of: Searched| -> Finding<Choices> {
        Box::pin(async move {
            Some(choices(&of.sheet, &of.found, of.language, &mut async || of.turns.go_on().await).await)
        })
    };
    let entries = [RetrofitEntry::Budget, RetrofitEntry::Goal].map(|entry| view.entry(state, entry));
    view! {
        <section class="table-block">
            <h2>{state.say(Key::ChoiceTitle)}</h2>
            <p class="quiet">{state.say(Key::ChoiceLead)}</p>
            <p class="entry-fields">{entries.into_iter().collect_view()}</p>
            {search(state, view, find, move |choices| table(state, view, choices))}
        </section>
        {to_the_line(state, view)}
    }
    .into_any()
}

/// Of an institution with a rubric, the ways to its pass line.
fn to_the_line(state: State, view: PlanView) -> AnyView {
    let has_line = move || view.with(|_, found| Some(found.before.as_ref()?.review()?.rubric.is_some()));
    let has_line = Memo::new(move |_| has_line().flatten().unwrap_or_default());
    view! {
        {move || has_line.get().then(|| view! {
            <section class="table-block">
                <h2>{state.say(Key::PlansTitle)}</h2>
                {WAYS.later((state, WaysOf::Plan(view.id)))}
            </section>
        })}
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
        let last = take(state, view, &letters, &line.measures, line.is_plan);
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
