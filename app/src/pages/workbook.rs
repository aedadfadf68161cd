//! What pages of sheets have in common: the bar of sheets, what stands there before there is one, a sheet's tabs with the one
//! that is shown, and the page to print that is made of a sheet.

use std::sync::Arc;

use leptos::prelude::*;

use super::paper;
use crate::address::{self, cell_id};
use crate::office;
use crate::part::Part;
use crate::state::{Notice, State};
use water_ledger::exchange::{Derivations, PageSpec, Route, TabSpec};
use water_ledger::ledger::{Edit, Example, Place, Row, RowId, TableSpec};
use water_ledger::show::paper::Report;
use water_ledger::text::{Key, Message};

/// A tab's name and what makes its view for a sheet.
pub type Tab<V> = (&'static str, fn(State, V) -> AnyView);

/// The view of a tab.
pub fn view_of<V: Copy>(tabs: &[Tab<V>], tab: &TabSpec, state: State, view: V) -> AnyView {
    let found = tabs.iter().find(|(name, _)| *name == tab.name);
    found.map(|(_, make)| make(state, view)).into_any()
}

/// The view of a page's first tab, which comes with it; or that of another, once the code of those is there.
pub fn first_or_later<V: Copy + Send + Sync + 'static>(
    first: Tab<V>,
    later: &'static Part<(State, &'static TabSpec, V)>,
    (state, tab, view): (State, &'static TabSpec, V),
) -> AnyView {
    match first {
        (name, make) if name == tab.name => make(state, view),
        _ => later.later((state, tab, view)),
    }
}

/// The sheets of a page, and which of them is shown.
pub struct Sheets {
    /// The page.
    pub page: &'static PageSpec,
    /// The list of the ledger that they stand in.
    pub list: &'static TableSpec,
    /// What a sheet is called; nothing where it has no name yet.
    pub name: fn(&Row) -> String,
    /// The one that is meant where an address names none.
    pub usual: fn(&[Arc<Row>]) -> Option<RowId>,
}

/// A page of sheets: what it says, and how its sheets come, go and are shown.
pub struct Workbook {
    /// Its sheets.
    pub sheets: &'static Sheets,
    /// What the page is for.
    pub lead: Key,
    /// What to do where there is no sheet yet.
    pub start: Key,
    /// What the bar of sheets is called.
    pub sheets_label: Key,
    /// What a sheet is called that has no name yet.
    pub untitled: Key,
    /// The button that adds a sheet.
    pub add: Key,
    /// The button that adds the empty sheet of another unit, where a list holds those of several: a new sheet follows the one that
    /// is shown then, and not the one of the latest period.
    pub add_unit: Option<Key>,
    /// The button that removes the sheet.
    pub remove: Key,
    /// Says that it was removed.
    pub said_removed: Key,
    /// Where the keyboard goes in a sheet.
    pub first_entry: fn(RowId) -> Place,
    /// Where the keyboard goes where there is no sheet: the button that adds the first.
    pub first_button: &'static str,
    /// What else stands there before there is a sheet.
    pub below_start: fn(State) -> AnyView,
    /// What the bar of tabs is called.
    pub tabs_label: Key,
    /// Whether the tabs are steps, one after the other, to the page to print.
    pub are_steps: bool,
    /// A way on beside the bar of sheets.
    pub way_on: Option<(Key, Route)>,
    /// Opens a sheet.
    pub open: fn(State, RowId) -> OpenSheet,
}

/// A sheet as it is shown.
pub struct OpenSheet {
    /// The entries that name it.
    pub head: AnyView,
    /// What stands above every tab.
    pub above_tab: AnyView,
    /// The row that tabs about one row show.
    pub row: Option<Memo<Option<RowId>>>,
    /// Makes the view of a tab.
    pub tab: Box<dyn Fn(&'static TabSpec) -> AnyView + Send>,
}

impl Sheets {
    /// The part of the page that the address names.
    pub fn at(&self, state: State) -> Route {
        let route = state.route.get();
        if route.page == self.page { route } else { Route::to(self.page) }
    }

