//! What the tabs of the irrigation page have in common: the year, its districts.

use std::sync::Arc;

use leptos::prelude::*;

use super::SHEETS;
use crate::address;
use crate::pages::parts;
use crate::pages::row_choice::{row_choice, selected_row};
use crate::pages::sheet_view::{SheetResults, SheetView};
use crate::results;
use crate::state::State;
use water_ledger::evaluate::{DistrictDetail, Problem, YearResults};
use water_ledger::exchange::Route;
use water_ledger::ledger::{DISTRICTS, Place, Row, RowId, TableAt, TableSpec, YEARS};
use water_ledger::show::{self, TableView};
use water_ledger::text::{Key, Message};

/// A year as its tabs see it. Copying shares it.
#[derive(Clone, Copy)]
pub struct YearView {
    /// What was typed, and what it comes to.
    pub sheet: SheetView<YearResults>,
    /// The district of the address; where it names none that is there, the one shown before, else the first.
    pub district: Memo<Option<RowId>>,
    /// The sample field that an address named last.
    pub field: Memo<Option<RowId>>,
}

impl SheetResults for YearResults {
    const SHEETS: &'static TableSpec = &YEARS;

    fn problems(&self) -> Vec<&Problem> {
        self.all_problems().collect()
    }

    fn problems_of_sheets(state: State) -> Vec<Problem> {
        results::irrigation(state).with(|all| all.problems.clone())
    }

    fn table(&self, sheet: &Row, table: &'static TableSpec, before: Option<&TableView>) -> TableView {
        show::irrigation::year_table(before, sheet, self, table.at(&[sheet.id]))
    }

    fn place_name(&self, _: State, sheet: &Row, place: Place) -> Message {
        show::irrigation::place_name(sheet, place)
    }
}

/// A district as its tabs see it.
#[derive(Clone)]
pub struct DistrictView {
    /// What was typed.
    pub row: Arc<Row>,
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
    pub fn new(state: State, id: RowId) -> YearView {
        let sheet = SheetView::new(state, id, |state, id| {
            results::irrigation(state).with(|all| all.year(id).cloned())
        });
        YearView {
            sheet,
            district: selected_row(state, &SHEETS, sheet, &DISTRICTS),
            field: Memo::new(move |before: Option<&Option<RowId>>| {
                SHEETS.at(state).inner.or(before.copied().flatten())
            }),
        }
    }

    /// Goes to a district, or a field of it, in the tab that is shown.
    pub fn go(self, state: State, district: RowId, field: Option<RowId>) {
        let tab = untrack(|| SHEETS.at(state).tab);
        address::go(Route {
            tab,
            row: Some(district),
            inner: field,
            ..Route::sheet(SHEETS.page, self.sheet.id.0)
        });
    }

    /// A table of the year, however deep within, with its title.
    pub fn table(self, state: State, at: TableAt) -> Option<AnyView> {
        let make = move |before: Option<&TableView>| {
            let made = self.sheet.with(|sheet, year| show::irrigation::year_table(before, sheet, year, at));
            self.sheet.taking_over(made)
        };
        parts::table(state, at.spec.title, Box::new(make))
    }

    /// A table of a district.
    pub fn district_table(self, state: State, district: RowId, table: &'static TableSpec) -> Option<AnyView> {
        self.table(state, table.at(&[self.sheet.id, district]))
    }

    /// A district of the year.
    pub fn district_view(self, id: RowId) -> Memo<Option<DistrictView>> {
        Memo::new(move |_| {
            self.sheet
                .with(|sheet, year| {
                    let districts = sheet.rows(&DISTRICTS);
                    let place = districts.iter().position(|district| district.id == id)?;
                    Some(DistrictView {
                        row: districts[place].clone(),
                        detail: year.details.get(place)?.clone(),
                    })
                })
                .flatten()
        })
    }
}

/// A tab about one district, with the choice of which.
pub fn of_district(state: State, view: YearView, make: fn(State, YearView, RowId) -> AnyView) -> AnyView {
    view! {
        {row_choice(state, view.sheet, &DISTRICTS, ("district", Key::ColumnName), view.district, move |id| view.go(state, id, None))}
        {move || match view.district.get() {
            None => view! { <p class="quiet">{state.say(Key::NoDistricts)}</p> }.into_any(),
            Some(id) => make(state, view, id),
        }}
    }
    .into_any()
}
