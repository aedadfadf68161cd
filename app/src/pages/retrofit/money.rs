//! What a plan's money comes to year by year, at other rates, and what it hangs on.

use leptos::prelude::*;

use super::charts::charts;
use super::view::{Shown, facts, more};
use crate::state::State;
use crate::widgets::rate_cell;
use water_ledger::evaluate::{RATES_BESIDE, RetrofitPlan};
use water_ledger::show;
use water_ledger::text::{Key, Message, number};

/// The tab.
pub fn tab(state: State, shown: Shown) -> AnyView {
    let view = shown.plan;
    let language = state.language.get_untracked();
    let drawn =
        move || view.with(|_, found| show::retrofit::money_charts(found, language)).unwrap_or_default();
    view! {
        <div class="work">
            <div class="entry-side">
                {move || view.with(|_, found| beside(state, found))}
                {charts(drawn)}
            </div>
            {view.results(state, move |_, found| facts(state, found), move |_, found| more(state, found))}
        </div>
    }
    .into_any()
}

/// The value at the rates that stand beside the plan's own, and how likely it is above zero.
fn beside(state: State, found: &RetrofitPlan) -> AnyView {
    let Some(money) = &found.plan.money else {
        return view! { <p class="quiet">{state.say(Key::MoneyNone)}</p> }.into_any();
    };
    let values = RATES_BESIDE.map(|rate| {
        let name = Message::new(Key::ValueAtRate).with("rate", number(rate, 0));
        view! {
            <div class="fact">
                <p class="quiet">{state.tell(&name)}</p>
                {money.value_at(rate).map(|figure| rate_cell(*state, &figure))}
            </div>
        }
        .into_any()
    });
    let language = state.language.get_untracked();
    let chance = show::retrofit::chance(found, language).map(|chance| {
        view! {
            <div class="fact">
                <p class="quiet">{state.say(Key::ChanceOfGain)}</p>
                <p>{chance}</p>
            </div>
        }
    });
    view! {
        <section class="table-block">
            <h2>{state.say(Key::ValueBesideTitle)}</h2>
            <div class="value-beside">{values.into_iter().collect_view()} {chance}</div>
        </section>
    }
    .into_any()
}
