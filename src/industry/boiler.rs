//! 锅炉与余热, boilers, steam and the heat that leaves with water, in US units as the published cases have them.

use super::{BalanceResidual, Conductivities, CoolingCyclesConductivity, InsAndOuts, sources};
use crate::metric::{Fault, Figure, Outcome, calculation, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 锅炉给水总量（美制）, all water that goes into a boiler: its steam and its blow-down.
    ///
    /// # Formula
    /// G = 0.002·60·h·P·l·s·N / (N − 1)
    ///
    /// # Symbols
    /// - P, power; l, load factor; s, steam by power; h, hours; 0.002·60 = 0.12 gal by lb of steam.
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{BoilerGross, BoilerLoad}, metric::Metric, numeric::round};
    /// let boiler = BoilerLoad {
    ///     hours: 2000.0, power_hp: 5.0, load_factor: 0.2, steam_per_power_lb_h_hp: 0.2, cycles: 6.0,
    /// };
    /// assert_eq!(round(BoilerGross::formula(&boiler), 9), 57.6);
    /// ```
    BoilerGross("industry.boiler_gross", "锅炉给水总量（美制）", "Feed water of a boiler, US")
    from BoilerLoad {
        number hours "h" "运行小时数" "hours" = in_unit(Unit::Hour).at_least(0.0);
        number power_hp "P" "锅炉功率" "power" = in_unit(Unit::BoilerHorsepower).at_least(0.0);
        number load_factor "l" "负荷率" "load factor" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number steam_per_power_lb_h_hp "s" "单位功率产汽量" "steam by power" = in_unit(Unit::PoundPerHourHorsepower).at_least(0.0);
        number cycles "N" "浓缩倍数" "cycles of concentration" = in_unit(Unit::One).above(1.0);
    }
    gives "G" in Gallon, 2 decimals;
    source sources::MEASUR;
    formula |x, n| {
        let steam = n(0.002) * n(60.0) * x.hours * x.power_hp * x.load_factor * x.steam_per_power_lb_h_hp;
        steam * x.cycles / (x.cycles - n(1.0))
    }
}

metric! {
    /// 锅炉补充水量, make-up of a boiler, from the conductivity of its feed water, a mixture of make-up and condensate.
    ///
    /// # Formula
    /// M = G·κf / κm
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{BoilerFeed, BoilerMakeup}, metric::Metric, numeric::round};
    /// let boiler = BoilerFeed { gross: 57.6, feedwater_conductivity: 2.5, makeup_conductivity: 5.0 };
    /// assert_eq!(round(BoilerMakeup::formula(&boiler), 9), 28.8);
    /// ```
    BoilerMakeup("industry.boiler_makeup", "锅炉补充水量", "Make-up of a boiler")
    from BoilerFeed {
        number gross "G" "给水总量" "feed water" = shared().at_least(0.0);
        number feedwater_conductivity "κf" "给水电导率" "conductivity of the feed water" = in_unit(Unit::MicrosiemensPerCentimetre).above(0.0);
        number makeup_conductivity "κm" "补充水电导率" "conductivity of the make-up" = in_unit(Unit::MicrosiemensPerCentimetre).above(0.0);
    }
    gives "M" shared, 6 significant;
    order feedwater_conductivity <= makeup_conductivity, "feed_above_makeup", Key::FaultFeedAboveMakeup;
    source sources::MEASUR;
    formula |x, n| x.gross * x.feedwater_conductivity / x.makeup_conductivity
}

metric! {
    /// 锅炉排污量, blow-down of a boiler.
    ///
    /// # Formula
    /// B = G / N
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{BoilerBlowdown, FeedAndCycles}, metric::Metric, numeric::round};
    /// assert_eq!(round(BoilerBlowdown::formula(&FeedAndCycles { gross: 57.6, cycles: 6.0 }), 9), 9.6);
    /// ```
    BoilerBlowdown("industry.boiler_blowdown", "锅炉排污量", "Blow-down of a boiler")
    from FeedAndCycles {
        number gross "G" "给水总量" "feed water" = shared().at_least(0.0);
        number cycles "N" "浓缩倍数" "cycles of concentration" = in_unit(Unit::One).above(1.0);
    }
    gives "B" shared, 6 significant;
    source sources::MEASUR;
    formula |x, n| x.gross / x.cycles
}

