//! 参考作物腾发量的推算, ET0 from a day's weather: as the contract asks for it, with its terms, and with estimates for
//! what is missing.

use super::radiation::RADIATION_COEFFICIENT_INLAND;
use super::reference_day::{Day, Humidity, Sky, TERMS};
use super::sources;
use super::sun::{day_of_year, latitude};
use super::vapour::{air_temperature, humidity, land_altitude, lowest_humidity};
use crate::metric::{Fault, Figure, Outcome, calculation, in_unit, inputs};
use crate::quantity::{Quantity, Unit};
use crate::text::{Key, Words};

/// FAO-56: wind at 2 m where none is known, the mean of more than 2000 stations, m/s.
const WIND_ASSUMED: f64 = 2.0;

inputs! {
    /// A day's weather: of humidity and of radiation one kind each.
    pub struct Weather {
        number tmax_c "Tmax" "最高气温" "highest temperature" = air_temperature();
        number tmin_c "Tmin" "最低气温" "lowest temperature" = air_temperature();
        number latitude_deg "φ" "纬度" "latitude" = latitude();
        number altitude_m "z" "海拔" "altitude" = land_altitude();
        number day_of_year "J" "年内日序" "day of the year" = day_of_year();
        number wind_2m_m_s "u2" "2 m 高风速" "wind speed at 2 m" = in_unit(Unit::MetrePerSecond).at_least(0.0);
        optional rh_max "RHmax" "最高相对湿度" "highest relative humidity" = humidity();
        optional rh_min "RHmin" "最低相对湿度" "lowest relative humidity" = lowest_humidity();
        optional actual_vapour_kpa "ea" "实际水汽压" "actual vapour pressure" = in_unit(Unit::Kilopascal).above(0.0);
        optional sunshine_h "n" "日照时数" "hours of sunshine" = in_unit(Unit::Hour).at_least(0.0).at_most(24.0);
        optional solar_mj_m2_d "Rs" "太阳辐射" "solar radiation" = in_unit(Unit::MegajoulePerSquareMetreDay).at_least(0.0);
        number soil_heat_mj_m2_d "G" "土壤热通量" "soil heat flux" = in_unit(Unit::MegajoulePerSquareMetreDay).or(0.0);
    }
}

calculation! {
    /// 参考作物腾发量, reference evapotranspiration ET0 from a day's weather (FAO-56 Penman–Monteith).
    ///
    /// # Formula
    /// [`PenmanMonteith`](super::PenmanMonteith) from the terms of FAO-56
    ///
    /// # Symbols
    /// - Of humidity either RHmax with RHmin, or ea; of radiation either n or Rs.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 18, Uccle on 6 July, printed 3.9:
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let asked = r#"[{"metric": "irrigation.reference_et0", "inputs": {"tmax_c": 21.5, "tmin_c": 12.3,
    ///     "latitude_deg": 50.8, "altitude_m": 100, "day_of_year": 187, "wind_2m_m_s": 2.078,
    ///     "rh_max": 84, "rh_min": 63, "sunshine_h": 9.25}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// assert_eq!(answers[0]["display"], "3.88 mm/d");
    /// ```
    ReferenceEt0("irrigation.reference_et0", "参考作物腾发量", "Reference evapotranspiration")
    from Weather;
    source sources::FAO_56;
    compute |x| Ok(last(x.day()?.terms()?))
}

