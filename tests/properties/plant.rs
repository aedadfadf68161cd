//! Laws of plants as they are entered: what size, merging of units, mistakes and open amounts change and what not.

use std::iter::once;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use water_ledger::balance::{End, Flow, FlowState, Measured, Network, NodeKind, reconcile};
use water_ledger::evaluate::{PeriodResults, RowAt};
use water_ledger::industry::{CostItem, WaterUnitKind};
use water_ledger::ledger::{
    COOLING, COSTS, CostColumn, Example, FLOWS, FlowColumn, METERS, PERIODS, PRODUCTS, PlantEntry,
    REQUIREMENTS, Row, RowId, STEAM, SUPPLIES, SupplyColumn, TIERS, TableSpec, WATER_UNITS, WaterUnitColumn,
};
use water_ledger::metric::Figure;
use water_ledger::plant::{Amount, BalanceState, FlowEnd, PlaceKind, PlantFlow, Totals};
use water_ledger::text::{Coded, Language};

use crate::properties::edits::intent;
use crate::properties::evaluations::again_is_afresh;
use crate::properties::ledgers::{any_text, cell_text, with_each, with_row};
use crate::properties::plants::{
    FRESH, OTHER, cost, ledger_of, measured, plants, results, row, unit_name, with_waters,
};

/// Rates that no water handed from unit to unit enters.
const OF_THE_BORDER: [&str; 6] = [
    "industry.leakage_rate",
    "industry.discharge_rate",
    "industry.nonconventional_rate",
    "industry.compliant_discharge_rate",
    "industry.fresh_water_utilisation",
    "industry.wastewater_reuse_rate",
];

