//! The measures of a plan and what each changes.

use leptos::prelude::*;

use super::MORE;
use super::view::{PlanView, Shown, facts, more};
use crate::pages::parts;
use crate::state::State;
use water_ledger::ledger::{CHANGES, RETROFIT_MEASURES, RetrofitEntry};
use water_ledger::show::{self, TableView};
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, shown: Shown) -> AnyView {
    let view = shown.plan;
    let entries = [RetrofitEntry::Price, RetrofitEntry::Rate, RetrofitEntry::Years]
        .map(|entry| view.entry(state, entry));
    view! {
        <div class="work">
            <div class="entry-side">
                <div class="year-entries">{entries.into_iter().collect_view()}</div>
                <p class="quiet">{state.say(Key::PriceLead)}</p>
                {view.table(state, &RETROFIT_MEASURES)}
                {MORE.later((state, "library", shown))}
                <p class="quiet">{state.say(Key::ChangesLead)}</p>
                {changes(state, view)}
                {MORE.later((state, "charts", shown))}
            </div>
            {view.results(state, move |_, found| facts(state, found), move |_, found| more(state, found))}
        </div>
    }
    .into_any()
}

/// The table of changes, which offers the numbers of the plant's sheet by name.
fn changes(state: State, view: PlanView) -> Option<AnyView> {
    let make = move |before: Option<&TableView>| {
        let language = state.language.get_untracked();
        let offering = view.with(|sheet, found| {
            let table = show::retrofit::retrofit_table(sheet, found, &CHANGES, before);
            show::retrofit::offering_targets(table, found, language)
        });
        view.taking_over(offering)
    };
    parts::table(state, CHANGES.title, Box::new(make))
}
