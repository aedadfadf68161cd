//! 作物需水 as typed: a station, its months, the crops of the season.

use serde::{Deserialize, Serialize};

use super::ColumnKind::{Number, Text};
use super::table::{is_default, rows};
use crate::quantity::Unit;

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
        Month month: Text, ColumnMonth;
        Tmax tmax: Number(Unit::DegreeCelsius), ColumnTmax;
        Tmin tmin: Number(Unit::DegreeCelsius), ColumnTmin;
        Humidity humidity: Number(Unit::Percent), ColumnHumidity;
        Wind wind: Number(Unit::MetrePerSecond), ColumnWind;
        Sunshine sunshine: Number(Unit::Hour), ColumnSunshine;
        Rain rain: Number(Unit::Millimetre), ColumnRain;
    }
}

rows! {
    /// A crop's season as typed.
    pub struct SeasonRow, SeasonColumn {
        Name name: Text, ColumnCrop;
        Share share: Number(Unit::Percent), ColumnShare;
        Start start: Text, ColumnStart;
        Initial initial: Number(Unit::Day), ColumnStageInitial;
        Development development: Number(Unit::Day), ColumnStageDevelopment;
        Middle middle: Number(Unit::Day), ColumnStageMiddle;
        Late late: Number(Unit::Day), ColumnStageLate;
        KcInitial kc_initial: Number(Unit::One), ColumnKcInitial;
        KcMiddle kc_middle: Number(Unit::One), ColumnKcMiddle;
        KcEnd kc_end: Number(Unit::One), ColumnKcEnd;
    }
}
