//! A verdict, marked by what it means.

use leptos::prelude::*;

use crate::reader::Reader;
use water_ledger::show::{Tone, Verdict};

/// The sentence of a verdict.
pub fn verdict_view(reader: Reader, verdict: &Verdict) -> AnyView {
    let class = match verdict.tone {
        Tone::Good => "verdict good",
        Tone::Failed => "verdict wrong",
        Tone::Caution => "verdict caution",
        Tone::Neutral => "verdict",
    };
    view! { <p class=class>{reader.tell(&verdict.message)}</p> }.into_any()
}
