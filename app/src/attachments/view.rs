//! The files of a row: a button that attaches some, also by dropping them there, and each with what can be done with it.

use std::sync::Arc;
use std::time::Duration;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

use super::known;
use crate::state::State;
use crate::{address, clock, files};
use water_ledger::ledger::{Attachment, PDF, Place, Row, RowId, TableAt, carrier};
use water_ledger::metering::MeterLevel;
use water_ledger::show::ledgers::size;
use water_ledger::text::{Coded, Key, Message};

/// How long a page that was opened may take to read its file.
const READING: Duration = Duration::from_secs(60);

/// What the parts of one row's list share.
#[derive(Clone, Copy)]
struct Files {
    state: State,
    /// What is said of what did not work.
    said: RwSignal<Vec<Message>>,
    /// A picture that is looked at: its name, and the address of its content.
    picture: RwSignal<Option<(String, String)>>,
}

/// The files of a row, which is called `name`.
pub fn of_row(state: State, place: Place, name: String) -> AnyView {
    let found = rows_of(state, place.table).into_iter().find(|row| row.id == place.row);
    let carrier = found.and_then(|row| carrier(place.table.sheet()?, &row));
    carrier.map(|carrier| of_carrier(state, carrier, name)).into_any()
}

/// The rows of a table in a sheet of the ledger.
fn rows_of(state: State, table: TableAt) -> Vec<Arc<Row>> {
    state.ledger.with_untracked(|ledger| {
        let sheet = table.sheet().and_then(|sheet| ledger.sheet(table.spec.sheets(), sheet));
        sheet.map(|sheet| sheet.rows(table.spec).to_vec()).unwrap_or_default()
    })
}

/// The files of each meter, folded until they are wanted.
pub fn of_meters(state: State, table: TableAt) -> AnyView {
    let meters = Memo::new(move |_| {
        state.ledger.track();
        let level = table.spec.columns.iter().find(|column| column.name == "level");
        let name = |(place, row): (usize, Arc<Row>)| {
            let level = level.and_then(|level| MeterLevel::from_typed(row.text(level)));
            let level = level.map(|level| level.name().get(state.language.get_untracked()));
            (row.id, format!("{} · {}", place + 1, level.unwrap_or("–")))
        };
        rows_of(state, table).into_iter().enumerate().map(name).collect::<Vec<(RowId, String)>>()
    });
    let meter = move |(row, name): (RowId, String)| {
        let files = untrack(|| of_row(state, table.row(row), name.clone()));
        view! { <li><span>{name}</span> {files}</li> }
    };
    view! {
        <details class="more attached-rows">
            <summary>{state.say(Key::AttachedOfMeters)}</summary>
            <p class="quiet">{state.say(Key::AttachedOfMetersLead)}</p>
            <ul><For each=move || meters.get() key=Clone::clone children=meter/></ul>
        </details>
    }
    .into_any()
}

fn of_carrier(state: State, carrier: String, name: String) -> AnyView {
    let all = known::list(state);
    let of = carrier.clone();
    let own = Memo::new(move |_| {
        all.with(|all| all.iter().filter(|one| one.carrier == of).cloned().collect::<Vec<Attachment>>())
    });
    let of = Files { state, said: RwSignal::new(Vec::new()), picture: RwSignal::new(None) };
    let is_over = RwSignal::new(false);
    let attach = move |files: Vec<File>| {
        let carrier = carrier.clone();
        of.said.set(Vec::new());
        spawn_local(async move {
            let said = known::attach(state, &carrier, files).await;
            let _ = of.said.try_set(said);
        });
    };
    let dropped = attach.clone();
    let drop = move |event: ev::DragEvent| {
        is_over.set(false);
        if carries_files(&event) {
            event.prevent_default();
            dropped(files_of(event.data_transfer().and_then(|data| data.files())));
        }
    };
    let over = move |event: ev::DragEvent| {
        // Only what is not refused here can be dropped here.
        if carries_files(&event) {
            event.prevent_default();
            is_over.set(true);
        }
    };
    let told = |key: Key| state.tell(&Message::new(key).with("name", name.clone()));
    let label = told(Key::AttachedListOf);
    let list = move || {
        let entries: Vec<AnyView> = own.get().into_iter().map(|one| entry(of, one)).collect();
        (!entries.is_empty()).then(|| view! { <ul aria-label=label.clone()>{entries}</ul> })
    };
    let said = move || {
        let said: Vec<String> = of.said.get().iter().map(|message| state.tell(message)).collect();
        (!said.is_empty()).then(|| view! { <p class="field-problem">{said.join(" ")}</p> })
    };
    view! {
        <div class="attached" class:over=is_over on:dragover=over on:dragleave=move |_| is_over.set(false) on:drop=drop>
            <button class="plain attach" aria-label=told(Key::AttachTo) on:click=move |_| choose(attach.clone())>
                <span aria-hidden="true">{"+ "}</span>{state.say(Key::Attach)}
            </button>
            {list}
            <div role="alert">{said}</div>
            {move || of.picture.get().map(|picture| dialog(of, picture))}
        </div>
    }
    .into_any()
}

