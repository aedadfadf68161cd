//! A sheet as its tabs see it: what was typed, and what it comes to.

use std::sync::Arc;

use leptos::prelude::*;

use super::parts::{self, ResultViews};
use super::problems::{Tell, problems, worst_problem};
use crate::state::State;
use crate::widgets::{Field, Line};
use water_ledger::evaluate::Problem;
use water_ledger::ledger::{Column, Place, Row, RowId, TableSpec, sheet_of};
use water_ledger::quantity::Unit;
use water_ledger::show::TableView;
use water_ledger::text::Message;

/// What a kind of sheet comes to, as its tabs read it.
pub trait SheetResults: Send + Sync + Sized + 'static {
    /// The list of sheets.
    const SHEETS: &'static TableSpec;

    /// What is wrong or odd in the sheet.
    fn problems(&self) -> Vec<&Problem>;

    /// What is wrong with the sheets together.
    fn problems_of_sheets(state: State) -> Vec<Problem>;

    /// A table of the sheet, made anew from what it was.
    fn table(&self, sheet: &Row, table: &'static TableSpec, before: Option<&TableView>) -> TableView;

    /// What a person would call a place of the sheet.
    fn place_name(&self, state: State, sheet: &Row, place: Place) -> Message;
}

/// A sheet. Copying shares it.
pub struct SheetView<R: SheetResults> {
    /// The sheet's identity.
    pub id: RowId,
    sheet: Memo<Option<Arc<Row>>>,
    earlier: Memo<Option<Arc<Row>>>,
    results: Memo<Option<Arc<R>>>,
}

impl<R: SheetResults> Clone for SheetView<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: SheetResults> Copy for SheetView<R> {}

impl<R: SheetResults> SheetView<R> {
    /// The sheet of an identity; `of` finds what it comes to, and is read again whenever that changes.
    pub fn new(
        state: State,
        id: RowId,
        of: impl Fn(State, RowId) -> Option<Arc<R>> + Send + Sync + 'static,
    ) -> Self {
        SheetView {
            id,
            sheet: shared(move || state.ledger.with(|ledger| ledger.sheet(R::SHEETS, id).cloned())),
            earlier: shared(move || state.ledger.with(|ledger| ledger.sheet_before(R::SHEETS, id).cloned())),
            results: shared(move || of(state, id)),
        }
    }

    /// Something made of the sheet and what it comes to, as long as both are there.
    pub fn with<T>(self, make: impl FnOnce(&Row, &R) -> T) -> Option<T> {
        self.sheet
            .with(|sheet| self.results.with(|results| Some(make(sheet.as_deref()?, results.as_deref()?))))
    }

    /// The sheet and what it comes to, to keep.
    pub fn kept(self) -> Option<(Arc<Row>, Arc<R>)> {
        self.sheet.with(|sheet| self.results.with(|results| Some((sheet.clone()?, results.clone()?))))
    }

    /// Something made of the sheet alone, as long as it is there.
    pub fn typed<T>(self, make: impl FnOnce(&Row) -> T) -> Option<T> {
        self.sheet.with(|sheet| sheet.as_deref().map(make))
    }

    /// A table of the sheet with the numbers marked that were taken over from the sheet before.
    pub fn taking_over(self, table: Option<TableView>) -> Option<TableView> {
        let period = sheet_of(R::SHEETS).map(|sheet| (sheet.period)());
        self.earlier.with(|earlier| {
            let table = table?;
            let earlier = earlier.as_ref().zip(period);
            Some(match earlier {
                Some((row, period)) => {
                    let rows = row.rows_at(table.table);
                    table.taking_over(row.text(period).trim(), rows)
                }
                None => table.taking_over("", &[]),
            })
        })
    }

    /// A table with its title.
    pub fn table(self, state: State, table: &'static TableSpec) -> Option<AnyView> {
        let make = move |before: Option<&TableView>| {
            self.taking_over(self.with(|sheet, found| found.table(sheet, table, before)))
        };
        parts::table(state, table.title, Box::new(make))
    }

    /// The field of a cell or an entry.
    pub fn field(self, state: State, place: Place) -> Field {
        let typed =
            Memo::new(move |_| self.typed(|sheet| sheet.text_at(place).to_string()).unwrap_or_default());
        let problem = Memo::new(move |_| {
            let is_here = |problem: &&Problem| problem.place == place;
            let kind = |problem: &Problem| problem.kind.clone();
            let of_sheet =
                self.with(|_, found| found.problems().into_iter().find(is_here).map(kind)).flatten();
            of_sheet.or_else(|| R::problems_of_sheets(state).iter().find(is_here).map(kind))
        });
        Field::new(state, place, typed, problem)
    }

    /// The field of an entry of the sheet.
    pub fn entry_field(self, state: State, entry: impl Column) -> Field {
        self.field(state, R::SHEETS.entry(self.id, entry))
    }

    /// The field of a cell of one of the sheet's tables.
    pub fn cell(self, state: State, table: &'static TableSpec, row: RowId, column: impl Column) -> Field {
        self.field(state, table.at(&[self.id]).cell(row, column))
    }

    /// An entry of the sheet as a line, with its unit and what is wrong with it.
    pub fn entry(self, state: State, entry: impl Column) -> AnyView {
        self.line(state, R::SHEETS.entry(self.id, entry))
    }

    /// An entry of the sheet as a line with room for a sentence.
    pub fn text_entry(self, state: State, entry: impl Column) -> AnyView {
        let label = state.say(entry.spec().heading).to_string();
        self.entry_field(state, entry).line(Line { label, is_wide: true, ..Line::default() })
    }

    /// A cell or an entry as a line.
    pub fn line(self, state: State, place: Place) -> AnyView {
        let Some(column) = place.column else { return ().into_any() };
        let unit = column.unit().filter(|unit| *unit != Unit::One);
        let unit = unit.map_or("", |unit| unit.symbol(state.language.get_untracked()));
        // A year is digits alone; a month is written with a hyphen, which keyboards for numbers lack.
        let is_number = column.unit().is_some() || column.name == "year";
        let line = Line { label: state.say(column.heading).to_string(), unit, is_number, ..Line::default() };
        self.field(state, place).line(line)
    }

    /// The bar of results, with what is wrong, and the list of all that is worth a look.
    pub fn results(
        self,
        state: State,
        facts: impl Fn(&Row, &R) -> AnyView + Send + 'static,
        more: impl Fn(&Row, &R) -> AnyView + Send + 'static,
    ) -> AnyView {
        let told = move |tell: Tell| {
            self.with(|sheet, results| {
                let name = |place: Place| results.place_name(state, sheet, place);
                tell(state, &name, results.problems(), &[])
            })
        };
        let views = ResultViews {
            facts: (move || self.with(&facts)).into_any(),
            worst: (move || told(worst_problem)).into_any(),
            more: view! { {move || self.with(&more)} {move || told(problems)} }.into_any(),
        };
        parts::results(state, views)
    }
}

/// Sheets and what they come to are shared as long as they stay the same; to compare them would take longer.
pub fn shared<T: Send + Sync + 'static>(
    find: impl Fn() -> Option<Arc<T>> + Send + Sync + 'static,
) -> Memo<Option<Arc<T>>> {
    Memo::new_with_compare(move |_| find(), is_other)
}

fn is_other<T>(a: Option<&Option<Arc<T>>>, b: Option<&Option<Arc<T>>>) -> bool {
    match (a, b) {
        (Some(Some(a)), Some(Some(b))) => !Arc::ptr_eq(a, b),
        (Some(None), Some(None)) => false,
        _ => true,
    }
}
