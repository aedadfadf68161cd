//! What the tabs of the irrigation page have in common: the year, its districts.

use std::sync::Arc;

use leptos::prelude::*;

use super::SHEETS;
use crate::address;
use crate::pages::parts::{self, problem_at};
use crate::results;
use crate::state::State;
use crate::widgets::Field;
use water_ledger::chart::Chart;
use water_ledger::evaluate::{DistrictDetail, YearResults};
use water_ledger::exchange::Route;
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
    pub results: Memo<Option<YearResults>>,
    /// The district of the address; where it names none that is there, the one shown before, else the first.
    pub district: Memo<Option<RowId>>,
    /// The sample field that an address named last.
    pub field: Memo<Option<RowId>>,
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
        let sheet = Memo::new(move |_| state.ledger.with(|ledger| ledger.irrigation.year(id).cloned()));
        YearView {
            id,
            sheet,
            results: Memo::new(move |_| results::irrigation(state).with(|all| all.year(id).cloned())),
            district: selected_district(state, sheet),
            field: Memo::new(move |before: Option<&Option<RowId>>| {
                SHEETS.at(state).inner.or(before.copied().flatten())
            }),
        }
    }

    /// Something made of the sheet and what it comes to, as long as both are there.
    pub fn with<T>(self, make: impl FnOnce(&YearSheet, &YearResults) -> T) -> Option<T> {
        self.sheet.with(|sheet| self.results.with(|year| Some(make(sheet.as_ref()?, year.as_ref()?))))
    }

    /// A text of the sheet.
    pub fn typed(self, text: impl Fn(&YearSheet) -> String + Send + Sync + 'static) -> Memo<String> {
        Memo::new(move |_| self.sheet.with(|sheet| sheet.as_ref().map(&text).unwrap_or_default()))
    }

    /// Goes to a district, or a field of it, in the tab that is shown.
    pub fn go(self, state: State, district: RowId, field: Option<RowId>) {
        let tab = untrack(|| SHEETS.at(state).tab);
        address::go(Route { tab, row: Some(district), inner: field, ..Route::sheet(SHEETS.page, self.id.0) });
    }

    /// A district of the year.
    pub fn district_view(self, id: RowId) -> Memo<Option<DistrictView>> {
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

fn selected_district(state: State, sheet: Memo<Option<YearSheet>>) -> Memo<Option<RowId>> {
    Memo::new(move |before: Option<&Option<RowId>>| {
        let wanted = SHEETS.at(state).row;
        sheet.with(|sheet| {
            let sheet = sheet.as_ref()?;
            let there = |id: &RowId| sheet.district(*id).is_some();
            let shown = wanted.filter(there).or(before.copied().flatten().filter(there));
            shown.or_else(|| sheet.districts.first().map(|district| district.id))
        })
    })
}

/// The trend of the region's coefficient.
pub fn trend(state: State) -> Signal<Chart> {
    Signal::derive(move || {
        results::irrigation(state).with(|results| {
            let (years, language) = (results.in_order(), state.language.get_untracked());
            let mut chart = show::irrigation::coefficient_trend(&years, Key::ChartOwn, language);
            if let Some(trend) = show::irrigation::region_trend(&years) {
                trend.draw_ahead(&mut chart, language);
            }
            chart
        })
    })
}

/// The field in which the year's number is typed.
pub fn year_field(state: State, view: YearView) -> AnyView {
    let entry = Entry::Year(view.id);
    let problem =
        Signal::derive(move || results::irrigation(state).with(|all| problem_at(&all.problems, entry)));
    let field = Field::new(state, Place::Entry(entry), view.typed(|sheet| sheet.year.clone()), problem);
    parts::entry_line(state, field, entry, "")
}

/// An entry beside the tables, with its unit and what is wrong with it.
pub fn entry_field(
    state: State,
    view: YearView,
    unit: &'static str,
    entry: Entry,
    text: impl Fn(&YearSheet) -> String + Send + Sync + 'static,
) -> AnyView {
    let problem = Signal::derive(move || {
        view.results.with(|year| {
            let mut problems = year.as_ref()?.all_problems();
            let found = problems.find(|problem| problem.place == Place::Entry(entry));
            found.map(|problem| problem.kind.message())
        })
    });
    let field = Field::new(state, Place::Entry(entry), view.typed(text), problem);
    parts::entry_line(state, field, entry, unit)
}

/// A tab about one district, with the choice of which.
pub fn of_district(state: State, view: YearView, make: fn(State, YearView, RowId) -> AnyView) -> AnyView {
    view! {
        {district_choice(state, view)}
        {move || match view.district.get() {
            None => view! { <p class="quiet">{state.say(Key::NoDistricts)}</p> }.into_any(),
            Some(id) => make(state, view, id),
        }}
    }
    .into_any()
}

fn district_choice(state: State, view: YearView) -> AnyView {
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
            view.go(state, RowId(id), None);
        }
    };
    let option = move |(id, name): (RowId, String)| {
        view! { <option value=id.0.to_string() prop:selected=move || view.district.get() == Some(id)>{name}</option> }
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
    .into_any()
}
