//! 节水量, the water that a measure saves, and the water that there would have been without it.

use super::sources;
use crate::industry::{TowerByLoad, TowerWaterUs};
use crate::metric::{Citation, Figure, Number, Outcome, calculation, in_unit, inputs, metric, shared};
use crate::quantity::Unit;

metric! {
    /// 提高重复利用率的节水量, intake saved at the same total use by a higher reuse rate.
    ///
    /// # Formula
    /// ΔVi = Vt·(R2 − R1) / 100
    ///
    /// # Symbols
    /// - Below zero where the rate falls. From 95 to 98 % the intake falls by 60 %.
    ///
    /// # Source
    /// Guide to the water savings of projects GB/T 34148 · 2017; unverified (textbook). It follows from the definition
    /// of the reuse rate.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{ReuseRateSaving, ReuseRates}};
    /// let plant = ReuseRates { total_use_m3: 100_000.0, before_pct: 95.0, after_pct: 98.0 };
    /// assert_eq!(ReuseRateSaving::formula(&plant), 3000.0);
    /// ```
    ReuseRateSaving("retrofit.reuse_rate_saving", "提高重复利用率的节水量", "Water saved by a higher reuse rate")
    from ReuseRates {
        number total_use_m3 "Vt" "用水量" "total use" = in_unit(Unit::CubicMetre).at_least(0.0);
        number before_pct "R1" "改造前重复利用率" "reuse rate before" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
        number after_pct "R2" "改造后重复利用率" "reuse rate after" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
    }
    gives "ΔVi" in CubicMetre, 0 decimals;
    source sources::PROJECT_SAVING;
    formula |x, n| x.total_use_m3 * (x.after_pct - x.before_pct) / n(100.0)
}

inputs! {
    /// A product before and after, with its output after.
    pub struct ProductSaving {
        number base_m3 "v0" "基期单位产品取水量" "intake by product, base period" = in_unit(Unit::CubicMetrePerProduct).at_least(0.0);
        number report_m3 "v1" "报告期单位产品取水量" "intake by product, report period" = in_unit(Unit::CubicMetrePerProduct).at_least(0.0);
        number output "Q" "报告期产量" "output of the report period" = in_unit(Unit::One).at_least(0.0);
    }
}

metric! {
    /// 项目节水量（产品法）, water saved with the base period brought to the output of the report period.
    ///
    /// # Formula
    /// S = Σ (v0 − v1)·Q
    ///
    /// # Symbols
    /// - Below zero where products take more than before.
    ///
    /// # Source
    /// Guide to the water savings of projects GB/T 34148 · 2017; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{ProductSaving, Products, UnitProductSaving}};
    /// let product = |base_m3, report_m3, output| ProductSaving { base_m3, report_m3, output };
    /// let products = vec![product(3.0, 2.5, 10_000.0), product(8.0, 7.6, 2000.0)];
    /// assert_eq!(round(UnitProductSaving::formula(&Products { products }), 6), 5800.0);
    /// ```
    UnitProductSaving("retrofit.unit_product_saving", "项目节水量（产品法）", "Water saved by products")
    from Products {
        rows<ProductSaving> products "j" "各产品" "products";
    }
    gives "S" in CubicMetre, 0 decimals;
    source sources::PROJECT_SAVING;
    formula |x, n| Number::sum(x.products.iter().map(|each| (each.base_m3 - each.report_m3) * each.output))
}

metric! {
    /// 节水量, water used before less water used after.
    ///
    /// # Formula
    /// S = V0 − V1
    ///
    /// # Symbols
    /// - Both for the same output, weather and staff; below zero where more is used than before.
    ///
    /// # Source
    /// Guide to the water savings of projects GB/T 34148 · 2017; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{VolumeSaving, VolumesBeforeAndAfter}};
    /// let tower = VolumesBeforeAndAfter { before: 2_100_000.0, after: 1_815_000.0 };
    /// assert_eq!(VolumeSaving::formula(&tower), 285_000.0);
    /// ```
    VolumeSaving("retrofit.volume_saving", "节水量", "Water saved")
    from VolumesBeforeAndAfter {
        number before "V0" "改造前用水量" "water before" = shared().at_least(0.0);
        number after "V1" "改造后用水量" "water after" = shared().at_least(0.0);
    }
    gives "S" shared, 6 significant;
    source sources::PROJECT_SAVING;
    formula |x, n| x.before - x.after
}

