//! 节水载体评价, the certification page: units and years, and in each the steps from the rubric to the form.

mod evidence;
mod facts;
mod fields;
mod form;
mod item;
mod items;
mod nights;
mod plan;
mod rubric;
mod score;
mod trend;
mod view;

use leptos::prelude::*;

pub use self::form::FormPage;
use self::view::ReviewView;
use crate::address;
use crate::state::{Notice, State};
use water_ledger::exchange::{Certification, CertificationStep, Route};
use water_ledger::ledger::{Edit, ReviewEntry, ReviewId, UnitExample};
use water_ledger::show;
use water_ledger::show::certification::Progress;
use water_ledger::text::{Key, Message};

/// The certification page.
#[component]
pub fn CertificationPage() -> impl IntoView {
    let state = State::expect();
    let review = selected_review(state);
    let step = Memo::new(move |_| at(state).step);
    let is_held = move || state.keeper.held.with(Option::is_some);
    view! {
        <h1 tabindex="-1">{state.say(Key::CertificationTitle)}</h1>
        <p class="lead">{state.say(Key::CertificationLead)}</p>
        {move || {
            (!is_held()).then(|| view! {
                {review_tabs(state, review, step)}
                {move || match review.get() {
                    Some(id) => sheet(state, id, step),
                    None => start(state),
                }}
            })
        }}
    }
}

/// The part of the page that the address names.
fn at(state: State) -> Certification {
    match state.route.get() {
        Route::Certification(part) => part,
        _ => Certification::default(),
    }
}

/// The unit's year of the address; where it names none that is there, the one shown before, else the last.
fn selected_review(state: State) -> Memo<Option<ReviewId>> {
    Memo::new(move |before: Option<&Option<ReviewId>>| {
        let wanted = at(state).review;
        state.ledger.with(|ledger| {
            let there = |id: &ReviewId| ledger.certification.review(*id).is_some();
            let shown = wanted.filter(there).or(before.copied().flatten().filter(there));
            shown.or_else(|| ledger.certification.reviews.last().map(|sheet| sheet.id))
        })
    })
}

/// What stands here before there is a unit.
fn start(state: State) -> AnyView {
    let example = |example: UnitExample| {
        view! { <button on:click=move |_| state.open_unit_example(example)>{state.say(example.name())}</button> }.into_any()
    };
    view! {
        <section class="start">
            <p>{state.say(Key::Empty)} " " {state.say(Key::CertificationStart)}</p>
            <p class="buttons">
                <button id="first-review" class="primary" on:click=move |_| state.edit(Edit::AddReview(None))>{state.say(Key::ReviewAdd)}</button>
                {UnitExample::ALL.into_iter().map(example).collect_view()}
            </p>
        </section>
    }
    .into_any()
}

fn review_tabs(state: State, review: Memo<Option<ReviewId>>, step: Memo<CertificationStep>) -> AnyView {
    let sheets = move || {
        state.ledger.with(|ledger| {
            let name = |unit: &str, year: &str| [unit.trim(), year.trim()].join(" ").trim().to_string();
            let reviews = ledger.certification.reviews.iter();
            reviews.map(|sheet| (sheet.id, name(&sheet.unit, &sheet.year))).collect::<Vec<_>>()
        })
    };
    // Another unit or year is looked at through the same step.
    let address_of = move |id| Route::Certification(Certification { review: Some(id), step: step.get() });
    let add = move |_| {
        state.edit(Edit::AddReview(review.get_untracked()));
        let added =
            state.ledger.with_untracked(|ledger| ledger.certification.reviews.last().map(|sheet| sheet.id));
        if let Some(id) = added {
            address::go(Route::Certification(Certification {
                review: Some(id),
                step: CertificationStep::Rubric,
            }));
        }
    };
    let entry = move |(id, name): (ReviewId, String)| {
        let current = move || (review.get() == Some(id)).then_some("true");
        let name = if name.is_empty() { state.say(Key::ReviewUntitled).to_string() } else { name };
        view! { <li><a href=move || address_of(id).to_hash() aria-current=current>{name}</a></li> }.into_any()
    };
    view! {
        <nav class="tabs" aria-label=state.say(Key::ReviewsLabel) class:empty=move || sheets().is_empty()>
            <ul>{move || sheets().into_iter().map(entry).collect_view()}</ul>
            <button class="plain" on:click=add>"+ " {state.say(Key::ReviewAdd)}</button>
            <a class="to-report" href=Route::Rubrics(None).to_hash()>{state.say(Key::RubricsTitle)}</a>
        </nav>
    }
    .into_any()
}

