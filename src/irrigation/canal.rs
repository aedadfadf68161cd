//! 渠道与渠系, canals: seepage after Kostiakov, gross flow, efficiency, the seepage that lining saves.

use super::{PLAUSIBLE_COEFFICIENT, sources};
use crate::metric::{
    Fault, FaultKind, Figure, Number, Outcome, Path, calculation, in_unit, inputs, metric, shared,
};
use crate::quantity::Unit;
use crate::text::Key;

/// Loss per km as a fraction of the net flow, Kostiakov. It stands here for all formulas that need it.
fn seepage_rate<N: Number>(net_flow: N, soil_a: N, soil_m: N) -> N {
    soil_a / (N::from(100.0) * net_flow.pow(soil_m))
}

metric! {
    /// 每公里渠道输水损失率（考斯加可夫公式）, loss of a canal per km as a fraction of its net flow, Kostiakov.
    ///
    /// # Formula
    /// σ = A / (100·Qnᵐ)
    ///
    /// # Symbols
    /// - Qn, net flow at the end of the canal, about 0.05 to 100 m³/s.
    /// - A, m, of the soil the canal lies in: catalogue table `canal.soil`.
    ///
    /// # Source
    /// Kostiakov seepage formula; verified.
    ///
    /// # Example
    /// 马清河, a lateral in medium loam, printed 0.0314:
    /// ```
    /// use water_ledger::{irrigation::{CanalSeepageRate, FlowInSoil}, metric::Metric, numeric::round};
    /// let canal = FlowInSoil { net_flow_m3_s: 0.285, soil_a: 1.9, soil_m: 0.4 };
    /// assert_eq!(round(CanalSeepageRate::formula(&canal), 4), 0.0314);
    /// ```
    CanalSeepageRate("irrigation.canal_seepage_rate", "每公里输水损失率", "Seepage rate of a canal per km")
    from FlowInSoil {
        number net_flow_m3_s "Qn" "净流量" "net flow" = in_unit(Unit::CubicMetrePerSecond).above(0.0);
        number soil_a "A" "土壤透水系数" "soil coefficient" = in_unit(Unit::One).above(0.0);
        number soil_m "m" "土壤透水指数" "soil exponent" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    gives "σ" in PerKilometre, 4 decimals;
    source sources::KOSTIAKOV;
    formula |x, n| seepage_rate(x.net_flow_m3_s, x.soil_a, x.soil_m)
}

metric! {
    /// 渠道毛流量, gross flow at the head of a canal from the net flow at its end.
    ///
    /// # Formula
    /// Qg = Qn·(1 + γ·β·L·A / (100·Qnᵐ))
    ///
    /// # Symbols
    /// - L, length in km.
    /// - β, what is left of the seepage after lining, 1 unlined; γ, what groundwater below holds back, 1 when deep.
    ///
    /// # Source
    /// Flows of canals, with lining and groundwater; unverified (textbook). Without the factors γ and β it
    /// is verified.
    ///
    /// # Example
    /// 马清河, a lateral of 1.8 km, printed 0.301:
    /// ```
    /// use water_ledger::{irrigation::{Canal, CanalGrossFlow}, metric::Metric, numeric::round};
    /// let canal = |lining_factor| Canal {
    ///     net_flow_m3_s: 0.285, length_km: 1.8, soil_a: 1.9, soil_m: 0.4, lining_factor, groundwater_factor: 1.0,
    /// };
    /// assert_eq!(round(CanalGrossFlow::formula(&canal(1.0)), 3), 0.301);
    /// assert_eq!(round(CanalGrossFlow::formula(&canal(0.1)), 3), 0.287);
    /// ```
    CanalGrossFlow("irrigation.canal_gross_flow", "渠道毛流量", "Gross flow of a canal")
    from Canal {
        number net_flow_m3_s "Qn" "净流量" "net flow" = in_unit(Unit::CubicMetrePerSecond).above(0.0);
        number length_km "L" "渠道长度" "length" = in_unit(Unit::Kilometre).at_least(0.0);
        number soil_a "A" "土壤透水系数" "soil coefficient" = in_unit(Unit::One).above(0.0);
        number soil_m "m" "土壤透水指数" "soil exponent" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number lining_factor "β" "防渗后渗漏折减系数" "seepage reduction factor of lining" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(1.0);
        number groundwater_factor "γ" "地下水顶托修正系数" "groundwater correction factor" = in_unit(Unit::One).above(0.0).at_most(1.0).or(1.0);
    }
    gives "Qg" in CubicMetrePerSecond, 4 decimals;
    source sources::CANAL_FLOW_WITH_FACTORS;
    formula |x, n| {
        let rate = x.groundwater_factor * x.lining_factor * seepage_rate(x.net_flow_m3_s, x.soil_a, x.soil_m);
        x.net_flow_m3_s * (n(1.0) + rate * x.length_km)
    }
}

inputs! {
    /// A canal with its loss per km.
    pub struct CanalAndRate {
        number net_flow_m3_s "Qn" "净流量" "net flow" = in_unit(Unit::CubicMetrePerSecond).at_least(0.0);
        number seepage_rate_per_km "σ" "每公里输水损失率" "seepage rate per km" = in_unit(Unit::PerKilometre).at_least(0.0);
        number length_km "L" "渠道长度" "length" = in_unit(Unit::Kilometre).at_least(0.0);
    }
}

metric! {
    /// 渠道输水损失流量, flow that a canal loses on its way.
    ///
    /// # Formula
    /// Ql = σ·L·Qn
    ///
    /// # Source
    /// Flows of canals (Maqinghe district, fourth branch); verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{CanalAndRate, CanalLossFlow}, metric::Metric, numeric::round};
    /// let canal = CanalAndRate { net_flow_m3_s: 0.285, seepage_rate_per_km: 0.0314, length_km: 1.8 };
    /// assert_eq!(round(CanalLossFlow::formula(&canal), 3), 0.016);
    /// ```
    CanalLossFlow("irrigation.canal_loss_flow", "渠道输水损失流量", "Flow lost by a canal")
    from CanalAndRate;
    gives "Ql" in CubicMetrePerSecond, 4 decimals;
    source sources::CANAL_FLOW;
    formula |x, n| x.seepage_rate_per_km * x.length_km * x.net_flow_m3_s
}

metric! {
    /// 渠道水利用系数（由损失率）, efficiency of a canal from its loss per km.
    ///
    /// # Formula
    /// ηc = 1 / (1 + σ·L)
    ///
    /// # Symbols
    /// - σ is a fraction of the net flow; ηc = 1 − σ·L, the form of the edition of 1999, is not the same.
    ///
    /// # Source
    /// Flows of canals (Maqinghe district, fourth branch); verified.
    ///
    /// # Example
    /// 马清河, the branch of 4.9 km:
    /// ```
    /// use water_ledger::{irrigation::{CanalEfficiency, LengthAndRate}, metric::Metric, numeric::round};
    /// let branch = LengthAndRate { seepage_rate_per_km: 0.0198, length_km: 4.9 };
    /// assert_eq!(round(CanalEfficiency::formula(&branch), 4), 0.9116);
    /// ```
    CanalEfficiency("irrigation.canal_efficiency", "渠道水利用系数", "Efficiency of a canal")
    from LengthAndRate {
        number seepage_rate_per_km "σ" "每公里输水损失率" "seepage rate per km" = in_unit(Unit::PerKilometre).at_least(0.0);
        number length_km "L" "渠道长度" "length" = in_unit(Unit::Kilometre).at_least(0.0);
    }
    gives "ηc" in One, 4 decimals;
    source sources::CANAL_FLOW;
    formula |x, n| n(1.0) / (n(1.0) + x.seepage_rate_per_km * x.length_km)
}

metric! {
    /// 渠道水利用系数（实测）, efficiency of a canal, a pipe or a level of canals as measured: what comes out by what goes in.
    ///
    /// # Formula
    /// ηc = Qn / Qg
    ///
    /// # Symbols
    /// - Flows, or volumes of one period, in one unit.
    ///
    /// # Source
    /// Technical code for water-saving irrigation GB/T 50363 · 2006; verified. As quoted.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{Flows, MeasuredEfficiency}, metric::Metric};
    /// assert_eq!(MeasuredEfficiency::formula(&Flows { outflow: 0.45, inflow: 0.5 }), 0.9);
    /// ```
    MeasuredEfficiency("irrigation.measured_efficiency", "渠道水利用系数（实测）", "Measured efficiency of a canal")
    from Flows {
        number outflow "Qn" "出流（净流量）" "outflow, net" = shared().at_least(0.0);
        number inflow "Qg" "入流（毛流量）" "inflow, gross" = shared().above(0.0);
    }
    gives "ηc" in One, 4 decimals;
    order outflow <= inflow, "outflow_above_inflow", Key::FaultOutflowAboveInflow;
    source sources::PRODUCT;
    formula |x, n| x.outflow / x.inflow
}

inputs! {
    /// One of the canals of a level.
    pub struct ParallelCanal {
        number net "Qn" "净流量" "net flow" = shared().at_least(0.0);
        number gross "Qg" "毛流量" "gross flow" = shared().above(0.0);
    }
}

metric! {
    /// 同级渠道水利用系数, efficiency of parallel canals of one level.
    ///
    /// # Formula
    /// ηc = Σ Qn / Σ Qg
    ///
    /// # Symbols
    /// - Flows, or volumes of one period, in one unit. The plain mean of the canals' efficiencies is not the same.
    ///
    /// # Source
    /// Efficiency of parallel canals; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{Level, ParallelCanal, ParallelEfficiency}, metric::Metric, numeric::round};
    /// let canals = vec![ParallelCanal { net: 0.9, gross: 1.0 }, ParallelCanal { net: 0.15, gross: 0.2 }];
    /// assert_eq!(round(ParallelEfficiency::formula(&Level { canals }), 6), 0.875);
    /// ```
    ParallelEfficiency("irrigation.parallel_efficiency", "同级渠道水利用系数", "Efficiency of parallel canals")
    from Level {
        rows<ParallelCanal> canals "i" "同级各渠道" "canals of the level";
    }
    gives "ηc" in One, 4 decimals;
    source sources::PARALLEL;
    check |x| {
        let above = x.canals.iter().position(|canal| canal.net > canal.gross);
        match (above, x.canals.iter().map(|canal| canal.gross).sum::<f64>()) {
            (Some(index), _) => Err(Fault::within(
                Path { key: "canals", index: Some(index), field: Some("net") },
                FaultKind::Rule { code: "outflow_above_inflow", says: Key::FaultOutflowAboveInflow },
            )),
            // A sum beyond all numbers would make the quotient zero, which it is not.
            (None, f64::INFINITY) => Err(Fault::at("canals", FaultKind::Overflow)),
            (None, _) => Ok(()),
        }
    };
    formula |x, n| {
        Number::sum(x.canals.iter().map(|canal| canal.net)) / Number::sum(x.canals.iter().map(|canal| canal.gross))
    }
}

metric! {
    /// 灌溉水利用系数（渠系与田间）, coefficient from the efficiency of the canals and that of the field.
    ///
    /// # Formula
    /// η = ηs·ηf
    ///
    /// # Source
    /// Technical code for water-saving irrigation GB/T 50363 · 2006; verified. As quoted.
    ///
    /// # Example
    /// 党城湾, printed 0.56:
    /// ```
    /// use water_ledger::{irrigation::{SystemAndField, SystemTimesField}, metric::Metric, numeric::round};
    /// let district = SystemAndField { canal_system: 0.636, field: 0.88 };
    /// assert_eq!(round(SystemTimesField::formula(&district), 2), 0.56);
    /// ```
    SystemTimesField("irrigation.system_times_field", "灌溉水利用系数（渠系×田间）", "Coefficient from canal system and field")
    from SystemAndField {
        number canal_system "ηs" "渠系水利用系数" "conveyance efficiency of the canal system" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number field "ηf" "田间水利用系数" "field application efficiency" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
    gives "η" in One, 4 decimals;
    plausible PLAUSIBLE_COEFFICIENT;
    source sources::PRODUCT;
    formula |x, n| x.canal_system * x.field
}

metric! {
    /// 衬砌减少的渗漏量, seepage that lining a canal saves over its days of flow.
    ///
    /// # Formula
    /// ΔS = 86400·D·γ·σ·L·Qn·(1 − β), σ = A / (100·Qnᵐ)
    ///
    /// # Symbols
    /// - D, days of flow. Seepage that feeds usable groundwater is no saving of the resource.
    ///
    /// # Source
    /// Seepage saved by lining; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{LinedCanal, SeepageSavedByLining}, metric::Metric, numeric::round};
    /// let canal = LinedCanal {
    ///     days: 100.0, net_flow_m3_s: 1.0, length_km: 5.0, soil_a: 1.9, soil_m: 0.4,
    ///     lining_factor: 0.1, groundwater_factor: 1.0,
    /// };
    /// assert_eq!(round(SeepageSavedByLining::formula(&canal), 6), 738_720.0);
    /// ```
    SeepageSavedByLining("irrigation.seepage_saved_by_lining", "衬砌减少的渗漏量", "Seepage saved by lining")
    from LinedCanal {
        number days "D" "行水天数" "days of flow" = in_unit(Unit::Day).at_least(0.0);
        number net_flow_m3_s "Qn" "净流量" "net flow" = in_unit(Unit::CubicMetrePerSecond).above(0.0);
        number length_km "L" "渠道长度" "length" = in_unit(Unit::Kilometre).at_least(0.0);
        number soil_a "A" "土壤透水系数" "soil coefficient" = in_unit(Unit::One).above(0.0);
        number soil_m "m" "土壤透水指数" "soil exponent" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number lining_factor "β" "防渗后渗漏折减系数" "seepage reduction factor of lining" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number groundwater_factor "γ" "地下水顶托修正系数" "groundwater correction factor" = in_unit(Unit::One).above(0.0).at_most(1.0).or(1.0);
    }
    gives "ΔS" in CubicMetre, 0 decimals;
    source sources::LINING;
    formula |x, n| {
        let rate = x.groundwater_factor * seepage_rate(x.net_flow_m3_s, x.soil_a, x.soil_m);
        n(86400.0) * x.days * rate * x.length_km * x.net_flow_m3_s * (n(1.0) - x.lining_factor)
    }
}

inputs! {
    /// Seepage of a canal before and after it was lined.
    pub struct SeepageBeforeAndAfter {
        number seepage_before_10k_m3 "S1" "防渗前渗漏量" "seepage before lining" = in_unit(Unit::TenThousandCubicMetres).above(0.0);
        number seepage_after_10k_m3 "S2" "防渗后渗漏量" "seepage after lining" = in_unit(Unit::TenThousandCubicMetres).at_least(0.0);
    }
}

metric! {
    /// 防渗减少的渗漏量（实测）, seepage that lining has saved, as measured.
    ///
    /// # Formula
    /// ΔS = S1 − S2
    ///
    /// # Source
    /// Lining of the West Main Canal, Ningxia; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{SeepageBeforeAndAfter, SeepageSaved}, metric::Metric, numeric::round};
    /// let canal = SeepageBeforeAndAfter { seepage_before_10k_m3: 4458.0, seepage_after_10k_m3: 974.83 };
    /// assert_eq!(round(SeepageSaved::formula(&canal), 2), 3483.17);
    /// ```
    SeepageSaved("irrigation.seepage_saved", "防渗减少的渗漏量（实测）", "Seepage saved, as measured")
    from SeepageBeforeAndAfter;
    gives "ΔS" in TenThousandCubicMetres, 2 decimals;
    order seepage_after_10k_m3 <= seepage_before_10k_m3, "seepage_rises", Key::FaultSeepageRises;
    source sources::WEST_MAIN_CANAL;
    formula |x, n| x.seepage_before_10k_m3 - x.seepage_after_10k_m3
}

metric! {
    /// 防渗渗漏折减系数（实测）, what lining has left of the seepage, as measured.
    ///
    /// # Formula
    /// β = S2 / S1
    ///
    /// # Source
    /// Lining of the West Main Canal, Ningxia; verified. The definition of β applied to
    /// what was measured there.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{LiningFactor, SeepageBeforeAndAfter}, metric::Metric, numeric::round};
    /// let canal = SeepageBeforeAndAfter { seepage_before_10k_m3: 4458.0, seepage_after_10k_m3: 974.83 };
    /// assert_eq!(round(LiningFactor::formula(&canal), 4), 0.2187);
    /// ```
    LiningFactor("irrigation.lining_factor", "防渗渗漏折减系数（实测）", "Seepage reduction factor of lining, as measured")
    from SeepageBeforeAndAfter;
    gives "β" in One, 4 decimals;
    order seepage_after_10k_m3 <= seepage_before_10k_m3, "seepage_rises", Key::FaultSeepageRises;
    source sources::WEST_MAIN_CANAL;
    formula |x, n| x.seepage_after_10k_m3 / x.seepage_before_10k_m3
}

calculation! {
    /// 渠道防渗效果, what lining has saved and what it has left of the seepage, as measured.
    ///
    /// # Formula
    /// ΔS of [`SeepageSaved`], β of [`LiningFactor`]
    ///
    /// # Source
    /// Lining of the West Main Canal, Ningxia; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let asked = r#"[{"metric": "irrigation.lining_saving",
    ///     "inputs": {"seepage_before_10k_m3": 4458.0, "seepage_after_10k_m3": 974.83}}]"#;
    /// let answers = evaluate(asked, Language::Chinese).expect("an array").answers;
    /// assert_eq!(answers[0]["display"], "saving_10k_m3 3,483.17 万m³; lining_factor 0.2187");
    /// ```
    LiningSaving("irrigation.lining_saving", "渠道防渗效果", "What lining has saved")
    from SeepageBeforeAndAfter;
    source sources::WEST_MAIN_CANAL;
    compute |x| Ok(Outcome::Several(vec![
        ("saving_10k_m3", Figure::computed(&SeepageSaved, x.clone())?),
        ("lining_factor", Figure::computed(&LiningFactor, x.clone())?),
    ]))
}
