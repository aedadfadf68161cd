//! The plan: what can be done, what it changes, the cheapest way to the line.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use super::score;
use super::view::ReviewView;
use crate::pages::paper;
use crate::pages::way_to_retrofit::way_to_retrofit;
use crate::state::State;
use crate::widgets::{ChartFrame, Choices, DataColumn, Field, data_table, or_none, verdict_view};
use water_ledger::evaluate::ReviewResults;
use water_ledger::exchange::Beginning;
use water_ledger::ledger::{EFFECTS, Edit, EffectColumn, MEASURES, MeasureColumn, REVIEWS, RowId, TableEdit};
use water_ledger::rubric::{Frontier, Mode, PlanFault};
use water_ledger::show::certification::Target;
use water_ledger::show::{self, Tone, Verdict};
use water_ledger::text::Key;

/// How long the page waits after a change before it looks for plans, which may take longer than a keystroke.
const PAUSE: Duration = Duration::from_millis(120);

/// The step.
pub fn tab(state: State, view: ReviewView) -> AnyView {
    let frontier = frontier(view);
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::PlanLead)}</p>
                {view.table(state, &MEASURES)}
                {effects(state, view)}
                {move || frontier.with(|found| found.as_ref().map(|found| plans(state, view, found)))}
                {next_steps(state, view)}
            </div>
            {view.results(state, move |sheet, found| score::facts(state, sheet, found), move |sheet, found| score::more(state, sheet, found))}
        </div>
    }
    .into_any()
}

type Found = Result<Frontier, PlanFault>;

/// The plans of what is typed, found a moment after it was.
fn frontier(view: ReviewView) -> RwSignal<Option<Found>> {
    let found = RwSignal::new(None);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let asked = Memo::new_with_compare(
        move |_| view.with(|_, found| Arc::new(ReviewResults::clone(found))),
        |a, b| a.map(|a| a.as_ref().map(Arc::as_ptr)) != b.map(|b| b.as_ref().map(Arc::as_ptr)),
    );
    Effect::new(move |before: Option<()>| {
        let results = asked.get();
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        let find = move || {
            found.try_set(results.as_ref().and_then(|results| results.plan()));
        };
        // What a person comes to see is there at once.
        match before {
            None => find(),
            Some(()) => waiting.set_value(set_timeout_with_handle(find, PAUSE).ok()),
        }
    });
    on_cleanup(move || {
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    });
    found
}

fn plans(state: State, view: ReviewView, found: &Found) -> AnyView {
    let language = state.language.get_untracked();
    let frontier = match found {
        Ok(frontier) => frontier,
        Err(fault) => {
            return verdict_view(*state, &Verdict { tone: Tone::Caution, message: fault.message() });
        }
    };
    let shown = view.with(|sheet, results| {
        let rubric = results.rubric.as_deref()?;
        let verdict = show::certification::plan_verdict(sheet, rubric, frontier, language);
        // A curve needs scores, and two plans at least.
        let is_curve = rubric.mode == Mode::Points && frontier.plans.len() > 1;
        let chart = is_curve.then(|| show::certification::cost_curve(rubric, frontier, language));
        let blocks = match frontier.plans.len() {
            // Nothing to choose from is no table.
            0 | 1 => Vec::new(),
            _ => show::certification::plan_blocks(sheet, frontier, language),
        };
        Some((verdict, chart, blocks))
    });
    shown
        .flatten()
        .map(|(verdict, chart, blocks)| {
            view! {
                <section class="table-block" aria-labelledby="plans-title">
                    <h2 id="plans-title">{state.say(Key::PlansTitle)}</h2>
                    <div data-figure="plan">{verdict_view(*state, &verdict)}</div>
                    {chart.map(|chart| view! { <ChartFrame chart=Signal::stored(chart)/> })}
                    <div class="paper">{paper::on_page(state, &blocks)}</div>
                </section>
            }
            .into_any()
        })
        .into_any()
}

