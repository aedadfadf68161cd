//! The table that people type into: a spreadsheet's keys, selection and paste over any table of the ledger.
//!
//! `show` makes the table ready as plain data; everything else is here, once for all tables.

mod cell;
mod folding;
mod keys;
mod live;
mod matching;
mod paste;
mod range;
mod rows;

use leptos::html;
use leptos::prelude::*;

use crate::office;
use crate::state::State;
use crate::widgets::file_button;
use water_ledger::exchange::Worksheet;
use water_ledger::ledger::{ColumnSpec, Edit, RowId, TableAt, TableEdit};
use water_ledger::quantity::Unit;
use water_ledger::show::TableView;
use water_ledger::text::{Key, Message, grouped};

pub use cell::mend_button;
pub use keys::focus_cell;

/// A cell by its row and the number of its column; without a row it is one of the row that is not there yet.
type Spot = (Option<RowId>, usize);

/// What the cells of one table share. Copying shares it.
#[derive(Clone, Copy)]
struct Table {
    at: TableAt,
    sheet: Signal<TableView>,
    state: State,
    /// The cells that are selected, where they are more than the one that has the keyboard.
    selection: RwSignal<Option<range::Selection>>,
    /// The cell that is typed into just now: it is not judged before it is left.
    typing: RwSignal<Option<(RowId, &'static ColumnSpec)>>,
    /// A block that was pasted and is not in the table yet.
    pasted: RwSignal<Option<paste::Pasted>>,
    /// The blocks of rows that are in the page.
    drawn: RwSignal<Vec<usize>>,
    /// The row that a phone shows as a form, between the others as a list; none is the row that is not there yet.
    open: RwSignal<Option<RowId>>,
    /// The columns that are folded while nothing stands in them.
    folded: RwSignal<Vec<&'static ColumnSpec>>,
}

impl Table {
    fn columns(self) -> &'static [ColumnSpec] {
        self.at.spec.shown()
    }

    /// The list of names that a column holds, from other tables or from other sheets.
    fn names(self, column: &'static ColumnSpec) -> Option<String> {
        let list = self.sheet.with_untracked(|sheet| {
            let is_offered = sheet.offered.as_ref().is_some_and(|(of, _)| *of == column);
            if is_offered { Some(OFFERED) } else { sheet.naming.contains(&column).then_some(NAMES) }
        });
        list.map(|list| table_id(self.at, list))
    }

    fn edit(self, edit: TableEdit) {
        self.state.edit(Edit::Table(self.at, edit));
    }

    fn row(self, place: usize) -> Option<RowId> {
        self.sheet.with_untracked(|sheet| sheet.rows.get(place).map(|row| row.id))
    }

    fn place(self, id: RowId) -> Option<usize> {
        self.sheet.with_untracked(|sheet| sheet.rows.iter().position(|row| row.id == id))
    }
}

/// A table of the ledger.
#[component]
pub fn EntryTable(
    /// What the table is.
    #[prop(into)]
    caption: Signal<String>,
    /// The table as it is now. Which table it is, and its columns, never change.
    #[prop(into)]
    sheet: Signal<TableView>,
) -> impl IntoView {
    let state = State::expect();
    let (at, computed) = sheet.with_untracked(|sheet| (sheet.table, sheet.computed.clone()));
    let (has_names, has_offered) =
        sheet.with_untracked(|sheet| (!sheet.naming.is_empty(), sheet.offered.is_some()));
    let table = Table {
        at,
        sheet,
        state,
        selection: RwSignal::new(None),
        typing: RwSignal::new(None),
        pasted: RwSignal::new(None),
        drawn: RwSignal::new(vec![0]),
        open: RwSignal::new(sheet.with_untracked(|sheet| sheet.rows.first().map(|row| row.id))),
        folded: RwSignal::new(sheet.with_untracked(folding::empty_columns)),
    };
    folding::unfold_what_is_filled(table);
    let typed = table.columns().iter().map(|column| (column.heading, column.unit(), Some(column)));
    let worked_out = computed.iter().map(|column| (column.heading, Some(column.unit), None));
    let heading_cells: Vec<AnyView> =
        typed.chain(worked_out).map(|(name, unit, typed)| heading(table, name, unit, typed)).collect();
    let headings: Vec<(Key, Unit)> = computed.iter().map(|column| (column.heading, column.unit)).collect();
    let scroll = NodeRef::<html::Div>::new();
    view! {
        <div class="entry">
            {move || table.pasted.get().map(|pasted| matching::view(table, pasted))}
            <div
                class="scroll"
                tabindex="0"
                role="region"
                aria-labelledby=table_id(at, "caption")
                node_ref=scroll
            >
                <table
                    class="entry-table"
                    on:input=move |event| keys::on_input(event.as_ref(), table)
                    on:compositionend=move |event| keys::on_input(event.as_ref(), table)
                    on:focusin=move |event| keys::on_focus(event.as_ref(), table)
                    on:focusout=move |event| keys::on_leave(&event, table)
                    on:keydown=move |event| keys::on_key(&event, table)
                    on:paste=move |event| paste::on_paste(&event, table)
                    on:copy=move |event| { range::on_copy(&event, table); }
                    on:cut=move |event| range::on_cut(&event, table)
                    on:click=move |event| { keys::open_row(event.as_ref(), table); }
                    on:mousedown=move |event| range::on_press(&event, table)
                    on:mouseover=move |event| range::on_drag(&event, table)
                >
                    <caption id=table_id(at, "caption") class="visually-hidden">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="row-number"><span class="visually-hidden">{state.say(Key::RowNumber)}</span></th>
                            {heading_cells}
                        </tr>
                    </thead>
                    {rows::view(table, headings, scroll)}
                </table>
            </div>
            {has_names.then(|| known_names(table, NAMES, |sheet| sheet.names.clone()))}
            {has_offered.then(|| known_names(table, OFFERED, offered_names))}
            <p class="entry-foot">
                <button class="plain" id=table_id(at, ADD_ROW) on:click=move |_| keys::add_row(table)>{state.say(Key::RowAdd)}</button>
                {folding::button(table)}
                {from_file(table)}
                {move || {
                    let period = table.sheet.with(|sheet| sheet.taken_over_from.clone());
                    let said = period.map(|period| state.tell(&Message::new(Key::TakenOver).with("period", period)));
                    said.map(|said| view! { <span class="taken-over">{said}</span> })
                }}
                <span class="hint">{state.say(Key::TableHint)}</span>
            </p>
        </div>
    }
}

