//! From typed to figures: every cell is read, every problem is reported with its place, and what is sound is computed with.
//! Nothing stops at the first problem.
//!
//! Each vertical is evaluated by itself, when something asks for it: [`irrigation`], [`plant`], [`certification`],
//! [`region`], [`retrofits_of_plants`] and the like; a home ([`household`]) from answers and no ledger. Only what goes
//! through whole ledgers, the command line and tests, evaluates [`everything`].

mod cells;
mod certification;
mod change;
mod everything;
pub mod household;
mod irrigation;
mod plant;
mod problem;
mod problem_blanks;
mod refusal;
mod region;
mod retrofit;
mod sheet_figures;
mod sources;
mod unit_waters;

use crate::ledger::Ledger;

pub use cells::column_totals;
pub use certification::{
    CertificationResults, Indicator, IndicatorInput, IndicatorOrigin, ReviewResults, asks_for_regions,
    certification,
};
pub use everything::{Results, everything, everything_again};
pub use irrigation::{DistrictDetail, IrrigationResults, YearResults, irrigation, regions};
pub use plant::{PeriodResults, PlantResults, RowAt, most_leaking, plant};
pub use problem::{Problem, ProblemKind, Refusal, Severity};
pub use region::{
    PlanIssue, RegionFact, RegionFactFigures, RegionNumbers, RegionResults, RegionSheet, RegionTotals,
    UnitWater, is_about_region, region, with_issue,
};
pub use retrofit::{
    Afterwards, AnswerChange, BeforeAndAfter, ContractFigures, ContractYear, EvaluatedPlan, MOST_IN_GROUP,
    MeasureFigures, MeasureSet, Money, NoWay, PlanFigures, PlannerFault, RATES_BESIDE, ReadingMonth,
    RetrofitPlan, RetrofitResults, SWING, SavingByOrder, Source, Subject, Swing, Target, Verified,
    WaysToPass, WholePlan, accounts_of, best_sets, best_within, cheapest_reaching, contract_terms, kind_of,
    name_of_place, retrofits_of_institutions, retrofits_of_irrigation, retrofits_of_plants, savings_by_order,
    ways_to_pass,
};
pub use sheet_figures::{FigureOf, SheetFigure, figure_name};
pub use sources::with_sources;
pub use unit_waters::{takes_from_units, unit_names, unit_waters};

/// The ledger as it was evaluated last, and what it came to: what has not changed since is taken over.
pub type Before<'b, R> = Option<(&'b Ledger, &'b R)>;
