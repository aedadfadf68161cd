//! 计量准确度, how accurate meters and ways to measure a flow are.

use super::{MEASUREMENT_ACCURACY, Row};
use crate::quantity::{Spread, TypedError};
use crate::uncertainty::Distribution;

/// The accuracy classes, as a list to choose from shows them.
pub fn accuracy_classes() -> &'static [Row] {
    MEASUREMENT_ACCURACY.rows
}

/// The class that a typed text means: its code, its name, or its name cut short without ambiguity.
///
/// ```
/// use water_ledger::catalog::accuracy_class;
/// assert_eq!(accuracy_class("水表 2 级").map(|class| class.id), Some("water_meter_2"));
/// assert!(accuracy_class("取水口").is_none());
/// ```
pub fn accuracy_class(typed: &str) -> Option<&'static Row> {
    // Names of classes have no capitals but ASCII ones.
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
    };
    let wanted = plain(typed);
    let is = |test: &dyn Fn(&str) -> bool| {
        let ways = move |row: &&Row| [row.id, row.name.zh, row.name.en].iter().any(|way| test(&plain(way)));
        accuracy_classes().iter().filter(ways).collect::<Vec<_>>()
    };
    match (is(&|way| way == wanted).as_slice(), is(&|way| way.starts_with(&wanted)).as_slice()) {
        _ if wanted.is_empty() => None,
        ([exact], _) => Some(exact),
        (_, [only]) => Some(only),
        _ => None,
    }
}

/// u ÷ value of a class: the permitted error bounds a rectangular distribution, for nothing more is known of it.
pub fn relative_uncertainty(class: &Row) -> Option<f64> {
    let half_width = class.cells.first()?.as_ref()?.value;
    Distribution::Rectangular.standard_uncertainty(half_width)
}

/// The standard uncertainty of a typed value by what stands behind its ±.
///
/// # Errors
/// The name of a class that is not known, or an uncertainty that no number holds.
pub fn standard_uncertainty(value: f64, spread: &Spread) -> Result<f64, TypedError> {
    let u = match spread {
        Spread::Absolute(u) => *u,
        Spread::Relative(share) => share * value.abs(),
        Spread::Named(name) => {
            let share = accuracy_class(name).and_then(relative_uncertainty);
            share.ok_or(TypedError::UnknownAccuracy)? * value.abs()
        }
    };
    if u.is_finite() { Ok(u) } else { Err(TypedError::TooLarge) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_understood_as_people_write_it() {
        for (typed, id) in [
            ("水表2级", Some("water_meter_2")),
            ("water_meter_2", Some("water_meter_2")),
            ("Water meter class 2", Some("water_meter_2")),
            ("水表2级（水温30 °C以上）", Some("water_meter_2_warm")),
            ("量水堰", Some("weir_or_flume")),
            ("闸门", Some("gate")),
            ("水表", None),
            ("水表3级", None),
            ("", None),
            ("±", None),
        ] {
            assert_eq!(accuracy_class(typed).map(|class| class.id), id, "{typed}");
        }
        for class in accuracy_classes() {
            for way in [class.id, class.name.zh, class.name.en] {
                assert_eq!(accuracy_class(way).map(|found| found.id), Some(class.id), "{way}");
            }
        }
    }

    #[test]
    fn a_permitted_error_is_half_the_width_of_what_is_possible() {
        let named = Spread::Named("水表2级".to_string());
        let u = standard_uncertainty(-300.0, &named).expect("a known class");
        assert!((u - 6.0 / 3f64.sqrt()).abs() < 1e-12, "{u}");
        assert_eq!(standard_uncertainty(-300.0, &Spread::Relative(0.02)), Ok(6.0));
        assert_eq!(standard_uncertainty(300.0, &Spread::Absolute(4.0)), Ok(4.0));
        assert_eq!(standard_uncertainty(1e200, &Spread::Relative(1e200)), Err(TypedError::TooLarge));
        let unknown = Spread::Named("水表9级".to_string());
        assert_eq!(standard_uncertainty(300.0, &unknown), Err(TypedError::UnknownAccuracy));
    }

    #[test]
    fn no_class_is_confirmed_yet() {
        let cells = accuracy_classes().iter().flat_map(|class| class.cells).flatten();
        assert!(cells.map(|cell| cell.source.status).all(|status| !status.is_verified()));
    }
}