proptest! {
    /// Amounts are eighths and sizes powers of two, so that not a bit may differ.
    #[test]
    fn the_size_of_a_plant_changes_no_rate(
        sheet in plants(),
        compliant in 0..400u32,
        size in select(vec![0.125, 0.5, 2.0, 64.0, 4096.0]),
    ) {
        let sheet = sheet.with(PlantEntry::Compliant, compliant.to_string());
        let sized = with_waters(sheet.clone(), |cell| {
            cell.parse::<f64>().map_or(cell.to_string(), |amount| (amount * size).to_string())
        });
        let (before, after) = (results(&sheet), results(&sized));
        prop_assert_eq!(rates(&before), rates(&after));
        for (one, other) in before.figures.places.iter().zip(&after.figures.places) {
            prop_assert_eq!(value(&one.reuse_rate), value(&other.reuse_rate));
            prop_assert_eq!(relative(&one.closure), relative(&other.closure));
        }
        prop_assert_eq!(relative(&before.figures.closure), relative(&after.figures.closure));
    }

    /// Of units that are wholly measured: merging may close a ring of open amounts. What one handed to the other was used
    /// in series and is no more, so that rates of reuse do change.
    #[test]
    fn merging_two_units_changes_no_rate_of_what_crosses_the_border(sheet in plants(), compliant in 0..400u32) {
        let sheet = measured(sheet).with(PlantEntry::Compliant, compliant.to_string());
        let first = [0, 1].map(|at| sheet.rows(&WATER_UNITS)[at].id);
        let sheet = with_each(sheet, &WATER_UNITS, |unit| {
            if first.contains(&unit.id) { unit.with(WaterUnitColumn::Kind, WaterUnitKind::Main.code()) } else { unit }
        });
        let (before, after) = (results(&sheet), results(&merged(&sheet)));
        for metric in OF_THE_BORDER {
            let [one, other] = [&before, &after].map(|found| found.figures.rate(metric).map(Figure::value));
            prop_assert!(near(one, other), "{metric}: {one:?} {other:?}");
        }
        let totals = [&before, &after].map(|found| {
            let Totals { intake, nonconventional, water, .. } = found.figures.totals.clone();
            [intake, nonconventional, water.consumed, water.leaked, water.discharged]
        });
        for (one, other) in totals[0].iter().zip(&totals[1]) {
            prop_assert!(near(value(one), value(other)), "{one:?} {other:?}");
        }
    }

    #[test]
    fn what_units_bear_and_what_is_left_over_is_what_water_costs(sheet in plants()) {
        costs_are_conserved(&results(&sheet));
    }

    #[test]
    fn a_tested_balance_is_what_comes_in_less_what_goes_out(sheet in plants()) {
        balances_add_up(&results(&sheet));
        balances_add_up(&results(&measured(sheet)));
    }

    #[test]
    fn a_reuse_rate_lies_between_0_and_100(sheet in plants()) {
        let found = results(&sheet);
        let of_places = found.figures.places.iter().filter_map(|place| value(&place.reuse_rate));
        for rate in of_places.chain(found.figures.rate("industry.reuse_rate").map(Figure::value)) {
            prop_assert!((0.0..=100.0).contains(&rate), "{rate}");
        }
    }

    /// Amounts that nobody typed come out as they were where everything else is exact, and are given exactly where
    /// reconciliation gives them.
    #[test]
    fn open_amounts_are_found_as_they_were(
        sheet in plants(),
        open in prop::collection::vec(prop::bool::weighted(0.3), 120),
    ) {
        let closed = closed(measured(sheet));
        let mut open = open.into_iter();
        let hidden = with_waters(closed.clone(), |cell| {
            let is_open = open.next().unwrap_or(false) && !cell.is_empty();
            if is_open { "?".to_string() } else { cell.to_string() }
        });
        let hidden = with_each(hidden, &WATER_UNITS, |unit| unit.with(WaterUnitColumn::Circulation, ""));
        let (all, found) = (results(&closed), results(&hidden));
        let reconciled = reconcile(&exact_network(&found));
        prop_assert!(reconciled.contradictions.is_empty());
        prop_assert_eq!(all.figures.amounts.len(), found.figures.amounts.len());
        for (flow, amount) in found.figures.amounts.iter().enumerate() {
            let reconciled = &reconciled.flows[flow];
            match amount {
                Amount::Typed(_) => {}
                // A place at which nothing was typed has a balance of nothing, which is not worth saying.
                Amount::Unknown => prop_assert!(
                    reconciled.state == FlowState::Undetermined || reconciled.value == Some(0.0)
                ),
                Amount::FromBalance(figure) => {
                    prop_assert_eq!(reconciled.state, FlowState::Determined);
                    let was = all.figures.amounts[flow].figure().map(Figure::value);
                    prop_assert!(near(Some(figure.value()), was), "{figure:?} {was:?}");
                    prop_assert!(near(Some(figure.value()), reconciled.value), "{figure:?} {reconciled:?}");
                }
            }
        }
    }

    #[test]
    fn no_text_in_a_cell_takes_the_figures_of_other_units_away(
        sheet in plants(),
        table in select(PERIODS.tables.to_vec()),
        (at, column) in (any::<Index>(), 0..14usize),
        text in prop_oneof![large(), any_text(), cell_text()],
    ) {
        // A row of each table, so that there is a cell to spoil.
        let others: [(&TableSpec, &[&str]); 6] = [
            (&TIERS, &["水源0", "100", "2"]),
            (&PRODUCTS, &["产品", "10"]),
            (&METERS, &["enterprise", "2", "2", "2"]),
            (&COOLING, &["塔", "130", "8", "25", "0.05", "420", "1260"]),
            (&STEAM, &["锅炉", "5200", "2300"]),
            (&REQUIREMENTS, &["effluent", "met"]),
        ];
        let add = |sheet, (table, cells)| with_row(sheet, table, row(table, 0, cells));
        let sheet = others.into_iter().fold(sheet, add);
        let (spoiled, spoiled_unit) = spoil(sheet.clone(), table, at, column, text);
        let (before, after) = (results(&sheet), results(&spoiled));
        for unit in sheet.rows(&WATER_UNITS).iter().filter(|unit| Some(unit.id) != spoiled_unit) {
            let at = RowAt { table: &WATER_UNITS, row: unit.id };
            let place = |found: &PeriodResults| found.place_rows.iter().position(|row| *row == Some(at));
            let [one, other] = [&before, &after].map(|found| &found.figures.places[place(found).expect("a unit")]);
            prop_assert_eq!(value(&one.water.circulated), value(&other.water.circulated));
            let is_typed = |column: &WaterUnitColumn| unit[*column].parse::<f64>().is_ok_and(|n| n > 0.0);
            if is_typed(&WaterUnitColumn::Consumption) {
                prop_assert_eq!(value(&one.water.consumed), value(&other.water.consumed));
            }
            if is_typed(&WaterUnitColumn::Leakage) {
                prop_assert_eq!(value(&one.water.leaked), value(&other.water.leaked));
            }
            if FRESH.iter().any(is_typed) && one.water.fresh_total().is_some() {
                prop_assert!(other.water.fresh_total().is_some(), "{:?}", other.water);
            }
            prop_assert!(one.into.is_none() || other.into.is_some() || !FRESH.iter().any(is_typed));
        }
    }
}

