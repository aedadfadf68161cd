//! A single cell or entry of the ledger as a field beside the tables: a line to type into, or a list to choose from, with what is
//! wrong with it.

use js_sys::Reflect;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::said::said_of;
use crate::address::cell_id;
use crate::state::State;
use water_ledger::evaluate::ProblemKind;
use water_ledger::ledger::{Edit, Place};
use water_ledger::text::{Choice, Coded, Key, choices};

/// A field of the ledger. Copying shares it.
#[derive(Clone, Copy)]
pub struct Field {
    state: State,
    place: Place,
    /// What was typed.
    pub typed: Signal<String>,
    problem: Signal<Option<ProblemKind>>,
}

/// What a line to type into shows beside what was typed.
#[derive(Clone, Default)]
pub struct Line {
    /// What it is called.
    pub label: String,
    /// The unit of a bare number.
    pub unit: &'static str,
    /// Whether numbers belong into it, which asks for another keyboard.
    pub is_number: bool,
    /// Whether it has room for a sentence.
    pub is_wide: bool,
    /// What it is taken for while it is blank.
    pub hint: Option<Signal<String>>,
}

/// What is saved and read, with what it is called; the choice that is saved as nothing comes first.
pub type Choices = Vec<(String, String)>;

/// What a line holds after it was typed into; none while a word is composed, which is typed when it is done.
pub fn typed_text(event: &web_sys::Event) -> Option<String> {
    let is_composing = event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing);
    (!is_composing).then(|| event_target_value(event))
}

/// The choices with nothing chosen before them, called as said.
pub fn or_none(state: State, none: Key, choices: impl IntoIterator<Item = (String, String)>) -> Choices {
    std::iter::once((String::new(), state.say(none).to_string())).chain(choices).collect()
}

impl Field {
    /// The field of a place.
    pub fn new(
        state: State,
        place: Place,
        typed: impl Into<Signal<String>>,
        problem: impl Into<Signal<Option<ProblemKind>>>,
    ) -> Field {
        Field { state, place, typed: typed.into(), problem: problem.into() }
    }

    /// The same field, showing another text than what was typed.
    pub fn showing(self, typed: impl Into<Signal<String>>) -> Field {
        Field { typed: typed.into(), ..self }
    }

    /// Where it stands.
    pub fn place(self) -> Place {
        self.place
    }

    /// Its address in the page.
    pub fn id(self) -> String {
        cell_id(self.place)
    }

    /// Types into it.
    pub fn set(self, text: String) {
        if let Some(edit) = Edit::at(self.place, text) {
            self.state.edit(edit);
        }
    }

    /// Takes what was typed in the page, once a composed word is done; what is refused does not stay in sight as if it were kept.
    pub fn take(self, event: &ev::Event) {
        let Some(text) = typed_text(event) else { return };
        let is_taken = Edit::at(self.place, text).is_none_or(|edit| self.state.try_edit(edit));
        if let Some(field) = event.target().filter(|_| !is_taken) {
            let _ = Reflect::set(&field, &"value".into(), &self.typed.get_untracked().into());
        }
    }

    /// Whether something is wrong with it, as an attribute.
    pub fn invalid(self) -> Signal<Option<&'static str>> {
        Signal::derive(move || self.problem.with(Option::is_some).then_some("true"))
    }

    /// The address of its note while there is one.
    pub fn described(self) -> Signal<Option<String>> {
        Signal::derive(move || self.problem.with(Option::is_some).then(|| self.note_id()))
    }

    /// What is wrong with it, in words.
    pub fn note(self) -> AnyView {
        let note = move |problem: ProblemKind| {
            view! { <span class="field-problem" id=self.note_id()>{said_of(*self.state, &problem)}</span> }
        };
        (move || self.problem.get().map(note)).into_any()
    }

    fn note_id(self) -> String {
        format!("{}-problem", self.id())
    }

    /// The line to type into, alone.
    pub fn input(self, is_number: bool, hint: Option<Signal<String>>) -> AnyView {
        view! {
            <input
                id=self.id()
                type="text"
                inputmode=if is_number { "decimal" } else { "text" }
                autocomplete="off"
                placeholder=move || hint.map(|hint| hint.get())
                prop:value=self.typed
                aria-invalid=self.invalid()
                aria-describedby=self.described()
                on:input=move |event| self.take(&event)
                on:compositionend=move |event| self.take(event.as_ref())
            />
        }
        .into_any()
    }

    /// The list to choose from, alone.
    pub fn select(self, choices: impl Into<Signal<Choices>>) -> AnyView {
        let choices = choices.into();
        let option = move |(code, name): (String, String)| {
            let value = code.clone();
            let is_chosen = move || self.typed.with(|typed| typed.trim() == code);
            view! { <option value=value prop:selected=is_chosen>{name}</option> }.into_any()
        };
        view! {
            <select
                id=self.id()
                aria-invalid=self.invalid()
                aria-describedby=self.described()
                on:change=move |event| self.take(&event)
            >
                {move || choices.get().into_iter().map(option).collect_view()}
            </select>
        }
        .into_any()
    }

    /// The line with its label, its unit and its note.
    pub fn line(self, line: Line) -> AnyView {
        let Line { label, unit, is_number, is_wide, hint } = line;
        let class = if is_wide { "entry-field text" } else { "entry-field" };
        view! {
            <label class=class>
                <span>{label}</span>
                " "
                {self.input(is_number, hint)}
                {(!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> })}
            </label>
            {self.note()}
        }
        .into_any()
    }

    /// A list of coded values with its label; while none is chosen it shows the usual one.
    pub fn choice_of<T: Coded>(self, usual: T, label: String) -> AnyView {
        let language = self.state.language.get_untracked();
        let usual = usual.code();
        let chosen = Signal::derive(move || {
            self.typed.with(|typed| T::from_typed(typed).map_or(usual, Coded::code).to_string())
        });
        let named = |choice: Choice| (choice.code.to_string(), choice.name.get(language).to_string());
        let all: Choices = choices::<T>().into_iter().map(named).collect();
        self.showing(chosen).choice("entry-field", label, all)
    }

    /// The list with its label and its note.
    pub fn choice(self, class: &'static str, label: String, choices: impl Into<Signal<Choices>>) -> AnyView {
        view! { <label class=class><span>{label}</span> " " {self.select(choices)}</label> {self.note()} }
            .into_any()
    }
}
