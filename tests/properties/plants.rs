//! Plants to try the laws on, as their sheets are typed.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use water_ledger::evaluate::{PeriodResults, everything};
use water_ledger::industry::{CirculationKind, CostItem, SupplyKind, WaterUnitKind};
use water_ledger::ledger::{
    COSTS, Column, ColumnSpec, FLOWS, FlowColumn, Ledger, PERIODS, PlantEntry, Row, RowId, SUPPLIES,
    SupplyColumn, TableSpec, WATER_UNITS, WaterUnitColumn, rows_of,
};
use water_ledger::metering::RecordKind;
use water_ledger::text::Coded;

use crate::properties::ledgers::{with_each, with_id};

/// The cells of a unit that are water coming in, by their columns.
pub const FRESH: [WaterUnitColumn; 5] = [
    WaterUnitColumn::Town,
    WaterUnitColumn::Surface,
    WaterUnitColumn::Ground,
    WaterUnitColumn::Other,
    WaterUnitColumn::NonConventional,
];

/// The cells of a unit that are water leaving the plant, and what goes round in it.
pub const OTHER: [WaterUnitColumn; 4] = [
    WaterUnitColumn::Consumption,
    WaterUnitColumn::Discharge,
    WaterUnitColumn::Leakage,
    WaterUnitColumn::Circulation,
];

/// A plant of a few sources and units with any flows between them, loops and parallel ones too. Amounts are eighths, so
/// that sums and halves of them are exact; some are left open, to be found from the balance.
pub fn plants() -> impl Strategy<Value = Row> {
    let supply = (select(SupplyKind::ALL), amount(1), amount(6));
    let circulation = select(CirculationKind::ALL);
    let cells = prop::array::uniform9(amount(4));
    let unit = (select(WaterUnitKind::ALL), cells, circulation, select(RecordKind::ALL));
    let flow = (any::<Index>(), any::<Index>(), amount(0));
    let cost = (any::<Index>(), select(CostItem::ALL), 0..400u32, 0..4000u32);
    let supplies = prop::collection::vec(supply, 1..4);
    let units = prop::collection::vec(unit, 2..8);
    let flows = prop::collection::vec(flow, 0..14);
    let costs = prop::collection::vec(cost, 1..6);
    (supplies, units, flows, costs).prop_map(|(supplies, units, flows, costs)| {
        let supplies = supplies.into_iter().enumerate().map(|(at, (kind, meter, sold))| {
            let sold = sold.strip_suffix('?').unwrap_or(&sold);
            row(&SUPPLIES, at, &[&format!("水源{at}"), kind.code(), &meter, sold])
        });
        let units = units.into_iter().enumerate().map(|(at, (kind, cells, circulation, record))| {
            let unit = row(&WATER_UNITS, at, &[&unit_name(at), kind.code()]);
            let cells = FRESH.into_iter().chain(OTHER).zip(cells);
            let unit = cells.fold(unit, |unit, (column, text)| unit.with(column, text));
            let circulated = unit[WaterUnitColumn::Circulation].replace('?', "");
            unit.with(WaterUnitColumn::Circulation, circulated)
                .with(WaterUnitColumn::CirculationKind, circulation.code())
                .with(WaterUnitColumn::Record, record.code())
        });
        let sheet = Row::blank(&PERIODS, RowId(1))
            .with(PlantEntry::Period, "2024")
            .holding(&SUPPLIES, supplies)
            .holding(&WATER_UNITS, units);
        let (places, units) = (names(&sheet), names_in(&sheet, &WATER_UNITS));
        let flows = flows.into_iter().enumerate().filter_map(|(at, (from, to, amount))| {
            let (from, to) = (from.get(&places), to.get(&units));
            (from != to).then(|| row(&FLOWS, at, &[from, to, &amount]))
        });
        let costs = costs.into_iter().enumerate().map(|(at, (place, item, per_volume, sum))| {
            let (per_volume, sum) = (f64::from(per_volume) / 100.0, f64::from(sum) + 1.0);
            let cells = [place.get(&places), item.code(), &per_volume.to_string(), &sum.to_string()];
            row(&COSTS, at, &cells)
        });
        sheet.holding(&FLOWS, flows).holding(&COSTS, costs)
    })
}