/// A button for a file whose table is to be put here.
fn from_file(table: Table) -> AnyView {
    let take = Callback::new(move |sheets: Vec<Worksheet>| paste::offer(table, sheets));
    file_button(None, table.state.say(Key::TableFromFile), office::TABLES, move |file| {
        office::offer(table.state, file, table.at.spec, take);
    })
}

fn heading(table: Table, name: Key, unit: Option<Unit>, typed: Option<&'static ColumnSpec>) -> AnyView {
    let state = table.state;
    let is_folded = move || typed.is_some_and(|column| folding::is_folded(table, column));
    let class = move || match typed {
        None => "computed",
        Some(_) if is_folded() => "folded",
        Some(_) => "",
    };
    let unit = cell::unit_name(state, unit);
    view! {
        <th
            scope="col"
            class=class
            data-kind=typed.map(|column| cell::kind_name(column.kind))
            title=move || is_folded().then(|| state.say(name))
        >
            <span id=typed.map(|column| heading_id(table.at, column))>{state.say(name)} " " <small class="unit">{unit}</small></span>
            {typed.and_then(|column| help(table, column))}
        </th>
    }
    .into_any()
}

/// What a column means, behind a question mark.
fn help(table: Table, column: &'static ColumnSpec) -> Option<AnyView> {
    let (state, text) = (table.state, column.help?);
    let id = format!("help-{}-{}", table.at.spec.row_name, column.name);
    let name = state.say(column.heading);
    let label = state.tell(&Message::new(Key::HelpLabel).with("name", name));
    let usual = column.usual.map(|usual| {
        let said =
            Message::new(Key::HelpUsual).with("low", grouped(usual.low)).with("high", grouped(usual.high));
        state.tell(&said)
    });
    Some(
        view! {
            " "
            <button class="help" aria-label=label popovertarget=id.clone()>"?"</button>
            <span class="help-text" id=id popover="auto"><b>{name}</b> " " {state.say(text)} " " {usual}</span>
        }
        .into_any(),
    )
}

/// The names that other sheets know.
fn offered_names(sheet: &TableView) -> Vec<String> {
    sheet.offered.as_ref().map(|(_, names)| names.clone()).unwrap_or_default()
}

/// The names that other tables know, for the cells that hold one.
fn known_names(table: Table, list: &'static str, names: fn(&TableView) -> Vec<String>) -> AnyView {
    let names = Memo::new(move |_| table.sheet.with(names));
    let option = |name: String| view! { <option value=name></option> }.into_any();
    view! {
        <datalist id=table_id(table.at, list)>
            {move || names.get().into_iter().map(option).collect_view()}
        </datalist>
    }
    .into_any()
}

/// The list of known names.
const NAMES: &str = "names";

/// The list of names from other sheets.
const OFFERED: &str = "offered";

/// The button that adds a row at the end.
const ADD_ROW: &str = "add-row";

/// The number of the row that is not there yet.
const NEW_ROW: &str = "new-row";

/// What stands for the row's identity in the addresses of the cells of the row that is not there yet.
const NEW: &str = "new";

/// An address in the page for something of a table.
fn table_id(table: TableAt, what: &str) -> String {
    format!("{what}-{}", table.spec.row_name)
}

fn menu_id(table: TableAt, row: RowId) -> String {
    format!("menu-{}-{}", table.spec.row_name, row.0)
}

/// The button that opens the row before another, or after it.
fn step_id(table: TableAt, row: RowId, by: isize) -> String {
    format!("step{by}-{}-{}", table.spec.row_name, row.0)
}

fn row_id(table: TableAt, row: RowId) -> String {
    format!("row-{}-{}", table.spec.row_name, row.0)
}

fn heading_id(table: TableAt, column: &ColumnSpec) -> String {
    format!("heading-{}-{}", table.spec.row_name, column.name)
}

fn new_cell_id(table: TableAt, column: &ColumnSpec) -> String {
    format!("cell-{}-{NEW}-{}", table.spec.row_name, column.name)
}
