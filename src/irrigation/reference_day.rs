//! FAO-56 的推算过程, the way of FAO-56 from a day's weather to ET0, step by step.

use super::radiation::{ANGSTROM, GRASS_ALBEDO};
use super::{
    AirTemperature, Altitude, AtmosphericPressure, ClearSky, ClearSkyRadiation, DayOfYear, DaylightHours,
    DewPointEstimate, ExtraterrestrialRadiation, InverseDistance, LongwaveBalance,
    MeanSaturationVapourPressure, MeanTemperature, NetLongwave, NetRadiation, NetShortwave, PenmanMonteith,
    PenmanTerms, Place, Pressure, PsychrometricConstant, Reflection, RhMax, RhMaxMin, RhMean,
    SaturationVapourPressure, ShortAndLongwave, SolarDeclination, SolarRadiationSunshine,
    SolarRadiationTemperature, Sun, SunsetAngle, SunsetHourAngle, Sunshine, TemperatureRange, Temperatures,
    VapourPressureRhMax, VapourPressureRhMaxMin, VapourPressureRhMean, VapourPressureSlope,
    VapourPressureTmin, sources,
};
use crate::metric::{Fault, Figure};
use crate::quantity::{Quantity, Unit};
use crate::text::{Key, Words};

/// How many terms there are, ET0 among them.
pub(super) const TERMS: usize = 14;

/// A day's weather, with one choice made for humidity and one for radiation.
pub(super) struct Day {
    pub(super) tmax: Figure,
    pub(super) tmin: Figure,
    pub(super) latitude: Figure,
    pub(super) altitude: Figure,
    pub(super) day_of_year: Figure,
    pub(super) wind: Figure,
    pub(super) humidity: Humidity,
    pub(super) sky: Sky,
    pub(super) soil_heat: Figure,
}

/// What is known of the air's humidity, the best first.
pub(super) enum Humidity {
    /// ea as measured.
    Vapour(Figure),
    /// RHmax and RHmin.
    MaxMin(Figure, Figure),
    /// RHmax alone.
    Max(Figure),
    /// RHmean.
    Mean(Figure),
    /// Nothing: the dew point is taken to lie so many degrees below Tmin.
    BelowTmin(Figure),
}

/// What is known of the sun's radiation, the best first.
pub(super) enum Sky {
    /// Rs as measured.
    Solar(Figure),
    /// Hours of sunshine.
    Sunshine(Figure),
    /// Nothing: the range of temperature tells, with the coefficient kRs.
    Temperatures(Figure),
}

