//! 节水改造: plans of measures, what each changes of a plant's year, before and after.

mod compared;
mod measures;
mod view;

use leptos::prelude::*;

use self::view::PlanView;
use super::workbook::{self, OpenSheet, Sheets, Tab, Workbook};
use crate::state::State;
use water_ledger::exchange::RETROFIT;
use water_ledger::ledger::{RETROFITS, RetrofitEntry, RowId};
use water_ledger::text::Key;

static SHEETS: Sheets = Sheets {
    page: &RETROFIT,
    list: &RETROFITS,
    name: |sheet| sheet[RetrofitEntry::Name].trim().to_string(),
    usual: workbook::last,
};

static BOOK: Workbook = Workbook {
    sheets: &SHEETS,
    lead: Key::RetrofitLead,
    start: Key::RetrofitStart,
    sheets_label: Key::RetrofitsLabel,
    untitled: Key::RetrofitUntitled,
    add: Key::RetrofitAdd,
    add_unit: Some(Key::RetrofitAddBlank),
    remove: Key::RetrofitRemove,
    said_removed: Key::RetrofitRemoved,
    first_entry: |id| RETROFITS.entry(id, RetrofitEntry::Name),
    first_button: "first-plan",
    below_start: |_| ().into_any(),
    tabs_label: Key::RetrofitSectionsLabel,
    are_steps: false,
    way_on: None,
    open,
};

static TABS: [Tab<PlanView>; 2] = [("measures", measures::tab), ("compared", compared::tab)];

/// The page.
pub fn page() -> AnyView {
    workbook::page(&BOOK)
}

fn open(state: State, id: RowId) -> OpenSheet {
    let view = PlanView::new(state, id);
    let cover = [RetrofitEntry::Organisation, RetrofitEntry::Note].map(|entry| view.text_entry(state, entry));
    OpenSheet {
        head: view! {
            {view.text_entry(state, RetrofitEntry::Name)}
            {workbook::cover_entries(state, cover.into())}
        }
        .into_any(),
        above_tab: ().into_any(),
        row: None,
        tab: Box::new(move |tab| workbook::view_of(&TABS, tab, state, view)),
    }
}
