//! A plant: its places, the water between them, what was made; each problem from the smallest change that brings it.

use water_ledger::evaluate::{Results, everything};
use water_ledger::ledger::{
    COOLING, COSTS, Column, ColumnSpec, CoolingColumn as Cooling, CostColumn as Cost, Edit, Example, FLOWS,
    FlowColumn as Flow, Ledger, METERS, MeterColumn as Meter, PERIODS, PRODUCTS, Place, PlantEntry,
    ProductColumn as Product, RowId, SUPPLIES, SupplyColumn as Supply, TIERS, TableAt, TableSpec,
    TierColumn as Tier, WATER_UNITS, WaterUnitColumn as Unit,
};
use water_ledger::show;
use water_ledger::text::Language;

use crate::ledger_check::{added, entered, sorted, typed};

/// The small works, its last year alone.
fn works() -> Ledger {
    let works = Example::Works.ledger(Language::Chinese);
    let last = works.sheets(&PERIODS)[2..].to_vec();
    works.with_sheets(&PERIODS, last)
}

fn at(ledger: &Ledger, table: &'static TableSpec) -> TableAt {
    table.at(&[ledger.sheets(&PERIODS)[0].id])
}

fn problems(results: &Results) -> Vec<(Place, &'static str)> {
    let of_periods = results.plant.periods.iter().flat_map(|period| &period.problems);
    let all = results.sheet_problems().chain(of_periods);
    sorted(all.map(|problem| (problem.place, problem.kind.code())).collect())
}

