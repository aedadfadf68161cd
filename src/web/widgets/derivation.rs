//! The basis of a figure: formula, numbers, what went in down to the typed cell, source and status.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::figure::{marks, unit};
use crate::metric::{Figure, Leaf, Origin, Path, Source};
use crate::report;
use crate::text::{Key, Message};
use crate::web::state::State;

/// How many inputs of a list are shown before the rest is folded away.
const SHOWN: usize = 12;

/// The one dialog in which any figure is explained.
#[component]
pub fn DerivationDialog() -> impl IntoView {
    let state = State::expect();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if state.explained.with(Option::is_some) {
            // It throws only when the dialog is open already.
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    let title = move || {
        let name = state.explained.with(|figure| figure.as_ref().map(Figure::name));
        name.map(|name| state.tell(&Message::new(Key::BasisOf).with_words("name", name)))
    };
    view! {
        <dialog
            class="derivation"
            node_ref=dialog
            aria-labelledby="derivation-title"
            on:close=move |_| state.explained.set(None)
            on:click=move |event: ev::MouseEvent| {
                // A click on the dialog itself, not on anything in it, is a click beside it.
                if event.target() == event.current_target() {
                    state.explained.set(None);
                }
            }
        >
            <div class="derivation-body">
                <header>
                    <h2 id="derivation-title">{title}</h2>
                    <button class="plain" on:click=move |_| state.explained.set(None)>{state.say(Key::Close)}</button>
                </header>
                {move || state.explained.with(|figure| figure.as_ref().map(|figure| explanation(state, figure)))}
            </div>
        </dialog>
    }
}

/// One figure explained; its inputs unfold in place.
fn explanation(state: State, figure: &Figure) -> AnyView {
    match figure.origin() {
        Origin::Typed(leaf) => view! { <p>{typed(state, leaf)}</p> }.into_any(),
        Origin::Reference { source, .. } => source_line(state, *source),
        Origin::Computed { .. } => computed(state, figure),
    }
}

fn computed(state: State, figure: &Figure) -> AnyView {
    let Some(derivation) = figure.derivation() else { return ().into_any() };
    let symbol = derivation.metric.card().output.symbol;
    let inputs = derivation.inputs;
    let items = |inputs: &[(Path, Figure)]| -> Vec<AnyView> {
        inputs.iter().map(|(path, input)| input_item(state, derivation.metric.symbol(*path), input)).collect()
    };
    let (first, rest) = inputs.split_at(inputs.len().min(SHOWN));
    let folded = (!rest.is_empty()).then(|| {
        let more = Message::new(Key::DerivationMore).with("count", rest.len().to_string());
        view! {
            <details>
                <summary>{state.tell(&more)}</summary>
                <ul class="inputs">{items(rest)}</ul>
            </details>
        }
    });
    view! {
        <dl>
            <dt>{state.say(Key::DerivationFormula)}</dt>
            <dd class="formula">{format!("{symbol} = {}", derivation.written.symbols)}</dd>
            <dt>{state.say(Key::DerivationNumbers)}</dt>
            <dd class="formula">
                {format!("{symbol} = {} = ", derivation.written.numbers)} <strong>{with_unit(state, figure)}</strong>
            </dd>
            <dt>{state.say(Key::DerivationInputs)}</dt>
            <dd>
                <ul class="inputs">{items(first)}</ul>
                {folded}
            </dd>
            <dt>{state.say(Key::DerivationSource)}</dt>
            <dd>{source_line(state, derivation.metric.card().source)}</dd>
        </dl>
    }
    .into_any()
}

/// An input: a typed one says where it was typed, any other unfolds.
fn input_item(state: State, symbol: String, figure: &Figure) -> AnyView {
    let name = figure.name().get(state.language.get_untracked());
    let is_typed = matches!(figure.origin(), Origin::Typed(_));
    let place = match figure.origin() {
        Origin::Typed(leaf) => Some(typed(state, leaf)),
        _ => figure.subject().map(str::to_string),
    };
    let line = view! {
        <span class="formula">{symbol}</span>
        <span class="input-name">{name}</span>
        <span class="input-value">{with_unit(state, figure)}</span>
        <span class="input-place">{place}</span>
        {marks(state, figure)}
    }
    .into_any();
    if is_typed {
        return view! { <li>{line}</li> }.into_any();
    }
    let inner = figure.clone();
    let open = RwSignal::new(false);
    view! {
        <li>
            <details on:toggle=move |_| open.set(true)>
                <summary>{line}</summary>
                // Built when it is first unfolded: a region may rest on thousands of figures.
                {move || open.get().then(|| explanation(state, &inner))}
            </details>
        </li>
    }
    .into_any()
}

/// Document, edition and clause, and how far they are confirmed.
pub fn source_line(state: State, source: Source) -> AnyView {
    let class = if source.status.is_verified() { "mark" } else { "mark unverified" };
    view! {
        <span class="source">{source.line(state.language.get_untracked())}</span>
        " "
        <span class=class>{state.say(report::status(source.status))}</span>
    }
    .into_any()
}

fn typed(state: State, leaf: &Leaf) -> String {
    state.tell(&Message::new(Key::DerivationTyped).with("label", leaf.label.clone()))
}

fn with_unit(state: State, figure: &Figure) -> String {
    [figure.shown().as_str(), unit(figure, state.language.get_untracked())].join(" ").trim_end().to_string()
}
