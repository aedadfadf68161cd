//! Targets that others have published, to compare one's own with.

use crate::catalog::REGION_PUBLISHED_TARGETS;
use crate::quantity::Unit;
use crate::region::Controlled;
use crate::text::{Coded, Key, Language};

/// Whose target it is and of which year, each number as it was published, where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedTarget {
    /// Whose, and of which year.
    pub name: &'static str,
    /// The numbers, in the order of [`published_headings`]; none where none was published.
    pub values: Vec<Option<&'static str>>,
    /// Where they stand.
    pub source: String,
}

/// What the numbers are, with their units.
pub fn published_headings(language: Language) -> [String; 4] {
    let with = |name: &str, unit: Unit| format!("{name} ({})", unit.symbol(language));
    [
        with(Controlled::Total.name().get(language), Unit::HundredMillionCubicMetres),
        with(Controlled::PerGdp.name().get(language), Unit::Percent),
        with(Controlled::PerValueAdded.name().get(language), Unit::Percent),
        Key::ColumnCoefficient.say(language).to_string(),
    ]
}

/// The targets of others.
pub fn published_targets(language: Language) -> Vec<PublishedTarget> {
    let target = |row: &'static crate::catalog::Row| PublishedTarget {
        name: row.name.get(language),
        values: row.cells.iter().map(|cell| cell.as_ref().map(|constant| constant.printed)).collect(),
        source: row
            .cells
            .iter()
            .flatten()
            .next()
            .map_or_else(String::new, |constant| constant.source.line(language)),
    };
    REGION_PUBLISHED_TARGETS.rows.iter().map(target).collect()
}
