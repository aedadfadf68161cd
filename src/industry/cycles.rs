//! 浓缩倍数, cycles of concentration: as measured, as far as they can go, and what more of them save.

use super::sources;
use crate::metric::{Fault, FaultKind, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

/// Water that is not concentrated needs no blow-down, and no formula of it holds.
fn above_one(key: &'static str, concentrated: f64, fresh: f64) -> Result<(), Fault> {
    if concentrated > fresh {
        Ok(())
    } else {
        Err(Fault::rule(key, "cycles_not_above_one", Key::FaultCyclesNotAboveOne))
    }
}

metric! {
    /// 浓缩倍数（水量法）, cycles of concentration by volumes.
    ///
    /// # Formula
    /// N = Qm / (Qb + Qw)
    ///
    /// # Source
    /// Make-up of circulating cooling water; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CoolingCycles, MakeupAndOutlets}, metric::Metric};
    /// let tower = MakeupAndOutlets { makeup: 152_064.0, blowdown: 23_760.0, drift: 14_256.0 };
    /// assert_eq!(CoolingCycles::formula(&tower), 4.0);
    /// ```
    CoolingCycles("industry.cooling_cycles", "浓缩倍数（水量法）", "Cycles by volumes")
    from MakeupAndOutlets {
        number makeup "Qm" "补充水量" "make-up" = shared().above(0.0);
        number blowdown "Qb" "排污水量" "blow-down" = shared().at_least(0.0);
        number drift "Qw" "风吹损失水量" "drift" = shared().at_least(0.0);
    }
    gives "N" in One, 2 decimals;
    source sources::COOLING;
    check |x| match x.blowdown + x.drift {
        0.0 => Err(Fault::at("blowdown", FaultKind::ZeroDenominator)),
        leaving => above_one("makeup", x.makeup, leaving),
    };
    formula |x, n| x.makeup / (x.blowdown + x.drift)
}

metric! {
    /// 浓缩倍数（电导率法）, cycles of concentration by conductivity, of a tower or a boiler.
    ///
    /// # Formula
    /// N = κb / κm
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified. Where chemicals are dosed, chloride tells better.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{Conductivities, CoolingCyclesConductivity}, metric::Metric};
    /// let tower = Conductivities { makeup_conductivity: 5.0, blowdown_conductivity: 15.0 };
    /// assert_eq!(CoolingCyclesConductivity::formula(&tower), 3.0);
    /// ```
    CoolingCyclesConductivity("industry.cooling_cycles_conductivity", "浓缩倍数（电导率法）", "Cycles by conductivity")
    from Conductivities {
        number makeup_conductivity "κm" "补充水（给水）电导率" "conductivity of what is put in" = shared().above(0.0);
        number blowdown_conductivity "κb" "循环水（排污水）电导率" "conductivity of what is blown down" = shared().above(0.0);
    }
    gives "N" in One, 2 decimals;
    source sources::MEASUR;
    check |x| above_one("blowdown_conductivity", x.blowdown_conductivity, x.makeup_conductivity);
    formula |x, n| x.blowdown_conductivity / x.makeup_conductivity
}

metric! {
    /// 浓缩倍数（氯离子法）, cycles of concentration by chloride or another ion that nothing adds or takes away.
    ///
    /// # Formula
    /// N = Cr / Cm
    ///
    /// # Source
    /// Make-up of circulating cooling water; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{Chlorides, CoolingCyclesChloride}, metric::Metric};
    /// assert_eq!(CoolingCyclesChloride::formula(&Chlorides { makeup_chloride: 40.0, circulating_chloride: 180.0 }), 4.5);
    /// ```
    CoolingCyclesChloride("industry.cooling_cycles_chloride", "浓缩倍数（氯离子法）", "Cycles by chloride")
    from Chlorides {
        number makeup_chloride "Cm" "补充水氯离子浓度" "chloride of the make-up" = shared().above(0.0);
        number circulating_chloride "Cr" "循环水氯离子浓度" "chloride of the circulating water" = shared().above(0.0);
    }
    gives "N" in One, 2 decimals;
    source sources::COOLING;
    check |x| above_one("circulating_chloride", x.circulating_chloride, x.makeup_chloride);
    formula |x, n| x.circulating_chloride / x.makeup_chloride
}

