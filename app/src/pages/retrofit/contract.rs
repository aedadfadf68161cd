//! Years that differ, and who of two parties pays and gets what in each.

use leptos::prelude::*;

use super::charts::charts;
use super::view::{AfterView, facts, more, scrolled};
use crate::state::State;
use crate::widgets::{DataColumn, figure_view, or_none, rate_cell};
use water_ledger::evaluate::{Afterwards, ContractFigures, ContractYear, contract_terms};
use water_ledger::ledger::{Column, RETROFIT_YEARS, RetrofitEntry};
use water_ledger::retrofit::ContractMode;
use water_ledger::show;
use water_ledger::text::{Coded, Key, choices};

/// The tab.
pub fn tab(state: State, view: AfterView) -> AnyView {
    let language = state.language.get_untracked();
    let mode =
        move || view.typed(|sheet| ContractMode::from_typed(&sheet[RetrofitEntry::Contract])).flatten();
    let mode = Memo::new(move |_| mode());
    let modes = choices::<ContractMode>().into_iter();
    let modes: Vec<_> = modes.map(|one| (one.code.to_string(), one.name.get(language).to_string())).collect();
    let label = state.say(RetrofitEntry::Contract.spec().heading).to_string();
    let field = view.entry_field(state, RetrofitEntry::Contract);
    let contract = field.choice("entry-field", label, or_none(state, Key::ContractNone, modes));
    let terms = move || {
        let mode = mode.get()?;
        let entries = [RetrofitEntry::Term].iter().chain(contract_terms(mode));
        let entries = entries.map(|entry| view.entry(state, *entry)).collect_view();
        Some(view! { <p class="entry-fields">{entries}</p> <p class="quiet">{state.say(lead_of(mode))}</p> })
    };
    let drawn = move || {
        let chart = view.with(|_, found| show::retrofit::sides_chart(&found.contract, language));
        chart.flatten().into_iter().collect()
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="entry-fields">{contract} {view.entry(state, RetrofitEntry::Growth)}</p>
                {terms}
                {view.table(state, &RETROFIT_YEARS)}
                <p class="quiet">{state.say(Key::ContractYearsLead)}</p>
                {move || view.with(|_, found| (mode.get().is_some()).then(|| sides(state, &found.contract)))}
                {charts(drawn)}
            </div>
            {view.results(state, move |_, found| facts(state, &found.plan), move |_, found| results(state, found))}
        </div>
    }
    .into_any()
}

/// What a kind of contract is.
fn lead_of(mode: ContractMode) -> Key {
    match mode {
        ContractMode::Shared => Key::ContractSharedLead,
        ContractMode::Guaranteed => Key::ContractGuaranteedLead,
        ContractMode::Entrusted => Key::ContractEntrustedLead,
        ContractMode::Leased => Key::ContractLeasedLead,
    }
}

/// The flows of both sides.
fn sides(state: State, found: &ContractFigures) -> AnyView {
    if found.years.is_empty() {
        return view! { <p class="quiet">{state.say(Key::ContractNeedsMoney)}</p> }.into_any();
    }
    let columns = [Key::ColumnProject, Key::ColumnCompany, Key::ColumnUser];
    let columns = columns.map(|key| DataColumn::new(state.say(key)).all("number"));
    let columns = std::iter::once(DataColumn::new(state.say(Key::ColumnYearOn))).chain(columns).collect();
    let row = |year: &ContractYear| {
        let flows = [&year.project, &year.company, &year.user].map(|flow| rate_cell(*state, flow));
        std::iter::once(year.year.to_string().into_any()).chain(flows).collect()
    };
    let rows = found.years.iter().map(row).collect();
    view! {
        <section class="table-block">
            <h2>{state.say(Key::ContractSidesTitle)}</h2>
            {scrolled(state, Key::ContractSidesTitle, "data contract-years", columns, rows)}
            <p class="quiet">{state.say(Key::ContractSidesNote)}</p>
        </section>
    }
    .into_any()
}

/// What both sides get, before what else there is to know of the plan.
fn results(state: State, found: &Afterwards) -> AnyView {
    let contract = &found.contract;
    let notes = show::retrofit::contract_notes(contract).into_iter();
    view! {
        {notes.map(|note| view! { <p class="notice caution">{state.tell(&note)}</p> }).collect_view()}
        {figure_view(*state, "company-npv", Key::ResultCompanyValue, contract.company_value.clone())}
        {figure_view(*state, "company-irr", Key::ResultCompanyRate, contract.company_rate.clone())}
        {figure_view(*state, "user-npv", Key::ResultUserValue, contract.user_value.clone())}
        {figure_view(*state, "breakeven-share", Key::ResultBreakevenShare, contract.breakeven.clone())}
        {more(state, &found.plan)}
    }
    .into_any()
}
