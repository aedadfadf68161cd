//! 节水改造: plans of measures, what each changes of a year's accounts, before and after.
//!
//! What a plan is about decides which accounts are evaluated again. The code of each kind is a part of its own, so that who plans for
//! a plant loads neither canals nor rubrics.

mod begin;
mod charts;
mod choice;
mod compared;
mod contract;
mod library;
mod measures;
mod money;
mod pass_line;
mod proposal;
mod scenarios;
mod search;
mod subject;
mod verification;
mod view;

use std::sync::Arc;

use leptos::prelude::*;

use self::view::{AfterView, PlanView, Shown};
use super::paper;
use super::workbook::{self, OpenSheet, Sheets, Tab, Workbook};
use crate::part::{Part, part};
use crate::results;
use crate::state::State;
use water_ledger::evaluate::{Afterwards, RetrofitResults, kind_of};
use water_ledger::exchange::{RETROFIT, TabSpec};
use water_ledger::ledger::{RETROFITS, RetrofitEntry, RowId};
use water_ledger::retrofit::SubjectKind;
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

/// The tabs beside the first, whose code comes when one of them is opened, or when the first is there.
static TABS: [Tab<Shown>; 6] = [
    ("proposal", proposal::paper),
    ("library", library::library),
    ("charts", charts::below_measures),
    ("compared", compared::tab),
    ("scenarios", scenarios::tab),
    ("money", money::tab),
];

/// Something of a plan by its name.
pub static MORE: &Part<(State, &str, Shown)> = part!(plan_tabs, of: (State, &'static str, Shown), {
    let (state, name, shown) = of;
    let make = TABS.iter().find(|(tab, _)| *tab == name);
    make.map(|(_, make)| make(state, shown)).into_any()
});

/// What happens after the measures: years, contract, readings.
static AFTERWARDS: &Part<(State, &str, Shown)> = part!(plan_years, of: (State, &'static str, Shown), {
    let (state, name, shown) = of;
    let after = move |state: State, id| {
        let plan = (shown.all)(state).plan(id)?.clone();
        state.ledger.with(|ledger| Some(Arc::new(Afterwards::of(ledger.sheet(&RETROFITS, id)?, plan))))
    };
    let view = AfterView::new(state, shown.plan.id, after);
    if name == "contract" { contract::tab(state, view) } else { verification::tab(state, view) }
});

/// A tab of a plan.
type Asked = (State, &'static TabSpec, RowId);

static PLANTS: &Part<Asked> = part!(plant_plans, of: (State, &'static TabSpec, RowId), {
    tab(of, |state| results::retrofits_of_plants(state).with(|all| all.results.clone()))
});

static IRRIGATION: &Part<Asked> = part!(irrigation_plans, of: (State, &'static TabSpec, RowId), {
    tab(of, |state| results::retrofits_of_irrigation(state).with(|all| all.results.clone()))
});

static INSTITUTIONS: &Part<Asked> = part!(institution_plans, of: (State, &'static TabSpec, RowId), {
    tab(of, |state| results::retrofits_of_institutions(state).with(|all| all.results.clone()))
});

pub use begin::page as begin;
pub use pass_line::{WAYS, WaysOf};

/// The page.
pub fn page() -> AnyView {
    workbook::page(&BOOK)
}

/// The page for whoever pays, a page to print.
pub fn proposal() -> AnyView {
    let state = State::expect();
    let sheet = SHEETS.selected(state);
    let tab = RETROFIT.paper().unwrap_or(&RETROFIT.tabs[0]);
    let kind = move || {
        let id = sheet.get()?;
        Some((id, state.ledger.with(|ledger| ledger.sheet(&RETROFITS, id).map(|sheet| kind_of(sheet)))?))
    };
    let kind = Memo::new(move |_| kind());
    view! {
        {move || match kind.get() {
            Some((id, kind)) => part_of(kind).later((state, tab, id)),
            None => paper::page(state, Key::ProposalTitle, None),
        }}
    }
    .into_any()
}

/// What evaluates plans about a kind of thing.
fn part_of(kind: SubjectKind) -> &'static Part<Asked> {
    match kind {
        SubjectKind::Plant => PLANTS,
        SubjectKind::Irrigation => IRRIGATION,
        SubjectKind::Institution => INSTITUTIONS,
    }
}

fn tab((state, tab, id): Asked, all: fn(State) -> RetrofitResults) -> AnyView {
    let plan = PlanView::new(state, id, move |state, id| all(state).plan(id).cloned());
    let shown = Shown { plan, all };
    match tab.name {
        "measures" => measures::tab(state, shown),
        "contract" | "verification" => AFTERWARDS.later((state, tab.name, shown)),
        name => MORE.later((state, name, shown)),
    }
}

fn open(state: State, id: RowId) -> OpenSheet {
    // What is typed of the plan itself needs no results.
    let view = PlanView::new(state, id, |_, _| None);
    let cover = [RetrofitEntry::Organisation, RetrofitEntry::Note].map(|entry| view.text_entry(state, entry));
    let kind = Memo::new(move |_| view.typed(kind_of).unwrap_or(SubjectKind::Plant));
    OpenSheet {
        head: view! {
            {view.text_entry(state, RetrofitEntry::Name)}
            {workbook::cover_entries(state, cover.into())}
        }
        .into_any(),
        above_tab: subject::entries(state, view),
        row: None,
        tab: Box::new(move |tab| part_of(kind.get()).later((state, tab, id))),
    }
}
