//! 水价, what water costs: the parts of a price, tiers, water above plan, the true cost behind the bill; a park's score.

use super::sources;
use crate::metric::{Citation, Fault, FaultKind, Number, Path, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 综合水价, price of water: all its parts together.
    ///
    /// # Formula
    /// p = Σ pᵢ
    ///
    /// # Symbols
    /// - pᵢ, water, water resources tax, sewage and whatever else a m³ costs.
    ///
    /// # Source
    /// Beijing tariff notice 2023-10, as quoted · 2023; verified (secondary).
    ///
    /// # Example
    /// Beijing, non-residential:
    /// ```
    /// use water_ledger::{industry::{PriceParts, WaterPriceTotal}, metric::Metric, numeric::round};
    /// let beijing = PriceParts { parts_yuan_m3: vec![5.8, 1.57, 2.13] };
    /// assert_eq!(round(WaterPriceTotal::formula(&beijing), 6), 9.5);
    /// ```
    WaterPriceTotal("industry.water_price_total", "综合水价", "Price of water")
    from PriceParts {
        list parts_yuan_m3 "p" "各项单价" "parts of the price" = in_unit(Unit::YuanPerCubicMetre).at_least(0.0);
    }
    gives "p" in YuanPerCubicMetre, 6 parts;
    source sources::WATER_PRICE;
    formula |x, n| Number::sum(x.parts_yuan_m3.iter().copied())
}

inputs! {
    /// A tier: up to how much it reaches, and what the price is multiplied with in it.
    pub struct Tier {
        optional upto "u" "本级上限" "upper end of the tier" = in_unit(Unit::CubicMetre).above(0.0);
        number multiplier "m" "价格倍数" "multiple of the price" = in_unit(Unit::One).at_least(0.0);
    }
}

inputs! {
    /// A tier above plan: up to how much above it reaches, and what the price is multiplied with in it.
    pub struct OverPlanTier {
        optional upto_pct "u" "超计划比例上限" "upper end, above plan" = in_unit(Unit::Percent).above(0.0);
        number multiplier "m" "价格倍数" "multiple of the price" = in_unit(Unit::One).at_least(0.0);
    }
}

/// Σ of what falls into each tier times its multiplier; the last tier takes all that is left.
fn progressive<N: Number>(amount: N, tiers: &[(Option<N>, N)]) -> N {
    let below = |end: Option<N>| end.map_or(amount, |end| amount.min_of(end));
    let starts = std::iter::once(N::from(0.0)).chain(tiers.iter().map(|(end, _)| below(*end)));
    N::sum(tiers.iter().zip(starts).map(|((end, multiplier), start)| *multiplier * (below(*end) - start)))
}

/// Ends that rise, none missing but the last, and no water beyond the last.
fn check_tiers(amount: f64, field: &'static str, ends: &[Option<f64>]) -> Result<(), Fault> {
    let fault = |index, code, says| {
        let at = Path { key: "tiers", index: Some(index), field: Some(field) };
        Err(Fault::within(at, FaultKind::Rule { code, says }))
    };
    let last = ends.len().saturating_sub(1);
    let mut before = 0.0;
    for (index, end) in ends.iter().enumerate() {
        match end {
            None if index < last => return fault(index, "tier_without_end", Key::FaultTierWithoutEnd),
            Some(end) if *end <= before => return fault(index, "tiers_not_rising", Key::FaultTiersNotRising),
            Some(end) if index == last && amount > *end => {
                return fault(index, "beyond_last_tier", Key::FaultBeyondLastTier);
            }
            Some(end) => before = *end,
            None => {}
        }
    }
    Ok(())
}

metric! {
    /// 阶梯水费, cost of water with tiers: each part of it at the price of its own tier.
    ///
    /// # Formula
    /// C = p·Σ mᵢ·(min(V, uᵢ) − min(V, uᵢ₋₁))
    ///
    /// # Symbols
    /// - uᵢ, upper end of a tier, rising; the last may be left out, and takes all that is left.
    ///
    /// # Source
    /// Progressive price of non-residential water above quota (NDRC 2017-1792) · 2017; unverified (textbook).
    ///
    /// # Example
    /// 1200 m³ at 4 元/m³, half as much again from 1000 m³ on:
    /// ```
    /// use water_ledger::{industry::{Tier, TieredCost, TieredWater}, metric::Metric};
    /// let tiers = vec![Tier { upto: Some(1000.0), multiplier: 1.0 }, Tier { upto: None, multiplier: 1.5 }];
    /// assert_eq!(TieredCost::formula(&TieredWater { volume_m3: 1200.0, price: 4.0, tiers }), 5200.0);
    /// ```
    TieredCost("industry.tiered_cost", "阶梯水费", "Cost of water with tiers")
    from TieredWater {
        number volume_m3 "V" "用水量" "water" = in_unit(Unit::CubicMetre).at_least(0.0);
        number price "p" "基本水价" "base price" = in_unit(Unit::YuanPerCubicMetre).at_least(0.0);
        rows<Tier> tiers "i" "各级" "tiers";
    }
    gives "C" in Yuan, 2 decimals;
    source sources::TIERED_PRICE;
    check |x| check_tiers(x.volume_m3, "upto", &x.tiers.iter().map(|tier| tier.upto).collect::<Vec<_>>());
    formula |x, n| {
        let tiers: Vec<_> = x.tiers.iter().map(|tier| (tier.upto, tier.multiplier)).collect();
        x.price * progressive(x.volume_m3, &tiers)
    }
}

