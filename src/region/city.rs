//! 节水型城市与县域的考核指标, what counties and water-saving cities are judged by.

use crate::metric::{Citation, Status, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::{Key, Words};

const fn source(zh: &'static str, en: &'static str, edition: &'static str, status: Status) -> Citation {
    Citation { document: Words::new(zh, en), clause: "", copy: "", edition, status }
}

/// The standard for water-saving cities and what cities print of it.
const SAVING_CITY: Citation = source(
    "节水型城市考核标准（转载）",
    "Assessment standard of water-saving cities (re-published)",
    "2006",
    Status::Verified,
);

/// What is named there and worked out as is common.
const CITY_TEXTBOOK: Citation = source(
    "节水型城市考核指标的通行算法",
    "Indicators of water-saving cities as commonly computed",
    "",
    Status::UnverifiedTextbook,
);

metric! {
    /// 与全国平均之比, a local indicator against the national mean of the same year.
    ///
    /// # Formula
    /// k = X / X0
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{LocalAndNational, RatioToNational}};
    /// let city = LocalAndNational { local: 16.0, national: 40.0 };
    /// assert_eq!(round(RatioToNational::formula(&city), 2), 0.4);
    /// ```
    RatioToNational("region.ratio_to_national", "与全国平均之比", "Against the national mean")
    from LocalAndNational {
        number local "X" "本地数值" "local value" = shared().at_least(0.0);
        number national "X0" "全国平均值" "national mean" = shared().above(0.0);
    }
    gives "k" in One, 3 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.local / x.national
}

metric! {
    /// 节水载体建成率, certified units as a share of all of their kind, by number.
    ///
    /// # Formula
    /// Rc = 100·Nb / N
    ///
    /// # Source
    /// Indicators of water-saving cities as commonly computed; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{CarrierRate, Carriers}};
    /// let city = Carriers { built: 30.0, total: 60.0 };
    /// assert_eq!(round(CarrierRate::formula(&city), 2), 50.0);
    /// ```
    CarrierRate("region.carrier_rate", "节水载体建成率", "Share of water-saving carriers")
    from Carriers {
        number built "Nb" "已建成数" "certified" = in_unit(Unit::One).at_least(0.0);
        number total "N" "总数" "all of the kind" = in_unit(Unit::One).above(0.0);
    }
    gives "Rc" in Percent, 2 decimals;
    order built <= total, "part_above_total", Key::FaultPartAboveTotal;
    source CITY_TEXTBOOK;
    formula |x, n| n(100.0) * x.built / x.total
}

metric! {
    /// 节水型企业（单位）覆盖率, the water of certified enterprises and units as a share of all but households.
    ///
    /// # Formula
    /// Rv = 100·Vc / V
    ///
    /// # Source
    /// Indicators of water-saving cities as commonly computed; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{CarrierCoverage, CarrierWater}};
    /// let city = CarrierWater { carrier_volume: 15.0, total_volume: 100.0 };
    /// assert_eq!(round(CarrierCoverage::formula(&city), 2), 15.0);
    /// ```
    CarrierCoverage("region.carrier_coverage", "节水型企业（单位）覆盖率", "Coverage of water-saving enterprises and units")
    from CarrierWater {
        number carrier_volume "Vc" "节水型企业（单位）用水量" "water of certified enterprises and units" = shared().at_least(0.0);
        number total_volume "V" "非居民用水总量" "all water but households" = shared().above(0.0);
    }
    gives "Rv" in Percent, 2 decimals;
    order carrier_volume <= total_volume, "part_above_total", Key::FaultPartAboveTotal;
    source CITY_TEXTBOOK;
    formula |x, n| n(100.0) * x.carrier_volume / x.total_volume
}

metric! {
    /// 居民生活用水量与分区上限之比, household use against the upper value of its zone after GB/T 50331.
    ///
    /// # Formula
    /// kh = q / qz
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{HouseholdAndZone, HouseholdRatio}};
    /// let city = HouseholdAndZone { litres_per_person_day: 112.0, zone_upper: 140.0 };
    /// assert_eq!(round(HouseholdRatio::formula(&city), 2), 0.8);
    /// ```
    HouseholdRatio("region.household_ratio", "居民生活用水量与分区上限之比", "Household use against the zone's upper value")
    from HouseholdAndZone {
        number litres_per_person_day "q" "居民人均日用水量" "household use" = in_unit(Unit::LitrePerPersonDay).at_least(0.0);
        number zone_upper "qz" "所在分区上限" "upper value of the zone" = in_unit(Unit::LitrePerPersonDay).above(0.0);
    }
    gives "kh" in One, 3 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.litres_per_person_day / x.zone_upper
}

