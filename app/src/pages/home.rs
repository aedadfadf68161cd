//! The landing page: what this is, one figure worked out live, one click into the work.
//!
//! A first visit loads what this page uses, and waits for it.

use leptos::prelude::*;

use crate::reader::Reader;
use crate::widgets::{ChartFrame, figure_view};
use water_ledger::catalog::NATIONAL_COEFFICIENT;
use water_ledger::evaluate::regions;
use water_ledger::exchange::Route;
use water_ledger::irrigation::YearFigures;
use water_ledger::ledger::{EXAMPLE_TITLE, example_regions};
use water_ledger::show;
use water_ledger::text::{Key, Message};

/// The landing page.
#[component]
pub fn Home() -> impl IntoView {
    let reader = Reader::expect();
    view! {
        <h1 tabindex="-1">{reader.say(Key::AppName)}</h1>
        <p class="lead">{reader.say(Key::AppPurpose)}</p>
        <p class="quiet">{reader.say(Key::AppPrivacy)}</p>
        <Sample/>
        <section aria-labelledby="map-title">
            <h2 id="map-title">{reader.say(Key::HomeMap)}</h2>
            <Map/>
        </section>
    }
}

/// The sample city's coefficient and trend, computed here and now from its districts.
#[component]
fn Sample() -> impl IntoView {
    let reader = Reader::expect();
    let language = reader.language.get_untracked();
    let regions = regions(&example_regions(language));
    let years: Vec<(i32, &YearFigures)> = regions.iter().map(|(year, figures)| (*year, figures)).collect();
    let chart = Signal::stored(show::irrigation::coefficient_trend(&years, Key::ChartSample, language));
    let latest =
        years.last().map(|(year, figures)| (*year, figures.districts.len(), figures.coefficient.clone()));
    let figure = latest.as_ref().and_then(|(_, _, coefficient)| coefficient.clone());
    let note = latest.and_then(|(year, count, _)| {
        let national = NATIONAL_COEFFICIENT.at(year)?;
        let message = Message::new(Key::HomeSampleNote)
            .with_words("title", EXAMPLE_TITLE)
            .with("year", year.to_string())
            .with("count", count.to_string())
            .with("national", national.printed);
        Some(reader.tell(&message))
    });
    view! {
        <section class="sample" aria-labelledby="sample-title">
            <h2 id="sample-title">{reader.say(Key::HomeSample)}</h2>
            <div class="sample-body">
                <div>
                    {figure_view(reader, "sample-coefficient", Key::IrrigationTitle, figure)}
                    <p class="quiet">{note}</p>
                    <p class="buttons">
                        <a class="button primary" href=Route::EXAMPLE.to_hash()>{reader.say(Key::OpenExample)}</a>
                        <a class="button" href=Route::IRRIGATION.to_hash()>{reader.say(Key::HomeOwn)}</a>
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
    let reader = Reader::expect();
    let entries = [
        (Key::NavIrrigation, Key::HomeIrrigation, Some(Route::IRRIGATION)),
        (Key::NavIndustry, Key::HomeIndustry, Some(Route::INDUSTRY)),
        (Key::NavUnits, Key::HomeUnits, Some(Route::CERTIFICATION)),
        (Key::NavRetrofit, Key::HomeRetrofit, None),
        (Key::NavRegion, Key::HomeRegion, None),
        (Key::NavMethods, Key::HomeMethods, Some(Route::METHODS)),
    ];
    let entry = move |(name, words, route): (Key, Key, Option<Route>)| {
        let title = match route {
            Some(route) => view! { <a href=route.to_hash()>{reader.say(name)}</a> }.into_any(),
            None => view! { {reader.say(name)} " " <small>{reader.say(Key::NavPlanned)}</small> }.into_any(),
        };
        view! { <li class:planned=route.is_none()><h3>{title}</h3><p>{reader.say(words)}</p></li> }
    };
    view! { <ul class="map">{entries.map(entry).collect_view()}</ul> }
}
