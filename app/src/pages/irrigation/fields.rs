//! A district's sample fields: how each is measured, and the readings or steps of the one that is chosen.

use leptos::prelude::*;

use super::results::{district_figures, district_results};
use super::year::YearView;
use crate::pages::row_choice::row_names;
use crate::state::State;
use water_ledger::irrigation::FieldMethod;
use water_ledger::ledger::{BALANCE_STEPS, FIELDS, FieldColumn, READINGS, Row, RowId};
use water_ledger::text::{Coded, Key};

/// The tab for a district.
pub fn tab(state: State, view: YearView, id: RowId) -> AnyView {
    let district = view.district_view(id);
    // The field that was chosen, or the first; and whether its method is a balance.
    let shown = Memo::new(move |_| {
        let wanted = view.field.get();
        district.with(|district| {
            let fields = district.as_ref()?.row.rows(&FIELDS);
            let field = fields.iter().find(|field| Some(field.id) == wanted).or_else(|| fields.first())?;
            Some((field.id, is_balance(field)))
        })
    });
    view! {
        <div class="work">
            <div class="entry-side">
                <p class="quiet">{state.say(Key::FieldsLead)}</p>
                {view.district_table(state, id, &FIELDS)}
                {field_choice(state, view, id, shown)}
                {move || shown.get().map(|(field, balance)| measurements(state, view, id, field, balance))}
            </div>
            {district_results(state, view, id, district_figures)}
        </div>
    }
    .into_any()
}

fn is_balance(field: &Row) -> bool {
    matches!(
        FieldMethod::from_typed(&field[FieldColumn::Method]),
        Some(FieldMethod::DryBalance | FieldMethod::PaddyBalance)
    )
}

fn field_choice(state: State, view: YearView, id: RowId, shown: Memo<Option<(RowId, bool)>>) -> AnyView {
    let district = view.district_view(id);
    let names = Memo::new(move |_| {
        district
            .with(|district| district.as_ref().map(|d| row_names(d.row.rows(&FIELDS))).unwrap_or_default())
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
    let table = if balance { &BALANCE_STEPS } else { &READINGS };
    view.table(state, table.at(&[view.sheet.id, id, field]))
}
