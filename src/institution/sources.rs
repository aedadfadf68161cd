//! The documents that the formulas of this room are taken from.

use crate::metric::{Citation, Status};
use crate::text::Words;

const fn source(zh: &'static str, en: &'static str, edition: &'static str, status: Status) -> Citation {
    Citation { document: Words::new(zh, en), clause: "", copy: "", edition, status }
}

/// Items of the standard for water-saving public institutions.
pub const PUBLIC_INSTITUTION: Citation = source(
    "附件5《节水型单位建设标准》（转载）",
    "Annex 5, construction standard of water-saving units (re-published)",
    "2013",
    Status::Verified,
);

/// Formulas of a school's application after DB32/T 2946.
pub const TIANYI: Citation = source(
    "江苏省天一中学《节水绩效》（DB32/T 2946 申报材料）",
    "Tianyi high school, water-saving results (application after DB32/T 2946)",
    "2016",
    Status::Verified,
);

/// A school's yearly accounts of its meters.
pub const GUIZHOU_SCHOOL: Citation =
    source("贵州省财政学校后勤管理", "Guizhou school of finance, logistics", "2003", Status::Verified);

/// Name and unit of water by standard person.
pub const CHANGZHOU: Citation = source(
    "常州市水利局，高校节水案例报告",
    "Changzhou water bureau, report on a water-saving college",
    "2022-11-24",
    Status::Verified,
);

/// Standard persons: the factor is printed, the group that it is for is not.
pub const SHANDONG_UNIVERSITIES: Citation = source(
    "山东省高等学校用水定额 DB37/T 4452",
    "Water quota of universities, Shandong DB37/T 4452",
    "2021",
    Status::UnverifiedTextbook,
);

/// What waits for a source to be named.
pub const TEXTBOOK: Citation = source("通行做法", "Common practice", "", Status::UnverifiedTextbook);

/// Leakage from the flow of the night.
pub const NIGHT_FLOW: Citation = source(
    "夜间最小流量法（通行做法）",
    "Minimum night flow method, common practice",
    "",
    Status::UnverifiedTextbook,
);

/// Water of fixtures by how they are used.
pub const IAPMO: Citation = Citation {
    document: Words::new("IAPMO 绿色管道补充规范计算器", "IAPMO Green Plumbing supplement, calculator"),
    clause: "",
    copy: "scribd 311170820",
    edition: "",
    status: Status::Verified,
};
