//! 灌溉, the irrigation page: years, and in each the region, its districts, their canals and fields, and water need.

mod canals;
mod district;
mod fields;
mod region;
mod results;
mod trends;
mod water_need;
mod year;

use std::sync::Arc;

use leptos::prelude::*;

use self::year::{YearView, of_district};
use super::workbook::{self, OpenSheet, Sheets, Tab, Workbook};
use crate::part::{Part, part};
use crate::state::State;
use water_ledger::exchange::{IRRIGATION, TabSpec};
use water_ledger::ledger::{Row, RowId, YEARS, YearEntry};
use water_ledger::quantity::read_year;
use water_ledger::show::irrigation::coefficient_report;
use water_ledger::text::Key;

static SHEETS: Sheets = Sheets {
    page: &IRRIGATION,
    list: &YEARS,
    name: |sheet| sheet[YearEntry::Year].trim().to_string(),
    usual: latest,
};

static BOOK: Workbook = Workbook {
    sheets: &SHEETS,
    lead: Key::IrrigationLead,
    start: Key::EmptyStart,
    sheets_label: Key::YearsLabel,
    untitled: Key::YearUntitled,
    add: Key::YearAdd,
    add_unit: None,
    remove: Key::YearRemove,
    said_removed: Key::YearRemoved,
    first_entry: |id| YEARS.entry(id, YearEntry::Year),
    first_button: "first-year",
    below_start: |state| trends::charts(state, None),
    tabs_label: Key::SectionsLabel,
    are_steps: false,
    way_on: None,
    open,
};

/// The tabs beside the first, whose code comes when one of them is opened.
static TABS: [Tab<YearView>; 4] = [
    ("district", |state, view| of_district(state, view, district::tab)),
    ("canals", |state, view| of_district(state, view, canals::tab)),
    ("fields", |state, view| of_district(state, view, fields::tab)),
    ("water-need", water_need::tab),
];

static DETAILS: &Part<(State, &TabSpec, YearView)> = part!(details, of: (State, &'static TabSpec, YearView), {
    let (state, tab, view) = of;
    workbook::view_of(&TABS, tab, state, view)
});

/// The irrigation page.
pub fn page() -> AnyView {
    workbook::page(&BOOK)
}

/// The report of a year's coefficient work, a page to print.
pub fn report() -> AnyView {
    workbook::report(&SHEETS, "report", Key::ReportTitle, None, |state, id, derivations| {
        let language = state.language.get_untracked();
        state.ledger.with(|ledger| {
            crate::results::irrigation(state)
                .with(|found| coefficient_report(ledger, found, id, derivations, language))
        })
    })
}

fn latest(sheets: &[Arc<Row>]) -> Option<RowId> {
    sheets.iter().max_by_key(|sheet| read_year(&sheet[YearEntry::Year])).map(|sheet| sheet.id)
}

fn open(state: State, id: RowId) -> OpenSheet {
    let view = YearView::new(state, id);
    let entries = [
        YearEntry::Region,
        YearEntry::Organisation,
        YearEntry::Compiler,
        YearEntry::CompiledOn,
        YearEntry::Note,
    ];
    let cover = entries.map(|entry| view.sheet.text_entry(state, entry)).into();
    OpenSheet {
        head: view! { {view.sheet.entry(state, YearEntry::Year)} {workbook::cover_entries(state, cover)} }
            .into_any(),
        above_tab: ().into_any(),
        row: Some(view.district),
        tab: Box::new(move |tab| {
            workbook::first_or_later(("region", region::tab), DETAILS, (state, tab, view))
        }),
    }
}
