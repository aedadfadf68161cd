//! A plant's sheet with water from elsewhere: a flow between units, or more that is drawn of another supply.

use super::served::moved;
use super::source::Source;
use crate::evaluate::plant::{INTAKES, class_of};
use crate::industry::{SupplyClass, SupplyKind};
use crate::ledger::{
    Column, FLOWS, FlowColumn, Place, Row, RowId, SUPPLIES, SupplyColumn, WATER_UNITS, WaterUnitColumn,
};
use crate::quantity::Quantity;
use crate::text::Coded;

/// Lets a plant's sheet say where so much of the water of a place comes from; the place itself stays as it is. False where the place
/// takes no water, or the source has none to give.
pub(super) fn served(sheet: &mut Row, source: &Source, to: Place, amount: Quantity) -> bool {
    let Some(receiver) = receiver(sheet, to) else { return false };
    match source {
        Source::Typed(place) if place.table.spec != &SUPPLIES => {
            let Some(giver) = giver(sheet, *place) else { return false };
            moved(sheet, *place, Quantity::new(-amount.value, amount.unit));
            flow_more(sheet, &giver, &receiver, amount);
            true
        }
        Source::Typed(place) => drawn(sheet, place.row, to, &receiver, amount),
        Source::New(kind, name) => {
            let supply = supply_of(sheet, *kind, name);
            supply.is_some_and(|supply| drawn(sheet, supply, to, &receiver, amount))
        }
    }
}

/// The class of a supply.
pub(super) fn class_of_supply(row: &Row) -> SupplyClass {
    SupplyKind::from_typed(&row[SupplyColumn::Kind]).map_or(SupplyClass::Other, SupplyKind::class)
}

/// What takes the water of a place: the unit of an intake, or where a flow goes.
fn receiver(sheet: &Row, to: Place) -> Option<String> {
    if to.table.spec == &WATER_UNITS {
        class_of(to.column?)?;
        return named(&sheet.row(&WATER_UNITS, to.row)?[WaterUnitColumn::Name]);
    }
    let flow = (to.table.spec == &FLOWS).then(|| sheet.row(&FLOWS, to.row)).flatten()?;
    named(&flow[FlowColumn::To])
}

/// What has the water of a place to give: the unit of a discharge, or where a flow comes from.
fn giver(sheet: &Row, place: Place) -> Option<String> {
    if place.table.spec == &WATER_UNITS && place.is_under(WaterUnitColumn::Discharge) {
        return named(&sheet.row(&WATER_UNITS, place.row)?[WaterUnitColumn::Name]);
    }
    let flow = (place.table.spec == &FLOWS).then(|| sheet.row(&FLOWS, place.row)).flatten()?;
    named(&flow[FlowColumn::From])
}

fn named(name: &str) -> Option<String> {
    Some(name.trim().to_string()).filter(|name| !name.is_empty())
}

/// More water between two places; within one unit it is water that circulates.
fn flow_more(sheet: &mut Row, from: &str, to: &str, amount: Quantity) {
    if from == to {
        let unit = sheet.rows(&WATER_UNITS).iter().find(|row| row[WaterUnitColumn::Name].trim() == from);
        if let Some(unit) = unit.map(|unit| unit.id) {
            moved(sheet, WATER_UNITS.at(&[sheet.id]).cell(unit, WaterUnitColumn::Circulation), amount);
        }
        return;
    }
    let is_there = |row: &Row| row[FlowColumn::From].trim() == from && row[FlowColumn::To].trim() == to;
    let known = sheet.rows(&FLOWS).iter().find(|row| is_there(row)).map(|row| row.id);
    let flow = known.or_else(|| {
        let row = sheet.add_row(&FLOWS)?;
        row.set(FlowColumn::From.spec(), from.to_string());
        row.set(FlowColumn::To.spec(), to.to_string());
        Some(row.id)
    });
    if let Some(flow) = flow {
        moved(sheet, FLOWS.at(&[sheet.id]).cell(flow, FlowColumn::Amount), amount);
    }
}

/// More that a supply gives to a place: by its flow where a flow is served, else in the unit's column of its class.
fn drawn(sheet: &mut Row, supply: RowId, to: Place, receiver: &str, amount: Quantity) -> bool {
    let Some(row) = sheet.row(&SUPPLIES, supply).cloned() else { return false };
    if to.table.spec == &FLOWS {
        flow_more(sheet, row[SupplyColumn::Name].trim(), receiver, amount);
    } else {
        let class = class_of_supply(&row);
        let column = INTAKES.into_iter().find(|(_, one)| *one == class).map(|(column, _)| column);
        let Some(column) = column.filter(|column| to.column != Some(column.spec())) else { return false };
        moved(sheet, to.table.cell(to.row, column), amount);
    }
    moved(sheet, SUPPLIES.at(&[sheet.id]).cell(supply, SupplyColumn::Amount), amount);
    true
}

/// The supply of a kind; a new one by the name that was typed where there is none.
fn supply_of(sheet: &mut Row, kind: SupplyKind, name: &str) -> Option<RowId> {
    let is_kind = |row: &Row| SupplyKind::from_typed(&row[SupplyColumn::Kind]) == Some(kind);
    let known = sheet.rows(&SUPPLIES).iter().find(|row| is_kind(row)).map(|row| row.id);
    known.or_else(|| {
        let row = sheet.add_row(&SUPPLIES)?;
        row.set(SupplyColumn::Name.spec(), name.to_string());
        row.set(SupplyColumn::Kind.spec(), kind.code().to_string());
        Some(row.id)
    })
}
