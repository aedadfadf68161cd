//! What a plant's units take, by the columns of their table, and which of them loses most.

use crate::evaluate::cells::typed_number;
use crate::industry::SupplyClass;
use crate::ledger::{
    COOLING, Column, ColumnSpec, CoolingColumn, Place, Row, RowId, WATER_UNITS, WaterUnitColumn,
};

/// The columns of what a unit takes, with the class of water that each counts.
pub(in crate::evaluate) const INTAKES: [(WaterUnitColumn, SupplyClass); 5] = [
    (WaterUnitColumn::Town, SupplyClass::Town),
    (WaterUnitColumn::Surface, SupplyClass::Surface),
    (WaterUnitColumn::Ground, SupplyClass::Ground),
    (WaterUnitColumn::Other, SupplyClass::Other),
    (WaterUnitColumn::NonConventional, SupplyClass::NonConventional),
];

/// The class of water that a column of the units' table counts.
pub(in crate::evaluate) fn class_of(column: &'static ColumnSpec) -> Option<SupplyClass> {
    INTAKES.into_iter().find(|(one, _)| one.spec() == column).map(|(_, class)| class)
}

/// The leakage of the unit of a plant's sheet that loses most, with what it takes most of; nothing where no leakage was typed.
pub fn most_leaking(sheet: &Row) -> Vec<Place> {
    places_of(sheet, greatest_unit(sheet, WaterUnitColumn::Leakage), WaterUnitColumn::Leakage)
}

/// The unit that takes the make-up of a cooling system: the one of its name; of a plant's only system, the one with most water circulating.
pub(in crate::evaluate) fn cooled_unit(sheet: &Row, system: RowId) -> Option<RowId> {
    let systems: Vec<_> = sheet.rows(&COOLING).iter().filter(|row| !row.is_blank()).collect();
    let name = systems.iter().find(|row| row.id == system)?[CoolingColumn::Name].trim();
    let named = sheet.rows(&WATER_UNITS).iter().find(|row| row[WaterUnitColumn::Name].trim() == name);
    match named.filter(|_| !name.is_empty()) {
        Some(unit) => Some(unit.id),
        None if systems.len() == 1 => greatest_unit(sheet, WaterUnitColumn::Circulation),
        None => None,
    }
}

/// A number of a unit, and what the unit takes most of.
fn places_of(sheet: &Row, unit: Option<RowId>, column: WaterUnitColumn) -> Vec<Place> {
    let Some(row) = unit.and_then(|unit| sheet.row(&WATER_UNITS, unit)) else { return Vec::new() };
    let taken = INTAKES.into_iter().map(|(column, _)| (column, amount(row, column)));
    let most = taken.filter(|(_, amount)| *amount > 0.0).max_by(|one, other| one.1.total_cmp(&other.1));
    let columns = [Some(column), most.map(|(column, _)| column)];
    columns.into_iter().flatten().map(|column| WATER_UNITS.at(&[sheet.id]).cell(row.id, column)).collect()
}

fn greatest_unit(sheet: &Row, column: WaterUnitColumn) -> Option<RowId> {
    let amounts = sheet.rows(&WATER_UNITS).iter().map(|row| (row.id, amount(row, column)));
    let greatest = amounts.filter(|(_, amount)| *amount > 0.0).max_by(|one, other| one.1.total_cmp(&other.1));
    greatest.map(|(row, _)| row)
}

fn amount(row: &Row, column: WaterUnitColumn) -> f64 {
    let typed = column.spec().unit().and_then(|unit| typed_number(&row[column], unit).ok().flatten());
    typed.map_or(0.0, |(amount, _)| amount.value)
}
