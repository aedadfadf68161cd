//! 基本要求: each with whether it holds.

use leptos::prelude::*;

use super::view::PeriodView;
use crate::state::State;
use crate::widgets::or_none;
use crate::widgets::verdict_view;
use water_ledger::catalog;
use water_ledger::industry::Fulfilment;
use water_ledger::ledger::{REQUIREMENTS, RequirementColumn, Row};
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
    let items: Vec<AnyView> = {
        let all = show::plant::prerequisites().iter();
        untrack(|| all.filter_map(|row| item(state, view, row)).collect())
    };
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

fn item(state: State, view: PeriodView, row: &'static catalog::Row) -> Option<AnyView> {
    let language = state.language.get_untracked();
    let chosen = Memo::new(move |_| {
        let chosen = view.with(|sheet, _| show::plant::fulfilment(sheet, row.id)).flatten();
        chosen.map_or_else(String::new, |chosen| chosen.code().to_string())
    });
    let all = choices::<Fulfilment>().into_iter();
    let all = all.map(|choice| (choice.code.to_string(), choice.name.get(language).to_string()));
    let asked = |sheet: &Row| show::plant::requirement_row(sheet, row.id).map(|row| row.id);
    let at = view.typed(asked).flatten()?;
    let field = view.cell(state, &REQUIREMENTS, at, RequirementColumn::State).showing(chosen);
    let select = field.select(or_none(state, Key::ChooseClass, all));
    Some(view! { <li><label><span>{row.name.get(language)}</span> " " {select}</label></li> }.into_any())
}
