//! 计划下达与调整, what of a plan has changed since it was issued.

use crate::metric::{Citation, Figure, metric, shared};

metric! {
    /// 计划调整量, how much more a unit is planned now than it was given in an issue of the plan.
    ///
    /// # Formula
    /// a = P1 − P0
    ///
    /// # Symbols
    /// - Below zero where the plan was cut.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{PlanAdjustment, IssuedAndNow}};
    /// assert_eq!(PlanAdjustment::formula(&IssuedAndNow { issued: 120.0, now: 100.0 }), -20.0);
    /// ```
    PlanAdjustment("plan.adjustment", "计划调整量", "Change of a plan since it was issued")
    from IssuedAndNow {
        number issued "P0" "下达量" "plan as issued" = shared().at_least(0.0);
        number now "P1" "现计划" "plan now" = shared().at_least(0.0);
    }
    gives "a" shared, 8 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| x.now - x.issued
}

/// What a place was given in an issue of the plan, against what it is planned now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IssuedPlanFigures {
    /// The mark of its row.
    pub key: u32,
    /// The place, by its place among those of the plan.
    pub place: Option<usize>,
    /// 下达量.
    pub issued: Option<Figure>,
    /// 现计划.
    pub now: Option<Figure>,
    /// 计划调整量.
    pub adjustment: Option<Figure>,
}
