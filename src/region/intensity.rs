//! 用水强度与结构, water by what is made with it and by who uses it, from year to year.

use super::{TwoYears, not_all_zero, sources};
use crate::metric::{Citation, Figure, Outcome, calculation, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 可比价下降率, how far water by value has declined from one year to the next in constant prices.
    ///
    /// # Formula
    /// d = 100·(1 − W1 / W0 / (1 + g / 100))
    ///
    /// # Symbols
    /// - W, water of the two years; g, real growth of the value between them. Water may rise and its intensity fall.
    ///
    /// # Source
    /// China water resources bulletins; unverified (textbook).
    ///
    /// # Example
    /// 2021, use rose and intensity fell, printed 5.8:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{RealDeclineRate, UseAndGrowth}};
    /// let year = UseAndGrowth { use_before: 5812.9, use_after: 5920.2, growth_pct: 8.1 };
    /// assert_eq!(round(RealDeclineRate::formula(&year), 1), 5.8);
    /// ```
    RealDeclineRate("region.real_decline_rate", "可比价下降率", "Decline in constant prices")
    from UseAndGrowth {
        number use_before "W0" "上年用水量" "water of the year before" = shared().above(0.0);
        number use_after "W1" "本年用水量" "water of the year" = shared().at_least(0.0);
        number growth_pct "g" "实际增长率" "real growth" = in_unit(Unit::Percent).above(-100.0);
    }
    gives "d" in Percent, 2 decimals;
    source sources::BULLETINS;
    formula |x, n| n(100.0) * (n(1.0) - x.use_after / x.use_before / (n(1.0) + x.growth_pct / n(100.0)))
}

metric! {
    /// 耗水率, what of the water that was used is consumed: it evaporates, or leaves in crops and goods, and does not come back.
    ///
    /// # Formula
    /// r = 100·C / W
    ///
    /// # Source
    /// China water resources bulletins; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{ConsumedAndUsed, ConsumptionRate}};
    /// assert_eq!(ConsumptionRate::formula(&ConsumedAndUsed { consumed: 53.0, used: 100.0 }), 53.0);
    /// ```
    ConsumptionRate("region.consumption_rate", "耗水率", "Share of water consumed")
    from ConsumedAndUsed {
        number consumed "C" "耗水量" "water consumed" = shared().at_least(0.0);
        number used "W" "用水总量" "total water" = shared().above(0.0);
    }
    gives "r" in Percent, 2 decimals;
    order consumed <= used, "part_above_total", Key::FaultPartAboveTotal;
    source sources::BULLETINS;
    formula |x, n| n(100.0) * x.consumed / x.used
}

metric! {
    /// 增长率, how far an indicator has risen from one year to another.
    ///
    /// # Formula
    /// g = 100·(x1 − x0) / x0
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// The target for non-conventional water, printed 33 %:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{GrowthRate, TwoYears}};
    /// assert_eq!(round(GrowthRate::formula(&TwoYears { base: 128.1, current: 170.0 }), 0), 33.0);
    /// ```
    GrowthRate("region.growth_rate", "增长率", "Growth")
    from TwoYears;
    gives "g" in Percent, 2 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| n(100.0) * (x.current - x.base) / x.base
}

metric! {
    /// 万元国内生产总值用水量, water by 10,000 yuan of gross domestic product.
    ///
    /// # Formula
    /// w = 10000·W / G
    ///
    /// # Symbols
    /// - G in the prices of the year; a decline is worked out in constant prices.
    ///
    /// # Source
    /// China water resources bulletins; unverified (textbook).
    ///
    /// # Example
    /// 2023, printed 46.9:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{UseAndGdp, WaterPerGdp}};
    /// let year = UseAndGdp { use_1e8_m3: 5906.5, gdp_1e8_yuan: 1_260_582.0 };
    /// assert_eq!(round(WaterPerGdp::formula(&year), 1), 46.9);
    /// ```
    WaterPerGdp("region.water_per_gdp", "万元国内生产总值用水量", "Water by GDP")
    from UseAndGdp {
        number use_1e8_m3 "W" "用水总量" "total water" = in_unit(Unit::HundredMillionCubicMetres).at_least(0.0);
        number gdp_1e8_yuan "G" "国内生产总值" "gross domestic product" = in_unit(Unit::HundredMillionYuan).above(0.0);
    }
    gives "w" in CubicMetrePerTenThousandYuan, 2 decimals;
    source sources::BULLETINS;
    formula |x, n| n(1e4) * x.use_1e8_m3 / x.gdp_1e8_yuan
}

