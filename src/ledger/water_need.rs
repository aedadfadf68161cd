//! 作物需水 as typed: a station, its months, the crops of the season.

use serde::{Deserialize, Serialize};

use super::table::{is_default, rows};
use crate::quantity::Unit;
use crate::text::Key;

/// What water need is worked out from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaterNeed {
    /// 纬度 as typed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub latitude: String,
    /// 海拔 as typed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub altitude: String,
    /// 灌溉水利用系数 for the gross requirement, as typed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub efficiency: String,
    /// 逐月气象.
    #[serde(default, skip_serializing_if = "is_default")]
    pub months: Vec<MonthRow>,
    /// 作物.
    #[serde(default, skip_serializing_if = "is_default")]
    pub crops: Vec<SeasonRow>,
}

rows! {
    /// A month at the station as typed.
    pub struct MonthRow, MonthColumn {
        Month month: text(Key::ColumnMonth).feeds(&["latitude_deg", "altitude_m", "day_of_year"]);
        Tmax tmax: number(Key::ColumnTmax, Unit::DegreeCelsius).feeds(&["tmax_c"]);
        Tmin tmin: number(Key::ColumnTmin, Unit::DegreeCelsius).feeds(&["tmin_c"]);
        Humidity humidity: number(Key::ColumnHumidity, Unit::Percent).not_negative().feeds(&["rh_mean"]);
        Wind wind: number(Key::ColumnWind, Unit::MetrePerSecond).not_negative().feeds(&["wind_2m_m_s"]);
        Sunshine sunshine: number(Key::ColumnSunshine, Unit::Hour).not_negative().feeds(&["sunshine_h"]);
        Rain rain: number(Key::ColumnRain, Unit::Millimetre).not_negative().feeds(&["rain_mm"]);
    }
}

rows! {
    /// A crop's season as typed.
    pub struct SeasonRow, SeasonColumn {
        Name name: text(Key::ColumnCrop);
        Share share: number(Key::ColumnShare, Unit::Percent).positive();
        Start start: text(Key::ColumnStart);
        Initial initial: number(Key::ColumnStageInitial, Unit::Day).positive();
        Development development: number(Key::ColumnStageDevelopment, Unit::Day).positive();
        Middle middle: number(Key::ColumnStageMiddle, Unit::Day).positive();
        Late late: number(Key::ColumnStageLate, Unit::Day).positive();
        KcInitial kc_initial: number(Key::ColumnKcInitial, Unit::One).positive();
        KcMiddle kc_middle: number(Key::ColumnKcMiddle, Unit::One).positive();
        KcEnd kc_end: number(Key::ColumnKcEnd, Unit::One).positive();
    }
}