    /// The sheet of the address; where it names none that is there, the one shown before, else the usual one. Of a ledger that has taken
    /// the place of another it is the usual one.
    pub fn selected(&'static self, state: State) -> Memo<Option<RowId>> {
        let replaced = StoredValue::new(None);
        let last =
            move || state.replaced.with(|last| last.as_ref().map(|ledger| Arc::as_ptr(ledger) as usize));
        Memo::new(move |before: Option<&Option<RowId>>| {
            let last = last();
            let before = before.filter(|_| replaced.get_value() == last);
            replaced.set_value(last);
            let wanted = self.at(state).sheet.map(RowId);
            state.ledger.with(|ledger| {
                let is_there = |id: &RowId| ledger.sheet(self.list, *id).is_some();
                let shown = wanted.filter(is_there).or(before.copied().flatten().filter(is_there));
                shown.or_else(|| (self.usual)(ledger.sheets(self.list)))
            })
        })
    }
}

/// The sheet that was added last.
pub fn last(sheets: &[Arc<Row>]) -> Option<RowId> {
    sheets.last().map(|sheet| sheet.id)
}

/// The page: its head in one line, and the sheet that is shown.
pub fn page(book: &'static Workbook) -> AnyView {
    let state = State::expect();
    let sheet = book.sheets.selected(state);
    let tab = Memo::new(move |_| book.sheets.at(state).tab);
    let is_held = move || state.store.held.with(Option::is_some);
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{book.sheets.page.title.map(|title| state.say(title))}</h1>
            {move || (!is_held() && sheet.get().is_some()).then(|| sheet_bar(state, book, sheet, tab))}
        </div>
        {move || {
            (!is_held()).then(|| {
                let shown = sheet.get();
                untrack(|| match shown {
                    Some(id) => open_sheet(state, book, id, sheet, tab),
                    None => start(state, book),
                })
            })
        }}
    }
    .into_any()
}

/// What stands here before there is a sheet.
fn start(state: State, book: &'static Workbook) -> AnyView {
    let add = move |_| {
        state.edit(Edit::AddSheet(book.sheets.list, None));
        let added = state.ledger.with_untracked(|ledger| last(ledger.sheets(book.sheets.list)));
        // The sheet is in the page after this turn, and the button that made it is gone.
        request_animation_frame(move || {
            if let Some(id) = added {
                address::focus(&cell_id((book.first_entry)(id)));
            }
        });
    };
    view! {
        <section class="start" data-page=book.sheets.page.name>
            <p class="lead">{state.say(book.lead)}</p>
            <p>{state.say(Key::Empty)} " " {state.say(book.start)}</p>
            <p class="buttons">
                <button id=book.first_button class="primary" on:click=add>
                    {state.say(book.add_unit.unwrap_or(book.add))}
                </button>
                {Example::of(book.sheets.list).map(|example| example_button(state, example)).collect_view()}
            </p>
        </section>
        {(book.below_start)(state)}
    }
    .into_any()
}

/// A button that puts an example's sheets into the ledger, one undo away.
fn example_button(state: State, example: Example) -> AnyView {
    view! { <button on:click=move |_| state.open_example(example)>{state.say(example.name())}</button> }
        .into_any()
}

