//! A district's sample fields: how each is measured, and the readings or periods of the one that is chosen.

use leptos::prelude::*;

use super::results::{district_figures, district_results};
use super::year::YearView;
use crate::pages::parts;
use crate::state::State;
use water_ledger::irrigation::FieldMethod;
use water_ledger::ledger::{FieldRow, RowId};
use water_ledger::show;
use water_ledger::text::{Coded, Key};

/// The tab for a district.
pub fn tab(state: State, view: YearView, id: RowId) -> AnyView {
    let district = view.district_view(id);
    // The field that was chosen, or the first; and whether its method is a balance.
    let shown = Memo::new(move |_| {
        let wanted = view.field.get();
        district.with(|district| {
            let fields = &district.as_ref()?.row.fields;
            let field = fields.iter().find(|field| Some(field.id) == wanted).or_else(|| fields.first())?;
            Some((field.id, is_balance(field)))
        })
    });
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::FieldsLead)}</p>
                {parts::table(state, Key::FieldsTitle, move || {
                    district.with(|d| d.as_ref().map(|d| show::irrigation::fields(view.id, &d.row, &d.detail)))
                })}
                {field_choice(state, view, id, shown)}
                {move || shown.get().map(|(field, balance)| measurements(state, view, id, field, balance))}
            </div>
            {district_results(state, view, id, district_figures)}
        </div>
    }
    .into_any()
}

fn is_balance(field: &FieldRow) -> bool {
    matches!(
        FieldMethod::from_typed(&field.method),
        Some(FieldMethod::DryBalance | FieldMethod::PaddyBalance)
    )
}

fn field_choice(state: State, view: YearView, id: RowId, shown: Memo<Option<(RowId, bool)>>) -> AnyView {
    let district = view.district_view(id);
    let names = Memo::new(move |_| {
        district.with(|district| {
            let fields = district.as_ref().map(|d| d.row.fields.as_slice()).unwrap_or_default();
            let name = |(index, field): (usize, &FieldRow)| match field.name.trim() {
                "" => (field.id, format!("#{}", index + 1)),
                name => (field.id, name.to_string()),
            };
            fields.iter().enumerate().map(name).collect::<Vec<_>>()
        })
    });
    let choose = move |event| {
        if let Ok(field) = event_target_value(&event).parse() {
            view.go(state, id, Some(RowId(field)));
        }
    };
    let option = move |(field, name): (RowId, String)| {
        let selected = move || shown.get().is_some_and(|(shown, _)| shown == field);
        view! { <option value=field.0.to_string() prop:selected=selected>{name}</option> }
    };
    view! {
        <label class="entry-field" class:empty=move || shown.get().is_none()>
            <span>{state.say(Key::FieldChoice)}</span>
            " "
            <select id="field" on:change=choose>
                {move || names.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

fn measurements(state: State, view: YearView, id: RowId, field: RowId, balance: bool) -> Option<AnyView> {
    let district = view.district_view(id);
    let make = move || {
        district.with(|district| {
            let district = district.as_ref()?;
            let row = district.row.fields.iter().find(|row| row.id == field)?;
            let make = if balance { show::irrigation::periods } else { show::irrigation::readings };
            Some(make(view.id, &district.row, row, &district.detail))
        })
    };
    parts::table(state, if balance { Key::PeriodsTitle } else { Key::ReadingsTitle }, make)
}
