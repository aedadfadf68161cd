//! 循环冷却水水量, a cooling tower's water: evaporation, blow-down and make-up.
//!
//! Two conventions are in use. A, the balance of salt: drift carries salt out as blow-down does, so it is part of what
//! blow-down has to do. B: drift comes on top of the blow-down; larger by the drift. Each metric says which it follows.

use super::sources;
use crate::metric::{Fault, Number, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

inputs! {
    /// Evaporation and cycles of concentration.
    pub struct EvaporationAndCycles {
        number evaporation "Qe" "蒸发水量" "evaporation" = shared().at_least(0.0);
        number cycles "N" "浓缩倍数" "cycles of concentration" = in_unit(Unit::One).above(1.0);
    }
}

inputs! {
    /// Evaporation, drift and cycles of concentration.
    pub struct EvaporationDriftAndCycles {
        number evaporation "Qe" "蒸发水量" "evaporation" = shared().at_least(0.0);
        number drift "Qw" "风吹损失水量" "drift" = shared().at_least(0.0);
        number cycles "N" "浓缩倍数" "cycles of concentration" = in_unit(Unit::One).above(1.0);
    }
}

/// What has to leave with its salt, so that the water is concentrated N times.
fn salt_outlet<N: Number>(evaporation: N, cycles: N) -> N {
    evaporation / (cycles - N::from(1.0))
}

/// What has to come in, all that leaves with salt counted as one.
fn salt_makeup<N: Number>(evaporation: N, cycles: N) -> N {
    evaporation * cycles / (cycles - N::from(1.0))
}

metric! {
    /// 冷却塔蒸发系数（插值）, evaporation coefficient between two temperatures of a table.
    ///
    /// # Formula
    /// k = k1 + (k2 − k1)·(θ − θ1) / (θ2 − θ1)
    ///
    /// # Symbols
    /// - θ, dry-bulb temperature of the air, θ1 < θ2; the table `cooling.evaporation` stands in the catalogue.
    ///
    /// # Source
    /// Code for design of industrial recirculating cooling water treatment GB/T 50050 · 2017; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{BetweenTemperatures, CoolingEvaporationCoefficientBetween}, metric::Metric, numeric::round};
    /// let air = BetweenTemperatures { air_c: 25.0, low_c: 20.0, low_k: 0.0014, high_c: 30.0, high_k: 0.0015 };
    /// assert_eq!(round(CoolingEvaporationCoefficientBetween::formula(&air), 5), 0.00145);
    /// ```
    CoolingEvaporationCoefficientBetween("industry.cooling_evaporation_coefficient_between", "蒸发系数（表中插值）", "Evaporation coefficient, interpolated")
    from BetweenTemperatures {
        number air_c "θ" "进塔空气干球温度" "dry-bulb temperature of the air" = in_unit(Unit::DegreeCelsius);
        number low_c "θ1" "表中较低气温" "lower temperature of the table" = in_unit(Unit::DegreeCelsius);
        number low_k "k1" "较低气温的蒸发系数" "coefficient there" = in_unit(Unit::PerDegreeCelsius).above(0.0);
        number high_c "θ2" "表中较高气温" "higher temperature of the table" = in_unit(Unit::DegreeCelsius);
        number high_k "k2" "较高气温的蒸发系数" "coefficient there" = in_unit(Unit::PerDegreeCelsius).above(0.0);
    }
    gives "k" in PerDegreeCelsius, 5 decimals;
    source sources::GBT_50050;
    check |x| match x.low_c < x.high_c {
        true => Ok(()),
        false => Err(Fault::rule("high_c", "temperatures_not_rising", Key::FaultTemperaturesNotRising)),
    };
    formula |x, n| x.low_k + (x.high_k - x.low_k) * (x.air_c - x.low_c) / (x.high_c - x.low_c)
}

metric! {
    /// 冷却塔蒸发系数（手册式）, evaporation coefficient of the handbook, slightly above the table of the standard.
    ///
    /// # Formula
    /// k = 0.001 + 0.00002·θ
    ///
    /// # Source
    /// Make-up of circulating cooling water; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{Air, CoolingEvaporationCoefficientHandbook}, metric::Metric, numeric::round};
    /// assert_eq!(round(CoolingEvaporationCoefficientHandbook::formula(&Air { air_c: 30.0 }), 6), 0.0016);
    /// ```
    CoolingEvaporationCoefficientHandbook("industry.cooling_evaporation_coefficient_handbook", "蒸发系数（手册式）", "Evaporation coefficient, handbook")
    from Air {
        number air_c "θ" "进塔空气干球温度" "dry-bulb temperature of the air" = in_unit(Unit::DegreeCelsius).at_least(-20.0).at_most(50.0);
    }
    gives "k" in PerDegreeCelsius, 5 decimals;
    source sources::COOLING;
    formula |x, n| n(0.001) + n(0.00002) * x.air_c
}

metric! {
    /// 蒸发水量, evaporation of a tower.
    ///
    /// # Formula
    /// Qe = k·Δt·Q
    ///
    /// # Symbols
    /// - Δt, water in less water out; Q, circulation; Qe in the unit of Q.
    ///
    /// # Source
    /// Code for design of industrial recirculating cooling water treatment GB/T 50050 · 2017; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CoolingEvaporation, CoolingLoad}, metric::Metric, numeric::round};
    /// let tower = CoolingLoad { coefficient_per_c: 0.0014, delta_t_c: 8.0, circulation: 10_000.0 };
    /// assert_eq!(round(CoolingEvaporation::formula(&tower), 6), 112.0);
    /// ```
    CoolingEvaporation("industry.cooling_evaporation", "蒸发水量", "Evaporation of a tower")
    from CoolingLoad {
        number coefficient_per_c "k" "蒸发系数" "evaporation coefficient" = in_unit(Unit::PerDegreeCelsius).above(0.0).below(0.1);
        number delta_t_c "Δt" "进出塔水温差" "water in less water out" = in_unit(Unit::DegreeCelsius).at_least(0.0).at_most(100.0);
        number circulation "Q" "循环水量" "circulation" = shared().at_least(0.0);
    }
    gives "Qe" shared, 6 significant;
    source sources::GBT_50050;
    formula |x, n| x.coefficient_per_c * x.delta_t_c * x.circulation
}

metric! {
    /// 风吹损失水量, drift of a tower.
    ///
    /// # Formula
    /// Qw = Q·w
    ///
    /// # Symbols
    /// - Q, circulation, any unit of flow; w, drift as a share of it, 0 ≤ w < 1, of which the catalogue has ranges
    ///   (`cooling.drift`).
    ///
    /// # Source
    /// Code for design of industrial recirculating cooling water treatment GB/T 50050 · 2017; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CirculationAndDrift, CoolingDrift}, metric::Metric};
    /// assert_eq!(CoolingDrift::formula(&CirculationAndDrift { circulation: 10000.0, drift: 0.001 }), 10.0);
    /// ```
    CoolingDrift("industry.cooling_drift", "风吹损失水量", "Drift of a tower")
    from CirculationAndDrift {
        number circulation "Q" "循环水量" "circulation" = shared().at_least(0.0);
        number drift "w" "风吹损失率" "drift as a share" = in_unit(Unit::One).at_least(0.0).below(1.0);
    }
    gives "Qw" shared, 6 significant;
    source sources::GBT_50050;
    formula |x, n| x.circulation * x.drift
}

metric! {
    /// 排污水量, blow-down by the balance of salt (convention A).
    ///
    /// # Formula
    /// Qb = max(Qe / (N − 1) − Qw, 0)
    ///
    /// # Symbols
    /// - Where drift alone carries out more salt than N asks for, there is no blow-down, and the real cycles stay at 1 + Qe/Qw.
    ///
    /// # Source
    /// Make-up of circulating cooling water; verified.
    ///
    /// # Example
    /// A US factory, printed 23,760 gal/d:
    /// ```
    /// use water_ledger::{industry::{CoolingBlowdown, EvaporationDriftAndCycles}, metric::Metric};
    /// let tower = EvaporationDriftAndCycles { evaporation: 114_048.0, drift: 14_256.0, cycles: 4.0 };
    /// assert_eq!(CoolingBlowdown::formula(&tower), 23_760.0);
    /// ```
    CoolingBlowdown("industry.cooling_blowdown", "排污水量（盐平衡）", "Blow-down, salt balance")
    from EvaporationDriftAndCycles;
    gives "Qb" shared, 6 significant;
    source sources::COOLING;
    formula |x, n| (salt_outlet(x.evaporation, x.cycles) - x.drift).max_of(n(0.0))
}

metric! {
    /// 补充水量, make-up by the balance of salt (convention A), as long as drift does not limit the cycles.
    ///
    /// # Formula
    /// Qm = Qe·N / (N − 1)
    ///
    /// # Source
    /// Make-up of circulating cooling water; verified.
    ///
    /// # Example
    /// The same factory, printed 152,064 gal/d:
    /// ```
    /// use water_ledger::{industry::{CoolingMakeup, EvaporationAndCycles}, metric::Metric};
    /// let tower = EvaporationAndCycles { evaporation: 114_048.0, cycles: 4.0 };
    /// assert_eq!(CoolingMakeup::formula(&tower), 152_064.0);
    /// ```
    CoolingMakeup("industry.cooling_makeup", "补充水量（盐平衡）", "Make-up, salt balance")
    from EvaporationAndCycles;
    gives "Qm" shared, 6 parts;
    source sources::COOLING;
    formula |x, n| salt_makeup(x.evaporation, x.cycles)
}

metric! {
    /// 补充水量（计风吹限制）, make-up by the balance of salt (convention A), with drift as the least that leaves.
    ///
    /// # Formula
    /// Qm = max(Qe·N / (N − 1), Qe + Qw)
    ///
    /// # Source
    /// Make-up of circulating cooling water; verified.
    ///
    /// # Example
    /// Cycles of 6 cannot be reached, drift limits them to 3:
    /// ```
    /// use water_ledger::{industry::{CoolingMakeupLimited, EvaporationDriftAndCycles}, metric::Metric};
    /// let tower = EvaporationDriftAndCycles { evaporation: 10.0, drift: 5.0, cycles: 6.0 };
    /// assert_eq!(CoolingMakeupLimited::formula(&tower), 15.0);
    /// ```
    CoolingMakeupLimited("industry.cooling_makeup_limited", "补充水量（盐平衡，计风吹限制）", "Make-up, salt balance limited by drift")
    from EvaporationDriftAndCycles;
    gives "Qm" shared, 6 significant;
    source sources::COOLING;
    formula |x, n| salt_makeup(x.evaporation, x.cycles).max_of(x.evaporation + x.drift)
}

metric! {
    /// 排污水量（风吹另计）, blow-down with drift on top (convention B).
    ///
    /// # Formula
    /// Qb = Qe / (N − 1)
    ///
    /// # Source
    /// Cooling water calculation with drift on top (GB/T 50746); verified. Larger than [`CoolingBlowdown`] by the
    /// drift.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CoolingBlowdownDriftAdded, EvaporationAndCycles}, metric::Metric, numeric::round};
    /// let tower = EvaporationAndCycles { evaporation: 112.0, cycles: 4.0 };
    /// assert_eq!(round(CoolingBlowdownDriftAdded::formula(&tower), 2), 37.33);
    /// ```
    CoolingBlowdownDriftAdded("industry.cooling_blowdown_drift_added", "排污水量（风吹另计）", "Blow-down, drift on top")
    from EvaporationAndCycles;
    gives "Qb" shared, 6 significant;
    source sources::DRIFT_ADDED;
    formula |x, n| salt_outlet(x.evaporation, x.cycles)
}

/// Make-up with drift on top of the blow-down; the US form of a tower's water uses it too.
pub(super) fn makeup_drift_added<N: Number>(evaporation: N, drift: N, cycles: N) -> N {
    evaporation + drift + salt_outlet(evaporation, cycles)
}

metric! {
    /// 补充水量（风吹另计）, make-up with drift on top (convention B).
    ///
    /// # Formula
    /// Qm = Qe + Qw + Qe / (N − 1)
    ///
    /// # Source
    /// Cooling water calculation with drift on top (GB/T 50746); verified. Larger than [`CoolingMakeup`] by the drift.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CoolingMakeupDriftAdded, EvaporationDriftAndCycles}, metric::Metric, numeric::round};
    /// let tower = EvaporationDriftAndCycles { evaporation: 112.0, drift: 10.0, cycles: 4.0 };
    /// assert_eq!(round(CoolingMakeupDriftAdded::formula(&tower), 2), 159.33);
    /// ```
    CoolingMakeupDriftAdded("industry.cooling_makeup_drift_added", "补充水量（风吹另计）", "Make-up, drift on top")
    from EvaporationDriftAndCycles;
    gives "Qm" shared, 6 significant;
    source sources::DRIFT_ADDED;
    formula |x, n| makeup_drift_added(x.evaporation, x.drift, x.cycles)
}

metric! {
    /// 补充水量（各项之和）, make-up as what it has to replace: evaporation, drift, blow-down and leaks.
    ///
    /// # Formula
    /// Qm = Qe + Qw + Qb + Ql
    ///
    /// # Source
    /// Make-up of circulating cooling water; verified. Always true, whatever the convention.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CoolingLosses, CoolingMakeupSum}, metric::Metric, numeric::round};
    /// let tower = CoolingLosses { evaporation: 112.0, drift: 10.0, blowdown: 27.33, leaks: 0.0 };
    /// assert_eq!(round(CoolingMakeupSum::formula(&tower), 6), 149.33);
    /// ```
    CoolingMakeupSum("industry.cooling_makeup_sum", "补充水量（各项之和）", "Make-up, sum of what leaves")
    from CoolingLosses {
        number evaporation "Qe" "蒸发水量" "evaporation" = shared().at_least(0.0);
        number drift "Qw" "风吹损失水量" "drift" = shared().at_least(0.0);
        number blowdown "Qb" "排污水量" "blow-down" = shared().at_least(0.0);
        number leaks "Ql" "渗漏损失水量" "leaks" = shared().at_least(0.0).or(0.0);
    }
    gives "Qm" shared, 6 significant;
    source sources::COOLING;
    formula |x, n| x.evaporation + x.drift + x.blowdown + x.leaks
}
