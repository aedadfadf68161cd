//! Plans about the same accounts beside each other.

use leptos::prelude::*;

use super::choice;
use super::view::{Shown, facts, more, scrolled};
use crate::state::State;
use crate::widgets::{DataColumn, rate_cell};
use water_ledger::exchange::{RETROFIT, Route};
use water_ledger::ledger::RetrofitEntry;
use water_ledger::show::retrofit::{ScenarioCell, ScenarioRow, Scenarios, scenarios};
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, shown: Shown) -> AnyView {
    let view = shown.plan;
    let language = state.language.get_untracked();
    let beside = Memo::new(move |_| {
        let all = (shown.all)(state);
        state.ledger.with(|ledger| scenarios(ledger, &all, view.id, language))
    });
    let energy = [RetrofitEntry::Energy, RetrofitEntry::Emission].map(|entry| view.entry(state, entry));
    view! {
        <div class="work">
            <div class="entry-side">
                <section class="table-block">
                    <h2>{state.say(Key::RetrofitScenariosTitle)}</h2>
                    <p class="quiet">{state.say(Key::RetrofitScenariosLead)}</p>
                    {move || beside.get().map(|beside| table(state, shown, &beside))}
                    <p class="entry-fields">{energy.into_iter().collect_view()}</p>
                </section>
                {choice::section(state, shown)}
            </div>
            {view.results(state, move |_, found| facts(state, found), move |_, found| more(state, found))}
        </div>
    }
    .into_any()
}

fn table(state: State, shown: Shown, beside: &Scenarios) -> AnyView {
    let tab = RETROFIT.tab("scenarios").unwrap_or(&RETROFIT.tabs[0]);
    let head = beside.plans.iter().map(|(id, name)| {
        let route = Route { tab, ..Route::sheet(&RETROFIT, id.0) };
        let is_here = (*id == shown.plan.id).then_some("true");
        let link = view! { <a href=route.to_hash() aria-current=is_here>{name.clone()}</a> };
        DataColumn::new(link.into_any()).all("number")
    });
    let columns = std::iter::once(DataColumn::new(state.say(Key::RateName))).chain(head).collect();
    let cell = |cell: &ScenarioCell| match cell {
        ScenarioCell::Figure(figure) => rate_cell(*state, figure),
        ScenarioCell::Text(text) => text.clone().into_any(),
    };
    let row = |row: &ScenarioRow| {
        std::iter::once(row.name.clone().into_any()).chain(row.cells.iter().map(cell)).collect::<Vec<_>>()
    };
    let rows: Vec<_> = beside.rows.iter().map(row).collect();
    scrolled(state, Key::RetrofitScenariosTitle, "data plans-beside", columns, rows)
}
