//! The whole ledger worked out: figures and problems together.

use super::check::{check_districts, check_years};
use super::{Irrigation, Ledger, Problem, YearId};
use crate::irrigation::{self, YearFigures};

/// Everything the ledger says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessment {
    /// Each sheet, in the order of the ledger.
    pub years: Vec<YearAssessment>,
    /// Problems of the sheets themselves.
    pub problems: Vec<Problem>,
}

/// What a year's sheet says.
#[derive(Clone, Debug, PartialEq)]
pub struct YearAssessment {
    /// The sheet.
    pub id: YearId,
    /// The year, where it is one and has no earlier sheet.
    pub year: Option<i32>,
    /// Its figures.
    pub figures: YearFigures,
    /// What is wrong or odd in its rows.
    pub problems: Vec<Problem>,
}

/// Works the ledger out. Problems never stop what can be computed.
pub fn assess(ledger: &Ledger) -> Assessment {
    assess_irrigation(&ledger.irrigation)
}

/// Works the irrigation part out alone; the landing page needs no more, and so does not load it.
pub fn assess_irrigation(irrigation: &Irrigation) -> Assessment {
    let sheets = &irrigation.years;
    let (years, problems) = check_years(sheets);
    let years = sheets
        .iter()
        .zip(years)
        .map(|(sheet, year)| {
            let (districts, problems) = check_districts(sheet);
            YearAssessment { id: sheet.id, year, figures: irrigation::assess(&districts), problems }
        })
        .collect();
    Assessment { years, problems }
}

impl Assessment {
    /// The assessment of a sheet.
    pub fn year(&self, id: YearId) -> Option<&YearAssessment> {
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
