//! Numbers as people type them, and rounding after the standard.

use serde::Deserialize;
use water_ledger::numeric::{round, round_to_fifth, round_to_half, significant};
use water_ledger::quantity::{Quantity, Unit, read};

use crate::golden::files::{CaseStatus, cases};

/// What people type and what it means.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedCase {
    typed: String,
    unit: String,
    value: Option<f64>,
    code: Option<String>,
    #[serde(default)]
    blank: bool,
    #[serde(rename = "note")]
    _note: Option<String>,
}

#[test]
fn what_people_type_is_understood_or_refused_with_a_reason() {
    for case in cases::<TypedCase>("typed.toml", "case") {
        let place = format!("{:?} in a column of {}", case.typed, case.unit);
        let unit = unit_of(&case.unit);
        let outcome = read(&case.typed, unit);
        match (case.value, case.code, case.blank) {
            (Some(value), None, false) => {
                assert_eq!(outcome, Ok(Some(Quantity::new(value, unit))), "{place}")
            }
            (None, Some(code), false) => assert_eq!(outcome.expect_err(&place).code(), code, "{place}"),
            (None, None, true) => assert_eq!(outcome, Ok(None), "{place}"),
            _ => panic!("{place}: a case has one of value, code and blank"),
        }
    }
}

fn unit_of(written: &str) -> Unit {
    match written {
        "–" => Unit::One,
        other => Unit::from_typed(other).unwrap_or_else(|| panic!("no unit {other}")),
    }
}

/// A number and what GB/T 8170 makes of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoundingCase {
    source: String,
    #[serde(rename = "status")]
    _status: CaseStatus,
    #[serde(default)]
    way: Way,
    value: f64,
    places: i32,
    expected: f64,
    #[serde(rename = "note")]
    _note: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Way {
    #[default]
    One,
    Half,
    Fifth,
    Significant,
}

#[test]
fn rounding_follows_gb_t_8170() {
    for case in cases::<RoundingCase>("rounding.toml", "case") {
        let rounded = match case.way {
            Way::One => round(case.value, case.places),
            Way::Half => round_to_half(case.value, case.places),
            Way::Fifth => round_to_fifth(case.value, case.places),
            Way::Significant => significant(case.value, case.places.unsigned_abs()),
        };
        assert_eq!(rounded, case.expected, "{} to {}, clause {}", case.value, case.places, case.source);
    }
}
