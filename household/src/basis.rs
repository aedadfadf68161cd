//! The basis of a figure: formula, numbers, what went in, source and status. Any number on the page opens it.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use crate::live::{click, live_if, said};
use crate::page::Page;
use water_ledger::household::USES;
use water_ledger::metric::{Citation, Figure, Origin, Path};
use water_ledger::quantity::Unit;
use water_ledger::text::{Key, Message, uncertain};

/// A number that opens its basis; `shown` is how it stands here.
pub fn number(page: Page, class: &'static str, shown: String, figure: Figure) -> AnyView {
    let named = page.tell(&Message::new(Key::BasisOf).with_words("name", figure.name()));
    let label = format!("{shown}, {named}");
    view! {
        <button class=class aria-label=label on:click=click(move || page.explained.set(Some(figure.clone())))>{shown}</button>
    }
    .into_any()
}

/// The one dialog in which any figure is explained.
pub fn dialog(page: Page) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if page.explained.with(Option::is_some) {
            // It throws only when the dialog is open already.
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    let title = move || {
        let name = page.explained.with(|figure| figure.as_ref().map(Figure::name));
        name.map(|name| page.tell(&Message::new(Key::BasisOf).with_words("name", name))).unwrap_or_default()
    };
    view! {
        <dialog
            class="derivation"
            node_ref=dialog
            aria-labelledby="derivation-title"
            on:close=move |_| page.explained.set(None)
            on:click=move |event: ev::MouseEvent| {
                // A click on the dialog itself, not on anything in it, is a click beside it.
                if event.target() == event.current_target() {
                    page.explained.set(None);
                }
            }
        >
            <div class="derivation-body">
                <header>
                    <h2 id="derivation-title">{said(title)}</h2>
                    <button class="plain" on:click=click(move || page.explained.set(None))>{page.say(Key::Close)}</button>
                </header>
                {live_if(move || page.explained.get().map(|figure| explanation(page, &figure)))}
            </div>
        </dialog>
    }
    .into_any()
}

/// One figure explained; its inputs unfold in place.
fn explanation(page: Page, figure: &Figure) -> AnyView {
    match figure.origin() {
        Origin::Typed(_) => view! { <p>{page.say(Key::HouseholdYourAnswer)}</p> }.into_any(),
        Origin::Reference { source, .. } => source_line(page, *source),
        Origin::Computed { .. } => computed(page, figure),
    }
}

fn computed(page: Page, figure: &Figure) -> AnyView {
    let Some(derivation) = figure.derivation() else { return ().into_any() };
    let symbol = derivation.metric.info().output.symbol;
    let item = |(path, input): &(Path, Figure)| {
        let name = use_name(page, input).unwrap_or_else(|| input.name().get(page.language.get_untracked()));
        input_item(page, derivation.metric.symbol(*path), name, input)
    };
    let items: Vec<AnyView> = derivation.inputs.iter().map(item).collect();
    view! {
        <dl>
            <dt>{page.say(Key::DerivationFormula)}</dt>
            <dd class="formula">{format!("{symbol} = {}", derivation.written.symbols)}</dd>
            <dt>{page.say(Key::DerivationNumbers)}</dt>
            <dd class="formula">
                {format!("{symbol} = {} = ", derivation.written.numbers)} <strong>{with_unit(page, figure)}</strong>
            </dd>
            <dt>{page.say(Key::DerivationInputs)}</dt>
            <dd>
                <ul class="inputs">{items}</ul>
            </dd>
            <dt>{page.say(Key::DerivationSource)}</dt>
            <dd>{source_line(page, derivation.metric.info().source)}</dd>
        </dl>
    }
    .into_any()
}

/// What a use of the home is called: its metric only says that it is by person and day.
fn use_name(page: Page, figure: &Figure) -> Option<&'static str> {
    let place = page.home.with_untracked(|home| home.as_ref()?.uses.iter().position(|one| one == figure))?;
    USES.get(place).map(|one| page.say(one.name))
}

/// An input: an answer says so, any other unfolds.
fn input_item(page: Page, symbol: String, name: &'static str, figure: &Figure) -> AnyView {
    let is_answer = matches!(figure.origin(), Origin::Typed(_));
    let place = if is_answer { page.say(Key::HouseholdYourAnswer) } else { "" };
    let line = view! {
        <span class="formula">{symbol}</span>
        <span class="input-name">{name}</span>
        <span class="input-value">{with_unit(page, figure)}</span>
        <span class="input-place">{place}</span>
    }
    .into_any();
    if is_answer {
        return view! { <li>{line}</li> }.into_any();
    }
    let inner = figure.clone();
    let open = RwSignal::new(false);
    view! {
        <li>
            <details on:toggle=move |_| open.set(true)>
                <summary>{line}</summary>
                {live_if(move || open.get().then(|| explanation(page, &inner)))}
            </details>
        </li>
    }
    .into_any()
}

fn source_line(page: Page, source: Citation) -> AnyView {
    let class = if source.status.is_verified() { "mark" } else { "mark unverified" };
    let copy = match source.copy {
        "" => String::new(),
        copy => page.tell(&Message::new(Key::DerivationCopy).with("copy", copy)),
    };
    view! {
        <span class="source">{source.line(page.language.get_untracked())}</span>
        " "
        <span class=class>{page.say(source.status.name())}</span>
        " "
        <span class="quiet">{copy}</span>
    }
    .into_any()
}

fn with_unit(page: Page, figure: &Figure) -> String {
    let unit = match figure.quantity().unit {
        Unit::One => "",
        unit => unit.symbol(page.language.get_untracked()),
    };
    let u = if figure.u() > 0.0 { format!(" ± {}", uncertain(figure.u(), 6)) } else { String::new() };
    format!("{}{u} {unit}", figure.shown()).trim().to_string()
}
