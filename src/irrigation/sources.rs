//! The documents that the formulas of this room are taken from.

use crate::metric::{Citation, Status};
use crate::text::Words;

const GUIDELINE: Words = Words::new(
    "全国农田灌溉水有效利用系数测算分析技术指导细则",
    "National technical guideline for measuring the irrigation water effective utilization coefficient",
);

/// The definition η = W净/W毛, read in a prefecture's coefficient report that follows the guideline.
pub const HEAD_TAIL: Citation = Citation {
    document: Words::new(
        "首尾测算分析法（西双版纳州系数测算报告）",
        "Head–tail method (Xishuangbanna coefficient report)",
    ),
    clause: "",
    copy: "",
    edition: "2013–2015",
    status: Status::Verified,
};

/// Aggregation from districts to regions.
pub const AGGREGATION: Citation = Citation {
    document: GUIDELINE,
    clause: "5.1–5.5",
    copy: "",
    edition: "2015-12",
    status: Status::UnverifiedTextbook,
};

/// The product method.
pub const PRODUCT: Citation = Citation {
    document: Words::new(
        "节水灌溉工程技术规范 GB/T 50363",
        "Technical code for water-saving irrigation GB/T 50363",
    ),
    clause: "",
    copy: "",
    edition: "2006",
    status: Status::Verified,
};

