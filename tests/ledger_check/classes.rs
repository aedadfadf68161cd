//! Gross water of whole classes.

use water_ledger::evaluate::everything;
use water_ledger::exchange::Derivations;
use water_ledger::ledger::{CLASSES, ClassColumn as Class, Column, DISTRICTS, DistrictColumn as District};
use water_ledger::show;
use water_ledger::text::Language;

use crate::ledger_check::{At, YEAR, added, at, expect_of, sample};

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

#[test]
fn water_per_area_stands_beside_the_water_that_it_is_of() {
    let cases: [&[[&str; 2]]; 4] =
        [&[], &[["small", "400"]], &[["small", "400"], ["well_pipe", "9000"]], &[["large", "60000"]]];
    for rows in cases {
        let ledger = rows.iter().fold(sample(), |ledger, row| added(&ledger, at(&CLASSES), row));
        let results = everything(&ledger).irrigation;
        let year = &results.years[4];
        let area: f64 = ledger
            .rows_at(at(&DISTRICTS))
            .expect("districts")
            .iter()
            .filter_map(|row| row[District::Area].parse::<f64>().ok())
            .sum();
        let amounts = show::irrigation::region_amounts(&year.figures);
        let (_, name, per_mu) = amounts[0];
        let (_, beside, gross) = amounts[1];
        let (per_mu, gross) = (per_mu.expect("water by area"), gross.expect("water"));
        assert!((per_mu.value() * area / gross.value() - 1.0).abs() < 1e-9, "{rows:?}: {per_mu:?} {gross:?}");
        let of_samples = [name, beside].map(|name| name.say(Language::Chinese).starts_with("样点"));
        assert_eq!(of_samples, [!rows.is_empty(); 2], "{rows:?}");
        // The whole classes, which the coefficient is weighted by, are told apart, on page and paper.
        let of_classes =
            amounts.get(2).map(|(_, name, gross)| (name.say(Language::English), gross.is_some()));
        let named = (!rows.is_empty()).then_some(("Gross water of the region, by whole classes", true));
        assert_eq!(of_classes, named, "{rows:?}");
        for (language, caption) in
            [(Language::Chinese, "按填写的全类水量"), (Language::English, "whole classes as entered")]
        {
            let paper = format!(
                "{:?}",
                show::irrigation::coefficient_report(&ledger, &results, YEAR, Derivations::All, language)
            );
            assert_eq!(paper.contains(caption), !rows.is_empty(), "{rows:?}");
            for (_, name, _) in &amounts {
                assert!(paper.contains(name.say(language)), "{rows:?}");
            }
        }
    }
}
