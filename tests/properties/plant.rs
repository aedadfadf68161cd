//! Laws of plants as they are entered: what size, merging of units, mistakes and open amounts change and what not.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use water_ledger::balance::{End, Flow, FlowState, Measured, Network, NodeKind, reconcile};
use water_ledger::evaluate::{PeriodResults, RowAt, everything, everything_again};
use water_ledger::industry::{CostItem, UnitKind};
use water_ledger::ledger::{
    Ledger, PeriodId, PeriodSheet, PlantExample, PlantTable, RowId, TypedRow, UnitColumn, UnitRow,
};
use water_ledger::metric::Figure;
use water_ledger::plant::{Amount, Closure, FlowEnd, PlaceKind, PlantFlow, Totals};
use water_ledger::text::{Coded, Language};

use crate::properties::edits::{edit_for, intent};
use crate::properties::ledgers::{any_text, cell_text};
use crate::properties::plants::{
    FRESH, OTHER, assessed, cost, ledger_of, measured, plants, row, unit_name, waters,
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
        mut sheet in plants(),
        compliant in 0..400u32,
        size in select(vec![0.125, 0.5, 2.0, 64.0, 4096.0]),
    ) {
        sheet.compliant = compliant.to_string();
        let mut sized = sheet.clone();
        for cell in waters(&mut sized) {
            if let Ok(amount) = cell.parse::<f64>() {
                *cell = (amount * size).to_string();
            }
        }
        let (before, after) = (assessed(&sheet), assessed(&sized));
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
        let mut sheet = measured(sheet);
        sheet.compliant = compliant.to_string();
        sheet.units[..2].iter_mut().for_each(|unit| Arc::make_mut(unit).kind = UnitKind::Main.code().to_string());
        let (before, after) = (assessed(&sheet), assessed(&merged(&sheet)));
        for metric in OF_THE_BORDER {
            let [one, other] = [&before, &after].map(|found| found.figures.rate(metric).map(Figure::value));
            prop_assert!(near(one, other), "{metric}: {one:?} {other:?}");
        }
        let totals = [&before, &after].map(|found| {
            let Totals { intake, nonconventional, water } = found.figures.totals.clone();
            [intake, nonconventional, water.consumed, water.leaked, water.discharged]
        });
        for (one, other) in totals[0].iter().zip(&totals[1]) {
            prop_assert!(near(value(one), value(other)), "{one:?} {other:?}");
        }
    }

    #[test]
    fn what_units_bear_and_what_is_left_over_is_what_water_costs(sheet in plants()) {
        costs_are_conserved(&assessed(&sheet));
    }

    #[test]
    fn a_tested_balance_is_what_comes_in_less_what_goes_out(sheet in plants()) {
        balances_add_up(&assessed(&sheet));
        balances_add_up(&assessed(&measured(sheet)));
    }

    #[test]
    fn a_reuse_rate_lies_between_0_and_100(sheet in plants()) {
        let found = assessed(&sheet);
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
        let mut hidden = closed.clone();
        for (cell, _) in waters(&mut hidden).into_iter().zip(&open).filter(|(cell, open)| **open && !cell.is_empty()) {
            *cell = "?".to_string();
        }
        hidden.units.iter_mut().for_each(|unit| Arc::make_mut(unit).circulation.clear());
        let (all, found) = (assessed(&closed), assessed(&hidden));
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
        table in select(PlantTable::ALL.to_vec()),
        (at, column) in (any::<Index>(), 0..14usize),
        text in prop_oneof![large(), any_text(), cell_text()],
    ) {
        let mut sheet = sheet;
        // A row of each table, so that there is a cell to spoil.
        sheet.tiers.push(row(0, &["水源0", "100", "2"]));
        sheet.products.push(row(0, &["产品", "10"]));
        sheet.meters.push(row(0, &["enterprise", "2", "2", "2"]));
        sheet.cooling.push(row(0, &["塔", "130", "8", "25", "0.05", "420", "1260"]));
        sheet.steam.push(row(0, &["锅炉", "5200", "2300"]));
        let mut spoiled = sheet.clone();
        let spoiled_unit = spoil(&mut spoiled, table, at, column, text);
        let (before, after) = (assessed(&sheet), assessed(&spoiled));
        for unit in sheet.units.iter().filter(|unit| Some(unit.id) != spoiled_unit) {
            let at = RowAt { table: PlantTable::Units, row: unit.id };
            let place = |found: &PeriodResults| found.place_rows.iter().position(|row| *row == Some(at));
            let [one, other] = [&before, &after].map(|found| &found.figures.places[place(found).expect("a unit")]);
            prop_assert_eq!(value(&one.water.circulated), value(&other.water.circulated));
            let is_typed = |column: &UnitColumn| unit.cell(column.index()).parse::<f64>().is_ok_and(|n| n > 0.0);
            if is_typed(&UnitColumn::Consumption) {
                prop_assert_eq!(value(&one.water.consumed), value(&other.water.consumed));
            }
            if is_typed(&UnitColumn::Leakage) {
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
            Just(Ledger {
                industry: PlantExample::Works.industry(Language::Chinese), ..Default::default()
            }),
        ],
        changes in prop::collection::vec(intent(), 1..12),
    ) {
        let mut ledger = first;
        let mut results = everything(&ledger);
        for intent in changes {
            let Some(edit) = edit_for(intent, &ledger) else { continue };
            let Ok(after) = ledger.after(edit) else { continue };
            results = everything_again(&after, (&ledger, &results));
            prop_assert_eq!(&results, &everything(&after));
            ledger = after;
        }
    }
}