inputs! {
    /// A tier with a price of its own: up to how much it reaches, and what a m³ costs in it.
    pub struct PricedTier {
        optional upto "u" "本级上限" "upper end of the tier" = in_unit(Unit::CubicMetre).above(0.0);
        number price "p" "本级水价" "price of the tier" = in_unit(Unit::YuanPerCubicMetre).at_least(0.0);
    }
}

metric! {
    /// 居民阶梯水费, bill of water whose tiers have prices of their own.
    ///
    /// # Formula
    /// C = Σ pᵢ·(min(V, uᵢ) − min(V, uᵢ₋₁))
    ///
    /// # Symbols
    /// - uᵢ, upper end of a tier, rising; the last may be left out, and takes all that is left.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// 32 m³ in Wuxi in 2007:
    /// ```
    /// use water_ledger::{industry::{PricedTier, PricedWater, TieredBill}, metric::Metric, numeric::round};
    /// let tier = |upto, price| PricedTier { upto, price };
    /// let tiers = vec![tier(Some(25.0), 2.57), tier(Some(30.0), 3.9), tier(None, 5.1)];
    /// assert_eq!(round(TieredBill::formula(&PricedWater { volume_m3: 32.0, tiers }), 2), 93.95);
    /// ```
    TieredBill("price.tiered_bill", "阶梯水费（各级单价）", "Bill of water with tiers")
    from PricedWater {
        number volume_m3 "V" "用水量" "water" = in_unit(Unit::CubicMetre).at_least(0.0);
        rows<PricedTier> tiers "i" "各级" "tiers";
    }
    gives "C" in Yuan, 2 decimals;
    source Citation::BY_DEFINITION;
    check |x| check_tiers(x.volume_m3, "upto", &x.tiers.iter().map(|tier| tier.upto).collect::<Vec<_>>());
    formula |x, n| progressive(x.volume_m3, &x.tiers.iter().map(|tier| (tier.upto, tier.price)).collect::<Vec<_>>())
}

metric! {
    /// 超计划用水累进水费, cost of water of which some is above plan.
    ///
    /// # Formula
    /// C = p·(min(V, P) + Σ mᵢ·(min(O, uᵢ·P/100) − min(O, uᵢ₋₁·P/100))), O = max(V − P, 0)
    ///
    /// # Symbols
    /// - P, plan; uᵢ, upper end of a tier in % above plan, rising; the last may be left out, and takes all that is left.
    /// - mᵢ, the price itself included: water at twice the price has 2. p, the part of the price that is multiplied.
    ///
    /// # Source
    /// Hebei, progressive price of water above plan; verified. Up to 20 % above plan twice the price,
    /// up to 40 % two and a half times, beyond three times.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{OverPlanCost, OverPlanTier, PlannedWater}, metric::Metric};
    /// let tier = |upto_pct, multiplier| OverPlanTier { upto_pct, multiplier };
    /// let tiers = vec![tier(Some(20.0), 2.0), tier(Some(40.0), 2.5), tier(None, 3.0)];
    /// let plant = PlannedWater { volume_m3: 1500.0, plan_m3: 1000.0, price: 4.0, tiers };
    /// assert_eq!(OverPlanCost::formula(&plant), 4.0 * (1000.0 + 2.0 * 200.0 + 2.5 * 200.0 + 3.0 * 100.0));
    /// ```
    OverPlanCost("industry.over_plan_cost", "超计划用水累进水费", "Cost of water above plan")
    from PlannedWater {
        number volume_m3 "V" "实际用水量" "water used" = in_unit(Unit::CubicMetre).at_least(0.0);
        number plan_m3 "P" "计划用水量" "water planned" = in_unit(Unit::CubicMetre).above(0.0);
        number price "p" "加价基数水价" "price that is multiplied" = in_unit(Unit::YuanPerCubicMetre).at_least(0.0);
        rows<OverPlanTier> tiers "i" "各级" "tiers";
    }
    gives "C" in Yuan, 2 decimals;
    source sources::OVER_PLAN;
    check |x| {
        let ends: Vec<_> = x.tiers.iter().map(|tier| tier.upto_pct).collect();
        check_tiers(100.0 * (x.volume_m3 - x.plan_m3) / x.plan_m3, "upto_pct", &ends)
    };
    formula |x, n| {
        let end = |upto: N| upto * x.plan_m3 / n(100.0);
        let tiers: Vec<_> = x.tiers.iter().map(|tier| (tier.upto_pct.map(end), tier.multiplier)).collect();
        let over = (x.volume_m3 - x.plan_m3).max_of(n(0.0));
        x.price * (x.volume_m3.min_of(x.plan_m3) + progressive(over, &tiers))
    }
}

