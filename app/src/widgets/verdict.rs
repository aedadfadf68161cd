//! A verdict, marked by what it means.

use leptos::prelude::*;

use crate::page_context::PageContext;
use water_ledger::show::{Tone, Verdict, VerdictWord};

/// A verdict in a word, beside the figure that it judges and as large.
pub fn verdict_fact(context: PageContext, verdict: &VerdictWord) -> AnyView {
    view! {
        <div class="figure" data-figure="verdict">
            <span class="figure-name">{context.tell(&verdict.held_to)}</span>
            <span class=format!("figure-value verdict-word {}", tone_class(verdict.tone))>
                <span class="shape" aria-hidden="true">{verdict.shape}</span>
                " "
                <span class="word">{context.tell(&verdict.word)}</span>
            </span>
            <span class="figure-detail">{verdict.distance.as_ref().map(|distance| context.tell(distance))}</span>
        </div>
    }
    .into_any()
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Failed => "wrong",
        Tone::Caution => "caution",
        Tone::Neutral => "",
    }
}

/// The sentence of a verdict.
pub fn verdict_view(context: PageContext, verdict: &Verdict) -> AnyView {
    view! { <p class=format!("verdict {}", tone_class(verdict.tone))>{context.tell(&verdict.message)}</p> }
        .into_any()
}
