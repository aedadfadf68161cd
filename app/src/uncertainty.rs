//! How certain a figure is, as the app adds it to a derivation: interval, budget, and a simulation on demand.

use leptos::ev::Event;
use leptos::prelude::*;

use super::simulation::{Outcome, Run, Simulator};
use super::state::State;
use super::widgets::ChartFrame;
use water_ledger::metric::{Figure, Origin};
use water_ledger::numeric::plain;
use water_ledger::show;
use water_ledger::text::{Key, Message, number, uncertain};
use water_ledger::uncertainty::{
    Budget, BudgetRow, Coverage, Distribution, Interval, Probability, Validation,
};

/// How often a figure is drawn, as JCGM 101 has it.
const DRAWS: usize = 1_000_000;

/// Where the draws begin; the same data give the same result.
const SEED: u64 = 20_151_201;

/// More decimals than this say nothing.
const DECIMALS: usize = 9;

/// The section below the basis of a figure.
pub fn section(state: State, figure: &Figure) -> AnyView {
    let body = if figure.u() > 0.0 { certain(state, figure) } else { hint(state) };
    view! {
        <section class="uncertainty" aria-labelledby="uncertainty-title">
            <h3 id="uncertainty-title">{state.say(Key::UncertaintyTitle)}</h3>
            {body}
        </section>
    }
    .into_any()
}

fn hint(state: State) -> AnyView {
    view! { <p class="quiet">{state.say(Key::UncertaintyHint)}</p> }.into_any()
}

fn certain(state: State, figure: &Figure) -> AnyView {
    let (value, u) = (figure.value(), figure.u());
    let coverage = Coverage::of(figure, &[], Probability::P95);
    let interval = Message::new(Key::UncertaintyInterval).with("k", number(coverage.k, 2));
    let relative = (value != 0.0).then(|| format!("{} %", uncertain(100.0 * u / value.abs(), DECIMALS)));
    let budget = Budget::of(figure);
    let first = budget.rows.first().map(|row| {
        Message::new(Key::UncertaintyFirst)
            .with("first", named(state, row))
            .with("share", number(100.0 * row.share, 0))
    });
    let chart = show::budget_chart(figure, state.language.get_untracked());
    view! {
        <dl>
            <dt>{state.say(Key::UncertaintyStandard)}</dt>
            <dd>{uncertain(u, DECIMALS)}</dd>
            <dt>{state.say(Key::UncertaintyRelative)}</dt>
            <dd>{relative}</dd>
            <dt>{state.tell(&interval)}</dt>
            <dd>{ends(coverage.interval, u)}</dd>
        </dl>
        {first.map(|first| view! { <p>{state.tell(&first)}</p> })}
        {chart.map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })}
        {simulation(state, figure.clone(), &budget, coverage.interval)}
    }
    .into_any()
}

/// The shapes to choose from; the first is what a number has that nobody has chosen for.
const SHAPES: &[(Key, Distribution)] = &[
    (Key::ShapeNormal, Distribution::Normal),
    (Key::ShapeRectangular, Distribution::Rectangular),
    (Key::ShapeTriangular, Distribution::Triangular),
    (Key::ShapeArcsine, Distribution::Arcsine),
];

/// How many numbers may be given a shape: those that matter most.
const SHAPED: usize = 12;

/// The shapes, the button that starts the draws, their progress, and what they come to.
fn simulation(state: State, figure: Figure, budget: &Budget, first_order: Interval) -> AnyView {
    let simulator = Simulator::new();
    on_cleanup(move || simulator.cancel());
    let shapes = RwSignal::new(Vec::<(u64, Distribution)>::new());
    let run = Message::new(Key::SimulationRun).with_number("draws", DRAWS as f64);
    let start = move |_| simulator.start(&figure, &shapes.get_untracked(), DRAWS, SEED);
    let again = start.clone();
    view! {
        {shape_choices(state, budget, shapes)}
        <div class="simulation" aria-live="polite">
            {move || match simulator.run.get() {
                Run::Idle => view! { <button on:click=start.clone()>{state.tell(&run)}</button> }.into_any(),
                Run::Going(done) => view! {
                    <label>{state.say(Key::SimulationRunning)} " " <progress max="1" value=plain(done)></progress></label>
                    " "
                    <button on:click=move |_| simulator.cancel()>{state.say(Key::SimulationCancel)}</button>
                }
                .into_any(),
                Run::Failed(message) => view! { <p class="field-problem">{state.tell(&message)}</p> }.into_any(),
                Run::Done(outcome) => view! {
                    {result(state, &outcome, first_order)}
                    <button on:click=again.clone()>{state.say(Key::SimulationAgain)}</button>
                }
                .into_any(),
            }}
        </div>
    }
    .into_any()
}