metric! {
    /// 最大浓缩倍数, the cycles that drift alone allows, with no blow-down left.
    ///
    /// # Formula
    /// Nmax = 1 + Qe / Qw
    ///
    /// # Source
    /// Make-up of circulating cooling water; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CoolingMaximumCycles, EvaporationAndDrift}, metric::Metric};
    /// assert_eq!(CoolingMaximumCycles::formula(&EvaporationAndDrift { evaporation: 10.0, drift: 5.0 }), 3.0);
    /// ```
    CoolingMaximumCycles("industry.cooling_maximum_cycles", "最大浓缩倍数", "Cycles that drift allows")
    from EvaporationAndDrift {
        number evaporation "Qe" "蒸发水量" "evaporation" = shared().at_least(0.0);
        number drift "Qw" "风吹损失水量" "drift" = shared().above(0.0);
    }
    gives "Nmax" in One, 2 decimals;
    source sources::COOLING;
    formula |x, n| n(1.0) + x.evaporation / x.drift
}

metric! {
    /// 停留时间, how long water stays in the system.
    ///
    /// # Formula
    /// Td = V / (Qb + Qw)
    ///
    /// # Source
    /// Code for design of industrial recirculating cooling water treatment GB/T 50050 · 2017; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CoolingRetention, SystemVolume}, metric::Metric};
    /// let system = SystemVolume { volume_m3: 3000.0, blowdown_m3_h: 27.5, drift_m3_h: 10.0 };
    /// assert_eq!(CoolingRetention::formula(&system), 80.0);
    /// ```
    CoolingRetention("industry.cooling_retention", "停留时间", "Retention time")
    from SystemVolume {
        number volume_m3 "V" "系统容积" "volume of the system" = in_unit(Unit::CubicMetre).at_least(0.0);
        number blowdown_m3_h "Qb" "排污水量" "blow-down" = in_unit(Unit::CubicMetrePerHour).at_least(0.0);
        number drift_m3_h "Qw" "风吹损失水量" "drift" = in_unit(Unit::CubicMetrePerHour).at_least(0.0);
    }
    gives "Td" in Hour, 1 decimals;
    source sources::GBT_50050;
    check |x| match x.blowdown_m3_h + x.drift_m3_h {
        0.0 => Err(Fault::at("blowdown_m3_h", FaultKind::ZeroDenominator)),
        _ => Ok(()),
    };
    formula |x, n| x.volume_m3 / (x.blowdown_m3_h + x.drift_m3_h)
}

inputs! {
    /// Cycles before and after.
    pub struct CyclesBeforeAndAfter {
        number cycles_before "N1" "改造前浓缩倍数" "cycles before" = in_unit(Unit::One).above(1.0);
        number cycles_after "N2" "改造后浓缩倍数" "cycles after" = in_unit(Unit::One).above(1.0);
    }
}

metric! {
    /// 提高浓缩倍数节约的补充水, share of the make-up that more cycles save at the same evaporation.
    ///
    /// # Formula
    /// s = 100·(N2 − N1) / (N1·(N2 − 1))
    ///
    /// # Source
    /// Salt balance of cooling water; derived. Below zero where cycles fall.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CoolingMakeupSaving, CyclesBeforeAndAfter}, metric::Metric, numeric::round};
    /// let tower = CyclesBeforeAndAfter { cycles_before: 3.0, cycles_after: 6.0 };
    /// assert_eq!(round(CoolingMakeupSaving::formula(&tower), 9), 20.0);
    /// ```
    CoolingMakeupSaving("industry.cooling_makeup_saving", "补充水节水率", "Make-up saved")
    from CyclesBeforeAndAfter;
    gives "s" in Percent, 1 decimals;
    source sources::SALT_BALANCE;
    formula |x, n| {
        n(100.0) * (x.cycles_after - x.cycles_before) / (x.cycles_before * (x.cycles_after - n(1.0)))
    }
}

metric! {
    /// 提高浓缩倍数减少的排污, share of the blow-down and drift that more cycles save at the same evaporation.
    ///
    /// # Formula
    /// s = 100·(1 − (N1 − 1) / (N2 − 1))
    ///
    /// # Source
    /// Salt balance of cooling water; derived. From 3 to 6 cycles it is 60 %, not the 50 % that is often quoted.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CoolingBlowdownSaving, CyclesBeforeAndAfter}, metric::Metric, numeric::round};
    /// let tower = CyclesBeforeAndAfter { cycles_before: 3.0, cycles_after: 6.0 };
    /// assert_eq!(round(CoolingBlowdownSaving::formula(&tower), 9), 60.0);
    /// ```
    CoolingBlowdownSaving("industry.cooling_blowdown_saving", "排污减少率", "Blow-down saved")
    from CyclesBeforeAndAfter;
    gives "s" in Percent, 1 decimals;
    source sources::SALT_BALANCE;
    formula |x, n| n(100.0) * (n(1.0) - (x.cycles_before - n(1.0)) / (x.cycles_after - n(1.0)))
}
