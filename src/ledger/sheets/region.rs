//! 区域 as typed: a year of a county, a city or a province, with its years so far, its targets, its plan and who it is split among, its
//! reservoirs.

use crate::ledger::Called;
use crate::ledger::column::columns;
use crate::ledger::{Column, SheetSpec, TableSpec};
use crate::quantity::{Period, Unit, read_year};
use crate::region::{
    Controlled, EvaporationKind, InflowKind, NonconventionalCount, OnceThroughCount, SplitRule, TargetPath,
    Wanted, WaterUse,
};
use crate::text::{Key, choices};

const VOLUME: Unit = Unit::TenThousandCubicMetres;

/// m³ typed for 万m³.
const MYRIAD: &[f64] = &[1e-4];

columns! {
    /// The entries of a region's year.
    RegionEntry {
        Year: text("year", Key::YearField).entry(),
        Name: text("name", Key::RegionField).carried().entry().private(),
        Nonconventional: choice("nonconventional", Key::NonconventionalField, choices::<NonconventionalCount>).carried().entry(),
        OnceThrough: choice("once_through", Key::OnceThroughField, choices::<OnceThroughCount>).carried().entry(),
        Path: choice("path", Key::TargetPathField, choices::<TargetPath>).carried().entry(),
        Step: number("step", Key::PlanStepField, VOLUME).positive().carried().entry(),
        Document: text("document", Key::PlanDocumentField).entry(),
        IssuedOn: text("issued_on", Key::PlanIssuedField).entry(),
        Organisation: text("organisation", Key::OrganisationField).carried().entry().private(),
        Compiler: text("compiler", Key::CompilerField).carried().entry().private(),
        CompiledOn: text("compiled_on", Key::CompiledOnField).entry().private(),
        Note: text("note", Key::ReportNote).entry().private(),
    }
}

/// 区域年度, one sheet a region and year.
pub static REGIONS: TableSpec = TableSpec::sheets_called(
    "regions",
    "region",
    Key::RegionYearField,
    RegionEntry::COLUMNS,
    &[
        &REGION_YEARS,
        &REGION_ECONOMY,
        &REGION_FACTS,
        &REGION_TARGETS,
        &PLAN_PLACES,
        &PLACE_USES,
        &SEASON_SHARES,
        &PLAN_ISSUES,
        &PLAN_TIERS,
        &RESERVOIRS,
    ],
);

/// A year of a region follows the year before.
pub static SHEET: SheetSpec = SheetSpec {
    table: &REGIONS,
    period: || RegionEntry::Year.spec(),
    read: |typed| read_year(typed).map(Period::whole),
    unit: Some(|| RegionEntry::Name.spec()),
    joined: None,
};

