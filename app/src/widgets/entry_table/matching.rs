//! A block that is a table of its own: which of its columns goes where is shown before it is taken.

use std::sync::Arc;

use leptos::prelude::*;

use super::paste::Pasted;
use super::{Table, keys, table_id};
use crate::address;
use crate::part::{Part, part};
use crate::state::Notice;
use crate::take_in::{keep_columns, known_columns};
use crate::widgets::data_table::{DataColumn, data_table};
use water_ledger::exchange::{ForeignBlock, ForeignColumn, Placed, Worksheet, better_block};
use water_ledger::ledger::{ColumnSpec, Row, RowCells, RowId, TableEdit};
use water_ledger::text::{Key, Message};

/// The button that takes the block.
const TAKE: &str = "take-block";

static MATCHING: &Part<(Table, Pasted)> = part!(matching, of: (Table, Pasted), {
    let (table, pasted) = of;
    put(table, pasted)
});

/// Puts a block that was pasted where it belongs, or asks; the code for that comes with the first block.
pub(super) fn view(table: Table, pasted: Pasted) -> AnyView {
    MATCHING.later((table, pasted))
}

/// Puts a block where it was pasted; one that is a table of its own is shown first.
fn put(table: Table, mut pasted: Pasted) -> AnyView {
    if let Some(block) = better_block(&pasted.block, &std::mem::take(&mut pasted.page)) {
        pasted.block = block;
    }
    let read = read_as_known(table, &pasted.block, pasted.column);
    if pasted.sheets.is_empty() && read.is_plain() && !hangs_on_others(table, &read, pasted.row) {
        // A view that is being made changes nothing.
        request_animation_frame(move || {
            table.pasted.set(None);
            pasted.cell_by_cell(table);
        });
        return ().into_any();
    }
    question(table, pasted, RwSignal::new(read))
}

/// The block as the table reads it, its columns where those of the same headings went before.
fn read_as_known(table: Table, block: &[Vec<String>], at: &'static ColumnSpec) -> ForeignBlock {
    let mut read = ForeignBlock::read(block.to_vec(), table.at.spec, at);
    known_columns().recall(table.at.spec, &mut read);
    read
}

/// Keeps where the columns of a block go that would go elsewhere by themselves.
fn keep(table: Table, block: &[Vec<String>], at: &'static ColumnSpec, said: &ForeignBlock) {
    let itself = ForeignBlock::read(block.to_vec(), table.at.spec, at);
    let mut known = known_columns();
    // Another worksheet than the first has other columns.
    if itself.columns.len() == said.columns.len() && known.remember(table.at.spec, &itself, said) {
        keep_columns(&known);
    }
}

/// Whether cell by cell the block would put other names over rows that bear one.
fn hangs_on_others(table: Table, read: &ForeignBlock, row: Option<RowId>) -> bool {
    let (Some(row), Some(name)) = (row, table.at.spec.naming_column()) else { return false };
    if read.columns.iter().all(|column| column.to != Some(name)) {
        return false;
    }
    with_rows(table, |rows| {
        let placed = read.placed(table.at.spec, rows, row);
        let Some(top) = rows.iter().position(|one| one.id == row) else { return false };
        let moves = |(offset, one): (usize, &RowCells)| {
            rows.get(top + offset)
                .is_some_and(|there| one.row != Some(there.id) && !there.text(name).trim().is_empty())
        };
        placed.rows.iter().enumerate().any(moves)
    })
}

/// The rows of the table as they are typed.
fn with_rows<T>(table: Table, make: impl FnOnce(&[Arc<Row>]) -> T) -> T {
    table.state.ledger.with_untracked(|ledger| make(ledger.rows_at(table.at).unwrap_or_default()))
}

/// What the block is understood as, each column to be changed, and the ways on.
fn question(table: Table, pasted: Pasted, read: RwSignal<ForeignBlock>) -> AnyView {
    let (state, row) = (table.state, pasted.row);
    request_animation_frame(move || {
        address::focus(&table_id(table.at, TAKE));
    });
    let close = move || {
        table.pasted.set(None);
        // The cells are there again, or changed, after this turn.
        request_animation_frame(move || {
            if let Some(row) = row.or_else(|| table.row(0)) {
                let _ = keys::focus_cell(state, table.at.row(row));
            }
        });
    };
    let pasted_at = pasted.column;
    let sheets = (pasted.sheets.len() > 1).then(|| choice_of_sheet(table, &pasted, read));
    let whole = StoredValue::new(pasted.block.clone());
    let take = move |_| {
        let placed = read.with_untracked(|read| placed(table, read, row));
        read.with_untracked(|read| keep(table, &whole.get_value(), pasted_at, read));
        let said = Message::new(Key::BlockTaken).with("rows", placed.rows.len().to_string());
        table.edit(TableEdit::Fill(placed.rows));
        state.notify(Notice::quiet(said));
        close();
    };
    let take_as_it_is = move |_| {
        pasted.clone().cell_by_cell(table);
        close();
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    view! {
        <section class="matching" aria-labelledby=table_id(table.at, "matching") on:keydown=on_key>
            <h3 id=table_id(table.at, "matching")>{state.say(Key::BlockTitle)}</h3>
            {sheets}
            {move || found(table, read, row)}
            <p class="buttons">
                <button id=table_id(table.at, TAKE) class="primary" on:click=take>{state.say(Key::BlockTake)}</button>
                <button on:click=take_as_it_is>{state.say(Key::BlockAsItIs)}</button>
                <button class="plain" on:click=move |_| close()>{state.say(Key::BlockLeave)}</button>
            </p>
        </section>
    }
    .into_any()
}

/// The worksheets of the file, of which another can be taken.
fn choice_of_sheet(table: Table, pasted: &Pasted, read: RwSignal<ForeignBlock>) -> AnyView {
    let state = table.state;
    let (sheets, column) = (pasted.sheets.clone(), pasted.column);
    let option = |(number, (name, _)): (usize, &Worksheet)| {
        view! { <option value=number.to_string()>{name.clone()}</option> }.into_any()
    };
    let options: Vec<AnyView> = sheets.iter().enumerate().map(option).collect();
    let choose = move |event: leptos::ev::Event| {
        let chosen = event_target_value(&event).parse::<usize>().ok().and_then(|number| sheets.get(number));
        if let Some((_, block)) = chosen {
            read.set(read_as_known(table, block, column));
        }
    };
    view! { <p><label>{state.say(Key::WorkbookSheet)} " " <select on:change=choose>{options}</select></label></p> }.into_any()
}

fn placed(table: Table, read: &ForeignBlock, row: Option<RowId>) -> Placed {
    // No row has this identity, so that new rows stand behind the last.
    let at = row.unwrap_or(RowId(u32::MAX));
    with_rows(table, |rows| read.placed(table.at.spec, rows, at))
}

/// The columns of the block with what they go into and what stands in the first row, and what becomes of the rows.
fn found(table: Table, signal: RwSignal<ForeignBlock>, row: Option<RowId>) -> AnyView {
    let (state, read) = (table.state, &signal.get());
    let placed = placed(table, read, row);
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
            vec![name.clone().into_any(), first.into_any(), into_column(table, signal, place, column, name)]
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
fn into_column(
    table: Table,
    read: RwSignal<ForeignBlock>,
    place: usize,
    column: &ForeignColumn,
    label: String,
) -> AnyView {
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
        read.update(|read| read.put(place, to));
    };
    view! {
        <select aria-label=label on:change=choose>
            <option value="" prop:selected=column.to.is_none()>{state.say(Key::BlockNowhere)}</option>
            {options}
        </select>
    }
    .into_any()
}
