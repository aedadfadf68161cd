//! The evidence of an item: each piece with whether it is ready, its file's name, a note.

use leptos::prelude::*;

use super::view::ReviewView;
use crate::ledger::{EvidenceColumn, ReviewTable, RowId, TableAt};
use crate::rubric::{Item, Wording};
use crate::text::{Key, Message};
use crate::web::state::State;
use crate::web::widgets::cell_id;

/// The list; none where the rubric asks for no evidence.
pub fn list(state: State, view: ReviewView, item: &Item) -> Option<AnyView> {
    if item.evidence.is_empty() {
        return None;
    }
    let piece = |(place, asked): (usize, &Wording)| {
        let row = view.with(|sheet, _| sheet.evidence(&item.id, place).map(|row| row.id)).flatten()?;
        Some(self::piece(state, view, asked, row))
    };
    let pieces: Vec<AnyView> = item.evidence.iter().enumerate().filter_map(piece).collect();
    Some(
        view! {
            <div class="evidence">
                <h3>{state.say(Key::EvidenceTitle)}</h3>
                <ul>{pieces}</ul>
            </div>
        }
        .into_any(),
    )
}

fn piece(state: State, view: ReviewView, asked: &Wording, row: RowId) -> AnyView {
    let name = asked.get(state.language.get_untracked()).to_string();
    let at = TableAt::Review(view.id, ReviewTable::Evidence);
    let cell = move |column: EvidenceColumn| view.cell(ReviewTable::Evidence, row, column.index());
    let set = move |column: EvidenceColumn, text: String| {
        view.set(state, ReviewTable::Evidence, row, column.index(), text);
    };
    let typed = cell(EvidenceColumn::State);
    let states = [
        ("", Key::ChooseClass),
        ("ready", Key::EvidenceReady),
        ("partial", Key::EvidencePartial),
        ("missing", Key::EvidenceMissing),
    ];
    let options = states.map(|(code, name)| {
        view! { <option value=code prop:selected=move || typed.with(|typed| typed.trim() == code)>{state.say(name)}</option> }
    });
    let label = |key: Key| state.tell(&Message::new(key).with("evidence", name.clone()));
    let (file, note) = (cell(EvidenceColumn::File), cell(EvidenceColumn::Note));
    view! {
        <li>
            <span>{name.clone()}</span>
            <select
                id=cell_id(at, row, EvidenceColumn::State.index())
                aria-label=label(Key::EvidenceOf)
                on:change=move |event| set(EvidenceColumn::State, event_target_value(&event))
            >
                {options}
            </select>
            <input
                id=cell_id(at, row, EvidenceColumn::File.index())
                type="text"
                autocomplete="off"
                aria-label=label(Key::EvidenceFileOf)
                placeholder=state.say(Key::ColumnFile)
                prop:value=file
                on:input=move |event| set(EvidenceColumn::File, event_target_value(&event))
            />
            <input
                id=cell_id(at, row, EvidenceColumn::Note.index())
                type="text"
                autocomplete="off"
                aria-label=label(Key::EvidenceNoteOf)
                placeholder=state.say(Key::ColumnNote)
                prop:value=note
                on:input=move |event| set(EvidenceColumn::Note, event_target_value(&event))
            />
        </li>
    }
    .into_any()
}
