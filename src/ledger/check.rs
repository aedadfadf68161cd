//! From typed to checked: every cell is read, every problem is reported with its place, nothing stops at the first.

use std::collections::HashMap;

use super::{Column, DistrictRow, RowId, TypedRow, YearId, YearSheet};
use crate::irrigation::{District, PLAUSIBLE_COEFFICIENT, SizeClass, Water};
use crate::metric::{Figure, Leaf};
use crate::numeric::{COEFFICIENT_AGREEMENT, round};
use crate::quantity::{Quantity, TypedError, Unit, read};
use crate::text::{Key, Message};

/// Years that can be meant.
const YEARS: std::ops::RangeInclusive<i32> = 1949..=2100;

/// Something to look at in the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: ProblemKind,
}

/// A place in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The year's sheet.
    pub year: YearId,
    /// The row; none for the sheet itself.
    pub row: Option<RowId>,
    /// The cell; none for the whole row.
    pub column: Option<Column>,
}

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a second look; it is computed with.
    Caution,
    /// Left out of the computation.
    Wrong,
}

/// What can be wrong or odd.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// The cell is not the number asked for.
    Typed(TypedError),
    /// Below zero.
    Negative,
    /// Zero where it is divided by.
    Zero,
    /// A coefficient outside 0–1.
    CoefficientRange,
    /// Net above gross.
    NetAboveGross,
    /// Typed coefficient and net ÷ gross disagree; the computed one counts.
    Disagrees {
        /// Net ÷ gross.
        computed: f64,
    },
    /// Outside the range of published coefficients.
    Implausible,
    /// No such class.
    UnknownClass,
    /// No class chosen: the district is in the region's figure but in no class.
    NoClass,
    /// Of net, gross and coefficient, one more is needed.
    Incomplete,
    /// A coefficient without water has no weight.
    NoWeight,
    /// A row with figures but no name.
    NoName,
    /// The name stands twice in the year.
    DuplicateName,
    /// The year is blank or not a year.
    NotAYear,
    /// The year has two sheets.
    DuplicateYear,
}

impl ProblemKind {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            ProblemKind::Typed(error) => error.code(),
            ProblemKind::Negative => "negative",
            ProblemKind::Zero => "not_positive",
            ProblemKind::CoefficientRange => "coefficient_out_of_range",
            ProblemKind::NetAboveGross => "net_above_gross",
            ProblemKind::Disagrees { .. } => "coefficient_disagrees",
            ProblemKind::Implausible => "implausible",
            ProblemKind::UnknownClass => "unknown_class",
            ProblemKind::NoClass => "no_class",
            ProblemKind::Incomplete => "incomplete",
            ProblemKind::NoWeight => "no_weight",
            ProblemKind::NoName => "no_name",
            ProblemKind::DuplicateName => "duplicate_name",
            ProblemKind::NotAYear => "not_a_year",
            ProblemKind::DuplicateYear => "duplicate_year",
        }
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        match self {
            ProblemKind::Disagrees { .. }
            | ProblemKind::Implausible
            | ProblemKind::NoClass
            | ProblemKind::Incomplete
            | ProblemKind::NoWeight
            | ProblemKind::NoName
            | ProblemKind::DuplicateName => Severity::Caution,
            _ => Severity::Wrong,
        }
    }

    /// The sentence that says what to change.
    pub fn message(&self) -> Message {
        Message::new(match self {
            ProblemKind::Typed(error) => return error.message(),
            ProblemKind::Disagrees { computed } => {
                let computed = crate::text::number(*computed, 4);
                return Message::new(Key::ProblemDisagrees).with("computed", computed);
            }
            ProblemKind::Negative => Key::ProblemNegative,
            ProblemKind::Zero => Key::ProblemZero,
            ProblemKind::CoefficientRange => Key::ProblemCoefficientRange,
            ProblemKind::NetAboveGross => Key::FaultNetAboveGross,
            ProblemKind::Implausible => Key::ProblemImplausible,
            ProblemKind::UnknownClass => Key::ProblemUnknownClass,
            ProblemKind::NoClass => Key::ProblemNoClass,
            ProblemKind::Incomplete => Key::ProblemIncomplete,
            ProblemKind::NoWeight => Key::ProblemNoWeight,
            ProblemKind::NoName => Key::ProblemNoName,
            ProblemKind::DuplicateName => Key::ProblemDuplicateName,
            ProblemKind::NotAYear => Key::ProblemNotAYear,
            ProblemKind::DuplicateYear => Key::ProblemDuplicateYear,
        })
    }
}

