//! What on a page rests on clauses that were not compared with their source: told once a page, in one quiet line with a list.
//!
//! Each number that is shown says so itself ([`note_unverified`]), for as long as it is shown.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::page_context::PageContext;
use water_ledger::metric::{Figure, Flag, Origin};
use water_ledger::text::{Key, Message};

/// What is unverified: what it is called, and where it stands.
pub type Unverified = (String, Option<String>);

/// The unverified of a page, each under a number of its own.
pub type UnverifiedNotes = BTreeMap<u32, Unverified>;

/// Says that something on the page is unverified, until it goes.
pub fn note_unverified(context: PageContext, name: String, source: Option<String>) {
    let notes = context.unverified;
    let number = notes.with_untracked(|notes| notes.last_key_value().map_or(0, |(last, _)| last + 1));
    notes.update(|notes| {
        notes.insert(number, (name, source));
    });
    on_cleanup(move || {
        // The page may be gone altogether.
        let _ = notes.try_update(|notes| notes.remove(&number));
    });
}

/// Says so of a figure that is.
pub fn note_figure(context: PageContext, figure: &Figure) {
    if !figure.flags().contains(&Flag::Unverified) {
        return;
    }
    let language = context.language.get_untracked();
    let source = match figure.origin() {
        Origin::Computed { metric, .. } if !metric.info().source.status.is_verified() => {
            Some(metric.info().source)
        }
        Origin::Reference { source, .. } => Some(*source),
        _ => None,
    };
    let source = source.map(|source| source.line(language));
    note_unverified(context, figure.name().get(language).to_string(), source);
}

/// The line; nothing where everything on the page was compared.
pub fn unverified_line(context: PageContext) -> AnyView {
    let count = Memo::new(move |_| context.unverified.with(BTreeMap::len));
    let said =
        move || context.tell(&Message::new(Key::UnverifiedLine).with("count", count.get().to_string()));
    let is_unfolded = RwSignal::new(false);
    let list = move || {
        let mut counts: BTreeMap<Unverified, usize> = BTreeMap::new();
        context.unverified.with(|notes| {
            for note in notes.values() {
                *counts.entry(note.clone()).or_default() += 1;
            }
        });
        let item = |((name, source), count): (Unverified, usize)| {
            let times = (count > 1).then(|| format!(" × {count}"));
            let source = source.map(|source| view! { " " <span class="quiet">{source}</span> });
            view! { <li>{name} {times} {source}</li> }.into_any()
        };
        view! { <ul>{counts.into_iter().map(item).collect_view()}</ul> }
    };
    view! {
        <details class="unverified-line" class:empty=move || count.get() == 0 on:toggle=move |_| is_unfolded.set(true)>
            <summary><span aria-hidden="true">{"◌ "}</span>{said}</summary>
            {move || is_unfolded.get().then(list)}
        </details>
    }
    .into_any()
}
