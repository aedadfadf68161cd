//! 工业用水 as typed: periods, and in each the plant's water and what was made with it.

use crate::catalog::{quota_choices, sectors};
use crate::industry::{
    CirculationKind, CoolingConvention, CostItem, IntakeConvention, SupplyKind, WaterUnitKind,
};
use crate::ledger::Called;
use crate::ledger::column::columns;
use crate::ledger::{Column, SheetSpec, TableSpec};
use crate::metering::{MeterLevel, RecordKind};
use crate::quantity::{Unit, read_period};
use crate::text::{Key, choices};

columns! {
    /// The entries of a period's sheet.
    PlantEntry {
        Period: text("period", Key::PeriodField).entry(),
        Tolerance: number("tolerance", Key::ToleranceField, Unit::Percent).within(0.0, 100.0).carried().entry(),
        Sector: choice("sector", Key::SectorField, sectors).carried().entry(),
        OutputValue: number("output_value", Key::OutputValueField, Unit::TenThousandYuan).not_negative().feeds(&["output_value_10k_yuan"]).entry(),
        ValueAdded: number("value_added", Key::ValueAddedField, Unit::TenThousandYuan).not_negative().feeds(&["value_added_10k_yuan"]).entry(),
        Staff: number("staff", Key::StaffField, Unit::Person).not_negative().usual(1.0, 500_000.0, &[]).feeds(&["staff"]).entry(),
        Days: number("days", Key::DaysField, Unit::Day).within(0.0, 366.0).feeds(&["days"]).entry(),
        StaffWater: number("staff_water", Key::StaffWaterField, Unit::CubicMetre).not_negative().feeds(&["volume_m3"]).entry(),
        Convention: choice("intake_convention", Key::IntakeConventionField, choices::<IntakeConvention>).carried().feeds(&["intake"]).entry(),
        Compliant: number("compliant", Key::CompliantField, Unit::CubicMetre).not_negative().feeds(&["compliant"]).entry(),
        Plant: text("plant", Key::PlantField).carried().entry().private(),
        Organisation: text("organisation", Key::TestingField).carried().entry().private(),
        Tester: text("tester", Key::TesterField).carried().entry().private(),
        TestedOn: text("tested_on", Key::TestedOnField).entry().private(),
        Note: text("note", Key::ReportNote).entry().private(),
    }
}

/// 时段, one sheet a month or year, in the order of the tabs.
pub static PERIODS: TableSpec = TableSpec::sheets_called(
    "plant",
    "period",
    Key::PeriodField,
    PlantEntry::COLUMNS,
    &[&SUPPLIES, &WATER_UNITS, &FLOWS, &PRODUCTS, &METERS, &COOLING, &STEAM, &COSTS, &TIERS, &REQUIREMENTS],
);

/// A month follows the month before, a year the year.
pub static SHEET: SheetSpec = SheetSpec {
    table: &PERIODS,
    period: || PlantEntry::Period.spec(),
    read: read_period,
    unit: None,
    joined: None,
};

columns! {
    /// A source of water as typed, with the reading of its main meter.
    SupplyColumn {
        Name: text("name", Key::ColumnSupply).carried()
            .called(&["水源名称", "名称", "取水水源", "Source name"]),
        Kind: choice("kind", Key::ColumnSupplyKind, choices::<SupplyKind>).carried()
            .called(&["水源类型", "类型", "水源种类", "Type"]),
        Amount: number("amount", Key::ColumnMainMeter, Unit::CubicMetre).summed().amount()
            .called(&["取水量", "总表", "水量", "用水量", "Intake", "Meter reading"]),
        Sold: number("sold", Key::ColumnSold, Unit::CubicMetre).summed().amount()
            .called(&["外供", "转供水量", "Supplied on"]).explained(Key::HelpSold),
        Record: choice("record", Key::ColumnRecord, choices::<RecordKind>).carried()
            .called(&["数据来源", "来源", "Basis"]),
    }
}

/// 取水水源与总表, sources and their main meters.
pub static SUPPLIES: TableSpec =
    TableSpec::new("supplies", "supply", Key::SuppliesTitle, SupplyColumn::COLUMNS, &PERIODS).carried();

