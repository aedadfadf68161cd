//! 单位管网, the pipes of an institution: what its meters explain, what is lost, and what leaks while everybody sleeps.

use super::sources;
use crate::metric::{Number, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 分表计量率, what the second-level meters add up to, as a share of the main meter.
    ///
    /// # Formula
    /// Rs = 100·V2 / V1
    ///
    /// # Symbols
    /// - Above 100 the meters disagree, which happens within their accuracy; so it is not refused.
    ///
    /// # Source
    /// Guizhou school of finance, logistics · 2003; verified.
    ///
    /// # Example
    /// January 2003, printed 98.01 %:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{SubMeterRate, SubMeters}};
    /// assert_eq!(round(SubMeterRate::formula(&SubMeters { sub: 10_605.0, main: 10_820.0 }), 2), 98.01);
    /// ```
    SubMeterRate("unit.submeter_rate", "分表计量率", "Share of sub-meters in the main meter")
    from SubMeters {
        number sub "V2" "各分表水量合计" "sum of the sub-meters" = shared().at_least(0.0);
        number main "V1" "总表水量" "main meter" = shared().above(0.0);
    }
    gives "Rs" in Percent, 2 decimals;
    plausible (0.0, 105.0);
    source sources::GUIZHOU_SCHOOL;
    formula |x, n| n(100.0) * x.sub / x.main
}

metric! {
    /// 管网漏损率, what is supplied and not used, as a share of what is supplied.
    ///
    /// # Formula
    /// Rw = 100·(Vs − Vu) / Vs
    ///
    /// # Source
    /// Tianyi high school, water-saving results (application after DB32/T 2946) · 2016; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, institution::{NetworkLeakRate, SuppliedAndUsed}};
    /// assert_eq!(NetworkLeakRate::formula(&SuppliedAndUsed { supplied: 1000.0, used: 980.0 }), 2.0);
    /// ```
    NetworkLeakRate("unit.network_leak_rate", "管网漏损率", "Leakage of the network")
    from SuppliedAndUsed {
        number supplied "Vs" "供水量" "water supplied" = shared().above(0.0);
        number used "Vu" "有效用水量" "water used" = shared().at_least(0.0);
    }
    gives "Rw" in Percent, 2 decimals;
    order used <= supplied, "part_above_total", Key::FaultPartAboveTotal;
    source sources::TIANYI;
    formula |x, n| n(100.0) * (x.supplied - x.used) / x.supplied
}

metric! {
    /// 夜间漏水流量, what still flows at night when nobody should draw water.
    ///
    /// # Formula
    /// Ql = Σ Qmin / n − Qn
    ///
    /// # Symbols
    /// - Qmin, the n lowest flows within the night window, see [`lowest_night_flows`](crate::metering::lowest_night_flows); Qn, what is rightly used at night:
    ///   boilers, duty rooms, automatic flushing. Below zero, more was allowed for than flows.
    ///
    /// # Source
    /// Minimum night flow method, common practice; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{NightFlows, NightLeakFlow}};
    /// let campus = NightFlows { lowest_flows: vec![3.2, 3.0, 3.1], legitimate: 0.6 };
    /// assert_eq!(round(NightLeakFlow::formula(&campus), 6), 2.5);
    /// ```
    NightLeakFlow("unit.night_leak_flow", "夜间漏水流量", "Leak by the night flow")
    from NightFlows {
        list lowest_flows "Qmin" "夜间最低流量" "lowest flows of the night" = in_unit(Unit::CubicMetrePerHour).at_least(0.0);
        number legitimate "Qn" "夜间合理用水流量" "rightful use at night" = in_unit(Unit::CubicMetrePerHour).at_least(0.0);
    }
    gives "Ql" in CubicMetrePerHour, 2 decimals;
    source sources::NIGHT_FLOW;
    formula |x, n| {
        Number::sum(x.lowest_flows.iter().copied()) / n(x.lowest_flows.len() as f64) - x.legitimate
    }
}

metric! {
    /// 按夜间流量推算的有效用水量, what is used of the water supplied if the leak of the night runs all day.
    ///
    /// # Formula
    /// Vu = Vs − 24·d·Ql
    ///
    /// # Symbols
    /// - Pressure is highest at night, and so is a leak: this counts too much rather than too little of it.
    ///
    /// # Source
    /// Minimum night flow method, common practice; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, institution::{SuppliedAndLeak, UsedByNightFlow}};
    /// let campus = SuppliedAndLeak { supplied: 300_000.0, leak: 2.5, days: 365.0 };
    /// assert_eq!(UsedByNightFlow::formula(&campus), 278_100.0);
    /// ```
    UsedByNightFlow("unit.used_by_night_flow", "按夜间流量推算的有效用水量", "Water used, by the night flow")
    from SuppliedAndLeak {
        number supplied "Vs" "供水量" "water supplied" = in_unit(Unit::CubicMetre).above(0.0);
        number leak "Ql" "夜间漏水流量" "leak by the night flow" = in_unit(Unit::CubicMetrePerHour);
        number days "d" "天数" "days" = in_unit(Unit::Day).above(0.0).at_most(366.0);
    }
    gives "Vu" in CubicMetre, 6 significant;
    source sources::NIGHT_FLOW;
    formula |x, n| x.supplied - n(24.0) * x.days * x.leak
}
