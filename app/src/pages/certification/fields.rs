//! Single cells of a unit's year as fields with a label, for what stands in no table.

use leptos::prelude::*;

use super::view::ReviewView;
use crate::state::State;
use crate::widgets::cell_id;
use water_ledger::ledger::{ReviewTable, RowId, TableAt};
use water_ledger::text::Key;

/// A cell of a unit's year.
#[derive(Clone, Copy)]
pub struct CellAt {
    /// Its table.
    pub table: ReviewTable,
    /// Its row.
    pub row: RowId,
    /// Its column.
    pub column: usize,
}

/// What a field shows beside what was typed.
#[derive(Clone, Default)]
pub struct Field {
    /// What it is called.
    pub label: String,
    /// The unit of a bare number.
    pub unit: &'static str,
    /// Whether numbers belong into it.
    pub is_number: bool,
    /// What a blank field is taken for.
    pub hint: Option<Signal<String>>,
}

impl CellAt {
    /// Its address in the page.
    pub fn id(self, view: ReviewView) -> String {
        cell_id(TableAt::Review(view.id, self.table), self.row, self.column)
    }

    /// What was typed into it.
    pub fn typed(self, view: ReviewView) -> Memo<String> {
        view.cell(self.table, self.row, self.column)
    }

    /// Types into it.
    pub fn set(self, state: State, view: ReviewView, text: String) {
        view.set(state, self.table, self.row, self.column, text);
    }

    /// The note of what is wrong with it, and the attributes that lead there: whether it is, and the note's address.
    pub fn problem(
        self,
        state: State,
        view: ReviewView,
    ) -> (Signal<Option<&'static str>>, Signal<Option<String>>, AnyView) {
        let problem = view.cell_problem(self.table, self.row, self.column);
        let note = format!("{}-problem", self.id(view));
        let invalid = Signal::derive(move || problem.with(Option::is_some).then_some("true"));
        let described = {
            let note = note.clone();
            Signal::derive(move || problem.with(Option::is_some).then(|| note.clone()))
        };
        let shown = move || {
            let id = note.clone();
            problem
                .get()
                .map(|message| view! { <span class="field-problem" id=id>{state.tell(&message)}</span> })
        };
        (invalid, described, shown.into_any())
    }
}

/// A field of one line.
pub fn text_field(state: State, view: ReviewView, at: CellAt, field: Field) -> AnyView {
    let (invalid, described, note) = at.problem(state, view);
    let Field { label, unit, is_number, hint } = field;
    let class = if is_number { "entry-field" } else { "entry-field text" };
    view! {
        <label class=class>
            <span>{label}</span>
            " "
            <input
                id=at.id(view)
                type="text"
                inputmode=if is_number { "decimal" } else { "text" }
                autocomplete="off"
                placeholder=move || hint.map(|hint| hint.get())
                prop:value=at.typed(view)
                aria-invalid=invalid
                aria-describedby=described
                on:input=move |event| at.set(state, view, event_target_value(&event))
            />
            {(!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> })}
        </label>
        {note}
    }
    .into_any()
}

/// A list to choose from, and the note of what is wrong with the choice. A choice is what is saved and what is read; the one
/// that is saved as nothing comes first.
pub fn choice(
    state: State,
    view: ReviewView,
    at: CellAt,
    choices: Vec<(String, String)>,
) -> (AnyView, AnyView) {
    let typed = at.typed(view);
    let (invalid, described, note) = at.problem(state, view);
    let option = |(code, name): (String, String)| {
        let value = code.clone();
        view! { <option value=value prop:selected=move || typed.with(|typed| typed.trim() == code)>{name}</option> }
            .into_any()
    };
    let options: Vec<AnyView> = choices.into_iter().map(option).collect();
    let select = view! {
        <select
            id=at.id(view)
            aria-invalid=invalid
            aria-describedby=described
            on:change=move |event| at.set(state, view, event_target_value(&event))
        >
            {options}
        </select>
    };
    (select.into_any(), note)
}

/// A list to choose from with its label.
pub fn choice_field(
    state: State,
    view: ReviewView,
    at: CellAt,
    label: String,
    choices: Vec<(String, String)>,
) -> AnyView {
    let (select, note) = choice(state, view, at, choices);
    view! { <label class="entry-field"><span>{label}</span> " " {select}</label> {note} }.into_any()
}

/// The choices with nothing chosen before them, called as said.
pub fn or_none(state: State, none: Key, choices: Vec<(String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), state.say(none).to_string())).chain(choices).collect()
}
