//! The plan of a region with 3,000 users and their months: one cell of a month changed and the region evaluated again.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use water_ledger::evaluate::region;
use water_ledger::ledger::{
    Edit, Ledger, PLACE_USES, PLAN_PLACES, PlaceUseColumn, REGIONS, RegionEntry, Row, RowId, SEASON_SHARES,
    rows_of,
};
use water_ledger::show::region::region_table;
use water_ledger::text::Language;

const USERS: usize = 3000;
const TOWNS: usize = 60;
const COUNTIES: usize = 6;

/// A city, its counties, their townships and users, each with twelve months.
fn ledger() -> Ledger {
    let mut places: Vec<Vec<String>> = vec![place("City", "", "", "1000000", "")];
    places.extend((0..COUNTIES).map(|at| place(&format!("C{at}"), "City", "", "", "1000")));
    places
        .extend((0..TOWNS).map(|at| place(&format!("T{at}"), &format!("C{}", at % COUNTIES), "", "", "100")));
    let user = |at: usize| {
        let kind = if at.is_multiple_of(3) { "agriculture" } else { "industry" };
        place(&format!("U{at}"), &format!("T{}", at % TOWNS), kind, "", &(10 + at % 37).to_string())
    };
    places.extend((0..USERS).map(user));
    let months = |at: usize| -> Vec<String> {
        std::iter::once(format!("U{at}"))
            .chain((0..12).map(|month| (20 + (at * 7 + month) % 13).to_string()))
            .collect()
    };
    let uses: Vec<Vec<String>> = (0..USERS).map(months).collect();
    let season = ["agriculture", "", "", "4", "12", "18", "20", "19", "11", "4", "6", "6"];
    let sheet = Row::blank(&REGIONS, RowId(1))
        .with(RegionEntry::Year, "2023")
        .with(RegionEntry::Step, "1")
        .holding(
            &PLAN_PLACES,
            rows_of(&PLAN_PLACES, &cells(&places).iter().map(Vec::as_slice).collect::<Vec<_>>()),
        )
        .holding(
            &PLACE_USES,
            rows_of(&PLACE_USES, &cells(&uses).iter().map(Vec::as_slice).collect::<Vec<_>>()),
        )
        .holding(&SEASON_SHARES, rows_of(&SEASON_SHARES, &[&season]));
    Ledger::default().with_sheets(&REGIONS, [sheet])
}

fn place(name: &str, within: &str, kind: &str, plan: &str, present: &str) -> Vec<String> {
    [name, within, kind, "present", "", present, "", "", "", plan].map(str::to_string).to_vec()
}

fn cells(rows: &[Vec<String>]) -> Vec<Vec<&str>> {
    rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect()
}

fn keystroke(criterion: &mut Criterion) {
    let ledger = ledger();
    let before = region(&ledger, Some(&[]), None);
    let at = PLACE_USES.at(&[RowId(1)]);
    let edit = Edit::set(at, RowId(1500), PlaceUseColumn::M7, "31");
    let after = ledger.after(edit).expect("a cell");
    criterion.bench_function("a month of one of 3,000 users", |bench| {
        bench.iter(|| black_box(region(black_box(&after), Some(&[]), Some((&ledger, &before)))));
    });
    let table = region_table(None, &ledger.sheets(&REGIONS)[0], &before.sheets[0], at);
    let found = region(&after, Some(&[]), Some((&ledger, &before)));
    criterion.bench_function("the table of 3,000 users", |bench| {
        bench
            .iter(|| black_box(region_table(Some(&table), &after.sheets(&REGIONS)[0], &found.sheets[0], at)));
    });
    criterion.bench_function("the tiles of 3,000 users", |bench| {
        bench.iter(|| {
            water_ledger::show::region::place_tiles(
                &after.sheets(&REGIONS)[0],
                &found.sheets[0],
                Language::Chinese,
            )
        });
    });
}

criterion_group!(benches, keystroke);
criterion_main!(benches);
