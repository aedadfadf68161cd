//! 灌溉, the irrigation page: years, and in each the region, its districts, their canals and fields, and water need.

mod canals;
mod district;
mod fields;
mod region;
mod report;
mod results;
mod water_need;
mod year;

use leptos::prelude::*;

pub use self::report::ReportPage;
use self::year::YearView;
use crate::address;
use crate::state::{Notice, State};
use crate::widgets::ChartFrame;
use water_ledger::exchange::{Irrigation, Route, Section};
use water_ledger::ledger::{Edit, Entry, RowId, YearId};
use water_ledger::text::{Key, Message};

/// The irrigation page.
#[component]
pub fn IrrigationPage() -> impl IntoView {
    let state = State::expect();
    let year = selected_year(state);
    let section = Memo::new(move |_| at(state).section);
    let is_held = move || state.keeper.held.with(Option::is_some);
    view! {
        <h1 tabindex="-1">{state.say(Key::IrrigationTitle)}</h1>
        <p class="lead">{state.say(Key::IrrigationLead)}</p>
        {move || {
            (!is_held()).then(|| view! {
                <YearTabs year section/>
                {move || match year.get() {
                    Some(id) => view! { <Year id section/> }.into_any(),
                    None => view! { <Start/> }.into_any(),
                }}
            })
        }}
    }
}

/// The part of the page that the address names.
fn at(state: State) -> Irrigation {
    match state.route.get() {
        Route::Irrigation(part) => part,
        _ => Irrigation::default(),
    }
}

/// The year of the address; where it names none that is there, the one shown before, else the latest.
fn selected_year(state: State) -> Memo<Option<YearId>> {
    Memo::new(move |before: Option<&Option<YearId>>| {
        let wanted = at(state).year;
        state.assessment.with(|assessment| {
            let there = |id: &YearId| assessment.year(*id).is_some();
            let shown = wanted.filter(there).or(before.copied().flatten().filter(there));
            shown.or_else(|| assessment.years.iter().max_by_key(|year| year.year).map(|year| year.id))
        })
    })
}

/// The district of the address; where it names none that is there, the one shown before, else the first.
fn selected_district(state: State, view: YearView) -> Memo<Option<RowId>> {
    Memo::new(move |before: Option<&Option<RowId>>| {
        let wanted = at(state).district;
        view.sheet.with(|sheet| {
            let sheet = sheet.as_ref()?;
            let there = |id: &RowId| sheet.district(*id).is_some();
            let shown = wanted.filter(there).or(before.copied().flatten().filter(there));
            shown.or_else(|| sheet.districts.first().map(|district| district.id))
        })
    })
}

/// What stands here before there is a year.
#[component]
fn Start() -> impl IntoView {
    let state = State::expect();
    let chart = year::trend(state);
    view! {
        <section class="start">
            <p>{state.say(Key::Empty)} " " {state.say(Key::EmptyStart)}</p>
            <p class="buttons">
                <button id="first-year" class="primary" on:click=move |_| state.edit(Edit::AddYear)>{state.say(Key::YearAdd)}</button>
                <button on:click=move |_| state.open_example()>{state.say(Key::OpenExample)}</button>
            </p>
        </section>
        <ChartFrame chart/>
    }
}

#[component]
fn YearTabs(year: Memo<Option<YearId>>, section: Memo<Section>) -> impl IntoView {
    let state = State::expect();
    let sheets = move || {
        state.ledger.with(|ledger| {
            ledger
                .irrigation
                .years
                .iter()
                .map(|sheet| (sheet.id, sheet.year.trim().to_string()))
                .collect::<Vec<_>>()
        })
    };
    let address_of = move |id| {
        // Another year is looked at through the same tab.
        Route::Irrigation(Irrigation { section: section.get(), ..Irrigation::year(id) })
    };
    let add = move |_| {
        state.edit(Edit::AddYear);
        if let Some(id) =
            state.ledger.with_untracked(|ledger| ledger.irrigation.years.last().map(|sheet| sheet.id))
        {
            address::go(Route::Irrigation(Irrigation::year(id)));
        }
    };
    let tab = move |(id, name): (YearId, String)| {
        let current = move || (year.get() == Some(id)).then_some("true");
        let name = move || {
            if name.is_empty() { state.say(Key::YearUntitled).to_string() } else { name.clone() }
        };
        view! { <li><a href=move || address_of(id).to_hash() aria-current=current>{name}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label=state.say(Key::YearsLabel) class:empty=move || sheets().is_empty()>
            <ul>
                {move || sheets().into_iter().map(tab).collect_view()}
            </ul>
            <button class="plain" on:click=add>"+ " {state.say(Key::YearAdd)}</button>
        </nav>
    }
}

/// A year: its number, its tabs, and the one that is shown.
#[component]
fn Year(id: YearId, section: Memo<Section>) -> impl IntoView {
    let state = State::expect();
    let view = YearView::new(state, id);
    let remove = move |_| {
        state.edit(Edit::RemoveYear(id));
        state.notify(Notice::quiet(Message::new(Key::YearRemoved)));
        request_animation_frame(|| {
            // The keyboard goes to the year that is shown now, or to the first button when there is none.
            let _ = address::focus("year") || address::focus("first-year");
        });
    };
    let district = selected_district(state, view);
    view! {
        <div class="year">
            {year::year_field(state, view, Entry::Year(id))}
            <button class="plain" on:click=remove>{state.say(Key::YearRemove)}</button>
        </div>
        <SectionTabs id section district/>
        {move || {
            let section = section.get();
            if section.is_of_district() {
                year::of_district(state, view, district, section)
            } else if section == Section::WaterNeed {
                water_need::section(state, view)
            } else {
                region::section(state, view)
            }
        }}
    }
}

#[component]
fn SectionTabs(id: YearId, section: Memo<Section>, district: Memo<Option<RowId>>) -> impl IntoView {
    let state = State::expect();
    let tab = move |which: Section| {
        let current = move || (section.get() == which).then_some("true");
        // The address names the district, so that it is shown again after a reload.
        let address = move || Irrigation { section: which, district: district.get(), ..Irrigation::year(id) };
        view! {
            <li><a href=move || Route::Irrigation(address()).to_hash() aria-current=current>{state.say(name(which))}</a></li>
        }
    };
    let report = Route::Irrigation(Irrigation { section: Section::Report, ..Irrigation::year(id) }).to_hash();
    view! {
        <nav class="tabs sections" aria-label=state.say(Key::SectionsLabel)>
            <ul>{Section::TABS.map(tab).collect_view()}</ul>
            <a class="to-report" href=report>{state.say(Key::ReportLink)}</a>
        </nav>
    }
}

fn name(section: Section) -> Key {
    match section {
        Section::Region => Key::SectionRegion,
        Section::District => Key::SectionDistrict,
        Section::Canals => Key::SectionCanals,
        Section::Fields => Key::SectionFields,
        Section::WaterNeed => Key::SectionWaterNeed,
        Section::Report => Key::ReportLink,
    }
}
