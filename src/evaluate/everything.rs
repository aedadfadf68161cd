//! The whole ledger, for what goes through all of it: the command line and tests.

use std::sync::Arc;

use super::{
    CertificationResults, IrrigationResults, PlantResults, Problem, RegionResults, RetrofitResults,
    certification, irrigation, plant, region, retrofits_of_institutions, retrofits_of_irrigation,
    retrofits_of_plants, unit_waters,
};
use crate::ledger::{Ledger, RETROFITS, Row};

/// What every sheet of a ledger comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Irrigation.
    pub irrigation: IrrigationResults,
    /// Plants.
    pub plant: PlantResults,
    /// Self-assessments.
    pub certification: CertificationResults,
    /// Retrofits.
    pub retrofit: RetrofitResults,
    /// Regions.
    pub region: RegionResults,
}

/// Evaluates a whole ledger.
pub fn everything(ledger: &Ledger) -> Results {
    evaluate(ledger, None)
}

/// Evaluates a whole ledger after a change; what has not changed is taken over.
pub fn everything_again(ledger: &Ledger, before: (&Ledger, &Results)) -> Results {
    evaluate(ledger, Some(before))
}

fn evaluate(ledger: &Ledger, before: Option<(&Ledger, &Results)>) -> Results {
    let plant = plant(ledger, before.map(|(was, results)| (was, &results.plant)));
    let known = before.map(|(was, results)| (was, &results.certification));
    let irrigation = irrigation(ledger, before.map(|(was, results)| (was, &results.irrigation)));
    let units = unit_waters(ledger, &irrigation, &plant);
    let region = region(ledger, Some(&units), before.map(|(was, results)| (was, &results.region)));
    let certification = certification(ledger, &plant, &region.numbers(), known);
    let known = before.map(|(was, results)| (was, &results.retrofit));
    let retrofit = [
        retrofits_of_plants(ledger, &plant, known),
        retrofits_of_irrigation(ledger, &irrigation, known),
        retrofits_of_institutions(ledger, &certification, known),
    ];
    Results { irrigation, certification, retrofit: in_order(ledger, retrofit), plant, region }
}

/// Plans about several kinds of things, in the order of the ledger.
fn in_order(ledger: &Ledger, of_kinds: [RetrofitResults; 3]) -> RetrofitResults {
    let found = |sheet: &Arc<Row>| of_kinds.iter().find_map(|results| results.plan(sheet.id)).cloned();
    RetrofitResults { plans: ledger.sheets(&RETROFITS).iter().filter_map(found).collect() }
}

impl Results {
    /// Problems of the sheets themselves; those within a sheet stand with what it comes to.
    pub fn sheet_problems(&self) -> impl Iterator<Item = &Problem> {
        let Results { irrigation, plant, certification, region, .. } = self;
        irrigation
            .problems
            .iter()
            .chain(&plant.problems)
            .chain(&certification.problems)
            .chain(&region.problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::CITY_IRRIGATION_COEFFICIENT;
    use crate::ledger::Example;
    use crate::numeric::round;
    use crate::text::Language;

    #[test]
    fn the_sample_has_no_problems_and_comes_to_the_published_coefficient() {
        for language in Language::ALL {
            let results = everything(&Example::City.ledger(language));
            assert_eq!(results.sheet_problems().next(), None);
            let irrigation = results.irrigation;
            let is_sound = |year: &std::sync::Arc<crate::evaluate::YearResults>| {
                year.problems.is_empty() && year.figures.faults.is_empty()
            };
            assert!(irrigation.years.iter().all(is_sound));
            let (year, figures) = *irrigation.in_order().last().expect("five years");
            let published = CITY_IRRIGATION_COEFFICIENT.at(year).expect("shipped");
            let coefficient = figures.coefficient.as_ref().expect("computed").value();
            assert_eq!(round(coefficient, 2), published.value);
        }
    }
}