/// The choice of the sheet: a list with the sheets before and after it beside.
fn sheet_bar(
    state: State,
    book: &'static Workbook,
    sheet: Memo<Option<RowId>>,
    tab: Memo<&'static TabSpec>,
) -> AnyView {
    let Sheets { page, list, name, .. } = *book.sheets;
    let known = Memo::new(move |_| {
        let named = |sheet: &Arc<Row>| (sheet.id, name(sheet));
        state.ledger.with(|ledger| ledger.sheets(list).iter().map(named).collect::<Vec<_>>())
    });
    // Another sheet is looked at through the same tab.
    let route = move |id: RowId| Route { tab: tab.get_untracked(), ..Route::sheet(page, id.0) };
    let choose = move |event| {
        if let Ok(id) = event_target_value(&event).parse() {
            address::go(route(RowId(id)));
        }
    };
    let option = move |(id, name): (RowId, String)| {
        let name = if name.is_empty() { state.say(book.untitled).to_string() } else { name };
        view! { <option value=id.0.to_string() prop:selected=move || sheet.get() == Some(id)>{name}</option> }
    };
    let beside = move |step: isize| {
        known.with(|known| {
            let here = known.iter().position(|(id, _)| Some(*id) == sheet.get())?;
            known.get(here.checked_add_signed(step)?).map(|(id, _)| *id)
        })
    };
    let arrow = move |step: isize, sign: &'static str, label: Key| {
        let go = move |_| {
            if let Some(id) = untrack(|| beside(step)) {
                address::go(route(id));
            }
        };
        view! {
            <button class="plain arrow" aria-label=state.say(label) disabled=move || beside(step).is_none() on:click=go>{sign}</button>
        }
        .into_any()
    };
    let add = move |_| {
        state.edit(Edit::AddSheet(list, sheet.get_untracked().filter(|_| book.add_unit.is_some())));
        go_to_last(state, book.sheets);
    };
    view! {
        <nav class="sheets" aria-label=state.say(book.sheets_label)>
            {arrow(-1, "‹", Key::SheetBefore)}
            <select aria-label=state.say(book.sheets_label) on:change=choose>
                {move || known.get().into_iter().map(option).collect_view()}
            </select>
            {arrow(1, "›", Key::SheetAfter)}
            <button class="plain" on:click=add><span aria-hidden="true">{"+ "}</span><span class="words">{state.say(book.add)}</span></button>
        </nav>
    }
    .into_any()
}

/// Shows the sheet that was added last.
fn go_to_last(state: State, sheets: &Sheets) {
    if let Some(id) = state.ledger.with_untracked(|ledger| last(ledger.sheets(sheets.list))) {
        address::go(Route::sheet(sheets.page, id.0));
    }
}

/// A sheet: what it is called and what can be done with it, its tabs, and the one that is shown.
fn open_sheet(
    state: State,
    book: &'static Workbook,
    id: RowId,
    shown: Memo<Option<RowId>>,
    tab: Memo<&'static TabSpec>,
) -> AnyView {
    let OpenSheet { head, above_tab, row, tab: make } = (book.open)(state, id);
    let Sheets { list, name, .. } = *book.sheets;
    let remove = move |_| {
        state.edit(Edit::remove_sheet(list, id));
        state.notify(Notice::quiet(Message::new(book.said_removed)));
        request_animation_frame(move || {
            // The keyboard goes to the sheet that is shown now, or to the first button when there is none.
            let first = shown.get_untracked().map(|id| cell_id((book.first_entry)(id)));
            let _ = first.is_some_and(|id| address::focus(&id)) || address::focus(book.first_button);
        });
    };
    let add_unit = book.add_unit.map(|label| {
        let add = move |_| {
            state.edit(Edit::AddBlankSheet(list));
            go_to_last(state, book.sheets);
        };
        view! { <button class="plain" on:click=add>"+ " {state.say(label)}</button> }
    });
    let to_workbook = move |_| office::write(state, Some((list, id)));
    let way_on = book.way_on.map(|(name, route)| {
        view! { <a class="way-on" href=route.to_hash()>{state.say(name)}</a> }
    });
    // A sheet without a name asks for one.
    let is_new = state
        .ledger
        .with_untracked(|ledger| ledger.sheet(list, id).is_some_and(|sheet| name(sheet).is_empty()));
    view! {
        <div class="sheet-head">
            {tab_bar(state, book, id, tab, row)}
            <details class="year" open=is_new>
                <summary><span aria-hidden="true">{"⋯ "}</span><span class="words">{state.say(Key::SheetMore)}</span></summary>
                <div class="year-entries">
                    {head}
                    {add_unit}
                    <button class="plain" on:click=to_workbook>{state.say(Key::WorkbookExportSheet)}</button>
                    <button class="plain remove-sheet" on:click=remove>{state.say(book.remove)}</button>
                    {way_on}
                </div>
            </details>
        </div>
        {above_tab}
        {move || make(tab.get())}
    }
    .into_any()
}

