//! The plant before and after a plan.

use leptos::prelude::*;

use super::view::{PlanView, facts, more};
use crate::state::State;
use crate::widgets::{DataColumn, data_table, rate_cell};
use water_ledger::evaluate::{BeforeAndAfter, RetrofitPlan};
use water_ledger::show;
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, view: PlanView) -> AnyView {
    view! {
        <div class="work">
            <div class="entry-side">
                <section class="table-block">
                    <h2>{state.say(Key::RetrofitComparedTitle)}</h2>
                    <p class="quiet">{state.say(Key::RetrofitComparedLead)}</p>
                    {move || view.with(|_, found| table(state, found))}
                </section>
            </div>
            {view.results(state, move |_, found| facts(state, found), move |_, found| more(state, found))}
        </div>
    }
    .into_any()
}

fn table(state: State, found: &RetrofitPlan) -> AnyView {
    let language = state.language.get_untracked();
    let row = |one: &BeforeAndAfter| {
        let BeforeAndAfter { before, after, .. } = one;
        let name = show::retrofit::compared_name(one, language);
        vec![name.into_any(), rate_cell(*state, before), rate_cell(*state, after)]
    };
    let rows: Vec<_> = show::retrofit::compared(found).map(row).collect();
    if rows.is_empty() {
        return view! { <p class="quiet">{state.say(Key::RetrofitNothingChanged)}</p> }.into_any();
    }
    let columns = vec![
        DataColumn::new(state.say(Key::RateName)),
        DataColumn::new(state.say(Key::ColumnBeforeRetrofit)).all("number"),
        DataColumn::new(state.say(Key::ColumnAfterRetrofit)).all("number"),
    ];
    let label = state.say(Key::RetrofitComparedTitle);
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            {data_table("data before-after", None, columns, rows)}
        </div>
    }
    .into_any()
}
