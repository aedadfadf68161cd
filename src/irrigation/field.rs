//! 典型田块, a sample field: its season, the method of water balance, the mean over fields, the check of a balance.

use super::{MU_M2, sources};
use crate::metric::{Figure, Number, Outcome, calculation, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 泡田用水量, net water for soaking and puddling a paddy.
    ///
    /// # Formula
    /// ws = max(c·(h0 + S + e·t − P) / 1000, 0)
    ///
    /// # Symbols
    /// - h0, water layer aimed at; S, percolation while soaking, which also fills the soil; e, evaporation a day;
    ///   t, days; P, rain. Rain that covers it all leaves nothing to give.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, direct measurement ·
    /// 2015-12; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{MU_M2, Soaking, NetWaterSoaking}, metric::Metric, numeric::round};
    /// let soaking = Soaking {
    ///     target_depth_mm: 40.0, percolation_mm: 70.0, evaporation_mm_d: 4.0, days: 5.0, rain_mm: 10.0, mu_m2: MU_M2,
    /// };
    /// assert_eq!(round(NetWaterSoaking::formula(&soaking), 6), 80.0);
    /// ```
    NetWaterSoaking("irrigation.net_water_soaking", "泡田用水量", "Land soaking water")
    from Soaking {
        number target_depth_mm "h0" "泡田后田面水深" "water depth aimed at" = in_unit(Unit::Millimetre).at_least(0.0);
        number percolation_mm "S" "泡田期渗漏量" "percolation while soaking" = in_unit(Unit::Millimetre).at_least(0.0);
        number evaporation_mm_d "e" "泡田期日均水面蒸发" "evaporation a day" = in_unit(Unit::MillimetrePerDay).at_least(0.0);
        number days "t" "泡田天数" "days of soaking" = in_unit(Unit::Day).at_least(0.0);
        number rain_mm "P" "泡田期降雨量" "rain while soaking" = in_unit(Unit::Millimetre).at_least(0.0).or(0.0);
        number mu_m2 "c" "每亩平方米数" "square metres in a mu" = in_unit(Unit::SquareMetre).above(0.0).or(MU_M2);
    }
    gives "ws" in CubicMetrePerMu, 2 decimals;
    source sources::SAMPLE_FIELD;
    formula |x, n| {
        let need = x.target_depth_mm + x.percolation_mm + x.evaporation_mm_d * x.days - x.rain_mm;
        (x.mu_m2 * need / n(1000.0)).max_of(n(0.0))
    }
}

metric! {
    /// 亩均灌入水量, water that flowed into a field, by its area.
    ///
    /// # Formula
    /// w = V / A
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, direct measurement ·
    /// 2015-12; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{Inflow, InflowPerMu}, metric::Metric};
    /// assert_eq!(InflowPerMu::formula(&Inflow { volume_m3: 420.0, area_mu: 7.0 }), 60.0);
    /// ```
    InflowPerMu("irrigation.inflow_per_mu", "亩均灌入水量", "Inflow per mu")
    from Inflow {
        number volume_m3 "V" "灌入田块的水量" "water that flowed in" = in_unit(Unit::CubicMetre).at_least(0.0);
        number area_mu "A" "田块面积" "area of the field" = in_unit(Unit::Mu).above(0.0);
    }
    gives "w" in CubicMetrePerMu, 2 decimals;
    source sources::SAMPLE_FIELD;
    formula |x, n| x.volume_m3 / x.area_mu
}

metric! {
    /// 年亩均净灌溉用水量, net water of a field over a season: the sum of its irrigations.
    ///
    /// # Formula
    /// w净 = Σ wᵢ
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, direct measurement ·
    /// 2015-12; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{Irrigations, SeasonNetWater}, metric::Metric};
    /// assert_eq!(SeasonNetWater::formula(&Irrigations { irrigations_m3_mu: vec![40.0, 35.0, 45.0] }), 120.0);
    /// ```
    SeasonNetWater("irrigation.season_net_water", "年亩均净灌溉用水量", "Net water of a season")
    from Irrigations {
        list irrigations_m3_mu "w" "次亩均净灌溉用水量" "net water of each irrigation" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
    }
    gives "w净" in CubicMetrePerMu, 6 parts;
    source sources::SAMPLE_FIELD;
    formula |x, n| Number::sum(x.irrigations_m3_mu.iter().copied())
}

