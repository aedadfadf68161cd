//! The reservoirs of a region, month by month.

use std::sync::Arc;

use super::places::same_rows;
use super::results::{RegionSheet, ReservoirResults};
use crate::evaluate::cells::{Cells, exceeds, filled, label, refused_cell};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::ledger::{
    CURVE_POINTS, CurvePointColumn as Point, RESERVOIR_MONTHS, RESERVOIRS, RegionEntry,
    ReservoirColumn as Lake, ReservoirMonthColumn as Month, Row, RowId,
};
use crate::metric::Figure;
use crate::numeric::order;
use crate::quantity::read_year;
use crate::region::{
    CurvePoint, EvaporationKind, InflowKind, Reservoir, ReservoirAt, ReservoirFigures, ReservoirMonthly,
    compute_reservoir,
};

/// What the reservoirs of a sheet come to; taken over where their table has not changed.
pub(super) fn reservoirs(sheet: &Row, before: Option<(&Row, &RegionSheet)>) -> Arc<ReservoirResults> {
    let is_same =
        |was: &Row| same_rows(was, sheet, &RESERVOIRS) && was[RegionEntry::Year] == sheet[RegionEntry::Year];
    match before.filter(|(was, _)| is_same(was)) {
        Some((_, known)) => Arc::clone(&known.reservoirs),
        None => {
            let mut results = ReservoirResults::default();
            for (index, row) in filled(sheet.rows(&RESERVOIRS)) {
                let figures = evaluate_reservoir(sheet, row, index, &mut results.problems);
                results.figures.push(figures);
            }
            Arc::new(results)
        }
    }
}

fn evaluate_reservoir(sheet: &Row, row: &Row, index: usize, problems: &mut Vec<Problem>) -> ReservoirFigures {
    let name = label(&row[Lake::Name], index);
    let at = RESERVOIRS.at(&[sheet.id]);
    let mut cells = Cells::new(at, row, name.clone(), problems);
    if cells.text(Lake::Name).is_empty() {
        cells.report(Lake::Name, ProblemKind::NoName);
    }
    let (capacity, flood_limit) = (cells.number(Lake::Capacity), cells.number(Lake::FloodLimit));
    let ecology = cells.number(Lake::Ecology);
    let mut reservoir = Reservoir {
        key: row.id.0,
        dead: cells.number(Lake::Dead),
        opening: cells.number(Lake::Opening),
        inflow: cells.choice::<InflowKind>(Lake::Inflow),
        evaporation: cells.choice::<EvaporationKind>(Lake::Evaporation),
        pan_factor: cells.number(Lake::PanFactor),
        lacks: cells.lacks(),
        ..Reservoir::default()
    };
    if reservoir.dead.as_ref().zip(capacity.as_ref()).is_some_and(|(dead, full)| dead.value() > full.value())
    {
        cells.report(Lake::Dead, ProblemKind::DeadAboveCapacity);
    }
    let has_pan = row.rows(&RESERVOIR_MONTHS).iter().any(|month| !month[Month::Pan].trim().is_empty());
    if has_pan {
        // Evaporation is never guessed at: which one counts is asked.
        cells.ask(Lake::Evaporation, ProblemKind::NoKind);
        cells.ask(Lake::PanFactor, ProblemKind::Blank);
    }
    if !row.rows(&RESERVOIR_MONTHS).is_empty() {
        cells.ask(Lake::Inflow, ProblemKind::NoKind);
        cells.ask(Lake::Opening, ProblemKind::Blank);
    }
    reservoir.curve = read_curve(sheet, row, problems, &mut reservoir.lacks);
    reservoir.months = read_months(sheet, row, problems);
    let found = compute_reservoir(&reservoir);
    let months = RESERVOIR_MONTHS.at(&[sheet.id, row.id]);
    for refusal in &found.refusals {
        let place = match refusal.at {
            ReservoirAt::Whole => at.cell(row.id, Lake::Name),
            ReservoirAt::Month(month) => refused_cell(months, RowId(month), &refusal.fault, Month::Month),
        };
        refuse(problems, place, &refusal.fault, refusal.inputs);
    }
    for (month, held) in reservoir.months.iter().zip(&found.months) {
        let mut say = |column: Month, kind| {
            problems.push(Problem { place: months.cell(RowId(month.key), column), kind });
        };
        let above = |limit: &Option<Figure>| exceeds(&held.storage, limit);
        if exceeds(&reservoir.dead, &held.storage) {
            say(Month::Storage, ProblemKind::BelowDead);
        }
        if above(&flood_limit) {
            say(Month::Storage, ProblemKind::AboveFloodLimit);
        }
        if exceeds(&ecology, &month.supplies[3]) {
            say(Month::Ecology, ProblemKind::EcologyUnmet);
        }
    }
    found
}

