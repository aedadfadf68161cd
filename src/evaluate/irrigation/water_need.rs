//! A year's water need: the station's months and the crops of the season.

use std::collections::HashSet;

use crate::evaluate::cells::{Allowed, Cells, label, refused_cell, twice};
use crate::evaluate::entry::{EntryRange, read_entry};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::irrigation::{
    CropSeasonPlan, PlannedCrop, StationMonth, WaterNeedAt, WaterNeedFigures, assess_water_need,
};
use crate::ledger::{
    Entry, MonthColumn, MonthRow, Place, RowId, SeasonColumn, SeasonRow, TableAt, TypedRow, YearSheet,
};
use crate::quantity::{Unit, read_day_of_year, read_number};
use crate::text::Key;

/// What a year's crops need, and everything that is wrong or odd.
pub(super) fn evaluate_water_need(sheet: &YearSheet) -> (WaterNeedFigures, Vec<Problem>) {
    let mut problems = Vec::new();
    let typed = &sheet.water_need;
    let mut entry = |entry: Entry, text: &str, name: Key, unit: Unit, range: EntryRange| {
        read_entry(entry, text, (sheet.year.trim().to_string(), name.words()), unit, range, &mut problems)
    };
    let latitude = EntryRange { low: -90.0, high: 90.0 };
    let altitude = EntryRange { low: -430.0, high: 9000.0 };
    let plan = CropSeasonPlan {
        latitude: entry(Entry::Latitude(sheet.id), &typed.latitude, Key::Latitude, Unit::Degree, latitude),
        altitude: entry(Entry::Altitude(sheet.id), &typed.altitude, Key::Altitude, Unit::Metre, altitude),
        efficiency: entry(
            Entry::Efficiency(sheet.id),
            &typed.efficiency,
            Key::GrossEfficiency,
            Unit::One,
            EntryRange::COEFFICIENT,
        ),
        months: months(sheet, &mut problems),
        crops: crops(sheet, &mut problems),
    };
    if !plan.months.is_empty() {
        for (entry, typed) in
            [(Entry::Latitude(sheet.id), &typed.latitude), (Entry::Altitude(sheet.id), &typed.altitude)]
        {
            if typed.trim().is_empty() {
                problems.push(Problem { place: Place::Entry(entry), kind: ProblemKind::Blank });
            }
        }
    }
    let figures = assess_water_need(&plan);
    for refusal in &figures.refusals {
        let fault = &refusal.fault;
        let place = match refusal.at {
            WaterNeedAt::Month(row) => {
                let tmax = MonthColumn::Tmax.index();
                refused_cell::<MonthRow>(TableAt::Months(sheet.id), RowId(row), fault, tmax)
            }
            WaterNeedAt::Crop(row) => {
                let name = SeasonColumn::Name.index();
                refused_cell::<SeasonRow>(TableAt::Seasons(sheet.id), RowId(row), fault, name)
            }
            WaterNeedAt::Whole => continue,
        };
        refuse(&mut problems, place, fault, refusal.inputs);
    }
    (figures, problems)
}

fn months(sheet: &YearSheet, problems: &mut Vec<Problem>) -> Vec<StationMonth> {
    use MonthColumn as At;
    let table = TableAt::Months(sheet.id);
    let rows = &sheet.water_need.months;
    let mut seen = HashSet::new();
    let mut month = |row: &MonthRow| {
        let mut cells = Cells::new(table, row, month_label(sheet, row), problems);
        let number = read_number(cells.text(At::Month.index()).trim_end_matches('月')).ok().flatten();
        let number = number.filter(|n| n.fract() == 0.0 && (1.0..=12.0).contains(n)).map(|n| n as u32);
        if number.is_none() {
            cells.report(At::Month.index(), ProblemKind::NotAMonth);
        }
        // A month met twice would be counted twice.
        let repeated = number.is_some_and(|number| !seen.insert(number));
        if repeated {
            cells.report(At::Month.index(), ProblemKind::Repeated);
        }
        for column in [At::Tmax, At::Tmin] {
            cells.ask(column.index(), ProblemKind::Blank);
        }
        let mut number_of = |column: At, allowed| cells.number(column.index(), allowed);
        StationMonth {
            key: row.id.0,
            month: number.filter(|_| !repeated),
            tmax: number_of(At::Tmax, Allowed::Any),
            tmin: number_of(At::Tmin, Allowed::Any),
            humidity: number_of(At::Humidity, Allowed::NotNegative),
            wind: number_of(At::Wind, Allowed::NotNegative),
            sunshine: number_of(At::Sunshine, Allowed::NotNegative),
            rain: number_of(At::Rain, Allowed::NotNegative),
        }
    };
    rows.iter().filter(|row| !row.is_blank()).map(&mut month).collect()
}

/// What to call a month in any language: year and month, as in `2023-4`.
fn month_label(sheet: &YearSheet, row: &MonthRow) -> String {
    let named = [sheet.year.trim(), row.month.trim().trim_end_matches('月')];
    named.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn crops(sheet: &YearSheet, problems: &mut Vec<Problem>) -> Vec<PlannedCrop> {
    use SeasonColumn as At;
    let table = TableAt::Seasons(sheet.id);
    let duplicates = twice(sheet.water_need.crops.iter().map(|row| row.name.as_str()));
    let rows = sheet.water_need.crops.iter().enumerate().filter(|(_, row)| !row.is_blank());
    let mut crop = |(index, row): (usize, &SeasonRow)| {
        let mut cells = Cells::new(table, row, label(&row.name, index), problems);
        if duplicates.contains(cells.text(At::Name.index())) {
            cells.report(At::Name.index(), ProblemKind::DuplicateName);
        }
        let start = read_day_of_year(cells.text(At::Start.index()));
        if start.is_none() {
            cells.report(At::Start.index(), ProblemKind::NotADay);
        }
        let needed = At::ALL.iter().filter(|column| !matches!(column, At::Name | At::Start));
        needed.for_each(|column| cells.ask(column.index(), ProblemKind::Blank));
        let mut positive = |column: At| cells.number(column.index(), Allowed::Positive);
        PlannedCrop {
            key: row.id.0,
            share: positive(At::Share),
            start,
            stages: [At::Initial, At::Development, At::Middle, At::Late].map(&mut positive),
            coefficients: [At::KcInitial, At::KcMiddle, At::KcEnd].map(&mut positive),
        }
    };
    rows.map(&mut crop).collect()
}
