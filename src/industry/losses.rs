//! 漏失与排放, what leaves without having served, what is discharged, and what staff use.

use super::sources;
use crate::metric::{in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 用水综合漏失率, water lost from pipes and equipment as a share of the intake.
    ///
    /// # Formula
    /// K1 = 100·Vl / Vi
    ///
    /// # Source
    /// Evaluation guide for water-saving enterprises GB/T 7119 · 2018; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{Leakage, LeakageRate}, metric::Metric};
    /// assert_eq!(LeakageRate::formula(&Leakage { leaked: 6.0, intake: 100.0 }), 6.0);
    /// ```
    LeakageRate("industry.leakage_rate", "用水综合漏失率", "Leakage rate")
    from Leakage {
        number leaked "Vl" "漏失水量" "water lost" = shared().at_least(0.0);
        number intake "Vi" "取水量" "intake" = shared().above(0.0);
    }
    gives "K1" in Percent, 2 decimals;
    order leaked <= intake, "part_above_total", Key::FaultPartAboveTotal;
    source sources::GBT_7119;
    formula |x, n| n(100.0) * x.leaked / x.intake
}

metric! {
    /// 用水器具漏失率, fittings that leak as a share of those inspected.
    ///
    /// # Formula
    /// Kf = 100·nl / n
    ///
    /// # Source
    /// Guangxi standard for water-saving units; verified. It asks for 4 % at most.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{FittingLeakageRate, InspectedFittings}, metric::Metric};
    /// assert_eq!(FittingLeakageRate::formula(&InspectedFittings { leaking: 3.0, inspected: 150.0 }), 2.0);
    /// ```
    FittingLeakageRate("industry.fitting_leakage_rate", "用水器具漏失率", "Leaking fittings")
    from InspectedFittings {
        number leaking "nl" "漏水器具数" "fittings that leak" = in_unit(Unit::One).at_least(0.0);
        number inspected "n" "检查器具数" "fittings inspected" = in_unit(Unit::One).above(0.0);
    }
    gives "Kf" in Percent, 2 decimals;
    order leaking <= inspected, "part_above_total", Key::FaultPartAboveTotal;
    source sources::SAVING_UNIT;
    formula |x, n| n(100.0) * x.leaking / x.inspected
}

metric! {
    /// 达标排放率, discharge that meets its standard as a share of all discharge.
    ///
    /// # Formula
    /// K2 = 100·Vd′ / Vd
    ///
    /// # Source
    /// Guide to the targets of a water-saving city · 1997; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{CompliantDischarge, CompliantDischargeRate}, metric::Metric};
    /// let plant = CompliantDischarge { compliant: 470.0, discharged: 470.0 };
    /// assert_eq!(CompliantDischargeRate::formula(&plant), 100.0);
    /// ```
    CompliantDischargeRate("industry.compliant_discharge_rate", "达标排放率", "Compliant discharge rate")
    from CompliantDischarge {
        number compliant "Vd′" "达标排放水量" "compliant discharge" = shared().at_least(0.0);
        number discharged "Vd" "外排水量" "discharge" = shared().above(0.0);
    }
    gives "K2" in Percent, 2 decimals;
    order compliant <= discharged, "part_above_total", Key::FaultPartAboveTotal;
    source sources::SAVING_CITY;
    formula |x, n| n(100.0) * x.compliant / x.discharged
}

metric! {
    /// 排水率, discharge as a share of the intake.
    ///
    /// # Formula
    /// Kd = 100·Vd / Vi
    ///
    /// # Symbols
    /// - Above 100 % only where non-conventional or other water is discharged too.
    ///
    /// # Source
    /// Evaluation guide for water-saving enterprises GB/T 7119 · 2018; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{DischargeRate, IntakeAndDischarge}, metric::Metric};
    /// assert_eq!(DischargeRate::formula(&IntakeAndDischarge { discharged: 470.0, intake: 1000.0 }), 47.0);
    /// ```
    DischargeRate("industry.discharge_rate", "排水率", "Discharge rate")
    from IntakeAndDischarge {
        number discharged "Vd" "外排水量" "discharge" = shared().at_least(0.0);
        number intake "Vi" "取水量" "intake" = shared().above(0.0);
    }
    gives "Kd" in Percent, 2 decimals;
    plausible (0.0, 100.0);
    source sources::GBT_7119;
    formula |x, n| n(100.0) * x.discharged / x.intake
}

