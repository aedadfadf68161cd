//! Indicators in the reader's own words that have a screen, by the names that people give them.

use crate::evaluate::{RegionFact, RegionSheet};
use crate::show::region::latest;

/// What people call the coefficient.
pub(super) const COEFFICIENT: &[&str] = &[
    "农田灌溉水有效利用系数",
    "农业灌溉水有效利用系数",
    "灌溉水有效利用系数",
    "农田灌溉水利用系数",
    "灌溉水利用系数",
    "irrigation water effective-use coefficient",
    "irrigation water effective utilization coefficient",
    "irrigation efficiency coefficient",
    "irrigation coefficient",
];

/// What people call the rate of reuse in industry.
pub(super) const REUSE: &[&str] = &[
    "工业用水重复利用率",
    "工业重复用水率",
    "工业水重复利用率",
    "规模以上工业用水重复利用率",
    "industrial water reuse rate",
    "industrial reuse rate",
];

/// What people call the number of water-saving units.
pub(super) const UNITS: &[&str] = &[
    "节水型单位",
    "节水型单位数",
    "创建节水型单位",
    "节水型载体",
    "water-saving units",
    "water-saving units certified",
];

/// The last year of an indicator, up to the year that is looked at.
pub(super) fn indicator<'f>(found: &'f RegionSheet, called: &[&str]) -> Option<&'f RegionFact> {
    let is_called = |fact: &&RegionFact| {
        let name = fact.name.trim().to_lowercase();
        called.contains(&name.as_str())
    };
    latest(found).into_iter().find(is_called)
}
