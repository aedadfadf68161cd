//! What was made in the period, every rate, and how rates stand to limits and quotas.

use leptos::prelude::*;

use super::network;
use super::prerequisites;
use super::view::PeriodView;
use crate::attachments;
use crate::results;
use crate::state::State;
use crate::widgets::{ChartFrame, DataColumn, data_table, mark, or_none, rate_cell, unverified_mark};
use water_ledger::catalog;
use water_ledger::evaluate::PeriodResults;
use water_ledger::ledger::{METERS, PRODUCTS, PlantEntry, Row};
use water_ledger::show;
use water_ledger::show::plant::JudgedRate;
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: PeriodView) -> AnyView {
    let language = state.language.get_untracked();
    let charts = move || {
        let trends = state.ledger.with(|ledger| {
            results::plant(state).with(|found| show::plant::rate_trends(ledger, found, language))
        });
        trends.into_iter().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> }).collect_view()
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::RatesLead)}</p>
                <p class="entry-fields">
                    {sector_choice(state, view)}
                    {view.entry(state, PlantEntry::ValueAdded)}
                    {view.entry(state, PlantEntry::OutputValue)}
                    {view.entry(state, PlantEntry::Staff)}
                    {view.entry(state, PlantEntry::Days)}
                    {view.entry(state, PlantEntry::StaffWater)}
                    {view.entry(state, PlantEntry::Compliant)}
                </p>
                {prerequisites::list(state, view)}
                {view.table(state, &PRODUCTS)}
                {move || view.with(|sheet, found| rates(state, sheet, found))}
                {view.intake_note(state)}
                {view.table(state, &METERS)}
                {attachments::of_meters(state, METERS.at(&[view.id]))}
                {charts}
            </div>
            {view.results(state, move |sheet, found| facts(state, sheet, found), |_, _| ().into_any())}
        </div>
    }
    .into_any()
}

/// The plant's facts, with how its rates stand to what is asked of them.
fn facts(state: State, sheet: &Row, found: &PeriodResults) -> AnyView {
    let judged = show::plant::judged_rates(sheet, found);
    network::facts_with(
        state,
        found,
        show::plant::rates_verdict_word(&judged, state.language.get_untracked()),
    )
}

/// The sector whose limits apply.
fn sector_choice(state: State, view: PeriodView) -> AnyView {
    let language = state.language.get_untracked();
    let sectors = catalog::sectors().into_iter();
    let sectors = sectors.map(|one| (one.code.to_string(), one.name.get(language).to_string()));
    let choices = or_none(state, Key::SectorNone, sectors);
    let label = state.say(Key::SectorField).to_string();
    view.entry_field(state, PlantEntry::Sector).choice("entry-field", label, choices)
}

fn rates(state: State, sheet: &Row, found: &PeriodResults) -> AnyView {
    let judged = show::plant::judged_rates(sheet, found);
    let none = judged.is_empty();
    let row = |rate: &JudgedRate| {
        let requirement = rate.requirement.as_ref().map(|requirement| state.tell(requirement));
        let title = rate.title(state.language.get_untracked());
        let unverified = rate.is_unverified.then(|| unverified_mark(*state, title.clone()));
        vec![
            title.into_any(),
            rate_cell(*state, &rate.figure),
            view! { {requirement} {unverified.map(|mark| view! { " " {mark} })} }.into_any(),
            rate.mark().map(|one| mark(*state, one)).into_any(),
        ]
    };
    let columns = vec![
        DataColumn::new(state.say(Key::RateName)),
        DataColumn::new(state.say(Key::RateValue)).cells("computed"),
        DataColumn::new(state.say(Key::RateRequirement)),
        DataColumn::new(state.say(Key::RateVerdict)),
    ];
    let table = data_table("data rates", None, columns, judged.iter().map(row));
    let without_meaning = show::plant::rates_without_meaning(found, state.language.get_untracked());
    view! {
        <section class="table-block">
            <h2 id="rates-title">{state.say(Key::RatesTitle)}</h2>
            {none.then(|| view! { <p class="quiet">{state.say(Key::RatesNone)}</p> })}
            <div class="scroll" tabindex="0" role="region" aria-labelledby="rates-title">
                {table}
            </div>
            {without_meaning.map(|said| view! { <p class="quiet">{state.tell(&said)}</p> })}
        </section>
    }
    .into_any()
}
