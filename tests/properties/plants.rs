//! Plants to try the laws on, as their sheets are typed.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use water_ledger::evaluate::{PeriodResults, everything};
use water_ledger::industry::{CirculationKind, CostItem, SupplyKind, UnitKind};
use water_ledger::ledger::{
    CostRow, Industry, Ledger, PeriodId, PeriodSheet, RowId, SupplyRow, TypedRow, UnitColumn, UnitRow,
};
use water_ledger::metering::RecordKind;
use water_ledger::text::Coded;

/// The cells of a unit that are water coming in, by their columns.
pub const FRESH: [UnitColumn; 5] = [
    UnitColumn::Town,
    UnitColumn::Surface,
    UnitColumn::Ground,
    UnitColumn::Other,
    UnitColumn::NonConventional,
];

/// The cells of a unit that are water leaving the plant, and what goes round in it.
pub const OTHER: [UnitColumn; 4] =
    [UnitColumn::Consumption, UnitColumn::Discharge, UnitColumn::Leakage, UnitColumn::Circulation];

/// A plant of a few sources and units with any flows between them, loops and parallel ones too. Amounts are eighths, so
/// that sums and halves of them are exact; some are left open, to be found from the balance.
pub fn plants() -> impl Strategy<Value = PeriodSheet> {
    let supply = (select(SupplyKind::ALL), amount(1), amount(6));
    let circulation = select(CirculationKind::ALL);
    let cells = prop::array::uniform9(amount(4));
    let unit = (select(UnitKind::ALL), cells, circulation, select(RecordKind::ALL));
    let flow = (any::<Index>(), any::<Index>(), amount(0));
    let cost = (any::<Index>(), select(CostItem::ALL), 0..400u32, 0..4000u32);
    let supplies = prop::collection::vec(supply, 1..4);
    let units = prop::collection::vec(unit, 2..8);
    let flows = prop::collection::vec(flow, 0..14);
    let costs = prop::collection::vec(cost, 1..6);
    (supplies, units, flows, costs).prop_map(|(supplies, units, flows, costs)| {
        let mut sheet = PeriodSheet { period: "2024".to_string(), ..PeriodSheet::blank(PeriodId(1)) };
        for (at, (kind, meter, sold)) in supplies.into_iter().enumerate() {
            let name = format!("水源{at}");
            sheet
                .supplies
                .push(row(at, &[&name, kind.code(), &meter, sold.strip_suffix('?').unwrap_or(&sold)]));
        }
        for (at, (kind, cells, circulation, record)) in units.into_iter().enumerate() {
            let mut unit: UnitRow = row(at, &[&unit_name(at), kind.code()]);
            for (column, text) in FRESH.into_iter().chain(OTHER).zip(cells) {
                unit.set_cell(column.index(), text);
            }
            unit.circulation = unit.circulation.replace('?', "");
            unit.circulation_kind = circulation.code().to_string();
            unit.record = record.code().to_string();
            sheet.units.push(Arc::new(unit));
        }
        let places: Vec<String> = names(&sheet);
        for (at, (from, to, amount)) in flows.into_iter().enumerate() {
            let (from, to) = (from.get(&places), &sheet.units[to.index(sheet.units.len())].name);
            if from != to {
                sheet.flows.push(row(at, &[from, to, &amount]));
            }
        }
        for (at, (place, item, per_volume, sum)) in costs.into_iter().enumerate() {
            let (per_volume, sum) = (f64::from(per_volume) / 100.0, f64::from(sum) + 1.0);
            let cells = [place.get(&places), item.code(), &per_volume.to_string(), &sum.to_string()];
            sheet.costs.push(row(at, &cells));
        }
        sheet
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
pub fn row<R: TypedRow>(at: usize, cells: &[&str]) -> R {
    let mut row = R::blank(RowId(at as u32 + 1));
    cells.iter().enumerate().for_each(|(column, text)| row.set_cell(column, text.to_string()));
    row
}

/// What places are called: sources, then units.
fn names(sheet: &PeriodSheet) -> Vec<String> {
    let supplies = sheet.supplies.iter().map(|row| row.name.clone());
    supplies.chain(sheet.units.iter().map(|row| row.name.clone())).collect()
}

/// The same plant with every amount of units and flows typed; what sources give stays as it is.
pub fn measured(mut sheet: PeriodSheet) -> PeriodSheet {
    let fill = |cell: &mut String| *cell = cell.replace('?', "5");
    for unit in sheet.units.iter_mut().map(Arc::make_mut) {
        for column in FRESH.into_iter().chain(OTHER) {
            unit.cell_mut(column.index()).into_iter().for_each(fill);
        }
        if unit.kind == UnitKind::Outfall.code() && unit.discharge.is_empty() {
            unit.discharge = "5".to_string();
        }
    }
    for flow in sheet.flows.iter_mut().map(Arc::make_mut) {
        fill(&mut flow.amount);
        if flow.amount.is_empty() {
            flow.amount = "5".to_string();
        }
    }
    sheet
}

/// Every cell of the plant that holds water.
pub fn waters(sheet: &mut PeriodSheet) -> Vec<&mut String> {
    let PeriodSheet { supplies, units, flows, compliant, .. } = sheet;
    fn of_supply(SupplyRow { amount, sold, .. }: &mut SupplyRow) -> [&mut String; 2] {
        [amount, sold]
    }
    fn of_unit(row: &mut UnitRow) -> [&mut String; 9] {
        let UnitRow { town, surface, ground, other, nonconventional, .. } = row;
        let UnitRow { consumption, discharge, leakage, circulation, .. } = row;
        [town, surface, ground, other, nonconventional, consumption, discharge, leakage, circulation]
    }
    let supplies = supplies.iter_mut().map(Arc::make_mut).flat_map(of_supply);
    let units = units.iter_mut().map(Arc::make_mut).flat_map(of_unit);
    let flows = flows.iter_mut().map(|flow| &mut Arc::make_mut(flow).amount);
    supplies.chain(units).chain(flows).chain([compliant]).collect()
}

/// A ledger of this one sheet.
pub fn ledger_of(sheet: PeriodSheet) -> Ledger {
    Ledger { industry: Industry { periods: vec![Arc::new(sheet)] }, ..Ledger::default() }
}

pub fn assessed(sheet: &PeriodSheet) -> Arc<PeriodResults> {
    everything(&ledger_of(sheet.clone())).plant.periods[0].clone()
}

/// A cost of a place, by its name.
pub fn cost(at: usize, place: &str, item: CostItem, per_volume: &str) -> CostRow {
    row(at, &[place, item.code(), per_volume])
}