metric! {
    /// 真实成本倍数, true cost of water by what the bill says.
    ///
    /// # Formula
    /// r = Ct / Cd
    ///
    /// # Symbols
    /// - Cd, direct cost: purchase and sewer; Ct, with treatment, pumping, heat, chemicals and disposal.
    ///
    /// # Source
    /// DOE Plant Water Profiler, dairy sample · 2018; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{DirectAndTrueCost, TrueCostRatio}, metric::Metric, numeric::round};
    /// let dairy = DirectAndTrueCost { direct_cost: 49_990.0, true_cost: 255_084.0 };
    /// assert_eq!(round(TrueCostRatio::formula(&dairy), 2), 5.1);
    /// ```
    TrueCostRatio("industry.true_cost_ratio", "用水真实成本倍数", "True cost by direct cost")
    from DirectAndTrueCost {
        number direct_cost "Cd" "直接水费" "direct cost" = shared().above(0.0);
        number true_cost "Ct" "真实成本" "true cost" = shared().above(0.0);
    }
    gives "r" in One, 2 decimals;
    order direct_cost <= true_cost, "part_above_total", Key::FaultPartAboveTotal;
    source sources::WATER_PROFILER;
    formula |x, n| x.true_cost / x.direct_cost
}

metric! {
    /// 园区重复利用率得分, score of a park's reuse rate against the value of its sector, ten points at most.
    ///
    /// # Formula
    /// s = min(10·R / R0, 10)
    ///
    /// # Source
    /// Zhejiang, score of exemplary water-saving parks; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{ParkReuseScore, ReuseAndSector}, metric::Metric, numeric::round};
    /// let park = ReuseAndSector { actual: 85.0, sector_value: 90.0 };
    /// assert_eq!(round(ParkReuseScore::formula(&park), 2), 9.44);
    /// ```
    ParkReuseScore("industry.park_reuse_score", "园区重复利用率得分", "Score of a park's reuse rate")
    from ReuseAndSector {
        number actual "R" "园区重复利用率" "reuse rate of the park" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
        number sector_value "R0" "行业值" "value of the sector" = in_unit(Unit::Percent).above(0.0).at_most(100.0);
    }
    gives "s" in One, 2 decimals;
    source sources::PARK;
    formula |x, n| (n(10.0) * x.actual / x.sector_value).min_of(n(10.0))
}

metric! {
    /// 水资源税（公共供水）, water resources tax of a public supplier: the reasonable leakage of its pipes is not taxed.
    ///
    /// # Formula
    /// T = V·(1 − l / 100)·t
    ///
    /// # Symbols
    /// - l, reasonable leakage as a share of the intake: 9 % in Hunan; nothing for who takes water for himself.
    ///
    /// # Source
    /// Hunan, water resources tax 湘财税〔2024〕21号 · 2024; verified (secondary).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{TaxedWater, WaterTax}, metric::Metric};
    /// let works = TaxedWater { intake_m3: 1_000_000.0, reasonable_leak_pct: 9.0, rate: 0.5 };
    /// assert_eq!(WaterTax::formula(&works), 455_000.0);
    /// ```
    WaterTax("price.water_tax", "水资源税", "Water resources tax")
    from TaxedWater {
        number intake_m3 "V" "取水量" "intake" = in_unit(Unit::CubicMetre).at_least(0.0);
        number reasonable_leak_pct "l" "合理漏损率" "reasonable leakage" = in_unit(Unit::Percent).at_least(0.0).below(100.0).or(0.0);
        number rate "t" "适用税额" "rate of the tax" = in_unit(Unit::YuanPerCubicMetre).at_least(0.0);
    }
    gives "T" in Yuan, 2 decimals;
    source sources::WATER_TAX;
    formula |x, n| x.intake_m3 * (n(1.0) - x.reasonable_leak_pct / n(100.0)) * x.rate
}
