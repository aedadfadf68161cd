//! 气温、气压与水汽压, temperature, air pressure and vapour pressure: the first steps of FAO-56.

use super::sources;
use crate::metric::{Fault, Number, Spec, in_unit, inputs, metric};
use crate::quantity::Unit;
use crate::text::Key;

/// What thermometers on land have shown, −89.2 to 56.7 °C, rounded outwards.
pub(super) const fn air_temperature() -> Spec {
    in_unit(Unit::DegreeCelsius).at_least(-90.0).at_most(60.0)
}

/// The land of the Earth, −430 m at the Dead Sea to 8849 m, rounded outwards.
pub(super) const fn land_altitude() -> Spec {
    in_unit(Unit::Metre).at_least(-500.0).at_most(9000.0)
}

/// The highest or mean relative humidity of a day, in %.
pub(super) const fn humidity() -> Spec {
    in_unit(Unit::Percent).above(0.0).at_most(100.0)
}

/// The lowest relative humidity of a day, in %; in a desert it may come close to zero.
pub(super) const fn lowest_humidity() -> Spec {
    in_unit(Unit::Percent).at_least(0.0).at_most(100.0)
}

/// Air is never as dry as 1 % all day: such a humidity is a fraction that was meant as a percentage.
fn in_percent(key: &'static str, humidity: f64) -> Result<(), Fault> {
    let fraction = || Fault::rule(key, "humidity_as_fraction", Key::FaultHumidityAsFraction);
    if humidity > 1.0 { Ok(()) } else { Err(fraction()) }
}

const fn vapour_pressure() -> Spec {
    in_unit(Unit::Kilopascal).above(0.0)
}

/// e°(T), saturation vapour pressure in kPa. It stands here for all formulas that need it.
fn saturation<N: Number>(temperature: N) -> N {
    let n = N::from;
    n(0.6108) * (n(17.27) * temperature / (temperature + n(237.3))).exp()
}

inputs! {
    /// The highest and the lowest temperature of a day, or their means over a month.
    pub struct Temperatures {
        number tmax_c "Tmax" "最高气温" "highest temperature" = air_temperature();
        number tmin_c "Tmin" "最低气温" "lowest temperature" = air_temperature();
    }
}

metric! {
    /// 平均气温, mean temperature of a day.
    ///
    /// # Formula
    /// T = (Tmax + Tmin) / 2
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// Uccle, printed 16.9:
    /// ```
    /// use water_ledger::{irrigation::{MeanTemperature, Temperatures}, metric::Metric, numeric::round};
    /// assert_eq!(round(MeanTemperature::formula(&Temperatures { tmax_c: 21.5, tmin_c: 12.3 }), 1), 16.9);
    /// ```
    MeanTemperature("irrigation.mean_temperature", "平均气温", "Mean temperature")
    from Temperatures;
    gives "T" in DegreeCelsius, 1 decimals;
    order tmin_c <= tmax_c, "tmin_above_tmax", Key::FaultTminAboveTmax;
    source sources::FAO_56;
    formula |x, n| (x.tmax_c + x.tmin_c) / n(2.0)
}

metric! {
    /// 大气压, atmospheric pressure at an altitude.
    ///
    /// # Formula
    /// P = 101.3·((293 − 0.0065·z) / 293)^5.26
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 2, printed 81.8:
    /// ```
    /// use water_ledger::{irrigation::{Altitude, AtmosphericPressure}, metric::Metric, numeric::round};
    /// assert_eq!(round(AtmosphericPressure::formula(&Altitude { altitude_m: 1800.0 }), 1), 81.8);
    /// ```
    AtmosphericPressure("irrigation.atmospheric_pressure", "大气压", "Atmospheric pressure")
    from Altitude {
        number altitude_m "z" "海拔" "altitude" = land_altitude();
    }
    gives "P" in Kilopascal, 1 decimals;
    source sources::FAO_56;
    formula |x, n| n(101.3) * ((n(293.0) - n(0.0065) * x.altitude_m) / n(293.0)).pow(n(5.26))
}

