//! The sources that the formulas of a home follow, each with how far it is confirmed.

use crate::metric::{Citation, Status};
use crate::text::Words;

/// The calculator of the building regulations of England and Wales.
pub const PART_G: Citation = Citation {
    document: Words::new(
        "英国新建住宅用水效率计算器（Part G）",
        "Water efficiency calculator for new dwellings (Part G)",
    ),
    clause: "",
    copy: "wrcpartgcalculator.co.uk",
    edition: "",
    status: Status::Verified,
};

/// How the water of a crop is shared among what is made of it.
pub const FOOTPRINT_CHAIN: Citation = Citation {
    document: Words::new("水足迹网络产品图库（转引）", "Water Footprint Network, product gallery, as quoted"),
    clause: "",
    copy: "torinobyveg.wordpress.com",
    edition: "2012",
    status: Status::VerifiedSecondary,
};
