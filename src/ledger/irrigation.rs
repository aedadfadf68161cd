//! The irrigation part of the ledger, as typed: years, and the districts of each.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::table::free_id;
use super::{RowId, TypedRow};
use crate::irrigation::SizeClass;
use crate::quantity::Unit;
use crate::text::Key;

/// 农田灌溉 as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Irrigation {
    /// One sheet a year, in the order of the tabs.
    pub years: Vec<YearSheet>,
}

/// The identity of a year's sheet within a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct YearId(pub u32);

/// A year's sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearSheet {
    /// Identity, kept through edits of the year itself.
    pub id: YearId,
    /// The year as typed.
    pub year: String,
    /// The districts.
    pub districts: Vec<DistrictRow>,
}

/// A district as typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DistrictRow {
    /// Identity, kept through edits and moves.
    pub id: RowId,
    /// 名称
    #[serde(default)]
    pub name: String,
    /// 规模与类型: the code of a class, or what was typed instead.
    #[serde(default)]
    pub class: String,
    /// 实灌面积, 万亩
    #[serde(default)]
    pub area: String,
    /// 净灌溉用水量, 万m³
    #[serde(default)]
    pub net: String,
    /// 毛灌溉用水量, 万m³
    #[serde(default)]
    pub gross: String,
    /// 系数, where it was measured elsewhere
    #[serde(default)]
    pub coefficient: String,
}

/// A column of the district table that people type into, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// 名称
    Name,
    /// 规模与类型
    Class,
    /// 实灌面积
    Area,
    /// 净灌溉用水量
    Net,
    /// 毛灌溉用水量
    Gross,
    /// 系数
    Coefficient,
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Column; 6] =
        [Column::Name, Column::Class, Column::Area, Column::Net, Column::Gross, Column::Coefficient];

    /// Its place in the table, counted from 0.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The unit a bare number in the column counts; `None` for text.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Column::Name | Column::Class => None,
            Column::Area => Some(Unit::TenThousandMu),
            Column::Net | Column::Gross => Some(Unit::TenThousandCubicMetres),
            Column::Coefficient => Some(Unit::One),
        }
    }

    /// The column's heading.
    pub fn heading(self) -> Key {
        match self {
            Column::Name => Key::ColumnName,
            Column::Class => Key::ColumnClass,
            Column::Area => Key::ColumnArea,
            Column::Net => Key::ColumnNet,
            Column::Gross => Key::ColumnGross,
            Column::Coefficient => Key::ColumnCoefficientTyped,
        }
    }
}

impl TypedRow for DistrictRow {
    const COLUMNS: usize = Column::ALL.len();

    fn blank(id: RowId) -> DistrictRow {
        let blank = String::new;
        DistrictRow {
            id,
            name: blank(),
            class: blank(),
            area: blank(),
            net: blank(),
            gross: blank(),
            coefficient: blank(),
        }
    }

    fn id(&self) -> RowId {
        self.id
    }

    fn cell(&self, column: usize) -> &str {
        match Column::ALL.get(column) {
            Some(Column::Name) => &self.name,
            Some(Column::Class) => &self.class,
            Some(Column::Area) => &self.area,
            Some(Column::Net) => &self.net,
            Some(Column::Gross) => &self.gross,
            Some(Column::Coefficient) => &self.coefficient,
            None => "",
        }
    }

    /// The name of a class becomes its code, so that it can be shown in any language.
    fn set_cell(&mut self, column: usize, text: String) {
        match Column::ALL.get(column) {
            Some(Column::Name) => self.name = text,
            Some(Column::Class) => {
                self.class = SizeClass::from_typed(&text).map_or(text, |class| class.code().to_string());
            }
            Some(Column::Area) => self.area = text,
            Some(Column::Net) => self.net = text,
            Some(Column::Gross) => self.gross = text,
            Some(Column::Coefficient) => self.coefficient = text,
            None => {}
        }
    }
}

impl Irrigation {
    /// The sheet of an identity.
    pub fn year(&self, id: YearId) -> Option<&YearSheet> {
        self.years.iter().find(|sheet| sheet.id == id)
    }

    /// An identity that no sheet has.
    pub fn next_year_id(&self) -> YearId {
        YearId(free_id(self.years.iter().map(|sheet| sheet.id.0)))
    }

    /// An identity that stands twice, by which a hand-made document would confuse its rows.
    pub fn duplicate_id(&self) -> Option<u32> {
        let mut years = HashSet::new();
        self.years.iter().find_map(|sheet| {
            let mut rows = HashSet::new();
            let row = sheet.districts.iter().find(|row| !rows.insert(row.id.0)).map(|row| row.id.0);
            if years.insert(sheet.id.0) { row } else { Some(sheet.id.0) }
        })
    }
}
