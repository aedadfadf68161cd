//! The kinds of problem in a ledger: what they are called, how grave they are, what they say.

use std::collections::BTreeSet;

use water_ledger::evaluate::{ProblemKind, Severity};
use water_ledger::metering::ReadingsFault;
use water_ledger::quantity::{TypedError, Unit};
use water_ledger::rubric::Points;
use water_ledger::text::Language;

#[test]
fn every_problem_says_what_to_do_in_both_languages() {
    let mut codes = BTreeSet::new();
    for kind in every_kind() {
        let [zh, en] = Language::ALL.map(|language| kind.message().say(language));
        assert!(!zh.is_empty() && !en.is_empty() && zh != en, "{kind:?}: {zh} {en}");
        assert!(!zh.contains(['{', '}']) && !en.contains(['{', '}']), "{kind:?}: {zh} {en}");
        assert!(zh.contains(['。', '；']) && en.ends_with('.'), "{kind:?}: {zh} {en}");
        assert!(codes.insert(kind.code()), "{} names two kinds", kind.code());
    }
}

#[test]
fn what_is_left_out_is_wrong_and_what_is_computed_with_is_a_caution() {
    for kind in every_kind() {
        let is_left_out = matches!(
            kind.code(),
            "not_a_number"
                | "bad_grouping"
                | "ambiguous_myriad"
                | "unknown_unit"
                | "other_dimension"
                | "too_large"
                | "uncertainty_here"
                | "bad_uncertainty"
                | "ambiguous_percent"
                | "unknown_accuracy"
                | "negative"
                | "not_positive"
                | "coefficient_out_of_range"
                | "net_above_gross"
                | "unknown_class"
                | "not_a_year"
                | "duplicate_year"
                | "repeated"
                | "outside"
                | "not_a_month"
                | "not_a_day"
                | "unknown_canal"
                | "feeds_itself"
                | "not_a_period"
                | "duplicate_period"
                | "unknown_place"
                | "within_itself"
                | "flow_to_itself"
                | "flow_into_supply"
                | "flow_at_level"
                | "no_such_unit"
                | "unknown_rubric"
                | "points_above_max"
                | "cannot_be_left_out"
                | "no_night"
                | "unknown_target"
                | "unknown_measure"
                | "bad_change"
                | "no_number"
                | "bad_time"
                | "register_backwards"
                | "no_interval"
                | "record_too_long"
        );
        assert_eq!(kind.severity() == Severity::Wrong, is_left_out, "{kind:?}");
    }
}

/// Every kind of problem; the compiler asks for a new one here.
fn every_kind() -> Vec<ProblemKind> {
    let (unit, typed) = (Unit::TenThousandCubicMetres, Unit::Mu);
    let mut kinds: Vec<ProblemKind> = [
        TypedError::NotANumber,
        TypedError::Grouping,
        TypedError::AmbiguousMyriad { unit },
        TypedError::UnknownUnit,
        TypedError::OtherDimension { typed, wanted: unit },
        TypedError::TooLarge,
        TypedError::UncertaintyHere,
        TypedError::BadUncertainty,
        TypedError::AmbiguousPercent,
        TypedError::UnknownAccuracy,
    ]
    .map(ProblemKind::Typed)
    .to_vec();
    let line = 3;
    let of_records = [
        ReadingsFault::NoNumber { line },
        ReadingsFault::BadTime { line },
        ReadingsFault::Backwards { line },
        ReadingsFault::NoInterval,
        ReadingsFault::TooLong,
    ];
    kinds.extend(of_records.map(ProblemKind::Readings));
    let mut next = Some(ProblemKind::Negative);
    while let Some(kind) = next {
        next = after(&kind);
        kinds.push(kind);
    }
    kinds
}

