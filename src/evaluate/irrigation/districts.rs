//! A year's districts: the rows of the main table.

use std::collections::HashMap;
use std::sync::Arc;

use super::results::{Among, DistrictDetail, ReadDistrict};
use crate::evaluate::cells::{Cells, label, twice};
use crate::evaluate::problem::{Problem, ProblemKind, Severity};
use crate::irrigation::{District, PLAUSIBLE_COEFFICIENT, SizeClass, Water, compute_district};
use crate::ledger::{DISTRICTS, DistrictColumn, Row, RowId};
use crate::metric::Figure;
use crate::numeric::{COEFFICIENT_AGREEMENT, DETAIL_AGREEMENT, round};
use crate::quantity::Unit;

use DistrictColumn::{Area, Class, Coefficient, Gross, Name, Net};

/// A year's districts as the domain takes them, one for each row, with everything that is wrong or odd; those of which nothing
/// has changed since they were read `before` are taken over.
///
/// What the details of a district come to counts before what was typed for the district as a whole.
pub(super) fn read_districts(
    sheet: &Row,
    details: &[Arc<DistrictDetail>],
    before: &[Arc<ReadDistrict>],
) -> Vec<Arc<ReadDistrict>> {
    let known: HashMap<RowId, &Arc<ReadDistrict>> = before.iter().map(|one| (one.row.id, one)).collect();
    let is_only = sheet.rows(&DISTRICTS).iter().filter(|row| !row.is_blank()).count() == 1;
    let duplicates = twice(sheet.rows(&DISTRICTS).iter().map(|row| &row[DistrictColumn::Name]));
    let read = |(index, (row, detail)): (usize, (&Arc<Row>, &Arc<DistrictDetail>))| {
        let name = &row[DistrictColumn::Name];
        let is_duplicate = duplicates.contains(name.trim());
        let among = Among { label: label(name, index), is_duplicate, is_only };
        let is_same = |known: &&&Arc<ReadDistrict>| {
            Arc::ptr_eq(&known.row, row) && Arc::ptr_eq(&known.detail, detail) && known.among == among
        };
        match known.get(&row.id).filter(is_same) {
            Some(known) => Arc::clone(known),
            None => Arc::new(read_district(sheet.id, row, detail, among)),
        }
    };
    sheet.rows(&DISTRICTS).iter().zip(details).enumerate().map(read).collect()
}

fn read_district(sheet: RowId, row: &Arc<Row>, detail: &Arc<DistrictDetail>, among: Among) -> ReadDistrict {
    let mut problems = Vec::new();
    let district = match row.is_blank() {
        true => District { key: row.id.0, class: None, area: None, water: Water::Unknown, is_blank: true },
        false => {
            let cells = Cells::apart(DISTRICTS.at(&[sheet]), row, among.label.clone(), &mut problems);
            TypedDistrict { cells, detail, is_only: among.is_only }.district(row, among.is_duplicate)
        }
    };
    let figures = compute_district(&district);
    ReadDistrict { figures, district, problems, row: Arc::clone(row), detail: Arc::clone(detail), among }
}

struct TypedDistrict<'c> {
    cells: Cells<'c>,
    detail: &'c DistrictDetail,
    is_only: bool,
}

