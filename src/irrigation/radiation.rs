//! 辐射与风, radiation that reaches and leaves the field, and wind.

use super::sources;
use super::vapour::{air_temperature, land_altitude};
use crate::metric::{Number, Spec, in_unit, metric};
use crate::quantity::Unit;
use crate::text::Key;

/// Share of short-wave radiation that grass reflects, FAO-56.
pub(super) const GRASS_ALBEDO: f64 = 0.23;

/// Stefan–Boltzmann constant by the day, MJ/(K⁴·m²·d), FAO-56.
const STEFAN_BOLTZMANN: f64 = 4.903e-9;

/// 0 °C in K, as FAO-56 computes long-wave radiation.
const ZERO_CELSIUS: f64 = 273.16;

/// Share of the sky's radiation that comes through on an overcast day, and what sunshine adds to it; FAO-56.
pub(super) const ANGSTROM: (f64, f64) = (0.25, 0.50);

/// FAO-56: kRs inland; on the coast it is 0.19.
pub(super) const RADIATION_COEFFICIENT_INLAND: f64 = 0.16;

const fn radiation() -> Spec {
    in_unit(Unit::MegajoulePerSquareMetreDay)
}

metric! {
    /// 太阳辐射（由日照时数）, solar radiation from hours of sunshine.
    ///
    /// # Formula
    /// Rs = (as + bs·n / N)·Ra
    ///
    /// # Symbols
    /// - as, bs: 0.25 and 0.50 where no local ones are known.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 10, printed 14.45:
    /// ```
    /// use water_ledger::{irrigation::{SolarRadiationSunshine, Sunshine}, metric::Metric, numeric::round};
    /// let day = Sunshine {
    ///     sunshine_h: 7.1, daylight_h: 10.9, extraterrestrial_mj_m2_d: 25.1, angstrom_a: 0.25, angstrom_b: 0.5,
    /// };
    /// assert_eq!(round(SolarRadiationSunshine::formula(&day), 2), 14.45);
    /// ```
    SolarRadiationSunshine("irrigation.solar_radiation_sunshine", "太阳辐射（由日照时数）", "Solar radiation from sunshine")
    from Sunshine {
        number sunshine_h "n" "日照时数" "hours of sunshine" = in_unit(Unit::Hour).at_least(0.0).at_most(24.0);
        number daylight_h "N" "可照时数" "daylight hours" = in_unit(Unit::Hour).above(0.0).at_most(24.0);
        number extraterrestrial_mj_m2_d "Ra" "天顶辐射" "extraterrestrial radiation" = radiation().at_least(0.0);
        number angstrom_a "as" "阴天透过份额" "share on an overcast day" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(ANGSTROM.0);
        number angstrom_b "bs" "日照增加份额" "share added by sunshine" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(ANGSTROM.1);
    }
    gives "Rs" in MegajoulePerSquareMetreDay, 2 decimals;
    order sunshine_h <= daylight_h, "sunshine_above_daylight", Key::FaultSunshineAboveDaylight;
    source sources::FAO_56;
    formula |x, n| (x.angstrom_a + x.angstrom_b * x.sunshine_h / x.daylight_h) * x.extraterrestrial_mj_m2_d
}

