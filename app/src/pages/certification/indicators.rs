//! Indicators of the institution: its tables, the flow of the night, and what the rubric measures.

use leptos::prelude::*;

use super::rubric::rubric_of;
use super::view::ReviewView;
use super::{nights, score};
use crate::attachments;
use crate::state::State;
use crate::widgets::{DataColumn, Field, Line, data_table, figure_view, or_none, rate_cell, unverified_mark};
use water_ledger::catalog::person_quota_choices;
use water_ledger::evaluate::{Indicator, IndicatorInput, ReviewResults};
use water_ledger::ledger::{
    FIXTURES, INDICATORS, INSTITUTION_METERS, IndicatorColumn, PEOPLE, ReviewEntry, RowId, USES,
};
use water_ledger::show;
use water_ledger::show::certification::PersonCount;
use water_ledger::text::{Key, Message};

/// The step.
pub fn tab(state: State, view: ReviewView) -> AnyView {
    let language = state.language.get_untracked();
    let rubric = rubric_of(view);
    let who_counts = move || {
        let rubric = rubric.get();
        let counts = untrack(|| view.with(|_, found| show::certification::person_counts(found)));
        let rule = show::certification::people_rule(rubric.as_deref(), &counts.unwrap_or_default(), language);
        let sentence = |(said, is_open): (String, bool)| {
            let mark = is_open.then(|| unverified_mark(*state, state.say(Key::PeopleTitle).to_string()));
            view! { <p class="quiet">{said} " " {mark}</p> }
        };
        rule.into_iter().map(sentence).collect_view()
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::FactsLead)}</p>
                <p class="entry-fields">
                    {view.entry(state, ReviewEntry::Supplied)}
                    {view.entry(state, ReviewEntry::Days)}
                    {view.entry(state, ReviewEntry::Weight)}
                    {view.entry(state, ReviewEntry::Mean)}
                    {quota_choice(state, view)}
                    {view.entry(state, ReviewEntry::Advanced)}
                    {view.entry(state, ReviewEntry::General)}
                </p>
                {view.table(state, &PEOPLE)}
                <div class="notes">{who_counts}</div>
                {view.table(state, &USES)}
                {view.table(state, &FIXTURES)}
                {fixture_standards(state)}
                {view.table(state, &INSTITUTION_METERS)}
                {attachments::of_meters(state, INSTITUTION_METERS.at(&[view.id]))}
                {nights::list(state, view)}
                {move || rubric.get().map(|_| untrack(|| measured(state, view)))}
            </div>
            {view.results(state, move |sheet, found| score::facts(state, sheet, found), move |sheet, found| view! { {score::more(state, sheet, found)} {figures(state, found)} }.into_any())}
        </div>
    }
    .into_any()
}

/// Which standard each kind of fixture is held to, folded until it is wanted.
fn fixture_standards(state: State) -> AnyView {
    let language = state.language.get_untracked();
    let headings = show::certification::FIXTURE_STANDARD_HEADINGS;
    let columns = headings.into_iter().map(|key| DataColumn::new(state.say(key))).collect();
    let rows = show::certification::fixture_standards(language).into_iter().map(|(cells, is_open)| {
        let [kind, number, rest @ ..] = cells;
        let mark = is_open.then(|| unverified_mark(*state, number.clone()));
        let number = view! { {number} " " {mark} }.into_any();
        [kind.into_any(), number].into_iter().chain(rest.map(IntoAny::into_any)).collect()
    });
    let title = state.say(Key::FixtureStandardsTitle);
    view! {
        <details class="more">
            <summary>{title}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=title>
                {data_table("data", None, columns, rows.collect::<Vec<_>>())}
            </div>
        </details>
    }
    .into_any()
}

/// The quota by person that applies.
fn quota_choice(state: State, view: ReviewView) -> AnyView {
    let language = state.language.get_untracked();
    let quotas = person_quota_choices().into_iter();
    let quotas = quotas.map(|one| (one.code.to_string(), one.name.get(language).to_string()));
    let label = state.say(Key::PersonQuotaField).to_string();
    let choices = or_none(state, Key::ChooseClass, quotas);
    view.entry_field(state, ReviewEntry::Quota).choice("entry-field", label, choices)
}