proptest! {
    // Each case evaluates a dozen ledgers.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn evaluating_a_plant_again_after_a_change_says_what_evaluating_afresh_says(
        first in prop_oneof![
            plants().prop_map(ledger_of),
            Just(Example::Works.ledger(Language::Chinese)),
        ],
        changes in prop::collection::vec(intent(), 1..12),
    ) {
        again_is_afresh(first, changes)?;
    }
}

/// Where the programs of others lose cost, charge it twice or never end: two supplies that take back treated water, reject
/// of a treatment that goes to wastewater, and water that goes round, round a treatment and between units.
#[test]
fn configurations_that_are_known_to_go_wrong() {
    let unit = |(at, kind): (usize, &&str)| {
        row(&WATER_UNITS, at, &[&unit_name(at), kind, "", "", "", "", "", "", "", "", "1"])
    };
    for (kinds, flows) in [
        (
            vec!["main", "main", "treatment", "treatment", "wastewater", "outfall"],
            vec![
                ("水源0", 2, "60"),
                ("水源1", 3, "40"),
                ("单元2", 0, "70"),
                ("单元3", 1, "50"),
                ("单元0", 4, "65"),
                ("单元1", 4, "45"),
                ("单元4", 2, "12"),
                ("单元4", 3, "11"),
                ("单元4", 5, "80"),
            ],
        ),
        (
            vec!["main", "main", "treatment", "wastewater", "outfall"],
            vec![
                ("水源0", 2, "100"),
                ("单元2", 0, "30"),
                ("单元2", 1, "45"),
                ("单元2", 3, "24"),
                ("单元0", 3, "29"),
                ("单元1", 3, "44"),
                ("单元3", 4, "96"),
            ],
        ),
        (
            vec!["main", "main", "tank", "wastewater", "outfall"],
            vec![
                ("水源0", 2, "50"),
                ("单元2", 0, "90"),
                ("单元0", 1, "100"),
                ("单元1", 0, "20"),
                ("单元1", 3, "70"),
                ("单元3", 2, "30"),
                ("单元2", 3, "5"),
                ("单元3", 4, "?"),
            ],
        ),
    ] {
        let supplies = [["水源0", "town", "?"], ["水源1", "ground", "?"]];
        let flows = flows.into_iter().enumerate();
        let prices = [cost(0, "", CostItem::Price, "3.2"), cost(1, "", CostItem::Sewage, "1.4")];
        let treated = (2..kinds.len()).map(|at| cost(at, &unit_name(at), CostItem::Treatment, "2.5"));
        let sheet = Row::blank(&PERIODS, RowId(1))
            .holding(&WATER_UNITS, kinds.iter().enumerate().map(unit))
            .holding(&SUPPLIES, supplies.iter().enumerate().map(|(at, cells)| row(&SUPPLIES, at, cells)))
            .holding(
                &FLOWS,
                flows.map(|(at, (from, to, amount))| row(&FLOWS, at, &[from, &unit_name(to), amount])),
            )
            .holding(&COSTS, prices.into_iter().chain(treated));
        let found = results(&sheet);
        balances_add_up(&found);
        costs_are_conserved(&found);
        assert_eq!(found.figures.costs.unallocated, 0.0, "{kinds:?}");
        assert!(found.figures.costs.places.iter().all(|place| place.place < found.plant.places.len()));
        assert!(found.figures.rate("industry.reuse_rate").is_some(), "{kinds:?}");
    }
}

