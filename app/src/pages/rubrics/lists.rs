//! The lists of a rubric: elements that fold, that are added, moved, removed.

use leptos::prelude::*;

use super::fields::{choice, fields};
use super::view::{RubricView, field_id};
use crate::address;
use crate::state::{Notice, State};
use crate::widgets::unverified_mark;
use water_ledger::ledger::RubricEdit;
use water_ledger::rubric::form_spec::{
    ChoiceOf, ListSpec, NodeSpec, add, element_line, elements, remove, rule_fields,
};
use water_ledger::text::{Key, Message};

/// A list with its elements. Only those that are unfolded are built.
pub fn list(state: State, view: RubricView, within: &str, spec: &'static ListSpec) -> AnyView {
    let pointer = format!("{within}{}", spec.at);
    let at = pointer.clone();
    let known = Memo::new(move |_| view.fields.with(|fields| elements(fields.form(), &at)));
    let entries = move || {
        let known = known.get().into_iter();
        known.map(|(pointer, own)| element(state, view, pointer, own, spec)).collect_view()
    };
    let at = pointer.clone();
    let insert = move |_| {
        let (edit, new) = view.fields.with_untracked(|fields| add(fields.form(), spec, &at));
        view.edit(state, edit);
        unfold(view, &new);
        focus_soon(first_field(&new, spec.element));
    };
    view! {
        <ol class="rubric-list" class:folds=spec.folds id=field_id(&pointer) tabindex="-1">{entries}</ol>
        <p><button id=format!("{}-add", field_id(&pointer)) on:click=insert>"+ " {state.say(spec.add)}</button></p>
    }
    .into_any()
}

/// Unfolds what a pointer leads to and all it stands in.
pub fn unfold(view: RubricView, pointer: &str) {
    let mut names = Vec::new();
    view.fields.with_untracked(|fields| {
        for (end, _) in pointer.match_indices('/').skip(1).chain([(pointer.len(), "")]) {
            let element = &pointer[..end];
            let list = element.rsplit_once('/').map_or("", |(list, _)| list);
            let known = elements(fields.form(), list).into_iter().find(|(pointer, _)| pointer == element);
            names.extend(known.map(|(_, own)| own));
        }
    });
    view.open.update(|open| open.extend(names));
}

fn element(state: State, view: RubricView, pointer: String, own: String, spec: &'static ListSpec) -> AnyView {
    if !spec.folds {
        let body = body(state, view, &pointer, spec);
        return view! { <li id=field_id(&pointer) tabindex="-1">{body}</li> }.into_any();
    }
    let language = state.language.get_untracked();
    let at = pointer.clone();
    let line = Memo::new(move |_| view.fields.with(|fields| element_line(fields.form(), &at, language)));
    let name = own.clone();
    let is_open = Memo::new(move |_| view.open.with(|open| open.contains(&name)));
    let toggle = move |event: web_sys::MouseEvent| {
        // What is unfolded is known here, so that it stays so when the element moves.
        event.prevent_default();
        view.open.update(|open| {
            if !open.remove(&own) {
                open.insert(own.clone());
            }
        });
    };
    let id = field_id(&pointer);
    view! {
        <li>
            <details prop:open=is_open>
                <summary id=id on:click=toggle>
                    {move || line.get().name}
                    " "
                    <span class="quiet">
                        {move || line.get().points}
                        {move || line.get().is_star.then_some(" ★")}
                    </span>
                    {move || line.get().is_unverified.then(|| unverified_mark(*state, line.get_untracked().name))}
                </summary>
                {move || is_open.get().then(|| body(state, view, &pointer, spec))}
            </details>
        </li>
    }
    .into_any()
}

/// The fields of an element, its rule, its lists, and what is done with it.
fn body(state: State, view: RubricView, pointer: &str, spec: &'static ListSpec) -> AnyView {
    view! {
        <div class="rubric-element">
            {node(state, view, pointer, spec.element)}
            {actions(state, view, pointer, spec.folds)}
        </div>
    }
    .into_any()
}

fn node(state: State, view: RubricView, pointer: &str, spec: &'static NodeSpec) -> AnyView {
    view! {
        {(!spec.fields.is_empty()).then(|| fields(state, view, pointer, spec.fields))}
        {spec.rule.map(|at| rule(state, view, format!("{pointer}{at}")))}
        {spec.lists.iter().map(|list| nested(state, view, pointer, list)).collect_view()}
    }
    .into_any()
}

