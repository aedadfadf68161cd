//! A verdict, marked by what it means.

use leptos::prelude::*;

use crate::page_context::PageContext;
use water_ledger::show::{Tone, Verdict};

/// The sentence of a verdict.
pub fn verdict_view(context: PageContext, verdict: &Verdict) -> AnyView {
    let class = match verdict.tone {
        Tone::Good => "verdict good",
        Tone::Failed => "verdict wrong",
        Tone::Caution => "verdict caution",
        Tone::Neutral => "verdict",
    };
    view! { <p class=class>{context.tell(&verdict.message)}</p> }.into_any()
}
