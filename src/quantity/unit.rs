//! The one table of units: dimension, size, how it is written, how people may type it.

use std::sync::OnceLock;

use super::Dimension;
use crate::text::{Language, Words};

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
    /// L
    Litre: Volume, 1/1000, "L", "L", ["升"];
    /// ML = 10³ m³
    Megalitre: Volume, 1000/1, "ML", "ML", ["兆升"];
    /// US gal = 231 in³
    Gallon: Volume, 473176473/125000000000, "gal", "gal", ["加仑", "gallon", "gallons"];
    /// 10³ US gal
    ThousandGallons: Volume, 473176473/125000000, "kgal", "kgal", ["千加仑"];
    /// 10⁶ US gal
    MillionGallons: Volume, 473176473/125000, "Mgal", "Mgal", ["mg", "百万加仑"];
    /// acre-foot = 43560 ft³
    AcreFoot: Volume, 123348183754752/100000000000, "acre-ft", "acre-ft", ["af", "ac-ft", "acre-foot", "acre-feet", "英亩英尺"];
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
    /// km² = 1500 亩
    SquareKilometre: Area, 1500/1, "km²", "km²", ["平方公里", "平方千米"];
    /// m² = 3/2000 亩
    SquareMetre: Area, 3/2000, "m²", "m²", ["m2", "平方米", "平米"];
    /// mm of water
    Millimetre: WaterDepth, 1/1, "mm", "mm", ["毫米"];
    /// m³/亩 = 1.5 mm
    CubicMetrePerMu: WaterDepth, 3/2, "m³/亩", "m³/mu", ["m3/亩", "m3/mu", "方/亩", "立方米/亩"];
    /// m³/hm² = 0.1 mm
    CubicMetrePerHectare: WaterDepth, 1/10, "m³/hm²", "m³/hm²", ["m³/ha", "m³/公顷", "方/公顷", "立方米/公顷"];
    /// cm of water
    CentimetreOfWater: WaterDepth, 10/1, "cm", "cm", ["厘米"];
    /// m
    Metre: Length, 1/1, "m", "m", ["米"];
    /// cm
    Centimetre: Length, 1/100, "cm", "cm", ["厘米"];
    /// mm, where a length is asked for
    MillimetreOfLength: Length, 1/1000, "mm", "mm", ["毫米"];
    /// km
    Kilometre: Length, 1000/1, "km", "km", ["公里", "千米"];
    /// m³/s
    CubicMetrePerSecond: VolumeFlow, 1/1, "m³/s", "m³/s", ["m3/s", "立方米/秒", "方/秒", "个流量"];
    /// m³/h
    CubicMetrePerHour: VolumeFlow, 1/3600, "m³/h", "m³/h", ["m3/h", "立方米/小时", "方/小时", "t/h", "吨/小时"];
    /// m³/d
    CubicMetrePerDay: VolumeFlow, 1/86400, "m³/d", "m³/d", ["m3/d", "立方米/天", "立方米/日", "方/天", "方/日", "t/d", "吨/天", "吨/日"];
    /// 万m³/d
    TenThousandCubicMetresPerDay: VolumeFlow, 10000/86400, "万m³/d", "×10⁴ m³/d", ["万m3/d", "万方/天", "万方/日", "万吨/天", "万吨/日", "10^4m3/d"];
    /// L/s
    LitrePerSecond: VolumeFlow, 1/1000, "L/s", "L/s", ["升/秒"];
    /// L/min
    LitrePerMinute: VolumeFlow, 1/60000, "L/min", "L/min", [];
    /// US gal/min
    GallonPerMinute: VolumeFlow, 473176473/7500000000000, "gal/min", "gal/min", ["gpm"];
    /// US gal/d
    GallonPerDay: VolumeFlow, 473176473/10800000000000000, "gal/d", "gal/d", ["gpd"];
    /// m³/a
    CubicMetrePerYear: VolumePerYear, 1/1, "m³/a", "m³/a", ["m3/a", "立方米/年", "方/年", "t/a", "吨/年"];
    /// 万m³/a
    TenThousandCubicMetresPerYear: VolumePerYear, 10000/1, "万m³/a", "×10⁴ m³/a", ["万m3/a", "万方/年", "万吨/年", "10^4m3/a"];
    /// m³ by the unit of a product
    CubicMetrePerProduct: VolumePerProduct, 1/1, "m³/单位", "m³/unit", ["m3/单位", "m3/unit", "方/单位"];
    /// m³/万元
    CubicMetrePerTenThousandYuan: VolumePerMoney, 1/1, "m³/万元", "m³/10⁴ CNY", ["m3/万元", "方/万元", "立方米/万元"];
    /// m³/(人·d)
    CubicMetrePerPersonDay: VolumePerPersonDay, 1/1, "m³/(人·d)", "m³/(person·d)", ["m3/(人·d)", "m3/(人·天)", "m³/(人·天)"];
    /// m³/(人·a)
    CubicMetrePerPersonYear: VolumePerPersonYear, 1/1, "m³/(人·a)", "m³/(person·a)", ["m3/(人·a)", "m3/(人·年)", "m³/(人·年)", "方/人·年"];
    /// L/(人·d)
    LitrePerPersonDay: VolumePerPersonDay, 1/1000, "L/(人·d)", "L/(person·d)", ["升/(人·天)", "l/(人·天)", "升/人·天"];
    /// US gal by person and day
    GallonPerPersonDay: VolumePerPersonDay, 473176473/125000000000, "gal/(人·d)", "gal/(person·d)", [];
    /// 元/m³
    YuanPerCubicMetre: Price, 1/1, "元/m³", "CNY/m³", ["元/m3", "元/方", "元/立方米", "元/吨", "元/t"];
    /// 元
    Yuan: Money, 1/1, "元", "CNY", ["¥", "￥", "块"];
    /// 亿元
    HundredMillionYuan: Money, 100000000/1, "亿元", "×10⁸ CNY", [];
    /// 万元
    TenThousandYuan: Money, 10000/1, "万元", "×10⁴ CNY", ["10^4cny", "×10⁴cny"];
    /// h
    Hour: Time, 1/1, "h", "h", ["小时", "时", "hour", "hours"];
    /// min
    Minute: Time, 1/60, "min", "min", ["分钟", "minutes"];
    /// s
    Second: Time, 1/3600, "s", "s", ["秒", "seconds"];
    /// a
    Year: Years, 1/1, "a", "a", ["年", "year", "years"];
    /// d = 24 h
    Day: Time, 24/1, "d", "d", ["天", "日", "day", "days"];
    /// t/m³ = g/cm³
    TonnePerCubicMetre: Density, 1/1, "t/m³", "t/m³", ["t/m3", "g/cm³", "g/cm3", "吨/立方米"];
    /// kg/m³
    KilogramPerCubicMetre: Density, 1/1000, "kg/m³", "kg/m³", ["kg/m3", "g/l", "千克/立方米"];
    /// g
    Gram: Mass, 1/1, "g", "g", ["克"];
    /// kg
    Kilogram: Mass, 1000/1, "kg", "kg", ["千克", "公斤"];
    /// t, where a mass is asked for; where a volume is, a tonne of water is a m³.
    Tonne: Mass, 1000000/1, "t", "t", ["吨"];
    /// kg/h
    KilogramPerHour: MassFlow, 1/1, "kg/h", "kg/h", ["千克/小时", "公斤/小时"];
    /// t/h
    TonnePerHour: MassFlow, 1000/1, "t/h", "t/h", ["吨/小时"];
    /// lb/h
    PoundPerHour: MassFlow, 45359237/100000000, "lb/h", "lb/h", [];
    /// hp of a boiler
    BoilerHorsepower: BoilerPower, 1/1, "hp", "hp", [];
    /// lb/(h·hp)
    PoundPerHourHorsepower: SteamPerPower, 1/1, "lb/(h·hp)", "lb/(h·hp)", [];
    /// kPa
    Kilopascal: Pressure, 1/1, "kPa", "kPa", ["千帕"];
    /// °C
    DegreeCelsius: Temperature, 1/1, "°C", "°C", ["℃", "摄氏度"];
    /// °F
    DegreeFahrenheit: Fahrenheit, 1/1, "°F", "°F", ["℉", "华氏度"];
    /// 1/°C
    PerDegreeCelsius: PerTemperature, 1/1, "1/°C", "1/°C", ["1/℃", "/°c", "/℃"];
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
    CubicMetrePerSecondTenThousandMu: IrrigationModulus, 1/1, "m³/(s·万亩)", "m³/(s·10⁴ mu)", ["m3/(s·万亩)", "m³/s/万亩"];
    /// kWh
    KilowattHour: Energy, 1/1, "kWh", "kWh", ["千瓦时", "度电", "度"];
    /// 万kWh
    TenThousandKilowattHours: Energy, 10000/1, "万kWh", "×10⁴ kWh", ["万千瓦时", "万度", "10^4kwh", "10⁴kwh", "×10⁴kwh"];
    /// MWh
    MegawattHour: Energy, 1000/1, "MWh", "MWh", ["兆瓦时"];
    /// MMBtu, a million British thermal units
    MillionBtu: Energy, 52752792631/180000000, "MMBtu", "MMBtu", [];
    /// kW
    Kilowatt: Power, 1/1, "kW", "kW", ["千瓦"];
    /// MMBtu/h
    MillionBtuPerHour: HeatFlow, 1/1, "MMBtu/h", "MMBtu/h", [];
    /// 冷吨 = 12000 Btu/h
    RefrigerationTon: HeatFlow, 12/1000, "冷吨", "RT", ["美国冷吨"];
    /// m³/MWh
    CubicMetrePerMegawattHour: VolumePerEnergy, 1/1000, "m³/MWh", "m³/MWh", ["m3/mwh"];
    /// m³/(s·GW) = 3.6 m³/MWh
    CubicMetrePerSecondGigawatt: VolumePerEnergy, 36/10000, "m³/(s·GW)", "m³/(s·GW)", ["m3/(s·gw)"];
    /// m³/kWh
    CubicMetrePerKilowattHour: VolumePerEnergy, 1/1, "m³/kWh", "m³/kWh", ["m3/kwh", "方/度"];
    /// kWh/m³
    KilowattHourPerCubicMetre: EnergyPerVolume, 1/1, "kWh/m³", "kWh/m³", ["kwh/m3", "度/方", "千瓦时/立方米"];
    /// kg/kWh
    KilogramPerKilowattHour: MassPerEnergy, 1/1, "kg/kWh", "kg/kWh", ["千克/千瓦时", "公斤/度", "t/mwh"];
    /// dS/m = mS/cm
    DecisiemensPerMetre: Conductivity, 1/1, "dS/m", "dS/m", ["ms/cm"];
    /// μS/cm
    MicrosiemensPerCentimetre: Conductivity, 1/1000, "μS/cm", "μS/cm", ["us/cm", "µs/cm"];
    /// mg/L
    MilligramPerLitre: Concentration, 1/1, "mg/L", "mg/L", ["毫克/升"];
    /// per year, of whatever is counted
    PerYear: PerTime, 1/1, "/a", "/a", ["每年", "/年"];
    /// 人
    Person: People, 1/1, "人", "persons", ["person", "个人", "名"];
    /// 万人
    TenThousandPersons: People, 10000/1, "万人", "×10⁴ persons", [];
    /// L/kg
    LitrePerKilogram: VolumePerMass, 1/1, "L/kg", "L/kg", [];
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

    /// The unit of so much by the year.
    pub fn per_year(self) -> Unit {
        match self {
            Unit::CubicMetre => Unit::CubicMetrePerYear,
            Unit::TenThousandCubicMetres => Unit::TenThousandCubicMetresPerYear,
            _ => Unit::PerYear,
        }
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
        if from == to {
            return Some((1.0, 1.0));
        }
        let ((times, over), (to_times, to_over)) = (from.size(), to.size());
        // Lowest terms keep round figures round: 2.2 亿m³ is 22000 万m³, not 22000.000000000004.
        let (up, down) = (u128::from(times) * u128::from(to_over), u128::from(over) * u128::from(to_times));
        let shared = greatest_common_divisor(up, down);
        (from.dimension() == to.dimension()).then(|| ((up / shared) as f64, (down / shared) as f64))
    }

    /// The unit that people mean by a text such as `万方`, `m3` or `hm2`.
    pub fn from_typed(text: &str) -> Option<Unit> {
        Unit::written_as(text).first().copied()
    }

    /// The unit that people mean where `wanted` is asked for: `t` is a tonne of steam, or a m³ of water.
    pub fn from_typed_for(text: &str, wanted: Unit) -> Option<Unit> {
        let units = Unit::written_as(text);
        let fits = units.iter().find(|unit| unit.dimension() == wanted.dimension());
        fits.or(units.first()).copied()
    }

    /// Every unit that may be written so, at most one of each dimension.
    fn written_as(text: &str) -> Vec<Unit> {
        let plain = spelled_out(text);
        let mut meant: Vec<Unit> =
            spellings().iter().filter(|(spelling, _)| *spelling == plain).map(|(_, unit)| *unit).collect();
        meant.dedup();
        meant
    }

    /// Whether the unit itself begins with 万 or 亿, so that a bare 万 behind a number says nothing certain.
    pub fn is_myriad(self) -> bool {
        self.as_words().zh.starts_with(['万', '亿'])
    }
}