columns! {
    /// Water of a year by use and by source, as typed.
    RegionYearColumn {
        Year: text("year", Key::ColumnRegionYear).carried()
            .called(&["年度", "Years"]),
        Agriculture: number("agriculture", Key::ColumnAgriculture, VOLUME).amount().carried().usual(0.0, 4e7, MYRIAD)
            .called(&["农业用水量", "农业用水"]),
        Industry: number("industry", Key::ColumnIndustryUse, VOLUME).amount().carried().usual(0.0, 2e7, MYRIAD)
            .called(&["工业用水量", "工业用水"]),
        Domestic: number("domestic", Key::ColumnDomestic, VOLUME).amount().carried().usual(0.0, 2e7, MYRIAD)
            .called(&["生活用水量", "生活用水"]),
        Ecology: number("ecology", Key::ColumnEcology, VOLUME).amount().carried().usual(0.0, 2e7, MYRIAD)
            .called(&["生态用水量", "人工生态环境补水"]),
        Total: number("total", Key::ColumnTotalTyped, VOLUME).amount().carried().usual(0.0, 7e7, MYRIAD)
            .called(&["用水总量", "合计", "Total use"]),
        Surface: number("surface", Key::ColumnSurface, VOLUME).amount().carried().usual(0.0, 6e7, MYRIAD)
            .called(&["地表水源"]),
        Ground: number("ground", Key::ColumnGround, VOLUME).amount().carried().usual(0.0, 2e7, MYRIAD)
            .called(&["地下水源"]),
        Other: number("other", Key::ColumnOtherSource, VOLUME).amount().carried().usual(0.0, 1e7, MYRIAD)
            .called(&["其他水源", "非常规水源"]),
        OnceThrough: number("once_through", Key::ColumnOnceThrough, VOLUME).amount().carried().usual(0.0, 1e7, MYRIAD)
            .called(&["直流冷却"]),
        Consumed: number("consumed", Key::ColumnWaterConsumed, VOLUME).amount().carried().usual(0.0, 5e7, MYRIAD).feeds(&["consumed"])
            .called(&["耗水总量"]),
        Returned: number("returned", Key::ColumnReturned, VOLUME).amount().carried().usual(0.0, 4e7, MYRIAD)
            .called(&["污水排放量", "废污水排放量"]),
        Reclaimed: number("reclaimed", Key::ColumnRegionReclaimed, VOLUME).amount().carried().usual(0.0, 1e7, MYRIAD)
            .called(&["再生水", "中水回用量"]),
        NormalFactor: number("normal_factor", Key::ColumnNormalFactor, Unit::One).within(0.1, 10.0).carried().feeds(&["factor"])
            .called(&["折算系数"]),
    }
}

/// 历年用水, the years so far with this one.
pub static REGION_YEARS: TableSpec =
    TableSpec::new("years", "region-year", Key::RegionYearsTitle, RegionYearColumn::COLUMNS, &REGIONS)
        .carried()
        .begun();

columns! {
    /// What water is used for in a year, as typed.
    RegionEconomyColumn {
        Year: text("year", Key::ColumnRegionYear).carried()
            .called(&["年度", "Years"]),
        Gdp: number("gdp", Key::ColumnGdp, Unit::HundredMillionYuan).positive().carried().feeds(&["gdp_1e8_yuan"])
            .called(&["地区生产总值", "GDP"]),
        GdpGrowth: number("gdp_growth", Key::ColumnGdpGrowth, Unit::Percent).within(-99.0, 500.0).carried().feeds(&["growth_pct"])
            .called(&["GDP增速", "GDP growth"]),
        ValueAdded: number("value_added", Key::ColumnIndustrialValueAdded, Unit::HundredMillionYuan).positive().carried().feeds(&["value_added_10k_yuan"])
            .called(&["工业增加值"]),
        ValueAddedGrowth: number("value_added_growth", Key::ColumnValueAddedGrowth, Unit::Percent).within(-99.0, 500.0).carried()
            .called(&["工业增加值增速", "Value added growth"]),
        PriceBase: text("price_base", Key::ColumnPriceBase).carried()
            .called(&["价格基期"]),
        Population: number("population", Key::ColumnPopulation, Unit::TenThousandPersons).positive().carried().feeds(&["population_end_1e4"])
            .called(&["常住人口", "人口", "Population"]),
        IrrigatedArea: number("irrigated_area", Key::ColumnIrrigatedArea, Unit::TenThousandMu).positive().carried().feeds(&["area_10k_mu"])
            .called(&["灌溉面积"]),
        IrrigationUse: number("irrigation_use", Key::ColumnIrrigationUse, VOLUME).amount().carried().feeds(&["gross_10k_m3"])
            .called(&["灌溉用水量"]),
    }
}

/// 历年经济社会, what the water of each year was used for.
pub static REGION_ECONOMY: TableSpec = TableSpec::new(
    "economy",
    "region-economy",
    Key::RegionEconomyTitle,
    RegionEconomyColumn::COLUMNS,
    &REGIONS,
)
.carried()
.begun();