fn costs_are_conserved(found: &PeriodResults) {
    let costs = &found.figures.costs;
    let borne: f64 = costs.places.iter().map(|place| place.borne).sum();
    let spent = value(&costs.total).expect("every plant here has a sum to bear");
    assert!(
        (borne + costs.unallocated - spent).abs() <= 1e-9 * spent,
        "{borne} {} {spent}",
        costs.unallocated
    );
    assert!(costs.unallocated >= 0.0 && costs.places.iter().all(|place| place.borne > 0.0));
    let items: f64 = costs.items.iter().map(|(_, cost)| cost.value()).sum();
    assert!((items - spent).abs() <= 1e-9 * spent);
}

/// Σ in = Σ out + residual wherever every amount was typed, and nowhere else a residual.
fn balances_add_up(found: &PeriodResults) {
    let check = |closure: &BalanceState, of: &dyn Fn(FlowEnd) -> bool| {
        let (mut into, mut out, mut open, mut count) = (0.0, 0.0, false, 0);
        for flow in found.plant.flows.iter().filter(|flow| of(flow.from) != of(flow.to)) {
            count += 1;
            let amount = flow.amount.as_ref().map(Figure::value);
            open |= amount.is_none();
            *(if of(flow.to) { &mut into } else { &mut out }) += amount.unwrap_or(0.0);
        }
        match closure {
            BalanceState::Tested { residual, .. } => {
                assert!(
                    (into - out - residual.value()).abs() <= 1e-9 * (into + out),
                    "{into} {out} {residual:?}"
                );
                assert!(!open);
            }
            BalanceState::ByDifference | BalanceState::Unknown => assert!(open),
            BalanceState::Empty => assert_eq!(count, 0),
        }
    };
    for (number, place) in found.figures.places.iter().enumerate() {
        check(&place.closure, &|end| end == FlowEnd::Place(number));
    }
    check(&found.figures.closure, &|end| matches!(end, FlowEnd::Place(_)));
}

/// The first two units as one: cells added up, flows led to it, those between the two left out.
fn merged(sheet: &Row) -> Row {
    let units = sheet.rows(&WATER_UNITS);
    let (mut one, other) = (Row::clone(&units[0]), &*units[1]);
    for column in FRESH.into_iter().chain(OTHER) {
        let [own, theirs] = [&one, other].map(|unit| unit[column].parse::<f64>().ok());
        if let Some(theirs) = theirs {
            one = one.with(column, (own.unwrap_or(0.0) + theirs).to_string());
        }
    }
    let renamed = |text: &str| text.replace(&other[WaterUnitColumn::Name], &unit_name(0));
    let units = once(Arc::new(one)).chain(units[2..].iter().cloned());
    let merged = with_each(sheet.clone().holding(&WATER_UNITS, units), &FLOWS, |flow| {
        let [from, to] = [FlowColumn::From, FlowColumn::To].map(|end| renamed(&flow[end]));
        flow.with(FlowColumn::From, from).with(FlowColumn::To, to)
    });
    let merged = with_each(merged, &COSTS, |cost| {
        let place = renamed(&cost[CostColumn::Place]);
        cost.with(CostColumn::Place, place)
    });
    let mut flows = merged.rows(&FLOWS).to_vec();
    flows.retain(|flow| flow[FlowColumn::From] != flow[FlowColumn::To]);
    merged.holding(&FLOWS, flows)
}

