//! The flow of the night: a meter's record, pasted or from a file, and the leak that it tells.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::view::ReviewView;
use crate::ledger::{Edit, NightColumn, ReviewTable, RowId, TableAt, TableEdit};
use crate::report;
use crate::text::{Coded, Key};
use crate::unit::RecordedAs;
use crate::web::files;
use crate::web::state::{Notice, State};
use crate::web::widgets::{cell_id, rate_cell};

/// A file larger than this is no record: ten years of hours stay below it.
const MOST_BYTES: f64 = 4e6;

/// Every meter with its record.
pub fn list(state: State, view: ReviewView) -> AnyView {
    let rows = Memo::new(move |_| view.with(|sheet, _| sheet.rows(ReviewTable::Nights)).unwrap_or_default());
    let add = move |_| {
        state.edit(Edit::Table(TableAt::Review(view.id, ReviewTable::Nights), TableEdit::Insert(None)));
    };
    view! {
        <section class="table-block" aria-labelledby="nights-title">
            <h2 id="nights-title">{state.say(Key::NightsTitle)}</h2>
            <p class="quiet">{state.say(Key::NightsLead)}</p>
            <ul class="nights">
                <For each=move || rows.get() key=|row| *row let:row>
                    {untrack(|| meter(state, view, row))}
                </For>
            </ul>
            <button class="plain" on:click=add>"+ " {state.say(Key::NightAdd)}</button>
        </section>
    }
    .into_any()
}

fn meter(state: State, view: ReviewView, row: RowId) -> AnyView {
    let at = TableAt::Review(view.id, ReviewTable::Nights);
    let language = state.language.get_untracked();
    let cell = move |column: NightColumn| view.cell(ReviewTable::Nights, row, column.index());
    let set = move |column: NightColumn, text: String| {
        view.set(state, ReviewTable::Nights, row, column.index(), text)
    };
    let problem = move |column: NightColumn| {
        let problem = view.cell_problem(ReviewTable::Nights, row, column.index());
        move || {
            problem.get().map(|message| view! { <span class="field-problem">{state.tell(&message)}</span> })
        }
    };
    let field = move |column: NightColumn, name: Key, unit: &'static str, keyboard: &'static str| {
        let text = cell(column);
        view! {
            <label class="entry-field">
                <span>{state.say(name)}</span>
                " "
                <input
                    id=cell_id(at, row, column.index())
                    type="text"
                    inputmode=keyboard
                    autocomplete="off"
                    prop:value=text
                    on:input=move |event| set(column, event_target_value(&event))
                />
                <span class="unit">{unit}</span>
                {problem(column)}
            </label>
        }
        .into_any()
    };
    let kind = cell(NightColumn::Kind);
    let kinds = RecordedAs::ALL.iter().map(|term| {
        let code = term.code();
        // Volumes are what is meant where nothing was chosen.
        let chosen = move || {
            kind.with(|typed| {
                typed.trim() == code || (typed.trim().is_empty() && *term == RecordedAs::Volume)
            })
        };
        view! { <option value=code prop:selected=chosen>{term.name().get(language)}</option> }.into_any()
    });
    let record = cell(NightColumn::Record);
    let outcome =
        Memo::new(move |_| view.with(|sheet, found| report::night(sheet, found, row, language)).flatten());
    let remove = move |_| state.edit(Edit::Table(at, TableEdit::Remove(row)));
    let choose = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            if file.size() > MOST_BYTES {
                state.notify(Notice::grave(crate::unit::ReadingsFault::TooLong.message()));
            } else {
                files::read_text(file, move |text| match text {
                    Some(text) => set(NightColumn::Record, text),
                    None => state.notify(Notice::grave(crate::text::Message::new(Key::ImportUnreadable))),
                });
            }
        }
        input.set_value("");
    };
    view! {
        <li>
            <div class="entry-fields">
                {field(NightColumn::Meter, Key::ColumnMeter, "", "text")}
                <label class="entry-field">
                    <span>{state.say(Key::ColumnRecordedAs)}</span>
                    " "
                    <select
                        id=cell_id(at, row, NightColumn::Kind.index())
                        on:change=move |event| set(NightColumn::Kind, event_target_value(&event))
                    >
                        {kinds.collect_view()}
                    </select>
                </label>
                {field(NightColumn::Step, Key::ColumnInterval, "min", "decimal")}
                {field(NightColumn::Legitimate, Key::ColumnLegitimate, "m³/h", "decimal")}
            </div>
            <label class="record">
                <span>{state.say(Key::ColumnReadings)}</span>
                <textarea
                    id=cell_id(at, row, NightColumn::Record.index())
                    rows="4"
                    spellcheck="false"
                    placeholder="2024-03-01 02:00,0.35"
                    prop:value=record
                    on:input=move |event| set(NightColumn::Record, event_target_value(&event))
                ></textarea>
            </label>
            {problem(NightColumn::Record)}
            <p class="buttons">
                <label class="button">
                    {state.say(Key::NightFile)}
                    <input type="file" accept=".csv,.txt,text/csv,text/plain" class="visually-hidden" on:change=choose/>
                </label>
                <button class="plain" on:click=remove>{state.say(Key::NightRemove)}</button>
            </p>
            {move || {
                outcome.get().map(|(words, leak)| view! {
                    <p class="night-outcome">{words} " " {leak.map(|leak| rate_cell(*state, &leak))}</p>
                })
            }}
        </li>
    }
    .into_any()
}
