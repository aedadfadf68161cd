//! 灌溉, the irrigation page: years, the table of districts, and beside it what they come to.

use std::sync::Arc;

use leptos::prelude::*;

use super::results::results;
use crate::chart::Chart;
use crate::exchange::Route;
use crate::irrigation::{DistrictFigures, SizeClass};
use crate::ledger::{Column, DistrictRow, Edit, YearAssessment, YearId, YearSheet};
use crate::metric::Figure;
use crate::quantity::Unit;
use crate::report;
use crate::text::{Key, Message};
use crate::web::address;
use crate::web::state::{Notice, State};
use crate::web::widgets::{ChartFrame, Choice, Computed, EntryColumn, EntryKind, EntryTable, Problems};

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
                <a class="button" href=Route::Example.to_hash()>{state.say(Key::OpenExample)}</a>
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
            let found = all.problems.iter().find(|problem| problem.place.year == id);
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
                    on:input=move |event| state.edit(Edit::SetYear(id, event_target_value(&event)))
                />
            </label>
            <button class="plain" on:click=remove>{state.say(Key::YearRemove)}</button>
            {move || problem().map(|message| view! { <span class="field-problem" id="year-problem">{state.tell(&message)}</span> })}
        </div>
        <div class="work">
            <div class="entry-side">
                <Districts id sheet assessed/>
                <ChartFrame chart/>
            </div>
            {move || sheet.with(|sheet| assessed.with(|year| Some(results(state, sheet.as_ref()?, year.as_ref()?))))}
        </div>
    }
}

#[component]
fn Districts(
    id: YearId,
    sheet: Memo<Option<YearSheet>>,
    assessed: Memo<Option<YearAssessment>>,
) -> impl IntoView {
    let state = State::expect();
    let rows = Memo::new(move |_| {
        Arc::new(sheet.with(|sheet| sheet.as_ref().map_or_else(Vec::new, |s| s.districts.clone())))
    });
    let caption = Signal::derive(move || {
        let year =
            sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.year.trim().to_string()).unwrap_or_default());
        match year.as_str() {
            "" => state.say(Key::TableUntitled).to_string(),
            year => Message::new(Key::TableCaption).with("year", year).say(state.language.get_untracked()),
        }
    });
    let problems = Memo::new(move |_| {
        let by_row =
            |year: &YearAssessment| sheet.with(|sheet| sheet.as_ref().map(|sheet| by_row(sheet, year)));
        Arc::new(assessed.with(|year| year.as_ref().and_then(by_row)).unwrap_or_default())
    });
    let column = move |heading: Key, unit: Unit, pick: fn(&DistrictFigures) -> Option<Figure>| Computed {
        heading,
        unit,
        figure: Callback::new(move |place| {
            assessed
                .with(|year| year.as_ref().and_then(|year| year.figures.districts.get(place).and_then(pick)))
        }),
    };
    let computed = vec![
        column(Key::ColumnCoefficient, Unit::One, |figures| figures.coefficient.clone()),
        column(Key::ColumnPerMu, Unit::CubicMetrePerMu, |figures| figures.per_mu.clone()),
    ];
    let edit = Callback::new(move |edit| state.edit(Edit::Districts(id, edit)));
    view! { <EntryTable<DistrictRow> caption columns=columns() computed rows problems edit/> }
}

fn columns() -> Vec<EntryColumn> {
    let kind = |column| match column {
        Column::Name => EntryKind::Text,
        Column::Class => EntryKind::Choice(classes),
        Column::Area | Column::Net | Column::Gross | Column::Coefficient => EntryKind::Number,
    };
    let describe =
        |column: Column| EntryColumn { heading: column.heading(), unit: column.unit(), kind: kind(column) };
    Column::ALL.map(describe).to_vec()
}

fn classes() -> Vec<Choice> {
    SizeClass::ALL.map(|class| Choice { code: class.code(), name: class.name() }).to_vec()
}

/// Problems come in the order of the rows; one of a whole row is shown at its first cell.
fn by_row(sheet: &YearSheet, year: &YearAssessment) -> Problems {
    let mut problems = year.problems.iter().peekable();
    let mut row_problems = |row: &DistrictRow| {
        let mut found = Vec::new();
        while let Some(problem) = problems.next_if(|problem| problem.place.row == Some(row.id)) {
            found.push((problem.place.column.map_or(0, Column::index), problem.clone()));
        }
        found
    };
    sheet.districts.iter().map(&mut row_problems).collect()
}
