//! The rows of a table in blocks, of which a long table draws those that are seen or nearly so.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::live::{self, LiveRow};
use super::{NEW_ROW, Table, cell, keys, menu_id, row_id, step_id, table_id};
use crate::widgets::figure::figure_cell;
use water_ledger::ledger::{ColumnSpec, RowId, TableEdit};
use water_ledger::quantity::Unit;
use water_ledger::show::Totals;
use water_ledger::text::Key;

/// How many rows are drawn or left out together.
pub(super) const BLOCK: usize = 40;

/// How tall a row is as a rule, in pixels: what stands for rows that were never drawn.
const ROW_HEIGHT: usize = 33;

/// The bodies of the table: a block of rows each, and the row that is not there yet.
pub(super) fn view(table: Table, computed: Vec<(Key, Unit)>, scroll: NodeRef<html::Div>) -> AnyView {
    let live =
        RwSignal::new(table.sheet.with_untracked(|sheet| live::bring_up_to_date(Vec::new(), &sheet.rows)));
    Effect::new(move |_| {
        let before = live.get_untracked();
        let now = table.sheet.with(|sheet| live::bring_up_to_date(before.clone(), &sheet.rows));
        // Typing changes what rows show, not which rows there are.
        if now.iter().map(|row| row.id).ne(before.iter().map(|row| row.id)) {
            live.set(now);
        }
    });
    draw_what_is_wanted(table);
    let observer = StoredValue::new_local(None::<Seen>);
    Effect::new(move |_| {
        if let Some(scroll) = scroll.get() {
            observer.set_value(Seen::watch(table, &scroll));
        }
    });
    let blocks = Memo::new(move |_| live.with(|rows| rows.len().div_ceil(BLOCK)));
    let columns = table.columns().len() + computed.len();
    view! {
        <For
            each=move || 0..blocks.get()
            key=|block| *block
            children={
                let computed = computed.clone();
                move |block| block_view(table, live, block, computed.clone(), scroll, observer)
            }
        />
        {new_row(table, columns)}
        {totals(table, computed)}
    }
    .into_any()
}

fn block_view(
    table: Table,
    live: RwSignal<Vec<LiveRow>>,
    block: usize,
    computed: Vec<(Key, Unit)>,
    scroll: NodeRef<html::Div>,
    observer: StoredValue<Option<Seen>, LocalStorage>,
) -> AnyView {
    let is_drawn = Memo::new(move |_| table.drawn.with(|drawn| drawn.contains(&block)));
    let of_block = move || live.with(|rows| rows.iter().skip(block * BLOCK).take(BLOCK).cloned().collect());
    let rows = move || if is_drawn.get() { of_block() } else { Vec::<LiveRow>::new() };
    let body = NodeRef::<html::Tbody>::new();
    Effect::new(move |_| {
        if let (Some(body), Some(_)) = (body.get(), scroll.get()) {
            observer.with_value(|observer| {
                if let Some(seen) = observer {
                    seen.observer.observe(&body);
                }
            });
        }
    });
    // What was drawn once is as tall when it is drawn no more.
    let gap = move || {
        (!is_drawn.get()).then(|| {
            let count = live.with(|rows| rows.len().saturating_sub(block * BLOCK).min(BLOCK));
            let height = format!("{}px", count * ROW_HEIGHT);
            view! { <tr class="not-drawn" aria-hidden="true"><td style:height=height></td></tr> }
        })
    };
    view! {
        <tbody node_ref=body data-block=block.to_string()>
            {gap}
            <For each=rows key=|row| row.id children=move |live| row(table, live, &computed)/>
        </tbody>
    }
    .into_any()
}

/// Watches which blocks come into sight.
struct Seen {
    observer: IntersectionObserver,
    _on_change: Closure<dyn Fn(js_sys::Array)>,
}

