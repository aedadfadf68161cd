//! 计划执行, water used against the plan of a year.

use super::not_all_zero;
use crate::metric::{Citation, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 计划执行率, water used as a share of what was planned until then.
    ///
    /// # Formula
    /// e = 100·V / P
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{ExecutionRate, UsedAndPlanned}};
    /// assert_eq!(ExecutionRate::formula(&UsedAndPlanned { used: 45.0, planned: 50.0 }), 90.0);
    /// ```
    ExecutionRate("plan.execution_rate", "计划执行率", "Execution of the plan")
    from UsedAndPlanned {
        number used "V" "实际用水量" "water used" = shared().at_least(0.0);
        number planned "P" "计划用水量" "water planned" = shared().above(0.0);
    }
    gives "e" in Percent, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| n(100.0) * x.used / x.planned
}

metric! {
    /// 超计划用水量, water used beyond the plan; none where the plan is kept.
    ///
    /// # Formula
    /// O = max(V − P, 0)
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{OverPlan, UsedAndPlanned}};
    /// assert_eq!(OverPlan::formula(&UsedAndPlanned { used: 60.0, planned: 50.0 }), 10.0);
    /// ```
    OverPlan("plan.over_plan", "超计划用水量", "Water beyond the plan")
    from UsedAndPlanned;
    gives "O" shared, 8 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| (x.used - x.planned).max_of(n(0.0))
}

metric! {
    /// 全年预计（余下按计划）, water of the year if the months left take what they are planned.
    ///
    /// # Formula
    /// F = V + P − Pc
    ///
    /// # Symbols
    /// - V, used until now; P, plan of the year; Pc, planned until now.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{ForecastAsPlanned, UsedAndPlans}};
    /// assert_eq!(ForecastAsPlanned::formula(&UsedAndPlans { used: 60.0, plan: 100.0, planned: 50.0 }), 110.0);
    /// ```
    ForecastAsPlanned("plan.forecast_as_planned", "全年预计（余下按计划）", "Year's end if the rest keeps to the plan")
    from UsedAndPlans {
        number used "V" "累计用水量" "water used until now" = shared().at_least(0.0);
        number plan "P" "全年计划" "plan of the year" = shared().above(0.0);
        number planned "Pc" "累计计划" "planned until now" = shared().above(0.0);
    }
    gives "F" shared, 6 significant;
    order planned <= plan, "part_above_total", Key::FaultPartAboveTotal;
    source Citation::BY_DEFINITION;
    formula |x, n| x.used + x.plan - x.planned
}

metric! {
    /// 全年预计（按执行率）, water of the year if it goes on as until now.
    ///
    /// # Formula
    /// F = P·V / Pc
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{ForecastAsUsed, UsedAndPlans}};
    /// assert_eq!(ForecastAsUsed::formula(&UsedAndPlans { used: 60.0, plan: 100.0, planned: 50.0 }), 120.0);
    /// ```
    ForecastAsUsed("plan.forecast_as_used", "全年预计（按执行率）", "Year's end if it goes on so")
    from UsedAndPlans;
    gives "F" shared, 6 significant;
    order planned <= plan, "part_above_total", Key::FaultPartAboveTotal;
    source Citation::BY_DEFINITION;
    formula |x, n| x.plan * x.used / x.planned
}

metric! {
    /// 已过月份占全年计划的比例, what of a year's plan falls to the months until now.
    ///
    /// # Formula
    /// f = 100·Σ sᵢ / Σ Sᵢ
    ///
    /// # Symbols
    /// - sᵢ, shares of the months until now; Sᵢ, of all months. Irrigation has shares of its own season, never twelfths.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{SeasonMonths, SeasonPart}};
    /// let spring = SeasonMonths { until_now: vec![1.0, 1.0], months: vec![1.0, 1.0, 4.0, 2.0] };
    /// assert_eq!(SeasonPart::formula(&spring), 25.0);
    /// ```
    SeasonPart("plan.season_part", "已过月份占全年计划的比例", "Part of the year's plan until now")
    from SeasonMonths {
        list until_now "s" "已过各月比例" "shares of the months until now" = in_unit(Unit::Percent).at_least(0.0);
        list months "S" "全年各月比例" "shares of all months" = in_unit(Unit::Percent).at_least(0.0);
    }
    gives "f" in Percent, 2 decimals;
    source Citation::BY_DEFINITION;
    check |x| not_all_zero("months", &x.months);
    formula |x, n| n(100.0) * N::sum(x.until_now.iter().copied()) / N::sum(x.months.iter().copied())
}

metric! {
    /// 累计计划用水量, what of a year's plan was planned until now.
    ///
    /// # Formula
    /// Pc = P·f / 100
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{PlanAndPart, PlanUntilNow}};
    /// assert_eq!(PlanUntilNow::formula(&PlanAndPart { plan: 80.0, part_pct: 25.0 }), 20.0);
    /// ```
    PlanUntilNow("plan.until_now", "累计计划用水量", "Planned until now")
    from PlanAndPart {
        number plan "P" "全年计划" "plan of the year" = shared().at_least(0.0);
        number part_pct "f" "已过月份占比" "part of the year until now" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
    }
    gives "Pc" shared, 6 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| x.plan * x.part_pct / n(100.0)
}
