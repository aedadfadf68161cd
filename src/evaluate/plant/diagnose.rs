//! What the figures of a plant say of what was typed: balances that stay open, amounts that cannot be, water counted twice.

use std::sync::Arc;

use super::results::{PeriodResults, RowAt};
use crate::evaluate::cells::refused_cell;
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::ledger::{
    COOLING, Column, CoolingColumn, METERS, MeterColumn, PERIODS, Place, PlantEntry, Row, RowId, STEAM,
    TableAt, TableSpec, WATER_UNITS, WaterUnitColumn,
};
use crate::metering::MeterLevel;
use crate::metric::{Fault, Figure};
use crate::plant::{Amount, CoolingFigures, CoolingSystem, Refused};
use crate::text::Coded;

/// Notes everything the figures give reason to look at.
pub(super) fn diagnose(sheet: &Row, results: &mut PeriodResults) {
    let mut found = Vec::new();
    // A row is gone to by its name.
    let row_at =
        |row: RowAt| Place { column: row.table.columns.first(), ..row.table.at(&[sheet.id]).row(row.row) };
    let figures = &results.figures;
    for (number, place) in figures.places.iter().enumerate() {
        let Some(row) = results.place_rows[number] else { continue };
        if let Some(percent) = place.closure.open_by(figures.tolerance) {
            found.push((row_at(row), ProblemKind::BalanceOpen { percent }));
        }
        if figures.double_counted.contains(&number) {
            found.push((
                WATER_UNITS.at(&[sheet.id]).cell(row.row, WaterUnitColumn::Circulation),
                ProblemKind::CountedTwice,
            ));
        }
        if figures.overdrawn.contains(&number) {
            found.push((row_at(row), ProblemKind::MoreThanUsed));
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
        if let (Some(row), Some(percent)) = (row, level.closure.open_by(figures.tolerance)) {
            let place = WATER_UNITS.at(&[sheet.id]).cell(row, WaterUnitColumn::Name);
            found.push((place, ProblemKind::SubmetersDisagree { percent }));
        }
    }
    if let Some(reconciled) = &figures.reconciled {
        for flow in reconciled.suspects() {
            let statistic = reconciled.correction(*flow);
            let place = results.flow_cells.get(*flow).copied().flatten();
            found.extend(place.map(|place| (place, ProblemKind::Suspect { statistic })));
        }
    }
    for system in &figures.cooling {
        let cell = |column| COOLING.at(&[sheet.id]).cell(RowId(system.key), column);
        let said = cycles_said(system, results.plant.cooling.iter().find(|typed| typed.key == system.key));
        found.extend(said.into_iter().map(|(column, kind)| (cell(column), kind)));
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

/// Two ways to the cycles of concentration agree to a tenth; meters of conductivity do better.
const CYCLES_AGREE: f64 = 0.1;

/// What is odd in a system's cycles of concentration: as typed against the salts. Those that
/// cannot be, one or fewer, are refused by their formula.
fn cycles_said(system: &CoolingFigures, typed: Option<&CoolingSystem>) -> Vec<(CoolingColumn, ProblemKind)> {
    let mut said = Vec::new();
    let Some(typed) = typed else { return said };
    let value = |figure: &Option<Figure>| figure.as_ref().map(Figure::value);
    if let (Some(cycles), Some(measured)) = (value(&typed.cycles), value(&system.measured_cycles))
        && cycles > 1.0
        && (cycles - measured).abs() > CYCLES_AGREE * measured
    {
        said.push((CoolingColumn::Cycles, ProblemKind::CyclesDisagree { measured }));
    }
    said
}

/// What formulas refuse, each at the place that was typed into.
fn refusals(sheet: &Row, results: &mut PeriodResults) {
    let PeriodResults { figures, problems, .. } = results;
    let towers = sheet.rows(&COOLING).iter().filter_map(|row| {
        let system = figures.cooling.iter().find(|system| system.key == row.id.0)?;
        Some((row, system))
    });
    for (row, system) in towers {
        for refused in &system.refused {
            let place = cooling_place(COOLING.at(&[sheet.id]), row, &refused.fault);
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
fn cooling_place(table: TableAt, row: &Row, fault: &Fault) -> Place {
    let feeds_cycles = CoolingColumn::Cycles.spec().feeds.contains(&fault.at.key);
    if feeds_cycles && row[CoolingColumn::Cycles].trim().is_empty() {
        return table.cell(row.id, CoolingColumn::CirculatingSalt);
    }
    refused_cell(table, row.id, fault, CoolingColumn::Circulation)
}

/// Where what a rate refuses was typed; the period itself where it is a sum of many cells.
fn rate_place(sheet: &Row, refused: &Refused) -> Place {
    let key = refused.fault.at.key;
    let cell = |table: &'static TableSpec, row: Option<&Arc<Row>>| {
        let (column, row) = (Some(table.feeding(key)?), row.map_or(RowId(0), |row| row.id));
        Some(Place { column, ..table.at(&[sheet.id]).row(row) })
    };
    let is_level = |row: &&Arc<Row>| MeterLevel::from_typed(&row[MeterColumn::Level]) == refused.at;
    let entry = PERIODS.feeding(key).unwrap_or(PlantEntry::Period.spec());
    let meters = || cell(&METERS, sheet.rows(&METERS).iter().find(is_level));
    let steam = || cell(&STEAM, sheet.rows(&STEAM).iter().find(|row| !row.is_blank()));
    let sheet_entry = Place { column: Some(entry), ..PERIODS.at(&[]).row(sheet.id) };
    meters().or_else(steam).unwrap_or(sheet_entry)
}

/// The row of each unit that stands for others.
fn level_rows<'l>(
    sheet: &'l Row,
    levels: &'l [crate::plant::SummaryUnit],
) -> impl Iterator<Item = Option<RowId>> + 'l {
    let row = |level: &crate::plant::SummaryUnit| {
        sheet
            .rows(&WATER_UNITS)
            .iter()
            .find(|row| row[WaterUnitColumn::Name].trim() == level.name)
            .map(|row| row.id)
    };
    levels.iter().map(row)
}
