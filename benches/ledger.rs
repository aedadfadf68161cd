//! One cell changed in a ledger of 2,000 fields and 500 canals: the edit, and every figure worked out again.

use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use water_ledger::evaluate::irrigation;
use water_ledger::ledger::{
    CANALS, CanalColumn, DISTRICTS, DistrictColumn, Edit, Example, FIELDS, FieldColumn, Ledger, READINGS,
    ReadingColumn, Row, RowId, YEARS, save,
};
use water_ledger::text::Language;

const DISTRICT_COUNT: u32 = 50;
const FIELD_COUNT: u32 = 40;
const CANAL_COUNT: u32 = 10;

/// The example's detailed district so many times over, with so many fields and canals.
fn large_ledger() -> Ledger {
    let ledger = Example::City.ledger(Language::Chinese);
    let mut years = ledger.sheets(&YEARS).to_vec();
    let sheet = years.pop().expect("the example has years");
    let is_detailed = |row: &&Arc<Row>| !row.rows(&FIELDS).is_empty();
    let detailed = sheet.rows(&DISTRICTS).iter().find(is_detailed).expect("one district has fields");
    let (fields, canals) = (detailed.rows(&FIELDS), detailed.rows(&CANALS));
    let field = |at: u32| {
        let model = &fields[at as usize % fields.len()];
        numbered(model, at + 1).with(FieldColumn::Name, format!("田块 {}", at + 1))
    };
    let canal = |at: u32| match canals.get(at as usize) {
        Some(model) => Row::clone(model),
        None => numbered(&canals[3], at + 1).with(CanalColumn::Name, format!("{} 斗渠", at + 1)),
    };
    let district = |id: u32| {
        numbered(detailed, id)
            .with(DistrictColumn::Name, format!("灌区 {id}"))
            .holding(&FIELDS, (0..FIELD_COUNT).map(field))
            .holding(&CANALS, (0..CANAL_COUNT).map(canal))
    };
    years.push(Row::clone(&sheet).holding(&DISTRICTS, (1..=DISTRICT_COUNT).map(district)).into());
    ledger.with_sheets(&YEARS, years)
}

/// A row like another, under an identity of its own.
fn numbered(model: &Row, id: u32) -> Row {
    let mut row = model.clone();
    row.id = RowId(id);
    row
}

fn one_cell(criterion: &mut Criterion) {
    let ledger = large_ledger();
    let results = irrigation(&ledger, None);
    let sheet = ledger.sheets(&YEARS).last().expect("as above");
    let district = &sheet.rows(&DISTRICTS)[24];
    let field = &district.rows(&FIELDS)[0];
    let table = READINGS.at(&[sheet.id, district.id, field.id]);
    let edit = Edit::set(table, field.rows(&READINGS)[0].id, ReadingColumn::After, "22%");
    let mut group = criterion.benchmark_group("2,000 fields, 500 canals");
    group.sample_size(20);
    group.bench_function("one cell changed, all figures", |bencher| {
        bencher.iter_batched(
            || edit.clone(),
            |edit| {
                let after = ledger.after(edit).expect("the cell is there");
                irrigation(&after, Some((&ledger, &results)))
            },
            BatchSize::SmallInput,
        );
    });
    group.bench_function("all figures from nothing", |bencher| bencher.iter(|| irrigation(&ledger, None)));
    group.bench_function("saved as text", |bencher| bencher.iter(|| save(&ledger).len()));
    group.finish();
}

criterion_group!(benches, one_cell);
criterion_main!(benches);