metric! {
    /// 旱作物净灌溉需水量（水量平衡）, net water of a dry crop over its season by water balance (观测分析法).
    ///
    /// # Formula
    /// M = max(c·(ETc − Pe − Ge + 1000·H·(θ1 − θ0)) / 1000, 0)
    ///
    /// # Symbols
    /// - ETc, crop evapotranspiration; Pe, effective rain; Ge, groundwater that rises to the roots.
    /// - H, depth of the root zone; θ0, θ1, volumetric moisture at the beginning and the end; what is left at the end
    ///   was given too.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, observation and
    /// analysis · 2015-12; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{NetWaterBalanceDry, DryCropSeason, MU_M2}, metric::Metric, numeric::round};
    /// let season = DryCropSeason {
    ///     crop_evapotranspiration_mm: 450.0, effective_rain_mm: 180.0, groundwater_mm: 30.0,
    ///     root_depth_m: 0.6, moisture_start: 0.30, moisture_end: 0.25, mu_m2: MU_M2,
    /// };
    /// assert_eq!(round(NetWaterBalanceDry::formula(&season), 6), 140.0);
    /// ```
    NetWaterBalanceDry("irrigation.net_water_balance_dry", "旱作物净灌溉需水量（水量平衡）", "Net water of a dry crop, by water balance")
    from DryCropSeason {
        number crop_evapotranspiration_mm "ETc" "作物需水量" "crop evapotranspiration" = in_unit(Unit::Millimetre).at_least(0.0);
        number effective_rain_mm "Pe" "有效降雨量" "effective rain" = in_unit(Unit::Millimetre).at_least(0.0);
        number groundwater_mm "Ge" "地下水补给量" "groundwater supply" = in_unit(Unit::Millimetre).at_least(0.0).or(0.0);
        number root_depth_m "H" "计划湿润层深度" "depth of the root zone" = in_unit(Unit::Metre).above(0.0);
        number moisture_start "θ0" "生育期初体积含水率" "volumetric moisture at the beginning" = in_unit(Unit::CubicMetrePerCubicMetre).at_least(0.0).at_most(1.0);
        number moisture_end "θ1" "生育期末体积含水率" "volumetric moisture at the end" = in_unit(Unit::CubicMetrePerCubicMetre).at_least(0.0).at_most(1.0);
        number mu_m2 "c" "每亩平方米数" "square metres in a mu" = in_unit(Unit::SquareMetre).above(0.0).or(MU_M2);
    }
    gives "M" in CubicMetrePerMu, 2 decimals;
    source sources::FIELD_BALANCE;
    formula |x, n| {
        let stored = n(1000.0) * x.root_depth_m * (x.moisture_end - x.moisture_start);
        let depth = x.crop_evapotranspiration_mm - x.effective_rain_mm - x.groundwater_mm + stored;
        (x.mu_m2 * depth / n(1000.0)).max_of(n(0.0))
    }
}

metric! {
    /// 水稻净灌溉需水量（水量平衡）, net water of paddy rice over its season by water balance (观测分析法).
    ///
    /// # Formula
    /// M = max(Ms + c·(ETc + Fd − Pe + (h2 − h1)) / 1000, 0)
    ///
    /// # Symbols
    /// - Ms, soaking water; Fd, percolation of the season; h1, h2, water layer at the beginning and the end.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, observation and
    /// analysis · 2015-12; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{MU_M2, NetWaterBalancePaddy, PaddySeason}, metric::Metric, numeric::round};
    /// let season = PaddySeason {
    ///     soaking_m3_mu: 80.0, crop_evapotranspiration_mm: 600.0, percolation_mm: 200.0, effective_rain_mm: 350.0,
    ///     depth_start_mm: 30.0, depth_end_mm: 0.0, mu_m2: MU_M2,
    /// };
    /// assert_eq!(round(NetWaterBalancePaddy::formula(&season), 6), 360.0);
    /// ```
    NetWaterBalancePaddy("irrigation.net_water_balance_paddy", "水稻净灌溉需水量（水量平衡）", "Net water of paddy rice, by water balance")
    from PaddySeason {
        number soaking_m3_mu "Ms" "泡田用水量" "soaking water" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
        number crop_evapotranspiration_mm "ETc" "作物需水量" "crop evapotranspiration" = in_unit(Unit::Millimetre).at_least(0.0);
        number percolation_mm "Fd" "稻田渗漏量" "percolation" = in_unit(Unit::Millimetre).at_least(0.0);
        number effective_rain_mm "Pe" "有效降雨量" "effective rain" = in_unit(Unit::Millimetre).at_least(0.0);
        number depth_start_mm "h1" "生育期初田面水深" "water depth at the beginning" = in_unit(Unit::Millimetre).at_least(0.0).or(0.0);
        number depth_end_mm "h2" "生育期末田面水深" "water depth at the end" = in_unit(Unit::Millimetre).at_least(0.0).or(0.0);
        number mu_m2 "c" "每亩平方米数" "square metres in a mu" = in_unit(Unit::SquareMetre).above(0.0).or(MU_M2);
    }
    gives "M" in CubicMetrePerMu, 2 decimals;
    source sources::FIELD_BALANCE;
    formula |x, n| {
        let depth = x.crop_evapotranspiration_mm + x.percolation_mm - x.effective_rain_mm
            + (x.depth_end_mm - x.depth_start_mm);
        (x.soaking_m3_mu + x.mu_m2 * depth / n(1000.0)).max_of(n(0.0))
    }
}

