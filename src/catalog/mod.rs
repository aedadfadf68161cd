//! 参考数据, what is known beforehand: published series, targets, samples and constants, each with source, edition and status.
//!
//! The data stand in `data/*.toml`; the build turns them into constants. A new edition is a new dated value there.

mod accuracy;
mod entry;
mod industry;
mod irrigation;
mod metric_names;
mod metrics;
mod rubrics;
mod table;

use crate::metric::{Citation, Status};
use crate::retrofit::SubjectKind;
use crate::text::Words;

pub use accuracy::{accuracy_class, accuracy_classes, relative_uncertainty, standard_uncertainty};
pub use entry::{Entry, entry};
pub use industry::{
    AirTemperature, Bound, CoolingEvaporationCoefficient, Quota, SectorLimit, person_quota,
    person_quota_choices, quota, quota_choices, quotas, sector_limits, sectors,
};
pub use irrigation::{Edition, canal_system_limit, coefficient_limit, groundwater_factor, standing};
pub use metric_names::{ALIASES, input_names, measured, metric};
pub use metrics::{CALCULATIONS, MEASURED, METRICS};
pub use rubrics::{ShippedRubric, rubric, rubric_problems};
use table::TableNames;
pub use table::{Constant, Row, Table, table};

/// A published series of yearly values.
#[derive(Debug)]
pub struct Series {
    /// Stable name, such as `national.coefficient`.
    pub id: &'static str,
    /// What it is.
    pub name: Words,
    /// Its unit as written.
    pub unit: Words,
    /// The values, years ascending.
    pub values: &'static [Value],
}

/// A published value.
#[derive(Debug)]
pub struct Value {
    /// The year it is for.
    pub year: i32,
    /// The number.
    pub value: f64,
    /// The number with the digits it was published with.
    pub printed: &'static str,
    /// What a reader must know beside it.
    pub note: Option<Words>,
    /// Where it stands, and how far that is confirmed.
    pub source: Citation,
}

/// A measure of retrofits as a library has it: a start for one's own.
#[derive(Debug)]
pub struct LibraryMeasure {
    /// Stable name.
    pub id: &'static str,
    /// What it is called.
    pub name: Words,
    /// What kinds of things it is for.
    pub kinds: &'static [SubjectKind],
    /// The water that it acts on.
    pub on: Words,
    /// The lowest and highest share of that it saves, in %; none where that is worked out from amounts.
    pub saving: Option<(f64, f64)>,
    /// How long it lasts at least and at most, in years.
    pub life: (f64, f64),
    /// What it costs: a start value, always to be checked.
    pub cost: Option<Words>,
    /// What must be there first.
    pub needs: Option<Words>,
    /// What to take care of.
    pub beware: Option<Words>,
    /// What it saves beside the water.
    pub benefits: Option<Words>,
    /// Measures that are no more possible beside it.
    pub excludes: &'static [&'static str],
    /// Where it stands, and how far that is confirmed.
    pub source: Citation,
}

/// A standard of the water efficiency of a kind of fixture, and since when its label can be asked for.
#[derive(Debug)]
pub struct FixtureStandard {
    /// The kind of fixture, by its code.
    pub fixture: &'static str,
    /// Number and edition.
    pub number: &'static str,
    /// Since when it holds; empty when not known.
    pub in_force: &'static str,
    /// 水效标识, since when fixtures carry the label; empty when not known.
    pub label_since: &'static str,
    /// What a reader must know beside it.
    pub note: Option<Words>,
    /// Where it stands, and how far that is confirmed.
    pub source: Citation,
}

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The series of a name. Whoever knows in advance which one it is names its constant instead, such as
/// [`NATIONAL_COEFFICIENT`], and so does not carry all others along.
pub fn series(id: &str) -> Option<&'static Series> {
    SERIES.iter().copied().find(|series| series.id == id)
}