calculation! {
    /// 参考作物腾发量及其各项, reference evapotranspiration with every term on its way.
    ///
    /// # Formula
    /// As [`ReferenceEt0`]
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 18, Ra printed 41.09:
    /// ```
    /// use water_ledger::{exchange::evaluate, numeric::round, text::Language};
    /// let asked = r#"[{"metric": "irrigation.reference_et0_terms", "inputs": {"tmax_c": 21.5, "tmin_c": 12.3,
    ///     "latitude_deg": 50.8, "altitude_m": 100, "day_of_year": 187, "wind_2m_m_s": 2.078,
    ///     "rh_max": 84, "rh_min": 63, "sunshine_h": 9.25}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// let radiation = answers[0]["value"]["extraterrestrial_mj_m2_d"].as_f64().expect("a number");
    /// assert_eq!(round(radiation, 2), 41.09);
    /// ```
    ReferenceEt0Terms("irrigation.reference_et0_terms", "参考作物腾发量及其各项", "Reference evapotranspiration and its terms")
    from Weather;
    source sources::FAO_56;
    compute |x| Ok(Outcome::Several(x.day()?.terms()?.into()))
}

inputs! {
    /// As much of a day's weather as there is: two temperatures, the place and the day suffice.
    pub struct SparseWeather {
        number tmax_c "Tmax" "最高气温" "highest temperature" = air_temperature();
        number tmin_c "Tmin" "最低气温" "lowest temperature" = air_temperature();
        number latitude_deg "φ" "纬度" "latitude" = latitude();
        number altitude_m "z" "海拔" "altitude" = land_altitude();
        number day_of_year "J" "年内日序" "day of the year" = day_of_year();
        optional wind_2m_m_s "u2" "2 m 高风速" "wind speed at 2 m" = in_unit(Unit::MetrePerSecond).at_least(0.0);
        optional rh_max "RHmax" "最高相对湿度" "highest relative humidity" = humidity();
        optional rh_min "RHmin" "最低相对湿度" "lowest relative humidity" = lowest_humidity();
        optional rh_mean "RHmean" "平均相对湿度" "mean relative humidity" = humidity();
        optional actual_vapour_kpa "ea" "实际水汽压" "actual vapour pressure" = in_unit(Unit::Kilopascal).above(0.0);
        optional dew_point_depression_c "ΔT" "露点低于最低气温的度数" "degrees of the dew point below the lowest temperature" = in_unit(Unit::DegreeCelsius).at_least(0.0).at_most(20.0);
        optional sunshine_h "n" "日照时数" "hours of sunshine" = in_unit(Unit::Hour).at_least(0.0).at_most(24.0);
        optional solar_mj_m2_d "Rs" "太阳辐射" "solar radiation" = in_unit(Unit::MegajoulePerSquareMetreDay).at_least(0.0);
        optional radiation_coefficient "kRs" "辐射调整系数" "adjustment coefficient of radiation" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number soil_heat_mj_m2_d "G" "土壤热通量" "soil heat flux" = in_unit(Unit::MegajoulePerSquareMetreDay).or(0.0);
    }
}

calculation! {
    /// 参考作物腾发量（缺测时估计）, reference evapotranspiration with what FAO-56 does where weather is missing.
    ///
    /// # Formula
    /// As [`ReferenceEt0`]; missing humidity: the dew point at Tmin − ΔT, ΔT = 0; missing radiation: kRs·√(Tmax − Tmin)·Ra,
    /// kRs = 0.16 inland; missing wind: 2 m/s
    ///
    /// # Symbols
    /// - Whatever was taken for granted stands among the figures that the result rests on.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56, missing data · 1998; verified (secondary).
    ///
    /// # Example
    /// FAO-56 Example 20, Lyon in July, from its two temperatures:
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let asked = r#"[{"metric": "irrigation.reference_et0_estimated", "inputs": {"tmax_c": 26.6, "tmin_c": 14.8,
    ///     "latitude_deg": 45.72, "altitude_m": 200, "day_of_year": 196}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// assert_eq!(answers[0]["display"], "4.56 mm/d");
    /// ```
    ReferenceEt0Estimated("irrigation.reference_et0_estimated", "参考作物腾发量（缺测时估计）", "Reference evapotranspiration, missing data estimated")
    from SparseWeather;
    source sources::FAO_56_MISSING;
    compute |x| Ok(last(x.day()?.terms()?))
}

