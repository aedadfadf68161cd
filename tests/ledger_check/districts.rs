//! The districts of a year, and the years themselves.

use water_ledger::evaluate::{Problem, ProblemKind, Results, everything};
use water_ledger::irrigation::DistrictFigures;
use water_ledger::ledger::{
    Column, DISTRICTS, DistrictColumn, Example, Ledger, Place, Row, RowId, YEARS, YearEntry, rows_of,
};
use water_ledger::text::Language;

use crate::ledger_check::{lacking, value};

const SHEET: RowId = RowId(7);
const ROW: RowId = RowId(3);

/// A row without a problem: name, class, area, net, gross, coefficient.
const SOUND: [&str; 6] = ["东河灌区", "large", "38.6", "8070", "15400", ""];

#[test]
fn a_sound_row_has_no_problem() {
    assert_eq!(problems_of(SOUND), []);
    assert_eq!(problems_of(["东河灌区", "大型灌区", "３８．６ 万亩", "8,070", "1.54亿m³", "52.4%"]), []);
}

#[test]
fn each_problem_of_a_row_stands_at_its_place() {
    use DistrictColumn::{Area, Class, Coefficient, Gross, Name, Net};
    for (column, typed, at, code) in [
        (Name, "", Name, "no_name"),
        (Class, "", Class, "no_class"),
        (Class, "特大型", Class, "unknown_class"),
        (Class, "中型", Class, "unknown_class"),
        (Area, "很多", Area, "not_a_number"),
        (Area, "38,6", Area, "bad_grouping"),
        (Area, "3万", Area, "ambiguous_myriad"),
        (Area, "38.6 里", Area, "unknown_unit"),
        (Area, "38.6 万m³", Area, "other_dimension"),
        (Area, "1e999", Area, "too_large"),
        (Area, "-38.6", Area, "negative"),
        (Area, "0", Area, "not_positive"),
        (Net, "八千", Net, "not_a_number"),
        (Net, "-8070", Net, "negative"),
        (Net, "0", Net, "not_positive"),
        (Net, "", Net, "incomplete"),
        (Net, "15400.1", Net, "net_above_gross"),
        (Net, "3079", Net, "implausible"),
        (Net, "15100", Net, "implausible"),
        (Gross, "0", Gross, "not_positive"),
        (Gross, "", Gross, "incomplete"),
        (Gross, "8069", Net, "net_above_gross"),
        (Coefficient, "0.53", Coefficient, "coefficient_disagrees"),
        (Coefficient, "53", Coefficient, "coefficient_out_of_range"),
        (Coefficient, "0", Coefficient, "coefficient_out_of_range"),
        (Coefficient, "-0.5", Coefficient, "coefficient_out_of_range"),
        (Coefficient, "100.01%", Coefficient, "coefficient_out_of_range"),
        (Coefficient, "0.52 m", Coefficient, "other_dimension"),
    ] {
        let mut cells = SOUND;
        cells[column.index()] = typed;
        assert_eq!(problems_of(cells), [(at, code)], "{typed:?} in {column:?}");
    }
}

#[test]
fn what_is_known_of_the_water_decides_what_is_missing() {
    use DistrictColumn::{Coefficient, Gross, Net};
    for (net, gross, coefficient, expected) in [
        ("", "15400", "0.524", vec![]),
        ("8070", "", "0.524", vec![]),
        ("8070", "15400", "0.524", vec![]),
        ("", "", "", vec![(Net, "incomplete")]),
        ("", "", "0.524", vec![(Gross, "no_weight")]),
        ("", "", "0.19", vec![(Coefficient, "implausible"), (Gross, "no_weight")]),
        // A cell that is wrong asks for itself; to ask for another beside it would mislead.
        ("八千", "15400", "", vec![(Net, "not_a_number")]),
        ("", "15400", "五成", vec![(Coefficient, "not_a_number")]),
    ] {
        let cells = ["东河灌区", "large", "38.6", net, gross, coefficient];
        assert_eq!(problems_of(cells), expected, "{net:?} {gross:?} {coefficient:?}");
    }
}

