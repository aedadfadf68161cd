//! Measures applied: a plant's sheet as it would be.

use std::sync::Arc;

use super::targets::Target;
use crate::evaluate::cells::typed_number;
use crate::evaluate::change::{NumberChange, number_change};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::industry::{SupplyClass, SupplyKind};
use crate::ledger::{
    CHANGES, ChangeColumn, Column, ColumnSpec, FLOWS, FlowColumn, Place, Row, SUPPLIES, SupplyColumn,
    WATER_UNITS, WaterUnitColumn,
};
use crate::numeric::plain;
use crate::quantity::{Quantity, TypedError, Unit};
use crate::text::{Coded, Language};

/// A change of a number, as it was read.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// The number.
    place: Place,
    by: NumberChange,
    /// Where it was typed.
    typed_at: Place,
}

/// The changes of each measure, in the order of the names, and whether one is left out: what cannot be read, or acts on nothing that
/// is there, is said.
pub(super) fn read_changes(
    sheet: &Row,
    names: &[&str],
    known: &[Target<'_>],
    problems: &mut Vec<Problem>,
) -> Vec<(Vec<Change>, bool)> {
    let mut of_measures = vec![(Vec::new(), false); names.len()];
    let table = CHANGES.at(&[sheet.id]);
    for row in sheet.rows(&CHANGES).iter().filter(|row| !row.is_blank()) {
        let mut report = |column: ChangeColumn, kind| {
            problems.push(Problem { place: table.cell(row.id, column), kind });
        };
        let measure = row[ChangeColumn::Measure].trim();
        let Some(at) = names.iter().position(|name| *name == measure && !name.is_empty()) else {
            report(ChangeColumn::Measure, ProblemKind::UnknownMeasure);
            continue;
        };
        let Some(target) = known.iter().find(|target| target.is_called(&row[ChangeColumn::Target])) else {
            // Without the plant's sheet nothing is known, which is said once, at the year.
            of_measures[at].1 = true;
            if !known.is_empty() {
                report(ChangeColumn::Target, ProblemKind::NothingToChange);
            }
            continue;
        };
        let unit = target.column.unit().unwrap_or(Unit::One);
        match number_change(row[ChangeColumn::Change].trim(), unit) {
            // A doubt of the change itself would have to stand beside that of the number, of which it is none.
            Some((_, u)) if u > 0.0 => {
                of_measures[at].1 = true;
                report(ChangeColumn::Change, ProblemKind::Typed(TypedError::UncertaintyHere));
            }
            Some((by, _)) => of_measures[at].0.push(Change {
                place: target.place,
                by,
                typed_at: table.cell(row.id, ChangeColumn::Change),
            }),
            None => {
                of_measures[at].1 = true;
                report(ChangeColumn::Change, ProblemKind::BadNumberChange);
            }
        }
    }
    of_measures
}

/// The sheet after changes, one after the other: each acts on what those before it have left. The main meters of sources follow what
/// is drawn from them. None where nothing changes; what would leave less than nothing is said and left out.
pub(super) fn sheet_after(sheet: &Arc<Row>, changes: &[&Change]) -> (Option<Arc<Row>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut after: Option<Row> = None;
    // Who says what the meters show needs no following.
    let is_metered_apart = changes.iter().any(|change| change.place.table.spec == &SUPPLIES);
    for change in changes {
        let now = after.as_ref().unwrap_or(sheet);
        let (Some(column), Some(row)) = (change.place.column, row_at(now, change.place)) else { continue };
        let unit = column.unit().unwrap_or(Unit::One);
        let Ok(Some((old, u))) = typed_number(row.text(column), unit) else { continue };
        let Some((value, u)) = changed(old, u, change) else { continue };
        if value < 0.0 {
            problems.push(Problem { place: change.typed_at, kind: ProblemKind::LessThanNothing });
            continue;
        }
        if value == old.value && u == 0.0 {
            if change.by != NumberChange::Times(1.0) {
                problems.push(Problem { place: change.typed_at, kind: ProblemKind::ChangesNothing });
            }
            continue;
        }
        let mut next = now.clone();
        set(&mut next, change.place, column, text_of(value, u, unit));
        if !is_metered_apart {
            follow(&mut next, change.place, old.value - value);
        }
        after = Some(next);
    }
    (after.map(Arc::new), problems)
}

/// The number after a change, with its standard uncertainty.
fn changed(old: Quantity, u: f64, change: &Change) -> Option<(f64, f64)> {
    Some(match change.by {
        NumberChange::To(new) => (new.to(old.unit)?.value, 0.0),
        NumberChange::By(by) => (old.value + by.to(old.unit)?.value, u),
        NumberChange::Times(share) => (old.value * share, u * share.abs()),
    })
}

/// The number as it would be typed.
fn text_of(value: f64, u: f64, unit: Unit) -> String {
    let unit = if unit == Unit::One { "" } else { unit.symbol(Language::Chinese) };
    match u > 0.0 {
        true => format!("{} ± {} {unit}", plain(value), plain(u)),
        false => format!("{} {unit}", plain(value)),
    }
}

fn row_at(sheet: &Row, place: Place) -> Option<&Arc<Row>> {
    sheet.row(place.table.spec, place.row)
}

fn set(sheet: &mut Row, place: Place, column: &'static ColumnSpec, text: String) {
    let table = place.table.spec;
    let changed = |row: &Arc<Row>| match row.id == place.row {
        true => {
            let mut row = Row::clone(row);
            row.set(column, text.clone());
            Arc::new(row)
        }
        false => row.clone(),
    };
    let rows: Vec<Arc<Row>> = sheet.rows(table).iter().map(changed).collect();
    *sheet = sheet.clone().holding(table, rows);
}

/// Lets the main meters of the sources show less by what is drawn less: of the source that is named, or of those of the class in
/// the shares that they have.
fn follow(sheet: &mut Row, place: Place, less: f64) {
    let is_meant: Box<dyn Fn(&Row) -> bool> = if place.table.spec == &WATER_UNITS {
        let Some(class) = place.column.and_then(class_of) else { return };
        Box::new(move |row| {
            let kind = SupplyKind::from_typed(&row[SupplyColumn::Kind]);
            kind.map_or(SupplyClass::Other, SupplyKind::class) == class
        })
    } else if place.table.spec == &FLOWS {
        let Some(flow) = row_at(sheet, place).cloned() else { return };
        Box::new(move |row| row[SupplyColumn::Name].trim() == flow[FlowColumn::From].trim())
    } else {
        return;
    };
    let drawn = |row: &Row| {
        let typed = typed_number(&row[SupplyColumn::Amount], Unit::CubicMetre);
        typed.ok().flatten().map(|(amount, u)| (row.id, amount.value, u))
    };
    let meters: Vec<_> =
        sheet.rows(&SUPPLIES).iter().filter(|row| is_meant(row)).filter_map(|row| drawn(row)).collect();
    let all: f64 = meters.iter().map(|(_, amount, _)| amount).sum();
    for (row, amount, u) in meters.into_iter().filter(|_| all > 0.0) {
        let left = (amount - less * amount / all).max(0.0);
        let meter = SUPPLIES.at(&[sheet.id]).cell(row, SupplyColumn::Amount);
        set(sheet, meter, SupplyColumn::Amount.spec(), text_of(left, u, Unit::CubicMetre));
    }
}

/// The class of fresh water that a column of the units' table counts.
fn class_of(column: &'static ColumnSpec) -> Option<SupplyClass> {
    let columns = [
        (WaterUnitColumn::Town, SupplyClass::Town),
        (WaterUnitColumn::Surface, SupplyClass::Surface),
        (WaterUnitColumn::Ground, SupplyClass::Ground),
        (WaterUnitColumn::Other, SupplyClass::Other),
        (WaterUnitColumn::NonConventional, SupplyClass::NonConventional),
    ];
    columns.into_iter().find(|(one, _)| one.spec() == column).map(|(_, class)| class)
}
