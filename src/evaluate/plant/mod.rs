//! Plants: a period's tables become places, flows and what was produced.

mod diagnose;
mod every_figure;
mod intakes;
mod network;
mod periods;
mod production;
mod results;

use std::sync::Arc;

use super::Before;
use super::cells::Cells;
use super::problem::{Problem, ProblemKind};
use crate::catalog;
use crate::industry::IntakeConvention;
use crate::ledger::{Ledger, PERIODS, PlantEntry, Row};
use crate::metering::RecordKind;
use crate::metric::Figure;
use crate::plant::{Before as PlantBefore, Plant, recompute_plant};
use crate::quantity::{Unit, read_period};
use crate::text::Coded;

pub use every_figure::COST_OF_ITEM;
pub(super) use intakes::cooled_unit;
pub use intakes::most_leaking;
pub(in crate::evaluate) use intakes::{INTAKES, class_of};
pub(super) use production::cooling_of;
pub use results::{PeriodResults, PlantResults, RowAt};

/// What the periods come to. Each stands by itself and is taken over while its sheet is still the same; of one that changed, what
/// did not.
pub fn plant(ledger: &Ledger, before: Before<'_, PlantResults>) -> PlantResults {
    let sheets = ledger.sheets(&PERIODS);
    let results = |sheet: &Arc<Row>| {
        let known = before
            .and_then(|(was, results)| Some((was.sheet(&PERIODS, sheet.id)?, results.period(sheet.id)?)));
        match known {
            Some((same, known)) if Arc::ptr_eq(same, sheet) => known.clone(),
            _ => Arc::new(evaluate_period(sheet, known.map(|(sheet, known)| (&**sheet, &**known)))),
        }
    };
    PlantResults {
        periods: sheets.iter().map(results).collect(),
        problems: periods::diagnose_periods(sheets),
    }
}

/// What a sheet comes to. What the sheet as it was `before` came to is taken over where it is still the same.
pub(super) fn evaluate_period(sheet: &Row, before: Option<(&Row, &PeriodResults)>) -> PeriodResults {
    let mut problems = Vec::new();
    let network = network::read_network(sheet, before, &mut problems);
    let mut plant = Plant {
        places: network.places,
        flows: network.flows,
        levels: network.levels,
        convention: convention(sheet, &mut problems),
        tolerance: tolerance(sheet, &mut problems),
        usual: usual_uncertainty(),
        production: production::read_production(sheet, &mut problems),
        cooling: production::read_cooling(sheet, &mut problems),
        costs: production::read_costs(sheet, &network.by_name, &mut problems),
    };
    diagnose_sector(sheet, &mut problems);
    if let Some((_, before)) = before {
        plant.share_with(&before.plant);
    }
    let before = before.map(|(_, before)| PlantBefore { plant: &before.plant, figures: &before.figures });
    let figures = recompute_plant(&plant, before);
    let mut results = PeriodResults {
        id: sheet.id,
        period: read_period(&sheet[PlantEntry::Period]),
        plant,
        place_rows: network.place_rows,
        flow_cells: network.flow_cells,
        figures,
        problems,
    };
    diagnose::diagnose(sheet, &mut results);
    results
}

/// The sector must be one that has limits.
fn diagnose_sector(sheet: &Row, problems: &mut Vec<Problem>) {
    let typed = sheet[PlantEntry::Sector].trim();
    if !typed.is_empty() && catalog::sectors().iter().all(|sector| sector.code != typed) {
        let place = PERIODS.entry(sheet.id, PlantEntry::Sector);
        problems.push(Problem { place, kind: ProblemKind::UnknownChoice });
    }
}

/// The relative standard uncertainties that the catalogue holds for usual, by how an amount is known.
fn usual_uncertainty() -> [f64; 3] {
    let share = |kind: RecordKind| {
        catalog::PLANT_UNCERTAINTY.at(kind.code(), "share").map_or(0.0, |share| share.value)
    };
    [RecordKind::Metered, RecordKind::Estimated, RecordKind::Calculated].map(share)
}

/// Which water counts as intake: as chosen, else as quotas define it.
fn convention(sheet: &Row, problems: &mut Vec<Problem>) -> Option<IntakeConvention> {
    if sheet[PlantEntry::Convention].trim().is_empty() {
        return Some(IntakeConvention::default());
    }
    Cells::of_sheet(sheet, String::new(), problems).choice(PlantEntry::Convention)
}

/// How far a balance may be open: as typed, else what the catalogue holds for usual.
fn tolerance(sheet: &Row, problems: &mut Vec<Problem>) -> Option<Figure> {
    let typed = Cells::of_sheet(sheet, String::new(), problems).number(PlantEntry::Tolerance);
    let usual = || catalog::INDUSTRY_BALANCE_TOLERANCE.at("enterprise", "percent");
    typed.or_else(|| usual().map(|usual| usual.figure_in(Unit::Percent)))
}
