//! The self-assessments of the year: what each scores and what it takes from the region, and the beginning of another.

use leptos::prelude::*;

use super::view::RegionView;
use crate::address;
use crate::part::{Code, code};
use crate::results;
use crate::state::State;
use crate::widgets::{DataColumn, data_table, figure_view, rate_cell, unverified_mark};
use water_ledger::evaluate::RegionSheet;
use water_ledger::exchange::{CERTIFICATION, Route};
use water_ledger::ledger::{REGIONS, REVIEWS, RegionEntry, ReviewEntry, Row, RowId};
use water_ledger::quantity::read_year;
use water_ledger::show::region::{AssessedNumber, Assessment, Assessments, begun_assessment};
use water_ledger::text::{Key, Message};

/// Scores need the rubrics and all that self-assessments rest on, which comes when somebody looks at them.
static SCORES: Code<(State, RowId), Option<Assessments>> =
    code!(region_scores, of: (State, RowId) => Option<Assessments>, scores(of.0, of.1));

fn scores(state: State, id: RowId) -> Option<Assessments> {
    let language = state.language.get_untracked();
    state.ledger.with(|ledger| {
        results::certification(state)
            .with(|found| water_ledger::show::region::assessments(ledger, found, id, language))
    })
}

/// The self-assessments of a region's year for its report; there are none, and no code for them is asked for, where the ledger has no
/// institution's sheet of the year.
pub fn of_year(state: State, id: RowId) -> Assessments {
    let is_any = state.ledger.with(|ledger| {
        let year = ledger.sheet(&REGIONS, id).and_then(|sheet| read_year(&sheet[RegionEntry::Year]));
        let of_year = |review: &Row| year.is_some() && read_year(&review[ReviewEntry::Year]) == year;
        ledger.sheets(&REVIEWS).iter().any(|review| of_year(review))
    });
    let found = if is_any { state.awaited.made(&SCORES, (state, id)) } else { None };
    found.flatten().unwrap_or_default()
}

/// The tab.
pub fn tab(state: State, view: RegionView) -> AnyView {
    let id = view.sheet.id;
    let now = Memo::new(move |_| state.awaited.made(&SCORES, (state, id)).flatten());
    let lines = Memo::new(move |_| now.with(|now| now.as_ref().map(|all| all.lines.clone())));
    let choices = Memo::new(move |_| now.with(|now| now.as_ref().map(|all| all.choices.clone())));
    let has_year = Memo::new(move |_| {
        view.sheet.typed(|sheet| read_year(&sheet[RegionEntry::Year]).is_some()).unwrap_or_default()
    });
    let begin = move || {
        let choices = choices.get()?;
        Some(match has_year.get() {
            true => beginning(state, id, choices),
            false => view! { <p class="quiet">{state.say(Key::AssessmentNeedsYear)}</p> }.into_any(),
        })
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::AssessmentLead)}</p>
                {move || lines.get().map(|lines| list(state, lines))}
                {begin}
            </div>
            {view.sheet.results(state, move |sheet, found| facts(state, sheet, found), |_, _| ().into_any())}
        </div>
    }
    .into_any()
}

fn facts(state: State, _: &Row, found: &RegionSheet) -> AnyView {
    let year = found.this_year().cloned().unwrap_or_default();
    view! {
        {figure_view(*state, "region-total", Key::ResultRegionUse, year.total)}
        {figure_view(*state, "region-gdp-decline", Key::ResultGdpDecline, year.gdp_decline)}
    }
    .into_any()
}

/// Each self-assessment with its score, and what each takes from the region.
fn list(state: State, lines: Vec<Assessment>) -> AnyView {
    if lines.is_empty() {
        return view! { <p>{state.say(Key::AssessmentsNone)}</p> }.into_any();
    }
    let row = move |one: &Assessment| {
        let address = Route::sheet(&CERTIFICATION, one.id.0);
        let mark = one.is_unverified.then(|| unverified_mark(*state, one.rubric.clone()));
        let line = one.line.clone().unwrap_or_else(|| state.say(Key::RubricNoLine).to_string());
        vec![
            view! { <a href=address.to_hash()>{one.rubric.clone()}</a> }.into_any(),
            view! { {one.score.clone()} " " {mark} }.into_any(),
            one.level.clone().unwrap_or_else(|| "–".to_string()).into_any(),
            line.into_any(),
            state.say(one.verdict).into_any(),
        ]
    };
    let columns =
        [Key::RubricField, Key::SeriesSelf, Key::ColumnLevelOfScore, Key::RubricPassLine, Key::ColumnVerdict];
    let columns = columns.map(|key| DataColumn::new(state.say(key))).into();
    let table = data_table("data assessments", None, columns, lines.iter().map(row).collect::<Vec<_>>());
    view! {
        <section class="table-block">
            <h2 id="assessments-title">{state.say(Key::AssessmentsTitle)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="assessments-title">{table}</div>
        </section>
        {lines.into_iter().map(|one| numbers(state, one)).collect_view()}
    }
    .into_any()
}

/// What a rubric takes from the region, each number with its basis.
fn numbers(state: State, one: Assessment) -> AnyView {
    let title = state.tell(&Message::new(Key::AssessmentNumbersTitle).with("rubric", one.rubric));
    let row = move |number: AssessedNumber| {
        vec![number.name.into_any(), rate_cell(*state, &number.figure), number.items.into_any()]
    };
    let columns = vec![
        DataColumn::new(state.say(Key::ColumnIndicator)),
        DataColumn::new(state.say(Key::ColumnValue)).cells("number"),
        DataColumn::new(state.say(Key::ColumnAssessmentItems)),
    ];
    let shown = match one.numbers.is_empty() {
        true => view! { <p class="quiet">{state.say(Key::AssessmentNumbersNone)}</p> }.into_any(),
        false => {
            let table = data_table("data", None, columns, one.numbers.into_iter().map(row));
            view! { <div class="scroll" tabindex="0" role="region" aria-label=title.clone()>{table}</div> }
                .into_any()
        }
    };
    view! { <section class="table-block"><h3>{title}</h3> {shown}</section> }.into_any()
}

/// The choice of a rubric, and the button that begins a self-assessment by it.
fn beginning(state: State, id: RowId, choices: Vec<(String, String)>) -> AnyView {
    let chosen = RwSignal::new(choices.last().map(|(name, _)| name.clone()).unwrap_or_default());
    let option = move |(name, title): (String, String)| {
        let is_chosen = chosen.get_untracked() == name;
        view! { <option value=name prop:selected=is_chosen>{title}</option> }.into_any()
    };
    let begin = move |_| {
        let edit =
            state.ledger.with_untracked(|ledger| begun_assessment(ledger, id, &chosen.get_untracked()));
        if edit.is_some_and(|edit| state.try_edit(edit)) {
            let begun =
                state.ledger.with_untracked(|ledger| ledger.sheets(&REVIEWS).last().map(|sheet| sheet.id));
            if let Some(begun) = begun {
                address::go(Route::sheet(&CERTIFICATION, begun.0));
            }
        }
    };
    view! {
        <p class="entry-fields">
            <label class="entry-field wide">
                <span>{state.say(Key::RubricField)}</span>
                " "
                <select id="assessment-rubric" on:change=move |event| chosen.set(event_target_value(&event))>
                    {choices.into_iter().map(option).collect_view()}
                </select>
            </label>
            <button class="primary" on:click=begin>{state.say(Key::AssessmentBegin)}</button>
        </p>
    }
    .into_any()
}
