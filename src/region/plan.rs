//! 用水计划, what water a unit is planned, and how a plan is split among those below.

use super::{not_all_zero, sources};
use crate::metric::{
    Citation, Fault, FaultKind, Figure, Outcome, Path, calculation, in_unit, metric, shared,
};
use crate::numeric::order;
use crate::quantity::{Quantity, Unit};
use crate::text::{Key, Words};

metric! {
    /// 计划用水量（按历史用水）, the plan of a unit from what it used in the last one to three years.
    ///
    /// # Formula
    /// P = k·(1 + g / 100)·Σ Vᵢ / n
    ///
    /// # Symbols
    /// - Vᵢ, water of a year, at most three; k, how reasonable the use was, by the water balance test; g, mean growth of those years.
    ///
    /// # Source
    /// Plan of units, a southern city; verified.
    ///
    /// # Example
    /// Three years, 10,659 m³:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{UnitFromHistory, UnitHistory}};
    /// let works = UnitHistory { reasonable_level: 0.95, growth_pct: 2.0, actual: vec![10_000.0, 11_000.0, 12_000.0] };
    /// assert_eq!(round(UnitFromHistory::formula(&works), 6), 10_659.0);
    /// ```
    UnitFromHistory("plan.unit_from_history", "计划用水量（按历史用水）", "Plan of a unit from its past")
    from UnitHistory {
        number reasonable_level "k" "合理用水水平" "how reasonable the use was" = in_unit(Unit::One).above(0.0);
        number growth_pct "g" "年均增长率" "mean growth" = in_unit(Unit::Percent).above(-100.0);
        list actual "V" "近年用水量" "water of the last years" = shared().at_least(0.0);
    }
    gives "P" shared, 8 significant;
    source sources::UNIT_PLAN;
    check |x| match x.actual.len() {
        ..=3 => Ok(()),
        _ => Err(Fault::within(
            Path::item("actual", 3),
            FaultKind::Rule { code: "too_many_years", says: Key::FaultTooManyYears },
        )),
    };
    formula |x, n| {
        let years = n(x.actual.len() as f64);
        x.reasonable_level * (n(1.0) + x.growth_pct / n(100.0)) * N::sum(x.actual.iter().copied()) / years
    }
}

metric! {
    /// 取自本账的用水量, water of a place of the plan, taken from the sheet of the district, plant or institution that it is.
    ///
    /// # Formula
    /// W = V
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{TakenUse, UseOfUnit}};
    /// assert_eq!(TakenUse::formula(&UseOfUnit { use_10k_m3: 5360.0 }), 5360.0);
    /// ```
    TakenUse("plan.taken_use", "取自本账的用水量", "Water taken from this ledger")
    from UseOfUnit {
        number use_10k_m3 "V" "该单位用水量" "water of the unit" = in_unit(Unit::TenThousandCubicMetres).at_least(0.0);
    }
    gives "W" in TenThousandCubicMetres, 8 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| x.use_10k_m3
}

metric! {
    /// 分解应得量, what of a plan falls to one by its weight, before it is rounded.
    ///
    /// # Formula
    /// q = P·(1 − r / 100)·w / Σ wᵢ
    ///
    /// # Symbols
    /// - r, the part of the plan that is kept in reserve.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{Share, Weighted}};
    /// let county = Weighted { parent: 1000.0, reserve_pct: 10.0, weight: 1.0, weights: vec![1.0, 2.0] };
    /// assert_eq!(Share::formula(&county), 300.0);
    /// ```
    Share("plan.share", "分解应得量", "Share of a plan")
    from Weighted {
        number parent "P" "上级计划" "plan that is split" = shared().at_least(0.0);
        number reserve_pct "r" "预留比例" "reserve" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0).or(0.0);
        number weight "w" "本单位权重" "its weight" = in_unit(Unit::One).at_least(0.0);
        list weights "w" "各单位权重" "weights" = in_unit(Unit::One).at_least(0.0);
    }
    gives "q" shared, 8 significant;
    source Citation::BY_DEFINITION;
    check |x| not_all_zero("weights", &x.weights);
    formula |x, n| {
        let split = x.parent * (n(1.0) - x.reserve_pct / n(100.0));
        split * x.weight / N::sum(x.weights.iter().copied())
    }
}