impl Day {
    /// Every term of FAO-56 by its key, ET0 last.
    pub(super) fn terms(&self) -> Result<[(&'static str, Figure); TERMS], Fault> {
        let mean_temperature = Figure::computed(&MeanTemperature, self.temperatures())?;
        let pressure =
            Figure::computed(&AtmosphericPressure, Altitude { altitude_m: self.altitude.clone() })?;
        let psychrometric =
            Figure::computed(&PsychrometricConstant, Pressure { pressure_kpa: pressure.clone() })?;
        let at_mean = AirTemperature { temperature_c: mean_temperature.clone() };
        let slope = Figure::computed(&VapourPressureSlope, at_mean)?;
        let saturation = Figure::computed(&MeanSaturationVapourPressure, self.temperatures())?;
        let actual = self.actual_vapour()?;
        let (daylight, extraterrestrial) = self.sun()?;
        let above = ClearSky {
            altitude_m: self.altitude.clone(),
            extraterrestrial_mj_m2_d: extraterrestrial.clone(),
        };
        let clear_sky = Figure::computed(&ClearSkyRadiation, above)?;
        let solar = self.solar(&daylight, &extraterrestrial, &clear_sky)?;
        let (shortwave, longwave, net) = self.net_radiation(&solar, &clear_sky, &actual)?;
        let terms = PenmanTerms {
            net_radiation_mj_m2_d: net.clone(),
            mean_temperature_c: mean_temperature.clone(),
            wind_2m_m_s: self.wind.clone(),
            saturation_vapour_kpa: saturation.clone(),
            actual_vapour_kpa: actual.clone(),
            slope_kpa_c: slope.clone(),
            psychrometric_kpa_c: psychrometric.clone(),
            soil_heat_mj_m2_d: self.soil_heat.clone(),
        };
        let et0 = Figure::computed(&PenmanMonteith, terms)?;
        Ok([
            ("mean_temperature_c", mean_temperature),
            ("pressure_kpa", pressure),
            ("psychrometric_kpa_c", psychrometric),
            ("slope_kpa_c", slope),
            ("saturation_vapour_kpa", saturation),
            ("actual_vapour_kpa", actual),
            ("extraterrestrial_mj_m2_d", extraterrestrial),
            ("daylight_h", daylight),
            ("solar_mj_m2_d", solar),
            ("clear_sky_mj_m2_d", clear_sky),
            ("net_shortwave_mj_m2_d", shortwave),
            ("net_longwave_mj_m2_d", longwave),
            ("net_radiation_mj_m2_d", net),
            ("et0_mm_d", et0),
        ])
    }

    fn temperatures(&self) -> Temperatures<Figure> {
        Temperatures { tmax_c: self.tmax.clone(), tmin_c: self.tmin.clone() }
    }

    fn actual_vapour(&self) -> Result<Figure, Fault> {
        let saturation = |temperature: &Figure| {
            let air = AirTemperature { temperature_c: temperature.clone() };
            Figure::computed(&SaturationVapourPressure, air)
        };
        match &self.humidity {
            Humidity::Vapour(vapour) => Ok(vapour.clone()),
            Humidity::MaxMin(max, min) => {
                let humidity = RhMaxMin {
                    saturation_at_tmin_kpa: saturation(&self.tmin)?,
                    saturation_at_tmax_kpa: saturation(&self.tmax)?,
                    rh_max: max.clone(),
                    rh_min: min.clone(),
                };
                Figure::computed(&VapourPressureRhMaxMin, humidity)
            }
            Humidity::Max(max) => {
                let humidity = RhMax { saturation_at_tmin_kpa: saturation(&self.tmin)?, rh_max: max.clone() };
                Figure::computed(&VapourPressureRhMax, humidity)
            }
            Humidity::Mean(mean) => {
                let humidity = RhMean {
                    saturation_at_tmin_kpa: saturation(&self.tmin)?,
                    saturation_at_tmax_kpa: saturation(&self.tmax)?,
                    rh_mean: mean.clone(),
                };
                Figure::computed(&VapourPressureRhMean, humidity)
            }
            Humidity::BelowTmin(depression) => {
                let estimate = DewPointEstimate {
                    tmin_c: self.tmin.clone(),
                    dew_point_depression_c: depression.clone(),
                };
                Figure::computed(&VapourPressureTmin, estimate)
            }
        }
    }

    /// Daylight hours and extraterrestrial radiation.
    fn sun(&self) -> Result<(Figure, Figure), Fault> {
        let day = DayOfYear { day_of_year: self.day_of_year.clone() };
        let declination_rad = Figure::computed(&SolarDeclination, day.clone())?;
        let place = Place { latitude_deg: self.latitude.clone(), declination_rad: declination_rad.clone() };
        let sunset_angle_rad = Figure::computed(&SunsetHourAngle, place)?;
        let sun = Sun {
            latitude_deg: self.latitude.clone(),
            declination_rad,
            sunset_angle_rad: sunset_angle_rad.clone(),
            inverse_distance: Figure::computed(&InverseDistance, day)?,
        };
        let daylight = Figure::computed(&DaylightHours, SunsetAngle { sunset_angle_rad })?;
        Ok((daylight, Figure::computed(&ExtraterrestrialRadiation, sun)?))
    }

    fn solar(
        &self,
        daylight: &Figure,
        extraterrestrial: &Figure,
        clear_sky: &Figure,
    ) -> Result<Figure, Fault> {
        match &self.sky {
            Sky::Solar(solar) if solar.value() > extraterrestrial.value() => {
                let says = Key::FaultSolarAboveExtraterrestrial;
                Err(Fault::rule("solar_mj_m2_d", "solar_above_extraterrestrial", says))
            }
            Sky::Solar(solar) => Ok(solar.clone()),
            Sky::Sunshine(hours) => {
                let share = |value, zh, en| {
                    Figure::reference(Quantity::new(value, Unit::One), Words::new(zh, en), sources::FAO_56)
                };
                let sunshine = Sunshine {
                    sunshine_h: hours.clone(),
                    daylight_h: daylight.clone(),
                    extraterrestrial_mj_m2_d: extraterrestrial.clone(),
                    angstrom_a: share(ANGSTROM.0, "阴天透过份额", "share on an overcast day"),
                    angstrom_b: share(ANGSTROM.1, "日照增加份额", "share added by sunshine"),
                };
                Figure::computed(&SolarRadiationSunshine, sunshine)
            }
            Sky::Temperatures(coefficient) => {
                let range = TemperatureRange {
                    tmax_c: self.tmax.clone(),
                    tmin_c: self.tmin.clone(),
                    extraterrestrial_mj_m2_d: extraterrestrial.clone(),
                    clear_sky_mj_m2_d: clear_sky.clone(),
                    radiation_coefficient: coefficient.clone(),
                };
                Figure::computed(&SolarRadiationTemperature, range)
            }
        }
    }

    /// Short-wave, long-wave and both.
    fn net_radiation(
        &self,
        solar: &Figure,
        clear_sky: &Figure,
        actual: &Figure,
    ) -> Result<(Figure, Figure, Figure), Fault> {
        let albedo = Figure::reference(
            Quantity::new(GRASS_ALBEDO, Unit::One),
            Words::new("参考作物反照率", "albedo of the reference crop"),
            sources::FAO_56,
        );
        let reflection = Reflection { solar_mj_m2_d: solar.clone(), albedo };
        let shortwave = Figure::computed(&NetShortwave, reflection)?;
        let balance = LongwaveBalance {
            tmax_c: self.tmax.clone(),
            tmin_c: self.tmin.clone(),
            solar_mj_m2_d: solar.clone(),
            clear_sky_mj_m2_d: clear_sky.clone(),
            actual_vapour_kpa: actual.clone(),
        };
        let longwave = Figure::computed(&NetLongwave, balance)?;
        let both = ShortAndLongwave {
            net_shortwave_mj_m2_d: shortwave.clone(),
            net_longwave_mj_m2_d: longwave.clone(),
        };
        let net = Figure::computed(&NetRadiation, both)?;
        Ok((shortwave, longwave, net))
    }
}
