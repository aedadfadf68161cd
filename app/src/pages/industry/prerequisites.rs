//! 基本要求: each with whether it holds.

use leptos::prelude::*;

use super::view::PeriodView;
use crate::state::State;
use crate::widgets::verdict_view;
use water_ledger::catalog::Row;
use water_ledger::industry::Fulfilment;
use water_ledger::ledger::{Edit, Entry, PlantEntry};
use water_ledger::show;
use water_ledger::text::{Coded, Key, choices};

/// The list, folded until it is wanted.
pub fn list(state: State, view: PeriodView) -> AnyView {
    let language = state.language.get_untracked();
    let verdict = move || {
        view.with(|sheet, _| show::plant::prerequisites_verdict(sheet))
            .map(|verdict| verdict_view(*state, &verdict))
    };
    let source = show::plant::prerequisites().first().and_then(|row| row.cells.first()?.as_ref());
    let source = source.map(|constant| constant.source.line(language));
    let items: Vec<AnyView> = show::plant::prerequisites().iter().map(|row| item(state, view, row)).collect();
    view! {
        <details class="more">
            <summary>{state.say(Key::PrerequisitesTitle)}</summary>
            <p class="quiet">{state.say(Key::PrerequisitesLead)} " " {source}</p>
            <ol class="prerequisites">{items}</ol>
            {verdict}
        </details>
    }
    .into_any()
}

fn item(state: State, view: PeriodView, row: &'static Row) -> AnyView {
    let language = state.language.get_untracked();
    let chosen = Memo::new(move |_| view.with(|sheet, _| show::plant::fulfilment(sheet, row.id)).flatten());
    let code = move || chosen.get().map_or("", Coded::code);
    let option = move |value: &'static str, name: &'static str| {
        view! { <option value=value prop:selected=move || code() == value>{name}</option> }.into_any()
    };
    let options: Vec<AnyView> = std::iter::once(option("", state.say(Key::ChooseClass)))
        .chain(
            choices::<Fulfilment>().into_iter().map(|choice| option(choice.code, choice.name.get(language))),
        )
        .collect();
    let entry = Entry::Plant(view.id, PlantEntry::Prerequisite(row.id));
    view! {
        <li>
            <label>
                <span>{row.name.get(language)}</span>
                " "
                <select id=row.id on:change=move |event| state.edit(Edit::Set(entry, event_target_value(&event)))>
                    {options}
                </select>
            </label>
        </li>
    }
    .into_any()
}
