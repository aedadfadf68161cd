//! The way to the line: what each further point asks for, and the cheapest measures of the plans about this year.

use leptos::prelude::*;

use super::score;
use super::view::ReviewView;
use crate::pages::retrofit::{WAYS, WaysOf};
use crate::pages::way_to_retrofit::way_to_retrofit;
use crate::state::State;
use crate::widgets::{DataColumn, data_table};
use water_ledger::exchange::Beginning;
use water_ledger::show;
use water_ledger::text::Key;

/// The step.
pub fn tab(state: State, view: ReviewView) -> AnyView {
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::PlanLead)}</p>
                {WAYS.later((state, WaysOf::Review(view.id)))}
                {next_steps(state, view)}
            </div>
            {view.results(state, move |sheet, found| score::facts(state, sheet, found), move |sheet, found| score::more(state, sheet, found))}
        </div>
    }
    .into_any()
}

/// What must be true for each further point.
fn next_steps(state: State, view: ReviewView) -> AnyView {
    let language = state.language.get_untracked();
    let steps = Memo::new(move |_| {
        view.with(|sheet, found| show::certification::next_lines(sheet, found, language)).unwrap_or_default()
    });
    let title = move || state.say(if view.is_scored() { Key::NextTitle } else { Key::NextTitleHolds });
    let row = move |step: show::certification::NextLine| {
        let name = String::from(js_sys::encode_uri_component(&step.item));
        let way =
            way_to_retrofit(state, Key::BeginMeasure, &Beginning { name, ..Beginning::at(vec![step.place]) });
        let mut cells = vec![step.item.into_any(), view! { {step.requirement} " " {way} }.into_any()];
        cells.extend((!step.gain.is_empty()).then(|| step.gain.into_any()));
        cells
    };
    let table = move |steps: Vec<show::certification::NextLine>| {
        let mut columns =
            vec![DataColumn::new(state.say(Key::ColumnItem)), DataColumn::new(state.say(Key::ColumnNext))];
        columns.extend(view.is_scored().then(|| DataColumn::new(state.say(Key::ColumnGain)).cells("number")));
        view! {
            <div class="scroll" tabindex="0" role="region" aria-labelledby="next-title">
                {data_table("data", None, columns, steps.into_iter().map(row))}
            </div>
        }
        .into_any()
    };
    let shown = move || match steps.get() {
        none if none.is_empty() => view! { <p class="quiet">{state.say(Key::NextNothing)}</p> }.into_any(),
        steps => table(steps),
    };
    view! {
        <section class="table-block">
            <h2 id="next-title">{title}</h2>
            {shown}
        </section>
    }
    .into_any()
}