metric! {
    /// 非充分灌溉净灌溉用水量, net water where less was given than the crop needs.
    ///
    /// # Formula
    /// w净 = min(M, w)
    ///
    /// # Symbols
    /// - M, net water of full irrigation by water balance; w, what flowed into the field less what drained off it.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, observation and
    /// analysis · 2015-12; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{NeedAndInflow, NetWaterGiven}, metric::Metric};
    /// let field = NeedAndInflow { requirement_m3_mu: 140.0, inflow_m3_mu: 120.0 };
    /// assert_eq!(NetWaterGiven::formula(&field), 120.0);
    /// ```
    NetWaterGiven("irrigation.net_water_given", "净灌溉用水量（充分与非充分灌溉）", "Net water, full or deficit irrigation")
    from NeedAndInflow {
        number requirement_m3_mu "M" "净灌溉需水量" "net water needed" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
        number inflow_m3_mu "w" "亩均灌入水量（扣除排水）" "inflow less drainage" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
    }
    gives "w净" in CubicMetrePerMu, 2 decimals;
    source sources::FIELD_BALANCE;
    formula |x, n| x.requirement_m3_mu.min_of(x.inflow_m3_mu)
}

inputs! {
    /// A sample field and how much of the crop it stands for.
    pub struct SampleField {
        number net_m3_mu "w" "亩均净灌溉用水量" "net water" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
        number area_mu "A" "代表面积" "area it stands for" = in_unit(Unit::Mu).above(0.0);
    }
}

metric! {
    /// 作物亩均净灌溉用水量（面积加权）, net water of a crop from its sample fields, weighted by area.
    ///
    /// # Formula
    /// w净 = Σ wⱼ·Aⱼ / Σ Aⱼ
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient · 2015-12; unverified
    /// (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{FieldMean, SampleField, SampleFields}, metric::Metric};
    /// let fields = vec![SampleField { net_m3_mu: 120.0, area_mu: 300.0 }, SampleField { net_m3_mu: 140.0, area_mu: 100.0 }];
    /// assert_eq!(FieldMean::formula(&SampleFields { fields }), 125.0);
    /// ```
    FieldMean("irrigation.field_mean", "作物亩均净灌溉用水量（面积加权）", "Net water of a crop, weighted by area")
    from SampleFields {
        rows<SampleField> fields "j" "典型田块" "sample fields";
    }
    gives "w净" in CubicMetrePerMu, 2 decimals;
    source sources::DISTRICT_TOTALS;
    formula |x, n| {
        Number::sum(x.fields.iter().map(|field| field.net_m3_mu * field.area_mu))
            / Number::sum(x.fields.iter().map(|field| field.area_mu))
    }
}

metric! {
    /// 作物亩均净灌溉用水量（算术平均）, net water of a crop from sample fields that are equally representative.
    ///
    /// # Formula
    /// w净 = Σ wᵢ / n
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient · 2015-12; unverified
    /// (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{EqualFields, FieldMeanPlain}, metric::Metric};
    /// assert_eq!(FieldMeanPlain::formula(&EqualFields { fields_m3_mu: vec![120.0, 140.0] }), 130.0);
    /// ```
    FieldMeanPlain("irrigation.field_mean_plain", "作物亩均净灌溉用水量（算术平均）", "Net water of a crop, plain mean")
    from EqualFields {
        list fields_m3_mu "w" "典型田块亩均净灌溉用水量" "net water of each field" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
    }
    gives "w净" in CubicMetrePerMu, 2 decimals;
    source sources::DISTRICT_TOTALS;
    formula |x, n| Number::sum(x.fields_m3_mu.iter().copied()) / n(x.fields_m3_mu.len() as f64)
}

