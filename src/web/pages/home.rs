//! The landing page: what this is, one figure worked out live, one click into the work.

use leptos::prelude::*;

use crate::catalog;
use crate::exchange::Route;
use crate::ledger::{Edit, Ledger, assess, example};
use crate::report;
use crate::text::{Key, Message};
use crate::web::address;
use crate::web::files;
use crate::web::keeper::Keeper;
use crate::web::state::{Notice, State};
use crate::web::widgets::{ChartFrame, figure_view};

/// The landing page.
#[component]
pub fn Home() -> impl IntoView {
    let state = State::expect();
    view! {
        <h1 tabindex="-1">{state.say(Key::AppName)}</h1>
        <p class="lead">{state.say(Key::AppPurpose)}</p>
        <p class="quiet">{state.say(Key::AppPrivacy)}</p>
        <Sample/>
        <section aria-labelledby="map-title">
            <h2 id="map-title">{state.say(Key::HomeMap)}</h2>
            <Map/>
        </section>
        <SetAside/>
    }
}

/// The sample city's coefficient and trend, computed here and now from its districts.
#[component]
fn Sample() -> impl IntoView {
    let state = State::expect();
    let language = state.language.get_untracked();
    let sample = example(language);
    let assessment = assess(&sample);
    let chart = Signal::stored(report::coefficient_trend(&assessment, Key::ChartSample, language));
    let latest = assessment
        .in_order()
        .last()
        .map(|(year, figures)| (*year, figures.districts.len(), figures.coefficient.clone()));
    let figure = latest.as_ref().and_then(|(_, _, coefficient)| coefficient.clone());
    let note = latest.and_then(|(year, count, _)| {
        let national = catalog::series("national.coefficient")?.at(year)?;
        let message = Message::new(Key::HomeSampleNote)
            .with("title", sample.title)
            .with("year", year.to_string())
            .with("count", count.to_string())
            .with("national", national.printed);
        Some(state.tell(&message))
    });
    view! {
        <section class="sample" aria-labelledby="sample-title">
            <h2 id="sample-title">{state.say(Key::HomeSample)}</h2>
            <div class="sample-body">
                <div>
                    {figure_view(state, "sample-coefficient", Key::IrrigationTitle, figure)}
                    <p class="quiet">{note}</p>
                    <p class="buttons">
                        <button class="primary" on:click=move |_| open_example(state)>{state.say(Key::OpenExample)}</button>
                        <a class="button" href=Route::Irrigation(None).to_hash()>{state.say(Key::HomeOwn)}</a>
                    </p>
                </div>
                <ChartFrame chart/>
            </div>
        </section>
    }
}

/// The whole product's map.
#[component]
fn Map() -> impl IntoView {
    let state = State::expect();
    let entries = [
        (Key::NavIrrigation, Key::HomeIrrigation, Some(Route::Irrigation(None))),
        (Key::NavIndustry, Key::HomeIndustry, None),
        (Key::NavUnits, Key::HomeUnits, None),
        (Key::NavRetrofit, Key::HomeRetrofit, None),
        (Key::NavRegion, Key::HomeRegion, None),
        (Key::NavMethods, Key::HomeMethods, Some(Route::Methods)),
    ];
    let entry = move |(name, words, route): (Key, Key, Option<Route>)| {
        let title = match route {
            Some(route) => view! { <a href=route.to_hash()>{state.say(name)}</a> }.into_any(),
            None => view! { {state.say(name)} " " <small>{state.say(Key::NavPlanned)}</small> }.into_any(),
        };
        view! { <li class:planned=route.is_none()><h3>{title}</h3><p>{state.say(words)}</p></li> }
    };
    view! { <ul class="map">{entries.map(entry).collect_view()}</ul> }
}

/// Documents that could not be opened and were put aside; they stay until the browser's data are cleared.
#[component]
fn SetAside() -> impl IntoView {
    let state = State::expect();
    move || {
        // Whatever is held now may have just been put aside.
        state.keeper.held.track();
        let documents = Keeper::put_aside();
        (!documents.is_empty()).then(|| {
            let item = |(text, number): (String, usize)| {
                let name = Message::new(Key::SetAsideName).with("number", number.to_string());
                let file = format!("water-ledger-kept-{number}.json");
                view! {
                    <li>
                        {state.tell(&name)} " "
                        <button on:click=move |_| files::download_text(&file, "application/json", &text)>
                            {state.say(Key::Download)}
                        </button>
                    </li>
                }
            };
            view! {
                <section aria-labelledby="aside-title">
                    <h2 id="aside-title">{state.say(Key::SetAsideTitle)}</h2>
                    <ul>{documents.into_iter().zip(1..).map(item).collect_view()}</ul>
                </section>
            }
        })
    }
}

/// Opens the filled example; a ledger that was there before is one undo away.
pub fn open_example(state: State) {
    let replaced = state.ledger.with_untracked(|ledger| **ledger != Ledger::default());
    state.edit(Edit::Replace(Box::new(example(state.language.get_untracked()))));
    if replaced {
        state.notify(Notice::quiet(Message::new(Key::ExampleOpened)));
    }
    address::go(Route::Irrigation(None));
}
