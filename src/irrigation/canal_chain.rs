//! 渠系逐级推算, a chain of canals worked out from the field up: 农渠, 斗渠, 支渠.

use super::{
    Canal, CanalGrossFlow, Flows, Levels, MeasuredEfficiency, ProductCoefficient, SystemAndField,
    SystemTimesField, sources,
};
use crate::metric::{Fault, Figure, Outcome, calculation, in_unit, metric};
use crate::quantity::Unit;

metric! {
    /// 农渠净流量, net flow of a farm canal while the canals above it work in turns.
    ///
    /// # Formula
    /// Qn = q·A / (n₁·n₂·ηf)
    ///
    /// # Symbols
    /// - q, irrigation modulus; A, area of the branch canal; n₁, laterals and n₂, farm canals of each, working together.
    ///
    /// # Source
    /// Flows of canals (Maqinghe district, fourth branch); verified.
    ///
    /// # Example
    /// 马清河 四支渠, printed 0.054:
    /// ```
    /// use water_ledger::{irrigation::{FarmCanalNetFlow, Rotation}, metric::Metric, numeric::round};
    /// let rotation = Rotation {
    ///     area_10k_mu: 1.8, modulus_m3_s_10k_mu: 0.43, working_laterals: 3.0, working_farm_canals: 5.0, field_efficiency: 0.95,
    /// };
    /// assert_eq!(round(FarmCanalNetFlow::formula(&rotation), 3), 0.054);
    /// ```
    FarmCanalNetFlow("irrigation.farm_canal_net_flow", "农渠净流量", "Net flow of a farm canal")
    from Rotation {
        number area_10k_mu "A" "支渠灌溉面积" "area of the branch canal" = in_unit(Unit::TenThousandMu).above(0.0);
        number modulus_m3_s_10k_mu "q" "灌水率" "irrigation modulus" = in_unit(Unit::CubicMetrePerSecondTenThousandMu).above(0.0);
        number working_laterals "n₁" "同时工作的斗渠数" "laterals working together" = in_unit(Unit::One).at_least(1.0);
        number working_farm_canals "n₂" "每条斗渠同时工作的农渠数" "farm canals of each working together" = in_unit(Unit::One).at_least(1.0);
        number field_efficiency "ηf" "田间水利用系数" "field application efficiency" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
    gives "Qn" in CubicMetrePerSecond, 4 decimals;
    source sources::CANAL_FLOW;
    formula |x, n| {
        x.modulus_m3_s_10k_mu * x.area_10k_mu / (x.working_laterals * x.working_farm_canals * x.field_efficiency)
    }
}

metric! {
    /// 上级渠道净流量, net flow of a canal that feeds several equal ones.
    ///
    /// # Formula
    /// Qn = n·Qg
    ///
    /// # Source
    /// Flows of canals (Maqinghe district, fourth branch); verified.
    ///
    /// # Example
    /// 马清河, a lateral that feeds five farm canals, printed 0.285:
    /// ```
    /// use water_ledger::{irrigation::{Feeding, FeedingFlow}, metric::Metric, numeric::round};
    /// assert_eq!(round(FeedingFlow::formula(&Feeding { canals: 5.0, gross_flow_m3_s: 0.057 }), 3), 0.285);
    /// ```
    FeedingFlow("irrigation.feeding_flow", "上级渠道净流量", "Net flow of a feeding canal")
    from Feeding {
        number canals "n" "同时工作的下级渠道数" "canals fed together" = in_unit(Unit::One).at_least(1.0);
        number gross_flow_m3_s "Qg" "下级渠道毛流量" "gross flow of each" = in_unit(Unit::CubicMetrePerSecond).at_least(0.0);
    }
    gives "Qn" in CubicMetrePerSecond, 4 decimals;
    source sources::CANAL_FLOW;
    formula |x, n| x.canals * x.gross_flow_m3_s
}

calculation! {
    /// 渠系逐级推算, flows and coefficients of a branch canal, its laterals and farm canals, from the field up, unrounded.
    ///
    /// # Formula
    /// [`FarmCanalNetFlow`], then at each level [`CanalGrossFlow`] and [`FeedingFlow`]; [`MeasuredEfficiency`] of each
    /// level, their [`ProductCoefficient`], and [`SystemTimesField`]
    ///
    /// # Source
    /// Flows of canals, with lining and groundwater; unverified (textbook). Without the factors the example
    /// of 马清河灌区 四支渠 is verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, numeric::round, text::Language};
    /// let asked = r#"[{"metric": "irrigation.canal_chain", "inputs": {"area_10k_mu": 1.8, "modulus_m3_s_10k_mu": 0.43,
    ///     "working_laterals": 3, "working_farm_canals": 5, "field_efficiency": 0.95, "farm_length_km": 0.8,
    ///     "lateral_length_km": 1.8, "branch_length_km": 4.9, "soil_a": 1.9, "soil_m": 0.4}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// let coefficient = answers[0]["value"]["overall_coefficient"].as_f64().expect("a number");
    /// assert_eq!(round(coefficient, 4), 0.7816);
    /// ```
    CanalChain("irrigation.canal_chain", "渠系逐级推算", "A chain of canals from the field up")
    from ChainOfCanals {
        number area_10k_mu "A" "支渠灌溉面积" "area of the branch canal" = in_unit(Unit::TenThousandMu).above(0.0);
        number modulus_m3_s_10k_mu "q" "灌水率" "irrigation modulus" = in_unit(Unit::CubicMetrePerSecondTenThousandMu).above(0.0);
        number working_laterals "n₁" "同时工作的斗渠数" "laterals working together" = in_unit(Unit::One).at_least(1.0);
        number working_farm_canals "n₂" "每条斗渠同时工作的农渠数" "farm canals of each working together" = in_unit(Unit::One).at_least(1.0);
        number field_efficiency "ηf" "田间水利用系数" "field application efficiency" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number farm_length_km "L₃" "农渠长度" "length of a farm canal" = in_unit(Unit::Kilometre).at_least(0.0);
        number lateral_length_km "L₂" "斗渠长度" "length of a lateral" = in_unit(Unit::Kilometre).at_least(0.0);
        number branch_length_km "L₁" "支渠长度" "length of the branch canal" = in_unit(Unit::Kilometre).at_least(0.0);
        number soil_a "a" "土壤透水系数" "soil coefficient" = in_unit(Unit::One).above(0.0);
        number soil_m "m" "土壤透水指数" "soil exponent" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number farm_lining_factor "β₃" "农渠防渗折减系数" "seepage reduction factor of lining, farm canals" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(1.0);
        number lateral_lining_factor "β₂" "斗渠防渗折减系数" "seepage reduction factor of lining, laterals" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(1.0);
        number branch_lining_factor "β₁" "支渠防渗折减系数" "seepage reduction factor of lining, branch canal" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(1.0);
        number groundwater_factor "γ" "地下水顶托修正系数" "groundwater correction factor" = in_unit(Unit::One).above(0.0).at_most(1.0).or(1.0);
    }
    source sources::CANAL_FLOW_WITH_FACTORS;
    compute |x| {
        let rotation = Rotation {
            area_10k_mu: x.area_10k_mu.clone(),
            modulus_m3_s_10k_mu: x.modulus_m3_s_10k_mu.clone(),
            working_laterals: x.working_laterals.clone(),
            working_farm_canals: x.working_farm_canals.clone(),
            field_efficiency: x.field_efficiency.clone(),
        };
        let farm_net = Figure::computed(&FarmCanalNetFlow, rotation)?;
        let farm_gross = x.gross_flow(&farm_net, &x.farm_length_km, &x.farm_lining_factor)?;
        let lateral_net = feeding(&x.working_farm_canals, &farm_gross)?;
        let lateral_gross = x.gross_flow(&lateral_net, &x.lateral_length_km, &x.lateral_lining_factor)?;
        let branch_net = feeding(&x.working_laterals, &lateral_gross)?;
        let branch_gross = x.gross_flow(&branch_net, &x.branch_length_km, &x.branch_lining_factor)?;
        let levels = vec![
            efficiency(&branch_net, &branch_gross)?,
            efficiency(&lateral_net, &lateral_gross)?,
            efficiency(&farm_net, &farm_gross)?,
        ];
        let canal_system = Figure::computed(&ProductCoefficient, Levels { levels })?;
        let both = SystemAndField { canal_system: canal_system.clone(), field: x.field_efficiency.clone() };
        Ok(Outcome::Several(vec![
            ("farm_net_m3_s", farm_net),
            ("farm_gross_m3_s", farm_gross),
            ("lateral_net_m3_s", lateral_net),
            ("lateral_gross_m3_s", lateral_gross),
            ("branch_net_m3_s", branch_net),
            ("branch_gross_m3_s", branch_gross),
            ("overall_coefficient", Figure::computed(&SystemTimesField, both)?),
            ("canal_coefficient", canal_system),
        ]))
    }
}

impl ChainOfCanals<Figure> {
    fn gross_flow(&self, net_flow: &Figure, length: &Figure, lining: &Figure) -> Result<Figure, Fault> {
        let canal = Canal {
            net_flow_m3_s: net_flow.clone(),
            length_km: length.clone(),
            soil_a: self.soil_a.clone(),
            soil_m: self.soil_m.clone(),
            lining_factor: lining.clone(),
            groundwater_factor: self.groundwater_factor.clone(),
        };
        Figure::computed(&CanalGrossFlow, canal)
    }
}

fn feeding(canals: &Figure, gross_flow: &Figure) -> Result<Figure, Fault> {
    let feeding = Feeding { canals: canals.clone(), gross_flow_m3_s: gross_flow.clone() };
    Figure::computed(&FeedingFlow, feeding)
}

fn efficiency(net: &Figure, gross: &Figure) -> Result<Figure, Fault> {
    Figure::computed(&MeasuredEfficiency, Flows { outflow: net.clone(), inflow: gross.clone() })
}
