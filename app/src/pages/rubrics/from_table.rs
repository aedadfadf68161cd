//! A rubric of a table, pasted or in a file: it becomes a draft, in which what could not be read is marked.

use leptos::prelude::*;
use web_sys::{ClipboardEvent, File};

use super::library::take_over;
use crate::office;
use crate::part::{Code, code};
use crate::state::{Notice, State};
use water_ledger::exchange::{RubricDraft, Worksheet, better_block, pasted, rubric_of_table};
use water_ledger::ledger::{Edit, RUBRIC_TABLE};
use water_ledger::rubric::form_spec::RubricEdit;
use water_ledger::text::{Key, Message};

/// What reads such tables, which comes with the first.
static READ: Code<(State, String, Vec<Worksheet>), ()> =
    code!(rubric_table, of: (State, String, Vec<Worksheet>) => (), begin(of.0, &of.1, &of.2));

fn read(state: State, name: String, sheets: Vec<Worksheet>) {
    leptos::task::spawn_local(async move {
        if READ.of((state, name, sheets)).await.is_none() {
            state.notify(Notice::grave(Message::new(Key::ImportUnreadable)));
        }
    });
}

/// The draft of the first worksheet that is a rubric.
fn begin(state: State, name: &str, sheets: &[Worksheet]) {
    let Some(draft) = sheets.iter().find_map(|(_, rows)| rubric_of_table(rows, name)) else {
        return state.notify(Notice::grave(Message::new(Key::RubricTableNone)));
    };
    let RubricDraft { rubric, unread } = draft;
    let said = Message::new(Key::RubricTableTaken)
        .with("items", rubric.items().count().to_string())
        .with("total", rubric.total.to_string())
        .with("unread", unread.len().to_string());
    if let Some(id) = take_over(state, rubric, said) {
        for (pointer, typed) in unread {
            state.edit(Edit::rubric(id, RubricEdit::Number(pointer, typed)));
        }
    }
}

/// The rubric of a file, called as the file is.
pub fn of_file(state: State, file: File) {
    let name = file.name();
    let name = name.rsplit_once('.').map_or(name.clone(), |(name, _)| name.to_string());
    office::offer(state, file, &RUBRIC_TABLE, Callback::new(move |sheets| read(state, name.clone(), sheets)));
}

/// Where a table can be pasted.
pub fn paste(state: State) -> AnyView {
    let (name, text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let page = StoredValue::new(String::new());
    let on_paste = move |event: ClipboardEvent| {
        let copied = event.clipboard_data().and_then(|data| data.get_data("text/html").ok());
        page.set_value(copied.unwrap_or_default());
    };
    let make = move |_| {
        let plain = pasted(&text.get_untracked());
        let block = page.with_value(|page| better_block(&plain, page)).unwrap_or(plain);
        read(state, name.get_untracked(), vec![(String::new(), block)]);
    };
    view! {
        <details class="paste-rubric">
            <summary>{state.say(Key::RubricPasteTitle)}</summary>
            <p class="quiet">{state.say(Key::RubricPasteHint)}</p>
            <p><label>{state.say(Key::RubricPasteName)} " " <input prop:value=name on:input=move |event| name.set(event_target_value(&event))/></label></p>
            <textarea
                rows="6"
                aria-label=state.say(Key::RubricTableTitle)
                prop:value=text
                on:paste=on_paste
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <p class="buttons"><button on:click=make>{state.say(Key::RubricPasteMake)}</button></p>
        </details>
    }
    .into_any()
}
