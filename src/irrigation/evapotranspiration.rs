//! 参考作物腾发量, reference evapotranspiration: the equations that end the way of FAO-56.

use super::sources;
use super::vapour::air_temperature;
use crate::metric::{Fault, in_unit, metric};
use crate::quantity::Unit;
use crate::text::Key;

/// Outside this range, mm/d, a result deserves a second look; unverified (textbook).
pub const PLAUSIBLE_ET0: (f64, f64) = (0.0, 15.0);

/// Vapour pressures that differ by rounding alone count as equal: in fog ea is es, summed up in another order.
const ROUNDING: f64 = 1e-9;

metric! {
    /// 彭曼–蒙蒂斯公式, the Penman–Monteith equation for the reference crop, from its terms.
    ///
    /// # Formula
    /// ET0 = (0.408·Δ·(Rn − G) + γ·900 / (T + 273)·u2·(es − ea)) / (Δ + γ·(1 + 0.34·u2))
    ///
    /// # Symbols
    /// - Rn, net radiation; G, soil heat flux, 0 for a day; T, mean temperature; u2, wind at 2 m.
    /// - es, ea, saturation and actual vapour pressure, ea ≤ es; Δ, slope of the curve; γ, psychrometric constant.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 18, printed 3.9:
    /// ```
    /// use water_ledger::{irrigation::{PenmanMonteith, PenmanTerms}, metric::Metric, numeric::round};
    /// let day = PenmanTerms {
    ///     net_radiation_mj_m2_d: 13.28, mean_temperature_c: 16.9, wind_2m_m_s: 2.078, saturation_vapour_kpa: 1.997,
    ///     actual_vapour_kpa: 1.409, slope_kpa_c: 0.122, psychrometric_kpa_c: 0.0666, soil_heat_mj_m2_d: 0.0,
    /// };
    /// assert_eq!(round(PenmanMonteith::formula(&day), 2), 3.88);
    /// ```
    PenmanMonteith("irrigation.penman_monteith", "参考作物腾发量（彭曼–蒙蒂斯公式）", "Reference evapotranspiration, Penman–Monteith")
    from PenmanTerms {
        number net_radiation_mj_m2_d "Rn" "净辐射" "net radiation" = in_unit(Unit::MegajoulePerSquareMetreDay);
        number mean_temperature_c "T" "平均气温" "mean temperature" = air_temperature();
        number wind_2m_m_s "u2" "2 m 高风速" "wind speed at 2 m" = in_unit(Unit::MetrePerSecond).at_least(0.0);
        number saturation_vapour_kpa "es" "饱和水汽压" "saturation vapour pressure" = in_unit(Unit::Kilopascal).above(0.0);
        number actual_vapour_kpa "ea" "实际水汽压" "actual vapour pressure" = in_unit(Unit::Kilopascal).at_least(0.0);
        number slope_kpa_c "Δ" "饱和水汽压曲线斜率" "slope of the saturation curve" = in_unit(Unit::KilopascalPerDegree).above(0.0);
        number psychrometric_kpa_c "γ" "湿度计常数" "psychrometric constant" = in_unit(Unit::KilopascalPerDegree).above(0.0);
        number soil_heat_mj_m2_d "G" "土壤热通量" "soil heat flux" = in_unit(Unit::MegajoulePerSquareMetreDay).or(0.0);
    }
    gives "ET0" in MillimetrePerDay, 2 decimals;
    plausible PLAUSIBLE_ET0;
    source sources::FAO_56;
    check |x| match x.actual_vapour_kpa <= x.saturation_vapour_kpa * (1.0 + ROUNDING) {
        true => Ok(()),
        false => Err(Fault::rule("actual_vapour_kpa", "vapour_above_saturation", Key::FaultVapourAboveSaturation)),
    };
    formula |x, n| {
        let radiation = n(0.408) * x.slope_kpa_c * (x.net_radiation_mj_m2_d - x.soil_heat_mj_m2_d);
        let dryness = x.saturation_vapour_kpa - x.actual_vapour_kpa;
        let air = x.psychrometric_kpa_c * n(900.0) / (x.mean_temperature_c + n(273.0)) * x.wind_2m_m_s * dryness;
        (radiation + air) / (x.slope_kpa_c + x.psychrometric_kpa_c * (n(1.0) + n(0.34) * x.wind_2m_m_s))
    }
}

metric! {
    /// 参考作物腾发量（哈格里夫斯公式）, reference evapotranspiration from temperatures alone, Hargreaves.
    ///
    /// # Formula
    /// ET0 = 0.0023·(T + 17.8)·√(Tmax − Tmin)·0.408·Ra
    ///
    /// # Symbols
    /// - T, mean temperature, between Tmin and Tmax and not below −17.8 °C, where the formula ends.
    ///
    /// # Source
    /// Hargreaves formula; unverified (textbook).
    ///
    /// # Example
    /// Mehta 2006, printed 6.1:
    /// ```
    /// use water_ledger::{irrigation::{ReferenceEt0Hargreaves, HargreavesDay}, metric::Metric, numeric::round};
    /// let day = HargreavesDay { tmin_c: 28.0, tmax_c: 38.0, tmean_c: 35.0, extraterrestrial_mj_m2_d: 38.93715 };
    /// assert_eq!(round(ReferenceEt0Hargreaves::formula(&day), 1), 6.1);
    /// ```
    ReferenceEt0Hargreaves("irrigation.reference_et0_hargreaves", "参考作物腾发量（哈格里夫斯公式）", "Reference evapotranspiration, Hargreaves")
    from HargreavesDay {
        number tmin_c "Tmin" "最低气温" "lowest temperature" = air_temperature();
        number tmax_c "Tmax" "最高气温" "highest temperature" = air_temperature();
        number tmean_c "T" "平均气温" "mean temperature" = air_temperature().at_least(-17.8);
        number extraterrestrial_mj_m2_d "Ra" "天顶辐射" "extraterrestrial radiation" = in_unit(Unit::MegajoulePerSquareMetreDay).at_least(0.0);
    }
    gives "ET0" in MillimetrePerDay, 2 decimals;
    plausible PLAUSIBLE_ET0;
    order tmin_c <= tmax_c, "tmin_above_tmax", Key::FaultTminAboveTmax;
    order tmin_c <= tmean_c, "mean_outside", Key::FaultMeanOutside;
    order tmean_c <= tmax_c, "mean_outside", Key::FaultMeanOutside;
    source sources::HARGREAVES;
    formula |x, n| {
        n(0.0023) * (x.tmean_c + n(17.8)) * (x.tmax_c - x.tmin_c).sqrt() * n(0.408) * x.extraterrestrial_mj_m2_d
    }
}
