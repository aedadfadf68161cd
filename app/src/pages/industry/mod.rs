//! 工业, the industrial page: periods, and in each the plant's water, its balance, its rates, its cost.

mod balance;
mod cooling;
mod costs;
mod network;
mod prerequisites;
mod rates;
mod view;

use leptos::prelude::*;

use self::view::PeriodView;
use super::workbook::{self, OpenSheet, Sheets, Tab, Workbook};
use crate::part::{Part, part};
use crate::results;
use crate::state::State;
use water_ledger::exchange::{INDUSTRY, TabSpec};
use water_ledger::ledger::{PERIODS, PlantEntry, RowId};
use water_ledger::show::plant::balance_report;
use water_ledger::text::Key;

static SHEETS: Sheets = Sheets {
    page: &INDUSTRY,
    list: &PERIODS,
    name: |sheet| sheet[PlantEntry::Period].trim().to_string(),
    usual: workbook::last,
};

static BOOK: Workbook = Workbook {
    sheets: &SHEETS,
    lead: Key::IndustryLead,
    start: Key::PlantStart,
    sheets_label: Key::PeriodsLabel,
    untitled: Key::PeriodUntitled,
    add: Key::PeriodAdd,
    add_unit: None,
    remove: Key::PeriodRemove,
    said_removed: Key::PeriodRemoved,
    first_entry: |id| PERIODS.entry(id, PlantEntry::Period),
    first_button: "first-period",
    below_start: |_| ().into_any(),
    tabs_label: Key::PlantSectionsLabel,
    are_steps: false,
    way_on: None,
    open,
};

/// The tabs beside the first, whose code comes when one of them is opened.
static TABS: [Tab<PeriodView>; 4] =
    [("balance", balance::tab), ("rates", rates::tab), ("cooling", cooling::tab), ("costs", costs::tab)];

static ANALYSES: &Part<(State, &TabSpec, PeriodView)> = part!(analyses, of: (State, &'static TabSpec, PeriodView), {
    let (state, tab, view) = of;
    workbook::view_of(&TABS, tab, state, view)
});

/// The industrial page.
pub fn page() -> AnyView {
    workbook::page(&BOOK)
}

/// The statistics and analysis sheets of the balance test, a page to print.
pub fn sheets() -> AnyView {
    workbook::report(&SHEETS, "report", Key::SheetsTitle, None, |state, id, derivations| {
        let language = state.language.get_untracked();
        state.ledger.with(|ledger| {
            results::plant(state).with(|found| balance_report(ledger, found, id, derivations, language))
        })
    })
}

fn open(state: State, id: RowId) -> OpenSheet {
    let view =
        PeriodView::new(state, id, |state, id| results::plant(state).with(|all| all.period(id).cloned()));
    let entries = [
        PlantEntry::Plant,
        PlantEntry::Organisation,
        PlantEntry::Tester,
        PlantEntry::TestedOn,
        PlantEntry::Note,
    ];
    let cover = entries.map(|entry| view.text_entry(state, entry)).into();
    OpenSheet {
        head: view! { {view.entry(state, PlantEntry::Period)} {workbook::cover_entries(state, cover)} }
            .into_any(),
        above_tab: ().into_any(),
        row: None,
        tab: Box::new(move |tab| {
            workbook::first_or_later(("network", network::tab), ANALYSES, (state, tab, view))
        }),
    }
}
