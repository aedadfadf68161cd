//! 太阳与日照, where the sun stands: the day of the year and the latitude alone decide.

use super::sources;
use crate::metric::{Fault, Number, Spec, in_unit, inputs, metric};
use crate::quantity::Unit;
use crate::text::Key;

/// π/180, which turns degrees into radians.
const RADIANS_PER_DEGREE: f64 = std::f64::consts::PI / 180.0;

/// Solar constant, MJ/(m²·min), FAO-56.
const SOLAR_CONSTANT: f64 = 0.0820;

/// φ, from the south pole to the north pole.
pub(super) const fn latitude() -> Spec {
    in_unit(Unit::Degree).at_least(-90.0).at_most(90.0)
}

/// J, from 1 January to 31 December; the middle of a month may fall between two days.
pub(super) const fn day_of_year() -> Spec {
    in_unit(Unit::One).at_least(1.0).at_most(366.0)
}

/// δ; the axis of the Earth leans by 0.409 rad.
const fn declination() -> Spec {
    in_unit(Unit::Radian).at_least(-0.41).at_most(0.41)
}

/// ωs, from a day without sun to one without night.
const fn sunset_angle() -> Spec {
    in_unit(Unit::Radian).at_least(0.0).at_most(std::f64::consts::PI)
}

/// cos ωs; beyond ±1 the sun stays up or down all day. It stands here for the formula and its check.
fn cosine_at_sunset<N: Number>(latitude_deg: N, declination_rad: N) -> N {
    -(latitude_deg * N::from(RADIANS_PER_DEGREE)).tan() * declination_rad.tan()
}

inputs! {
    /// A day of the year.
    pub struct DayOfYear {
        number day_of_year "J" "年内日序" "day of the year" = day_of_year();
    }
}

metric! {
    /// 日地相对距离倒数, inverse relative distance between Earth and sun.
    ///
    /// # Formula
    /// dr = 1 + 0.033·cos(2·π·J / 365)
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 8, 3 September, J 246, printed 0.985:
    /// ```
    /// use water_ledger::{irrigation::{DayOfYear, InverseDistance}, metric::Metric, numeric::round};
    /// assert_eq!(round(InverseDistance::formula(&DayOfYear { day_of_year: 246.0 }), 3), 0.985);
    /// ```
    InverseDistance("irrigation.inverse_distance", "日地相对距离倒数", "Inverse relative distance to the sun")
    from DayOfYear;
    gives "dr" in One, 4 decimals;
    source sources::FAO_56;
    formula |x, n| n(1.0) + n(0.033) * (n(2.0 * std::f64::consts::PI) * x.day_of_year / n(365.0)).cos()
}

metric! {
    /// 太阳赤纬, solar declination.
    ///
    /// # Formula
    /// δ = 0.409·sin(2·π·J / 365 − 1.39)
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 8, 3 September, J 246, printed 0.120:
    /// ```
    /// use water_ledger::{irrigation::{DayOfYear, SolarDeclination}, metric::Metric, numeric::round};
    /// assert_eq!(round(SolarDeclination::formula(&DayOfYear { day_of_year: 246.0 }), 3), 0.12);
    /// ```
    SolarDeclination("irrigation.solar_declination", "太阳赤纬", "Solar declination")
    from DayOfYear;
    gives "δ" in Radian, 4 decimals;
    source sources::FAO_56;
    formula |x, n| n(0.409) * (n(2.0 * std::f64::consts::PI) * x.day_of_year / n(365.0) - n(1.39)).sin()
}