metric! {
    /// 湿度计常数, psychrometric constant at a pressure.
    ///
    /// # Formula
    /// γ = 0.000665·P
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 2, printed 0.054:
    /// ```
    /// use water_ledger::{irrigation::{Pressure, PsychrometricConstant}, metric::Metric, numeric::round};
    /// assert_eq!(round(PsychrometricConstant::formula(&Pressure { pressure_kpa: 81.8 }), 3), 0.054);
    /// ```
    PsychrometricConstant("irrigation.psychrometric_constant", "湿度计常数", "Psychrometric constant")
    from Pressure {
        number pressure_kpa "P" "大气压" "atmospheric pressure" = in_unit(Unit::Kilopascal).above(0.0);
    }
    gives "γ" in KilopascalPerDegree, 4 decimals;
    source sources::FAO_56;
    formula |x, n| n(0.665e-3) * x.pressure_kpa
}

metric! {
    /// 饱和水汽压, saturation vapour pressure at a temperature; at the dew point it is the actual vapour pressure.
    ///
    /// # Formula
    /// e° = 0.6108·exp(17.27·T / (T + 237.3))
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 20, printed 1.68:
    /// ```
    /// use water_ledger::{irrigation::{AirTemperature, SaturationVapourPressure}, metric::Metric, numeric::round};
    /// assert_eq!(round(SaturationVapourPressure::formula(&AirTemperature { temperature_c: 14.8 }), 2), 1.68);
    /// ```
    SaturationVapourPressure("irrigation.saturation_vapour_pressure", "饱和水汽压", "Saturation vapour pressure")
    from AirTemperature {
        number temperature_c "T" "气温" "temperature" = air_temperature();
    }
    gives "e°" in Kilopascal, 3 decimals;
    source sources::FAO_56;
    formula |x, n| saturation(x.temperature_c)
}

metric! {
    /// 平均饱和水汽压, mean saturation vapour pressure of a day.
    ///
    /// # Formula
    /// es = (e°(Tmax) + e°(Tmin)) / 2, e°(T) = 0.6108·exp(17.27·T / (T + 237.3))
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 3, printed 2.39:
    /// ```
    /// use water_ledger::{irrigation::{MeanSaturationVapourPressure, Temperatures}, metric::Metric, numeric::round};
    /// let day = Temperatures { tmax_c: 24.5, tmin_c: 15.0 };
    /// assert_eq!(round(MeanSaturationVapourPressure::formula(&day), 2), 2.39);
    /// ```
    MeanSaturationVapourPressure("irrigation.mean_saturation_vapour_pressure", "平均饱和水汽压", "Mean saturation vapour pressure")
    from Temperatures;
    gives "es" in Kilopascal, 3 decimals;
    order tmin_c <= tmax_c, "tmin_above_tmax", Key::FaultTminAboveTmax;
    source sources::FAO_56;
    formula |x, n| (saturation(x.tmax_c) + saturation(x.tmin_c)) / n(2.0)
}

metric! {
    /// 饱和水汽压曲线斜率, slope of the saturation vapour pressure curve.
    ///
    /// # Formula
    /// Δ = 4098·e°(T) / (T + 237.3)², e°(T) = 0.6108·exp(17.27·T / (T + 237.3))
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// Uccle, printed 0.122:
    /// ```
    /// use water_ledger::{irrigation::{AirTemperature, VapourPressureSlope}, metric::Metric, numeric::round};
    /// assert_eq!(round(VapourPressureSlope::formula(&AirTemperature { temperature_c: 16.9 }), 3), 0.122);
    /// ```
    VapourPressureSlope("irrigation.vapour_pressure_slope", "饱和水汽压曲线斜率", "Slope of the saturation vapour pressure curve")
    from AirTemperature;
    gives "Δ" in KilopascalPerDegree, 4 decimals;
    source sources::FAO_56;
    formula |x, n| n(4098.0) * saturation(x.temperature_c) / (x.temperature_c + n(237.3)).pow(n(2.0))
}