/// An amount as typed: so often nothing in ten, now and then a question mark.
fn amount(blank: u32) -> impl Strategy<Value = String> {
    let number = (0..8000u32).prop_map(|eighths| (f64::from(eighths) / 8.0).to_string());
    prop_oneof![blank => Just(String::new()), 1 => Just("?".to_string()), 9 - blank => number]
}

pub fn unit_name(at: usize) -> String {
    format!("单元{at}")
}

/// A row of these cells.
pub fn row(table: &'static TableSpec, at: usize, cells: &[&str]) -> Row {
    with_id(rows_of(table, &[cells]).remove(0), at as u32 + 1)
}

/// What places are called: sources, then units.
fn names(sheet: &Row) -> Vec<String> {
    [&SUPPLIES, &WATER_UNITS].into_iter().flat_map(|table| names_in(sheet, table)).collect()
}

/// What stands in the first column of a table.
fn names_in(sheet: &Row, table: &TableSpec) -> Vec<String> {
    sheet.rows(table).iter().map(|row| row.cell(0).to_string()).collect()
}

/// The same plant with every amount of units and flows typed; what sources give stays as it is.
pub fn measured(sheet: Row) -> Row {
    fn filled<C: Column>(row: Row, column: C) -> Row {
        let text = row[column].replace('?', "5");
        row.with(column, text)
    }
    let sheet = with_each(sheet, &WATER_UNITS, |unit| {
        let unit = FRESH.into_iter().chain(OTHER).fold(unit, filled);
        let is_outfall = &unit[WaterUnitColumn::Kind] == WaterUnitKind::Outfall.code();
        let is_dry = is_outfall && unit[WaterUnitColumn::Discharge].is_empty();
        if is_dry { unit.with(WaterUnitColumn::Discharge, "5") } else { unit }
    });
    with_each(sheet, &FLOWS, |flow| {
        let flow = filled(flow, FlowColumn::Amount);
        if flow[FlowColumn::Amount].is_empty() { flow.with(FlowColumn::Amount, "5") } else { flow }
    })
}

/// The plant with every cell changed that holds water.
pub fn with_waters(mut sheet: Row, mut change: impl FnMut(&str) -> String) -> Row {
    let mut changed = |mut row: Row, columns: &[&'static ColumnSpec]| {
        for column in columns {
            let text = change(row.text(column));
            row.set(column, text);
        }
        row
    };
    let of_units: Vec<_> = FRESH.into_iter().chain(OTHER).map(WaterUnitColumn::spec).collect();
    let of_supplies = vec![SupplyColumn::Amount.spec(), SupplyColumn::Sold.spec()];
    let of_flows = vec![FlowColumn::Amount.spec()];
    for (table, columns) in [(&SUPPLIES, of_supplies), (&WATER_UNITS, of_units), (&FLOWS, of_flows)] {
        sheet = with_each(sheet, table, |row| changed(row, &columns));
    }
    changed(sheet, &[PlantEntry::Compliant.spec()])
}

/// A ledger of this one sheet.
pub fn ledger_of(sheet: Row) -> Ledger {
    Ledger::default().with_sheets(&PERIODS, [sheet])
}

pub fn results(sheet: &Row) -> Arc<PeriodResults> {
    everything(&ledger_of(sheet.clone())).plant.periods[0].clone()
}

/// A cost of a place, by its name.
pub fn cost(at: usize, place: &str, item: CostItem, per_volume: &str) -> Row {
    row(&COSTS, at, &[place, item.code(), per_volume])
}