columns! {
    /// Any other indicator of a year, as typed.
    RegionFactColumn {
        Name: text("name", Key::ColumnIndicator).carried()
            .called(&["指标名称"]),
        Year: text("year", Key::ColumnRegionYear).carried()
            .called(&["年度"]),
        Value: number("value", Key::ColumnValue, Unit::One).carried()
            .called(&["指标值", "完成值"]),
        Unit: text("unit", Key::ColumnUnitText).carried()
            .called(&["计量单位"]),
        Formula: text("formula", Key::ColumnFactFormula).carried()
            .called(&["计算式", "算式"]),
        Wanted: choice("wanted", Key::ColumnWanted, choices::<Wanted>).carried(),
        Target: number("target", Key::ColumnTarget, Unit::One).carried()
            .called(&["目标值"]),
        Source: text("source", Key::ColumnFactSource).carried()
            .called(&["依据"]),
    }
}

/// 其他指标, in the reader's own words.
pub static REGION_FACTS: TableSpec =
    TableSpec::new("facts", "region-fact", Key::RegionFactsTitle, RegionFactColumn::COLUMNS, &REGIONS)
        .carried();

columns! {
    /// A target of dual control, as typed.
    RegionTargetColumn {
        Of: choice("of", Key::ColumnControlled, choices::<Controlled>).carried()
            .called(&["指标"]),
        BaseYear: text("base_year", Key::ColumnBaseYear).carried()
            .called(&["基准年"]),
        TargetYear: text("target_year", Key::ColumnTargetYear).carried()
            .called(&["期末年"]),
        Target: number("target", Key::ColumnTarget, Unit::One).not_negative().carried().feeds(&["target", "target_pct"])
            .called(&["目标值", "控制目标"]),
        Document: text("document", Key::ColumnTargetDocument).carried()
            .called(&["文号"]),
    }
}

/// 双控目标.
pub static REGION_TARGETS: TableSpec = TableSpec::new(
    "targets",
    "region-target",
    Key::RegionTargetsTitle,
    RegionTargetColumn::COLUMNS,
    &REGIONS,
)
.carried()
.begun();

columns! {
    /// A place that takes part in the plan: the region itself, a county, a township, a user; as typed.
    PlanPlaceColumn {
        Name: text("name", Key::ColumnPlanPlace).carried()
            .called(&["单位名称", "用水户", "名称", "县（市、区）", "乡镇", "单位", "地区", "User", "Name", "Place"]),
        Within: text("within", Key::ColumnWithin).carried().naming(&["plan-place"])
            .called(&["上级", "所属", "所属县", "所属乡镇", "Parent", "Within"]),
        Use: choice("use", Key::ColumnUseKind, choices::<WaterUse>).carried()
            .called(&["用水类别", "类别"]),
        Rule: choice("rule", Key::ColumnSplitRule, choices::<SplitRule>).carried()
            .called(&["分解办法"]),
        Reserve: number("reserve", Key::ColumnReserve, Unit::Percent).within(0.0, 100.0).carried().feeds(&["reserve_pct"])
            .called(&["预留"]),
        Present: number("present", Key::ColumnPresent, VOLUME).amount().carried().feeds(&["part"])
            .called(&["现状用水量", "上年用水量"]),
        Quota: number("quota", Key::ColumnPlaceQuota, Unit::CubicMetre).not_negative().carried().feeds(&["quota"])
            .called(&["定额"]),
        Count: number("count", Key::ColumnPlaceCount, Unit::One).not_negative().carried().feeds(&["count"])
            .called(&["规模", "人数", "面积", "产量"]),
        Weight: number("weight", Key::ColumnPlaceWeight, Unit::One).not_negative().carried(),
        Plan: number("plan", Key::ColumnPlanTyped, VOLUME).amount().feeds(&["parent"])
            .called(&["计划用水量", "年度计划", "下达计划", "Plan"]),
        TakenFrom: text("taken_from", Key::ColumnTakenFrom).carried()
            .called(&["取自"]),
        Price: number("price", Key::ColumnPlacePrice, Unit::YuanPerCubicMetre).not_negative().carried().feeds(&["price"])
            .called(&["水价"]),
        Surface: number("surface", Key::ColumnPlanSurface, VOLUME).amount()
            .called(&["地表水", "地表水计划"]),
        Ground: number("ground", Key::ColumnPlanGround, VOLUME).amount()
            .called(&["地下水", "地下水计划"]),
        Other: number("other", Key::ColumnPlanOther, VOLUME).amount()
            .called(&["非常规水", "其他水源", "非常规水计划"]),
    }
}

