//! A year's water need: the station's months and the crops of the season.

use std::collections::HashSet;

use crate::evaluate::cells::{Cells, filled, label, refused_cell, twice};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::irrigation::{
    CropSeasonPlan, PlannedCrop, StationMonth, WaterNeedAt, WaterNeedFigures, compute_water_need,
};
use crate::ledger::{MONTHS, MonthColumn, Row, RowId, SEASONS, SeasonColumn, YearEntry};
use crate::metric::Figure;
use crate::quantity::{read_day_of_year, read_number};

/// What a year's crops need, and everything that is wrong or odd.
pub(super) fn evaluate_water_need(sheet: &Row) -> (WaterNeedFigures, Vec<Problem>) {
    let mut problems = Vec::new();
    let year = sheet[YearEntry::Year].trim().to_string();
    let mut entries = Cells::of_sheet(sheet, year, &mut problems);
    let latitude = entries.number(YearEntry::Latitude);
    let altitude = entries.number(YearEntry::Altitude);
    let efficiency = entries.number(YearEntry::Efficiency);
    let (months, crops) = (months(sheet, &mut problems), crops(sheet, &mut problems));
    let plan = CropSeasonPlan { latitude, altitude, efficiency, months, crops };
    if !plan.months.is_empty() {
        let mut entries = Cells::of_sheet(sheet, String::new(), &mut problems);
        entries.ask(YearEntry::Latitude, ProblemKind::Blank);
        entries.ask(YearEntry::Altitude, ProblemKind::Blank);
    }
    let figures = compute_water_need(&plan);
    for refusal in &figures.refusals {
        let fault = &refusal.fault;
        let place = match refusal.at {
            WaterNeedAt::Month(row) => {
                let tmax = MonthColumn::Tmax;
                refused_cell(MONTHS.at(&[sheet.id]), RowId(row), fault, tmax)
            }
            WaterNeedAt::Crop(row) => {
                let name = SeasonColumn::Name;
                refused_cell(SEASONS.at(&[sheet.id]), RowId(row), fault, name)
            }
            WaterNeedAt::Whole => continue,
        };
        refuse(&mut problems, place, fault, refusal.inputs);
    }
    (figures, problems)
}

fn months(sheet: &Row, problems: &mut Vec<Problem>) -> Vec<StationMonth> {
    use MonthColumn as At;
    let table = MONTHS.at(&[sheet.id]);
    let mut seen = HashSet::new();
    let month = |(_, row): (usize, &Row)| {
        let mut cells = Cells::new(table, row, month_label(sheet, row), problems);
        let month = read_number(cells.text(At::Month).trim_end_matches('月')).ok().flatten();
        let month = month.filter(|n| n.fract() == 0.0 && (1.0..=12.0).contains(n)).map(|n| n as u32);
        if month.is_none() {
            cells.report(At::Month, ProblemKind::NotAMonth);
        }
        // A month met twice would be counted twice.
        let repeated = month.is_some_and(|month| !seen.insert(month));
        if repeated {
            cells.report(At::Month, ProblemKind::Repeated);
        }
        for column in [At::Tmax, At::Tmin] {
            cells.ask(column, ProblemKind::Blank);
        }
        let mut number = |column: At| cells.number(column);
        StationMonth {
            key: row.id.0,
            month: month.filter(|_| !repeated),
            tmax: number(At::Tmax),
            tmin: number(At::Tmin),
            humidity: number(At::Humidity),
            wind: number(At::Wind),
            sunshine: number(At::Sunshine),
            rain: number(At::Rain),
        }
    };
    filled(sheet.rows(&MONTHS)).map(month).collect()
}

/// What to call a month in any language: year and month, as in `2023-4`.
fn month_label(sheet: &Row, row: &Row) -> String {
    let named = [sheet[YearEntry::Year].trim(), row[MonthColumn::Month].trim().trim_end_matches('月')];
    named.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn crops(sheet: &Row, problems: &mut Vec<Problem>) -> Vec<PlannedCrop> {
    use SeasonColumn as At;
    let table = SEASONS.at(&[sheet.id]);
    let duplicates = twice(sheet.rows(&SEASONS).iter().map(|row| &row[SeasonColumn::Name]));
    let crop = |(index, row): (usize, &Row)| {
        let mut cells = Cells::new(table, row, label(&row[SeasonColumn::Name], index), problems);
        if duplicates.contains(cells.text(At::Name)) {
            cells.report(At::Name, ProblemKind::DuplicateName);
        }
        let start = read_day_of_year(cells.text(At::Start));
        if start.is_none() {
            cells.report(At::Start, ProblemKind::NotADay);
        }
        let needed = At::ALL.iter().filter(|column| !matches!(column, At::Name | At::Start));
        needed.for_each(|column| cells.ask(*column, ProblemKind::Blank));
        let mut positive = |column: At| cells.number(column);
        let crop = PlannedCrop {
            key: row.id.0,
            share: positive(At::Share),
            start,
            stages: [At::Initial, At::Development, At::Middle, At::Late].map(&mut positive),
            coefficients: [At::KcInitial, At::KcMiddle, At::KcEnd].map(&mut positive),
        };
        let days: f64 = crop.stages.iter().flatten().map(Figure::value).sum();
        if days > 366.0 {
            cells.report(At::Late, ProblemKind::SeasonTooLong { days });
        }
        crop
    };
    filled(sheet.rows(&SEASONS)).map(crop).collect()
}