metric! {
    /// 人均综合用水量, water of a year by person.
    ///
    /// # Formula
    /// w = 20000·W / (P0 + P1)
    ///
    /// # Symbols
    /// - P0 and P1, people at the beginning and at the end of the year.
    ///
    /// # Source
    /// China water resources bulletins; unverified (textbook).
    ///
    /// # Example
    /// 2010, printed 450.17:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{UseAndPeople, WaterPerCapita}};
    /// let year = UseAndPeople {
    ///     use_1e8_m3: 6021.99477, population_start_1e4: 133_450.0, population_end_1e4: 134_091.0,
    /// };
    /// assert_eq!(round(WaterPerCapita::formula(&year), 2), 450.17);
    /// ```
    WaterPerCapita("region.water_per_capita", "人均综合用水量", "Water by person")
    from UseAndPeople {
        number use_1e8_m3 "W" "用水总量" "total water" = in_unit(Unit::HundredMillionCubicMetres).at_least(0.0);
        number population_start_1e4 "P0" "年初人口" "people at the beginning" = in_unit(Unit::TenThousandPersons).above(0.0);
        number population_end_1e4 "P1" "年末人口" "people at the end" = in_unit(Unit::TenThousandPersons).above(0.0);
    }
    gives "w" in CubicMetre, 2 decimals;
    source sources::BULLETINS;
    formula |x, n| n(2e4) * x.use_1e8_m3 / (x.population_start_1e4 + x.population_end_1e4)
}

metric! {
    /// 占比, a part as a share of all parts.
    ///
    /// # Formula
    /// s = 100·x / Σ xᵢ
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// Irrigation in 2023, printed 62.2:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{PartAndParts, ShareOfTotal}};
    /// let year = PartAndParts { part: 3672.4, parts: vec![909.8, 970.2, 3672.4, 354.1] };
    /// assert_eq!(round(ShareOfTotal::formula(&year), 1), 62.2);
    /// ```
    ShareOfTotal("region.share_of_total", "占比", "Share of the total")
    from PartAndParts {
        number part "x" "该部分" "the part" = shared().at_least(0.0);
        list parts "x" "各部分" "all parts" = shared().at_least(0.0);
    }
    gives "s" in Percent, 2 decimals;
    source Citation::BY_DEFINITION;
    check |x| not_all_zero("parts", &x.parts);
    formula |x, n| n(100.0) * x.part / N::sum(x.parts.iter().copied())
}

calculation! {
    /// 用水结构, every part as a share of all; they add up to a hundred.
    ///
    /// # Formula
    /// [`ShareOfTotal`] of each part
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let asked = r#"[{"metric": "region.shares", "inputs": {"parts": [1, 3]}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// assert_eq!(answers[0]["value"], serde_json::json!([25.0, 75.0]));
    /// ```
    Shares("region.shares", "用水结构", "Shares")
    from Parts {
        list parts "x" "各部分" "parts" = shared().at_least(0.0);
    }
    source Citation::BY_DEFINITION;
    compute |x| {
        let share = |part: &Figure| {
            Figure::computed(&ShareOfTotal, PartAndParts { part: part.clone(), parts: x.parts.clone() })
        };
        x.parts.iter().map(share).collect::<Result<_, _>>().map(Outcome::List)
    }
}