#[test]
fn a_typed_coefficient_may_differ_by_its_own_rounding() {
    // 0.5325 is printed as 0.532 or as 0.533, by one rule of rounding or the other.
    for (typed, codes) in [
        ("0.532", vec![]),
        ("0.533", vec![]),
        ("0.5325", vec![]),
        ("53.3%", vec![]),
        ("0.5331", vec!["coefficient_disagrees"]),
        ("0.53", vec!["coefficient_disagrees"]),
    ] {
        let found = problems_of(["东河灌区", "large", "38.6", "532.5", "1000", typed]);
        assert_eq!(found.iter().map(|(_, code)| *code).collect::<Vec<_>>(), codes, "{typed}");
    }
}

#[test]
fn all_problems_of_a_row_are_reported_at_once() {
    use DistrictColumn::{Area, Class, Coefficient, Gross, Name, Net};
    let found = problems_of(["", "特大型", "很多", "-5", "1,5", "53"]);
    let expected = [
        (Name, "no_name"),
        (Class, "unknown_class"),
        (Area, "not_a_number"),
        (Net, "negative"),
        (Gross, "bad_grouping"),
        (Coefficient, "coefficient_out_of_range"),
    ];
    assert_eq!(found, expected);
    // A wrong class or area says nothing of the water, whose gap is still named.
    let found = problems_of(["东河灌区", "特大型", "-1", "8070", "", ""]);
    assert_eq!(found, [(Class, "unknown_class"), (Area, "negative"), (Gross, "incomplete")]);
}

#[test]
fn a_name_that_stands_twice_is_marked_in_both_rows_of_a_year_only() {
    let mut twice = SOUND;
    twice[0] = " 东河灌区 ";
    let sheet = |id, year: &str, rows: Vec<Row>| sheet(RowId(id), year, rows);
    let results = everything(&ledger(vec![
        sheet(1, "2023", vec![row(1, SOUND), row(2, twice)]),
        sheet(2, "2024", vec![row(1, SOUND)]),
    ]));
    let at = |row| DISTRICTS.at(&[RowId(1)]).cell(RowId(row), DistrictColumn::Name);
    let expected = [1, 2].map(|row| Problem { place: at(row), kind: ProblemKind::DuplicateName });
    assert_eq!(results.irrigation.years[0].problems, expected);
    assert_eq!(results.irrigation.years[1].problems, []);
}

#[test]
fn a_year_that_is_none_or_stands_twice_is_out_of_the_trend_but_computed() {
    let years = ["2023", "", "二〇二三", "２０２３", "2023.5", "1948", "2101", "2022", "2024 "];
    let sheets = years.iter().zip(1..).map(|(year, id)| sheet(RowId(id), year, vec![row(1, SOUND)]));
    let results = everything(&ledger(sheets.collect()));
    let found: Vec<(Place, &str)> =
        results.sheet_problems().map(|problem| (problem.place, problem.kind.code())).collect();
    let expected = [
        (1, "duplicate_year"),
        (2, "not_a_year"),
        (3, "not_a_year"),
        (4, "duplicate_year"),
        (5, "not_a_year"),
    ];
    let expected = expected.into_iter().chain([(6, "not_a_year"), (7, "not_a_year")]);
    let at = |id| YEARS.entry(RowId(id), YearEntry::Year);
    assert_eq!(found, expected.map(|(id, code)| (at(id), code)).collect::<Vec<_>>());
    let trend: Vec<i32> = results.irrigation.in_order().iter().map(|(year, _)| *year).collect();
    assert_eq!(trend, [2022, 2023, 2024]);
    assert!(results.irrigation.years.iter().all(|year| year.figures.coefficient.is_some()));
}

