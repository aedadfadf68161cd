//! 灌溉, the irrigation page: years, the table of districts, and beside it what they come to.

use leptos::prelude::*;

use super::home::open_example;
use super::results::results;
use crate::chart::Chart;
use crate::exchange::Route;
use crate::ledger::{Edit, Entry, YearAssessment, YearId, YearSheet};
use crate::report::{self, Sheet};
use crate::text::{Key, Message};
use crate::web::address;
use crate::web::state::{Notice, State};
use crate::web::widgets::{ChartFrame, EntryTable};

/// The irrigation page.
#[component]
pub fn IrrigationPage() -> impl IntoView {
    let state = State::expect();
    let year = selected_year(state);
    let chart = Signal::derive(move || {
        state.assessment.with(|assessment| {
            report::coefficient_trend(assessment, Key::ChartOwn, state.language.get_untracked())
        })
    });
    let is_held = move || state.keeper.held.with(Option::is_some);
    view! {
        <h1 tabindex="-1">{state.say(Key::IrrigationTitle)}</h1>
        <p class="lead">{state.say(Key::IrrigationLead)}</p>
        {move || {
            (!is_held()).then(|| view! {
                <YearTabs year/>
                {move || match year.get() {
                    Some(id) => view! { <Year id chart/> }.into_any(),
                    None => view! { <Start/> <ChartFrame chart/> }.into_any(),
                }}
            })
        }}
    }
}

/// The year of the address; where it names none that is there, the one shown before, else the latest.
fn selected_year(state: State) -> Memo<Option<YearId>> {
    Memo::new(move |before: Option<&Option<YearId>>| {
        let wanted = match state.route.get() {
            Route::Irrigation(year) => year,
            _ => None,
        };
        state.assessment.with(|assessment| {
            let there = |id: &YearId| assessment.year(*id).is_some();
            let shown = wanted.filter(there).or(before.copied().flatten().filter(there));
            shown.or_else(|| assessment.years.iter().max_by_key(|year| year.year).map(|year| year.id))
        })
    })
}

/// What stands here before there is a year.
#[component]
fn Start() -> impl IntoView {
    let state = State::expect();
    view! {
        <section class="start">
            <p>{state.say(Key::Empty)} " " {state.say(Key::EmptyStart)}</p>
            <p class="buttons">
                <button id="first-year" class="primary" on:click=move |_| state.edit(Edit::AddYear)>{state.say(Key::YearAdd)}</button>
                <button on:click=move |_| open_example(state)>{state.say(Key::OpenExample)}</button>
            </p>
        </section>
    }
}

#[component]
fn YearTabs(year: Memo<Option<YearId>>) -> impl IntoView {
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
    let add = move |_| {
        state.edit(Edit::AddYear);
        if let Some(id) =
            state.ledger.with_untracked(|ledger| ledger.irrigation.years.last().map(|sheet| sheet.id))
        {
            address::go(Route::Irrigation(Some(id)));
        }
    };
    let tab = move |(id, name): (YearId, String)| {
        let current = move || (year.get() == Some(id)).then_some("true");
        let name = move || {
            if name.is_empty() { state.say(Key::YearUntitled).to_string() } else { name.clone() }
        };
        view! { <li><a href=Route::Irrigation(Some(id)).to_hash() aria-current=current>{name}</a></li> }
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

/// A year's sheet: its number, its districts, its results.
#[component]
fn Year(id: YearId, chart: Signal<Chart>) -> impl IntoView {
    let state = State::expect();
    let sheet = Memo::new(move |_| state.ledger.with(|ledger| ledger.irrigation.year(id).cloned()));
    let year = Memo::new(move |_| {
        sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.year.clone()).unwrap_or_default())
    });
    let assessed = Memo::new(move |_| state.assessment.with(|all| all.year(id).cloned()));
    let remove = move |_| {
        state.edit(Edit::RemoveYear(id));
        state.notify(Notice::quiet(Message::new(Key::YearRemoved)));
        request_animation_frame(|| {
            // The keyboard goes to the year that is shown now, or to the first button when there is none.
            let _ = address::focus("year") || address::focus("first-year");
        });
    };
    let problem = move || {
        state.assessment.with(|all| {
            let found = all.problems.iter().find(|problem| problem.place.year() == Some(id));
            found.map(|problem| problem.kind.message())
        })
    };
    view! {
        <div class="year">
            <label>
                {state.say(Key::YearField)} " "
                <input
                    id="year"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    class="year-field"
                    prop:value=year
                    aria-invalid=move || problem().map(|_| "true")
                    aria-describedby=move || problem().map(|_| "year-problem")
                    on:input=move |event| state.edit(Edit::Set(Entry::Year(id), event_target_value(&event)))
                />
            </label>
            <button class="plain" on:click=remove>{state.say(Key::YearRemove)}</button>
            {move || problem().map(|message| view! { <span class="field-problem" id="year-problem">{state.tell(&message)}</span> })}
        </div>
        <div class="work">
            <div class="entry-side">
                <Districts sheet assessed/>
                <ChartFrame chart/>
            </div>
            {move || sheet.with(|sheet| assessed.with(|year| Some(results(state, sheet.as_ref()?, year.as_ref()?))))}
        </div>
    }
}

#[component]
fn Districts(sheet: Memo<Option<YearSheet>>, assessed: Memo<Option<YearAssessment>>) -> impl IntoView {
    let state = State::expect();
    let caption = Signal::derive(move || {
        let year =
            sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.year.trim().to_string()).unwrap_or_default());
        match year.as_str() {
            "" => state.say(Key::TableUntitled).to_string(),
            year => Message::new(Key::TableCaption).with("year", year).say(state.language.get_untracked()),
        }
    });
    let table = table_of(move || {
        sheet.with(|sheet| assessed.with(|year| Some(report::districts(sheet.as_ref()?, year.as_ref()?))))
    });
    table.map(|sheet| view! { <EntryTable caption sheet/> })
}

/// A table that follows the ledger; while it is not there, as in the moment its year is removed, it stays as it was.
fn table_of(make: impl Fn() -> Option<Sheet> + Send + Sync + Copy + 'static) -> Option<Signal<Sheet>> {
    let first = untrack(make)?;
    Some(
        Memo::new(move |before: Option<&Sheet>| {
            make().or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        })
        .into(),
    )
}
