//! What the check of the ledger found, in words, and the way to each place.

use leptos::prelude::*;

use crate::address;
use crate::frame;
use crate::state::State;
use crate::widgets::{Wrong, focus_cell, mark, mend_button, said, said_of};
use water_ledger::evaluate::{Problem, Severity};
use water_ledger::exchange::Route;
use water_ledger::ledger::Place;
use water_ledger::metric::Fault;
use water_ledger::show::problem_mark;
use water_ledger::text::{Key, Message};

/// How many problems are listed; more would only hide the first.
const LISTED: usize = 20;

/// Tells of problems, by what a person would call their places.
pub type Tell = fn(State, &dyn Fn(Place) -> Message, Vec<&Problem>, &[Fault]) -> AnyView;

/// How many places are worth a look.
pub fn problem_count(count: usize) -> Message {
    Message::new(Key::ProblemsTitle).with("count", count.to_string())
}

/// The problems in words, the grave ones first, each a way to its cell; `name` says what a person would call a place.
pub fn problems(
    state: State,
    name: &dyn Fn(Place) -> Message,
    problems: Vec<&Problem>,
    faults: &[Fault],
) -> AnyView {
    if problems.is_empty() && faults.is_empty() {
        return ().into_any();
    }
    let title = problem_count(problems.len() + faults.len());
    let faults = faults.iter().map(|fault| view! { <li>{said_of_fault(state, fault)}</li> }.into_any());
    let more = problems.len().saturating_sub(LISTED);
    let listed =
        gravest_first(problems).into_iter().take(LISTED).map(|problem| problem_item(state, name, problem));
    view! {
        <section class="problems" aria-labelledby="problems-title">
            <h3 id="problems-title" tabindex="-1">{state.tell(&title)}</h3>
            <ul>{faults.chain(listed).collect_view()}</ul>
            {(more > 0).then(|| state.tell(&Message::new(Key::ProblemsMore).with("count", more.to_string())))}
        </section>
    }
    .into_any()
}

fn gravest_first(problems: Vec<&Problem>) -> Vec<&Problem> {
    let (wrong, odd): (Vec<&Problem>, Vec<&Problem>) =
        problems.into_iter().partition(|problem| problem.kind.severity() == Severity::Wrong);
    wrong.into_iter().chain(odd).collect()
}

/// The gravest problem in a line, with the way to its place and to all others; nothing where there is none.
pub fn worst_problem(
    state: State,
    name: &dyn Fn(Place) -> Message,
    problems: Vec<&Problem>,
    faults: &[Fault],
) -> AnyView {
    let (count, problems) = (problems.len() + faults.len(), gravest_first(problems));
    let Some(worst) = problems.first() else {
        let said = faults.first().map(|fault| said_of_fault(state, fault));
        return said
            .map(|said| view! { <p class="worst wrong"><span aria-hidden="true">{problem_mark(Severity::Wrong).shape} " "</span>{said}</p> })
            .into_any();
    };
    let place = worst.place;
    let mark = problem_mark(worst.kind.severity());
    let more = (count > 1).then(|| {
        let said = state.tell(&Message::new(Key::ProblemsOther).with("count", (count - 1).to_string()));
        let to_list = move |_| {
            address::focus("problems-title");
        };
        view! { " " <button class="plain link" on:click=to_list>{said}</button> }
    });
    view! {
        <p class=format!("worst {}", mark.code)>
            <span aria-hidden="true">{mark.shape} " "</span>
            <button class="plain link" on:click=move |_| go_to(state, place)>{state.tell(&name(place))}</button>
            " "
            <span class="worst-said">{said_of(*state, &worst.kind)}</span>
            {more}
        </p>
    }
    .into_any()
}

fn said_of_fault(state: State, fault: &Fault) -> AnyView {
    said(*state, vec![Wrong::Fault(fault.clone())])
}

fn problem_item(state: State, name: &dyn Fn(Place) -> Message, problem: &Problem) -> AnyView {
    let place = problem.place;
    let mend = mend_button(state, place, problem);
    view! {
        <li>
            {mark(*state, problem_mark(problem.kind.severity()))}
            " "
            <button class="plain link" on:click=move |_| go_to(state, place)>{state.tell(&name(place))}</button>
            " "
            <span>{said_of(*state, &problem.kind)}</span>
            {mend}
        </li>
    }
    .into_any()
}

/// Goes to the place: to its tab where another is shown, then into the cell or the entry.
pub fn go_to(state: State, place: Place) {
    let is_in_field = place.table.spec.depth() > 2;
    // The page may show the same cell of another field.
    if !is_in_field && is_shown(state, place) && focus_cell(state, place) {
        return;
    }
    if let Some(target) = Route::of_place(place).filter(|target| *target != state.route.get_untracked()) {
        address::go(target);
    }
    // The place is there after the address was heeded and drawn.
    request_animation_frame(move || focus_soon(state, place, FRAMES));
}

/// Whether the page of the place is the one that is shown; another may have a cell of the same name.
fn is_shown(state: State, place: Place) -> bool {
    Route::of_place(place).is_some_and(|route| route.is_same_page(state.route.get_untracked()))
}

/// For how many frames a place is waited for.
const FRAMES: u32 = 20;

fn focus_soon(state: State, place: Place, frames: u32) {
    request_animation_frame(move || {
        // However long the page's code is on its way, its place is not there before.
        if frame::is_busy() {
            focus_soon(state, place, frames);
        } else if !focus_cell(state, place) && frames > 0 {
            focus_soon(state, place, frames - 1);
        }
    });
}
