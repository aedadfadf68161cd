//! A plan of twenty measures on a plant of 80 units: one cell of a measure changed and the plan evaluated again, and every set of
//! measures that no other beats.

use futures::FutureExt;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use water_ledger::evaluate::{best_sets, plant, retrofits_of_plants};
use water_ledger::ledger::{
    CHANGES, Ledger, PERIODS, PlantEntry, RETROFIT_MEASURES, RETROFITS, RetrofitEntry, RetrofitMeasureColumn,
    Row, RowId, SUPPLIES, WATER_UNITS, rows_of,
};

const UNITS: usize = 80;
const MEASURES: usize = 20;

/// Units that take town water, and measures that each take some of it from one of them; of four one acts on a unit that the one before
/// acts on too.
fn ledger() -> Ledger {
    let units: Vec<[String; 14]> = (0..UNITS)
        .map(|at| {
            let mut cells: [String; 14] = Default::default();
            cells[0] = format!("U{at}");
            cells[1] = "main".to_string();
            cells[3] = (1000 + 37 * at).to_string();
            cells[11] = (800 + 30 * at).to_string();
            cells
        })
        .collect();
    let units: Vec<Vec<&str>> =
        units.iter().map(|row| row.iter().map(String::as_str).collect::<Vec<_>>()).collect();
    let whole: usize = (0..UNITS).map(|at| 1000 + 37 * at).sum();
    let supply = whole.to_string();
    let year = Row::blank(&PERIODS, RowId(1))
        .with(PlantEntry::Period, "2024")
        .holding(&SUPPLIES, rows_of(&SUPPLIES, &[&["水厂", "town", &supply]]))
        .holding(&WATER_UNITS, rows_of(&WATER_UNITS, &units.iter().map(Vec::as_slice).collect::<Vec<_>>()));
    let measures: Vec<[String; 3]> = (0..MEASURES)
        .map(|at| [format!("M{at}"), "in_plan".to_string(), (5000 + 300 * at).to_string()])
        .collect();
    let measures: Vec<Vec<&str>> =
        measures.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let changes: Vec<[String; 3]> = (0..MEASURES)
        .map(|at| {
            let unit = if at % 4 == 3 { at - 1 } else { at };
            [format!("M{at}"), format!("U{unit} · 自来水"), format!("-{}%", 5 + at % 7)]
        })
        .collect();
    let changes: Vec<Vec<&str>> =
        changes.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let plan = Row::blank(&RETROFITS, RowId(1))
        .with(RetrofitEntry::Year, "2024")
        .with(RetrofitEntry::Price, "5")
        .holding(
            &RETROFIT_MEASURES,
            rows_of(&RETROFIT_MEASURES, &measures.iter().map(Vec::as_slice).collect::<Vec<_>>()),
        )
        .holding(&CHANGES, rows_of(&CHANGES, &changes.iter().map(Vec::as_slice).collect::<Vec<_>>()));
    Ledger::default().with_sheets(&PERIODS, [year]).with_sheets(&RETROFITS, [plan])
}

/// The plan with another investment of its first measure.
fn with_investment(ledger: &Ledger, investment: &str) -> Ledger {
    let plan = &ledger.sheets(&RETROFITS)[0];
    let first = plan.rows(&RETROFIT_MEASURES)[0].id;
    let rows = plan.rows(&RETROFIT_MEASURES).iter().map(|row| match row.id == first {
        true => (**row).clone().with(RetrofitMeasureColumn::Investment, investment),
        false => (**row).clone(),
    });
    let plan = (**plan).clone().holding(&RETROFIT_MEASURES, rows);
    ledger.clone().with_sheets(&RETROFITS, [plan])
}

fn plans(criterion: &mut Criterion) {
    let ledger = ledger();
    let found = plant(&ledger, None);
    let results = retrofits_of_plants(&ledger, &found, None);
    let plan = &results.plans[0];
    assert!(plan.plan.value.as_ref().is_some_and(|value| !value.is_incomplete()), "{:?}", plan.problems);
    let again = with_investment(&ledger, "4321");
    let mut group = criterion.benchmark_group(format!("{UNITS} units, {MEASURES} measures"));
    group.sample_size(10);
    group.bench_function("one cell of a measure changed", |bencher| {
        bencher.iter(|| retrofits_of_plants(black_box(&again), &found, Some((&ledger, &results))));
    });
    let sheet = &ledger.sheets(&RETROFITS)[0];
    group.bench_function("best sets", |bencher| {
        bencher.iter(|| {
            best_sets(black_box(sheet), plan, &mut async || true)
                .now_or_never()
                .expect("it waits for nothing")
        })
    });
    group.finish();
    let sets = best_sets(sheet, plan, &mut async || true)
        .now_or_never()
        .expect("it waits for nothing")
        .expect("all is known");
    println!("{} sets that no other beats", sets.len());
}

criterion_group!(benches, plans);
criterion_main!(benches);