/// A unit's year: its name, its steps, and the one that is shown.
fn sheet(state: State, id: ReviewId, step: Memo<CertificationStep>) -> AnyView {
    let view = ReviewView::new(state, id);
    let remove = move |_| {
        state.edit(Edit::RemoveReview(id));
        state.notify(Notice::quiet(Message::new(Key::ReviewRemoved)));
        request_animation_frame(|| {
            // The keyboard goes to what is shown now, or to the first button when there is nothing.
            let _ = address::focus("unit-name") || address::focus("first-review");
        });
    };
    view! {
        <div class="year">
            {view.entry(state, ReviewEntry::Unit, "")}
            {view.entry(state, ReviewEntry::Year, "")}
            <button class="plain" on:click=remove>{state.say(Key::ReviewRemove)}</button>
        </div>
        {steps(state, id, step)}
        {progress(state, view)}
        {move || match step.get() {
            CertificationStep::Rubric => rubric::tab(state, view),
            CertificationStep::Facts => facts::tab(state, view),
            CertificationStep::Items => items::tab(state, view),
            CertificationStep::Plan => plan::tab(state, view),
            CertificationStep::Trend => trend::tab(state, view),
            _ => ().into_any(),
        }}
    }
    .into_any()
}

/// How far one has come with items and evidence, whichever step is shown.
fn progress(state: State, view: ReviewView) -> AnyView {
    let now =
        Memo::new(move |_| view.with(show::certification::progress).filter(|progress| progress.items > 0));
    let line = move |progress: Progress| {
        let words = Message::new(Key::ItemsProgress)
            .with("answered", progress.answered.to_string())
            .with("items", progress.items.to_string())
            .with("ready", progress.ready.to_string())
            .with("evidence", progress.evidence.to_string());
        view! {
            <p class="progress" data-figure="progress">
                <progress aria-hidden="true" max=progress.items.to_string() value=progress.answered.to_string()></progress>
                " "
                <span role="status">{state.tell(&words)}</span>
            </p>
        }
    };
    view! { {move || now.get().map(line)} }.into_any()
}

fn steps(state: State, id: ReviewId, shown: Memo<CertificationStep>) -> AnyView {
    let address = move |step: CertificationStep| {
        Route::Certification(Certification { review: Some(id), step }).to_hash()
    };
    let entry = move |step: CertificationStep| {
        let current = move || (shown.get() == step).then_some("step");
        view! { <li><a href=address(step) aria-current=current>{state.say(name(step))}</a></li> }.into_any()
    };
    view! {
        <nav class="tabs sections steps" aria-label=state.say(Key::StepsLabel)>
            <ol>{CertificationStep::ALL.into_iter().map(entry).collect_view()}</ol>
        </nav>
    }
    .into_any()
}

fn name(step: CertificationStep) -> Key {
    match step {
        CertificationStep::Rubric => Key::StepRubric,
        CertificationStep::Facts => Key::StepFacts,
        CertificationStep::Items => Key::StepItems,
        CertificationStep::Plan => Key::StepPlan,
        CertificationStep::Trend => Key::StepTrend,
        CertificationStep::Form => Key::StepForm,
    }
}