metric! {
    /// 新水利用系数, share of the fresh water that is not discharged.
    ///
    /// # Formula
    /// Kf = (Vf − Vd) / Vf
    ///
    /// # Source
    /// Evaluation guide for water-saving enterprises GB/T 7119 · 2018; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{FreshAndDischarge, FreshWaterUtilisation}, metric::Metric, numeric::round};
    /// let plant = FreshAndDischarge { fresh: 1000.0, discharged: 470.0 };
    /// assert_eq!(round(FreshWaterUtilisation::formula(&plant), 4), 0.53);
    /// ```
    FreshWaterUtilisation("industry.fresh_water_utilisation", "新水利用系数", "Utilisation of fresh water")
    from FreshAndDischarge {
        number fresh "Vf" "新水量" "fresh water" = shared().above(0.0);
        number discharged "Vd" "外排水量" "discharge" = shared().at_least(0.0);
    }
    gives "Kf" in One, 4 decimals;
    order discharged <= fresh, "part_above_total", Key::FaultPartAboveTotal;
    source sources::GBT_7119;
    formula |x, n| (x.fresh - x.discharged) / x.fresh
}

metric! {
    /// 中央空调冷却补水率, make-up of an air-conditioning tower as a share of its circulation.
    ///
    /// # Formula
    /// Ka = 100·Vm / Vc
    ///
    /// # Source
    /// Guangxi standard for water-saving units; verified. It asks for 1 % at most.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{AirConditioningMakeupRate, AirConditioningWater}, metric::Metric};
    /// let tower = AirConditioningWater { makeup: 9.0, circulation: 1000.0 };
    /// assert_eq!(AirConditioningMakeupRate::formula(&tower), 0.9);
    /// ```
    AirConditioningMakeupRate("industry.air_conditioning_makeup_rate", "中央空调冷却补水率", "Make-up of air conditioning")
    from AirConditioningWater {
        number makeup "Vm" "冷却补水量" "make-up" = shared().at_least(0.0);
        number circulation "Vc" "冷却循环水量" "circulation" = shared().above(0.0);
    }
    gives "Ka" in Percent, 2 decimals;
    order makeup <= circulation, "part_above_total", Key::FaultPartAboveTotal;
    source sources::SAVING_UNIT;
    formula |x, n| n(100.0) * x.makeup / x.circulation
}

inputs! {
    /// Water of people over days.
    pub struct StaffWater {
        number volume_m3 "Vy" "职工生活新水量" "fresh water of the staff" = in_unit(Unit::CubicMetre).at_least(0.0);
        number staff "n" "职工人数" "staff" = in_unit(Unit::Person).above(0.0);
        number days "d" "天数" "days" = in_unit(Unit::Day).above(0.0);
    }
}

metric! {
    /// 职工人均生活日新水量, daily fresh water of one of the staff.
    ///
    /// # Formula
    /// Vlf = Vy / (n·d)
    ///
    /// # Source
    /// Assessment indicators of industrial water and their computation, CJ 42 · 1999; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{StaffDailyWater, StaffWater}, metric::Metric};
    /// let plant = StaffWater { volume_m3: 7500.0, staff: 250.0, days: 300.0 };
    /// assert_eq!(StaffDailyWater::formula(&plant), 0.1);
    /// ```
    StaffDailyWater("industry.staff_daily_water", "职工人均生活日新水量", "Daily water of one of the staff")
    from StaffWater;
    gives "Vlf" in CubicMetrePerPersonDay, 4 decimals;
    source sources::CJ_42;
    formula |x, n| x.volume_m3 / (x.staff * x.days)
}
