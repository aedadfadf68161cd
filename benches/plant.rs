//! One flow changed in a plant of 500 units and 2,000 flows with ±: the edit, every figure, the picture. And how long a
//! plant of 1,000 units and 4,000 flows takes when it is opened.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use water_ledger::chart::{self, Size};
use water_ledger::evaluate::{self, PlantResults};
use water_ledger::ledger::{
    COSTS, Column, Edit, FLOWS, FlowColumn, Ledger, Opened, PERIODS, PlantEntry, Row, RowId, SUPPLIES,
    TableSpec, WATER_UNITS, WaterUnitColumn, open, rows_of, save,
};
use water_ledger::show::plant::{Picture, water_picture};
use water_ledger::text::Language;

/// Units of a workshop: a tank, a softener, a wastewater treatment and those that use water in a row.
const WORKSHOP: usize = 25;
const USES: usize = WORKSHOP - 3;

/// The cells of a plant's tables, row by row.
#[derive(Default)]
struct Tables {
    supplies: Vec<Vec<String>>,
    units: Vec<Vec<String>>,
    flows: Vec<Vec<String>>,
    costs: Vec<Vec<String>>,
}

impl Tables {
    fn ledger(&self) -> Ledger {
        let rows = |table: &'static TableSpec, rows: &[Vec<String>]| {
            let cells: Vec<Vec<&str>> =
                rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
            rows_of(table, &cells.iter().map(Vec::as_slice).collect::<Vec<_>>())
        };
        let sheet = Row::blank(&PERIODS, RowId(1))
            .with(PlantEntry::Period, "2024")
            .holding(&SUPPLIES, rows(&SUPPLIES, &self.supplies))
            .holding(&WATER_UNITS, rows(&WATER_UNITS, &self.units))
            .holding(&FLOWS, rows(&FLOWS, &self.flows))
            .holding(&COSTS, rows(&COSTS, &self.costs));
        Ledger::default().with_sheets(&PERIODS, [sheet])
    }
}

/// Workshops on a main. In each, uses take from the tank, give to the next one and to the treatment, and lose some; the
/// treatment feeds the tank again. A hundred flows each.
fn plant(workshops: usize) -> Ledger {
    let mut tables = Tables::default();
    let make_up = 6 * USES + 8;
    for (place, (name, kind, share)) in [("水厂", "town", 3), ("井群", "ground", 1)].into_iter().enumerate()
    {
        let amount = share * make_up * workshops / 4;
        add(&mut tables.supplies, &[name, kind, &read(amount, place)]);
    }
    add(&mut tables.costs, &["", "price", "3.2"]);
    add(&mut tables.costs, &["", "sewage", "1.4"]);
    for shop in 0..workshops {
        workshop(&mut tables, shop, make_up);
    }
    tables.ledger()
}

fn workshop(tables: &mut Tables, shop: usize, make_up: usize) {
    let [tank, softener, treatment] = ["水池", "软化站", "污水站"].map(|kind| format!("{kind} {shop}"));
    let of_use = |at: usize| format!("{shop} 车间 {at} 号机");
    for (name, kind) in [(&tank, "tank"), (&softener, "treatment")] {
        add(&mut tables.units, &[name, kind]);
    }
    let town = if shop % 4 == 3 { "井群" } else { "水厂" };
    let discharged = read(4 * USES + 6, shop + 1);
    add(&mut tables.units, &[&treatment, "wastewater", "", "", "", "", "", "", "", "", "", &discharged]);
    let mut flow = |from: &str, to: &str, amount: usize| {
        let typed = read(amount, tables.flows.len());
        add(&mut tables.flows, &[from, to, &typed]);
    };
    flow(town, &softener, make_up);
    flow(&softener, &tank, make_up - 8);
    flow(&softener, &treatment, 8);
    flow(&treatment, &tank, 4 * USES);
    for at in 0..USES {
        let next = if at + 1 < USES { of_use(at + 1) } else { treatment.clone() };
        flow(&tank, &of_use(at), 10);
        flow(&of_use(at), &next, at + 1);
        flow(&of_use(at), &treatment, if at < 2 { 6 } else { 7 });
    }
    for at in 0..USES {
        let (consumed, leaked) = (read(2, at), if at < 7 { read(1, at + 3) } else { String::new() });
        let circulated = if at % 8 == 0 { "5000±5%" } else { "" };
        let row =
            [&of_use(at), "main", "", "", "", "", "", "", circulated, "indirect", &consumed, "", &leaked];
        add(&mut tables.units, &row);
    }
    add(&mut tables.costs, &[&treatment, "treatment", "4.1"]);
    add(&mut tables.costs, &[&softener, "pumping", "0.35"]);
}