/// Where the programs of others lose cost, charge it twice or never end: two supplies that take back treated water, reject
/// of a treatment that goes to wastewater, and water that goes round, round a treatment and between units.
#[test]
fn configurations_that_are_known_to_go_wrong() {
    let units = |kinds: &[&str]| -> Vec<UnitRow> {
        let rows = kinds.iter().enumerate();
        rows.map(|(at, kind)| row(at, &[&unit_name(at), kind, "", "", "", "", "", "", "", "", "1"])).collect()
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
        let mut sheet = PeriodSheet {
            units: units(&kinds).into_iter().map(Arc::new).collect(),
            ..PeriodSheet::blank(PeriodId(1))
        };
        sheet.supplies = vec![row(0, &["水源0", "town", "?"]), row(1, &["水源1", "ground", "?"])];
        let flows = flows.into_iter().enumerate();
        sheet.flows =
            flows.map(|(at, (from, to, amount))| row(at, &[from, &unit_name(to), amount])).collect();
        sheet.costs = [cost(0, "", CostItem::Price, "3.2"), cost(1, "", CostItem::Sewage, "1.4")]
            .map(Arc::new)
            .to_vec();
        sheet.costs.extend(
            (2..kinds.len()).map(|at| Arc::new(cost(at, &unit_name(at), CostItem::Treatment, "2.5"))),
        );
        let found = assessed(&sheet);
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
    let check = |closure: &Closure, of: &dyn Fn(FlowEnd) -> bool| {
        let (mut into, mut out, mut open, mut count) = (0.0, 0.0, false, 0);
        for flow in found.plant.flows.iter().filter(|flow| of(flow.from) != of(flow.to)) {
            count += 1;
            let amount = flow.amount.as_ref().map(Figure::value);
            open |= amount.is_none();
            *(if of(flow.to) { &mut into } else { &mut out }) += amount.unwrap_or(0.0);
        }
        match closure {
            Closure::Tested { residual, .. } => {
                assert!(
                    (into - out - residual.value()).abs() <= 1e-9 * (into + out),
                    "{into} {out} {residual:?}"
                );
                assert!(!open);
            }
            Closure::ByDifference | Closure::Unknown => assert!(open),
            Closure::Empty => assert_eq!(count, 0),
        }
    };
    for (number, place) in found.figures.places.iter().enumerate() {
        check(&place.closure, &|end| end == FlowEnd::Place(number));
    }
    check(&found.figures.closure, &|end| matches!(end, FlowEnd::Place(_)));
}

/// The first two units as one: cells added up, flows led to it, those between the two left out.
fn merged(sheet: &PeriodSheet) -> PeriodSheet {
    let mut merged = sheet.clone();
    let other = merged.units.remove(1);
    for column in FRESH.into_iter().chain(OTHER).map(UnitColumn::index) {
        let [one, other] = [&merged.units[0], &other].map(|unit| unit.cell(column).parse::<f64>().ok());
        if let Some(other) = other {
            merged.units[0].set_cell(column, (one.unwrap_or(0.0) + other).to_string());
        }
    }
    for flow in merged.flows.iter_mut().map(Arc::make_mut) {
        for end in [&mut flow.from, &mut flow.to] {
            *end = end.replace(&other.name, &unit_name(0));
        }
    }
    merged.flows.retain(|flow| flow.from != flow.to);
    merged.costs.iter_mut().for_each(|cost| {
        let cost = Arc::make_mut(cost);
        cost.place = cost.place.replace(&other.name, &unit_name(0));
    });
    merged
}

/// The plant with consumption and town water changed until every unit gives out what it takes in.
fn closed(mut sheet: PeriodSheet) -> PeriodSheet {
    let found = assessed(&sheet);
    for (number, place) in found.plant.places.iter().enumerate() {
        let (PlaceKind::Unit(_), Some(at)) = (place.kind, found.place_rows[number]) else { continue };
        let into = value(&found.figures.places[number].into).unwrap_or(0.0);
        let out = value(&found.figures.places[number].out).unwrap_or(0.0);
        let unit = sheet.units.iter_mut().find(|unit| unit.id == at.row).map(Arc::make_mut).expect("its row");
        let (cell, lacking) =
            if into > out { (&mut unit.consumption, into - out) } else { (&mut unit.town, out - into) };
        *cell = (cell.parse::<f64>().unwrap_or(0.0) + lacking).to_string();
    }
    // What sources give follows from what units take.
    sheet.supplies.iter_mut().for_each(|supply| Arc::make_mut(supply).amount.clear());
    sheet
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

/// Puts a text into a cell; gives the unit whose own row it is.
fn spoil(
    sheet: &mut PeriodSheet,
    table: PlantTable,
    at: Index,
    column: usize,
    text: String,
) -> Option<RowId> {
    fn set<R: TypedRow>(rows: &mut [R], at: Index, column: usize, text: String) {
        if !rows.is_empty() {
            let at = at.index(rows.len());
            rows[at].set_cell(column % R::COLUMNS.len(), text);
        }
    }
    match table {
        PlantTable::Supplies => set(&mut sheet.supplies, at, column, text),
        PlantTable::Units => {
            set(&mut sheet.units, at, column, text);
            return Some(sheet.units[at.index(sheet.units.len())].id);
        }
        PlantTable::Flows => set(&mut sheet.flows, at, column, text),
        PlantTable::Products => set(&mut sheet.products, at, column, text),
        PlantTable::Meters => set(&mut sheet.meters, at, column, text),
        PlantTable::Cooling => set(&mut sheet.cooling, at, column, text),
        PlantTable::Steam => set(&mut sheet.steam, at, column, text),
        PlantTable::Costs => set(&mut sheet.costs, at, column, text),
        PlantTable::Tiers => set(&mut sheet.tiers, at, column, text),
    }
    None
}

/// Each rate and each refusal, by what it is of.
fn rates(found: &PeriodResults) -> Vec<(String, Option<f64>)> {
    let rates = found.figures.rates.iter();
    let given = rates
        .map(|rate| (format!("{:?} {:?}", rate.figure.metric_id(), rate.level), Some(rate.figure.value())));
    let refused = found.figures.refused.iter().map(|refused| (refused.name.en.to_string(), None));
    given.chain(refused).collect()
}

fn relative(closure: &Closure) -> Option<f64> {
    match closure {
        Closure::Tested { relative, .. } => value(relative),
        Closure::ByDifference | Closure::Unknown | Closure::Empty => None,
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