metric! {
    /// 太阳辐射（由气温日较差）, solar radiation where sunshine is missing, from the range of temperature.
    ///
    /// # Formula
    /// Rs = min(kRs·√(Tmax − Tmin)·Ra, Rso)
    ///
    /// # Symbols
    /// - kRs: 0.16 inland, 0.19 on the coast. No more than under a clear sky.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56, missing data · 1998; verified (secondary).
    ///
    /// # Example
    /// 10 °C between night and day under Ra = 40:
    /// ```
    /// use water_ledger::{irrigation::{SolarRadiationTemperature, TemperatureRange}, metric::Metric, numeric::round};
    /// let day = TemperatureRange {
    ///     tmax_c: 26.0, tmin_c: 10.0, extraterrestrial_mj_m2_d: 40.0, clear_sky_mj_m2_d: 30.0, radiation_coefficient: 0.16,
    /// };
    /// assert_eq!(round(SolarRadiationTemperature::formula(&day), 2), 25.6);
    /// ```
    SolarRadiationTemperature("irrigation.solar_radiation_temperature", "太阳辐射（由气温日较差）", "Solar radiation from temperatures")
    from TemperatureRange {
        number tmax_c "Tmax" "最高气温" "highest temperature" = air_temperature();
        number tmin_c "Tmin" "最低气温" "lowest temperature" = air_temperature();
        number extraterrestrial_mj_m2_d "Ra" "天顶辐射" "extraterrestrial radiation" = radiation().at_least(0.0);
        number clear_sky_mj_m2_d "Rso" "晴空辐射" "clear-sky radiation" = radiation().at_least(0.0);
        number radiation_coefficient "kRs" "辐射调整系数" "adjustment coefficient" = in_unit(Unit::One).above(0.0).at_most(1.0).or(RADIATION_COEFFICIENT_INLAND);
    }
    gives "Rs" in MegajoulePerSquareMetreDay, 2 decimals;
    order tmin_c <= tmax_c, "tmin_above_tmax", Key::FaultTminAboveTmax;
    source sources::FAO_56_MISSING;
    formula |x, n| {
        (x.radiation_coefficient * (x.tmax_c - x.tmin_c).sqrt() * x.extraterrestrial_mj_m2_d).min_of(x.clear_sky_mj_m2_d)
    }
}

metric! {
    /// 晴空辐射, clear-sky radiation.
    ///
    /// # Formula
    /// Rso = (0.75 + 0.00002·z)·Ra
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 18, printed 30.9:
    /// ```
    /// use water_ledger::{irrigation::{ClearSky, ClearSkyRadiation}, metric::Metric, numeric::round};
    /// let day = ClearSky { altitude_m: 100.0, extraterrestrial_mj_m2_d: 41.09 };
    /// assert_eq!(round(ClearSkyRadiation::formula(&day), 2), 30.9);
    /// ```
    ClearSkyRadiation("irrigation.clear_sky_radiation", "晴空辐射", "Clear-sky radiation")
    from ClearSky {
        number altitude_m "z" "海拔" "altitude" = land_altitude();
        number extraterrestrial_mj_m2_d "Ra" "天顶辐射" "extraterrestrial radiation" = radiation().at_least(0.0);
    }
    gives "Rso" in MegajoulePerSquareMetreDay, 2 decimals;
    source sources::FAO_56;
    formula |x, n| (n(0.75) + n(2e-5) * x.altitude_m) * x.extraterrestrial_mj_m2_d
}

metric! {
    /// 净短波辐射, net short-wave radiation.
    ///
    /// # Formula
    /// Rns = (1 − α)·Rs
    ///
    /// # Symbols
    /// - α, albedo: 0.23 for the grass that ET0 is defined for.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 12 from 14.45, printed 11.1:
    /// ```
    /// use water_ledger::{irrigation::{NetShortwave, Reflection}, metric::Metric, numeric::round};
    /// let day = Reflection { solar_mj_m2_d: 14.45, albedo: 0.23 };
    /// assert_eq!(round(NetShortwave::formula(&day), 1), 11.1);
    /// ```
    NetShortwave("irrigation.net_shortwave", "净短波辐射", "Net short-wave radiation")
    from Reflection {
        number solar_mj_m2_d "Rs" "太阳辐射" "solar radiation" = radiation().at_least(0.0);
        number albedo "α" "反照率" "albedo" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(GRASS_ALBEDO);
    }
    gives "Rns" in MegajoulePerSquareMetreDay, 2 decimals;
    source sources::FAO_56;
    formula |x, n| (n(1.0) - x.albedo) * x.solar_mj_m2_d
}

/// TK⁴ of a temperature in °C.
fn fourth_power<N: Number>(celsius: N) -> N {
    (celsius + N::from(ZERO_CELSIUS)).pow(N::from(4.0))
}

