//! The plant's water as it is entered: sources, units, flows, and the picture of them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::view::PeriodView;
use crate::address;
use crate::pages::problems::go_to;
use crate::pages::way_to_retrofit::way_to_retrofit;
use crate::part::{Part, part};
use crate::state::State;
use crate::widgets::{ChartFrame, figure_view, verdict_fact, verdict_view};
use water_ledger::chart::Chart;
use water_ledger::evaluate::{PeriodResults, most_leaking};
use water_ledger::exchange::Beginning;
use water_ledger::ledger::{FLOWS, Row, SUPPLIES, WATER_UNITS};
use water_ledger::plant::BalanceState;
use water_ledger::show::plant::Picture;
use water_ledger::show::{self, VerdictWord};
use water_ledger::text::{Key, Message};

/// Shares of the largest intake below which flows are hidden, in %.
const HIDDEN: [u8; 4] = [0, 1, 3, 10];

/// The picture, whose code comes when the page is there: people begin by typing.
static PICTURE: &Part<(State, PeriodView)> = part!(picture, of: (State, PeriodView), {
    let (state, view) = of;
    picture(state, view)
});

/// The tab.
pub fn tab(state: State, view: PeriodView) -> AnyView {
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::NetworkLead)}</p>
                {view.table(state, &SUPPLIES)}
                <p class="entry-fields">{view.intake_choice(state)}</p>
                {view.intake_note(state)}
                {view.table(state, &WATER_UNITS)}
                {view.table(state, &FLOWS)}
                {PICTURE.later((state, view))}
            </div>
            {view.results(state, move |_, found| facts(state, found), move |sheet, found| more(state, sheet, found))}
        </div>
    }
    .into_any()
}

/// The rate, whether the plant balances, and what it takes in.
pub(super) fn facts(state: State, found: &PeriodResults) -> AnyView {
    facts_with(state, found, show::plant::plant_verdict_word(found))
}

/// The rate, a verdict, and what the plant takes in.
pub(super) fn facts_with(state: State, found: &PeriodResults, verdict: Option<VerdictWord>) -> AnyView {
    let totals = &found.figures.totals;
    let verdict = verdict.map(|verdict| verdict_fact(*state, &verdict));
    let rate = |id| found.figures.rate(id).cloned();
    view! {
        {figure_view(*state, "reuse-rate", Key::ColumnReuseRate, rate("industry.reuse_rate"))}
        {verdict}
        {figure_view(*state, "plant-intake", Key::ResultIntake, totals.intake.clone())}
        {figure_view(*state, "plant-reused", Key::ColumnReused, totals.water.reused.clone())}
        {figure_view(*state, "leakage-rate", Key::ResultLeakageRate, rate("industry.leakage_rate"))}
    }
    .into_any()
}

/// The way to less leakage, which is the last of the facts, and the balance in numbers and in a sentence.
fn more(state: State, sheet: &Row, found: &PeriodResults) -> AnyView {
    let leaking = most_leaking(sheet);
    let way =
        (!leaking.is_empty()).then(|| way_to_retrofit(state, Key::BeginAtLeak, &Beginning::at(leaking)));
    // Where no balance was tested the verdict says why, and there is no residual to miss.
    let residual = match &found.figures.closure {
        BalanceState::Tested { residual, relative } => Some(view! {
            {figure_view(*state, "plant-residual", Key::ColumnResidual, Some(residual.clone()))}
            {figure_view(*state, "plant-closure", Key::ColumnClosure, relative.clone())}
        }),
        _ => None,
    };
    let verdict = show::plant::plant_verdict(found).map(|verdict| verdict_view(*state, &verdict));
    let total_use = found.figures.totals.total_use.clone();
    view! { {way} {verdict} {residual} {figure_view(*state, "plant-total-use", Key::ResultTotalUse, total_use)} }
        .into_any()
}

