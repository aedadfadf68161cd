//! What keeps ledgers from being lost besides saving them: copies now and then, a promise of the browser, a word before it is full, a
//! reminder to export. Its code comes when the page is there.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::attachments;
use super::backups::Kept;
use super::part::{Part, part};
use super::state::State;
use super::{clock, files, storage};
use water_ledger::ledger::{
    Backup, BackupReason, Ledger, Saving, StorageError, is_backup_due, is_reminder_due, save,
};
use water_ledger::show::ledgers::size;
use water_ledger::text::{Key, Message};

/// When a ledger was last exported, and whether and since when it is to be reminded of.
const EXPORTED: &str = "water-ledger/exported";
const REMINDER: &str = "water-ledger/reminder";

/// What turns reminders off.
const OFF: &str = "off";

/// How often it looks whether something is due.
const INTERVAL: Duration = Duration::from_secs(5 * 60);

/// From which share of the space that there is a word is said.
const NEARLY_FULL: f64 = 0.9;

/// What keeps, with what it has to say.
pub static KEEPER: &Part<State> = part!(keeper, of: State, keep(of));

fn keep(state: State) -> AnyView {
    keep_older(state);
    // What took the ledger's place left it here.
    Effect::new(move |_| {
        if let Some(before) = state.replaced.get() {
            spawn_local(async move {
                let title = before.title().trim();
                let _ =
                    keep_once(state.store.ledger_id(), BackupReason::Replaced, title, &save(&before)).await;
            });
        }
    });
    let due = RwSignal::new(false);
    let full = RwSignal::new(None::<Message>);
    let look = move || {
        spawn_local(async move {
            let _ = back_up_if_due(state).await;
            let _ = due.try_set(is_reminded(state));
            let _ = full.try_set(nearly_full(state).await);
        });
    };
    look();
    // A first saving asks for what only matters once there is something to lose.
    Effect::new(move |before: Option<bool>| {
        let is_saved = state.store.saving.get() == Saving::Done;
        if is_saved && before != Some(true) {
            ask_to_persist();
            look();
        }
        is_saved || before == Some(true)
    });
    if let Ok(timer) = set_interval_with_handle(look, INTERVAL) {
        on_cleanup(move || timer.clear());
    }
    view! {
        {move || full.get().map(|message| view! { <p class="notice caution">{state.tell(&message)}</p> })}
        {move || due.get().then(|| reminder(state, due))}
    }
    .into_any()
}

fn reminder(state: State, due: RwSignal<bool>) -> AnyView {
    let put_off = move |_| {
        keep_time(REMINDER);
        due.set(false);
    };
    let turn_off = move |_| {
        set_reminding(false);
        due.set(false);
    };
    let export = move |_| {
        export(state);
        due.set(false);
    };
    view! {
        <p class="notice">
            <span>{state.say(Key::ReminderText)}</span>
            <button class="plain" on:click=export>{state.say(Key::Export)}</button>
            <button class="plain" on:click=put_off>{state.say(Key::ReminderLater)}</button>
            <button class="plain" on:click=turn_off>{state.say(Key::ReminderOff)}</button>
        </p>
    }
    .into_any()
}

/// Offers the ledger as a file, and notes when.
pub fn export(state: State) {
    let text = save(&state.ledger.get_untracked());
    files::download_text(&format!("water-ledger-{}.json", clock::today()), "application/json", &text);
    keep_time(EXPORTED);
    attachments::tell_left_out(state);
}

/// When a ledger was exported from this browser last.
pub fn exported_at() -> Option<f64> {
    kept_time(EXPORTED)
}

/// Keeps the time now under a name: whole milliseconds, whose writing and reading need little code.
fn keep_time(name: &str) {
    let _ = storage::write(name, &(clock::now() as u64).to_string());
}

fn kept_time(name: &str) -> Option<f64> {
    storage::read(name).ok().flatten()?.parse::<u64>().ok().map(|at| at as f64)
}

