//! 作物需水与灌水率, what crops need, what rain gives, and the flow a district must be fed with.

use super::sources;
use crate::metric::{Fault, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 作物需水量, crop evapotranspiration.
    ///
    /// # Formula
    /// ETc = Kc·ET0
    ///
    /// # Symbols
    /// - Kc of the stage: catalogue table `crop.coefficient`; ET0 of a day, or of any longer time in mm.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56, crop coefficients · 1998; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{CropAndReference, CropEvapotranspiration}, metric::Metric, numeric::round};
    /// let maize = CropAndReference { crop_coefficient: 1.2, reference_evapotranspiration: 5.0 };
    /// assert_eq!(round(CropEvapotranspiration::formula(&maize), 9), 6.0);
    /// ```
    CropEvapotranspiration("irrigation.crop_evapotranspiration", "作物需水量", "Crop evapotranspiration")
    from CropAndReference {
        number crop_coefficient "Kc" "作物系数" "crop coefficient" = in_unit(Unit::One).at_least(0.0);
        number reference_evapotranspiration "ET0" "参考作物腾发量" "reference evapotranspiration" = shared().at_least(0.0);
    }
    gives "ETc" shared, 4 significant;
    source sources::CROP_WATER;
    formula |x, n| x.crop_coefficient * x.reference_evapotranspiration
}

metric! {
    /// 生育阶段内作物系数, crop coefficient on a day of a stage in which it runs in a straight line.
    ///
    /// # Formula
    /// Kc = Kc₁ + (Kc₂ − Kc₁)·t / T
    ///
    /// # Symbols
    /// - Kc₁, Kc₂, at the beginning and the end of the stage; t, days since its beginning; T, its length, t ≤ T.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56, crop coefficients · 1998; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{CropCoefficientInStage, Stage}, metric::Metric, numeric::round};
    /// let stage = Stage { coefficient_start: 0.3, coefficient_end: 1.2, day: 10.0, days: 30.0 };
    /// assert_eq!(round(CropCoefficientInStage::formula(&stage), 9), 0.6);
    /// ```
    CropCoefficientInStage("irrigation.crop_coefficient_in_stage", "生育阶段内作物系数", "Crop coefficient within a stage")
    from Stage {
        number coefficient_start "Kc₁" "阶段初作物系数" "coefficient at the beginning" = in_unit(Unit::One).at_least(0.0);
        number coefficient_end "Kc₂" "阶段末作物系数" "coefficient at the end" = in_unit(Unit::One).at_least(0.0);
        number day "t" "阶段内天数" "days since the beginning" = in_unit(Unit::Day).at_least(0.0);
        number days "T" "阶段长度" "length of the stage" = in_unit(Unit::Day).above(0.0);
    }
    gives "Kc" in One, 3 decimals;
    order day <= days, "day_beyond_stage", Key::FaultDayBeyondStage;
    source sources::CROP_WATER;
    formula |x, n| x.coefficient_start + (x.coefficient_end - x.coefficient_start) * x.day / x.days
}

metric! {
    /// 作物系数的气候修正, crop coefficient of the middle or late stage where wind or humidity are not those of the table.
    ///
    /// # Formula
    /// Kc = Kc₀ + (0.04·(u2 − 2) − 0.004·(RHmin − 45))·(h / 3)^0.3
    ///
    /// # Symbols
    /// - u2, mean wind at 2 m; RHmin, mean lowest humidity in %; h, height of the crop.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56, crop coefficients · 1998; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{ClimateOfCrop, CropCoefficientAdjusted}, metric::Metric, numeric::round};
    /// let maize = ClimateOfCrop { crop_coefficient: 1.2, wind_2m_m_s: 3.0, rh_min: 35.0, crop_height_m: 3.0 };
    /// assert_eq!(round(CropCoefficientAdjusted::formula(&maize), 9), 1.28);
    /// ```
    CropCoefficientAdjusted("irrigation.crop_coefficient_adjusted", "作物系数的气候修正", "Crop coefficient adjusted to the climate")
    from ClimateOfCrop {
        number crop_coefficient "Kc₀" "表列作物系数" "tabled coefficient" = in_unit(Unit::One).at_least(0.0);
        number wind_2m_m_s "u2" "2 m 高平均风速" "mean wind speed at 2 m" = in_unit(Unit::MetrePerSecond).at_least(0.0);
        number rh_min "RHmin" "平均最低相对湿度" "mean lowest humidity" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
        number crop_height_m "h" "作物高度" "height of the crop" = in_unit(Unit::Metre).above(0.0);
    }
    gives "Kc" in One, 3 decimals;
    source sources::CROP_WATER;
    formula |x, n| {
        let climate = n(0.04) * (x.wind_2m_m_s - n(2.0)) - n(0.004) * (x.rh_min - n(45.0));
        x.crop_coefficient + climate * (x.crop_height_m / n(3.0)).pow(n(0.3))
    }
}

