//! A chart for pages of others: a frame that holds it as it is today, its numbers as a table, and the address of the frame alone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page_context::PageContext;
use crate::{clipboard, clock};
use water_ledger::chart::Chart;
use water_ledger::exchange::{SAFE_LINK, frame_markup, frozen_chart, frozen_page, table_markup};
use water_ledger::text::{Key, Message};

/// How high a frame is where the page around it does not listen to what it says: the chart with its words.
const HEIGHT: u32 = 520;

/// What can be taken of a chart.
pub fn embedding(context: PageContext, chart: Chart) -> AnyView {
    let table = copied(context, Key::EmbedTable, table_markup(&chart));
    let Some(frozen) = frozen_chart(&chart, &clock::today()) else {
        let said = context.say(Key::EmbedTooLong);
        return view! { <div class="embedding"><p class="caution-text">{said}</p> {table}</div> }.into_any();
    };
    let address = address_of(frozen_page(context.language.get_untracked()), &frozen);
    let is_long = address.len() > SAFE_LINK;
    let length = Message::new(Key::EmbedLong).with_number("count", address.len() as f64);
    view! {
        <div class="embedding">
        <p class="quiet">{context.say(Key::EmbedLead)}</p>
        {copied(context, Key::EmbedFrame, frame_markup(&address, &chart.title, HEIGHT, "allow-downloads"))}
        {copied(context, Key::EmbedLink, address)}
        {is_long.then(|| view! { <p class="caution-text">{context.tell(&length)}</p> })}
        {table}
        <p class="quiet">{context.say(Key::EmbedPictures)}</p>
        </div>
    }
    .into_any()
}

/// A page of the site with what stands behind `#`, as a whole address.
fn address_of(page: &str, behind: &str) -> String {
    let location = window().location();
    let [origin, path] = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{origin}{folder}/{page}#{behind}")
}

/// A text that can be copied.
fn copied(context: PageContext, name: Key, text: String) -> AnyView {
    let said = RwSignal::new(None::<Key>);
    let shown = text.clone();
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let done = clipboard::copied(&text).await;
            let _ = said.try_set(Some(if done { Key::EmbedCopied } else { Key::ShareCopyFailed }));
        });
    };
    view! {
        <p class="copied">
            <label>
                {context.say(name)}
                <textarea class="markup" readonly=true rows="2" spellcheck="false" prop:value=shown></textarea>
            </label>
            <button on:click=copy>{context.say(Key::EmbedCopy)}</button>
            <span role="status" class="quiet">{move || said.get().map(|key| context.say(key))}</span>
        </p>
    }
    .into_any()
}
