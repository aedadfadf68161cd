//! 农田灌溉 as typed: years, and in each the districts and what belongs to them, the station and its crops.

use crate::irrigation::{FieldMethod, Lining, MuConvention, ReadingKind, SizeClass, Soil, SourceKind};
use crate::ledger::Called;
use crate::ledger::column::columns;
use crate::ledger::{Column, SheetSpec, TableSpec};
use crate::quantity::{Period, Unit, read_year};
use crate::text::{Key, choices};

/// 亩 typed for 万亩, m³ for 万m³.
const MYRIAD: &[f64] = &[1e-4];

columns! {
    /// The entries of a year's sheet.
    YearEntry {
        Year: text("year", Key::YearField).entry(),
        Mu: choice("mu", Key::MuField, choices::<MuConvention>).carried().entry(),
        Latitude: number("latitude", Key::Latitude, Unit::Degree).within(-90.0, 90.0).carried().entry(),
        Altitude: number("altitude", Key::Altitude, Unit::Metre).within(-430.0, 9000.0).carried().entry(),
        Efficiency: number("efficiency", Key::GrossEfficiency, Unit::One).within(0.01, 1.0).entry(),
        Region: text("region", Key::RegionField).carried().entry().private(),
        Organisation: text("organisation", Key::OrganisationField).carried().entry().private(),
        Compiler: text("compiler", Key::CompilerField).carried().entry().private(),
        CompiledOn: text("compiled_on", Key::CompiledOnField).entry().private(),
        Note: text("note", Key::ReportNote).entry().private(),
    }
}

/// 年度, one sheet a year, in the order of the tabs.
pub static YEARS: TableSpec = TableSpec::sheets_called(
    "irrigation",
    "year",
    Key::YearField,
    YearEntry::COLUMNS,
    &[&DISTRICTS, &CLASSES, &MONTHS, &SEASONS],
);

/// A year follows the year before.
pub static SHEET: SheetSpec = SheetSpec {
    table: &YEARS,
    period: || YearEntry::Year.spec(),
    read: |typed| read_year(typed).map(Period::whole),
    unit: None,
    joined: Some(&DISTRICTS),
};

columns! {
    /// A district as typed.
    DistrictColumn {
        Name: text("name", Key::ColumnName).carried()
            .called(&["灌区名称", "名称", "样点灌区", "灌区（片）名称", "县（市、区）", "District name", "Name", "Irrigation district"]),
        Class: choice("class", Key::ColumnClass, choices::<SizeClass>).carried()
            .called(&["灌区规模", "规模", "类型", "灌区类型", "规模类型", "灌区规模与类型", "Size", "Type", "Class", "Category"]),
        Area: number("area", Key::ColumnArea, Unit::TenThousandMu).positive().usual(0.001, 1500.0, MYRIAD)
            .called(&["有效灌溉面积", "实际灌溉面积", "灌溉面积", "面积", "实灌", "Area", "Irrigated area"]),
        Net: number("net", Key::ColumnNet, Unit::TenThousandCubicMetres).positive().usual(0.1, 600_000.0, MYRIAD)
            .called(&["净灌溉水量", "净灌水量", "净用水量", "净水量", "净", "田间净灌溉用水量", "W净", "Net irrigation water", "Net volume", "Net"]),
        Gross: number("gross", Key::ColumnGross, Unit::TenThousandCubicMetres).positive().usual(0.1, 600_000.0, MYRIAD)
            .called(&["毛灌溉水量", "毛灌水量", "毛用水量", "毛水量", "毛", "渠首引水量", "灌溉用水量", "取水量", "W毛", "Gross irrigation water", "Gross volume", "Gross"]),
        Coefficient: number("coefficient", Key::ColumnCoefficientTyped, Unit::One).positive()
            .called(&["灌溉水有效利用系数", "灌溉水利用系数", "有效利用系数", "系数", "实测系数", "Coefficient", "Efficiency"]).explained(Key::HelpCoefficientTyped),
        FieldEfficiency: number("field_efficiency", Key::FieldEfficiency, Unit::One).within(0.01, 1.0).carried().entry(),
        CanalDays: number("canal_days", Key::CanalDays, Unit::Day).within(0.0, 366.0).entry(),
    }
}

