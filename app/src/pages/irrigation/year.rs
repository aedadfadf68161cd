//! What the tabs of the irrigation page have in common: the year, its districts.

use std::sync::Arc;

use leptos::prelude::*;

use super::{canals, district, fields};
use crate::address;
use crate::pages::parts;
use crate::state::State;
use water_ledger::chart::Chart;
use water_ledger::evaluate::{DistrictDetail, YearAssessment};
use water_ledger::exchange::{Irrigation, Route, Section};
use water_ledger::ledger::{DistrictRow, Entry, Place, RowId, YearId, YearSheet};
use water_ledger::show;
use water_ledger::text::Key;

/// A year as its tabs see it: what was typed, and what it comes to.
#[derive(Clone, Copy)]
pub struct YearView {
    /// The sheet's identity.
    pub id: YearId,
    /// The sheet; none in the moment it is removed.
    pub sheet: Memo<Option<YearSheet>>,
    /// What it comes to.
    pub assessed: Memo<Option<YearAssessment>>,
}

/// A district as its tabs see it.
#[derive(Clone)]
pub struct DistrictView {
    /// What was typed.
    pub row: Arc<DistrictRow>,
    /// What its own tables come to.
    pub detail: Arc<DistrictDetail>,
}

impl PartialEq for DistrictView {
    /// Rows and details are shared as long as they stay the same.
    fn eq(&self, other: &DistrictView) -> bool {
        Arc::ptr_eq(&self.row, &other.row) && Arc::ptr_eq(&self.detail, &other.detail)
    }
}

impl YearView {
    /// The year of an identity.
    pub fn new(state: State, id: YearId) -> YearView {
        YearView {
            id,
            sheet: Memo::new(move |_| state.ledger.with(|ledger| ledger.irrigation.year(id).cloned())),
            assessed: Memo::new(move |_| state.assessment.with(|all| all.year(id).cloned())),
        }
    }

    /// Something made of the sheet and what it comes to, as long as both are there.
    pub fn with<T>(self, make: impl FnOnce(&YearSheet, &YearAssessment) -> T) -> Option<T> {
        self.sheet.with(|sheet| self.assessed.with(|year| Some(make(sheet.as_ref()?, year.as_ref()?))))
    }

    /// A district of the year.
    pub fn district(self, id: RowId) -> Memo<Option<DistrictView>> {
        Memo::new(move |_| {
            self.with(|sheet, year| {
                let place = sheet.districts.iter().position(|district| district.id == id)?;
                Some(DistrictView {
                    row: sheet.districts[place].clone(),
                    detail: year.details.get(place)?.clone(),
                })
            })
            .flatten()
        })
    }
}

/// The trend of the region's coefficient.
pub fn trend(state: State) -> Signal<Chart> {
    Signal::derive(move || {
        state.assessment.with(|assessment| {
            let (years, language) = (assessment.in_order(), state.language.get_untracked());
            let mut chart = show::irrigation::coefficient_trend(&years, Key::ChartOwn, language);
            if let Some(trend) = show::irrigation::region_trend(&years) {
                trend.draw_ahead(&mut chart, language);
            }
            chart
        })
    })
}

/// The field in which the year's number is typed.
pub fn year_field(state: State, view: YearView, entry: Entry) -> AnyView {
    let text = Memo::new(move |_| {
        view.sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.year.clone()).unwrap_or_default())
    });
    let problem = move || {
        state.assessment.with(|all| {
            let found = all.problems.iter().find(|problem| problem.place == Place::Entry(entry));
            found.map(|problem| problem.kind.message())
        })
    };
    parts::entry_field(state, entry, "", text.into(), problem)
}

/// An entry beside the tables, with its unit and what is wrong with it.
pub fn entry_field(
    state: State,
    view: YearView,
    unit: &'static str,
    entry: Entry,
    text: impl Fn(&YearSheet) -> String + Send + Sync + 'static,
) -> AnyView {
    let text = Memo::new(move |_| view.sheet.with(|sheet| sheet.as_ref().map(&text).unwrap_or_default()));
    let problem = move || {
        view.assessed.with(|year| {
            let mut problems = year.as_ref()?.all_problems();
            let found = problems.find(|problem| problem.place == Place::Entry(entry));
            found.map(|problem| problem.kind.message())
        })
    };
    parts::entry_field(state, entry, unit, text.into(), problem)
}

/// A tab about one district, with the choice of which.
pub fn of_district(state: State, view: YearView, district: Memo<Option<RowId>>, section: Section) -> AnyView {
    view! {
        <DistrictChoice view district section/>
        {move || match district.get() {
            None => view! { <p class="quiet">{state.say(Key::NoDistricts)}</p> }.into_any(),
            Some(id) => match section {
                Section::Canals => canals::section(state, view, id),
                Section::Fields => fields::section(state, view, id),
                _ => district::section(state, view, id),
            },
        }}
    }
    .into_any()
}

#[component]
fn DistrictChoice(view: YearView, district: Memo<Option<RowId>>, section: Section) -> impl IntoView {
    let state = State::expect();
    let names = Memo::new(move |_| {
        view.sheet.with(|sheet| {
            let rows = sheet.as_ref().map(|sheet| sheet.districts.as_slice()).unwrap_or_default();
            rows.iter()
                .enumerate()
                .map(|(index, row)| match row.name.trim() {
                    "" => (row.id, format!("#{}", index + 1)),
                    name => (row.id, name.to_string()),
                })
                .collect::<Vec<_>>()
        })
    });
    let choose = move |event| {
        if let Ok(id) = event_target_value(&event).parse() {
            let part = Irrigation { section, district: Some(RowId(id)), ..Irrigation::year(view.id) };
            address::go(Route::Irrigation(part));
        }
    };
    let option = move |(id, name): (RowId, String)| {
        view! { <option value=id.0.to_string() prop:selected=move || district.get() == Some(id)>{name}</option> }
    };
    view! {
        <label class="entry-field">
            <span>{state.say(Key::ColumnName)}</span>
            " "
            <select id="district" on:change=choose>
                {move || names.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
