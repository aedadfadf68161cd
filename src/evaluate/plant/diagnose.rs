//! What the figures of a plant say of what was typed: balances that stay open, amounts that cannot be, water counted twice.

use std::sync::Arc;

use super::results::{PeriodResults, RowAt};
use crate::evaluate::cells::refused_cell;
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::ledger::{
    CoolingColumn, CoolingRow, Entry, MeterColumn, MeterRow, PeriodSheet, Place, PlantEntry, PlantTable,
    RowId, SteamColumn, TableAt, TypedRow, UnitColumn,
};
use crate::metering::MeterLevel;
use crate::metric::Fault;
use crate::plant::{Amount, Closure, Refused};
use crate::text::Coded;

/// Notes everything the figures give reason to look at.
pub(super) fn diagnose(sheet: &PeriodSheet, results: &mut PeriodResults) {
    let mut found = Vec::new();
    let at_row =
        |row: RowAt, column: usize| Place::cell(TableAt::Plant(sheet.id, row.table), row.row, column);
    let figures = &results.figures;
    for (number, place) in figures.places.iter().enumerate() {
        let Some(row) = results.place_rows[number] else { continue };
        if let Some(percent) = open(&place.closure, figures.tolerance) {
            found.push((at_row(row, 0), ProblemKind::BalanceOpen { percent }));
        }
        if figures.double_counted.contains(&number) {
            found.push((at_row(row, UnitColumn::Circulation.index()), ProblemKind::CountedTwice));
        }
        if figures.overdrawn.contains(&number) {
            found.push((at_row(row, 0), ProblemKind::MoreThanUsed));
        }
    }
    for (index, amount) in figures.amounts.iter().enumerate() {
        let Some(place) = results.flow_cells[index] else { continue };
        match amount {
            Amount::Unknown => found.push((place, ProblemKind::Undetermined)),
            Amount::FromBalance(figure) if figure.value() < 0.0 => {
                found.push((place, ProblemKind::UnknownNegative));
            }
            Amount::Typed(_) | Amount::FromBalance(_) => {}
        }
    }
    for (level, row) in figures.levels.iter().zip(level_rows(sheet, &results.plant.levels)) {
        if let (Some(row), Some(percent)) = (row, open(&level.closure, figures.tolerance)) {
            let place = at_row(RowAt { table: PlantTable::Units, row }, UnitColumn::Name.index());
            found.push((place, ProblemKind::LevelOpen { percent }));
        }
    }
    if let Some(reconciled) = &figures.reconciled {
        for flow in reconciled.suspects() {
            let statistic = reconciled.correction(*flow);
            let place = results.flow_cells.get(*flow).copied().flatten();
            found.extend(place.map(|place| (place, ProblemKind::Suspect { statistic })));
        }
    }
    refusals(sheet, results);
    let known = |problem: &Problem, place: Place| problem.place == place;
    for (place, kind) in found {
        // What could not be read says itself why it is missing.
        let is_amount = matches!(kind, ProblemKind::Undetermined);
        if !(is_amount && results.problems.iter().any(|problem| known(problem, place))) {
            results.problems.push(Problem { place, kind });
        }
    }
}

/// What formulas refuse, each at the place that was typed into.
fn refusals(sheet: &PeriodSheet, results: &mut PeriodResults) {
    let PeriodResults { figures, problems, .. } = results;
    let towers = sheet.cooling.iter().filter_map(|row| {
        let system = figures.cooling.iter().find(|system| system.key == row.id.0)?;
        Some((row, system))
    });
    for (row, system) in towers {
        for refused in &system.refused {
            let place = cooling_place(TableAt::Plant(sheet.id, PlantTable::Cooling), row, &refused.fault);
            // One cell goes into several formulas, which refuse it alike.
            if problems.iter().all(|problem| problem.place != place) {
                refuse(problems, place, &refused.fault, refused.inputs);
            }
        }
    }
    for refused in &figures.refused {
        refuse(problems, rate_place(sheet, refused), &refused.fault, refused.inputs);
    }
}

/// The cell of a cooling system that a formula refuses; cycles that were not typed come from the salts.
fn cooling_place(table: TableAt, row: &CoolingRow, fault: &Fault) -> Place {
    let feeds_cycles = CoolingRow::COLUMNS[CoolingColumn::Cycles.index()].feeds.contains(&fault.at.key);
    if feeds_cycles && row.cycles.trim().is_empty() {
        return Place::cell(table, row.id, CoolingColumn::CirculatingSalt.index());
    }
    refused_cell::<CoolingRow>(table, row.id, fault, CoolingColumn::Circulation.index())
}

/// Where what a rate refuses was typed; the period itself where it is a sum of many cells.
fn rate_place(sheet: &PeriodSheet, refused: &Refused) -> Place {
    let entry = |entry| Place::Entry(Entry::Plant(sheet.id, entry));
    let meters = |column: MeterColumn| {
        let is_level = |row: &&Arc<MeterRow>| MeterLevel::from_typed(&row.level) == refused.at;
        let row = sheet.meters.iter().find(is_level).map_or(RowId(0), |row| row.id);
        Place::cell(TableAt::Plant(sheet.id, PlantTable::Meters), row, column.index())
    };
    let steam = |column: SteamColumn| {
        let row = sheet.steam.iter().find(|row| !row.is_blank()).map_or(RowId(0), |row| row.id);
        Place::cell(TableAt::Plant(sheet.id, PlantTable::Steam), row, column.index())
    };
    match refused.fault.at.key {
        "compliant" => entry(PlantEntry::Compliant),
        "value_added_10k_yuan" => entry(PlantEntry::ValueAdded),
        "output_value_10k_yuan" => entry(PlantEntry::OutputValue),
        "staff" => entry(PlantEntry::Staff),
        "days" => entry(PlantEntry::Days),
        "volume_m3" => entry(PlantEntry::StaffWater),
        "required" => meters(MeterColumn::Required),
        "installed" => meters(MeterColumn::Installed),
        "working" => meters(MeterColumn::Working),
        "recovered_m3" => steam(SteamColumn::Condensate),
        "density_t_m3" => steam(SteamColumn::Density),
        "steam_t" => steam(SteamColumn::Steam),
        _ => entry(PlantEntry::Period),
    }
}

/// By how many per cent a balance is open beyond the tolerance.
fn open(closure: &Closure, tolerance: f64) -> Option<f64> {
    match closure {
        _ if closure.closes(tolerance) != Some(false) => None,
        Closure::Tested { relative: Some(relative), .. } => Some(relative.value().abs()),
        // Water goes out that never came in.
        _ => Some(100.0),
    }
}

/// The row of each unit that stands for others.
fn level_rows<'l>(
    sheet: &'l PeriodSheet,
    levels: &'l [crate::plant::SummaryUnit],
) -> impl Iterator<Item = Option<RowId>> + 'l {
    let row = |level: &crate::plant::SummaryUnit| {
        sheet.units.iter().find(|row| row.name.trim() == level.name).map(|row| row.id)
    };
    levels.iter().map(row)
}
