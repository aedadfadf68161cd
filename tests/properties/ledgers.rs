//! Ledgers to try the laws on.

use std::collections::HashSet;
use std::ops::Range;

use proptest::prelude::*;
use water_ledger::catalog;
use water_ledger::irrigation::SizeClass;
use water_ledger::ledger::{
    Column, ColumnKind, ColumnSpec, DISTRICTS, DistrictColumn, Edit, LEDGER, Ledger, RequirementColumn,
    ReviewEntry, Row, RowId, SHEETS, TableSpec, YEARS, YearEntry,
};
use water_ledger::text::Coded;

/// A district that can be computed in every respect. Coefficients stay in the plausible range.
#[derive(Clone, Debug)]
pub struct Sound {
    pub class: SizeClass,
    pub area: f64,
    pub net: f64,
    pub gross: f64,
}

pub fn sound_districts() -> impl Strategy<Value = Vec<Sound>> {
    let district = (0..SizeClass::ALL.len(), 0.1..100.0f64, 0.2..0.98f64, 1.0..1e6f64).prop_map(
        |(class, area, coefficient, gross)| Sound {
            class: SizeClass::ALL[class],
            area,
            net: gross * coefficient,
            gross,
        },
    );
    prop::collection::vec(district, 1..12)
}

/// A ledger of one year, its numbers written out in full.
pub fn ledger_of(districts: &[Sound]) -> Ledger {
    use DistrictColumn as At;
    let rows = districts.iter().zip(1..).map(|(district, id)| {
        Row::blank(&DISTRICTS, RowId(id))
            .with(At::Name, format!("灌区{id}"))
            .with(At::Class, district.class.code())
            .with(At::Area, district.area.to_string())
            .with(At::Net, district.net.to_string())
            .with(At::Gross, district.gross.to_string())
    });
    one_year(rows.collect())
}

pub fn one_year(districts: Vec<Row>) -> Ledger {
    let sheet = Row::blank(&YEARS, RowId(1)).with(YearEntry::Year, "2024").holding(&DISTRICTS, districts);
    Ledger::default().with_sheets(&YEARS, [sheet])
}

/// A row with each row of a table within changed.
pub fn with_each(row: Row, table: &'static TableSpec, change: impl FnMut(Row) -> Row) -> Row {
    let rows: Vec<Row> = row.rows(table).iter().map(|row| Row::clone(row)).map(change).collect();
    row.holding(table, rows)
}

/// The row under another identity.
pub fn with_id(mut row: Row, id: u32) -> Row {
    row.id = RowId(id);
    row
}

/// A row with one more at the end of a table within.
pub fn with_row(row: Row, table: &'static TableSpec, new: Row) -> Row {
    let mut rows = row.rows(table).to_vec();
    rows.push(new.into());
    row.holding(table, rows)
}

/// Any ledger that can be saved: any text in any cell, any identities as long as none stands twice.
pub fn any_ledger() -> impl Strategy<Value = Ledger> {
    let lists: Vec<_> = LEDGER.tables.iter().map(|list| any_rows(list, 0..4)).collect();
    (any_text(), lists, 0..3usize).prop_map(|(title, lists, own)| {
        let mut ledger = Ledger::titled(title);
        for (list, sheets) in LEDGER.tables.iter().zip(lists) {
            ledger = ledger.with_sheets(list, sheets);
        }
        for _ in 0..own {
            let copied = catalog::rubric("public-institution-2013").expect("shipped");
            ledger = ledger.after(Edit::add_rubric(&copied)).expect("a rubric is added");
        }
        // Every sheet has the rows that its rubric asks for.
        Ledger::default().after(Edit::Replace(Box::new(ledger))).expect("a ledger is replaced")
    })
}

/// Rows of a table, with rows in the tables that they hold.
fn any_rows(table: &'static TableSpec, count: Range<usize>) -> BoxedStrategy<Vec<Row>> {
    prop::collection::vec(any_row(table), count).prop_map(without_twins).boxed()
}

