//! A whole ledger for programs: every figure and every problem, each with its place by name.

use serde_json::{Value, json};

use super::Evaluation;
use crate::evaluate::{FigureOf, Problem, Results, Severity, SheetFigure, YearResults, everything};
use crate::ledger::{ColumnKind, Entry, Ledger, Place, RowId, SheetAt, TableAt, YearSheet};
use crate::quantity::Unit;
use crate::text::{Language, choice_of};

/// Every figure of a ledger, each with its place, and every problem.
pub fn evaluate_ledger(ledger: &Ledger, language: Language) -> Evaluation {
    let Results { irrigation, plant, certification } = everything(ledger);
    let mut answers = Answers { language, list: Vec::new(), failed: false };
    for (sheet, year) in ledger.irrigation.years.iter().zip(&irrigation.years) {
        answers.figures(&year.every_figure(sheet), &|of| year_place(sheet, of, language));
        answers.problems(sheet, year, &irrigation.problems);
    }
    for (sheet, found) in ledger.industry.periods.iter().zip(&plant.periods) {
        answers.period(sheet, found, &plant.problems);
    }
    for (sheet, found) in ledger.certification.reviews.iter().zip(&certification.reviews) {
        answers.review(sheet, found, &certification.problems);
    }
    Evaluation { answers: Value::Array(answers.list), failed: answers.failed }
}

/// Answers as they come.
pub(super) struct Answers {
    pub language: Language,
    pub list: Vec<Value>,
    pub failed: bool,
}

impl Answers {
    /// Every figure that was computed, with the names of its place; what was typed is no answer.
    pub fn figures(&mut self, results: &[SheetFigure<'_>], place: &dyn Fn(FigureOf<'_>) -> Vec<String>) {
        for of_one in results.chunk_by(|one, next| one.of == next.of) {
            let names = place(of_one[0].of);
            self.list.extend(of_one.iter().filter_map(|result| of_ledger(result, &names, self.language)));
        }
    }

    /// A problem at a place by name.
    pub fn problem(&mut self, place: Vec<String>, problem: &Problem) {
        let message = problem.kind.message().say(self.language);
        let error = json!({ "code": problem.kind.code(), "message": message });
        self.list.push(json!({ "place": place, "error": error }));
        self.failed |= problem.kind.severity() == Severity::Wrong;
    }

    fn problems(&mut self, sheet: &YearSheet, year: &YearResults, of_ledger: &[Problem]) {
        let of_sheet =
            of_ledger.iter().filter(|problem| problem.place.sheet() == Some(SheetAt::Year(sheet.id)));
        for problem in of_sheet.chain(year.all_problems()) {
            self.problem(place_names(sheet, problem.place, self.language), problem);
        }
        let of_districts = sheet.districts.iter().zip(&year.figures.districts);
        let of_districts =
            of_districts.flat_map(|(row, d)| d.faults.iter().map(|fault| (row.name.trim(), fault)));
        for (row, fault) in year.figures.faults.iter().map(|fault| ("", fault)).chain(of_districts) {
            let error = json!({ "code": fault.code(), "message": fault.message(&[]).say(self.language) });
            self.list.push(json!({ "place": [sheet.year.trim(), row, ""], "error": error }));
            self.failed = true;
        }
    }
}

/// What a figure of a year is of: year, then the district and field where it is one of theirs, and the row.
fn year_place(sheet: &YearSheet, of: FigureOf<'_>, language: Language) -> Vec<String> {
    let year = sheet.year.trim().to_string();
    match of {
        FigureOf::Row(table, row) => row_names(sheet, table, row, language),
        FigureOf::Group(words) => vec![year, words.get(language).to_string()],
        FigureOf::Named(name) => vec![year, name.to_string()],
        FigureOf::Sheet | FigureOf::Flow(_) => vec![year],
    }
}

/// Year, district and field where it is one of theirs, row.
fn row_names(sheet: &YearSheet, table: TableAt, row: RowId, language: Language) -> Vec<String> {
    let mut names = vec![sheet.year.trim().to_string()];
    if let Some(district) = table.district() {
        names.push(district_name(sheet, district));
        let field =
            table.field().map(|field| named(sheet, TableAt::Fields(sheet.id, district), field, language));
        names.extend(field);
    }
    names.push(named(sheet, table, row, language));
    names
}

fn district_name(sheet: &YearSheet, district: RowId) -> String {
    sheet.district(district).map_or("", |row| row.name.trim()).to_string()
}

/// Year, district and field where it is one of theirs, row, column; or year, district and entry.
fn place_names(sheet: &YearSheet, place: Place, language: Language) -> Vec<String> {
    let year = sheet.year.trim().to_string();
    let (table, row, column) = match place {
        Place::Entry(Entry::Year(_)) => return vec![year, String::new(), String::new()],
        Place::Entry(entry) => {
            let district = entry.district().map_or_else(String::new, |id| district_name(sheet, id));
            return vec![year, district, entry.name().say(language).to_string()];
        }
        Place::Cell { table, row, column } => (table, row, column),
    };
    let mut names = row_names(sheet, table, row, language);
    let column = column.and_then(|column| table.columns().get(column));
    names.push(column.map_or_else(String::new, |column| column.heading.say(language).to_string()));
    names
}

/// What a row of a table is called; a district without a name is called nothing, as it was in the first version.
fn named(sheet: &YearSheet, table: TableAt, row: RowId, language: Language) -> String {
    let typed = table.cell(sheet, row, 0).trim();
    match (table, table.columns().first().map(|column| column.kind)) {
        (TableAt::Districts(_), _) => typed.to_string(),
        (_, first @ Some(ColumnKind::Choice(_))) => named_in(typed, first, language),
        _ => row_name(typed, table.rows(sheet).iter().position(|id| *id == row).unwrap_or(0)),
    }
}

/// What was typed into a row's first column, a choice by its name.
pub(super) fn named_in(typed: &str, kind: Option<ColumnKind>, language: Language) -> String {
    let Some(ColumnKind::Choice(choices)) = kind else { return typed.to_string() };
    let choices = choices();
    choice_of(typed, &choices)
        .map_or_else(|| typed.to_string(), |place| choices[place].name.get(language).to_string())
}

/// A row's name, or its place in the table when it has none.
pub(super) fn row_name(name: &str, index: usize) -> String {
    match name.trim() {
        "" => format!("#{}", index + 1),
        name => name.to_string(),
    }
}

/// A figure of a ledger as an answer of its own.
fn of_ledger(result: &SheetFigure<'_>, place: &[String], language: Language) -> Option<Value> {
    let figure = result.figure;
    let name = result.is_apart.then(|| result.name.to_string());
    let place: Vec<&String> = place.iter().chain(&name).collect();
    let card = figure.derivation()?.metric.card();
    let unit = figure.quantity().unit;
    let display = match unit {
        Unit::One => figure.shown(),
        unit => format!("{} {}", figure.shown(), unit.symbol(language)),
    };
    let mut answer = json!({
        "metric": card.id,
        "value": figure.value(),
        "unit": unit.symbol(Language::Chinese),
        "display": display,
        "source": card.source.line(language),
        "status": card.source.status.code(),
        "place": place,
    });
    if figure.u() > 0.0 {
        answer["u"] = json!(figure.u());
    }
    Some(answer)
}