metric! {
    /// 旱作物净灌溉需水, net irrigation requirement of a dry crop, as a depth.
    ///
    /// # Formula
    /// IRn = max(ETc − Pe − Ge + ΔS, 0)
    ///
    /// # Symbols
    /// - ΔS, what the soil holds more at the end than at the beginning; negative when it was drawn down.
    ///
    /// # Source
    /// Irrigation requirement; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{DryCropNeed, NetRequirementDry}, metric::Metric};
    /// let month = DryCropNeed {
    ///     crop_evapotranspiration_mm: 150.0, effective_rain_mm: 46.0, groundwater_mm: 10.0, storage_change_mm: -4.0,
    /// };
    /// assert_eq!(NetRequirementDry::formula(&month), 90.0);
    /// ```
    NetRequirementDry("irrigation.net_requirement_dry", "旱作物净灌溉需水", "Net requirement of a dry crop")
    from DryCropNeed {
        number crop_evapotranspiration_mm "ETc" "作物需水量" "crop evapotranspiration" = in_unit(Unit::Millimetre).at_least(0.0);
        number effective_rain_mm "Pe" "有效降雨量" "effective rain" = in_unit(Unit::Millimetre).at_least(0.0);
        number groundwater_mm "Ge" "地下水补给量" "groundwater supply" = in_unit(Unit::Millimetre).at_least(0.0).or(0.0);
        number storage_change_mm "ΔS" "土壤储水变化" "change of storage" = in_unit(Unit::Millimetre).or(0.0);
    }
    gives "IRn" in Millimetre, 1 decimals;
    source sources::REQUIREMENT;
    formula |x, n| {
        (x.crop_evapotranspiration_mm - x.effective_rain_mm - x.groundwater_mm + x.storage_change_mm).max_of(n(0.0))
    }
}

metric! {
    /// 水稻净灌溉需水, net irrigation requirement of paddy rice, as a depth.
    ///
    /// # Formula
    /// IN = max(ETc + SAT + PERC + WL − Pe, 0)
    ///
    /// # Symbols
    /// - SAT, to saturate the soil before planting; PERC, percolation; WL, to build up the water layer.
    ///
    /// # Source
    /// Irrigation requirement; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{NetRequirementPaddy, PaddyNeed}, metric::Metric};
    /// let month = PaddyNeed {
    ///     crop_evapotranspiration_mm: 180.0, saturation_mm: 200.0, percolation_mm: 120.0, water_layer_mm: 100.0,
    ///     effective_rain_mm: 84.0,
    /// };
    /// assert_eq!(NetRequirementPaddy::formula(&month), 516.0);
    /// ```
    NetRequirementPaddy("irrigation.net_requirement_paddy", "水稻净灌溉需水", "Net requirement of paddy rice")
    from PaddyNeed {
        number crop_evapotranspiration_mm "ETc" "作物需水量" "crop evapotranspiration" = in_unit(Unit::Millimetre).at_least(0.0);
        number saturation_mm "SAT" "土壤饱和需水" "to saturate the soil" = in_unit(Unit::Millimetre).at_least(0.0).or(0.0);
        number percolation_mm "PERC" "渗漏量" "percolation" = in_unit(Unit::Millimetre).at_least(0.0);
        number water_layer_mm "WL" "建立水层需水" "to build up the water layer" = in_unit(Unit::Millimetre).at_least(0.0).or(0.0);
        number effective_rain_mm "Pe" "有效降雨量" "effective rain" = in_unit(Unit::Millimetre).at_least(0.0);
    }
    gives "IN" in Millimetre, 1 decimals;
    source sources::REQUIREMENT;
    formula |x, n| {
        let need = x.crop_evapotranspiration_mm + x.saturation_mm + x.percolation_mm + x.water_layer_mm;
        (need - x.effective_rain_mm).max_of(n(0.0))
    }
}

