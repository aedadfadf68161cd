//! A block that is a table of its own: which of its columns goes where is shown before it is taken.

use leptos::prelude::*;

use super::paste::{cell_by_cell, with_rows};
use super::{Table, keys, table_id};
use crate::address;
use crate::state::Notice;
use crate::widgets::data_table::{DataColumn, data_table};
use water_ledger::exchange::{ForeignBlock, ForeignColumn, Placed};
use water_ledger::ledger::{ColumnSpec, RowId, TableEdit};
use water_ledger::text::{Key, Message};

/// A block that waits for a word on where it goes.
#[derive(Clone)]
pub(super) struct Waiting {
    /// How it is understood.
    pub(super) read: ForeignBlock,
    /// Its cells as they came.
    pub(super) as_it_is: Vec<Vec<String>>,
    /// The row that it was put at.
    pub(super) row: Option<RowId>,
    /// The column that it was put at.
    pub(super) column: &'static ColumnSpec,
}

/// The button that takes the block.
const TAKE: &str = "take-block";

/// What the block is understood as, each column to be changed, and the ways on.
pub(super) fn view(table: Table) -> AnyView {
    let state = table.state;
    request_animation_frame(move || {
        address::focus(&table_id(table.at, TAKE));
    });
    let close = move || {
        let waiting = table.waiting.get_untracked();
        table.waiting.set(None);
        let row = waiting.and_then(|waiting| waiting.row).or_else(|| table.row(0));
        // The cells are there again, or changed, after this turn.
        request_animation_frame(move || {
            if let Some(row) = row {
                let _ = keys::focus_cell(state, table.at.row(row));
            }
        });
    };
    let take = move |_| {
        if let Some(Waiting { read, row, .. }) = table.waiting.get_untracked() {
            let placed = placed(table, &read, row);
            let said = Message::new(Key::BlockTaken).with("rows", placed.rows.len().to_string());
            table.edit(TableEdit::Fill(placed.rows));
            state.notify(Notice::quiet(said));
        }
        close();
    };
    let take_as_it_is = move |_| {
        if let Some(Waiting { as_it_is, row, column, .. }) = table.waiting.get_untracked() {
            table.edit(cell_by_cell(as_it_is, row, table, column));
        }
        close();
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let found = move || table.waiting.get().map(|waiting| found(table, &waiting));
    view! {
        <section class="matching" aria-labelledby=table_id(table.at, "matching") on:keydown=on_key>
            <h3 id=table_id(table.at, "matching")>{state.say(Key::BlockTitle)}</h3>
            {found}
            <p class="buttons">
                <button id=table_id(table.at, TAKE) class="primary" on:click=take>{state.say(Key::BlockTake)}</button>
                <button on:click=take_as_it_is>{state.say(Key::BlockAsItIs)}</button>
                <button class="plain" on:click=move |_| close()>{state.say(Key::BlockLeave)}</button>
            </p>
        </section>
    }
    .into_any()
}

fn placed(table: Table, read: &ForeignBlock, row: Option<RowId>) -> Placed {
    // No row has this identity, so that new rows stand behind the last.
    let at = row.unwrap_or(RowId(u32::MAX));
    with_rows(table, |rows| read.placed(table.at.spec, rows, at))
}

/// The columns of the block with what they go into and what stands in the first row, and what becomes of the rows.
fn found(table: Table, waiting: &Waiting) -> AnyView {
    let (state, read) = (table.state, &waiting.read);
    let placed = placed(table, read, waiting.row);
    let say = |key: Key, count: usize| {
        (count > 0).then(|| {
            view! { <li>{state.tell(&Message::new(key).with("count", count.to_string()))}</li> }.into_any()
        })
    };
    let rows = [
        say(Key::BlockByName, placed.by_name),
        say(Key::BlockNew, placed.new),
        say(Key::BlockLeftOut, read.left_out.len()),
        say(Key::BlockGaps, read.filled_gaps),
        say(Key::BlockUnmatched, read.unmatched().count()),
    ];
    let columns = vec![
        DataColumn::new(state.say(Key::BlockColumn)),
        DataColumn::new(state.say(Key::BlockFirst)),
        DataColumn::new(state.say(Key::BlockInto)),
    ];
    let shown = read.columns.iter().enumerate().filter(|(place, column)| {
        !column.is_counter && (!column.heading.is_empty() || first(read, *place).is_some())
    });
    let lines: Vec<Vec<AnyView>> = shown
        .map(|(place, column)| {
            let name = if column.heading.is_empty() {
                state.tell(&Message::new(Key::BlockNth).with("number", (place + 1).to_string()))
            } else {
                column.heading.clone()
            };
            let first = first(read, place).unwrap_or_default();
            vec![name.clone().into_any(), first.into_any(), into_column(table, place, column, name)]
        })
        .collect();
    view! {
        <ul>{rows.into_iter().flatten().collect_view()}</ul>
        <div class="scroll">{data_table("data", None, columns, lines)}</div>
    }
    .into_any()
}

/// The first text that stands in a column.
fn first(read: &ForeignBlock, place: usize) -> Option<String> {
    let texts = read.rows.iter().filter_map(|row| row.get(place));
    texts.map(|text| text.trim().to_string()).find(|text| !text.is_empty())
}

/// The list of the columns that a column of the block may go into.
fn into_column(table: Table, place: usize, column: &ForeignColumn, label: String) -> AnyView {
    let state = table.state;
    let option = |number: usize, one: &'static ColumnSpec| {
        view! { <option value=number.to_string() prop:selected=column.to == Some(one)>{state.say(one.heading)}</option> }
            .into_any()
    };
    let options: Vec<AnyView> =
        table.columns().iter().enumerate().map(|(number, one)| option(number, one)).collect();
    let choose = move |event: leptos::ev::Event| {
        let to =
            event_target_value(&event).parse::<usize>().ok().and_then(|number| table.columns().get(number));
        table.waiting.update(|waiting| {
            if let Some(waiting) = waiting {
                waiting.read.put(place, to);
            }
        });
    };
    view! {
        <select aria-label=label on:change=choose>
            <option value="" prop:selected=column.to.is_none()>{state.say(Key::BlockNowhere)}</option>
            {options}
        </select>
    }
    .into_any()
}
