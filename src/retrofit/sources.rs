//! The documents that the formulas of this room are taken from.

use crate::metric::{Citation, Status};
use crate::text::Words;

/// Economics of an investment.
pub const ECONOMICS: Citation = Citation {
    document: Words::new("节水改造经济评价", "Economics of water-saving retrofits"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Water saved by a project.
pub const PROJECT_SAVING: Citation = Citation {
    document: Words::new(
        "项目节水量计算导则 GB/T 34148",
        "Guide to the water savings of projects GB/T 34148",
    ),
    clause: "",
    copy: "",
    edition: "2017",
    status: Status::UnverifiedTextbook,
};

/// A contract of a city.
pub const CONTRACT: Citation = Citation {
    document: Words::new("邯郸合同节水", "Water-saving contracts, Handan"),
    clause: "",
    copy: "waterconserving.cn 1329",
    edition: "",
    status: Status::Derived,
};

/// The peer's engine with its tests.
pub const MEASUR: Citation = Citation {
    document: Words::new("ORNL AMO-Tools-Suite", "ORNL AMO-Tools-Suite"),
    clause: "tests/cpp, commit 15208321",
    copy: "",
    edition: "",
    status: Status::Verified,
};

/// Rules of the water audits of the United States' federal buildings.
pub const FEDERAL_AUDIT: Citation = Citation {
    document: Words::new("美国联邦建筑用水审计模板", "Water audit template of US federal buildings"),
    clause: "",
    copy: "help.buildingenergyscore.com 8000108230",
    edition: "",
    status: Status::Verified,
};

/// Benefits by cost of building investments.
pub const SIR: Citation = Citation {
    document: Words::new("ASTM E964", "ASTM E964"),
    clause: "",
    copy: "scribd 725819818",
    edition: "",
    status: Status::Verified,
};

/// An exercise with its answer.
pub const EXERCISE: Citation = Citation {
    document: Words::new("工程经济例题", "Worked exercise of engineering economics"),
    clause: "",
    copy: "k51.com.cn 50911f68",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// The kinds of contracts; how their payments run is common practice.
pub const CONTRACT_MODES: Citation = Citation {
    document: Words::new("合同节水管理（通行做法）", "Water-saving contracts, common practice"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// What measurement and verification say of a baseline.
pub const IPMVP: Citation = Citation {
    document: Words::new("IPMVP 核心概念 EVO 10000-1", "IPMVP Core Concepts EVO 10000-1"),
    clause: "",
    copy: "",
    edition: "2016",
    status: Status::UnverifiedTextbook,
};

/// Heat that water takes up.
pub const HEAT: Citation = Citation {
    document: Words::new(
        "水的比热容 4.1868 kJ/(kg·K)（国际蒸汽表卡）",
        "Specific heat of water, 4.1868 kJ/(kg·K) (International Table calorie)",
    ),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// Measures that act on the same water.
pub const SAME_STREAM: Citation = Citation {
    document: Words::new("同一股水上的多项措施（通行做法）", "Measures on the same water, common practice"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

/// What a cubic metre more or less costs.
pub const MARGINAL: Citation = Citation {
    document: Words::new("边际成本的定义", "Definition of a marginal cost"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};
