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
                | "no_whole_year"
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
                | "unknown_measure"
                | "bad_change"
                | "no_subject_of_year"
                | "bad_served_amount"
                | "not_served"
                | "nothing_to_change"
                | "bad_number_change"
                | "less_than_nothing"
                | "no_makeup"
                | "excluded"
                | "need_not_in_plan"
                | "formula_name"
                | "formula_broken"
                | "formula_circle"
                | "no_such_place"
                | "no_unit_of_name"
                | "several_units_of_name"
                | "place_within_itself"
                | "curve_falls"
                | "month_of_other_year"
                | "no_number"
                | "bad_time"
                | "register_backwards"
                | "no_interval"
                | "record_too_long"
        );
        assert_eq!(kind.severity() == Severity::Wrong, is_left_out, "{kind:?}");
    }
}

/// Every kind of problem; a refusal speaks with the voice of the formula, which has its own tests.
fn every_kind() -> Vec<ProblemKind> {
    let (unit, typed) = (Unit::TenThousandCubicMetres, Unit::Mu);
    let of_cells = [
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
    ];
    let line = 3;
    let of_records = [
        ReadingsFault::NoNumber { line },
        ReadingsFault::BadTime { line },
        ReadingsFault::Backwards { line },
        ReadingsFault::NoInterval,
        ReadingsFault::TooLong,
    ];
    let mut kinds = ProblemKind::one_of_each();
    kinds.extend(of_cells.map(ProblemKind::Typed));
    kinds.extend(of_records.map(ProblemKind::Readings));
    kinds
}

#[test]
fn numbers_are_said_as_people_read_them() {
    for (kind, said) in [
        (ProblemKind::Disagrees { computed: 0.53214 }, "0.5321"),
        (ProblemKind::DetailDisagrees { computed: 12345.678 }, "12,345.7"),
        (ProblemKind::Outside { low: -90.0, high: 90.0 }, "−90"),
        (ProblemKind::MonthsMissing { year: 2024, months: vec![3, 7] }, "3, 7"),
        (ProblemKind::BalanceOpen { percent: 7.42 }, "7.4 %"),
        (ProblemKind::SubmetersDisagree { percent: 7.42 }, "7.4 %"),
        (ProblemKind::AboveMax { max: Points::whole(8) }, "8"),
        (ProblemKind::Suspect { statistic: 5.23 }, "5.2"),
    ] {
        for language in Language::ALL {
            let words = kind.message().say(language);
            assert!(words.contains(said), "{kind:?}: {words}");
        }
    }
}