fn tab_bar(
    state: State,
    book: &'static Workbook,
    id: RowId,
    shown: Memo<&'static TabSpec>,
    row: Option<Memo<Option<RowId>>>,
) -> AnyView {
    let page = book.sheets.page;
    let current = if book.are_steps { "step" } else { "true" };
    // The address names the row, so that it is shown again after a reload.
    let address = move |tab: &'static TabSpec| {
        move || {
            let row = row.filter(|_| tab.depth > 0).and_then(|row| row.get());
            Route { tab, row, ..Route::sheet(page, id.0) }.to_hash()
        }
    };
    let name = move |tab: &TabSpec| tab.label.map(|label| state.say(label));
    let entry = move |tab: &'static TabSpec| {
        let current = move || (shown.get() == tab).then_some(current);
        view! { <li><a href=address(tab) aria-current=current>{name(tab)}</a></li> }.into_any()
    };
    let label = state.say(book.tabs_label);
    if book.are_steps {
        let entries: Vec<AnyView> = page.tabs.iter().map(entry).collect();
        return view! { <nav class="tabs sections steps" aria-label=label><ol>{entries}</ol></nav> }
            .into_any();
    }
    let entries: Vec<AnyView> = page.tabs.iter().filter(|tab| tab.paper.is_none()).map(entry).collect();
    let paper = page.paper().map(|tab| view! { <a class="to-report" href=address(tab)>{name(tab)}</a> });
    view! { <nav class="tabs sections" aria-label=label><ul>{entries}</ul> {paper}</nav> }.into_any()
}

/// The entries of a report's cover, folded until they are wanted.
pub fn cover_entries(state: State, entries: Vec<AnyView>) -> AnyView {
    view! {
        <details class="more cover-entries">
            <summary>{state.say(Key::CoverTitle)}</summary>
            <div class="year-entries">{entries}</div>
        </details>
    }
    .into_any()
}

/// The page to print of the sheet that is shown, with the way back to a tab of it.
pub fn report(
    sheets: &'static Sheets,
    class: &'static str,
    title: Key,
    back: Option<&'static TabSpec>,
    make: impl Fn(State, RowId, Derivations) -> Option<Report> + Send + 'static,
) -> AnyView {
    report_with(sheets, (class, title), back, make, |_, _| ().into_any())
}

/// As [`report`], with a button beside that which prints.
pub fn report_with(
    sheets: &'static Sheets,
    (class, title): (&'static str, Key),
    back: Option<&'static TabSpec>,
    make: impl Fn(State, RowId, Derivations) -> Option<Report> + Send + 'static,
    button: fn(State, Memo<Option<RowId>>) -> AnyView,
) -> AnyView {
    let state = State::expect();
    let sheet = sheets.selected(state);
    let way_to = move |tab: &'static TabSpec| Route {
        sheet: sheets.at(state).sheet.or(sheet.get().map(|id| id.0)),
        tab,
        ..Route::to(sheets.page)
    };
    let way_back = move || way_to(back.unwrap_or(&sheets.page.tabs[0]));
    // The choice is read from the address of the paper, so that a link or a reload keeps it.
    let chosen = Memo::new(move |_| sheets.at(state).derivations);
    let with =
        move |derivations: Derivations| Route { derivations, ..way_to(untrack(|| sheets.at(state).tab)) };
    let report = move || make(state, sheet.get()?, chosen.get());
    // A paper is not shown before all that it rests on is there.
    let page = move || {
        let report = report();
        (!state.awaited.is_any()).then(|| paper::page(state, title, report))
    };
    view! {
        <article class=class>
            {paper::tools(state, way_back, (chosen.into(), with), button(state, sheet))}
            {page}
        </article>
    }
    .into_any()
}