impl Series {
    /// The value of a year.
    pub fn at(&self, year: i32) -> Option<&'static Value> {
        self.values.iter().find(|value| value.year == year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::institution::FixtureKind;
    use crate::text::{Coded, Language};
    use std::collections::HashSet;

    #[test]
    fn a_series_is_found_by_its_name() {
        assert_eq!(series("national.coefficient").map(|found| found.name), Some(NATIONAL_COEFFICIENT.name));
        assert!(series("national").is_none());
    }

    #[test]
    fn every_series_is_named_once_in_both_languages_and_dated_in_order() {
        let mut ids = HashSet::new();
        for series in SERIES {
            assert!(ids.insert(series.id), "{} twice", series.id);
            assert!(!series.values.is_empty(), "{} has no values", series.id);
            for words in [series.name, series.unit] {
                assert!(
                    Language::ALL.iter().all(|language| !words.get(*language).is_empty()),
                    "{}",
                    series.id
                );
            }
            assert!(series.values.windows(2).all(|pair| pair[0].year < pair[1].year), "{}: years", series.id);
        }
    }

    #[test]
    fn every_value_has_a_source_with_an_edition() {
        for series in SERIES {
            for value in series.values {
                let place = format!("{} {}", series.id, value.year);
                assert!(
                    !value.source.document.zh.is_empty() && !value.source.document.en.is_empty(),
                    "{place}"
                );
                assert!(!value.source.edition.is_empty(), "{place}");
                assert!(value.value.is_finite(), "{place}");
            }
        }
    }

    #[test]
    fn each_standard_of_a_fixture_is_of_a_kind_that_is_known_and_in_force_on_a_day() {
        let is_day =
            |text: &str| text.len() == 10 && crate::quantity::read_minute(&format!("{text} 00:00")).is_some();
        for standard in FIXTURE_STANDARDS {
            let place = standard.number;
            assert!(FixtureKind::ALL.iter().any(|kind| kind.code() == standard.fixture), "{place}");
            for day in [standard.in_force, standard.label_since] {
                assert!(day.is_empty() || is_day(day), "{place}: {day}");
            }
            let edition = standard.number.rsplit('-').next();
            assert_eq!(edition, Some(standard.source.edition), "{place}");
        }
        let toilet = FIXTURE_STANDARDS.iter().find(|one| one.fixture == "toilet").expect("there");
        assert_eq!((toilet.number, toilet.in_force), ("GB 25502-2024", "2025-05-01"));
    }

    #[test]
    fn each_measure_is_for_something_saves_a_share_and_excludes_both_ways() {
        for measure in LIBRARY_MEASURES {
            let id = measure.id;
            assert_eq!(LIBRARY_MEASURES.iter().filter(|other| other.id == id).count(), 1, "{id}");
            assert!(!measure.kinds.is_empty(), "{id}");
            assert!(
                measure.saving.is_none_or(|(low, high)| 0.0 < low && low <= high && high <= 100.0),
                "{id}"
            );
            assert!(0.0 < measure.life.0 && measure.life.0 <= measure.life.1, "{id}");
            for other in measure.excludes {
                let other = LIBRARY_MEASURES.iter().find(|one| one.id == *other).expect("there");
                assert!(other.excludes.contains(&id), "{id} {}", other.id);
            }
        }
        assert!(LIBRARY_MEASURES.len() >= 45);
    }

    #[test]
    fn unconfirmed_values_stay_marked() {
        let verified = |year| NATIONAL_COEFFICIENT.at(year).expect("shipped").source.status.is_verified();
        assert!(verified(2020) && verified(2007) && verified(2024));
        assert!(!verified(2010) && !verified(2017));
        let target = |year| NATIONAL_COEFFICIENT_TARGET.at(year).expect("shipped");
        assert!([2020, 2025, 2030].map(|year| target(year).printed) == ["0.55", "0.58", "0.60"]);
        assert!([2020, 2025, 2030].iter().all(|year| target(*year).source.status.is_verified()));
        assert!(!target(2022).source.status.is_verified());
    }
}
