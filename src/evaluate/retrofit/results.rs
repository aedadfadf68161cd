//! What plans of measures come to.

use std::sync::Arc;

use super::money::Money;
use super::subject::Subject;
use super::target::Target;
use crate::evaluate::problem::Problem;
use crate::ledger::RowId;
use crate::metric::{Figure, ResultSpec as Spec, Results, RowResults};
use crate::quantity::Unit;
use crate::text::{Key, Words};

/// What all plans come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RetrofitResults {
    /// Each plan, in the order of the ledger.
    pub plans: Vec<Arc<RetrofitPlan>>,
}

/// What a plan comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct RetrofitPlan {
    /// Its sheet.
    pub id: RowId,
    /// The sheet that it changes.
    pub subject: Option<RowId>,
    /// Each measure.
    pub measures: Vec<MeasureFigures>,
    /// All measures of the plan together.
    pub plan: PlanFigures,
    /// Figures before and after.
    pub compared: Vec<BeforeAndAfter>,
    /// What it is about, as it is.
    pub before: Option<Arc<dyn Subject>>,
    /// The same as it would be.
    pub after: Option<Arc<dyn Subject>>,
    /// What no longer closes afterwards, each by its name.
    pub opened: Vec<String>,
    /// What measures can change.
    pub known: Vec<Target>,
    /// Whether something of the plan's measures is left out, which all that rests on the plan then lacks.
    pub lacks: bool,
    /// What a m³ costs: as typed, else as the plant's sheet has it.
    pub price: Option<Figure>,
    /// What is wrong or odd.
    pub problems: Vec<Problem>,
}

/// A figure, as it is and as it would be.
#[derive(Clone, Debug, PartialEq)]
pub struct BeforeAndAfter {
    /// The row that it is of; nothing for the sheet as a whole.
    pub row: String,
    /// The group of rows that it is of, where it is of one.
    pub group: Option<Words>,
    /// Its name among the results; of a rate its metric.
    pub name: &'static str,
    /// What people call it.
    pub heading: Key,
    /// As it is.
    pub before: Figure,
    /// As it would be.
    pub after: Figure,
}

/// What a measure comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureFigures {
    /// The mark of its row.
    key: u32,
    /// What it saves after those before it in the plan.
    pub in_plan: Option<Figure>,
    /// What it would save by itself, of one that is left out of the plan.
    pub left_out: Option<Figure>,
    /// What it brings in a year.
    pub benefit: Option<Figure>,
    /// Years until it has paid for itself.
    pub payback: Option<Figure>,
    /// What it is worth over its life.
    pub value: Option<Figure>,
    /// What a m³ saved costs.
    pub unit_cost: Option<Figure>,
    /// The same after all that it brings.
    pub net_cost: Option<Figure>,
    /// What it costs once.
    pub investment: Option<Figure>,
    /// Whether the plan holds it.
    pub is_in_plan: bool,
}

/// What a plan comes to as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanFigures {
    /// Water saved by the year.
    pub saving: Option<Figure>,
    /// Of what does not come back, where that is known.
    pub consumption_saving: Option<Figure>,
    /// Investment of all measures.
    pub investment: Option<Figure>,
    /// What it brings in a year.
    pub benefit: Option<Figure>,
    /// Years until it has paid for itself.
    pub payback: Option<Figure>,
    /// The same with interest.
    pub discounted: Option<Figure>,
    /// What it is worth over the years of the plan.
    pub value: Option<Figure>,
    /// Its rate of return.
    pub rate: Option<Figure>,
    /// What a m³ saved costs.
    pub unit_cost: Option<Figure>,
    /// The emissions that the water saved no longer causes, where its energy was typed.
    pub emissions: Option<Figure>,
    /// What its value rests on.
    pub money: Option<Money>,
}

impl RetrofitResults {
    /// What a plan's sheet comes to.
    pub fn plan(&self, id: RowId) -> Option<&Arc<RetrofitPlan>> {
        self.plans.iter().find(|plan| plan.id == id)
    }
}

