//! A field of a rubric: one component for all of them.

use leptos::prelude::*;
use serde_json::Value;

use super::view::{RubricView, field_id};
use crate::state::State;
use crate::widgets::typed_text;
use water_ledger::catalog::MEASURED;
use water_ledger::ledger::RubricEdit;
use water_ledger::rubric::form_spec::{ChoiceOf, FieldKind, FieldSpec, choices, label, stands};
use water_ledger::show::rubrics::not_understood;
use water_ledger::text::Language;

/// The fields of what stands at a pointer.
pub fn fields(state: State, view: RubricView, pointer: &str, specs: &'static [FieldSpec]) -> AnyView {
    let one = |spec: &'static FieldSpec| field(state, view, format!("{pointer}{}", spec.at), spec);
    view! { <div class="rubric-fields">{specs.iter().map(one).collect_view()}</div> }.into_any()
}

fn field(state: State, view: RubricView, pointer: String, spec: &'static FieldSpec) -> AnyView {
    let language = state.language.get_untracked();
    let label = |of| label(spec, of, language);
    match spec.kind {
        FieldKind::Text => input(state, view, pointer, label(None), RubricEdit::Text),
        FieldKind::Number => input(state, view, pointer, label(None), RubricEdit::Number),
        FieldKind::Words => {
            let of = |language: Language, member: &str| {
                input(state, view, format!("{pointer}/{member}"), label(Some(language)), RubricEdit::Text)
            };
            view! { <div class="rubric-fields pair">{of(Language::Chinese, "zh")} {of(Language::English, "en")}</div> }
                .into_any()
        }
        FieldKind::Flag => flag(state, view, pointer, label(None)),
        FieldKind::Choice(of) => choice(state, view, pointer, label(None), of),
    }
}

fn input(
    state: State,
    view: RubricView,
    pointer: String,
    label: String,
    edit: fn(String, String) -> RubricEdit,
) -> AnyView {
    let id = field_id(&pointer);
    let is_number = matches!(edit(String::new(), String::new()), RubricEdit::Number(..));
    let text = view.text(pointer.clone());
    let of = pointer.clone();
    let problem = Memo::new(move |_| view.fields.with(|fields| not_understood(fields, &of)));
    let problem_id = format!("{id}-problem");
    let described = problem_id.clone();
    let type_in = move |text: String| view.edit(state, edit(pointer.clone(), text));
    view! {
        <label class="rubric-field" class:number=is_number>
            <span>{label}</span>
            <input
                id=id
                type="text"
                inputmode=if is_number { "decimal" } else { "text" }
                autocomplete="off"
                prop:value=text
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=move || problem.get().map(|_| described.clone())
                on:input={
                    let type_in = type_in.clone();
                    move |event| typed_text(&event).into_iter().for_each(&type_in)
                }
                on:compositionend=move |event| type_in(event_target_value(&event))
            />
        </label>
        {move || problem.get().map(|message| view! {
            <span class="field-problem" id=problem_id.clone()>{state.tell(&message)}</span>
        })}
    }
    .into_any()
}

fn flag(state: State, view: RubricView, pointer: String, label: String) -> AnyView {
    let id = field_id(&pointer);
    let at = pointer.clone();
    let is_set = move || view.fields.with(|fields| fields.value(&at) == Some(&Value::Bool(true)));
    let set = move |event| {
        // What is not said does not hold.
        let value = if event_target_checked(&event) { Value::Bool(true) } else { Value::Null };
        view.edit(state, RubricEdit::Value(pointer.clone(), value));
    };
    view! {
        <label class="rubric-field flag">
            <input id=id type="checkbox" prop:checked=is_set on:change=set/>
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// A choice of values; one that is not among them is shown as it stands.
pub fn choice(state: State, view: RubricView, pointer: String, label: String, of: ChoiceOf) -> AnyView {
    let language = state.language.get_untracked();
    let id = field_id(&pointer);
    let at = pointer.clone();
    let offered =
        Memo::new(move |_| view.fields.with(|fields| choices(of, fields.form(), &at, MEASURED, language)));
    let at = pointer.clone();
    let chosen = Memo::new(move |_| {
        view.fields.with(|fields| {
            let value = fields.value(&at);
            offered.with(|offered| offered.iter().position(|(choice, _)| stands(of, value, choice)))
        })
    });
    let at = pointer.clone();
    let other = move || {
        let text = view.fields.with(|fields| fields.text(&at));
        chosen.get().is_none().then(|| view! { <option value="" selected>{text}</option> })
    };
    let options = move || {
        let option = |(place, (_, name)): (usize, &(Value, String))| {
            let is_chosen = move || chosen.get() == Some(place);
            view! { <option value=place.to_string() prop:selected=is_chosen>{name.clone()}</option> }
                .into_any()
        };
        offered.with(|offered| offered.iter().enumerate().map(option).collect_view())
    };
    let set = move |event| {
        let place = event_target_value(&event).parse::<usize>();
        let value = place.ok().and_then(|place| offered.with(|offered| offered.get(place).cloned()));
        if let Some((value, _)) = value {
            view.edit(state, RubricEdit::Value(pointer.clone(), value));
        }
    };
    view! {
        <label class="rubric-field">
            <span>{label}</span>
            <select id=id on:change=set>{other} {options}</select>
        </label>
    }
    .into_any()
}
