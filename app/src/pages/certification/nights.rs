//! 夜间流量: each meter's record as it was pasted or opened, and what of it is leak.

use leptos::prelude::*;
use web_sys::File;

use super::view::ReviewView;
use crate::address;
use crate::files::{self, NoText};
use crate::state::{Notice, State};
use crate::widgets::{Field, Line, file_button, focus_cell, or_none, rate_cell};
use water_ledger::ledger::{Column, Edit, NIGHTS, NightColumn, Row, RowId, TableEdit};
use water_ledger::metering::RecordedAs;
use water_ledger::numeric::plain;
use water_ledger::quantity::Unit;
use water_ledger::show;
use water_ledger::text::{Key, Message, choices};

/// A larger file is no record of a week, and the browser's storage is small.
const MAX_BYTES: f64 = 1024.0 * 1024.0;

/// The button that adds a meter.
const ADD: &str = "add-night";

/// The meters of which a night is known.
pub fn list(state: State, view: ReviewView) -> AnyView {
    let rows = move || {
        let ids = |sheet: &Row| sheet.rows(&NIGHTS).iter().map(|row| row.id).collect::<Vec<_>>();
        view.typed(ids).unwrap_or_default()
    };
    let add = move |_| {
        edit(state, view, TableEdit::Insert(None));
        // The new meter is in the page after this turn.
        request_animation_frame(move || {
            let last = view.typed(|sheet| sheet.rows(&NIGHTS).last().map(|row| row.id)).flatten();
            if let Some(row) = last {
                let _ = focus_cell(state, NIGHTS.at(&[view.id]).row(row));
            }
        });
    };
    view! {
        <section class="table-block nights" aria-labelledby="nights-title">
            <h2 id="nights-title">{state.say(Key::NightsTitle)}</h2>
            <p class="quiet">{state.say(Key::NightsLead)}</p>
            <For each=rows key=|row| *row children=move |row| meter(state, view, row)/>
            <p><button id=ADD class="plain" on:click=add>"+ " {state.say(Key::NightAdd)}</button></p>
        </section>
    }
    .into_any()
}

fn edit(state: State, view: ReviewView, change: TableEdit) {
    state.edit(Edit::Table(NIGHTS.at(&[view.id]), change));
}

fn cell(state: State, view: ReviewView, row: RowId, column: NightColumn) -> Field {
    view.cell(state, &NIGHTS, row, column)
}

fn meter(state: State, view: ReviewView, row: RowId) -> AnyView {
    let language = state.language.get_untracked();
    let label = |column: NightColumn| column.spec().heading.say(language).to_string();
    let number = Memo::new(move |_| {
        let place = |sheet: &Row| sheet.rows(&NIGHTS).iter().position(|night| night.id == row);
        view.with(|sheet, _| place(sheet)).flatten().map_or(0, |place| place + 1)
    });
    let title = move || state.tell(&Message::new(Key::NightTitle).with("number", number.get().to_string()));
    let remove = move |_| {
        edit(state, view, TableEdit::Remove(row));
        request_animation_frame(|| {
            address::focus(ADD);
        });
    };
    let kinds = choices::<RecordedAs>().into_iter();
    let kinds = kinds.map(|kind| (kind.code.to_string(), kind.name.get(language).to_string()));
    let kinds = or_none(state, Key::RecordedAsNone, kinds);
    let number_field = |column: NightColumn, unit: Unit| {
        let (label, unit) = (label(column), if unit == Unit::One { "" } else { unit.symbol(language) });
        cell(state, view, row, column).line(Line { label, unit, is_number: true, ..Line::default() })
    };
    let name = Line { label: label(NightColumn::Meter), is_wide: true, ..Line::default() };
    let kind = cell(state, view, row, NightColumn::Kind);
    view! {
        <section class="night">
            <h3>{title}</h3>
            <div class="entry-fields">
                {cell(state, view, row, NightColumn::Meter).line(name)}
                {kind.choice("entry-field", label(NightColumn::Kind), kinds)}
                {number_field(NightColumn::Step, Unit::Minute)}
                {number_field(NightColumn::Column, Unit::One)}
                {number_field(NightColumn::Legitimate, Unit::CubicMetrePerHour)}
            </div>
            {record(state, view, row, label(NightColumn::Record))}
            {found(state, view, row)}
            <p class="buttons">
                {file_button(None, state.say(Key::NightFile), ".csv,.txt,text/csv,text/plain", move |file| open(state, view, row, file))}
                <button class="plain" on:click=remove>{state.say(Key::NightRemove)}</button>
            </p>
        </section>
    }
    .into_any()
}

/// The record as it was pasted.
fn record(state: State, view: ReviewView, row: RowId, label: String) -> AnyView {
    let at = cell(state, view, row, NightColumn::Record);
    let described = at.described();
    let hint = format!("{}-hint", at.id());
    let describing = {
        let hint = hint.clone();
        move || [Some(hint.clone()), described.get()].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    view! {
        <label class="record">
            <span>{label}</span>
            <textarea
                id=at.id()
                rows="4"
                spellcheck="false"
                autocomplete="off"
                prop:value=at.typed
                aria-invalid=at.invalid()
                aria-describedby=describing
                on:input=move |event| at.take(&event)
            ></textarea>
        </label>
        <span class="hint" id=hint>{state.say(Key::NightHint)}</span>
        {at.note()}
    }
    .into_any()
}

/// What the record says.
fn found(state: State, view: ReviewView, row: RowId) -> AnyView {
    let language = state.language.get_untracked();
    let line = Memo::new(move |_| {
        view.with(|sheet, found| show::certification::night_line(sheet, found, row, language)).flatten()
    });
    let shown = move |line: show::certification::NightLine| {
        let words = line.words.into_iter().map(|words| view! { {words} " " }.into_any());
        let leak =
            line.leak.map(|leak| view! { {state.say(Key::ResultNightLeak)} " " {rate_cell(*state, &leak)} });
        view! {
            <p class="night-outcome">{words.collect_view()} {leak}</p>
            {line.refused.map(|refused| view! { <p class="field-problem">{state.tell(&refused)}</p> })}
        }
    };
    view! { <div aria-live="polite">{move || line.get().map(shown)}</div> }.into_any()
}

/// Puts a file's text in the record's place; what stood there is one undo away.
fn open(state: State, view: ReviewView, row: RowId, file: File) {
    // The size is known before anything is read.
    if file.size() > MAX_BYTES {
        let limit = plain(MAX_BYTES / 1024.0 / 1024.0);
        return state.notify(Notice::grave(Message::new(Key::NightFileTooLarge).with("limit", limit)));
    }
    files::read_text(file, move |text| match text {
        Ok(text) => cell(state, view, row, NightColumn::Record).set(text),
        Err(NoText::Kind(kind)) => {
            let message = Message::new(Key::NightOtherFile).with_words("kind", kind.words());
            state.notify(Notice::grave(message));
        }
        Err(NoText::Unreadable) => state.notify(Notice::grave(Message::new(Key::ImportUnreadable))),
    });
}