/// 计划分解, everybody among whom the plan is split.
pub static PLAN_PLACES: TableSpec =
    TableSpec::new("places", "plan-place", Key::PlanPlacesTitle, PlanPlaceColumn::COLUMNS, &REGIONS)
        .carried()
        .begun();

columns! {
    /// Water of a place month by month, as typed.
    PlaceUseColumn {
        Name: text("name", Key::ColumnPlanPlace).naming(&["plan-place"])
            .called(&["单位名称", "用水户", "名称", "User", "Name"]),
        M1: number("m1", Key::Month1, VOLUME).amount().called(&["一月"]),
        M2: number("m2", Key::Month2, VOLUME).amount().called(&["二月"]),
        M3: number("m3", Key::Month3, VOLUME).amount().called(&["三月"]),
        M4: number("m4", Key::Month4, VOLUME).amount().called(&["四月"]),
        M5: number("m5", Key::Month5, VOLUME).amount().called(&["五月"]),
        M6: number("m6", Key::Month6, VOLUME).amount().called(&["六月"]),
        M7: number("m7", Key::Month7, VOLUME).amount().called(&["七月"]),
        M8: number("m8", Key::Month8, VOLUME).amount().called(&["八月"]),
        M9: number("m9", Key::Month9, VOLUME).amount().called(&["九月"]),
        M10: number("m10", Key::Month10, VOLUME).amount().called(&["十月"]),
        M11: number("m11", Key::Month11, VOLUME).amount().called(&["十一月"]),
        M12: number("m12", Key::Month12, VOLUME).amount().called(&["十二月"]),
        Q1: number("q1", Key::Quarter1, VOLUME).amount().called(&["第一季度"]),
        Q2: number("q2", Key::Quarter2, VOLUME).amount().called(&["第二季度"]),
        Q3: number("q3", Key::Quarter3, VOLUME).amount().called(&["第三季度"]),
        Q4: number("q4", Key::Quarter4, VOLUME).amount().called(&["第四季度"]),
    }
}

/// 逐月实际用水.
pub static PLACE_USES: TableSpec =
    TableSpec::new("uses", "place-use", Key::PlaceUsesTitle, PlaceUseColumn::COLUMNS, &REGIONS).begun();

columns! {
    /// How the plan of a use is spread over the months, as typed.
    SeasonShareColumn {
        Use: choice("use", Key::ColumnUseKind, choices::<WaterUse>).carried()
            .called(&["用水类别"]),
        M1: number("m1", Key::Month1, Unit::Percent).not_negative().carried(),
        M2: number("m2", Key::Month2, Unit::Percent).not_negative().carried(),
        M3: number("m3", Key::Month3, Unit::Percent).not_negative().carried(),
        M4: number("m4", Key::Month4, Unit::Percent).not_negative().carried(),
        M5: number("m5", Key::Month5, Unit::Percent).not_negative().carried(),
        M6: number("m6", Key::Month6, Unit::Percent).not_negative().carried(),
        M7: number("m7", Key::Month7, Unit::Percent).not_negative().carried(),
        M8: number("m8", Key::Month8, Unit::Percent).not_negative().carried(),
        M9: number("m9", Key::Month9, Unit::Percent).not_negative().carried(),
        M10: number("m10", Key::Month10, Unit::Percent).not_negative().carried(),
        M11: number("m11", Key::Month11, Unit::Percent).not_negative().carried(),
        M12: number("m12", Key::Month12, Unit::Percent).not_negative().carried(),
    }
}

/// 计划分月比例; a use that stands here goes by its season, another, but irrigation, by even months.
pub static SEASON_SHARES: TableSpec =
    TableSpec::new("seasons", "season-share", Key::SeasonSharesTitle, SeasonShareColumn::COLUMNS, &REGIONS)
        .carried();