/// 灌区.
pub static DISTRICTS: TableSpec =
    TableSpec::new("districts", "district", Key::TableUntitled, DistrictColumn::COLUMNS, &YEARS)
        .holding(&[&CROPS, &FIELDS, &SOURCES, &CANALS])
        .carried()
        .begun();

columns! {
    /// A class of which the districts are samples, as typed.
    ClassColumn {
        Class: choice("class", Key::ColumnClass, choices::<SizeClass>)
            .called(&["规模", "类型", "Class", "Size"]),
        Gross: number("gross", Key::ColumnClassGross, Unit::TenThousandCubicMetres).summed().positive().usual(0.1, 6_000_000.0, MYRIAD)
            .called(&["毛灌溉用水量", "毛用水量", "用水量", "Gross", "Gross water"]),
    }
}

/// 分类毛灌溉用水量, of whole classes, where the districts are only samples of them.
pub static CLASSES: TableSpec =
    TableSpec::new("classes", "class", Key::ClassesTitle, ClassColumn::COLUMNS, &YEARS);

columns! {
    /// A crop of a district as typed; leaching of salt is entered like a crop.
    CropColumn {
        Name: text("name", Key::ColumnCrop).carried()
            .called(&["作物名称", "名称", "种类", "Crop name"]),
        Area: number("area", Key::ColumnArea, Unit::TenThousandMu).summed().positive().usual(0.001, 1500.0, MYRIAD)
            .called(&["播种面积", "种植面积", "面积", "Area"]),
        Net: number("net", Key::ColumnNetPerMuTyped, Unit::CubicMetrePerMu).not_negative().usual(5.0, 2000.0, &[])
            .called(&["亩均净灌水量", "净灌溉定额", "灌溉定额", "亩均净灌溉用水量", "Net quota"]),
    }
}

/// 作物, of a district.
pub static CROPS: TableSpec =
    TableSpec::new("crops", "crop", Key::CropsTitle, CropColumn::COLUMNS, &DISTRICTS).carried();

columns! {
    /// A source of a district's gross water, or an outflow that is no irrigation, as typed.
    SourceColumn {
        Name: text("name", Key::ColumnSource)
            .called(&["水源名称", "水源", "工程名称", "Source"]),
        Kind: choice("kind", Key::ColumnSourceKind, choices::<SourceKind>)
            .called(&["种类", "类型", "水源类型", "Kind", "Type"]),
        Amount: number("amount", Key::ColumnAmount, Unit::TenThousandCubicMetres).not_negative().usual(0.0, 600_000.0, MYRIAD)
            .called(&["引水量", "取水量", "供水量", "水量", "Volume"]),
        Refills: number("refills", Key::ColumnRefills, Unit::One).not_negative().feeds(&["refills"])
            .called(&["复蓄次数", "复蓄系数", "Refills"]).explained(Key::HelpRefills),
        Energy: number("energy", Key::ColumnEnergy, Unit::TenThousandKilowattHours).not_negative().feeds(&["electricity_kwh"])
            .called(&["电量", "耗电量", "Power use", "Energy"]),
        Factor: number("factor", Key::ColumnEnergyFactor, Unit::CubicMetrePerKilowattHour).positive().feeds(&["water_m3_per_kwh"])
            .called(&["折算系数", "出水系数", "水电比"]).explained(Key::HelpEnergyFactor),
    }
}

/// 水源与出流, of a district.
pub static SOURCES: TableSpec =
    TableSpec::new("sources", "source", Key::SourcesTitle, SourceColumn::COLUMNS, &DISTRICTS);

