//! The whole ledger worked out: figures and problems together.

use std::sync::Arc;

use super::certification::{ReviewAssessment, ReviewContext, check_review, check_reviews};
use super::irrigation::{
    check_canals, check_classes, check_districts, check_fieldwork, check_water_need, check_years, mu,
};
use super::plant::{PeriodAssessment, check_periods, check_plant};
use super::problem::Problem;
use crate::irrigation::fieldwork::FieldworkFigures;
use crate::irrigation::{self, NetworkFigures, WaterNeedFigures, YearFigures};
use crate::ledger::{
    Certification, DistrictRow, Industry, Irrigation, Ledger, PeriodId, PeriodSheet, ReviewId, ReviewSheet,
    YearId, YearSheet,
};
use crate::quantity::{Period, read_year};

/// Everything the ledger says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessment {
    /// Each sheet, in the order of the ledger.
    pub years: Vec<YearAssessment>,
    /// Each period of the plant, in the order of the ledger.
    pub periods: Vec<Arc<PeriodAssessment>>,
    /// Each unit's year, in the order of the ledger.
    pub reviews: Vec<Arc<ReviewAssessment>>,
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
    /// What its districts are measured from, in their order.
    pub details: Vec<Arc<DistrictDetail>>,
    /// 作物需水.
    pub water_need: WaterNeedFigures,
    /// What is wrong or odd in the tables of the year; that of a district's own tables stands in its detail.
    pub problems: Vec<Problem>,
}

/// What a district's own tables say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DistrictDetail {
    /// Crops, fields, sources.
    pub fieldwork: FieldworkFigures,
    /// Canals.
    pub canals: NetworkFigures,
    /// What is wrong or odd in them.
    pub problems: Vec<Problem>,
}

/// Works the ledger out. Problems never stop what can be computed.
pub fn assess(ledger: &Ledger) -> Assessment {
    assess_all(ledger, None)
}

/// Works the ledger out again after a change: the details of districts and the places of a plant that are still the same
/// are taken over.
pub fn assess_again(ledger: &Ledger, before: (&Ledger, &Assessment)) -> Assessment {
    assess_all(ledger, Some(before))
}

fn assess_all(ledger: &Ledger, before: Option<(&Ledger, &Assessment)>) -> Assessment {
    let (years, mut problems) =
        assess_irrigation(&ledger.irrigation, before.map(|(l, a)| (&l.irrigation, a)));
    problems.extend(check_periods(&ledger.industry.periods));
    let periods = assess_industry(&ledger.industry, before.map(|(l, a)| (&l.industry, a)));
    problems.extend(check_reviews(&ledger.certification.reviews));
    let known = before.map(|(l, a)| (&l.certification, a));
    let reviews = assess_certification(&ledger.certification, &periods, known);
    Assessment { years, periods, reviews, problems }
}

/// Each period stands by itself, and is taken over while its sheet is still the same; of one that changed, what did not.
fn assess_industry(
    industry: &Industry,
    before: Option<(&Industry, &Assessment)>,
) -> Vec<Arc<PeriodAssessment>> {
    let assess = |sheet: &Arc<PeriodSheet>| {
        let known = before.and_then(|(before, assessed)| {
            let place = before.periods.iter().position(|other| other.id == sheet.id)?;
            before.periods.get(place).zip(assessed.periods.get(place))
        });
        match known {
            Some((same, known)) if Arc::ptr_eq(same, sheet) => known.clone(),
            _ => Arc::new(check_plant(sheet, known.map(|(sheet, known)| (&**sheet, &**known)))),
        }
    };
    industry.periods.iter().map(assess).collect()
}

/// A unit's year rests on its sheet, its rubrics and the plant of the same year; it is taken over while all are the same.
fn assess_certification(
    certification: &Certification,
    periods: &[Arc<PeriodAssessment>],
    before: Option<(&Certification, &Assessment)>,
) -> Vec<Arc<ReviewAssessment>> {
    let one = |(place, sheet): (usize, &Arc<ReviewSheet>)| {
        let with = context(certification, periods, sheet);
        let known = before.and_then(|(before, assessed)| {
            // Most stand where they stood, and a bureau has a thousand.
            let is_same = |other: &Arc<ReviewSheet>| Arc::ptr_eq(other, sheet);
            let stood = Some(place).filter(|place| before.reviews.get(*place).is_some_and(is_same));
            let place = stood.or_else(|| before.reviews.iter().position(is_same))?;
            assessed.reviews.get(place).filter(|found| with.is_same(found)).cloned()
        });
        known.unwrap_or_else(|| Arc::new(check_review(sheet, with)))
    };
    certification.reviews.iter().enumerate().map(one).collect()
}

