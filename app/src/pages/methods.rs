//! Every formula, from the very definitions that compute.

use std::time::Duration;

use leptos::prelude::*;

use crate::frame;
use crate::state::State;
use crate::widgets::{DataColumn, data_table, source_line};
use water_ledger::catalog::{CALCULATIONS, METRICS};
use water_ledger::metric::{AnyCalculation, AnyMetric, Citation, Input, Path, Shape, UpperBound};
use water_ledger::show;
use water_ledger::text::{Key, Language};

/// How many items of a list a formula is written with; enough for its ends and an ellipsis between.
const ITEMS: usize = 5;

/// How many methods are put into the page in one turn: few enough that a slow phone hears a key meanwhile.
const IN_ONE_TURN: usize = 3;

/// The page of methods.
#[component]
pub fn Methods() -> impl IntoView {
    let state = State::expect();
    let turns = METRICS.chunks(IN_ONE_TURN);
    let begun = RwSignal::new(0);
    let last = turns.len();
    // The page is busy until all are there.
    let is_busy = Memo::new(move |_| begun.get() <= last);
    Effect::new(move |before: Option<bool>| {
        let now = is_busy.get();
        if now != before.unwrap_or_default() {
            frame::set_busy(now);
        }
        now
    });
    on_cleanup(move || {
        if is_busy.get_untracked() {
            frame::set_busy(false);
        }
    });
    Effect::new(move |_| {
        if begun.get() <= last {
            set_timeout(
                move || {
                    let _ = begun.try_update(|begun| *begun += 1);
                },
                Duration::ZERO,
            );
        }
    });
    // Each turn is begun once and stays.
    let in_turn = move |turn: usize, make: Box<dyn Fn() -> AnyView + Send>| {
        let is_there = Memo::new(move |_| begun.get() > turn);
        move || is_there.get().then(&make)
    };
    let methods = turns.enumerate().map(|(turn, metrics)| {
        let make = move || metrics.iter().map(|metric| method(state, *metric)).collect_view().into_any();
        in_turn(turn, Box::new(make))
    });
    let calculations =
        move || CALCULATIONS.iter().map(|way| calculation(state, *way)).collect_view().into_any();
    view! {
        <h1 tabindex="-1">{state.say(Key::MethodsTitle)}</h1>
        <p class="lead">{state.say(Key::MethodsLead)}</p>
        {methods.collect_view()}
        {in_turn(last, Box::new(calculations))}
    }
}

fn method(state: State, metric: &'static dyn AnyMetric) -> AnyView {
    let language = state.language.get_untracked();
    let info = metric.info();
    let formula = format!(
        "{} = {}",
        info.output.symbol,
        metric.written(&any_numbers(metric.inputs()), &|_| String::new()).symbols
    );
    let name = info.name.get(language);
    view! {
        <section class="method">
            <h2>{name}</h2>
            <p class="formula">{formula}<span class="unit">{show::output_unit(info.output.measure, language)}</span></p>
            {inputs((name, info.id), metric.inputs(), info.upper_bounds, language)}
            {basis(state, info.id, info.source)}
        </section>
    }
    .into_any()
}

/// A calculation has no formula of its own: it leads through those above.
fn calculation(state: State, way: &'static dyn AnyCalculation) -> AnyView {
    let language = state.language.get_untracked();
    let info = way.info();
    let name = info.name.get(language);
    view! {
        <section class="method">
            <h2>{name}</h2>
            <p>{Key::MethodsCalculation.say(language)}</p>
            {inputs((name, info.id), way.inputs(), &[], language)}
            {basis(state, info.id, info.source)}
        </section>
    }
    .into_any()
}

fn basis(state: State, id: &'static str, source: Citation) -> AnyView {
    view! { <p>{source_line(*state, source)} " " <code>{id}</code></p> }.into_any()
}

fn inputs(
    (name, id): (&'static str, &'static str),
    inputs: &'static [Input],
    upper_bounds: &'static [UpperBound],
    language: Language,
) -> AnyView {
    // Two fields may use one term for two formulas; their program names differ.
    let label = format!("{name} {id}");
    let caption =
        view! { <caption class="visually-hidden">{Key::MethodsInputs.say(language)}</caption> }.into_any();
    let columns = [Key::MethodsSymbol, Key::MethodsName, Key::MethodsUnit, Key::MethodsRange, Key::MethodsId]
        .map(|heading| DataColumn::new(heading.say(language)))
        .into();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            {data_table("data", Some(caption), columns, rows(inputs, upper_bounds, inputs, language))}
        </div>
    }
    .into_any()
}

/// The rows of inputs; a list of rows is shown by the numbers of one row.
fn rows(
    all: &'static [Input],
    upper_bounds: &'static [UpperBound],
    shown: &'static [Input],
    language: Language,
) -> Vec<Vec<AnyView>> {
    let row = |input: &'static Input| {
        let (spec, symbol) = match input.shape {
            Shape::Number(spec) | Shape::Optional(spec) => (spec, input.symbol.to_string()),
            Shape::List(spec) => (spec, format!("{}ᵢ", input.symbol)),
            Shape::Rows(fields) => return rows(all, upper_bounds, fields, language),
        };
        vec![vec![
            symbol.clone().into_any(),
            input.name.get(language).into_any(),
            show::input_unit(spec.measure, language).into_any(),
            allowed(all, upper_bounds, input, show::range(spec.range, &symbol)).into_any(),
            view! { <code>{input.key}</code> }.into_any(),
        ]]
    };
    shown.iter().flat_map(row).collect()
}

/// The range, and the other input that bounds this one.
fn allowed(inputs: &[Input], upper_bounds: &[UpperBound], input: &Input, range: String) -> String {
    let greater = upper_bounds
        .iter()
        .filter(|order| order.lesser == input.key)
        .find_map(|order| inputs.iter().find(|other| other.key == order.greater));
    match greater {
        Some(greater) => {
            let bound = format!("{} ≤ {}", input.symbol, greater.symbol);
            [range, bound].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
        }
        None => range,
    }
}

/// Numbers to run the formula with for its symbols; their values do not show.
fn any_numbers(inputs: &'static [Input]) -> Vec<(Path, f64)> {
    let mut numbers = Vec::new();
    for input in inputs {
        match input.shape {
            Shape::Number(_) | Shape::Optional(_) => numbers.push((Path::to(input.key), 0.5)),
            Shape::List(_) => numbers.extend((0..ITEMS).map(|index| (Path::item(input.key, index), 0.5))),
            Shape::Rows(fields) => {
                for index in 0..ITEMS {
                    let path =
                        |field: &Input| Path { key: input.key, index: Some(index), field: Some(field.key) };
                    numbers.extend(fields.iter().map(|field| (path(field), 0.5)));
                }
            }
        }
    }
    numbers
}
