//! The table that people type into: a spreadsheet's keys and paste over any table of the ledger.
//!
//! `report` makes the table ready as plain data; everything else is here, once for all tables.

mod cell;
mod keys;
mod live;

use leptos::html;
use leptos::prelude::*;

use super::figure::figure_cell;
use crate::state::State;
use water_ledger::ledger::{ColumnSpec, Edit, RowId, TableAt, TableEdit};
use water_ledger::quantity::Unit;
use water_ledger::show::TableView;
use water_ledger::text::Key;

pub use keys::focus_cell;

/// What the cells of one table share. Copying shares it.
#[derive(Clone, Copy)]
struct Table {
    at: TableAt,
    sheet: Signal<TableView>,
    state: State,
}

impl Table {
    fn columns(self) -> &'static [ColumnSpec] {
        self.at.spec.shown()
    }

    /// Whether a column holds names from other tables.
    fn names(self, column: &'static ColumnSpec) -> bool {
        self.sheet.with_untracked(|sheet| sheet.naming.contains(&column))
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
    let (at, computed, has_names) =
        sheet.with_untracked(|sheet| (sheet.table, sheet.computed.clone(), !sheet.naming.is_empty()));
    let table = Table { at, sheet, state };
    let typed = table.columns().iter().map(|column| (column.heading, column.unit(), Some(column)));
    let worked_out = computed.iter().map(|column| (column.heading, Some(column.unit), None));
    let heading_cells: Vec<AnyView> =
        typed.chain(worked_out).map(|(name, unit, typed)| heading(table, name, unit, typed)).collect();
    let headings: Vec<(Key, Unit)> = computed.iter().map(|column| (column.heading, column.unit)).collect();
    let live = RwSignal::new(sheet.with_untracked(|sheet| live::bring_up_to_date(Vec::new(), &sheet.rows)));
    Effect::new(move |_| {
        let before = live.get_untracked();
        let now = sheet.with(|sheet| live::bring_up_to_date(before.clone(), &sheet.rows));
        // Typing changes what rows show, not which rows there are.
        if now.iter().map(|row| row.id).ne(before.iter().map(|row| row.id)) {
            live.set(now);
        }
    });
    view! {
        <div class="entry">
            <div class="scroll" tabindex="0" role="region" aria-labelledby=table_id(at, "caption")>
                <table
                    class="entry-table"
                    on:input=move |event| keys::on_input(event.as_ref(), table)
                    on:keydown=move |event| keys::on_key(&event, table)
                    on:paste=move |event| keys::on_paste(&event, table)
                >
                    <caption id=table_id(at, "caption") class="visually-hidden">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="row-number"><span class="visually-hidden">{state.say(Key::RowNumber)}</span></th>
                            {heading_cells}
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || live.get()
                            key=|row| row.id
                            children=move |live| row(table, live, &headings)
                        />
                    </tbody>
                </table>
            </div>
            {has_names.then(|| known_names(table))}
            <p class="entry-foot">
                <button id=table_id(at, ADD_ROW) on:click=move |_| keys::add_row(table)>{state.say(Key::RowAdd)}</button>
                <span class="hint">{state.say(Key::TableHint)}</span>
            </p>
        </div>
    }
}

fn heading(table: Table, name: Key, unit: Option<Unit>, typed: Option<&'static ColumnSpec>) -> AnyView {
    let state = table.state;
    let class = if typed.is_some() { "" } else { "computed" };
    let unit = unit.filter(|unit| *unit != Unit::One).map(|unit| unit.symbol(state.language.get_untracked()));
    view! {
        <th scope="col" id=typed.map(|column| heading_id(table.at, column)) class=class data-kind=typed.map(|column| cell::kind_name(column.kind))>
            {state.say(name)}
            <small class="unit">{unit}</small>
        </th>
    }
    .into_any()
}

fn row(table: Table, live: live::LiveRow, computed: &[(Key, Unit)]) -> AnyView {
    let live::LiveRow { id, shown } = live;
    let number = {
        let shown = shown.clone();
        move || shown.with(|shown| shown.place + 1)
    };
    let cells: Vec<AnyView> = table
        .columns()
        .iter()
        .enumerate()
        .map(|column| cell::cell(table, id, shown.clone(), column))
        .collect();
    let figures: Vec<AnyView> = computed
        .iter()
        .enumerate()
        .map(|(index, heading)| {
            let (shown, (heading, unit)) = (shown.clone(), *heading);
            let figure = move || shown.with(|shown| shown.row.figures.get(index).cloned().flatten());
            view! { <td class="computed">{move || figure_cell(*table.state, heading, unit, figure())}</td> }
                .into_any()
        })
        .collect();
    view! {
        <tr>
            <th scope="row" class="row-number">{row_menu(table, id, number)}</th>
            {cells}
            {figures}
        </tr>
    }
    .into_any()
}

/// The row's number, which unfolds what can be done with the row. Only one row is unfolded at a time.
fn row_menu(table: Table, id: RowId, number: impl Fn() -> usize + Send + 'static) -> AnyView {
    let state = table.state;
    let menu = NodeRef::<html::Details>::new();
    let action = move |name: Key, change: TableEdit| {
        let act = move |_| {
            if let Some(menu) = menu.get_untracked() {
                menu.set_open(false);
            }
            keys::act_on_row(table, id, change.clone());
        };
        view! { <button on:click=act>{state.say(name)}</button> }.into_any()
    };
    let actions = move || {
        vec![
            action(Key::RowUp, TableEdit::Move(id, -1)),
            action(Key::RowDown, TableEdit::Move(id, 1)),
            action(Key::RowInsert, TableEdit::Insert(Some(id))),
            action(Key::RowRemove, TableEdit::Remove(id)),
        ]
    };
    // Most rows of a long table are never unfolded.
    let unfolded = RwSignal::new(false);
    view! {
        <details class="row-menu" name="row-menu" node_ref=menu on:toggle=move |_| unfolded.set(true)>
            <summary id=menu_id(table.at, id) title=state.say(Key::RowActions)><span id=row_id(table.at, id)>{number}</span></summary>
            {move || unfolded.get().then(|| view! { <div class="row-actions">{actions()}</div> })}
        </details>
    }
    .into_any()
}

/// The names that other tables know, for the cells that hold one.
fn known_names(table: Table) -> AnyView {
    let names = Memo::new(move |_| table.sheet.with(|sheet| sheet.names.clone()));
    let option = |name: String| view! { <option value=name></option> }.into_any();
    view! {
        <datalist id=table_id(table.at, NAMES)>
            {move || names.get().into_iter().map(option).collect_view()}
        </datalist>
    }
    .into_any()
}

/// The list of known names.
const NAMES: &str = "names";

/// The button that adds a row at the end.
const ADD_ROW: &str = "add-row";

/// An address in the page for something of a table.
fn table_id(table: TableAt, what: &str) -> String {
    format!("{what}-{}", table.spec.row_name)
}

fn menu_id(table: TableAt, row: RowId) -> String {
    format!("menu-{}-{}", table.spec.row_name, row.0)
}

fn row_id(table: TableAt, row: RowId) -> String {
    format!("row-{}-{}", table.spec.row_name, row.0)
}

fn heading_id(table: TableAt, column: &ColumnSpec) -> String {
    format!("heading-{}-{}", table.spec.row_name, column.name)
}
