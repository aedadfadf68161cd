//! The region: every district of a year, the classes, the settings of the year, the trend.

use leptos::prelude::*;

use super::results::results;
use super::trends;
use super::year::YearView;
use crate::state::State;
use crate::widgets::EntryTable;
use water_ledger::irrigation::MuConvention;
use water_ledger::ledger::{CLASSES, DISTRICTS, YearEntry};
use water_ledger::show;
use water_ledger::text::{Key, Message};

/// The tab.
pub fn tab(state: State, view: YearView) -> AnyView {
    view! {
        <div class="work">
            <div class="entry-side">
                {districts(state, view)}
                <details class="more">
                    <summary>{state.say(Key::ClassesTitle)}</summary>
                    <p class="quiet">{state.say(Key::ClassesLead)}</p>
                    {view.sheet.table(state, &CLASSES)}
                    {mu_choice(state, view)}
                </details>
                {trends::charts(state, Some(view))}
            </div>
            {move || view.sheet.with(|sheet, year| results(state, sheet, year))}
        </div>
    }
    .into_any()
}

fn districts(state: State, view: YearView) -> Option<AnyView> {
    let caption = Signal::derive(move || {
        let year = view.sheet.typed(|sheet| sheet[YearEntry::Year].trim().to_string());
        match year.unwrap_or_default().as_str() {
            "" => state.say(Key::TableUntitled).to_string(),
            year => state.tell(&Message::new(Key::TableCaption).with("year", year)),
        }
    });
    let make = move |before: Option<&show::TableView>| {
        view.sheet
            .with(|sheet, year| show::irrigation::year_table(before, sheet, year, DISTRICTS.at(&[sheet.id])))
    };
    let first = untrack(|| make(None))?;
    let sheet = Memo::new(move |before: Option<&show::TableView>| {
        make(before).or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    Some(view! { <EntryTable caption sheet/> }.into_any())
}

/// How many square metres a mu is taken for.
fn mu_choice(state: State, view: YearView) -> AnyView {
    let label = state.say(Key::MuField).to_string();
    view.sheet.entry_field(state, YearEntry::Mu).choice_of(MuConvention::Exact, label)
}
