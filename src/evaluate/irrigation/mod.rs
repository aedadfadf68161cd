//! Irrigation: a year's districts with their own tables, its classes, its crops' need of water.

mod canals;
mod classes;
mod districts;
mod every_figure;
mod fieldwork;
mod results;
mod water_need;
mod years;

use std::collections::HashMap;
use std::sync::Arc;

use self::results::ReadDistrict;
use super::Before;
use super::problem::Problem;
use crate::irrigation::{District, DistrictFigures, YearFigures, compute_year};
use crate::ledger::{DISTRICTS, Ledger, Row, YEARS, YearEntry};
use crate::metric::Figure;
use crate::numeric::in_order;

pub(super) use canals::factor_of_lining;
pub use results::{DistrictDetail, IrrigationResults, YearResults};

/// What the sheets of irrigation come to. A year that is still the same is taken over; of one that changed, the districts that
/// are still the same keep their details.
pub fn irrigation(ledger: &Ledger, before: Before<'_, IrrigationResults>) -> IrrigationResults {
    let sheets = ledger.sheets(&YEARS);
    let (years, problems) = years::read_years(sheets);
    let results = |(sheet, year): (&Arc<Row>, Option<i32>)| {
        let known = before.and_then(|(was, results)| was.sheet(&YEARS, sheet.id).zip(results.year(sheet.id)));
        match known {
            Some((same, known)) if Arc::ptr_eq(same, sheet) && known.year == year => known.clone(),
            _ => Arc::new(evaluate_year(sheet, year, known.map(|(was, known)| (&**was, &**known)))),
        }
    };
    IrrigationResults { years: sheets.iter().zip(years).map(results).collect(), problems }
}

/// What a year's sheet comes to; what is still the same as it was before is taken over.
pub(super) fn evaluate_year(
    sheet: &Row,
    year: Option<i32>,
    before: Option<(&Row, &YearResults)>,
) -> YearResults {
    let (mu, mut problems) = classes::read_mu(sheet);
    let before = before.filter(|(was, _)| was[YearEntry::Mu] == sheet[YearEntry::Mu]);
    let known = before.map_or_else(HashMap::new, |(was, results)| {
        let rows = was.rows(&DISTRICTS).iter().zip(&results.details);
        rows.map(|(row, detail)| (row.id, (row, detail))).collect()
    });
    let known = |row: &Arc<Row>| {
        let (was, detail) = known.get(&row.id)?;
        Arc::ptr_eq(was, row).then(|| Arc::clone(detail))
    };
    let detail = |row| known(row).unwrap_or_else(|| Arc::new(evaluate_district(sheet, row, mu.clone())));
    let details: Vec<Arc<DistrictDetail>> = sheet.rows(&DISTRICTS).iter().map(detail).collect();
    let read = districts::read_districts(sheet, &details, before.map_or(&[], |(_, results)| &results.read));
    let (districts, figures) = as_domain(&read);
    let (totals, of_classes) = classes::read_classes(sheet, &districts);
    let (water_need, of_need) = water_need::evaluate_water_need(sheet);
    let of_districts = read.iter().flat_map(|one| one.problems.iter().cloned());
    problems.extend(of_districts.chain(of_classes).chain(of_need));
    YearResults {
        id: sheet.id,
        year,
        figures: compute_year(&districts, figures, &totals),
        details,
        water_need,
        problems,
        read,
    }
}

/// The districts as the domain takes them, and what they come to.
fn as_domain(read: &[Arc<ReadDistrict>]) -> (Vec<District>, Vec<DistrictFigures>) {
    read.iter().map(|one| (one.district.clone(), one.figures.clone())).unzip()
}

fn evaluate_district(sheet: &Row, row: &Row, mu: Figure) -> DistrictDetail {
    let (fieldwork, mut problems) = fieldwork::evaluate_fieldwork(sheet.id, row, mu);
    let (canals, of_canals): (_, Vec<Problem>) = canals::evaluate_canals(sheet.id, row);
    problems.extend(of_canals);
    DistrictDetail { fieldwork, canals, problems }
}

/// Works out the regions of sheets whose districts have no details of their own, in the order of the years.
///
/// The landing page needs no more, and so does not load what details take.
pub fn regions(sheets: &[Arc<Row>]) -> Vec<(i32, YearFigures)> {
    let (years, _) = years::read_years(sheets);
    let region = |(sheet, year): (&Arc<Row>, Option<i32>)| {
        let details = vec![Arc::default(); sheet.rows(&DISTRICTS).len()];
        let (districts, figures) = as_domain(&districts::read_districts(sheet, &details, &[]));
        Some((year?, compute_year(&districts, figures, &[])))
    };
    let regions: Vec<(i32, YearFigures)> = sheets.iter().zip(years).filter_map(region).collect();
    in_order(regions, |one, other| one.0.cmp(&other.0))
}