columns! {
    /// A unit of the plant as typed, in the columns of the standard's statistics sheet.
    WaterUnitColumn {
        Name: text("name", Key::ColumnUnit).carried()
            .called(&["用水单元名称", "单元名称", "部门", "车间", "用水部门", "单元", "名称", "Unit name", "Workshop", "Department"]),
        Kind: choice("kind", Key::ColumnUnitKind, choices::<WaterUnitKind>).carried()
            .called(&["单元类别", "生产类别", "类型", "Type"]),
        Within: text("within", Key::ColumnWithin).carried().naming(&["unit"])
            .called(&["所属单元", "所属", "上级单元", "Parent"]).explained(Key::HelpWithin),
        Town: number("town", Key::ColumnTown, Unit::CubicMetre).amount()
            .called(&["自来水量", "市政自来水", "Tap water", "Mains"]),
        Surface: number("surface", Key::ColumnSurface, Unit::CubicMetre).amount()
            .called(&["地表水量", "河水", "Surface"]),
        Ground: number("ground", Key::ColumnGround, Unit::CubicMetre).amount()
            .called(&["地下水量", "井水", "Well water", "Ground"]),
        Other: number("other", Key::ColumnOtherFresh, Unit::CubicMetre).amount()
            .called(&["其他水", "其他取水", "Other"]),
        NonConventional: number("nonconventional", Key::ColumnNonConventional, Unit::CubicMetre).amount()
            .called(&["再生水", "非常规水源", "中水", "非常规水量", "Reclaimed water"]),
        Circulation: number("circulation", Key::ColumnCirculation, Unit::CubicMetre).amount()
            .called(&["循环水", "循环量", "冷却循环水量", "Circulating water", "Recirculated"]),
        CirculationKind: choice("circulation_kind", Key::ColumnCirculationKind, choices::<CirculationKind>).carried()
            .called(&["循环水类别", "循环种类"]).explained(Key::HelpCirculationKind),
        Consumption: number("consumption", Key::ColumnConsumption, Unit::CubicMetre).amount()
            .called(&["耗水", "消耗水量", "耗水量", "Consumption"]),
        Discharge: number("discharge", Key::ColumnDischarge, Unit::CubicMetre).amount()
            .called(&["排水", "外排水量", "排放水量", "Discharge"]),
        Leakage: number("leakage", Key::ColumnLeakage, Unit::CubicMetre).amount()
            .called(&["漏失", "漏损水量", "漏水量", "漏失量", "Leakage", "Loss"]),
        Record: choice("record", Key::ColumnRecord, choices::<RecordKind>).carried()
            .called(&["数据来源", "来源", "Basis"]),
    }
}

/// 用水单元, in the columns of the statistics sheet.
pub static WATER_UNITS: TableSpec =
    TableSpec::new("units", "unit", Key::UnitsTitle, WaterUnitColumn::COLUMNS, &PERIODS).carried().begun();

columns! {
    /// Water that goes from one place of the plant to another, as typed.
    FlowColumn {
        From: text("from", Key::ColumnFrom).carried().naming(&["supply", "unit"])
            .called(&["起点", "从", "出自", "供水单元", "来源", "Source"]),
        To: text("to", Key::ColumnTo).carried().naming(&["supply", "unit"])
            .called(&["终点", "到", "用于", "受水单元", "去处", "Target"]),
        Amount: number("amount", Key::ColumnAmount, Unit::CubicMetre).amount()
            .called(&["流量", "用水量", "Volume", "Amount"]),
        Record: choice("record", Key::ColumnRecord, choices::<RecordKind>).carried()
            .called(&["数据来源", "Basis"]),
    }
}

/// 单元之间的水量, water between places of the plant.
pub static FLOWS: TableSpec =
    TableSpec::new("flows", "flow", Key::FlowsTitle, FlowColumn::COLUMNS, &PERIODS).carried();