/// What each measure changes: rows of a measure, what it changes, and how.
fn effects(state: State, view: ReviewView) -> AnyView {
    let rows = Memo::new(move |_| {
        view.typed(|sheet| sheet.rows(&EFFECTS).iter().map(|row| row.id).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let names = Memo::new(move |_| {
        view.with(|sheet, _| {
            let names = sheet.rows(&MEASURES).iter().map(|row| row[MeasureColumn::Name].trim().to_string());
            names.filter(|name| !name.is_empty()).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let language = state.language.get_untracked();
    let targets = Memo::new(move |_| {
        view.with(|_, found| show::certification::targets(found, language)).unwrap_or_default()
    });
    let edit = move |edit: TableEdit| {
        state.edit(Edit::Table(EFFECTS.at(&[view.id]), edit));
    };
    view! {
        <section class="table-block" aria-labelledby="effects-title">
            <h2 id="effects-title">{state.say(Key::EffectsTitle)}</h2>
            <p class="quiet">{state.say(Key::EffectsLead)}</p>
            <ul class="effects">
                <For each=move || rows.get() key=|row| *row let:row>
                    {untrack(|| effect(state, view, row, names, targets))}
                </For>
            </ul>
            <button class="plain" on:click=move |_| edit(TableEdit::Insert(None))>"+ " {state.say(Key::EffectAdd)}</button>
        </section>
    }
    .into_any()
}

fn effect(
    state: State,
    view: ReviewView,
    row: RowId,
    names: Memo<Vec<String>>,
    targets: Memo<Vec<Target>>,
) -> AnyView {
    let cell = |column: EffectColumn| view.cell(state, &EFFECTS, row, column);
    let (measure, target, change) =
        (cell(EffectColumn::Measure), cell(EffectColumn::Target), cell(EffectColumn::Change));
    let measures = Memo::new(move |_| {
        let names = names.get().into_iter().map(|name| (name.clone(), name));
        with_typed(state, measure, names.collect())
    });
    let of_targets = Memo::new(move |_| {
        let titles = targets.get().into_iter().map(|target| (target.name, target.title));
        with_typed(state, target, titles.collect())
    });
    let now = move || {
        let wanted = target.typed.get();
        targets.with(|all| all.iter().find(|one| one.name == wanted.trim()).map(|one| one.now.clone()))
    };
    let remove = move |_| {
        state.edit(Edit::Table(EFFECTS.at(&[view.id]), TableEdit::Remove(row)));
    };
    view! {
        <li>
            <label><span>{state.say(Key::ColumnMeasure)}</span> {measure.select(measures)} {measure.note()}</label>
            <label><span>{state.say(Key::ColumnTarget)}</span> {target.select(of_targets)} {target.note()}</label>
            <label>
                <span>{state.say(Key::ColumnChange)}</span>
                {change.input(false, None)}
                <span class="quiet">{now}</span>
                {change.note()}
            </label>
            <button class="plain" on:click=remove>{state.say(Key::EffectRemove)}</button>
        </li>
    }
    .into_any()
}

/// The choices of a field; what is typed and is none of them stays among them, or the choice would lose it.
fn with_typed(state: State, field: Field, mut all: Choices) -> Choices {
    let now = field.typed.get().trim().to_string();
    if !now.is_empty() && all.iter().all(|(name, _)| *name != now) {
        all.push((now.clone(), now));
    }
    or_none(state, Key::ChooseClass, all)
}

/// What must be true for each further point.
fn next_steps(state: State, view: ReviewView) -> AnyView {
    let language = state.language.get_untracked();
    let steps = Memo::new(move |_| {
        view.with(|_, found| show::certification::next_lines(found, language)).unwrap_or_default()
    });
    let title = move || state.say(if view.is_scored() { Key::NextTitle } else { Key::NextTitleHolds });
    let row = move |step: show::certification::NextLine| {
        let name = String::from(js_sys::encode_uri_component(&step.item));
        let way = way_to_retrofit(
            state,
            Key::BeginMeasure,
            &Beginning { name, ..Beginning::at(vec![REVIEWS.at(&[]).row(view.id)]) },
        );
        let mut cells = vec![step.item.into_any(), view! { {step.requirement} " " {way} }.into_any()];
        cells.extend((!step.gain.is_empty()).then(|| step.gain.into_any()));
        cells
    };
    let table = move |steps: Vec<show::certification::NextLine>| {
        let mut columns =
            vec![DataColumn::new(state.say(Key::ColumnItem)), DataColumn::new(state.say(Key::ColumnNext))];
        columns.extend(view.is_scored().then(|| DataColumn::new(state.say(Key::ColumnGain)).cells("number")));
        view! {
            <div class="scroll" tabindex="0" role="region" aria-labelledby="next-title">
                {data_table("data", None, columns, steps.into_iter().map(row))}
            </div>
        }
        .into_any()
    };
    let shown = move || match steps.get() {
        none if none.is_empty() => view! { <p class="quiet">{state.say(Key::NextNothing)}</p> }.into_any(),
        steps => table(steps),
    };
    view! {
        <section class="table-block">
            <h2 id="next-title">{title}</h2>
            {shown}
        </section>
    }
    .into_any()
}