metric! {
    /// 锅炉补水比例, make-up as a fraction of the feed water.
    ///
    /// # Formula
    /// m = M / G
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{BoilerMakeupFraction, MakeupAndFeed}, metric::Metric};
    /// assert_eq!(BoilerMakeupFraction::formula(&MakeupAndFeed { makeup: 28.8, gross: 57.6 }), 0.5);
    /// ```
    BoilerMakeupFraction("industry.boiler_makeup_fraction", "锅炉补水比例", "Make-up as a fraction of the feed water")
    from MakeupAndFeed {
        number makeup "M" "补充水量" "make-up" = shared().at_least(0.0);
        number gross "G" "给水总量" "feed water" = shared().above(0.0);
    }
    gives "m" in One, 4 decimals;
    order makeup <= gross, "part_above_total", Key::FaultPartAboveTotal;
    source sources::MEASUR;
    formula |x, n| x.makeup / x.gross
}

calculation! {
    /// 锅炉水平衡（美制）, the water of a boiler from three conductivities.
    ///
    /// # Formula
    /// [`CoolingCyclesConductivity`], [`BoilerGross`], [`BoilerMakeup`], [`BoilerBlowdown`], [`BoilerMakeupFraction`]; steam
    /// lost is make-up less blow-down, condensate feed water less make-up, by [`BalanceResidual`]
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, numeric::round, text::Language};
    /// let asked = r#"[{"metric": "industry.boiler_water", "inputs": {"hours": 2000, "power_hp": 5, "load_factor": 0.2,
    ///     "steam_per_power_lb_h_hp": 0.2, "feedwater_conductivity": 2.5, "makeup_conductivity": 5,
    ///     "blowdown_conductivity": 15}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// let lost = answers[0]["value"]["steam_loss_gal"].as_f64().expect("a number");
    /// assert_eq!(round(lost, 6), 19.2);
    /// ```
    BoilerWater("industry.boiler_water", "锅炉水平衡（美制）", "Water of a boiler, US")
    from BoilerConductivities {
        number hours "h" "运行小时数" "hours" = in_unit(Unit::Hour).above(0.0);
        number power_hp "P" "锅炉功率" "power" = in_unit(Unit::BoilerHorsepower).above(0.0);
        number load_factor "l" "负荷率" "load factor" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number steam_per_power_lb_h_hp "s" "单位功率产汽量" "steam by power" = in_unit(Unit::PoundPerHourHorsepower).above(0.0);
        number feedwater_conductivity "κf" "给水电导率" "conductivity of the feed water" = in_unit(Unit::MicrosiemensPerCentimetre).above(0.0);
        number makeup_conductivity "κm" "补充水电导率" "conductivity of the make-up" = in_unit(Unit::MicrosiemensPerCentimetre).above(0.0);
        number blowdown_conductivity "κb" "排污水电导率" "conductivity of the blow-down" = in_unit(Unit::MicrosiemensPerCentimetre).above(0.0);
    }
    source sources::MEASUR;
    compute |x| {
        // Less salt in the blow-down than in the make-up would leave steam that is below zero.
        if x.blowdown_conductivity.value() < x.makeup_conductivity.value() {
            return Err(Fault::rule("blowdown_conductivity", "cycles_not_above_one", Key::FaultCyclesNotAboveOne));
        }
        let conductivities = Conductivities {
            makeup_conductivity: x.feedwater_conductivity.clone(),
            blowdown_conductivity: x.blowdown_conductivity.clone(),
        };
        let cycles = Figure::computed(&CoolingCyclesConductivity, conductivities)?;
        let load = BoilerLoad {
            hours: x.hours.clone(),
            power_hp: x.power_hp.clone(),
            load_factor: x.load_factor.clone(),
            steam_per_power_lb_h_hp: x.steam_per_power_lb_h_hp.clone(),
            cycles: cycles.clone(),
        };
        let gross = Figure::computed(&BoilerGross, load)?;
        let feed = BoilerFeed {
            gross: gross.clone(),
            feedwater_conductivity: x.feedwater_conductivity.clone(),
            makeup_conductivity: x.makeup_conductivity.clone(),
        };
        let makeup = Figure::computed(&BoilerMakeup, feed)?;
        let blowdown =
            Figure::computed(&BoilerBlowdown, FeedAndCycles { gross: gross.clone(), cycles: cycles.clone() })?;
        let less = |whole: &Figure, part: &Figure| {
            let both = InsAndOuts { inputs: vec![whole.clone()], outputs: vec![part.clone()] };
            Figure::computed(&BalanceResidual, both)
        };
        let fraction = MakeupAndFeed { makeup: makeup.clone(), gross: gross.clone() };
        Ok(Outcome::Several(vec![
            ("cycles", cycles),
            ("steam_loss_gal", less(&makeup, &blowdown)?),
            ("condensate_gal", less(&gross, &makeup)?),
            ("makeup_fraction", Figure::computed(&BoilerMakeupFraction, fraction)?),
            ("gross_gal", gross),
            ("makeup_gal", makeup),
            ("blowdown_gal", blowdown),
        ]))
    }
}

