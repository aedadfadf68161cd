//! The industrial part of the ledger, as typed: periods, and in each the plant's water and what was made with it.

mod example;
mod place;
mod rows;
mod smelter;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::table::{change, duplicate_row, free_id, is_default};
use super::{Refused, RowId, TableEdit, TypedRow};

pub use example::PlantExample;
pub use place::{PlantEntry, PlantTable};
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

/// Defines the sheet: its tables and the entries beside them.
macro_rules! period_sheet {
    (tables { $($(#[$table_doc:meta])* $table:ident $rows:ident: $row:ident;)* }
     entries { $($(#[$entry_doc:meta])* $entry:ident $text:ident;)* }) => {
        /// A period's sheet.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct PeriodSheet {
            /// Identity, kept through edits of the period itself.
            pub id: PeriodId,
            $($(#[$table_doc])*
            #[serde(default, skip_serializing_if = "is_default")]
            pub $rows: Vec<$row>,)*
            $($(#[$entry_doc])*
            #[serde(default, skip_serializing_if = "is_default")]
            pub $text: String,)*
            /// Which prerequisites hold, by their names in the catalogue.
            #[serde(default, skip_serializing_if = "is_default")]
            pub prerequisites: BTreeMap<String, String>,
        }

        impl PeriodSheet {
            /// An empty sheet.
            pub fn blank(id: PeriodId) -> PeriodSheet {
                PeriodSheet { id, $($rows: Vec::new(),)* $($text: String::new(),)* prerequisites: BTreeMap::new() }
            }

            /// The rows of a table, from top to bottom.
            pub fn rows(&self, table: PlantTable) -> Vec<RowId> {
                match table { $(PlantTable::$table => self.$rows.iter().map(TypedRow::id).collect(),)* }
            }

            /// What was typed into a cell of a table; nothing when it is gone.
            pub fn cell(&self, table: PlantTable, row: RowId, column: usize) -> &str {
                match table {
                    $(PlantTable::$table => {
                        self.$rows.iter().find(|r| r.id == row).map_or("", |r| r.cell(column))
                    })*
                }
            }

            /// What was typed into an entry.
            pub fn entry(&self, entry: PlantEntry) -> &str {
                match entry {
                    $(PlantEntry::$entry => &self.$text,)*
                    PlantEntry::Prerequisite(id) => self.prerequisites.get(id).map_or("", String::as_str),
                }
            }

            pub(super) fn entry_mut(&mut self, entry: PlantEntry) -> &mut String {
                match entry {
                    $(PlantEntry::$entry => &mut self.$text,)*
                    PlantEntry::Prerequisite(id) => self.prerequisites.entry(id.to_string()).or_default(),
                }
            }

            pub(super) fn change(&mut self, table: PlantTable, edit: TableEdit) -> Result<(), Refused> {
                match table { $(PlantTable::$table => change(&mut self.$rows, edit),)* }
            }

            fn twin(&self) -> Option<u32> {
                None$(.or_else(|| duplicate_row(&self.$rows)))*
            }
        }
    };
}

period_sheet! {
    tables {
        /// 取水水源与总表.
        Supplies supplies: SupplyRow;
        /// 用水单元.
        Units units: UnitRow;
        /// 单元之间的水量.
        Flows flows: FlowRow;
        /// 产品.
        Products products: ProductRow;
        /// 计量器具.
        Meters meters: MeterRow;
        /// 循环冷却水系统.
        Cooling cooling: CoolingRow;
        /// 蒸汽与冷凝水.
        Steam steam: SteamRow;
        /// 成本.
        Costs costs: CostRow;
        /// 阶梯与超计划水价.
        Tiers tiers: TierRow;
    }
    entries {
        /// 时段 as typed: a year, or a month of a year.
        Period period;
        /// 平衡允许误差.
        Tolerance tolerance;
        /// 行业.
        Sector sector;
        /// 工业产值.
        OutputValue output_value;
        /// 工业增加值.
        ValueAdded value_added;
        /// 职工人数.
        Staff staff;
        /// 天数.
        Days days;
        /// 职工生活用水量.
        StaffWater staff_water;
        /// 达标排水量.
        Compliant compliant;
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
            return PeriodSheet { units: vec![UnitRow::blank(RowId(1))], ..PeriodSheet::blank(id) };
        };
        let following = super::check::typed_period(&last.period).map(|period| period.next().to_string());
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
        for supply in &mut self.supplies {
            supply.amount.clear();
            supply.sold.clear();
        }
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
        self.flows.iter_mut().for_each(|flow| flow.amount.clear());
        for product in &mut self.products {
            product.output.clear();
            product.intake.clear();
        }
        for row in &mut self.steam {
            row.steam.clear();
            row.condensate.clear();
        }
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
