//! Entries beside the tables.

use water_ledger::evaluate::everything;
use water_ledger::ledger::{Entry, Place};

use crate::ledger_check::{DISTRICT, YEAR, entered, problems, sample};

#[test]
fn each_problem_of_an_entry_stands_at_the_entry() {
    let (field, days) = (Entry::FieldEfficiency(YEAR, DISTRICT), Entry::CanalDays(YEAR, DISTRICT));
    let (latitude, altitude) = (Entry::Latitude(YEAR), Entry::Altitude(YEAR));
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
        (Entry::Efficiency(YEAR), "", None),
        (Entry::Efficiency(YEAR), "59", Some("outside")),
        (Entry::Mu(YEAR), "667", None),
        (Entry::Mu(YEAR), "600", Some("unknown_class")),
        (Entry::Year(YEAR), "soon", Some("not_a_year")),
    ] {
        let expected: Vec<_> = code.into_iter().map(|code| (Place::Entry(entry), code)).collect();
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
    let sheet = &ledger.irrigation.years[4];
    for entry in Entry::all(sheet) {
        assert_eq!(Place::of_leaf(Place::Entry(entry).leaf(), &ledger), Some(Place::Entry(entry)));
    }
    for table in water_ledger::ledger::TableAt::all(sheet) {
        for row in table.rows(sheet) {
            for column in 0..table.columns().len() {
                let place = Place::cell(table, row, column);
                assert_eq!(Place::of_leaf(place.leaf(), &ledger), Some(place));
            }
        }
    }
    assert_eq!(Place::of_leaf(1, &ledger), None);
}
