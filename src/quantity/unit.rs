//! The one table of units: dimension, size, how it is written, how people may type it.

use crate::text::{Language, Words};

/// What a unit measures. Only units of one dimension convert into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Coefficients and rates.
    Ratio,
    /// 水量
    Volume,
    /// 面积
    Area,
    /// 水深, water over an area; 1 mm = 2/3 m³/亩 exactly.
    WaterDepth,
    /// 长度
    Length,
    /// 流量
    VolumeFlow,
    /// 金额
    Money,
    /// 人数
    People,
    /// 时间
    Time,
    /// 密度
    Density,
    /// 质量, of a sample.
    Mass,
    /// 压强
    Pressure,
    /// 温度, a point on the scale.
    Temperature,
    /// 湿度计常数与饱和水汽压斜率
    PressurePerDegree,
    /// 辐射
    Radiation,
    /// 角度
    Angle,
    /// 风速
    Speed,
    /// 腾发强度,渗漏强度
    DepthRate,
    /// 每公里
    PerLength,
    /// 灌水率
    Modulus,
    /// 电量
    Energy,
    /// 以电折水系数
    VolumePerEnergy,
    /// 电导率
    Conductivity,
    /// 每年
    PerTime,
}

macro_rules! units {
    ($($(#[$doc:meta])* $unit:ident: $dimension:ident, $times:literal / $over:literal, $zh:literal, $en:literal, [$($alias:literal),*];)*) => {
        /// A unit. Sizes are exact ratios to the first unit of their dimension.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Unit { $($(#[$doc])* $unit,)* }

        impl Unit {
            /// Every unit.
            pub const ALL: &'static [Unit] = &[$(Unit::$unit),*];

            /// What the unit measures.
            pub const fn dimension(self) -> Dimension {
                match self { $(Unit::$unit => Dimension::$dimension,)* }
            }

            /// How the unit is written in both languages.
            pub const fn as_words(self) -> Words {
                match self { $(Unit::$unit => Words::new($zh, $en),)* }
            }

            /// Numerator and denominator of the size.
            const fn size(self) -> (u64, u64) {
                match self { $(Unit::$unit => ($times, $over),)* }
            }

            /// Other ways to type the unit, in lower case and without spaces.
            const fn aliases(self) -> &'static [&'static str] {
                match self { $(Unit::$unit => &[$($alias),*],)* }
            }
        }
    };
}

units! {
    /// A plain number.
    One: Ratio, 1/1, "–", "–", [];
    /// %
    Percent: Ratio, 1/100, "%", "%", ["％"];
    /// m³
    CubicMetre: Volume, 1/1, "m³", "m³", ["m3", "立方米", "立方", "方", "t", "吨"];
    /// 万m³ = 10⁴ m³
    TenThousandCubicMetres: Volume, 10000/1, "万m³", "×10⁴ m³", ["万m3", "万立方米", "万立方", "万方", "万吨", "10^4m3", "10⁴m³", "×10⁴m³"];
    /// 亿m³ = 10⁸ m³
    HundredMillionCubicMetres: Volume, 100000000/1, "亿m³", "×10⁸ m³", ["亿m3", "亿立方米", "亿立方", "亿方", "10^8m3", "10⁸m³", "×10⁸m³"];
    /// 亩 = 2000/3 m²
    Mu: Area, 1/1, "亩", "mu", [];
    /// 万亩
    TenThousandMu: Area, 10000/1, "万亩", "×10⁴ mu", ["10^4mu", "10⁴mu", "×10⁴mu"];
    /// hm² = 15 亩
    Hectare: Area, 15/1, "hm²", "hm²", ["hm2", "ha", "公顷"];
    /// 千公顷, as statistical yearbooks have it
    ThousandHectares: Area, 15000/1, "千公顷", "×10³ hm²", ["千hm2", "千hm²", "10^3hm2", "10³hm²"];
    /// 万公顷
    TenThousandHectares: Area, 150000/1, "万公顷", "×10⁴ hm²", ["万hm2", "万hm²", "10^4hm2", "10⁴hm²"];
    /// m² = 3/2000 亩
    SquareMetre: Area, 3/2000, "m²", "m²", ["m2", "平方米", "平米"];
    /// mm of water
    Millimetre: WaterDepth, 1/1, "mm", "mm", ["毫米"];
    /// m³/亩 = 1.5 mm
    CubicMetrePerMu: WaterDepth, 3/2, "m³/亩", "m³/mu", ["m3/亩", "m3/mu", "方/亩", "立方米/亩"];
    /// m
    Metre: Length, 1/1, "m", "m", ["米"];
    /// km
    Kilometre: Length, 1000/1, "km", "km", ["公里", "千米"];
    /// m³/s
    CubicMetrePerSecond: VolumeFlow, 1/1, "m³/s", "m³/s", ["m3/s", "立方米/秒", "方/秒", "个流量"];
    /// 元
    Yuan: Money, 1/1, "元", "CNY", ["¥", "￥", "块"];
    /// 万元
    TenThousandYuan: Money, 10000/1, "万元", "×10⁴ CNY", ["10^4cny", "×10⁴cny"];
    /// h
    Hour: Time, 1/1, "h", "h", ["小时", "时", "hour", "hours"];
    /// d = 24 h
    Day: Time, 24/1, "d", "d", ["天", "日", "day", "days"];
    /// t/m³ = g/cm³
    TonnePerCubicMetre: Density, 1/1, "t/m³", "t/m³", ["t/m3", "g/cm³", "g/cm3", "吨/立方米"];
    /// g
    Gram: Mass, 1/1, "g", "g", ["克"];
    /// kPa
    Kilopascal: Pressure, 1/1, "kPa", "kPa", ["千帕"];
    /// °C
    DegreeCelsius: Temperature, 1/1, "°C", "°C", ["℃", "摄氏度"];
    /// kPa/°C
    KilopascalPerDegree: PressurePerDegree, 1/1, "kPa/°C", "kPa/°C", ["kpa/℃"];
    /// MJ/(m²·d)
    MegajoulePerSquareMetreDay: Radiation, 1/1, "MJ/(m²·d)", "MJ/(m²·d)", ["mj/(m2·d)", "mj/m2/d", "mj/m²/d"];
    /// °
    Degree: Angle, 1/1, "°", "°", ["度", "deg"];
    /// rad; a degree is no exact ratio of it, so the two do not convert here.
    Radian: Ratio, 1/1, "rad", "rad", ["弧度"];
    /// m/s
    MetrePerSecond: Speed, 1/1, "m/s", "m/s", ["米/秒"];
    /// mm/d
    MillimetrePerDay: DepthRate, 1/1, "mm/d", "mm/d", ["毫米/天", "毫米/日"];
    /// 1/km
    PerKilometre: PerLength, 1/1, "1/km", "1/km", ["/km"];
    /// m³/(s·万亩)
    CubicMetrePerSecondTenThousandMu: Modulus, 1/1, "m³/(s·万亩)", "m³/(s·10⁴ mu)", ["m3/(s·万亩)", "m³/s/万亩"];
    /// kWh
    KilowattHour: Energy, 1/1, "kWh", "kWh", ["千瓦时", "度电"];
    /// 万kWh
    TenThousandKilowattHours: Energy, 10000/1, "万kWh", "×10⁴ kWh", ["万千瓦时", "万度", "10^4kwh", "10⁴kwh", "×10⁴kwh"];
    /// m³/kWh
    CubicMetrePerKilowattHour: VolumePerEnergy, 1/1, "m³/kWh", "m³/kWh", ["m3/kwh", "方/度"];
    /// dS/m = mS/cm
    DecisiemensPerMetre: Conductivity, 1/1, "dS/m", "dS/m", ["ms/cm"];
    /// per year, of whatever is counted
    PerYear: PerTime, 1/1, "/a", "/a", ["每年", "/年"];
    /// 人
    Person: People, 1/1, "人", "persons", ["person", "个人", "名"];
    /// kg/kg, 质量含水率
    KilogramPerKilogram: Ratio, 1/1, "kg/kg", "kg/kg", ["g/g"];
    /// m³/m³, 体积含水率
    CubicMetrePerCubicMetre: Ratio, 1/1, "m³/m³", "m³/m³", ["m3/m3", "cm³/cm³", "cm3/cm3"];
}

impl Unit {
    /// How the unit is written.
    pub fn symbol(self, language: Language) -> &'static str {
        self.as_words().get(language)
    }

    /// The value of `from` in `to`; `None` when they measure different things.
    ///
    /// ```
    /// use water_ledger::quantity::Unit;
    /// assert_eq!(Unit::convert(1.0, Unit::Hectare, Unit::Mu), Some(15.0));
    /// assert_eq!(Unit::convert(30.0, Unit::Millimetre, Unit::CubicMetrePerMu), Some(20.0));
    /// assert_eq!(Unit::convert(1.0, Unit::Mu, Unit::CubicMetre), None);
    /// ```
    pub fn convert(value: f64, from: Unit, to: Unit) -> Option<f64> {
        Unit::ratio(from, to).map(|(times, over)| value * times / over)
    }

    /// What a value in `from` is multiplied with and then divided by to be one in `to`; `None` when they measure
    /// different things.
    pub fn ratio(from: Unit, to: Unit) -> Option<(f64, f64)> {
        let ((times, over), (to_times, to_over)) = (from.size(), to.size());
        // Lowest terms keep round figures round: 2.2 亿m³ is 22000 万m³, not 22000.000000000004.
        let (up, down) = (times * to_over, over * to_times);
        let shared = greatest_common_divisor(up, down);
        (from.dimension() == to.dimension()).then(|| ((up / shared) as f64, (down / shared) as f64))
    }

    /// The unit that people mean by a text such as `万方`, `m3` or `hm2`.
    pub fn from_typed(text: &str) -> Option<Unit> {
        let plain: String =
            text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        let written = |unit: &Unit| {
            let words = unit.as_words();
            [words.zh, words.en].iter().any(|symbol| symbol.replace(' ', "").to_ascii_lowercase() == plain)
        };
        Unit::ALL
            .iter()
            .copied()
            .find(|unit| *unit != Unit::One && (written(unit) || unit.aliases().contains(&&*plain)))
    }

    /// Whether the unit itself begins with 万 or 亿, so that a bare 万 behind a number says nothing certain.
    pub fn is_myriad(self) -> bool {
        self.as_words().zh.starts_with(['万', '亿'])
    }
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_conversions_of_the_field_are_exact() {
        for (value, from, to, expected) in [
            (1.0, Unit::TenThousandCubicMetres, Unit::CubicMetre, 1e4),
            (2.2, Unit::HundredMillionCubicMetres, Unit::TenThousandCubicMetres, 22000.0),
            (2000.0, Unit::SquareMetre, Unit::Mu, 3.0),
            (1.0, Unit::CubicMetrePerMu, Unit::Millimetre, 1.5),
            (59.0, Unit::Percent, Unit::One, 0.59),
            (1.0, Unit::TenThousandYuan, Unit::Yuan, 1e4),
        ] {
            assert_eq!(Unit::convert(value, from, to), Some(expected), "{value} {from:?}");
        }
    }

    #[test]
    fn every_way_of_writing_a_unit_names_one_unit() {
        let mut seen = std::collections::HashMap::new();
        for unit in Unit::ALL.iter().filter(|unit| **unit != Unit::One) {
            let words = unit.as_words();
            for written in [words.zh, words.en].into_iter().chain(unit.aliases().iter().copied()) {
                assert_eq!(Unit::from_typed(written), Some(*unit), "{written}");
                if let Some(other) = seen.insert(written.replace(' ', "").to_ascii_lowercase(), unit) {
                    assert_eq!(other, unit, "{written}");
                }
            }
        }
    }
}
