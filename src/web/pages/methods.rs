//! Every formula, from the very definitions that compute.

use leptos::prelude::*;

use crate::catalog::METRICS;
use crate::metric::{AnyMetric, Input, Path, Shape};
use crate::report;
use crate::text::{Key, Language};
use crate::web::state::State;
use crate::web::widgets::source_line;

/// How many items of a list a formula is written with; enough for its ends and an ellipsis between.
const ITEMS: usize = 5;

/// The page of methods.
#[component]
pub fn Methods() -> impl IntoView {
    let state = State::expect();
    view! {
        <h1 tabindex="-1">{state.say(Key::MethodsTitle)}</h1>
        <p class="lead">{state.say(Key::MethodsLead)}</p>
        {METRICS.iter().map(|metric| method(state, *metric)).collect_view()}
    }
}

fn method(state: State, metric: &'static dyn AnyMetric) -> AnyView {
    let language = state.language.get_untracked();
    let card = metric.card();
    let formula = format!(
        "{} = {}",
        card.output.symbol,
        metric.written(&any_numbers(metric.inputs()), &|_| String::new()).symbols
    );
    view! {
        <section class="method">
            <h2>{card.name.get(language)}</h2>
            <p class="formula">{formula}<span class="unit">{report::output_unit(card.output.measure, language)}</span></p>
            <div class="scroll" tabindex="0" role="region" aria-label=card.name.get(language)>
                <table class="data">
                    <caption class="visually-hidden">{Key::MethodsInputs.say(language)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{Key::MethodsSymbol.say(language)}</th>
                            <th scope="col">{Key::MethodsName.say(language)}</th>
                            <th scope="col">{Key::MethodsUnit.say(language)}</th>
                            <th scope="col">{Key::MethodsRange.say(language)}</th>
                            <th scope="col">{Key::MethodsId.say(language)}</th>
                        </tr>
                    </thead>
                    <tbody>{metric.inputs().iter().map(|input| rows(metric, input, language)).collect_view()}</tbody>
                </table>
            </div>
            <p>{source_line(*state, card.source)} " " <code>{card.id}</code></p>
        </section>
    }    .into_any()
}

/// A list of rows is shown by the numbers of one row.
fn rows(metric: &'static dyn AnyMetric, input: &'static Input, language: Language) -> AnyView {
    let (spec, symbol) = match input.shape {
        Shape::Number(spec) | Shape::Optional(spec) => (spec, input.symbol.to_string()),
        Shape::List(spec) => (spec, format!("{}ᵢ", input.symbol)),
        Shape::Rows(fields) => {
            return fields.iter().map(|field| rows(metric, field, language)).collect_view().into_any();
        }
    };
    view! {
        <tr>
            <th scope="row">{symbol.clone()}</th>
            <td>{input.name.get(language)}</td>
            <td>{report::input_unit(spec.measure, language)}</td>
            <td>{allowed(metric, input, report::range(spec.range, &symbol))}</td>
            <td><code>{input.key}</code></td>
        </tr>
    }
    .into_any()
}

/// The range, and the other input that bounds this one.
fn allowed(metric: &dyn AnyMetric, input: &Input, range: String) -> String {
    let bound = metric.card().orders.iter().find(|order| order.lesser == input.key);
    match bound {
        Some(order) => {
            [range, format!("{} ≤ {}", input.symbol, metric.symbol(Path::to(order.greater)))].join("; ")
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
