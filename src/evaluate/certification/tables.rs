//! The tables of a unit's year, and the entries beside them.

use std::sync::Arc;

use super::read::{entry, place};
use crate::evaluate::cells::{Allowed, Cells, row_label};
use crate::evaluate::entry::EntryRange;
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::ledger::{
    FixtureColumn, FixtureRow, NightColumn, NightRow, PeopleColumn, Place, ReviewEntry, ReviewSheet,
    ReviewTable, TableAt, TypedRow, UnitMeterColumn, UnitMeterRow, UseColumn,
};
use crate::metering::{MeterLevel, NightWindow, RecordedAs, lowest_night_flows, readings};
use crate::metric::{Figure, Leaf};
use crate::quantity::{Quantity, Unit};
use crate::text::Key;
use crate::unit::{
    EfficiencyGrade, Fixtures, Meters, Night, PeopleGroup, PeopleKind, UnitFigures, UnitYear, UseKind,
};

/// So many of the lowest flows make the flow of the night: one alone may be a gap of the record.
const LOWEST: usize = 3;

/// What the tables say.
pub(super) fn read_unit(sheet: &ReviewSheet, problems: &mut Vec<Problem>) -> UnitYear {
    let mut number = |which, unit, high| entry(sheet, which, unit, EntryRange { low: 0.0, high }, problems);
    let supplied = number(ReviewEntry::Supplied, Unit::CubicMetre, f64::MAX);
    let days = number(ReviewEntry::Days, Unit::Day, 366.0);
    let weight = number(ReviewEntry::Weight, Unit::One, 1.0);
    let per_person = Unit::CubicMetrePerPersonYear;
    let mean = number(ReviewEntry::Mean, per_person, f64::MAX);
    let general = number(ReviewEntry::General, per_person, f64::MAX);
    let advanced = number(ReviewEntry::Advanced, per_person, f64::MAX);
    UnitYear {
        people: people(sheet, problems),
        weight,
        days,
        supplied,
        uses: uses(sheet, problems),
        fixtures: each(sheet, ReviewTable::Fixtures, &sheet.fixtures, problems, fixtures),
        meters: each(sheet, ReviewTable::Meters, &sheet.meters, problems, meters),
        mean,
        general,
        advanced,
        nights: each(sheet, ReviewTable::Nights, &sheet.nights, problems, night)
            .into_iter()
            .flatten()
            .collect(),
    }
}

/// What each filled row of a table comes to.
fn each<R: TypedRow, T>(
    sheet: &ReviewSheet,
    table: ReviewTable,
    rows: &[Arc<R>],
    problems: &mut Vec<Problem>,
    make: impl Fn(&mut Cells<'_, R>, &R) -> T,
) -> Vec<T> {
    let filled = rows.iter().map(|row| &**row).enumerate().filter(|(_, row)| !row.is_blank());
    filled
        .map(|(index, row)| {
            let at = TableAt::Review(sheet.id, table);
            make(&mut Cells::new(at, row, row_label(row, index), problems), row)
        })
        .collect()
}

fn people(sheet: &ReviewSheet, problems: &mut Vec<Problem>) -> Vec<PeopleGroup> {
    use PeopleColumn as At;
    let group = |cells: &mut Cells<'_, _>, _: &_| {
        let kind = cells.choice::<PeopleKind>(At::Kind.index());
        cells.ask(At::Kind.index(), ProblemKind::NoKind);
        let days = cells.number(At::Days.index(), Allowed::NotNegative);
        if kind == Some(PeopleKind::Visitor) {
            cells.ask(At::Days.index(), ProblemKind::Blank);
        }
        Some(PeopleGroup { kind, count: cells.number(At::Count.index(), Allowed::NotNegative)?, days })
    };
    each(sheet, ReviewTable::People, &sheet.people, problems, group).into_iter().flatten().collect()
}

fn uses(sheet: &ReviewSheet, problems: &mut Vec<Problem>) -> Vec<(Option<UseKind>, Figure)> {
    use UseColumn as At;
    let one = |cells: &mut Cells<'_, _>, _: &_| {
        let kind = cells.choice::<UseKind>(At::Kind.index());
        Some((kind, cells.number(At::Amount.index(), Allowed::NotNegative)?))
    };
    each(sheet, ReviewTable::Uses, &sheet.uses, problems, one).into_iter().flatten().collect()
}

