//! What can be wrong or odd in a ledger, and how it is said.

use super::problem_blanks::{as_typed, four_places, listed, one_place, per_cent, plain, six_digits};
pub use super::refusal::Refusal;
use crate::ledger::Place;
use crate::metering::ReadingsFault;
use crate::metric::{Fault, FaultKind, Input};
use crate::numeric::{plain as plain_number, significant};
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

impl Problem {
    /// Whether what stands at its place does not go into the figures.
    pub(super) fn leaves_out(&self) -> bool {
        self.kind.leaves_out()
    }
}

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a second look; it is computed with.
    Caution,
    /// Left out of the computation.
    Wrong,
}

/// Writes [`ProblemKind`] from one list. Those said by themselves bring code and sentence with them; each of the others has, in
/// this order: its name, the numbers that are said of it (with their type and how they are written into the blank of the
/// same name), a stable code for programs, how grave it is, its sentence.
macro_rules! problems {
    (
        said by themselves { $($(#[$own_doc:meta])* $own:ident($of:ty);)* }
        $(
            $(#[$doc:meta])*
            $kind:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty as $write:ident),* })?
            $code:literal $severity:ident $key:ident;
        )*
    ) => {
        /// What can be wrong or odd.
        #[derive(Clone, Debug, PartialEq)]
        pub enum ProblemKind {
            $($(#[$own_doc])* $own($of),)*
            $($(#[$doc])* $kind $({ $($(#[$field_doc])* $field: $type),* })?,)*
        }

        impl ProblemKind {
            /// A stable name for programs.
            pub fn code(&self) -> &'static str {
                match self {
                    $(ProblemKind::$own(of) => of.code(),)*
                    $(ProblemKind::$kind { .. } => $code,)*
                }
            }

            /// How grave it is.
            pub fn severity(&self) -> Severity {
                match self {
                    $(ProblemKind::$own(_) => Severity::Wrong,)*
                    $(ProblemKind::$kind { .. } => Severity::$severity,)*
                }
            }

            /// What to type instead, where a slip is likely.
            pub fn mend(&self) -> Option<String> {
                match self {
                    ProblemKind::Slip { meant, .. } | ProblemKind::AreaSlip { meant, .. } => {
                        Some(plain_number(significant(*meant, 8)))
                    }
                    _ => None,
                }
            }

            /// Whether what stands at the place, or should stand there, does not go into the figures.
            pub fn leaves_out(&self) -> bool {
                self.severity() == Severity::Wrong || matches!(self, ProblemKind::Blank | ProblemKind::NoKind)
            }

            /// The sentence that says what to change.
            pub fn message(&self) -> Message {
                match self {
                    $(ProblemKind::$own(of) => of.message(),)*
                    $(ProblemKind::$kind $({ $($field),* })? => {
                        let message = Message::new(Key::$key);
                        $($(let message = $write(message, stringify!($field), $field);)*)?
                        message
                    })*
                }
            }

            /// One of each kind that has its code and sentence from the list, its numbers zero.
            pub fn one_of_each() -> Vec<ProblemKind> {
                vec![$(ProblemKind::$kind $({ $($field: Default::default()),* })?),*]
            }
        }
    };
}

problems! {
    said by themselves {
        /// The cell is not the number asked for.
        Typed(TypedError);
        /// A meter's record cannot be read.
        Readings(ReadingsFault);
        /// A formula refuses what was typed.
        Refused(Refusal);
    }

    /// Below zero.
    Negative "negative" Wrong ProblemNegative;
    /// Zero where it is divided by.
    Zero "not_positive" Wrong ProblemZero;
    /// A coefficient outside 0–1.
    CoefficientRange "coefficient_out_of_range" Wrong ProblemCoefficientRange;
    /// An entry outside the numbers it can have.
    Outside {
        /// The least it can be.
        low: f64 as as_typed,
        /// The most it can be.
        high: f64 as as_typed
    } "outside" Wrong ProblemOutside;
    /// Outside what is usually typed there.
    Unusual {
        /// The lowest that is usual.
        low: f64 as as_typed,
        /// The highest that is usual.
        high: f64 as as_typed
    } "unusual" Caution ProblemUnusual;
    /// Outside what is usual, as by a slip of unit.
    Slip {
        /// The lowest that is usual.
        low: f64 as as_typed,
        /// The highest that is usual.
        high: f64 as as_typed,
        /// What was likely meant.
        meant: f64 as six_digits
    } "slip" Caution ProblemSlip;
    /// Water by area that no district uses, as by a slip of unit in one of the two.
    AreaSlip {
        /// The water by area.
        per_mu: f64 as six_digits,
        /// What was likely meant.
        meant: f64 as six_digits
    } "water_and_area" Caution ProblemAreaSlip;
    /// The area is not that of the class.
    ClassOfArea "class_of_area" Caution ProblemClassOfArea;
    /// A season longer than a year.
    SeasonTooLong {
        /// Its days.
        days: f64 as as_typed
    } "season_too_long" Caution ProblemSeasonTooLong;
    /// None of the list.
    UnknownChoice "unknown_class" Wrong ProblemUnknownClass;
    /// Nothing is typed where the row or the year cannot do without.
    Blank "blank" Caution ProblemBlank;
    /// Which kind of thing the row is must be chosen.
    NoKind "no_kind" Caution ProblemNoKind;
    /// A row with figures but no name.
    NoName "no_name" Caution ProblemNoName;
    /// The name stands twice in the table.
    DuplicateName "duplicate_name" Caution ProblemDuplicateName;
    /// A class or a month that stands above already; the first counts.
    Repeated "repeated" Wrong ProblemRepeated;
    /// A year counted from today that is no whole number.
    NoWholeYear "no_whole_year" Wrong ProblemNoWholeYear;
    /// A part of a count is more than the count.
    MoreThanTotal "more_than_total" Caution ProblemMoreThanTotal;

    /// The year is blank or not a year.
    NotAYear "not_a_year" Wrong ProblemNotAYear;
    /// The year has two sheets.
    DuplicateYear "duplicate_year" Wrong ProblemDuplicateYear;
    /// Neither a year nor a month of one.
    NotAPeriod "not_a_period" Wrong ProblemNotAPeriod;
    /// The period has two sheets.
    DuplicatePeriod "duplicate_period" Wrong ProblemDuplicatePeriod;
    /// Some months of a year have sheets, others not.
    MonthsMissing {
        /// The year.
        year: i32 as plain,
        /// The months without a sheet.
        months: Vec<u8> as listed
    } "months_missing" Caution ProblemMonthsMissing;
    /// No month, 1 to 12.
    NotAMonth "not_a_month" Wrong ProblemNotAMonth;
    /// No month and day.
    NotADay "not_a_day" Wrong ProblemNotADay;

    /// Net above gross.
    NetAboveGross "net_above_gross" Wrong FaultNetAboveGross;
    /// Typed coefficient and net ÷ gross disagree; the computed one counts.
    Disagrees {
        /// Net ÷ gross.
        computed: f64 as four_places
    } "coefficient_disagrees" Caution ProblemDisagrees;
    /// What was typed and what the details come to disagree; the details count.
    DetailDisagrees {
        /// What the details come to.
        computed: f64 as six_digits
    } "detail_disagrees" Caution ProblemDetailDisagrees;
    /// Outside the range of published coefficients.
    Implausible "implausible" Caution ProblemImplausible;
    /// Of net, gross and coefficient, one more is needed.
    Incomplete "incomplete" Caution ProblemIncomplete;
    /// A coefficient without water has no weight.
    NoWeight "no_weight" Caution ProblemNoWeight;
    /// No class chosen: the district is in the region's figure but in no class.
    NoClass "no_class" Caution ProblemNoClass;
    /// A class with gross water but without a sample: it is left out of the region.
    NoSamples "no_samples" Caution ProblemNoSamples;
    /// The class's total is less than its districts take together.
    ClassBelowSamples "class_below_samples" Caution ProblemClassBelowSamples;
    /// A field's crop is none of the district's.
    UnknownCrop "unknown_crop" Caution ProblemUnknownCrop;
    /// A crop with neither net water nor a field to find it from: it is left out of the total.
    NoFields "no_fields" Caution ProblemNoFields;
    /// A crop without an area: it is left out of the total.
    NoArea "no_area" Caution ProblemNoArea;
    /// No canal of this name.
    UnknownCanal "unknown_canal" Wrong ProblemUnknownCanal;
    /// The canal would feed itself.
    FeedsItself "feeds_itself" Wrong ProblemFeedsItself;

    /// No unit of this name.
    UnknownUnit "no_such_unit" Wrong ProblemUnknownUnit;
    /// A unit that is part of itself.
    WithinItself "within_itself" Wrong ProblemWithinItself;
    /// Water from a place to itself.
    FlowToItself "flow_to_itself" Wrong ProblemFlowToItself;
    /// Water into a source.
    FlowIntoSupply "flow_into_supply" Wrong ProblemFlowIntoSupply;
    /// Water from or to a unit that stands for others.
    FlowAtLevel "flow_at_level" Wrong ProblemFlowAtLevel;
    /// Neither a source nor a unit of this name.
    UnknownPlace "unknown_place" Wrong ProblemUnknownPlace;
    /// One of several products without an intake of its own.
    NoProductIntake "no_product_intake" Caution ProblemNoProductIntake;
    /// Nothing was made.
    NoOutput "no_output" Caution ProblemNoOutput;
    /// Steps of a price that is not there.
    NoTierPrice "no_tier_price" Caution ProblemNoTierPrice;
    /// A balance is open beyond the tolerance.
    BalanceOpen {
        /// By how many per cent of what comes in.
        percent: f64 as per_cent
    } "balance_open" Caution ProblemBalanceOpen;
    /// The meters below a level disagree with its own beyond the tolerance.
    SubmetersDisagree {
        /// By how many per cent.
        percent: f64 as per_cent
    } "level_open" Caution ProblemLevelOpen;
    /// Typed cycles of concentration are not those that the salts show.
    CyclesDisagree {
        /// What the salts show.
        measured: f64 as one_place
    } "cycles_disagree" Caution ProblemCyclesDisagree;
    /// Intake is counted otherwise than in the period before.
    OtherConvention "other_convention" Caution ProblemOtherConvention;
    /// The balance makes an unknown amount negative.
    UnknownNegative "unknown_negative" Caution ProblemUnknownNegative;
    /// The balance does not determine an unknown amount.
    Undetermined "undetermined" Caution ProblemUndetermined;
    /// Circulated water that flows count as well.
    CountedTwice "counted_twice" Caution ProblemCountedTwice;
    /// More is handed on than comes in.
    MoreThanUsed "more_than_used" Caution ProblemMoreThanUsed;
    /// The amount that reconciliation finds most likely to be wrong.
    Suspect {
        /// Its standardised correction.
        statistic: f64 as one_place
    } "suspect" Caution ProblemSuspect;

    /// A rubric that is neither shipped nor one's own.
    UnknownRubric "unknown_rubric" Wrong ProblemUnknownRubric;
    /// Points beyond an item's.
    AboveMax {
        /// The item's points.
        max: Points as plain
    } "points_above_max" Wrong ProblemAboveMax;
    /// What the rubric does not let be left out.
    CannotBeLeftOut "cannot_be_left_out" Wrong ProblemCannotBeLeftOut;
    /// What was answered and what is measured disagree; the measured number decides.
    MeasuredOtherwise "measured_otherwise" Caution ProblemMeasuredOtherwise;
    /// What was answered and what is measured disagree; the answer counts, for the reason that was given.
    AnsweredOtherwise "answered_otherwise" Caution ProblemAnsweredOtherwise;
    /// More leaks by the flow of the night than by what is used.
    NightAbove {
        /// %
        by_night: f64 as per_cent,
        /// %
        by_use: f64 as per_cent
    } "night_above_use" Caution ProblemNightAbove;
    /// Less leaks by the flow of the night than by what is used.
    NightBelow {
        /// %
        by_night: f64 as per_cent,
        /// %
        by_use: f64 as per_cent
    } "night_below_use" Caution ProblemNightBelow;
    /// A meter's record without a night.
    NoNight "no_night" Wrong ProblemNoNight;
    /// No measure of this name.
    UnknownMeasure "unknown_measure" Wrong ProblemUnknownMeasure;
    /// What a measure changes something to makes no sense.
    BadChange "bad_change" Wrong ProblemBadChange;
    /// No sheet of a plant is of the year of a plan.
    NoSubjectOfYear "no_subject_of_year" Wrong ProblemNoSubjectOfYear;
    /// No number of the plant's sheet is called so.
    NothingToChange "nothing_to_change" Wrong ProblemNothingToChange;
    /// Neither a number nor more, less or a share of one.
    BadNumberChange "bad_number_change" Wrong ProblemBadNumberChange;
    /// Neither a share of a source of water nor an amount of it.
    BadServedAmount "bad_served_amount" Wrong ProblemBadServedAmount;
    /// Water that cannot come from elsewhere, or not from there.
    NotServed "not_served" Wrong ProblemNotServed;
    /// Nothing is taken any more, or the source has nothing left.
    NoWaterToServe "no_water_to_serve" Caution ProblemNoWaterToServe;
    /// A change that would leave less than nothing.
    LessThanNothing "less_than_nothing" Wrong ProblemLessThanNothing;
    /// A change after which the number is what it was.
    ChangesNothing "changes_nothing" Caution ProblemChangesNothing;
    /// Other cycles of concentration, where it is not known which unit takes the make-up, or how much.
    NoMakeup "no_makeup" Wrong ProblemNoMakeup;
    /// A measure of the plan excludes this one.
    Excluded "excluded" Wrong ProblemExcluded;
    /// A measure that this one needs is not in the plan.
    NeedNotInPlan "need_not_in_plan" Wrong ProblemNeedNotInPlan;

    /// What a region was supplied and what it used differ.
    SupplyNotUse {
        /// What it was supplied.
        supply: f64 as six_digits,
        /// What it used.
        used: f64 as six_digits
    } "supply_not_use" Caution ProblemSupplyNotUse;
    /// No water of the base year is known.
    NoBaseYear "no_base_year" Caution ProblemNoBaseYear;
    /// No water of the sheet's year is known.
    NoUseOfYear "no_use_of_year" Caution ProblemNoUseOfYear;
    /// Years since the base without growth.
    GrowthMissing {
        /// The years.
        years: Vec<i32> as listed
    } "growth_missing" Caution ProblemGrowthMissing;
    /// Growth of the years is in the prices of more than one year.
    PriceBases "price_bases" Caution ProblemPriceBases;
    /// A formula names what is no indicator.
    FormulaName {
        /// What it names.
        name: String as plain
    } "formula_name" Wrong ProblemFormulaName;
    /// A formula that cannot be read.
    FormulaBroken "formula_broken" Wrong ProblemFormulaBroken;
    /// An indicator that would be worked out from itself.
    FormulaCircle "formula_circle" Wrong ProblemFormulaCircle;
    /// An indicator that a formula names has no number in the year.
    FormulaLacks {
        /// The indicator.
        name: String as plain
    } "formula_lacks" Caution ProblemFormulaLacks;
    /// No place of this name takes part in the plan.
    NoSuchPlace "no_such_place" Wrong ProblemNoSuchPlace;
    /// A place that would be within itself.
    PlaceWithinItself "place_within_itself" Wrong ProblemPlaceWithinItself;
    /// Those within a place were given more than it has.
    PlansAboveParent {
        /// How much more.
        by: f64 as six_digits
    } "plans_above_parent" Caution ProblemPlansAboveParent;
    /// Nothing in the ledger is called so.
    NoSuchUnit "no_unit_of_name" Wrong ProblemNoSuchUnit;
    /// Several things in the ledger are called so.
    SeveralUnits "several_units_of_name" Wrong ProblemSeveralUnits;
    /// No water is known of what is called so.
    NoWaterOfUnit "no_water_of_unit" Caution ProblemNoWaterOfUnit;
    /// What was typed and what the sheet named beside it comes to disagree; what was typed counts.
    TakenDisagrees {
        /// What that comes to.
        computed: f64 as six_digits
    } "taken_disagrees" Caution ProblemTakenDisagrees;
    /// Irrigation without the shares of its months.
    NoSeason "no_season" Caution ProblemNoSeason;
    /// Dead storage above the normal storage.
    DeadAboveCapacity "dead_above_capacity" Caution ProblemDeadAboveCapacity;
    /// A point of a curve that falls where it should rise.
    CurveFalls "curve_falls" Wrong ProblemCurveFalls;
    /// A month of another year than the sheet's.
    MonthOfOtherYear "month_of_other_year" Wrong ProblemMonthOfOtherYear;
    /// Less in a reservoir than its dead storage.
    BelowDead "below_dead" Caution ProblemBelowDead;
    /// More in a reservoir than the flood limit allows in its season.
    AboveFloodLimit "above_flood_limit" Caution ProblemAboveFloodLimit;
    /// Less released for ecology than is asked.
    EcologyUnmet "ecology_unmet" Caution ProblemEcologyUnmet;
}

/// Notes what a formula refuses, once: a sum meets the same fault in each of its parts. That a cell is missing goes
/// without saying where what stands in it could not be read.
pub(super) fn refuse(problems: &mut Vec<Problem>, place: Place, fault: &Fault, inputs: &'static [Input]) {
    let missing = matches!(fault.kind, FaultKind::Missing);
    let problem = Problem { place, kind: ProblemKind::Refused(Refusal { fault: fault.clone(), inputs }) };
    let is_said = |other: &Problem| if missing { other.place == place } else { *other == problem };
    if !problems.iter().any(is_said) {
        // That the number is unusual goes without saying then.
        problems.retain(|other| other.place != place || !matches!(other.kind, ProblemKind::Unusual { .. }));
        problems.push(problem);
    }
}