/// Whether the person wants to be reminded.
pub fn is_reminding() -> bool {
    storage::read(REMINDER).ok().flatten().is_none_or(|kept| kept != OFF)
}

/// Turns reminders on or off.
pub fn set_reminding(on: bool) {
    match on {
        true => keep_time(REMINDER),
        false => drop(storage::write(REMINDER, OFF)),
    }
}

fn is_reminded(state: State) -> bool {
    if !is_reminding() || state.ledger.with_untracked(|ledger| **ledger == Ledger::default()) {
        return false;
    }
    let put_off = kept_time(REMINDER);
    if put_off.is_none() {
        // From now on it counts.
        set_reminding(true);
    }
    is_reminder_due(put_off, exported_at(), clock::now())
}

/// A copy of a ledger of this tab.
pub async fn back_up(state: State, ledger: &Arc<Ledger>, why: BackupReason) -> Result<(), StorageError> {
    let kept = Kept::open().await?;
    kept.keep(state.store.ledger_id(), why, ledger.title().trim(), &save(ledger)).await
}

async fn back_up_if_due(state: State) -> Result<(), StorageError> {
    let now = state.ledger.get_untracked();
    if state.store.saving.get_untracked() != Saving::Done || *now == Ledger::default() {
        return Ok(());
    }
    let kept = Kept::open().await?;
    let id = state.store.ledger_id();
    let list = kept.list().await?;
    let last = list.iter().find(|one| one.ledger == id);
    if !is_backup_due(last.map(|one| one.at_ms), clock::now()) {
        return Ok(());
    }
    let text = save(&now);
    // Nothing was changed since: that one will do.
    if let Some(last) = last
        && is_same(&kept, last, &text).await
    {
        return Ok(());
    }
    kept.keep(id, BackupReason::Hourly, now.title().trim(), &text).await
}

async fn is_same(kept: &Kept, last: &Backup, text: &str) -> bool {
    kept.text(last).await.ok().flatten().is_some_and(|kept| kept == text)
}

/// What an older version of the program wrote, before this one writes over it.
fn keep_older(state: State) {
    let Some(text) = state.store.take_older() else { return };
    let title = state.ledger.with_untracked(|ledger| ledger.title().trim().to_string());
    spawn_local(async move {
        let _ = keep_once(state.store.ledger_id(), BackupReason::Upgraded, &title, &text).await;
    });
}

/// Keeps a copy unless there is one: what an older version wrote is found again until a snapshot follows it, and what was replaced
/// whenever the page is built anew, as in another language.
async fn keep_once(ledger: u32, why: BackupReason, title: &str, text: &str) -> Result<(), StorageError> {
    let kept = Kept::open().await?;
    let list = kept.list().await?;
    let is_like = |one: &&Backup| one.ledger == ledger && one.reason == why && one.bytes == text.len() as f64;
    for one in list.iter().filter(is_like) {
        if is_same(&kept, one, text).await {
            return Ok(());
        }
    }
    kept.keep(ledger, why, title, text).await
}

/// Asks the browser not to clear the site's data by itself.
fn ask_to_persist() {
    if let Ok(asked) = window().navigator().storage().persist() {
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}

/// Whether the browser has promised not to clear the site's data by itself.
pub async fn is_persistent() -> bool {
    let Ok(asked) = window().navigator().storage().persisted() else { return false };
    JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy())
}

/// How many bytes are used, and about how many may be; nothing where the browser does not tell.
pub async fn space() -> Option<(f64, f64)> {
    let asked = window().navigator().storage().estimate().ok()?;
    let told = JsFuture::from(asked).await.ok()?;
    let number = |name: &str| super::indexed_db::field(&told, name).as_f64();
    Some((number("usage")?, number("quota")?))
}

async fn nearly_full(state: State) -> Option<Message> {
    let (used, quota) = space().await.filter(|(used, quota)| *quota > 0.0 && used / quota > NEARLY_FULL)?;
    let language = state.language.get_untracked();
    let message = Message::new(Key::StorageNearlyFull).with("used", size(used).say(language));
    Some(message.with("quota", size(quota).say(language)))
}
