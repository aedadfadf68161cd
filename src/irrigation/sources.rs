//! The documents that the formulas of this room are taken from.

use crate::metric::{Source, Status};
use crate::text::Words;

const GUIDELINE: Words = Words::new(
    "全国农田灌溉水有效利用系数测算分析技术指导细则",
    "National technical guideline for measuring the irrigation water effective-use coefficient",
);

/// The definition η = W净/W毛, read in a prefecture's coefficient report that follows the guideline.
pub const HEAD_TAIL: Source = Source {
    document: Words::new(
        "首尾测算分析法（西双版纳州系数测算报告）",
        "Head–tail method (Xishuangbanna coefficient report)",
    ),
    clause: "",
    edition: "2013–2015",
    status: Status::Verified,
};

/// Aggregation from districts to regions.
pub const AGGREGATION: Source =
    Source {
        document: GUIDELINE, clause: "5.1–5.5", edition: "2015-12", status: Status::UnverifiedTextbook
    };

/// The product method.
pub const PRODUCT: Source = Source {
    document: Words::new(
        "节水灌溉工程技术规范 GB/T 50363",
        "Technical code for water-saving irrigation GB/T 50363",
    ),
    clause: "",
    edition: "2006",
    status: Status::Verified,
};

/// Gross water per irrigated area, as water bulletins define it.
pub const BULLETIN: Source = Source {
    document: Words::new(
        "水资源公报 耕地实际灌溉亩均用水量",
        "Water resources bulletin, actual use per irrigated mu",
    ),
    clause: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Saving with the crops' demand kept.
pub const SAVING_NET: Source = Source {
    document: Words::new("节水量计算，净用水量不变", "Water saving at constant net water"),
    clause: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Saving with the diversion kept.
pub const SAVING_GROSS: Source = Source {
    document: Words::new(
        "节水量计算，毛用水量不变（江苏水利）",
        "Water saving at constant gross water (Jiangsu)",
    ),
    clause: "",
    edition: "",
    status: Status::Verified,
};

/// A sum needs no standard.
pub const ARITHMETIC: Source =
    Source { document: Words::new("合计", "Addition"), clause: "", edition: "", status: Status::Verified };
