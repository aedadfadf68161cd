//! A whole ledger for programs: every figure and every problem, each with its place by name.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Evaluation;
use crate::evaluate::{
    FigureOf, Problem, Results, RetrofitPlan, Severity, SheetFigure, WholePlan, YearResults, everything,
};
use crate::ledger::{
    ColumnKind, DISTRICTS, DistrictColumn, Ledger, PERIODS, Place, REGIONS, RETROFITS, REVIEWS, RegionEntry,
    RetrofitEntry, Row, RowId, TableAt, YEARS, YearEntry, asked_in,
};
use crate::quantity::Unit;
use crate::text::{Language, choice_of};

/// Every figure of a ledger, each with its place, and every problem.
pub fn evaluate_ledger(ledger: &Ledger, language: Language) -> Evaluation {
    let Results { irrigation, plant, certification, retrofit, region } = everything(ledger);
    let mut answers = Answers { language, list: Vec::new(), failed: false };
    for (sheet, year) in ledger.sheets(&YEARS).iter().zip(&irrigation.years) {
        answers.figures(&year.every_figure(sheet), &|of| year_place(sheet, of, language));
        answers.problems(sheet, year, &irrigation.problems);
    }
    for (sheet, found) in ledger.sheets(&PERIODS).iter().zip(&plant.periods) {
        answers.period(sheet, found, &plant.problems);
    }
    for (sheet, found) in ledger.sheets(&REVIEWS).iter().zip(&certification.reviews) {
        answers.review(sheet, found, &certification.problems);
    }
    for (sheet, found) in ledger.sheets(&RETROFITS).iter().zip(&retrofit.plans) {
        answers.plan(sheet, found);
    }
    for (sheet, found) in ledger.sheets(&REGIONS).iter().zip(&region.sheets) {
        answers.figures(&found.every_figure(), &|of| region_place(sheet, of, language));
        let of_sheets = region.problems.iter().filter(|problem| problem.place.is_in(sheet));
        for problem in of_sheets.chain(found.all_problems()) {
            let place = region_names(sheet, problem.place.table, problem.place.row, language);
            let column = problem.place.column.map(|column| column.heading.say(language).to_string());
            answers.problem(place.into_iter().chain(column).collect(), problem);
        }
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

    /// A plan of measures: its name and year, then the measure.
    fn plan(&mut self, sheet: &Row, found: &Arc<RetrofitPlan>) {
        let (plan, language) = (WholePlan::of(sheet, found), self.language);
        self.figures(&plan.every_figure(), &|of| plan_place(sheet, of, language));
        for problem in plan.problems() {
            let place = place_in_sheet(sheet, problem.place, language);
            self.problem(plan_names(sheet).into_iter().chain(place).collect(), problem);
        }
    }

    fn problems(&mut self, sheet: &Row, year: &YearResults, of_ledger: &[Problem]) {
        let of_sheet = of_ledger.iter().filter(|problem| problem.place.is_in(sheet));
        for problem in of_sheet.chain(year.all_problems()) {
            self.problem(place_names(sheet, problem.place, self.language), problem);
        }
        let of_districts = sheet.rows(&DISTRICTS).iter().zip(&year.figures.districts);
        let of_districts = of_districts
            .flat_map(|(row, d)| d.faults.iter().map(|fault| (row[DistrictColumn::Name].trim(), fault)));
        for (row, fault) in year.figures.faults.iter().map(|fault| ("", fault)).chain(of_districts) {
            let error = json!({ "code": fault.code(), "message": fault.message(&[]).say(self.language) });
            self.list.push(json!({ "place": [sheet[YearEntry::Year].trim(), row, ""], "error": error }));
            self.failed = true;
        }
    }
}

/// Name and year of a plan.
fn plan_names(sheet: &Row) -> Vec<String> {
    [RetrofitEntry::Name, RetrofitEntry::Year].map(|entry| sheet[entry].trim().to_string()).to_vec()
}

/// What a figure of a plan is of: name and year, then the measure.
pub(super) fn plan_place(sheet: &Row, of: FigureOf<'_>, language: Language) -> Vec<String> {
    let mut names = plan_names(sheet);
    if let FigureOf::Row(table, row) = of {
        names.push(row_name(sheet.rows(table.spec), row, language));
    }
    names
}

/// What a figure of a region is of: name and year, then the table and its row, and the row within that.
pub(super) fn region_place(sheet: &Row, of: FigureOf<'_>, language: Language) -> Vec<String> {
    match of {
        FigureOf::Row(table, row) => region_names(sheet, table, row, language),
        _ => region_names(sheet, sheet.table().at(&[]), sheet.id, language),
    }
}

/// Name and year of a region, then table and row by row.
fn region_names(sheet: &Row, table: TableAt, row: RowId, language: Language) -> Vec<String> {
    let mut names =
        [RegionEntry::Name, RegionEntry::Year].map(|entry| sheet[entry].trim().to_string()).to_vec();
    let ids = table.within().iter().copied().chain([row]).skip(1);
    for ((depth, spec), id) in table.spec.way().into_iter().enumerate().skip(1).zip(ids) {
        names.push(spec.title.say(language).to_string());
        names.push(row_name(sheet.rows_at(spec.at(&table.within()[..depth])), id, language));
    }
    names
}

/// What a figure of a year is of: year, then the district and field where it is one of theirs, and the row.
pub(super) fn year_place(sheet: &Row, of: FigureOf<'_>, language: Language) -> Vec<String> {
    let year = sheet[YearEntry::Year].trim().to_string();
    match of {
        FigureOf::Row(table, row) => row_names(sheet, table, row, language),
        FigureOf::Group(words) => vec![year, words.get(language).to_string()],
        FigureOf::Named(name) => vec![year, name.to_string()],
        FigureOf::Sheet | FigureOf::Flow(_) => vec![year],
    }
}

/// Year, district and field where it is one of theirs, row.
fn row_names(sheet: &Row, table: TableAt, row: RowId, language: Language) -> Vec<String> {
    let mut names = vec![sheet[YearEntry::Year].trim().to_string()];
    let ids = table.within().iter().copied().chain([row]).skip(1);
    let way = table.spec.way().into_iter().enumerate().skip(1).zip(ids);
    names.extend(
        way.map(|((depth, spec), id)| {
            row_name(sheet.rows_at(spec.at(&table.within()[..depth])), id, language)
        }),
    );
    names
}

/// Year, district and field where it is one of theirs, row, column; or year, district and entry.
fn place_names(sheet: &Row, place: Place, language: Language) -> Vec<String> {
    if place.is_under(YearEntry::Year) {
        return vec![sheet[YearEntry::Year].trim().to_string(), String::new(), String::new()];
    }
    let column = place.column.map_or_else(String::new, |column| column.heading.say(language).to_string());
    let mut names = match place.table.spec.within {
        // An entry of the year belongs to no district.
        None => vec![sheet[YearEntry::Year].trim().to_string(), String::new()],
        _ => row_names(sheet, place.table, place.row, language),
    };
    names.push(column);
    names
}

/// Table, row and column of a cell; the name of an entry.
pub(super) fn place_in_sheet(sheet: &Row, place: Place, language: Language) -> Vec<String> {
    let column = place.column.map_or_else(String::new, |column| column.heading.say(language).to_string());
    let table = place.table.spec;
    if table == sheet.table() {
        return vec![column];
    }
    vec![table.title.say(language).to_string(), row_name(sheet.rows(table), place.row, language), column]
}

/// What a row is called: its first column, a choice by its name, or its place among its like where that is empty. A district
/// without a name is called nothing, as it was in the first version.
pub(super) fn row_name(rows: &[Arc<Row>], id: RowId, language: Language) -> String {
    let index = rows.iter().position(|row| row.id == id);
    let Some((index, row)) = index.and_then(|index| Some((index, rows.get(index)?))) else {
        return String::new();
    };
    let (typed, first) = (row.cell(0).trim(), row.table().columns.first());
    let name = match first.map(|column| column.kind) {
        Some(ColumnKind::Choice(choices)) => {
            let choices = choices();
            let place = choice_of(typed, &choices);
            place.map_or(typed, |place| choices[place].name.get(language)).to_string()
        }
        // A row that a rubric asks for is called what is asked.
        _ if first.is_some_and(|column| column.is_key) => asked_in(typed).to_string(),
        _ => typed.to_string(),
    };
    if name.is_empty() && row.table() != &DISTRICTS { format!("#{}", index + 1) } else { name }
}

/// A figure of a ledger as an answer of its own.
fn of_ledger(result: &SheetFigure<'_>, place: &[String], language: Language) -> Option<Value> {
    let figure = result.figure;
    let name = result.is_apart.then(|| result.name.to_string());
    let place: Vec<&String> = place.iter().chain(&name).collect();
    let info = figure.derivation()?.metric.info();
    let unit = figure.quantity().unit;
    let display = match unit {
        Unit::One => figure.shown(),
        unit => format!("{} {}", figure.shown(), unit.symbol(language)),
    };
    let mut answer = json!({
        "metric": info.id,
        "value": figure.value(),
        "unit": unit.symbol(Language::Chinese),
        "display": display,
        "source": info.source.line(language),
        "status": info.source.status.code(),
        "place": place,
    });
    if figure.u() > 0.0 {
        answer["u"] = json!(figure.u());
    }
    if figure.is_incomplete() {
        answer["incomplete"] = json!(true);
    }
    Some(answer)
}
