//! The industrial part of the ledger, as typed: periods, and in each the plant's water and what was made with it.

mod example;
mod rows;
mod smelter;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::sheet::sheet;
use super::table::{change_all, free_id};
use super::{Refused, RowId, TypedRow};

pub use example::PlantExample;
pub use rows::{
    CoolingColumn, CoolingRow, CostColumn, CostRow, FlowColumn, FlowRow, MeterColumn, MeterRow,
    ProductColumn, ProductRow, SteamColumn, SteamRow, SupplyColumn, SupplyRow, TierColumn, TierRow,
    UnitColumn, UnitRow,
};

/// 工业用水 as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Industry {
    /// One sheet a month or year, in the order of the tabs; each is shared with the past that still knows it as it is.
    pub periods: Vec<Arc<PeriodSheet>>,
}

/// The identity of a period's sheet within a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PeriodId(pub u32);

sheet! {
    /// A period's sheet.
    pub struct PeriodSheet(PeriodId);
    /// A table of a period's sheet.
    tables PlantTable {
        /// 取水水源与总表, sources and their main meters.
        Supplies supplies: SupplyRow, SuppliesTitle;
        /// 用水单元, in the columns of the statistics sheet.
        Units units: UnitRow, UnitsTitle;
        /// 单元之间的水量, water between places of the plant.
        Flows flows: FlowRow, FlowsTitle;
        /// 产品, with their quotas.
        Products products: ProductRow, ProductsTitle;
        /// 计量器具, by level.
        Meters meters: MeterRow, MetersTitle;
        /// 循环冷却水系统.
        Cooling cooling: CoolingRow, CoolingTitle;
        /// 蒸汽与冷凝水.
        Steam steam: SteamRow, SteamTitle;
        /// 成本, of places.
        Costs costs: CostRow, CostsTitle;
        /// 阶梯与超计划水价, steps of prices.
        Tiers tiers: TierRow, TiersTitle;
    }
    /// An entry beside the tables of a period's sheet.
    entries PlantEntry {
        /// 时段: a year, or a month of a year.
        Period period, PeriodField;
        /// 平衡允许误差.
        Tolerance tolerance, ToleranceField;
        /// 行业, whose limits apply.
        Sector sector, SectorField;
        /// 工业产值.
        OutputValue output_value, OutputValueField;
        /// 工业增加值.
        ValueAdded value_added, ValueAddedField;
        /// 职工人数.
        Staff staff, StaffField;
        /// 天数.
        Days days, DaysField;
        /// 职工生活用水量.
        StaffWater staff_water, StaffWaterField;
        /// 达标排水量.
        Compliant compliant, CompliantField;
    }
    keyed {
        /// 基本要求, whether each holds, by its name in the catalogue.
        Prerequisite prerequisites, PrerequisitesTitle;
    }
}

impl Industry {
    /// The sheet of an identity.
    pub fn period(&self, id: PeriodId) -> Option<&Arc<PeriodSheet>> {
        self.periods.iter().find(|sheet| sheet.id == id)
    }

    /// An identity that no sheet has.
    pub fn next_period_id(&self) -> PeriodId {
        PeriodId(free_id(self.periods.iter().map(|sheet| sheet.id.0)))
    }

    /// An identity that stands twice, by which a hand-made document would confuse its rows.
    pub fn duplicate_id(&self) -> Option<u32> {
        let mut seen = std::collections::HashSet::new();
        let twice = |sheet: &Arc<PeriodSheet>| {
            if seen.insert(sheet.id.0) { sheet.twin() } else { Some(sheet.id.0) }
        };
        self.periods.iter().find_map(twice)
    }

    pub(super) fn sheet(&mut self, id: PeriodId) -> Result<&mut PeriodSheet, Refused> {
        let sheet = self.periods.iter_mut().find(|sheet| sheet.id == id).ok_or(Refused::Gone)?;
        Ok(Arc::make_mut(sheet))
    }

    /// The next period's plant is mostly this one's: what is built carries over, measured amounts do not.
    pub(super) fn following_period(&self) -> PeriodSheet {
        let id = self.next_period_id();
        let Some(last) = self.periods.last() else {
            return PeriodSheet { units: vec![Arc::new(UnitRow::blank(RowId(1)))], ..PeriodSheet::blank(id) };
        };
        let following = crate::quantity::read_period(&last.period).map(|period| period.next().to_string());
        let mut sheet = PeriodSheet::clone(last);
        sheet.id = id;
        sheet.period = following.unwrap_or_default();
        sheet.clear_amounts();
        sheet
    }
}

impl PeriodSheet {
    /// Empties what is measured anew in each period.
    fn clear_amounts(&mut self) {
        change_all(&mut self.supplies, |supply| {
            supply.amount.clear();
            supply.sold.clear();
        });
        for unit in &mut self.units {
            use UnitColumn as At;
            let measured = [
                At::Town,
                At::Surface,
                At::Ground,
                At::Other,
                At::NonConventional,
                At::Circulation,
                At::Consumption,
                At::Discharge,
                At::Leakage,
            ];
            for column in measured {
                if let Some(cell) = unit.cell_mut(column.index()) {
                    cell.clear();
                }
            }
        }
        change_all(&mut self.flows, |flow| flow.amount.clear());
        change_all(&mut self.products, |product| {
            product.output.clear();
            product.intake.clear();
        });
        change_all(&mut self.steam, |row| {
            row.steam.clear();
            row.condensate.clear();
        });
        for entry in [
            PlantEntry::OutputValue,
            PlantEntry::ValueAdded,
            PlantEntry::StaffWater,
            PlantEntry::Compliant,
            PlantEntry::Days,
        ] {
            self.entry_mut(entry).clear();
        }
    }
}
