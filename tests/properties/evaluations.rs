//! Laws of what a ledger comes to: every figure is a number, and evaluating again after a change says the same as evaluating
//! afresh, however long nobody asked.

use std::collections::HashSet;

use proptest::prelude::*;
use water_ledger::evaluate::{
    Before, Results, WholePlan, certification, everything, everything_again, irrigation, plant, region,
    unit_waters,
};
use water_ledger::institution::InstitutionFigures;
use water_ledger::irrigation::{
    CanalFigures, CropNeedFigures, DistrictFigures, MonthFigures, NetworkFigures,
};
use water_ledger::ledger::{Edit, Example, Ledger, RETROFITS, YEARS};
use water_ledger::plant::{CoolingFigures, CostFigures, PlaceFigures, WaterStatistics};
use water_ledger::text::Language;

use crate::properties::edits::{Intent, edit_for, intent};
use crate::properties::ledgers::any_ledger;

proptest! {
    #[test]
    fn every_figure_of_any_ledger_is_a_number(ledger in any_ledger()) {
        let Results { irrigation, plant, certification, retrofit, region } = everything(&ledger);
        let years = ledger.sheets(&YEARS).iter().zip(&irrigation.years);
        let figures = years.flat_map(|(sheet, year)| year.every_figure(sheet));
        let figures = figures.chain(plant.periods.iter().flat_map(|found| found.every_figure()));
        let plans = ledger.sheets(&RETROFITS).iter().zip(&retrofit.plans);
        let plans: Vec<_> = plans.map(|(sheet, found)| WholePlan::of(sheet, found)).collect();
        let figures = figures.chain(plans.iter().flat_map(|plan| plan.every_figure()));
        let figures = figures.chain(region.sheets.iter().flat_map(|found| found.every_figure()));
        for one in figures.chain(certification.reviews.iter().flat_map(|found| found.every_figure())) {
            prop_assert!(one.figure.value().is_finite(), "{one:?}");
        }
    }
}

/// Evaluating again after each of some changes says the same as evaluating afresh.
pub fn again_is_afresh(first: Ledger, changes: Vec<Intent>) -> Result<(), TestCaseError> {
    let mut ledger = first;
    let mut results = everything(&ledger);
    for intent in changes {
        let Some(edit) = edit_for(intent, &ledger) else { continue };
        let Ok(after) = ledger.after(edit) else { continue };
        results = everything_again(&after, (&ledger, &results));
        prop_assert_eq!(&results, &everything(&after));
        ledger = after;
    }
    Ok(())
}

proptest! {
    // Each case evaluates a dozen ledgers.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn evaluating_again_after_a_change_says_what_evaluating_afresh_says(
        first in prop_oneof![
            any_ledger(),
            Just(Example::City.ledger(Language::Chinese)),
            Just(Example::Region.ledger(Language::Chinese)),
        ],
        changes in prop::collection::vec(intent(), 1..12),
    ) {
        again_is_afresh(first, changes)?;
    }

    #[test]
    fn a_step_back_comes_again_to_what_it_was(
        changes in prop::collection::vec(intent(), 1..6),
    ) {
        let first = Example::City.ledger(Language::Chinese);
        let was = everything(&first);
        let mut last = first.clone();
        for intent in changes {
            let Some(edit) = edit_for(intent, &last) else { continue };
            last = last.after(edit).unwrap_or(last);
        }
        let now = everything(&last);
        prop_assert_eq!(everything_again(&first, (&last, &now)), was);
    }

    #[test]
    fn verticals_that_are_read_now_and_then_come_to_what_the_whole_ledger_does(
        first in any_ledger(),
        changes in prop::collection::vec((intent(), any::<[bool; 3]>()), 1..8),
    ) {
        let mut ledger = first;
        let all = everything(&ledger);
        let mut of_irrigation = (ledger.clone(), all.irrigation);
        let mut of_plants = (ledger.clone(), all.plant);
        let mut of_reviews = (ledger.clone(), all.certification);
        let mut of_regions = (ledger.clone(), all.region);
        for (intent, [irrigation_is_read, plants_are_read, reviews_are_read]) in changes {
            let Some(edit) = edit_for(intent, &ledger) else { continue };
            let Ok(after) = ledger.after(edit) else { continue };
            ledger = after;
            if irrigation_is_read {
                read(&mut of_irrigation, &ledger, irrigation);
                prop_assert_eq!(&of_irrigation.1, &irrigation(&ledger, None));
            }
            // What reads self-assessments reads the plants and the regions, and those what districts took.
            if plants_are_read || reviews_are_read {
                read(&mut of_plants, &ledger, plant);
                prop_assert_eq!(&of_plants.1, &plant(&ledger, None));
            }
            if reviews_are_read {
                read(&mut of_irrigation, &ledger, irrigation);
                let units = unit_waters(&ledger, &of_irrigation.1, &of_plants.1);
                read(&mut of_regions, &ledger, |ledger, before| region(ledger, Some(&units), before));
                prop_assert_eq!(&of_regions.1, &everything(&ledger).region);
                let numbers = of_regions.1.numbers();
                let again =
                    |ledger: &Ledger, before: Before<'_, _>| certification(ledger, &of_plants.1, &numbers, before);
                read(&mut of_reviews, &ledger, again);
                prop_assert_eq!(&of_reviews.1, &everything(&ledger).certification);
            }
        }
    }
}

/// Brings what was known of an earlier ledger up to this one.
fn read<R>(known: &mut (Ledger, R), ledger: &Ledger, evaluate: impl Fn(&Ledger, Before<'_, R>) -> R) {
    let results = evaluate(ledger, Some((&known.0, &known.1)));
    *known = (ledger.clone(), results);
}

/// Programs find a figure by its name, and people by its heading.
#[test]
fn the_results_of_a_thing_have_names_and_headings_of_their_own() {
    fn check<F: water_ledger::metric::Results>(what: &str) {
        let names: HashSet<&str> = F::RESULTS.iter().map(|spec| spec.name).collect();
        let headings: HashSet<&str> = F::RESULTS.iter().map(|spec| spec.heading.words().en).collect();
        assert_eq!((names.len(), headings.len()), (F::RESULTS.len(), F::RESULTS.len()), "{what}");
    }
    check::<DistrictFigures>("district");
    check::<NetworkFigures>("network of canals");
    check::<CanalFigures>("canal");
    check::<MonthFigures>("month");
    check::<CropNeedFigures>("crop");
    check::<WaterStatistics>("water of a place");
    check::<PlaceFigures>("place");
    check::<CoolingFigures>("cooling system");
    check::<CostFigures>("cost");
    check::<InstitutionFigures>("unit");
}

/// Rows that are shared with the past are not worked out again, so what they depend on beside themselves must be known.
#[test]
fn what_a_year_sets_reaches_the_districts_that_stayed_the_same() {
    let first = Example::City.ledger(Language::Chinese);
    let was = everything(&first);
    let sheet = first.sheets(&YEARS).last().expect("the example has years");
    let of_sheet = first.places().filter(|place| place.is_in(sheet));
    let entries = of_sheet.filter(|place| place.column.is_some_and(|column| column.is_entry));
    for entry in entries {
        for text in ["667", "0.5"] {
            let edit = Edit::at(entry, text.to_string()).expect("a cell");
            let after = first.after(edit).expect("an entry that is there");
            assert_eq!(everything_again(&after, (&first, &was)), everything(&after), "{text:?} in {entry:?}");
        }
    }
    // An import may bring the same identities with other rows.
    let other = Example::City.ledger(Language::English);
    assert_eq!(everything_again(&other, (&first, &was)), everything(&other));
}