/// The curve, levels ascending; a point that falls where it should rise is left out.
fn read_curve(sheet: &Row, row: &Row, problems: &mut Vec<Problem>, lacks: &mut bool) -> Vec<CurvePoint> {
    let at = CURVE_POINTS.at(&[sheet.id, row.id]);
    let mut points: Vec<CurvePoint> = Vec::new();
    for (index, point) in filled(row.rows(&CURVE_POINTS)) {
        let mut cells = Cells::new(at, point, label("", index), problems);
        cells.ask(Point::Level, ProblemKind::Blank);
        let (level, area) = (cells.number(Point::Level), cells.number(Point::Area));
        let storage = cells.number(Point::Storage);
        *lacks |= cells.lacks();
        let Some(level) = level else { continue };
        let falls = points.last().is_some_and(|last| {
            let below = |one: &Option<Figure>, other: &Option<Figure>| {
                one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| other.value() < one.value())
            };
            level.value() <= last.level.value() || below(&last.storage, &storage) || below(&last.area, &area)
        });
        if falls {
            cells.report(Point::Level, ProblemKind::CurveFalls);
            *lacks = true;
            continue;
        }
        points.push(CurvePoint { level, area, storage });
    }
    points
}

/// The months in order, each once; ten-day periods are `3上`, `3中`, `3下`.
fn read_months(sheet: &Row, row: &Row, problems: &mut Vec<Problem>) -> Vec<ReservoirMonthly> {
    let at = RESERVOIR_MONTHS.at(&[sheet.id, row.id]);
    let year = read_year(&sheet[RegionEntry::Year]);
    let mut months: Vec<(u32, ReservoirMonthly)> = Vec::new();
    for (index, month) in filled(row.rows(&RESERVOIR_MONTHS)) {
        let mut cells = Cells::new(at, month, label(&month[Month::Month], index), problems);
        let number = |cells: &mut Cells<'_>, column: Month| cells.number(column);
        let one = ReservoirMonthly {
            key: month.id.0,
            inflow: number(&mut cells, Month::Inflow),
            supplies: [Month::Irrigation, Month::Industry, Month::Domestic, Month::Ecology]
                .map(|column| number(&mut cells, column)),
            planned: number(&mut cells, Month::Planned),
            pan: number(&mut cells, Month::Pan),
            land: number(&mut cells, Month::Land),
            seepage: number(&mut cells, Month::Seepage),
            spill: number(&mut cells, Month::Spill),
            level: number(&mut cells, Month::Level),
            storage: number(&mut cells, Month::Storage),
            lacks: cells.lacks(),
        };
        match period(cells.text(Month::Month)) {
            None => cells.report(Month::Month, ProblemKind::NotAMonth),
            Some((Some(of), _)) if year.is_some_and(|year| of != year) => {
                cells.report(Month::Month, ProblemKind::MonthOfOtherYear);
            }
            Some((_, period)) if months.iter().any(|(known, _)| *known == period) => {
                cells.report(Month::Month, ProblemKind::Repeated);
            }
            Some((_, period)) => months.push((period, one)),
        }
    }
    let sorted = order(months.len(), &mut |a, b| months[a].0.cmp(&months[b].0));
    let mut months: Vec<Option<ReservoirMonthly>> =
        months.into_iter().map(|(_, month)| Some(month)).collect();
    sorted.iter().filter_map(|place| months[*place].take()).collect()
}

/// Year where it is told, and the place of a month or a third of one in the year: `5`, `5月`, `2023-05`, `5中`, `5月下旬`.
fn period(text: &str) -> Option<(Option<i32>, u32)> {
    let text = text.trim();
    let (year, text) = match text.split_once(['-', '/', '年']) {
        Some((year, month)) => (Some(read_year(year)?), month),
        None => (None, text),
    };
    let text = text.trim_end_matches('旬');
    let (text, third) = match text.char_indices().last()? {
        (at, '上') => (&text[..at], 1),
        (at, '中') => (&text[..at], 2),
        (at, '下') => (&text[..at], 3),
        _ => (text, 0),
    };
    let month: u32 = text.trim_end_matches('月').trim().parse().ok()?;
    (1..=12).contains(&month).then_some((year, month * 4 + third))
}

#[cfg(test)]
mod tests {
    use super::period;

    #[test]
    fn months_and_thirds_of_them_are_read() {
        let read = ["5", " 5月", "2023-05", "2023年5月", "5上", "5月中旬", "12下旬"].map(period);
        let [may, upper] = [20, 21];
        assert_eq!(read[..2], [Some((None, may)); 2]);
        assert_eq!(read[2..4], [Some((Some(2023), may)); 2]);
        assert_eq!(read[4..], [Some((None, upper)), Some((None, upper + 1)), Some((None, 51))]);
        assert_eq!(["", "13", "0", "五", "上", "2023-"].map(period), [None; 6]);
    }
}