fn fixtures(cells: &mut Cells<'_, FixtureRow>, _: &FixtureRow) -> Fixtures {
    use FixtureColumn as At;
    let grade = cells.choice::<EfficiencyGrade>(At::Grade.index());
    let mut number = |column: At| cells.number(column.index(), Allowed::NotNegative);
    let (total, typed) = (number(At::Count), number(At::Saving));
    let (inspected, leaking) = (number(At::Inspected), number(At::Leaking));
    // A grade says of all fixtures of the row whether they save water; a typed number says it better.
    let by_grade = grade.filter(|grade| grade.is_saving()).and(total.clone());
    let exceeds = |part: &Option<Figure>, whole: &Option<Figure>| matches!((part, whole), (Some(p), Some(w)) if p.value() > w.value());
    if exceeds(&typed, &total) {
        cells.report(At::Saving.index(), ProblemKind::MoreThanTotal);
    }
    if exceeds(&inspected, &total) {
        cells.report(At::Inspected.index(), ProblemKind::MoreThanTotal);
    }
    if exceeds(&leaking, &inspected) {
        cells.report(At::Leaking.index(), ProblemKind::MoreThanTotal);
    }
    Fixtures { total, saving: typed.or(by_grade), inspected, leaking }
}

fn meters(cells: &mut Cells<'_, UnitMeterRow>, row: &UnitMeterRow) -> Meters {
    use UnitMeterColumn as At;
    let level = cells.choice::<MeterLevel>(At::Level.index());
    cells.ask(At::Level.index(), ProblemKind::NoKind);
    let mut number = |column: At| cells.number(column.index(), Allowed::NotNegative);
    Meters {
        key: row.id.0,
        level,
        required: number(At::Required),
        installed: number(At::Installed),
        working: number(At::Working),
        metered: number(At::Metered),
        water: number(At::Water),
    }
}

fn night(cells: &mut Cells<'_, NightRow>, row: &NightRow) -> Option<Night> {
    use NightColumn as At;
    let kind = cells.choice::<RecordedAs>(At::Kind.index()).unwrap_or(RecordedAs::Volume);
    let step = cells.number(At::Step.index(), Allowed::Positive);
    let legitimate = cells.number(At::Legitimate.index(), Allowed::NotNegative);
    let text = cells.text(At::Record.index());
    if text.is_empty() {
        return None;
    }
    let minutes = step.and_then(|step| step.quantity().to(Unit::Minute)).map(|step| step.value as u32);
    let record = match readings(text, kind, minutes) {
        Ok(record) => record,
        Err(fault) => {
            cells.report(At::Record.index(), ProblemKind::Readings(fault));
            return None;
        }
    };
    let flows = lowest_night_flows(&record.volumes, record.step, NightWindow::USUAL, LOWEST);
    if flows.is_empty() {
        cells.report(At::Record.index(), ProblemKind::NoNight);
        return None;
    }
    let flow =
        |value: f64| cells.figure(At::Record.index(), Quantity::new(value, Unit::CubicMetrePerHour), 0.0);
    let lowest = flows.into_iter().map(flow).collect();
    let none = || {
        // Nothing was said of it: then all that flows at night is leak.
        let leaf = Leaf {
            id: 0,
            label: cells.text(At::Meter.index()).to_string(),
            name: Key::ColumnLegitimate.words(),
        };
        Figure::typed(Quantity::new(0.0, Unit::CubicMetrePerHour), 0.0, leaf)
    };
    Some(Night { key: row.id.0, lowest, legitimate: legitimate.unwrap_or_else(none) })
}

/// Notes what the formulas refuse, at the table or entry that most of it stands in.
pub(super) fn diagnose_unit(sheet: &ReviewSheet, figures: &UnitFigures, problems: &mut Vec<Problem>) {
    for (_, offer) in &figures.offers {
        let Some(Err(fault)) = &offer.figure else { continue };
        // Where it stands is known by the first typed number that goes into it.
        let typed = offer.inputs.iter().flat_map(|(_, figure)| leaves(figure)).next();
        let place = typed.and_then(|leaf| Place::in_review(leaf, sheet));
        let place = place.unwrap_or(self::place(sheet, ReviewEntry::Supplied));
        refuse(problems, place, fault, offer.metric.inputs());
    }
}

/// The typed numbers below a figure.
fn leaves(figure: &Figure) -> Vec<u64> {
    use crate::metric::Origin;
    match figure.origin() {
        Origin::Typed(leaf) => vec![leaf.id],
        Origin::Reference { .. } => Vec::new(),
        Origin::Computed { inputs, .. } => inputs.iter().flat_map(|(_, figure)| leaves(figure)).collect(),
    }
}
