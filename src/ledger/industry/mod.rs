//! The industrial part of the ledger, as typed: periods, and in each the plant's water and what was made with it.

mod example;
mod rows;
mod smelter;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::sheet::sheet;
use super::table_edit::free_id;
use super::{Refused, RowId, TypedRow};
use crate::catalog::sectors;
use crate::quantity::{Unit, read_period};
use crate::text::Key;

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
        Supplies supplies "supply": SupplyRow, SuppliesTitle [carried];
        /// 用水单元, in the columns of the statistics sheet.
        Units units "unit": UnitRow, UnitsTitle [carried];
        /// 单元之间的水量, water between places of the plant.
        Flows flows "flow": FlowRow, FlowsTitle [carried];
        /// 产品, with their quotas.
        Products products "product": ProductRow, ProductsTitle [carried];
        /// 计量器具, by level.
        Meters meters "meter": MeterRow, MetersTitle [carried];
        /// 循环冷却水系统.
        Cooling cooling "cooling": CoolingRow, CoolingTitle [carried];
        /// 蒸汽与冷凝水.
        Steam steam "steam": SteamRow, SteamTitle [carried];
        /// 成本, of places.
        Costs costs "cost": CostRow, CostsTitle [carried];
        /// 阶梯与超计划水价, steps of prices.
        Tiers tiers "tier": TierRow, TiersTitle [carried];
    }
    /// An entry beside the tables of a period's sheet.
    entries PlantEntry {
        /// 时段: a year, or a month of a year.
        Period period: text(Key::PeriodField);
        /// 平衡允许误差.
        Tolerance tolerance: number(Key::ToleranceField, Unit::Percent).within(0.0, 100.0).carried();
        /// 行业, whose limits apply.
        Sector sector: choice(Key::SectorField, sectors).carried();
        /// 工业产值.
        OutputValue output_value: number(Key::OutputValueField, Unit::TenThousandYuan).not_negative();
        /// 工业增加值.
        ValueAdded value_added: number(Key::ValueAddedField, Unit::TenThousandYuan).not_negative();
        /// 职工人数.
        Staff staff: number(Key::StaffField, Unit::Person).not_negative().carried();
        /// 天数.
        Days days: number(Key::DaysField, Unit::Day).within(0.0, 366.0);
        /// 职工生活用水量.
        StaffWater staff_water: number(Key::StaffWaterField, Unit::CubicMetre).not_negative();
        /// 达标排水量.
        Compliant compliant: number(Key::CompliantField, Unit::CubicMetre).not_negative();
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
        let following = read_period(&last.period).map(|period| period.next().to_string());
        PeriodSheet { period: following.unwrap_or_default(), ..last.carried_over(id) }
    }
}
