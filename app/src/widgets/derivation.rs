//! The basis of a figure: formula, numbers, what went in down to the typed cell, source and status.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::figure::{all_marks, unit};
use crate::page_context::PageContext;
use water_ledger::metric::{Citation, Figure, InputQuantity, Origin, Path};
use water_ledger::text::{Key, Message};

/// How many inputs of a list are shown before the rest is folded away.
const SHOWN: usize = 12;

/// What only the app, which has a ledger, adds to a derivation.
#[derive(Clone, Copy)]
pub struct DerivationActions {
    /// Goes to the cell in which a number was typed, by the number's identity.
    pub go_to: Callback<u64>,
    /// How a figure came about and how certain it is.
    pub basis: Callback<Figure, AnyView>,
}

/// The one dialog in which any figure is explained.
#[component]
pub fn DerivationDialog() -> impl IntoView {
    let context = PageContext::expect();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if context.explained.with(Option::is_some) {
            // It throws only when the dialog is open already.
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    let title = move || {
        let name = context.explained.with(|figure| figure.as_ref().map(Figure::name));
        name.map(|name| context.tell(&Message::new(Key::BasisOf).with_words("name", name)))
    };
    view! {
        <dialog
            class="derivation"
            node_ref=dialog
            aria-labelledby="derivation-title"
            on:close=move |_| context.explained.set(None)
            on:click=move |event: ev::MouseEvent| {
                // A click on the dialog itself, not on anything in it, is a click beside it.
                if event.target() == event.current_target() {
                    context.explained.set(None);
                }
            }
        >
            <div class="derivation-body">
                <header>
                    <h2 id="derivation-title">{title}</h2>
                    <button class="plain" on:click=move |_| context.explained.set(None)>{context.say(Key::Close)}</button>
                </header>
                {move || {
                    let actions = use_context::<DerivationActions>()?;
                    context.explained.get().map(|figure| actions.basis.run(figure))
                }}
            </div>
        </dialog>
    }
}

/// One figure explained; its inputs unfold in place.
pub fn explanation(context: PageContext, figure: &Figure) -> AnyView {
    match figure.origin() {
        Origin::Typed(input_quantity) => view! { <p>{typed(context, input_quantity)}</p> }.into_any(),
        Origin::Reference { source, .. } => source_line(context, *source),
        Origin::Computed { .. } => computed(context, figure),
    }
}

fn computed(context: PageContext, figure: &Figure) -> AnyView {
    let Some(derivation) = figure.derivation() else { return ().into_any() };
    let symbol = derivation.metric.info().output.symbol;
    let inputs = derivation.inputs;
    let items = |inputs: &[(Path, Figure)]| -> Vec<AnyView> {
        inputs
            .iter()
            .map(|(path, input)| input_item(context, derivation.metric.symbol(*path), input))
            .collect()
    };
    let (first, rest) = inputs.split_at(inputs.len().min(SHOWN));
    let folded = (!rest.is_empty()).then(|| {
        let more = Message::new(Key::DerivationMore).with("count", rest.len().to_string());
        view! {
            <details>
                <summary>{context.tell(&more)}</summary>
                <ul class="inputs">{items(rest)}</ul>
            </details>
        }
    });
    view! {
        <dl>
            <dt>{context.say(Key::DerivationFormula)}</dt>
            <dd class="formula">{format!("{symbol} = {}", derivation.written.symbols)}</dd>
            <dt>{context.say(Key::DerivationNumbers)}</dt>
            <dd class="formula">
                {format!("{symbol} = {} = ", derivation.written.numbers)} <strong>{with_unit(context, figure)}</strong>
            </dd>
            <dt>{context.say(Key::DerivationInputs)}</dt>
            <dd>
                <ul class="inputs">{items(first)}</ul>
                {folded}
            </dd>
            <dt>{context.say(Key::DerivationSource)}</dt>
            <dd>{source_line(context, derivation.metric.info().source)}</dd>
        </dl>
    }
    .into_any()
}

/// An input: a typed one says where it was typed, any other unfolds.
fn input_item(context: PageContext, symbol: String, figure: &Figure) -> AnyView {
    let name = figure.name().get(context.language.get_untracked());
    let is_typed = matches!(figure.origin(), Origin::Typed(_));
    let place = match figure.origin() {
        Origin::Typed(input_quantity) => typed_place(context, input_quantity),
        _ => figure.subject().map(str::to_string).into_any(),
    };
    let line = view! {
        <span class="formula">{symbol}</span>
        <span class="input-name">{name}</span>
        <span class="input-value">{with_unit(context, figure)}</span>
        <span class="input-place">{place}</span>
        {all_marks(context, figure)}
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
                {move || open.get().then(|| explanation(context, &inner))}
            </details>
        </li>
    }
    .into_any()
}

/// Where a number was typed; in the app it is the way there.
fn typed_place(context: PageContext, input_quantity: &InputQuantity) -> AnyView {
    let (words, id) = (typed(context, input_quantity), input_quantity.id);
    match use_context::<DerivationActions>() {
        Some(actions) => {
            let go = move |_| {
                context.explained.set(None);
                actions.go_to.run(id);
            };
            view! { <button class="plain link" on:click=go>{words}</button> }.into_any()
        }
        None => words.into_any(),
    }
}

/// Document, edition and clause, how far they are confirmed, and where a copy was read.
pub fn source_line(context: PageContext, source: Citation) -> AnyView {
    let class = if source.status.is_verified() { "mark" } else { "mark unverified" };
    let copy = (!source.copy.is_empty()).then(|| {
        let said = Message::new(Key::DerivationCopy).with("copy", source.copy);
        view! { " " <span class="quiet">{context.tell(&said)}</span> }
    });
    view! {
        <span class="source">{source.line(context.language.get_untracked())}</span>
        " "
        <span class=class>{context.say(source.status.name())}</span>
        {copy}
    }
    .into_any()
}

fn typed(context: PageContext, input_quantity: &InputQuantity) -> String {
    context.tell(&Message::new(Key::DerivationTyped).with("label", input_quantity.label.clone()))
}

fn with_unit(context: PageContext, figure: &Figure) -> String {
    [figure.shown().as_str(), unit(figure, context.language.get_untracked())].join(" ").trim_end().to_string()
}