fn after(kind: &ProblemKind) -> Option<ProblemKind> {
    Some(match kind {
        ProblemKind::Typed(_) => ProblemKind::Negative,
        ProblemKind::Negative => ProblemKind::Zero,
        ProblemKind::Zero => ProblemKind::CoefficientRange,
        ProblemKind::CoefficientRange => ProblemKind::NetAboveGross,
        ProblemKind::NetAboveGross => ProblemKind::Disagrees { computed: 0.5321 },
        ProblemKind::Disagrees { .. } => ProblemKind::Implausible,
        ProblemKind::Implausible => ProblemKind::UnknownChoice,
        ProblemKind::UnknownChoice => ProblemKind::NoClass,
        ProblemKind::NoClass => ProblemKind::Incomplete,
        ProblemKind::Incomplete => ProblemKind::NoWeight,
        ProblemKind::NoWeight => ProblemKind::NoName,
        ProblemKind::NoName => ProblemKind::DuplicateName,
        ProblemKind::DuplicateName => ProblemKind::NotAYear,
        ProblemKind::NotAYear => ProblemKind::DuplicateYear,
        ProblemKind::DuplicateYear => ProblemKind::Blank,
        ProblemKind::Blank => ProblemKind::NoKind,
        ProblemKind::NoKind => ProblemKind::UnknownCrop,
        ProblemKind::UnknownCrop => ProblemKind::NoFields,
        ProblemKind::NoFields => ProblemKind::NoArea,
        ProblemKind::NoArea => ProblemKind::DetailDisagrees { computed: 157.0 },
        ProblemKind::DetailDisagrees { .. } => ProblemKind::NoSamples,
        ProblemKind::NoSamples => ProblemKind::Repeated,
        ProblemKind::Repeated => ProblemKind::ClassBelowSamples,
        ProblemKind::ClassBelowSamples => ProblemKind::Outside { low: -90.0, high: 90.0 },
        ProblemKind::Outside { .. } => ProblemKind::NotAMonth,
        ProblemKind::NotAMonth => ProblemKind::NotADay,
        ProblemKind::NotADay => ProblemKind::UnknownCanal,
        ProblemKind::UnknownCanal => ProblemKind::FeedsItself,
        ProblemKind::FeedsItself => ProblemKind::NotAPeriod,
        ProblemKind::NotAPeriod => ProblemKind::DuplicatePeriod,
        ProblemKind::DuplicatePeriod => ProblemKind::MonthsMissing { year: 2024, missing: vec![3, 7] },
        ProblemKind::MonthsMissing { .. } => ProblemKind::UnknownUnit,
        ProblemKind::UnknownUnit => ProblemKind::WithinItself,
        ProblemKind::WithinItself => ProblemKind::FlowToItself,
        ProblemKind::FlowToItself => ProblemKind::FlowIntoSupply,
        ProblemKind::FlowIntoSupply => ProblemKind::FlowAtLevel,
        ProblemKind::FlowAtLevel => ProblemKind::UnknownPlace,
        ProblemKind::UnknownPlace => ProblemKind::NoProductIntake,
        ProblemKind::NoProductIntake => ProblemKind::NoOutput,
        ProblemKind::NoOutput => ProblemKind::NoTierPrice,
        ProblemKind::NoTierPrice => ProblemKind::BalanceOpen { percent: 7.4 },
        ProblemKind::BalanceOpen { .. } => ProblemKind::LevelOpen { percent: 7.4 },
        ProblemKind::LevelOpen { .. } => ProblemKind::UnknownNegative,
        ProblemKind::UnknownNegative => ProblemKind::Undetermined,
        ProblemKind::Undetermined => ProblemKind::CountedTwice,
        ProblemKind::CountedTwice => ProblemKind::MoreThanUsed,
        ProblemKind::MoreThanUsed => ProblemKind::UnknownRubric,
        ProblemKind::UnknownRubric => ProblemKind::AboveMax { max: Points::whole(8) },
        ProblemKind::AboveMax { .. } => ProblemKind::CannotBeLeftOut,
        ProblemKind::CannotBeLeftOut => ProblemKind::MoreThanTotal,
        ProblemKind::MoreThanTotal => ProblemKind::NoNight,
        ProblemKind::NoNight => ProblemKind::UnknownTarget,
        ProblemKind::UnknownTarget => ProblemKind::UnknownMeasure,
        ProblemKind::UnknownMeasure => ProblemKind::BadChange,
        ProblemKind::BadChange => ProblemKind::Suspect { statistic: 5.2 },
        ProblemKind::Readings(_) => ProblemKind::Negative,
        // A refusal speaks with the voice of the formula, which has its own tests.
        ProblemKind::Suspect { .. } | ProblemKind::Refused { .. } => return None,
    })
}
