//! 节水改造, retrofits: what a measure saves, what it costs, when it has paid for itself.

use crate::industry::{TowerByLoad, TowerWaterUs};
use crate::metric::{
    Citation, Figure, Number, Outcome, Status, calculation, in_unit, inputs, metric, shared,
};
use crate::quantity::Unit;
use crate::text::Words;

/// Economics of an investment.
const ECONOMICS: Citation = Citation {
    document: Words::new("节水改造经济评价", "Economics of water-saving retrofits"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Water saved by a project.
const PROJECT_SAVING: Citation = Citation {
    document: Words::new(
        "项目节水量计算导则 GB/T 34148",
        "Guide to the water savings of projects GB/T 34148",
    ),
    clause: "",
    copy: "",
    edition: "2017",
    status: Status::UnverifiedTextbook,
};

/// A contract of a city.
const CONTRACT: Citation = Citation {
    document: Words::new("邯郸合同节水", "Water-saving contracts, Handan"),
    clause: "",
    copy: "waterconserving.cn 1329",
    edition: "",
    status: Status::Derived,
};

/// The peer's engine with its tests.
const MEASUR: Citation = Citation {
    document: Words::new("ORNL AMO-Tools-Suite", "ORNL AMO-Tools-Suite"),
    clause: "tests/cpp, commit 15208321",
    copy: "",
    edition: "",
    status: Status::Verified,
};

/// So low that discounting is lost to rounding: there the first two terms of the series stand for it.
const NO_INTEREST: f64 = 1e-7;

/// What one a year over so many years is worth today.
fn present_value<N: Number>(rate: N, years: N) -> N {
    let one = N::from(1.0);
    let discounted = (one - (one + rate).pow(-years)) / rate;
    rate.choose(N::from(NO_INTEREST), years - years * (years + one) / N::from(2.0) * rate, discounted)
}

metric! {
    /// 静态投资回收期, years until the benefits have paid for the investment, without interest.
    ///
    /// # Formula
    /// P = I / B
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// A leak survey, printed 10.4 months:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{InvestmentAndBenefit, SimplePayback}};
    /// let survey = InvestmentAndBenefit { investment: 177_000.0, annual_benefit: 204_000.0 };
    /// assert_eq!(round(12.0 * SimplePayback::formula(&survey), 1), 10.4);
    /// ```
    SimplePayback("retrofit.simple_payback", "静态投资回收期", "Simple payback")
    from InvestmentAndBenefit {
        number investment "I" "投资" "investment" = shared().at_least(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared().above(0.0);
    }
    gives "P" in Year, 2 decimals;
    source ECONOMICS;
    formula |x, n| x.investment / x.annual_benefit
}

metric! {
    /// 净现值, net present value of equal yearly benefits.
    ///
    /// # Formula
    /// NPV = B·(1 − (1 + i)^(−n)) / i − I
    ///
    /// # Symbols
    /// - i, rate of discount as a fraction, 0.08 for 8 %; n, years. Without interest it is B·n − I.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{Discounted, NetPresentValue}};
    /// let measure = Discounted { investment: 1e6, annual_benefit: 250_000.0, rate: 0.08, years: 10.0 };
    /// assert_eq!(round(NetPresentValue::formula(&measure), 2), 677_520.35);
    /// ```
    NetPresentValue("retrofit.npv", "净现值", "Net present value")
    from Discounted {
        number investment "I" "投资" "investment" = shared().at_least(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared();
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number years "n" "计算年限" "years" = in_unit(Unit::Year).above(0.0).at_most(1000.0);
    }
    gives "NPV" shared, 8 significant;
    source ECONOMICS;
    formula |x, n| x.annual_benefit * present_value(x.rate, x.years) - x.investment
}

metric! {
    /// 内部收益率, the rate of discount at which the benefits are worth just the investment.
    ///
    /// # Formula
    /// IRR = 100·irr(B / I, n)
    ///
    /// # Symbols
    /// - irr(B / I, n), the rate r at which B·(1 − (1 + r)^(−n)) / r is I. Below zero where the benefits of all years do not reach the investment.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{InternalRateOfReturn, Undiscounted}};
    /// let measure = Undiscounted { investment: 1e6, annual_benefit: 250_000.0, years: 10.0 };
    /// assert_eq!(round(InternalRateOfReturn::formula(&measure), 3), 21.406);
    /// ```
    InternalRateOfReturn("retrofit.irr", "内部收益率", "Internal rate of return")
    from Undiscounted {
        number investment "I" "投资" "investment" = shared().above(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared().above(0.0);
        number years "n" "计算年限" "years" = in_unit(Unit::Year).at_least(1.0).at_most(1000.0);
    }
    gives "IRR" in Percent, 2 decimals;
    source ECONOMICS;
    formula |x, n| n(100.0) * (x.annual_benefit / x.investment).annuity_rate(x.years)
}

metric! {
    /// 单位节水成本, what a m³ saved costs: the investment shared out over its years, and the running cost.
    ///
    /// # Formula
    /// c = (I·i / (1 − (1 + i)^(−n)) + C) / S
    ///
    /// # Symbols
    /// - i, rate of discount as a fraction, 0.08 for 8 %; S, water saved by the year. Without interest it is (I / n + C) / S.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{CostOfSaving, UnitCost}};
    /// let measure = CostOfSaving { investment: 1e6, annual_cost: 30_000.0, rate: 0.08, years: 10.0, saving_m3: 50_000.0 };
    /// assert_eq!(round(UnitCost::formula(&measure), 4), 3.5806);
    /// ```
    UnitCost("retrofit.unit_cost", "单位节水成本", "Cost of a m³ saved")
    from CostOfSaving {
        number investment "I" "投资" "investment" = in_unit(Unit::Yuan).at_least(0.0);
        number annual_cost "C" "年运行费" "running cost of a year" = in_unit(Unit::Yuan).at_least(0.0);
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number years "n" "计算年限" "years" = in_unit(Unit::Year).above(0.0).at_most(1000.0);
        number saving_m3 "S" "年节水量" "water saved by the year" = in_unit(Unit::CubicMetre).above(0.0);
    }
    gives "c" in YuanPerCubicMetre, 4 decimals;
    source ECONOMICS;
    formula |x, n| (x.investment / present_value(x.rate, x.years) + x.annual_cost) / x.saving_m3
}

metric! {
    /// 单方节水投资, investment by the m³ saved in a year.
    ///
    /// # Formula
    /// k = I / S
    ///
    /// # Source
    /// Water-saving contracts, Handan; derived.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{InvestmentAndSaving, InvestmentPerAnnualM3}};
    /// let city = InvestmentAndSaving { investment_yuan: 1.5e9, saving_m3: 5e7 };
    /// assert_eq!(InvestmentPerAnnualM3::formula(&city), 30.0);
    /// ```
    InvestmentPerAnnualM3("retrofit.investment_per_annual_m3", "单方节水投资", "Investment by the m³ saved in a year")
    from InvestmentAndSaving {
        number investment_yuan "I" "投资" "investment" = in_unit(Unit::Yuan).at_least(0.0);
        number saving_m3 "S" "年节水量" "water saved by the year" = in_unit(Unit::CubicMetre).above(0.0);
    }
    gives "k" in YuanPerCubicMetre, 2 decimals;
    source CONTRACT;
    formula |x, n| x.investment_yuan / x.saving_m3
}

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
    source PROJECT_SAVING;
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
    source PROJECT_SAVING;
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
    gives "S" shared, 6 parts;
    source PROJECT_SAVING;
    formula |x, n| x.before - x.after
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
    source MEASUR;
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