metric! {
    /// 淋洗需水率, share of the water that must pass the roots to carry salt away.
    ///
    /// # Formula
    /// LR = ECw / (5·ECe − ECw)
    ///
    /// # Symbols
    /// - ECw, conductivity of the irrigation water; ECe, that of the saturated soil which the crop bears. Water so salty
    ///   that LR would reach 1 cannot leach.
    ///
    /// # Source
    /// Irrigation requirement; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{LeachingRequirement, Salinity}, metric::Metric, numeric::round};
    /// let field = Salinity { water_ds_m: 1.5, soil_ds_m: 3.3 };
    /// assert_eq!(round(LeachingRequirement::formula(&field), 4), 0.1);
    /// ```
    LeachingRequirement("irrigation.leaching_requirement", "淋洗需水率", "Leaching requirement")
    from Salinity {
        number water_ds_m "ECw" "灌溉水电导率" "conductivity of the water" = in_unit(Unit::DecisiemensPerMetre).at_least(0.0);
        number soil_ds_m "ECe" "土壤饱和浸提液电导率" "conductivity of the saturated soil" = in_unit(Unit::DecisiemensPerMetre).above(0.0);
    }
    gives "LR" in One, 3 decimals;
    source sources::REQUIREMENT;
    check |x| match 2.0 * x.water_ds_m < 5.0 * x.soil_ds_m {
        true => Ok(()),
        false => Err(Fault::rule("water_ds_m", "leaching_impossible", Key::FaultLeachingImpossible)),
    };
    formula |x, n| x.water_ds_m / (n(5.0) * x.soil_ds_m - x.water_ds_m)
}

metric! {
    /// 含淋洗的需水量, water that must be applied so that enough of it leaches.
    ///
    /// # Formula
    /// AW = ETc / (1 − LR)
    ///
    /// # Source
    /// Irrigation requirement; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{AppliedWater, NeedAndLeaching}, metric::Metric, numeric::round};
    /// let field = NeedAndLeaching { crop_evapotranspiration: 450.0, leaching_requirement: 0.1 };
    /// assert_eq!(round(AppliedWater::formula(&field), 9), 500.0);
    /// ```
    AppliedWater("irrigation.applied_water", "含淋洗的需水量", "Water to apply, leaching included")
    from NeedAndLeaching {
        number crop_evapotranspiration "ETc" "作物需水量" "crop evapotranspiration" = shared().at_least(0.0);
        number leaching_requirement "LR" "淋洗需水率" "leaching requirement" = in_unit(Unit::One).at_least(0.0).below(1.0);
    }
    gives "AW" shared, 6 significant;
    source sources::REQUIREMENT;
    formula |x, n| x.crop_evapotranspiration / (n(1.0) - x.leaching_requirement)
}

metric! {
    /// 灌水率（灌水模数）, irrigation modulus: flow that a crop's irrigation takes for each 万亩 of a district.
    ///
    /// # Formula
    /// q = α·m / (8.64·T)
    ///
    /// # Symbols
    /// - α, the crop's share of the area; m, its quota for this irrigation; T, days it may take. 8.64 = 86400 / 10000.
    ///   Moduli of crops irrigated at one time add up.
    ///
    /// # Source
    /// Irrigation modulus and head flow (district design report); verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{CropIrrigation, IrrigationModulus}, metric::Metric, numeric::round};
    /// let crop = CropIrrigation { share: 0.5, quota_m3_mu: 50.0, days: 10.0 };
    /// assert_eq!(round(IrrigationModulus::formula(&crop), 4), 0.2894);
    /// ```
    IrrigationModulus("irrigation.modulus", "灌水率", "Irrigation modulus")
    from CropIrrigation {
        number share "α" "作物种植比例" "share of the area" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number quota_m3_mu "m" "灌水定额" "quota of the irrigation" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
        number days "T" "灌水延续时间" "days it may take" = in_unit(Unit::Day).above(0.0);
    }
    gives "q" in CubicMetrePerSecondTenThousandMu, 4 decimals;
    source sources::MODULUS;
    formula |x, n| x.share * x.quota_m3_mu / (n(8.64) * x.days)
}

inputs! {
    /// A district and the modulus of the crops irrigated at one time.
    pub struct HeadOfDistrict {
        number modulus_m3_s_10k_mu "q" "灌水率" "irrigation modulus" = in_unit(Unit::CubicMetrePerSecondTenThousandMu).at_least(0.0);
        number area_10k_mu "A" "灌溉面积" "area" = in_unit(Unit::TenThousandMu).at_least(0.0);
        number coefficient "η" "灌溉水利用系数" "coefficient" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
}

metric! {
    /// 渠首设计流量, flow at the head of a district.
    ///
    /// # Formula
    /// Q = q·A / η
    ///
    /// # Source
    /// Irrigation modulus and head flow (district design report); verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{HeadFlow, HeadOfDistrict}, metric::Metric, numeric::round};
    /// let district = HeadOfDistrict { modulus_m3_s_10k_mu: 0.3, area_10k_mu: 10.0, coefficient: 0.6 };
    /// assert_eq!(round(HeadFlow::formula(&district), 6), 5.0);
    /// ```
    HeadFlow("irrigation.head_flow", "渠首设计流量", "Flow at the head")
    from HeadOfDistrict;
    gives "Q" in CubicMetrePerSecond, 3 decimals;
    source sources::MODULUS;
    formula |x, n| x.modulus_m3_s_10k_mu * x.area_10k_mu / x.coefficient
}
