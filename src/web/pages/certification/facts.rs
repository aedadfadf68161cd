//! Facts of the unit: its tables, the flow of the night, and what the rubric measures.

use leptos::prelude::*;

use super::rubric::rubric_of;
use super::view::ReviewView;
use super::{nights, score};
use crate::ledger::{Fact, FactColumn, ReviewAssessment, ReviewEntry, ReviewTable, RowId, TableAt};
use crate::quantity::Unit;
use crate::report;
use crate::text::{Key, Message};
use crate::web::state::State;
use crate::web::widgets::{cell_id, figure_view, rate_cell};

/// The step.
pub fn tab(state: State, view: ReviewView) -> AnyView {
    let language = state.language.get_untracked();
    let unit = |unit: Unit| unit.symbol(language);
    let rubric = rubric_of(view);
    let who_counts = move || {
        let rubric = rubric.get()?;
        let people = rubric.people_count.as_ref()?;
        let mark = (!people.status.is_verified())
            .then(|| view! { " " <span class="mark unverified">{state.say(Key::MarkUnverified)}</span> });
        Some(view! { <p class="quiet">{people.text.get(language).to_string()} {mark}</p> })
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::FactsLead)}</p>
                <p class="entry-fields">
                    {view.entry(state, ReviewEntry::Supplied, unit(Unit::CubicMetre))}
                    {view.entry(state, ReviewEntry::Days, unit(Unit::Day))}
                    {view.entry(state, ReviewEntry::Weight, "")}
                    {view.entry(state, ReviewEntry::Mean, unit(Unit::CubicMetrePerPersonYear))}
                    {view.entry(state, ReviewEntry::Advanced, unit(Unit::CubicMetrePerPersonYear))}
                    {view.entry(state, ReviewEntry::General, unit(Unit::CubicMetrePerPersonYear))}
                </p>
                {view.table(state, ReviewTable::People)}
                {who_counts}
                {view.table(state, ReviewTable::Uses)}
                {view.table(state, ReviewTable::Fixtures)}
                {view.table(state, ReviewTable::Meters)}
                {nights::list(state, view)}
                {move || rubric.get().map(|_| untrack(|| measured(state, view)))}
            </div>
            {view.results(state, move |_, found| view! { {score::summary(state, found)} {figures(state, found)} }.into_any())}
        </div>
    }
    .into_any()
}

fn figures(state: State, found: &ReviewAssessment) -> AnyView {
    let of = |id: &str| found.figures.figure(id).cloned();
    view! {
        {figure_view(*state, "standard-people", Key::ResultStandardPeople, found.figures.standard_people.clone())}
        {figure_view(*state, "per-person-year", Key::ResultPerYear, of("unit.water_per_person_year"))}
        {figure_view(*state, "per-person-day", Key::ResultPerDay, of("unit.water_per_person_day"))}
        {figure_view(*state, "network-leak", Key::ResultNetworkLeak, of("unit.network_leak_rate"))}
    }
    .into_any()
}

/// What the rubric measures: each with where it was taken from, and fields to say better.
fn measured(state: State, view: ReviewView) -> AnyView {
    // Which facts there are changes with the rubric; their figures change with each keystroke.
    let names = Memo::new(move |_| {
        let names =
            |found: &ReviewAssessment| found.facts.iter().map(|fact| fact.name.clone()).collect::<Vec<_>>();
        view.with(|_, found| names(found)).unwrap_or_default()
    });
    view! {
        <section class="table-block" aria-labelledby="facts-title">
            <h2 id="facts-title">{state.say(Key::FactsTitle)}</h2>
            <p class="quiet">{state.say(Key::FactsHow)}</p>
            <ul class="facts">
                <For each=move || names.get() key=Clone::clone let:name>
                    {untrack(|| fact(state, view, name))}
                </For>
            </ul>
        </section>
    }
    .into_any()
}

