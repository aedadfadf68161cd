//! 重复利用, rates of reuse: how much of the water used is used again.
//!
//! Numerator and denominator are of the same period, usually a year, and the same part of the plant. The whole plant's rate
//! and that of a process have different denominators.

use super::sources;
use crate::metric::{Citation, Fault, FaultKind, Number, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

/// A part as a percentage of itself and the rest.
fn percentage_of_both<N: Number>(part: N, rest: N) -> N {
    N::from(100.0) * part / (part + rest)
}

/// Two amounts that are not both zero, so that their sum can be divided by.
fn not_both_zero(key: &'static str, part: f64, rest: f64) -> Result<(), Fault> {
    if part + rest == 0.0 { Err(Fault::at(key, FaultKind::ZeroDenominator)) } else { Ok(()) }
}

metric! {
    /// 重复利用率, reuse rate: water used again as a share of all water used.
    ///
    /// # Formula
    /// R = 100·Vr / (Vi + Vr)
    ///
    /// # Symbols
    /// - Vr, circulated, cascaded and reclaimed water inside the enterprise: circulation times hours, not its make-up, and no
    ///   water counted as two of them.
    /// - Vi, intake, Vi > 0; hence R < 100 %. Bought reclaimed water belongs to neither.
    ///
    /// # Source
    /// Assessment indicators of industrial water and their computation, CJ 42 · 1999;
    /// verified. GB/T 36132-2025 as quoted has the same; the clause of GB/T 7119 is to be found.
    ///
    /// # Example
    /// A workshop of an examination, printed 54.5 %:
    /// ```
    /// use water_ledger::{industry::{ReuseRate, ReusedAndIntake}, metric::Metric, numeric::round};
    /// assert_eq!(round(ReuseRate::formula(&ReusedAndIntake { reused: 60.0, intake: 50.0 }), 1), 54.5);
    /// ```
    ReuseRate("industry.reuse_rate", "工业用水重复利用率", "Industrial water reuse rate")
    from ReusedAndIntake {
        number reused "Vr" "重复利用水量" "reused water" = shared().at_least(0.0);
        number intake "Vi" "取水量" "intake" = shared().above(0.0);
    }
    gives "R" in Percent, 2 decimals;
    source sources::CJ_42;
    formula |x, n| percentage_of_both(x.reused, x.intake)
}

metric! {
    /// 水的平均使用次数, how many times water is used on average before it leaves.
    ///
    /// # Formula
    /// n = 100 / (100 − R)
    ///
    /// # Symbols
    /// - R, the reuse rate: of all water used, 100 − R parts in a hundred are new, so each part of new water is used n times.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{RateOfReuse, TimesUsed}, metric::Metric};
    /// assert_eq!(TimesUsed::formula(&RateOfReuse { rate_pct: 95.0 }), 20.0);
    /// ```
    TimesUsed("industry.times_used", "水的平均使用次数", "Times that water is used on average")
    from RateOfReuse {
        number rate_pct "R" "重复利用率" "reuse rate" = in_unit(Unit::Percent).at_least(0.0).below(100.0);
    }
    gives "n" in One, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| n(100.0) / (n(100.0) - x.rate_pct)
}

metric! {
    /// 工艺水回用率, reuse rate of process water.
    ///
    /// # Formula
    /// Rg = 100·Vgr / (Vgr + Vgf)
    ///
    /// # Source
    /// Assessment indicators of industrial water and their computation, CJ 42 · 1999; verified.
    ///
    /// # Example
    /// The same workshop as that of [`ReuseRate`], printed 28.6 %: another denominator.
    /// ```
    /// use water_ledger::{industry::{ProcessReuseRate, ProcessWater}, metric::Metric, numeric::round};
    /// assert_eq!(round(ProcessReuseRate::formula(&ProcessWater { reused: 20.0, makeup: 50.0 }), 1), 28.6);
    /// ```
    ProcessReuseRate("industry.process_reuse_rate", "工艺水回用率", "Reuse rate of process water")
    from ProcessWater {
        number reused "Vgr" "工艺水回用量" "process water reused" = shared().at_least(0.0);
        number makeup "Vgf" "工艺补充新水量" "fresh water for the process" = shared().at_least(0.0);
    }
    gives "Rg" in Percent, 2 decimals;
    source sources::CJ_42;
    check |x| not_both_zero("makeup", x.reused, x.makeup);
    formula |x, n| percentage_of_both(x.reused, x.makeup)
}

inputs! {
    /// Cooling water that circulates, and what is put in for what is lost.
    pub struct CirculatingWater {
        number circulating "Vcr" "冷却水循环量" "circulating water" = shared().at_least(0.0);
        number makeup "Vcf" "系统补充水量" "make-up of the system" = shared().at_least(0.0);
    }
}

metric! {
    /// 间接冷却水循环率, circulation rate of indirect cooling water.
    ///
    /// # Formula
    /// Rc = 100·Vcr / (Vcr + Vcf)
    ///
    /// # Source
    /// Assessment indicators of industrial water and their computation, CJ 42 · 1999; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CirculatingWater, IndirectCoolingRate}, metric::Metric};
    /// let system = CirculatingWater { circulating: 600.0, makeup: 200.0 };
    /// assert_eq!(IndirectCoolingRate::formula(&system), 75.0);
    /// ```
    IndirectCoolingRate("industry.indirect_cooling_rate", "间接冷却水循环率", "Circulation rate, indirect cooling")
    from CirculatingWater;
    gives "Rc" in Percent, 2 decimals;
    source sources::CJ_42;
    check |x| not_both_zero("makeup", x.circulating, x.makeup);
    formula |x, n| percentage_of_both(x.circulating, x.makeup)
}

metric! {
    /// 直接冷却水循环率, circulation rate of direct cooling water.
    ///
    /// # Formula
    /// Rd = 100·Vcr / (Vcr + Vcf)
    ///
    /// # Source
    /// Evaluation guide for water-saving enterprises GB/T 7119 · 2018; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CirculatingWater, DirectCoolingRate}, metric::Metric};
    /// let system = CirculatingWater { circulating: 950.0, makeup: 50.0 };
    /// assert_eq!(DirectCoolingRate::formula(&system), 95.0);
    /// ```
    DirectCoolingRate("industry.direct_cooling_rate", "直接冷却水循环率", "Circulation rate, direct cooling")
    from CirculatingWater;
    gives "Rd" in Percent, 2 decimals;
    source sources::GBT_7119;
    check |x| not_both_zero("makeup", x.circulating, x.makeup);
    formula |x, n| percentage_of_both(x.circulating, x.makeup)
}

metric! {
    /// 废水回用率, reuse rate of waste water.
    ///
    /// # Formula
    /// Kw = 100·Vw / (Vd + Vw)
    ///
    /// # Symbols
    /// - Vw, own waste water treated and used again; Vd, what leaves the enterprise.
    ///
    /// # Source
    /// Evaluation guide for water-saving enterprises GB/T 7119 · 2018; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{WasteWater, WastewaterReuseRate}, metric::Metric, numeric::round};
    /// let plant = WasteWater { reused: 400.0, discharged: 470.0 };
    /// assert_eq!(round(WastewaterReuseRate::formula(&plant), 1), 46.0);
    /// ```
    WastewaterReuseRate("industry.wastewater_reuse_rate", "废水回用率", "Reuse rate of waste water")
    from WasteWater {
        number reused "Vw" "外排废水回用量" "waste water reused" = shared().at_least(0.0);
        number discharged "Vd" "外排水量" "discharge" = shared().at_least(0.0);
    }
    gives "Kw" in Percent, 2 decimals;
    source sources::GBT_7119;
    check |x| not_both_zero("discharged", x.reused, x.discharged);
    formula |x, n| percentage_of_both(x.reused, x.discharged)
}

metric! {
    /// 非常规水资源替代率, share of non-conventional water.
    ///
    /// # Formula
    /// Kh = 100·Vih / (Vi + Vih)
    ///
    /// # Symbols
    /// - Vih, bought reclaimed water, rain, mine water, desalinated water; Vi, intake of conventional water.
    ///
    /// # Source
    /// Evaluation guide for water-saving enterprises GB/T 7119 · 2018; unverified (textbook).
    ///
    /// # Example
    /// 中油热电, 900 MW:
    /// ```
    /// use water_ledger::{industry::{NonconventionalRate, NonconventionalWater}, metric::Metric, numeric::round};
    /// let plant = NonconventionalWater { nonconventional: 2_877_783.0, intake: 8_955_748.0 };
    /// assert_eq!(round(NonconventionalRate::formula(&plant), 1), 24.3);
    /// ```
    NonconventionalRate("industry.nonconventional_rate", "非常规水资源替代率", "Share of non-conventional water")
    from NonconventionalWater {
        number nonconventional "Vih" "非常规水资源取水量" "non-conventional intake" = shared().at_least(0.0);
        number intake "Vi" "取水量" "intake" = shared().at_least(0.0);
    }
    gives "Kh" in Percent, 2 decimals;
    source sources::GBT_7119;
    check |x| not_both_zero("intake", x.nonconventional, x.intake);
    formula |x, n| percentage_of_both(x.nonconventional, x.intake)
}

metric! {
    /// 冷凝水回用率, condensate returned as a share of the steam.
    ///
    /// # Formula
    /// Rb = 100·Vbr·ρ / D
    ///
    /// # Symbols
    /// - Vbr, condensate returned, m³; ρ, its density; D, steam of the same period, t, no less than Vbr·ρ.
    ///
    /// # Source
    /// Evaluation guide for water-saving enterprises GB/T 7119 · 2018; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{Condensate, CondensateRate}, metric::Metric, numeric::round};
    /// let boiler = Condensate { recovered_m3: 600.0, density_t_m3: 0.98, steam_t: 1000.0 };
    /// assert_eq!(round(CondensateRate::formula(&boiler), 6), 58.8);
    /// ```
    CondensateRate("industry.condensate_rate", "冷凝水回用率", "Condensate return rate")
    from Condensate {
        number recovered_m3 "Vbr" "冷凝水回用量" "condensate returned" = in_unit(Unit::CubicMetre).at_least(0.0);
        number density_t_m3 "ρ" "冷凝水密度" "density of condensate" = in_unit(Unit::TonnePerCubicMetre).above(0.0).at_most(1.1);
        number steam_t "D" "产汽量" "steam" = in_unit(Unit::Tonne).above(0.0);
    }
    gives "Rb" in Percent, 2 decimals;
    source sources::GBT_7119;
    check |x| condensate_within(x.recovered_m3 * x.density_t_m3, x.steam_t);
    formula |x, n| n(100.0) * x.recovered_m3 * x.density_t_m3 / x.steam_t
}

metric! {
    /// 冷凝水回用率（按产汽能力与时数）, condensate returned as a share of the steam of a boiler's hours.
    ///
    /// # Formula
    /// Rb = 100·Vbr·ρ / (D·h)
    ///
    /// # Symbols
    /// - Vbr, condensate returned in the year, m³; D, steam of an hour; h, hours of the year.
    ///
    /// # Source
    /// Assessment indicators of industrial water and their computation, CJ 42 · 1999; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CondensateByHours, CondensateRateByHours}, metric::Metric, numeric::round};
    /// let boiler = CondensateByHours { recovered_m3: 30_000.0, density_kg_m3: 960.0, steam_kg_h: 8000.0, hours: 6000.0 };
    /// assert_eq!(round(CondensateRateByHours::formula(&boiler), 6), 60.0);
    /// ```
    CondensateRateByHours("industry.condensate_rate_by_hours", "冷凝水回用率（CJ 42）", "Condensate return rate, CJ 42")
    from CondensateByHours {
        number recovered_m3 "Vbr" "冷凝水年回用量" "condensate returned in the year" = in_unit(Unit::CubicMetre).at_least(0.0);
        number density_kg_m3 "ρ" "冷凝水密度" "density of condensate" = in_unit(Unit::KilogramPerCubicMetre).above(0.0).at_most(1100.0);
        number steam_kg_h "D" "每小时产汽量" "steam of an hour" = in_unit(Unit::KilogramPerHour).above(0.0);
        number hours "h" "年工作小时数" "hours of the year" = in_unit(Unit::Hour).above(0.0).at_most(8784.0);
    }
    gives "Rb" in Percent, 2 decimals;
    source sources::CJ_42;
    check |x| condensate_within(x.recovered_m3 * x.density_kg_m3, x.steam_kg_h * x.hours);
    formula |x, n| n(100.0) * x.recovered_m3 * x.density_kg_m3 / (x.steam_kg_h * x.hours)
}

metric! {
    /// 冷凝水回收率, condensate recovered as a share of the steam, both weighed.
    ///
    /// # Formula
    /// Rb = 100·mb / D
    ///
    /// # Source
    /// Guangxi standard for water-saving units; verified. It asks for more than 50 %.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CondensateRecoveryRate, CondensateWeighed}, metric::Metric};
    /// let boiler = CondensateWeighed { condensate_t: 120.0, steam_t: 200.0 };
    /// assert_eq!(CondensateRecoveryRate::formula(&boiler), 60.0);
    /// ```
    CondensateRecoveryRate("industry.condensate_recovery_rate", "冷凝水回收率", "Condensate recovery rate")
    from CondensateWeighed {
        number condensate_t "mb" "冷凝水回收量" "condensate recovered" = in_unit(Unit::Tonne).at_least(0.0);
        number steam_t "D" "产汽量" "steam" = in_unit(Unit::Tonne).above(0.0);
    }
    gives "Rb" in Percent, 2 decimals;
    order condensate_t <= steam_t, "condensate_above_steam", Key::FaultCondensateAboveSteam;
    source sources::SAVING_UNIT;
    formula |x, n| n(100.0) * x.condensate_t / x.steam_t
}

metric! {
    /// 含硫污水汽提净化水回用率, reuse rate of stripped sour water.
    ///
    /// # Formula
    /// Ks = 100·Vsr / Vs
    ///
    /// # Source
    /// Water-saving enterprises, petroleum refining GB/T 26926 · 2011; verified. It asks for 60
    /// %.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{StrippedWater, StrippedWaterReuseRate}, metric::Metric};
    /// let refinery = StrippedWater { reused: 65.0, stripped: 100.0 };
    /// assert_eq!(StrippedWaterReuseRate::formula(&refinery), 65.0);
    /// ```
    StrippedWaterReuseRate("industry.stripped_water_reuse_rate", "含硫污水汽提净化水回用率", "Reuse rate of stripped sour water")
    from StrippedWater {
        number reused "Vsr" "净化水回用量" "stripped water reused" = shared().at_least(0.0);
        number stripped "Vs" "汽提净化水量" "stripped water" = shared().above(0.0);
    }
    gives "Ks" in Percent, 2 decimals;
    order reused <= stripped, "part_above_total", Key::FaultPartAboveTotal;
    source sources::REFINERY;
    formula |x, n| n(100.0) * x.reused / x.stripped
}

/// More cannot come back as condensate than went out as steam.
fn condensate_within(condensate: f64, steam: f64) -> Result<(), Fault> {
    if condensate > steam {
        return Err(Fault::rule("recovered_m3", "condensate_above_steam", Key::FaultCondensateAboveSteam));
    }
    Ok(())
}
