//! What units measure.

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
    /// 流量, which is no volume: a flow of an hour and a volume never convert.
    VolumeFlow,
    /// 年水量, of a year however many days it has, so that it converts neither into a flow of a day nor into a volume.
    VolumePerYear,
    /// 单位产品水量, by whatever a product is counted in.
    VolumePerProduct,
    /// 万元水量
    VolumePerMoney,
    /// 人均日水量
    VolumePerPersonDay,
    /// 人均年水量, of a year however many days it has.
    VolumePerPersonYear,
    /// 水价
    Price,
    /// 金额
    Money,
    /// 人数
    People,
    /// 时间
    Time,
    /// 年限, years however many days they have.
    Years,
    /// 密度
    Density,
    /// 质量
    Mass,
    /// 质量流量, of steam.
    MassFlow,
    /// 锅炉功率
    BoilerPower,
    /// 单位锅炉功率产汽量
    SteamPerPower,
    /// 压强
    Pressure,
    /// 温度, a point on the scale or a difference: there is one unit, so that the two cannot be mixed up.
    Temperature,
    /// 华氏温度, as above; kept apart, for a point and a difference would convert in different ways.
    Fahrenheit,
    /// 每度
    PerTemperature,
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
    IrrigationModulus,
    /// 电量, 热量
    Energy,
    /// 功率
    Power,
    /// 热负荷
    HeatFlow,
    /// 以电折水系数, 单位发电量取水量
    VolumePerEnergy,
    /// 每立方米水的能耗
    EnergyPerVolume,
    /// 排放因子
    MassPerEnergy,
    /// 单位质量水量
    VolumePerMass,
    /// 电导率
    Conductivity,
    /// 浓度
    Concentration,
    /// 每年
    PerTime,
}
