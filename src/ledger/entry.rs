//! The entries beside the tables: each is a cell by itself, described as a column is.

use std::sync::Arc;

use super::{
    ColumnSpec, DistrictRow, PeriodId, PlantEntry, Refused, ReviewEntry, ReviewId, RowId, YearId, YearSheet,
};
use crate::irrigation::MuConvention;
use crate::quantity::Unit;
use crate::text::{Key, choices};

/// A single entry beside the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// The ledger's title.
    Title,
    /// A sheet's year.
    Year(YearId),
    /// How many square metres a mu is taken for in a year.
    Mu(YearId),
    /// The field efficiency of a district.
    FieldEfficiency(YearId, RowId),
    /// The days a year that a district's canals run.
    CanalDays(YearId, RowId),
    /// The latitude of a year's station.
    Latitude(YearId),
    /// Its altitude.
    Altitude(YearId),
    /// The coefficient by which a year's net water need becomes gross.
    Efficiency(YearId),
    /// An entry of a plant's period.
    Plant(PeriodId, PlantEntry),
    /// An entry of a unit's year.
    Review(ReviewId, ReviewEntry),
}

impl Entry {
    /// The entries of a year's sheet itself.
    pub fn of_year(year: YearId) -> [Entry; 5] {
        [
            Entry::Year(year),
            Entry::Mu(year),
            Entry::Latitude(year),
            Entry::Altitude(year),
            Entry::Efficiency(year),
        ]
    }

    /// Every entry of a year's sheet, those of its districts among them.
    pub fn all(sheet: &YearSheet) -> Vec<Entry> {
        let year = sheet.id;
        let of_district =
            |row: &Arc<DistrictRow>| [Entry::FieldEfficiency(year, row.id), Entry::CanalDays(year, row.id)];
        Entry::of_year(year).into_iter().chain(sheet.districts.iter().flat_map(of_district)).collect()
    }

    /// What it is called.
    pub fn name(self) -> Key {
        self.spec().heading
    }

    /// What is said of it.
    pub fn spec(self) -> &'static ColumnSpec {
        match self {
            Entry::Title => {
                static TITLE: ColumnSpec = ColumnSpec::text("title", Key::LedgerTitle);
                &TITLE
            }
            Entry::Year(_) => {
                static YEAR: ColumnSpec = ColumnSpec::text("year", Key::YearField);
                &YEAR
            }
            Entry::Mu(_) => {
                static MU: ColumnSpec =
                    ColumnSpec::choice("mu", Key::MuField, choices::<MuConvention>).carried();
                &MU
            }
            Entry::FieldEfficiency(..) => {
                static FIELD_EFFICIENCY: ColumnSpec =
                    ColumnSpec::number("field_efficiency", Key::FieldEfficiency, Unit::One)
                        .within(0.01, 1.0)
                        .carried();
                &FIELD_EFFICIENCY
            }
            Entry::CanalDays(..) => {
                static CANAL_DAYS: ColumnSpec =
                    ColumnSpec::number("canal_days", Key::CanalDays, Unit::Day).within(0.0, 366.0).carried();
                &CANAL_DAYS
            }
            Entry::Latitude(_) => {
                static LATITUDE: ColumnSpec =
                    ColumnSpec::number("latitude", Key::Latitude, Unit::Degree).within(-90.0, 90.0).carried();
                &LATITUDE
            }
            Entry::Altitude(_) => {
                static ALTITUDE: ColumnSpec = ColumnSpec::number("altitude", Key::Altitude, Unit::Metre)
                    .within(-430.0, 9000.0)
                    .carried();
                &ALTITUDE
            }
            Entry::Efficiency(_) => {
                static EFFICIENCY: ColumnSpec =
                    ColumnSpec::number("efficiency", Key::GrossEfficiency, Unit::One).within(0.01, 1.0);
                &EFFICIENCY
            }
            Entry::Plant(_, entry) => entry.spec(),
            Entry::Review(_, entry) => entry.spec(),
        }
    }

    /// Its identity in the page.
    pub fn id(self) -> &'static str {
        match self {
            Entry::Title => "title",
            Entry::Year(_) => "year",
            Entry::Mu(_) => "mu",
            Entry::FieldEfficiency(..) => "field-efficiency",
            Entry::CanalDays(..) => "canal-days",
            Entry::Latitude(_) => "latitude",
            Entry::Altitude(_) => "altitude",
            Entry::Efficiency(_) => "efficiency",
            Entry::Plant(_, entry) => match entry {
                PlantEntry::Period => "period",
                PlantEntry::Tolerance => "tolerance",
                PlantEntry::Sector => "sector",
                PlantEntry::OutputValue => "output-value",
                PlantEntry::ValueAdded => "value-added",
                PlantEntry::Staff => "staff",
                PlantEntry::Days => "days",
                PlantEntry::StaffWater => "staff-water",
                PlantEntry::Compliant => "compliant",
                PlantEntry::Prerequisite(id) => id,
            },
            Entry::Review(_, entry) => match entry {
                ReviewEntry::Unit => "unit-name",
                ReviewEntry::Year => "review-year",
                ReviewEntry::Rubric => "rubric",
                ReviewEntry::Other => "other-rubric",
                ReviewEntry::Supplied => "supplied",
                ReviewEntry::Days => "review-days",
                ReviewEntry::Weight => "weight",
                ReviewEntry::Mean => "mean",
                ReviewEntry::General => "general",
                ReviewEntry::Advanced => "advanced",
            },
        }
    }

    /// The district that it belongs to.
    pub fn district(self) -> Option<RowId> {
        match self {
            Entry::FieldEfficiency(_, district) | Entry::CanalDays(_, district) => Some(district),
            _ => None,
        }
    }
}

impl YearSheet {
    /// What was typed into an entry of the sheet or of one of its districts; nothing when that is gone.
    pub fn entry(&self, entry: Entry) -> &str {
        let of_district = |id: RowId, pick: fn(&DistrictRow) -> &String| {
            self.district(id).map_or("", |district| pick(district).as_str())
        };
        match entry {
            Entry::Year(_) => &self.year,
            Entry::Mu(_) => &self.mu,
            Entry::Latitude(_) => &self.water_need.latitude,
            Entry::Altitude(_) => &self.water_need.altitude,
            Entry::Efficiency(_) => &self.water_need.efficiency,
            Entry::FieldEfficiency(_, id) => of_district(id, |district| &district.field_efficiency),
            Entry::CanalDays(_, id) => of_district(id, |district| &district.canal_days),
            Entry::Title | Entry::Plant(..) | Entry::Review(..) => "",
        }
    }

    pub(super) fn entry_mut(&mut self, entry: Entry) -> Result<&mut String, Refused> {
        Ok(match entry {
            Entry::Year(_) => &mut self.year,
            Entry::Mu(_) => &mut self.mu,
            Entry::Latitude(_) => &mut self.water_need.latitude,
            Entry::Altitude(_) => &mut self.water_need.altitude,
            Entry::Efficiency(_) => &mut self.water_need.efficiency,
            Entry::FieldEfficiency(_, id) => &mut self.district_mut(id)?.field_efficiency,
            Entry::CanalDays(_, id) => &mut self.district_mut(id)?.canal_days,
            Entry::Title | Entry::Plant(..) | Entry::Review(..) => return Err(Refused::Gone),
        })
    }
}