impl Seen {
    fn watch(table: Table, scroll: &HtmlElement) -> Option<Seen> {
        let on_change = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let entries: Vec<IntersectionObserverEntry> =
                entries.iter().filter_map(|entry| entry.dyn_into().ok()).collect();
            let block = |entry: &IntersectionObserverEntry| {
                entry.target().get_attribute("data-block").and_then(|block| block.parse::<usize>().ok())
            };
            // A cell that has the keyboard stays, wherever the table is scrolled to.
            let has_focus = |entry: &IntersectionObserverEntry| {
                document().active_element().is_some_and(|active| entry.target().contains(Some(&active)))
            };
            let (seen, gone): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| entry.is_intersecting());
            let seen: Vec<usize> = seen.into_iter().filter_map(block).collect();
            let gone: Vec<usize> =
                gone.into_iter().filter(|entry| !has_focus(entry)).filter_map(block).collect();
            // The table may be on its way out.
            let is_changed = table.drawn.try_with_untracked(|drawn| {
                seen.iter().any(|block| !drawn.contains(block))
                    || gone.iter().any(|block| drawn.contains(block))
            });
            if is_changed == Some(true) {
                table.drawn.update(|drawn| {
                    drawn.retain(|block| !gone.contains(block) && !seen.contains(block));
                    drawn.extend(seen);
                });
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root(Some(scroll));
        options.set_root_margin("800px 0px");
        let observer =
            IntersectionObserver::new_with_options(on_change.as_ref().unchecked_ref(), &options).ok()?;
        Some(Seen { observer, _on_change: on_change })
    }
}

impl Drop for Seen {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Draws the block of a cell that someone asks for.
fn draw_what_is_wanted(table: Table) {
    Effect::new(move |_| {
        let wanted = table.state.wanted.get().filter(|place| place.table == table.at);
        if let Some(row) = wanted.and_then(|place| table.place(place.row)) {
            draw(table, row / BLOCK);
        }
    });
}

/// Puts a block into the page.
pub(super) fn draw(table: Table, block: usize) {
    if table.drawn.with_untracked(|drawn| !drawn.contains(&block)) {
        table.drawn.update(|drawn| drawn.push(block));
    }
}

fn row(table: Table, live: LiveRow, computed: &[(Key, Unit)]) -> AnyView {
    let LiveRow { id, shown } = live;
    let number = {
        let shown = shown.clone();
        move || shown.with(|shown| shown.place + 1)
    };
    let selected = {
        let shown = shown.clone();
        Memo::new(move |_| {
            let selection = table.selection.get()?;
            selection.range(table)?.columns_of(shown.with(|shown| shown.place))
        })
    };
    let cells: Vec<AnyView> = table
        .columns()
        .iter()
        .enumerate()
        .map(|column| cell::cell(table, id, shown.clone(), selected, column))
        .collect();
    let figures: Vec<AnyView> = computed
        .iter()
        .enumerate()
        .map(|(index, heading)| {
            let (shown, (heading, unit)) = (shown.clone(), *heading);
            let figure = move || shown.with(|shown| shown.row.figures.get(index).cloned().flatten());
            // In the list of a phone's rows each is told by its name and its first figure.
            let class = if index == 0 { "computed main" } else { "computed" };
            let (label, named) = (table.state.say(heading), cell::unit_name(table.state, Some(unit)));
            view! {
                <td class=class data-label=label data-unit=named>
                    {move || figure_cell(*table.state, heading, unit, figure())}
                </td>
            }
            .into_any()
        })
        .collect();
    let columns = cells.len() + figures.len();
    let is_open = Memo::new(move |_| table.open.get() == Some(id));
    view! {
        <tr data-row=id.0.to_string() class:open=is_open>
            <th scope="row" class="row-number">
                {row_menu(table, id, number)}
                {move || is_open.get().then(|| steps(table, id))}
            </th>
            {cells}
            {figures}
        </tr>
        {cell::said_below(table, id, shown, columns)}
    }
    .into_any()
}

/// The ways from a row that a phone shows as a form to the one before and the one after it.
fn steps(table: Table, id: RowId) -> AnyView {
    let button = |by: isize, sign: &'static str, name: Key| {
        let step = move |_| keys::step(table, id, by);
        let label = table.state.say(name);
        view! { <button class="plain step" id=step_id(table.at, id, by) aria-label=label on:click=step>{sign}</button> }
            .into_any()
    };
    let is_first = table.place(id) == Some(0);
    let count = move || format!("/ {}", table.sheet.with(|sheet| sheet.rows.len()));
    view! { <span class="row-count">{count}</span> {(!is_first).then(|| button(-1, "‹", Key::RowBefore))} {button(1, "›", Key::RowAfter)} }.into_any()
}

