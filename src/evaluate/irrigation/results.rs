//! What irrigation comes to.

use std::sync::Arc;

use crate::evaluate::problem::Problem;
use crate::irrigation::fieldwork::FieldworkFigures;
use crate::irrigation::{District, DistrictFigures, NetworkFigures, Water, WaterNeedFigures, YearFigures};
use crate::ledger::{Row, RowId};

/// What all years come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IrrigationResults {
    /// Each sheet, in the order of the ledger.
    pub years: Vec<Arc<YearResults>>,
    /// Problems of the sheets themselves.
    pub problems: Vec<Problem>,
}

/// What a year's sheet comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct YearResults {
    /// The sheet.
    pub id: RowId,
    /// The year, where it is one and has no earlier sheet.
    pub year: Option<i32>,
    /// Its figures.
    pub figures: YearFigures,
    /// What its districts are measured from, in their order.
    pub details: Vec<Arc<DistrictDetail>>,
    /// 作物需水.
    pub water_need: WaterNeedFigures,
    /// What is wrong or odd in the tables of the year; that of a district's own tables stands in its detail.
    pub problems: Vec<Problem>,
    /// Its districts as they were read.
    pub(super) read: Vec<Arc<ReadDistrict>>,
}

/// What a district's own tables come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DistrictDetail {
    /// Crops, fields, sources.
    pub fieldwork: FieldworkFigures,
    /// Canals.
    pub canals: NetworkFigures,
    /// What is wrong or odd in them.
    pub problems: Vec<Problem>,
}

/// A district as its row was read, with all that it was read from: as long as that is the same, so is what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadDistrict {
    /// What it comes to.
    pub figures: DistrictFigures,
    pub(super) district: District,
    pub(super) problems: Vec<Problem>,
    pub(super) row: Arc<Row>,
    pub(super) detail: Arc<DistrictDetail>,
    pub(super) among: Among,
}

/// What the rows around it say of a district.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Among {
    /// What a person would call it.
    pub label: String,
    /// Whether another has its name.
    pub is_duplicate: bool,
    /// Whether there is no other.
    pub is_only: bool,
}

impl IrrigationResults {
    /// What a sheet comes to.
    pub fn year(&self, id: RowId) -> Option<&Arc<YearResults>> {
        self.years.iter().find(|year| year.id == id)
    }

    /// The years that can stand in a trend, ascending.
    pub fn in_order(&self) -> Vec<(i32, &YearFigures)> {
        let mut years: Vec<(i32, &YearFigures)> = Vec::new();
        for (year, figures) in self.years.iter().filter_map(|year| Some((year.year?, &year.figures))) {
            let place = years.partition_point(|(before, _)| *before < year);
            years.insert(place, (year, figures));
        }
        years
    }
}

impl YearResults {
    /// Everything that is wrong or odd in the year.
    pub fn all_problems(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().chain(self.details.iter().flat_map(|detail| &detail.problems))
    }

    /// What is known of the water of each district that is there.
    pub(in crate::evaluate) fn waters(&self) -> impl Iterator<Item = &Water> {
        self.read.iter().map(|one| &one.district).filter(|district| !district.is_blank).map(|one| &one.water)
    }
}
