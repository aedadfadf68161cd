//! From typed to checked: a plant's period becomes places, flows and what was made.

mod made;
mod network;
mod odd;
mod period;

use crate::catalog;
use crate::evaluate::cells::{Allowed, Cells};
use crate::evaluate::entry::{EntryRange, read_entry};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::industry::RecordKind;
use crate::ledger::{Entry, PeriodId, PeriodSheet, Place, PlantEntry, TypedRow};
use crate::metric::Figure;
use crate::plant::{Before, Plant, PlantFigures, assess_again};
use crate::quantity::{Period, TypedError, Unit, read_period};
use crate::text::Coded;

pub use odd::RowAt;
pub(in crate::evaluate) use period::check_periods;

/// What a period's sheet says.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodAssessment {
    /// The sheet.
    pub id: PeriodId,
    /// Year or month, where it is one.
    pub period: Option<Period>,
    /// The plant as it was understood.
    pub plant: Plant,
    /// Where each place of the plant stands in the sheet; a source that no row names has none.
    pub place_rows: Vec<Option<RowAt>>,
    /// Where the amount of each flow was typed.
    pub flow_cells: Vec<Option<Place>>,
    /// What the plant comes to.
    pub figures: PlantFigures,
    /// What is wrong or odd in the sheet.
    pub problems: Vec<Problem>,
}

/// What a sheet says. Problems never stop what can be computed. What the sheet as it was `before` came to is taken over where
/// it is still the same.
pub(in crate::evaluate) fn check_plant(
    sheet: &PeriodSheet,
    before: Option<(&PeriodSheet, &PeriodAssessment)>,
) -> PeriodAssessment {
    let mut problems = Vec::new();
    let network = network::check_network(sheet, before, &mut problems);
    let mut plant = Plant {
        places: network.places,
        flows: network.flows,
        levels: network.levels,
        tolerance: tolerance(sheet, &mut problems),
        usual: usual_uncertainty(),
        made: made::check_made(sheet, &mut problems),
        cooling: made::check_cooling(sheet, &mut problems),
        costs: made::check_costs(sheet, &network.by_name, &mut problems),
    };
    sector(sheet, &mut problems);
    if let Some((_, before)) = before {
        plant.share_with(&before.plant);
    }
    let before = before.map(|(_, before)| Before { plant: &before.plant, figures: &before.figures });
    let figures = assess_again(&plant, before);
    let mut assessment = PeriodAssessment {
        id: sheet.id,
        period: read_period(&sheet.period),
        plant,
        place_rows: network.place_rows,
        flow_cells: network.flow_cells,
        figures,
        problems,
    };
    odd::note_oddities(sheet, &mut assessment);
    assessment
}

/// Larger than all the water on Earth, 1.4e18 m³, and than all money. Beyond it a slip of the finger in one cell would
/// leave no sum of the plant a number.
const LARGEST: f64 = 1e20;

/// An amount of water or of money, or what one is multiplied with; its ± may not be beyond all measure either.
fn amount<R: TypedRow>(cells: &mut Cells<'_, R>, column: usize) -> Option<Figure> {
    let figure = cells.number(column, Allowed::NotNegative)?;
    if figure.value() <= LARGEST && figure.u() <= LARGEST {
        return Some(figure);
    }
    cells.report(column, ProblemKind::Typed(TypedError::TooLarge));
    None
}

/// The sector must be one that has limits.
fn sector(sheet: &PeriodSheet, problems: &mut Vec<Problem>) {
    let typed = sheet.sector.trim();
    if !typed.is_empty() && catalog::sectors().iter().all(|sector| sector.code != typed) {
        let place = Place::Entry(Entry::Plant(sheet.id, PlantEntry::Sector));
        problems.push(Problem { place, kind: ProblemKind::UnknownChoice });
    }
}

/// An entry of the sheet as a figure.
fn entry(
    sheet: &PeriodSheet,
    entry: PlantEntry,
    unit: Unit,
    range: EntryRange,
    problems: &mut Vec<Problem>,
) -> Option<Figure> {
    let named = (String::new(), entry.name().words());
    read_entry(Entry::Plant(sheet.id, entry), sheet.entry(entry), named, unit, range, problems)
}

/// The relative standard uncertainties that the catalogue holds for usual, by how an amount is known.
fn usual_uncertainty() -> [f64; 3] {
    let share = |kind: RecordKind| {
        let shares = catalog::table("plant.uncertainty");
        shares.and_then(|shares| shares.at(kind.code(), "share")).map_or(0.0, |share| share.value)
    };
    [RecordKind::Metered, RecordKind::Estimated, RecordKind::Calculated].map(share)
}

/// How far a balance may be open: as typed, else what the catalogue holds for usual.
fn tolerance(sheet: &PeriodSheet, problems: &mut Vec<Problem>) -> Option<Figure> {
    let range = EntryRange { low: 0.0, high: 100.0 };
    let typed = entry(sheet, PlantEntry::Tolerance, Unit::Percent, range, problems);
    let usual = || catalog::table("industry.balance_tolerance")?.at("enterprise", "percent");
    typed.or_else(|| usual().map(|usual| usual.figure_in(Unit::Percent)))
}