columns! {
    /// What the plant makes, as typed, and the quotas it is held to.
    ProductColumn {
        Name: text("name", Key::ColumnProduct).carried()
            .called(&["产品名称", "名称", "Product name"]),
        Output: number("output", Key::ColumnOutput, Unit::One).not_negative()
            .called(&["产品产量", "年产量", "Production"]),
        Intake: number("intake", Key::ColumnProductIntake, Unit::CubicMetre).summed().not_negative()
            .called(&["产品取水量", "取水量", "用水量", "Intake", "Water intake"]),
        Quota: choice("quota", Key::ColumnQuota, quota_choices).carried(),
        Other: choice("other", Key::ColumnOtherQuota, quota_choices).carried(),
        General: number("general", Key::ColumnGeneral, Unit::One).positive().carried(),
        Advanced: number("advanced", Key::ColumnAdvanced, Unit::One).positive().carried(),
    }
}

/// 产品, with their quotas.
pub static PRODUCTS: TableSpec =
    TableSpec::new("products", "product", Key::ProductsTitle, ProductColumn::COLUMNS, &PERIODS).carried();

columns! {
    /// The meters of a level as typed.
    MeterColumn {
        Level: choice("level", Key::ColumnMeterLevel, choices::<MeterLevel>).carried()
            .called(&["计量级别", "等级", "水表级别"]),
        Required: number("required", Key::ColumnMetersRequired, Unit::One).summed().not_negative().feeds(&["required"])
            .called(&["应配", "应装数", "应配备数", "Required number"]),
        Installed: number("installed", Key::ColumnMetersInstalled, Unit::One).summed().not_negative().feeds(&["installed"])
            .called(&["实配", "实装数", "安装数", "实际配备数"]),
        Working: number("working", Key::ColumnMetersWorking, Unit::One).summed().not_negative().feeds(&["working"])
            .called(&["完好", "完好数量", "运行正常数", "Working"]),
    }
}

/// 计量器具, by level.
pub static METERS: TableSpec =
    TableSpec::new("meters", "meter", Key::MetersTitle, MeterColumn::COLUMNS, &PERIODS).carried();

columns! {
    /// A circulating cooling water system as typed.
    CoolingColumn {
        Name: text("name", Key::ColumnCoolingSystem).carried()
            .called(&["系统名称", "循环系统", "冷却系统", "名称"]),
        Circulation: number("circulation", Key::ColumnCirculationFlow, Unit::CubicMetrePerHour).not_negative()
            .called(&["循环量", "循环水流量", "循环流量", "Circulating flow"]),
        Drop: number("drop", Key::ColumnTemperatureDrop, Unit::DegreeCelsius).not_negative().usual(0.5, 40.0, &[]).feeds(&["delta_t_c"])
            .called(&["温差", "进出水温差", "ΔT", "Delta T"]),
        Air: number("air", Key::ColumnAirTemperature, Unit::DegreeCelsius)
            .called(&["空气温度", "干球温度"]),
        Drift: number("drift", Key::ColumnDrift, Unit::Percent).not_negative().usual(0.0, 3.0, &[0.01]).carried().feeds(&["drift"])
            .called(&["风吹损失", "飘水率"]).explained(Key::HelpDrift),
        MakeupSalt: number("makeup_salt", Key::ColumnMakeupSalt, Unit::One).not_negative().feeds(&["makeup_conductivity"])
            .called(&["补水电导率", "补充水电导率", "补水氯离子"]),
        CirculatingSalt: number("circulating_salt", Key::ColumnCirculatingSalt, Unit::One).not_negative().feeds(&["blowdown_conductivity"])
            .called(&["循环水电导率", "循环水氯离子"]),
        Cycles: number("cycles", Key::ColumnCycles, Unit::One).not_negative().usual(1.0, 20.0, &[]).feeds(&["cycles", "cycles_before"])
            .called(&["浓缩倍率", "N"]).explained(Key::HelpCycles),
        Hours: number("hours", Key::ColumnHours, Unit::Hour).not_negative().usual(0.0, 8784.0, &[])
            .called(&["运行时间", "运行小时", "Hours"]),
        Convention: choice("convention", Key::ColumnConvention, choices::<CoolingConvention>).carried(),
    }
}