metric! {
    /// 取整后的分解量, a share in whole steps: those with the greatest remainders are given one step more, so that all add up.
    ///
    /// # Formula
    /// Q = q + c
    ///
    /// # Symbols
    /// - c, what rounding gives or takes.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{RoundedShare, ShareAndRounding}};
    /// assert_eq!(RoundedShare::formula(&ShareAndRounding { share: 33.25, rounding: -0.25 }), 33.0);
    /// ```
    RoundedShare("plan.rounded_share", "取整后的分解量", "Share in whole steps")
    from ShareAndRounding {
        number share "q" "应得量" "share" = shared().at_least(0.0);
        number rounding "c" "取整调整" "rounding" = shared();
    }
    gives "Q" shared, 8 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| x.share + x.rounding
}

calculation! {
    /// 计划分解, a plan split by weights in whole steps, the largest remainders first, ties to the earlier; with the reserve it is the plan
    /// exactly.
    ///
    /// # Formula
    /// [`Share`] of each, then [`RoundedShare`]
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let asked = r#"[{"metric": "plan.split", "inputs": {"parent": 100, "weights": [1, 1, 1]}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// assert_eq!(answers[0]["value"], serde_json::json!([34.0, 33.0, 33.0]));
    /// ```
    Split("plan.split", "计划分解", "Split of a plan")
    from PlanAndWeights {
        number parent "P" "上级计划" "plan that is split" = shared().at_least(0.0);
        number reserve_pct "r" "预留比例" "reserve" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0).or(0.0);
        list weights "w" "各单位权重" "weights" = in_unit(Unit::One).at_least(0.0);
        number step "s" "最小单位" "step" = shared().above(0.0).or(1.0);
    }
    source Citation::BY_DEFINITION;
    compute |x| {
        let share = |weight: &Figure| {
            let weighted = Weighted {
                parent: x.parent.clone(),
                reserve_pct: x.reserve_pct.clone(),
                weight: weight.clone(),
                weights: x.weights.clone(),
            };
            Figure::computed(&Share, weighted)
        };
        let shares: Vec<Figure> = x.weights.iter().map(share).collect::<Result<_, _>>()?;
        let values: Vec<f64> = shares.iter().map(Figure::value).collect();
        let kept = x.parent.value() * x.reserve_pct.value() / 100.0;
        let rounded = in_steps(&values, x.parent.value() - kept, x.step.value());
        let round = |(share, rounded): (Figure, f64)| {
            let rounding = rounding_of(&share, rounded);
            Figure::computed(&RoundedShare, ShareAndRounding { share, rounding })
        };
        shares.into_iter().zip(rounded).map(round).collect::<Result<_, _>>().map(Outcome::List)
    }
}

metric! {
    /// 按比例分解量, what of a plan falls to one by its share, once the reserve and what others were given by hand are taken off.
    ///
    /// # Formula
    /// q = (P·(1 − r / 100) − L)·s / 100
    ///
    /// # Symbols
    /// - r, the part of the plan kept in reserve; L, what was given by hand; s, its share of all to whom nothing was given by hand.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{PlanAndShare, PlanByShare}};
    /// let town = PlanAndShare { parent: 1000.0, reserve_pct: 5.0, locked: 150.0, share_pct: 25.0 };
    /// assert_eq!(PlanByShare::formula(&town), 200.0);
    /// ```
    PlanByShare("plan.by_share", "按比例分解量", "Part of a plan by a share")
    from PlanAndShare {
        number parent "P" "上级计划" "plan that is split" = shared().at_least(0.0);
        number reserve_pct "r" "预留比例" "reserve" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0).or(0.0);
        number locked "L" "已定各户计划" "given by hand" = shared().at_least(0.0).or(0.0);
        number share_pct "s" "占比" "its share" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
    }
    gives "q" shared, 8 significant;
    source Citation::BY_DEFINITION;
    check |x| match x.locked <= x.parent * (1.0 - x.reserve_pct / 100.0) + 1e-9 * x.parent {
        true => Ok(()),
        false => Err(Fault::rule("locked", "plans_above_parent", Key::FaultPlansAboveParent)),
    };
    formula |x, n| (x.parent * (n(1.0) - x.reserve_pct / n(100.0)) - x.locked) * x.share_pct / n(100.0)
}

