//! What can be wrong or odd in a ledger, and how it is said.

use crate::ledger::Place;
use crate::metering::ReadingsFault;
use crate::metric::{Fault, FaultKind, Input};
use crate::quantity::TypedError;
use crate::rubric::Points;
use crate::text::{Key, Message};

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
    /// Neither a year nor a month of one.
    NotAPeriod,
    /// The period has two sheets.
    DuplicatePeriod,
    /// Some months of a year have sheets, others not.
    MonthsMissing {
        /// The year.
        year: i32,
        /// The months without a sheet.
        missing: Vec<u8>,
    },
    /// No unit of this name.
    UnknownUnit,
    /// A unit that is part of itself.
    WithinItself,
    /// Water from a place to itself.
    FlowToItself,
    /// Water into a source.
    FlowIntoSupply,
    /// Water from or to a unit that stands for others.
    FlowAtLevel,
    /// Neither a source nor a unit of this name.
    UnknownPlace,
    /// One of several products without an intake of its own.
    NoProductIntake,
    /// Nothing was made.
    NoOutput,
    /// Steps of a price that is not there.
    NoTierPrice,
    /// A balance is open beyond the tolerance.
    BalanceOpen {
        /// By how many per cent of what comes in.
        percent: f64,
    },
    /// The meters below a level disagree with its own beyond the tolerance.
    LevelOpen {
        /// By how many per cent.
        percent: f64,
    },
    /// The balance makes an unknown amount negative.
    UnknownNegative,
    /// The balance does not determine an unknown amount.
    Undetermined,
    /// Circulated water that flows count as well.
    CountedTwice,
    /// More is handed on than comes in.
    MoreThanUsed,
    /// A rubric that is neither shipped nor one's own.
    UnknownRubric,
    /// Points beyond an item's.
    AboveMax {
        /// The item's points.
        max: Points,
    },
    /// What the rubric does not let be left out.
    CannotBeLeftOut,
    /// A part of a count is more than the count.
    MoreThanTotal,
    /// A meter's record cannot be read.
    Readings(ReadingsFault),
    /// A meter's record without a night.
    NoNight,
    /// A measure changes what is not there.
    UnknownTarget,
    /// No measure of this name.
    UnknownMeasure,
    /// What a measure changes something to makes no sense.
    BadChange,
    /// The amount that reconciliation finds most likely to be wrong.
    Suspect {
        /// Its standardised correction.
        statistic: f64,
    },
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
            ProblemKind::NotAPeriod => "not_a_period",
            ProblemKind::UnknownRubric => "unknown_rubric",
            ProblemKind::AboveMax { .. } => "points_above_max",
            ProblemKind::CannotBeLeftOut => "cannot_be_left_out",
            ProblemKind::MoreThanTotal => "more_than_total",
            ProblemKind::Readings(fault) => fault.code(),
            ProblemKind::NoNight => "no_night",
            ProblemKind::UnknownTarget => "unknown_target",
            ProblemKind::UnknownMeasure => "unknown_measure",
            ProblemKind::BadChange => "bad_change",
            ProblemKind::DuplicatePeriod => "duplicate_period",
            ProblemKind::MonthsMissing { .. } => "months_missing",
            ProblemKind::UnknownUnit => "no_such_unit",
            ProblemKind::WithinItself => "within_itself",
            ProblemKind::FlowToItself => "flow_to_itself",
            ProblemKind::FlowIntoSupply => "flow_into_supply",
            ProblemKind::FlowAtLevel => "flow_at_level",
            ProblemKind::UnknownPlace => "unknown_place",
            ProblemKind::NoProductIntake => "no_product_intake",
            ProblemKind::NoOutput => "no_output",
            ProblemKind::NoTierPrice => "no_tier_price",
            ProblemKind::BalanceOpen { .. } => "balance_open",
            ProblemKind::LevelOpen { .. } => "level_open",
            ProblemKind::UnknownNegative => "unknown_negative",
            ProblemKind::Undetermined => "undetermined",
            ProblemKind::CountedTwice => "counted_twice",
            ProblemKind::MoreThanUsed => "more_than_used",
            ProblemKind::Suspect { .. } => "suspect",
        }
    }

    /// The number that is said of it, where that is all that is said.
    fn number(&self) -> Option<f64> {
        match self {
            ProblemKind::Disagrees { computed: number }
            | ProblemKind::DetailDisagrees { computed: number }
            | ProblemKind::BalanceOpen { percent: number }
            | ProblemKind::LevelOpen { percent: number }
            | ProblemKind::Suspect { statistic: number } => Some(*number),
            _ => None,
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
            | ProblemKind::ClassBelowSamples
            | ProblemKind::MonthsMissing { .. }
            | ProblemKind::NoProductIntake
            | ProblemKind::NoOutput
            | ProblemKind::NoTierPrice
            | ProblemKind::BalanceOpen { .. }
            | ProblemKind::LevelOpen { .. }
            | ProblemKind::UnknownNegative
            | ProblemKind::Undetermined
            | ProblemKind::CountedTwice
            | ProblemKind::MoreThanUsed
            | ProblemKind::MoreThanTotal
            | ProblemKind::Suspect { .. } => Severity::Caution,
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
            ProblemKind::NotAPeriod => Key::ProblemNotAPeriod,
            ProblemKind::UnknownRubric => Key::ProblemUnknownRubric,
            ProblemKind::AboveMax { max } => {
                return Message::new(Key::ProblemAboveMax).with("max", max.to_string());
            }
            ProblemKind::CannotBeLeftOut => Key::ProblemCannotBeLeftOut,
            ProblemKind::MoreThanTotal => Key::ProblemMoreThanTotal,
            ProblemKind::Readings(fault) => return fault.message(),
            ProblemKind::NoNight => Key::ProblemNoNight,
            ProblemKind::UnknownTarget => Key::ProblemUnknownTarget,
            ProblemKind::UnknownMeasure => Key::ProblemUnknownMeasure,
            ProblemKind::BadChange => Key::ProblemBadChange,
            ProblemKind::DuplicatePeriod => Key::ProblemDuplicatePeriod,
            ProblemKind::MonthsMissing { year, missing } => {
                let months: Vec<String> = missing.iter().map(u8::to_string).collect();
                return Message::new(Key::ProblemMonthsMissing)
                    .with("year", year.to_string())
                    .with("months", months.join(", "));
            }
            ProblemKind::UnknownUnit => Key::ProblemUnknownUnit,
            ProblemKind::WithinItself => Key::ProblemWithinItself,
            ProblemKind::FlowToItself => Key::ProblemFlowToItself,
            ProblemKind::FlowIntoSupply => Key::ProblemFlowIntoSupply,
            ProblemKind::FlowAtLevel => Key::ProblemFlowAtLevel,
            ProblemKind::UnknownPlace => Key::ProblemUnknownPlace,
            ProblemKind::NoProductIntake => Key::ProblemNoProductIntake,
            ProblemKind::NoOutput => Key::ProblemNoOutput,
            ProblemKind::NoTierPrice => Key::ProblemNoTierPrice,
            ProblemKind::BalanceOpen { percent } => return with_percent(Key::ProblemBalanceOpen, *percent),
            ProblemKind::LevelOpen { percent } => return with_percent(Key::ProblemLevelOpen, *percent),
            ProblemKind::UnknownNegative => Key::ProblemUnknownNegative,
            ProblemKind::Undetermined => Key::ProblemUndetermined,
            ProblemKind::CountedTwice => Key::ProblemCountedTwice,
            ProblemKind::MoreThanUsed => Key::ProblemMoreThanUsed,
            ProblemKind::Suspect { statistic } => {
                let statistic = crate::text::number(*statistic, 1);
                return Message::new(Key::ProblemSuspect).with("statistic", statistic);
            }
        })
    }
}

fn with_percent(key: Key, percent: f64) -> Message {
    Message::new(key).with("percent", format!("{} %", crate::text::number(percent, 1)))
}

impl PartialEq for ProblemKind {
    /// Two problems are the same when they are called and said the same; those of the same number are, unsaid.
    fn eq(&self, other: &ProblemKind) -> bool {
        let same_number = || self.number().is_some_and(|number| other.number() == Some(number));
        self.code() == other.code() && (same_number() || self.message() == other.message())
    }
}

/// Notes what a formula refuses, once: a sum meets the same fault in each of its parts. That a cell is missing goes
/// without saying where what stands in it could not be read.
pub(super) fn refuse(problems: &mut Vec<Problem>, place: Place, fault: &Fault, inputs: &'static [Input]) {
    let missing = matches!(fault.kind, FaultKind::Missing);
    let problem = Problem { place, kind: ProblemKind::Refused { fault: fault.clone(), inputs } };
    let is_said = |other: &Problem| if missing { other.place == place } else { *other == problem };
    if !problems.iter().any(is_said) {
        problems.push(problem);
    }
}
