//! The documents that the formulas of this room are taken from.

use crate::metric::{Citation, Status};
use crate::text::Words;

pub(crate) use crate::metering::SAVING_UNIT;

const fn source(zh: &'static str, en: &'static str, edition: &'static str, status: Status) -> Citation {
    Citation { document: Words::new(zh, en), clause: "", copy: "", edition, status }
}

/// What is common practice, its clause in the standard still to be found.
const fn textbook(zh: &'static str, en: &'static str, edition: &'static str) -> Citation {
    source(zh, en, edition, Status::UnverifiedTextbook)
}

/// Formulas of the old method of assessment, still quoted.
pub const CJ_42: Citation = source(
    "工业用水考核指标及计算方法 CJ 42",
    "Assessment indicators of industrial water and their computation, CJ 42",
    "1999",
    Status::Verified,
)
.read_at("m.qiqiwenku.com/doc/199366");

/// Formulas of the guideline in force.
pub const GBT_7119: Citation = textbook(
    "节水型企业评价导则 GB/T 7119",
    "Evaluation guide for water-saving enterprises GB/T 7119",
    "2018",
);

/// The balance of a unit and of an enterprise.
pub const GBT_12452: Citation =
    textbook("水平衡测试通则 GB/T 12452", "General principles of water balance tests GB/T 12452", "2022");

/// Intake as quotas define it: conventional sources and bought water products, non-conventional water apart.
pub const INTAKE_QUOTA: Citation =
    textbook("取水定额 GB/T 18916 系列", "Norms of water intake, series GB/T 18916", "");

/// Intake as all water that is used for the first time, whatever its source, which is fresh water.
pub const FIRST_USE: Citation =
    textbook("新水量的定义 GB/T 12452、CJ 42", "Fresh water as defined by GB/T 12452 and CJ 42", "");

/// Water by product as a provincial quota defines it.
pub const UNIT_INTAKE: Citation = source(
    "重点工业产品取水定额 DB37/1639",
    "Water intake quota of main industrial products DB37/1639",
    "2010",
    Status::Verified,
)
.read_at("max.book118.com 95190020");

/// Indicators of a water-saving city.
pub const SAVING_CITY: Citation =
    source("节水型城市目标导则", "Guide to the targets of a water-saving city", "1997", Status::Verified)
        .read_at("zhangyanji.com 7248-3");

/// Softened and demineralised water of refineries.
pub const REFINERY: Citation = source(
    "节水型企业 石油炼制行业 GB/T 26926",
    "Water-saving enterprises, petroleum refining GB/T 26926",
    "2011",
    Status::Verified,
)
.read_at("wanglu.net t4-45468-0");

/// Circulating cooling water.
pub const COOLING: Citation =
    source("循环冷却水补水量计算", "Make-up of circulating cooling water", "", Status::Verified)
        .read_at("6bank.com.cn id=2494");

/// Evaporation of a tower by the air's temperature.
pub const GBT_50050: Citation = textbook(
    "工业循环冷却水处理设计规范 GB/T 50050",
    "Code for design of industrial recirculating cooling water treatment GB/T 50050",
    "2017",
);

/// Blow-down with drift on top, as design software and MEASUR have it.
pub const DRIFT_ADDED: Citation = source(
    "循环冷却水计算书（GB/T 50746，风吹损失另计）",
    "Cooling water calculation with drift on top (GB/T 50746)",
    "",
    Status::Verified,
);

/// What follows from the balance of salt.
pub const SALT_BALANCE: Citation =
    source("循环冷却水盐平衡", "Salt balance of cooling water", "", Status::Derived);

/// A US rule for evaporation.
pub const EVAPORATION_US: Citation =
    source("美制冷却塔蒸发量经验式", "US rule for the evaporation of a tower", "", Status::Verified)
        .read_at("constantcontact 1104043962864");

/// The peer's engine with its tests.
pub const MEASUR: Citation = Citation {
    clause: "tests/cpp, commit 15208321",
    ..source("ORNL AMO-Tools-Suite", "ORNL AMO-Tools-Suite", "", Status::Verified)
};

/// Steam as water in US units.
pub const US_FACTORY: Citation =
    source("美国某厂水平衡（改造前）", "US factory, water balance before upgrade", "", Status::Verified)
        .read_at("scribd.com 46640740");

/// True cost of water.
pub const WATER_PROFILER: Citation = source(
    "DOE 工厂用水分析（乳品厂样例）",
    "DOE Plant Water Profiler, dairy sample",
    "2018",
    Status::Verified,
)
.read_at("scribd.com 684064087");

/// Water of a power plant by its size.
pub const POWER_PLANT: Citation =
    source("烟气取水（锡林郭勒 660 MW）", "Water from flue gas, Xilin Gol 660 MW", "", Status::Verified)
        .read_at("waterconserving.cn 965, 988");

/// Parts of a water price.
pub const WATER_PRICE: Citation = source(
    "京发改规〔2023〕10号（转引）",
    "Beijing tariff notice 2023-10, as quoted",
    "2023",
    Status::VerifiedSecondary,
);

/// Tiers of a price.
pub const TIERED_PRICE: Citation = source(
    "非居民用水超定额累进加价（发改价格〔2017〕1792号）",
    "Progressive price of non-residential water above quota (NDRC 2017-1792)",
    "2017",
    Status::UnverifiedTextbook,
);

/// Factors for water above the plan.
pub const OVER_PLAN: Citation =
    source("河北省超计划用水累进加价", "Hebei, progressive price of water above plan", "", Status::Verified)
        .read_at("lvshuolvda.com");

/// Water resources tax of public suppliers.
pub const WATER_TAX: Citation = source(
    "湖南省水资源税 湘财税〔2024〕21号",
    "Hunan, water resources tax 湘财税〔2024〕21号",
    "2024",
    Status::VerifiedSecondary,
)
.read_at("sgjweuf.cn zh20241202120120");

/// Score of a park's reuse rate.
pub const PARK: Citation =
    source("浙江省节水标杆园区评分", "Zhejiang, score of exemplary water-saving parks", "", Status::Verified)
        .read_at("m.001doc.com/doc/111662");
