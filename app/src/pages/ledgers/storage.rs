//! How the ledgers are kept: what the browser promises, how much room there is, the reminder.

use leptos::prelude::*;

use super::Shelf;
use crate::keeper;
use water_ledger::show::ledgers::size;
use water_ledger::text::{Key, Message};

/// The section.
pub fn section(shelf: Shelf) -> AnyView {
    let state = shelf.state;
    let reminds = RwSignal::new(keeper::is_reminding());
    let switch = move |_| {
        reminds.update(|on| *on = !*on);
        keeper::set_reminding(reminds.get_untracked());
    };
    let told = move || {
        let overview = shelf.overview.get()?;
        let promise = match overview.is_persistent {
            true => Key::StoragePersistent,
            false => Key::StorageBestEffort,
        };
        let room = overview.space.map(|(used, quota)| {
            let room = Message::new(Key::StorageUsed).with("used", state.tell(&size(used)));
            state.tell(&room.with("quota", state.tell(&size(quota))))
        });
        Some(view! {
            <p>{state.say(promise)}</p>
            <p>{room}</p>
        })
    };
    view! {
        <section class="table-block storage">
            <h2>{state.say(Key::StorageTitle)}</h2>
            {told}
            <p>
                <label>
                    <input type="checkbox" prop:checked=move || reminds.get() on:change=switch/>
                    " "
                    {state.say(Key::ReminderSwitch)}
                </label>
            </p>
        </section>
    }
    .into_any()
}
