//! Ledgers to try the laws on.

use proptest::prelude::*;
use std::sync::Arc;
use water_ledger::irrigation::SizeClass;

use water_ledger::ledger::{
    DistrictColumn, DistrictRow, Irrigation, Ledger, RowId, TypedRow, YearId, YearSheet,
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
    let rows = districts.iter().zip(1..).map(|(district, id)| {
        let numbers = [district.area, district.net, district.gross].map(|number| number.to_string());
        let [area, net, gross] = numbers;
        DistrictRow {
            name: format!("灌区{id}"),
            class: district.class.code().to_string(),
            area,
            net,
            gross,
            ..DistrictRow::blank(RowId(id))
        }
    });
    one_year(rows.collect())
}

pub fn one_year(districts: Vec<DistrictRow>) -> Ledger {
    let districts = districts.into_iter().map(Arc::new).collect();
    let sheet = YearSheet { year: "2024".to_string(), districts, ..YearSheet::blank(YearId(1)) };
    Ledger { title: String::new(), irrigation: Irrigation { years: vec![sheet] } }
}

/// Any ledger that can be saved: any text in any cell, any identities as long as none stands twice.
pub fn any_ledger() -> impl Strategy<Value = Ledger> {
    let sheets = prop::collection::vec((any_id(), cell_text(), any_rows()), 0..4);
    (any_text(), sheets).prop_map(|(title, sheets)| {
        let mut years: Vec<YearSheet> = Vec::new();
        for (id, year, districts) in sheets {
            if years.iter().all(|sheet| sheet.id.0 != id) {
                let districts = districts.into_iter().map(Arc::new).collect();
                years.push(YearSheet { year, districts, ..YearSheet::blank(YearId(id)) });
            }
        }
        Ledger { title, irrigation: Irrigation { years } }
    })
}

fn any_rows() -> impl Strategy<Value = Vec<DistrictRow>> {
    let row = (any_id(), prop::array::uniform6(cell_text()));
    prop::collection::vec(row, 0..8).prop_map(|rows| {
        let mut districts: Vec<DistrictRow> = Vec::new();
        for (id, cells) in rows {
            if districts.iter().all(|row| row.id.0 != id) {
                let mut district = DistrictRow::blank(RowId(id));
                for (column, text) in DistrictColumn::ALL.iter().zip(cells) {
                    district.set_cell(column.index(), text);
                }
                districts.push(district);
            }
        }
        districts
    })
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