columns! {
    /// A sample field as typed.
    FieldColumn {
        Name: text("name", Key::ColumnField)
            .called(&["田块名称", "田块", "名称", "地块", "Field", "Plot"]),
        Crop: text("crop", Key::ColumnCrop).naming(&["crop"])
            .called(&["作物种类", "种植作物", "Crop name"]),
        Area: number("area", Key::ColumnFieldArea, Unit::Mu).positive().feeds(&["area_mu"])
            .called(&["田块面积", "灌溉面积", "Area"]),
        Method: choice("method", Key::ColumnFieldMethod, choices::<FieldMethod>)
            .called(&["方法", "测定方法", "Method"]),
        Net: number("net", Key::ColumnNetPerMuTyped, Unit::CubicMetrePerMu).not_negative().usual(5.0, 2000.0, &[])
            .called(&["净灌水定额", "亩均净灌溉用水量", "Net"]),
    }
}

/// 典型田块, of a district.
pub static FIELDS: TableSpec =
    TableSpec::new("fields", "field", Key::FieldsTitle, FieldColumn::COLUMNS, &DISTRICTS)
        .holding(&[&READINGS, &BALANCE_STEPS]);

columns! {
    /// A reading in a field as typed: one layer of one irrigation.
    ReadingColumn {
        Irrigation: text("irrigation", Key::ColumnIrrigation)
            .called(&["灌水", "灌水日期", "次数", "灌次"]),
        Kind: choice("kind", Key::ColumnReadingKind, choices::<ReadingKind>),
        Depth: number("depth", Key::ColumnLayerDepth, Unit::Metre).positive().usual(0.02, 3.0, &[0.01, 0.001]).feeds(&["layer_depth_m"])
            .called(&["计划湿润层深度", "土层厚度", "Depth"]),
        Density: number("density", Key::ColumnDensity, Unit::TonnePerCubicMetre).positive().usual(0.5, 2.2, &[0.001]).feeds(&["bulk_density_t_m3"])
            .called(&["容重", "土壤干容重", "Bulk density"]).explained(Key::HelpBulkDensity),
        Before: number("before", Key::ColumnBefore, Unit::One).not_negative().feeds(&["moisture_before", "depth_before_mm"])
            .called(&["灌前含水率", "灌前", "灌前水深", "Before"]),
        After: number("after", Key::ColumnAfter, Unit::One).not_negative().feeds(&["moisture_after", "depth_after_mm"])
            .called(&["灌后含水率", "灌后", "灌后水深", "After"]),
        Volume: number("volume", Key::ColumnVolume, Unit::CubicMetre).summed().not_negative().feeds(&["volume_m3"])
            .called(&["灌水量", "水量", "Volume"]),
    }
}

/// 逐次量测, of a field.
pub static READINGS: TableSpec =
    TableSpec::new("readings", "reading", Key::ReadingsTitle, ReadingColumn::COLUMNS, &FIELDS);

columns! {
    /// A step of a field's water balance as typed.
    BalanceStepColumn {
        Name: text("name", Key::ColumnPeriod),
        Evapotranspiration: number("evapotranspiration", Key::ColumnEtc, Unit::Millimetre).summed().not_negative().feeds(&["crop_evapotranspiration_mm"]),
        Rain: number("rain", Key::ColumnEffectiveRain, Unit::Millimetre).summed().not_negative().feeds(&["effective_rain_mm"]),
        Groundwater: number("groundwater", Key::ColumnGroundwater, Unit::Millimetre).summed().not_negative().feeds(&["groundwater_mm"]),
        Percolation: number("percolation", Key::ColumnPercolation, Unit::Millimetre).summed().not_negative().feeds(&["percolation_mm"]),
        Soaking: number("soaking", Key::ColumnSoaking, Unit::CubicMetrePerMu).summed().not_negative().feeds(&["soaking_m3_mu"]),
        Depth: number("depth", Key::ColumnLayerDepth, Unit::Metre).positive().usual(0.02, 3.0, &[0.01, 0.001]).feeds(&["root_depth_m"]),
        Start: number("start", Key::ColumnPeriodStart, Unit::One).not_negative().feeds(&["moisture_start", "depth_start_mm"]),
        End: number("end", Key::ColumnPeriodEnd, Unit::One).not_negative().feeds(&["moisture_end", "depth_end_mm"]),
        Inflow: number("inflow", Key::ColumnInflow, Unit::CubicMetrePerMu).summed().not_negative(),
    }
}

