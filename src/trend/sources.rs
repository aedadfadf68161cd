//! The documents that the formulas of this room are taken from.

use crate::metric::{Citation, Status};
use crate::text::Words;

/// The median of the slopes of all pairs, as the manual of VSP (PNNL) quotes it.
pub const SEN: Citation = Citation {
    document: Words::new(
        "Sen, JASA 63 (1968)；Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987)",
        "Sen, JASA 63 (1968); Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987)",
    ),
    clause: "217–218",
    copy: "",
    edition: "1987",
    status: Status::VerifiedSecondary,
};

/// The test for trend with its correction for ties, as the manual of the R package `trend` quotes it.
pub const MANN_KENDALL: Citation = Citation {
    document: Words::new(
        "Mann, Econometrica 13 (1945)；Kendall, Rank Correlation Methods (1975)",
        "Mann, Econometrica 13 (1945); Kendall, Rank Correlation Methods (1975)",
    ),
    clause: "",
    copy: "",
    edition: "1975",
    status: Status::VerifiedSecondary,
};

/// The difference to a target shared out over the years that are left.
pub const ARITHMETIC: Citation = Citation {
    document: Words::new("按年均分", "Even shares by year"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::Verified,
};

/// Years are what they are called.
pub const CALENDAR: Citation = Citation {
    document: Words::new("年份", "Calendar"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::Verified,
};
