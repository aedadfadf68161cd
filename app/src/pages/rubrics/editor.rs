//! The editor of a rubric of one's own: what holds for the whole, its lists, and what is wrong beside them.

use leptos::prelude::*;

use super::fields::fields;
use super::lists::{focus_soon, list, unfold};
use super::view::{RubricView, field_id};
use crate::state::State;
use water_ledger::ledger::RubricId;
use water_ledger::rubric::form_spec::{GENERAL, LISTS, ListSpec};
use water_ledger::show::rubrics::RubricFinding;
use water_ledger::text::{Key, Message};

/// The editor.
pub fn editor(state: State, id: RubricId) -> AnyView {
    let view = RubricView::new(state, id);
    let section = |spec: &'static ListSpec| {
        view! {
            <section class="table-block">
                <h2>{state.say(spec.name)}</h2>
                {list(state, view, "", spec)}
            </section>
        }
        .into_any()
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <section class="table-block">
                    <h2>{state.say(Key::EditorGeneral)}</h2>
                    {fields(state, view, "", GENERAL)}
                </section>
                {LISTS.iter().map(section).collect_view()}
            </div>
            <aside class="results" aria-labelledby="problems-title">{problems(state, view)}</aside>
        </div>
    }
    .into_any()
}

/// Everything that is wrong, each a way to its place.
fn problems(state: State, view: RubricView) -> AnyView {
    let found = view.findings(state);
    let title = move || {
        let count = found.with(Vec::len);
        state.tell(&Message::new(Key::EditorProblems).with("count", count.to_string()))
    };
    let entry = move |finding: RubricFinding| {
        let pointer = finding.pointer;
        let go = move |_| {
            unfold(view, &pointer);
            focus_soon(field_id(&pointer));
        };
        view! {
            <li><button class="plain link" on:click=go>{finding.sentence}</button></li>
        }
        .into_any()
    };
    view! {
        <section class="problems">
            <h2 id="problems-title">{title}</h2>
            {move || found.with(Vec::is_empty).then(|| view! { <p class="quiet">{state.say(Key::EditorNoProblems)}</p> })}
            <ul>{move || found.get().into_iter().map(entry).collect_view()}</ul>
        </section>
    }
    .into_any()
}
