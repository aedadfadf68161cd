//! Charts of a plan, made anew whenever they are other ones.

use leptos::prelude::*;

use super::view::Shown;
use crate::state::State;
use crate::widgets::ChartFrame;
use water_ledger::chart::Chart;
use water_ledger::show::retrofit::measure_charts;

/// The charts below the measures.
pub fn below_measures(state: State, shown: Shown) -> AnyView {
    let language = state.language.get_untracked();
    charts(move || shown.plan.with(|sheet, found| measure_charts(sheet, found, language)).unwrap_or_default())
}

/// Charts one below another.
pub fn charts(of: impl Fn() -> Vec<Chart> + Send + Sync + 'static) -> AnyView {
    let drawn = Memo::new(move |_| of());
    let frames = move || {
        let charts = drawn.get();
        charts.into_iter().map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> }).collect_view()
    };
    view! { {frames} }.into_any()
}
