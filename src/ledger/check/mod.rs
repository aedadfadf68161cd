//! From typed to checked: every cell is read, every problem is reported with its place, nothing stops at the first.

mod canals;
mod cells;
mod classes;
mod districts;
mod entry;
mod fieldwork;
mod water_need;

use super::{Entry, Place, YearSheet};
use crate::metric::{Fault, FaultKind, Input};
use crate::quantity::{Quantity, TypedError, Unit, read};
use crate::text::{Key, Message};

pub(super) use canals::check_canals;
pub(super) use classes::{check_classes, mu};
pub(super) use districts::check_districts;
pub(super) use fieldwork::check_fieldwork;
pub(super) use water_need::check_water_need;

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

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a second look; it is computed with.
    Caution,
    /// Left out of the computation.
    Wrong,
}

/// What can be wrong or odd.
#[derive(Clone, Debug)]
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
    /// None of the list.
    UnknownChoice,
    /// Nothing is typed where the row or the year cannot do without.
    Blank,
    /// Which kind of thing the row is must be chosen.
    NoKind,
    /// A field's crop is none of the district's.
    UnknownCrop,
    /// A crop with neither net water nor a field to find it from: it is left out of the total.
    NoFields,
    /// A crop without an area: it is left out of the total.
    NoArea,
    /// What was typed and what the details come to disagree; the details count.
    DetailDisagrees {
        /// What the details come to.
        computed: f64,
    },
    /// A class with gross water but without a sample: it is left out of the region.
    NoSamples,
    /// A class or a month that stands above already; the first counts.
    Repeated,
    /// The class's total is less than its districts take together.
    ClassBelowSamples,
    /// An entry outside the numbers it can have.
    Outside {
        /// The least it can be.
        low: f64,
        /// The most it can be.
        high: f64,
    },
    /// No month, 1 to 12.
    NotAMonth,
    /// No month and day.
    NotADay,
    /// No canal of this name.
    UnknownCanal,
    /// The canal would feed itself.
    FeedsItself,
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
    /// A formula refuses what was typed.
    Refused {
        /// What it refuses.
        fault: Fault,
        /// What goes into the formula.
        inputs: &'static [Input],
    },
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
            ProblemKind::UnknownChoice => "unknown_class",
            ProblemKind::Refused { fault, .. } => fault.code(),
            ProblemKind::Outside { .. } => "outside",
            ProblemKind::NotAMonth => "not_a_month",
            ProblemKind::NotADay => "not_a_day",
            ProblemKind::Blank => "blank",
            ProblemKind::NoKind => "no_kind",
            ProblemKind::UnknownCrop => "unknown_crop",
            ProblemKind::NoFields => "no_fields",
            ProblemKind::NoArea => "no_area",
            ProblemKind::DetailDisagrees { .. } => "detail_disagrees",
            ProblemKind::NoSamples => "no_samples",
            ProblemKind::Repeated => "repeated",
            ProblemKind::ClassBelowSamples => "class_below_samples",
            ProblemKind::UnknownCanal => "unknown_canal",
            ProblemKind::FeedsItself => "feeds_itself",
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
            | ProblemKind::DuplicateName
            | ProblemKind::Blank
            | ProblemKind::NoKind
            | ProblemKind::UnknownCrop
            | ProblemKind::NoFields
            | ProblemKind::NoArea
            | ProblemKind::DetailDisagrees { .. }
            | ProblemKind::NoSamples
            | ProblemKind::ClassBelowSamples => Severity::Caution,
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
            ProblemKind::UnknownChoice => Key::ProblemUnknownClass,
            ProblemKind::Refused { fault, inputs } => return fault.message(inputs),
            ProblemKind::DetailDisagrees { computed } => {
                let computed = crate::text::grouped(crate::numeric::significant(*computed, 6));
                return Message::new(Key::ProblemDetailDisagrees).with("computed", computed);
            }
            ProblemKind::Outside { low, high } => {
                return Message::new(Key::ProblemOutside).with_number("low", *low).with_number("high", *high);
            }
            ProblemKind::NotAMonth => Key::ProblemNotAMonth,
            ProblemKind::NotADay => Key::ProblemNotADay,
            ProblemKind::Blank => Key::ProblemBlank,
            ProblemKind::NoKind => Key::ProblemNoKind,
            ProblemKind::UnknownCrop => Key::ProblemUnknownCrop,
            ProblemKind::NoFields => Key::ProblemNoFields,
            ProblemKind::NoArea => Key::ProblemNoArea,
            ProblemKind::NoSamples => Key::ProblemNoSamples,
            ProblemKind::Repeated => Key::ProblemRepeated,
            ProblemKind::ClassBelowSamples => Key::ProblemClassBelowSamples,
            ProblemKind::UnknownCanal => Key::ProblemUnknownCanal,
            ProblemKind::FeedsItself => Key::ProblemFeedsItself,
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

impl PartialEq for ProblemKind {
    /// Two problems are the same when they are called and said the same.
    fn eq(&self, other: &ProblemKind) -> bool {
        self.code() == other.code() && self.message() == other.message()
    }
}

/// Notes what a formula refuses, once: a sum meets the same fault in each of its parts. That a cell is missing goes
/// without saying where what stands in it could not be read.
fn refuse(problems: &mut Vec<Problem>, place: Place, fault: &Fault, inputs: &'static [Input]) {
    let missing = matches!(fault.kind, FaultKind::Missing);
    let problem = Problem { place, kind: ProblemKind::Refused { fault: fault.clone(), inputs } };
    let is_said = |other: &Problem| if missing { other.place == place } else { *other == problem };
    if !problems.iter().any(is_said) {
        problems.push(problem);
    }
}

/// The year a sheet is for, with what is wrong with it.
pub(super) fn check_years(sheets: &[YearSheet]) -> (Vec<Option<i32>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut years: Vec<Option<i32>> = Vec::new();
    for sheet in sheets {
        let year = typed_year(sheet);
        let place = Place::Entry(Entry::Year(sheet.id));
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
