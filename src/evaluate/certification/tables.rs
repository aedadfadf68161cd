//! The tables of an institution's year, and the entries beside them.

use super::{Indicator, ReviewResults};
use crate::catalog::{Constant, person_quota};
use crate::evaluate::cells::{Cells, each, exceeds};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::institution::{
    EfficiencyGrade, Fixtures, InstitutionFigures, InstitutionYear, Meters, NetworkLeakRate, Night,
    PeopleGroup, PeopleKind, UseKind,
};
use crate::ledger::{
    FIXTURES, FixtureColumn, INSTITUTION_METERS, InstitutionMeterColumn, NIGHTS, NightColumn, PEOPLE,
    PeopleColumn, Place, REVIEWS, ReviewEntry, Row, USES, UseColumn,
};
use crate::metering::{MeterLevel, NightWindow, RecordSaid, RecordedAs, lowest_night_flows, readings};
use crate::metric::{Figure, InputQuantity, Metric};
use crate::quantity::{Quantity, Unit};
use crate::text::Key;

/// So many of the lowest flows make the flow of the night: one alone may be a gap of the record.
const LOWEST: usize = 3;

/// What the tables say.
pub(super) fn read_institution(sheet: &Row, problems: &mut Vec<Problem>) -> InstitutionYear {
    let mut entries = Cells::of_sheet(sheet, sheet[ReviewEntry::Institution].trim().to_string(), problems);
    let mut number = |entry: ReviewEntry| entries.number(entry);
    let (supplied, days) = (number(ReviewEntry::Supplied), number(ReviewEntry::Days));
    let (weight, mean) = (number(ReviewEntry::Weight), number(ReviewEntry::Mean));
    let (general, advanced) = (number(ReviewEntry::General), number(ReviewEntry::Advanced));
    let typed = entries.text(ReviewEntry::Quota);
    let quota = person_quota(typed);
    if quota.is_none() && !typed.is_empty() {
        entries.report(ReviewEntry::Quota, ProblemKind::UnknownChoice);
    }
    // A value that is typed goes before that of the standard that was chosen.
    let of_quota = |value: Option<&Constant>| Some(value?.figure_in(Unit::CubicMetrePerPersonYear));
    let general = general.or_else(|| of_quota(quota?.general()));
    let advanced = advanced.or_else(|| of_quota(quota?.advanced()));
    let lacks_weight = entries.is_unreadable(ReviewEntry::Weight);
    let nights = each(sheet, &NIGHTS, problems, |cells, row| {
        let night = night(cells, row);
        let lacks = night.is_none() && !cells.text(NightColumn::Record).is_empty();
        (night, lacks)
    });
    InstitutionYear {
        people: people(sheet, problems),
        // The rubric says how people count, not the sheet.
        weights: Vec::new(),
        weight,
        lacks_weight,
        days,
        supplied,
        uses: uses(sheet, problems),
        fixtures: each(sheet, &FIXTURES, problems, fixtures),
        meters: each(sheet, &INSTITUTION_METERS, problems, meters),
        mean,
        general,
        advanced,
        lacks_nights: nights.iter().any(|(_, lacks)| *lacks),
        nights: nights.into_iter().filter_map(|(night, _)| night).collect(),
    }
}

/// 供水量 of a sheet, the total that was typed.
pub(in crate::evaluate) fn supplied(sheet: &Row) -> Option<Figure> {
    let mut problems = Vec::new();
    let label = sheet[ReviewEntry::Institution].trim().to_string();
    Cells::of_sheet(sheet, label, &mut problems).number(ReviewEntry::Supplied)
}

fn people(sheet: &Row, problems: &mut Vec<Problem>) -> Vec<PeopleGroup> {
    use PeopleColumn as At;
    let group = |cells: &mut Cells<'_>, _: &Row| {
        let kind = cells.choice::<PeopleKind>(At::Kind);
        cells.ask(At::Kind, ProblemKind::NoKind);
        let days = cells.number(At::Days);
        if kind == Some(PeopleKind::Visitor) {
            cells.ask(At::Days, ProblemKind::Blank);
        }
        PeopleGroup { kind, count: cells.number(At::Count), days }
    };
    each(sheet, &PEOPLE, problems, group)
}

fn uses(sheet: &Row, problems: &mut Vec<Problem>) -> Vec<(Option<UseKind>, Option<Figure>)> {
    use UseColumn as At;
    let one = |cells: &mut Cells<'_>, _: &Row| {
        let kind = cells.choice::<UseKind>(At::Kind);
        (kind, cells.number(At::Amount))
    };
    each(sheet, &USES, problems, one)
}

fn fixtures(cells: &mut Cells<'_>, _: &Row) -> Fixtures {
    use FixtureColumn as At;
    let grade = cells.choice::<EfficiencyGrade>(At::Grade);
    let mut number = |column: At| cells.number(column);
    let (total, typed) = (number(At::Count), number(At::Saving));
    let (inspected, leaking) = (number(At::Inspected), number(At::Leaking));
    // A grade says of all fixtures of the row whether they save water; a typed number says it better.
    let by_grade = grade.filter(|grade| grade.is_saving()).and(total.clone());
    if exceeds(&typed, &total) {
        cells.report(At::Saving, ProblemKind::MoreThanTotal);
    }
    if exceeds(&inspected, &total) {
        cells.report(At::Inspected, ProblemKind::MoreThanTotal);
    }
    if exceeds(&leaking, &inspected) {
        cells.report(At::Leaking, ProblemKind::MoreThanTotal);
    }
    Fixtures { total, saving: typed.or(by_grade), inspected, leaking }
}

