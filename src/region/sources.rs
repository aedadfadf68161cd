//! The documents that the formulas of this room are taken from.

use crate::metric::{Citation, Status};
use crate::text::Words;

/// Decline by the year, as statistics of regions have it.
pub const DECLINE: Citation = Citation {
    document: Words::new("用水强度年下降率", "Yearly decline of water intensity"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::Verified,
};

/// Soil and water conservation.
pub const SOIL: Citation = Citation {
    document: Words::new("水土保持率", "Soil and water conservation rate"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Water resources bulletins of the nation.
pub const BULLETINS: Citation = Citation {
    document: Words::new("中国水资源公报", "China water resources bulletins"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// The plan of a unit from its past.
pub const UNIT_PLAN: Citation = Citation {
    document: Words::new("南方某市单位用水计划核定", "Plan of units, a southern city"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::Verified,
};

/// How reservoirs are operated.
pub const RESERVOIR: Citation = Citation {
    document: Words::new("水库调节计算（教材例表）", "Reservoir operation, textbook tables"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Total water converted to a year of normal rain.
pub const NORMAL_YEAR: Citation = Citation {
    document: Words::new(
        "用水总量折算平水年的通行算法",
        "Total water converted to a normal year, as commonly computed",
    ),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Ways to a target in even steps or at an even rate, which no document needs to confirm.
pub const EVEN_SHARES: Citation = Citation {
    document: Words::new("逐年等量（等速）", "Even shares (rates) by year"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::Verified,
};
