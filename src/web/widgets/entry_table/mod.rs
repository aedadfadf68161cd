//! The table that people type into: a spreadsheet's keys and paste over any table of the ledger.
//!
//! A page describes its columns; everything else is here.

mod cell;
mod keys;
mod live;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::figure::figure_cell;
use crate::ledger::{Problem, RowId, TableEdit, TypedRow};
use crate::metric::Figure;
use crate::quantity::Unit;
use crate::text::{Key, Words};
use crate::web::state::State;

pub use keys::focus_cell;

/// A column that is typed into.
#[derive(Clone, Copy)]
pub struct EntryColumn {
    /// Its heading.
    pub heading: Key,
    /// The unit of a bare number.
    pub unit: Option<Unit>,
    /// How it is typed.
    pub kind: EntryKind,
}

/// How a column is typed into.
#[derive(Clone, Copy)]
pub enum EntryKind {
    /// Free text.
    Text,
    /// A number, with or without a unit.
    Number,
    /// One of a list.
    Choice(fn() -> Vec<Choice>),
}

impl EntryKind {
    /// For styles: what is typed here.
    fn name(self) -> &'static str {
        match self {
            EntryKind::Text => "text",
            EntryKind::Number => "number",
            EntryKind::Choice(_) => "choice",
        }
    }
}

/// One of a list: what is saved, and what is read.
#[derive(Clone, Copy, PartialEq)]
pub struct Choice {
    /// What is saved.
    pub code: &'static str,
    /// What is read.
    pub name: Words,
}

/// A column that is worked out.
#[derive(Clone, Copy)]
pub struct Computed {
    /// Its heading.
    pub heading: Key,
    /// The unit of its figures.
    pub unit: Unit,
    /// The figure of the row at a place; read reactively.
    pub figure: Callback<usize, Option<Figure>>,
}

/// Everything that is wrong or odd: for each row, the problems with the columns they are in.
pub type Problems = Vec<Vec<(usize, Problem)>>;

/// What the rows of one table share. Copying shares it.
struct Table<R: Send + Sync + 'static> {
    rows: Signal<Arc<Vec<R>>>,
    edit: Callback<TableEdit>,
}

// Signals copy whatever the rows are; deriving would ask it of the rows too.
impl<R: Send + Sync + 'static> Clone for Table<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R: Send + Sync + 'static> Copy for Table<R> {}

/// A table of the ledger.
#[component]
pub fn EntryTable<R>(
    /// What the table is.
    #[prop(into)]
    caption: Signal<String>,
    /// The columns typed into, in the order of the row's cells.
    columns: Vec<EntryColumn>,
    /// The columns worked out, to the right of them.
    computed: Vec<Computed>,
    /// The rows as typed.
    #[prop(into)]
    rows: Signal<Arc<Vec<R>>>,
    /// What is wrong or odd.
    #[prop(into)]
    problems: Signal<Arc<Problems>>,
    /// Takes every change.
    edit: Callback<TableEdit>,
) -> impl IntoView
where
    R: TypedRow + Clone + PartialEq + Send + Sync + 'static,
{
    let state = State::expect();
    let table = Table { rows, edit };
    let typed = columns.iter().map(|column| (column.heading, column.unit, ""));
    let worked_out = computed.iter().map(|column| (column.heading, Some(column.unit), "computed"));
    let heading_cells: Vec<AnyView> = typed
        .chain(worked_out)
        .enumerate()
        .map(|(index, (name, unit, class))| heading(state, index, name, unit, class))
        .collect();
    let headings: Vec<Key> = computed.iter().map(|column| column.heading).collect();
    let live = RwSignal::new(live::bring_up_to_date(
        Vec::new(),
        &rows.get_untracked(),
        &problems.get_untracked(),
        &computed,
    ));
    Effect::new(move |_| {
        let before = live.get_untracked();
        let now = live::bring_up_to_date(before.clone(), &rows.get(), &problems.get(), &computed);
        // Typing changes what rows show, not which rows there are.
        if now.iter().map(|row| row.id).ne(before.iter().map(|row| row.id)) {
            live.set(now);
        }
    });
    view! {
        <div class="entry">
            <div class="scroll" tabindex="0" role="region" aria-labelledby="table-caption">
                <table class="entry-table">
                    <caption id="table-caption" class="visually-hidden">{caption}</caption>
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
                            children=move |live| row(state, table, live, &columns, &headings)
                        />
                    </tbody>
                </table>
            </div>
            <p class="entry-foot">
                <button id=ADD_ROW on:click=move |_| keys::add_row(table)>{state.say(Key::RowAdd)}</button>
                <span class="hint">{state.say(Key::TableHint)}</span>
            </p>
        </div>
    }
}

