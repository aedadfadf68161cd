//! A link that holds the open ledger, or one of its sheets.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Shelf;
use crate::state::Notice;
use crate::{clipboard, trusted};
use water_ledger::exchange::{LONGEST_LINK, Route, SAFE_LINK, SHARED, link_of, qr_code};
use water_ledger::ledger::{Ledger, RowId, SHEETS, TableSpec};
use water_ledger::text::{Key, Message};

/// The section.
pub fn section(shelf: Shelf) -> AnyView {
    let state = shelf.state;
    let sheets = Memo::new(move |_| state.ledger.with(sheets_of));
    let chosen = RwSignal::new(0_usize);
    let is_bare = RwSignal::new(false);
    let link = RwSignal::new(None::<String>);
    let make = move |_| {
        let ledger = state.ledger.get_untracked();
        let sheet =
            sheets.with_untracked(|sheets| Some(sheets.get(chosen.get_untracked().checked_sub(1)?)?.0));
        let ledger = match sheet {
            Some((list, id)) => ledger.with_sheet_alone(list, id),
            None => Ledger::clone(&ledger),
        };
        let ledger = if is_bare.get_untracked() { ledger.without_private() } else { ledger };
        link.set(Some(address_of(&link_of(&ledger))));
    };
    // What is shown is of what was chosen when it was made.
    let forget = move || link.set(None);
    let choose = move |event| {
        chosen.set(event_target_value(&event).parse().unwrap_or(0));
        forget();
    };
    let toggle = move |_| {
        is_bare.update(|bare| *bare = !*bare);
        forget();
    };
    let option =
        move |(number, name): (usize, String)| view! { <option value=number.to_string()>{name}</option> };
    let names = move || {
        let all = std::iter::once(state.say(Key::ShareAll).to_string());
        let each = sheets.get().into_iter().map(|(_, name)| name);
        all.chain(each).enumerate().map(option).collect_view()
    };
    view! {
        <section class="table-block share-link">
            <h2>{state.say(Key::ShareTitle)}</h2>
            <p class="quiet">{state.say(Key::ShareLead)}</p>
            <p class="buttons">
                <label>{state.say(Key::ShareWhat)} " " <select on:change=choose>{names}</select></label>
                <label>
                    <input type="checkbox" prop:checked=move || is_bare.get() on:change=toggle/>
                    {state.say(Key::ShareWithoutNames)}
                </label>
                <button on:click=make>{state.say(Key::ShareMake)}</button>
            </p>
            {move || link.get().map(|link| made(shelf, link))}
        </section>
    }
    .into_any()
}

/// The sheets with their names.
fn sheets_of(ledger: &Arc<Ledger>) -> Vec<((&'static TableSpec, RowId), String)> {
    let of = |kind: &'static water_ledger::ledger::SheetSpec| {
        ledger.sheets(kind.table).iter().map(move |sheet| {
            let (unit, period) = (kind.unit_typed(sheet), kind.period_typed(sheet));
            let name = if unit.is_empty() { period.to_string() } else { format!("{unit} {period}") };
            ((kind.table, sheet.id), name)
        })
    };
    SHEETS.into_iter().flat_map(of).collect()
}

/// The whole address of a link: that of this site.
fn address_of(link: &str) -> String {
    let location = window().location();
    let [origin, path] = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    format!("{origin}{path}{}/{link}", Route::to(&SHARED).to_hash())
}

fn made(shelf: Shelf, link: String) -> AnyView {
    let state = shelf.state;
    let length = link.chars().count();
    if length > LONGEST_LINK {
        return view! { <p class="wrong">{state.say(Key::ShareTooLong)}</p> }.into_any();
    }
    let (key, class) = match length {
        length if length > SAFE_LINK => (Key::ShareLong, "caution-text"),
        _ => (Key::ShareLength, "quiet"),
    };
    let said = state.tell(&Message::new(key).with_number("count", length as f64));
    let code = NodeRef::<html::Div>::new();
    let picture = qr_code(&link);
    let has_code = picture.is_some();
    code.on_load(move |frame| trusted::show_picture(&frame, &picture.unwrap_or_default()));
    let copied = link.clone();
    let copy = move |_| {
        let link = copied.clone();
        spawn_local(async move {
            state.notify(match clipboard::copied(&link).await {
                true => Notice::quiet(Message::new(Key::ShareCopied)),
                false => Notice::grave(Message::new(Key::ShareCopyFailed)),
            });
        });
    };
    view! {
        <p class="buttons">
            <input type="text" readonly=true aria-label=state.say(Key::ShareLink) prop:value=link/>
            <button on:click=copy>{state.say(Key::ShareCopy)}</button>
        </p>
        <p class=class>{said}</p>
        {match has_code {
            true => view! { <div class="qr-code" node_ref=code></div> }.into_any(),
            false => view! { <p class="quiet">{state.say(Key::ShareNoCode)}</p> }.into_any(),
        }}
    }
    .into_any()
}
