//! The library: the rubrics that come with the product, one's own, files in and out.

use std::sync::Arc;

use leptos::prelude::*;

use super::difference::compared;
use super::from_table;
use crate::address;
use crate::files::{self, NoText};
use crate::office;
use crate::state::{Notice, State};
use crate::widgets::file_button;
use water_ledger::catalog::{self, RUBRICS, ShippedRubric};
use water_ledger::exchange::Route;
use water_ledger::ledger::{Edit, RubricId, RubricSheet};
use water_ledger::rubric::{FormFault, Rubric, open_rubric, save_rubric};
use water_ledger::show::rubrics::{LibraryLine, copy_of, export_name, imported, own_line, shipped_line};
use water_ledger::text::{Key, Message};

/// The files that a rubric can come in, beside tables.
const RUBRIC_FILES: &str = ".json,.toml,application/json";

/// The page.
pub fn library(state: State) -> AnyView {
    let language = state.language.get_untracked();
    let own = Memo::new(move |_| state.ledger.with(|ledger| ledger.rubrics.clone()));
    let shipped = |one: &'static ShippedRubric| Some(shipped_entry(state, one, shipped_line(one, language)?));
    view! {
        <h1 tabindex="-1">{state.say(Key::RubricsTitle)}</h1>
        <p class="lead">{state.say(Key::LibraryLead)}</p>
        <section class="table-block">
            <h2>{state.say(Key::LibraryOwn)}</h2>
            {move || own.with(Vec::is_empty).then(|| view! { <p class="quiet">{state.say(Key::LibraryOwnNone)}</p> })}
            <ul class="library">
                {move || own.get().into_iter().map(|sheet| own_entry(state, &sheet)).collect_view()}
            </ul>
            <p>{file_button(Some("import-rubric"), state.say(Key::LibraryImport), &[RUBRIC_FILES, office::TABLES].join(","), move |file| import(state, file))}</p>
            {from_table::paste(state)}
        </section>
        <section class="table-block">
            <h2>{state.say(Key::LibraryShipped)}</h2>
            <ul class="library">{RUBRICS.iter().filter_map(shipped).collect_view()}</ul>
        </section>
        {compared(state)}
    }
    .into_any()
}

fn shipped_entry(state: State, shipped: &'static ShippedRubric, line: LibraryLine) -> AnyView {
    let copy = move |_| {
        if let Some(rubric) = catalog::rubric(shipped.id) {
            let title = rubric.title.get(state.language.get_untracked()).to_string();
            take_over(state, copy_of(&rubric), Message::new(Key::LibraryCopied).with("title", title));
        }
    };
    let export = move |_| {
        if let Some(rubric) = catalog::rubric(shipped.id) {
            download(&rubric);
        }
    };
    let actions = view! {
        <button aria-label=of(state, Key::LibraryDuplicate, &line.title) on:click=copy>{state.say(Key::LibraryDuplicate)}</button>
        <button aria-label=of(state, Key::LibraryExport, &line.title) on:click=export>{state.say(Key::LibraryExport)}</button>
    };
    let title = view! { <h3>{line.title.clone()}</h3> };
    entry(state, title.into_any(), line, actions.into_any())
}

fn own_entry(state: State, sheet: &Arc<RubricSheet>) -> AnyView {
    let line = own_line(sheet, state.language.get_untracked());
    let id = sheet.id;
    let address = Route { sheet: Some(id.0), ..Route::RUBRICS }.to_hash();
    let rubric = sheet.rubric();
    let name = line.title.clone();
    let remove = move |_| {
        state.edit(Edit::RemoveRubric(id));
        state.notify(Notice::quiet(Message::new(Key::LibraryRemoved).with("title", name.clone())));
        request_animation_frame(|| {
            address::focus("import-rubric");
        });
    };
    let actions = view! {
        <a class="button" href=address.clone() aria-label=of(state, Key::LibraryEdit, &line.title)>{state.say(Key::LibraryEdit)}</a>
        <button aria-label=of(state, Key::LibraryExport, &line.title) on:click=move |_| rubric.iter().for_each(|rubric| download(rubric))>{state.say(Key::LibraryExport)}</button>
        <button aria-label=of(state, Key::LibraryRemove, &line.title) on:click=remove>{state.say(Key::LibraryRemove)}</button>
    };
    let title = view! { <h3><a href=address>{line.title.clone()}</a></h3> };
    entry(state, title.into_any(), line, actions.into_any())
}

fn entry(state: State, title: AnyView, line: LibraryLine, actions: AnyView) -> AnyView {
    let verified = match line.unverified {
        Some(count) => view! { <span class="mark unverified">{count}</span> }.into_any(),
        None => view! { <span class="mark good">{state.say(Key::LibraryAllVerified)}</span> }.into_any(),
    };
    let problems = line.problems.map(|count| view! { " " <span class="mark wrong">{count}</span> });
    view! {
        <li>
            {title}
            <p class="quiet">{line.facts} " " {verified} {problems}</p>
            <p class="buttons">{actions}</p>
        </li>
    }
    .into_any()
}

/// What a button does, and to which rubric, for who does not see where it stands.
fn of(state: State, action: Key, title: &str) -> String {
    state.tell(&Message::new(Key::LibraryOf).with_words("action", action.words()).with("title", title))
}

fn download(rubric: &Rubric) {
    files::download_text(&export_name(rubric), "application/json", &save_rubric(rubric));
}

/// Adds a rubric, says so, and goes to its editor; its identity where it was added.
pub(super) fn take_over(state: State, rubric: Rubric, message: Message) -> Option<RubricId> {
    state.edit(Edit::add_rubric(&rubric));
    let added: Option<RubricId> =
        state.ledger.with_untracked(|ledger| ledger.rubrics.last().map(|sheet| sheet.id));
    state.notify(Notice::quiet(message));
    if let Some(id) = added {
        address::go(Route { sheet: Some(id.0), ..Route::RUBRICS });
    }
    added
}

/// Takes the rubric of a file over.
fn import(state: State, file: web_sys::File) {
    if office::is_table(&file) {
        return from_table::of_file(state, file);
    }
    // The size is known before anything is read.
    if let Some(fault) = FormFault::of_size(file.size()) {
        return state.notify(Notice::grave(fault.message()));
    }
    files::read_text(file, move |text| {
        let opened = match text {
            Ok(text) => open_rubric(&text),
            Err(NoText::Kind(kind)) => Err(FormFault::other_file(kind)),
            Err(NoText::Unreadable) => {
                return state.notify(Notice::grave(Message::new(Key::ImportUnreadable)));
            }
        };
        match opened {
            Ok(rubric) => {
                let message = imported(&rubric, state.language.get_untracked());
                take_over(state, rubric, message);
            }
            Err(fault) => state.notify(Notice::grave(fault.message())),
        }
    });
}
