//! Entries beside the tables.

use water_ledger::evaluate::everything;
use water_ledger::ledger::{DISTRICTS, DistrictColumn, YEARS, YearEntry};

use crate::ledger_check::{DISTRICT, YEAR, at, entered, problems, sample};

#[test]
fn each_problem_of_an_entry_stands_at_the_entry() {
    let of_district = |column: DistrictColumn| at(&DISTRICTS).cell(DISTRICT, column);
    let (field, days) =
        (of_district(DistrictColumn::FieldEfficiency), of_district(DistrictColumn::CanalDays));
    let (latitude, altitude) =
        (YEARS.entry(YEAR, YearEntry::Latitude), YEARS.entry(YEAR, YearEntry::Altitude));
    for (entry, text, code) in [
        (field, "", None),
        (field, "90%", None),
        (field, "很好", Some("not_a_number")),
        (field, "0", Some("outside")),
        (field, "90", Some("outside")),
        (days, "", None),
        (days, "366", None),
        (days, "367", Some("outside")),
        (days, "-1", Some("outside")),
        (days, "3 km", Some("other_dimension")),
        (latitude, "", Some("blank")),
        (latitude, "-10", None),
        (latitude, "91", Some("outside")),
        (latitude, "-90.1", Some("outside")),
        (latitude, "北纬", Some("not_a_number")),
        (altitude, "", Some("blank")),
        (altitude, "9001", Some("outside")),
        (altitude, "-431", Some("outside")),
        (YEARS.entry(YEAR, YearEntry::Efficiency), "", None),
        (YEARS.entry(YEAR, YearEntry::Efficiency), "59", Some("outside")),
        (YEARS.entry(YEAR, YearEntry::Mu), "667", None),
        (YEARS.entry(YEAR, YearEntry::Mu), "600", Some("unknown_class")),
        (YEARS.entry(YEAR, YearEntry::Year), "soon", Some("not_a_year")),
    ] {
        let expected: Vec<_> = code.into_iter().map(|code| (entry, code)).collect();
        assert_eq!(
            problems(&everything(&entered(&sample(), entry, text))),
            expected,
            "{text:?} in {entry:?}"
        );
    }
}

#[test]
fn every_number_that_was_typed_is_found_again_by_its_identity() {
    let ledger = sample();
    for place in ledger.places() {
        assert_eq!(ledger.place_of_input(place.input_id()), Some(place));
    }
    assert_eq!(ledger.place_of_input(1), None);
}
