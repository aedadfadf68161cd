//! The irrigation part of the ledger, as typed: years, and in each the districts and what belongs to them.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::table::{is_default, rows};
use super::table_edit::{duplicate_row, free_id, position};
use super::{CanalRow, CropRow, FieldRow, Refused, RowId, SourceRow, WaterNeed};
use crate::irrigation::SizeClass;
use crate::quantity::Unit;
use crate::text::{Key, choices};

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
    /// The districts; each is shared with the past that still knows it as it is.
    pub districts: Vec<Arc<DistrictRow>>,
    /// Gross water of whole classes, where the districts above are only samples of them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub classes: Vec<ClassRow>,
    /// 一亩的面积: the code of a [`crate::irrigation::MuConvention`], or what was typed instead.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mu: String,
    /// 作物需水: the station, its months, the crops.
    #[serde(default, skip_serializing_if = "is_default")]
    pub water_need: WaterNeed,
}

rows! {
    /// A district as typed.
    pub struct DistrictRow, DistrictColumn {
        Name name: text(Key::ColumnName).carried();
        Class class: choice(Key::ColumnClass, choices::<SizeClass>).carried();
        Area area: number(Key::ColumnArea, Unit::TenThousandMu).positive();
        Net net: number(Key::ColumnNet, Unit::TenThousandCubicMetres).positive();
        Gross gross: number(Key::ColumnGross, Unit::TenThousandCubicMetres).positive();
        Coefficient coefficient: number(Key::ColumnCoefficientTyped, Unit::One).positive();
    }
    holding {
        /// 作物.
        crops: Vec<CropRow> [carried],
        /// 典型田块.
        fields: Vec<FieldRow>,
        /// 水源与出流.
        sources: Vec<SourceRow>,
        /// 渠道.
        canals: Vec<CanalRow> [carried],
        /// 田间水利用系数 as typed.
        field_efficiency: String [carried],
        /// 渠道全年输水天数 as typed.
        canal_days: String [carried],
    }
}

rows! {
    /// A class of which the districts are samples, as typed.
    pub struct ClassRow, ClassColumn {
        Class class: choice(Key::ColumnClass, choices::<SizeClass>);
        Gross gross: number(Key::ColumnClassGross, Unit::TenThousandCubicMetres).positive();
    }
}

impl YearSheet {
    /// An empty sheet.
    pub fn blank(id: YearId) -> YearSheet {
        YearSheet {
            id,
            year: String::new(),
            districts: Vec::new(),
            classes: Vec::new(),
            mu: String::new(),
            water_need: WaterNeed::default(),
        }
    }

    /// The district of an identity.
    pub fn district(&self, id: RowId) -> Option<&Arc<DistrictRow>> {
        self.districts.iter().find(|district| district.id == id)
    }

    /// The district of an identity, to be changed.
    pub(super) fn district_mut(&mut self, id: RowId) -> Result<&mut DistrictRow, Refused> {
        let at = position(&self.districts, id)?;
        Ok(Arc::make_mut(&mut self.districts[at]))
    }

    /// A field of a district, to be changed.
    pub(super) fn field_mut(&mut self, in_district: RowId, id: RowId) -> Result<&mut FieldRow, Refused> {
        let fields = &mut self.district_mut(in_district)?.fields;
        let at = position(fields, id)?;
        Ok(&mut fields[at])
    }

    fn twin(&self) -> Option<u32> {
        let of_district = |district: &Arc<DistrictRow>| {
            duplicate_row(&district.crops)
                .or_else(|| duplicate_row(&district.sources))
                .or_else(|| duplicate_row(&district.canals))
                .or_else(|| duplicate_row(&district.fields))
                .or_else(|| {
                    let mut fields = district.fields.iter();
                    fields.find_map(|f| duplicate_row(&f.readings).or_else(|| duplicate_row(&f.periods)))
                })
        };
        duplicate_row(&self.districts)
            .or_else(|| duplicate_row(&self.classes))
            .or_else(|| duplicate_row(&self.water_need.months))
            .or_else(|| duplicate_row(&self.water_need.crops))
            .or_else(|| self.districts.iter().find_map(of_district))
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
        self.years
            .iter()
            .find_map(|sheet| if years.insert(sheet.id.0) { sheet.twin() } else { Some(sheet.id.0) })
    }
}