/// Every way to write a unit, spelled out once: a table of thousands of cells asks for each of them.
fn spellings() -> &'static [(String, Unit)] {
    static SPELLINGS: OnceLock<Vec<(String, Unit)>> = OnceLock::new();
    SPELLINGS.get_or_init(|| {
        let spelled = |unit: &Unit| {
            let (words, unit) = (unit.as_words(), *unit);
            let names = [words.zh, words.en].into_iter().chain(unit.aliases().iter().copied());
            names.map(move |name| (spelled_out(name), unit))
        };
        Unit::ALL.iter().filter(|unit| **unit != Unit::One).flat_map(spelled).collect()
    })
}

/// A unit's text without what people write in many ways: case, blanks, dots of products, brackets, signs that are one character
/// for a whole unit, and powers with or without `^`.
fn spelled_out(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            '㎥' => plain.push_str("m³"),
            '㎡' => plain.push_str("m²"),
            '㎢' => plain.push_str("km²"),
            '㎞' => plain.push_str("km"),
            '㎝' => plain.push_str("cm"),
            '㎜' => plain.push_str("mm"),
            '㎏' => plain.push_str("kg"),
            '㎎' => plain.push_str("mg"),
            '℃' => plain.push_str("°c"),
            '℉' => plain.push_str("°f"),
            '％' => plain.push('%'),
            'µ' => plain.push('μ'),
            '·' | '⋅' | '∙' | '•' | '・' | '*' | '(' | ')' | '（' | '）' | '^' => {}
            '2' if plain.ends_with('m') => plain.push('²'),
            '3' if plain.ends_with('m') => plain.push('³'),
            c if c.is_whitespace() => {}
            c => plain.extend(c.to_lowercase()),
        }
    }
    plain
}