/// 分时段水量平衡, of a field.
pub static BALANCE_STEPS: TableSpec =
    TableSpec::new("steps", "balance-step", Key::PeriodsTitle, BalanceStepColumn::COLUMNS, &FIELDS);

columns! {
    /// A canal as typed.
    CanalColumn {
        Name: text("name", Key::ColumnCanal).carried()
            .called(&["渠道名称", "名称", "渠名", "Canal name", "Name"]),
        Upstream: text("upstream", Key::ColumnUpstream).carried().naming(&["canal"])
            .called(&["上级渠道名称", "上一级渠道", "所属渠道", "上级", "Parent", "Upstream"]),
        Length: number("length", Key::ColumnLength, Unit::Kilometre).positive().usual(0.01, 400.0, &[0.001]).carried().feeds(&["length_km"])
            .called(&["长度", "渠道长度", "Canal length"]),
        Delivery: number("delivery", Key::ColumnDelivery, Unit::CubicMetrePerSecond).positive().usual(0.0005, 800.0, &[0.001]).carried().feeds(&["net_flow_m3_s"])
            .called(&["供田流量", "田间流量", "净流量", "Delivery"]),
        Soil: choice("soil", Key::ColumnSoil, choices::<Soil>).carried().feeds(&["soil_a", "soil_m"])
            .called(&["土质", "土壤", "渠床土壤", "Soil"]),
        Lining: choice("lining", Key::ColumnLining, choices::<Lining>).carried()
            .called(&["衬砌", "衬砌形式", "防渗形式", "Lining type"]),
        LiningFactor: number("lining_factor", Key::ColumnLiningFactor, Unit::One).share().carried().feeds(&["lining_factor"])
            .called(&["防渗系数", "β"]).explained(Key::HelpLiningFactor),
        GroundwaterFactor: number("groundwater_factor", Key::ColumnGroundwaterFactor, Unit::One).positive().carried().feeds(&["groundwater_factor"])
            .called(&["顶托系数", "γ"]).explained(Key::HelpGroundwaterFactor),
        Inflow: number("inflow", Key::ColumnMeasuredIn, Unit::CubicMetrePerSecond).positive().usual(0.0005, 1000.0, &[0.001]).feeds(&["inflow"])
            .called(&["首部流量", "进口流量", "Inflow"]),
        Outflow: number("outflow", Key::ColumnMeasuredOut, Unit::CubicMetrePerSecond).positive().usual(0.0005, 1000.0, &[0.001]).feeds(&["outflow"])
            .called(&["尾部流量", "出口流量", "Outflow"]),
    }
}

/// 渠道, of a district.
pub static CANALS: TableSpec =
    TableSpec::new("canals", "canal", Key::CanalsTitle, CanalColumn::COLUMNS, &DISTRICTS).carried();

