//! The region: every district of a year, the classes, the settings of the year, the trend.

use leptos::prelude::*;

use super::results::results;
use super::year::{self, YearView};
use crate::pages::parts;
use crate::state::State;
use crate::widgets::{ChartFrame, EntryTable};
use water_ledger::irrigation::MuConvention;
use water_ledger::ledger::{Edit, Entry};
use water_ledger::show;
use water_ledger::text::{Coded, Key, Message, choices};

/// The tab.
pub fn tab(state: State, view: YearView) -> AnyView {
    view! {
        <div class="work">
            <div class="entry-side">
                {districts(state, view)}
                <details class="more">
                    <summary>{state.say(Key::ClassesTitle)}</summary>
                    <p class="quiet">{state.say(Key::ClassesLead)}</p>
                    {parts::table(state, Key::ClassesTitle, move || view.with(show::irrigation::classes))}
                    {mu_choice(state, view)}
                </details>
                <ChartFrame chart=year::trend(state)/>
                {move || view.with(|_, year| show::irrigation::class_bars(year, state.language.get_untracked())).flatten().map(|chart| {
                    view! { <ChartFrame chart=Signal::stored(chart)/> }
                })}
            </div>
            {move || view.with(|sheet, year| results(state, sheet, year))}
        </div>
    }
    .into_any()
}

fn districts(state: State, view: YearView) -> Option<AnyView> {
    let caption = Signal::derive(move || {
        let year = view.sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.year.trim().to_string()));
        match year.unwrap_or_default().as_str() {
            "" => state.say(Key::TableUntitled).to_string(),
            year => state.tell(&Message::new(Key::TableCaption).with("year", year)),
        }
    });
    let make = move || view.with(show::irrigation::districts);
    let first = untrack(make)?;
    let sheet = Memo::new(move |before: Option<&show::TableView>| {
        make().or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    Some(view! { <EntryTable caption sheet/> }.into_any())
}

/// How many square metres a mu is taken for.
fn mu_choice(state: State, view: YearView) -> AnyView {
    let chosen = Memo::new(move |_| {
        let typed = view.sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.mu.clone()).unwrap_or_default());
        MuConvention::from_typed(&typed).unwrap_or(MuConvention::Exact).code()
    });
    let option = move |code: &'static str, name: &'static str| {
        view! { <option value=code prop:selected=move || chosen.get() == code>{name}</option> }
    };
    let language = state.language.get_untracked();
    let options: Vec<_> = choices::<MuConvention>()
        .iter()
        .map(|choice| option(choice.code, choice.name.get(language)))
        .collect();
    view! {
        <label class="entry-field">
            <span>{state.say(Key::MuField)}</span>
            " "
            <select id="mu" on:change=move |event| state.edit(Edit::Set(Entry::Mu(view.id), event_target_value(&event)))>
                {options}
            </select>
        </label>
    }
    .into_any()
}