/// The plant with consumption and town water changed until every unit gives out what it takes in.
fn closed(mut sheet: Row) -> Row {
    let found = results(&sheet);
    for (number, place) in found.plant.places.iter().enumerate() {
        let (PlaceKind::Unit(_), Some(at)) = (place.kind, found.place_rows[number]) else { continue };
        let into = value(&found.figures.places[number].into).unwrap_or(0.0);
        let out = value(&found.figures.places[number].out).unwrap_or(0.0);
        let (column, lacking) = if into > out {
            (WaterUnitColumn::Consumption, into - out)
        } else {
            (WaterUnitColumn::Town, out - into)
        };
        assert!(sheet.row(&WATER_UNITS, at.row).is_some(), "its row");
        sheet = with_each(sheet, &WATER_UNITS, |unit| {
            let amount = unit[column].parse::<f64>().unwrap_or(0.0) + lacking;
            if unit.id == at.row { unit.with(column, amount.to_string()) } else { unit }
        });
    }
    // What sources give follows from what units take.
    with_each(sheet, &SUPPLIES, |supply| supply.with(SupplyColumn::Amount, ""))
}

/// The plant as a network of amounts without any uncertainty.
fn exact_network(found: &PeriodResults) -> Network {
    let end = |end| match end {
        FlowEnd::Place(place) => End::Node(place),
        FlowEnd::Outside(_) => End::Outside,
    };
    let flow = |flow: &PlantFlow| Flow {
        from: end(flow.from),
        to: end(flow.to),
        amount: flow.amount.as_ref().map(|amount| Measured { value: amount.value(), u: 0.0 }),
    };
    // Junctions have a balance whatever flows at them.
    let nodes = vec![NodeKind::Junction; found.plant.places.len()];
    Network::new(nodes, found.plant.flows.iter().map(flow).collect()).expect("a sound network")
}

/// Numbers that can be read, and are none of water.
fn large() -> impl Strategy<Value = String> {
    select(vec!["1e200", "1e308", "5±1e250", "1e308±5%"]).prop_map(str::to_string)
}

/// Puts a text into a cell of a table; gives the unit whose own row it is.
fn spoil(
    sheet: Row,
    table: &'static TableSpec,
    at: Index,
    column: usize,
    text: String,
) -> (Row, Option<RowId>) {
    if sheet.rows(table).is_empty() {
        return (sheet, None);
    }
    let id = at.get(sheet.rows(table)).id;
    let spoiled = with_each(sheet, table, |mut row| {
        if row.id == id {
            row.set(&table.columns[column % table.columns.len()], text.clone());
        }
        row
    });
    (spoiled, (table == &WATER_UNITS).then_some(id))
}

/// Each rate and each refusal, by what it is of.
fn rates(found: &PeriodResults) -> Vec<(String, Option<f64>)> {
    let rates = found.figures.rates.iter();
    let given = rates
        .map(|rate| (format!("{:?} {:?}", rate.figure.metric_id(), rate.level), Some(rate.figure.value())));
    let refused = found.figures.refused.iter().map(|refused| (refused.name.en.to_string(), None));
    given.chain(refused).collect()
}

fn relative(closure: &BalanceState) -> Option<f64> {
    match closure {
        BalanceState::Tested { relative, .. } => value(relative),
        BalanceState::ByDifference | BalanceState::Unknown | BalanceState::Empty => None,
    }
}

fn value(figure: &Option<Figure>) -> Option<f64> {
    figure.as_ref().map(Figure::value)
}

/// Equal but for the order in which sums were taken.
fn near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * one.abs().max(1.0),
        (one, other) => one.is_none() && other.is_none(),
    }
}
