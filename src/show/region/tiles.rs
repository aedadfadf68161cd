//! The places of a plan as tiles, coloured by how far the plan is used.

use super::glance::with_unit;
use crate::catalog::PLAN_EXECUTION_LEVELS;
use crate::evaluate::RegionSheet;
use crate::ledger::{PLAN_PLACES, PlanPlaceColumn, Row, RowId};
use crate::metric::Figure;
use crate::region::PlaceFigures;
use crate::show::mark::Mark;
use crate::text::{Key, Language, Message, number};

/// A place as a tile.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceTile {
    /// The row of the place.
    pub row: RowId,
    /// Its name.
    pub name: String,
    /// How many places it stands within.
    pub depth: usize,
    /// Its plan as written.
    pub plan: String,
    /// How far it is used, in %.
    pub execution: Option<Figure>,
    /// What that means.
    pub mark: Option<Mark>,
}

/// What a level of execution is called, from the lowest on.
const LEVELS: [(&str, Mark); 3] = [
    ("notice", Mark { code: "level-notice", shape: "◔", name: Key::LevelNotice }),
    ("caution", Mark { code: "caution", shape: "◇", name: Key::LevelCaution }),
    ("over", Mark { code: "wrong", shape: "■", name: Key::LevelOver }),
];

/// A place below all levels.
const WITHIN: Mark = Mark { code: "good", shape: "●", name: Key::LevelWithin };

/// What an execution of the plan until now means, by the levels of the catalogue.
fn level(execution: &Figure) -> Mark {
    let levels = &PLAN_EXECUTION_LEVELS;
    let reached = LEVELS
        .iter()
        .rev()
        .find(|(code, _)| levels.at(code, "at_least").is_some_and(|limit| execution.value() >= limit.value));
    reached.map_or(WITHIN, |(_, mark)| *mark)
}

/// Every place, each followed by those within it.
pub fn place_tiles(sheet: &Row, found: &RegionSheet, language: Language) -> Vec<PlaceTile> {
    let rows: Vec<&Row> =
        sheet.rows(&PLAN_PLACES).iter().map(|row| &**row).filter(|row| !row.is_blank()).collect();
    let plan = &found.plan;
    let mut within = vec![Vec::new(); plan.within.len()];
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (place, parent) in plan.within.iter().enumerate().rev() {
        match parent {
            Some(parent) => within[*parent].push(place),
            None => open.push((place, 0)),
        }
    }
    let mut tiles = Vec::new();
    while let Some((place, depth)) = open.pop() {
        let (Some(row), Some(figures)) = (rows.get(place), plan.places.get(place)) else { continue };
        tiles.push(tile(row, figures, depth, language));
        open.extend(within[place].iter().map(|child| (*child, depth + 1)));
    }
    tiles
}

fn tile(row: &Row, figures: &PlaceFigures, depth: usize, language: Language) -> PlaceTile {
    let plan = figures.plan.as_ref().map(|plan| with_unit(plan, language));
    PlaceTile {
        row: row.id,
        name: row[PlanPlaceColumn::Name].trim().to_string(),
        depth,
        plan: plan.unwrap_or_else(|| "–".to_string()),
        mark: figures.execution.as_ref().map(level),
        execution: figures.execution.clone(),
    }
}

/// What the levels are, and that they are no rule of the nation.
pub fn execution_note() -> Option<Message> {
    let levels = &PLAN_EXECUTION_LEVELS;
    let at = |code: &str| levels.at(code, "at_least").map(|limit| number(limit.value, 0));
    Some(
        Message::new(Key::LevelsNote)
            .with("notice", at("notice")?)
            .with("caution", at("caution")?)
            .with("over", at("over")?),
    )
}
