//! 佐证材料: of each piece whether it is ready, its file's name, a note.

use leptos::prelude::*;

use super::view::ReviewView;
use crate::attachments;
use crate::state::State;
use crate::widgets::{or_none, unverified_mark};
use water_ledger::ledger::{EVIDENCE, EvidenceColumn, READY, RowId, evidence_row};
use water_ledger::rubric::{Rubric, Wording};
use water_ledger::text::{Key, Message};

/// The evidence of an item or prerequisite; none where the rubric asks for none.
pub fn list(state: State, view: ReviewView, rubric: &Rubric, of: &str, asked: &[Wording]) -> Option<AnyView> {
    if asked.is_empty() {
        return None;
    }
    let piece = |(place, asked): (usize, &Wording)| {
        let row = view.typed(|sheet| evidence_row(sheet, rubric, of, place).map(|row| row.id)).flatten()?;
        Some(self::piece(state, view, asked, row))
    };
    let pieces: Vec<AnyView> = asked.iter().enumerate().filter_map(piece).collect();
    let open = rubric.evidence_status.filter(|status| !status.is_verified());
    let mark = open.map(|_| unverified_mark(*state, state.say(Key::EvidenceTitle).to_string()));
    Some(
        view! {
            <div class="evidence">
                <h3>{state.say(Key::EvidenceTitle)} {mark}</h3>
                <ul>{pieces}</ul>
            </div>
        }
        .into_any(),
    )
}

fn piece(state: State, view: ReviewView, asked: &Wording, row: RowId) -> AnyView {
    let name = asked.get(state.language.get_untracked()).to_string();
    let cell = |column: EvidenceColumn| view.cell(state, &EVIDENCE, row, column);
    let say = |code: &str, key: Key| (code.to_string(), state.say(key).to_string());
    let states = vec![
        say(READY, Key::EvidenceReady),
        say("partial", Key::EvidencePartial),
        say("missing", Key::EvidenceMissing),
    ];
    let is_ready = cell(EvidenceColumn::State);
    let label = |key: Key| state.tell(&Message::new(key).with("evidence", name.clone()));
    let text = |column: EvidenceColumn, of: Key, shown: Key| {
        let at = cell(column);
        view! {
            <input
                id=at.id()
                type="text"
                autocomplete="off"
                aria-label=label(of)
                placeholder=state.say(shown)
                prop:value=at.typed
                on:input=move |event| at.take(&event)
                on:compositionend=move |event| at.take(event.as_ref())
            />
        }
        .into_any()
    };
    view! {
        <li>
            <label class="piece"><span>{name.clone()}</span> " " {is_ready.select(or_none(state, Key::ChooseClass, states))}</label>
            {text(EvidenceColumn::File, Key::EvidenceFileOf, Key::ColumnFile)}
            {text(EvidenceColumn::Note, Key::EvidenceNoteOf, Key::ColumnNote)}
            {is_ready.note()}
            {attachments::of_row(state, EVIDENCE.at(&[view.id]).row(row), name)}
        </li>
    }
    .into_any()
}