/// The year a sheet is for, with what is wrong with it.
pub(super) fn check_years(sheets: &[YearSheet]) -> (Vec<Option<i32>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut years: Vec<Option<i32>> = Vec::new();
    for sheet in sheets {
        let year = typed_year(sheet);
        let place = Place { year: sheet.id, row: None, column: None };
        match year {
            None => problems.push(Problem { place, kind: ProblemKind::NotAYear }),
            Some(_) if years.contains(&year) => {
                problems.push(Problem { place, kind: ProblemKind::DuplicateYear })
            }
            Some(_) => {}
        }
        // The second sheet of a year is shown but stays out of the trend.
        years.push(if years.contains(&year) { None } else { year });
    }
    (years, problems)
}

/// The year as typed, where it is one that can be meant.
pub(super) fn typed_year(sheet: &YearSheet) -> Option<i32> {
    // "2024年" is how officers write it.
    match read(sheet.year.trim().trim_end_matches('年'), Unit::One) {
        Ok(Some(Quantity { value, .. })) if value.fract() == 0.0 => {
            Some(value as i32).filter(|y| YEARS.contains(y))
        }
        _ => None,
    }
}

/// A year's districts as the domain takes them, one for each row, with everything that is wrong or odd.
pub(super) fn check_districts(sheet: &YearSheet) -> (Vec<District>, Vec<Problem>) {
    let mut problems = Vec::new();
    let names = name_counts(sheet);
    let mut districts = Vec::new();
    for (index, row) in sheet.districts.iter().enumerate() {
        if row.is_blank() {
            districts.push(District { key: row.id.0, class: None, area: None, water: Water::Unknown });
            continue;
        }
        let mut cells = Cells { sheet, row, index, problems: &mut problems };
        let name = row.name.trim();
        if name.is_empty() {
            cells.report(Some(Column::Name), ProblemKind::NoName);
        } else if names.get(name).is_some_and(|count| *count > 1) {
            cells.report(Some(Column::Name), ProblemKind::DuplicateName);
        }
        districts.push(District {
            key: row.id.0,
            class: cells.class(),
            area: cells.positive(Column::Area),
            water: cells.water(),
        });
    }
    (districts, problems)
}

fn is_plausible(coefficient: f64) -> bool {
    PLAUSIBLE_COEFFICIENT.0 <= coefficient && coefficient <= PLAUSIBLE_COEFFICIENT.1
}

fn name_counts(sheet: &YearSheet) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for row in &sheet.districts {
        *counts.entry(row.name.trim()).or_insert(0) += 1;
    }
    counts
}

/// The cells of one row being read.
struct Cells<'c> {
    sheet: &'c YearSheet,
    row: &'c DistrictRow,
    index: usize,
    problems: &'c mut Vec<Problem>,
}