/// The row that is not there yet: an empty place to type and paste into.
fn new_row(table: Table, columns: usize) -> AnyView {
    let is_needed = Memo::new(move |_| {
        table.sheet.with(|sheet| {
            sheet.rows.last().is_none_or(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
        })
    });
    let number = move || table.sheet.with(|sheet| sheet.rows.len() + 1);
    let row = move || {
        let cells: Vec<AnyView> =
            table.columns().iter().map(|column| cell::new_cell(table, column)).collect();
        let computed =
            (cells.len()..columns).map(|_| view! { <td class="computed">{""}</td> }).collect_view();
        view! {
            <tr class="new-row" data-row="new" class:open=move || table.open.get().is_none()>
                <th scope="row" class="row-number"><span id=table_id(table.at, NEW_ROW)>{number}</span></th>
                {cells}
                {computed}
            </tr>
        }
    };
    view! { <tbody class="new-rows">{move || is_needed.get().then(row)}</tbody> }.into_any()
}

/// What the rows come to together.
fn totals(table: Table, computed: Vec<(Key, Unit)>) -> AnyView {
    let state = table.state;
    let totals = Memo::new(move |_| table.sheet.with(|sheet| sheet.totals.clone()));
    let row = move |totals: Totals| {
        let under = |column: &'static ColumnSpec| {
            let figure = totals.typed.iter().find(|(of, _)| *of == column).map(|(_, figure)| figure.clone());
            let unit = column.unit().unwrap_or(Unit::One);
            let label = state.say(column.heading);
            view! { <td class="total" data-label=label>{figure_cell(*state, column.heading, unit, figure)}</td> }
                .into_any()
        };
        let typed: Vec<AnyView> = table.columns().iter().skip(1).map(under).collect();
        let figures = computed.iter().zip(totals.computed).map(|((heading, unit), figure)| {
            let label = state.say(*heading);
            view! { <td class="computed" data-label=label>{figure_cell(*state, *heading, *unit, figure)}</td> }
                .into_any()
        });
        view! {
            <tr class="totals">
                <td></td>
                <th scope="row">{state.tell(&totals.name)}</th>
                {typed}
                {figures.collect_view()}
            </tr>
        }
    };
    view! { <tfoot>{move || totals.get().map(&row)}</tfoot> }.into_any()
}

/// The row's number, which unfolds what can be done with the row. Only one row is unfolded at a time.
fn row_menu(table: Table, id: RowId, number: impl Fn() -> usize + Send + 'static) -> AnyView {
    let state = table.state;
    let menu = NodeRef::<html::Details>::new();
    let fold = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let action = move |name: Key, change: TableEdit| {
        let act = move |_| {
            fold();
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
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            fold();
            crate::address::focus(&menu_id(table.at, id));
        }
    };
    // Most rows of a long table are never unfolded.
    let unfolded = RwSignal::new(false);
    view! {
        <details class="row-menu" name="row-menu" node_ref=menu on:toggle=move |_| unfolded.set(true) on:keydown=on_key>
            <summary id=menu_id(table.at, id) title=state.say(Key::RowActions)><span id=row_id(table.at, id)>{number}</span></summary>
            {move || unfolded.get().then(|| view! { <div class="row-actions">{actions()}</div> })}
        </details>
    }
    .into_any()
}
