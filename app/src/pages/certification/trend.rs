//! The score over the years, and units beside each other.

use leptos::prelude::*;

use super::score;
use super::view::ReviewView;
use crate::results;
use crate::state::State;
use crate::widgets::{ChartFrame, DataColumn, data_table};
use water_ledger::exchange::{CERTIFICATION, Route};
use water_ledger::rubric::Mode;
use water_ledger::show;
use water_ledger::show::certification::LossesBy;
use water_ledger::text::Key;

/// The step.
pub fn tab(state: State, view: ReviewView) -> AnyView {
    let language = state.language.get_untracked();
    let trends = move || {
        let chart = state.ledger.with(|ledger| {
            results::certification(state)
                .with(|found| show::certification::review_trend(ledger, found, view.id, language))
        });
        match chart {
            Some(chart) => view! { <ChartFrame chart=Signal::stored(chart)/> }.into_any(),
            None => {
                let key = if view.is_scored() { Key::TrendOneYear } else { Key::TrendHolds };
                view! { <p class="quiet">{state.say(key)}</p> }.into_any()
            }
        }
    };
    let here = move || {
        view.with(|_, found| {
            let rubric = found.rubric.as_deref().filter(|rubric| rubric.mode == Mode::Points)?;
            let score = found.counted()?;
            let charts = [
                show::certification::section_bars(rubric, score, language),
                show::certification::score_waterfall(rubric, score, LossesBy::Items, language),
            ];
            let frame = |chart| view! { <ChartFrame chart=Signal::stored(chart)/> }.into_any();
            Some(charts.into_iter().map(frame).collect_view())
        })
        .flatten()
    };
    let units = move || {
        state
            .ledger
            .with(|ledger| {
                results::certification(state)
                    .with(|found| show::certification::review_institutions(ledger, found, view.id, language))
            })
            .map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::TrendLead)}</p>
                {here}
                {trends}
                {units}
                {list(state)}
            </div>
            {view.results(state, move |sheet, found| score::facts(state, sheet, found), move |sheet, found| score::more(state, sheet, found))}
        </div>
    }
    .into_any()
}

/// Every unit and year with its score, each a way to it.
fn list(state: State) -> AnyView {
    let language = state.language.get_untracked();
    let lines = Memo::new(move |_| {
        state.ledger.with(|ledger| {
            results::certification(state)
                .with(|found| show::certification::score_lines(ledger, found, language))
        })
    });
    let row = |line: show::certification::ScoreLine| {
        let address = Route::sheet(&CERTIFICATION, line.id.0);
        vec![
            view! { <a href=address.to_hash()>{line.institution}</a> }.into_any(),
            line.year.into_any(),
            line.rubric.into_any(),
            line.total.into_any(),
            line.official_score.into_any(),
            line.verdict.into_any(),
        ]
    };
    let table = move || {
        let columns = vec![
            DataColumn::new(state.say(Key::UnitNameField)),
            DataColumn::new(state.say(Key::ReviewYear)),
            DataColumn::new(state.say(Key::RubricField)),
            DataColumn::new(state.say(Key::SeriesSelf)).cells("number"),
            DataColumn::new(state.say(Key::SeriesAssessed)).cells("number"),
            DataColumn::new(state.say(Key::ColumnVerdict)),
        ];
        data_table("data", None, columns, lines.get().into_iter().map(row))
    };
    view! {
        <section class="table-block">
            <h2 id="units-title">{state.say(Key::ReviewsLabel)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="units-title">
                {table}
            </div>
        </section>
    }
    .into_any()
}
