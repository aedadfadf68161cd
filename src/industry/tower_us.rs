//! 美制冷却塔计算, towers in US units, as the published cases have them. Their constants differ from Chinese practice.

use super::cooling::makeup_drift_added;
use super::{
    Conductivities, CoolingBlowdownDriftAdded, CoolingCyclesConductivity, CoolingMakeup,
    EvaporationAndCycles, sources,
};
use crate::metric::{Figure, Outcome, calculation, in_unit, metric};
use crate::quantity::Unit;

metric! {
    /// 蒸发水量（美制）, evaporation of a tower by its range: a thousandth of the circulation by °F.
    ///
    /// # Formula
    /// E = 1440·0.001·R·ΔT
    ///
    /// # Symbols
    /// - R, circulation, gal/min; ΔT, water in less water out, °F.
    ///
    /// # Source
    /// US rule for the evaporation of a tower; verified.
    ///
    /// # Example
    /// A US factory, printed 114,048 gal/d:
    /// ```
    /// use water_ledger::{industry::{CirculationAndRange, CoolingEvaporationUs}, metric::Metric, numeric::round};
    /// let tower = CirculationAndRange { circulation_gpm: 9900.0, range_f: 8.0 };
    /// assert_eq!(round(CoolingEvaporationUs::formula(&tower), 6), 114_048.0);
    /// ```
    CoolingEvaporationUs("industry.cooling_evaporation_us", "蒸发水量（美制）", "Evaporation of a tower, US")
    from CirculationAndRange {
        number circulation_gpm "R" "循环水量" "circulation" = in_unit(Unit::GallonPerMinute).at_least(0.0);
        number range_f "ΔT" "进出塔水温差" "water in less water out" = in_unit(Unit::DegreeFahrenheit).at_least(0.0);
    }
    gives "E" in GallonPerDay, 0 decimals;
    source sources::EVAPORATION_US;
    formula |x, n| n(1440.0) * n(0.001) * x.circulation_gpm * x.range_f
}

metric! {
    /// 冷却塔用水量（美制，风吹另计）, water of a tower by its load, with drift on top (convention B).
    ///
    /// # Formula
    /// V = 60·h·(E + d·R + E / (N − 1)), E = c·0.01·L·10⁶ / 5000
    ///
    /// # Symbols
    /// - L, load; c, correction of evaporation; R, circulation, gal/min; d, drift as a fraction of it; h, hours.
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{TowerByLoad, TowerWaterUs}, metric::Metric, numeric::round};
    /// let tower = TowerByLoad {
    ///     flow_gpm: 2500.0, load_mmbtu_h: 10.0, hours: 1000.0, correction: 1.0, cycles: 3.0, drift_fraction: 0.002,
    /// };
    /// assert_eq!(round(TowerWaterUs::formula(&tower), 3), 2_100_000.0);
    /// ```
    TowerWaterUs("industry.tower_water_us", "冷却塔用水量（美制，风吹另计）", "Water of a tower, US, drift on top")
    from TowerByLoad {
        number flow_gpm "R" "循环水量" "circulation" = in_unit(Unit::GallonPerMinute).at_least(0.0);
        number load_mmbtu_h "L" "冷却负荷" "load" = in_unit(Unit::MillionBtuPerHour).at_least(0.0);
        number hours "h" "运行小时数" "hours" = in_unit(Unit::Hour).at_least(0.0);
        number correction "c" "蒸发修正系数" "correction of evaporation" = in_unit(Unit::One).above(0.0).or(1.0);
        number cycles "N" "浓缩倍数" "cycles of concentration" = in_unit(Unit::One).above(1.0);
        number drift_fraction "d" "风吹损失率" "drift as a fraction" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    gives "V" in Gallon, 0 decimals;
    source sources::MEASUR;
    formula |x, n| {
        let evaporation = x.correction * n(0.01) * x.load_mmbtu_h * n(1e6) / n(5000.0);
        n(60.0) * x.hours * makeup_drift_added(evaporation, x.drift_fraction * x.flow_gpm, x.cycles)
    }
}

metric! {
    /// 冷却塔循环水总量（美制）, water that passes a tower, three gal/min by ton.
    ///
    /// # Formula
    /// G = 3·60·h·T·l
    ///
    /// # Symbols
    /// - T, tonnage; l, load factor; h, hours.
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{TowerGrossUs, TowerTonnage}, metric::Metric};
    /// let tower = TowerTonnage { hours: 2000.0, tonnage: 5.0, load_factor: 0.2 };
    /// assert_eq!(TowerGrossUs::formula(&tower), 360_000.0);
    /// ```
    TowerGrossUs("industry.tower_gross_us", "冷却塔循环水总量（美制）", "Water that passes a tower, US")
    from TowerTonnage {
        number hours "h" "运行小时数" "hours" = in_unit(Unit::Hour).at_least(0.0);
        number tonnage "T" "制冷量" "tonnage" = in_unit(Unit::RefrigerationTon).at_least(0.0);
        number load_factor "l" "负荷率" "load factor" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    gives "G" in Gallon, 0 decimals;
    source sources::MEASUR;
    formula |x, n| n(3.0) * n(60.0) * x.hours * x.tonnage * x.load_factor
}