impl TypedDistrict<'_> {
    fn district(&mut self, row: &Row, is_duplicate: bool) -> District {
        match self.cells.text(Name) {
            "" => self.report(Name, ProblemKind::NoName),
            _ if is_duplicate => self.report(Name, ProblemKind::DuplicateName),
            _ => {}
        }
        let (class, area, water) = (self.class(), self.positive(Area), self.water());
        let district = District { key: row.id.0, class, area, water, is_blank: false };
        self.compare_with_area(&district);
        district
    }

    /// Holds the area against class and water. A year's only district may be a region that was added up.
    fn compare_with_area(&mut self, district: &District) {
        let area = district.area.as_ref().and_then(|area| area.quantity().to(Unit::TenThousandMu));
        let Some(area) = area else { return };
        let is_above = |below: f64| area.value > (5.0 * below).max(30.0);
        if !self.is_only && district.class.and_then(SizeClass::area_below).is_some_and(is_above) {
            self.report(Class, ProblemKind::ClassOfArea);
        }
        let gross = district.gross().and_then(|gross| gross.quantity().to(Unit::TenThousandCubicMetres));
        let Some(gross) = gross else { return };
        // 亩 for 万亩 makes the area too large, m³ for 万m³ the water.
        let per_mu = gross.value / area.value;
        let (column, value) = if per_mu < WATER_PER_MU.0 { (Area, area.value) } else { (Gross, gross.value) };
        let is_slip = WATER_PER_MU.0 <= per_mu * 1e4 && per_mu < WATER_PER_MU.0
            || per_mu / 1e4 <= WATER_PER_MU.1 && per_mu > WATER_PER_MU.1;
        // Where the number itself is already said to be unusual, that is enough.
        let is_said = self.cells.noted().iter().any(|problem| problem.kind.mend().is_some());
        if is_slip && !is_said {
            self.report(column, ProblemKind::AreaSlip { per_mu, meant: value / 1e4 });
        }
    }

    fn report(&mut self, column: DistrictColumn, kind: ProblemKind) {
        self.cells.report(column, kind);
    }

    fn positive(&mut self, column: DistrictColumn) -> Option<Figure> {
        self.cells.number(column)
    }

    /// What the details come to, else what was typed; where both are there and differ, that is said.
    fn detailed(&mut self, column: DistrictColumn, detail: Option<Figure>) -> Option<Figure> {
        let typed = self.positive(column);
        let Some(detail) = detail.filter(|detail| detail.value() > 0.0) else {
            // What was typed stands in for details that are there and cannot be read.
            let is_wrong = |problem: &Problem| problem.kind.severity() == Severity::Wrong;
            let lacks = self.detail.problems.iter().any(is_wrong);
            return typed.map(|typed| typed.incomplete_if(lacks));
        };
        let computed = detail.value();
        if typed.is_some_and(|typed| (typed.value() - computed).abs() > DETAIL_AGREEMENT * computed) {
            self.report(column, ProblemKind::DetailDisagrees { computed });
        }
        Some(detail)
    }

    fn class(&mut self) -> Option<SizeClass> {
        let class = self.cells.choice(Class);
        if self.cells.text(Class).is_empty() {
            self.report(Class, ProblemKind::NoClass);
        }
        class
    }

    fn water(&mut self) -> Water {
        let net = self.detailed(Net, self.detail.fieldwork.net.clone());
        let gross = self.detailed(Gross, self.detail.fieldwork.gross.clone());
        let coefficient = self.coefficient();
        match (net, gross, coefficient) {
            (Some(net), Some(gross), coefficient) => self.net_and_gross(net, gross, coefficient),
            (None, Some(gross), Some(coefficient)) => Water::GrossAndCoefficient { gross, coefficient },
            (Some(net), None, Some(coefficient)) => Water::NetAndCoefficient { net, coefficient },
            (None, Some(gross), None) => {
                self.incomplete(Net);
                Water::Gross { gross }
            }
            (None, None, Some(coefficient)) => {
                self.report(Gross, ProblemKind::NoWeight);
                Water::Coefficient { coefficient }
            }
            (Some(_), None, None) => {
                self.incomplete(Gross);
                Water::Unknown
            }
            (None, None, None) => {
                self.incomplete(Net);
                Water::Unknown
            }
        }
    }

    fn net_and_gross(&mut self, net: Figure, gross: Figure, typed: Option<Figure>) -> Water {
        if net.value() > gross.value() {
            self.report(Net, ProblemKind::NetAboveGross);
            return Water::Unknown;
        }
        let computed = net.value() / gross.value();
        if let Some(typed) = typed
            // 0.5325 − 0.532 is a little more than 0.0005 in binary, which is no disagreement.
            && round(typed.value() - computed, 9).abs() > COEFFICIENT_AGREEMENT
        {
            self.report(Coefficient, ProblemKind::Disagrees { computed });
        }
        if !is_plausible(computed) {
            self.report(Net, ProblemKind::Implausible);
        }
        Water::NetAndGross { net, gross }
    }

    /// A missing number is worth saying unless one of the three already has a worse problem of its own.
    fn incomplete(&mut self, column: DistrictColumn) {
        let wrong = |problem: &Problem| {
            let of_water = |column| problem.place.is_under(column);
            [Net, Gross, Coefficient].into_iter().any(of_water) && problem.kind.severity() == Severity::Wrong
        };
        if !self.cells.noted().iter().any(wrong) {
            self.report(column, ProblemKind::Incomplete);
        }
    }

    fn coefficient(&mut self) -> Option<Figure> {
        let (quantity, u) = self.cells.typed(Coefficient, Unit::One)?;
        if !(quantity.value > 0.0 && quantity.value <= 1.0) {
            self.report(Coefficient, ProblemKind::CoefficientRange);
            return None;
        }
        if !is_plausible(quantity.value) {
            self.report(Coefficient, ProblemKind::Implausible);
        }
        Some(self.cells.figure(Coefficient, quantity, u))
    }
}

/// Water by area of a district's year in m³ by mu, from what wells and sprinklers give to what sandy paddies take.
const WATER_PER_MU: (f64, f64) = (5.0, 5000.0);

fn is_plausible(coefficient: f64) -> bool {
    PLAUSIBLE_COEFFICIENT.0 <= coefficient && coefficient <= PLAUSIBLE_COEFFICIENT.1
}
