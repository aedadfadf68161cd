//! The plant before and after a plan.

use leptos::prelude::*;

use super::charts::charts;
use super::view::{PlanView, Shown, facts, more, scrolled};
use crate::part::{Part, part};
use crate::state::State;
use crate::widgets::{DataColumn, mark, rate_cell};
use water_ledger::evaluate::{BeforeAndAfter, RetrofitPlan};
use water_ledger::ledger::Row;
use water_ledger::metric::Figure;
use water_ledger::show::retrofit::{OrderRow, RateChange, ScoreChange};
use water_ledger::show::{self, Mark};
use water_ledger::text::Key;

/// The tab.
pub fn tab(state: State, shown: Shown) -> AnyView {
    let view = shown.plan;
    view! {
        <div class="work">
            <div class="entry-side">
                <section class="table-block">
                    <h2>{state.say(Key::RetrofitComparedTitle)}</h2>
                    <p class="quiet">{state.say(Key::RetrofitComparedLead)}</p>
                    {move || view.with(|_, found| table(state, found))}
                </section>
                {move || view.with(|sheet, found| orders(state, sheet, found))}
                {move || view.with(|_, found| rates(state, found))}
                {move || view.with(|_, found| score(state, found))}
                {flows(state, view)}
            </div>
            {view.results(state, move |_, found| facts(state, found), move |_, found| more(state, found))}
        </div>
    }
    .into_any()
}

/// What each measure saves in which order.
fn orders(state: State, sheet: &Row, found: &RetrofitPlan) -> Option<AnyView> {
    let row = |one: &OrderRow| {
        let cell = |figure: &Option<Figure>| {
            figure.as_ref().map_or_else(|| "—".into_any(), |figure| rate_cell(*state, figure))
        };
        std::iter::once(one.name.clone().into_any()).chain(one.savings.iter().map(cell)).collect()
    };
    let rows: Vec<Vec<AnyView>> = show::retrofit::orders(sheet, found).iter().map(row).collect();
    let savings = [Key::ColumnSavingAlone, Key::ColumnSavingInPlan, Key::ColumnSavingLast];
    let mut columns = vec![DataColumn::new(state.say(Key::ColumnMeasure))];
    columns.extend(savings.map(|name| DataColumn::new(state.say(name)).all("number")));
    (!rows.is_empty()).then(|| {
        view! {
            <section class="table-block">
                <h2>{state.say(Key::OrdersTitle)}</h2>
                <p class="quiet">{state.say(Key::OrdersLead)}</p>
                {scrolled(state, Key::OrdersTitle, "data orders", columns, rows)}
            </section>
        }
        .into_any()
    })
}

/// Rates against what is asked of them.
fn rates(state: State, found: &RetrofitPlan) -> Option<AnyView> {
    let changes = show::retrofit::rate_changes(found, state.language.get_untracked());
    let side = |(figure, judged): &(Figure, Option<Mark>)| {
        view! { {rate_cell(*state, figure)} " " {judged.map(|one| mark(*state, one))} }.into_any()
    };
    let row = |one: &RateChange| {
        let [before, after] = &one.sides;
        vec![one.name.clone().into_any(), state.tell(&one.requirement).into_any(), side(before), side(after)]
    };
    let columns = vec![
        DataColumn::new(state.say(Key::RateName)),
        DataColumn::new(state.say(Key::RateRequirement)),
        DataColumn::new(state.say(Key::ColumnBeforeRetrofit)),
        DataColumn::new(state.say(Key::ColumnAfterRetrofit)),
    ];
    section(state, Key::AnalysisTitle, columns, changes.iter().map(row).collect())
}

/// The score item by item.
fn score(state: State, found: &RetrofitPlan) -> Option<AnyView> {
    let changes = show::retrofit::score_changes(found, state.language.get_untracked());
    let row = |one: &ScoreChange| {
        let points = one.points.clone().map(|points| points.into_any());
        std::iter::once(one.name.clone().into_any()).chain(points).collect::<Vec<_>>()
    };
    let columns = vec![
        DataColumn::new(state.say(Key::ColumnItem)),
        DataColumn::new(state.say(Key::ColumnBeforeRetrofit)).all("number"),
        DataColumn::new(state.say(Key::ColumnAfterRetrofit)).all("number"),
        DataColumn::new(state.say(Key::ColumnMostPoints)).all("number"),
    ];
    section(state, Key::ScoreTitle, columns, changes.iter().map(row).collect())
}

/// A table under its title, where it has a row.
fn section(state: State, title: Key, columns: Vec<DataColumn>, rows: Vec<Vec<AnyView>>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| {
        view! {
            <section class="table-block">
                <h2>{state.say(title)}</h2>
                {scrolled(state, title, "data", columns, rows)}
            </section>
        }
        .into_any()
    })
}

/// The plant's water before and after, whose drawing comes when the tab is there.
static FLOWS: &Part<(State, PlanView)> = part!(plan_flows, of: (State, PlanView), {
    let (state, view) = of;
    let language = state.language.get_untracked();
    charts(move || view.with(|_, found| show::retrofit::flow_charts(found, language)).unwrap_or_default())
});

fn flows(state: State, view: PlanView) -> AnyView {
    let is_plant = Memo::new(move |_| {
        view.with(|_, found| found.before.as_ref().is_some_and(|subject| subject.plant().is_some()))
    });
    view! { {move || (is_plant.get() == Some(true)).then(|| FLOWS.later((state, view)))} }.into_any()
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
    scrolled(state, Key::RetrofitComparedTitle, "data before-after", columns, rows)
}
