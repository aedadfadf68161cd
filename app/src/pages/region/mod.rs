//! 区域, the water of a county, city or province: a year at a glance, dual control, the plan and how it is kept, reservoirs.

mod assessment;
mod control;
mod execution;
mod glance;
mod plan;
mod reservoirs;
mod view;

use std::sync::Arc;

use leptos::prelude::*;

use self::view::RegionView;
use super::workbook::{self, OpenSheet, Sheets, Tab, Workbook};
use crate::part::{Part, part};
use crate::state::State;
use water_ledger::exchange::{REGION, TabSpec};
use water_ledger::ledger::{REGIONS, RegionEntry, Row, RowId};
use water_ledger::quantity::read_year;
use water_ledger::show::region::{over_plan_notices, year_report};
use water_ledger::text::Key;

static SHEETS: Sheets = Sheets { page: &REGION, list: &REGIONS, name: name_of, usual: latest };

static BOOK: Workbook = Workbook {
    sheets: &SHEETS,
    lead: Key::RegionLead,
    start: Key::RegionStart,
    sheets_label: Key::RegionsLabel,
    untitled: Key::RegionUntitled,
    add: Key::RegionAdd,
    add_unit: Some(Key::RegionAddUnit),
    remove: Key::RegionRemove,
    said_removed: Key::RegionRemoved,
    first_entry: |id| REGIONS.entry(id, RegionEntry::Year),
    first_button: "first-region",
    below_start: |_| ().into_any(),
    tabs_label: Key::RegionSectionsLabel,
    are_steps: false,
    way_on: None,
    open,
};

/// The tabs beside the first, whose code comes when one of them is opened.
static TABS: [Tab<RegionView>; 5] = [
    ("control", control::tab),
    ("plan", plan::tab),
    ("execution", execution::tab),
    ("reservoirs", reservoirs::tab),
    ("assessment", assessment::tab),
];

static MORE: &Part<(State, &TabSpec, RegionView)> = part!(region_tabs, of: (State, &'static TabSpec, RegionView), {
    let (state, tab, view) = of;
    workbook::view_of(&TABS, tab, state, view)
});

/// The page.
pub fn page() -> AnyView {
    workbook::page(&BOOK)
}

/// The report of a region's year, or the notices to users over the plan: a page to print.
pub fn report() -> AnyView {
    let state = State::expect();
    if untrack(|| SHEETS.at(state).tab).name == "notices" {
        return notices();
    }
    workbook::report(&SHEETS, "report", Key::RegionReportTitle, None, |state, id, derivations| {
        let language = state.language.get_untracked();
        let assessments = assessment::of_year(state, id);
        state.ledger.with(|ledger| {
            crate::results::region(state)
                .with(|found| year_report(ledger, found, &assessments.lines, id, derivations, language))
        })
    })
}

fn notices() -> AnyView {
    let back = REGION.tab("execution");
    workbook::report(&SHEETS, "report", Key::NoticeTitle, back, |state, id, derivations| {
        let language = state.language.get_untracked();
        state.ledger.with(|ledger| {
            crate::results::region(state)
                .with(|found| over_plan_notices(ledger, found, id, derivations, language))
        })
    })
}

fn name_of(sheet: &Row) -> String {
    let names = [RegionEntry::Name, RegionEntry::Year].map(|entry| sheet[entry].trim());
    names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ")
}

fn latest(sheets: &[Arc<Row>]) -> Option<RowId> {
    sheets.iter().max_by_key(|sheet| read_year(&sheet[RegionEntry::Year])).map(|sheet| sheet.id)
}

fn open(state: State, id: RowId) -> OpenSheet {
    let view = RegionView::new(state, id);
    let entries =
        [RegionEntry::Organisation, RegionEntry::Compiler, RegionEntry::CompiledOn, RegionEntry::Note];
    let cover = entries.map(|entry| view.sheet.text_entry(state, entry)).into();
    OpenSheet {
        head: view! {
            {view.sheet.entry(state, RegionEntry::Year)}
            {view.sheet.text_entry(state, RegionEntry::Name)}
            {workbook::cover_entries(state, cover)}
        }
        .into_any(),
        above_tab: ().into_any(),
        row: Some(view.reservoir),
        tab: Box::new(move |tab| workbook::first_or_later(("glance", glance::tab), MORE, (state, tab, view))),
    }
}
