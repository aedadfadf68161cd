//! What a year's districts come to: the region, its classes, and what is worth a look.

use leptos::prelude::*;

use super::trends;
use super::year::YearView;
use crate::pages::parts::{self, ResultViews};
use crate::pages::problems::{Tell, problems, worst_problem};
use crate::state::State;
use crate::widgets::{DataColumn, data_table, figure_cell, figure_view, mark, mark_shape, verdict_fact};
use water_ledger::evaluate::{Problem, YearResults};
use water_ledger::irrigation::ClassFigures;
use water_ledger::ledger::{DISTRICTS, Row, RowId, YearEntry};
use water_ledger::metric::Fault;
use water_ledger::quantity::{Unit, read_year};
use water_ledger::show;
use water_ledger::text::{Coded, Key};

/// The panel beside the table.
pub fn results(state: State, sheet: &Row, year: &YearResults) -> AnyView {
    let figures = &year.figures;
    let found: Vec<&Problem> = year.all_problems().collect();
    let verdict =
        read_year(&sheet[YearEntry::Year]).and_then(|year| show::irrigation::target_verdict(year, figures));
    let amounts = show::irrigation::region_amounts(figures).into_iter();
    let amounts =
        amounts.map(|(id, name, figure)| figure_view(*state, id, name, figure.cloned())).collect_view();
    let facts = view! {
        {figure_view(*state, "region-coefficient", Key::ResultRegion, figures.coefficient.clone())}
        {verdict.map(|verdict| verdict_fact(*state, &verdict))}
        {amounts}
    };
    let more = view! {
        <p class="quiet">{state.tell(&show::irrigation::counted(sheet, figures))}</p>
        {(!figures.classes.is_empty()).then(|| classes(state, &figures.classes))}
        {trends::figures(state)}
        {of_sheet(state, sheet, found.clone(), &figures.faults)}
    };
    let name = |place| show::irrigation::place_name(sheet, place);
    parts::results(
        state,
        ResultViews {
            facts: facts.into_any(),
            worst: worst_problem(state, &name, found, &figures.faults),
            more: more.into_any(),
        },
    )
}

fn classes(state: State, classes: &[ClassFigures]) -> AnyView {
    let below = show::irrigation::is_below_limit;
    let note = classes.iter().any(below).then(
        || view! { <p class="quiet">{mark(*state, show::BELOW_LIMIT)} " " {state.say(Key::LimitNote)}</p> },
    );
    let row = |class: &ClassFigures| {
        let mark = below(class).then(|| view! { " " {mark_shape(*state, show::BELOW_LIMIT)} });
        let name = class.class.name().get(state.language.get_untracked());
        let coefficient = figure_cell(*state, Key::ColumnCoefficient, Unit::One, class.coefficient.clone());
        vec![view! { {name} {mark} }.into_any(), class.count.into_any(), coefficient.into_any()]
    };
    let columns = vec![
        DataColumn::new(state.say(Key::ColumnClass)),
        DataColumn::new(state.say(Key::ResultCount)),
        DataColumn::new(state.say(Key::ColumnCoefficient)).cells("computed"),
    ];
    let caption = view! { <caption>{state.say(Key::ResultClasses)}</caption> }.into_any();
    view! {
        {data_table("data classes", Some(caption), columns, classes.iter().map(row))}
        {note}
    }
    .into_any()
}

/// What a district comes to: its totals and its coefficient.
pub fn district_figures(state: State, sheet: &Row, year: &YearResults, id: RowId) -> Option<AnyView> {
    let place = sheet.rows(&DISTRICTS).iter().position(|district| district.id == id)?;
    let figures = year.figures.districts.get(place)?;
    let fieldwork = &year.details.get(place)?.fieldwork;
    Some(
        view! {
            {figure_view(*state, "district-net", Key::ResultDistrictNet, fieldwork.net.clone())}
            {figure_view(*state, "district-gross", Key::ResultDistrictGross, fieldwork.gross.clone().or_else(|| figures.gross.clone()))}
            {figure_view(*state, "district-coefficient", Key::ColumnCoefficient, figures.coefficient.clone())}
            {figure_view(*state, "district-per-mu", Key::ColumnPerMu, figures.per_mu.clone())}
        }
        .into_any(),
    )
}

/// The panel of a tab about a district: its figures, and the problems of its own tables.
pub fn district_results(
    state: State,
    view: YearView,
    id: RowId,
    figures: fn(State, &Row, &YearResults, RowId) -> Option<AnyView>,
) -> AnyView {
    let told = move |tell: Tell| {
        view.sheet.with(|sheet, year| {
            let place = sheet.rows(&DISTRICTS).iter().position(|district| district.id == id)?;
            let found = year.details.get(place)?.problems.iter().collect();
            Some(tell(state, &|place| show::irrigation::place_name(sheet, place), found, &[]))
        })
    };
    parts::results(
        state,
        ResultViews {
            facts: (move || view.sheet.with(|sheet, year| figures(state, sheet, year, id))).into_any(),
            worst: (move || told(worst_problem)).into_any(),
            more: (move || told(problems)).into_any(),
        },
    )
}

/// The problems of the year's own tables and entries.
pub fn year_problems(state: State, sheet: &Row, year: &YearResults, tell: Tell) -> AnyView {
    tell(state, &|place| show::irrigation::place_name(sheet, place), year.problems.iter().collect(), &[])
}

fn of_sheet(state: State, sheet: &Row, found: Vec<&Problem>, faults: &[Fault]) -> AnyView {
    problems(state, &|place| show::irrigation::place_name(sheet, place), found, faults)
}
