//! Dual control: targets, how each stands, total and intensity as one picture.

use leptos::prelude::*;

use super::view::RegionView;
use crate::state::State;
use crate::widgets::{ChartFrame, DataColumn, data_table, figure_view, mark};
use water_ledger::evaluate::RegionSheet;
use water_ledger::ledger::{REGION_TARGETS, RegionEntry, Row};
use water_ledger::region::TargetPath;
use water_ledger::show;
use water_ledger::show::region::{PublishedTarget, TargetLine};
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: RegionView) -> AnyView {
    let language = state.language.get_untracked();
    let chart = move || view.sheet.with(|_, found| show::region::since_base_chart(found, language)).flatten();
    let story = move || view.sheet.with(|_, found| show::region::control_story(found)).flatten();
    let path = view
        .sheet
        .entry_field(state, RegionEntry::Path)
        .choice_of(TargetPath::Linear, state.say(Key::TargetPathField).to_string());
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::ControlLead)}</p>
                {view.sheet.table(state, &REGION_TARGETS)}
                <p class="entry-fields">{path}</p>
                {move || story().map(|story| view! { <p class="control-story">{state.tell(&story)}</p> })}
                {move || chart().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })}
                {published(state)}
            </div>
            {view.sheet.results(
                state,
                move |sheet, found| facts(state, sheet, found),
                move |sheet, found| lines(state, sheet, found),
            )}
        </div>
    }
    .into_any()
}

/// What others have set themselves, folded until it is wanted.
fn published(state: State) -> AnyView {
    let language = state.language.get_untracked();
    let mut columns = vec![DataColumn::new(state.say(Key::ColumnWhose))];
    let numbers = show::region::published_headings(language);
    columns.extend(numbers.into_iter().map(|name| DataColumn::new(name).cells("number")));
    columns.push(DataColumn::new(state.say(Key::ColumnFactSource)));
    let row = |one: PublishedTarget| {
        let values = one.values.into_iter().map(|value| value.unwrap_or("–").into_any());
        std::iter::once(one.name.into_any()).chain(values).chain([one.source.into_any()]).collect::<Vec<_>>()
    };
    let rows = show::region::published_targets(language).into_iter().map(row);
    let table = data_table("data published", None, columns, rows);
    view! {
        <details class="more">
            <summary id="published-title">{state.say(Key::PublishedTargetsTitle)}</summary>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="published-title">{table}</div>
        </details>
    }
    .into_any()
}

fn facts(state: State, _: &Row, found: &RegionSheet) -> AnyView {
    let year = found.this_year().cloned().unwrap_or_default();
    let last = found.since_base.last().cloned().unwrap_or_default();
    view! {
        {figure_view(*state, "region-total", Key::ResultRegionUse, year.total)}
        {figure_view(*state, "region-since-base", Key::ResultDeclineSinceBase, last.decline)}
    }
    .into_any()
}

/// Each target with where it stands.
fn lines(state: State, sheet: &Row, found: &RegionSheet) -> AnyView {
    let language = state.language.get_untracked();
    let line = move |line: TargetLine| {
        view! {
            <section class="target-line">
                <h3>{line.name}</h3>
                <p>
                    <span class="quiet">{state.say(Key::ColumnTarget)} " " {line.target}</span>
                    " "
                    {line.mark.map(|standing| mark(*state, standing))}
                </p>
                {figure_view(*state, "target-now", Key::ResultNow, line.now)}
                {line.path.map(|path| figure_view(*state, "target-path", Key::ResultPath, Some(path)))}
                {line.needed.map(|needed| figure_view(*state, "target-needed", Key::ResultYearlyNeeded, Some(needed)))}
                {[line.said, line.beside].into_iter().flatten().map(|said| view! { <p class="quiet">{state.tell(&said)}</p> }).collect_view()}
            </section>
        }
        .into_any()
    };
    show::region::target_lines(sheet, found, language).into_iter().map(line).collect_view().into_any()
}
