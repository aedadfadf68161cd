//! A plan as its tabs see it.

use leptos::prelude::*;

use crate::pages::sheet_view::{SheetResults, SheetView};
use crate::state::State;
use crate::widgets::{DataColumn, data_table, figure_view};
use water_ledger::evaluate::{Afterwards, Problem, RetrofitPlan, RetrofitResults};
use water_ledger::ledger::{Place, RETROFITS, Row, RowId, TableSpec};
use water_ledger::show::{self, TableView};
use water_ledger::text::{Key, Message};

/// A plan.
pub type PlanView = SheetView<RetrofitPlan>;

/// A plan with the others about the same kind of thing, as its tabs see them.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The plan.
    pub plan: PlanView,
    /// What all plans about this kind of thing come to.
    pub all: fn(State) -> RetrofitResults,
}

impl SheetResults for RetrofitPlan {
    const SHEETS: &'static TableSpec = &RETROFITS;

    fn problems(&self) -> Vec<&Problem> {
        self.problems.iter().collect()
    }

    fn problems_of_sheets(_: State) -> Vec<Problem> {
        Vec::new()
    }

    fn table(&self, sheet: &Row, table: &'static TableSpec, before: Option<&TableView>) -> TableView {
        show::retrofit::retrofit_table(sheet, self, table, before)
    }

    fn place_name(&self, _: State, sheet: &Row, place: Place) -> Message {
        show::plant::plant_place_name(sheet, place)
    }
}

/// A plan with what happens after its measures.
pub type AfterView = SheetView<Afterwards>;

impl SheetResults for Afterwards {
    const SHEETS: &'static TableSpec = &RETROFITS;

    fn problems(&self) -> Vec<&Problem> {
        self.plan.problems.iter().chain(&self.problems).collect()
    }

    fn problems_of_sheets(_: State) -> Vec<Problem> {
        Vec::new()
    }

    fn table(&self, sheet: &Row, table: &'static TableSpec, before: Option<&TableView>) -> TableView {
        show::retrofit::afterwards_table(sheet, self, table, before)
    }

    fn place_name(&self, _: State, sheet: &Row, place: Place) -> Message {
        show::plant::plant_place_name(sheet, place)
    }
}

/// The facts of a plan: what it saves, what it is worth, what it costs, brings, when it has paid for itself.
pub fn facts(state: State, found: &RetrofitPlan) -> AnyView {
    let plan = &found.plan;
    let fact = |id: &'static str, name: Key, figure: &Option<water_ledger::metric::Figure>| {
        figure_view(*state, id, name, figure.clone())
    };
    view! {
        {fact("plan-saving", Key::ColumnSavingInPlan, &plan.saving)}
        {fact("plan-npv", Key::ResultNetPresentValue, &plan.value)}
        {fact("plan-investment", Key::ColumnInvestment, &plan.investment)}
        {fact("plan-benefit", Key::ColumnNetBenefit, &plan.benefit)}
        {fact("plan-payback", Key::ColumnPayback, &plan.payback)}
    }
    .into_any()
}

/// What else there is to know of a plan.
pub fn more(state: State, found: &RetrofitPlan) -> AnyView {
    let plan = &found.plan;
    let lacks_price = found.subject.is_some() && found.price.is_none();
    let opened = found.opened.iter().map(|name| {
        let said = Message::new(Key::RetrofitOpenAfter).with("name", name.clone());
        view! { <p class="notice caution">{state.tell(&said)}</p> }
    });
    view! {
        {lacks_price.then(|| view! { <p class="notice caution">{state.say(Key::RetrofitNoPrice)}</p> })}
        {opened.collect_view()}
        {figure_view(*state, "plan-discounted", Key::ResultDiscountedPayback, plan.discounted.clone())}
        {figure_view(*state, "plan-irr", Key::ResultRateOfReturn, plan.rate.clone())}
        {figure_view(*state, "plan-unit-cost", Key::ColumnUnitCost, plan.unit_cost.clone())}
        {figure_view(*state, "plan-emissions", Key::ResultAvoidedEmissions, plan.emissions.clone())}
        {figure_view(*state, "plan-price", Key::FullPriceField, found.price.clone())}
    }
    .into_any()
}

/// What makes a plan hold just these measures, called so; a word where it does.
pub fn take(state: State, plan: PlanView, name: &str, measures: &[RowId], is_plan: bool) -> AnyView {
    if is_plan {
        return state.say(Key::ChoiceIsPlan).into_any();
    }
    let label = state.tell(&Message::new(Key::ChoiceTakeOf).with("measures", name.to_string()));
    let measures = measures.to_vec();
    let take = move |_| {
        if let Some(edit) = plan.typed(|sheet| show::retrofit::taking(sheet, &measures)) {
            state.edit(edit);
        }
    };
    view! { <button class="plain" aria-label=label on:click=take>{state.say(Key::ChoiceTake)}</button> }
        .into_any()
}

/// A table in a region that scrolls.
pub fn scrolled(
    state: State,
    title: Key,
    class: &'static str,
    columns: Vec<DataColumn>,
    rows: Vec<Vec<AnyView>>,
) -> AnyView {
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=state.say(title)>
            {data_table(class, None, columns, rows)}
        </div>
    }
    .into_any()
}
