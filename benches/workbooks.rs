//! How long files take that ask for very much, each of them refused or read, and a workbook of 100,000 rows.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use water_ledger::workbook::{Book, BookCell, Column, Sheet};
use water_ledger_office::{Cached, read, written};

#[path = "../tests/bombs/made.rs"]
mod made;

/// A workbook of numbers and texts, 100,000 rows of ten.
fn workbook() -> Vec<u8> {
    let cell = |row: usize, column: usize| match column {
        0 => BookCell::Text(format!("单元 {}", row % 500)),
        column => BookCell::Number((row * column) as f64 / 7.0, None),
    };
    let rows = (0..100_000).map(|row| (0..10).map(|column| cell(row, column)).collect()).collect();
    let columns = vec![Column { width: 9.0, ..Column::default() }; 10];
    let sheet = Sheet { name: "用水".into(), columns, rows, ..Sheet::default() };
    written(&Book { title: String::new(), sheets: vec![sheet] }, Cached::Values).expect("written")
}

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("workbooks");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(50))
        .measurement_time(Duration::from_millis(500));
    let large = workbook();
    group.bench_function("100,000 rows of ten cells", |bencher| bencher.iter(|| black_box(read(&large))));
    for bomb in made::bombs() {
        assert_eq!(read(&bomb.bytes).is_err(), bomb.refused.is_some(), "{}", bomb.name);
        group.bench_function(bomb.name, |bencher| bencher.iter(|| black_box(read(&bomb.bytes))));
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