metric! {
    /// 蒸发水量（按每 10 °F）, evaporation as a share of what passes the tower by every ten degrees.
    ///
    /// # Formula
    /// E = e·ΔT·G / 10
    ///
    /// # Symbols
    /// - e, share evaporated by 10 °F, about 0.01; G, water that passes the tower.
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{EvaporationShare, TowerEvaporationUs}, metric::Metric};
    /// let tower = EvaporationShare { gross_gal: 360_000.0, evaporation_per_10f: 0.2, temperature_drop_f: 10.0 };
    /// assert_eq!(TowerEvaporationUs::formula(&tower), 72_000.0);
    /// ```
    TowerEvaporationUs("industry.tower_evaporation_us", "蒸发水量（按每 10 °F）", "Evaporation by ten degrees, US")
    from EvaporationShare {
        number gross_gal "G" "循环水总量" "water that passes the tower" = in_unit(Unit::Gallon).at_least(0.0);
        number evaporation_per_10f "e" "每 10 °F 蒸发率" "share evaporated by 10 °F" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number temperature_drop_f "ΔT" "进出塔水温差" "water in less water out" = in_unit(Unit::DegreeFahrenheit).at_least(0.0);
    }
    gives "E" in Gallon, 0 decimals;
    source sources::MEASUR;
    formula |x, n| x.evaporation_per_10f * x.temperature_drop_f * x.gross_gal / n(10.0)
}

calculation! {
    /// 冷却塔损失（美制，不计风吹）, what a tower evaporates, blows down and takes in, drift left out.
    ///
    /// # Formula
    /// [`TowerGrossUs`], [`TowerEvaporationUs`], [`CoolingCyclesConductivity`], [`CoolingMakeup`],
    /// [`CoolingBlowdownDriftAdded`]
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let asked = r#"[{"metric": "industry.tower_loss_ideal", "inputs": {"hours": 2000, "tonnage": 5, "load_factor": 0.2,
    ///     "evaporation_per_10f": 0.2, "temperature_drop_f": 10, "makeup_conductivity": 5, "blowdown_conductivity": 15}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// assert_eq!(answers[0]["value"]["makeup_gal"], 108_000.0);
    /// ```
    TowerLossIdeal("industry.tower_loss_ideal", "冷却塔损失（美制，不计风吹）", "What a tower loses, US, without drift")
    from TowerWithoutDrift {
        number hours "h" "运行小时数" "hours" = in_unit(Unit::Hour).at_least(0.0);
        number tonnage "T" "制冷量" "tonnage" = in_unit(Unit::RefrigerationTon).at_least(0.0);
        number load_factor "l" "负荷率" "load factor" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number evaporation_per_10f "e" "每 10 °F 蒸发率" "share evaporated by 10 °F" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number temperature_drop_f "ΔT" "进出塔水温差" "water in less water out" = in_unit(Unit::DegreeFahrenheit).at_least(0.0);
        number makeup_conductivity "κm" "补充水电导率" "conductivity of the make-up" = in_unit(Unit::MicrosiemensPerCentimetre).above(0.0);
        number blowdown_conductivity "κb" "排污水电导率" "conductivity of the blow-down" = in_unit(Unit::MicrosiemensPerCentimetre).above(0.0);
    }
    source sources::MEASUR;
    compute |x| {
        let tonnage = TowerTonnage {
            hours: x.hours.clone(), tonnage: x.tonnage.clone(), load_factor: x.load_factor.clone(),
        };
        let gross = Figure::computed(&TowerGrossUs, tonnage)?;
        let share = EvaporationShare {
            gross_gal: gross.clone(),
            evaporation_per_10f: x.evaporation_per_10f.clone(),
            temperature_drop_f: x.temperature_drop_f.clone(),
        };
        let evaporation = Figure::computed(&TowerEvaporationUs, share)?;
        let conductivities = Conductivities {
            makeup_conductivity: x.makeup_conductivity.clone(),
            blowdown_conductivity: x.blowdown_conductivity.clone(),
        };
        let cycles = Figure::computed(&CoolingCyclesConductivity, conductivities)?;
        let both = EvaporationAndCycles { evaporation: evaporation.clone(), cycles: cycles.clone() };
        Ok(Outcome::Several(vec![
            ("gross_gal", gross),
            ("evaporation_gal", evaporation),
            ("cycles", cycles),
            ("makeup_gal", Figure::computed(&CoolingMakeup, both.clone())?),
            ("blowdown_gal", Figure::computed(&CoolingBlowdownDriftAdded, both)?),
        ]))
    }
}