/// A problem as its table, row, column and code.
type At = (&'static TableSpec, u32, &'static ColumnSpec, &'static str);

fn expect_of(ledger: &Ledger, expected: &[At], case: &str) {
    let place = |(table, row, column, code): &At| {
        (Place { column: Some(*column), ..at(ledger, table).row(RowId(*row)) }, *code)
    };
    assert_eq!(problems(&everything(ledger)), sorted(expected.iter().map(place).collect()), "{case}");
}

fn expect(table: &'static TableSpec, row: u32, column: &'static ColumnSpec, text: &str, expected: &[At]) {
    let works = works();
    let changed = typed(&works, at(&works, table), row, column, text);
    expect_of(&changed, expected, &format!("{text:?} in {table:?} {row} {}", column.name));
}

#[test]
fn the_examples_have_the_problems_they_are_made_for() {
    for language in Language::ALL {
        for example in [Example::Works, Example::Smelter] {
            let ledger = example.ledger(language);
            assert_eq!(problems(&everything(&ledger)), [], "{example:?} {language:?}");
        }
        let ledger = Example::Errors.ledger(language);
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
    // Without a kind it supplies none of the units, so that its meter agrees with nothing.
    let of_no_kind = |code| {
        [
            (&SUPPLIES, 1, Supply::Kind.spec(), code),
            (&SUPPLIES, 1, Supply::Name.spec(), "balance_open"),
            (&SUPPLIES, 1, Supply::Amount.spec(), "suspect"),
        ]
    };
    expect(&SUPPLIES, 1, Supply::Kind.spec(), "", &of_no_kind("no_kind"));
    expect(&SUPPLIES, 1, Supply::Kind.spec(), "河", &of_no_kind("unknown_class"));
    // Two main meters of one name: the second is left out.
    let twice = [
        (&SUPPLIES, 2, Supply::Name.spec(), "repeated"),
        (&COSTS, 2, Cost::Place.spec(), "unknown_place"),
        (&COSTS, 3, Cost::Place.spec(), "unknown_place"),
    ];
    expect(&SUPPLIES, 2, Supply::Name.spec(), "市政自来水", &twice);
    // Without a reading, the intake follows from what the units take.
    expect(&SUPPLIES, 1, Supply::Amount.spec(), "", &[]);
    let flow_of_an_hour = [(&SUPPLIES, 1, Supply::Amount.spec(), "other_dimension")];
    expect(&SUPPLIES, 1, Supply::Amount.spec(), "41600 m³/h", &flow_of_an_hour);
    expect(
        &SUPPLIES,
        1,
        Supply::Amount.spec(),
        "NaN",
        &[(&SUPPLIES, 1, Supply::Amount.spec(), "not_a_number")],
    );
    expect(
        &SUPPLIES,
        1,
        Supply::Amount.spec(),
        "60000",
        &[
            (&SUPPLIES, 1, Supply::Name.spec(), "balance_open"),
            (&SUPPLIES, 1, Supply::Amount.spec(), "suspect"),
        ],
    );
}

#[test]
fn units_and_what_belongs_to_them() {
    expect(
        &WATER_UNITS,
        1,
        Unit::Within.spec(),
        "无此单元",
        &[(&WATER_UNITS, 1, Unit::Within.spec(), "no_such_unit")],
    );
    expect(
        &WATER_UNITS,
        1,
        Unit::Within.spec(),
        "机加工车间",
        &[(&WATER_UNITS, 1, Unit::Within.spec(), "within_itself")],
    );
    expect(&WATER_UNITS, 1, Unit::Kind.spec(), "", &[(&WATER_UNITS, 1, Unit::Kind.spec(), "no_kind")]);
    expect(&WATER_UNITS, 1, Unit::Name.spec(), "", &[(&WATER_UNITS, 1, Unit::Name.spec(), "no_name")]);
    let negative = [(&WATER_UNITS, 3, Unit::Leakage.spec(), "negative")];
    expect(&WATER_UNITS, 3, Unit::Leakage.spec(), "-200", &negative);
    // Beyond all the water there is, by its amount or its ±.
    for text in ["1e21", "200±1e21"] {
        expect(
            &WATER_UNITS,
            3,
            Unit::Leakage.spec(),
            text,
            &[(&WATER_UNITS, 3, Unit::Leakage.spec(), "too_large")],
        );
    }
    // Two unknowns at one place: neither follows from the balance.
    let unknown = [
        (&WATER_UNITS, 6, Unit::Leakage.spec(), "undetermined"),
        (&WATER_UNITS, 6, Unit::Consumption.spec(), "undetermined"),
    ];
    expect(&WATER_UNITS, 6, Unit::Leakage.spec(), "？", &unknown);
    let more = [(&WATER_UNITS, 6, Unit::Consumption.spec(), "unknown_negative")];
    expect(&WATER_UNITS, 6, Unit::Leakage.spec(), "9000", &more);
}

#[test]
fn a_unit_that_stands_for_others_is_checked_against_them() {
    let works = works();
    let table = at(&works, &WATER_UNITS);
    let parts = typed(&works, table, 3, Unit::Within.spec(), "机加工车间");
    let own = typed(&parts, table, 1, Unit::Town.spec(), "");
    // Its own meter for groundwater against the make-up of the cooling station, 22000.
    let agrees = typed(&own, table, 1, Unit::Ground.spec(), "22300");
    let town_meter = typed(&agrees, at(&works, &SUPPLIES), 1, Supply::Amount.spec(), "32500");
    expect_of(&town_meter, &[], "agrees");
    let differs = typed(&town_meter, table, 1, Unit::Ground.spec(), "26000");
    expect_of(&differs, &[(&WATER_UNITS, 1, Unit::Name.spec(), "level_open")], "differs");
    let flows = added(&town_meter, at(&works, &FLOWS), &["机加工车间", "废水站", "10"]);
    expect_of(&flows, &[(&FLOWS, 3, Flow::From.spec(), "flow_at_level")], "a flow from a level");
}

#[test]
fn water_between_units() {
    expect(
        &FLOWS,
        1,
        Flow::To.spec(),
        "电镀车间",
        &[
            (&FLOWS, 1, Flow::To.spec(), "flow_to_itself"),
            (&FLOWS, 2, Flow::Amount.spec(), "suspect"),
            (&WATER_UNITS, 2, Unit::Name.spec(), "balance_open"),
            (&WATER_UNITS, 7, Unit::Name.spec(), "balance_open"),
            (&WATER_UNITS, 7, Unit::Name.spec(), "more_than_used"),
        ],
    );
    let works = works();
    let table = at(&works, &FLOWS);
    for (cells, column, code) in [
        (["机加工车间", "无此处", "10"], Flow::To, "unknown_place"),
        (["", "废水站", "10"], Flow::From, "blank"),
        (["机加工车间", "自备井", "10"], Flow::To, "flow_into_supply"),
        (["机加工车间", "废水站", "-10"], Flow::Amount, "negative"),
    ] {
        expect_of(&added(&works, table, &cells), &[(&FLOWS, 3, column.spec(), code)], code);
    }
    // What is drawn round and typed as circulation as well counts twice.
    let there = added(&works, table, &["循环冷却水站", "机加工车间", "500"]);
    let and_back = added(&there, table, &["机加工车间", "循环冷却水站", "500"]);
    let twice = [1, 3].map(|row| (&WATER_UNITS, row, Unit::Circulation.spec(), "counted_twice"));
    expect_of(&and_back, &twice, "counted twice");
}

#[test]
fn what_was_made() {
    let with_own_quota = [(&PRODUCTS, 1, Product::Output.spec(), "no_output")];
    expect(&PRODUCTS, 1, Product::Output.spec(), "0", &with_own_quota);
    expect(
        &PRODUCTS,
        1,
        Product::Quota.spec(),
        "无",
        &[(&PRODUCTS, 1, Product::Quota.spec(), "unknown_class")],
    );
    let works = works();
    let two = added(&works, at(&works, &PRODUCTS), &["铸件", "100"]);
    let asked = [1, 2].map(|row| (&PRODUCTS, row, Product::Intake.spec(), "no_product_intake"));
    expect_of(&two, &asked, "two products");
    expect(&METERS, 1, Meter::Level.spec(), "", &[(&METERS, 1, Meter::Level.spec(), "no_kind")]);
    expect(&COOLING, 1, Cooling::Air.spec(), "-30", &[(&COOLING, 1, Cooling::Air.spec(), "too_small")]);
    expect(&COOLING, 1, Cooling::Air.spec(), "55", &[(&COOLING, 1, Cooling::Air.spec(), "too_large")]);
    expect(&COOLING, 1, Cooling::Cycles.spec(), "1", &[(&COOLING, 1, Cooling::Cycles.spec(), "too_small")]);
    expect(
        &COOLING,
        1,
        Cooling::Cycles.spec(),
        "9",
        &[(&COOLING, 1, Cooling::Cycles.spec(), "cycles_disagree")],
    );
    expect(&COSTS, 6, Cost::Item.spec(), "treatment", &[(&COSTS, 6, Cost::Place.spec(), "blank")]);
    expect(
        &COSTS,
        1,
        Cost::Place.spec(),
        "无此处",
        &[
            (&COSTS, 1, Cost::Place.spec(), "unknown_place"),
            (&TIERS, 1, Tier::Multiplier.spec(), "no_tier_price"),
            (&TIERS, 2, Tier::Multiplier.spec(), "no_tier_price"),
        ],
    );
}

#[test]
fn periods_and_entries() {
    let works = works();
    let id = works.sheets(&PERIODS)[0].id;
    let entry = |entry| PERIODS.entry(id, entry);
    for (which, text, code) in [
        (PlantEntry::Period, "三月", "not_a_period"),
        (PlantEntry::Days, "400", "outside"),
        (PlantEntry::Tolerance, "120", "outside"),
        (PlantEntry::Staff, "260 m³", "other_dimension"),
        (PlantEntry::Sector, "nowhere", "unknown_class"),
    ] {
        let changed = entered(&works, entry(which), text);
        assert_eq!(problems(&everything(&changed)), [(entry(which), code)], "{which:?}");
    }
    // A month alone: the year cannot be summed from its months.
    let month = entered(&works, entry(PlantEntry::Period), "2024-03");
    assert_eq!(problems(&everything(&month)), [(entry(PlantEntry::Period), "months_missing")]);
    let again = works.after(Edit::AddSheet(&PERIODS, None)).expect("a period");
    let added = again.sheets(&PERIODS)[1].id;
    assert_eq!(&again.sheets(&PERIODS)[1][PlantEntry::Period], "2025");
    let same = entered(&again, PERIODS.entry(added, PlantEntry::Period), "2024");
    // It is said on both sheets.
    let said = problems(&everything(&same));
    for sheet in [id, added] {
        assert!(said.contains(&(PERIODS.entry(sheet, PlantEntry::Period), "duplicate_period")), "{said:?}");
    }
}

#[test]
fn a_plant_that_balances_over_places_that_do_not_says_so_and_names_the_worst() {
    let works = works();
    let tested = typed(&works, at(&works, &WATER_UNITS), 6, Unit::Consumption.spec(), "7500");
    let verdict = |ledger: &Ledger| {
        let found = &everything(ledger).plant.periods[0];
        show::plant::plant_verdict(found).expect("a tested balance").message.say(Language::Chinese)
    };
    assert!(verdict(&tested).starts_with("全厂进出平衡，差在"), "{}", verdict(&tested));
    // Less is handed from one place to another than both counted with: the plant as a whole does not notice.
    let slipped = typed(&tested, at(&tested, &FLOWS), 1, Flow::Amount.spec(), "20000");
    let said = verdict(&slipped);
    assert!(said.contains("2 处不平") && said.contains("“废水站”，24.0 %"), "{said}");
}

#[test]
fn a_number_taken_over_is_told_until_it_is_another() {
    let next = works().after(Edit::AddSheet(&PERIODS, None)).expect("a period");
    let id = next.sheets(&PERIODS)[1].id;
    let earlier = next.sheet_before(&PERIODS, id).expect("the year before").clone();
    assert_eq!(earlier.id, next.sheets(&PERIODS)[0].id);
    assert_eq!(next.sheet_before(&PERIODS, earlier.id), None);
    let shown = |ledger: &Ledger| {
        let sheet = ledger.sheet(&PERIODS, id).expect("the year");
        let found = everything(ledger);
        let found = found.plant.period(id).expect("evaluated").clone();
        let table = show::plant::plant_table(sheet, &found, &COSTS, None);
        let table = table.taking_over("2024", earlier.rows_at(COSTS.at(&[id])));
        let of_rows = table.rows.iter().map(|row| row.taken_over.clone()).collect::<Vec<_>>();
        (table.taken_over_from, of_rows)
    };
    let price = Cost::PerVolume.spec();
    let (from, of_rows) = shown(&next);
    assert_eq!(from.as_deref(), Some("2024"));
    assert!(of_rows.iter().any(|columns| columns == &[price]), "{of_rows:?}");
    let row = of_rows.iter().position(|columns| columns == &[price]).expect("a price");
    let at = COSTS.at(&[id]);
    let changed = entered(&next, at.cell(next.rows_at(at).expect("costs")[row].id, Cost::PerVolume), "99");
    assert!(shown(&changed).1[row].is_empty());
}