columns! {
    /// A plan as it was issued, as typed.
    PlanIssueColumn {
        Name: text("name", Key::ColumnPlanIssue).called(&["版本"]),
        Document: text("document", Key::PlanDocumentField).called(&["文号"]),
        IssuedOn: text("issued_on", Key::PlanIssuedField).called(&["日期"]),
    }
}

/// 已下达计划, each issue of the plan with what everybody was given in it.
pub static PLAN_ISSUES: TableSpec =
    TableSpec::new("issues", "plan-issue", Key::PlanIssuesTitle, PlanIssueColumn::COLUMNS, &REGIONS)
        .holding(&[&ISSUED_PLANS]);

columns! {
    /// What a place was given in an issue of the plan, as typed.
    IssuedPlanColumn {
        Name: text("name", Key::ColumnPlanPlace).naming(&["plan-place"])
            .called(&["单位名称", "用水户", "名称", "User", "Name"]),
        Plan: number("plan", Key::ColumnIssuedPlan, VOLUME).amount().feeds(&["base"])
            .called(&["计划用水量", "下达计划", "Plan"]),
    }
}

/// 下达量, of an issue of the plan.
pub static ISSUED_PLANS: TableSpec =
    TableSpec::new("plans", "issued-plan", Key::IssuedPlansTitle, IssuedPlanColumn::COLUMNS, &PLAN_ISSUES);

columns! {
    /// A tier of the price of water above plan, as typed.
    PlanTierColumn {
        Upto: number("upto", Key::ColumnTierAbovePlan, Unit::Percent).positive().carried().feeds(&["upto_pct"])
            .called(&["超计划幅度"]),
        Multiplier: number("multiplier", Key::ColumnTierMultiplier, Unit::One).amount().carried().feeds(&["multiplier"])
            .called(&["倍数", "加价倍数"]),
    }
}

/// 超计划加价, by how far water lies above plan.
pub static PLAN_TIERS: TableSpec =
    TableSpec::new("tiers", "plan-tier", Key::PlanTiersTitle, PlanTierColumn::COLUMNS, &REGIONS).carried();

columns! {
    /// A reservoir as typed.
    ReservoirColumn {
        Name: text("name", Key::ColumnReservoir).carried()
            .called(&["水库名称", "名称", "Reservoir name", "Name"]),
        Capacity: number("capacity", Key::ColumnCapacity, VOLUME).positive().carried()
            .called(&["正常库容"]),
        Dead: number("dead", Key::ColumnDeadStorage, VOLUME).amount().carried().feeds(&["dead"]),
        FloodLimit: number("flood_limit", Key::ColumnFloodLimit, VOLUME).amount().carried()
            .called(&["汛限库容"]),
        Opening: number("opening", Key::ColumnOpening, VOLUME).amount()
            .called(&["期初蓄水量"]),
        Ecology: number("ecology", Key::ColumnEcologyAsked, VOLUME).amount().carried()
            .called(&["应下泄生态水量"]),
        Inflow: choice("inflow", Key::ColumnInflowKind, choices::<InflowKind>).carried(),
        Evaporation: choice("evaporation", Key::ColumnEvaporationKind, choices::<EvaporationKind>).carried(),
        PanFactor: number("pan_factor", Key::ColumnPanFactor, Unit::One).within(0.1, 2.0).carried().feeds(&["pan_factor"]),
    }
}

/// 水库.
pub static RESERVOIRS: TableSpec =
    TableSpec::new("reservoirs", "reservoir", Key::ReservoirsTitle, ReservoirColumn::COLUMNS, &REGIONS)
        .holding(&[&RESERVOIR_MONTHS, &CURVE_POINTS])
        .carried()
        .begun();