metric! {
    /// 蒸汽折水量（美制）, steam or condensate by the hour as water by the day.
    ///
    /// # Formula
    /// V = 24·D / 8.34
    ///
    /// # Symbols
    /// - 8.34 lb, mass of a gallon.
    ///
    /// # Source
    /// US factory, water balance before upgrade; verified.
    ///
    /// # Example
    /// Make-up of the boiler, printed 38,273 gal/d:
    /// ```
    /// use water_ledger::{industry::{SteamAsWaterUs, SteamFlow}, metric::Metric, numeric::round};
    /// assert_eq!(round(SteamAsWaterUs::formula(&SteamFlow { flow_lb_h: 13_300.0 }), 0), 38_273.0);
    /// ```
    SteamAsWaterUs("industry.steam_lb_h_to_gpd", "蒸汽折水量（美制）", "Steam as water, US")
    from SteamFlow {
        number flow_lb_h "D" "蒸汽或凝结水流量" "flow of steam or condensate" = in_unit(Unit::PoundPerHour).at_least(0.0);
    }
    gives "V" in GallonPerDay, 0 decimals;
    source sources::US_FACTORY;
    formula |x, n| n(24.0) * x.flow_lb_h / n(8.34)
}

metric! {
    /// 排水带走的热量（美制）, heat that leaves with the water.
    ///
    /// # Formula
    /// H = V·(Tout − Tin)·8.3454·η / 10⁶
    ///
    /// # Symbols
    /// - The source multiplies by the heater's efficiency η: heat in the water, not the fuel behind it.
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{HeatInDischarge, WarmDischarge}, metric::Metric, numeric::round};
    /// let water = WarmDischarge { in_f: 50.0, out_f: 60.0, efficiency: 0.8, volume_gal: 200.0 };
    /// assert_eq!(round(HeatInDischarge::formula(&water), 5), 0.01335);
    /// ```
    HeatInDischarge("industry.heat_in_discharge", "排水带走的热量（美制）", "Heat in discharge, US")
    from WarmDischarge {
        number in_f "Tin" "进水温度" "temperature of the water coming in" = in_unit(Unit::DegreeFahrenheit);
        number out_f "Tout" "排水温度" "temperature of the discharge" = in_unit(Unit::DegreeFahrenheit);
        number efficiency "η" "加热效率" "efficiency of heating" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number volume_gal "V" "排水量" "discharge" = in_unit(Unit::Gallon).at_least(0.0);
    }
    gives "H" in MillionBtu, 5 decimals;
    order in_f <= out_f, "inlet_above_outlet", Key::FaultInletAboveOutlet;
    source sources::MEASUR;
    formula |x, n| x.volume_gal * (x.out_f - x.in_f) * n(8.3454) * x.efficiency / n(1e6)
}

metric! {
    /// 水泵电机能耗, energy that motors add.
    ///
    /// # Formula
    /// W = u·h·P·l / η
    ///
    /// # Symbols
    /// - u, motors alike; P, rated power of each; l, load factor.
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{AddedMotorEnergy, Motors}, metric::Metric, numeric::round};
    /// let motors = Motors { units: 50.0, hours: 2000.0, rated_power: 100.0, load_factor: 0.8, efficiency: 0.75 };
    /// assert_eq!(round(AddedMotorEnergy::formula(&motors), 2), 10_666_666.67);
    /// ```
    AddedMotorEnergy("industry.added_motor_energy", "水泵电机能耗", "Energy of motors")
    from Motors {
        number units "u" "电机台数" "motors" = in_unit(Unit::One).at_least(0.0);
        number hours "h" "运行小时数" "hours" = in_unit(Unit::Hour).at_least(0.0);
        number rated_power "P" "额定功率" "rated power" = in_unit(Unit::Kilowatt).at_least(0.0);
        number load_factor "l" "负荷率" "load factor" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number efficiency "η" "效率" "efficiency" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
    gives "W" in KilowattHour, 0 decimals;
    source sources::MEASUR;
    formula |x, n| x.units * x.hours * x.rated_power * x.load_factor / x.efficiency
}