/// Meters read a little more or less than the amounts.
fn read(amount: usize, at: usize) -> String {
    format!("{}±2%", (amount * (995 + at * 7 % 11)) as f64 / 1000.0)
}

fn add(rows: &mut Vec<Vec<String>>, cells: &[&str]) {
    rows.push(cells.iter().map(|cell| cell.to_string()).collect());
}

fn one_flow(criterion: &mut Criterion) {
    let ledger = plant(20);
    let results = evaluate::plant(&ledger, None);
    let sheet = &ledger.sheets(&PERIODS)[0];
    let (units, flows) = (sheet.rows(&WATER_UNITS), &results.periods[0].plant.flows);
    let name = format!("{} units, {} flows", units.len(), flows.len());
    let row = sheet.rows(&FLOWS)[1_000].id;
    let edit = Edit::set(FLOWS.at(&[sheet.id]), row, FlowColumn::Amount, "11±2%");
    let after = ledger.after(edit.clone()).expect("the cell is there");
    let again = |after: &Ledger| evaluate::plant(after, Some((&ledger, &results)));
    let results = again(&after);
    let drawn = |results: &PlantResults| {
        let picture = water_picture(&results.periods[0], Picture::Ribbons, 0.0, Language::Chinese);
        picture.expect("a plant with water")
    };
    let picture = drawn(&results);

    let mut group = criterion.benchmark_group(name);
    group.sample_size(20);
    // What is made is dropped at once, or the memory of a hundred ledgers would be measured.
    group.bench_function("edit", |bencher| bencher.iter(|| ledger.after(edit.clone())));
    group.bench_function("figures", |bencher| bencher.iter(|| again(&after)));
    group.bench_function("picture", |bencher| bencher.iter(|| drawn(&results)));
    group.bench_function("layout and SVG", |bencher| bencher.iter(|| chart::svg(&picture.chart, Size::WIDE)));
    group.bench_function("one flow changed, all of it", |bencher| {
        bencher.iter(|| {
            let after = ledger.after(edit.clone()).expect("the cell is there");
            chart::svg(&drawn(&again(&after)).chart, Size::WIDE)
        });
    });
    group.finish();
    print_peak("one flow changed");
}

/// A thousand units in a row, each with three meters; what one hands to the next is open, and follows from all that stand
/// behind it.
fn open_row() -> Ledger {
    let mut tables = Tables::default();
    for at in 0..1_000 {
        let [name, next] = [at, at + 1].map(|at| format!("{at} 号"));
        let [town, consumed, leaked] = [9, 2, 1].map(|amount| read(amount, at));
        let row = [&name, "main", "", &town, "", "", "", "", "", "", &consumed, "", &leaked];
        add(&mut tables.units, &row);
        if at < 999 {
            add(&mut tables.flows, &[&name, &next, "?"]);
        }
    }
    tables.units[999][WaterUnitColumn::Discharge.index()] = "?".to_string();
    tables.ledger()
}

fn opened(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("1,000 units, 4,000 flows");
    group.sample_size(10);
    for (name, ledger) in [("opened, all figures", plant(40)), ("opened, a row of open flows", open_row())] {
        let text = save(&ledger);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let Opened::Ledger(ledger) = open(&text) else { panic!("a document of our own") };
                black_box(evaluate::plant(&ledger, None))
            });
        });
        print_peak(name);
    }
    group.finish();
}

/// The most memory that was held so far, where the system says so.
fn print_peak(when: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(peak) = status.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
        println!("{when}: at most {} held", peak.trim());
    }
}

criterion_group!(benches, one_flow, opened);
criterion_main!(benches);
