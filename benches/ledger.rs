//! One cell changed in a ledger of 2,000 fields and 500 canals: the edit, and every figure worked out again.

use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use water_ledger::evaluate::irrigation;
use water_ledger::ledger::{
    CanalRow, DistrictRow, Edit, FieldRow, Ledger, ReadingColumn, RowId, TableAt, TableEdit, example, save,
};
use water_ledger::text::Language;

const DISTRICTS: u32 = 50;
const FIELDS: u32 = 40;
const CANALS: u32 = 10;

/// The example's detailed district so many times over, with so many fields and canals.
fn large_ledger() -> Ledger {
    let mut ledger = example(Language::Chinese);
    let sheet = ledger.irrigation.years.last_mut().expect("the example has years");
    let detailed =
        sheet.districts.iter().find(|row| !row.fields.is_empty()).expect("one district has fields");
    let district = |id: u32| {
        let field = |at: u32| {
            let model = &detailed.fields[at as usize % detailed.fields.len()];
            FieldRow { id: RowId(at + 1), name: format!("田块 {}", at + 1), ..model.clone() }
        };
        let canal = |at: u32| match detailed.canals.get(at as usize) {
            Some(model) => model.clone(),
            None => {
                CanalRow {
                    id: RowId(at + 1), name: format!("{} 斗渠", at + 1), ..detailed.canals[3].clone()
                }
            }
        };
        Arc::new(DistrictRow {
            id: RowId(id),
            name: format!("灌区 {id}"),
            fields: (0..FIELDS).map(field).collect(),
            canals: (0..CANALS).map(canal).collect(),
            ..(**detailed).clone()
        })
    };
    sheet.districts = (1..=DISTRICTS).map(district).collect();
    ledger
}

fn one_cell(criterion: &mut Criterion) {
    let ledger = large_ledger();
    let results = irrigation(&ledger, None);
    let sheet = ledger.irrigation.years.last().expect("as above");
    let field = &sheet.districts[24].fields[0];
    let table = TableAt::Readings(sheet.id, sheet.districts[24].id, field.id);
    let edit = Edit::Table(
        table,
        TableEdit::Set(field.readings[0].id, ReadingColumn::After.index(), "22%".to_string()),
    );
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
