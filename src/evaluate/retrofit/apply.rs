//! Measures applied: a sheet as it would be.

use std::sync::Arc;

use super::subject::Subject;
use super::targets::Target;
use crate::evaluate::cells::typed_number;
use crate::evaluate::change::{NumberChange, number_change};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{CHANGES, ChangeColumn, ColumnKind, ColumnSpec, Place, Row};
use crate::numeric::plain;
use crate::quantity::{Quantity, Unit};
use crate::text::{Language, choice_of};

/// A change of what was typed, as it was read.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// What it changes.
    pub place: Place,
    to: To,
    /// The standard uncertainty of a number's change: of a share a share, else in the unit of the number.
    pub u: f64,
    /// Where it was typed.
    pub typed_at: Place,
}

impl Change {
    /// The change, so much greater as is in doubt of it.
    pub fn shifted(&self) -> Change {
        let more = |quantity: Quantity| Quantity::new(quantity.value + self.u, quantity.unit);
        let to = match &self.to {
            To::Number(NumberChange::To(new)) => To::Number(NumberChange::To(more(*new))),
            To::Number(NumberChange::By(by)) => To::Number(NumberChange::By(more(*by))),
            To::Number(NumberChange::Times(share)) => To::Number(NumberChange::Times(share + self.u)),
            To::Choice(code) => To::Choice(code.clone()),
        };
        Change { to, ..self.clone() }
    }
}

/// What becomes of it.
#[derive(Clone, Debug)]
enum To {
    Number(NumberChange),
    /// Another of a list, by its code.
    Choice(String),
}

/// The changes of each measure, in the order of the names, and whether one is left out: what cannot be read, or acts on nothing that
/// is there, is said.
pub(super) fn read_changes(
    sheet: &Row,
    names: &[&str],
    known: &[Target],
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
            // Without a sheet to change nothing is known, which is said once, at the year.
            of_measures[at].1 = true;
            if !known.is_empty() {
                report(ChangeColumn::Target, ProblemKind::NothingToChange);
            }
            continue;
        };
        match read_change(target.column, row[ChangeColumn::Change].trim()) {
            Ok((to, u)) => of_measures[at].0.push(Change {
                place: target.place,
                to,
                u,
                typed_at: table.cell(row.id, ChangeColumn::Change),
            }),
            Err(kind) => {
                of_measures[at].1 = true;
                report(ChangeColumn::Change, kind);
            }
        }
    }
    of_measures
}

fn read_change(column: &ColumnSpec, typed: &str) -> Result<(To, f64), ProblemKind> {
    if let ColumnKind::Choice(choices) = column.kind {
        let choices = choices();
        let place = choice_of(typed, &choices).ok_or(ProblemKind::UnknownChoice)?;
        return Ok((To::Choice(choices[place].code.to_string()), 0.0));
    }
    let read = number_change(typed, column.unit().unwrap_or(Unit::One));
    read.map(|(by, u)| (To::Number(by), u)).ok_or(ProblemKind::BadNumberChange)
}

/// The sheet of a subject after changes, one after the other: each acts on what those before it have left. Main meters follow what is
/// taken less. None where nothing changes; what would leave less than nothing is said and left out.
pub(super) fn sheet_after(subject: &dyn Subject, changes: &[&Change]) -> (Option<Arc<Row>>, Vec<Problem>) {
    let (sheet, mut problems) = (subject.sheet(), Vec::new());
    let mut after: Option<Row> = None;
    // Who says what the meters show needs no following.
    let is_metered_apart = changes.iter().any(|change| subject.is_main_meter(change.place));
    for change in changes {
        let now: &Row = after.as_ref().unwrap_or(sheet);
        let (text, less) = match changed(now, change) {
            Ok(changed) => changed,
            Err(kind) => {
                problems.extend(kind.map(|kind| Problem { place: change.typed_at, kind }));
                continue;
            }
        };
        let mut next = now.clone();
        next.set_at(change.place, text);
        if !is_metered_apart && less != 0.0 {
            subject.follow(&mut next, change.place, less);
        }
        after = Some(next);
    }
    (after.map(Arc::new), problems)
}

/// What will stand at a place, and how much less than now where it is a number; an error, which may be without a word, where it
/// stays.
fn changed(sheet: &Row, change: &Change) -> Result<(String, f64), Option<ProblemKind>> {
    let typed = sheet.text_at(change.place).trim();
    let by = match &change.to {
        To::Choice(code) if code == typed => return Err(Some(ProblemKind::ChangesNothing)),
        To::Choice(code) => return Ok((code.clone(), 0.0)),
        To::Number(by) => *by,
    };
    let unit = change.place.column.and_then(ColumnSpec::unit).unwrap_or(Unit::One);
    let (old, u) = typed_number(typed, unit).ok().flatten().ok_or(None)?;
    let (value, u) = number_after(old, u, by).ok_or(None)?;
    if value < 0.0 {
        return Err(Some(ProblemKind::LessThanNothing));
    }
    if value == old.value && u == 0.0 {
        return Err((by != NumberChange::Times(1.0)).then_some(ProblemKind::ChangesNothing));
    }
    Ok((text_of(value, u, unit), old.value - value))
}

/// The number after a change, with its standard uncertainty.
fn number_after(old: Quantity, u: f64, by: NumberChange) -> Option<(f64, f64)> {
    Some(match by {
        NumberChange::To(new) => (new.to(old.unit)?.value, 0.0),
        NumberChange::By(by) => (old.value + by.to(old.unit)?.value, u),
        NumberChange::Times(share) => (old.value * share, u * share.abs()),
    })
}

/// A number as it would be typed.
pub(super) fn text_of(value: f64, u: f64, unit: Unit) -> String {
    let unit = if unit == Unit::One { "" } else { unit.symbol(Language::Chinese) };
    match u > 0.0 {
        true => format!("{} ± {} {unit}", plain(value), plain(u)),
        false => format!("{} {unit}", plain(value)),
    }
}