fn carries_files(event: &ev::DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

fn files_of(list: Option<FileList>) -> Vec<File> {
    let list = list.iter();
    list.flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect()
}

/// Asks for files by the browser's dialog, from an element that stands nowhere: one in the page would be a field among those of the row.
fn choose(then: impl Fn(Vec<File>) + 'static) {
    let chooser =
        document().create_element("input").ok().and_then(|one| one.dyn_into::<HtmlInputElement>().ok());
    let Some(chooser) = chooser else { return };
    chooser.set_type("file");
    chooser.set_multiple(true);
    let asked = chooser.clone();
    let chosen = Closure::once_into_js(move || then(files_of(asked.files())));
    chooser.set_onchange(Some(chosen.unchecked_ref()));
    chooser.click();
}

/// A file: its name opens it where it can be shown, else it is handed out.
fn entry(of: Files, one: Attachment) -> AnyView {
    let state = of.state;
    let language = state.language.get_untracked();
    let told = |key: Key| state.tell(&Message::new(key).with("name", one.name.clone()));
    let detail = Message::new(Key::AttachedDetail).with("size", size(one.bytes).say(language));
    let detail = state.tell(&detail.with("time", clock::shown(one.at_ms)));
    let detail = view! { <span class="quiet">{detail}</span> };
    let id = format!("attached-{}", one.id as u64);
    let (name, kept, shown) = (one.name.clone(), one.clone(), one.clone());
    if one.removed_ms.is_some() {
        let restore = move |_| mark(of, &kept, false);
        let erase = move |_| {
            let one = shown.clone();
            spawn_local(async move { say(of, known::erase(state, &one).await) });
        };
        return view! {
            <li class="removed">
                <s>{name}</s>
                <span class="quiet">{state.say(Key::AttachedRemoved)}</span>
                <button id=id class="plain" aria-label=told(Key::AttachedRestoreName) on:click=restore>{state.say(Key::LedgerRestore)}</button>
                <button class="plain" aria-label=told(Key::AttachedEraseName) on:click=erase>{state.say(Key::LedgerErase)}</button>
            </li>
        }
        .into_any();
    }
    let handed = one.clone();
    let save = move |_| {
        with_content(of, &handed, |_, one, content| {
            // As mere bytes, so that no browser opens it in the site's name.
            files::download_bytes(&one.name, "application/octet-stream", &content);
        })
    };
    let remove = move |_| mark(of, &kept, true);
    let title = match one.shown {
        Some(kind) => {
            let key = if kind == PDF { Key::AttachedPage } else { Key::AttachedShow };
            let look = move |_| with_content(of, &shown, look);
            view! { <button class="plain name" aria-label=told(key) on:click=look>{name}</button> }.into_any()
        }
        None => view! { <span class="name">{name}</span> }.into_any(),
    };
    view! {
        <li>
            {title}
            {detail}
            <button class="plain" aria-label=told(Key::AttachedSave) on:click=save>{state.say(Key::Download)}</button>
            <button id=id class="plain" aria-label=told(Key::AttachedRemoveName) on:click=remove>{state.say(Key::AttachedRemove)}</button>
        </li>
    }
    .into_any()
}

fn say(of: Files, message: Option<Message>) {
    let _ = of.said.try_set(message.into_iter().collect());
}

/// Removes a file or brings it back; the keyboard stays with it.
fn mark(of: Files, one: &Attachment, removed: bool) {
    let one = one.clone();
    spawn_local(async move {
        say(of, known::mark(of.state, &one, removed).await);
        // The list is made anew once it is read.
        clock::wait(Duration::from_millis(100)).await;
        address::focus(&format!("attached-{}", one.id as u64));
    });
}

/// Does something with the content of a file, or says that it is gone.
fn with_content(
    of: Files,
    one: &Attachment,
    then: impl FnOnce(Files, &Attachment, js_sys::Uint8Array) + 'static,
) {
    let one = one.clone();
    spawn_local(async move {
        match known::content(of.state, &one).await {
            Ok(content) => {
                say(of, None);
                then(of, &one, content);
            }
            Err(why) => say(of, Some(why)),
        }
    });
}

/// Shows a picture here and a PDF in a page of its own. What it is follows from its content once more, and it is called nothing else:
/// whatever was kept of it, nothing that could run is ever opened.
fn look(of: Files, one: &Attachment, content: js_sys::Uint8Array) {
    let Some(kind) = known::kind_of(&content) else { return };
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(&content), &options);
    let Some(url) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else { return };
    if kind != PDF {
        return of.picture.set(Some((one.name.clone(), url)));
    }
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_target("_blank");
        link.set_rel("noopener");
        link.click();
    }
    set_timeout(move || drop(Url::revoke_object_url(&url)), READING);
}

/// A picture over the page.
fn dialog(of: Files, (name, url): (String, String)) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // It throws only when the dialog is open already.
            let _ = dialog.show_modal();
        }
    });
    let (label, title) = (name.clone(), name.clone());
    let revoked = url.clone();
    on_cleanup(move || drop(Url::revoke_object_url(&revoked)));
    let close = move || {
        // A dialog that closes gives the keyboard back to what opened it.
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let beside = move |event: ev::MouseEvent| {
        // A click on the dialog itself, not on anything in it, is a click beside it.
        if event.target() == event.current_target() {
            close();
        }
    };
    view! {
        <dialog
            class="picture"
            node_ref=dialog
            aria-label=label
            on:close=move |_| of.picture.set(None)
            on:click=beside
        >
            <header>
                <span>{title}</span>
                <button class="plain" on:click=move |_| close()>{of.state.say(Key::Close)}</button>
            </header>
            <img src=url alt=name/>
        </dialog>
    }
    .into_any()
}