fn heading(state: State, index: usize, name: Key, unit: Option<Unit>, class: &'static str) -> AnyView {
    let unit = unit.filter(|unit| *unit != Unit::One).map(|unit| unit.symbol(state.language.get_untracked()));
    view! {
        <th scope="col" id=heading_id(index) class=class>
            {state.say(name)}
            <small class="unit">{unit}</small>
        </th>
    }
    .into_any()
}

fn row<R>(
    state: State,
    table: Table<R>,
    live: live::LiveRow<R>,
    columns: &[EntryColumn],
    computed: &[Key],
) -> AnyView
where
    R: TypedRow + Clone + PartialEq + Send + Sync + 'static,
{
    let live::LiveRow { id, shown } = live;
    let number = {
        let shown = shown.clone();
        move || shown.with(|shown| shown.place + 1)
    };
    let cells: Vec<AnyView> = columns
        .iter()
        .enumerate()
        .map(|(index, column)| cell::cell(state, table, id, shown.clone(), index, column.kind))
        .collect();
    let figures: Vec<AnyView> = computed
        .iter()
        .enumerate()
        .map(|(index, heading)| {
            let (shown, heading) = (shown.clone(), *heading);
            let figure = move || shown.with(|shown| shown.figures.get(index).cloned().flatten());
            view! { <td class="computed">{move || figure_cell(*state, heading, figure())}</td> }.into_any()
        })
        .collect();
    view! {
        <tr>
            <th scope="row" class="row-number">{row_menu(state, table, id, number)}</th>
            {cells}
            {figures}
        </tr>
    }
    .into_any()
}

/// The row's number, which unfolds what can be done with the row. Only one row is unfolded at a time.
fn row_menu<R>(
    state: State,
    table: Table<R>,
    id: RowId,
    number: impl Fn() -> usize + Send + 'static,
) -> AnyView
where
    R: TypedRow + Send + Sync + 'static,
{
    let menu = NodeRef::<html::Details>::new();
    let action = |name: Key, change: TableEdit| {
        let act = move |_| {
            if let Some(menu) = menu.get_untracked() {
                menu.set_open(false);
            }
            keys::act_on_row(table, id, change.clone());
        };
        view! { <button on:click=act>{state.say(name)}</button> }.into_any()
    };
    let actions = vec![
        action(Key::RowUp, TableEdit::Move(id, -1)),
        action(Key::RowDown, TableEdit::Move(id, 1)),
        action(Key::RowInsert, TableEdit::Insert(Some(id))),
        action(Key::RowRemove, TableEdit::Remove(id)),
    ];
    view! {
        <details class="row-menu" name="row-menu" node_ref=menu>
            <summary id=menu_id(id) title=state.say(Key::RowActions)><span id=row_id(id)>{number}</span></summary>
            <div class="row-actions">{actions}</div>
        </details>
    }
    .into_any()
}

/// The button that adds a row at the end.
const ADD_ROW: &str = "add-row";

fn menu_id(row: RowId) -> String {
    format!("menu-{}", row.0)
}

fn row_id(row: RowId) -> String {
    format!("row-{}", row.0)
}

fn heading_id(column: usize) -> String {
    format!("heading-{column}")
}