/// 循环冷却水系统.
pub static COOLING: TableSpec =
    TableSpec::new("cooling", "cooling", Key::CoolingTitle, CoolingColumn::COLUMNS, &PERIODS).carried();

columns! {
    /// Steam and the condensate that comes back, as typed.
    SteamColumn {
        Name: text("name", Key::ColumnBoiler).carried()
            .called(&["锅炉", "用汽单元", "名称"]),
        Steam: number("steam", Key::ColumnSteam, Unit::Tonne).summed().not_negative().feeds(&["steam_t"])
            .called(&["产汽量", "用汽量", "蒸汽"]),
        Condensate: number("condensate", Key::ColumnCondensate, Unit::CubicMetre).summed().not_negative().feeds(&["recovered_m3"])
            .called(&["冷凝水", "冷凝水量", "回收量", "Condensate"]),
        Density: number("density", Key::ColumnWaterDensity, Unit::TonnePerCubicMetre).not_negative().usual(0.5, 1.2, &[0.001]).carried().feeds(&["density_t_m3"]),
    }
}

/// 蒸汽与冷凝水.
pub static STEAM: TableSpec =
    TableSpec::new("steam", "steam", Key::SteamTitle, SteamColumn::COLUMNS, &PERIODS).carried();

columns! {
    /// What a place of the plant costs, as typed: by the cubic metre or as a sum.
    CostColumn {
        Place: text("place", Key::ColumnCostPlace).carried().naming(&["supply", "unit"])
            .called(&["单元", "水源", "位置"]),
        Item: choice("item", Key::ColumnCostItem, choices::<CostItem>).carried()
            .called(&["费用项目", "费用"]),
        PerVolume: number("per_volume", Key::ColumnCostPerVolume, Unit::YuanPerCubicMetre).amount().carried()
            .called(&["水价", "单位成本", "Price"]),
        Sum: number("sum", Key::ColumnCostSum, Unit::Yuan).summed().amount()
            .called(&["金额", "费用合计", "总费用", "Amount"]),
    }
}

/// 成本, of places.
pub static COSTS: TableSpec =
    TableSpec::new("costs", "cost", Key::CostsTitle, CostColumn::COLUMNS, &PERIODS).carried();

columns! {
    /// A step of a supply's price as typed: where it ends, and what the price is multiplied with.
    TierColumn {
        Place: text("place", Key::ColumnTierPlace).carried().naming(&["supply"]),
        Upto: number("upto", Key::ColumnTierUpto, Unit::CubicMetre).positive().carried(),
        Multiplier: number("multiplier", Key::ColumnTierMultiplier, Unit::One).amount().carried(),
    }
}

/// 阶梯与超计划水价, steps of prices.
pub static TIERS: TableSpec =
    TableSpec::new("tiers", "tier", Key::TiersTitle, TierColumn::COLUMNS, &PERIODS).carried();

columns! {
    /// A basic requirement of the standard by its name in the catalogue, and whether it holds, as typed.
    RequirementColumn {
        Of: text("of", Key::PrerequisitesTitle).key(),
        State: text("state", Key::PrerequisitesTitle).carried(),
    }
}

/// 基本要求, whether each holds.
pub static REQUIREMENTS: TableSpec = TableSpec::new(
    "requirements",
    "requirement",
    Key::PrerequisitesTitle,
    RequirementColumn::COLUMNS,
    &PERIODS,
)
.carried();

/// What else people call the columns of these tables.
pub static PLANTS_CALLED: Called = Called(&[
    (&PERIODS, PlantEntry::CALLED),
    (&SUPPLIES, SupplyColumn::CALLED),
    (&WATER_UNITS, WaterUnitColumn::CALLED),
    (&FLOWS, FlowColumn::CALLED),
    (&PRODUCTS, ProductColumn::CALLED),
    (&METERS, MeterColumn::CALLED),
    (&COOLING, CoolingColumn::CALLED),
    (&STEAM, SteamColumn::CALLED),
    (&COSTS, CostColumn::CALLED),
    (&TIERS, TierColumn::CALLED),
    (&REQUIREMENTS, RequirementColumn::CALLED),
]);
