//! A plan as it is read: its terms, its measures, what each changes, and which of them can be in it.

use std::sync::Arc;

use super::apply::{Change, read_changes};
use super::economy::{Common, Terms};
use super::subject::Subject;
use super::target::Target;
use super::targets::targets;
use crate::evaluate::cells::{Cells, filled, label};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{RETROFIT_MEASURES, RetrofitEntry, RetrofitMeasureColumn, Row, names_in};
use crate::retrofit::{Standing, SubjectKind};

/// A measure as it was read.
pub(super) struct Measure<'s> {
    pub row: &'s Row,
    pub name: &'s str,
    pub is_in_plan: bool,
    /// What it costs and brings, as far as it was typed.
    pub terms: Terms,
    pub changes: Vec<Change>,
    /// Whether something of what it changes cannot be read or is left out.
    pub lacks: bool,
}

impl<'s> Measure<'s> {
    /// The measure as if it made these changes alone.
    pub fn with(&self, keep: impl Fn(&Change) -> bool) -> Measure<'s> {
        let changes = self.changes.iter().filter(|change| keep(change)).cloned().collect();
        Measure { changes, terms: self.terms.clone(), ..*self }
    }
}

/// A plan as it was read.
pub(super) struct ReadPlan<'s> {
    pub common: Common,
    pub measures: Vec<Measure<'s>>,
    pub known: Vec<Target>,
}

/// Reads a plan; what is wrong is noted, and nothing is held to needs and groups yet.
pub(super) fn read_plan<'s>(
    sheet: &'s Row,
    subject: Option<&Arc<dyn Subject>>,
    problems: &mut Vec<Problem>,
) -> ReadPlan<'s> {
    let common = Common::read(sheet, problems);
    let mut entries = Cells::of_sheet(sheet, String::new(), problems);
    entries.choice::<SubjectKind>(RetrofitEntry::About);
    // What the planner is asked for.
    entries.number(RetrofitEntry::Budget);
    entries.number(RetrofitEntry::Goal);
    if subject.is_none() {
        let is_blank = sheet[RetrofitEntry::Year].trim().is_empty();
        let kind = if is_blank { ProblemKind::Blank } else { ProblemKind::NoSubjectOfYear };
        entries.report(RetrofitEntry::Year, kind);
    }
    let mut measures = read_measures(sheet, problems);
    let known = subject.map_or_else(Vec::new, |subject| targets(&**subject));
    let names: Vec<&str> = measures.iter().map(|one| one.name).collect();
    let of_measures = read_changes((sheet, subject), &names, &known, problems);
    for (measure, changes) in measures.iter_mut().zip(of_measures) {
        (measure.changes, measure.lacks) = (changes.0, measure.lacks || changes.1);
    }
    ReadPlan { common, measures, known }
}

/// Every measure that has something in it, in the order of the table.
fn read_measures<'s>(sheet: &'s Row, problems: &mut Vec<Problem>) -> Vec<Measure<'s>> {
    use RetrofitMeasureColumn as At;
    let rows: Vec<&Row> = filled(sheet.rows(&RETROFIT_MEASURES)).map(|(_, row)| row).collect();
    let table = RETROFIT_MEASURES.at(&[sheet.id]);
    let measure = |(place, row): (usize, &&'s Row)| {
        let row: &'s Row = row;
        let name = row[At::Name].trim();
        let mut cells = Cells::apart(table, row, label(name, place), problems);
        if name.is_empty() {
            cells.report(At::Name, ProblemKind::NoName);
        } else if rows.iter().take(place).any(|other| other[At::Name].trim() == name) {
            cells.report(At::Name, ProblemKind::DuplicateName);
        }
        let standing = cells.choice::<Standing>(At::Standing);
        let lacks = standing.is_none() && !cells.text(At::Standing).is_empty();
        let terms = Terms::read(&mut cells, lacks);
        let is_in_plan = standing != Some(Standing::LeftOut);
        Measure { row, name, is_in_plan, terms, changes: Vec::new(), lacks }
    };
    rows.iter().enumerate().map(measure).collect()
}

/// A measure whose need is not in the plan, and the later of two of one group, are said and left out.
pub(super) fn hold_to_needs(sheet: &Row, measures: &mut [Measure<'_>], problems: &mut Vec<Problem>) {
    use RetrofitMeasureColumn as At;
    let mut report = |row: &Row, column: At, kind| {
        let place = RETROFIT_MEASURES.at(&[sheet.id]).cell(row.id, column);
        problems.push(Problem { place, kind });
    };
    let mut groups: Vec<&str> = Vec::new();
    for measure in measures.iter_mut().filter(|measure| measure.is_in_plan) {
        let group = measure.row[At::Group].trim();
        if groups.contains(&group) {
            report(measure.row, At::Group, ProblemKind::Excluded);
            measure.is_in_plan = false;
        } else if !group.is_empty() {
            groups.push(group);
        }
    }
    let names: Vec<&str> = measures.iter().map(|measure| measure.name).collect();
    for measure in measures.iter() {
        for _ in names_in(&measure.row[At::Needs]).filter(|name| !names.contains(name)) {
            report(measure.row, At::Needs, ProblemKind::UnknownMeasure);
        }
    }
    // What is left out may be what another needs.
    loop {
        let is_there: Vec<&str> = measures.iter().filter(|one| one.is_in_plan).map(|one| one.name).collect();
        let lacks = |one: &Measure| {
            one.is_in_plan && names_in(&one.row[At::Needs]).any(|name| !is_there.contains(&name))
        };
        let Some(place) = measures.iter().position(lacks) else { return };
        let row = measures[place].row;
        if names_in(&row[At::Needs]).all(|name| names.contains(&name)) {
            report(row, At::Needs, ProblemKind::NeedNotInPlan);
        }
        measures[place].is_in_plan = false;
    }
}