metric! {
    /// 漏损率低于标准的百分点, by how many points leakage stays below the corrected value of CJJ 92.
    ///
    /// # Formula
    /// Δr = r0 − r1
    ///
    /// # Symbols
    /// - Below zero where leakage exceeds the standard; the standard's value is the user's to give.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{LeakAndStandard, LeakMargin}};
    /// let city = LeakAndStandard { standard_pct: 12.0, actual_pct: 10.5 };
    /// assert_eq!(round(LeakMargin::formula(&city), 2), 1.5);
    /// ```
    LeakMargin("region.leak_margin", "漏损率低于标准的百分点", "Leakage below the standard")
    from LeakAndStandard {
        number standard_pct "r0" "标准漏损率" "leakage of the standard" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
        number actual_pct "r1" "实际漏损率" "leakage" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
    }
    gives "Δr" in Percent, 2 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.standard_pct - x.actual_pct
}

metric! {
    /// 再生水利用率, reclaimed water used as a share of the wastewater treated.
    ///
    /// # Formula
    /// Rr = 100·Vr / Vt
    ///
    /// # Symbols
    /// - Reuse within plants is left out.
    ///
    /// # Source
    /// Assessment standard of water-saving cities (re-published) · 2006; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{ReclaimedRate, ReclaimedWater}};
    /// let city = ReclaimedWater { reclaimed: 22.0, treated: 100.0 };
    /// assert_eq!(round(ReclaimedRate::formula(&city), 2), 22.0);
    /// ```
    ReclaimedRate("region.reclaimed_rate", "再生水利用率", "Reclaimed water use rate")
    from ReclaimedWater {
        number reclaimed "Vr" "再生水利用量" "reclaimed water used" = shared().at_least(0.0);
        number treated "Vt" "污水处理量" "wastewater treated" = shared().above(0.0);
    }
    gives "Rr" in Percent, 2 decimals;
    order reclaimed <= treated, "part_above_total", Key::FaultPartAboveTotal;
    source SAVING_CITY;
    formula |x, n| n(100.0) * x.reclaimed / x.treated
}

metric! {
    /// 非常规水资源替代率, non-conventional water as a share of all that is used.
    ///
    /// # Formula
    /// Rn = 100·Vn / V
    ///
    /// # Source
    /// Indicators of water-saving cities as commonly computed; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{RegionNonconventionalRate, NonconventionalWater}};
    /// let city = NonconventionalWater { nonconventional: 5.0, total: 100.0 };
    /// assert_eq!(round(RegionNonconventionalRate::formula(&city), 2), 5.0);
    /// ```
    RegionNonconventionalRate("region.nonconventional_rate", "非常规水资源替代率", "Replacement by non-conventional water")
    from NonconventionalWater {
        number nonconventional "Vn" "非常规水利用量" "non-conventional water" = shared().at_least(0.0);
        number total "V" "用水总量" "all water used" = shared().above(0.0);
    }
    gives "Rn" in Percent, 2 decimals;
    order nonconventional <= total, "part_above_total", Key::FaultPartAboveTotal;
    source CITY_TEXTBOOK;
    formula |x, n| n(100.0) * x.nonconventional / x.total
}

metric! {
    /// 城市污水处理率, sewage treated as a share of all that is discharged.
    ///
    /// # Formula
    /// Rs = 100·Vt / Vd
    ///
    /// # Source
    /// Indicators of water-saving cities as commonly computed; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{Sewage, SewageTreatmentRate}};
    /// let city = Sewage { treated: 80.0, discharged: 100.0 };
    /// assert_eq!(round(SewageTreatmentRate::formula(&city), 2), 80.0);
    /// ```
    SewageTreatmentRate("region.sewage_treatment_rate", "城市污水处理率", "Sewage treatment rate")
    from Sewage {
        number treated "Vt" "污水处理量" "sewage treated" = shared().at_least(0.0);
        number discharged "Vd" "污水排放总量" "sewage discharged" = shared().above(0.0);
    }
    gives "Rs" in Percent, 2 decimals;
    order treated <= discharged, "part_above_total", Key::FaultPartAboveTotal;
    source CITY_TEXTBOOK;
    formula |x, n| n(100.0) * x.treated / x.discharged
}

metric! {
    /// 节水专项资金投入占比, funds for water saving as a share of public spending; 1 ‰ is 0.1 %.
    ///
    /// # Formula
    /// Rf = 100·Fj / F
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{SavingBudgetShare, SavingFunds}};
    /// let city = SavingFunds { saving_funds: 30.0, spending: 20_000.0 };
    /// assert_eq!(round(SavingBudgetShare::formula(&city), 2), 0.15);
    /// ```
    SavingBudgetShare("region.saving_budget_share", "节水专项资金投入占比", "Saving funds as a share of spending")
    from SavingFunds {
        number saving_funds "Fj" "节水专项资金" "funds for water saving" = in_unit(Unit::TenThousandYuan).at_least(0.0);
        number spending "F" "财政支出" "public spending" = in_unit(Unit::TenThousandYuan).above(0.0);
    }
    gives "Rf" in Percent, 3 decimals;
    order saving_funds <= spending, "part_above_total", Key::FaultPartAboveTotal;
    source Citation::BY_DEFINITION;
    formula |x, n| n(100.0) * x.saving_funds / x.spending
}