metric! {
    /// 田块水量平衡残差, what a season's soil-water balance of a field leaves unexplained.
    ///
    /// # Formula
    /// δ = I − L + P − R − ETa − D + (Dr1 − Dr0)
    ///
    /// # Symbols
    /// - I, irrigation; L, its loss before it reaches the soil; P, rain; R, runoff; ETa, actual evapotranspiration; D, deep percolation.
    /// - Dr0, Dr1, depletion of the root zone below field capacity at the beginning and the end.
    ///
    /// # Source
    /// Soil-water balance of FAO-56 (pyfao56); verified. As the implementation sums it over a
    /// season.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{FieldSeason, WaterBalanceResidual}, metric::Metric, numeric::round};
    /// let season = FieldSeason {
    ///     irrigation: 754.4, irrigation_loss: 0.0, rain: 49.27, runoff: 0.0, eta: 887.088,
    ///     deep_percolation: 49.79, depletion_start: 75.0, depletion_end: 208.208,
    /// };
    /// assert_eq!(round(WaterBalanceResidual::formula(&season), 6), 0.0);
    /// ```
    WaterBalanceResidual("irrigation.water_balance_residual", "田块水量平衡残差", "Residual of a field's water balance")
    from FieldSeason {
        number irrigation "I" "灌水量" "irrigation" = in_unit(Unit::Millimetre).above(0.0);
        number irrigation_loss "L" "灌水损失" "loss of irrigation" = in_unit(Unit::Millimetre).at_least(0.0).or(0.0);
        number rain "P" "降雨量" "rain" = in_unit(Unit::Millimetre).at_least(0.0);
        number runoff "R" "径流量" "runoff" = in_unit(Unit::Millimetre).at_least(0.0).or(0.0);
        number eta "ETa" "实际腾发量" "actual evapotranspiration" = in_unit(Unit::Millimetre).at_least(0.0);
        number deep_percolation "D" "深层渗漏量" "deep percolation" = in_unit(Unit::Millimetre).at_least(0.0);
        number depletion_start "Dr0" "期初根区亏缺" "depletion at the beginning" = in_unit(Unit::Millimetre);
        number depletion_end "Dr1" "期末根区亏缺" "depletion at the end" = in_unit(Unit::Millimetre);
    }
    gives "δ" in Millimetre, 3 decimals;
    order irrigation_loss <= irrigation, "loss_above_irrigation", Key::FaultLossAboveIrrigation;
    source sources::SOIL_WATER_BALANCE;
    formula |x, n| {
        x.irrigation - x.irrigation_loss + x.rain - x.runoff - x.eta - x.deep_percolation
            + (x.depletion_end - x.depletion_start)
    }
}

metric! {
    /// 灌水效率, share of the irrigation that reaches the soil.
    ///
    /// # Formula
    /// Ea = (I − L) / I
    ///
    /// # Source
    /// Soil-water balance of FAO-56 (pyfao56); verified. As the implementation counts the
    /// loss of irrigation.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{ApplicationEfficiency, IrrigationAndLoss}, metric::Metric};
    /// let field = IrrigationAndLoss { irrigation: 500.0, irrigation_loss: 50.0 };
    /// assert_eq!(ApplicationEfficiency::formula(&field), 0.9);
    /// ```
    ApplicationEfficiency("irrigation.application_efficiency", "灌水效率", "Application efficiency")
    from IrrigationAndLoss {
        number irrigation "I" "灌水量" "irrigation" = shared().above(0.0);
        number irrigation_loss "L" "灌水损失" "loss of irrigation" = shared().at_least(0.0);
    }
    gives "Ea" in One, 4 decimals;
    order irrigation_loss <= irrigation, "loss_above_irrigation", Key::FaultLossAboveIrrigation;
    source sources::SOIL_WATER_BALANCE;
    formula |x, n| (x.irrigation - x.irrigation_loss) / x.irrigation
}

calculation! {
    /// 田块水量平衡, the season's water balance of a field: what it leaves unexplained, and the application efficiency.
    ///
    /// # Formula
    /// δ of [`WaterBalanceResidual`], Ea of [`ApplicationEfficiency`]
    ///
    /// # Source
    /// Soil-water balance of FAO-56 (pyfao56); verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let asked = r#"[{"metric": "irrigation.field_water_balance", "inputs": {"irrigation": 500, "irrigation_loss": 50,
    ///     "rain": 100, "eta": 500, "deep_percolation": 20, "depletion_start": 40, "depletion_end": 10}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// assert_eq!(answers[0]["value"]["residual"], 0.0);
    /// assert_eq!(answers[0]["value"]["application_efficiency"], 0.9);
    /// ```
    FieldWaterBalance("irrigation.field_water_balance", "田块水量平衡", "Water balance of a field")
    from FieldSeason;
    source sources::SOIL_WATER_BALANCE;
    compute |x| {
        let applied = IrrigationAndLoss {
            irrigation: x.irrigation.clone(),
            irrigation_loss: x.irrigation_loss.clone(),
        };
        Ok(Outcome::Several(vec![
            ("residual", Figure::computed(&WaterBalanceResidual, x.clone())?),
            ("application_efficiency", Figure::computed(&ApplicationEfficiency, applied)?),
        ]))
    }
}
