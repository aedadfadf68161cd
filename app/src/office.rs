//! Workbooks and tables in files, written and read in a worker of their own, which comes with the first of them.

use js_sys::{Object, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, MessageEvent};

use crate::part::{Code, code};
use crate::state::{Notice, State};
use crate::{clock, documents, files, trusted};
use water_ledger::exchange::ForeignBlock;
use water_ledger::ledger::{Edit, Ledger, Opened, RowId, TableSpec};
use water_ledger::text::{Key, Message};
use water_ledger::workbook::{Grid, book_of, own_ledger};

/// The files that are tables, by the ends of their names.
pub const TABLES: &str = ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt";

/// A worksheet as texts, with its name.
pub type Worksheet = (String, Vec<Vec<String>>);

/// What is to be done; the code for it comes with the first.
#[derive(Clone)]
pub enum Task {
    /// The ledger becomes a workbook, or one of its sheets.
    Write(State, Option<(&'static TableSpec, RowId)>),
    /// A workbook becomes the ledger.
    Open(State, File),
    /// The worksheets of a file are offered to a table, the one that fits best first.
    Offer(State, File, &'static TableSpec, Callback<Vec<Worksheet>>),
}

/// To write one every figure of the ledger is worked out.
static OUT: Code<Task, ()> = code!(workbook_out, task: Task => (), begin_writing(task));
static IN: Code<Task, ()> = code!(workbook_in, task: Task => (), begin_reading(task));

/// Does it when its code is there.
pub fn does(task: Task) {
    spawn_local(async move {
        let (Task::Write(state, _) | Task::Open(state, _) | Task::Offer(state, ..)) = task;
        let code = if matches!(task, Task::Write(..)) { &OUT } else { &IN };
        if code.of(task).await.is_none() {
            unavailable(state);
        }
    });
}

/// Whether a file is a table by its name.
pub fn is_table(file: &File) -> bool {
    let name = file.name().to_lowercase();
    TABLES.split(',').any(|end| name.ends_with(end))
}

fn unavailable(state: State) {
    state.notify(Notice::grave(Message::new(Key::WorkbookUnavailable)));
}

fn begin_writing(task: Task) {
    let Task::Write(state, sheet) = task else { return };
    state.ledger.with_untracked(|ledger| match sheet {
        None => write(state, ledger),
        Some((list, id)) => write(state, &ledger.with_sheet_alone(list, id)),
    });
}

fn begin_reading(task: Task) {
    match task {
        Task::Write(..) => {}
        Task::Open(state, file) => read(state, file, move |found| open(state, &found)),
        Task::Offer(state, file, table, take) => {
            read(state, file, move |found| offer(state, &found, table, take));
        }
    }
}

fn write(state: State, ledger: &Ledger) {
    state.notify(Notice::quiet(Message::new(Key::WorkbookWriting)));
    let book = book_of(ledger, state.language.get_untracked());
    let Ok(book) = serde_json::to_string(&book) else { return unavailable(state) };
    let task = task(&[("book", book.into())]);
    ask(state, &task, move |answer| {
        let Ok(bytes) = answer.dyn_into::<Uint8Array>() else { return unavailable(state) };
        files::download_bytes(&format!("water-ledger-{}.xlsx", clock::today()), XLSX, &bytes);
        state.notify(Notice::quiet(Message::new(Key::WorkbookWritten)));
    });
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn read(state: State, file: File, then: impl FnOnce(Vec<Grid>) + 'static) {
    state.notify(Notice::quiet(Message::new(Key::WorkbookReading)));
    spawn_local(async move {
        let Ok(bytes) = JsFuture::from(file.array_buffer()).await else {
            return state.notify(Notice::grave(Message::new(Key::ImportUnreadable)));
        };
        let task = task(&[("bytes", Uint8Array::new(&bytes).into())]);
        ask(state, &task, move |answer| {
            let found = answer.as_string().and_then(|text| serde_json::from_str::<Value>(&text).ok());
            let why = match found {
                Some(Value::Array(sheets)) => {
                    state.notice.set(None);
                    return then(sheets.iter().filter_map(Grid::of_value).collect());
                }
                Some(Value::String(why)) if why == "locked" => Key::WorkbookLocked,
                Some(Value::String(why)) if why == "too_large" => Key::WorkbookTooLarge,
                Some(_) => Key::WorkbookDamaged,
                None => Key::WorkbookUnavailable,
            };
            state.notify(Notice::grave(Message::new(why)));
        });
    });
}

/// The ledger of a workbook takes the place of the open one, one undo away.
fn open(state: State, found: &[Grid]) {
    let Some((text, lost)) = own_ledger(found) else {
        return state.notify(Notice::grave(Message::new(Key::WorkbookForeign)));
    };
    spawn_local(async move {
        match documents::opened(&text).await {
            Opened::Ledger(_) if !state.store.set_aside(state) => {}
            Opened::Ledger(ledger) => {
                state.edit(Edit::Replace(Box::new(ledger)));
                state.notify(match lost {
                    0 => Notice::quiet(Message::new(Key::Imported)),
                    lost => Notice::grave(Message::new(Key::WorkbookLost).with("count", lost.to_string())),
                });
            }
            other => {
                if let Some(message) = other.message() {
                    state.notify(Notice::grave(message));
                }
            }
        }
    });
}

/// Worksheets that can be seen, the one whose headings fit the table best first.
fn offer(state: State, found: &[Grid], table: &'static TableSpec, take: Callback<Vec<Worksheet>>) {
    let seen = found.iter().filter(|grid| !grid.is_hidden);
    let seen = seen.map(|grid| (grid.name.clone(), grid.texts()));
    let mut sheets: Vec<Worksheet> = seen.filter(|(_, rows)| !rows.is_empty()).collect();
    if sheets.is_empty() {
        return state.notify(Notice::grave(Message::new(Key::WorkbookEmpty)));
    }
    let fit = |(_, rows): &Worksheet| {
        // Headings stand at the top.
        let head: Vec<Vec<String>> = rows.iter().take(60).cloned().collect();
        let block = ForeignBlock::read(head, table, &table.columns[0]);
        let matched = block.columns.iter().filter(|column| column.to.is_some()).count();
        if block.has_headings { matched } else { 0 }
    };
    let best =
        sheets.iter().enumerate().max_by_key(|(at, sheet)| (fit(sheet), usize::MAX - at)).map(|(at, _)| at);
    let first = sheets.remove(best.unwrap_or(0));
    sheets.insert(0, first);
    take.run(sheets);
}

fn task(fields: &[(&str, JsValue)]) -> Object {
    let task = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&task, &(*name).into(), value);
    }
    task
}

/// Gives a worker a task and hears its answer, after which it is gone.
fn ask(state: State, task: &Object, then: impl FnOnce(JsValue) + 'static) {
    let Some(worker) = trusted::worker("office") else { return unavailable(state) };
    let asked = worker.clone();
    let heard = Closure::once_into_js(move |event: MessageEvent| {
        asked.terminate();
        then(event.data());
    });
    let lost = Closure::<dyn Fn(JsValue)>::new(move |_| unavailable(state)).into_js_value();
    worker.set_onmessage(Some(heard.unchecked_ref()));
    worker.set_onerror(Some(lost.unchecked_ref()));
    if worker.post_message(task).is_err() {
        unavailable(state);
    }
}