columns! {
    /// A month of a reservoir as typed.
    ReservoirMonthColumn {
        Month: text("month", Key::ColumnMonth)
            .called(&["月份", "时段", "旬", "Months"]),
        Inflow: number("inflow", Key::ColumnReservoirInflow, VOLUME).summed().amount().feeds(&["inflow"])
            .called(&["来水量", "入库水量"]),
        Irrigation: number("irrigation", Key::ColumnIrrigationSupply, VOLUME).summed().amount().feeds(&["out"])
            .called(&["灌溉供水量"]),
        Industry: number("industry", Key::ColumnIndustrySupply, VOLUME).summed().amount()
            .called(&["工业供水量"]),
        Domestic: number("domestic", Key::ColumnDomesticSupply, VOLUME).summed().amount()
            .called(&["生活供水量"]),
        Ecology: number("ecology", Key::ColumnEcologyRelease, VOLUME).summed().amount()
            .called(&["生态水量"]),
        Planned: number("planned", Key::ColumnSupplyPlanned, VOLUME).summed().amount().feeds(&["planned"])
            .called(&["计划供水量"]),
        Pan: number("pan", Key::ColumnPan, Unit::Millimetre).summed().amount().feeds(&["pan_mm"])
            .called(&["水面蒸发"]),
        Land: number("land", Key::ColumnLandEvaporation, Unit::Millimetre).summed().amount().feeds(&["land_evaporation_mm"]),
        Seepage: number("seepage", Key::ColumnReservoirSeepage, VOLUME).summed().amount()
            .called(&["渗漏量"]),
        Spill: number("spill", Key::ColumnSpill, VOLUME).summed().amount()
            .called(&["弃水量"]),
        Level: number("level", Key::ColumnLevel, Unit::Metre).feeds(&["level"])
            .called(&["水位"]),
        Storage: number("storage", Key::ColumnStorageTyped, VOLUME).amount()
            .called(&["月末蓄水量", "蓄水量"]),
    }
}

/// 逐月台账, of a reservoir.
pub static RESERVOIR_MONTHS: TableSpec = TableSpec::new(
    "months",
    "reservoir-month",
    Key::ReservoirMonthsTitle,
    ReservoirMonthColumn::COLUMNS,
    &RESERVOIRS,
);

columns! {
    /// A point of a reservoir's curve as typed.
    CurvePointColumn {
        Level: number("level", Key::ColumnCurveLevel, Unit::Metre).carried().feeds(&["low_level"])
            .called(&["水位"]),
        Area: number("area", Key::ColumnCurveArea, Unit::SquareKilometre).amount().carried()
            .called(&["水面面积"]),
        Storage: number("storage", Key::ColumnCurveStorage, VOLUME).amount().carried().feeds(&["low"])
            .called(&["蓄水量"]),
    }
}

/// 水位—面积—库容曲线, of a reservoir.
pub static CURVE_POINTS: TableSpec =
    TableSpec::new("curve", "curve-point", Key::CurveTitle, CurvePointColumn::COLUMNS, &RESERVOIRS).carried();

/// What else people call the columns of these tables.
pub static REGIONS_CALLED: Called = Called(&[
    (&REGIONS, RegionEntry::CALLED),
    (&REGION_YEARS, RegionYearColumn::CALLED),
    (&REGION_ECONOMY, RegionEconomyColumn::CALLED),
    (&REGION_FACTS, RegionFactColumn::CALLED),
    (&REGION_TARGETS, RegionTargetColumn::CALLED),
    (&PLAN_PLACES, PlanPlaceColumn::CALLED),
    (&PLACE_USES, PlaceUseColumn::CALLED),
    (&SEASON_SHARES, SeasonShareColumn::CALLED),
    (&PLAN_ISSUES, PlanIssueColumn::CALLED),
    (&ISSUED_PLANS, IssuedPlanColumn::CALLED),
    (&PLAN_TIERS, PlanTierColumn::CALLED),
    (&RESERVOIRS, ReservoirColumn::CALLED),
    (&RESERVOIR_MONTHS, ReservoirMonthColumn::CALLED),
    (&CURVE_POINTS, CurvePointColumn::CALLED),
]);