metric! {
    /// 净长波辐射, net long-wave radiation that leaves the field.
    ///
    /// # Formula
    /// Rnl = 4.903·10⁻⁹·(TmaxK⁴ + TminK⁴) / 2·(0.34 − 0.14·√ea)·(1.35·min(Rs / Rso, 1) − 0.35),
    /// TmaxK = Tmax + 273.16, TminK = Tmin + 273.16
    ///
    /// # Symbols
    /// - TmaxK, TminK, temperatures in K.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 11, printed 3.5:
    /// ```
    /// use water_ledger::{irrigation::{LongwaveBalance, NetLongwave}, metric::Metric, numeric::round};
    /// let day = LongwaveBalance {
    ///     tmax_c: 25.1, tmin_c: 19.1, solar_mj_m2_d: 14.5, clear_sky_mj_m2_d: 18.8, actual_vapour_kpa: 2.1,
    /// };
    /// assert_eq!(round(NetLongwave::formula(&day), 1), 3.5);
    /// ```
    NetLongwave("irrigation.net_longwave", "净长波辐射", "Net long-wave radiation")
    from LongwaveBalance {
        number tmax_c "Tmax" "最高气温" "highest temperature" = air_temperature();
        number tmin_c "Tmin" "最低气温" "lowest temperature" = air_temperature();
        number solar_mj_m2_d "Rs" "太阳辐射" "solar radiation" = radiation().at_least(0.0);
        number clear_sky_mj_m2_d "Rso" "晴空辐射" "clear-sky radiation" = radiation().above(0.0);
        number actual_vapour_kpa "ea" "实际水汽压" "actual vapour pressure" = in_unit(Unit::Kilopascal).at_least(0.0);
    }
    gives "Rnl" in MegajoulePerSquareMetreDay, 2 decimals;
    order tmin_c <= tmax_c, "tmin_above_tmax", Key::FaultTminAboveTmax;
    source sources::FAO_56;
    formula |x, n| {
        let black_body = n(STEFAN_BOLTZMANN) * ((fourth_power(x.tmax_c) + fourth_power(x.tmin_c)) / n(2.0));
        let humidity = n(0.34) - n(0.14) * x.actual_vapour_kpa.sqrt();
        let cloudiness = n(1.35) * (x.solar_mj_m2_d / x.clear_sky_mj_m2_d).min_of(n(1.0)) - n(0.35);
        black_body * humidity * cloudiness
    }
}

metric! {
    /// 净辐射, net radiation.
    ///
    /// # Formula
    /// Rn = Rns − Rnl
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 18, printed 13.28:
    /// ```
    /// use water_ledger::{irrigation::{NetRadiation, ShortAndLongwave}, metric::Metric, numeric::round};
    /// let day = ShortAndLongwave { net_shortwave_mj_m2_d: 16.99, net_longwave_mj_m2_d: 3.71 };
    /// assert_eq!(round(NetRadiation::formula(&day), 2), 13.28);
    /// ```
    NetRadiation("irrigation.net_radiation", "净辐射", "Net radiation")
    from ShortAndLongwave {
        number net_shortwave_mj_m2_d "Rns" "净短波辐射" "net short-wave radiation" = radiation().at_least(0.0);
        number net_longwave_mj_m2_d "Rnl" "净长波辐射" "net long-wave radiation" = radiation();
    }
    gives "Rn" in MegajoulePerSquareMetreDay, 2 decimals;
    source sources::FAO_56;
    formula |x, n| x.net_shortwave_mj_m2_d - x.net_longwave_mj_m2_d
}

