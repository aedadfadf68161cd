//! 节水载体评价, the certification page: units and years, and in each the steps from the rubric to the form.

mod evidence;
mod indicators;
mod item;
mod items;
mod nights;
mod pack;
mod plan;
mod rubric;
mod score;
mod trend;
mod view;

use leptos::prelude::*;

use self::view::ReviewView;
use super::workbook::{self, OpenSheet, Sheets, Tab, Workbook};
use crate::part::{Part, part};
use crate::results;
use crate::state::State;
use water_ledger::exchange::{CERTIFICATION, Route, TabSpec};
use water_ledger::ledger::{REVIEWS, ReviewEntry, Row, RowId, with_asked_rows};
use water_ledger::show;
use water_ledger::show::certification::{Progress, assessment_form};
use water_ledger::text::{Key, Message};

static SHEETS: Sheets = Sheets { page: &CERTIFICATION, list: &REVIEWS, name, usual: workbook::last };

static BOOK: Workbook = Workbook {
    sheets: &SHEETS,
    lead: Key::CertificationLead,
    start: Key::CertificationStart,
    sheets_label: Key::ReviewsLabel,
    untitled: Key::ReviewUntitled,
    add: Key::ReviewAdd,
    add_unit: Some(Key::ReviewAddUnit),
    remove: Key::ReviewRemove,
    said_removed: Key::ReviewRemoved,
    first_entry: |id| REVIEWS.entry(id, ReviewEntry::Institution),
    first_button: "first-review",
    below_start: |_| ().into_any(),
    tabs_label: Key::StepsLabel,
    are_steps: true,
    way_on: Some((Key::RubricsTitle, Route::RUBRICS)),
    open,
};

/// The steps after the first, whose code comes when one of them is opened.
static TABS: [Tab<ReviewView>; 4] =
    [("facts", indicators::tab), ("items", items::tab), ("plan", plan::tab), ("trend", trend::tab)];

static STEPS: &Part<(State, &TabSpec, ReviewView)> = part!(steps, of: (State, &'static TabSpec, ReviewView), {
    let (state, tab, view) = of;
    workbook::view_of(&TABS, tab, state, view)
});

/// The certification page.
pub fn page() -> AnyView {
    ask_for_rows();
    workbook::page(&BOOK)
}

/// 自评表, the self-assessment form of an institution's year, a page to print.
pub fn form() -> AnyView {
    ask_for_rows();
    let back = CERTIFICATION.tab("items");
    let make = |state: State, id, derivations| {
        let language = state.language.get_untracked();
        state.ledger.with(|ledger| {
            results::certification(state)
                .with(|found| assessment_form(ledger, found, id, derivations, language))
        })
    };
    workbook::report_with(&SHEETS, ("report assessment-form", Key::FormTitle), back, make, pack::button)
}

/// Gives every unit's year a row for all that its rubrics ask, now and after each change.
fn ask_for_rows() {
    State::expect().history.update(|history| history.keep_complete(with_asked_rows));
}

fn name(sheet: &Row) -> String {
    [&sheet[ReviewEntry::Institution], &sheet[ReviewEntry::Year]].map(str::trim).join(" ").trim().to_string()
}

fn open(state: State, id: RowId) -> OpenSheet {
    let view = ReviewView::new(state, id, |state, id| {
        results::certification(state).with(|all| all.review(id).cloned())
    });
    let entries = [ReviewEntry::Assessor, ReviewEntry::AssessedOn];
    let cover = entries.map(|entry| view.text_entry(state, entry)).into();
    let head = view! {
        {view.entry(state, ReviewEntry::Institution)}
        {view.entry(state, ReviewEntry::Year)}
        {workbook::cover_entries(state, cover)}
    };
    OpenSheet {
        head: head.into_any(),
        above_tab: progress(state, view),
        row: None,
        tab: Box::new(move |tab| {
            workbook::first_or_later(("rubric", rubric::tab), STEPS, (state, tab, view))
        }),
    }
}

/// How far one has come with items and evidence, whichever step is shown.
fn progress(state: State, view: ReviewView) -> AnyView {
    let now =
        Memo::new(move |_| view.with(show::certification::progress).filter(|progress| progress.items > 0));
    let line = move |progress: Progress| {
        let words = Message::new(Key::ItemsProgress)
            .with("answered", progress.answered.to_string())
            .with("items", progress.items.to_string())
            .with("ready", progress.ready.to_string())
            .with("evidence", progress.evidence.to_string());
        view! {
            <p class="progress" data-figure="progress">
                <progress aria-hidden="true" max=progress.items.to_string() value=progress.answered.to_string()></progress>
                " "
                <span role="status">{state.tell(&words)}</span>
            </p>
        }
    };
    view! { {move || now.get().map(line)} }.into_any()
}