impl Weather<Figure> {
    fn day(&self) -> Result<Day, Fault> {
        let humidity = match (&self.rh_max, &self.rh_min, &self.actual_vapour_kpa) {
            (Some(max), Some(min), None) => Humidity::MaxMin(max.clone(), min.clone()),
            (None, None, Some(vapour)) => Humidity::Vapour(vapour.clone()),
            (None, None, None) => {
                return Err(Fault::rule("rh_max", "humidity_missing", Key::FaultHumidityMissing));
            }
            (Some(_), None, None) => {
                return Err(Fault::rule("rh_min", "humidity_incomplete", Key::FaultHumidityIncomplete));
            }
            (None, Some(_), None) => {
                return Err(Fault::rule("rh_max", "humidity_incomplete", Key::FaultHumidityIncomplete));
            }
            (_, _, Some(_)) => return Err(humidity_twice()),
        };
        let sky = match (&self.sunshine_h, &self.solar_mj_m2_d) {
            (Some(hours), None) => Sky::Sunshine(hours.clone()),
            (None, Some(solar)) => Sky::Solar(solar.clone()),
            (None, None) => {
                return Err(Fault::rule("sunshine_h", "radiation_missing", Key::FaultRadiationMissing));
            }
            (Some(_), Some(_)) => return Err(radiation_twice()),
        };
        Ok(Day {
            tmax: self.tmax_c.clone(),
            tmin: self.tmin_c.clone(),
            latitude: self.latitude_deg.clone(),
            altitude: self.altitude_m.clone(),
            day_of_year: self.day_of_year.clone(),
            wind: self.wind_2m_m_s.clone(),
            humidity,
            sky,
            soil_heat: self.soil_heat_mj_m2_d.clone(),
        })
    }
}

impl SparseWeather<Figure> {
    fn day(&self) -> Result<Day, Fault> {
        let wind = || {
            let name =
                Words::new("2 m 高风速（缺测，取 2 m/s）", "wind speed at 2 m, missing and taken as 2 m/s");
            assumed(WIND_ASSUMED, Unit::MetrePerSecond, name)
        };
        Ok(Day {
            tmax: self.tmax_c.clone(),
            tmin: self.tmin_c.clone(),
            latitude: self.latitude_deg.clone(),
            altitude: self.altitude_m.clone(),
            day_of_year: self.day_of_year.clone(),
            wind: self.wind_2m_m_s.clone().unwrap_or_else(wind),
            humidity: self.humidity()?,
            sky: self.sky()?,
            soil_heat: self.soil_heat_mj_m2_d.clone(),
        })
    }

    fn humidity(&self) -> Result<Humidity, Fault> {
        let assume = || {
            let name = Words::new(
                "露点低于最低气温的度数（缺测，取 0）",
                "dew point below the lowest temperature, taken as 0",
            );
            assumed(0.0, Unit::DegreeCelsius, name)
        };
        let relative = match (&self.rh_max, &self.rh_min, &self.rh_mean) {
            (Some(max), Some(min), None) => Some(Humidity::MaxMin(max.clone(), min.clone())),
            (Some(max), None, None) => Some(Humidity::Max(max.clone())),
            (None, None, Some(mean)) => Some(Humidity::Mean(mean.clone())),
            (None, None, None) => None,
            (None, Some(_), None) => {
                return Err(Fault::rule("rh_max", "humidity_incomplete", Key::FaultHumidityIncomplete));
            }
            (_, _, Some(_)) => return Err(humidity_twice()),
        };
        match (relative, &self.actual_vapour_kpa, &self.dew_point_depression_c) {
            (Some(relative), None, None) => Ok(relative),
            (None, Some(vapour), None) => Ok(Humidity::Vapour(vapour.clone())),
            (None, None, depression) => Ok(Humidity::BelowTmin(depression.clone().unwrap_or_else(assume))),
            _ => Err(humidity_twice()),
        }
    }