fn fact(state: State, view: ReviewView, name: String) -> Option<AnyView> {
    let language = state.language.get_untracked();
    let known = Memo::new(move |_| view.with(|_, found| found.fact(&name).cloned()).flatten());
    let first = known.get_untracked()?;
    let items = view
        .with(|_, found| Some(report::measuring_items(found.rubric.as_deref()?, &first, language)))
        .flatten()
        .unwrap_or_default();
    let figure =
        move || known.with(|fact| fact.as_ref()?.figure.as_ref().map(|figure| rate_cell(*state, figure)));
    let origin = move || known.with(|fact| fact.as_ref().map(|fact| state.say(report::fact_origin(fact))));
    let inputs = first.inputs.iter().filter_map(|one| {
        let key = one.input.key;
        let offered = move || {
            known.with(|fact| {
                let one = fact.as_ref()?.inputs.iter().find(|one| one.input.key == key)?;
                Some(one.offered.as_ref()?.quantity().display(language))
            })
        };
        let unit = report::input_unit(measure(one.input)?, language);
        Some(field(state, view, one.row?, one.input.name.get(language), unit, Signal::derive(offered)))
    });
    let unit = first.metric.map_or("", |metric| report::output_unit(metric.card().output.measure, language));
    let direct = first
        .row
        .map(|row| field(state, view, row, state.say(Key::FactDirect), unit, Signal::stored(None::<String>)));
    let is_folded = first.figure.is_some() || first.inputs.is_empty();
    Some(
        view! {
            <li>
                <h3>{report::fact_name(&first, language)}</h3>
                <p class="fact-value">{figure} " " <span class="quiet">{origin}</span></p>
                <p class="quiet">{state.tell(&Message::new(Key::FactItems).with("items", items))}</p>
                <details class="more" open=!is_folded>
                    <summary>{state.say(Key::FactEnter)}</summary>
                    <p class="entry-fields">{inputs.collect_view()} {direct}</p>
                </details>
            </li>
        }
        .into_any(),
    )
}

fn measure(input: &crate::metric::Input) -> Option<crate::metric::Measure> {
    match input.shape {
        crate::metric::Shape::Number(spec) | crate::metric::Shape::Optional(spec) => Some(spec.measure),
        _ => None,
    }
}

/// A number of a fact; what it is taken for while nothing is typed stands in it lightly.
fn field(
    state: State,
    view: ReviewView,
    row: RowId,
    name: &'static str,
    unit: &'static str,
    offered: Signal<Option<String>>,
) -> AnyView {
    let column = FactColumn::Value.index();
    let text = view.cell(ReviewTable::Facts, row, column);
    let problem = view.cell_problem(ReviewTable::Facts, row, column);
    let id = cell_id(TableAt::Review(view.id, ReviewTable::Facts), row, column);
    let problem_id = format!("{id}-problem");
    let described = problem_id.clone();
    view! {
        <label class="entry-field">
            <span>{name}</span>
            " "
            <input
                id=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                placeholder=move || offered.get()
                prop:value=text
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=move || problem.get().map(|_| described.clone())
                on:input=move |event| view.set(state, ReviewTable::Facts, row, column, event_target_value(&event))
            />
            <span class="unit">{unit}</span>
        </label>
        {move || problem.get().map(|message| view! { <span class="field-problem" id=problem_id.clone()>{state.tell(&message)}</span> })}
    }
    .into_any()
}

/// The facts of an item, each with the way to where it is entered.
pub fn of_item(state: State, view: ReviewView, item: &str) -> AnyView {
    let item = item.to_string();
    let language = state.language.get_untracked();
    let facts = Memo::new(move |_| {
        let of = |found: &ReviewAssessment| {
            let measures = |fact: &&Fact| fact.items.contains(&item);
            found.facts.iter().filter(measures).cloned().collect::<Vec<Fact>>()
        };
        view.with(|_, found| of(found)).unwrap_or_default()
    });
    let line = move |fact: Fact| {
        let figure = fact.figure.as_ref().map(|figure| rate_cell(*state, figure));
        view! {
            <li>{report::fact_name(&fact, language)} " " {figure} " " <span class="quiet">{state.say(report::fact_origin(&fact))}</span></li>
        }
        .into_any()
    };
    view! { <ul class="item-facts">{move || facts.get().into_iter().map(line).collect_view()}</ul> }
        .into_any()
}
