//! A plant: its places, the water between them, what was made; each problem from the smallest change that brings it.

use water_ledger::evaluate::{Results, everything};
use water_ledger::ledger::{
    CoolingColumn as Cooling, CostColumn as Cost, Edit, Entry, FlowColumn as Flow, Ledger,
    MeterColumn as Meter, Place, PlantEntry, PlantExample, PlantTable, ProductColumn as Product, RowId,
    SupplyColumn as Supply, TableAt, TierColumn as Tier, UnitColumn as Unit,
};
use water_ledger::text::Language;

use crate::ledger_check::{added, entered, sorted, typed};

/// The small works, its last year alone.
fn works() -> Ledger {
    let mut industry = PlantExample::Works.industry(Language::Chinese);
    industry.periods.drain(..2);
    Ledger { industry, ..Ledger::default() }
}

fn at(ledger: &Ledger, table: PlantTable) -> TableAt {
    TableAt::Plant(ledger.industry.periods[0].id, table)
}

fn problems(results: &Results) -> Vec<(Place, &'static str)> {
    let of_periods = results.plant.periods.iter().flat_map(|period| &period.problems);
    let all = results.sheet_problems().chain(of_periods);
    sorted(all.map(|problem| (problem.place, problem.kind.code())).collect())
}

/// A problem as its table, row, column and code.
type At = (PlantTable, u32, usize, &'static str);

fn expect_of(ledger: &Ledger, expected: &[At], case: &str) {
    let place =
        |(table, row, column, code): &At| (Place::cell(at(ledger, *table), RowId(*row), *column), *code);
    assert_eq!(problems(&everything(ledger)), sorted(expected.iter().map(place).collect()), "{case}");
}

fn expect(table: PlantTable, row: u32, column: usize, text: &str, expected: &[At]) {
    let works = works();
    let changed = typed(&works, at(&works, table), row, column, text);
    expect_of(&changed, expected, &format!("{text:?} in {table:?} {row} {column}"));
}

#[test]
fn the_examples_have_the_problems_they_are_made_for() {
    for language in Language::ALL {
        for example in [PlantExample::Works, PlantExample::Smelter] {
            let ledger = Ledger { industry: example.industry(language), ..Ledger::default() };
            assert_eq!(problems(&everything(&ledger)), [], "{example:?} {language:?}");
        }
        let ledger = Ledger { industry: PlantExample::Errors.industry(language), ..Ledger::default() };
        let codes: std::collections::BTreeSet<&str> =
            problems(&everything(&ledger)).into_iter().map(|(_, code)| code).collect();
        for code in [
            "balance_open",
            "counted_twice",
            "flow_to_itself",
            "unknown_place",
            "negative",
            "suspect",
            "more_than_used",
        ] {
            assert!(codes.contains(code), "{code} {language:?}: {codes:?}");
        }
    }
}

#[test]
fn where_water_comes_from() {
    use PlantTable::Supplies;
    // Without a kind it supplies none of the units, so that its meter agrees with nothing.
    let of_no_kind = |code| {
        [
            (Supplies, 1, Supply::Kind.index(), code),
            (Supplies, 1, 0, "balance_open"),
            (Supplies, 1, Supply::Amount.index(), "suspect"),
        ]
    };
    expect(Supplies, 1, Supply::Kind.index(), "", &of_no_kind("no_kind"));
    expect(Supplies, 1, Supply::Kind.index(), "河", &of_no_kind("unknown_class"));
    // Two main meters of one name: the second is left out.
    let twice = [
        (Supplies, 2, Supply::Name.index(), "repeated"),
        (PlantTable::Costs, 2, Cost::Place.index(), "unknown_place"),
        (PlantTable::Costs, 3, Cost::Place.index(), "unknown_place"),
    ];
    expect(Supplies, 2, Supply::Name.index(), "市政自来水", &twice);
    // Without a reading, the intake follows from what the units take.
    expect(Supplies, 1, Supply::Amount.index(), "", &[]);
    let flow_of_an_hour = [(Supplies, 1, Supply::Amount.index(), "other_dimension")];
    expect(Supplies, 1, Supply::Amount.index(), "41600 m³/h", &flow_of_an_hour);
    expect(
        Supplies,
        1,
        Supply::Amount.index(),
        "NaN",
        &[(Supplies, 1, Supply::Amount.index(), "not_a_number")],
    );
    expect(
        Supplies,
        1,
        Supply::Amount.index(),
        "60000",
        &[(Supplies, 1, 0, "balance_open"), (Supplies, 1, Supply::Amount.index(), "suspect")],
    );
}

#[test]
fn units_and_what_belongs_to_them() {
    use PlantTable::Units;
    expect(Units, 1, Unit::Within.index(), "无此单元", &[(Units, 1, Unit::Within.index(), "no_such_unit")]);
    expect(
        Units,
        1,
        Unit::Within.index(),
        "机加工车间",
        &[(Units, 1, Unit::Within.index(), "within_itself")],
    );
    expect(Units, 1, Unit::Kind.index(), "", &[(Units, 1, Unit::Kind.index(), "no_kind")]);
    expect(Units, 1, Unit::Name.index(), "", &[(Units, 1, Unit::Name.index(), "no_name")]);
    let negative = [(Units, 3, Unit::Leakage.index(), "negative")];
    expect(Units, 3, Unit::Leakage.index(), "-200", &negative);
    // Beyond all the water there is, by its amount or its ±.
    for text in ["1e21", "200±1e21"] {
        expect(Units, 3, Unit::Leakage.index(), text, &[(Units, 3, Unit::Leakage.index(), "too_large")]);
    }
    // Two unknowns at one place: neither follows from the balance.
    let unknown = [
        (Units, 6, Unit::Leakage.index(), "undetermined"),
        (Units, 6, Unit::Consumption.index(), "undetermined"),
    ];
    expect(Units, 6, Unit::Leakage.index(), "？", &unknown);
    let more = [(Units, 6, Unit::Consumption.index(), "unknown_negative")];
    expect(Units, 6, Unit::Leakage.index(), "9000", &more);
}

#[test]
fn a_unit_that_stands_for_others_is_checked_against_them() {
    use PlantTable::Units;
    let works = works();
    let table = at(&works, Units);
    let parts = typed(&works, table, 3, Unit::Within.index(), "机加工车间");
    let own = typed(&parts, table, 1, Unit::Town.index(), "");
    // Its own meter for groundwater against the make-up of the cooling station, 22000.
    let agrees = typed(&own, table, 1, Unit::Ground.index(), "22300");
    let town_meter = typed(&agrees, at(&works, PlantTable::Supplies), 1, Supply::Amount.index(), "32500");
    expect_of(&town_meter, &[], "agrees");
    let differs = typed(&town_meter, table, 1, Unit::Ground.index(), "26000");
    expect_of(&differs, &[(Units, 1, Unit::Name.index(), "level_open")], "differs");
    let flows = added(&town_meter, at(&works, PlantTable::Flows), &["机加工车间", "废水站", "10"]);
    expect_of(&flows, &[(PlantTable::Flows, 3, Flow::From.index(), "flow_at_level")], "a flow from a level");
}

#[test]
fn water_between_units() {
    use PlantTable::Flows;
    expect(
        Flows,
        1,
        Flow::To.index(),
        "电镀车间",
        &[
            (Flows, 1, Flow::To.index(), "flow_to_itself"),
            (Flows, 2, Flow::Amount.index(), "suspect"),
            (PlantTable::Units, 2, 0, "balance_open"),
            (PlantTable::Units, 7, 0, "balance_open"),
            (PlantTable::Units, 7, 0, "more_than_used"),
        ],
    );
    let works = works();
    let table = at(&works, Flows);
    for (cells, column, code) in [
        (["机加工车间", "无此处", "10"], Flow::To, "unknown_place"),
        (["", "废水站", "10"], Flow::From, "blank"),
        (["机加工车间", "自备井", "10"], Flow::To, "flow_into_supply"),
        (["机加工车间", "废水站", "-10"], Flow::Amount, "negative"),
    ] {
        expect_of(&added(&works, table, &cells), &[(Flows, 3, column.index(), code)], code);
    }
    // What is drawn round and typed as circulation as well counts twice.
    let there = added(&works, table, &["循环冷却水站", "机加工车间", "500"]);
    let and_back = added(&there, table, &["机加工车间", "循环冷却水站", "500"]);
    let twice = [1, 3].map(|row| (PlantTable::Units, row, Unit::Circulation.index(), "counted_twice"));
    expect_of(&and_back, &twice, "counted twice");
}

#[test]
fn what_was_made() {
    use PlantTable::{Cooling as Towers, Costs, Meters, Products, Tiers};
    let with_own_quota = [(Products, 1, Product::Output.index(), "no_output")];
    expect(Products, 1, Product::Output.index(), "0", &with_own_quota);
    expect(
        Products,
        1,
        Product::Quota.index(),
        "无",
        &[(Products, 1, Product::Quota.index(), "unknown_class")],
    );
    let works = works();
    let two = added(&works, at(&works, Products), &["铸件", "100"]);
    let asked = [1, 2].map(|row| (Products, row, Product::Intake.index(), "no_product_intake"));
    expect_of(&two, &asked, "two products");
    expect(Meters, 1, Meter::Level.index(), "", &[(Meters, 1, Meter::Level.index(), "no_kind")]);
    expect(Towers, 1, Cooling::Air.index(), "-30", &[(Towers, 1, Cooling::Air.index(), "too_small")]);
    expect(Towers, 1, Cooling::Air.index(), "55", &[(Towers, 1, Cooling::Air.index(), "too_large")]);
    expect(Towers, 1, Cooling::Cycles.index(), "1", &[(Towers, 1, Cooling::Cycles.index(), "too_small")]);
    expect(Costs, 6, Cost::Item.index(), "treatment", &[(Costs, 6, Cost::Place.index(), "blank")]);
    expect(
        Costs,
        1,
        Cost::Place.index(),
        "无此处",
        &[
            (Costs, 1, Cost::Place.index(), "unknown_place"),
            (Tiers, 1, Tier::Multiplier.index(), "no_tier_price"),
            (Tiers, 2, Tier::Multiplier.index(), "no_tier_price"),
        ],
    );
}

#[test]
fn periods_and_entries() {
    let works = works();
    let id = works.industry.periods[0].id;
    let entry = |entry| Entry::Plant(id, entry);
    for (which, text, code) in [
        (PlantEntry::Period, "三月", "not_a_period"),
        (PlantEntry::Days, "400", "outside"),
        (PlantEntry::Tolerance, "120", "outside"),
        (PlantEntry::Staff, "260 m³", "other_dimension"),
        (PlantEntry::Sector, "nowhere", "unknown_class"),
    ] {
        let changed = entered(&works, entry(which), text);
        assert_eq!(problems(&everything(&changed)), [(Place::Entry(entry(which)), code)], "{which:?}");
    }
    // A month alone: the year cannot be summed from its months.
    let month = entered(&works, entry(PlantEntry::Period), "2024-03");
    assert_eq!(problems(&everything(&month)), [(Place::Entry(entry(PlantEntry::Period)), "months_missing")]);
    let again = works.after(Edit::AddPeriod).expect("a period");
    let added = again.industry.periods[1].id;
    assert_eq!(again.industry.periods[1].period, "2025");
    let same = entered(&again, Entry::Plant(added, PlantEntry::Period), "2024");
    let problems: Vec<_> = problems(&everything(&same))
        .into_iter()
        .filter(|(place, _)| *place == Place::Entry(Entry::Plant(added, PlantEntry::Period)))
        .collect();
    assert_eq!(problems, [(Place::Entry(Entry::Plant(added, PlantEntry::Period)), "duplicate_period")]);
}
