//! The check of a ledger: each problem from the smallest change that brings it, at exactly its place.

mod canals;
mod classes;
mod contradictions;
mod districts;
mod entries;
mod fieldwork;
mod incomplete;
mod intake;
mod leakage;
mod certification;
mod limits;
mod migrations;
mod pasted;
mod plant;
mod rest;
mod rubrics;
mod slips;
mod sums;
mod water_need;

use water_ledger::evaluate::{Results, everything};
use water_ledger::ledger::{
    BALANCE_STEPS, Column, ColumnSpec, DISTRICTS, DistrictColumn, Edit, Example, Ledger, Place, READINGS,
    RowId, TableAt, TableEdit, TableSpec, with_asked_rows,
};
use water_ledger::metric::Figure;
use water_ledger::text::Language;

/// The sheet of the sample that has every table, and the district that is shown in every detail.
const YEAR: RowId = RowId(5);
const DISTRICT: RowId = RowId(5);

/// A table of that sheet or of that district.
fn at(table: &'static TableSpec) -> TableAt {
    table.at(&[YEAR, DISTRICT][..table.depth()])
}

/// The readings in a field.
fn readings(field: u32) -> TableAt {
    READINGS.at(&[YEAR, DISTRICT, RowId(field)])
}

/// The steps of a field's water balance.
fn steps(field: u32) -> TableAt {
    BALANCE_STEPS.at(&[YEAR, DISTRICT, RowId(field)])
}

/// The ledger with the rows that its rubrics ask for, as a page has it.
pub fn asked(ledger: Ledger) -> Ledger {
    with_asked_rows(&ledger).unwrap_or(ledger)
}

/// A problem as its table, row, column and code.
type At = (TableAt, u32, &'static ColumnSpec, &'static str);

/// The sample without what was typed for the district as a whole: its details alone count.
fn sample() -> Ledger {
    let cleared = |ledger: Ledger, column: DistrictColumn| {
        typed(&ledger, at(&DISTRICTS), DISTRICT.0, column.spec(), "")
    };
    let ledger = cleared(Example::City.ledger(Language::Chinese), DistrictColumn::Net);
    cleared(ledger, DistrictColumn::Gross)
}

fn typed(ledger: &Ledger, table: TableAt, row: u32, column: &'static ColumnSpec, text: &str) -> Ledger {
    let edit = TableEdit::Set(RowId(row), column, text.to_string());
    asked(ledger.after(Edit::Table(table, edit)).expect("a cell that is there"))
}

fn entered(ledger: &Ledger, entry: Place, text: &str) -> Ledger {
    let edit = Edit::at(entry, text.to_string()).expect("a cell");
    asked(ledger.after(edit).expect("an entry that is there"))
}

/// A row of a table at its end, from its cells.
fn added(ledger: &Ledger, table: TableAt, cells: &[&str]) -> Ledger {
    let with_row = ledger.after(Edit::Table(table, TableEdit::Insert(None))).expect("room for a row");
    let rows = with_row.rows_at(table).expect("the table");
    let row = rows.last().expect("the row that was added").id;
    let block = vec![cells.iter().map(|cell| cell.to_string()).collect()];
    let paste = TableEdit::Paste(Some(row), &table.spec.columns[0], block);
    with_row.after(Edit::Table(table, paste)).expect("the row that was added")
}

/// Every problem of a ledger as place and code, in the order of the places' names.
fn problems(results: &Results) -> Vec<(Place, &'static str)> {
    let of_years = results.irrigation.years.iter().flat_map(|year| year.all_problems());
    let all = results.sheet_problems().chain(of_years);
    sorted(all.map(|problem| (problem.place, problem.kind.code())).collect())
}

fn sorted(mut problems: Vec<(Place, &'static str)>) -> Vec<(Place, &'static str)> {
    problems.sort_by_key(|(place, code)| (place.path(), *code));
    problems
}

/// Types a text into a cell of the sample and compares all problems that the ledger then has.
fn expect_problems(table: TableAt, row: u32, column: &'static ColumnSpec, text: &str, expected: &[At]) {
    let case = format!("{text:?} in {table:?} {row} {}", column.name);
    expect_of(&typed(&sample(), table, row, column, text), expected, &case);
}

fn expect_of(ledger: &Ledger, expected: &[At], case: &str) {
    let place =
        |(table, row, column, code): &At| (Place { column: Some(*column), ..table.row(RowId(*row)) }, *code);
    assert_eq!(problems(&everything(ledger)), sorted(expected.iter().map(place).collect()), "{case}");
}

#[test]
fn the_sample_has_no_problem() {
    assert_eq!(problems(&everything(&sample())), []);
    for language in Language::ALL {
        assert_eq!(problems(&everything(&Example::City.ledger(language))), []);
    }
}

/// The value of a figure.
fn value(figure: &Option<Figure>) -> Option<f64> {
    figure.as_ref().map(Figure::value)
}

/// The value of a figure that says that something is missing.
fn lacking(figure: &Option<Figure>) -> Option<f64> {
    assert!(figure.as_ref().is_none_or(Figure::is_incomplete), "{figure:?} says nothing");
    value(figure)
}