metric! {
    /// 实际水汽压（干湿球）, actual vapour pressure from a psychrometer.
    ///
    /// # Formula
    /// ea = e°(Twet) − a·P·(Tdry − Twet), e°(T) = 0.6108·exp(17.27·T / (T + 237.3))
    ///
    /// # Symbols
    /// - a: 0.000662 ventilated, 0.000800 natural draught, 0.001200 indoors.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 4, printed 1.91:
    /// ```
    /// use water_ledger::{irrigation::{Psychrometer, VapourPressurePsychrometer}, metric::Metric, numeric::round};
    /// let read = Psychrometer { twet_c: 19.5, tdry_c: 25.6, pressure_kpa: 87.9, coefficient_per_c: 0.000662 };
    /// assert_eq!(round(VapourPressurePsychrometer::formula(&read), 2), 1.91);
    /// ```
    VapourPressurePsychrometer("irrigation.vapour_pressure_psychrometer", "实际水汽压（干湿球）", "Actual vapour pressure, psychrometer")
    from Psychrometer {
        number twet_c "Twet" "湿球温度" "wet-bulb temperature" = air_temperature();
        number tdry_c "Tdry" "干球温度" "dry-bulb temperature" = air_temperature();
        number pressure_kpa "P" "大气压" "atmospheric pressure" = in_unit(Unit::Kilopascal).above(0.0);
        number coefficient_per_c "a" "干湿表系数" "psychrometer coefficient" = in_unit(Unit::One).above(0.0).or(0.000662);
    }
    gives "ea" in Kilopascal, 3 decimals;
    order twet_c <= tdry_c, "wet_bulb_above_dry", Key::FaultWetBulbAboveDry;
    source sources::FAO_56;
    check |x| match saturation(x.twet_c) > x.coefficient_per_c * x.pressure_kpa * (x.tdry_c - x.twet_c) {
        true => Ok(()),
        false => Err(Fault::rule("twet_c", "wet_bulb_too_low", Key::FaultWetBulbTooLow)),
    };
    formula |x, n| saturation(x.twet_c) - x.coefficient_per_c * x.pressure_kpa * (x.tdry_c - x.twet_c)
}

metric! {
    /// 实际水汽压（最高最低相对湿度）, actual vapour pressure from the highest and lowest relative humidity.
    ///
    /// # Formula
    /// ea = (e°(Tmin)·RHmax + e°(Tmax)·RHmin) / 200
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 5, printed 1.70:
    /// ```
    /// use water_ledger::{irrigation::{RhMaxMin, VapourPressureRhMaxMin}, metric::Metric, numeric::round};
    /// let day = RhMaxMin { saturation_at_tmin_kpa: 2.064, saturation_at_tmax_kpa: 3.168, rh_max: 82.0, rh_min: 54.0 };
    /// assert_eq!(round(VapourPressureRhMaxMin::formula(&day), 2), 1.7);
    /// ```
    VapourPressureRhMaxMin("irrigation.vapour_pressure_rh_max_min", "实际水汽压（最高最低相对湿度）", "Actual vapour pressure, highest and lowest humidity")
    from RhMaxMin {
        number saturation_at_tmin_kpa "e°(Tmin)" "最低气温时饱和水汽压" "saturation at the lowest temperature" = vapour_pressure();
        number saturation_at_tmax_kpa "e°(Tmax)" "最高气温时饱和水汽压" "saturation at the highest temperature" = vapour_pressure();
        number rh_max "RHmax" "最高相对湿度" "highest relative humidity" = humidity();
        number rh_min "RHmin" "最低相对湿度" "lowest relative humidity" = lowest_humidity();
    }
    gives "ea" in Kilopascal, 3 decimals;
    order saturation_at_tmin_kpa <= saturation_at_tmax_kpa, "tmin_above_tmax", Key::FaultTminAboveTmax;
    order rh_min <= rh_max, "rh_min_above_rh_max", Key::FaultRhMinAboveRhMax;
    source sources::FAO_56;
    check |x| in_percent("rh_max", x.rh_max);
    formula |x, n| (x.saturation_at_tmin_kpa * x.rh_max + x.saturation_at_tmax_kpa * x.rh_min) / n(200.0)
}