fn context(
    certification: &Certification,
    periods: &[Arc<PeriodAssessment>],
    sheet: &ReviewSheet,
) -> ReviewContext {
    let year = read_year(&sheet.year).map(Period::whole);
    let plant = periods.iter().find(|found| found.period.is_some() && found.period == year);
    ReviewContext {
        rubric: certification.rubric(&sheet.rubric),
        other: certification.rubric(&sheet.other),
        plant: plant.cloned(),
    }
}

fn assess_irrigation(
    irrigation: &Irrigation,
    before: Option<(&Irrigation, &Assessment)>,
) -> (Vec<YearAssessment>, Vec<Problem>) {
    let sheets = &irrigation.years;
    let (years, problems) = check_years(sheets);
    let years = sheets.iter().zip(years).map(|(sheet, year)| {
        let known = before
            .and_then(|(ledger, assessment)| Some((ledger.year(sheet.id)?, assessment.year(sheet.id)?)));
        assess_year(sheet, year, known)
    });
    (years.collect(), problems)
}

fn assess_year(
    sheet: &YearSheet,
    year: Option<i32>,
    before: Option<(&YearSheet, &YearAssessment)>,
) -> YearAssessment {
    let (mu, mut problems) = mu(sheet);
    let known = |row: &Arc<DistrictRow>| {
        let (before, assessed) = before.filter(|(before, _)| before.mu == sheet.mu)?;
        let place = before.districts.iter().position(|other| Arc::ptr_eq(other, row))?;
        assessed.details.get(place).cloned()
    };
    let details: Vec<Arc<DistrictDetail>> = sheet
        .districts
        .iter()
        .map(|row| {
            known(row).unwrap_or_else(|| {
                let (fieldwork, mut problems) = check_fieldwork(sheet.id, row, mu.clone());
                let (canals, of_canals) = check_canals(sheet.id, row);
                problems.extend(of_canals);
                Arc::new(DistrictDetail { fieldwork, canals, problems })
            })
        })
        .collect();
    let (districts, of_districts) = check_districts(sheet, &details);
    let (totals, of_classes) = check_classes(sheet, &districts);
    let (water_need, of_need) = check_water_need(sheet);
    problems.extend(of_districts.into_iter().chain(of_classes).chain(of_need));
    let figures = irrigation::assess(&districts, &totals);
    YearAssessment { id: sheet.id, year, figures, details, water_need, problems }
}

/// Works out the regions of sheets whose districts have no details of their own, in the order of the years.
///
/// The landing page needs no more, and so does not load what details take.
pub fn assess_regions(sheets: &[YearSheet]) -> Vec<(i32, YearFigures)> {
    let (years, _) = check_years(sheets);
    let region = |(sheet, year): (&YearSheet, Option<i32>)| {
        let details = vec![Arc::default(); sheet.districts.len()];
        let (districts, _) = check_districts(sheet, &details);
        Some((year?, irrigation::assess(&districts, &[])))
    };
    let mut regions: Vec<(i32, YearFigures)> = sheets.iter().zip(years).filter_map(region).collect();
    regions.sort_by_key(|(year, _)| *year);
    regions
}

impl Assessment {
    /// The assessment of a sheet.
    pub fn year(&self, id: YearId) -> Option<&YearAssessment> {
        self.years.iter().find(|year| year.id == id)
    }

    /// The assessment of a plant's period.
    pub fn period(&self, id: PeriodId) -> Option<&Arc<PeriodAssessment>> {
        self.periods.iter().find(|period| period.id == id)
    }

    /// The assessment of a unit's year.
    pub fn review(&self, id: ReviewId) -> Option<&Arc<ReviewAssessment>> {
        self.reviews.iter().find(|review| review.id == id)
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

impl YearAssessment {
    /// Everything that is wrong or odd in the year.
    pub fn all_problems(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().chain(self.details.iter().flat_map(|detail| &detail.problems))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::CITY_IRRIGATION_COEFFICIENT;
    use crate::ledger::example;
    use crate::numeric::round;
    use crate::text::Language;

    #[test]
    fn the_sample_has_no_problems_and_comes_to_the_published_coefficient() {
        for language in Language::ALL {
            let assessment = assess(&example(language));
            assert_eq!(assessment.problems, []);
            assert!(
                assessment
                    .years
                    .iter()
                    .all(|year| year.problems.is_empty() && year.figures.faults.is_empty())
            );
            let (year, figures) = *assessment.in_order().last().expect("five years");
            let published = CITY_IRRIGATION_COEFFICIENT.at(year).expect("shipped");
            let coefficient = figures.coefficient.as_ref().expect("computed").value();
            assert_eq!(round(coefficient, 2), published.value);
        }
    }
}