fn greatest_common_divisor(a: u128, b: u128) -> u128 {
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
            (1.0, Unit::TenThousandCubicMetresPerDay, Unit::CubicMetrePerHour, 10000.0 / 24.0),
            (1440.0, Unit::GallonPerDay, Unit::GallonPerMinute, 1.0),
            (1.0, Unit::CubicMetrePerSecondGigawatt, Unit::CubicMetrePerMegawattHour, 3.6),
            (264.172052, Unit::Gallon, Unit::CubicMetre, 264.172052 * 473_176_473.0 / 125e9),
        ] {
            assert_eq!(Unit::convert(value, from, to), Some(expected), "{value} {from:?}");
        }
    }

    #[test]
    fn every_way_of_writing_a_unit_names_one_unit_of_its_dimension() {
        for unit in Unit::ALL.iter().filter(|unit| **unit != Unit::One) {
            let words = unit.as_words();
            for written in [words.zh, words.en].into_iter().chain(unit.aliases().iter().copied()) {
                assert_eq!(Unit::from_typed_for(written, *unit), Some(*unit), "{written}");
                let units = Unit::written_as(written);
                let same = units.iter().filter(|other| other.dimension() == unit.dimension());
                assert_eq!(same.count(), 1, "{written}");
            }
        }
    }

    #[test]
    fn a_flow_is_no_volume_and_a_year_has_no_number_of_days() {
        let volumes = [Unit::CubicMetre, Unit::TenThousandCubicMetres, Unit::Litre];
        for flow in [Unit::CubicMetrePerHour, Unit::CubicMetrePerDay, Unit::CubicMetrePerYear] {
            assert!(volumes.iter().all(|volume| Unit::convert(1.0, flow, *volume).is_none()), "{flow:?}");
        }
        assert_eq!(Unit::convert(1.0, Unit::CubicMetrePerYear, Unit::CubicMetrePerDay), None);
    }
}