metric! {
    /// 日落时角, sunset hour angle.
    ///
    /// # Formula
    /// ωs = arccos(−tan(φ·π / 180)·tan δ)
    ///
    /// # Symbols
    /// - φ, latitude, south negative. Where the sun does not rise or does not set that day there is no such angle:
    ///   |tan φ·tan δ| must not exceed 1.
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 8, 20° S on 3 September, printed 1.527:
    /// ```
    /// use water_ledger::{irrigation::{Place, SunsetHourAngle}, metric::Metric, numeric::round};
    /// assert_eq!(round(SunsetHourAngle::formula(&Place { latitude_deg: -20.0, declination_rad: 0.12 }), 3), 1.527);
    /// ```
    SunsetHourAngle("irrigation.sunset_hour_angle", "日落时角", "Sunset hour angle")
    from Place {
        number latitude_deg "φ" "纬度" "latitude" = latitude();
        number declination_rad "δ" "太阳赤纬" "solar declination" = declination();
    }
    gives "ωs" in Radian, 4 decimals;
    source sources::FAO_56;
    check |x| match cosine_at_sunset(x.latitude_deg, x.declination_rad).abs() <= 1.0 {
        true => Ok(()),
        false => Err(Fault::rule("latitude_deg", "polar_day_or_night", Key::FaultPolarDayOrNight)),
    };
    formula |x, n| cosine_at_sunset(x.latitude_deg, x.declination_rad).acos()
}

metric! {
    /// 可照时数, daylight hours.
    ///
    /// # Formula
    /// N = 24 / π·ωs
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 9, printed 11.7:
    /// ```
    /// use water_ledger::{irrigation::{DaylightHours, SunsetAngle}, metric::Metric, numeric::round};
    /// assert_eq!(round(DaylightHours::formula(&SunsetAngle { sunset_angle_rad: 1.527 }), 1), 11.7);
    /// ```
    DaylightHours("irrigation.daylight_hours", "可照时数", "Daylight hours")
    from SunsetAngle {
        number sunset_angle_rad "ωs" "日落时角" "sunset hour angle" = sunset_angle();
    }
    gives "N" in Hour, 2 decimals;
    source sources::FAO_56;
    formula |x, n| n(24.0) * x.sunset_angle_rad / n(std::f64::consts::PI)
}

metric! {
    /// 天顶辐射, extraterrestrial radiation of a day.
    ///
    /// # Formula
    /// Ra = 24·60 / π·0.0820·dr·(ωs·sin(φ·π / 180)·sin δ + cos(φ·π / 180)·cos δ·sin ωs)
    ///
    /// # Source
    /// FAO Irrigation and Drainage Paper 56 · 1998; verified.
    ///
    /// # Example
    /// FAO-56 Example 8, 20° S on 3 September, printed 32.2:
    /// ```
    /// use water_ledger::{irrigation::{ExtraterrestrialRadiation, Sun}, metric::Metric, numeric::round};
    /// let sun = Sun { latitude_deg: -20.0, declination_rad: 0.12, sunset_angle_rad: 1.527, inverse_distance: 0.985 };
    /// assert_eq!(round(ExtraterrestrialRadiation::formula(&sun), 1), 32.2);
    /// ```
    ExtraterrestrialRadiation("irrigation.extraterrestrial_radiation", "天顶辐射", "Extraterrestrial radiation")
    from Sun {
        number latitude_deg "φ" "纬度" "latitude" = latitude();
        number declination_rad "δ" "太阳赤纬" "solar declination" = declination();
        number sunset_angle_rad "ωs" "日落时角" "sunset hour angle" = sunset_angle();
        number inverse_distance "dr" "日地相对距离倒数" "inverse relative distance" = in_unit(Unit::One).at_least(0.96).at_most(1.04);
    }
    gives "Ra" in MegajoulePerSquareMetreDay, 2 decimals;
    source sources::FAO_56;
    formula |x, n| {
        let latitude = x.latitude_deg * n(RADIANS_PER_DEGREE);
        let overhead = x.sunset_angle_rad * latitude.sin() * x.declination_rad.sin()
            + latitude.cos() * x.declination_rad.cos() * x.sunset_angle_rad.sin();
        n(24.0 * 60.0 / std::f64::consts::PI) * n(SOLAR_CONSTANT) * x.inverse_distance * overhead
    }
}
