//! The check of a ledger: each problem from the smallest change that brings it, at exactly its place.

mod canals;
mod classes;
mod districts;
mod entries;
mod fieldwork;
mod certification;
mod plant;
mod rest;
mod rubrics;
mod water_need;

use std::sync::Arc;

use water_ledger::evaluate::{Results, everything};
use water_ledger::ledger::{Edit, Entry, Ledger, Place, RowId, SheetAt, TableAt, TableEdit, YearId, example};
use water_ledger::text::Language;

/// The sheet of the sample that has every table, and the district that is shown in every detail.
const YEAR: YearId = YearId(5);
const DISTRICT: RowId = RowId(5);

const CROPS: TableAt = TableAt::Crops(YEAR, DISTRICT);
const SOURCES: TableAt = TableAt::Sources(YEAR, DISTRICT);
const FIELDS: TableAt = TableAt::Fields(YEAR, DISTRICT);
const CANALS: TableAt = TableAt::Canals(YEAR, DISTRICT);
const MONTHS: TableAt = TableAt::Months(YEAR);
const SEASONS: TableAt = TableAt::Seasons(YEAR);
const CLASSES: TableAt = TableAt::Classes(YEAR);

/// The readings in a field.
fn readings(field: u32) -> TableAt {
    TableAt::Readings(YEAR, DISTRICT, RowId(field))
}

/// The periods of a field.
fn periods(field: u32) -> TableAt {
    TableAt::Periods(YEAR, DISTRICT, RowId(field))
}

/// A problem as its table, row, column and code.
type At = (TableAt, u32, usize, &'static str);

/// The sample without what was typed for the district as a whole: its details alone count.
fn sample() -> Ledger {
    let mut ledger = example(Language::Chinese);
    let district = Arc::make_mut(&mut ledger.irrigation.years[4].districts[4]);
    district.net.clear();
    district.gross.clear();
    ledger
}

fn typed(ledger: &Ledger, table: TableAt, row: u32, column: usize, text: &str) -> Ledger {
    let edit = TableEdit::Set(RowId(row), column, text.to_string());
    ledger.after(Edit::Table(table, edit)).expect("a cell that is there")
}

fn entered(ledger: &Ledger, entry: Entry, text: &str) -> Ledger {
    ledger.after(Edit::Set(entry, text.to_string())).expect("an entry that is there")
}

/// A row of a table at its end, from its cells.
fn added(ledger: &Ledger, table: TableAt, cells: &[&str]) -> Ledger {
    let with_row = ledger.after(Edit::Table(table, TableEdit::Insert(None))).expect("room for a row");
    let rows = match (table.sheet(), table) {
        (SheetAt::Year(year), _) => table.rows(with_row.irrigation.year(year).expect("the year")),
        (SheetAt::Period(period), TableAt::Plant(_, table)) => {
            with_row.industry.period(period).expect("the period").rows(table)
        }
        (SheetAt::Review(review), TableAt::Review(_, table)) => {
            with_row.certification.review(review).expect("the unit's year").rows(table)
        }
        (SheetAt::Period(_) | SheetAt::Review(_), _) => unreachable!("each sheet has tables of its own"),
    };
    let row = *rows.last().expect("the row that was added");
    let block = vec![cells.iter().map(|cell| cell.to_string()).collect()];
    with_row.after(Edit::Table(table, TableEdit::Paste(row, 0, block))).expect("the row that was added")
}

/// Every problem of a ledger as place and code, in the order of the places' names.
fn problems(results: &Results) -> Vec<(Place, &'static str)> {
    let of_years = results.irrigation.years.iter().flat_map(|year| year.all_problems());
    let all = results.sheet_problems().chain(of_years);
    sorted(all.map(|problem| (problem.place, problem.kind.code())).collect())
}

fn sorted(mut problems: Vec<(Place, &'static str)>) -> Vec<(Place, &'static str)> {
    problems.sort_by_key(|problem| format!("{problem:?}"));
    problems
}

/// Types a text into a cell of the sample and compares all problems that the ledger then has.
fn expect_problems(table: TableAt, row: u32, column: usize, text: &str, expected: &[At]) {
    expect_of(
        &typed(&sample(), table, row, column, text),
        expected,
        &format!("{text:?} in {table:?} {row} {column}"),
    );
}

fn expect_of(ledger: &Ledger, expected: &[At], case: &str) {
    let expected = expected
        .iter()
        .map(|(table, row, column, code)| (Place::cell(*table, RowId(*row), *column), *code))
        .collect();
    assert_eq!(problems(&everything(ledger)), sorted(expected), "{case}");
}

#[test]
fn the_sample_has_no_problem() {
    assert_eq!(problems(&everything(&sample())), []);
    for language in Language::ALL {
        assert_eq!(problems(&everything(&example(language))), []);
    }
}
