//! Sheets of another ledger, chosen and taken into the open one.

use leptos::prelude::*;

use super::Shelf;
use super::overview::Shelved;
use crate::state::Notice;
use water_ledger::ledger::{Edit, OfferedSheet, RowId, TableSpec, merged, offered_sheets};
use water_ledger::show::ledgers::becomes;
use water_ledger::text::{Key, Message};

/// The section, while another ledger is chosen from.
pub fn section(shelf: Shelf) -> AnyView {
    let state = shelf.state;
    let panel = move || {
        let (title, ledger) = shelf.merging.get()?;
        let offered = state.ledger.with_untracked(|own| offered_sheets(own, &ledger));
        let title = Message::new(Key::MergeTitle).with("title", title);
        let all: Vec<(&'static TableSpec, RowId)> = offered.iter().map(|one| (one.list, one.sheet)).collect();
        let chosen = RwSignal::new(all);
        // Its files lie under its own number.
        let has_files = shelf.overview.with_untracked(|overview| {
            let is_it = |one: &Shelved| {
                one.attached.is_some() && one.ledger.as_ref().is_ok_and(|one| **one == *ledger)
            };
            overview.iter().any(|overview| overview.ledgers.iter().any(is_it))
        });
        let files_stay =
            has_files.then(|| view! { <p class="quiet">{state.say(Key::AttachedNotMerged)}</p> });
        let take = move |_| {
            let sheets = chosen.get_untracked();
            let taken = state.ledger.with_untracked(|own| merged(own, &ledger, &sheets));
            match taken {
                Ok(next) => {
                    state.edit(Edit::Replace(Box::new(next)));
                    let said = Message::new(Key::MergeDone).with("count", sheets.len().to_string());
                    state.notify(Notice::quiet(said));
                    shelf.merging.set(None);
                }
                Err(refused) => state.notify(Notice::grave(refused.message())),
            }
        };
        let count = move || {
            let count = chosen.with(Vec::len).to_string();
            state.tell(&Message::new(Key::MergeDo).with("count", count))
        };
        let list = match offered.is_empty() {
            true => view! { <p class="quiet">{state.say(Key::MergeNoSheets)}</p> }.into_any(),
            false => {
                let lines = offered.iter().map(|one| line(shelf, one, chosen)).collect_view();
                view! { <ul class="offered">{lines}</ul> }.into_any()
            }
        };
        Some(view! {
            <section class="table-block merging">
                <h2>{state.tell(&title)}</h2>
                {list}
                {files_stay}
                <p class="buttons">
                    <button class="primary" disabled=move || chosen.with(Vec::is_empty) on:click=take>{count}</button>
                    <button on:click=move |_| shelf.merging.set(None)>{state.say(Key::Cancel)}</button>
                </p>
            </section>
        })
    };
    panel.into_any()
}

fn line(shelf: Shelf, one: &OfferedSheet, chosen: RwSignal<Vec<(&'static TableSpec, RowId)>>) -> AnyView {
    let key = (one.list, one.sheet);
    let toggle = move |_| {
        chosen.update(|chosen| match chosen.iter().position(|one| *one == key) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(key),
        });
    };
    let state = shelf.state;
    let kind = state.say(one.list.title);
    let unit = (!one.unit.is_empty()).then(|| view! { <span>{one.unit.clone()}</span> });
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=move || chosen.with(|chosen| chosen.contains(&key)) on:change=toggle/>
                <span>{kind}</span>
                {unit}
                <strong>{one.period.clone()}</strong>
            </label>
            <span class="quiet">{state.tell(&becomes(one))}</span>
        </li>
    }
    .into_any()
}