/// The picture of the plant's water. A ribbon that is chosen can be changed in place.
fn picture(state: State, view: PeriodView) -> AnyView {
    let kind = RwSignal::new(Picture::Ribbons);
    let least = RwSignal::new(0_u8);
    let chosen = RwSignal::new(None::<usize>);
    let made = Memo::new(move |_| {
        let share = f64::from(least.get()) / 100.0;
        let language = state.language.get_untracked();
        view.with(|_, found| show::plant::water_picture(found, kind.get(), share, language)).flatten()
    });
    let choose = move |target: Option<web_sys::EventTarget>| {
        let mark = target.and_then(|target| target.dyn_into::<Element>().ok());
        let find = |what: &str| {
            let element = mark.as_ref()?.closest(&format!("[data-{what}]")).ok()??;
            element.get_attribute(&format!("data-{what}"))?.parse::<usize>().ok()
        };
        if let Some(flow) = find("flow") {
            chosen.set(made.with_untracked(|made| made.as_ref()?.flows.get(flow).copied()));
            // The amount is there after this turn; one that is not typed cannot be changed.
            request_animation_frame(|| {
                address::focus("chosen-flow");
            });
            true
        } else if let Some(place) = find("node").and_then(|node| view.row_of(node)) {
            go_to(state, place);
            true
        } else {
            false
        }
    };
    let pressed = move |event: web_sys::KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") && choose(event.target()) {
            event.prevent_default();
        }
    };
    let leave = move || {
        let flow = chosen.get_untracked();
        chosen.set(None);
        let mark = made.with_untracked(|made| made.as_ref()?.flows.iter().position(|of| Some(*of) == flow));
        // The keyboard returns to the ribbon, which takes it as any element of a page does.
        let ribbon =
            mark.and_then(|mark| document().query_selector(&format!("[data-flow='{mark}']")).ok().flatten());
        if let Some(ribbon) = ribbon {
            let _ = ribbon.unchecked_into::<HtmlElement>().focus();
        }
    };
    // A change draws the picture anew, and what is chosen must stand out in it again.
    Effect::new(move |_| {
        let flow = chosen.get();
        let mark = made.with(|made| made.as_ref()?.flows.iter().position(|of| Some(*of) == flow));
        request_animation_frame(move || stand_out(mark));
    });
    let is_there = Memo::new(move |_| made.with(Option::is_some));
    let frame = move || {
        is_there.get().then(|| {
            let chart = Memo::new(move |before: Option<&Chart>| {
                let now = made.with(|made| made.as_ref().map(|made| made.chart.clone()));
                now.or_else(|| before.cloned()).unwrap_or_default()
            });
            view! { <ChartFrame chart/> }
        })
    };
    view! {
        <section class="table-block water-picture" aria-labelledby="picture-title">
            <h2 id="picture-title">{state.say(Key::PictureTitle)}</h2>
            <p class="entry-fields">{kind_choice(state, kind)} {least_choice(state, least)}</p>
            <div on:click=move |event| { choose(event.target()); } on:keydown=pressed>
                {move || { kind.track(); frame() }}
            </div>
            {move || chosen.get().and_then(|flow| flow_entry(state, view, flow, leave))}
            <p class="hint">{state.say(Key::PictureHint)}</p>
        </section>
    }
    .into_any()
}

/// Lets one ribbon stand out, or none.
fn stand_out(mark: Option<usize>) {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let before = find(".water-picture .water.on");
    let ribbon = mark.and_then(|mark| find(&format!(".water-picture [data-flow='{mark}']")));
    for (element, class) in [(before, "water"), (ribbon, "water on")] {
        let _ = element.map(|element| element.set_attribute("class", class));
    }
}

fn kind_choice(state: State, kind: RwSignal<Picture>) -> AnyView {
    let choose = move |event| {
        kind.set(if event_target_value(&event) == "boxes" { Picture::Boxes } else { Picture::Ribbons });
    };
    view! {
        <label class="entry-field">
            <span>{state.say(Key::PictureKind)}</span>
            " "
            <select id="picture-kind" on:change=choose>
                <option value="ribbons">{state.say(Key::ChartFlowsTitle)}</option>
                <option value="boxes">{state.say(Key::ChartBoxesTitle)}</option>
            </select>
        </label>
    }
    .into_any()
}

fn least_choice(state: State, least: RwSignal<u8>) -> AnyView {
    let option = |share: u8| {
        let text = match share {
            0 => state.say(Key::PictureAll).to_string(),
            share => state.tell(&Message::new(Key::PictureBelow).with("share", share.to_string())),
        };
        view! { <option value=share.to_string()>{text}</option> }.into_any()
    };
    let options: Vec<AnyView> = HIDDEN.into_iter().map(option).collect();
    let choose = move |event| least.set(event_target_value(&event).parse().unwrap_or(0));
    view! {
        <label class="entry-field">
            <span>{state.say(Key::PictureHide)}</span>
            " "
            <select id="picture-least" on:change=choose>{options}</select>
        </label>
    }
    .into_any()
}

/// The amount of the chosen flow, to be changed in place.
fn flow_entry(
    state: State,
    view: PeriodView,
    flow: usize,
    leave: impl Fn() + Copy + 'static,
) -> Option<AnyView> {
    let language = state.language.get_untracked();
    let name = view.with(|_, found| show::plant::flow_name(found, flow, language))?;
    let place = view.with(|_, found| found.flow_cells.get(flow).copied().flatten())?;
    let content = match place {
        Some(place) => {
            let field = view.field(state, place);
            let (text, change) = (field.typed, move |event: web_sys::Event| field.take(&event));
            view! {
                <label class="entry-field">
                    <span>{name}</span>
                    " "
                    <input id="chosen-flow" type="text" inputmode="decimal" autocomplete="off" prop:value=text on:input=change/>
                    <span class="unit">{"m³"}</span>
                </label>
                <button class="plain" on:click=move |_| go_to(state, place)>{state.say(Key::PictureToTable)}</button>
            }
            .into_any()
        }
        None => view! { <span>{name}</span> }.into_any(),
    };
    Some(
        view! {
            <p class="entry-fields chosen-flow">
                {content}
                <button class="plain" on:click=move |_| leave()>{state.say(Key::Close)}</button>
            </p>
        }
        .into_any(),
    )
}