/// A quotient of what stands on the sheet needs no standard.
pub const WATER_OVER_AREA: Citation = Citation {
    document: Words::new("定义，水量除以面积", "By definition, water over area"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::Verified,
};

/// Saving with the crops' demand kept.
pub const SAVING_NET: Citation = Citation {
    document: Words::new("节水量计算，净用水量不变", "Water saving at constant net water"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Saving with the diversion kept.
pub const SAVING_GROSS: Citation = Citation {
    document: Words::new(
        "节水量计算，毛用水量不变（江苏水利）",
        "Water saving at constant gross water (Jiangsu)",
    ),
    clause: "",
    copy: "jsgg.com.cn NewsID=7845",
    edition: "",
    status: Status::Verified,
};

pub(crate) use crate::water::ADDITION as ARITHMETIC;

/// Net water of a sample field by direct measurement.
pub const SAMPLE_FIELD: Citation = Citation {
    document: Words::new(
        "全国农田灌溉水有效利用系数测算分析技术指导细则，直接量测法",
        "National technical guideline for measuring the irrigation water effective utilization coefficient, direct measurement",
    ),
    clause: "",
    copy: "",
    edition: "2015-12",
    status: Status::UnverifiedTextbook,
};

/// Net water of a sample field by water balance.
pub const FIELD_BALANCE: Citation = Citation {
    document: Words::new(
        "全国农田灌溉水有效利用系数测算分析技术指导细则，观测分析法",
        "National technical guideline for measuring the irrigation water effective utilization coefficient, observation and analysis",
    ),
    clause: "",
    copy: "",
    edition: "2015-12",
    status: Status::UnverifiedTextbook,
};

/// Totals of a district.
pub const DISTRICT_TOTALS: Citation = Citation {
    document: GUIDELINE,
    clause: "",
    copy: "",
    edition: "2015-12",
    status: Status::UnverifiedTextbook,
};

/// Soil moisture from wet and dry mass.
pub const OVEN_DRYING: Citation = Citation {
    document: Words::new("烘干法测定土壤含水率", "Soil moisture by oven drying"),
    clause: "",
    copy: "facezit.com view-6194990",
    edition: "",
    status: Status::Verified,
};

/// Volumetric from gravimetric moisture.
pub const MOISTURE_FORMS: Citation = Citation {
    document: Words::new("土壤含水率的换算", "Conversion of soil moisture"),
    clause: "",
    copy: "download.cucdc.com",
    edition: "",
    status: Status::Verified,
};

/// The season balance of a field, as an open implementation of FAO-56 sums it.
pub const SOIL_WATER_BALANCE: Citation = Citation {
    document: Words::new("FAO-56 土壤水量平衡（pyfao56）", "Soil-water balance of FAO-56 (pyfao56)"),
    clause: "",
    copy: "kthorp/pyfao56 1d242ee9",
    edition: "",
    status: Status::Verified,
};

/// Coefficient by remote sensing, 昌马灌区.
pub const REMOTE_SENSING: Citation = Citation {
    document: Words::new("干旱区地理（昌马灌区）", "Arid Land Geography (Changma district)"),
    clause: "43(4): 928–938",
    copy: "",
    edition: "2020",
    status: Status::Verified,
};

/// Uncertainty of a quotient.
pub const PROPAGATION: Citation = Citation {
    document: Words::new("一阶不确定度传播", "First-order propagation of uncertainty"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Seepage of canals after Kostiakov.
pub const KOSTIAKOV: Citation = Citation {
    document: Words::new("考斯加可夫渗漏公式", "Kostiakov seepage formula"),
    clause: "",
    copy: "read.cucdc.com/cw/60911",
    edition: "",
    status: Status::Verified,
};

/// Loss, gross flow and efficiency of a canal, with the worked example of 马清河.
pub const CANAL_FLOW: Citation = Citation {
    document: Words::new(
        "渠道流量推算（马清河灌区四支渠）",
        "Flows of canals (Maqinghe district, fourth branch)",
    ),
    clause: "",
    copy: "xiaomilidoc.com/p-9969836",
    edition: "",
    status: Status::Verified,
};

/// The same with factors of lining and groundwater.
pub const CANAL_FLOW_WITH_FACTORS: Citation = Citation {
    document: Words::new(
        "渠道流量推算，计入防渗与地下水顶托",
        "Flows of canals, with lining and groundwater",
    ),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Canals of one level.
pub const PARALLEL: Citation = Citation {
    document: Words::new("同级渠道水利用系数", "Efficiency of parallel canals"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Seepage that lining saves.
pub const LINING: Citation = Citation {
    document: Words::new("渠道防渗节水量", "Seepage saved by lining"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Lining as measured, 宁夏西干渠.
pub const WEST_MAIN_CANAL: Citation = Citation {
    document: Words::new("宁夏西干渠防渗效果", "Lining of the West Main Canal, Ningxia"),
    clause: "",
    copy: "cidcloud.com.cn info/3391",
    edition: "",
    status: Status::Verified,
};

/// FAO-56 with its worked examples, as two open implementations have them.
pub const FAO_56: Citation = Citation {
    document: Words::new("FAO 灌溉排水丛书第56号", "FAO Irrigation and Drainage Paper 56"),
    clause: "",
    copy: "pyet, PyETo",
    edition: "1998",
    status: Status::Verified,
};

/// What FAO-56 does where weather is missing, as quoted.
pub const FAO_56_MISSING: Citation = Citation {
    document: Words::new(
        "FAO 灌溉排水丛书第56号，缺测资料的估计",
        "FAO Irrigation and Drainage Paper 56, missing data",
    ),
    clause: "",
    copy: "",
    edition: "1998",
    status: Status::VerifiedSecondary,
};

/// The formula of Hargreaves.
pub const HARGREAVES: Citation = Citation {
    document: Words::new("哈格里夫斯公式", "Hargreaves formula"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Crop coefficients.
pub const CROP_WATER: Citation = Citation {
    document: Words::new(
        "FAO 灌溉排水丛书第56号，作物系数",
        "FAO Irrigation and Drainage Paper 56, crop coefficients",
    ),
    clause: "",
    copy: "",
    edition: "1998",
    status: Status::UnverifiedTextbook,
};

/// Net requirement and leaching.
pub const REQUIREMENT: Citation = Citation {
    document: Words::new("灌溉需水量计算", "Irrigation requirement"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Effective rain of a month.
pub const USDA: Citation = Citation {
    document: Words::new(
        "USDA-SCS 有效降雨（pyCropWat 文档）",
        "USDA-SCS effective rain (pyCropWat documentation)",
    ),
    clause: "",
    copy: "",
    edition: "",
    status: Status::Verified,
};

/// Effective rain of ten days.
pub const USDA_DECADE: Citation = Citation {
    document: Words::new("USDA-SCS 旬有效降雨", "USDA-SCS effective rain of ten days"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Dependable rain.
pub const FAO_DEPENDABLE: Citation = Citation {
    document: Words::new("FAO/AGLW 可靠降雨", "FAO/AGLW dependable rain"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Effective rain of the training manual.
pub const FAO_MANUAL_3: Citation = Citation {
    document: Words::new("FAO 灌溉管理培训手册第3号", "FAO Irrigation Water Management Training Manual 3"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Effective rain of an event.
pub const RAIN_EVENT: Citation = Citation {
    document: Words::new("次降雨有效利用系数", "Effective share of an event of rain"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Irrigation modulus and head flow.
pub const MODULUS: Citation = Citation {
    document: Words::new(
        "灌水率与渠首流量（灌区设计报告）",
        "Irrigation modulus and head flow (district design report)",
    ),
    clause: "",
    copy: "",
    edition: "",
    status: Status::Verified,
};

/// The limit for wells and canals combined.
pub const COMBINED_LIMIT: Citation = Citation {
    document: Words::new(
        "节水灌溉工程技术规范 GB/T 50363",
        "Technical code for water-saving irrigation GB/T 50363",
    ),
    clause: "6.0.2",
    copy: "",
    edition: "2006",
    status: Status::Verified,
};