metric! {
    /// 边际水价, what a cubic metre that is no longer taken costs: what all water costs less, by the water saved.
    ///
    /// # Formula
    /// p = (C0 − C1)/S
    ///
    /// # Symbols
    /// - C0, C1, what water costs in a year before and after, with tax, sewage, heat, power and chemicals as far as they go by
    ///   volume; what is paid as a sum stays.
    ///
    /// # Source
    /// Definition of a marginal cost; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{CostsAndSaving, MarginalPrice}};
    /// let works = CostsAndSaving { before: 240_000.0, after: 225_600.0, saving_m3: 2400.0 };
    /// assert_eq!(MarginalPrice::formula(&works), 6.0);
    /// ```
    MarginalPrice("retrofit.marginal_price", "边际水价", "What a m³ saved no longer costs")
    from CostsAndSaving {
        number before "C0" "改造前用水成本" "cost before" = in_unit(Unit::Yuan).at_least(0.0);
        number after "C1" "改造后用水成本" "cost after" = in_unit(Unit::Yuan).at_least(0.0);
        number saving_m3 "S" "节水量" "water saved" = in_unit(Unit::CubicMetre).above(0.0);
    }
    gives "p" in YuanPerCubicMetre, 3 decimals;
    source sources::MARGINAL;
    formula |x, n| (x.before - x.after) / x.saving_m3
}

calculation! {
    /// 冷却塔改造节水量（美制）, what more cycles and less drift save at a tower, drift on top of the blow-down.
    ///
    /// # Formula
    /// [`VolumeSaving`] between two of [`TowerWaterUs`]
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified. Drift counts twice in this convention: by the
    /// balance of salt less drift alone saves nothing as long as there is blow-down.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, numeric::round, text::Language};
    /// let asked = r#"[{"metric": "retrofit.tower_saving_us", "inputs": {"flow_gpm": 2500, "load_mmbtu_h": 10, "hours": 1000,
    ///     "correction": 1, "cycles_before": 3, "drift_before": 0.002, "cycles_after": 3, "drift_after": 0.0001}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// assert_eq!(round(answers[0]["value"].as_f64().expect("a number"), 3), 285_000.0);
    /// ```
    TowerSavingUs("retrofit.tower_saving_us", "冷却塔改造节水量（美制）", "Water saved at a tower, US")
    from TowerBeforeAndAfter {
        number flow_gpm "R" "循环水量" "circulation" = in_unit(Unit::GallonPerMinute).at_least(0.0);
        number load_mmbtu_h "L" "冷却负荷" "load" = in_unit(Unit::MillionBtuPerHour).at_least(0.0);
        number hours "h" "运行小时数" "hours" = in_unit(Unit::Hour).at_least(0.0);
        number correction "c" "蒸发修正系数" "correction of evaporation" = in_unit(Unit::One).above(0.0).or(1.0);
        number cycles_before "N1" "改造前浓缩倍数" "cycles before" = in_unit(Unit::One).above(1.0);
        number drift_before "d1" "改造前风吹损失率" "drift before, as a fraction" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number cycles_after "N2" "改造后浓缩倍数" "cycles after" = in_unit(Unit::One).above(1.0);
        number drift_after "d2" "改造后风吹损失率" "drift after, as a fraction" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    source sources::MEASUR;
    compute |x| {
        let water = |cycles: &Figure, drift_fraction: &Figure| {
            let tower = TowerByLoad {
                flow_gpm: x.flow_gpm.clone(),
                load_mmbtu_h: x.load_mmbtu_h.clone(),
                hours: x.hours.clone(),
                correction: x.correction.clone(),
                cycles: cycles.clone(),
                drift_fraction: drift_fraction.clone(),
            };
            Figure::computed(&TowerWaterUs, tower)
        };
        let both = VolumesBeforeAndAfter {
            before: water(&x.cycles_before, &x.drift_before)?,
            after: water(&x.cycles_after, &x.drift_after)?,
        };
        Figure::computed(&VolumeSaving, both).map(Outcome::One)
    }
}

metric! {
    /// 综合节水率, what several measures save together of the same water: each acts on what those before it have left.
    ///
    /// # Formula
    /// R = 100·(1 − Π(1 − rᵢ / 100))
    ///
    /// # Symbols
    /// - The order changes what each of them saves, never the total.
    ///
    /// # Source
    /// Measures on the same water, common practice; unverified (textbook).
    ///
    /// # Example
    /// 20 % and 30 % give 44 %, not 50:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{CombinedSavingRate, SavingRates}};
    /// assert_eq!(round(CombinedSavingRate::formula(&SavingRates { rates_pct: vec![20.0, 30.0] }), 6), 44.0);
    /// ```
    CombinedSavingRate("retrofit.combined_saving_rate", "综合节水率", "Combined saving rate")
    from SavingRates {
        list rates_pct "r" "各项节水率" "saving rates" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
    }
    gives "R" in Percent, 2 decimals;
    source sources::SAME_STREAM;
    formula |x, n| n(100.0) * (n(1.0) - N::product(x.rates_pct.iter().map(|rate| n(1.0) - *rate / n(100.0))))
}

metric! {
    /// 校准基期用水量, the water of the base period as it would have been with today's output, people or heat.
    ///
    /// # Formula
    /// V = V0·(f / 100 + (1 − f / 100)·D1 / D0)
    ///
    /// # Symbols
    /// - f, the part that does not go with what drives the use. Taken for nothing where there is some, the saving is told too great
    ///   when output rises.
    ///
    /// # Source
    /// IPMVP Core Concepts EVO 10000-1 · 2016; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{AdjustedBaseline, BaselineAndDrivers}};
    /// let works = BaselineAndDrivers { baseline: 1000.0, driver_before: 200.0, driver_after: 240.0, fixed_share_pct: 30.0 };
    /// assert_eq!(round(AdjustedBaseline::formula(&works), 6), 1140.0);
    /// ```
    AdjustedBaseline("retrofit.adjusted_baseline", "校准基期用水量", "Adjusted baseline")
    from BaselineAndDrivers {
        number baseline "V0" "基期用水量" "water of the base period" = shared().at_least(0.0);
        number driver_before "D0" "基期驱动量" "driver, base period" = in_unit(Unit::One).above(0.0);
        number driver_after "D1" "报告期驱动量" "driver, report period" = in_unit(Unit::One).at_least(0.0);
        number fixed_share_pct "f" "固定部分占比" "fixed part" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0).or(0.0);
    }
    gives "V" shared, 8 significant;
    source sources::IPMVP;
    formula |x, n| {
        let fixed = x.fixed_share_pct / n(100.0);
        x.baseline * (fixed + (n(1.0) - fixed) * x.driver_after / x.driver_before)
    }
}

