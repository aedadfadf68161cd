//! The documents that the formulas of this room are taken from.

use crate::metric::{Citation, Status};
use crate::text::Words;

/// Water meters of an enterprise.
pub const GBT_24789: Citation = Citation {
    document: Words::new(
        "用水单位水计量器具配备和管理通则 GB/T 24789",
        "Fitting and management of water meters of water-using units GB/T 24789",
    ),
    clause: "",
    copy: "",
    edition: "2022",
    status: Status::UnverifiedTextbook,
};

/// Indicators of a water-saving unit.
pub const SAVING_UNIT: Citation = Citation {
    document: Words::new("广西节水型单位评价标准", "Guangxi standard for water-saving units"),
    clause: "",
    copy: "m.daumloan.com p-608471661",
    edition: "",
    status: Status::Verified,
};
