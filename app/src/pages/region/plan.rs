//! The plan of the year, from the topmost place to the users, and what it was when it was issued.

use leptos::prelude::*;

use super::view::RegionView;
use crate::pages::parts;
use crate::pages::row_choice::row_choice;
use crate::pages::sheet_view::SheetResults;
use crate::results;
use crate::state::{Notice, State};
use crate::widgets::{DataColumn, data_table, figure_cell, figure_view};
use water_ledger::evaluate::{RegionSheet, unit_names, with_issue};
use water_ledger::ledger::{Edit, ISSUED_PLANS, PLAN_ISSUES, PLAN_PLACES, PlanPlaceColumn, RegionEntry, Row};
use water_ledger::metric::{Figure, ResultSpec};
use water_ledger::quantity::Unit;
use water_ledger::region::PlannedUse;
use water_ledger::show;
use water_ledger::show::TableView;
use water_ledger::show::region::IssuedPlace;
use water_ledger::text::{Key, Message};

/// The tab.
pub fn tab(state: State, view: RegionView) -> AnyView {
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::RegionPlanLead)}</p>
                {places(state, view)}
                <p class="entry-fields">
                    {view.sheet.entry(state, RegionEntry::Step)}
                    {view.sheet.entry(state, RegionEntry::Document)}
                    {view.sheet.entry(state, RegionEntry::IssuedOn)}
                </p>
                {move || view.sheet.with(|_, found| planned_uses(state, found))}
                {issues(state, view)}
            </div>
            {view.sheet.results(state, move |sheet, found| facts(state, sheet, found), |_, _| ().into_any())}
        </div>
    }
    .into_any()
}

/// The issues of the plan, the one that is chosen, and all beside each other.
fn issues(state: State, view: RegionView) -> AnyView {
    let go = move |id| view.go_to_row(state, id);
    let record = move |_| {
        let found = results::region(state).with_untracked(|all| all.sheet(view.sheet.id).cloned());
        let next = found.and_then(|found| state.ledger.with_untracked(|ledger| with_issue(ledger, &found)));
        if let Some(next) = next {
            state.edit(Edit::Replace(Box::new(next)));
            state.notify(Notice::quiet(Message::new(Key::IssueRecorded)));
        }
    };
    let language = state.language.get_untracked();
    let compared = move || {
        let compared = view.sheet.with(show::region::issued_plans).flatten();
        // A single one stands beside the present plan in its own table.
        let several = compared.filter(|(issues, _)| issues.len() > 1);
        several.map(|(issues, places)| compared_table(state, issues, places))
    };
    let is_planned =
        move || view.sheet.with(|_, found| found.plan.top().is_some_and(|top| top.plan.is_some()));
    let chosen = move || {
        view.issue.get().map(|id| {
            view! {
                {row_choice(state, view.sheet, &PLAN_ISSUES, ("issue", Key::IssueChoice), view.issue, go)}
                {view.table_of(state, id, &ISSUED_PLANS)}
            }
        })
    };
    view! {
        {view.sheet.table(state, &PLAN_ISSUES)}
        <p class="quiet">{Key::IssuesLead.say(language)}</p>
        <p><button id="record-issue" disabled=move || is_planned() != Some(true) on:click=record>{state.say(Key::RecordIssue)}</button></p>
        {chosen}
        {compared}
    }
    .into_any()
}

fn compared_table(state: State, issues: Vec<String>, places: Vec<IssuedPlace>) -> AnyView {
    let volume = Unit::TenThousandCubicMetres;
    let cell =
        move |figure: Option<Figure>| figure_cell(*state, Key::IssuesCompared, volume, figure).into_any();
    let unit = volume.symbol(state.language.get_untracked());
    let mut columns = vec![DataColumn::new(state.say(Key::ColumnPlanPlace))];
    let ends = [Key::ColumnPlanNow, Key::ColumnPlanAdjustment].map(|key| state.say(key).to_string());
    columns.extend(
        issues
            .into_iter()
            .chain(ends)
            .map(|name| DataColumn::new(format!("{name} ({unit})")).cells("number")),
    );
    let row = move |place: IssuedPlace| {
        let figures = place.issued.into_iter().chain([place.now, place.adjustment]);
        std::iter::once(place.name.into_any()).chain(figures.map(cell)).collect::<Vec<_>>()
    };
    let table = data_table("data issues", None, columns, places.into_iter().map(row));
    view! {
        <section class="table-block">
            <h2 id="issues-title">{state.say(Key::IssuesCompared)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="issues-title">{table}</div>
        </section>
    }
    .into_any()
}

/// Everybody among whom the plan is split; present uses may be taken from what other sheets are about, whose names are offered.
fn places(state: State, view: RegionView) -> Option<AnyView> {
    let names = Memo::new(move |_| state.ledger.with(|ledger| unit_names(ledger)));
    let make = move |before: Option<&TableView>| {
        let made = view.sheet.with(|sheet, found| found.table(sheet, &PLAN_PLACES, before));
        let made = made.map(|table| table.offering(PlanPlaceColumn::TakenFrom, names.get()));
        view.sheet.taking_over(made)
    };
    parts::table(state, PLAN_PLACES.title, Box::new(make))
}

/// What all users of a kind are planned together, and of which source where the plan is split by source.
fn planned_uses(state: State, found: &RegionSheet) -> Option<AnyView> {
    let uses = &found.plan.planned_uses;
    let shown = show::region::planned_columns(uses);
    if shown.is_empty() {
        return None;
    }
    let language = state.language.get_untracked();
    let mut columns = vec![DataColumn::new(state.say(Key::ColumnUseKind))];
    let heading = |spec: &&ResultSpec<PlannedUse>| {
        format!("{} ({})", spec.heading.say(language), spec.unit.symbol(language))
    };
    columns.extend(shown.iter().map(|spec| DataColumn::new(heading(spec)).cells("number")));
    let rows: Vec<Vec<AnyView>> = uses
        .iter()
        .map(|one| {
            let cell = |spec: &&ResultSpec<PlannedUse>| {
                figure_cell(*state, spec.heading, spec.unit, (spec.get)(one).cloned()).into_any()
            };
            let name = one.of.name().get(language).into_any();
            std::iter::once(name).chain(shown.iter().map(cell)).collect()
        })
        .collect();
    let table = data_table("data planned-uses", None, columns, rows);
    Some(
        view! {
            <section class="table-block">
                <h2 id="planned-uses-title">{state.say(Key::PlannedUsesTitle)}</h2>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="planned-uses-title">{table}</div>
            </section>
        }
        .into_any(),
    )
}

/// The topmost place's plan, and what of it went to nobody.
fn facts(state: State, _: &Row, found: &RegionSheet) -> AnyView {
    let top = found.plan.top().cloned().unwrap_or_default();
    view! {
        {figure_view(*state, "plan-total", Key::ResultPlanTotal, top.plan)}
        {figure_view(*state, "plan-kept", Key::ColumnPlanKept, top.kept)}
    }
    .into_any()
}