impl RetrofitPlan {
    /// Whether the plan holds just these measures.
    pub fn holds_just(&self, measures: &[RowId]) -> bool {
        let in_plan = self.measures.iter().filter(|one| one.is_in_plan).map(|one| RowId(one.key));
        in_plan.clone().count() == measures.len() && in_plan.clone().all(|one| measures.contains(&one))
    }
}

impl Default for RetrofitPlan {
    fn default() -> RetrofitPlan {
        RetrofitPlan {
            id: RowId(0),
            subject: None,
            measures: Vec::new(),
            plan: PlanFigures::default(),
            compared: Vec::new(),
            before: None,
            after: None,
            opened: Vec::new(),
            known: Vec::new(),
            lacks: false,
            price: None,
            problems: Vec::new(),
        }
    }
}

impl MeasureFigures {
    /// Of a row, nothing known yet.
    pub(super) fn of_row(key: u32) -> MeasureFigures {
        MeasureFigures {
            key,
            in_plan: None,
            left_out: None,
            benefit: None,
            payback: None,
            value: None,
            unit_cost: None,
            net_cost: None,
            investment: None,
            is_in_plan: false,
        }
    }
}

impl Results for MeasureFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::column("saving", Key::ColumnSavingInPlan, Unit::CubicMetre, |one| {
            one.in_plan.as_ref()
        })),
        Spec::column("benefit", Key::ColumnNetBenefit, Unit::Yuan, |one| one.benefit.as_ref()),
        Spec::column("payback", Key::ColumnPayback, Unit::Year, |one| one.payback.as_ref()),
        Spec::beside("npv", Key::ResultNetPresentValue, Unit::Yuan, |one| one.value.as_ref()),
        Spec::column("unit_cost", Key::ColumnUnitCost, Unit::YuanPerCubicMetre, |one| one.unit_cost.as_ref()),
        Spec::beside("net_cost", Key::ColumnNetCost, Unit::YuanPerCubicMetre, |one| one.net_cost.as_ref()),
    ];
}

impl MeasureFigures {
    /// What it saves, in the plan or left out of it.
    pub fn saving(&self) -> Option<&Figure> {
        if self.is_in_plan { self.in_plan.as_ref() } else { self.left_out.as_ref() }
    }
}

impl RowResults for MeasureFigures {
    fn key(&self) -> u32 {
        self.key
    }
}

impl Results for PlanFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::beside("saving", Key::ColumnSavingInPlan, Unit::CubicMetre, |plan| {
            plan.saving.as_ref()
        })),
        Spec::apart(Spec::beside(
            "consumption_saving",
            Key::ResultConsumptionSaved,
            Unit::CubicMetre,
            |plan| plan.consumption_saving.as_ref(),
        )),
        Spec::apart(Spec::beside("investment", Key::ColumnInvestment, Unit::Yuan, |plan| {
            plan.investment.as_ref()
        })),
        Spec::beside("benefit", Key::ColumnNetBenefit, Unit::Yuan, |plan| plan.benefit.as_ref()),
        Spec::beside("payback", Key::ColumnPayback, Unit::Year, |plan| plan.payback.as_ref()),
        Spec::beside("discounted_payback", Key::ResultDiscountedPayback, Unit::Year, |plan| {
            plan.discounted.as_ref()
        }),
        Spec::beside("npv", Key::ResultNetPresentValue, Unit::Yuan, |plan| plan.value.as_ref()),
        Spec::beside("irr", Key::ResultRateOfReturn, Unit::Percent, |plan| plan.rate.as_ref()),
        Spec::beside("unit_cost", Key::ColumnUnitCost, Unit::YuanPerCubicMetre, |plan| {
            plan.unit_cost.as_ref()
        }),
        Spec::beside("emissions", Key::ResultAvoidedEmissions, Unit::Kilogram, |plan| {
            plan.emissions.as_ref()
        }),
    ];
}
