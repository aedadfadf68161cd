//! Slips of unit and size: what was likely meant is said, and nothing is changed before a person agrees.

use water_ledger::evaluate::{Problem, everything};
use water_ledger::ledger::{
    CANALS, CROPS, CanalColumn, Column, DISTRICTS, DistrictColumn, Edit, Example, FIELDS, Ledger, MONTHS,
    MonthColumn, Place, ReadingColumn, RowId, SEASONS, SOURCES, SeasonColumn, TableAt, TableEdit,
};
use water_ledger::text::Language;

use crate::ledger_check::{DISTRICT, YEAR, at, entered, readings, sample};

/// The example with a text in the first cell of a column, and what is said there.
fn said(table: TableAt, column: impl Column, text: &str) -> (Ledger, Place, Vec<Problem>) {
    let ledger = Example::City.ledger(Language::Chinese);
    let rows = ledger.rows_at(table).expect("the table");
    let district = table.spec == &DISTRICTS;
    let row = if district { DISTRICT } else { rows[0].id };
    let place = table.cell(row, column);
    let ledger = entered(&ledger, place, text);
    let results = everything(&ledger);
    let year = results.irrigation.years.iter().find(|year| year.id == YEAR).expect("the year");
    let problems = year.all_problems().filter(|problem| problem.place == place).cloned().collect();
    (ledger, place, problems)
}

fn mend(table: TableAt, column: impl Column, text: &str) -> Option<String> {
    let (ledger, place, problems) = said(table, column, text);
    let mend = problems.iter().find_map(|problem| problem.kind.mend())?;
    // Agreed to, the number is usual.
    let mended = everything(&entered(&ledger, place, &mend));
    let year = mended.irrigation.years.iter().find(|year| year.id == YEAR).expect("the year");
    assert!(
        year.all_problems().all(|problem| problem.place != place || problem.kind.mend().is_none()),
        "{text}"
    );
    Some(mend)
}

fn codes(table: TableAt, column: impl Column, text: &str) -> Vec<&'static str> {
    said(table, column, text).2.iter().map(|problem| problem.kind.code()).collect()
}

#[test]
fn a_slip_of_unit_is_named_with_what_was_meant() {
    let districts = at(&DISTRICTS);
    assert_eq!(mend(districts, DistrictColumn::Area, "426000").as_deref(), Some("42.6"));
    assert_eq!(mend(districts, DistrictColumn::Gross, "154000000").as_deref(), Some("15400"));
    assert_eq!(mend(readings(1), ReadingColumn::Depth, "40").as_deref(), Some("0.4"));
    assert_eq!(mend(readings(1), ReadingColumn::Density, "1420").as_deref(), Some("1.42"));
    assert_eq!(mend(at(&CANALS), CanalColumn::Length, "8500").as_deref(), Some("8.5"));
    assert_eq!(mend(at(&MONTHS), MonthColumn::Humidity, "0.58").as_deref(), Some("58"));
    assert_eq!(mend(at(&SEASONS), SeasonColumn::Share, "0.55").as_deref(), Some("55"));
    assert_eq!(mend(at(&SEASONS), SeasonColumn::KcMiddle, "11.5").as_deref(), Some("1.15"));
}

#[test]
fn what_is_odd_without_a_likely_slip_is_said_too() {
    assert_eq!(codes(at(&SEASONS), SeasonColumn::Late, "300"), ["unusual", "season_too_long"]);
    let area = at(&DISTRICTS).cell(DISTRICT, DistrictColumn::Area);
    let class = at(&DISTRICTS).cell(DISTRICT, DistrictColumn::Class);
    let fifty = entered(&Example::City.ledger(Language::Chinese), area, "50");
    let said = |ledger: &Ledger| {
        let year = everything(ledger)
            .irrigation
            .years
            .iter()
            .find(|year| year.id == YEAR)
            .cloned()
            .expect("the year");
        let at_class = year.problems.iter().filter(|problem| problem.place == class);
        at_class.map(|problem| problem.kind.code()).collect::<Vec<_>>()
    };
    assert_eq!(said(&entered(&fifty, class, "small")), ["class_of_area"]);
    assert_eq!(said(&entered(&fifty, class, "large")), Vec::<&str>::new());
}

#[test]
fn water_beyond_belief_by_area_names_the_number_that_slipped() {
    // A small district: 800 亩 typed for 万亩 could be right by itself, against 24 万m³ of water it cannot.
    let area = at(&DISTRICTS).cell(DISTRICT, DistrictColumn::Area);
    let ledger = sample();
    let cells =
        [(DistrictColumn::Net, "13"), (DistrictColumn::Gross, "24"), (DistrictColumn::Coefficient, "")];
    let ledger = cells.iter().fold(without_details(&ledger), |ledger, (column, text)| {
        entered(&ledger, at(&DISTRICTS).cell(DISTRICT, *column), text)
    });
    let slip = |text: &str| {
        let results = everything(&entered(&ledger, area, text));
        let year = results.irrigation.years.iter().find(|year| year.id == YEAR).cloned().expect("the year");
        let problems = year.problems.iter().filter(|problem| problem.place.row == DISTRICT);
        problems
            .filter_map(|problem| Some((problem.place.column?.name, problem.kind.mend()?)))
            .collect::<Vec<_>>()
    };
    assert_eq!(slip("800"), [("area", "0.08".to_string())]);
    assert_eq!(slip("0.08"), []);
}

/// The ledger without the tables of the district: what is typed for it as a whole counts.
fn without_details(ledger: &Ledger) -> Ledger {
    [&CROPS, &FIELDS, &SOURCES, &CANALS].iter().fold(ledger.clone(), |ledger, table| {
        let table = table.at(&[YEAR, DISTRICT]);
        let rows: Vec<RowId> = ledger.rows_at(table).expect("the table").iter().map(|row| row.id).collect();
        rows.into_iter().fold(ledger, |ledger, row| {
            ledger.after(Edit::Table(table, TableEdit::Remove(row))).expect("a row that is there")
        })
    })
}

#[test]
fn a_unit_that_was_typed_is_no_slip() {
    assert_eq!(codes(readings(1), ReadingColumn::Depth, "40 cm"), Vec::<&str>::new());
    assert_eq!(codes(at(&DISTRICTS), DistrictColumn::Area, "42.6 万亩"), Vec::<&str>::new());
}