    fn sky(&self) -> Result<Sky, Fault> {
        let assume = || {
            let name = Words::new(
                "辐射调整系数（内陆，取 0.16）",
                "adjustment coefficient of radiation, inland, taken as 0.16",
            );
            assumed(RADIATION_COEFFICIENT_INLAND, Unit::One, name)
        };
        match (&self.sunshine_h, &self.solar_mj_m2_d, &self.radiation_coefficient) {
            (Some(hours), None, None) => Ok(Sky::Sunshine(hours.clone())),
            (None, Some(solar), None) => Ok(Sky::Solar(solar.clone())),
            (None, None, coefficient) => Ok(Sky::Temperatures(coefficient.clone().unwrap_or_else(assume))),
            _ => Err(radiation_twice()),
        }
    }
}

/// A number that FAO-56 takes where none is known.
fn assumed(value: f64, unit: Unit, name: Words) -> Figure {
    Figure::reference(Quantity::new(value, unit), name, sources::FAO_56_MISSING)
}

fn humidity_twice() -> Fault {
    Fault::rule("rh_max", "humidity_twice", Key::FaultHumidityTwice)
}

fn radiation_twice() -> Fault {
    Fault::rule("solar_mj_m2_d", "radiation_twice", Key::FaultRadiationTwice)
}

/// ET0, the last of its terms.
fn last([.., (_, et0)]: [(&'static str, Figure); TERMS]) -> Outcome {
    Outcome::One(et0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{AnyCalculation, GivenNumber, Origin, Path};

    /// ET0 estimated from two temperatures, the place and the day, and whatever else is given.
    fn estimated(more: &[(&'static str, f64)]) -> Figure {
        let sparse = [
            ("tmax_c", 26.6),
            ("tmin_c", 14.8),
            ("latitude_deg", 45.72),
            ("altitude_m", 200.0),
            ("day_of_year", 196.0),
        ];
        // In the order of the inputs, as a caller's numbers are laid out.
        let keys = ReferenceEt0Estimated.inputs().iter().map(|input| input.key);
        let known =
            |key| sparse.iter().chain(more).chain(&[("soil_heat_mj_m2_d", 0.0)]).find(|(k, _)| *k == key);
        let given = keys.filter_map(known).map(|(key, value)| GivenNumber {
            path: Path::to(key),
            value: *value,
            u: None,
        });
        match AnyCalculation::compute(&ReferenceEt0Estimated, &given.collect::<Vec<_>>()) {
            Ok(Outcome::One(et0)) => et0,
            other => panic!("one figure, not {other:?}"),
        }
    }

    /// The English names of all numbers that were taken for granted.
    fn assumptions(figure: &Figure) -> Vec<&'static str> {
        match figure.origin() {
            Origin::Typed(_) => Vec::new(),
            Origin::Reference { name, source } if *source == sources::FAO_56_MISSING => vec![name.en],
            Origin::Reference { .. } => Vec::new(),
            Origin::Computed { inputs, .. } => {
                let mut all: Vec<_> = inputs.iter().flat_map(|(_, input)| assumptions(input)).collect();
                all.sort_unstable();
                all.dedup();
                all
            }
        }
    }

    #[test]
    fn what_was_assumed_stands_among_what_the_result_rests_on() {
        let assumed = assumptions(&estimated(&[]));
        assert_eq!(assumed.len(), 3, "{assumed:?}");
        for about in ["dew point", "radiation", "wind"] {
            assert!(assumed.iter().any(|name| name.contains(about)), "{about} in {assumed:?}");
        }
        let wind = [("wind_2m_m_s", 2.0)];
        assert!(assumptions(&estimated(&wind)).iter().all(|name| !name.contains("wind")));
        let all = [("wind_2m_m_s", 2.0), ("rh_mean", 70.0), ("sunshine_h", 9.0)];
        assert_eq!(assumptions(&estimated(&all)), Vec::<&str>::new());
    }
}