/// A choice of shape for each of the numbers that matter most.
fn shape_choices(state: State, budget: &Budget, shapes: RwSignal<Vec<(u64, Distribution)>>) -> AnyView {
    let choice = |row: &BudgetRow| {
        let Origin::Typed(input_quantity) = row.figure.origin() else { return None };
        let (id, name) = (input_quantity.id, named(state, row));
        let label = state.tell(&Message::new(Key::SimulationShapeOf).with("name", name.as_str()));
        let choose = move |event: Event| {
            let place: usize = event_target_value(&event).parse().unwrap_or(0);
            shapes.update(|shapes| {
                shapes.retain(|(known, _)| *known != id);
                shapes.extend(SHAPES.get(place).map(|(_, shape)| (id, *shape)));
            });
        };
        let options = SHAPES.iter().enumerate();
        let options =
            options.map(|(place, (key, _))| view! { <option value=place>{state.say(*key)}</option> });
        Some(
            view! { <li><span>{name}</span> " " <select aria-label=label on:change=choose>{options.collect_view()}</select></li> },
        )
    };
    view! {
        <details class="shapes">
            <summary>{state.say(Key::SimulationShapes)}</summary>
            <p class="quiet">{state.say(Key::SimulationShapesNote)}</p>
            <ul>{budget.rows.iter().take(SHAPED).filter_map(choice).collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// Whose number it is, and what it measures.
fn named(state: State, row: &BudgetRow) -> String {
    show::budget_row_name(row, state.language.get_untracked())
}

fn result(state: State, outcome: &Outcome, first_order: Interval) -> AnyView {
    let u = outcome.u;
    let validation = Validation::of(first_order, outcome.symmetric, u, 2);
    let (key, tolerance) = match validation {
        Validation::Agrees(comparison) => (Key::SimulationAgrees, comparison.tolerance),
        Validation::Differs(comparison) => (Key::SimulationDiffers, comparison.tolerance),
    };
    let verdict = Message::new(key).with("tolerance", uncertain(tolerance, DECIMALS));
    let failed = (outcome.failed > 0)
        .then(|| Message::new(Key::SimulationFailedDraws).with_number("count", outcome.failed as f64));
    view! {
        <dl>
            <dt>{state.say(Key::SimulationMean)}</dt>
            <dd>{like(outcome.mean, u)}</dd>
            <dt>{state.say(Key::SimulationU)}</dt>
            <dd>{uncertain(u, DECIMALS)}</dd>
            <dt>{state.say(Key::SimulationSymmetric)}</dt>
            <dd>{ends(outcome.symmetric, u)}</dd>
            <dt>{state.say(Key::SimulationShortest)}</dt>
            <dd>{ends(outcome.shortest, u)}</dd>
        </dl>
        <p>{state.tell(&verdict)}</p>
        {failed.map(|failed| view! { <p>{state.tell(&failed)}</p> })}
        <p class="quiet">{state.tell(&Message::new(Key::SimulationSeed).with("seed", SEED.to_string()))}</p>
    }
    .into_any()
}

/// Both ends, with the decimals that u has.
fn ends(interval: Interval, u: f64) -> String {
    format!("{} … {}", like(interval.low, u), like(interval.high, u))
}

/// A value with as many decimals as its uncertainty is worth.
fn like(value: f64, u: f64) -> String {
    let decimals = uncertain(u, DECIMALS).split_once('.').map_or(0, |(_, decimals)| decimals.len());
    number(value, decimals)
}
