//! 单位产品水量, water by product, by value, and against a quota.

use super::sources;
use crate::metric::{Citation, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;
use crate::water::decline;

metric! {
    /// 单位产品取水量, intake by product.
    ///
    /// # Formula
    /// Vui = Vi / Q
    ///
    /// # Symbols
    /// - Vi, intake for main, auxiliary and ancillary production; Q, output of the same period in the unit of the quota.
    ///
    /// # Source
    /// Water intake quota of main industrial products DB37/1639 · 2010; verified. Scope by
    /// GB/T 18820 as quoted.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{IntakeAndOutput, IntakePerProduct}, metric::Metric};
    /// assert_eq!(IntakePerProduct::formula(&IntakeAndOutput { intake_m3: 22_400.0, output: 10_000.0 }), 2.24);
    /// ```
    IntakePerProduct("industry.intake_per_product", "单位产品取水量", "Intake by product")
    from IntakeAndOutput {
        number intake_m3 "Vi" "取水量" "intake" = in_unit(Unit::CubicMetre).at_least(0.0);
        number output "Q" "产品产量" "output" = in_unit(Unit::One).above(0.0);
    }
    gives "Vui" in CubicMetrePerProduct, 4 significant;
    source sources::UNIT_INTAKE;
    formula |x, n| x.intake_m3 / x.output
}

metric! {
    /// 单位产品新水量, fresh water by product.
    ///
    /// # Formula
    /// Vuf = Vyf / Q
    ///
    /// # Symbols
    /// - Vyf, water of any source that is used for the first time, non-conventional water included.
    ///
    /// # Source
    /// Assessment indicators of industrial water and their computation, CJ 42 · 1999; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{FreshAndOutput, FreshWaterPerProduct}, metric::Metric};
    /// assert_eq!(FreshWaterPerProduct::formula(&FreshAndOutput { fresh_m3: 150_000.0, output: 10_000.0 }), 15.0);
    /// ```
    FreshWaterPerProduct("industry.fresh_water_per_product", "单位产品新水量", "Fresh water by product")
    from FreshAndOutput {
        number fresh_m3 "Vyf" "新水量" "fresh water" = in_unit(Unit::CubicMetre).at_least(0.0);
        number output "Q" "产品产量" "output" = in_unit(Unit::One).above(0.0);
    }
    gives "Vuf" in CubicMetrePerProduct, 4 significant;
    source sources::CJ_42;
    formula |x, n| x.fresh_m3 / x.output
}

metric! {
    /// 单位产品用水量, total use by product.
    ///
    /// # Formula
    /// Vut = (Vi + Vr) / Q
    ///
    /// # Source
    /// Evaluation guide for water-saving enterprises GB/T 7119 · 2018; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{TotalUsePerProduct, UseAndOutput}, metric::Metric};
    /// let plant = UseAndOutput { intake_m3: 700.0, reused_m3: 2600.0, output: 100.0 };
    /// assert_eq!(TotalUsePerProduct::formula(&plant), 33.0);
    /// ```
    TotalUsePerProduct("industry.total_use_per_product", "单位产品用水量", "Total use by product")
    from UseAndOutput {
        number intake_m3 "Vi" "取水量" "intake" = in_unit(Unit::CubicMetre).at_least(0.0);
        number reused_m3 "Vr" "重复利用水量" "reused water" = in_unit(Unit::CubicMetre).at_least(0.0);
        number output "Q" "产品产量" "output" = in_unit(Unit::One).above(0.0);
    }
    gives "Vut" in CubicMetrePerProduct, 4 significant;
    source sources::GBT_7119;
    formula |x, n| (x.intake_m3 + x.reused_m3) / x.output
}

metric! {
    /// 单位产品非常规水资源取水量, non-conventional water by product.
    ///
    /// # Formula
    /// Vuh = Vih / Q
    ///
    /// # Source
    /// Evaluation guide for water-saving enterprises GB/T 7119 · 2018; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{NonconventionalAndOutput, NonconventionalPerProduct}, metric::Metric};
    /// let plant = NonconventionalAndOutput { nonconventional_m3: 250.0, output: 100.0 };
    /// assert_eq!(NonconventionalPerProduct::formula(&plant), 2.5);
    /// ```
    NonconventionalPerProduct("industry.nonconventional_per_product", "单位产品非常规水资源取水量", "Non-conventional water by product")
    from NonconventionalAndOutput {
        number nonconventional_m3 "Vih" "非常规水资源取水量" "non-conventional intake" = in_unit(Unit::CubicMetre).at_least(0.0);
        number output "Q" "产品产量" "output" = in_unit(Unit::One).above(0.0);
    }
    gives "Vuh" in CubicMetrePerProduct, 4 significant;
    source sources::GBT_7119;
    formula |x, n| x.nonconventional_m3 / x.output
}

metric! {
    /// 万元产值取水量, intake by ten thousand yuan of output value.
    ///
    /// # Formula
    /// Vwc = Vi / Zc
    ///
    /// # Source
    /// Assessment indicators of industrial water and their computation, CJ 42 · 1999; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{IntakeAndOutputValue, IntakePerOutputValue}, metric::Metric};
    /// let plant = IntakeAndOutputValue { intake_m3: 120_000.0, output_value_10k_yuan: 30_000.0 };
    /// assert_eq!(IntakePerOutputValue::formula(&plant), 4.0);
    /// ```
    IntakePerOutputValue("industry.intake_per_output_value", "万元产值取水量", "Intake by output value")
    from IntakeAndOutputValue {
        number intake_m3 "Vi" "取水量" "intake" = in_unit(Unit::CubicMetre).at_least(0.0);
        number output_value_10k_yuan "Zc" "工业产值" "output value" = in_unit(Unit::TenThousandYuan).above(0.0);
    }
    gives "Vwc" in CubicMetrePerTenThousandYuan, 2 decimals;
    source sources::CJ_42;
    formula |x, n| x.intake_m3 / x.output_value_10k_yuan
}

metric! {
    /// 万元工业增加值取水量, intake by ten thousand yuan of industrial value added.
    ///
    /// # Formula
    /// Vwz = Vi / Z
    ///
    /// # Symbols
    /// - A region's statistic counts once-through cooling of power plants in, reuse inside plants out.
    ///
    /// # Source
    /// Assessment indicators of industrial water and their computation, CJ 42 · 1999; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{IntakeAndValueAdded, IntakePerValueAdded}, metric::Metric};
    /// let plant = IntakeAndValueAdded { intake_m3: 243_000.0, value_added_10k_yuan: 10_000.0 };
    /// assert_eq!(IntakePerValueAdded::formula(&plant), 24.3);
    /// ```
    IntakePerValueAdded("industry.intake_per_value_added", "万元工业增加值取水量", "Intake by value added")
    from IntakeAndValueAdded {
        number intake_m3 "Vi" "取水量" "intake" = in_unit(Unit::CubicMetre).at_least(0.0);
        number value_added_10k_yuan "Z" "工业增加值" "industrial value added" = in_unit(Unit::TenThousandYuan).above(0.0);
    }
    gives "Vwz" in CubicMetrePerTenThousandYuan, 2 decimals;
    source sources::CJ_42;
    formula |x, n| x.intake_m3 / x.value_added_10k_yuan
}

metric! {
    /// 取水量递减率, how far intake or an intensity has declined since the base period.
    ///
    /// # Formula
    /// d = 100·(V0 − V1) / V0
    ///
    /// # Symbols
    /// - Below zero where it has risen. Intensities by value are compared in one year's prices.
    ///
    /// # Source
    /// Guide to the targets of a water-saving city · 1997; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{BaseAndReport, DeclineRate}, metric::Metric, numeric::round};
    /// let plant = BaseAndReport { base: 5.0, report: 4.6 };
    /// assert_eq!(round(DeclineRate::formula(&plant), 6), 8.0);
    /// ```
    DeclineRate("industry.decline_rate", "取水量递减率", "Decline since the base period")
    from BaseAndReport {
        number base "V0" "基期值" "base period" = shared().above(0.0);
        number report "V1" "报告期值" "report period" = shared().at_least(0.0);
    }
    gives "d" in Percent, 2 decimals;
    source sources::SAVING_CITY;
    formula |x, n| decline(x.base, x.report)
}

metric! {
    /// 产品取水与定额之比, water of a product against its quota; 1 and below keeps it.
    ///
    /// # Formula
    /// q = Vui / m
    ///
    /// # Symbols
    /// - Both by the product unit of the quota.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{ActualAndQuota, QuotaRatio}, metric::Metric, numeric::round};
    /// let steel = ActualAndQuota { actual: 2.24, quota: 4.8 };
    /// assert_eq!(round(QuotaRatio::formula(&steel), 3), 0.467);
    /// ```
    QuotaRatio("industry.quota_ratio", "产品取水与定额之比", "Water of a product against its quota")
    from ActualAndQuota {
        number actual "Vui" "单位产品取水量" "intake by product" = in_unit(Unit::CubicMetrePerProduct).at_least(0.0);
        number quota "m" "取水定额" "quota" = in_unit(Unit::CubicMetrePerProduct).above(0.0);
    }
    gives "q" in One, 3 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.actual / x.quota
}

metric! {
    /// 化学水制取系数, water taken by what softening or demineralising makes of it.
    ///
    /// # Formula
    /// Kz = Vz / Vp
    ///
    /// # Symbols
    /// - Never below 1: treatment makes no water.
    ///
    /// # Source
    /// Water-saving enterprises, petroleum refining GB/T 26926 · 2011; verified. It allows
    /// 1.10.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{TreatedWater, TreatedWaterRatio}, metric::Metric};
    /// assert_eq!(TreatedWaterRatio::formula(&TreatedWater { taken: 108.0, made: 100.0 }), 1.08);
    /// ```
    TreatedWaterRatio("industry.treated_water_ratio", "软化水、除盐水制取系数", "Water taken by treated water made")
    from TreatedWater {
        number taken "Vz" "制水取水量" "water taken" = shared().at_least(0.0);
        number made "Vp" "软化水、除盐水产量" "treated water made" = shared().above(0.0);
    }
    gives "Kz" in One, 3 decimals;
    order made <= taken, "part_above_total", Key::FaultPartAboveTotal;
    source sources::REFINERY;
    formula |x, n| x.taken / x.made
}

metric! {
    /// 单位发电量取水量, water of a power plant by energy, from its flow by capacity.
    ///
    /// # Formula
    /// Vue = 3.6·q
    ///
    /// # Symbols
    /// - q, flow by capacity, m³/(s·GW); at full load a GW makes 1000 MWh in 3600 s.
    ///
    /// # Source
    /// Water from flue gas, Xilin Gol 660 MW; verified.
    ///
    /// # Example
    /// 锡林郭勒, printed 0.0918:
    /// ```
    /// use water_ledger::{industry::{PowerPlantFlow, UnitWaterPowerPlant}, metric::Metric, numeric::round};
    /// assert_eq!(round(UnitWaterPowerPlant::formula(&PowerPlantFlow { intake_m3_s_gw: 0.0255 }), 4), 0.0918);
    /// ```
    UnitWaterPowerPlant("industry.unit_water_power_plant", "单位发电量取水量", "Water of a power plant by energy")
    from PowerPlantFlow {
        number intake_m3_s_gw "q" "装机取水流量" "intake by capacity" = in_unit(Unit::CubicMetrePerSecondGigawatt).at_least(0.0);
    }
    gives "Vue" in CubicMetrePerMegawattHour, 4 decimals;
    source sources::POWER_PLANT;
    formula |x, n| n(3.6) * x.intake_m3_s_gw
}
