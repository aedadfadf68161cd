//! Measures applied: a sheet as it would be.

use std::sync::Arc;

use super::asked::AnswerChange;
use super::served::{Served, Unread};
use super::source::Source;
use super::subject::Subject;
use super::target::Target;
use crate::evaluate::cells::typed_number;
use crate::evaluate::change::{NumberChange, number_change, text_of};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{CHANGES, ChangeColumn, ColumnKind, Place, Row};
use crate::quantity::{Quantity, Unit};
use crate::text::choice_of;

/// A change of what was typed, as it was read.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// What it changes.
    pub place: Place,
    to: To,
    /// The standard uncertainty of a number's change: of a share a share, else in the unit of the number.
    pub u: f64,
    /// The unit that its number has where none was typed, and the number that holds while none is.
    unit: Unit,
    while_blank: Option<(Quantity, f64)>,
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
            To::Served(served) => To::Served(served.shifted(self.u)),
            To::Answer(answer) => To::Answer(answer.clone()),
        };
        Change { to, ..self.clone() }
    }

    /// How an answer to a rubric changes; none where it is a number or a choice.
    pub fn answer(&self) -> Option<&AnswerChange> {
        match &self.to {
            To::Answer(answer) => Some(answer),
            To::Number(_) | To::Choice(_) | To::Served(_) => None,
        }
    }

    /// Every number that it moves: what it changes, and where water comes from instead.
    pub fn places(&self) -> impl Iterator<Item = Place> + '_ {
        let source = match &self.to {
            To::Served(Served { source: Source::Typed(place), .. }) => Some(*place),
            _ => None,
        };
        [self.place].into_iter().chain(source)
    }
}

/// What becomes of it.
#[derive(Clone, Debug)]
enum To {
    Number(NumberChange),
    /// Another of a list, by its code.
    Choice(String),
    /// Water from elsewhere.
    Served(Served),
    /// An answer to a rubric.
    Answer(AnswerChange),
}

/// The changes of each measure, in the order of the names, and whether one is left out: what cannot be read, or acts on nothing that
/// is there, is said.
pub(super) fn read_changes(
    (sheet, subject): (&Row, Option<&Arc<dyn Subject>>),
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
        let (change, source) = (row[ChangeColumn::Change].trim(), row[ChangeColumn::Source].trim());
        let read = match source {
            "" => read_change(subject, target, change).map_err(|kind| (ChangeColumn::Change, kind)),
            source => read_served(source, change, known),
        };
        match read {
            Ok((to, u)) => of_measures[at].0.push(Change {
                place: target.place,
                to,
                u,
                unit: target.unit,
                while_blank: target.while_blank,
                typed_at: table.cell(row.id, ChangeColumn::Change),
            }),
            Err((column, kind)) => {
                of_measures[at].1 = true;
                report(column, kind);
            }
        }
    }
    of_measures
}

fn read_change(
    subject: Option<&Arc<dyn Subject>>,
    target: &Target,
    typed: &str,
) -> Result<(To, f64), ProblemKind> {
    if target.is_answer() {
        let read = subject.and_then(|subject| subject.read_answer(target.place, typed));
        return read.map(|answer| (To::Answer(answer), 0.0)).ok_or(ProblemKind::BadChange);
    }
    if let ColumnKind::Choice(choices) = target.column.kind {
        let choices = choices();
        let place = choice_of(typed, &choices).ok_or(ProblemKind::UnknownChoice)?;
        return Ok((To::Choice(choices[place].code.to_string()), 0.0));
    }
    let read = number_change(typed, target.unit);
    read.map(|(by, u)| (To::Number(by), u)).ok_or(ProblemKind::BadNumberChange)
}

fn read_served(
    source: &str,
    amount: &str,
    known: &[Target],
) -> Result<(To, f64), (ChangeColumn, ProblemKind)> {
    let read = Served::read(source, amount, known).map(|(served, u)| (To::Served(served), u));
    read.map_err(|unread| match unread {
        Unread::Source => (ChangeColumn::Source, ProblemKind::NothingToChange),
        Unread::Amount => (ChangeColumn::Change, ProblemKind::BadServedAmount),
    })
}

/// The sheet of a subject after changes, one after the other: each acts on what those before it have left, water comes from elsewhere for
/// what is then still taken, and answers are raised from where they then stand. Main meters follow what is taken less. None where nothing
/// changes; what would leave less than nothing is said and left out.
pub(super) fn sheet_after(subject: &dyn Subject, changes: &[&Change]) -> (Option<Arc<Row>>, Vec<Problem>) {
    let (sheet, mut problems) = (subject.sheet(), Vec::new());
    // Who says what the meters show needs no following.
    let is_metered_apart = changes.iter().any(|change| subject.is_main_meter(change.place));
    let mut take =
        |change: &Change, now: Option<Row>, changed: Result<Changed, Option<ProblemKind>>| match changed {
            Ok((mut next, less)) => {
                for (place, less) in less.into_iter().filter(|(_, less)| !is_metered_apart && *less != 0.0) {
                    subject.follow(&mut next, place, less);
                }
                Some(next)
            }
            Err(kind) => {
                problems.extend(kind.map(|kind| Problem { place: change.typed_at, kind }));
                now
            }
        };
    let mut after: Option<Row> = None;
    for change in changes.iter().filter(|change| !matches!(change.to, To::Served(_) | To::Answer(_))) {
        let changed = changed(subject, after.as_ref().unwrap_or(sheet), change);
        after = take(change, after, changed);
    }
    let before = after.clone();
    let (before, mut given) = (before.as_ref().unwrap_or(sheet), Vec::new());
    for change in changes {
        let To::Served(served) = &change.to else { continue };
        let mut next = after.clone().unwrap_or_else(|| Row::clone(sheet));
        let less = served.serve(subject, &mut next, change.place, before, &mut given);
        after = take(change, after, less.map(|less| (next, vec![(change.place, less)])).map_err(Some));
    }
    let answers = changes.iter().filter_map(|change| Some((change.place, change.answer()?)));
    let answers: Vec<(Place, &AnswerChange)> = answers.collect();
    if !answers.is_empty() {
        subject.answer(after.get_or_insert_with(|| Row::clone(sheet)), &answers);
    }
    (after.map(Arc::new), problems)
}

/// A sheet with a change, and how much less is taken at which places.
type Changed = (Row, Vec<(Place, f64)>);

/// The sheet with what will stand at a place and what follows from it; an error, which may be without a word, where it stays.
fn changed(subject: &dyn Subject, sheet: &Row, change: &Change) -> Result<Changed, Option<ProblemKind>> {
    let (text, less) = becomes(sheet, change)?;
    let mut next = sheet.clone();
    next.set_at(change.place, text);
    let mut all = vec![(change.place, less)];
    all.extend(subject.carry(sheet, &mut next, change.place).map_err(Some)?);
    Ok((next, all))
}

/// What will stand at a place, and how much less than now where it is a number.
fn becomes(sheet: &Row, change: &Change) -> Result<(String, f64), Option<ProblemKind>> {
    let typed = sheet.text_at(change.place).trim();
    let by = match &change.to {
        To::Choice(code) if code == typed => return Err(Some(ProblemKind::ChangesNothing)),
        To::Choice(code) => return Ok((code.clone(), 0.0)),
        To::Number(by) => *by,
        To::Served(_) | To::Answer(_) => return Err(None),
    };
    let unit = change.unit;
    let (old, u) = typed_number(typed, unit).ok().flatten().or(change.while_blank).ok_or(None)?;
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