fn meters(cells: &mut Cells<'_>, row: &Row) -> Meters {
    use InstitutionMeterColumn as At;
    let level = cells.choice::<MeterLevel>(At::Level);
    cells.ask(At::Level, ProblemKind::NoKind);
    let mut number = |column: At| cells.number(column);
    let meters = Meters {
        key: row.id.0,
        level,
        required: number(At::Required),
        installed: number(At::Installed),
        working: number(At::Working),
        metered: number(At::Metered),
        water: number(At::Water),
    };
    for (column, part, whole) in
        [(At::Working, &meters.working, &meters.installed), (At::Metered, &meters.metered, &meters.water)]
    {
        if exceeds(part, whole) {
            cells.report(column, ProblemKind::MoreThanTotal);
        }
    }
    meters
}

fn night(cells: &mut Cells<'_>, row: &Row) -> Option<Night> {
    use NightColumn as At;
    let kind = cells.choice::<RecordedAs>(At::Kind);
    let (step, column) = (cells.number(At::Step), cells.number(At::Column));
    let legitimate = cells.number(At::Legitimate);
    let text = cells.text(At::Record);
    if text.is_empty() {
        return None;
    }
    let step = step.and_then(|step| step.quantity().to(Unit::Minute)).map(|step| step.value as u32);
    let column = column.map(|column| column.value() as usize);
    let record = match readings(text, RecordSaid { kind, step, column }) {
        Ok(record) => record,
        Err(fault) => {
            cells.report(At::Record, ProblemKind::Readings(fault));
            return None;
        }
    };
    let flows = lowest_night_flows(&record.volumes, record.step, record.begin, NightWindow::USUAL, LOWEST);
    if flows.is_empty() {
        cells.report(At::Record, ProblemKind::NoNight);
        return None;
    }
    let flow = |value: f64| cells.figure(At::Record, Quantity::new(value, Unit::CubicMetrePerHour), 0.0);
    let lowest = flows.into_iter().map(flow).collect();
    let none = || {
        // Nothing was said of it: then all that flows at night is leak.
        let input_quantity = InputQuantity {
            id: 0,
            label: cells.text(At::Meter).to_string(),
            name: Key::ColumnLegitimate.words(),
        };
        Figure::typed(Quantity::new(0.0, Unit::CubicMetrePerHour), 0.0, input_quantity)
    };
    Some(Night { key: row.id.0, lowest, legitimate: legitimate.unwrap_or_else(none) })
}

/// Notes what the formulas refuse, at the table or entry that most of it stands in.
pub(super) fn diagnose_institution(sheet: &Row, figures: &InstitutionFigures, problems: &mut Vec<Problem>) {
    for (_, offer) in &figures.offers {
        let Some(Err(fault)) = &offer.figure else { continue };
        // Where it stands is known by the first typed number that goes into it.
        let typed = offer.inputs.iter().flat_map(|(_, figure)| leaves(figure)).next();
        let place = typed.and_then(|input_id| Place::in_sheet(input_id, sheet));
        let place = place.unwrap_or(REVIEWS.entry(sheet.id, ReviewEntry::Supplied));
        refuse(problems, place, fault, offer.metric.inputs());
    }
}

/// Two meters of class 2, each 2 % off, put what is supplied and not used 2.8 % of the supply off; so much and no more may lie
/// between two ways to the leakage.
const LEAKAGE_AGREES: f64 = 3.0;

/// What it means that the leakage by the flow of the night is another than the one that is scored.
pub(super) fn diagnose_leakage(sheet: &Row, results: &ReviewResults, problems: &mut Vec<Problem>) {
    let figures = &results.figures;
    let Some(night) = sheet.rows(&NIGHTS).iter().find(|row| !row[NightColumn::Record].trim().is_empty())
    else {
        return;
    };
    let place = NIGHTS.at(&[sheet.id]).cell(night.id, NightColumn::Record);
    let by_tables = figures.figure(NetworkLeakRate::INFO.id);
    let by_night = match &figures.leak_by_night {
        Some(rate) => {
            if let Some(Err(fault)) = &rate.figure {
                refuse(problems, place, fault, rate.metric.inputs());
            }
            rate.value()
        }
        None => by_tables.filter(|_| figures.night_leak.is_some()).cloned(),
    };
    let is_of_rubric =
        |of: &&Indicator| of.metric.is_some_and(|metric| metric.info().id == NetworkLeakRate::INFO.id);
    let scored = results.indicators.iter().find(is_of_rubric).and_then(|of| of.figure.as_ref());
    let Some((by_night, by_use)) = by_night.zip(scored.or(by_tables)) else { return };
    let (by_night, by_use) = (by_night.value(), by_use.value());
    if (by_night - by_use).abs() > LEAKAGE_AGREES {
        let kind = match by_night > by_use {
            true => ProblemKind::NightAbove { by_night, by_use },
            false => ProblemKind::NightBelow { by_night, by_use },
        };
        problems.push(Problem { place, kind });
    }
}

/// The typed numbers below a figure.
fn leaves(figure: &Figure) -> Vec<u64> {
    use crate::metric::Origin;
    match figure.origin() {
        Origin::Typed(input_quantity) => vec![input_quantity.id],
        Origin::Reference { .. } => Vec::new(),
        Origin::Computed { inputs, .. } => inputs.iter().flat_map(|(_, figure)| leaves(figure)).collect(),
    }
}
