//! The tables of a plant and the entries beside them, by name.

use super::{CoolingRow, CostRow, FlowRow, MeterRow, ProductRow, SteamRow, SupplyRow, TierRow, UnitRow};
use crate::ledger::{ColumnSpec, TypedRow};
use crate::text::Key;

/// A table of a period's sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlantTable {
    /// Sources and their main meters.
    Supplies,
    /// The units, in the columns of the statistics sheet.
    Units,
    /// Water between places of the plant.
    Flows,
    /// Products and quotas.
    Products,
    /// Meters by level.
    Meters,
    /// Circulating cooling water.
    Cooling,
    /// Steam and condensate.
    Steam,
    /// Costs of places.
    Costs,
    /// Steps of prices.
    Tiers,
}

/// An entry beside the tables of a period's sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlantEntry {
    /// The year or month.
    Period,
    /// How far a balance may be open.
    Tolerance,
    /// The sector whose limits apply.
    Sector,
    /// Output value.
    OutputValue,
    /// Value added.
    ValueAdded,
    /// Staff.
    Staff,
    /// Days of the period.
    Days,
    /// Living water of the staff.
    StaffWater,
    /// Discharge that keeps to the standard.
    Compliant,
    /// Whether a prerequisite holds, by its name in the catalogue.
    Prerequisite(&'static str),
}

impl PlantTable {
    /// Every table.
    pub const ALL: [PlantTable; 9] = [
        PlantTable::Supplies,
        PlantTable::Units,
        PlantTable::Flows,
        PlantTable::Products,
        PlantTable::Meters,
        PlantTable::Cooling,
        PlantTable::Steam,
        PlantTable::Costs,
        PlantTable::Tiers,
    ];

    /// Its columns.
    pub fn columns(self) -> &'static [ColumnSpec] {
        match self {
            PlantTable::Supplies => SupplyRow::COLUMNS,
            PlantTable::Units => UnitRow::COLUMNS,
            PlantTable::Flows => FlowRow::COLUMNS,
            PlantTable::Products => ProductRow::COLUMNS,
            PlantTable::Meters => MeterRow::COLUMNS,
            PlantTable::Cooling => CoolingRow::COLUMNS,
            PlantTable::Steam => SteamRow::COLUMNS,
            PlantTable::Costs => CostRow::COLUMNS,
            PlantTable::Tiers => TierRow::COLUMNS,
        }
    }

    /// What it is called.
    pub fn name(self) -> Key {
        match self {
            PlantTable::Supplies => Key::SuppliesTitle,
            PlantTable::Units => Key::UnitsTitle,
            PlantTable::Flows => Key::FlowsTitle,
            PlantTable::Products => Key::ProductsTitle,
            PlantTable::Meters => Key::MetersTitle,
            PlantTable::Cooling => Key::CoolingTitle,
            PlantTable::Steam => Key::SteamTitle,
            PlantTable::Costs => Key::CostsTitle,
            PlantTable::Tiers => Key::TiersTitle,
        }
    }
}

impl PlantEntry {
    /// Every entry but the prerequisites, which the catalogue lists.
    pub const ALL: [PlantEntry; 9] = [
        PlantEntry::Period,
        PlantEntry::Tolerance,
        PlantEntry::Sector,
        PlantEntry::OutputValue,
        PlantEntry::ValueAdded,
        PlantEntry::Staff,
        PlantEntry::Days,
        PlantEntry::StaffWater,
        PlantEntry::Compliant,
    ];

    /// What it is called.
    pub fn name(self) -> Key {
        match self {
            PlantEntry::Period => Key::PeriodField,
            PlantEntry::Tolerance => Key::ToleranceField,
            PlantEntry::Sector => Key::SectorField,
            PlantEntry::OutputValue => Key::OutputValueField,
            PlantEntry::ValueAdded => Key::ValueAddedField,
            PlantEntry::Staff => Key::StaffField,
            PlantEntry::Days => Key::DaysField,
            PlantEntry::StaffWater => Key::StaffWaterField,
            PlantEntry::Compliant => Key::CompliantField,
            PlantEntry::Prerequisite(_) => Key::PrerequisitesTitle,
        }
    }
}