#[test]
fn a_blank_row_has_no_problems_and_no_figures() {
    let results = everything(&ledger(vec![sheet(
        SHEET,
        "2023",
        vec![row(1, ["", " ", "　", "", "", ""]), row(2, SOUND)],
    )]));
    assert_eq!(results.irrigation.years[0].problems, []);
    let figures = &results.irrigation.years[0].figures;
    let blank = &figures.districts[0];
    assert!(blank.coefficient.is_none() && blank.gross.is_none() && blank.per_mu.is_none());
    assert_eq!(figures.count, 1);
}

#[test]
fn one_bad_row_leaves_the_figures_of_the_others_unchanged() {
    let sound = Example::City.ledger(Language::Chinese);
    let year = sound.sheets(&YEARS)[2].clone();
    let before = everything(&sound);
    for cells in [
        ["坏", "特大型", "x", "x", "x", "x"],
        ["坏", "large", "0", "9", "8", ""],
        ["坏", "small", "-1", "", "", "2"],
        ["", "", "1,5", "1e999", "-0", "NaN"],
    ] {
        let mut districts = year.rows(&DISTRICTS).to_vec();
        districts.insert(1, row(99, cells).into());
        let mut years = sound.sheets(&YEARS).to_vec();
        years[2] = Row::clone(&year).holding(&DISTRICTS, districts).into();
        let ledger = sound.clone().with_sheets(&YEARS, years);
        let after = everything(&ledger);
        assert!(problems_at(&after, 2, RowId(99)) > 0, "{cells:?}");
        assert_eq!(
            others(&after.irrigation.years[2].figures.districts),
            others(&before.irrigation.years[2].figures.districts)
        );
        let region = |results: &Results| results.irrigation.years[2].figures.clone();
        let (was, is) = (region(&before), region(&after));
        assert_eq!(lacking(&is.coefficient), value(&was.coefficient), "{cells:?}");
        assert_eq!(lacking(&is.per_mu), value(&was.per_mu), "{cells:?}");
        for untouched in [0, 1, 3, 4] {
            assert_eq!(after.irrigation.years[untouched], before.irrigation.years[untouched], "{cells:?}");
        }
    }
}

/// The problems of a ledger that holds one row, as column and code; the place must be that row's.
fn problems_of(cells: [&str; 6]) -> Vec<(DistrictColumn, &'static str)> {
    let results = everything(&ledger(vec![sheet(SHEET, "2023", vec![row(ROW.0, cells)])]));
    assert_eq!(results.sheet_problems().next(), None);
    let problems = results.irrigation.years.iter().flat_map(|year| &year.problems);
    problems
        .map(|problem| {
            let is_at =
                |column: &&DistrictColumn| problem.place == DISTRICTS.at(&[SHEET]).cell(ROW, **column);
            let column = DistrictColumn::ALL.iter().find(is_at);
            let column = column.unwrap_or_else(|| panic!("not at a cell of the row: {:?}", problem.place));
            (*column, problem.kind.code())
        })
        .collect()
}

fn problems_at(results: &Results, year: usize, row: RowId) -> usize {
    let at_row = |problem: &&Problem| problem.place.table.spec == &DISTRICTS && problem.place.row == row;
    results.irrigation.years[year].problems.iter().filter(at_row).count()
}

fn others(districts: &[DistrictFigures]) -> Vec<&DistrictFigures> {
    districts.iter().filter(|district| district.key != 99).collect()
}

fn row(id: u32, cells: [&str; 6]) -> Row {
    let mut row = rows_of(&DISTRICTS, &[&cells]).remove(0);
    row.id = RowId(id);
    row
}

fn sheet(id: RowId, year: &str, districts: Vec<Row>) -> Row {
    Row::blank(&YEARS, id).with(YearEntry::Year, year).holding(&DISTRICTS, districts)
}

fn ledger(years: Vec<Row>) -> Ledger {
    Ledger::default().with_sheets(&YEARS, years)
}