columns! {
    /// A month at the station as typed.
    MonthColumn {
        Month: text("month", Key::ColumnMonth).feeds(&["latitude_deg", "altitude_m", "day_of_year"])
            .called(&["月份", "Months"]),
        Tmax: number("tmax", Key::ColumnTmax, Unit::DegreeCelsius).usual(-45.0, 50.0, &[0.1]).feeds(&["tmax_c"])
            .called(&["平均最高气温", "最高温度", "Maximum temperature", "T max"]),
        Tmin: number("tmin", Key::ColumnTmin, Unit::DegreeCelsius).usual(-55.0, 40.0, &[0.1]).feeds(&["tmin_c"])
            .called(&["平均最低气温", "最低温度", "Minimum temperature", "T min"]),
        Humidity: number("humidity", Key::ColumnHumidity, Unit::Percent).not_negative().usual(2.0, 100.0, &[100.0]).feeds(&["rh_mean"])
            .called(&["湿度", "平均相对湿度", "Relative humidity", "RH"]),
        Wind: number("wind", Key::ColumnWind, Unit::MetrePerSecond).not_negative().usual(0.0, 20.0, &[0.1]).feeds(&["wind_2m_m_s"])
            .called(&["风速", "平均风速", "Wind", "Wind speed"]),
        Sunshine: number("sunshine", Key::ColumnSunshine, Unit::Hour).not_negative().usual(0.0, 24.0, &[1.0 / 30.0]).feeds(&["sunshine_h"])
            .called(&["日照", "日照时间", "Sunshine hours"]),
        Rain: number("rain", Key::ColumnRain, Unit::Millimetre).summed().not_negative().usual(0.0, 2500.0, &[0.1]).feeds(&["rain_mm"])
            .called(&["降水量", "降雨", "雨量", "Rainfall", "Precipitation"]),
    }
}

/// 逐月气象, at a year's station.
pub static MONTHS: TableSpec =
    TableSpec::new("months", "month", Key::MonthsTitle, MonthColumn::COLUMNS, &YEARS);

columns! {
    /// A crop's season as typed.
    SeasonColumn {
        Name: text("name", Key::ColumnCrop)
            .called(&["作物名称", "名称"]),
        Share: number("share", Key::ColumnShare, Unit::Percent).positive().usual(1.0, 200.0, &[100.0])
            .called(&["种植比", "比例", "占比", "Share"]),
        Start: text("start", Key::ColumnStart)
            .called(&["播种", "播种日期", "播种期", "Sowing", "Start"]),
        Initial: number("initial", Key::ColumnStageInitial, Unit::Day).positive().usual(1.0, 250.0, &[])
            .called(&["初始期", "生长初期", "L ini"]),
        Development: number("development", Key::ColumnStageDevelopment, Unit::Day).positive().usual(1.0, 250.0, &[])
            .called(&["快速生长期", "发育", "L dev"]),
        Middle: number("middle", Key::ColumnStageMiddle, Unit::Day).positive().usual(1.0, 250.0, &[])
            .called(&["生育中期", "L mid"]),
        Late: number("late", Key::ColumnStageLate, Unit::Day).positive().usual(1.0, 250.0, &[])
            .called(&["成熟期", "L late"]),
        KcInitial: number("kc_initial", Key::ColumnKcInitial, Unit::One).positive().usual(0.1, 1.4, &[0.1, 0.01])
            .called(&["Kc ini"]).explained(Key::HelpKc),
        KcMiddle: number("kc_middle", Key::ColumnKcMiddle, Unit::One).positive().usual(0.1, 1.5, &[0.1, 0.01])
            .called(&["Kc mid"]).explained(Key::HelpKc),
        KcEnd: number("kc_end", Key::ColumnKcEnd, Unit::One).positive().usual(0.05, 1.4, &[0.1, 0.01])
            .called(&["Kc end", "Kc 后期"]).explained(Key::HelpKc),
    }
}

/// 作物生长期, of a year's water need.
pub static SEASONS: TableSpec =
    TableSpec::new("seasons", "season", Key::SeasonsTitle, SeasonColumn::COLUMNS, &YEARS);

/// What else people call the columns of these tables.
pub static IRRIGATION_CALLED: Called = Called(&[
    (&YEARS, YearEntry::CALLED),
    (&DISTRICTS, DistrictColumn::CALLED),
    (&CLASSES, ClassColumn::CALLED),
    (&CROPS, CropColumn::CALLED),
    (&SOURCES, SourceColumn::CALLED),
    (&FIELDS, FieldColumn::CALLED),
    (&READINGS, ReadingColumn::CALLED),
    (&BALANCE_STEPS, BalanceStepColumn::CALLED),
    (&CANALS, CanalColumn::CALLED),
    (&MONTHS, MonthColumn::CALLED),
    (&SEASONS, SeasonColumn::CALLED),
]);