metric! {
    /// 减排量, the carbon dioxide of the energy that water no longer takes to be pumped and heated.
    ///
    /// # Formula
    /// E = V·e·f
    ///
    /// # Symbols
    /// - e, energy of a m³ of water, pumped, treated and heated as far as the saved water was; f, the carbon dioxide of a kWh. Both are
    ///   entered: they are of the place and of the year.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{AvoidedEmissions, EnergyOfWater}};
    /// let water = EnergyOfWater { saving_m3: 1000.0, energy_kwh_m3: 0.5, factor_kg_kwh: 0.6 };
    /// assert_eq!(round(AvoidedEmissions::formula(&water), 9), 300.0);
    /// ```
    AvoidedEmissions("retrofit.avoided_emissions", "减排量", "Avoided emissions")
    from EnergyOfWater {
        number saving_m3 "V" "年节水量" "water saved a year" = in_unit(Unit::CubicMetre);
        number energy_kwh_m3 "e" "每立方米水的能耗" "energy of a m³" = in_unit(Unit::KilowattHourPerCubicMetre).at_least(0.0).at_most(1000.0);
        number factor_kg_kwh "f" "排放因子" "emission factor" = in_unit(Unit::KilogramPerKilowattHour).at_least(0.0).at_most(10.0);
    }
    gives "E" in Kilogram, 6 significant;
    source Citation::BY_DEFINITION;
    formula |x, _n| x.saving_m3 * x.energy_kwh_m3 * x.factor_kg_kwh
}

metric! {
    /// 热水节能量, the heat that warm water takes with it.
    ///
    /// # Formula
    /// E = 1.163·V·ΔT / η
    ///
    /// # Symbols
    /// - η, what of the heat bought reaches the water, as a fraction. Cold water saved carries none.
    ///
    /// # Source
    /// Specific heat of water, 4.1868 kJ/(kg·K) (International Table calorie); unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{HeatedWater, WaterHeatingEnergy}};
    /// let bath = HeatedWater { volume_m3: 1.0, delta_t_c: 25.0, efficiency: 1.0 };
    /// assert_eq!(round(WaterHeatingEnergy::formula(&bath), 3), 29.075);
    /// ```
    WaterHeatingEnergy("retrofit.water_heating_energy", "热水节能量", "Energy of heated water")
    from HeatedWater {
        number volume_m3 "V" "热水量" "heated water" = in_unit(Unit::CubicMetre).at_least(0.0);
        number delta_t_c "ΔT" "温升" "rise of temperature" = in_unit(Unit::DegreeCelsius).at_least(0.0).at_most(100.0);
        number efficiency "η" "加热效率" "efficiency of heating" = in_unit(Unit::One).above(0.0).or(1.0);
    }
    gives "E" in KilowattHour, 3 decimals;
    source sources::HEAT;
    formula |x, n| n(1.163) * x.volume_m3 * x.delta_t_c / x.efficiency
}
