//! What a plan is about: which accounts, of whom, of which year.

use leptos::prelude::*;

use super::view::PlanView;
use crate::state::State;
use crate::widgets::or_none;
use water_ledger::evaluate::kind_of;
use water_ledger::ledger::{Column, RetrofitEntry};
use water_ledger::retrofit::SubjectKind;
use water_ledger::show;
use water_ledger::text::{Coded, Key, choices};

/// The entries, above every tab.
pub fn entries(state: State, view: PlanView) -> AnyView {
    let language = state.language.get_untracked();
    let kinds = choices::<SubjectKind>().into_iter();
    let kinds: Vec<_> = kinds.map(|one| (one.code.to_string(), one.name.get(language).to_string())).collect();
    let kind = Memo::new(move |_| view.typed(kind_of).unwrap_or(SubjectKind::Plant));
    let about = view
        .entry_field(state, RetrofitEntry::About)
        .showing(Memo::new(move |_| kind.get().code().to_string()))
        .choice("entry-field", state.say(RetrofitEntry::About.spec().heading).to_string(), kinds);
    // A year of irrigation is that of all districts.
    let name = move || {
        let names = state.ledger.with(|ledger| show::retrofit::subject_names(ledger, kind.get()));
        let typed = view.typed(|sheet| sheet[RetrofitEntry::Of].trim().to_string()).unwrap_or_default();
        let is_needed = names.len() > 1 || !typed.is_empty();
        let mut choices: Vec<(String, String)> =
            names.iter().map(|name| (name.clone(), name.clone())).collect();
        if !typed.is_empty() && !names.contains(&typed) {
            choices.push((typed.clone(), typed));
        }
        let label = state.say(RetrofitEntry::Of.spec().heading).to_string();
        let field = view.entry_field(state, RetrofitEntry::Of);
        is_needed.then(|| field.choice("entry-field", label, or_none(state, Key::SubjectFirst, choices)))
    };
    view! {
        <p class="entry-fields plan-subject">
            {about}
            {name}
            {view.entry(state, RetrofitEntry::Year)}
        </p>
    }
    .into_any()
}
