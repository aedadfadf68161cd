//! The names that metrics answer to.

use super::metrics::{INPUT_NAMES, MEASURED, METRICS};
use crate::metric::AnyMetric;

/// Better names that metrics answer to as well. A name that was once published stays the one that is written.
pub const ALIASES: &[(&str, &str)] = &[
    ("water.total", "irrigation.total"),
    ("industry.steam_as_water_us", "industry.steam_lb_h_to_gpd"),
    ("trend.sen_projection", "trend.projection"),
    ("unit.person_quota_ratio", "unit.quota_ratio"),
    ("retrofit.net_present_value", "retrofit.npv"),
    ("retrofit.internal_rate_of_return", "retrofit.irr"),
];

/// The name that is written for what a name means.
pub(super) fn published(id: &str) -> &str {
    ALIASES.iter().find(|(alias, _)| *alias == id).map_or(id, |(_, published)| published)
}

/// The metric of a name.
///
/// ```
/// use water_ledger::catalog::metric;
/// let total = metric("water.total").expect("an alias");
/// assert_eq!(total.info().id, "irrigation.total");
/// ```
pub fn metric(id: &str) -> Option<&'static dyn AnyMetric> {
    let id = published(id);
    METRICS.iter().copied().find(|metric| metric.info().id == id)
}

/// The metric of a name, of those that a rubric can measure by.
///
/// ```
/// use water_ledger::catalog::measured;
/// assert!(measured("industry.reuse_rate").is_some() && measured("retrofit.net_payback").is_none());
/// ```
pub fn measured(id: &str) -> Option<&'static dyn AnyMetric> {
    let id = published(id);
    MEASURED.iter().copied().find(|metric| metric.info().id == id)
}

/// The names of the inputs of a metric. Whoever needs no more of it asks here: [`metric`] brings every formula along.
///
/// ```
/// use water_ledger::catalog::input_names;
/// assert_eq!(input_names("irrigation.effective_use_coefficient"), Some(&["net", "gross"][..]));
/// ```
pub fn input_names(metric: &str) -> Option<&'static [&'static str]> {
    let id = published(metric);
    INPUT_NAMES.iter().find(|(name, _)| *name == id).map(|(_, inputs)| *inputs)
}