fn nested(state: State, view: RubricView, pointer: &str, spec: &'static ListSpec) -> AnyView {
    let list = list(state, view, pointer, spec);
    view! { <fieldset><legend>{state.say(spec.name)}</legend>{list}</fieldset> }.into_any()
}

/// A rule: its kind, and the fields that the kind has.
fn rule(state: State, view: RubricView, pointer: String) -> AnyView {
    let kind = view.text(format!("{pointer}/kind"));
    let name = state.say(Key::FieldRule).to_string();
    view! {
        <fieldset>
            <legend>{name.clone()}</legend>
            <div class="rubric-fields">{choice(state, view, pointer.clone(), name, ChoiceOf::Rule)}</div>
            {move || kind.with(|kind| node(state, view, &pointer, rule_fields(kind)))}
        </fieldset>
    }
    .into_any()
}

fn actions(state: State, view: RubricView, pointer: &str, is_named: bool) -> AnyView {
    let language = state.language.get_untracked();
    let of = |key: Key| {
        let at = pointer.to_string();
        move || {
            let name = view.fields.with(|fields| element_line(fields.form(), &at, language).name);
            let action = Message::new(Key::EditorNamed).with_words("action", key.words()).with("name", name);
            state.tell(&action)
        }
    };
    let shift = |key: Key, by: isize, action: &'static str| {
        let at = pointer.to_string();
        let go = move |_| {
            view.edit(state, RubricEdit::Move(at.clone(), by));
            focus_soon(format!("{}-{action}", field_id(&moved(view, &at, by))));
        };
        let id = format!("{}-{action}", field_id(pointer));
        view! { <button class="plain" id=id aria-label=of(key) on:click=go>{state.say(key)}</button> }
            .into_any()
    };
    // Members of a table have names and no order.
    let has_order = pointer.rsplit('/').next().is_some_and(|place| place.parse::<usize>().is_ok());
    let at = pointer.to_string();
    let take_away = move |_| {
        let (edit, line) = view.fields.with_untracked(|fields| {
            (remove(fields.form(), &at), element_line(fields.form(), &at, language))
        });
        view.edit(state, edit);
        state.notify(Notice::quiet(Message::new(Key::EditorRemoved).with("name", line.name)));
        let list = at.rsplit_once('/').map_or("", |(list, _)| list);
        focus_soon(format!("{}-add", field_id(list)));
    };
    // The end of a long element is far from its name.
    let remove_words =
        move |named: String| if is_named { named } else { state.say(Key::EditorRemove).to_string() };
    let (label, shown) = (of(Key::EditorRemove), of(Key::EditorRemove));
    view! {
        <p class="buttons">
            {has_order.then(|| shift(Key::EditorUp, -1, "up"))}
            {has_order.then(|| shift(Key::EditorDown, 1, "down"))}
            <button class="plain" aria-label=label on:click=take_away>{move || remove_words(shown())}</button>
        </p>
    }
    .into_any()
}

/// Where an element stands after it was moved.
fn moved(view: RubricView, pointer: &str, by: isize) -> String {
    let (list, place) = pointer.rsplit_once('/').unwrap_or_default();
    let last = view.fields.with_untracked(|fields| fields.count(list)).saturating_sub(1);
    let place = place.parse::<usize>().unwrap_or_default().saturating_add_signed(by).min(last);
    format!("{list}/{place}")
}

/// The address in the page of an element's first field.
fn first_field(pointer: &str, spec: &NodeSpec) -> String {
    let first =
        spec.fields.iter().find(|field| field.kind == water_ledger::rubric::form_spec::FieldKind::Words);
    match first.or(spec.fields.first()) {
        Some(field) if first.is_some() => field_id(&format!("{pointer}{}/zh", field.at)),
        Some(field) => field_id(&format!("{pointer}{}", field.at)),
        None => field_id(pointer),
    }
}

/// Gives the keyboard to what is in the page after it has been drawn anew.
pub fn focus_soon(id: String) {
    request_animation_frame(move || {
        address::focus(&id);
    });
}