metric! {
    /// 未分下去的计划, what of a plan went to nobody, the reserve with it.
    ///
    /// # Formula
    /// K = P − Q
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{KeptBack, PlanAndGiven}};
    /// assert_eq!(KeptBack::formula(&PlanAndGiven { plan: 1000.0, given: 950.0 }), 50.0);
    /// ```
    KeptBack("plan.kept_back", "未分下去的计划", "Kept back of a plan")
    from PlanAndGiven {
        number plan "P" "本级计划" "plan" = shared().at_least(0.0);
        number given "Q" "下级计划合计" "plans of those within it" = shared().at_least(0.0);
    }
    gives "K" shared, 8 significant;
    order given <= plan, "part_above_total", Key::FaultPartAboveTotal;
    source Citation::BY_DEFINITION;
    formula |x, n| x.plan - x.given
}

metric! {
    /// 占合计的比例, one as a share of a sum that is known.
    ///
    /// # Formula
    /// s = 100·w / S
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{PartAndSum, ShareOfSum}};
    /// assert_eq!(ShareOfSum::formula(&PartAndSum { part: 5.0, sum: 20.0 }), 25.0);
    /// ```
    ShareOfSum("plan.share_of_sum", "占合计的比例", "Share of a sum")
    from PartAndSum {
        number part "w" "分解依据" "what it is split by" = shared().at_least(0.0);
        number sum "S" "依据合计" "sum of that" = shared().above(0.0);
    }
    gives "s" in Percent, 2 decimals;
    order part <= sum, "part_above_total", Key::FaultPartAboveTotal;
    source Citation::BY_DEFINITION;
    formula |x, n| n(100.0) * x.part / x.sum
}

metric! {
    /// 按定额核定的用水量, water of people, land or output by a quota.
    ///
    /// # Formula
    /// V = q·N
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// 12,000 mu at 350 m³ each:
    /// ```
    /// use water_ledger::{metric::Metric, region::{NeedByQuota, QuotaAndCount}};
    /// assert_eq!(NeedByQuota::formula(&QuotaAndCount { quota: 350.0, count: 12_000.0 }), 4_200_000.0);
    /// ```
    NeedByQuota("plan.need_by_quota", "按定额核定的用水量", "Water by a quota")
    from QuotaAndCount {
        number quota "q" "年定额" "quota of a year" = in_unit(Unit::CubicMetre).at_least(0.0);
        number count "N" "人数、面积或产量" "people, land or output" = in_unit(Unit::One).at_least(0.0);
    }
    gives "V" in CubicMetre, 8 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| x.quota * x.count
}

/// What rounding gives a share or takes from it.
pub(super) fn rounding_of(share: &Figure, rounded: f64) -> Figure {
    let given = Quantity::new(rounded - share.value(), share.quantity().unit);
    Figure::reference(given, Words::new("取整调整", "rounding"), Citation::BY_DEFINITION)
}

/// Shares in whole steps that add up to the whole: each cut to its step, then one step more for those with the largest remainders, the
/// earlier first. What is left below a step, where the whole is none of whole steps, goes to the first of them.
///
/// ```
/// use water_ledger::region::in_steps;
/// assert_eq!(in_steps(&[2.5, 2.5, 5.0], 10.0, 1.0), [3.0, 2.0, 5.0]);
/// assert_eq!(in_steps(&[0.5, 0.5], 1.0, 0.3), [0.7, 0.3]);
/// ```
pub fn in_steps(shares: &[f64], whole: f64, step: f64) -> Vec<f64> {
    // What a share lacks to a whole number of steps by rounding alone is no remainder.
    let near = |steps: f64| {
        if (steps - steps.round()).abs() < 1e-9 * steps.abs().max(1.0) { steps.round() } else { steps }
    };
    let steps: Vec<f64> = shares.iter().map(|share| near(share / step)).collect();
    let mut cut: Vec<f64> = steps.iter().map(|steps| steps.floor()).collect();
    let all = near(whole / step);
    let remainder = |at: usize| near(steps[at] - steps[at].floor());
    let order = order(shares.len(), &mut |a, b| remainder(b).total_cmp(&remainder(a)));
    let left = (all.floor() - cut.iter().sum::<f64>()).max(0.0) as usize;
    for at in order.iter().take(left) {
        cut[*at] += 1.0;
    }
    let mut split: Vec<f64> = cut.iter().map(|steps| steps * step).collect();
    if let Some(first) = order.first().filter(|_| all != all.floor()) {
        let others: f64 =
            split.iter().enumerate().filter(|(at, _)| at != first).map(|(_, share)| share).sum();
        split[*first] = whole - others;
    }
    split
}
