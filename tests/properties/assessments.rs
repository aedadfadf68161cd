//! Laws of what a ledger comes to: every figure is a number, and evaluating again after a change says the same as evaluating
//! afresh, however long nobody asked.

use proptest::prelude::*;
use water_ledger::evaluate::{
    Before, Results, certification, everything, everything_again, irrigation, plant,
};
use water_ledger::ledger::{Edit, Entry, Ledger, example};
use water_ledger::metric::Figure;
use water_ledger::plant::{Amount, Closure, PlantFigures};
use water_ledger::text::Language;

use crate::properties::edits::{edit_for, intent};
use crate::properties::ledgers::any_ledger;

proptest! {
    #[test]
    fn every_figure_of_any_ledger_is_a_number(ledger in any_ledger()) {
        for figure in figures(&everything(&ledger)) {
            prop_assert!(figure.value().is_finite(), "{figure:?}");
        }
    }
}

proptest! {
    // Each case evaluates a dozen ledgers.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn evaluating_again_after_a_change_says_what_evaluating_afresh_says(
        first in prop_oneof![any_ledger(), Just(example(Language::Chinese))],
        changes in prop::collection::vec(intent(), 1..12),
    ) {
        let mut ledger = first;
        let mut results = everything(&ledger);
        for intent in changes {
            let Some(edit) = edit_for(intent, &ledger) else { continue };
            let Ok(after) = ledger.after(edit) else { continue };
            results = everything_again(&after, (&ledger, &results));
            prop_assert_eq!(&results, &everything(&after));
            ledger = after;
        }
    }

    #[test]
    fn a_step_back_comes_again_to_what_it_was(
        changes in prop::collection::vec(intent(), 1..6),
    ) {
        let first = example(Language::Chinese);
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
        for (intent, [irrigation_is_read, plants_are_read, reviews_are_read]) in changes {
            let Some(edit) = edit_for(intent, &ledger) else { continue };
            let Ok(after) = ledger.after(edit) else { continue };
            ledger = after;
            if irrigation_is_read {
                read(&mut of_irrigation, &ledger, irrigation);
                prop_assert_eq!(&of_irrigation.1, &irrigation(&ledger, None));
            }
            // What reads self-assessments reads the plants.
            if plants_are_read || reviews_are_read {
                read(&mut of_plants, &ledger, plant);
                prop_assert_eq!(&of_plants.1, &plant(&ledger, None));
            }
            if reviews_are_read {
                read(&mut of_reviews, &ledger, |ledger, before| certification(ledger, &of_plants.1, before));
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

/// Every figure of a ledger.
fn figures(results: &Results) -> Vec<&Figure> {
    let mut all: Vec<&Option<Figure>> = Vec::new();
    for year in &results.irrigation.years {
        let region = &year.figures;
        all.extend([&region.coefficient, &region.gross, &region.per_mu]);
        all.extend(region.districts.iter().flat_map(|d| [&d.coefficient, &d.gross, &d.per_mu]));
        all.extend(region.classes.iter().flat_map(|class| [&class.coefficient, &class.gross]));
        for detail in &year.details {
            let (fieldwork, canals) = (&detail.fieldwork, &detail.canals);
            all.extend(
                fieldwork.fields.iter().flat_map(|f| f.readings.iter().chain(&f.periods).chain([&f.net])),
            );
            all.extend(fieldwork.crops.iter().map(|crop| &crop.net));
            all.extend(fieldwork.sources.iter().chain([&fieldwork.net, &fieldwork.gross]));
            all.extend(canals.canals.iter().flat_map(|c| [&c.net, &c.gross, &c.efficiency, &c.planned]));
            all.extend([&canals.system, &canals.coefficient, &canals.planned_system, &canals.diverted]);
            all.extend([&canals.saved_constant_net, &canals.saved_constant_gross]);
        }
        let need = &year.water_need;
        all.extend(
            need.months.iter().flat_map(|m| [&m.et0, &m.effective_rain, &m.evapotranspiration, &m.net]),
        );
        all.extend(need.crops.iter().flat_map(|crop| [&crop.evapotranspiration, &crop.net]));
        all.extend([&need.net, &need.gross]);
    }
    all.into_iter()
        .flatten()
        .chain(results.plant.periods.iter().flat_map(|found| of_plant(&found.figures)))
        .collect()
}

/// Every figure of a plant.
fn of_plant(plant: &PlantFigures) -> Vec<&Figure> {
    let PlantFigures { totals, costs, .. } = plant;
    let mut all: Vec<&Option<Figure>> = plant.condensate.iter().collect();
    all.extend([&totals.intake, &totals.nonconventional, &costs.total, &costs.per_intake, &costs.ratio]);
    all.extend(plant.products.iter().map(|product| &product.intake));
    all.extend(plant.levels.iter().map(|level| &level.parts));
    all.extend(plant.places.iter().flat_map(|place| [&place.into, &place.out, &place.reuse_rate]));
    all.extend(costs.places.iter().map(|place| &place.per_volume));
    for water in plant.places.iter().map(|place| &place.water).chain([&totals.water]) {
        all.extend(&water.fresh);
        all.extend([&water.circulated, &water.cascaded, &water.reclaimed, &water.reused, &water.total_use]);
        all.extend([&water.handed_on, &water.consumed, &water.discharged, &water.leaked]);
    }
    for system in &plant.cooling {
        all.extend([&system.cycles, &system.evaporation, &system.drift, &system.blowdown]);
        all.extend([&system.makeup, &system.most_cycles, &system.saving]);
    }
    let closures = plant.places.iter().map(|place| &place.closure).chain([&plant.closure]);
    let tested =
        closures.chain(plant.levels.iter().map(|level| &level.closure)).filter_map(|closure| match closure {
            Closure::Tested { residual, relative } => Some([Some(residual), relative.as_ref()]),
            Closure::ByDifference | Closure::Unknown | Closure::Empty => None,
        });
    let others = plant.amounts.iter().filter_map(Amount::figure).chain(tested.flatten().flatten());
    let others = others.chain(plant.rates.iter().map(|rate| &rate.figure));
    all.into_iter().flatten().chain(others).chain(costs.items.iter().map(|(_, cost)| cost)).collect()
}

/// Rows that are shared with the past are not worked out again, so what they depend on beside themselves must be known.
#[test]
fn what_a_year_sets_reaches_the_districts_that_stayed_the_same() {
    let first = example(Language::Chinese);
    let was = everything(&first);
    for entry in first.irrigation.years.last().map(Entry::all).unwrap_or_default() {
        for text in ["667", "0.5"] {
            let after = first.after(Edit::Set(entry, text.to_string())).expect("an entry that is there");
            assert_eq!(everything_again(&after, (&first, &was)), everything(&after), "{text:?} in {entry:?}");
        }
    }
    // An import may bring the same identities with other rows.
    let other = example(Language::English);
    assert_eq!(everything_again(&other, (&first, &was)), everything(&other));
}
