//! The ways of a plan's measures to a rubric's pass line.

use leptos::prelude::*;

use super::search::{Finding, Searched, search};
use super::view::{PlanView, take};
use crate::pages::way_to_retrofit::way_to_retrofit;
use crate::part::{Part, part};
use crate::results;
use crate::state::State;
use crate::widgets::{ChartFrame, DataColumn, data_table, verdict_view};
use water_ledger::exchange::{Beginning, RETROFIT, Route};
use water_ledger::ledger::{RETROFITS, REVIEWS, RetrofitEntry, RowId};
use water_ledger::show::retrofit::{PassLines, PassPlan, pass_lines};
use water_ledger::text::{Key, Message};

/// Whose ways are shown.
#[derive(Clone, Copy)]
pub enum WaysOf {
    /// Of one plan.
    Plan(RowId),
    /// Of every plan about an institution's year.
    Review(RowId),
}

/// What evaluates plans and finds ways, which comes when it is asked for.
pub static WAYS: &Part<(State, WaysOf)> = part!(pass_line, of: (State, WaysOf), match of {
    (state, WaysOf::Plan(plan)) => ways(state, view_of(state, plan)),
    (state, WaysOf::Review(review)) => plans(state, review),
});

fn view_of(state: State, id: RowId) -> PlanView {
    PlanView::new(state, id, |state, id| {
        results::retrofits_of_institutions(state).with(|all| all.results.plan(id).cloned())
    })
}

/// The plans about a year, each with its ways to the line; a way to begin one where there is none.
fn plans(state: State, review: RowId) -> AnyView {
    let all = Memo::new(move |_| {
        results::retrofits_of_institutions(state).with(|all| {
            let about = all.results.plans.iter().filter(|plan| plan.subject == Some(review));
            about.map(|plan| plan.id).collect::<Vec<_>>()
        })
    });
    let beginning = Beginning::at(vec![REVIEWS.at(&[]).row(review)]);
    let begin = move || {
        view! {
            <p class="quiet">{state.say(Key::PlanNone)} " " {way_to_retrofit(state, Key::PlanBegin, &beginning)}</p>
        }
    };
    view! {
        {move || all.with(Vec::is_empty).then(&begin)}
        <For each=move || all.get() key=|id| *id let:id>
            {plan(state, id)}
        </For>
    }
    .into_any()
}

fn plan(state: State, id: RowId) -> AnyView {
    let view = view_of(state, id);
    let name = move || {
        let typed = state.ledger.with(|ledger| {
            ledger.sheet(&RETROFITS, id).map(|plan| plan[RetrofitEntry::Name].trim().to_string())
        });
        typed.filter(|name| !name.is_empty()).unwrap_or_else(|| state.say(Key::RetrofitUntitled).to_string())
    };
    view! {
        <section class="table-block">
            <h2>{name}</h2>
            {ways(state, view)}
            <p><a class="way-on" href=Route::sheet(&RETROFIT, id.0).to_hash()>{state.say(Key::PlanOpen)}</a></p>
        </section>
    }
    .into_any()
}

/// The ways.
fn ways(state: State, plan: PlanView) -> AnyView {
    let find = |mut of: Searched| -> Finding<PassLines> {
        Box::pin(async move {
            pass_lines(&of.sheet, &of.found, of.language, &mut async || of.turns.go_on().await).await
        })
    };
    search(state, plan, find, move |lines| shown(state, plan, lines))
}

fn shown(state: State, plan: PlanView, lines: &PassLines) -> AnyView {
    let notes = lines.notes.iter().map(|note| view! { <p class="quiet">{state.tell(note)}</p> });
    view! {
        <div data-figure="plan">{verdict_view(*state, &lines.verdict)}</div>
        {lines.curve.clone().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })}
        {(!lines.lines.is_empty()).then(|| table(state, plan, &lines.lines))}
        {notes.collect_view()}
    }
    .into_any()
}

fn table(state: State, plan: PlanView, lines: &[PassPlan]) -> AnyView {
    let mut columns = vec![DataColumn::new(state.say(Key::ColumnPlan))];
    let numbers = [Key::ColumnInvestment, Key::ColumnYearlyBenefit, Key::ColumnMonths, Key::ColumnScore];
    columns.extend(numbers.map(|name| DataColumn::new(state.say(name)).all("number")));
    columns.extend([Key::ColumnVerdict, Key::ChoiceTake].map(|name| DataColumn::new(state.say(name))));
    let row = |line: &PassPlan| {
        let last = take(state, plan, &line.name, &line.measures, line.is_plan);
        let mut cells = vec![line.name.clone().into_any()];
        cells.extend(line.numbers.iter().map(|text| text.clone().into_any()));
        cells.extend([state.say(line.verdict).into_any(), last]);
        cells
    };
    let name = plan.typed(|sheet| sheet[RetrofitEntry::Name].trim().to_string()).unwrap_or_default();
    let label = state.tell(&Message::new(Key::PlansOf).with("name", name));
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            {data_table("data ways-to-pass", None, columns, lines.iter().map(row).collect::<Vec<_>>())}
        </div>
    }
    .into_any()
}