/// A row whose cells hold, more often than not, what belongs into them.
fn any_row(table: &'static TableSpec) -> BoxedStrategy<Row> {
    let cells: Vec<BoxedStrategy<String>> =
        table.columns.iter().map(|column| text_of(table, column)).collect();
    let within: Vec<_> = table.tables.iter().map(|within| any_rows(within, 0..4)).collect();
    (any_id(), cells, within)
        .prop_map(move |(id, cells, within)| {
            let mut row = Row::blank(table, RowId(id));
            table.columns.iter().zip(cells).for_each(|(column, text)| row.set(column, text));
            table.tables.iter().zip(within).fold(row, |row, (table, rows)| row.holding(table, rows))
        })
        .boxed()
}

fn text_of(table: &TableSpec, column: &ColumnSpec) -> BoxedStrategy<String> {
    let is_rubric = |entry: ReviewEntry| column == entry.spec();
    if is_rubric(ReviewEntry::Rubric) || is_rubric(ReviewEntry::Other) {
        let shipped = catalog::RUBRICS.iter().map(|one| one.id.to_string());
        let names: Vec<String> = shipped.chain(["".to_string(), "own-1".to_string()]).collect();
        return prop_oneof![4 => prop::sample::select(names), 1 => cell_text()].boxed();
    }
    if column == RequirementColumn::Of.spec() {
        let asked = catalog::table("plant.prerequisites").expect("the standard's list").rows;
        let names: Vec<String> = asked.iter().map(|row| row.id.to_string()).collect();
        return prop_oneof![4 => prop::sample::select(names), 1 => cell_text()].boxed();
    }
    if column == RequirementColumn::State.spec() {
        return prop_oneof![2 => Just("met".to_string()), 1 => cell_text()].boxed();
    }
    if SHEETS.iter().any(|sheet| sheet.table == table && (sheet.period)() == column) {
        let period = prop::sample::select(vec!["2023", "2024", "2024-03"]).prop_map(str::to_string);
        return prop_oneof![2 => period, 1 => cell_text()].boxed();
    }
    text_for(column.kind)
}

fn text_for(kind: ColumnKind) -> BoxedStrategy<String> {
    match kind {
        // Few names, so that rows refer to each other and to themselves.
        ColumnKind::Text => {
            let name = prop::sample::select(vec!["甲", "乙", "丙", "4-20", "7", ""]);
            prop_oneof![4 => name.prop_map(str::to_string), 1 => cell_text()].boxed()
        }
        ColumnKind::Number(_) => cell_text().boxed(),
        ColumnKind::Choice(choices) => {
            let codes: Vec<String> = choices().iter().map(|choice| choice.code.to_string()).collect();
            prop_oneof![4 => prop::sample::select(codes), 1 => cell_text()].boxed()
        }
    }
}

/// The first of each identity.
fn without_twins(mut rows: Vec<Row>) -> Vec<Row> {
    let mut seen = HashSet::new();
    rows.retain(|row| seen.insert(row.id));
    rows
}

/// Identities from a hand-made file may lie anywhere, at the very end too.
fn any_id() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 0..20u32, 1 => u32::MAX - 3..=u32::MAX, 1 => any::<u32>()]
}

/// What a cell may hold: numbers of any size, units, years, classes, and any text at all.
pub fn cell_text() -> impl Strategy<Value = String> {
    let unit = prop::sample::select(vec!["", "", "", "%", "万", "亿", " m³", "万m³", "亩", "hm²", "mm", "–"]);
    prop_oneof![
        4 => (1..100_000u32, unit).prop_map(|(number, unit)| format!("{number}{unit}")),
        2 => (0.0..1.2f64).prop_map(|number| number.to_string()),
        2 => any::<f64>().prop_map(|number| format!("{number:e}")),
        1 => (2000..2030u32).prop_map(|year| year.to_string()),
        1 => prop::sample::select(SizeClass::ALL.to_vec()).prop_map(|class| class.name().zh.to_string()),
        1 => Just(String::new()),
        3 => any_text(),
    ]
}

/// Any characters, control characters, quotes and emoji among them.
pub fn any_text() -> impl Strategy<Value = String> {
    let troublesome = prop::sample::select(vec![
        '\0', '\u{1}', '\u{7f}', '\u{feff}', '\u{2028}', '"', '\\', '\n', '\t', '{', '💧',
    ]);
    let character = prop_oneof![3 => any::<char>(), 1 => troublesome];
    prop::collection::vec(character, 0..10).prop_map(String::from_iter)
}
