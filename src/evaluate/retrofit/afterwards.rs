//! What happens after the measures of a plan: who pays and gets what in each year, and what readings say was saved.
//!
//! The plan itself rests on nothing of it, so that who only plans need not load it.

use std::sync::Arc;

use super::contract::{ContractFigures, ContractTerms, contract_figures};
use super::results::RetrofitPlan;
use super::verification::{Verified, verify};
use crate::evaluate::cells::Cells;
use crate::evaluate::problem::Problem;
use crate::ledger::Row;
use crate::metric::{ResultSpec as Spec, Results};
use crate::quantity::Unit;
use crate::text::Key;

/// What a plan comes to with its contract and its readings.
#[derive(Clone, Debug, PartialEq)]
pub struct Afterwards {
    /// The plan.
    pub plan: Arc<RetrofitPlan>,
    /// What a company and the user each get of it; nothing without a contract.
    pub contract: ContractFigures,
    /// What readings say was saved.
    pub verified: Verified,
    /// What is wrong or odd in contract and readings.
    pub problems: Vec<Problem>,
}

impl Afterwards {
    /// Of a plan's sheet and what the plan comes to.
    pub fn of(sheet: &Row, plan: Arc<RetrofitPlan>) -> Afterwards {
        let mut problems = Vec::new();
        let verified = verify(sheet, &mut problems);
        let money = plan.plan.money.as_ref();
        let mut entries = Cells::of_sheet(sheet, String::new(), &mut problems);
        let terms = ContractTerms::read(&mut entries, money.map(|money| &money.by_year));
        let taken = plan.before.as_ref().and_then(|subject| subject.taken());
        let contract = terms.zip(money).map(|(terms, money)| contract_figures(&terms, money, taken.as_ref()));
        Afterwards { contract: contract.unwrap_or_default(), plan, verified, problems }
    }
}

impl Results for Afterwards {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::beside("company_npv", Key::ResultCompanyValue, Unit::Yuan, |after| {
            after.contract.company_value.as_ref()
        })),
        Spec::apart(Spec::beside("company_irr", Key::ResultCompanyRate, Unit::Percent, |after| {
            after.contract.company_rate.as_ref()
        })),
        Spec::apart(Spec::beside("user_npv", Key::ResultUserValue, Unit::Yuan, |after| {
            after.contract.user_value.as_ref()
        })),
        Spec::beside("breakeven_share", Key::ResultBreakevenShare, Unit::Percent, |after| {
            after.contract.breakeven.as_ref()
        }),
        Spec::apart(Spec::beside("measured_saving", Key::ResultMeasuredSaving, Unit::CubicMetre, |after| {
            after.verified.saving.as_ref()
        })),
        Spec::apart(Spec::beside("expected_use", Key::ResultExpectedUse, Unit::CubicMetre, |after| {
            after.verified.expected.as_ref()
        })),
        Spec::apart(Spec::beside("report_use", Key::ResultReportUse, Unit::CubicMetre, |after| {
            after.verified.used.as_ref()
        })),
        Spec::beside("baseline_fixed", Key::ResultFixedUse, Unit::CubicMetre, |after| {
            after.verified.fixed.as_ref()
        }),
        Spec::beside("baseline_slope", Key::ResultUseByDriver, Unit::CubicMetre, |after| {
            after.verified.slope.as_ref()
        }),
        Spec::beside("baseline_fit", Key::ResultFit, Unit::One, |after| after.verified.fit.as_ref()),
        Spec::beside("baseline_variation", Key::ResultVariation, Unit::Percent, |after| {
            after.verified.variation.as_ref()
        }),
    ];
}