fn figures(state: State, found: &ReviewResults) -> AnyView {
    let figures = &found.figures;
    let of = |id: &'static str, name: Key, metric: &str| {
        figure_view(*state, id, name, figures.figure(metric).cloned())
    };
    let by_night = figures.leak_by_night.as_ref().and_then(|rate| rate.value());
    // The count that the items rest on, and the water by it; another count beside it would be a second truth.
    let counted = show::certification::person_counts(found).into_iter().map(|count| {
        let people = count.figure(found).cloned();
        match count {
            PersonCount::People => view! {
                {figure_view(*state, "people", count.name(), people)}
                {of("per-person-day", Key::ResultPerDay, "unit.water_per_person_day")}
            }
            .into_any(),
            PersonCount::Standard => view! {
                {figure_view(*state, "standard-people", count.name(), people)}
                {of("per-person-year", Key::ResultPerYear, "unit.water_per_person_year")}
            }
            .into_any(),
        }
    });
    view! {
        {counted.collect_view()}
        {of("fixture-rate", Key::ResultFixtureRate, "unit.water_saving_fixture_rate")}
        {of("fixture-leak", Key::ResultFixtureLeak, "unit.fixture_leak_rate")}
        {of("network-leak", Key::ResultNetworkLeak, "unit.network_leak_rate")}
        {by_night.map(|rate| figure_view(*state, "network-leak-by-night", Key::ResultLeakByNight, Some(rate)))}
        {figure_view(*state, "night-leak", Key::ResultNightLeak, figures.night_leak.clone())}
    }
    .into_any()
}

/// What the rubric measures: each with where it was taken from, and fields to say better.
fn measured(state: State, view: ReviewView) -> AnyView {
    // Which indicators there are changes with the rubric; their figures change with each keystroke.
    let names = Memo::new(move |_| {
        let names = |found: &ReviewResults| {
            found.indicators.iter().map(|indicator| indicator.name.clone()).collect::<Vec<_>>()
        };
        view.with(|_, found| names(found)).unwrap_or_default()
    });
    view! {
        <section class="table-block" aria-labelledby="facts-title">
            <h2 id="facts-title">{state.say(Key::FactsTitle)}</h2>
            <p class="quiet">{state.say(Key::FactsHow)}</p>
            <ul class="facts">
                <For each=move || names.get() key=Clone::clone let:name>
                    {untrack(|| indicator(state, view, name))}
                </For>
            </ul>
        </section>
    }
    .into_any()
}

fn indicator(state: State, view: ReviewView, name: String) -> Option<AnyView> {
    let language = state.language.get_untracked();
    let now = Memo::new(move |_| view.with(|_, found| found.indicator(&name).cloned()).flatten());
    let first = now.get_untracked()?;
    let items = view
        .with(|_, found| {
            Some(show::certification::indicator_items(found.rubric.as_deref()?, &first, language))
        })
        .flatten()
        .unwrap_or_default();
    let mark = first
        .metric
        .filter(|metric| !metric.info().source.status.is_verified())
        .map(|metric| unverified_mark(*state, metric.info().name.get(language).to_string()));
    let inputs = first.inputs.iter().filter_map(|one| Some(input(state, view, now, one, one.row?)));
    let direct = first.row.map(|row| {
        let label = state.say(Key::FactDirect).to_string();
        let unit = show::certification::indicator_unit(&first, language);
        value_of(state, view, row).line(Line { label, unit, is_number: true, ..Line::default() })
    });
    let is_folded = first.figure.is_some() || first.inputs.is_empty();
    Some(
        view! {
            <li>
                <h3>{show::certification::indicator_name(&first, language)} {mark}</h3>
                <p class="fact-value">{move || now.with(|indicator| indicator.as_ref().map(|indicator| value(state, indicator)))}</p>
                <p class="quiet">{state.tell(&Message::new(Key::FactItems).with("items", items))}</p>
                <details class="more" open=!is_folded>
                    <summary>{state.say(Key::FactEnter)}</summary>
                    <div class="entry-fields">{inputs.collect_view()} {direct}</div>
                </details>
            </li>
        }
        .into_any(),
    )
}

/// The number, and what it was taken from.
pub fn value(state: State, indicator: &Indicator) -> AnyView {
    let figure = indicator.figure.as_ref().map(|figure| rate_cell(*state, figure));
    view! { {figure} " " <span class="quiet">{state.say(show::certification::indicator_origin(indicator))}</span> }
        .into_any()
}

/// An input; what the tables say of it stands in it lightly until something is typed.
fn input(
    state: State,
    view: ReviewView,
    now: Memo<Option<Indicator>>,
    one: &IndicatorInput,
    row: RowId,
) -> AnyView {
    let language = state.language.get_untracked();
    let key = one.input.key;
    let offered = Signal::derive(move || {
        now.with(|indicator| {
            let input = indicator.as_ref()?.inputs.iter().find(|input| input.input.key == key)?;
            Some(input.offered.as_ref()?.shown())
        })
        .unwrap_or_default()
    });
    let label = one.input.name.get(language).to_string();
    let unit = show::certification::indicator_input_unit(one, language);
    value_of(state, view, row).line(Line {
        label,
        unit,
        is_number: true,
        hint: Some(offered),
        ..Line::default()
    })
}

/// The field into which a number is typed.
pub fn value_of(state: State, view: ReviewView, row: RowId) -> Field {
    view.cell(state, &INDICATORS, row, IndicatorColumn::Value)
}