impl Cells<'_> {
    fn report(&mut self, column: Option<Column>, kind: ProblemKind) {
        let place = Place { year: self.sheet.id, row: Some(self.row.id), column };
        self.problems.push(Problem { place, kind });
    }

    fn class(&mut self) -> Option<SizeClass> {
        let typed = self.row.class.trim();
        let class = SizeClass::from_typed(typed);
        match class {
            None if typed.is_empty() => self.report(Some(Column::Class), ProblemKind::NoClass),
            None => self.report(Some(Column::Class), ProblemKind::UnknownClass),
            Some(_) => {}
        }
        class
    }

    fn water(&mut self) -> Water {
        let net = self.positive(Column::Net);
        let gross = self.positive(Column::Gross);
        let coefficient = self.coefficient();
        match (net, gross, coefficient) {
            (Some(net), Some(gross), coefficient) => self.net_and_gross(net, gross, coefficient),
            (None, Some(gross), Some(coefficient)) => Water::GrossAndCoefficient { gross, coefficient },
            (Some(net), None, Some(coefficient)) => Water::NetAndCoefficient { net, coefficient },
            (None, Some(gross), None) => {
                self.incomplete(Column::Net);
                Water::Gross { gross }
            }
            (None, None, Some(coefficient)) => {
                self.report(Some(Column::Gross), ProblemKind::NoWeight);
                Water::Coefficient { coefficient }
            }
            (Some(_), None, None) => {
                self.incomplete(Column::Gross);
                Water::Unknown
            }
            (None, None, None) => {
                self.incomplete(Column::Net);
                Water::Unknown
            }
        }
    }

    fn net_and_gross(&mut self, net: Figure, gross: Figure, typed: Option<Figure>) -> Water {
        if net.value() > gross.value() {
            self.report(Some(Column::Net), ProblemKind::NetAboveGross);
            return Water::Unknown;
        }
        let computed = net.value() / gross.value();
        if let Some(typed) = typed
            // 0.5325 − 0.532 is a little more than 0.0005 in binary, which is no disagreement.
            && round(typed.value() - computed, 9).abs() > COEFFICIENT_AGREEMENT
        {
            self.report(Some(Column::Coefficient), ProblemKind::Disagrees { computed });
        }
        if !is_plausible(computed) {
            self.report(Some(Column::Net), ProblemKind::Implausible);
        }
        Water::NetAndGross { net, gross }
    }

    /// A missing number is worth saying unless one of the three already has a worse problem of its own.
    fn incomplete(&mut self, column: Column) {
        let row = self.row.id;
        let water = [Column::Net, Column::Gross, Column::Coefficient].map(Some);
        let wrong = |p: &Problem| water.contains(&p.place.column) && p.kind.severity() == Severity::Wrong;
        // The row's problems stand last, so a long table is not searched again for each row.
        let mut of_row = self.problems.iter().rev().take_while(|p| p.place.row == Some(row));
        if !of_row.any(wrong) {
            self.report(Some(column), ProblemKind::Incomplete);
        }
    }

    fn coefficient(&mut self) -> Option<Figure> {
        let quantity = self.quantity(Column::Coefficient)?;
        if !(quantity.value > 0.0 && quantity.value <= 1.0) {
            self.report(Some(Column::Coefficient), ProblemKind::CoefficientRange);
            return None;
        }
        if !is_plausible(quantity.value) {
            self.report(Some(Column::Coefficient), ProblemKind::Implausible);
        }
        Some(self.figure(Column::Coefficient, quantity))
    }

    fn positive(&mut self, column: Column) -> Option<Figure> {
        let quantity = self.quantity(column)?;
        if quantity.value > 0.0 {
            return Some(self.figure(column, quantity));
        }
        self.report(
            Some(column),
            if quantity.value < 0.0 { ProblemKind::Negative } else { ProblemKind::Zero },
        );
        None
    }

    fn quantity(&mut self, column: Column) -> Option<Quantity> {
        match read(self.row.cell(column.index()), column.unit().unwrap_or(Unit::One)) {
            Ok(quantity) => quantity,
            Err(error) => {
                self.report(Some(column), ProblemKind::Typed(error));
                None
            }
        }
    }

    fn figure(&self, column: Column, quantity: Quantity) -> Figure {
        // Row identities are 32 bits wide, so the columns of different rows never meet.
        let id = u64::from(self.row.id.0) * Column::ALL.len() as u64 + column.index() as u64;
        let label = match self.row.name.trim() {
            "" => format!("#{}", self.index + 1),
            name => name.to_string(),
        };
        Figure::typed(quantity, 0.0, Leaf { id, label, name: column.heading().words() })
    }
}