metric! {
    /// 实际水汽压（最高相对湿度）, actual vapour pressure from the highest relative humidity alone.
    ///
    /// # Formula
    /// ea = e°(Tmin)·RHmax / 100
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 5, printed 1.69:
    /// ```
    /// use water_ledger::{irrigation::{RhMax, VapourPressureRhMax}, metric::Metric, numeric::round};
    /// let day = RhMax { saturation_at_tmin_kpa: 2.064, rh_max: 82.0 };
    /// assert_eq!(round(VapourPressureRhMax::formula(&day), 2), 1.69);
    /// ```
    VapourPressureRhMax("irrigation.vapour_pressure_rh_max", "实际水汽压（最高相对湿度）", "Actual vapour pressure, highest humidity")
    from RhMax {
        number saturation_at_tmin_kpa "e°(Tmin)" "最低气温时饱和水汽压" "saturation at the lowest temperature" = vapour_pressure();
        number rh_max "RHmax" "最高相对湿度" "highest relative humidity" = humidity();
    }
    gives "ea" in Kilopascal, 3 decimals;
    source sources::FAO_56;
    check |x| in_percent("rh_max", x.rh_max);
    formula |x, n| x.saturation_at_tmin_kpa * x.rh_max / n(100.0)
}

metric! {
    /// 实际水汽压（平均相对湿度）, actual vapour pressure from the mean relative humidity.
    ///
    /// # Formula
    /// ea = RHmean / 100·(e°(Tmin) + e°(Tmax)) / 2
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 5, printed 1.78:
    /// ```
    /// use water_ledger::{irrigation::{RhMean, VapourPressureRhMean}, metric::Metric, numeric::round};
    /// let day = RhMean { saturation_at_tmin_kpa: 2.064, saturation_at_tmax_kpa: 3.168, rh_mean: 68.0 };
    /// assert_eq!(round(VapourPressureRhMean::formula(&day), 2), 1.78);
    /// ```
    VapourPressureRhMean("irrigation.vapour_pressure_rh_mean", "实际水汽压（平均相对湿度）", "Actual vapour pressure, mean humidity")
    from RhMean {
        number saturation_at_tmin_kpa "e°(Tmin)" "最低气温时饱和水汽压" "saturation at the lowest temperature" = vapour_pressure();
        number saturation_at_tmax_kpa "e°(Tmax)" "最高气温时饱和水汽压" "saturation at the highest temperature" = vapour_pressure();
        number rh_mean "RHmean" "平均相对湿度" "mean relative humidity" = humidity();
    }
    gives "ea" in Kilopascal, 3 decimals;
    order saturation_at_tmin_kpa <= saturation_at_tmax_kpa, "tmin_above_tmax", Key::FaultTminAboveTmax;
    source sources::FAO_56;
    check |x| in_percent("rh_mean", x.rh_mean);
    formula |x, n| x.rh_mean / n(100.0) * (x.saturation_at_tmin_kpa + x.saturation_at_tmax_kpa) / n(2.0)
}

metric! {
    /// 实际水汽压（以最低气温估计露点）, actual vapour pressure where humidity is missing: the dew point lies near the lowest temperature.
    ///
    /// # Formula
    /// ea = e°(Tmin − ΔT), e°(T) = 0.6108·exp(17.27·T / (T + 237.3))
    ///
    /// # Symbols
    /// - ΔT, how far the dew point lies below Tmin: 0 over well-watered land, more in arid places.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56, missing data · 1998; verified (secondary).
    ///
    /// # Example
    /// FAO-56 Example 20, printed 1.68:
    /// ```
    /// use water_ledger::{irrigation::{DewPointEstimate, VapourPressureTmin}, metric::Metric, numeric::round};
    /// let day = DewPointEstimate { tmin_c: 14.8, dew_point_depression_c: 0.0 };
    /// assert_eq!(round(VapourPressureTmin::formula(&day), 2), 1.68);
    /// ```
    VapourPressureTmin("irrigation.vapour_pressure_tmin", "实际水汽压（以最低气温估计露点）", "Actual vapour pressure, from the lowest temperature")
    from DewPointEstimate {
        number tmin_c "Tmin" "最低气温" "lowest temperature" = air_temperature();
        number dew_point_depression_c "ΔT" "露点低于最低气温的度数" "degrees of the dew point below it" = in_unit(Unit::DegreeCelsius).at_least(0.0).at_most(20.0).or(0.0);
    }
    gives "ea" in Kilopascal, 3 decimals;
    source sources::FAO_56_MISSING;
    formula |x, n| saturation(x.tmin_c - x.dew_point_depression_c)
}
