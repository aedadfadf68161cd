//! 灌溉, the irrigation page: years, and in each the region, its districts, their canals and fields, and water need.

mod canals;
mod district;
mod fields;
mod region;
mod results;
mod water_need;
mod year;

use leptos::prelude::*;

use self::year::{YearView, of_district};
use super::workbook::{self, OpenSheet, Sheets, Tab, Workbook};
use crate::state::State;
use crate::widgets::ChartFrame;
use water_ledger::exchange::IRRIGATION;
use water_ledger::ledger::{Edit, Ledger, YearId};
use water_ledger::quantity::read_year;
use water_ledger::show::irrigation::coefficient_report;
use water_ledger::text::Key;

static SHEETS: Sheets = Sheets { page: &IRRIGATION, list, usual: latest };

static BOOK: Workbook = Workbook {
    sheets: &SHEETS,
    lead: Key::IrrigationLead,
    start: Key::EmptyStart,
    sheets_label: Key::YearsLabel,
    untitled: Key::YearUntitled,
    add: Key::YearAdd,
    added: |_| Edit::AddYear,
    remove: Key::YearRemove,
    said_removed: Key::YearRemoved,
    removed: |id| Edit::RemoveYear(YearId(id)),
    first_entry: "year",
    first_button: "first-year",
    examples: |state| {
        view! { <button on:click=move |_| state.open_example()>{state.say(Key::OpenExample)}</button> }
            .into_any()
    },
    below_start: |state| view! { <ChartFrame chart=year::trend(state)/> }.into_any(),
    tabs_label: Key::SectionsLabel,
    are_steps: false,
    way_on: None,
    open,
};

static TABS: [Tab<YearView>; 5] = [
    ("region", region::tab),
    ("district", |state, view| of_district(state, view, district::tab)),
    ("canals", |state, view| of_district(state, view, canals::tab)),
    ("fields", |state, view| of_district(state, view, fields::tab)),
    ("water-need", water_need::tab),
];

/// The irrigation page.
pub fn page() -> AnyView {
    workbook::page(&BOOK)
}

/// The report of a year's coefficient work, a page to print.
pub fn report() -> AnyView {
    workbook::report(&SHEETS, "report", Key::ReportTitle, None, |state, id| {
        let language = state.language.get_untracked();
        state.ledger.with(|ledger| {
            crate::results::irrigation(state)
                .with(|found| coefficient_report(ledger, found, YearId(id), language))
        })
    })
}

fn list(ledger: &Ledger) -> Vec<(u32, String)> {
    ledger.irrigation.years.iter().map(|sheet| (sheet.id.0, sheet.year.trim().to_string())).collect()
}

fn latest(ledger: &Ledger) -> Option<u32> {
    ledger.irrigation.years.iter().max_by_key(|sheet| read_year(&sheet.year)).map(|sheet| sheet.id.0)
}

fn open(state: State, id: u32) -> OpenSheet {
    let view = YearView::new(state, YearId(id));
    OpenSheet {
        head: year::year_field(state, view),
        above_tab: ().into_any(),
        row: Some(view.district),
        tab: Box::new(move |tab| workbook::view_of(&TABS, tab, state, view)),
    }
}
