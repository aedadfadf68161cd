//! How the plan is kept: what each place has used until now, and where the year leads.

use leptos::prelude::*;

use super::view::RegionView;
use crate::state::State;
use crate::widgets::{figure_cell, figure_view, mark};
use water_ledger::evaluate::RegionSheet;
use water_ledger::exchange::{REGION, Route};
use water_ledger::ledger::{PLACE_USES, PLAN_TIERS, Row, RowId, SEASON_SHARES};
use water_ledger::quantity::Unit;
use water_ledger::show;
use water_ledger::show::region::PlaceTile;
use water_ledger::text::{Key, Message};

/// So many tiles are drawn; a county has fewer places, and the table has all.
const TILES: usize = 400;

/// The tab.
pub fn tab(state: State, view: RegionView) -> AnyView {
    let language = state.language.get_untracked();
    let tiles = Memo::new(move |_| {
        let tiles = view.sheet.with(|sheet, found| show::region::place_tiles(sheet, found, language));
        let known: Vec<PlaceTile> = tiles.unwrap_or_default();
        known.into_iter().filter(|tile| tile.execution.is_some()).take(TILES).collect::<Vec<_>>()
    });
    let is_any = Memo::new(move |_| tiles.with(|tiles| !tiles.is_empty()));
    let shown = move || {
        is_any.get().then(|| {
            view! {
                <section class="table-block" aria-labelledby="tiles-title">
                    <h2 id="tiles-title">{state.say(Key::TilesTitle)}</h2>
                    <ul class="place-tiles">
                        <For each=move || tiles.get() key=unchanged children=move |one| tile(state, one)/>
                    </ul>
                    <p class="quiet">{show::region::execution_note().map(|note| state.tell(&note))}</p>
                </section>
            }
        })
    };
    let over = Memo::new(move |_| view.sheet.with(show::region::over_plan_count).unwrap_or_default());
    let notices = move || {
        let count = over.get();
        let tab = REGION.tab("notices").filter(|_| count > 0)?;
        let to_notices = Route { tab, ..Route::sheet(&REGION, view.sheet.id.0) }.to_hash();
        let said = state.tell(&Message::new(Key::PrintNotices).with("count", count.to_string()));
        Some(view! { <p><a class="button" id="to-notices" href=to_notices>{said}</a></p> })
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::ExecutionLead)}</p>
                {view.sheet.table(state, &PLACE_USES)}
                {shown}
                {notices}
                <p class="quiet">{state.say(Key::SeasonSharesLead)}</p>
                {view.sheet.table(state, &SEASON_SHARES)}
                {view.sheet.table(state, &PLAN_TIERS)}
                <p class="quiet">{state.say(Key::PlanTiersLead)}</p>
            </div>
            {view.sheet.results(state, move |sheet, found| facts(state, sheet, found), |_, _| ().into_any())}
        </div>
    }
    .into_any()
}

/// What a tile stays the same by: of thousands of places a month changes its own and those above it.
fn unchanged(one: &PlaceTile) -> (RowId, String, String, usize, Option<u64>) {
    let rate = one.execution.as_ref().map(|execution| execution.value().to_bits());
    (one.row, one.name.clone(), one.plan.clone(), one.depth, rate)
}

fn tile(state: State, one: PlaceTile) -> AnyView {
    let class = format!("place-tile depth-{} {}", one.depth.min(3), one.mark.map_or("", |mark| mark.code));
    view! {
        <li class=class>
            <span class="tile-name">{one.name}</span>
            <span class="tile-rate">
                {figure_cell(*state, Key::ColumnExecution, Unit::Percent, one.execution)}
                <span class="unit">{Unit::Percent.symbol(state.language.get_untracked())}</span>
            </span>
            <span class="quiet">{one.plan}</span>
            {one.mark.map(|level| mark(*state, level))}
        </li>
    }
    .into_any()
}

fn facts(state: State, _: &Row, found: &RegionSheet) -> AnyView {
    let top = found.plan.top().cloned().unwrap_or_default();
    view! {
        {figure_view(*state, "execution", Key::ColumnExecution, top.execution)}
        {figure_view(*state, "used", Key::ColumnUsedUntilNow, top.used)}
        {figure_view(*state, "as-planned", Key::ColumnForecastAsPlanned, top.as_planned)}
        {figure_view(*state, "as-used", Key::ColumnForecastAsUsed, top.as_used)}
    }
    .into_any()
}
