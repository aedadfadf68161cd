//! Gross water of whole classes.

use water_ledger::evaluate::everything;
use water_ledger::ledger::{CLASSES, ClassColumn as Class, Column};

use crate::ledger_check::{At, added, at, expect_of, sample};

#[test]
fn each_problem_of_a_class_stands_at_its_place() {
    let (class, gross) = (Class::Class.spec(), Class::Gross.spec());
    let cases: [(&[[&str; 2]], &[At]); 9] = [
        (&[["small", "260"]], &[]),
        (&[["小型", "260 万m³"]], &[]),
        (&[["", "260"]], &[(at(&CLASSES), 1, class, "no_kind")]),
        (&[["特小型", "260"]], &[(at(&CLASSES), 1, class, "unknown_class")]),
        (&[["small", ""]], &[(at(&CLASSES), 1, gross, "blank")]),
        (&[["small", "0"]], &[(at(&CLASSES), 1, gross, "not_positive")]),
        (&[["small", "200"]], &[(at(&CLASSES), 1, gross, "class_below_samples")]),
        (&[["subregion", "260"]], &[(at(&CLASSES), 1, class, "no_samples")]),
        (&[["small", "260"], ["small", "300"]], &[(at(&CLASSES), 2, class, "repeated")]),
    ];
    for (rows, expected) in cases {
        let ledger = rows.iter().fold(sample(), |ledger, row| added(&ledger, at(&CLASSES), row));
        expect_of(&ledger, expected, &format!("{rows:?}"));
    }
}

#[test]
fn a_class_without_samples_or_twice_leaves_the_region() {
    let of = |rows: &[[&str; 2]]| {
        let ledger = rows.iter().fold(sample(), |ledger, row| added(&ledger, at(&CLASSES), row));
        let year = everything(&ledger).irrigation.years.remove(4);
        year.figures.coefficient.as_ref().expect("a region").value()
    };
    let (plain, with_class) = (of(&[]), of(&[["small", "400"]]));
    assert_eq!(of(&[["subregion", "260"]]), plain);
    assert_eq!(of(&[["small", "400"], ["small", "9000"]]), with_class);
    assert_ne!(with_class, plain);
}
