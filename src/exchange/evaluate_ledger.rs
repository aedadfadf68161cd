//! A whole ledger for programs: every figure and every problem, each with its place by name.

use serde_json::{Value, json};

use super::Evaluation;
use crate::evaluate::{DistrictDetail, Problem, Results, Severity, YearResults, everything};
use crate::irrigation::YearFigures;
use crate::ledger::{ColumnKind, DistrictRow, Ledger, Place, SheetAt, TableAt, TypedRow, YearSheet};
use crate::metric::Figure;
use crate::quantity::Unit;
use crate::text::{Coded, Language, choice_of};

/// Every figure of a ledger, each with its place, and every problem.
pub fn evaluate_ledger(ledger: &Ledger, language: Language) -> Evaluation {
    let Results { irrigation, plant, certification } = everything(ledger);
    let mut answers = Answers { language, list: Vec::new(), failed: false };
    for (sheet, year) in ledger.irrigation.years.iter().zip(&irrigation.years) {
        answers.region(sheet, &year.figures);
        for (district, detail) in sheet.districts.iter().zip(&year.details) {
            answers.district(sheet, district, detail);
        }
        answers.water_need(sheet, year);
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
    /// A figure that was computed; what was typed is no answer.
    pub fn add(&mut self, place: &[&str], figure: Option<&Figure>) {
        self.list.extend(figure.and_then(|figure| of_ledger(figure, place, self.language)));
    }

    fn region(&mut self, sheet: &YearSheet, figures: &YearFigures) {
        let year = sheet.year.trim();
        for (row, district) in sheet.districts.iter().zip(&figures.districts) {
            for figure in [&district.coefficient, &district.gross, &district.per_mu] {
                self.add(&[year, row.name.trim()], figure.as_ref());
            }
        }
        for class in &figures.classes {
            self.add(&[year, class.class.name().get(self.language)], class.coefficient.as_ref());
        }
        for figure in [&figures.coefficient, &figures.gross, &figures.per_mu] {
            self.add(&[year], figure.as_ref());
        }
    }

    /// What a district's own tables come to. Its gross water stands among the figures of the region.
    fn district(&mut self, sheet: &YearSheet, district: &DistrictRow, detail: &DistrictDetail) {
        let place = [sheet.year.trim(), district.name.trim()];
        let DistrictDetail { fieldwork, canals, .. } = detail;
        self.rows(&place, &district.crops, &fieldwork.crops, |crop| vec![&crop.net]);
        self.rows(&place, &district.fields, &fieldwork.fields, |field| vec![&field.net]);
        self.rows(&place, &district.sources, &fieldwork.sources, |source| vec![source]);
        self.rows(&place, &district.canals, &canals.canals, |canal| vec![&canal.gross, &canal.efficiency]);
        for figure in [
            &fieldwork.net,
            &canals.system,
            &canals.coefficient,
            &canals.diverted,
            &canals.saved_constant_net,
            &canals.saved_constant_gross,
        ] {
            self.add(&place, figure.as_ref());
        }
    }

    fn water_need(&mut self, sheet: &YearSheet, year: &YearResults) {
        let place = [sheet.year.trim()];
        let need = &year.water_need;
        self.rows(&place, &sheet.water_need.months, &need.months, |month| {
            vec![&month.et0, &month.effective_rain, &month.net]
        });
        self.rows(&place, &sheet.water_need.crops, &need.crops, |crop| vec![&crop.net]);
        for figure in [&need.net, &need.gross] {
            self.add(&place, figure.as_ref());
        }
    }

    /// Figures of the rows that something was typed into, each under the name of its row.
    pub fn rows<R: TypedRow, F>(
        &mut self,
        place: &[&str],
        rows: &[R],
        figures: &[F],
        of: fn(&F) -> Vec<&Option<Figure>>,
    ) {
        let filled = rows.iter().enumerate().filter(|(_, row)| !row.is_blank());
        for ((index, row), figures) in filled.zip(figures) {
            let name = row_name(row.cell(0), index);
            let place: Vec<&str> = place.iter().copied().chain([name.as_str()]).collect();
            of(figures).into_iter().for_each(|figure| self.add(&place, figure.as_ref()));
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

/// Year, district and field where it is one of theirs, row, column.
fn place_names(sheet: &YearSheet, place: Place, language: Language) -> Vec<String> {
    let year = sheet.year.trim().to_string();
    let name_of = |district| sheet.district(district).map_or("", |row| row.name.trim()).to_string();
    let (table, row, column) = match place {
        Place::Entry(crate::ledger::Entry::Year(_)) => return vec![year, String::new(), String::new()],
        Place::Entry(entry) => {
            let district = entry.district().map_or_else(String::new, name_of);
            return vec![year, district, entry.name().say(language).to_string()];
        }
        Place::Cell { table, row, column } => (table, row, column),
    };
    let mut names = vec![year];
    if let Some(district) = table.district() {
        names.push(name_of(district));
        let field =
            table.field().map(|field| named(sheet, TableAt::Fields(sheet.id, district), field, language));
        names.extend(field);
    }
    names.push(named(sheet, table, row, language));
    let column = column.and_then(|column| table.columns().get(column));
    names.push(column.map_or_else(String::new, |column| column.heading.say(language).to_string()));
    names
}

/// What a row of a table is called; a district without a name is called nothing, as it was in the first version.
fn named(sheet: &YearSheet, table: TableAt, row: crate::ledger::RowId, language: Language) -> String {
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
fn of_ledger(figure: &Figure, place: &[&str], language: Language) -> Option<Value> {
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