metric! {
    /// 土壤热通量（前后月气温）, soil heat flux of a month between the months before and after it.
    ///
    /// # Formula
    /// G = 0.07·(Tᵢ₊₁ − Tᵢ₋₁)
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified. For a single day G is 0.
    ///
    /// # Example
    /// FAO-56 Example 13, printed 0.33:
    /// ```
    /// use water_ledger::{irrigation::{MonthsAround, SoilHeatFluxMonth}, metric::Metric, numeric::round};
    /// let months = MonthsAround { previous_month_c: 14.1, next_month_c: 18.8 };
    /// assert_eq!(round(SoilHeatFluxMonth::formula(&months), 2), 0.33);
    /// ```
    SoilHeatFluxMonth("irrigation.soil_heat_flux_month", "土壤热通量（前后月气温）", "Soil heat flux of a month")
    from MonthsAround {
        number previous_month_c "Tᵢ₋₁" "上月平均气温" "mean temperature of the month before" = air_temperature();
        number next_month_c "Tᵢ₊₁" "下月平均气温" "mean temperature of the month after" = air_temperature();
    }
    gives "G" in MegajoulePerSquareMetreDay, 2 decimals;
    source sources::FAO_56;
    formula |x, n| n(0.07) * (x.next_month_c - x.previous_month_c)
}

metric! {
    /// 土壤热通量（本月与上月气温）, soil heat flux of a month where the next one is not known yet.
    ///
    /// # Formula
    /// G = 0.14·(Tᵢ − Tᵢ₋₁)
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{MonthBefore, SoilHeatFluxSinceMonth}, metric::Metric, numeric::round};
    /// let months = MonthBefore { previous_month_c: 14.1, this_month_c: 16.1 };
    /// assert_eq!(round(SoilHeatFluxSinceMonth::formula(&months), 2), 0.28);
    /// ```
    SoilHeatFluxSinceMonth("irrigation.soil_heat_flux_since_month", "土壤热通量（本月与上月气温）", "Soil heat flux since the month before")
    from MonthBefore {
        number previous_month_c "Tᵢ₋₁" "上月平均气温" "mean temperature of the month before" = air_temperature();
        number this_month_c "Tᵢ" "本月平均气温" "mean temperature of this month" = air_temperature();
    }
    gives "G" in MegajoulePerSquareMetreDay, 2 decimals;
    source sources::FAO_56;
    formula |x, n| n(0.14) * (x.this_month_c - x.previous_month_c)
}

metric! {
    /// 蒸发当量, evaporation that an energy could feed.
    ///
    /// # Formula
    /// E = 0.408·R
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 13, printed 0.13:
    /// ```
    /// use water_ledger::{irrigation::{Energy, EvaporationEquivalent}, metric::Metric, numeric::round};
    /// assert_eq!(round(EvaporationEquivalent::formula(&Energy { energy_mj_m2_d: 0.33 }), 2), 0.13);
    /// ```
    EvaporationEquivalent("irrigation.evaporation_equivalent", "蒸发当量", "Evaporation equivalent")
    from Energy {
        number energy_mj_m2_d "R" "能量" "energy" = radiation();
    }
    gives "E" in MillimetrePerDay, 2 decimals;
    source sources::FAO_56;
    formula |x, n| n(0.408) * x.energy_mj_m2_d
}

metric! {
    /// 换算到 2 m 高的风速, wind speed at 2 m from that at another height.
    ///
    /// # Formula
    /// u2 = uz·4.87 / ln(67.8·z − 5.42)
    ///
    /// # Symbols
    /// - z, height of the instrument, above the grass of 0.12 m that ET0 is defined for.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 14, printed 2.4:
    /// ```
    /// use water_ledger::{irrigation::{WindAtHeight, WindSpeed2m}, metric::Metric, numeric::round};
    /// assert_eq!(round(WindSpeed2m::formula(&WindAtHeight { wind_m_s: 3.2, height_m: 10.0 }), 1), 2.4);
    /// ```
    WindSpeed2m("irrigation.wind_speed_2m", "2 m 高风速", "Wind speed at 2 m")
    from WindAtHeight {
        number wind_m_s "uz" "风速" "wind speed" = in_unit(Unit::MetrePerSecond).at_least(0.0);
        number height_m "z" "测风高度" "height of the instrument" = in_unit(Unit::Metre).above(0.12);
    }
    gives "u2" in MetrePerSecond, 2 decimals;
    source sources::FAO_56;
    formula |x, n| x.wind_m_s * n(4.87) / (n(67.8) * x.height_m - n(5.42)).ln()
}
