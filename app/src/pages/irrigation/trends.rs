//! The trends of the region, as charts and in figures, whose code comes when the page is there: people begin by typing.

use leptos::prelude::*;

use super::year::YearView;
use crate::part::{Part, part};
use crate::results;
use crate::state::State;
use crate::widgets::{ChartFrame, figure_view};
use water_ledger::chart::Chart;
use water_ledger::metric::Figure;
use water_ledger::show;
use water_ledger::text::{Key, Message};

/// What is wanted of the trends.
#[derive(Clone, Copy)]
enum Wanted {
    /// The charts, with the classes of a year that is shown.
    Charts(Option<YearView>),
    /// The figures.
    Figures,
}

static TRENDS: &Part<(State, Wanted)> = part!(trends, of: (State, Wanted), {
    let (state, wanted) = of;
    match wanted {
        Wanted::Charts(view) => drawn(state, view),
        Wanted::Figures => trend_figures(state).into_any(),
    }
});

/// The trend of the region's coefficient as a chart, and of a year that is shown its classes.
pub fn charts(state: State, view: Option<YearView>) -> AnyView {
    TRENDS.later((state, Wanted::Charts(view)))
}

/// The trend of the region's coefficient in figures.
pub fn figures(state: State) -> AnyView {
    TRENDS.later((state, Wanted::Figures))
}

fn drawn(state: State, view: Option<YearView>) -> AnyView {
    let language = state.language.get_untracked();
    let classes = move || {
        let bars = |view: YearView| {
            view.sheet.with(|_, year| show::irrigation::class_bars(year, language)).flatten()
        };
        view.and_then(bars).map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })
    };
    view! {
        <ChartFrame chart=trend(state)/>
        {classes}
    }
    .into_any()
}

/// The trend of the region's coefficient.
fn trend(state: State) -> Signal<Chart> {
    Signal::derive(move || {
        results::irrigation(state).with(|results| {
            let (years, language) = (results.in_order(), state.language.get_untracked());
            let name = state.ledger.with(|ledger| show::irrigation::own_name(ledger, language));
            let mut chart = show::irrigation::coefficient_trend(&years, name, language);
            if let Some(trend) = show::irrigation::region_trend(&years) {
                trend.draw_ahead(&mut chart, language);
            }
            chart
        })
    })
}

/// Where the coefficient has been going, and what the next target asks for.
fn trend_figures(state: State) -> Option<AnyView> {
    let trend =
        results::irrigation(state).with(|results| show::irrigation::region_trend(&results.in_order()))?;
    let (year, target) = trend.target;
    let said =
        |key: Key| state.tell(&Message::new(key).with("year", year.to_string()).with("target", target));
    let is_incomplete = trend.figures.slope.as_ref().is_some_and(Figure::is_incomplete);
    let reached = if is_incomplete { Key::ResultTargetReachedSoFar } else { Key::ResultTargetReached };
    let remark = trend.remark().map(|remark| state.tell(&remark));
    let p = trend.figures.test.as_ref().map(|test| test.p.clone());
    Some(
        view! {
            <section class="trend" aria-labelledby="trend-title">
                <h3 id="trend-title">{state.say(Key::TrendTitle)}</h3>
                {figure_view(*state, "trend-slope", Key::ResultSlope, trend.figures.slope.clone())}
                {p.map(|p| figure_view(*state, "trend-p", Key::ResultTestP, Some(p)))}
                {trend.projection.map(|ahead| figure_view(*state, "trend-projection", Key::ResultProjection, Some(ahead.value)))}
                {match trend.needed {
                    Some(needed) => figure_view(*state, "trend-needed", Key::ResultNeeded, Some(needed)),
                    None => view! { <p class="quiet">{said(reached)}</p> }.into_any(),
                }}
                <p class="quiet">{said(Key::TrendTarget)} " " {remark}</p>
            </section>
        }
        .into_any(),
    )
}
