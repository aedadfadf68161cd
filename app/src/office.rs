//! Workbooks and tables in files, written and read in a worker of their own, which comes with the first of them. It packs a workbook
//! with the files beside it, too.

use std::sync::Arc;

use js_sys::{Object, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, Worker};

use crate::indexed_db::object;
use crate::part::{Code, code};
use crate::state::{Notice, State};
use crate::take_in::Offered;
use crate::{clock, documents, files, trusted};
use water_ledger::evaluate;
use water_ledger::exchange::{Worksheet, fit_of_table};
use water_ledger::ledger::{RowId, TableSpec};
use water_ledger::text::{Key, Message};
use water_ledger::workbook::{Grid, book_of, own_ledger};

/// The files that are tables, by the ends of their names.
pub const TABLES: &str = ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt";

/// A sheet of the ledger by its list; none for the whole.
type Part = Option<(&'static TableSpec, RowId)>;

/// What is to become of a file's worksheets.
#[derive(Clone)]
enum Reading {
    /// A workbook of ours becomes the ledger; what others hold is offered to a sheet.
    Ledger,
    /// They are offered to a table, the one that fits best first.
    Table(&'static TableSpec, Callback<Vec<Worksheet>>),
}

/// To write one every figure of the ledger is worked out.
static OUT: Code<(State, Part, Option<Packing>), ()> =
    code!(workbook_out, of: (State, Part, Option<Packing>) => (), begin_writing(of.0, of.1, of.2));
static IN: Code<(State, File, Reading), ()> =
    code!(workbook_in, of: (State, File, Reading) => (), read(of.0, of.1, of.2));

/// The ledger becomes a workbook, or one of its sheets.
pub fn write(state: State, part: Part) {
    does(&OUT, state, (state, part, None));
}

/// What a sheet's workbook is packed with.
pub struct Packing {
    /// What the pack is called.
    pub name: String,
    /// The names and contents of what is in it, as `public/office-worker.js` takes them.
    pub content: Vec<(&'static str, JsValue)>,
    /// What is said when it is ready.
    pub said: Notice,
}

/// A sheet becomes a workbook, in one archive with what lies beside it.
pub fn pack(state: State, sheet: (&'static TableSpec, RowId), packing: Packing) {
    does(&OUT, state, (state, Some(sheet), Some(packing)));
}

/// A workbook becomes the ledger.
pub fn open(state: State, file: File) {
    does(&IN, state, (state, file, Reading::Ledger));
}

/// The worksheets of a file are offered to a table, the one that fits best first.
pub fn offer(state: State, file: File, table: &'static TableSpec, take: Callback<Vec<Worksheet>>) {
    does(&IN, state, (state, file, Reading::Table(table, take)));
}

/// Does it when its code is there, which comes with the first.
fn does<A: 'static>(code: &'static Code<A, ()>, state: State, of: A) {
    spawn_local(async move {
        if code.of(of).await.is_none() {
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
    state.stop_working();
    state.notify(Notice::grave(Message::new(Key::WorkbookUnavailable)));
}

fn begin_writing(state: State, part: Part, packing: Option<Packing>) {
    if packing.is_none() {
        state.notify(Notice::under_way(Message::new(Key::WorkbookWriting)));
    }
    let language = state.language.get_untracked();
    let book = state.ledger.with_untracked(|ledger| match part {
        None => book_of(ledger, language),
        Some((list, id)) => book_of(&evaluate::with_sources(ledger, list, id), language),
    });
    let Ok(book) = serde_json::to_string(&book) else { return unavailable(state) };
    if let Some(Packing { name, mut content, said }) = packing {
        content.push(("book", book.into()));
        return ask(state, ("pack", object(&content)), move |answer| match answer.dyn_ref::<Blob>() {
            Some(archive) => {
                files::download(&name, archive);
                state.notify(said.clone());
            }
            None => state.notify(Notice::grave(Message::new(Key::PackFailed))),
        });
    }
    ask(state, ("book", book.into()), move |answer| {
        let Ok(bytes) = answer.dyn_into::<Uint8Array>() else { return unavailable(state) };
        files::download_bytes(&format!("water-ledger-{}.xlsx", clock::today()), XLSX, &bytes);
        state.notify(Notice::quiet(Message::new(Key::WorkbookWritten)));
    });
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn read(state: State, file: File, reading: Reading) {
    state.notify(Notice::under_way(Message::new(Key::WorkbookReading)));
    let name = file.name();
    spawn_local(async move {
        let Ok(bytes) = JsFuture::from(file.array_buffer()).await else {
            return state.notify(Notice::grave(Message::new(Key::ImportUnreadable)));
        };
        ask(state, ("bytes", Uint8Array::new(&bytes).into()), move |answer| {
            let found = answer.as_string().and_then(|text| serde_json::from_str::<Value>(&text).ok());
            let why = match found {
                Some(Value::Array(sheets)) => {
                    state.notice.set(None);
                    let grids: Vec<Grid> = sheets.iter().filter_map(Grid::of_value).collect();
                    return match &reading {
                        Reading::Ledger => take_ledger(state, &name, &grids),
                        Reading::Table(table, take) => offer_grids(state, &grids, table, *take),
                    };
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

/// The ledger of a workbook takes the place of the open one; the tables of another are offered to a sheet.
fn take_ledger(state: State, name: &str, found: &[Grid]) {
    let Some((text, lost)) = own_ledger(found) else {
        let sheets = worksheets(found);
        if sheets.is_empty() {
            return state.notify(Notice::grave(Message::new(Key::WorkbookEmpty)));
        }
        return state.offered.set(Some(Arc::new(Offered { name: name.to_string(), sheets })));
    };
    let said = match lost {
        0 => Notice::quiet(Message::new(Key::Imported)),
        lost => Notice::grave(Message::new(Key::WorkbookLost).with("count", lost.to_string())),
    };
    spawn_local(async move { documents::take_over(state, documents::opened(&text).await, said) });
}

/// Worksheets that can be seen and hold something.
fn worksheets(found: &[Grid]) -> Vec<Worksheet> {
    let seen = found.iter().filter(|grid| !grid.is_hidden);
    seen.map(|grid| (grid.name.clone(), grid.texts())).filter(|(_, rows)| !rows.is_empty()).collect()
}

/// Worksheets that can be seen, the one whose headings fit the table best first.
fn offer_grids(state: State, found: &[Grid], table: &'static TableSpec, take: Callback<Vec<Worksheet>>) {
    let mut sheets = worksheets(found);
    if sheets.is_empty() {
        return state.notify(Notice::grave(Message::new(Key::WorkbookEmpty)));
    }
    let fit = |(_, rows): &Worksheet| fit_of_table(rows, table);
    let best =
        sheets.iter().enumerate().max_by_key(|(at, sheet)| (fit(sheet), usize::MAX - at)).map(|(at, _)| at);
    let first = sheets.remove(best.unwrap_or(0));
    sheets.insert(0, first);
    take.run(sheets);
}

/// Gives a worker a task and hears its answer, after which it is gone.
fn ask(state: State, (name, content): (&str, JsValue), then: impl FnMut(JsValue) + 'static) {
    let (task, mut then) = (Object::new(), then);
    let _ = Reflect::set(&task, &name.into(), &content);
    // What was begun before is given up.
    state.stop_working();
    let heard = move |_: &Worker, answer: JsValue| {
        state.stop_working();
        then(answer);
    };
    match trusted::ask("office", &task, heard, move || unavailable(state)) {
        Some(worker) => state.working.set_value(Some(worker)),
        None => unavailable(state),
    }
}
