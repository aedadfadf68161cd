//! 现状取自本账: what a place of the plan uses at present, taken from the sheets of the district, plant or institution that it is.

use crate::evaluate::cells::filled;
use crate::evaluate::problem::ProblemKind;
use crate::ledger::{PLAN_PLACES, PlanPlaceColumn as Place, Row, RowId, TableSpec};
use crate::metric::Figure;
use crate::region::{TakenUse, UseOfUnit};

/// What an irrigation district, a plant or an institution of the ledger took in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitWater {
    /// The list of sheets that it stands in.
    pub list: &'static TableSpec,
    /// What it is called.
    pub name: String,
    /// The year.
    pub year: i32,
    /// 毛灌溉用水量, 取水量 or 供水量; none where it is not known.
    pub water: Option<Figure>,
}

/// What a row of the plan takes from the ledger.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Taken {
    row: RowId,
    found: Result<Figure, NotTaken>,
}

/// Why a row of the plan takes nothing from what it names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum NotTaken {
    /// It is not known yet what the others come to.
    Awaited,
    /// Nothing is called so.
    NoSuchUnit,
    /// Several are.
    SeveralUnits,
    /// No water of it is known, up to the year of the region.
    NoWater,
}

impl NotTaken {
    /// What is said of it; nothing while it is waited for.
    pub(super) fn problem(self) -> Option<ProblemKind> {
        match self {
            NotTaken::Awaited => None,
            NotTaken::NoSuchUnit => Some(ProblemKind::NoSuchUnit),
            NotTaken::SeveralUnits => Some(ProblemKind::SeveralUnits),
            NotTaken::NoWater => Some(ProblemKind::NoWaterOfUnit),
        }
    }
}

/// What the rows of a plan take, of those that name something; none of `units` means that it is not known yet what they come to.
pub(super) fn taken(sheet: &Row, year: Option<i32>, units: Option<&[UnitWater]>) -> Vec<Taken> {
    let named = filled(sheet.rows(&PLAN_PLACES)).map(|(_, row)| (row.id, row[Place::TakenFrom].trim()));
    let named = named.filter(|(_, name)| !name.is_empty());
    named.map(|(row, name)| Taken { row, found: of_name(name, year, units) }).collect()
}

/// The water of a unit in the latest of its years that is not after the region's.
fn of_name(name: &str, year: Option<i32>, units: Option<&[UnitWater]>) -> Result<Figure, NotTaken> {
    let units = units.ok_or(NotTaken::Awaited)?;
    let named = || units.iter().filter(|unit| unit.name == name);
    let first = named().next().ok_or(NotTaken::NoSuchUnit)?;
    if named().any(|unit| unit.list != first.list) {
        return Err(NotTaken::SeveralUnits);
    }
    let until = year.ok_or(NotTaken::NoWater)?;
    let latest =
        named().map(|unit| unit.year).filter(|year| *year <= until).max().ok_or(NotTaken::NoWater)?;
    let mut of_year = named().filter(|unit| unit.year == latest);
    let water = of_year.next().and_then(|unit| unit.water.clone());
    if of_year.next().is_some() {
        return Err(NotTaken::SeveralUnits);
    }
    let use_10k_m3 = water.ok_or(NotTaken::NoWater)?;
    Figure::computed(&TakenUse, UseOfUnit { use_10k_m3 }).map_err(|_| NotTaken::NoWater)
}

/// What a row takes; nothing where it names nothing.
pub(super) fn of_row(taken: &[Taken], row: RowId) -> Option<&Result<Figure, NotTaken>> {
    taken.iter().find(|one| one.row == row).map(|one| &one.found)
}
