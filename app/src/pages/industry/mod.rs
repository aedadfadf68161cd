//! 工业, the industrial page: periods, and in each the plant's water, its balance, its rates, its cost.

mod balance;
mod cooling;
mod costs;
mod network;
mod prerequisites;
mod rates;
mod sheets;
mod view;

use leptos::prelude::*;

pub use self::sheets::SheetsPage;
use self::view::PeriodView;
use crate::address;
use crate::state::{Notice, State};
use water_ledger::exchange::{Industry, PlantTab, Route};
use water_ledger::ledger::{Edit, PeriodId, PlantEntry, PlantExample};
use water_ledger::text::{Key, Message};

/// The industrial page.
#[component]
pub fn IndustryPage() -> impl IntoView {
    let state = State::expect();
    let period = selected_period(state);
    let tab = Memo::new(move |_| at(state).tab);
    let is_held = move || state.keeper.held.with(Option::is_some);
    view! {
        <h1 tabindex="-1">{state.say(Key::IndustryTitle)}</h1>
        <p class="lead">{state.say(Key::IndustryLead)}</p>
        {move || {
            (!is_held()).then(|| view! {
                {period_tabs(state, period, tab)}
                {move || match period.get() {
                    Some(id) => sheet(state, id, tab),
                    None => start(state),
                }}
            })
        }}
    }
}

/// The part of the page that the address names.
fn at(state: State) -> Industry {
    match state.route.get() {
        Route::Industry(part) => part,
        _ => Industry::default(),
    }
}

/// The period of the address; where it names none that is there, the one shown before, else the last.
fn selected_period(state: State) -> Memo<Option<PeriodId>> {
    Memo::new(move |before: Option<&Option<PeriodId>>| {
        let wanted = at(state).period;
        state.ledger.with(|ledger| {
            let there = |id: &PeriodId| ledger.industry.period(*id).is_some();
            let shown = wanted.filter(there).or(before.copied().flatten().filter(there));
            shown.or_else(|| ledger.industry.periods.last().map(|sheet| sheet.id))
        })
    })
}

/// What stands here before there is a period.
fn start(state: State) -> AnyView {
    view! {
        <section class="start">
            <p>{state.say(Key::Empty)} " " {state.say(Key::PlantStart)}</p>
            <p class="buttons">
                <button id="first-period" class="primary" on:click=move |_| state.edit(Edit::AddPeriod)>{state.say(Key::PeriodAdd)}</button>
                {examples(state)}
            </p>
        </section>
    }
    .into_any()
}

fn examples(state: State) -> Vec<AnyView> {
    let button = |example: PlantExample| {
        view! { <button on:click=move |_| state.open_plant_example(example)>{state.say(example.name())}</button> }.into_any()
    };
    PlantExample::ALL.into_iter().map(button).collect()
}

fn period_tabs(state: State, period: Memo<Option<PeriodId>>, tab: Memo<PlantTab>) -> AnyView {
    let sheets = move || {
        state.ledger.with(|ledger| {
            let periods = ledger.industry.periods.iter();
            periods.map(|sheet| (sheet.id, sheet.period.trim().to_string())).collect::<Vec<_>>()
        })
    };
    // Another period is looked at through the same tab.
    let address_of = move |id| Route::Industry(Industry { period: Some(id), tab: tab.get() });
    let add = move |_| {
        state.edit(Edit::AddPeriod);
        let added =
            state.ledger.with_untracked(|ledger| ledger.industry.periods.last().map(|sheet| sheet.id));
        if let Some(id) = added {
            address::go(Route::Industry(Industry { period: Some(id), tab: PlantTab::Network }));
        }
    };
    let entry = move |(id, name): (PeriodId, String)| {
        let current = move || (period.get() == Some(id)).then_some("true");
        let name = if name.is_empty() { state.say(Key::PeriodUntitled).to_string() } else { name };
        view! { <li><a href=move || address_of(id).to_hash() aria-current=current>{name}</a></li> }.into_any()
    };
    view! {
        <nav class="tabs" aria-label=state.say(Key::PeriodsLabel) class:empty=move || sheets().is_empty()>
            <ul>{move || sheets().into_iter().map(entry).collect_view()}</ul>
            <button class="plain" on:click=add>"+ " {state.say(Key::PeriodAdd)}</button>
        </nav>
    }
    .into_any()
}

/// A period: its name, its tabs, and the one that is shown.
fn sheet(state: State, id: PeriodId, tab: Memo<PlantTab>) -> AnyView {
    let view = PeriodView::new(state, id);
    let remove = move |_| {
        state.edit(Edit::RemovePeriod(id));
        state.notify(Notice::quiet(Message::new(Key::PeriodRemoved)));
        request_animation_frame(|| {
            // The keyboard goes to the period that is shown now, or to the first button when there is none.
            let _ = address::focus("period") || address::focus("first-period");
        });
    };
    view! {
        <div class="year">
            {view.entry(state, PlantEntry::Period, "")}
            <button class="plain" on:click=remove>{state.say(Key::PeriodRemove)}</button>
        </div>
        {tabs(state, id, tab)}
        {move || match tab.get() {
            PlantTab::Network | PlantTab::Sheets => network::tab(state, view),
            PlantTab::Balance => balance::tab(state, view),
            PlantTab::Rates => rates::tab(state, view),
            PlantTab::Cooling => cooling::tab(state, view),
            PlantTab::Costs => costs::tab(state, view),
        }}
    }
    .into_any()
}

fn tabs(state: State, id: PeriodId, shown: Memo<PlantTab>) -> AnyView {
    let address = move |tab: PlantTab| Route::Industry(Industry { period: Some(id), tab }).to_hash();
    let tab = move |tab: PlantTab| {
        let current = move || (shown.get() == tab).then_some("true");
        view! { <li><a href=address(tab) aria-current=current>{state.say(name(tab))}</a></li> }.into_any()
    };
    let entries = PlantTab::ALL.into_iter().filter(|tab| *tab != PlantTab::Sheets).map(tab).collect_view();
    view! {
        <nav class="tabs sections" aria-label=state.say(Key::PlantSectionsLabel)>
            <ul>{entries}</ul>
            <a class="to-report" href=address(PlantTab::Sheets)>{state.say(Key::SectionSheets)}</a>
        </nav>
    }
    .into_any()
}

fn name(tab: PlantTab) -> Key {
    match tab {
        PlantTab::Network => Key::SectionNetwork,
        PlantTab::Balance => Key::SectionBalance,
        PlantTab::Rates => Key::SectionRates,
        PlantTab::Cooling => Key::SectionCooling,
        PlantTab::Costs => Key::SectionCosts,
        PlantTab::Sheets => Key::SectionSheets,
    }
}
