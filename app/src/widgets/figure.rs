//! A figure on the page: number, unit, ±, marks, and the button that opens its basis.

use leptos::prelude::*;

use super::unverified::{note_figure, note_unverified};
use crate::page_context::PageContext;
use water_ledger::metric::{Figure, Flag};
use water_ledger::quantity::Unit;
use water_ledger::show::{self, FlagMark, Mark};
use water_ledger::text::{Key, Language, Message, uncertain};

/// A figure standing by itself, large; without one the widget says that data are lacking.
///
/// `id` says in a word what it is, for styles and tests; `name` is what it is called here.
pub fn figure_view(context: PageContext, id: &'static str, name: Key, figure: Option<Figure>) -> AnyView {
    let content = match figure {
        Some(figure) => {
            let unit = unit(&figure, context.language.get_untracked());
            let u = (figure.u() > 0.0).then(|| plus_minus(&figure));
            let label = basis_of(context, name);
            view! {
                <span class="figure-value">
                    <output class="number">{figure.shown()}</output>
                    <span class="unit">{unit}</span>
                </span>
                <span class="figure-detail">
                    <span class="u">{u}</span>
                    {marks(context, &figure)}
                    <button class="plain basis" aria-label=label on:click=move |_| context.explained.set(Some(figure.clone()))>
                        {context.say(Key::Basis)}
                    </button>
                </span>
            }
            .into_any()
        }
        None => view! { <span class="figure-none">{context.say(Key::ResultNone)}</span> }.into_any(),
    };
    view! {
        <div class="figure" data-figure=id>
            <span class="figure-name">{context.say(name)}</span>
            {content}
        </div>
    }
    .into_any()
}

/// A figure in a table cell: the number is the button that opens its basis. The heading tells the unit, in which
/// it is shown; a figure that measures something else names its own.
pub fn figure_cell(context: PageContext, name: Key, unit: Unit, figure: Option<Figure>) -> Option<AnyView> {
    figure.map(|figure| {
        let text = figure.shown_in(unit).unwrap_or_else(|| {
            let other = figure.quantity().unit.symbol(context.language.get_untracked());
            format!("{} {other}", figure.shown())
        });
        note_figure(context, &figure);
        let said = told_here(&figure).map(|one| context.say(one.mark.name).to_string());
        let label = [text.clone(), basis_of(context, name)].into_iter().chain(said).collect::<Vec<_>>();
        let class = ["number-button"].into_iter().chain(told_here(&figure).map(|one| one.mark.code));
        let class = class.collect::<Vec<_>>().join(" ");
        view! {
            <button class=class aria-label=label.join(", ") on:click=move |_| context.explained.set(Some(figure.clone()))>
                {text}
            </button>
        }
        .into_any()
    })
}

/// A figure in a table of figures of different units: the number with its unit, ± and marks is the button that opens its
/// basis.
pub fn rate_cell(context: PageContext, figure: &Figure) -> AnyView {
    let name = context.tell(&Message::new(Key::BasisOf).with_words("name", figure.name()));
    let text = format!("{} {}", figure.shown(), unit(figure, context.language.get_untracked()));
    let u = (figure.u() > 0.0).then(|| plus_minus(figure));
    let label = format!("{}, {name}", text.trim());
    let explained = figure.clone();
    view! {
        <button class="number-button" aria-label=label on:click=move |_| context.explained.set(Some(explained.clone()))>
            {text}
        </button>
        " "
        <span class="u">{u}</span>
        " "
        {marks(context, figure)}
    }
    .into_any()
}

/// The marks of a figure. What is unverified is told once for the page, and not at each number.
pub fn marks(context: PageContext, figure: &Figure) -> Vec<AnyView> {
    note_figure(context, figure);
    told_here(figure).map(|one| mark(context, one.mark)).collect()
}

/// Every mark of a figure, for its basis.
pub fn all_marks(context: PageContext, figure: &Figure) -> Vec<AnyView> {
    show::flag_marks(figure.flags()).map(|one| mark(context, one.mark)).collect()
}

/// What is told at the figure itself.
fn told_here(figure: &Figure) -> impl Iterator<Item = &'static FlagMark> + '_ {
    show::flag_marks(figure.flags()).filter(|one| one.flag != Flag::Unverified)
}

/// A mark: its shape for the eye, and what it says.
pub fn mark(context: PageContext, mark: Mark) -> AnyView {
    view! {
        <span class=format!("mark {}", mark.code)>
            <span aria-hidden="true">{mark.shape} " "</span>
            {context.say(mark.name)}
        </span>
    }
    .into_any()
}

/// That something is unverified, where its neighbours may not be: a shape, and for who cannot see it a word. It is counted in
/// the line of the page.
pub fn unverified_mark(context: PageContext, what: String) -> AnyView {
    note_unverified(context, what, None);
    mark_shape(context, show::UNVERIFIED)
}

/// A mark where there is no room for its word: the shape for the eye, the word for who points at it or listens.
pub fn mark_shape(context: PageContext, mark: Mark) -> AnyView {
    let word = context.say(mark.name);
    view! {
        <span class=format!("mark-shape {}", mark.code) title=word>
            <span aria-hidden="true">{mark.shape}</span>
            <span class="visually-hidden">{word}</span>
        </span>
    }
    .into_any()
}

fn basis_of(context: PageContext, name: Key) -> String {
    context.tell(&Message::new(Key::BasisOf).with_words("name", name.words()))
}

/// The unit as it is shown; a plain number has none.
pub fn unit(figure: &Figure, language: Language) -> &'static str {
    match figure.quantity().unit {
        Unit::One => "",
        unit => unit.symbol(language),
    }
}

fn plus_minus(figure: &Figure) -> String {
    format!("± {}", uncertain(figure.u(), 6))
}
